"""Tables of scenarios: what care would cost as much as the project, and what a share of the change would be worth."""

from math import isfinite

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NO_BREAK_SPACE, NOTHING, interval, interval_label, number, percent
from fou_eval.language import phrase
from fou_eval.tables.cells import warning_notes
from fou_eval.tables.costs import LEVELS, notes_of
from fou_eval.tables.display import DisplayTable, Heading
from fou_eval.tables.recorded import code_label, shown


def break_even(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out the units that cost as much as the whole project, in days and in years, by price."""
    language = release.language(language)
    days = [row for row in release.of_table("break_even_days", "unit_prices") if shown(row)]
    table = release.codebook.recording("unit_prices")
    if table is None or not days:
        return None
    years = {row.estimate.category: row for row in release.of_table("break_even_years", "unit_prices")}
    return DisplayTable(
        title=phrase("economy.break_even", language),
        columns=(
            Heading(phrase("economy.price", language), "left", 5),
            Heading(phrase("economy.days", language), "right", 2),
            Heading(phrase("economy.years", language), "right", 2),
        ),
        rows=tuple(
            (
                _price_and_level(table, row, language),
                number(row.estimate.value, language, 0),
                number(years[row.estimate.category].estimate.value, language, 1),
            )
            for row in days
        ),
        notes=(*warning_notes(release, language), *notes_of(days, language)),
        language=language,
    )


def _price_and_level(table: Table, row: Released, language: Language) -> str:
    about, _, level = row.estimate.category.rpartition(":")
    return f"{price_label(table, about, language)}: {phrase(f'economy.level.{level}', language)}"


def price_label(table: Table, about: str, language: Language) -> str:
    """Name a price by item, whose price it is, and year."""
    _, item, perspective, year, _ = about.split(":")
    values = {
        "item": code_label(table, "item", item, language),
        "perspective": code_label(table, "perspective", perspective, language),
        "year": year,
    }
    return phrase("economy.price_of", language, values)


def scenario_prices(release: Release) -> tuple[str, ...]:
    """Give the prices that scenarios are shown of, as the category that their rows begin with."""
    rows = (row for row in release.of_table("scenario_gross", "unit_prices") if shown(row))
    return tuple(dict.fromkeys(":".join(row.estimate.category.split(":")[:5]) for row in rows))


def scenarios(release: Release, about: str, language: Language | None = None) -> DisplayTable | None:
    """Lay out gross and net amounts of the same families, by price and by the share that the project is given.

    Parameters
    ----------
    release
        What may be shown.
    about
        A price, from `scenario_prices`.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    table = release.codebook.recording("unit_prices")
    rows = {
        (row.estimate.statistic, *row.estimate.category.split(":")[5:]): row
        for name in ("scenario_gross", "scenario_net", "scenario_cost")
        for row in release.of_table(name, "unit_prices", *about.split(":")[1:])
        if shown(row)
    }
    shares = sorted({key[2] for key in rows if len(key) > 2}, key=float)
    if table is None or not shares:
        return None
    lines = [
        (
            phrase(f"economy.{name}.{level}", language),
            *(_scenario(rows.get((name, level, share)), language) for share in shares),
        )
        for name in ("scenario_gross", "scenario_net")
        for level in LEVELS
        if (name, level, shares[0]) in rows
    ]
    cost = rows.get(("scenario_cost",))
    if cost is not None:
        lines.insert(
            len(LEVELS),
            (phrase("economy.scenario_cost", language), *(_scenario(cost, language) for _ in shares)),
        )
    bounded = any(isfinite(row.estimate.low) for row in rows.values())
    own = interval_label(release.plan.confidence, language)
    return DisplayTable(
        title=phrase("economy.scenarios", language, {"price": price_label(table, about, language)}),
        columns=(
            Heading(phrase("economy.share", language), "left", 4),
            *(Heading(_share(share, language), "right", 3) for share in shares),
        ),
        rows=tuple(lines),
        notes=(
            *warning_notes(release, language),
            phrase("economy.scenarios_note", language),
            phrase(
                f"economy.scenarios_note.{'interval' if bounded else 'bare'}", language, {"interval": own}
            ),
            *notes_of(rows.values(), language),
        ),
        language=language,
    )


def _share(share: str, language: Language) -> str:
    told = percent(float(share), language)
    return phrase("economy.no_avoided", language, {"share": told}) if float(share) == 0 else told


def _scenario(row: Released | None, language: Language) -> str:
    if row is None:
        return NOTHING
    value = number(row.estimate.value, language, 0)
    ends = interval(row.estimate.low, row.estimate.high, language, 0)
    constant = row.estimate.low == row.estimate.high
    # Two lines: the value, and below it the interval as a whole.
    return value if ends == NOTHING or constant else f"{value} {ends.replace(' ', NO_BREAK_SPACE)}"
