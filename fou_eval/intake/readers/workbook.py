"""Workbooks: values and formulas cell by cell, and everything that travels along unseen."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from fou_eval.intake.limits import LIMITS, Budget, DamagedError, TooLargeError
from fou_eval.intake.persons.identifiers import may_be_shown
from fou_eval.intake.raw import RawFile, RawSheet, Unseen
from fou_eval.intake.readers.looks import Looks, read_looks
from fou_eval.intake.readers.luggage import unpack_luggage
from fou_eval.intake.readers.markup import Attributes, walk
from fou_eval.intake.readers.package import Package, Relation, open_package
from fou_eval.intake.readers.references import unescaped
from fou_eval.intake.readers.sheet import Content, Setting, read_sheet
from fou_eval.intake.readers.unseen import Gatherer, texts_of

SYNTHETIC_PROPERTY = "fou_eval_synthetic"

_PROPERTIES = ("creator", "lastModifiedBy", "title", "subject", "description", "keywords", "category")
_PARTS = {
    "pivot_cache": re.compile(r"xl/pivotcache/"),
    "threaded_comment": re.compile(r"xl/(threadedcomments|persons)/"),
    "external_link": re.compile(r"xl/externallinks/externallink"),
    "connection": re.compile(r"xl/(connections\.xml|querytables/|model/)"),
    "revision": re.compile(r"xl/revisions/"),
    "macro": re.compile(r".*vbaproject\.bin$|xl/(intl)?macrosheets/"),
    "picture": re.compile(r"xl/(media|embeddings)/|docprops/thumbnail"),
}


@dataclass(frozen=True, slots=True)
class _Tab:
    """One sheet as the workbook lists it."""

    name: str
    state: str
    part: str
    kind: str


class _Book:
    """The list of sheets and what else the workbook says of itself."""

    def __init__(self, relations: Sequence[Relation]) -> None:
        self.tabs: list[_Tab] = []
        self.epoch: datetime = WINDOWS_EPOCH
        self.gatherer = Gatherer("other", None)
        self._relations = {relation.id: relation for relation in relations}

    def start(self, name: str, given: Attributes, depth: int) -> None:
        if name == "sheet":
            key = next((value for key, value in given.items() if key.endswith(":id")), "")
            relation = self._relations.get(key)
            if relation is None:
                raise DamagedError
            state = given.get("state", "visible")
            self.tabs.append(_Tab(given.get("name", ""), state, relation.target, relation.kind))
        else:
            if name == "workbookPr" and given.get("date1904") in {"1", "true"}:
                self.epoch = MAC_EPOCH
            self.gatherer.start(name, given, depth)


class _Strings:
    """The texts that cells share, and the readings written above them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.phonetic: list[str] = []
        self._pieces: list[str] = []
        self._above: list[str] = []
        self._element = ""
        self._is_above = False

    def start(self, name: str, _given: Attributes, _depth: int) -> None:
        self._element = name
        self._is_above = self._is_above or name == "rPh"

    def end(self, name: str, _depth: int) -> None:
        self._element = ""
        if name == "rPh":
            self._is_above = False
        elif name == "si":
            self.texts.append(unescaped("".join(self._pieces)))
            if len(self.texts) > LIMITS["cells"]:
                raise TooLargeError("cells")
            if self._above:
                self.phonetic.append("".join(self._above))
            self._pieces, self._above = [], []

    def text(self, data: str) -> None:
        if self._element == "t":
            (self._above if self._is_above else self._pieces).append(data)


