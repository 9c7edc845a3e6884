"""What a report says of its edition: preliminary or final, until which day, beside which earlier reports."""

from collections.abc import Iterator
from math import isfinite

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.formatting import day, number
from fou_eval.language import phrase
from fou_eval.quantities import preliminary
from fou_eval.report import blocks
from fou_eval.report.blocks import Block


def status(release: Release, language: Language) -> tuple[str, ...]:
    """Say on every page whom the report is for and, if it is preliminary, that it is and until when its data go."""
    edition = preliminary(release.codebook, language)
    return (*([edition] if edition else []), phrase(f"report.status.{release.profile}", language))


def notices(release: Release, language: Language) -> Iterator[Block]:
    """Say on the first page that a report is preliminary, what was left out, and what earlier reports cost it."""
    until = release.codebook.data_until
    if release.codebook.status == "preliminary":
        said = "edition.notice" if until is None else "edition.notice_until"
        cut = phrase("edition.notice_cut", language) if release.provenance.until is not None else ""
        text = phrase(said, language, {"day": day(until, language) if until else ""})
        yield blocks.notice(f"{text} {cut}".strip())
    if release.ledger.compared:
        yield blocks.paragraph(beside_earlier(release, language))


def beside_earlier(release: Release, language: Language) -> str:
    """Say which edition this is, with which earlier reports it was compared, and what that cost."""
    edition = "_preliminary" if release.codebook.status == "preliminary" else ""
    values = {"names": ", ".join(release.ledger.compared), "cost": cost(release, language)}
    return phrase(f"edition.beside_earlier{edition}", language, values)


def cost(release: Release, language: Language) -> str:
    """Say of how many indicators something is withheld because of earlier reports."""
    count = release.ledger.withheld
    how_many = {0: "none", 1: "one"}.get(count, "some")
    return phrase(f"report.method.ledger.{how_many}", language, {"withheld": number(count, language, 0)})


def not_due(release: Release, after: str, language: Language) -> list[str]:
    """Say of the families missing at a wave how many had not reached it, or that some may not have.

    Parameters
    ----------
    release
        What passed the gate.
    after
        Code of the wave.
    language
        Language of the sentence.
    """
    label: dict[str, object] = {"after": release.codebook.waves[after].label[language]}
    row = release.find("missing_reason", category=f"{after}:not_due")
    if row is not None and row.decision.status != "withheld" and isfinite(row.estimate.value):
        values = {**label, "families": number(row.estimate.value, language, 0)}
        return [phrase("edition.not_due", language, values)]
    return (
        [phrase("edition.not_due_untold", language, label)]
        if release.codebook.status == "preliminary"
        else []
    )
