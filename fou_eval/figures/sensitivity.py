"""How the result of each primary indicator holds when families are left out and when missing data are counted in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, PALE, QUIET, RULE
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.checks import DIRECTED, Answer, answer, checks, draw_reaches, reaches
from fou_eval.figures.grid import Grid, Piece, begin, grid, head, stack_height, write_stack
from fou_eval.figures.overview import (
    APART,
    BELOW_SCALE,
    BOLD,
    EDGE,
    NOTE,
    PLAIN,
    SOFT,
    TALL,
    Line,
    draw_change,
    overview_lines,
)
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.scale import Scale
from fou_eval.figures.style import (
    LINE,
    SMALL,
    TEXT,
    Canvas,
    Dot,
    Stroke,
    Width,
    Words,
    line_count,
    styled,
    text_width,
    wrapped,
)
from fou_eval.formatting import interval_label
from fou_eval.language import phrase
from fou_eval.quantities import interval_text, unit_text, value_text

LABELS, SCALE_END, ANSWERS = (
    43.0,
    80.0,
    82.5,
)  # mm on a page: the words, the end of the scale, where answers begin
MARK = 4.5  # mm from the left end of an answer to its words, in a column
ENDS = {"bound_lowest": "ended_lowest", "bound_highest": "ended_highest"}
ITALIC = Words(size=SMALL, colour=QUIET, slant="italic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One domain: its words, its answers in the order of the checks, the numbers among them, and its height in mm."""

    line: Line
    words: tuple[Piece, ...]
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
    lines, places = overview_lines(release), grid(width, LABELS)
    blocks = [_block(release, line, places, language) for line in lines]
    top = head(release, language) + (
        0 if places.above else LINE * (max(4, *map(line_count, _heads(language))) + 0.4)
    )
    canvas = begin(release, top + sum(block.height for block in blocks), language, width)
    if not places.above:
        _draw_heads(canvas, release, top, language)
    y = top
    for block in blocks:
        canvas.line((0, y), (canvas.width, y), Stroke(colour=PALE))
        _draw_block(canvas, y + 0.45 * LINE, block, places, language)
        y += block.height
    return finished(
        canvas,
        "sensitivity",
        alt=_alt(release, lines, language),
        caption=_caption(release, blocks, language),
        source=rows.source(release, [line.shown for line in lines if line.shown], language),
    )


def _block(release: Release, line: Line, places: Grid, language: Language) -> Block:
    item = line.indicator
    words = _words(release, line, places.labels, language)
    answers = () if item is None else _answers(release, item, places, language)
    numbers = {} if item is None else _numbers(release, item)
    drawn = 2 * LINE if line.shown is None else 1.3 * LINE + TALL + BELOW_SCALE
    listed = [line_count(one.words) for one in answers]
    if places.above:
        height = stack_height(words) + drawn + LINE * (sum(listed) + 0.3)
    else:
        height = max(stack_height(words), drawn, LINE * (max(listed, default=0) + 1.3))
    return Block(line=line, words=words, answers=answers, numbers=numbers, height=height + APART)


def _words(release: Release, line: Line, room: float, language: Language) -> tuple[Piece, ...]:
    """Give the domain, its primary indicator and the unit of the change, wrapped to their column."""
    domain = release.codebook.domain(line.domain).label[language]
    pieces = [(wrapped(domain, room, TEXT, "bold"), BOLD)]
    if line.indicator is not None:
        pieces.append((wrapped(line.indicator.label(language), room), PLAIN))
        if line.shown is not None:
            unit = unit_text(line.shown.scale, line.indicator.column, language)
            pieces.append((wrapped(unit, room, SMALL), NOTE))
    return tuple(pieces)


def _numbers(release: Release, item: Indicator) -> dict[str, Estimate]:
    """Give the checks that have numbers on the scale of the change; that of the tipping point is another."""
    found = {name: rows.shown(release.find(name, outcome=item.name)) for name in checks(item)[:-1]}
    return {name: estimate for name, estimate in found.items() if estimate is not None}


