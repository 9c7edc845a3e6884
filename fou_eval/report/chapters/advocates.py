"""The chapter on the family advocates' work: families per advocate, hours and posts."""

from collections.abc import Iterator, Mapping

from fou_eval import tables
from fou_eval.declaration.project import Standard
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.documents.numbering import refer
from fou_eval.figures import Picture
from fou_eval.formatting import number, percent
from fou_eval.language import PHRASES, phrase
from fou_eval.quantities import value_text
from fou_eval.report import blocks, margins
from fou_eval.report.blocks import Block
from fou_eval.tables import codes_in_line, shown

_TABLES: tuple[Subject, ...] = ("assignments", "ombud_time", "staff_fte")


def fill(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    """Say how many families each advocate had over time, what their hours went to, and how many posts there were.

    Parameters
    ----------
    release, language, pictures
        As for every chapter.
    """
    if not any(release.codebook.recording(subject) for subject in _TABLES):
        return
    yield blocks.heading(phrase("advocates.heading.caseload", language))
    yield from _caseload(release, language, pictures)
    yield blocks.heading(phrase("advocates.heading.hours", language))
    yield from _hours(release, language, pictures)
    posts = tables.posts(release, language)
    if posts is not None:
        yield blocks.heading(phrase("advocates.heading.posts", language))
        yield blocks.table(posts, "posts")


def _caseload(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    whole = _first(release, "caseload", "assignments", "all")
    if whole is None:
        yield blocks.paragraph(phrase("advocates.caseload.not_measured", language))
        return
    if not shown(whole):
        why = {"why": _why(release, whole, language)}
        yield blocks.paragraph(phrase("advocates.caseload.hidden", language, why))
        return
    yield blocks.paragraph(phrase("advocates.explained.caseload", language))
    display = tables.caseload(release, language)
    drawn = "caseload" in pictures
    places = [refer("figure", "caseload")] if drawn else []
    places += [] if display is None else [refer("table", "caseload")]
    standard = release.codebook.project.caseload
    basis = {"n": number(whole.estimate.n, language, 0)}
    margin = margins.note(
        phrase("advocates.caseload.basis", language, basis),
        _said_by(release, standard, language),
        margins.see(places, language),
    )
    yield blocks.paragraph(" ".join(_caseload_sentences(release, whole, language)), margin)
    if drawn:
        yield blocks.figure(pictures["caseload"])
    if display is not None:
        yield blocks.table(display, "caseload")


def _caseload_sentences(release: Release, whole: Released, language: Language) -> Iterator[str]:
    yield phrase("advocates.caseload.mean", language, {"value": value_text(whole.estimate, None, language)})
    standard = release.codebook.project.caseload
    if standard is None:
        yield phrase("advocates.caseload.no_standard", language)
    else:
        told = {"value": _plain(standard.value, language)}
        yield phrase("advocates.caseload.standard", language, told)
    for name, key in (("advocate_months_at_standard", "share"), ("months_with_advocate", "duration")):
        row = _first(release, name, "assignments")
        if row is not None and shown(row):
            text = (
                percent(row.estimate.value, language)
                if row.estimate.scale == "proportion"
                else value_text(row.estimate, None, language)
            )
            yield phrase(f"advocates.caseload.{key}", language, {"value": text})


def _said_by(release: Release, standard: Standard | None, language: Language) -> str:
    """Name the source of what the project set itself; nothing where it set nothing."""
    said = "" if standard is None else release.codebook.source_named(standard.source, language)
    return margins.source(said, language)


def _hours(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    whole = _first(release, "hours_in_all", "ombud_time")
    if whole is None:
        yield blocks.paragraph(phrase("advocates.hours.not_measured", language))
        return
    if not shown(whole):
        why = {"why": _why(release, whole, language)}
        yield blocks.paragraph(phrase("advocates.hours.hidden", language, why))
        return
    display = tables.hours_by(release, "role_in_meeting", language)
    drawn = "hours" in pictures
    places = [refer("figure", "hours")] if drawn else []
    places += [] if display is None else [refer("table", "hours")]
    standard = release.codebook.project.time_with_families
    basis = {"value": value_text(whole.estimate, None, language)}
    margin = margins.note(
        phrase("advocates.hours.basis", language, basis),
        _said_by(release, standard, language),
        margins.see(places, language),
    )
    sentences = list(_hours_sentences(release, language))
    if sentences:
        yield blocks.paragraph(" ".join(sentences), margin)
    if drawn:
        yield blocks.figure(pictures["hours"])
    if display is not None:
        yield blocks.table(display, "hours")


def _hours_sentences(release: Release, language: Language) -> Iterator[str]:
    standard, table = release.codebook.project.time_with_families, release.codebook.recording("ombud_time")
    inside = _first(release, "hours_with_families", "ombud_time")
    if standard is not None and table is not None and inside is not None and shown(inside):
        told = {
            "value": percent(inside.estimate.value, language),
            "standard": percent(standard.value, language),
        }
        yield phrase("advocates.hours.with_families", language, told)
        codes = codes_in_line(table, "activity", "+".join(standard.activities), language)
        yield phrase("advocates.hours.counted", language, {"codes": codes})
    notice = _first(release, "short_notice", "ombud_time")
    if notice is not None and shown(notice):
        yield phrase(
            "advocates.hours.short_notice", language, {"value": percent(notice.estimate.value, language)}
        )


def _first(release: Release, statistic: str, subject: Subject, *parts: str) -> Released | None:
    return next(iter(release.of_table(statistic, subject, *parts)), None)


def _plain(value: float, language: Language) -> str:
    return number(value, language, 0 if value == int(value) else 1)


def _why(release: Release, row: Released, language: Language) -> str:
    """Say why a number is not shown: the rule, else what could not be computed."""
    if row.decision.rules:
        return tables.reason(row, release.plan, language)
    note = f"note.{row.estimate.note}"
    return phrase(note, language) if note in PHRASES else phrase("figure.not_computed", language)
