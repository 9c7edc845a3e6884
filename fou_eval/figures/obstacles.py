"""What became of the obstacles: how many in each released state, and how long those took that are closed."""

from collections.abc import Sequence
from dataclasses import dataclass

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.design import ACCENT, BLUE, PALE, QUIET, RULE, SKY
from fou_eval.disclosure.release import Release, Released
from fou_eval.figures import rows
from fou_eval.figures.grid import begin, grid, head, laid, write_labels
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.recorded import code_names, source_of
from fou_eval.figures.style import LINE, SMALL, Canvas, Fill, Width, Words, styled
from fou_eval.formatting import number
from fou_eval.language import phrase

LABELS, ENDS, BAR = 64.0, 10.0, 4.6  # mm: width of labels and of counts, height of a bar
COUNT = Words(weight="bold", stand="center")
PART = Words(size=SMALL, colour=QUIET)
CLOSED = frozenset({"solved", "not_solvable"})
PARTS = (("states", "records_where", "status"), ("times", "obstacles_by_time", "months_to_close"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One count: its label, the number of obstacles, and its colour."""

    label: str
    value: float
    colour: str


@styled
def obstacles(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture | None:
    """Draw the number of obstacles in each state, and by time to the end; none where the states are not shown.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    width
        What it is laid out for.
    """
    language = release.language(language)
    table = release.codebook.recording("obstacles")
    if table is None:
        return None
    parts = {name: _bars(release, table, kind, language) for name, *kind in PARTS}
    if not parts["states"]:
        return None
    shown = {name: bars for name, bars in parts.items() if bars}
    return finished(
        _drawn(release, shown, language, width),
        "obstacles",
        alt=_alt(release, shown, language),
        caption=phrase("figure.obstacles.caption", language),
        source=_source(release, language),
    )


def _bars(release: Release, table: Table, kind: Sequence[str], language: Language) -> tuple[Bar, ...]:
    statistic, about = kind
    return tuple(
        Bar(
            label=_label(table, row, language),
            value=row.estimate.value,
            colour=_colour(row) if about == "status" else ACCENT,
        )
        for row in release.of_table(statistic, "obstacles", about)
        if rows.shown(row)
    )


def _colour(row: Released) -> str:
    """Tell what is solved from what is closed without that, and both from what is open."""
    codes = set(row.estimate.category.split(":")[2].split("+"))
    if codes == {"solved"}:
        return BLUE
    return SKY if codes <= CLOSED else PALE


def _label(table: Table, row: Released, language: Language) -> str:
    """Name one state or time, or several that are merged."""
    _, about, codes = row.estimate.category.split(":")
    if about == "status":
        words = code_names(table, "status", codes.split("+"), language)
    else:
        words = [phrase(f"obstacles.class.{code}", language) for code in codes.split("+")]
    return "; ".join(words)


def _drawn(release: Release, parts: dict[str, tuple[Bar, ...]], language: Language, width: Width) -> Canvas:
    """Draw each part under its heading; all bars have one scale."""
    places = grid(width, LABELS, ENDS)
    most = max(bar.value for bars in parts.values() for bar in bars)
    y, laid_out = head(release, language), []
    for name, bars in parts.items():
        found = laid(places, [bar.label for bar in bars], [BAR] * len(bars), y + 1.4 * LINE, apart=0.6 * LINE)
        laid_out.append((name, y, bars, found))
        y = found[-1].bottom + 0.5 * LINE
    canvas = begin(release, y - 0.5 * LINE, language, width)
    for name, begins, bars, found in laid_out:
        canvas.write(0, begins, phrase(f"figure.obstacles.{name}", language), PART)
        write_labels(canvas, found)
        for bar, row in zip(bars, found, strict=True):
            long = (places.right - places.left) * bar.value / max(most, 1)
            if bar.value:
                look = Fill(colour=bar.colour, edge=RULE if bar.colour == PALE else "none")
                canvas.box((places.left, row.top), (long, BAR), look, "_count")
            canvas.write(places.left + long + 1.5, row.middle, number(bar.value, language, 0), COUNT)
    return canvas


def _alt(release: Release, parts: dict[str, tuple[Bar, ...]], language: Language) -> str:
    told = {
        name: ". ".join(
            phrase(
                f"figure.obstacles.{name[:-1]}",
                language,
                {"label": bar.label, "n": number(bar.value, language, 0)},
            )
            for bar in bars
        )
        for name, bars in parts.items()
    }
    whole = next((row for row in release.of_table("records", "obstacles") if rows.shown(row)), None)
    count: dict[str, object] = {"n": number(whole.estimate.value, language, 0)} if whole else {}
    sentences = [phrase(f"figure.obstacles.alt{'' if whole else '_all'}", language, {**told, **count})]
    if "times" in told:
        sentences.append(phrase("figure.obstacles.alt_times", language, {"times": told["times"]}))
    return " ".join(sentences)


def _source(release: Release, language: Language) -> str:
    whole = next((row for row in release.of_table("records", "obstacles") if rows.shown(row)), None)
    if whole is None:
        return rows.source(release, (), language)
    basis = phrase("figure.basis.obstacles", language, {"n": number(whole.estimate.value, language, 0)})
    return source_of(release, basis, language)
