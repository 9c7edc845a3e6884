"""Whether the pages of a report are those that its numbers make."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from io import BytesIO

from pypdf import PdfReader

from fou_eval.declaration import Language
from fou_eval.language import phrase
from fou_eval.record import attachments, page_texts
from fou_eval.verification.outcome import Finding

_MOST = 10  # differing lines that are shown
_LONG = 100  # characters of a line that are shown


def page_findings(was: bytes, now: bytes, *, exact: bool, language: Language) -> Iterator[Finding]:
    """Compare the pages of a report with those made again from numbers computed again.

    Parameters
    ----------
    was
        The PDF of the report.
    now
        The PDF made again.
    exact
        Whether the program and all it runs on are the same, so that the pages must be the same to the last byte.
    language
        Language of the texts.
    """
    if was == now:
        yield Finding(about="pages", weight="same", text=phrase("verify.pages.same_bytes", language))
        return
    lines = list(_differing(*_readings(was, now, language)))
    for page, one, other in lines[:_MOST]:
        yield Finding(
            about="pages",
            weight="differs",
            text=phrase("verify.pages.line", language, {"page": page, **_apart(one, other)}),
        )
    if len(lines) > _MOST:
        more = phrase("verify.pages.more", language, {"count": len(lines) - _MOST})
        yield Finding(about="pages", weight="differs", text=more)
    if lines:
        return
    if not exact:
        yield Finding(about="pages", weight="same", text=phrase("verify.pages.same_words", language))
    elif attachments(was, language) != attachments(now, language) and _drawn(was) == _drawn(now):
        # The pages are the same; what is attached to them is told of elsewhere.
        yield Finding(about="pages", weight="same", text=phrase("verify.pages.same_pages", language))
    else:
        yield Finding(about="pages", weight="differs", text=phrase("verify.pages.redrawn", language))


def _readings(was: bytes, now: bytes, language: Language) -> tuple[Sequence[str], Sequence[str]]:
    """Read the pages; those that are drawn alike need not be read, which takes longer than all the rest."""
    before, after = _drawn(was), _drawn(now)
    if len(before) != len(after):
        return page_texts(was, language), page_texts(now, language)
    only = {place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other}
    return page_texts(was, language, only), page_texts(now, language, only)


def _differing(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Give page and both readings of the lines that differ; text that moved to another page does not differ."""
    before = [(place, line) for place, page in enumerate(was, start=1) for line in _lines(page)]
    after = [line for page in now for line in _lines(page)]
    matched = SequenceMatcher(None, [line for _, line in before], after, autojunk=False)
    for same, i1, i2, j1, j2 in matched.get_opcodes():
        if same != "equal":
            page = before[min(i1, len(before) - 1)][0] if before else 1
            yield page, " ".join(line for _, line in before[i1:i2]), " ".join(after[j1:j2])


def _lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.splitlines() if line.strip()]


def _drawn(pdf: bytes) -> list[bytes]:
    """Give what is drawn on each page."""
    pages = PdfReader(BytesIO(pdf)).pages
    return [contents.get_data() if (contents := page.get_contents()) is not None else b"" for page in pages]


def _apart(was: str, now: str) -> dict[str, str]:
    """Give of both readings the part around the first place where they differ."""
    same = next((place for place, (one, other) in enumerate(zip(was, now, strict=False)) if one != other), 0)
    start = max(0, same - _LONG // 3)
    return {"was": _cut(was, start), "now": _cut(now, start)}


def _cut(text: str, start: int) -> str:
    part = text[start : start + _LONG]
    begin, end = "…" if start and part else "", "…" if len(text) > start + _LONG else ""
    return f"{begin}{part}{end}" or "–"
