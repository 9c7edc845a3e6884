"""Contacts per family before and after: a ring, an arrow and a dot for each measure, without a better side."""

from dataclasses import dataclass

from matplotlib.ticker import MaxNLocator

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, PAGE, RULE
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import LINE, SMALL, TickText, Words, line_count, new_canvas, styled, wrapped
from fou_eval.formatting import number
from fou_eval.language import phrase

LABELS, RIGHT = 62.0, PAGE - 6  # mm: width of the names of measures; end of the scale
LABEL = Words(size=SMALL, stand="center")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumbbell:
    """One measure with its released levels."""

    label: str
    before: Estimate
    after: Estimate


@styled
def contacts(release: Release, language: Language | None = None) -> Picture | None:
    """Draw the mean number of contacts per family before and after; none where no two levels may be shown.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    found = released_levels(release, language)
    if not found:
        return None
    texts = [wrapped(one.label, LABELS - 3, SMALL) for one in found]
    heights = [(line_count(text) + 0.9) * LINE for text in texts]
    tall = sum(heights)
    canvas = new_canvas(1.6 * LINE + tall + 3.2 * LINE)
    rows.mark(canvas, release, language)
    scale = canvas.scale(LABELS, 1.6 * LINE, RIGHT - LABELS, tall)
    most = max(value for one in found for value in (one.before.value, one.after.value))
    scale.set(xlim=(-0.12 * most, 1.14 * most or 1.0), ylim=(tall, 0), yticks=[])
    scale.spines["left"].set_visible(False)
    scale.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    scale.xaxis.set_major_formatter(TickText(language, "plain"))
    scale.set_xlabel(phrase("figure.contacts.axis", language))
    y = 0.0
    for one, text, height in zip(found, texts, heights, strict=True):
        middle = y + height / 2
        canvas.write(0, 1.6 * LINE + middle, text, LABEL)
        ends = one.before.value, one.after.value
        scale.plot([0, most], [middle] * 2, color=RULE, linewidth=0.3, zorder=0, label="_row")
        scale.annotate(
            "", (ends[1], middle), (ends[0], middle), arrowprops={"arrowstyle": "->", "color": BLUE}
        )
        scale.plot(ends[:1], [middle], "o", color=BLUE, markerfacecolor="white", label="_before")
        scale.plot(ends[1:], [middle], "o", color=BLUE, label="_after")
        for value, side, apart in ((min(ends), "right", -5), (max(ends), "left", 5)):
            scale.annotate(
                number(value, language),
                (value, middle),
                (apart, 0),
                textcoords="offset points",
                ha=side,
                va="center",
                fontsize=SMALL,
                bbox={
                    "facecolor": "white",
                    "edgecolor": "none",
                    "pad": 0.6,
                },  # the line of the row stops before it
            )
        y += height
    return Picture(
        figure=canvas.figure,
        name="contacts",
        alt=_alt(release, found, language),
        caption=_caption(release, found, language),
        language=language,
    )


def released_levels(release: Release, language: Language) -> tuple[Dumbbell, ...]:
    """Give the measures of contacts of which both levels are shown, in the order of the codebook."""
    table = release.codebook.recording("contacts")
    made = []
    for item in release.codebook.indicators():
        if table is None or item.table != f"{table.table}_measured":
            continue
        before, after = (
            rows.shown(release.find(statistic, outcome=item.name))
            for statistic in ("rate_before", "rate_after")
        )
        if before is not None and after is not None:
            made.append(Dumbbell(label=item.label(language), before=before, after=after))
    return tuple(made)


def _contrast(release: Release, language: Language) -> dict[str, str]:
    """Give the labels of the two waves as they stand within a sentence."""
    labels = {name: str(label) for name, label in rows.contrast(release, language).items()}
    return {name: label[:1].lower() + label[1:] for name, label in labels.items()}


def _alt(release: Release, found: tuple[Dumbbell, ...], language: Language) -> str:
    sentences = [phrase("figure.contacts.alt", language, _contrast(release, language))]
    for one in found:
        values = {
            "label": one.label,
            "low": number(one.before.value, language),
            "high": number(one.after.value, language),
        }
        sentences.append(phrase("figure.contacts.line", language, values))
    return " ".join([*sentences, *(f"{text}." for text in rows.markings(release, language))])


def _caption(release: Release, found: tuple[Dumbbell, ...], language: Language) -> str:
    table = release.codebook.recording("contacts")
    values = {
        **_contrast(release, language),
        "families": rows.span_of_families([one.before for one in found], language),
        "table": table.label[language] if table else "",
    }
    return rows.caption(
        release,
        language,
        phrase("figure.contacts.caption", language, values),
        phrase("figure.uncontrolled", language),
    )
