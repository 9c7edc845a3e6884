"""The chapter on what the project cost, and on what would have to be avoided for it to pay."""

from collections.abc import Iterator, Mapping

from fou_eval import tables
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.documents.numbering import refer
from fou_eval.figures import Picture
from fou_eval.formatting import number, percent
from fou_eval.language import phrase
from fou_eval.quantities import estimate_text
from fou_eval.report import blocks, margins
from fou_eval.report.blocks import Block
from fou_eval.tables import DisplayTable, costs, scenarios, shown


def fill(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    """Show recorded costs and prices, what follows from them, and scenarios; nothing where no costs are recorded."""
    recorded = costs.costs(release, language)
    if recorded is None:
        return
    computed = costs.computed_costs(release, language)
    places = [refer("table", "costs"), *([] if computed is None else [refer("table", "costs_per_unit")])]
    yield blocks.paragraph(phrase("economy.text", language), margins.see(places, language))
    yield blocks.table(recorded, "costs")
    if computed is not None:
        yield blocks.table(computed, "costs_per_unit")
    lacking = costs.perspectives_without(release, "costs", language)
    if lacking:
        yield blocks.paragraph(
            phrase("economy.no_perspective", language, {"perspectives": ", ".join(lacking).lower()})
        )
    yield from _tables(costs.unit_prices(release, language))
    if release.codebook.project.economy is not None:
        yield from _break_even(release, language)
        yield from _scenarios(release, language, pictures)


def _tables(*displays: DisplayTable | None) -> Iterator[Block]:
    yield from (blocks.table(display) for display in displays if display is not None)


def _break_even(release: Release, language: Language) -> Iterator[Block]:
    display = scenarios.break_even(release, language)
    if display is None:
        yield blocks.paragraph(phrase("economy.no_price", language))
        return
    yield blocks.heading(phrase("economy.break_even", language))
    see = margins.see([refer("table", "break_even")], language)
    yield blocks.paragraph(phrase("economy.break_even_text", language), see)
    yield blocks.table(display, "break_even")


def _scenarios(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    economy = release.codebook.project.economy
    if economy is None:
        return
    indicator = release.codebook.indicator(economy.priced)
    change = release.find("family_rate_change", outcome=economy.priced)
    yield blocks.heading(phrase("economy.what_if", language))
    prices = scenarios.scenario_prices(release)
    if change is None or not shown(change) or not prices:
        yield blocks.paragraph(_none(release, change, indicator.label(language), language))
        return
    yield blocks.notice(phrase("economy.scenario_notice", language))
    values: dict[str, object] = {
        "label": indicator.label(language),
        "change": estimate_text(change.estimate, indicator.column, language),
        "days": _days(release, language),
        "largest": _largest(release, language),
    }
    places = [refer("table", f"details_{economy.priced}")]
    places += [refer("figure", "scenarios")] if "scenarios" in pictures else []
    basis = f"{tables.counted('families', change.estimate.n_families, language)}."
    margin = margins.note(basis, margins.see(places, language))
    yield blocks.paragraph(phrase("economy.scenario_text", language, values).replace("  ", " "), margin)
    yield from _tables(*(scenarios.scenarios(release, about, language) for about in prices))
    if "scenarios" in pictures:
        yield blocks.figure(pictures["scenarios"])


def _days(release: Release, language: Language) -> str:
    """Say how many days fewer that is for these families together."""
    days = next((row for row in release.of_table("scenario_days", "unit_prices") if shown(row)), None)
    if days is None:
        return ""
    key = "economy.fewer_days" if days.estimate.value >= 0 else "economy.more_days"
    return phrase(key, language, {"days": number(abs(days.estimate.value), language, 0)})


def _none(release: Release, change: Released | None, label: str, language: Language) -> str:
    """Say why there are no scenarios: the change is withheld, not measured, or there is no price."""
    if change is not None and change.decision.status == "withheld":
        why = tables.reason(change, release.plan, language)
        return phrase("economy.no_scenarios.withheld", language, {"label": label, "why": why})
    reason = "no_price" if change is not None and shown(change) else "not_measured"
    return phrase(f"economy.no_scenarios.{reason}", language, {"label": label})


def _largest(release: Release, language: Language) -> str:
    """Say how much of the change one family makes: exactly inside the project, outside only if less than half."""
    row = next((row for row in release if row.estimate.statistic == "largest_family_share"), None)
    if row is None or row.decision.status == "withheld":
        return phrase("economy.largest.not_shown", language)
    if row.estimate.note == "less_than_half":
        return phrase("economy.largest.less_than_half", language)
    if not shown(row):
        return phrase("economy.largest.not_shown", language)
    return phrase("economy.largest.share", language, {"share": percent(row.estimate.value, language)})
