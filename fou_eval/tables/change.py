"""Tables of change: all domains at a glance, and one domain with all its indicators."""

from collections.abc import Iterable

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import change_scale, level_scale
from fou_eval.formatting import NOTHING, interval_label
from fou_eval.language import phrase
from fou_eval.quantities import unit_text
from fou_eval.tables.cells import (
    UNITS,
    Cells,
    counted,
    domain_status,
    rows_of,
    status_of,
    warning_notes,
)
from fou_eval.tables.display import DisplayTable, Heading

# Statistic before and after, by kind of indicator; a ladder has no mean, its classes stand in the details.
LEVELS = {
    "scale": ("mean_before", "mean_after"),
    "ordinal": ("mean_before", "mean_after"),
    "binary": ("share_yes_before", "share_yes_after"),
    "count": ("rate_before", "rate_after"),
}
# Where three shares cannot be shown, two can: one of them stands in the place of those it covers.
SPLITS = {
    True: (("share_better", "share_not_worse"), ("share_same",), ("share_worse", "share_not_better")),
    False: (("share_higher", "share_not_lower"), ("share_same",), ("share_lower", "share_not_higher")),
}
PLAIN = {"share_better", "share_same", "share_worse"}  # the head of the column says what the share is of
EMPTY = (NOTHING,) * 7


def overview(release: Release, language: Language | None = None) -> DisplayTable:
    """Lay out the primary indicator of every domain: before, after, change with interval, better, same and worse.

    Parameters
    ----------
    release
        What passed the gate.
    language
        Language of the table; the study's own when not given.
    """
    language = release.language(language)
    cells = Cells(release, language)
    codebook = release.codebook
    rows = tuple(_domain_row(cells, domain) for domain in codebook.domains)
    shown = [codebook.indicator(name) for name in release.plan.primary.values()]
    heads = (Heading(phrase("table.domain", language), "left", 4), *_heads(release, language))
    notes = (*warning_notes(release, language), *cells.marks.notes, *_reading_notes(shown, language))
    return DisplayTable(
        title=phrase("table.overview", language), columns=heads, rows=rows, notes=notes, language=language
    )


def domain(release: Release, domain: str, language: Language | None = None) -> DisplayTable:
    """Lay out every indicator of one domain as in the overview; the primary one is named as such."""
    language = release.language(language)
    cells = Cells(release, language)
    indicators = [indicator for indicator in release.codebook.indicators() if indicator.domain == domain]
    rows = tuple(_indicator_row(cells, indicator) for indicator in indicators)
    rows = rows or ((phrase("table.not_measured", language), *EMPTY),)
    label = release.codebook.domain(domain).label[language]
    return DisplayTable(
        title=phrase("table.of_domain", language, {"domain": label}),
        columns=_heads(release, language),
        rows=rows,
        notes=(*warning_notes(release, language), *cells.marks.notes, *_reading_notes(indicators, language)),
        language=language,
    )


def measure_label(indicator: Indicator, language: Language) -> str:
    """Name an indicator with its unit."""
    own = indicator.column.unit
    if own is None and indicator.kind in {"scale", "ordinal"}:
        return indicator.label(language)  # points on its own scale
    levels = own and indicator.kind in LEVELS
    scale = level_scale(indicator.kind) if levels else change_scale(indicator.kind)
    unit = unit_text(scale, indicator.column, language)
    label = indicator.label(language)
    return f"{label}, {unit}" if label.endswith(")") else f"{label} ({unit})"


def _heads(release: Release, language: Language) -> tuple[Heading, ...]:
    contrast, waves = release.plan.contrast, release.codebook.waves
    interval = interval_label(release.plan.confidence, language)
    return (
        Heading(phrase("table.measure", language), "left", 5),
        Heading(waves[contrast.before].label[language]),
        Heading(waves[contrast.after].label[language]),
        Heading(phrase("table.change", language, {"interval": interval})),
        *(Heading(phrase(f"table.{key}", language)) for key in ("better", "same", "worse", "basis")),
    )


def _domain_row(cells: Cells, domain: str) -> tuple[str, ...]:
    release, language = cells.release, cells.language
    label = release.codebook.domain(domain).label[language]
    status = domain_status(release, domain)
    if status != "measured":
        return (label, phrase(f"table.{status}_domain", language), *EMPTY)
    if domain not in release.plan.primary:
        return (label, phrase("table.no_primary", language), *EMPTY)
    return (label, *_indicator_row(cells, release.codebook.indicator(release.plan.primary[domain])))


def _indicator_row(cells: Cells, indicator: Indicator) -> tuple[str, ...]:
    release, outcome = cells.release, indicator.name
    rows = {row.estimate.statistic: row for row in rows_of(release, outcome)}
    label = measure_label(indicator, cells.language)
    if status_of(rows.values()) == "not_measured":
        return (label, phrase("table.not_measured", cells.language), *EMPTY[1:])
    before, after = LEVELS.get(indicator.kind, ("", ""))
    return (
        label,
        cells.value(rows.get(before)),
        cells.value(rows.get(after)),
        cells.with_interval(release.headline(outcome)),
        *_split(cells, indicator, rows),
        _basis(cells, rows.values()),
    )


def _split(cells: Cells, indicator: Indicator, rows: dict[str, Released]) -> tuple[str, ...]:
    return tuple(_share(cells, rows, names) for names in SPLITS[indicator.better != "neither"])


def _share(cells: Cells, rows: dict[str, Released], names: tuple[str, ...]) -> str:
    shown = (name for name in names if name in rows and rows[name].decision.status != "withheld")
    name = next(shown, names[0])
    text = cells.value(rows.get(name))
    if name in PLAIN or name not in rows or rows[name].decision.status == "withheld":
        return text
    return phrase(f"table.{name}", cells.language, {"share": text})


def _basis(cells: Cells, rows: Iterable[Released]) -> str:
    estimate = next((row.estimate for row in rows if row.estimate.n), None)
    if estimate is None:
        return NOTHING
    families = counted("families", estimate.n_families, cells.language)
    if estimate.unit not in UNITS:
        return families
    return f"{families} {counted(UNITS[estimate.unit], estimate.n, cells.language)}"


def _reading_notes(indicators: Iterable[Indicator], language: Language) -> tuple[str, ...]:
    notes = [phrase("table.note.change", language)]
    if any(indicator.better == "neither" for indicator in indicators):
        notes.append(phrase("table.note.neither", language))
    return tuple(notes)
