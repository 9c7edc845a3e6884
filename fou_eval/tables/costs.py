"""Tables of recorded costs and prices, and of what a family, a person and a post cost."""

from collections.abc import Iterable, Iterator, Mapping

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NOTHING, number
from fou_eval.language import phrase
from fou_eval.tables.cells import warning_notes
from fou_eval.tables.display import DisplayTable, Heading
from fou_eval.tables.recorded import code_label, shown

LEVELS = ("low", "base", "high")
# What is computed of costs, in the order of the table, with the part of the category at which the year stands.
PER = ("cost_sum", "cost_per_family", "cost_per_person", "cost_per_stated_family", "cost_per_post_month")
Fact = Mapping[str, str | float | bool | None]


def costs(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out every recorded amount with its price year, whose cost it is, what it is for and who says so.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.

    Returns
    -------
    DisplayTable or None
        None where no costs are recorded.
    """
    language = release.language(language)
    table = release.codebook.recording("costs")
    told = release.facts_of("costs")
    if table is None or not told:
        return None
    return DisplayTable(
        title=table.label[language],
        columns=(
            Heading(table.columns["item"].label[language], "left", 4),
            Heading(phrase("economy.amount", language), "right", 2),
            Heading(table.columns["year"].label[language], "right", 1),
            Heading(table.columns["perspective"].label[language], "left", 2),
            Heading(phrase("economy.for", language), "left", 3),
            Heading(table.columns["source"].label[language], "left", 3),
        ),
        rows=tuple(_amount(table, row, language) for row in told),
        notes=(*warning_notes(release, language), phrase("economy.own_prices", language)),
        language=language,
    )


def _amount(table: Table, row: Fact, language: Language) -> tuple[str, ...]:
    return (
        coded(table, row, "item", language),
        told_number(row, "amount_sek", language),
        _year(row.get("year")),
        coded(table, row, "perspective", language),
        _basis(table, row, language),
        coded(table, row, "source", language),
    )


def _basis(table: Table, row: Fact, language: Language) -> str:
    """Say what an amount is for: how many families, how many posts in how many months, and whose money it was."""
    said = []
    if isinstance(row.get("n_families"), float):
        said.append(phrase("economy.for.families", language, {"n": told_number(row, "n_families", language)}))
    if isinstance(row.get("posts"), float) and isinstance(row.get("months"), float):
        values = {name: plain(row, name, language) for name in ("posts", "months")}
        said.append(phrase("economy.for.posts", language, values))
    if row.get("funder"):
        said.append(coded(table, row, "funder", language))
    return "; ".join(said) or NOTHING


def computed_costs(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out what follows from the recorded amounts: per family, person, and post and month."""
    language = release.language(language)
    table = release.codebook.recording("costs")
    rows = [row for name in PER for row in release.of_table(name, "costs")]
    if table is None or not rows:
        return None
    lines = [(row, row.estimate.category.split(":")) for row in rows]
    return DisplayTable(
        title=phrase("economy.computed", language),
        columns=(
            Heading(phrase("economy.figure", language), "left", 5),
            Heading(phrase("economy.amount", language), "right", 2),
            Heading(table.columns["year"].label[language], "right", 1),
            Heading(table.columns["perspective"].label[language], "left", 2),
        ),
        rows=tuple(
            (
                phrase(
                    f"economy.line.{row.estimate.statistic}",
                    language,
                    {"item": code_label(table, "item", parts[1], language)},
                ),
                money(row, language),
                parts[3].replace("-", "–"),
                code_label(table, "perspective", parts[2], language),
            )
            for row, parts in lines
        ),
        notes=(
            *warning_notes(release, language),
            *notes_of(rows, language),
            *_denominators(release, language),
        ),
        language=language,
    )


def _denominators(release: Release, language: Language) -> Iterator[str]:
    """Say how many families and persons the project's cost is divided by, where that may be told."""
    counted = [release.find(name) for name in ("families_enrolled", "persons_enrolled")]
    if all(shown(row) for row in counted):
        families, persons = (number(row.estimate.value, language, 0) for row in counted if row is not None)
        yield phrase("economy.divided_by", language, {"families": families, "persons": persons})


def unit_prices(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out every price, low, base and high, with its year, whose price it is and who says so."""
    language = release.language(language)
    table = release.codebook.recording("unit_prices")
    told = release.facts_of("unit_prices")
    if table is None or not told:
        return None
    columns = table.columns
    return DisplayTable(
        title=table.label[language],
        columns=(
            Heading(columns["item"].label[language], "left", 4),
            *(Heading(columns[name].label[language], "right", 2) for name in LEVELS),
            Heading(columns["year"].label[language], "right", 1),
            Heading(columns["perspective"].label[language], "left", 2),
            Heading(columns["source"].label[language], "left", 3),
        ),
        rows=tuple(
            (
                coded(table, row, "item", language),
                *(told_number(row, name, language) for name in LEVELS),
                _year(row.get("year")),
                coded(table, row, "perspective", language),
                coded(table, row, "source", language),
            )
            for row in told
        ),
        notes=(*warning_notes(release, language), phrase("economy.prices_note", language)),
        language=language,
    )


def notes_of(rows: Iterable[Released], language: Language) -> tuple[str, ...]:
    """Say what the notes of rows mean, each once."""
    notes = dict.fromkeys(row.estimate.note for row in rows if row.estimate.note)
    return tuple(phrase(f"note.{note}", language) for note in notes)


def money(row: Released, language: Language) -> str:
    """Write an amount, or why there is none."""
    if row.decision.status == "withheld":
        return phrase("table.withheld", language)
    return number(row.estimate.value, language, 0)


def coded(table: Table, row: Fact, name: str, language: Language) -> str:
    """Write the label of a code of a recorded row; a dash where there is none."""
    code = row.get(name)
    return (
        NOTHING if code is None or name not in table.columns else code_label(table, name, str(code), language)
    )


def told_number(row: Fact, name: str, language: Language) -> str:
    """Write a whole number of a recorded row; a dash where there is none."""
    value = row.get(name)
    return number(value, language, 0) if isinstance(value, float) else NOTHING


def plain(row: Fact, name: str, language: Language) -> str:
    """Write a number of a recorded row with a decimal only where it has any; a dash where there is none."""
    value = row.get(name)
    return number(value, language, 0 if value.is_integer() else 1) if isinstance(value, float) else NOTHING


def _year(value: object) -> str:
    return f"{value:.0f}" if isinstance(value, float) else NOTHING


def perspectives_without(release: Release, subject: Subject, language: Language) -> list[str]:
    """Name the perspectives that are declared for a table and of which nothing is recorded."""
    table = release.codebook.recording(subject)
    codes = table.columns["perspective"].codes if table is not None else None
    held = {str(row.get("perspective")) for row in release.facts_of(subject)}
    return (
        [text[language] for code, text in codes.items() if str(code) not in held]
        if isinstance(codes, dict)
        else []
    )
