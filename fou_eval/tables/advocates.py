"""Tables of the family advocates' work: families per advocate over time, hours, posts."""

from datetime import date

from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import month, number, percent
from fou_eval.language import phrase
from fou_eval.quantities import value_text
from fou_eval.tables.cells import warning_notes
from fou_eval.tables.display import DisplayTable, Heading
from fou_eval.tables.recorded import code_label, shown

HALF_YEAR = 6


def caseload_periods(release: Release) -> tuple[Released, ...]:
    """Give the released means of families per advocate by period, in order of time."""
    rows = release.of_table("caseload", "assignments")
    return tuple(row for row in rows if len(row.estimate.category.split(":")) == 3 and shown(row))


def period_months(row: Released) -> tuple[date, date]:
    """Give the first day of the first and of the last month of a period."""
    first, last = row.estimate.category.split(":")[1:]
    return date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01")


def caseload(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out families per advocate by half-year; none where nothing may be shown.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    rows = caseload_periods(release)
    if not rows:
        return None
    joined = any(_months(*period_months(row)) > HALF_YEAR for row in rows)
    note = [phrase("advocates.explained.joined", language)] if joined else []
    return DisplayTable(
        title=phrase("advocates.periods", language),
        columns=(
            Heading(phrase("advocates.head.period", language), "left", 3),
            Heading(phrase("advocates.head.mean", language)),
        ),
        rows=tuple((period_text(row, language), value_text(row.estimate, None, language)) for row in rows),
        notes=(*warning_notes(release, language), *note),
        language=language,
    )


def period_text(row: Released, language: Language) -> str:
    """Name a period by its first and last month."""
    first, last = (month(day, language) for day in period_months(row))
    return phrase("advocates.period", language, {"first": first, "last": last})


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def hours_by(release: Release, column: str, language: Language | None = None) -> DisplayTable | None:
    """Lay out the advocates' hours by the codes of a column; none where nothing may be shown."""
    language = release.language(language)
    table = release.codebook.recording("ombud_time")
    rows = [row for row in release.of_table("hours_share", "ombud_time", column) if shown(row)]
    if table is None or not rows:
        return None
    label = table.columns[column].label[language]
    return DisplayTable(
        title=phrase("advocates.hours.by", language, {"column": label[:1].lower() + label[1:]}),
        columns=(Heading(label, "left", 3), Heading(phrase("advocates.head.share", language))),
        rows=tuple(
            (_label(release, "ombud_time", row, language), percent(row.estimate.value, language))
            for row in rows
        ),
        notes=warning_notes(release, language),
        language=language,
    )


def posts(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out the mean posts of each role; none where the study records no posts."""
    language = release.language(language)
    table = release.codebook.recording("staff_fte")
    rows = [row for row in release.of_table("posts_by_role", "staff_fte") if shown(row)]
    if table is None or not rows:
        return None
    return DisplayTable(
        title=phrase("advocates.posts.title", language),
        columns=(
            Heading(table.columns["role"].label[language], "left", 3),
            Heading(phrase("advocates.head.posts", language)),
            Heading(phrase("advocates.head.months", language)),
        ),
        rows=tuple(
            (
                _label(release, "staff_fte", row, language),
                value_text(row.estimate, None, language),
                number(row.estimate.n, language, 0),
            )
            for row in rows
        ),
        notes=warning_notes(release, language),
        language=language,
    )


def _label(release: Release, subject: Subject, row: Released, language: Language) -> str:
    table = release.codebook.recording(subject)
    _, column, code = row.estimate.category.split(":")
    return code_label(table, column, code, language) if table is not None else code
