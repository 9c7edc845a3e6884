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

from fou_eval.figures.flow import BARS, NUMBERS
from fou_eval.figures.ladder import WHOLE
from fou_eval.figures.shares import HALF
from fou_eval.figures.style import BLUE

MM = 72 / 25.4  # points
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
    return [[(fill, length / (NUMBERS - BARS - 4)) for fill, length in row] for row in bars(drawing, 4.6)]


def read_overview(drawing: Drawing) -> list[list[float]]:
    """Read, for each domain with a scale: the change, then the ends of its interval where one is drawn."""
    return [
        [x for sign in _signs(marks) for x, _ in [_inverted(sign.points[0], scale)]]
        + [x for line in _lines(marks) for x, _ in (_inverted(point, scale) for point in line.points)]
        for marks, scale in _panels(drawing, "x")
    ]


def read_course(drawing: Drawing) -> list[list[list[float]]]:
    """Read, for each panel: every point from the left, with month, change and the ends of its interval."""
    panels = []
    for marks, scale in _panels(drawing, "xy"):
        points = {}
        for sign in _signs(marks):
            month, value = _inverted(sign.points[0], scale)
            points[round(month, 3)] = [month, value]
        for line in _lines(marks):
            ends = [_inverted(point, scale) for point in line.points]
            points[round(ends[0][0], 3)] += sorted(end for _, end in ends)
        panels.append([points[month] for month in sorted(points)])
    return panels


def numerals(text: str, language: str) -> list[float]:
    """Read every number in a text, without its sign."""
    thousands, point = ("\u00a0", ",") if language == "sv" else (",", r"\.")
    found = re.findall(rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?:{point}\d+)?|\d+(?:{point}\d+)?", text)
    return [float(re.sub(thousands, "", item).replace(",", ".")) for item in found]


Scale = Mapping[str, tuple[float, float]]  # axis -> place of zero in points, points per unit


def _panels(drawing: Drawing, axes: str) -> Iterator[tuple[list[Mark], Scale]]:
    names = sorted(
        {g for mark in drawing.marks for g in mark.groups if re.match(r"axes_(?!1$)", g)}, key=_place
    )
    for name in names:
        marks = [mark for mark in drawing.marks if name in mark.groups]
        words = [word for word in drawing.words if name in word.groups]
        yield marks, {axis: _scale(marks, words, axis) for axis in axes}


def _scale(marks: list[Mark], words: list[Word], axis: str) -> tuple[float, float]:
    """Lay a ruler along an axis: the tick marks, with the numbers written at them."""
    ticks = {_tick(mark, axis): mark.points[0]["xy".index(axis)] for mark in marks if _tick(mark, axis)}
    labels: dict[str, str] = {}
    for word in words:
        labels.setdefault(_tick(word, axis), word.text)  # a second line, of families, stands below the months
    known = [(_number(labels[name]), place) for name, place in ticks.items()]
    (first, start), (last, end) = known[0], known[-1]
    unit = (end - start) / (last - first)
    return start - first * unit, unit


def _tick(item: Mark | Word, axis: str) -> str:
    return next((group for group in item.groups if group.startswith(f"{axis}tick_")), "")


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
        family="DejaVu Sans",
        weight="bold" if "Bold" in font else "normal",
        style="italic" if "Oblique" in font else "normal",
    )
    codes = FT2Font(findfont(look)).get_charmap()
    return {glyph: chr(code) for code, glyph in sorted(codes.items(), reverse=True)}
