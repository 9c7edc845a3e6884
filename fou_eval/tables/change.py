"""Tables of change: all domains at a glance, one domain with all its indicators, one indicator with every number."""

from collections.abc import Iterable
from math import isfinite

from fou_eval.declaration.codebook import Codebook, Indicator
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NOTHING, interval_label, number
from fou_eval.language import phrase
from fou_eval.quantities import headline, interval_text, unit_text
from fou_eval.tables.cells import (
    Cells,
    category_label,
    column_of,
    domain_status,
    p_text,
    reason,
    rows_of,
    statistic_name,
)
from fou_eval.tables.display import DisplayTable, Heading

# Statistic before and after, by kind of indicator; a ladder has no mean, its classes stand in the details.
LEVELS = {
    "scale": ("mean_before", "mean_after"),
    "ordinal": ("mean_before", "mean_after"),
    "binary": ("share_yes_before", "share_yes_after"),
    "count": ("rate_before", "rate_after"),
}
SPLITS = {
    True: ("share_better", "share_same", "share_worse"),
    False: ("share_higher", "share_same", "share_lower"),
}
EMPTY = (NOTHING,) * 8


def overview(release: Release, language: Language) -> DisplayTable:
    """Lay out the primary indicator of every domain: before, after, change with interval, better, same and worse.

    Parameters
    ----------
    release
        What passed the gate.
    language
        Language of the table.
    """
    cells = Cells(release, language)
    codebook = release.codebook
    rows = tuple(_domain_row(cells, domain) for domain in codebook.domains)
    shown = [codebook.indicator(name) for name in release.plan.primary.values()]
    heads = (Heading(phrase("table.domain", language), "left", 4), *_heads(release, language))
    notes = (*cells.marks.notes, *_reading_notes(shown, language))
    return DisplayTable(
        title=phrase("table.overview", language), columns=heads, rows=rows, notes=notes, language=language
    )


def domain(release: Release, domain: str, language: Language) -> DisplayTable:
    """Lay out every indicator of one domain as in the overview; the primary one is named as such."""
    cells = Cells(release, language)
    indicators = [indicator for indicator in release.codebook.indicators() if indicator.domain == domain]
    rows = tuple(_indicator_row(cells, indicator) for indicator in indicators)
    rows = rows or ((phrase("table.not_measured", language), *EMPTY),)
    label = release.codebook.domains[domain].label[language]
    return DisplayTable(
        title=phrase("table.of_domain", language, {"domain": label}),
        columns=_heads(release, language),
        rows=rows,
        notes=(*cells.marks.notes, *_reading_notes(indicators, language)),
        language=language,
    )


def details(release: Release, outcome: str, language: Language) -> DisplayTable:
    """Lay out every released number of one indicator; what is withheld is named below the table, with the rule."""
    cells = Cells(release, language)
    rows = rows_of(release, outcome)
    shown = [row for row in rows if row.decision.status != "withheld"]
    adjusted = any(isfinite(row.estimate.p_adjusted) for row in shown)
    heads = [
        "table.value",
        "table.unit",
        "",
        "table.p",
        *(["table.p_adjusted"] if adjusted else []),
        "table.families",
        "table.persons",
    ]
    names = [
        phrase(key, language) if key else interval_label(release.plan.confidence, language) for key in heads
    ]
    columns = (Heading(phrase("table.statistic", language), "left", 5), *(Heading(name) for name in names))
    cut = 8 if adjusted else 7
    body = tuple(_detail(cells, row, adjusted=adjusted)[:cut] for row in shown)
    return DisplayTable(
        title=release.codebook.indicator(outcome).label(language),
        columns=tuple(Heading(h.header, "left", 4) if h.header == names[1] else h for h in columns),
        rows=body,
        notes=(*cells.marks.notes, *_not_shown(release, rows, language)),
        language=language,
    )


def measure_label(indicator: Indicator, language: Language) -> str:
    """Name an indicator with the unit that its change is counted in."""
    own = indicator.column.unit
    unit = own[language] if own else unit_text(headline(indicator.kind), indicator.column, language)
    return f"{indicator.label(language)} ({unit})"


