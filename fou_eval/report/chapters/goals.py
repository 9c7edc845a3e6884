"""The chapter on the families' own goals, what helped them, and the finding carried in from an earlier study."""

from collections.abc import Iterable, Iterator, Mapping
from math import isfinite

from fou_eval import tables
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.documents.numbering import refer
from fou_eval.estimates import Estimate
from fou_eval.figures import Picture
from fou_eval.formatting import interval_label, p_value, percent
from fou_eval.language import PHRASES, phrase
from fou_eval.quantities import interval_text, value_text
from fou_eval.report import blocks, margins
from fou_eval.report.blocks import Block, Finding
from fou_eval.tables import codes_in_line, counted, shown

_NEEDED: tuple[Subject, ...] = ("services", "experience", "families")


def fill(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    """Count the goals and those that were reached, say what helped, and try the finding that was carried in.

    Parameters
    ----------
    release, language, pictures
        As for every chapter.
    """
    recorded = {subject for subject in ("goals", "experience") if release.codebook.recording(subject)}
    if "goals" in recorded:
        yield from _set(release, language)
        yield from _reached(release, language)
    if "experience" in recorded:
        yield from _reasons(release, language)
    if recorded:
        yield from _carried_in(release, language, pictures)


def _set(release: Release, language: Language) -> Iterator[Block]:
    yield blocks.heading(phrase("goals.heading.set", language))
    yield blocks.paragraph(phrase("goals.explained.set", language))
    table = release.codebook.recording("goals")
    for row in release.of_table("goals_set_by_family", "goals"):
        if shown(row) and table is not None:
            codes = codes_in_line(table, "set_by", row.estimate.category.split(":")[2], language)
            values = {"share": percent(row.estimate.value, language), "codes": codes}
            basis = f"{counted('goals', row.estimate.n, language)}."
            yield blocks.paragraph(phrase("goals.by_family", language, values), basis)
        else:
            yield blocks.paragraph(phrase("goals.by_family_hidden", language))
    for part in tables.every_count(release, "goals", language):
        yield blocks.paragraph(part) if isinstance(part, str) else blocks.table(part)


def _reached(release: Release, language: Language) -> Iterator[Block]:
    yield blocks.heading(phrase("goals.heading.reached", language))
    display = tables.goals_reached(release, language)
    if display is not None:
        waves, contrast = release.codebook.waves, release.plan.contrast
        labels = {
            "before": waves[contrast.before].label[language],
            "after": waves[contrast.after].label[language],
        }
        places = [refer("table", "goals_reached")]
        yield blocks.paragraph(
            phrase("goals.explained.reached", language, labels), margins.see(places, language)
        )
        yield blocks.table(display, "goals_reached")
    elif release.of_table("goals_reached_where", "goals"):
        yield blocks.paragraph(phrase("goals.reached_hidden", language))
    elif release.codebook.recording("goal_ratings") is None:
        yield blocks.paragraph(phrase("goals.not_measured", language))
    else:
        yield blocks.paragraph(phrase("goals.no_level", language))


def _reasons(release: Release, language: Language) -> Iterator[Block]:
    """Count what the persons say helped; nothing where they were not asked."""
    table = release.codebook.recording("experience")
    if table is None or "reason_helped" not in table.columns:
        return
    yield blocks.heading(phrase("goals.heading.reasons", language))
    found = list(_claims(release, language, (table.table,)))
    said = [phrase("goals.said", language, one) for one in found]
    yield blocks.paragraph(
        " ".join([*said, phrase("goals.explained.reasons", language)]), _by(found, language)
    )
    for part in tables.every_count(release, "experience", language):
        yield blocks.paragraph(part) if isinstance(part, str) else blocks.table(part)


def _carried_in(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    yield blocks.heading(phrase("goals.heading.carried_in", language))
    found = list(_carried(release, language))
    carried = [phrase("goals.carried_in.claim", language, one) for one in found]
    text = " ".join([*carried, phrase("goals.explained.carried_in", language)])
    yield blocks.paragraph(text, _by(found, language))
    rows = release.of_table("services_and_helped", "services")
    if not rows:
        lacking = [name for name in _NEEDED if release.codebook.recording(name) is None] or ["families"]
        missing = ", ".join(phrase(f"goals.carried_in.{name}", language) for name in lacking)
        yield blocks.paragraph(phrase("goals.carried_in.not_measured", language, {"missing": missing}))
        return
    yield blocks.findings([_correlation(release, row, language) for row in rows])
    if "services_and_helped" in pictures:
        yield blocks.figure(pictures["services_and_helped"])
    yield blocks.paragraph(phrase("statistic.services_and_helped.method", language))


def _by(claims: Iterable[dict[str, str]], language: Language) -> str:
    return margins.source("; ".join(dict.fromkeys(claim["source"] for claim in claims)), language)


def _correlation(release: Release, row: Released, language: Language) -> Finding:
    """Say the correlation at one wave with interval and test, or why it is not shown."""
    estimate, when = row.estimate, row.estimate.category.split(":")[1]
    lead = f"{phrase(f'goals.carried_in.{when}', language)}:"
    note = f"note.{estimate.note}"
    if not shown(row):
        reasons = [tables.reason(row, release.plan, language)] if row.decision.rules else []
        reasons += [phrase(note, language)] if note in PHRASES else []
        return Finding(lead, phrase("goals.carried_in.hidden", language, {"why": " ".join(reasons)}), "")
    ends = interval_text(estimate, None, language)
    level = interval_label(estimate.confidence, language)
    told = value_text(estimate, None, language)
    if isfinite(estimate.low):
        told = f"{told} ({level} {ends})"
    test = f", {p_value(estimate.p_value, language)}" if isfinite(estimate.p_value) else ""
    sentence = phrase("goals.carried_in.line", language, {"estimate": told, "test": test})
    said = [sentence, _reading(estimate, language), phrase(note, language) if note in PHRASES else ""]
    basis = counted("families", estimate.n, language)  # the unit is the family
    margin = phrase("goals.carried_in.basis", language, {"families": basis, "interval": level})
    return Finding(lead, " ".join(part for part in said if part), margin)


def _reading(estimate: Estimate, language: Language) -> str:
    """Say which way the interval points, or that it holds both ways; nothing where there is none."""
    if not isfinite(estimate.low):
        return ""
    key = "negative" if estimate.high < 0 else "positive" if estimate.low > 0 else "open"
    return phrase(f"goals.carried_in.{key}", language)


def _carried(release: Release, language: Language) -> Iterator[dict[str, str]]:
    """Give the earlier findings that services and feeling helped answer together."""
    services, answers = (release.codebook.recording(subject) for subject in ("services", "experience"))
    if services is not None and answers is not None:
        for helped in ("helped", answers.table):
            yield from _claims(release, language, (services.table, helped))


def _claims(release: Release, language: Language, answered: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Give the findings that are answered by just these tables or indicators, without full stop, and their sources."""
    codebook = release.codebook
    for claim in codebook.claims.values():
        if claim.kind == "finding" and set(claim.answered) == set(answered):
            source = ", ".join(codebook.sources[name].label[language] for name in claim.sources)
            yield {"claim": claim.claim[language].rstrip("."), "source": source}
