"""What each column of a file means in the tables of the codebook, and which tables a sheet feeds."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fou_eval.declaration.codebook import Column, Table
from fou_eval.intake.conversion.sources import Source
from fou_eval.intake.conversion.waves import WaveWords, squeeze
from fou_eval.intake.conversion.wide import Aside, Known, column_named, wide_columns

_IDS = frozenset({"family_id", "person_id"})
_MEASURED = frozenset({"outcome", "exposure"})
_BOX = re.compile(r"(.+?)___(_?)(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One table that a sheet feeds.

    Attributes
    ----------
    columns
        What each column of the sheet is in this table, by its number; each declared column once per wave.
    second
        Columns of the sheet that say the same as another one.
    """

    table: Table
    columns: Mapping[int, Aside]
    second: frozenset[int] = frozenset()

    @property
    def is_wide(self) -> bool:
        """Say whether there are columns that stand once per wave."""
        return any(aside.said and not aside.person for aside in self.columns.values())

    @property
    def wave_column(self) -> str | None:
        """Name the declared column of the wave."""
        return self.table.with_role("wave")

    def declared(self, number: int) -> Column:
        """Give the declaration of a column of the sheet."""
        return self.table.columns[self.columns[number].column]

    def number_of(self, name: str | None) -> int | None:
        """Give the column of the sheet that holds a declared column by itself, not beside a wave or a person."""
        plain = (
            number
            for number, aside in self.columns.items()
            if aside.column == name and not aside.said and not aside.person
        )
        return next(plain, None)

    def own(self) -> frozenset[int]:
        """Give the columns that say something besides who and when, and that can be carried over."""
        return frozenset(
            number
            for number, aside in self.columns.items()
            if not aside.person and self.declared(number).role not in {*_IDS, "wave", "free_text"}
        )

    def has_key(self) -> bool:
        """Say whether the sheet has what tells the rows of the table apart, the wave aside."""
        plain = {aside.column for aside in self.columns.values() if not aside.said and not aside.person}
        return all(name in plain or self.table.columns[name].role == "wave" for name in self.table.key)


def is_same_throughout(table: Table, name: str) -> bool:
    """Say whether the codebook lets a column be the same on every row of a person or family."""
    return table.columns[name].role in _IDS or any(
        rule.rule == "constant_within" and name in rule.columns for rule in table.rules
    )


def may_be_repeated(table: Table, name: str) -> bool:
    """Say whether a value without a wave may stand at every wave: never what is measured at one."""
    if is_same_throughout(table, name):
        return True
    grows = any(rule.rule == "increasing_within" and name in rule.columns for rule in table.rules)
    return table.columns[name].role not in _MEASURED and not grows


def box_of(header: str) -> tuple[str, str] | None:
    """Split the header of a box to tick of REDCap into field and code; a fourth underscore is a minus.

    Examples
    --------
    >>> box_of("diagnos___2"), box_of("diagnos____9"), box_of("diagnos")
    (('diagnos', '2'), ('diagnos', '-9'), None)
    """
    match = _BOX.fullmatch(header.strip())
    return (match[1], ("-" if match[2] else "") + match[3]) if match else None


def meanings(source: Source, tables: Iterable[Table], waves: WaveWords) -> list[Meaning]:
    """Choose the tables that a sheet feeds: the one that knows most of it, then those that know the rest.

    A further table needs its key; without one its rows could not be told apart.
    """
    offered = [_meaning(source, table, waves) for table in tables]
    chosen: list[Meaning] = []
    left = {number for meaning in offered for number in meaning.own()}
    while True:
        usable = [
            meaning
            for meaning in offered
            if meaning not in chosen and meaning.own() & left and (meaning.has_key() or not chosen)
        ]
        best = max(usable, key=lambda meaning: _worth(meaning, left, source), default=None)
        if best is None:
            return chosen or [meaning for meaning in offered if meaning.table is source.table]
        chosen.append(best)
        left -= best.own()


def _worth(meaning: Meaning, left: set[int], source: Source) -> tuple[int, bool, bool]:
    return len(meaning.own() & left), meaning.table is source.table, meaning.has_key()


def _meaning(source: Source, table: Table, waves: WaveWords) -> Meaning:
    known = Known.of(table)
    found: dict[int, Aside] = {}
    for number, texts in source.texts.items():
        name = next((name for text in texts if (name := column_named(text, known.spellings))), None)
        if name is not None:
            found[number] = Aside(name)
    if table.with_role("wave") is not None:
        rest = {number: text for number, text in source.headers.items() if number not in found}
        found |= wide_columns(rest, known, waves)
    if source.record is not None and source.record not in found:
        owner = _record(table, {aside.column for aside in found.values()})
        found |= {source.record: Aside(owner)} if owner else {}
    seen: dict[tuple[str, str, bool], int] = {}
    for number, aside in sorted(found.items()):
        if not aside.person:
            seen.setdefault((aside.column, aside.wave or aside.said, False), number)
    persons = {number for number, aside in found.items() if aside.person}
    kept = {number: found[number] for number in sorted({*seen.values(), *persons})}
    return Meaning(table=table, columns=kept, second=frozenset(set(found) - set(kept)))


def _record(table: Table, found: set[str]) -> str | None:
    """Give the id that the number of a record stands for: that of the person, or else of the family."""
    owner = table.with_role("person_id") or table.with_role("family_id")
    return owner if owner in table.key and owner not in found else None


def missing_boxes(source: Source, number: int) -> Sequence[tuple[int, str]]:
    """Give the boxes by which REDCap says that a question with boxes was not answered, and the code of each."""
    own = box_of(source.headers.get(number, ""))
    if own is None or own[1].startswith("-"):
        return ()
    boxes = ((other, box_of(header)) for other, header in source.headers.items())
    return tuple(
        (other, box[1])
        for other, box in boxes
        if box and squeeze(box[0]) == squeeze(own[0]) and box[1].startswith("-")
    )
