"""Scenarios of costs avoided against what the project cost, over the share of the change that it is given."""

from collections.abc import Mapping, Sequence
from math import isfinite

from matplotlib.axes import Axes

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, GREEN, INK, PAGE, QUIET, VERMILLION
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import LINE, SMALL, TickText, Words, new_canvas, styled
from fou_eval.formatting import interval_label, number, percent
from fou_eval.language import phrase

LEFT, TOP, HEIGHT, LABELS = 28.0, 3.2 * LINE, 46.0, 26.0  # mm: the plot, and the words to the right of it
# Marks and strokes differ too, so that grey print tells the lines apart.
LOOKS: Mapping[str, tuple[str, str, str]] = {
    "low": (GREEN, "s", ":"),
    "base": (BLUE, "o", "-"),
    "high": (VERMILLION, "^", "--"),
}
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
def scenarios(release: Release, language: Language | None = None) -> Picture | None:
    """Draw gross amounts at the low, base and high price over the share, and the line at which net is nought.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.

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
    canvas = new_canvas(TOP + HEIGHT + 3.4 * LINE)
    rows.mark(canvas, release, language)
    canvas.write(0, 1.5 * LINE, phrase("figure.scenarios.y", language), Words(size=SMALL, colour=QUIET))
    axes = canvas.scale(LEFT, TOP, PAGE - LEFT - LABELS, HEIGHT)
    shares = sorted({share for _, share in gross})
    _frame(axes, shares, language)
    ends = {level: _draw_level(axes, level, shares, gross) for level in LOOKS}
    axes.axhline(cost.value, color=INK, linewidth=1.4, label="_cost")
    axes.annotate(
        phrase("figure.scenarios.cost", language),
        (shares[0], cost.value),
        xytext=(2, 3),
        textcoords="offset points",
        fontsize=SMALL,
        color=INK,
    )
    low, high = axes.get_ylim()
    axes.set_ylim(low, high + 0.08 * (high - low))
    _name_levels(axes, shares[-1], ends, language)
    return Picture(
        figure=canvas.figure,
        name="scenarios",
        alt=_alt(release, gross, cost, language),
        caption=_caption(release, about, cost, language),
        language=language,
    )


def _frame(axes: Axes, shares: Sequence[float], language: Language) -> None:
    axes.set(xlim=(shares[0] - 0.02, shares[-1] + 0.02), xticks=shares)
    axes.set_xlabel(phrase("figure.scenarios.x", language))
    axes.xaxis.set_major_formatter(TickText(language, "percent"))
    axes.yaxis.set_major_formatter(TickText(language, "plain"))
    axes.axhline(0, color=QUIET, linewidth=0.6, label="_zero")


def _draw_level(axes: Axes, level: str, shares: Sequence[float], gross: Scenario) -> float:
    """Draw one price, with the interval of the change at the base price; give the amount at the largest share."""
    colour, mark, stroke = LOOKS[level]
    amounts = [gross[level, share].value for share in shares]
    axes.plot(shares, amounts, linestyle=stroke, marker=mark, markersize=4.5, color=colour, label=f"_{level}")
    for share in shares if level == "base" else ():
        one = gross[level, share]
        if isfinite(one.low) and isfinite(one.high) and one.low < one.high:
            axes.plot(
                [share, share], [one.low, one.high], color=colour, linewidth=1.0, alpha=1.0, label="_interval"
            )
    return amounts[-1]


def _name_levels(axes: Axes, x: float, ends: Mapping[str, float], language: Language) -> None:
    """Name the lines at their right ends, moved apart where they would touch."""
    low, high = axes.get_ylim()
    step = (high - low) * 1.25 * LINE / HEIGHT
    place = -float("inf")
    for level, end in sorted(ends.items(), key=lambda pair: pair[1]):
        place = max(end, place + step)
        axes.annotate(
            phrase(f"figure.scenarios.level.{level}", language),
            (x, place),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            fontsize=SMALL,
            color=LOOKS[level][0],
            annotation_clip=False,
        )


def _alt(release: Release, gross: Scenario, cost: Estimate, language: Language) -> str:
    most = max(share for _, share in gross)
    values: dict[str, object] = {level: number(gross[level, most].value, language, 0) for level in LOOKS}
    values["share"] = percent(most, language)
    values["cost"] = number(cost.value, language, 0)
    said = phrase("figure.scenarios.alt", language, values)
    return " ".join([said, *(f"{text}." for text in rows.markings(release, language))])


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
        "families": number(cost.n_families, language, 0),
        "price": price,
        "source": labels["source"],
        "interval": interval_label(cost.confidence, language),
    }
    return rows.caption(release, language, phrase("figure.scenarios.caption", language, values))