def read_workbook(content: bytes) -> RawFile:
    """Read a workbook to raw cells; formulas are never computed, and nothing is unpacked onto the disk.

    The cells are read here and not by openpyxl, which builds an object for every empty formatted cell and every
    cell of a merged range, reads twice to see formulas and values, and leaves out most of what travels along.

    Raises
    ------
    TooLargeError
        If the package goes beyond a limit.
    DamagedError
        If it is not what a workbook has to be.
    LockedError
        If its parts are encrypted.
    """
    budget = Budget()
    package = open_package(content, budget)
    main = _main_part(package)
    relations = package.relations(main)
    book = _Book(relations)
    walk(package.chunks(main), book.start, book.gatherer.end, book.gatherer.text)
    strings, looks = _strings(package, relations), _looks(package, relations)
    setting = Setting(strings.texts, looks.styles, book.epoch, budget)
    read = [_content(package, tab, setting, place) for place, tab in enumerate(book.tabs, start=1)]
    links = {place: content.links for place, content in enumerate(read, start=1)}
    done = [main, *(tab.part for tab in book.tabs if tab.kind == "worksheet")]
    luggage = unpack_luggage(package, done, [tab.part for tab in book.tabs], links)
    given = _properties(package)
    unseen = (
        *book.gatherer.found(),
        *(Unseen("number_format", text) for text in looks.texts),
        *_left_over(strings, read, budget),
        *(item for one in read for item in one.unseen),
        *luggage.unseen,
    )
    return RawFile(
        sheets=tuple(_sheets(book.tabs, read, luggage.comments)),
        properties={name: given[name] for name in _PROPERTIES if given.get(name)},
        parts=tuple(kind for kind, pattern in _PARTS.items() if any(map(pattern.match, package.parts))),
        unseen=tuple(dict.fromkeys(unseen)),
        synthetic=_is_synthetic(package),
    )


def _main_part(package: Package) -> str:
    for relation in package.relations(""):
        if relation.kind == "officeDocument":
            return relation.target
    raise DamagedError


def _related(relations: Sequence[Relation], kind: str) -> str | None:
    return next((relation.target for relation in relations if relation.kind == kind), None)


def _strings(package: Package, relations: Sequence[Relation]) -> _Strings:
    strings = _Strings()
    part = _related(relations, "sharedStrings")
    if part is not None:
        walk(package.chunks(part), strings.start, strings.end, strings.text)
    return strings


def _looks(package: Package, relations: Sequence[Relation]) -> Looks:
    part = _related(relations, "styles")
    return read_looks(package.chunks(part)) if part is not None else Looks()


def _content(package: Package, tab: _Tab, setting: Setting, position: int) -> Content:
    return read_sheet(package.chunks(tab.part), setting, position) if tab.kind == "worksheet" else Content()


def _sheets(
    tabs: Sequence[_Tab], read: Sequence[Content], comments: Mapping[int, set[tuple[int, int]]]
) -> Iterator[RawSheet]:
    names: set[str] = set()
    for position, (tab, content) in enumerate(zip(tabs, read, strict=True), start=1):
        shown = may_be_shown(tab.name) and tab.name.casefold() not in names
        names.add(tab.name.casefold())
        yield RawSheet(
            name=tab.name,
            shown=tab.name if shown else f"#{position}",
            position=position,
            rows=content.rows,
            hidden=tab.state != "visible",
            very_hidden=tab.state == "veryHidden",
            hidden_rows=frozenset(content.hidden_rows),
            hidden_columns=frozenset(content.hidden_columns),
            merged=tuple(content.merged),
            comments=tuple(sorted(comments.get(position, ()))),
            coloured=frozenset(content.coloured),
            invisible=frozenset(content.invisible),
        )


def _left_over(strings: _Strings, read: Sequence[Content], budget: Budget) -> Iterator[Unseen]:
    """Give shared texts that no cell uses any more, and readings above texts."""
    used = {place for content in read for place in content.used}
    for place, text in enumerate(strings.texts):
        if place not in used and text.strip():
            budget.take_texts(1)
            yield Unseen("leftover", text)
    for text in strings.phonetic:
        yield Unseen("phonetic", text)


def _properties(package: Package) -> dict[str, str]:
    part = _related(package.relations(""), "core-properties")
    return texts_of(package.chunks(part)) if part is not None and part.lower() in package.parts else {}


def _is_synthetic(package: Package) -> bool:
    """Say whether the workbook has a property of its own that says so."""
    part = _related(package.relations(""), "custom-properties")
    if part is None or part.lower() not in package.parts:
        return False
    said: list[str] = []
    name = ""

    def start(element: str, given: Attributes, _: int) -> None:
        nonlocal name
        name = given.get("name", "") if element == "property" else name

    def text(piece: str) -> None:
        if name == SYNTHETIC_PROPERTY:
            said.append(piece)

    walk(package.chunks(part), start, None, text)
    return "".join(said).strip().lower() in {"1", "true"}
