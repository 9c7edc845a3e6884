"""Texts that travel along in a workbook outside its cells: one walk over every part, sorted by what carries them."""

import re
from collections.abc import Iterable, Iterator

from fou_eval.intake.limits import DamagedError
from fou_eval.intake.raw import Unseen, UnseenKind
from fou_eval.intake.readers.markup import Attributes, UnsafeMarkupError, walk
from fou_eval.intake.readers.package import Package

_PARTS: tuple[tuple[str, UnseenKind | None], ...] = (
    (r"\[content_types\]\.xml|xl/(styles|sharedstrings|calcchain)\.xml|xl/theme/|.*\.rels", None),
    (r"xl/charts/(style|colors)\d*\.xml|docprops/core\.xml|_xmlsignatures/origin", None),
    (r"xl/comments|xl/threadedcomments/", "comment"),
    (r"xl/persons/|xl/usernames\.xml", "author"),
    (r"xl/pivot", "pivot_cache"),
    (r"xl/externallinks/", "external_link"),
    (r"xl/(connections\.xml|querytables/|model/|custom)", "connection"),
    (r"xl/revisions/", "revision"),
    (r"xl/(slicer|timeline)", "slicer"),
    (r"xl/tables/", "table"),
    (r"xl/chart", "chart"),
    (r"xl/(drawings|diagrams|ctrlprops|activex)/", "drawing"),
    (r"xl/printersettings/", "printer"),
    (r"docprops/", "property"),
    (r"customxml/", "custom_xml"),
    (r"_xmlsignatures/", "signature"),
)
_ELEMENTS: dict[str, UnseenKind | None] = {
    "absPath": "path",
    "autoFilter": "filter",
    "conditionalFormatting": "format_rule",
    "customWorkbookView": "author",
    "dataValidation": "validation",
    "definedName": "defined_name",
    "fileSharing": "author",
    "headerFooter": "header_footer",
    "hyperlink": "hyperlink",
    "Application": None,  # LibreOffice writes its version as four numbers, which look like an IP address
    "AppVersion": None,
    "Manager": "manager",
    "DigestValue": None,
    "SignatureValue": None,
    "X509Certificate": None,
}
_NUMBERS_SAY_SOMETHING = {"pivot_cache", "external_link", "filter", "revision", "slicer", "property"}
_BLOCKS = {"p", "si", "is", "text", "comment", "rich"}
_IGNORED = {"uri", "uid", "ref", "sqref", "spans", "rgb", "Id", "ContentType", "Algorithm", "style", "path"}
_GUID = re.compile(r"\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\}?")
_SPOKEN = re.compile(r'"((?:[^"]|"")+)"|\'((?:[^\']|\'\')+)\'|(\d{6}[-\d]*)')
_LAYOUT = re.compile(r'&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,3}|[A-Za-z])')
_TAG = re.compile(r"<[^>]*>")
_RUN = re.compile("(?:[ -~\u00a1-\u00ff]\x00){4,}".encode("latin-1"))


