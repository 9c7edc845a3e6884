"""Tables of obstacles and of what followed: time to close, steps with a deadline, training, staff, feedback."""

from collections.abc import Iterator
from math import isfinite

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import MINUS, NOTHING, named_month, number, percent, signed
from fou_eval.language import phrase
from fou_eval.tables.cells import Marks, warning_notes
from fou_eval.tables.display import DisplayTable, Heading
from fou_eval.tables.project import Fact, by_month, fact_cell, months_late, together
from fou_eval.tables.recorded import shown

_BODY, _LATE = 2, 5  # the columns of who decides, and of months after the deadline


def obstacles_by_time(release: Release, part: str, language: Language | None = None) -> DisplayTable | None:
    """Lay out obstacles by class of months.

    Parameters
    ----------
    release
        What may be shown.
    part
        `months_to_close` for those closed, `months_open` for the others.
    language
        Language of the words; the study's own when not given.

    Returns
    -------
    DisplayTable or None
        None where nothing of it may be shown.
    """
    language = release.language(language)
    rows = [row for row in release.of_table("obstacles_by_time", "obstacles", part) if shown(row)]
    if not rows:
        return None
    whole = sum(row.estimate.value for row in rows)
    until = release.codebook.data_until
    values = {"until": named_month(until.isoformat(), language) if until else ""}
    merged = any("+" in row.estimate.category for row in rows)
    return DisplayTable(
        title=phrase(f"obstacles.{part}", language, values),
        columns=(
            Heading(phrase("obstacles.time", language), "left", 3),
            Heading(phrase("recorded.number", language)),
            Heading(phrase("recorded.share", language)),
        ),
        rows=(
            *(_line(row, whole, language) for row in rows),
            (phrase("recorded.all", language), number(whole, language, 0), percent(1.0, language)),
        ),
        notes=(
            *warning_notes(release, language),
            *([phrase("obstacles.merged", language)] if merged else []),
        ),
        language=language,
    )


def _line(row: Released, whole: float, language: Language) -> tuple[str, str, str]:
    classes = row.estimate.category.split(":")[2].split("+")
    words = [phrase(f"obstacles.class.{name}", language) for name in classes]
    label = "; ".join(words)
    share = percent(row.estimate.value / whole, language) if whole else NOTHING
    return label, number(row.estimate.value, language, 0), share


