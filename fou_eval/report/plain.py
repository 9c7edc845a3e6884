"""A page in plain language, for the families themselves: short sentences, no comparison between families."""

from collections.abc import Iterator

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.formatting import number
from fou_eval.language import phrase
from fou_eval.report import blocks
from fou_eval.report.blocks import Block, Item
from fou_eval.report.sentences import Sentences
from fou_eval.tables import domain_status, shown

SOLVED = "solved"  # code of the column status, in the table that records obstacles


def plain(release: Release, language: Language) -> Iterator[Block]:
    """Say in plain words what the project was, how many took part, what changed, and what nobody knows."""
    yield blocks.heading(phrase("plain.title", language), 1)
    if release.provenance.synthetic:
        yield blocks.notice(phrase("report.synthetic_notice", language))
    yield blocks.paragraph(_about(release, language))
    yield blocks.heading(phrase("plain.changed", language))
    yield blocks.bullets(_domains(release, language))
    yield blocks.paragraph(phrase("plain.cause", language))
    told = list(_told(release, language))
    if told:
        yield blocks.heading(phrase("plain.told", language))
        yield blocks.bullets(told)
    yield blocks.heading(phrase("plain.safe", language))
    values = {"smallest": release.plan.disclosure.smallest_cell}
    key = "plain.safe.internal" if release.profile == "internal" else "plain.safe.text"
    yield blocks.paragraph(phrase(key, language, values))


def _about(release: Release, language: Language) -> str:
    families = release.find("families_enrolled")
    values: dict[str, object] = {
        "title": release.codebook.title[language],
        "families": number(families.estimate.value, language, 0) if families else "–",
    }
    return phrase("plain.about", language, values)


def _domains(release: Release, language: Language) -> list[Item]:
    return [
        (f"{domain.label[language]}.", _domain(release, name, language))
        for name, domain in release.codebook.domains.items()
    ]


def _domain(release: Release, name: str, language: Language) -> str:
    status = domain_status(release, name)
    primary = release.plan.primary.get(name)
    if status == "measured" and primary is None:
        return phrase("plain.no_primary", language, {"where": refer("part", name)})
    if status != "measured" or primary is None:
        return phrase(f"plain.{status}", language)
    return phrase(f"plain.{Sentences(release, language).finding(primary)}", language)


def _told(release: Release, language: Language) -> Iterator[Item]:
    """Say how many goals the families set and how many obstacles they met, and how many of these are solved."""
    goals = release.of_table("records", "goals")
    if goals and shown(goals[0]):
        yield "", phrase("plain.goals", language, {"n": number(goals[0].estimate.value, language, 0)})
    obstacles = release.of_table("records", "obstacles")
    if obstacles and shown(obstacles[0]):
        yield "", phrase("plain.obstacles", language, {"n": number(obstacles[0].estimate.value, language, 0)})
        solved = release.of_table("records_where", "obstacles", "status", SOLVED)
        if solved and shown(solved[0]):
            values = {"n": number(solved[0].estimate.value, language, 0)}
            yield "", phrase("plain.solved", language, values)
