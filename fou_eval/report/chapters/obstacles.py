"""The chapter on obstacles and on what followed: states and time, next steps, training, staff, feedback."""

from collections.abc import Iterator, Mapping

from fou_eval import tables
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.figures import Picture
from fou_eval.formatting import named_month, number, percent
from fou_eval.language import phrase
from fou_eval.report import blocks, margins
from fou_eval.report.blocks import Block, Finding
from fou_eval.tables import DisplayTable, shown
from fou_eval.tables.recorded import total_only

_TABLES: tuple[Subject, ...] = ("obstacles", "activities", "staff_survey", "feedback_log")


def fill(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    """Say what stood in the way of families, what became of it, and what was to follow the project.

    Parameters
    ----------
    release, language, pictures
        As for every chapter.
    """
    if not any(release.codebook.recording(subject) for subject in _TABLES):
        return
    yield blocks.paragraph(phrase("obstacles.text", language))
    yield blocks.heading(phrase("obstacles.heading", language))
    if release.codebook.recording("obstacles") is None:
        yield blocks.paragraph(phrase("obstacles.absent", language))
    else:
        yield from _obstacles(release, language, pictures)
    yield from _longer(release, language)
    yield from _followed(release, language)
    for name, display in (
        ("activities", tables.activities(release, language)),
        ("staff", tables.staff_survey(release, language)),
        ("feedback", tables.feedback(release, language)),
    ):
        yield blocks.heading(phrase(f"obstacles.{name}", language))
        yield _or_absent(display, language)


def _or_absent(display: DisplayTable | None, language: Language) -> Block:
    if display is None:
        return blocks.paragraph(phrase("obstacles.absent", language))
    return blocks.table(display)


def _obstacles(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    """Show states as a figure, the share closed and the time it took in sentences, then the tables."""
    if "obstacles" in pictures:
        yield blocks.figure(pictures["obstacles"])
    counted = list(tables.every_count(release, "obstacles", language))
    nothing = not any(isinstance(one, DisplayTable) for one in counted)
    sentences = [] if nothing else list(_time(release, language))
    timed = {
        part: display
        for part in ("months_to_close", "months_open")
        if (display := tables.obstacles_by_time(release, part, language)) is not None
    }
    if sentences:
        yield blocks.paragraph(" ".join(sentences), _basis(release, [*timed], pictures, language))
    yield from (blocks.table(display, part) for part, display in timed.items())
    for one in counted:
        yield blocks.paragraph(one) if isinstance(one, str) else blocks.table(one)


def _basis(release: Release, timed: list[str], pictures: Mapping[str, Picture], language: Language) -> str:
    """Count the obstacles that the sentences rest on, and lead to where they are shown."""
    closed = next((row for row in release.of_table("obstacles_closed", "obstacles") if shown(row)), None)
    counted = {} if closed is None else {"n": number(closed.estimate.n, language, 0)}
    places = [refer("figure", "obstacles")] if "obstacles" in pictures else []
    places += [refer("table", part) for part in timed]
    told = phrase("obstacles.basis", language, counted) if counted else ""
    return margins.note(told, margins.see(places, language))


def _time(release: Release, language: Language) -> Iterator[str]:
    """Say what share is closed and after how long, or that it is not shown."""
    for row in release.of_table("obstacles_closed", "obstacles"):
        if shown(row):
            yield phrase("obstacles.closed", language, {"share": percent(row.estimate.value, language)})
        else:
            yield phrase("obstacles.closed_withheld", language)
    for row in release.of_table("mean_months_to_close", "obstacles"):
        if shown(row):
            yield phrase("obstacles.mean", language, {"months": number(row.estimate.value, language, 1)})
        else:
            yield phrase("obstacles.mean_withheld", language)
    classes = release.of_table("obstacles_by_time", "obstacles")
    if not any(shown(row) for row in classes) and release.of_table("obstacles_closed", "obstacles"):
        yield phrase("obstacles.times_withheld", language)


def _longer(release: Release, language: Language) -> Iterator[Block]:
    """Show how the support to families ended; nothing where it is not recorded."""
    table = release.codebook.recording("families")
    columns = [
        name for name in ("exit_reason", "exit_readiness") if table is not None and name in table.columns
    ]
    if not columns:
        return
    yield blocks.heading(phrase("obstacles.needs_longer", language))
    yield blocks.paragraph(phrase("obstacles.needs_longer.text", language))
    hidden = []
    for column in columns:
        display = tables.counted_by(release, "families", column, language)
        if display is not None:
            yield blocks.table(display)
        elif table is not None:
            hidden.append(table.columns[column].label[language])
    if hidden:
        yield blocks.paragraph(total_only(hidden, language))


def _followed(release: Release, language: Language) -> Iterator[Block]:
    """Show the steps that had a deadline, and the plans that were spoken of; nothing where there are none."""
    steps, plans = tables.tracker(release, language), list(_plans(release, language))
    if steps is None and not plans:
        return
    yield blocks.heading(phrase("obstacles.tracker", language))
    if steps is not None:
        yield blocks.table(steps, "tracker")
    if plans:
        yield blocks.paragraph(phrase("obstacles.plans", language))
        yield blocks.findings(plans)


def _plans(release: Release, language: Language) -> Iterator[Finding]:
    """Give the plans that are neither among the steps above nor about the time of the project itself."""
    decisions = release.codebook.recording("decisions")
    elsewhere = {"project", decisions.table if decisions else "project"}
    for code, claim in release.codebook.claims.items():
        if claim.kind == "plan" and not elsewhere & set(claim.answered):
            sources = (release.codebook.sources[name] for name in claim.sources)
            told = "; ".join(
                f"{source.label[language]}, {named_month(source.said, language)}"
                if source.said
                else source.label[language]
                for source in sources
            )
            yield Finding(f"{code}.", claim.claim[language], margins.source(told, language))
