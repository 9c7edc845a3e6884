"""A PDF as a screen reader takes it: the tree of its structure, with the text that each element holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

# Parentheses that are balanced stand in strings as they are; no string here has more than three within each other.
PLAIN = rb"[^\\()]++|\\."
STRING = rb"\((?:%s|\((?:%s|\((?:%s|\((?:%s)*+\))*+\))*+\))*+\)" % ((PLAIN,) * 4)
NUMBER = rb"-?[\d.]+"
TOKEN = re.compile(
    rb"/(?P<tag>\w+)\s*(?P<marks><<(?:[^<>()]|<[0-9A-Fa-f]*>|" + STRING + rb"|<<[^<>]*>>)*>>)\s*BDC"
    rb"|/(?P<bare>\w+)\s+BMC\b"
    rb"|(?P<end>\bEMC\b)"
    rb"|/(?P<font>f\d+)\s+" + NUMBER + rb"\s+Tf"
    rb"|\bcs\s+(?P<colour>" + NUMBER + rb"(?:\s+" + NUMBER + rb"){0,2})\s+scn\b"
    rb"|\[(?P<line>(?:[^\]\\(]|" + STRING + rb")*)\]\s*TJ"
    rb"|(?P<word>" + STRING + rb")\s*Tj",
    re.DOTALL,
)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
CODES = re.compile(r"^\s*<(\w+)>\s*<([\w ]+)>\s*$", re.MULTILINE)


@dataclass(slots=True)
class Element:
    """One element of the structure: what kind it is, the text in it, and what is in it, in the order of reading."""

    kind: str
    entry: DictionaryObject
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def kids(self) -> list["Element"]:
        return [part for part in self.parts if isinstance(part, Element)]

    def all(self, *kinds: str) -> list["Element"]:
        """Everything of these kinds within it, in the order of reading."""
        return [one for one in self.walk() if one.kind in kinds]

    def walk(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def attribute(self, name: str) -> object:
        """An attribute such as /Scope, whichever owner it stands with."""
        found = self.entry.get("/A", [])
        for owner in found if isinstance(found, list) else [found]:
            if name in owner.get_object():
                return owner.get_object()[name]
        return None


@dataclass(frozen=True, slots=True)
class Shown:
    """Text that stands on a page: in which mark of the structure (none: outside), and in which colour."""

    text: str
    page: int
    mark: int | None
    artifact: str
    colour: tuple[float, ...]


@cache
def shown(pdf: bytes) -> tuple[Shown, ...]:
    """All text of all pages in the order in which it is drawn."""
    return tuple(
        text for place, page in enumerate(PdfReader(BytesIO(pdf)).pages) for text in _on(page, place)
    )


@cache
def document(pdf: bytes) -> Element:
    """The root of the structure, with its text."""
    reader = PdfReader(BytesIO(pdf))
    texts: dict[tuple[int, int], str] = {}
    for one in shown(pdf):
        if one.mark is not None:
            texts[one.page, one.mark] = texts.get((one.page, one.mark), "") + one.text
    pages = {page.indirect_reference.idnum: place for place, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    root = Element("Root", DictionaryObject())
    _grow(root, reader.trailer["/Root"]["/StructTreeRoot"]["/K"], None, pages, texts)
    (only,) = root.kids
    return only


def _grow(
    parent: Element,
    kids: PdfObject,
    page: int | None,
    pages: dict[int, int],
    texts: dict[tuple[int, int], str],
) -> None:
    found = kids.get_object() if isinstance(kids, IndirectObject) else kids
    if isinstance(found, list):
        for kid in found:
            _grow(parent, kid, page, pages, texts)
    elif isinstance(found, DictionaryObject):
        if "/Pg" in found:
            page = pages[found.raw_get("/Pg").idnum]
        if found.get("/Type") == "/MCR":
            _grow(parent, found["/MCID"], page, pages, texts)
        elif found.get("/Type") == "/OBJR":
            parent.parts.append(Element("OBJR", found["/Obj"].get_object()))
        else:
            element = Element(str(found["/S"])[1:], found)
            parent.parts.append(element)
            _grow(element, found.get("/K", []), page, pages, texts)
    elif page is not None:
        parent.parts.append(texts.get((page, int(found)), ""))  # type: ignore[call-overload]


def _on(page: DictionaryObject, place: int) -> Iterator[Shown]:
    fonts = {str(name)[1:]: _letters(font) for name, font in page["/Resources"].get("/Font", {}).items()}
    stack: list[Mark] = []
    letters: dict[int, str] = {}
    colour: tuple[float, ...] = ()
    for token in TOKEN.finditer(page.get_contents().get_data()):
        said = None
        if token["tag"] or token["bare"]:
            stack.append(_mark(token["tag"] or token["bare"], token["marks"] or b""))
            said = stack[-1].said
        elif token["end"]:
            stack.pop()
        elif token["font"]:
            letters = fonts[token["font"].decode()]
        elif token["colour"]:
            colour = tuple(float(part) for part in token["colour"].split())
        elif all(mark.said is None for mark in stack):
            strings = re.findall(STRING, token["word"] or token["line"], re.DOTALL)
            said = "".join(_decoded(string, letters) for string in strings)
        if said is not None:
            number = next((mark.number for mark in reversed(stack) if mark.number is not None), None)
            artifact = next((mark.artifact for mark in reversed(stack) if mark.artifact), "")
            yield Shown(said, place, number, artifact, colour)


class Mark(NamedTuple):
    """What a mark says of the text in it: its number in the structure, that it is decoration, what to read instead."""

    number: int | None
    artifact: str
    said: str | None


def _mark(tag: bytes, marks: bytes) -> Mark:
    number = re.search(rb"/MCID\s+(\d+)", marks)
    kind = re.search(rb"/Subtype\s*/(\w+)", marks) or re.search(rb"/Type\s*/(\w+)", marks)
    artifact = (kind[1].decode() if kind else "Artifact") if tag == b"Artifact" else ""
    instead = re.search(rb"/ActualText\s*(?:<FEFF(\w+)>|\((.*?)\))", marks)
    said = None
    if instead:
        said = (
            bytes.fromhex(instead[1].decode()).decode("utf-16-be")
            if instead[1]
            else instead[2].decode("latin-1")
        )
    return Mark(int(number[1]) if number else None, artifact, said)


def _letters(font: PdfObject) -> dict[int, str]:
    """What the codes of a font mean; typst writes each by itself, never as a range."""
    table = font.get_object()["/ToUnicode"].get_object().get_data().decode("latin-1")
    return {
        int(code, 16): bytes.fromhex(means.replace(" ", "")).decode("utf-16-be")
        for code, means in CODES.findall(table)
    }


def _decoded(string: bytes, letters: dict[int, str]) -> str:
    raw = ESCAPED.sub(_unescaped, string[1:-1])
    return "".join(letters.get(int.from_bytes(raw[at : at + 2]), "") for at in range(0, len(raw), 2))


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8)]) if sign[:1].isdigit() else LETTERS.get(sign, sign)
