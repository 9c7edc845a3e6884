"""How the result of each primary indicator holds when families are left out and when missing data are counted in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, QUIET, RULE
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.checks import DIRECTED, Answer, Mark, answer, checks, draw_checked, strokes
from fou_eval.figures.grid import Grid, begin, grid, head
from fou_eval.figures.overview import Line, overview_lines
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import (
    LINE,
    SMALL,
    TEXT,
    Canvas,
    Width,
    Words,
    line_count,
    styled,
    wrapped,
)
from fou_eval.formatting import interval_label
from fou_eval.language import phrase
from fou_eval.quantities import interval_text, unit_text, value_text

LABELS, SCALE_END, ANSWERS = (
    40.0,
    80.0,
    83.0,
)  # mm on a page: the words, the end of the scale, where answers begin
SCALE_HEIGHT, TICKS = 6.5, 4.2
PITCH = 1.15 * LINE  # mm from line to line of the larger type
MARK = 4.5  # mm from the left end of an answer to its words, in a column


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One domain: its words in lines, its answers by the place of the check, and its height in mm."""

    line: Line
    domain: str
    title: str
    unit: str
    answers: tuple[Answer, ...]
    numbers: Mapping[str, Estimate]
    height: float


@styled
def sensitivity(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture:
    """Draw, for every primary indicator, the change and what becomes of it under each check that is released.

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
    places = grid(width, LABELS)
    blocks = [_block(release, line, places, language) for line in overview_lines(release)]
    top = head(release, language) + (0.5 * LINE if places.above else 4.3 * LINE)
    canvas = begin(release, top + sum(block.height for block in blocks), language, width)
    if not places.above:
        _draw_heads(canvas, release, top, language)
    y = top
    for block in blocks:
        _draw_block(canvas, y, block, places, language)
        y += block.height
    drawn = [line.shown for line in overview_lines(release) if line.shown]
    return Picture(
        figure=canvas.figure,
        name="sensitivity",
        title=phrase("figure.sensitivity.title", language),
        alt=_alt(release, blocks, language),
        caption=_caption(release, blocks, language),
        source=rows.source(release, drawn, language),
        language=language,
        width=width,
    )


def _block(release: Release, line: Line, places: Grid, language: Language) -> Block:
    room = places.labels
    domain = wrapped(release.codebook.domain(line.domain).label[language], room, TEXT, "bold")
    title = wrapped(line.indicator.label(language), room) if line.indicator else ""
    unit = ""
    if line.shown is not None and line.indicator is not None:
        wide = room if places.above else SCALE_END - LABELS
        unit = wrapped(_unit(line.shown, line.indicator, language), wide, SMALL)
    answers = () if line.indicator is None else _answers(release, line.indicator, places, language)
    numbers = {} if line.indicator is None else _numbers(release, line.indicator)
    words = PITCH * (line_count(domain) + line_count(title) + 0.2)
    scale = LINE * (1.3 + line_count(unit) + 0.3) + SCALE_HEIGHT + TICKS if unit else 2 * LINE
    if places.above:
        height = words + scale + LINE * sum(line_count(one.words) for one in answers) + 1.6 * LINE
    else:
        most = max((line_count(one.words) for one in answers), default=1)
        height = max(words, scale, LINE * (most + 2)) + 0.9 * LINE
    return Block(
        line=line, domain=domain, title=title, unit=unit, answers=answers, numbers=numbers, height=height
    )


def _unit(estimate: Estimate, item: Indicator, language: Language) -> str:
    """Name the unit of a scale, and where on it better is."""
    unit = unit_text(estimate.scale, item.column, language)
    side = {"higher": "right", "lower": "left"}.get(item.better)
    return unit if side is None else f"{unit} ({phrase(f'figure.better_{side}', language)})"


def _numbers(release: Release, item: Indicator) -> dict[str, Estimate]:
    """Give the checks that have numbers on the scale of the change; that of the tipping point is another."""
    found = {name: rows.shown(release.find(name, outcome=item.name)) for name in checks(item)[:-1]}
    return {name: estimate for name, estimate in found.items() if estimate is not None}


def _answers(release: Release, item: Indicator, places: Grid, language: Language) -> tuple[Answer, ...]:
    found = []
    for name in checks(item):
        one = answer(release, item, name, language)
        words = one.words
        if name in {"bound_lowest", "bound_highest"}:
            words = phrase(f"figure.sensitivity.{name}", language, {"answer": words})
        if places.above:
            words = f"{_label(name, language)}: {words}"
            words = wrapped(words, places.right - MARK, SMALL)
        else:
            words = wrapped(words, _step() - 1.5, SMALL)
        found.append(Answer(words=words, mark=one.mark))
    return tuple(found)


def _label(name: str, language: Language) -> str:
    """Name a check in full, as it stands before its answer in a column."""
    if name in {"leave_one_family_out", "tipping_point"}:
        return phrase(f"figure.sensitivity.{name.replace('point', 'full')}", language)
    if name in {"bound_lowest", "bound_highest"}:
        return phrase("figure.sensitivity.missing", language)
    end = phrase(f"figure.sensitivity.{name}", language)
    return f"{phrase('figure.sensitivity.missing', language)} {end}"


def _step() -> float:
    """Width in mm of one answer on a page."""
    return (grid("page", LABELS).right - ANSWERS) / len(DIRECTED)


def _draw_heads(canvas: Canvas, release: Release, top: float, language: Language) -> None:
    """Write what the columns hold, the three assumptions under a head of their own."""
    look = Words(size=SMALL, colour=QUIET, stand="bottom")
    interval = {"interval": interval_label(release.plan.confidence, language)}
    base = top - 0.5 * LINE
    canvas.write(0, base, wrapped(phrase("figure.overview.words", language), LABELS - 3, SMALL), look)
    scale = wrapped(phrase("figure.sensitivity.scale", language, interval), SCALE_END - LABELS, SMALL)
    canvas.write(LABELS, base, scale, look)
    for place, name in enumerate(DIRECTED):
        text = wrapped(phrase(f"figure.sensitivity.{name}", language), _step() - 1.5, SMALL)
        canvas.write(ANSWERS + place * _step(), base, text, look)
    left, right = ANSWERS + _step(), ANSWERS + 4 * _step() - 2
    rule = base - 2.25 * LINE
    canvas.sheet.plot([left, right], [rule, rule], color=RULE, linewidth=0.6, label="_rule")
    canvas.write(left, rule - 0.2 * LINE, phrase("figure.sensitivity.missing", language), look)


def _draw_block(canvas: Canvas, y: float, block: Block, places: Grid, language: Language) -> None:
    canvas.write(0, y, block.domain, Words(weight="bold"))
    below = y + PITCH * line_count(block.domain)
    canvas.write(0, below, block.title, Words())
    if places.above:
        y = below + PITCH * (line_count(block.title) + 0.1)
    estimate, item = block.line.shown, block.line.indicator
    if estimate is None or item is None:
        wide = places.right - places.left if places.above else SCALE_END - LABELS
        look = Words(size=SMALL, colour=QUIET, slant="italic")
        canvas.write(places.left, y, wrapped(_why(block.line, language), wide, SMALL), look)
    else:
        _draw_estimate(canvas, y, block, places, language)
    if places.above:
        y += LINE * (1.9 + line_count(block.unit)) + SCALE_HEIGHT + TICKS if block.unit else 2 * LINE
    _draw_answers(canvas, y, block, places)


def _draw_estimate(canvas: Canvas, y: float, block: Block, places: Grid, language: Language) -> None:
    """Write the estimate and draw it below on a scale of its own."""
    estimate, item = block.line.shown, block.line.indicator
    if estimate is None or item is None:
        return
    drawn = rows.has_interval(estimate)
    ends = interval_text(estimate, item.column, language) if drawn else phrase("figure.no_interval", language)
    value = value_text(estimate, item.column, language)
    canvas.write(places.left, y, value, Words(weight="bold"))
    canvas.write(places.left + 11, y + 0.1, ends, Words(size=SMALL))
    wide = (places.right if places.above else SCALE_END) - places.left
    scale = canvas.scale(places.left, y + 1.3 * LINE, wide, SCALE_HEIGHT)
    draw_checked(scale, estimate, strokes(block.numbers), language)
    scale.set_xlabel(block.unit, loc="left", labelpad=1)


def _draw_answers(canvas: Canvas, y: float, block: Block, places: Grid) -> None:
    """Write the answers under their heads, each with its dot or ring above; in a column below each other."""
    for place, one in enumerate(block.answers):
        look = Words(size=SMALL) if one.mark != "none" else Words(size=SMALL, colour=QUIET, slant="italic")
        if places.above:
            _draw_mark(canvas, 1.6, y + 0.5 * LINE, one.mark)
            canvas.write(MARK, y, one.words, look)
            y += LINE * line_count(one.words)
            continue
        x = ANSWERS + place * _step()
        _draw_mark(canvas, x + 1.6, y + 0.5 * LINE, one.mark)
        canvas.write(x, y + 1.2 * LINE, one.words, look)


def _draw_mark(canvas: Canvas, x: float, y: float, mark: Mark) -> None:
    if mark == "none":
        return
    fill = BLUE if mark == "dot" else "white"
    canvas.sheet.plot(
        [x], [y], "o", color=fill, markeredgecolor=BLUE, markeredgewidth=1.2, markersize=6.5, label=f"_{mark}"
    )


def _why(line: Line, language: Language) -> str:
    if line.indicator is None:
        return phrase("figure.no_primary" if line.others else "figure.not_measured", language)
    return rows.absence([line.row], language)


def _alt(release: Release, blocks: Sequence[Block], language: Language) -> str:
    sentences = [_finding(release, blocks, language)]
    for block in blocks:
        line, label = block.line, release.codebook.domain(block.line.domain).label[language]
        if line.indicator is None:
            place = {"domain": label, "indicator": "", "why": _why(line, language)}
            sentences.append(phrase("figure.overview.alt_no_indicator", language, place))
            continue
        given = {
            name: answer(release, line.indicator, name, language).words for name in checks(line.indicator)
        }
        said = dict(zip(DIRECTED, given.values(), strict=True))
        what = _why(line, language)
        if line.shown is not None:
            what = rows.with_interval(line.shown, line.indicator.column, language)
            what = f"{what}, {rows.direction(line.shown, language)}; {rows.basis(line.shown, language)}"
        place = {"domain": label, "indicator": line.indicator.label(language), "estimate": what, **said}
        sentences.append(phrase("figure.sensitivity.alt_line", language, place))
    return " ".join([*sentences, *(f"{text}." for text in rows.markings(release, language))])


def _finding(release: Release, blocks: Sequence[Block], language: Language) -> str:
    """Count the primary indicators whose direction holds, and those that the missing could have turned."""
    items = [block.line.indicator for block in blocks if block.line.indicator is not None]
    marks = {
        name: [answer(release, item, name, language).mark for item in items]
        for name in ("leave_one_family_out", "tipping_point")
    }
    alone, turned = ([mark for mark in each if mark != "none"] for each in marks.values())
    if not alone or not turned:
        return phrase("figure.sensitivity.finding_none", language)
    counts = {
        "stable": alone.count("dot"),
        "told": len(alone),
        "turned": turned.count("ring"),
        "asked": len(turned),
    }
    return phrase("figure.sensitivity.finding", language, counts)


def _caption(release: Release, blocks: Sequence[Block], language: Language) -> str:
    interval = {"interval": interval_label(release.plan.confidence, language)}
    sentences = [
        phrase("figure.sensitivity.caption", language, {**rows.contrast(release, language), **interval})
    ]
    if release.profile == "publication" and any(
        one.mark != "none" for block in blocks for one in block.answers
    ):
        sentences.append(phrase("figure.sensitivity.in_words", language))
    if any(block.numbers for block in blocks):
        sentences.append(phrase("figure.sensitivity.in_numbers", language))
    return rows.caption(release, language, *sentences, phrase("figure.uncontrolled", language))
