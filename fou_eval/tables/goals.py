"""The table of goals that were reached, by area and by who set them, as released."""

from collections.abc import Iterator

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NOTHING, number, percent
from fou_eval.language import phrase
from fou_eval.tables.cells import Cells, reason, warning_notes
from fou_eval.tables.display import DisplayTable, Heading
from fou_eval.tables.recorded import code_label, shown

REACHED, WORSE = "goals_reached_where", "goals_worse_where"
Line = tuple[str, str, str, str]


def goals_reached(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out the share of goals that were reached, and beside it the share that got worse.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.

    Returns
    -------
    DisplayTable or None
        None where no goals were followed up, or nothing of it may be shown.
    """
    language = release.language(language)
    rows = [row for row in release.of_table(REACHED, "goals") if shown(row)]
    if not rows:
        return None
    cells = Cells(release, language)
    lines = tuple(_lines(cells, rows))
    grouped = any("+" in row.estimate.category for row in rows)
    note = [phrase("goals.explained.merged", language)] if grouped else []
    return DisplayTable(
        title=phrase("goals.table.title", language),
        columns=(
            Heading(phrase("goals.table.group", language), "left", 3),
            Heading(phrase("goals.table.number", language)),
            Heading(phrase("goals.table.reached", language)),
            Heading(phrase("goals.table.worse", language)),
        ),
        rows=lines,
        notes=(*warning_notes(release, language), *cells.marks.notes, *note),
        language=language,
    )


def _lines(cells: Cells, rows: list[Released]) -> Iterator[Line]:
    release, language = cells.release, cells.language
    table = release.codebook.recording("goals")
    for row in rows:
        parts = row.estimate.category.split(":")
        label = phrase("goals.table.all", language)
        if len(parts) == 3 and table is not None:
            column = table.columns[parts[1]].label[language]
            codes = code_label(table, parts[1], parts[2], language)
            label = phrase("goals.table.line", language, {"column": column, "codes": codes})
        yield (
            label,
            number(row.estimate.n, language, 0),
            percent(row.estimate.value, language),
            _worse(cells, release.find(WORSE, category=row.estimate.category)),
        )


def _worse(cells: Cells, row: Released | None) -> str:
    if row is None:
        return NOTHING
    if not shown(row):
        words = phrase("table.withheld", cells.language)
        return cells.marks.mark(words, reason(row, cells.release.plan, cells.language))
    return percent(row.estimate.value, cells.language)
