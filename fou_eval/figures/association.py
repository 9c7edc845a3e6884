"""The finding carried in: number of services against feeling helped, as rank correlations with their intervals."""

from matplotlib.axes import Axes

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, QUIET, RULE
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import ABSENT, LINE, SMALL, Canvas, TickText, Words, new_canvas, styled, wrapped
from fou_eval.formatting import interval_label, number
from fou_eval.language import phrase
from fou_eval.quantities import interval_text, value_text

NAME, STATISTIC = "services_and_helped", "services_and_helped"
WHEN = ("entry", "last")
SCALE, NUMBERS = 44.0, 132.0  # mm: where the scale begins, and the numbers
SCALE_WIDTH, ROW = 82.0, 2.6 * LINE


@styled
def association(release: Release, language: Language | None = None) -> Picture | None:
    """Draw the correlation of services with feeling helped at entry and at the last wave; none where neither is shown.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    drawn = correlations(release)
    if not any(drawn.values()):
        return None
    top = 3.0 * LINE
    canvas = new_canvas(top + ROW * len(drawn) + 2.6 * LINE)
    rows.mark(canvas, release, language)
    _draw_heading(canvas, release, language)
    ax = canvas.scale(SCALE, top, SCALE_WIDTH, ROW * len(drawn))
    _draw_scale(ax, len(drawn), language)
    for place, (when, estimate) in enumerate(drawn.items()):
        middle = top + ROW * (place + 0.5)
        label = wrapped(phrase(f"goals.carried_in.{when}", language), SCALE - 4)
        canvas.write(0, middle, label, Words(stand="center"))
        if estimate is None:
            canvas.write(SCALE + SCALE_WIDTH / 2, middle, phrase("figure.withheld_short", language), ABSENT)
            continue
        _draw_one(ax, place, estimate)
        canvas.write(NUMBERS, middle, _text(estimate, language), Words(size=SMALL, stand="center"))
    return Picture(
        figure=canvas.figure,
        name=NAME,
        alt=_alt(release, drawn, language),
        caption=_caption(release, drawn, language),
        language=language,
    )


def correlations(release: Release) -> dict[str, Estimate | None]:
    """Give the released correlation at entry and at the last wave, none where it is not shown."""
    found = {}
    for when in WHEN:
        row = next(iter(release.of_table(STATISTIC, "services", when)), None)
        found[when] = rows.shown(row)
    return found


def _draw_heading(canvas: Canvas, release: Release, language: Language) -> None:
    look = {"size": SMALL, "colour": QUIET}
    canvas.write(SCALE, 1.5 * LINE, phrase(f"figure.{NAME}.left", language), Words(**look))  # type: ignore[arg-type]
    right = Words(side="right", **look)  # type: ignore[arg-type]
    canvas.write(SCALE + SCALE_WIDTH, 1.5 * LINE, phrase(f"figure.{NAME}.right", language), right)
    canvas.write(NUMBERS, 1.5 * LINE, interval_label(release.plan.confidence, language), Words(**look))  # type: ignore[arg-type]


def _draw_scale(ax: Axes, count: int, language: Language) -> None:
    ax.set(xlim=(-1, 1), ylim=(count - 0.5, -0.5), yticks=[], xticks=(-1, -0.5, 0, 0.5, 1))
    ax.spines["left"].set_visible(False)
    ax.axvline(0, color=RULE, linewidth=0.8, label="_zero")
    ax.xaxis.set_major_formatter(TickText(language, "signed"))


def _draw_one(ax: Axes, place: int, estimate: Estimate) -> None:
    if rows.has_interval(estimate):
        ends = [estimate.low, estimate.high]
        ax.plot(ends, [place, place], color=BLUE, linewidth=2.2, solid_capstyle="butt", label="_interval")
    ax.plot([estimate.value], [place], "o", color=BLUE, markersize=6.5, label="_value", clip_on=False)


def _text(estimate: Estimate, language: Language) -> str:
    value = value_text(estimate, None, language)
    return f"{value} {interval_text(estimate, None, language)}" if rows.has_interval(estimate) else value


def _alt(release: Release, drawn: dict[str, Estimate | None], language: Language) -> str:
    lines = []
    for when, estimate in drawn.items():
        told = (
            rows.with_interval(estimate, None, language)
            if estimate
            else phrase("figure.withheld_short", language)
        )
        place = {"when": phrase(f"goals.carried_in.{when}", language), "estimate": told}
        lines.append(phrase(f"figure.{NAME}.alt_line", language, place))
    sentence = phrase(f"figure.{NAME}.alt", language, {"lines": " ".join(lines)})
    return " ".join([sentence, *(f"{text}." for text in rows.markings(release, language))])


def _caption(release: Release, drawn: dict[str, Estimate | None], language: Language) -> str:
    counts = [number(estimate.n, language, 0) for estimate in drawn.values() if estimate]
    labels = [phrase(f"goals.carried_in.{when}", language) for when, one in drawn.items() if one]
    basis = ", ".join(f"{label[:1].lower()}{label[1:]} {n}" for label, n in zip(labels, counts, strict=True))
    values = {"interval": interval_label(release.plan.confidence, language), "basis": basis}
    return rows.caption(release, language, phrase(f"figure.{NAME}.caption", language, values))
