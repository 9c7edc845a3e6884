"""Scenarios of costs avoided against what the project cost, by price and by the share of the change that is counted."""

from collections.abc import Mapping
from math import isfinite

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.design import ACCENT, BLUE, INK, QUIET, SKY
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import begin, head
from fou_eval.figures.lettering import line_count, text_width, wrapped
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.scale import Scale
from fou_eval.figures.style import LINE, SMALL, Canvas, Fill, Stroke, Width, Words, layout_width, styled
from fou_eval.formatting import interval, interval_label, number, percent
from fou_eval.language import phrase

AMOUNTS, LEFT = 38.0, 41.0  # mm: where amounts end, beside the names of prices, and bars begin
BAR, STEP, GROUP = 3.4, 4.4, 2.4  # mm: height of a bar, from one bar to the next, and between two shares
COLOURS: Mapping[str, str] = {"low": SKY, "base": BLUE, "high": ACCENT}
MILLION, THOUSAND = 1e6, 1e3
SMALL_AMOUNT = 1e5  # below it millions with a decimal say too little
Scenario = Mapping[tuple[str, float], Estimate]  # by level of the price and share


def scenario_of(release: Release) -> tuple[str, Scenario, Estimate] | None:
    """Give the first price that has scenarios and a cost to hold them against: its category, amounts and cost."""
    for row in release.of_table("scenario_cost", "unit_prices"):
        about = row.estimate.category
        found = {
            (level, float(share)): one.estimate
            for one in release.of_table("scenario_gross", "unit_prices", *about.split(":")[1:])
            for level, share in (one.estimate.category.split(":")[5:],)
            if rows.shown(one)
        }
        cost = rows.shown(row)
        if found and cost is not None:
            return about, found, cost
    return None


