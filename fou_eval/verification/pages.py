"""Whether the pages of a report are those that its numbers make."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from math import isclose

from fou_eval.declaration import Language
from fou_eval.language import phrase
from fou_eval.provenance.record import page_texts
from fou_eval.verification.drawn import Drawn, drawn
from fou_eval.verification.outcome import Finding, Weight

_MOST = 10  # differing lines that are shown
_LONG = 100  # characters of a line that are shown
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def page_findings(
    was: bytes, now: bytes, *, exact: bool, rounded: bool, attached: bool, language: Language
) -> Iterator[Finding]:
    """Compare the pages of a report with those made again from numbers computed again.

    Parameters
    ----------
    was
        The PDF of the report.
    now
        The PDF made again.
    exact
        Whether the program and all that it runs on are the same, so that the pages must be the same to the last byte.
    rounded
        Whether numbers differ within tolerance, so that those on the pages may differ by one unit of the last digit.
    attached
        Whether the files that came with the report are those of the manifest; if not, the PDF cannot be the same.
    language
        Language of the texts.

    Raises
    ------
    RecordError
        If the PDF cannot be read.
    """
    if was == now:
        yield _finding("same", phrase("verify.pages.same_bytes", language))
        return
    before, after = drawn(was, language), drawn(now, language)
    lines = list(_differing(*_readings(was, now, before, after, language), rounded=rounded))
    for page, one, other in lines[:_MOST]:
        values = {"page": page, **_apart(one, other)}
        yield _finding("differs", phrase(f"verify.pages.{'line' if one else 'lost'}", language, values))
    if len(lines) > _MOST:
        yield _finding("differs", phrase("verify.pages.more", language, {"count": len(lines) - _MOST}))
    if len(before.pages) != len(after.pages) and exact:
        counts = {"was": len(before.pages), "now": len(after.pages)}
        yield _finding("differs", phrase("verify.pages.count", language, counts))
    beside = list(_strange(before, language))
    if exact and not lines and len(before.pages) == len(after.pages):
        beside += _redrawn(before, after, language)
    yield from beside
    if lines or beside or (exact and len(before.pages) != len(after.pages)):
        return
    if not exact:
        yield _finding("same", phrase("verify.pages.same_words", language))
    elif not attached:
        # The pages are the same; what is attached to them is told of elsewhere.
        yield _finding("same", phrase("verify.pages.same_pages", language))
    else:
        yield _finding("differs", phrase("verify.pages.saved_anew", language))


def _finding(weight: Weight, text: str) -> Finding:
    return Finding(about="pages", weight=weight, text=text)


def _strange(was: Drawn, language: Language) -> Iterator[Finding]:
    """Tell of what no report has, whatever version it was made with."""
    added = [place for place, page in enumerate(was.pages, start=1) if page.added]
    if added:
        yield _finding("differs", phrase("verify.pages.added", language, {"pages": _places(added)}))
    if was.acting:
        yield _finding("differs", phrase("verify.pages.acting", language))


def _redrawn(was: Drawn, now: Drawn, language: Language) -> Iterator[Finding]:
    """Compare what cannot be read as words: figures, links, and what the file says of itself."""
    redrawn = [
        place
        for place, (one, other) in enumerate(zip(was.pages, now.pages, strict=True), start=1)
        if (one.text, one.rest) != (other.text, other.rest) and not one.added
    ]
    if redrawn:  # the tags refer to what is on the pages
        yield _finding("differs", phrase("verify.pages.redrawn", language, {"pages": _places(redrawn)}))
    elif was.details != now.details and not was.acting and not any(page.added for page in was.pages):
        yield _finding("differs", phrase("verify.pages.details", language))


def _places(pages: Sequence[int]) -> str:
    return ", ".join([*map(str, pages[:_MOST]), *(["…"] if len(pages) > _MOST else [])])


def _readings(
    was: bytes, now: bytes, before: Drawn, after: Drawn, language: Language
) -> tuple[Sequence[str], Sequence[str]]:
    """Read the pages; those that are drawn alike need not be read, which takes longer than all the rest."""
    alone = [
        {place for place, page in enumerate(own.pages) if page not in other.pages}
        for own, other in ((before, after), (after, before))
    ]
    return page_texts(was, language, alone[0]), page_texts(now, language, alone[1])


def _differing(was: Sequence[str], now: Sequence[str], *, rounded: bool) -> Iterator[tuple[int, str, str]]:
    """Give page and both readings of the lines that differ; text that moved to another page does not differ."""
    before = [(place, line) for place, page in enumerate(was, start=1) for line in _lines(page)]
    after = [line for page in now for line in _lines(page)]
    matched = SequenceMatcher(None, [line for _, line in before], after, autojunk=False)
    for same, i1, i2, j1, j2 in matched.get_opcodes():
        one, other = " ".join(line for _, line in before[i1:i2]), " ".join(after[j1:j2])
        if same != "equal" and one != other and not (rounded and _alike(one, other)):
            yield before[min(i1, len(before) - 1)][0] if before else 1, one, other


def _lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.splitlines() if line.strip()]


def _alike(was: str, now: str) -> bool:
    """Say whether two lines are the same but for the last digits of numbers.

    Examples
    --------
    >>> _alike("1,4 (0,2 till 2,6)", "1,5 (0,2 till 2,6)"), _alike("1,4", "1,6"), _alike("18 av 20", "18 av 20 ")
    (True, False, False)
    """
    if _NUMBER.split(was) != _NUMBER.split(now):
        return False
    return all(
        _near(one, other) for one, other in zip(_NUMBER.findall(was), _NUMBER.findall(now), strict=True)
    )


def _near(was: str, now: str) -> bool:
    decimals = [len(text.replace(",", ".").partition(".")[2]) for text in (was, now)]
    one, other = (float(text.replace(",", ".")) for text in (was, now))
    return decimals[0] == decimals[1] and (
        abs(one - other) < 10.0 ** -decimals[0] or isclose(abs(one - other), 10.0 ** -decimals[0])
    )


def _apart(was: str, now: str) -> dict[str, str]:
    """Give of both readings the part around the first place where they differ."""
    pairs = enumerate(zip(was, now, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), min(len(was), len(now)))
    start = max(0, same - _LONG // 3)
    return {"was": _cut(was, start), "now": _cut(now, start)}


def _cut(text: str, start: int) -> str:
    part = text[start : start + _LONG]
    begin, end = "…" if start and part else "", "…" if len(text) > start + _LONG else ""
    return f"{begin}{part}{end}" or "–"
