"""Tables of who took part, and of what the disclosure rules withheld."""

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NOTHING, count_range, number
from fou_eval.language import phrase
from fou_eval.quantities import value_text
from fou_eval.tables.cells import Cells, category_label, reason, warning_notes
from fou_eval.tables.display import DisplayTable, Heading

MOST_NAMED = 6  # a longer list of indicators is counted; the tables of details name each
# All of them say who moved which way.
SPLIT = frozenset(
    (
        *("share_better", "share_same", "share_worse", "share_not_better", "share_not_worse"),
        *("share_higher", "share_lower", "share_not_higher", "share_not_lower", "net_improvement"),
    )
)


def participants(release: Release, language: Language | None = None) -> DisplayTable:
    """Lay out families and persons enrolled and measured at each wave, and the families that were not measured."""
    language = release.language(language)
    cells = Cells(release, language)
    enrolled = (
        phrase("table.enrolled", language),
        _count(cells, release.find("families_enrolled")),
        NOTHING,
        _count(cells, release.find("persons_enrolled")),
    )
    waves = tuple(_wave(cells, wave) for wave in release.codebook.waves)
    heads = ("table.families", "table.families_missing", "table.persons")
    reasons = _reasons(cells)
    return DisplayTable(
        title=phrase("table.participants", language),
        columns=(
            Heading(phrase("table.occasion", language), "left"),
            *(Heading(phrase(key, language)) for key in heads),
        ),
        rows=(enrolled, *waves),
        notes=(*warning_notes(release, language), *cells.marks.notes, *reasons),
        language=language,
    )


def decisions(release: Release, language: Language | None = None) -> DisplayTable:
    """Lay out what was withheld or shown in coarser form, by rule; the details name the numbers of each indicator."""
    language = release.language(language)
    found: dict[tuple[str, str], tuple[dict[str, None], dict[str, None]]] = {}
    for row in release:
        if row.decision.rules:
            action = phrase(f"table.{row.decision.status}_action", language)
            numbers, indicators = found.setdefault((reason(row, release.plan, language), action), ({}, {}))
            numbers[_numbers(row.estimate.statistic, language)] = None
            indicators[_about(release, row, language)] = None
    heads = {"table.rule": 12, "table.action": 5, "table.numbers": 10, "table.indicators": 12}
    note = "table.decisions_note" if found else "table.nothing_withheld"
    return DisplayTable(
        title=phrase("table.decisions", language),
        columns=tuple(Heading(phrase(key, language), "left", weight) for key, weight in heads.items()),
        rows=tuple(
            (why, action, "; ".join(numbers), _listed(release, tuple(indicators), language))
            for (why, action), (numbers, indicators) in found.items()
        ),
        notes=(*warning_notes(release, language), phrase(note, language)),
        language=language,
    )


def _listed(release: Release, names: tuple[str, ...], language: Language) -> str:
    if len(names) <= MOST_NAMED:
        return "; ".join(names)
    others = phrase("table.who_took_part", language)
    indicators = [name for name in names if name != others]
    total = len(list(release.codebook.indicators()))
    many = phrase("table.many_indicators", language, {"n": len(indicators), "total": total})
    return "; ".join([others, many] if others in names else [many])


def _numbers(statistic: str, language: Language) -> str:
    if statistic in SPLIT:
        return phrase("table.split", language)
    if statistic.startswith("class_share_"):
        return phrase("table.classes", language)
    return phrase(f"statistic.{statistic}.label", language)


def _about(release: Release, row: Released, language: Language) -> str:
    outcome = row.estimate.outcome
    if not outcome:
        return phrase("table.who_took_part", language)
    return release.codebook.indicator(outcome).label(language)


def _wave(cells: Cells, wave: str) -> tuple[str, ...]:
    release, language = cells.release, cells.language
    families = release.find("families_at_wave", category=wave)
    return (
        release.codebook.waves[wave].label[language],
        _count(cells, families),
        _missing(cells, families),
        _count(cells, release.find("persons_at_wave", category=wave)),
    )


def _count(cells: Cells, row: Released | None) -> str:
    return (
        cells.marks.mark(_range(cells, row), reason(row, cells.release.plan, cells.language))
        if _as_range(row) and row
        else cells.value(row)
    )


def _as_range(row: Released | None) -> bool:
    return row is not None and row.decision.status == "changed" and row.estimate.low == row.estimate.low


def _range(cells: Cells, row: Released | None) -> str:
    return count_range(row.estimate.low, row.estimate.high, cells.language) if row else NOTHING


def _missing(cells: Cells, row: Released | None) -> str:
    enrolled = cells.release.find("families_enrolled")
    if row is None or enrolled is None:
        return NOTHING
    total, estimate = enrolled.estimate.value, row.estimate
    if _as_range(row):
        return count_range(total - estimate.high, total - estimate.low, cells.language)
    return number(total - estimate.value, cells.language, 0)


def _reasons(cells: Cells) -> tuple[str, ...]:
    release, language = cells.release, cells.language
    rows = [row for row in release if row.estimate.statistic == "missing_reason"]
    shown = [row for row in rows if row.decision.status != "withheld"]
    lines = [_reason_line(release, row, language) for row in shown]
    if len(shown) < len(rows):
        lines.append(phrase("table.reasons_withheld", language))
    return tuple(lines)


def _reason_line(release: Release, row: Released, language: Language) -> str:
    key = "table.missing_reason_one" if row.estimate.value == 1 else "table.missing_reason"
    why = category_label(release.codebook, row.estimate, language)
    return phrase(key, language, {"reason": why, "families": value_text(row.estimate, None, language)})
