"""What a reader with a ruler and a computer gets out of a figure: every mark of an SVG, turned back into numbers.

The scale of each panel is worked out from its tick marks and from the labels beside them, as a reader would do it;
lengths of bars from the widths that the figures are laid out in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

import matplotlib as mpl
from defusedxml.ElementTree import fromstring
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font

from fou_eval.design import BLUE, PALE, RULE
from fou_eval.figures.style import SMALL, text_width

MM = 72 / 25.4  # points
# mm: a share of one in figures of shares and of classes, and all families in the flow
HALF, WHOLE, ENROLLED = 37.0, 126 / 1.03, 88.0
LINK = "{http://www.w3.org/1999/xlink}href"
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing drawn, in points from the upper left corner: a path, or a sign set at a point."""

    tag: str
    points: tuple[Point, ...]
    style: Mapping[str, str]
    clip: tuple[float, float, float, float] | None
    groups: tuple[str, ...]  # ids of the groups that it stands in, outermost first

    @property
    def left(self) -> float:
        return min(x for x, _ in self.points)

    @property
    def width(self) -> float:
        return max(x for x, _ in self.points) - self.left

    @property
    def height(self) -> float:
        return max(y for _, y in self.points) - min(y for _, y in self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One line of text at its left end."""

    text: str
    at: Point
    style: Mapping[str, str]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All that an SVG shows."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    words: tuple[Word, ...]
    tags: frozenset[str]


def read(svg: bytes) -> Drawing:
    """Take an SVG apart."""
    root = fromstring(svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    found = list(_walk(root, (), _clips(root), _patterns(root)))
    return Drawing(
        width=width,
        height=height,
        marks=tuple(item for item in found if isinstance(item, Mark)),
        words=tuple(item for item in found if isinstance(item, Word)),
        tags=frozenset(_tag(element) for element in root.iter()),
    )


def bars(drawing: Drawing, height: float) -> list[list[tuple[str, float]]]:
    """Give colour and length in mm of the bars that are `height` mm high, row by row from the top."""
    rows: dict[float, list[Mark]] = {}
    for mark in drawing.marks:
        if mark.tag == "path" and "axes_1" in mark.groups and abs(mark.height - height * MM) < 0.001:
            rows.setdefault(round(mark.points[0][1], 2), []).append(mark)
    return [
        [(mark.style["fill"], mark.width / MM) for mark in sorted(row, key=lambda mark: mark.left)]
        for _, row in sorted(rows.items())
    ]


def read_shares(drawing: Drawing) -> list[list[tuple[str, float]]]:
    """Read colour and share of every part of every bar."""
    return [[(fill, length / HALF) for fill, length in row] for row in bars(drawing, 5)]


def read_ladder(drawing: Drawing) -> list[list[float]]:
    """Read the shares of the classes before and after."""
    return [[length / WHOLE for _, length in row] for row in bars(drawing, 7)]


def read_flow(drawing: Drawing) -> list[list[tuple[str, float]]]:
    """Read colour and share of the enrolled families of every part of every bar."""
    return [[(fill, length / ENROLLED) for fill, length in row] for row in bars(drawing, 4.6)]


def read_overview(drawing: Drawing) -> list[list[float]]:
    """Read, for each domain with a scale: the change, then the ends of its interval where one is drawn."""
    found = []
    for base, ticks in _tick_rows(drawing).items():
        scale = {"x": _scale([(_number(_below(drawing, tick).text), tick.left) for tick in ticks])}
        marks = [mark for mark in drawing.marks if base - 9 * MM < mark.points[0][1] < base]
        found.append(
            [_inverted(sign.points[0], scale)[0] for sign in _signs(marks)]
            + [_inverted(point, scale)[0] for line in _lines(marks) for point in line.points]
        )
    return found


def read_course(drawing: Drawing) -> list[list[list[float]]]:
    """Read, for each panel: every point from the left, with month, change and the ends of its interval."""
    panels = []
    for base, ticks in _tick_rows(drawing).items():
        grids: dict[tuple[float, float], list[Mark]] = {}
        for mark in drawing.marks:
            if _is_grid(mark) and base - 27 * MM < mark.points[0][1] < base:
                grids.setdefault((round(mark.left, 3), round(mark.left + mark.width, 3)), []).append(mark)
        for (left, right), lines in sorted(grids.items()):
            own = [tick for tick in ticks if left < tick.left < right]
            scale = {
                "x": _scale([(_number(_below(drawing, tick).text), tick.left) for tick in own]),
                "y": _scale([(_number(_beside(drawing, line).text), line.points[0][1]) for line in lines]),
            }
            marks = [
                mark
                for mark in drawing.marks
                if left < mark.left < right and base - 27 * MM < mark.points[0][1] < base
            ]
            panels.append(_points(marks, scale))
    return panels


def tick_labels(drawing: Drawing) -> list[Word]:
    """Give the labels of scales of changes; months are no such labels."""
    across = [mark for mark in drawing.marks if _is_grid(mark) and _label_beside(drawing, mark)]
    if across:
        return [_beside(drawing, mark) for mark in across]
    return [_below(drawing, tick) for ticks in _tick_rows(drawing).values() for tick in ticks]


def _points(marks: list[Mark], scale: "Scale") -> list[list[float]]:
    points = {}
    for sign in _signs(marks):
        month, value = _inverted(sign.points[0], scale)
        points[round(month, 3)] = [month, value]
    for line in _lines(marks):
        ends = [_inverted(point, scale) for point in line.points]
        points[round(ends[0][0], 3)] += sorted(end for _, end in ends)
    return [points[month] for month in sorted(points)]


def numerals(text: str, language: str) -> list[float]:
    """Read every number in a text, without its sign."""
    thousands, point = ("\u00a0", ",") if language == "sv" else (",", r"\.")
    found = re.findall(rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?:{point}\d+)?|\d+(?:{point}\d+)?", text)
    return [float(re.sub(thousands, "", item).replace(",", ".")) for item in found]


Scale = Mapping[str, tuple[float, float]]  # axis -> place of zero in points, points per unit


def _tick_rows(drawing: Drawing) -> dict[float, list[Mark]]:
    """Give the tick marks below scales, line by line from the top."""
    found: dict[float, list[Mark]] = {}
    for mark in drawing.marks:
        ruled = mark.style.get("stroke") == RULE.lower() and len(mark.points) == 2
        if ruled and mark.width == 0 and abs(mark.height - MM) < 0.001:
            found.setdefault(round(min(y for _, y in mark.points), 3), []).append(mark)
    return dict(sorted(found.items()))


def _is_grid(mark: Mark) -> bool:
    return (
        mark.style.get("stroke") in {RULE.lower(), PALE.lower()}
        and len(mark.points) == 2
        and mark.height == 0
    )


def _below(drawing: Drawing, tick: Mark) -> Word:
    """Give what stands in the first line below a tick mark, with its middle under it."""
    x, y = tick.left, max(y for _, y in tick.points)
    near = [word for word in drawing.words if 0 < word.at[1] - y < 4 * MM]
    return min(near, key=lambda word: abs(word.at[0] + _wide(word) / 2 - x))


def _beside(drawing: Drawing, line: Mark) -> Word:
    """Give what stands left of a line, at its height."""
    return max(_label_beside(drawing, line), key=lambda word: word.at[0])


def _label_beside(drawing: Drawing, line: Mark) -> list[Word]:
    y = line.points[0][1]
    near = [word for word in drawing.words if 0.5 * MM < word.at[1] - y < 1.5 * MM]
    return [word for word in near if line.left - 14 * MM < word.at[0] < line.left]


def _wide(word: Word) -> float:
    return text_width(word.text, SMALL) * MM


def _scale(known: list[Point]) -> tuple[float, float]:
    """Lay a ruler along an axis: the numbers written at its marks, with their places."""
    (first, start), (last, end) = known[0], known[-1]
    unit = (end - start) / (last - first)
    return start - first * unit, unit


def _number(label: str) -> float:
    return float(label.replace("−", "-").replace(",", ".").replace("%", "").strip())


def _inverted(point: Point, scale: Scale) -> Point:
    x, y = ((place - scale[axis][0]) / scale[axis][1] if axis in scale else place
            for axis, place in zip("xy", point, strict=True))  # fmt: skip
    return x, y


def _signs(marks: list[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.tag == "use" and mark.style.get("stroke") == BLUE.lower()]


def _lines(marks: list[Mark]) -> list[Mark]:
    own = [mark for mark in marks if mark.tag == "path" and mark.style.get("stroke") == BLUE.lower()]
    return [mark for mark in own if "stroke-dasharray" not in mark.style]


def _walk(
    element: Element,
    groups: tuple[str, ...],
    clips: Mapping[str, tuple[float, ...]],
    fills: Mapping[str, str],
) -> Iterator[Mark | Word]:
    tag, name = _tag(element), element.get("id")
    groups = (*groups, name) if name and tag == "g" else groups
    if tag == "defs":
        return
    if tag == "g" and groups and groups[-1].startswith("text_") and element.get("transform"):
        glyphs = [use.attrib[LINK] for use in element.iter() if _tag(use) == "use"]
        yield Word(
            text="".join(map(_character, glyphs)), at=_moved(element), style=_style(element), groups=groups
        )
        return
    if tag in {"path", "use"}:
        style = _style(element)
        style["fill"] = fills.get(style.get("fill", ""), style.get("fill", "#000000"))
        points = _vertices(element.attrib["d"]) if tag == "path" else (_at(element),)
        yield Mark(
            tag=tag, points=points, style=style, clip=clips.get(element.get("clip-path", "")), groups=groups
        )  # type: ignore[arg-type]
    for child in element:
        yield from _walk(child, groups, clips, fills)


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _style(element: Element) -> dict[str, str]:
    pairs = [pair.split(":", 1) for pair in element.get("style", "").split(";") if ":" in pair]
    return {key.strip(): value.strip() for key, value in pairs}


def _vertices(path: str) -> tuple[Point, ...]:
    """Give the points a path goes through; the figures of this product have straight lines alone."""
    found = []
    for command, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        numbers = [float(item) for item in rest.split()]
        if command not in "MLz":
            raise ValueError(f"a path with {command}, which no mark of data needs: {path[:80]}")
        found += list(zip(numbers[::2], numbers[1::2], strict=True))
    return tuple(found)


def _at(element: Element) -> Point:
    return float(element.get("x", 0)), float(element.get("y", 0))


def _moved(element: Element) -> Point:
    x, y = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.attrib["transform"]).groups()  # type: ignore[union-attr]
    return float(x), float(y)


def _clips(root: Element) -> dict[str, tuple[float, ...]]:
    found = {}
    for clip in (element for element in root.iter() if _tag(element) == "clipPath"):
        (box,) = clip
        x, y, width, height = (float(box.attrib[key]) for key in ("x", "y", "width", "height"))
        found[f"url(#{clip.attrib['id']})"] = (x, y, x + width, y + height)
    return found


def _patterns(root: Element) -> dict[str, str]:
    patterns = [element for element in root.iter() if _tag(element) == "pattern"]
    return {f"url(#{pattern.attrib['id']})": pattern[0].attrib["fill"] for pattern in patterns}


def _place(name: str) -> int:
    return int(name.rpartition("_")[2])


def _character(link: str) -> str:
    font, _, code = link.removeprefix("#").rpartition("-")
    known = _characters(font)
    return known.get(int(code, 16), "") if known else chr(int(code, 16))


@cache
def _characters(font: str) -> dict[int, str]:
    """Give the character of each outline; until matplotlib 3.11 outlines were numbered by character already."""
    if tuple(int(part) for part in mpl.__version__.split(".")[:2]) < (3, 11):
        return {}
    look = FontProperties(
        family="DejaVu Sans" if "DejaVu" in font else "Source Sans Pro",
        weight="bold" if "Bold" in font else "normal",
        style="italic" if "Oblique" in font or "Italic" in font or font.endswith("It") else "normal",
    )
    codes = FT2Font(findfont(look)).get_charmap()
    return {glyph: chr(code) for code, glyph in sorted(codes.items(), reverse=True)}