def _answers(release: Release, item: Indicator, places: Grid, language: Language) -> tuple[Answer, ...]:
    """Give the answers of all checks, in lines that fit under their heads, or with their heads where there are none."""
    found = []
    for name in checks(item):
        one = answer(release, item, name, language)
        words = one.words
        if name in ENDS and not places.above:
            words = phrase(f"figure.sensitivity.{name}", language, {"answer": words})
        if places.above:
            words = wrapped(f"{_label(name, language)}: {words}", places.right - MARK, SMALL)
        else:
            words = wrapped(words, _step() - 2.2, SMALL)
        found.append(Answer(words=words, mark=one.mark))
    return tuple(found)


def _label(name: str, language: Language) -> str:
    """Name a check in full, as it stands before its answer in a column."""
    missing = phrase("figure.sensitivity.missing", language)
    if name in ENDS:
        return f"{missing} {phrase(f'figure.sensitivity.{ENDS[name]}', language)}"
    if name in {"leave_one_family_out", "tipping_point"}:
        return phrase(f"figure.sensitivity.{name.replace('point', 'full')}", language)
    return f"{missing} {phrase(f'figure.sensitivity.{name}', language)}"


def _step() -> float:
    """Width in mm of one answer on a page."""
    return (grid("page", LABELS).right - ANSWERS) / len(DIRECTED)


def _heads(language: Language) -> list[str]:
    """Give the heads of the answers on a page; the last has nothing right of it."""
    rooms = {name: _step() - 2.2 for name in DIRECTED} | {DIRECTED[-1]: _step()}
    return [
        wrapped(phrase(f"figure.sensitivity.{name}", language), room, SMALL) for name, room in rooms.items()
    ]


def _draw_heads(canvas: Canvas, release: Release, top: float, language: Language) -> None:
    """Write what the columns hold, the three assumptions under a head of their own."""
    look = Words(size=SMALL, colour=QUIET, stand="bottom")
    interval = {"interval": interval_label(release.plan.confidence, language)}
    base = top - 0.4 * LINE
    canvas.write(0, base, wrapped(phrase("figure.overview.words", language), LABELS - 3, SMALL), look)
    scale = wrapped(phrase("figure.sensitivity.scale", language, interval), SCALE_END - LABELS, SMALL)
    canvas.write(LABELS + EDGE, base, scale, look)
    for place, text in enumerate(_heads(language)):
        canvas.write(ANSWERS + place * _step(), base, text, look)
    left, right = ANSWERS + _step(), ANSWERS + 4 * _step() - 2
    rule = base - 2.2 * LINE
    canvas.line((left, rule), (right, rule), Stroke(colour=RULE), "_rule")
    canvas.write(left, rule - 0.1 * LINE, phrase("figure.sensitivity.missing", language), look)


def _draw_block(canvas: Canvas, y: float, block: Block, places: Grid, language: Language) -> None:
    below = write_stack(canvas, 0, y, block.words)
    at = below if places.above else y
    if block.line.shown is None or block.line.indicator is None:
        wide = (places.right if places.above else SCALE_END - EDGE) - places.left
        x = places.left if places.above else places.left + EDGE
        canvas.write(x, at, wrapped(_why(block.line, language), wide, SMALL), ITALIC)
    else:
        _draw_estimate(canvas, at, block, places, language)
    drawn = 2 * LINE if block.line.shown is None else 1.3 * LINE + TALL + BELOW_SCALE + 0.3 * LINE
    _draw_answers(canvas, at + drawn if places.above else y, block, places)