def statistic_label(codebook: Codebook, row: Released, language: Language) -> str:
    """Name a number: its statistic, then the class or the later wave that it is about."""
    estimate = row.estimate
    label = statistic_name(estimate.statistic, language)
    about = category_label(codebook, estimate, language)
    if not about and estimate.statistic == "change_from_entry":
        about = codebook.waves[estimate.wave_after].label[language]
    return f"{label}: {about}" if about else label


def _heads(release: Release, language: Language) -> tuple[Heading, ...]:
    contrast, waves = release.plan.contrast, release.codebook.waves
    interval = interval_label(release.plan.confidence, language)
    return (
        Heading(phrase("table.measure", language), "left", 5),
        Heading(waves[contrast.before].label[language]),
        Heading(waves[contrast.after].label[language]),
        Heading(phrase("table.change", language, {"interval": interval})),
        *(
            Heading(phrase(f"table.{key}", language))
            for key in ("better", "same", "worse", "families", "persons")
        ),
    )


def _domain_row(cells: Cells, domain: str) -> tuple[str, ...]:
    release, language = cells.release, cells.language
    label = release.codebook.domains[domain].label[language]
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
    if not rows:
        return (label, phrase("table.not_measured", cells.language), *EMPTY[1:])
    before, after = LEVELS.get(indicator.kind, ("", ""))
    return (
        label,
        cells.value(rows.get(before)),
        cells.value(rows.get(after)),
        cells.with_interval(rows.get(headline(indicator.kind))),
        *_split(cells, indicator, rows),
        *_counts(cells, rows.values()),
    )


def _split(cells: Cells, indicator: Indicator, rows: dict[str, Released]) -> tuple[str, ...]:
    directed = indicator.better != "neither"
    texts = [cells.value(rows.get(name)) for name in SPLITS[directed]]
    if directed:
        return tuple(texts)
    words = ("table.rose", "table.stayed", "table.fell")
    return tuple(phrase(key, cells.language, {"share": text}) for key, text in zip(words, texts, strict=True))


def _counts(cells: Cells, rows: Iterable[Released]) -> tuple[str, str]:
    counted = next((row.estimate for row in rows if row.estimate.n), None)
    if counted is None:
        return NOTHING, NOTHING
    persons = number(counted.n, cells.language, 0) if counted.unit == "person" else NOTHING
    return number(counted.n_families, cells.language, 0), persons


def _detail(cells: Cells, row: Released, *, adjusted: bool) -> tuple[str, ...]:
    estimate, language = row.estimate, cells.language
    column = column_of(cells.release, row)
    interval = interval_text(estimate, column, language)
    p_values = [cells.p_value(row)]
    if adjusted:
        p_values.append(p_text(estimate.p_adjusted, language))
    return (
        statistic_label(cells.release.codebook, row, language),
        cells.value(row),
        unit_text(estimate.statistic, column, language),
        interval.replace(" ", "\u00a0"),
        *p_values,
        *_counts(cells, [row]),
    )


def _reading_notes(indicators: Iterable[Indicator], language: Language) -> tuple[str, ...]:
    kinds = {indicator.kind for indicator in indicators}
    notes = [phrase("table.note.change", language)]
    if "ladder" in kinds:
        notes.append(phrase("table.note.ladder", language))
    if any(indicator.better == "neither" for indicator in indicators):
        notes.append(phrase("table.note.neither", language))
    return tuple(notes)


def _not_shown(release: Release, rows: Iterable[Released], language: Language) -> tuple[str, ...]:
    hidden = [row for row in rows if row.decision.status == "withheld"]
    reasons: dict[str, dict[str, None]] = {}
    for row in hidden:
        label = phrase(f"statistic.{row.estimate.statistic}.label", language)
        reasons.setdefault(reason(row, release.plan, language), {})[label] = None
    return tuple(
        phrase("table.not_shown", language, {"what": ", ".join(labels), "why": why})
        for why, labels in reasons.items()
    )
