"""How cells look: which number formats make dates and per cent, which fills colour a cell, what cannot be seen."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from fou_eval.intake.own import MARK_COLOURS
from fou_eval.intake.readers.markup import Attributes, walk

Measure = Literal["number", "date", "duration", "per_cent"]

_WHITE = "white"
_NO_COLOURS = {_WHITE, *MARK_COLOURS.values()}  # what we mark faults with says nothing of the sender
_WHITE_INDEXES = {"1", "9", "65"}
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_SHOWS_NOTHING = re.compile(r";;;\s*")
_HELD = {"numFmts", "fonts", "fills", "cellXfs", "cellStyles", "dxfs"}


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of one style look."""

    measure: Measure = "number"
    coloured: bool = False
    invisible: bool = False


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a workbook by number, and the texts inside number formats and names of styles."""

    styles: tuple[Look, ...] = (Look(),)
    texts: tuple[str, ...] = ()


class _Sheet:
    """The parts of a style sheet that matter, gathered while it is walked."""

    def __init__(self) -> None:
        self.formats: dict[str, str] = {}
        self.fonts: list[str] = []
        self.fills: list[str] = []
        self.cells: list[Attributes] = []
        self.texts: list[str] = []
        self._section = ""
        self._solid = False

    def start(self, name: str, given: Attributes, depth: int) -> None:
        if depth == 2:
            self._section = name if name in _HELD else ""
        elif not self._section:
            return
        elif name == "numFmt":
            self.texts.append(given.get("formatCode", ""))
            if self._section == "numFmts":
                self.formats[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif self._section == "cellStyles":
            self.texts.append(given.get("name", ""))
        elif self._section == "cellXfs" and name == "xf":
            self.cells.append(given)
        elif self._section == "fonts":
            self._font(name, given, depth)
        elif self._section == "fills":
            self._fill(name, given, depth)

    def _font(self, name: str, given: Attributes, depth: int) -> None:
        if depth == 3:
            self.fonts.append("")
        elif name == "color" and self.fonts:
            self.fonts[-1] = _colour(given)

    def _fill(self, name: str, given: Attributes, depth: int) -> None:
        if depth == 3:
            self.fills.append("")
        elif name == "patternFill":
            self._solid = given.get("patternType") == "solid"
        elif name == "fgColor" and self._solid and self.fills:
            self.fills[-1] = _colour(given)

    def look(self, given: Attributes) -> Look:
        code = self._code(given.get("numFmtId", "0"))
        font = _at(self.fonts, given.get("fontId", "0"))
        paper = _at(self.fills, given.get("fillId", "0")) or _WHITE
        hidden = font == paper or _SHOWS_NOTHING.fullmatch(code) is not None
        return Look(_measure(code), coloured=paper not in _NO_COLOURS, invisible=hidden)

    def _code(self, number: str) -> str:
        built_in = BUILTIN_FORMATS.get(int(number)) if number.isascii() and number.isdigit() else None
        return self.formats.get(number) or built_in or ""


def read_looks(chunks: Iterable[bytes]) -> Looks:
    """Read the style sheet of a workbook.

    Examples
    --------
    >>> read_looks([b'<styleSheet><cellXfs><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>']).styles
    (Look(measure='date', coloured=False, invisible=False), Look(measure='per_cent', coloured=False, invisible=False))
    """
    sheet = _Sheet()
    walk(chunks, sheet.start)
    return Looks(
        tuple(sheet.look(given) for given in sheet.cells) or (Look(),), tuple(filter(None, sheet.texts))
    )


def _colour(given: Attributes) -> str:
    """Name a colour so that two that look alike are equal; white has one name."""
    if "theme" in given:
        shade = float(given.get("tint") or 0)
        return _WHITE if given["theme"] == "0" and not shade else f"theme {given['theme']} {shade}"
    if "rgb" in given:
        code = given["rgb"][-6:].upper()
        return _WHITE if code == "FFFFFF" else code
    if "indexed" in given:
        return _WHITE if given["indexed"] in _WHITE_INDEXES else f"index {given['indexed']}"
    return ""


def _measure(code: str) -> Measure:
    if is_timedelta_format(code):
        return "duration"
    if is_date_format(code):
        return "date"
    return "per_cent" if "%" in _QUOTED.sub("", code) else "number"


def _at(colours: list[str], place: str) -> str:
    return colours[int(place)] if place.isascii() and place.isdigit() and int(place) < len(colours) else ""
