"""Check what `report` of study.yaml declares: ISSN, colour, the appendices that are named, the names of files."""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from fou_eval.declaration.faults import Flaw
from fou_eval.declaration.front import CHAPTERS, CLOSED, INTRODUCED, Front
from fou_eval.declaration.known import Known, absent
from fou_eval.declaration.prose import unseen
from fou_eval.design import LEAST_CONTRAST, PAPER, contrast, darkened

_MOST_SECTIONS = 20


def front_flaws(front: Front, known: Known) -> Iterator[Flaw]:
    """Give the flaws of the report's own front; their paths begin at its keys."""
    if front.issn is not None and (wrong := _of_issn(front.issn)):
        yield Flaw(("issn",), wrong)
    if front.accent is not None and (wrong := _of_accent(front.accent)):
        yield Flaw(("accent",), wrong)
    if len(front.sections) > _MOST_SECTIONS:
        yield Flaw(("sections",), f"more than {_MOST_SECTIONS} sections are added. Join some of them.")
    codes = appendices(known)
    for place, section in enumerate(front.sections):
        if section.before is not None:
            yield from absent("appendix", section.before, codes, ("sections", place, "before"))
    for code in front.texts:
        yield from absent("appendix", code, codes, ("texts", code))
    yield from _of_names_and_words(front)


def _of_names_and_words(front: Front) -> Iterator[Flaw]:
    for path, name, endings in front.files():
        if wrong := name_flaw(name, endings):
            yield Flaw(path, wrong)
    for path, _, words in front.words():
        if unseen(words) is not None or not words.strip():
            yield Flaw(path, "the words are blank or hold an invisible character. Delete them and type anew.")


def appendices(known: Known) -> Collection[str] | None:
    """Give the codes of every appendix that the study can have, in the order of the report."""
    if known.domains is None:
        return None
    codes = (*INTRODUCED, *known.domains, *CHAPTERS, *known.topics, *CLOSED)
    return tuple(dict.fromkeys(codes))


def name_flaw(name: str, endings: Collection[str]) -> str:
    """Say what is wrong with the name of a file beside study.yaml; nothing if it lies in the folder of the study.

    Examples
    --------
    >>> name_flaw("report/logo.svg", (".svg", ".png")), name_flaw("report/home.sv.md", (".md",))
    ('', '')
    >>> name_flaw("../logo.svg", (".svg", ".png"))
    'the file must lie in the folder of the study. Write a path that begins there, such as report/logo.svg.'
    """
    path = PurePosixPath(name)
    outside = path.is_absolute() or any(part.startswith(".") for part in name.split("/"))
    if outside or re.search(r"[\\:~]|//|/$", name) or unseen(name) is not None or len(name) > 200:
        sample = "report/logo.svg" if ".svg" in endings else "report/home.sv.md"
        return (
            f"the file must lie in the folder of the study. Write a path that begins there, such as {sample}."
        )
    if path.suffix not in endings:
        return f"the name of the file ends in '{path.suffix}'. Expected {' or '.join(endings)}."
    return ""


def _of_issn(issn: str) -> str:
    """Say what is wrong with an ISSN (ISO 3297: weights 8 to 2, modulus 11, X for ten)."""
    if not re.fullmatch(r"\d{4}-\d{3}[\dX]", issn):
        return f"'{issn}' is not an ISSN. Write four digits, a hyphen, three digits and a check digit: 1234-5679."
    digits = issn.replace("-", "")[:7]
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True))
    check = "0123456789X"[-total % 11]
    if issn[-1] != check:
        return f"the check digit of {issn} is wrong: it would be {check}. Read the number again."
    return ""


def _of_accent(accent: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", accent):
        return (
            f"'{accent}' is not a colour. Write # and six digits or letters A to F, in quotes: \"#7A1F4B\"."
        )
    stands_out = contrast(accent, PAPER)
    if stands_out < LEAST_CONTRAST:
        near = darkened(accent, LEAST_CONTRAST)
        return (
            f"{accent} stands out {int(stands_out * 10) / 10} to 1 from white; text needs {LEAST_CONTRAST} to 1. "
            f'"{near}" is the nearest darker shade that does.'
        )
    return ""
