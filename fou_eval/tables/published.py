"""Figures that somebody published, beside what is computed here, and values of populations to compare with."""

from collections.abc import Mapping, Sequence

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NO_BREAK_SPACE, NOTHING, named_month, points, signed
from fou_eval.language import phrase
from fou_eval.quantities import estimate_text
from fou_eval.tables.cells import warning_notes
from fou_eval.tables.costs import coded, plain
from fou_eval.tables.display import DisplayTable, Heading
from fou_eval.tables.recorded import shown

Fact = Mapping[str, str | float | bool | None]
# The figures that could be computed here, whether or not this study has what they need.
COMPUTABLE = frozenset(
    {
        *("families", "persons", "households", "target_families_min", "target_families_max"),
        *("cost_total", "cost_per_family", "cost_per_person", "cost_extension", "extension_months"),
        *("caseload", "time_with_families"),
    }
)


def published(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out every published figure with its source, and what is computed here of the same thing.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.

    Returns
    -------
    DisplayTable or None
        None where no published figures are recorded.
    """
    language = release.language(language)
    table = release.codebook.recording("published_figures")
    told = release.facts_of("published_figures")
    if table is None or not told:
        return None
    heads = (("figure", "left", 4), ("value", "right", 3), ("source", "left", 4), ("kind", "left", 2))
    return DisplayTable(
        title=phrase("published.title", language),
        columns=(
            *(Heading(phrase(f"published.{name}", language), side, weight) for name, side, weight in heads),  # type: ignore[arg-type]
            Heading(phrase("published.computed", language), "left", 3),
            Heading(phrase("published.difference", language), "left", 3),
        ),
        rows=tuple(_row(release, table, row, language) for row in told),
        notes=(
            *warning_notes(release, language),
            phrase("published.people_note", language),
            phrase("published.not_computed_note", language),
        ),
        language=language,
    )


def _row(release: Release, table: Table, row: Fact, language: Language) -> tuple[str, ...]:
    computed, difference = (
        _found(release, name, table, row) for name in ("published_computed", "published_difference")
    )
    return (
        coded(table, row, "figure", language),
        stated(table, row, language),
        source_and_month(table, row, language),
        coded(table, row, "kind", language),
        _computed(row, computed, language),
        _difference(row, computed, difference, language),
    )


def _found(release: Release, statistic: str, table: Table, row: Fact) -> Released | None:
    parts = (str(row["figure"]), str(row.get("source")), str(row.get("date") or ""))
    return release.find(statistic, category=":".join((table.table, *parts)))


def stated(table: Table, row: Fact, language: Language) -> str:
    """Write a published value with its unit, and with how surely the source puts it."""
    value = f"{plain(row, 'value', language)}{NO_BREAK_SPACE}{_unit(table, row, language)}"
    if row.get("bound") in {None, "exactly"}:
        return value
    bound = coded(table, row, "bound", language).lower().replace(" ", NO_BREAK_SPACE)
    return phrase("published.bound", language, {"bound": bound, "value": value})


def source_and_month(table: Table, row: Fact, language: Language) -> str:
    """Name a source and the month in which it said so."""
    source, month = coded(table, row, "source", language), row.get("date")
    return f"{source}, {named_month(str(month), language)}" if month else source


def _computed(row: Fact, computed: Released | None, language: Language) -> str:
    if computed is None:
        known = str(row["figure"]) in COMPUTABLE
        return phrase("published.not_measured" if known else "published.not_computed", language)
    if computed.decision.status == "withheld":
        return phrase("published.withheld", language)
    return estimate_text(computed.estimate, None, language)


def _difference(row: Fact, computed: Released | None, difference: Released | None, language: Language) -> str:
    """Write a difference of money, time or parts in full, one of people as a word."""
    if computed is None or not shown(computed):
        return NOTHING
    value = row.get("value")
    if difference is not None and shown(difference):
        estimate = difference.estimate
        if estimate.scale == "points":
            return points(estimate.value, language)
        return signed(estimate.value, language, 1 if estimate.scale == "per_advocate" else 0)
    if not isinstance(value, float):
        return NOTHING
    here = computed.estimate.value
    return phrase(f"published.{'same' if here == value else 'more' if here > value else 'fewer'}", language)


def differing(release: Release) -> dict[str, Sequence[Fact]]:
    """Give the figures of which sources state different values, with the rows that do."""
    by_figure: dict[str, list[Fact]] = {}
    for row in release.facts_of("published_figures"):
        if isinstance(row.get("value"), float):
            by_figure.setdefault(str(row["figure"]), []).append(row)
    return {
        name: rows
        for name, rows in by_figure.items()
        if len({(row["value"], row["unit"]) for row in rows}) > 1
    }


def reference_values(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out the values of populations that are given to compare with, with year and source."""
    language = release.language(language)
    table = release.codebook.recording("reference_values")
    told = release.facts_of("reference_values")
    if table is None or not told:
        return None
    names = ("measure", "population", "value", "year", "source")
    sides = {"value": "right", "year": "right"}
    return DisplayTable(
        title=table.label[language],
        columns=tuple(
            Heading(table.columns[name].label[language], sides.get(name, "left"), 1 if name == "year" else 3)  # type: ignore[arg-type]
            for name in names
        ),
        rows=tuple(
            (
                coded(table, row, "measure", language),
                coded(table, row, "population", language),
                f"{plain(row, 'value', language)}{NO_BREAK_SPACE}{_unit(table, row, language)}".rstrip(),
                f"{row['year']:.0f}" if isinstance(row.get("year"), float) else NOTHING,
                coded(table, row, "source", language),
            )
            for row in told
        ),
        notes=(*warning_notes(release, language), phrase("published.reference", language)),
        language=language,
    )


def _unit(table: Table, row: Fact, language: Language) -> str:
    unit = coded(table, row, "unit", language) if row.get("unit") else ""
    return unit.replace(" ", NO_BREAK_SPACE)