def tracker(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out the steps that had a deadline, in its order, with what came of each.

    A column in which nothing is recorded is left out; there is no table where there are no steps.
    """
    language = release.language(language)
    table = release.codebook.recording("decisions")
    steps = [row for row in release.facts_of("decisions") if row.get("deadline")]
    if table is None or not steps:
        return None
    until = release.codebook.data_until
    last = until.isoformat()[:7] if until else ""
    heads = (
        Heading(phrase("project.head.due", language), "left", 2),
        Heading(table.columns["decision"].label[language], "left", 3),
        Heading(table.columns["body"].label[language], "left", 2),
        Heading(table.columns["status"].label[language], "left", 2),
        Heading(phrase("project.head.month", language), "left", 2),
        Heading(phrase("project.head.late", language)),
        Heading(_state_head(last, language), "left", 3),
    )
    told = [_step(release, table, row, last, language) for row in by_month(steps, "deadline")]
    rows = list(together(told, _BODY))
    kept = [place for place in range(len(heads)) if any(row[place] != NOTHING for row in rows)]
    note = [phrase("project.late.note", language)] if any(MINUS in row[_LATE] for row in rows) else []
    return DisplayTable(
        title=phrase("obstacles.tracker.title", language),
        columns=tuple(heads[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in rows),
        notes=(*warning_notes(release, language), *note),
        language=language,
    )


def _step(release: Release, table: Table, row: Fact, last: str, language: Language) -> tuple[str, ...]:
    late = months_late(release, "decisions", row)
    names = ("deadline", "decision", "body", "status", "month")
    return (
        *(fact_cell(table, name, row, language) for name in names),
        NOTHING if late is None else signed(late, language, 0),
        phrase(f"obstacles.tracker.{step_state(row, last)}", language),
    )


def _state_head(last: str, language: Language) -> str:
    if not last:
        return phrase("obstacles.tracker.now", language)
    return phrase("obstacles.tracker.state", language, {"until": named_month(last, language)})


def step_state(row: Fact, last: str) -> str:
    """Say what became of a step by the last month of the data, as far as it is recorded.

    Examples
    --------
    >>> step_state({"deadline": "2017-12", "month": None}, "2017-11")
    'ahead'
    >>> step_state({"deadline": "2017-04", "month": "2017-05"}, "2017-11")
    'late'
    """
    deadline, month = str(row["deadline"])[:7], row.get("month")
    if month:
        return "on_time" if str(month)[:7] <= deadline else "late"
    if not last:
        return "untold"
    return "passed" if deadline <= last else "ahead"


def activities(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out training and other activities by month; none where none is recorded."""
    language = release.language(language)
    table, facts = release.codebook.recording("activities"), release.facts_of("activities")
    if table is None or not facts:
        return None
    columns = [name for name in ("month", "activity", "participants") if name in table.columns]
    return DisplayTable(
        title=table.label[language],
        columns=tuple(
            Heading(
                table.columns[name].label[language],
                "right" if name == "participants" else "left",
                3 if name == "activity" else 1,
            )
            for name in columns
        ),
        rows=tuple(
            tuple(fact_cell(table, name, row, language) for name in columns)
            for row in by_month(facts, "month")
        ),
        notes=warning_notes(release, language),
        language=language,
    )


def staff_survey(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out how many of the staff answered each question and which share agreed; none where nobody was asked."""
    language = release.language(language)
    table, facts = release.codebook.recording("staff_survey"), release.facts_of("staff_survey")
    if table is None or not facts:
        return None
    rows, few = [], False
    for row in by_month(facts, "question", "month"):
        parts = (str(row["question"]), str(row["month"]))
        found = [one for one in release.of_table("staff_share", "staff_survey", *parts) if shown(one)]
        few = few or not found
        cells = (fact_cell(table, name, row, language) for name in ("question", "month", "n_answers"))
        rows.append((*cells, percent(found[0].estimate.value, language) if found else NOTHING))
    limit = number(max(release.plan.disclosure.smallest_cell, 1), language, 0)
    note = phrase("obstacles.staff.few", language, {"smallest": limit})
    return DisplayTable(
        title=phrase("obstacles.staff.title", language),
        columns=(
            Heading(table.columns["question"].label[language], "left", 4),
            Heading(table.columns["month"].label[language], "left", 2),
            Heading(phrase("obstacles.staff.answers", language)),
            Heading(phrase("obstacles.staff.share", language)),
        ),
        rows=tuple(rows),
        notes=(*warning_notes(release, language), *([note] if few else [])),
        language=language,
    )


def feedback(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out when results were given back, to whom and from which data; none where it is not recorded."""
    language = release.language(language)
    table, facts = release.codebook.recording("feedback_log"), release.facts_of("feedback_log")
    if table is None or not facts:
        return None
    columns = [name for name in ("month", "forum", "data_cutoff", "report_version") if name in table.columns]
    marks, rows = Marks(), []
    for row in by_month(facts, "month"):
        cells = [fact_cell(table, name, row, language) for name in columns]
        for key in _doubts(row, release.codebook.project.service_start):
            cells[0] = marks.mark(cells[0], phrase(f"obstacles.feedback.{key}", language))
        rows.append(tuple(cells))
    return DisplayTable(
        title=table.label[language],
        columns=tuple(Heading(table.columns[name].label[language], "left", 2) for name in columns),
        rows=tuple(rows),
        notes=(*warning_notes(release, language), *marks.notes),
        language=language,
    )


def _doubts(row: Fact, began: str | None) -> Iterator[str]:
    """Say what makes an occasion doubtful: before any family was supported, or from nobody knows which data."""
    cutoff = row.get("data_cutoff")
    if began and min(str(month)[:7] for month in (row["month"], cutoff) if month) < began:
        yield "early"
    if not cutoff:
        yield "undated"


def mean_months(release: Release) -> Released | None:
    """Give the mean of months until closed, where it was computed."""
    found = release.of_table("mean_months_to_close", "obstacles")
    return (
        found[0]
        if found and (isfinite(found[0].estimate.value) or found[0].decision.status == "withheld")
        else None
    )
