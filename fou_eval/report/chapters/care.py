"""The chapter on services, contacts and placements; care that was judged to have been avoided stands apart in it."""

from collections.abc import Iterator, Mapping

from fou_eval import tables
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.figures import Picture
from fou_eval.formatting import number, percent
from fou_eval.language import phrase
from fou_eval.report import blocks, margins
from fou_eval.report.blocks import Block
from fou_eval.tables import DisplayTable


def fill(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    """Say what was counted in which windows, which services there were, and what was judged.

    Parameters
    ----------
    release, language, pictures
        As for every chapter.
    """
    display = tables.windows(release, language)
    if display is not None:
        yield blocks.heading(phrase("care.windows", language))
        see = margins.see([refer("table", "windows")], language)
        yield blocks.paragraph(phrase("care.windows.text", language), see)
        yield blocks.table(display, "windows")
    yield from _services(release, language, pictures)
    yield from _counted(release, "placements", language)
    if "contacts" in pictures:
        yield blocks.heading(phrase("care.contacts", language))
        see = margins.see([refer("figure", "contacts")], language)
        yield blocks.paragraph(phrase("care.contacts.text", language), see)
        yield blocks.figure(pictures["contacts"])
    yield from _plans(release, language)
    yield from _avoided(release, language)


def _services(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    if release.codebook.recording("services") is None:
        return
    yield blocks.heading(phrase("care.services", language))
    see = margins.see([refer("figure", "services")] if "services" in pictures else [], language)
    yield blocks.paragraph(phrase("care.services.text", language), see)
    if "services" in pictures:
        yield blocks.figure(pictures["services"])
    else:
        yield blocks.paragraph(phrase("care.services.absent", language))
    yield from _every_count(release, "services", language)


def _counted(release: Release, subject: Subject, language: Language) -> Iterator[Block]:
    if release.codebook.recording(subject) is not None:
        yield blocks.heading(phrase(f"care.{subject}", language))
        yield blocks.paragraph(phrase(f"care.{subject}.text", language))
        yield from _every_count(release, subject, language)


def _avoided(release: Release, language: Language) -> Iterator[Block]:
    """Show judgements in a box and tables of their own."""
    if release.codebook.recording("avoided_care") is not None:
        yield blocks.heading(phrase("care.avoided", language))
        yield blocks.notice(phrase("care.avoided.text", language))
        yield from _every_count(release, "avoided_care", language)


def _plans(release: Release, language: Language) -> Iterator[Block]:
    if release.codebook.recording("sip_plans") is None:
        return
    yield blocks.heading(phrase("care.plans", language))
    sentences: list[str] = []
    plans: set[str] = set()
    for row in release.of_table("plans_share", "sip_plans"):
        if tables.shown(row):  # of the others the distributions say that they are not shown
            key = f"care.plans.{row.estimate.category.split(':')[1]}"
            sentences.append(phrase(key, language, {"share": percent(row.estimate.value, language)}))
            plans.add(number(row.estimate.n, language, 0))
    if sentences:
        basis = phrase("care.plans.basis", language, {"n": "–".join(sorted(plans))})
        yield blocks.paragraph(" ".join(sentences), basis)
    yield from _every_count(release, "sip_plans", language)


def _every_count(release: Release, subject: Subject, language: Language) -> Iterator[Block]:
    for one in tables.every_count(release, subject, language):
        yield blocks.table(one) if isinstance(one, DisplayTable) else blocks.paragraph(one)
