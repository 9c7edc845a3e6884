"""The table of one indicator with every number that is shown: levels, change, course since entry, checks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from typing import Literal

from fou_eval.declaration.codebook import Codebook
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate
from fou_eval.formatting import NOTHING, interval_label, number
from fou_eval.language import phrase
from fou_eval.quantities import unit_text
from fou_eval.tables.cells import (
    UNITS,
    Cells,
    category_label,
    column_of,
    note_text,
    p_text,
    reason,
    rows_of,
    statistic_name,
    warning_notes,
)
from fou_eval.tables.disclosure import group
from fou_eval.tables.display import DisplayTable, Heading

Part = Literal["levels", "change", "course", "checks"]
PARTS: tuple[Part, ...] = ("levels", "change", "course", "checks")
_COURSE = "change_from_entry"
# Answers that say themselves what they answer.
_SELF_TOLD = {"direction_stable", "direction_not_stable", "tipping_possible", "tipping_not_possible"}
_LEVELS = ("mean_before", "mean_after", "share_yes_", "rate_before", "rate_after", "class_share_")
_CHANGES = (
    *("share_", "net_improvement", "family_mean_change", "mean_change", "family_rate_change", "rate_ratio"),
    *("g_av", "paired_difference", "transition_share"),
)


def part_of(statistic: str) -> Part:
    """Say in which part of the table a statistic stands.

    Examples
    --------
    >>> part_of("mean_before"), part_of("share_better"), part_of("leave_one_family_out")
    ('levels', 'change', 'checks')
    """
    if statistic == _COURSE:
        return "course"
    if statistic.startswith(_LEVELS):
        return "levels"
    return "change" if statistic.startswith(_CHANGES) else "checks"


def details(release: Release, outcome: str, language: Language | None = None) -> DisplayTable:
    """Lay out every released number of one indicator, in parts whose heads name the unit.

    What is answered in words stands below the table, and so does what is withheld, with the rule.

    Parameters
    ----------
    release
        What passed the gate.
    outcome
        Name of the indicator.
    language
        Language of the table; the study's own when not given.
    """
    language = release.language(language)
    cells = Cells(release, language)
    rows = rows_of(release, outcome)
    shown = [row for row in rows if row.decision.status != "withheld"]
    told = [row for row in shown if not _in_words(row.estimate)]
    heads = _heads(release, shown, language)
    parts = {part: [row for row in told if part_of(row.estimate.statistic) == part] for part in PARTS}
    laid, groups = _parted(cells, parts, tuple(heads))
    answers = _answers(release.codebook, [row for row in shown if _in_words(row.estimate)], language)
    return DisplayTable(
        title=release.codebook.indicator(outcome).label(language),
        columns=tuple(heads.values()),
        rows=laid,
        notes=(
            *warning_notes(release, language),
            *cells.marks.notes,
            *answers,
            *_not_shown(release, rows, language),
        ),
        groups=groups,
        size="small",
        language=language,
    )


def statistic_label(codebook: Codebook, row: Released, language: Language) -> str:
    """Name a number: its statistic, then the class or the later wave that it is about."""
    label = statistic_name(row.estimate.statistic, language)
    about = _about(codebook, row.estimate, language)
    return f"{label}: {about}" if about else label


def _about(codebook: Codebook, estimate: Estimate, language: Language) -> str:
    about = category_label(codebook, estimate, language)
    if not about and estimate.statistic == _COURSE:
        return codebook.waves[estimate.wave_after].label[language]
    return about


def _in_words(estimate: Estimate) -> bool:
    """Say whether an estimate has no number, and a note that answers in its place."""
    numbers = estimate.value, estimate.low, estimate.high, estimate.p_value
    return bool(estimate.note) and not any(isfinite(one) for one in numbers)


def _parted(
    cells: Cells, parts: dict[Part, list[Released]], heads: Sequence[str]
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[int, str], ...]]:
    """Lay out the rows of each part, and say where each begins and what it is called."""
    laid: list[tuple[str, ...]] = []
    groups: list[tuple[int, str]] = []
    for part, rows in parts.items():
        if rows:
            unit = _common_unit(cells, rows)
            groups.append((len(laid), _part_name(part, unit, cells.language)))
            told = (line for row in rows for line in _lines(cells, row, part, unit))
            laid += [tuple(line[head] for head in heads) for line in told]
    return tuple(laid), tuple(groups)


def _part_name(part: Part, unit: str, language: Language) -> str:
    name = phrase(f"table.part.{part}", language)
    return phrase("table.part.unit", language, {"part": name, "unit": unit}) if unit else name


def _unit(cells: Cells, row: Released) -> str:
    """Name the unit of a number; none where a per cent sign follows it."""
    if row.estimate.scale == "proportion" and row.estimate.statistic.startswith(
        ("share_", "class_", "trans")
    ):
        return ""
    return unit_text(row.estimate.scale, column_of(cells.release, row), cells.language)


def _common_unit(cells: Cells, rows: Iterable[Released]) -> str:
    units = Counter(unit for row in rows if (unit := _unit(cells, row)))
    return units.most_common(1)[0][0] if units else ""


def _lines(cells: Cells, row: Released, part: Part, common: str) -> Iterator[dict[str, str]]:
    """Lay out a number, and below it its p-values among those of other indicators."""
    line = _cells(cells, row, part, common)
    yield line
    for name, value in (("p_adjusted", row.estimate.p_adjusted), ("q_value", row.estimate.q_value)):
        if isfinite(value):
            label = phrase(f"table.{name}", cells.language)
            told = {"statistic": f"{label[:1].upper()}{label[1:]}", "p": p_text(value, cells.language)}
            yield dict.fromkeys(line, NOTHING) | told


def _cells(cells: Cells, row: Released, part: Part, common: str) -> dict[str, str]:
    estimate, language = row.estimate, cells.language
    about = _about(cells.release.codebook, estimate, language)
    label = about if part == "course" else statistic_label(cells.release.codebook, row, language)
    unit = _unit(cells, row)
    return {
        "statistic": label if unit == common or unit.lower() in label.lower() else f"{label}, {unit}",
        "value": cells.value(row),
        "interval": cells.interval(row),
        "p": cells.p_value(row),
        "families": number(estimate.n_families, language, 0) if estimate.n_families else NOTHING,
        "persons": number(estimate.n, language, 0) if estimate.n else NOTHING,
    }


def _heads(release: Release, shown: Iterable[Released], language: Language) -> dict[str, Heading]:
    estimates = [row.estimate for row in shown]
    of_persons = any(estimate.unit in UNITS for estimate in estimates)
    of_goals = any(estimate.unit == "goal" for estimate in estimates)
    names = ("value", "interval", "p", "families", *(("persons",) if of_persons else ()))
    words = {
        name: _head(release, "goals" if name == "persons" and of_goals else name, language) for name in names
    }
    first = {"statistic": Heading(phrase("table.statistic", language), "left", 7)}
    return first | {name: Heading(head) for name, head in words.items()}


def _head(release: Release, name: str, language: Language) -> str:
    if name == "interval":
        return interval_label(release.plan.confidence, language)
    return phrase(f"table.{name}", language)


def _answers(codebook: Codebook, rows: Iterable[Released], language: Language) -> Iterator[str]:
    """Give what is answered in words, each answer after the names of what it answers where it does not say so."""
    labels: dict[str, list[str]] = {}
    for row in rows:
        name = statistic_name(row.estimate.statistic, language)
        about = _about(codebook, row.estimate, language)
        labels.setdefault(row.estimate.note, []).append(f"{name}, {about}" if about else name)
    for note, names in labels.items():
        if note in _SELF_TOLD:
            yield note_text(note, language)
            continue
        joined = "; ".join((names[0], *(name[:1].lower() + name[1:] for name in names[1:])))
        yield phrase("table.answer", language, {"what": joined, "answer": note_text(note, language)})


def _not_shown(release: Release, rows: Iterable[Released], language: Language) -> Iterator[str]:
    """Name the kinds of numbers of which some or all are withheld, with the reason."""
    reasons: dict[str, dict[str, None]] = {}
    for row in rows:
        if row.decision.status == "withheld":
            why = reason(row, release.plan, language)
            reasons.setdefault(why, {})[group(row.estimate.statistic)] = None
    shown = {group(row.estimate.statistic) for row in rows if row.decision.status != "withheld"}
    for why, groups in reasons.items():
        names = {
            "not_shown": [name for name in groups if name not in shown],
            "partly_shown": [name for name in groups if name in shown],
        }
        told = (
            phrase(
                f"table.{key}",
                language,
                {"what": "; ".join(phrase(f"table.group.{one}", language) for one in found)},
            )
            for key, found in names.items()
            if found
        )
        yield " ".join((*told, why))
