"""What a PDF draws, page by page, and what it says of itself, as marks that do not depend on the layout of the file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from fou_eval.declaration import Language
from fou_eval.errors import RecordError
from fou_eval.language import phrase
from fou_eval.provenance.foreign import from_pdf

_OWN = "/Link"  # the only kind of annotation that a report has
# What lets a PDF act, ask or show something else than it prints; no report has any of it.
_ACTING = ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/Collection")
_UPWARDS = frozenset({"/Parent", "/P", "/Pg"})  # they lead back to where one came from
_ATTACHED = frozenset({"/AF", "/EmbeddedFiles"})  # compared on their own
# In the metadata: made of the whole file, attachments included, and so another one when anything is.
_ID = re.compile(rb"(?<=ID>)[^<>]*(?=</)")
_CODING = frozenset({"/Length", "/Filter", "/DecodeParms"})  # how a stream is packed, not what is in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The marks of one page.

    Attributes
    ----------
    text
        Of what is written and drawn on it.
    rest
        Of its fonts, images, links and size.
    added
        Whether it holds notes, stamps, fields or other files.
    """

    text: str
    rest: str
    added: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The marks of a PDF: of its pages, and of what it says of itself (title, language, outline, tags, metadata).

    Attributes
    ----------
    acting
        Whether it acts when it is opened, has fields or layers.
    """

    pages: tuple[Page, ...]
    details: str
    acting: bool


def drawn(pdf: bytes, language: Language) -> Drawn:
    """Give the marks of a PDF.

    Raises
    ------
    RecordError
        If it cannot be read.
    """
    try:
        return from_pdf(pdf, _drawn)
    except ValueError:
        raise RecordError(phrase("record.damaged_pdf", language)) from None


def _drawn(reader: PdfReader) -> Drawn:
    marks = _Marks(dict(_placed(reader)))
    root = reader.root_object
    about = {name: root[name] for name in root if name not in {"/Pages", "/AF"}}
    return Drawn(
        pages=tuple(_page(page, marks) for page in reader.pages),
        details=marks.of(DictionaryObject(about)) + marks.of(reader.trailer.get("/Info")),
        acting=any(name in root for name in _ACTING) or "/JavaScript" in (root.get("/Names") or {}),
    )


def _placed(reader: PdfReader) -> Iterator[tuple[int, int]]:
    """Give the number of the object of each page, and its place."""
    for place, page in enumerate(reader.pages):
        if page.indirect_reference is not None:
            yield page.indirect_reference.idnum, place


def _page(page: PageObject, marks: "_Marks") -> Page:
    contents = page.get_contents()
    notes = [note.get_object() for note in page.get("/Annots") or ()]
    rest = {name: page[name] for name in page if name not in {"/Contents", *_UPWARDS}}
    return Page(
        text=sha256(contents.get_data() if contents is not None else b"").hexdigest(),
        rest=marks.of(DictionaryObject(rest)),
        added="/AF" in page or "/AA" in page or any(note.get("/Subtype") != _OWN for note in notes),
    )


class _Marks:
    """Gives one mark for each object; what refers to a page refers to its place, since numbers of objects change."""

    def __init__(self, pages: Mapping[int, int]) -> None:
        self._pages = pages
        self._known: dict[int, str] = {}
        self._begun: dict[int, int] = {}

    def of(self, value: object) -> str:
        """Give the mark of an object with all that it refers to."""
        if isinstance(value, IndirectObject):
            return self._referred(value)
        if isinstance(value, DictionaryObject):
            names = sorted(set(value) - _UPWARDS - _ATTACHED - _CODING)
            inner = [f"{name}={self.of(value.raw_get(name))}" for name in names]
            content = _ID.sub(b"", value.get_data()) if isinstance(value, StreamObject) else b""
            return _mark("{", *inner, sha256(content).hexdigest())
        if isinstance(value, ArrayObject):
            return _mark("[", *(self.of(item) for item in list.__iter__(value)))
        return _mark(type(value).__name__ if isinstance(value, PdfObject) else "", repr(value))

    def _referred(self, value: IndirectObject) -> str:
        number = value.idnum
        if number in self._pages:
            return f"page {self._pages[number]}"
        if number in self._begun and number not in self._known:
            return f"round {self._begun[number]}"
        if number not in self._known:
            self._begun[number] = len(self._begun)
            self._known[number] = self.of(value.get_object())
        return self._known[number]


def _mark(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
