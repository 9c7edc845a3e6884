"""`fou-eval convert`: how a file of another shape would be read, column by column; written only with --out."""

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fou_eval.declaration import Language, read_declaration
from fou_eval.errors import DataError
from fou_eval.intake.answer import Line, check_lines
from fou_eval.intake.conversion.convert import Conversion, convert
from fou_eval.intake.conversion.fates import CARRIED, LEFT_OUT, ColumnFate
from fou_eval.intake.conversion.write import workbook_of
from fou_eval.language import phrase
from fou_eval.office import repack
from fou_eval.placing import new_file_in_place

WIDTH = 160  # columns of a table that is not shown on a screen
TABLE_SHOWN = {"wide", "sheets", "export"}
MOST_PLACES = 4  # addresses named before the rest is only counted


def run(file: Path, study: Path, *, out: Path | None) -> int:
    """Show the conversion, write it if asked to, and give the exit status."""
    declaration = read_declaration(study)
    language = declaration.codebook.language
    if out is not None:
        _refuse(out, language)
    conversion = convert(file, declaration)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH)
    _show(conversion, next(iter(declaration.codebook.waves)), console, language)
    if conversion.shape == "declared":
        return 0
    if not conversion.may_be_written:
        if conversion.shape in TABLE_SHOWN and not conversion.obstacles:
            console.print(Text(phrase("convert.nothing_to_write", language)))
        return DataError.exit_code
    if out is None:
        console.print(Text(phrase("convert.nothing_written", language)))
        return 0
    new_file_in_place(out, repack(workbook_of(conversion)), language)
    console.print(Text(phrase("convert.written", language, {"file": out.name, "study": study.name})))
    return 0


def _refuse(out: Path, language: Language) -> None:
    if out.suffix.lower() != ".xlsx":
        raise DataError(phrase("convert.refused.ending", language))
    if out.exists():
        raise DataError(phrase("convert.refused.exists", language))


def _show(conversion: Conversion, entry: str, console: Console, language: Language) -> None:
    if conversion.shape != "unknown" or not conversion.obstacles:
        tool = {"tool": conversion.tool}
        console.print(Text(phrase(f"convert.shape.{conversion.shape}", language, tool)))
    if conversion.shape in TABLE_SHOWN and conversion.columns:
        console.print(_columns(conversion, entry, language))
        if conversion.events:
            console.print(_events(conversion, language))
        for line in _summary(conversion, language):
            console.print(Text(line))
    if conversion.obstacles and conversion.shape != "declared":
        console.print(Text(phrase("convert.obstacles", language), style="bold red"))
        for text in _gathered(check_lines(conversion.obstacles, language), language):
            console.print(Text(text))


def _gathered(lines: list[Line], language: Language) -> Iterator[str]:
    """Say once what is wrong at many cells of a column."""
    places: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        places.setdefault((line.column, line.message), []).append(line.address)
    for (column, message), addresses in places.items():
        more = len(addresses) - MOST_PLACES
        named = ", ".join(address for address in addresses[:MOST_PLACES] if address)
        rest = phrase("convert.and_more", language, {"count": more}) if more > 0 else ""
        where = " ".join(part for part in (named, rest, column) if part)
        yield f"– {where}: {message}" if where else f"– {message}"


def _columns(conversion: Conversion, entry: str, language: Language) -> Table:
    table = Table(show_lines=False, pad_edge=False)
    for column in ("file", "header", "becomes", "wave", "how"):
        table.add_column(phrase(f"convert.{column}", language), overflow="fold")
    several = len({fate.sheet for fate in conversion.columns}) > 1
    for fate in conversion.columns:
        where = f"{fate.sheet} {fate.letter}" if several and fate.sheet else fate.letter
        becomes = ", ".join(f"{name}.{fate.column}" for name in fate.tables) if fate.fate in CARRIED else ""
        style = "" if fate.fate in CARRIED else "dim" if fate.fate in LEFT_OUT else "yellow"
        table.add_row(
            Text(where),
            Text(fate.header or phrase("convert.not_shown", language)),
            Text(becomes if fate.column else ""),
            Text(fate.wave or ""),
            Text(_how(fate, entry, language), style=style),
        )
    return table


def _how(fate: ColumnFate, entry: str, language: Language) -> str:
    if fate.fate == "technical":
        return phrase(f"convert.technical.{fate.technical}", language)
    places = {"said": fate.said, "table": ", ".join(fate.tables), "example": f"{fate.column}_{entry}"}
    return phrase(f"convert.fate.{fate.fate}", language, places)


def _events(conversion: Conversion, language: Language) -> Table:
    table = Table(show_lines=False, pad_edge=False)
    for column in ("event", "rows", "wave"):
        table.add_column(phrase(f"convert.{column}", language))
    for event in conversion.events:
        table.add_row(
            Text(event.name or phrase("convert.not_shown", language)),
            Text(str(event.rows)),
            Text(event.wave or phrase("convert.no_wave", language), style="" if event.wave else "yellow"),
        )
    return table


def _summary(conversion: Conversion, language: Language) -> Iterator[str]:
    yield phrase("convert.before", language, {"rows": conversion.rows})
    for name, table in conversion.tables.items():
        yield phrase("convert.after", language, {"table": name, "rows": len(table.rows)})
    counts = {
        "empty": conversion.empty,
        "emptied": conversion.emptied,
        "event_unknown": conversion.without_wave,
    }
    for key, count in counts.items():
        if count:
            yield phrase(f"convert.{key}", language, {"rows": count})
    if conversion.undated:
        yield phrase("convert.undated", language)
    unmapped = sum(fate.fate not in CARRIED | LEFT_OUT | {"technical"} for fate in conversion.columns)
    if unmapped:
        yield phrase("convert.unmapped", language, {"columns": unmapped})
    for line in check_lines(conversion.notes, language):
        where = " ".join(part for part in (line.address, line.column) if part)
        yield f"– {where}: {line.message}"
    yield phrase("convert.interprets_nothing", language)
