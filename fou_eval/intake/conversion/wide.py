"""Columns that stand beside a wave or a person: maende_T0, T1 (mående), barn1_franvaro."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fou_eval.declaration.codebook import Table
from fou_eval.intake.conversion.waves import WaveWords, squeeze, words

_PERSON = re.compile(
    r"\b(?:barn|syskon|elev|förälder|foralder|vuxen|vårdnadshavare|person|child|sibling|parent|adult|guardian) ?"
    r"(?:\d{1,2}|[a-d])\b"
)
_NUMBERING = re.compile(r"^\s*(?:q|f|fråga|question)?\s*\d{1,3}[a-z]?\s*[.):]+\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[([^\]]+)\]\s*$")
_NEVER_WIDE = frozenset({"family_id", "person_id", "wave"})


@dataclass(frozen=True, slots=True)
class Aside:
    """A header that is a declared column beside something else.

    Attributes
    ----------
    column
        Name of the declared column.
    wave
        Code of the wave; none when what stands there is no declared wave, or no wave at all.
    said
        The wave as written, in lower case; empty when there is none.
    person
        True when the column is numbered by person (barn1_franvaro).
    """

    column: str
    wave: str | None = None
    said: str = ""
    person: bool = False


def spellings(table: Table) -> dict[str, str]:
    """Map every spelling of a declared column, without what separates words, to its name; shared ones to nobody.

    The beginning of a label counts too, up to its first comma or bracket, when no other column begins like that.
    """
    labels: list[tuple[str, str]] = []
    beginnings: list[tuple[str, str]] = []
    for name, column in table.columns.items():
        for spelling in (column.label.sv, column.label.en, *column.aliases):
            labels.append((squeeze(spelling), name))
            beginnings.append((squeeze(re.split(r"[,(]", spelling, maxsplit=1)[0]), name))
    names = {squeeze(name): name for name in table.columns}
    return {**_alone(beginnings), **_alone(labels), **names}


def _alone(spelled: Iterable[tuple[str, str]]) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for spelling, name in spelled:
        owners.setdefault(spelling, set()).add(name)
    return {spelling: next(iter(found)) for spelling, found in owners.items() if spelling and len(found) == 1}


@dataclass(frozen=True, slots=True)
class Known:
    """A table and every spelling of its columns, worked out once."""

    table: Table
    spellings: Mapping[str, str]

    @classmethod
    def of(cls, table: Table) -> "Known":
        """Work out the spellings of a table."""
        return cls(table, spellings(table))

    def column(self, text: str) -> str | None:
        """Give the declared column that a header names, or none."""
        return self.spellings.get(squeeze(text))

    def measured(self, text: str) -> str | None:
        """Give the declared column that a header names if it may stand once per wave, or none."""
        return self.may_be_wide(column_named(text, self.spellings))

    def may_be_wide(self, name: str | None) -> str | None:
        """Give a declared column back if it may stand once per wave: not who, and not the wave itself."""
        return name if name is not None and self.table.columns[name].role not in _NEVER_WIDE else None


def column_named(text: str, known: Mapping[str, str]) -> str | None:
    """Give the declared column that a header names: by its spelling, or by a question with its number before it.

    Examples
    --------
    >>> column_named("3. Mående:", {"mående": "maende"}), column_named("Skattning [Mående]", {"mående": "maende"})
    ('maende', 'maende')
    """
    unnumbered = _NUMBERING.sub("", text, count=1)
    bracket = _IN_BRACKETS.search(text)
    for tried in (text, unnumbered, bracket[1] if bracket else ""):
        found = known.get(squeeze(tried))
        if found is not None:
            return found
    return None


def wide_columns(headers: Mapping[int, str], known: Known, waves: WaveWords) -> dict[int, Aside]:
    """Give the headers that are a declared column beside a wave or a person; a single one is no pattern.

    Parameters
    ----------
    headers
        Text of every header by column number.
    known
        The table that the headers may belong to.
    waves
        The declared waves.
    """
    rest = {number: header for number, header in headers.items() if known.column(header) is None}
    found = {number: aside for number, header in rest.items() if (aside := _aside(header, known, waves))}
    return found if len(found) >= 2 else {}


def _aside(header: str, known: Known, waves: WaveWords) -> Aside | None:
    if "___" in header:  # a box to tick of REDCap: what follows is a code, not a wave
        return None
    unnumbered = _NUMBERING.sub("", header, count=1)
    for tried in dict.fromkeys((header, unnumbered)):
        said = _beside_wave(tried, known, waves)
        if said is not None:
            return said
    rest, count = _PERSON.subn(" ", " ".join(words(header)), count=1)
    if not count:
        return None
    column = known.may_be_wide(known.column(rest))
    if column is not None:
        return Aside(column, person=True)
    both = _beside_wave(rest, known, waves)
    return Aside(both.column, both.wave, both.said, person=True) if both else None


def _beside_wave(header: str, known: Known, waves: WaveWords) -> Aside | None:
    for beside in waves.beside(header):
        column = known.may_be_wide(known.spellings.get(beside.rest))
        if column is not None:
            return Aside(column, beside.wave, beside.said)
    return None
