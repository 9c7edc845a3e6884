"""Tables of who took part."""

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NOTHING, count_range, number
from fou_eval.language import phrase
from fou_eval.quantities import NOT_DUE, value_text
from fou_eval.tables.cells import Cells, category_label, reason, warning_notes
from fou_eval.tables.display import DisplayTable, Heading


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


def _wave(cells: Cells, wave: str) -> tuple[str, ...]:
    release, language = cells.release, cells.language
    families = release.find("families_at_wave", category=wave)
    if families is not None and families.decision.status != "withheld" and families.estimate.value == 0:
        # At such a wave nobody is missing: it was not held.
        unmeasured = phrase("table.not_measured", language)
        return release.codebook.waves[wave].label[language], unmeasured, NOTHING, NOTHING
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
        if release.codebook.status == "preliminary":
            lines.append(phrase("table.not_due_untold", language))
    return tuple(lines)


def _reason_line(release: Release, row: Released, language: Language) -> str:
    if row.estimate.category.endswith(f":{NOT_DUE}"):
        key = "table.not_due_line"
    else:
        key = "table.missing_reason_one" if row.estimate.value == 1 else "table.missing_reason"
    why = category_label(release.codebook, row.estimate, language)
    return phrase(key, language, {"reason": why, "families": value_text(row.estimate, None, language)})
