"""Logos: only drawings that are what they show, without scripts, outside files, hidden words or traps.

The file is attached to the report as it is and set on its first page, so whatever a reader would not see in it, and
whatever asks for something beyond it, is refused.
"""

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from PIL import Image

from fou_eval.declaration.faults import Fault

_SVG = "http://www.w3.org/2000/svg"
_LINK = "http://www.w3.org/1999/xlink href"
_SPACE = "http://www.w3.org/XML/1998/namespace"
_WORDS = {"title", "desc"}
_DRAWN = {
    *(
        "svg",
        "g",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "symbol",
        "use",
    ),
    *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "style", *_WORDS),
}
_REMEDY = {
    "script": "scripts are refused. Save the drawing without it, as plain SVG.",
    "foreignObject": "foreign content is refused. Save the drawing without it, as plain SVG.",
    "image": "a picture inside the drawing is refused. Draw it as shapes, or save the whole logo as PNG.",
    "text": "letters need a font that the report does not have. Turn the text into paths and save again.",
}
_MOST_SHAPES, _MOST_USES, _DEEPEST = 5000, 20, 100  # copies of copies of copies would never be done
_LENGTH = re.compile(r"\s*(\d+\.?\d*|\.\d+)\s*(?:px|pt|pc|mm|cm|in|em|ex|%)?\s*")
_FLATTEST = 20  # how many times wider or higher
_ELSEWHERE = re.compile(r"url\((?!\s*['\"]?\s*#)|@|\\|expression|javascript:|data:", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n"
# Chunks that make the picture: size, palette, transparency, colours, pixels, end. Others are words, times, camera data.
_SEEN = {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"IDAT", b"IEND"}
_LARGEST_SIDE = 4000


def svg_faults(text: str, name: str) -> Iterator[Fault]:
    r"""Give what in an SVG file is refused, each with its line.

    Examples
    --------
    >>> size = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'
    >>> list(svg_faults(f"<svg {size}><path d='M0 0h9'/></svg>", "logo.svg"))
    []
    >>> print(*svg_faults(f"<svg {size}>\n<script/></svg>", "logo.svg"))
    logo.svg:2: scripts are refused. Save the drawing without it, as plain SVG.
    """
    yield from _Drawing(text, name).faults


def svg_words(text: str) -> tuple[tuple[int, str], ...]:
    """Give the words that a sound SVG file carries unseen, with their lines: its title, comments, names of parts."""
    return tuple(_Drawing(text, "").words)


class _Drawing:
    """Goes through one SVG file once, and keeps what is refused and what is said in words."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.words: list[tuple[int, str]] = []
        self._open: list[str] = []
        self._shapes = self._uses = 0
        self._parser = _parser(self)
        try:
            self._parser.Parse(text, True)  # noqa: FBT003 - the library takes it by place
        except ExpatError as error:
            self.faults.append(
                Fault(
                    name, error.lineno, "this is not a whole SVG file. Save the drawing again, as plain SVG."
                )
            )

    def refuse(self, message: str) -> None:
        self.faults.append(Fault(self.name, self._parser.CurrentLineNumber, message))

    def begin(self, tag: str, given: dict[str, str]) -> None:
        space, _, element = tag.rpartition(" ")
        self._open.append(element)
        self._shapes += 1
        self._uses += element == "use"
        if space != _SVG or element not in _DRAWN:
            other = f"<{element}> is not used in logos. Save the drawing as plain SVG, of shapes alone."
            self.refuse(_REMEDY.get(element, other))
        if len(self._open) == 1 and not _has_size(element, given):
            self.refuse('the drawing has no usable size. Give <svg> a viewBox, such as viewBox="0 0 200 60".')
        uses = self._uses == _MOST_USES and element == "use"
        if self._shapes == _MOST_SHAPES or len(self._open) == _DEEPEST or uses:
            self.refuse("the drawing has too many parts for a logo. Simplify it, or save it as PNG.")
        for attribute, value in given.items():
            self._judge(attribute, value)

    def _judge(self, attribute: str, value: str) -> None:
        space, _, own = attribute.rpartition(" ")
        if own in {"id", "class"} or own.startswith(("data-", "aria-")):
            self.comment(value)
        if own.lower().startswith("on"):
            self.refuse(_REMEDY["script"])
        elif attribute in {_LINK, "href"}:
            if not value.startswith("#"):
                self.refuse("the drawing points to another file. Save it whole, as plain SVG.")
        elif space not in {"", _SPACE}:
            self.refuse("a drawing program has left notes of its own in the file. Save it as plain SVG.")
        elif _ELSEWHERE.search(value):
            self.refuse("the drawing points to another file. Save it whole, as plain SVG.")

    def end(self, _: str) -> None:
        self._open.pop()

    def said(self, words: str) -> None:
        element = self._open[-1] if self._open else ""
        if element == "style" and _ELSEWHERE.search(words):
            self.refuse("the style points to another file. Save the drawing whole, as plain SVG.")
        elif words.strip() and element in {*_WORDS, "style"}:
            self.comment(words)
        elif words.strip():
            self.refuse("words stand between the shapes. Turn them into paths, or delete them.")

    def comment(self, words: str) -> None:
        self.words.append((self._parser.CurrentLineNumber, words))


def _parser(drawing: _Drawing) -> XMLParserType:
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = drawing.begin
    parser.EndElementHandler = drawing.end
    parser.CharacterDataHandler = drawing.said
    parser.CommentHandler = drawing.comment

    def definitions(*_: object) -> None:
        drawing.refuse(
            "definitions before the drawing are refused. Delete the line that begins with <!DOCTYPE."
        )

    def instruction(*_: object) -> None:
        drawing.refuse("an instruction to programs is refused. Delete the part that begins with <?.")

    parser.StartDoctypeDeclHandler = definitions
    parser.ProcessingInstructionHandler = instruction
    # An entity that is declared is never filled in: what it would hold is not read, so it cannot grow.
    parser.EntityDeclHandler = definitions
    parser.DefaultHandler = lambda _: None
    return parser


def _has_size(element: str, given: dict[str, str]) -> bool:
    """Say whether the outermost element is a drawing of a size that can be set: a viewBox, and no side of nothing."""
    sides = [_length(side) for side in given.get("viewBox", "").replace(",", " ").split()[2:]]
    outer = [_length(given.get(side, "1")) for side in ("width", "height")]
    if element != "svg" or len(sides) != 2 or not all([*sides, *outer]):
        return False
    return 1 / _FLATTEST <= sides[0] / sides[1] <= _FLATTEST


def _length(words: str) -> float:
    found = _LENGTH.fullmatch(words)
    return float(found[1]) if found else 0.0


def plain_png(raw: bytes) -> bytes | None:
    """Give a PNG file without the words, times and camera data in it; none if it is not a whole PNG file.

    Examples
    --------
    >>> plain_png(b"GIF89a") is None
    True
    """
    if not raw.startswith(_PNG):
        return None
    kept, at = [_PNG], len(_PNG)
    while at + 12 <= len(raw):
        (length,) = struct.unpack(">I", raw[at : at + 4])
        kind, whole = raw[at + 4 : at + 8], raw[at : at + 12 + length]
        kept += [whole] if kind in _SEEN else []
        at += 12 + length
        if kind == b"IEND":
            return b"".join(kept)
    return None


def png_fault(raw: bytes, name: str) -> Iterator[Fault]:
    """Give why a PNG file is refused, if it is: damaged, or larger than a logo is."""
    damaged = Fault(name, 1, "this is not a whole PNG file. Save the picture again as PNG.")
    if plain_png(raw) != raw or raw[12:16] != b"IHDR":
        yield damaged
        return
    width, height = struct.unpack(">II", raw[16:24])
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        yield Fault(name, 1, f"the picture has more than {_LARGEST_SIDE} dots on a side. Save it smaller.")
        return
    try:
        with Image.open(BytesIO(raw), formats=["PNG"]) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError):
        yield damaged
