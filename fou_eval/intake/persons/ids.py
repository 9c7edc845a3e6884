"""Ids that were made of what is known of somebody: a name, initials, a date of birth, a case, a hash."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from fou_eval.declaration.codebook import Column
from fou_eval.intake.persons.checks import exists
from fou_eval.intake.persons.identifiers import id_names
from fou_eval.intake.persons.names import bare
from fou_eval.intake.persons.records import record_kinds
from fou_eval.intake.persons.surnames import sounds_like_a_surname
from fou_eval.intake.spelling import tidy

IdKind = Literal["name", "initials", "birth", "case", "hash"]

_HASH = re.compile(
    r"(?=.*[0-9])(?=.*[a-fA-F])(?:[0-9a-fA-F]{16,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
)
_INITIALS = re.compile(r"([A-Za-zÅÄÖåäö]{2,4})[-_. ]?((?:19[3-9]|20[0-2])\d|\d{2})")
_DOTTED = re.compile(r"(?:[A-ZÅÄÖ]\.[ -]?){2,3}\d{0,4}")
_DATE = re.compile(r"(?<!\d)((?:19|20)?\d\d)[-._ ]?(\d\d)[-._ ]?(\d\d)(?!\d)")
_WORD = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{4,}")
_ROW = re.compile(r"(?:[;,|\t][^;,|\t]*){3}")  # a whole row in one cell, which the layout tells
FEW = 4


def fits(text: str, column: Column) -> bool:
    r"""Say whether an id has the declared form, or is the declared example.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> column = Column(label=Text(sv="Person", en="Person"), type="text", pattern=r"P\d{6}", role="person_id")
    >>> fits("P070123", column), fits("P0701", column)
    (True, False)
    """
    tidied = tidy(text)
    return tidied == column.example or (
        column.pattern is not None and re.fullmatch(column.pattern, tidied) is not None
    )


def id_kinds(ids: Iterable[str], column: Column) -> Mapping[str, IdKind]:
    r"""Give the ids of a column that point out somebody, and by what.

    An id of the declared form was given by somebody who thought about it; it is judged only beside all others,
    when most of them are days spread over many months. One and the same prefix in many ids (FAM2001, FAM2002) is
    no initials; two digits are a year only beside several prefixes, four also in an id unlike the others.

    Parameters
    ----------
    ids
        The ids as they stand in the file, each as often as it stands there.
    column
        The declared column.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> column = Column(label=Text(sv="Person", en="Person"), type="text", pattern=r"P\d{3}", role="person_id")
    >>> dict(id_kinds(["P001", "P002", "anna", "F07_850709"], column))
    {'anna': 'name', 'F07_850709': 'birth'}
    """
    every = list(ids)
    different = {text: tidy(text) for text in dict.fromkeys(every) if not _ROW.search(text)}
    free = {text: tidied for text, tidied in different.items() if not fits(tidied, column)}
    prefixes = {match[1] for tidied in free.values() if (match := _INITIALS.fullmatch(tidied))}
    stray = len(every) < FEW or len(free) < len(different)
    found: dict[str, IdKind] = {}
    for text, tidied in free.items():
        kind = _kind(tidied, several=len(prefixes) > 1, stray=stray)
        if kind is None and column.pattern is not None and _month(tidied):
            kind = "birth"
        if kind is not None:
            found[text] = kind
    if _are_dates(different.values()):
        found.update(
            {text: "birth" for text, tidied in different.items() if _month(tidied) and text not in found}
        )
    return found


def _kind(text: str, *, several: bool, stray: bool) -> IdKind | None:
    if _HASH.fullmatch(text):
        return "hash"
    if id_names(text) or any(sounds_like_a_surname(bare(word)) for word in _WORD.findall(text)):
        return "name"
    if _DOTTED.fullmatch(text):
        return "initials"
    initials = _INITIALS.fullmatch(text)
    if initials is not None and (several or (stray and len(initials[2]) == 4)):
        return "initials"
    return "case" if any(finding.kind == "case_number" for finding in record_kinds(text)) else None


def _month(text: str) -> str | None:
    """Give the year and month of the day that an id holds, if it holds one."""
    for year, month, day in _DATE.findall(text):
        years = [int(year)] if len(year) == 4 else [1900 + int(year), 2000 + int(year)]
        born = int(day) - 60 if int(day) > 60 else int(day)  # a coordination number has 60 added
        if any(candidate > 1900 and exists(candidate, int(month), born) for candidate in years):
            return str(year[-2:] + month)
    return None


def _are_dates(ids: Iterable[str]) -> bool:
    """Say whether most of at least three ids are days of many months; running numbers that look so share a month."""
    every = list(ids)
    months = [month for text in every if (month := _month(text))]
    return len(months) > 2 and len(months) * 2 > len(every) and len(set(months)) * 5 > len(months) * 3