def _draw_estimate(canvas: Canvas, y: float, block: Block, places: Grid, language: Language) -> None:
    """Write the estimate with its interval, and draw it below on a scale of its own."""
    estimate, item = block.line.shown, block.line.indicator
    if estimate is None or item is None:
        return
    drawn = rows.has_interval(estimate)
    ends = interval_text(estimate, item.column, language) if drawn else phrase("figure.no_interval", language)
    value, x = (
        value_text(estimate, item.column, language),
        places.left if places.above else places.left + EDGE,
    )
    canvas.write(x, y, value, BOLD)
    canvas.write(x + text_width(value, TEXT, "bold") + 2, y, ends, SOFT)
    found = reaches(block.numbers)
    seen = rows.finite(
        (estimate.value, estimate.low, estimate.high, *(end for one in found for end in one.ends))
    )
    limit = 1.2 * (max(map(abs, seen), default=0) or 1)
    right = places.right if places.above else SCALE_END
    scale = Scale(low=-limit, high=limit, start=places.left + EDGE, end=right - EDGE)
    draw_change(canvas, y + 1.3 * LINE, scale, estimate, language)
    draw_reaches(canvas, y + 1.3 * LINE, scale, found)


def _draw_answers(canvas: Canvas, y: float, block: Block, places: Grid) -> None:
    """Write the answers under their heads, each below its dot or ring; in a column below each other."""
    for place, one in enumerate(block.answers):
        x = 0.0 if places.above else ANSWERS + place * _step()
        if one.mark != "none":
            look = Dot(colour=BLUE, size=6.5, filled=one.mark == "dot")
            canvas.dot((x + 1.6, y + 0.5 * LINE), look, f"_{one.mark}")
        look_of_words = SOFT if one.mark != "none" else ITALIC
        if places.above:
            canvas.write(MARK, y, one.words, look_of_words)
            y += LINE * line_count(one.words)
        else:
            canvas.write(x, y + 1.2 * LINE, one.words, look_of_words)


def _why(line: Line, language: Language) -> str:
    if line.indicator is None:
        return phrase("figure.no_primary" if line.others else "figure.not_measured", language)
    return rows.absence([line.row], language)


def _alt(release: Release, lines: Sequence[Line], language: Language) -> str:
    told = [_told(release, line, language) for line in lines]
    meant = phrase("figure.sensitivity.meant", language)
    return " ".join([_finding(release, lines, language), *told, meant])


def _told(release: Release, line: Line, language: Language) -> str:
    """Tell one row: the change with its interval, then the answers."""
    place = {"domain": release.codebook.domain(line.domain).label[language], "why": _why(line, language)}
    if line.indicator is None:
        return phrase("figure.overview.alt_no_indicator", language, place)
    words = [answer(release, line.indicator, name, language).words for name in checks(line.indicator)]
    what = place["why"]
    if line.shown is not None:
        what = rows.with_interval(line.shown, line.indicator.column, language)
        what = f"{what}, {rows.direction(line.shown, language)}; {rows.basis(line.shown, language)}"
    values = {"indicator": line.indicator.label(language), "estimate": what}
    values |= dict(zip(DIRECTED, words, strict=True))
    ends = "ends" if line.indicator.better == "neither" else "line"
    return phrase(f"figure.sensitivity.alt_{ends}", language, {**place, **values})


def _finding(release: Release, lines: Sequence[Line], language: Language) -> str:
    """Count the primary indicators whose direction holds, and those that the missing could have turned."""
    items = [line.indicator for line in lines if line.indicator is not None]
    stable, turned = (
        [answer(release, item, name, language).mark for item in items]
        for name in ("leave_one_family_out", "tipping_point")
    )
    told, asked = (len(marks) - marks.count("none") for marks in (stable, turned))
    if not told or not asked:
        return phrase("figure.sensitivity.finding_none", language)
    counts = {"stable": stable.count("dot"), "told": told, "turned": turned.count("ring"), "asked": asked}
    return phrase("figure.sensitivity.finding", language, counts)


def _caption(release: Release, blocks: Sequence[Block], language: Language) -> str:
    interval = {"interval": interval_label(release.plan.confidence, language)}
    said = [phrase("figure.sensitivity.caption", language, {**rows.contrast(release, language), **interval})]
    answered = any(one.mark != "none" for block in blocks for one in block.answers)
    if release.profile == "publication" and answered:
        said.append(phrase("figure.sensitivity.in_words", language))
    if any(block.numbers for block in blocks):
        said.append(phrase("figure.sensitivity.in_numbers", language))
    return " ".join([*said, phrase("figure.uncontrolled", language)])
