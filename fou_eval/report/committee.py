"""What a committee asks beside what changed: whether the goals were reached, what it cost, what is to be decided."""

from collections.abc import Iterator, Mapping
from math import isnan

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.formatting import listed, named_month, number, percent
from fou_eval.language import phrase
from fou_eval.report import blocks
from fou_eval.report.blocks import Block, Finding, Item
from fou_eval.report.facts import first_sentence
from fou_eval.report.sentences import Sentences
from fou_eval.tables import code_label, counted, shown
from fou_eval.tables.goals import REACHED, WORSE

_MOST = 4  # months whose steps the summary lists; the appendix has them all


def goals(release: Release, language: Language) -> Iterator[Block]:
    """Say whether the declared goals were reached: families, changes, the families' own goals."""
    items = [*_target(release, language), *_declared(release, language), *_own(release, language)]
    if items:
        yield blocks.heading(phrase("committee.goals", language))
        yield blocks.findings(items)


def _target(release: Release, language: Language) -> Iterator[Finding]:
    """Say whether as many families were supported as had been decided; nothing where no target is declared."""
    declared = release.codebook.project.target_families
    enrolled = release.find("families_enrolled")
    if declared is None or enrolled is None or not shown(enrolled):
        return
    families = enrolled.estimate.value
    place = "below" if families < declared.min else "above" if families > declared.max else "inside"
    values: dict[str, object] = {
        "families": number(families, language, 0),
        "low": number(declared.min, language, 0),
        "high": number(declared.max, language, 0),
    }
    source = {
        "source": release.codebook.source_named(declared.source, language),
        "where": refer("part", "project"),
    }
    yield Finding(
        phrase("committee.target", language),
        phrase(f"committee.target.{place}", language, values),
        phrase("committee.target.source", language, source),
    )


def _declared(release: Release, language: Language) -> Iterator[Finding]:
    """Say of each goal that indicators answer whether a change is found; the areas as a whole follow in the summary."""
    indicators = {indicator.name: indicator.domain for indicator in release.codebook.indicators()}
    for code, claim in release.codebook.claims.items():
        outcomes = [name for name in claim.answered if name in indicators]
        if claim.kind == "goal" and outcomes:
            parts = dict.fromkeys(refer("part", indicators[name]) for name in outcomes)
            values = {"found": _found(release, outcomes, language), "where": listed(list(parts), language)}
            said = {"code": code, "table": refer("table", "claims")}
            yield Finding(
                first_sentence(claim.claim[language]),
                phrase("committee.goal", language, values),
                phrase("committee.goal.said", language, said),
            )


def _found(release: Release, outcomes: list[str], language: Language) -> str:
    """Say what is found of some indicators: once if it is the same of all, else of each."""
    found = {name: _one(release, name, language) for name in outcomes}
    if len(set(found.values())) == 1:
        return found[outcomes[0]]
    labels = {name: release.codebook.indicator(name).label(language) for name in outcomes}
    return "; ".join(f"{labels[name]}: {said[0].lower()}{said[1:]}" for name, said in found.items())


def _one(release: Release, outcome: str, language: Language) -> str:
    row = release.headline(outcome)
    if row is None or (row.decision.status != "withheld" and isnan(row.estimate.value)):
        return phrase("committee.goal.not_measured", language)
    return phrase(f"sentence.{Sentences(release, language).finding(outcome)}", language).rstrip(".")


def _own(release: Release, language: Language) -> Iterator[Finding]:
    """Say what share of the families' own goals were reached, and what share got worse; nothing where not shown."""
    reached = next((row for row in release.of_table(REACHED, "goals") if shown(row)), None)
    if reached is None:
        return
    worse = release.find(WORSE, category=reached.estimate.category)
    values = {"share": percent(reached.estimate.value, language)}
    if worse is not None and shown(worse):
        values["worse"] = percent(worse.estimate.value, language)
    key = "committee.own_goals.told" if "worse" in values else "committee.own_goals.worse_hidden"
    basis = {
        "goals": counted("goals", reached.estimate.n, language),
        "table": refer("table", "goals_reached"),
    }
    yield Finding(
        phrase("committee.own_goals", language),
        phrase(key, language, values),
        phrase("committee.own_goals.basis", language, basis),
    )


def cost(release: Release, language: Language) -> Iterator[Block]:
    """Say what the project cost in all and per family, in the prices of its year; nothing where it is not declared."""
    economy = release.codebook.project.economy
    if economy is None:
        return
    yield blocks.heading(phrase("committee.cost", language))
    whole = next((row for row in release.facts_of("costs") if row["item"] == economy.total), None)
    each = [row for row in release.of_table("cost_per_family", "costs", economy.total) if shown(row)]
    if whole is None or not isinstance(whole["amount_sek"], float) or not each:
        yield blocks.paragraph(phrase("committee.cost.unknown", language))
        return
    values: dict[str, object] = {
        "amount": number(whole["amount_sek"], language, 0),
        "each": number(each[0].estimate.value, language, 0),
        "year": f"{whole['year']:.0f}",
        "where": refer("part", "costs"),
    }
    yield blocks.paragraph(phrase("committee.cost.told", language, values))


def decisions(release: Release, language: Language) -> Iterator[Block]:
    """List the steps that were to be taken and are not recorded as taken; nothing where no decisions are declared."""
    table = release.codebook.recording("decisions")
    if table is None:
        return
    yield blocks.heading(phrase("committee.decisions", language))
    still = [row for row in release.facts_of("decisions") if row.get("deadline") and not row.get("month")]
    if not still:
        yield blocks.paragraph(phrase("committee.decisions.none", language))
        return
    months: dict[str, dict[str, list[str]]] = {}
    for row in sorted(still, key=lambda row: str(row["deadline"])):
        what = code_label(table, "decision", str(row["decision"]), language)
        who = code_label(table, "body", str(row["body"]), language)
        months.setdefault(str(row["deadline"]), {}).setdefault(what, []).append(who)
    yield blocks.bullets([_month(month, steps, language) for month, steps in list(months.items())[:_MOST]])
    key = "more" if len(months) > _MOST else "where"
    yield blocks.paragraph(
        phrase(f"committee.decisions.{key}", language, {"where": refer("part", "project")})
    )


def _month(deadline: str, steps: Mapping[str, list[str]], language: Language) -> Item:
    month = named_month(deadline, language)
    told = ". ".join(f"{what} ({listed(who, language)})" for what, who in steps.items())
    return f"{month[0].upper()}{month[1:]}.", f"{told}."
