"""What becomes of every column of a file that is converted, and why one is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from fou_eval.declaration.codebook import Codebook
from fou_eval.intake.conversion.meaning import Meaning, box_of, is_same_throughout, may_be_repeated
from fou_eval.intake.conversion.sources import Source
from fou_eval.intake.conversion.technical import Technical, technical
from fou_eval.intake.conversion.wide import column_named, spellings
from fou_eval.intake.persons.announced import personal_header
from fou_eval.intake.raw import letter
from fou_eval.intake.sheets.headers import header_name

Fate = Literal[
    "at_wave", "repeated", "kept", "wave", "event", "box_for_missing",
    "free_text", "technical", "person",
    "unknown", "unknown_wave", "no_wave", "persons", "second", "box", "no_key",
]  # fmt: skip
CARRIED: frozenset[Fate] = frozenset({"at_wave", "repeated", "kept", "wave", "event", "box_for_missing"})
LEFT_OUT: frozenset[Fate] = frozenset({"free_text", "technical", "person"})
"""Left out on purpose; what is in neither could not be mapped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFate:
    """What becomes of one column of a file.

    Attributes
    ----------
    sheet, letter
        Where it stands.
    header
        Its header, if that may be shown.
    fate
        What becomes of it.
    tables
        The declared tables that take it; one that would take it if it had the key.
    column
        Its declared name.
    wave
        Code of its wave.
    said
        The wave as written, when it is not declared.
    technical
        What a tool wrote in it.
    """

    sheet: str | None
    letter: str
    header: str | None
    fate: Fate
    tables: tuple[str, ...] = ()
    column: str | None = None
    wave: str | None = None
    said: str = ""
    technical: Technical | None = None


def fates(source: Source, chosen: Sequence[Meaning], codebook: Codebook) -> Iterator[ColumnFate]:
    """Say of every column of a sheet what becomes of it, from left to right."""
    for number in source.texts:
        yield _fate(source, number, chosen, codebook)


def becomes(meaning: Meaning, number: int, *, by_record: bool) -> Fate:
    """Say what becomes of a column in a table that knows it; a record of REDCap enters what never changes once."""
    aside, declared = meaning.columns[number], meaning.declared(number)
    if aside.person:
        return "persons"
    if declared.role == "free_text":
        return "free_text"
    if aside.said:
        return "at_wave" if aside.wave is not None else "unknown_wave"
    if declared.role == "wave":
        return "second" if meaning.is_wide else "wave"
    if not meaning.is_wide:
        stays = (
            by_record and meaning.wave_column is not None and is_same_throughout(meaning.table, aside.column)
        )
        return "repeated" if stays else "kept"
    return "repeated" if may_be_repeated(meaning.table, aside.column) else "no_wave"


def _fate(source: Source, number: int, chosen: Sequence[Meaning], codebook: Codebook) -> ColumnFate:
    known = [meaning for meaning in chosen if number in meaning.columns]
    if not known:
        return _unmapped(source, number, chosen, codebook)
    ways = [(becomes(meaning, number, by_record=source.record is not None), meaning) for meaning in known]
    carrying = [(fate, meaning) for fate, meaning in ways if fate in CARRIED] or ways
    fate, first = carrying[0]
    aside = first.columns[number]
    return ColumnFate(
        sheet=source.sheet.shown,
        letter=letter(number),
        header=_shown(source, number),
        fate=fate,
        tables=tuple(meaning.table.table for _, meaning in carrying),
        column=aside.column,
        wave=aside.wave or _wave_of_sheet(source, first, fate),
        said=aside.said,
    )


def _wave_of_sheet(source: Source, meaning: Meaning, fate: Fate) -> str | None:
    """Give the wave that the name of the sheet or file gives to a column that has none of its own."""
    column = meaning.wave_column
    needed = fate == "kept" and source.event is None and column is not None
    return source.wave if needed and meaning.number_of(column) is None else None


def _unmapped(source: Source, number: int, chosen: Sequence[Meaning], codebook: Codebook) -> ColumnFate:
    texts = source.texts[number]
    fate: Fate = "unknown"
    table: tuple[str, ...] = ()
    written = next((kind for text in texts if (kind := technical(text))), None)
    box = box_of(texts[0]) if texts else None
    if any(number in meaning.second for meaning in chosen):
        fate = "second"
    elif number == source.event:
        fate = "event"
    elif box is not None:
        fate = _box(source, box, chosen)
    elif written is not None:
        fate = "technical"
    elif any(personal_header(text) for text in texts):
        fate = "person"
    else:
        table = _without_key(texts, codebook)
        fate = "no_key" if table else "unknown"
    return ColumnFate(
        sheet=source.sheet.shown,
        letter=letter(number),
        header=_shown(source, number),
        fate=fate,
        tables=table,
        technical=written,
    )


def _box(source: Source, box: tuple[str, str], chosen: Sequence[Meaning]) -> Fate:
    """Say what becomes of a box to tick that is no declared column: it may stand for a code of missing."""
    fields = {
        other[0]
        for meaning in chosen
        for number in meaning.columns
        if (other := box_of(source.headers.get(number, "")))
    }
    return "box_for_missing" if box[1].startswith("-") and box[0] in fields else "box"


def _without_key(texts: Sequence[str], codebook: Codebook) -> tuple[str, ...]:
    """Name the tables that know a column but whose key the sheet lacks."""
    tables = codebook.tables.values()
    return tuple(
        table.table for table in tables if any(column_named(text, spellings(table)) for text in texts)
    )


def _shown(source: Source, number: int) -> str | None:
    """Give the first text of a header that may be repeated."""
    return next((name for text in source.texts[number] if (name := header_name(text))), None)