class Gatherer:
    """Gathers texts and attributes of one part while it is walked."""

    def __init__(self, kind: UnseenKind, position: int | None) -> None:
        self._position = position
        self._kinds: list[tuple[int, UnseenKind | None, str | None]] = [(0, kind, None)]
        self._found: dict[Unseen, None] = {}
        self._pieces: list[str] = []
        self._element = ""
        self._loose = False

    def start(self, name: str, given: Attributes, depth: int) -> None:
        """Take the attributes of an element."""
        self._element = name
        if name in _ELEMENTS:
            self._kinds.append((depth, _ELEMENTS[name], _where(given)))
        elif self._kinds[-1][1] == "comment" and "ref" in given:
            self._kinds.append((depth, "comment", _where(given)))
        for key, value in given.items():
            ordinary = key.startswith("xmlns") or key.rpartition(":")[2] in _IGNORED
            if len(value) > 2 and not ordinary and not self._is_measure(value):
                self._add(value)

    def end(self, name: str, depth: int) -> None:
        """Take the text of an element; the runs of one paragraph are one text."""
        if name in _BLOCKS or (self._loose and name != "t"):
            self._flush()
        if self._kinds[-1][0] == depth and depth:
            self._flush()
            self._kinds.pop()

    def text(self, data: str) -> None:
        """Take a piece of text."""
        self._pieces.append(data)
        self._loose = self._loose or (self._element != "t" and not data.isspace())

    def found(self) -> list[Unseen]:
        """Give what was gathered."""
        self._flush()
        return list(self._found)

    def _flush(self) -> None:
        whole, self._pieces, self._loose = "".join(self._pieces).strip(), [], False
        if len(whole) > 2:
            self._add(whole)

    def _is_measure(self, text: str) -> bool:
        """Say whether an attribute is a number that only places or sizes something."""
        return self._kinds[-1][1] not in _NUMBERS_SAY_SOMETHING and not text.strip("0123456789.,-+eE ")

    def _add(self, text: str) -> None:
        _, kind, cell = self._kinds[-1]
        if kind is None:
            return
        bare = _GUID.sub(" ", text) if "-" in text else text
        if kind == "header_footer":
            bare = _LAYOUT.sub(" ", bare)
        self._found[Unseen(kind, bare, self._position, cell)] = None


def spoken(formula: str) -> str:
    """Give what a formula says in words: its texts, names of sheets and files, and long numbers.

    Examples
    --------
    >>> spoken('IF(A2="Anna",1,0)'), spoken("SUM(A1:A9)")
    ('Anna', '')
    """
    return " ".join("".join(match) for match in _SPOKEN.findall(formula))


def part_kind(name: str) -> UnseenKind | None:
    """Say what a part of a package carries; none for parts that hold no text of a person.

    Examples
    --------
    >>> part_kind("xl/tables/table1.xml"), part_kind("xl/theme/theme1.xml")
    ('table', None)
    """
    for pattern, kind in _PARTS:
        if re.match(pattern, name):
            return kind
    return "other"


def gather(package: Package, name: str, kind: UnseenKind, position: int | None) -> Iterator[Unseen]:
    """Give every text of a part that is no sheet.

    A drawing of the old kind is not always well formed, so what cannot be walked is read roughly.

    Raises
    ------
    UnsafeMarkupError
        If it declares a document type or an entity.
    TooLargeError
        If it is larger than what may be unpacked.
    """
    if name.endswith((".xml", ".vml")):
        gatherer = Gatherer(kind, position)
        try:
            walk(package.chunks(name), gatherer.start, gatherer.end, gatherer.text)
        except UnsafeMarkupError:
            raise
        except DamagedError:
            yield from _roughly(package, name, kind, position)
        yield from gatherer.found()
    elif kind == "printer":
        for run in _RUN.findall(b"".join(package.chunks(name))):
            yield Unseen(kind, run.decode("utf-16-le"), position)


def _roughly(package: Package, name: str, kind: UnseenKind, position: int | None) -> Iterator[Unseen]:
    text = b"".join(_whole_again(package, name)).decode("utf-8", errors="replace")
    for line in _TAG.sub("\n", text).splitlines():
        if len(line.strip()) > 2:
            yield Unseen(kind, line.strip(), position)


def _whole_again(package: Package, name: str) -> Iterator[bytes]:
    try:
        yield from package.chunks(name)
    except DamagedError:
        return


def _where(given: Attributes) -> str | None:
    places = (given.get("sqref") or given.get("ref") or "").split()
    return (
        places[0] if places and re.fullmatch(r"[A-Z]{1,3}\d{1,7}(:[A-Z]{1,3}\d{1,7})?", places[0]) else None
    )


def texts_of(chunks: Iterable[bytes]) -> dict[str, str]:
    """Give the text of every element directly below the root of a small part, such as the document properties."""
    found: dict[str, str] = {}
    pieces: list[str] = []

    def start(_name: str, _given: Attributes, _depth: int) -> None:
        pieces.clear()

    def end(name: str, depth: int) -> None:
        if depth == 2:
            found[name] = "".join(pieces).strip()

    walk(chunks, start, end, pieces.append)
    return found