@styled
def scenarios(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture | None:
    """Draw gross amounts at the low, base and high price for each share, and the line at which net is nought.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    width
        What it is laid out for.

    Returns
    -------
    Picture or None
        None where no scenario is shown, or there is no cost to hold it against.
    """
    language = release.language(language)
    found = scenario_of(release)
    if found is None:
        return None
    about, gross, cost = found
    return finished(
        _drawn(release, (gross, cost), language, width),
        "scenarios",
        alt=_alt(gross, cost, language),
        caption=_caption(release, about, cost, language),
        source=rows.source(release, [cost], language),
    )


def _shares(gross: Scenario) -> list[float]:
    """Give the shares that are drawn; where nothing is counted, nothing is avoided at any price."""
    every = sorted({share for _, share in gross})
    return [share for share in every if share > 0] or every


def _scale(right: float, gross: Scenario, cost: Estimate) -> Scale:
    """Give a scale that holds zero, the cost and all amounts with their intervals."""
    drawn = [one for (_, share), one in gross.items() if share in _shares(gross)]
    amounts = [end for one in drawn for end in (one.value, one.low, one.high) if isfinite(end)]
    low, high = min(0.0, *amounts), max(cost.value, *amounts) or 1.0
    return Scale(low=low, high=high, start=LEFT, end=right - 1.0)


def _unit(gross: Scenario) -> float:
    """Give what amounts are written in: millions, or thousands where some amount is small."""
    amounts = [abs(one.value) for (_, share), one in gross.items() if one.value and share in _shares(gross)]
    return MILLION if min(amounts, default=MILLION) >= SMALL_AMOUNT else THOUSAND


def _money(amount: float, unit: float, language: Language) -> str:
    form, decimals = ("millions", 1) if unit == MILLION else ("thousands", 0)
    value = amount / unit
    told = number(value, language, 0 if value == int(value) else decimals)
    return phrase(f"figure.scenarios.{form}", language, {"value": told})


def _drawn(release: Release, about: tuple[Scenario, Estimate], language: Language, width: Width) -> Canvas:
    """Draw one group of bars for each share; prices are named beside their bars, also in a column."""
    gross, cost = about
    right = layout_width(width)
    scale, unit, shares = _scale(right, gross, cost), _unit(gross), _shares(gross)
    top = head(release, language) + 1.5 * LINE
    heads = [_head(share, right, language) for share in shares]
    heights = [LINE * line_count(text) + 0.6 + STEP * len(COLOURS) + GROUP for text in heads]
    canvas = begin(release, top + sum(heights) - GROUP + 0.6, language, width)
    y = top
    for share, text, height in zip(shares, heads, heights, strict=True):
        canvas.write(0, y, text, Words(size=SMALL, weight="bold"))
        _draw_share(canvas, y + LINE * line_count(text) + 0.6, (*about, share), (scale, unit), language)
        y += height
    text = phrase("figure.scenarios.cost", language, {"amount": _money(cost.value, unit, language)})
    _name_cost(canvas, scale.at(cost.value), top - 1.5 * LINE, text)
    return canvas


def _head(share: float, wide: float, language: Language) -> str:
    text = phrase("figure.scenarios.share", language, {"share": percent(share, language)})
    return wrapped(text, wide - 6, SMALL, "bold")


def _draw_share(
    canvas: Canvas,
    top: float,
    about: tuple[Scenario, Estimate, float],
    measure: tuple[Scale, float],
    language: Language,
) -> None:
    """Draw the amounts at one share, the interval of the change at the base price, and the line of the cost."""
    (gross, whole, share), (scale, unit) = about, measure
    zero, cost = scale.at(0), scale.at(whole.value)
    for place, (level, colour) in enumerate(COLOURS.items()):
        y, one = top + STEP * (place + 0.5), gross[level, share]
        name = phrase(f"figure.scenarios.level.{level}", language)
        canvas.write(0, y, name, Words(size=SMALL, stand="center"))
        text = Words(size=SMALL, stand="center", side="right")
        canvas.write(AMOUNTS, y, _money(one.value, unit, language), text)
        end = scale.at(one.value)
        if one.value:
            corner = min(zero, end), y - BAR / 2
            canvas.box(corner, (abs(end - zero), BAR), Fill(colour=colour), f"_{level}")
        if level == "base" and _bounded(one):
            ends = (scale.at(one.low), y), (scale.at(one.high), y)
            canvas.line(*ends, Stroke(colour=INK, thick=1.0), "_interval")
    bottom = top + STEP * len(COLOURS)
    canvas.line((zero, top), (zero, bottom), Stroke(), "_zero")
    canvas.line((cost, top), (cost, bottom), Stroke(colour=INK, thick=1.4), "_cost")


def _name_cost(canvas: Canvas, x: float, y: float, text: str) -> None:
    """Name above the first group the line at which net is nought."""
    room = text_width(text, SMALL) + 1
    middle = min(max(x, room / 2), canvas.width - room / 2)
    canvas.write(middle, y, text, Words(size=SMALL, colour=QUIET, side="center"))


def _alt(gross: Scenario, cost: Estimate, language: Language) -> str:
    *others, most = _shares(gross)
    told = [
        phrase("figure.scenarios.alt_other", language, _amounts(gross, share, language)) for share in others
    ]
    values = _amounts(gross, most, language)
    values["cost"] = number(cost.value, language, 0)
    sentences = phrase("figure.scenarios.alt", language, values), *told
    return " ".join([*sentences, phrase("figure.scenarios.alt_assumed", language)])


def _amounts(gross: Scenario, share: float, language: Language) -> dict[str, object]:
    """Write the amounts at a share; that at the base price with the interval that is drawn."""
    values: dict[str, object] = {level: number(gross[level, share].value, language, 0) for level in COLOURS}
    one = gross["base", share]
    if _bounded(one):
        label, ends = interval_label(one.confidence, language), interval(one.low, one.high, language, 0)
        values["base"] = f"{values['base']} ({label} {ends})"
    return {**values, "share": percent(share, language)}


def _bounded(one: Estimate) -> bool:
    return isfinite(one.low) and isfinite(one.high) and one.low < one.high


def _label(table: Table | None, name: str, code: str, language: Language) -> str:
    codes = None if table is None or name not in table.columns else table.columns[name].codes
    known = {str(key): text[language] for key, text in codes.items()} if isinstance(codes, dict) else {}
    return known.get(code, code)


def _caption(release: Release, about: str, cost: Estimate, language: Language) -> str:
    table = release.codebook.recording("unit_prices")
    _, item, perspective, year, source = about.split(":")
    labels = {
        name: _label(table, name, code, language)
        for name, code in (("item", item), ("perspective", perspective), ("source", source))
    }
    price = phrase("economy.price_of", language, {**labels, "year": year})
    values: dict[str, object] = {
        "price": price,
        "source": labels["source"],
        "interval": interval_label(cost.confidence, language),
    }
    return phrase("figure.scenarios.caption", language, values)
