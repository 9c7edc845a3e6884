"""Read one YAML file strictly: YAML 1.2, nothing guessed, every fault with its line and a remedy."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from math import isfinite
from pathlib import Path as FilePath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from fou_eval.declaration.faults import Document, Fault, Flaw, Path

# The core schema of YAML 1.2 (section 10.3.2), narrowed: a number with a leading zero is a code, not a
# number, so it stays text; hexadecimal, octal, infinite and "not a number" have no place in a declaration.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?((0|[1-9][0-9]*)\.[0-9]*|\.[0-9]+|(0|[1-9][0-9]*)(?=[eE]))([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    word: truth for truth in (True, False) for word in (str(truth).lower(), str(truth), str(truth).upper())
}
_DEEPEST = 20

# libyaml reads ten times as fast and follows YAML 1.1, where these signs mean something else or are judged otherwise.
_JUDGED_OTHERWISE = re.compile("[\\t\x85\u2028\u2029\ufeff]|[\"']:[^\\s]|[|>][-+0-9]*#")

# The first pattern found in the parser's words decides what is said.
_REMEDIES = {
    r"found character '\\t'": "a tab stands where spaces are expected. Indent with spaces.",
    r"escape": "a backslash has a meaning in double quotes. Put a pattern in single quotes: 'F\\d{2}'.",
    r"quoted scalar": "a quote is opened here and never closed. Close it, or use the other kind of quote.",
    r"mapping values are not allowed|got ':'": (
        "a colon stands where no key can stand. "
        "Put a text that holds a colon in quotes, close every bracket, and check the indent."
    ),
    r"could not find expected ':'": "a key without a colon. Write 'key: value'.",
    r"flow (mapping|sequence)": (
        "a bracket is opened and not closed, or a comma is missing. "
        "Put a text that holds : , { } [ or ] in quotes."
    ),
    r"cannot start any token|alias|anchor|tag|directive|block scalar": (
        "a text cannot begin with this character. Put the text in quotes."
    ),
    r"block (mapping|collection|sequence|end)|document start|sequence entries": (
        "the line does not fit under the lines above. "
        "Check that keys of one level have the same indent, and that each has its colon."
    ),
}


def read_strictly(file: FilePath, name: str) -> Document:
    """Read one file; faults of form are returned with it, so that all files can be reported together.

    Parameters
    ----------
    file
        Where the file is.
    name
        What messages call it: its name relative to the study folder.
    """
    try:
        raw = file.read_bytes()
    except OSError:
        return _unreadable(name, 1, "the file cannot be opened. Check that it is a file you may read.")
    return parse_strictly(raw, name)


# A study is opened again and again by those who work on it, and reading its files takes most of the time.
@lru_cache(maxsize=256)
def parse_strictly(raw: bytes, name: str) -> Document:
    r"""Read YAML from bytes.

    Examples
    --------
    >>> document = parse_strictly(b"codes: {no: 010, at: 12:30}\nmax: 10", "table.yaml")
    >>> document.data, document.line(("max",))
    ({'codes': {'no': '010', 'at': '12:30'}, 'max': 10}, 2)
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _unreadable(name, line, "the file is not UTF-8 text. Save it again with the encoding UTF-8.")
    # One letter, one spelling: å typed as a + ring would otherwise be another name than å.
    text = unicodedata.normalize("NFC", text)
    try:
        return _Builder(name).document(_events(text))
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return _unreadable(name, line, "an invisible control character stands here. Delete it and type anew.")
    except MarkedYAMLError as error:
        return _unreadable(name, *_explain(error))
    except RecursionError:
        return _unreadable(
            name, 1, "brackets or indents are nested too deeply. Nothing declared here needs it."
        )
    except (YAMLError, ValueError):
        return _unreadable(name, 1, "the file is not valid YAML.")


def _events(text: str) -> Iterator[Event]:
    """Parse by libyaml what it finds no fault in, and all else by the parser that follows YAML 1.2 and explains."""
    if not _JUDGED_OTHERWISE.search(text):
        try:
            events: tuple[Event, ...] = tuple(YAML(typ="safe").parse(text))
        except (YAMLError, ValueError):
            events = ()
        if events and not any(
            getattr(event, "anchor", None) or getattr(event, "tag", None) for event in events
        ):
            return iter(events)
    explained: Iterator[Event] = YAML(typ="safe", pure=True).parse(text)
    return explained


def _unreadable(name: str, line: int, message: str) -> Document:
    return Document(name=name, data={}, lines={}, faults=(Fault(name, line, message),), complete=False)


def _explain(error: MarkedYAMLError) -> tuple[int, str]:
    words = f"{error.context or ''} {error.problem or ''}"
    opened = "quoted scalar" in words or "expected ':'" in words
    begun = error.context_mark
    mark = (begun if opened else None) or error.problem_mark or begun
    remedy = next(
        (text for pattern, text in _REMEDIES.items() if re.search(pattern, words)), "not valid YAML."
    )
    if "flow" in words and begun and mark and begun.line < mark.line:
        remedy = f"{remedy} A bracket was opened on line {begun.line + 1}."
    return (mark.line + 1 if mark else 1), remedy


class _Builder:
    """Build data and the map of lines from parser events, in one pass."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Path, int] = {}
        self.flaws: list[tuple[int, Flaw]] = []

    def document(self, events: Iterator[Event]) -> Document:
        """Build the one document of a file."""
        data: Any = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.flaw(event, (), "a second document begins. Remove the line '---'.")
            elif isinstance(event, NodeEvent):
                node = self.node(event, events, ())
                data = node if documents == 1 else data
        if not isinstance(data, dict):
            found = "empty" if data is None else "not a map of keys"
            self.flaws.append((1, Flaw((), f"the file is {found}. Write 'key: value' lines.")))
        whole = isinstance(data, dict)
        built = Document(name=self.name, data=data if whole else {}, lines=self.lines, complete=whole)
        located = (replace(built.fault(flaw), line=line) for line, flaw in self.flaws)
        return replace(built, faults=tuple(located))

    def flaw(self, event: Event, path: Path, message: str) -> None:
        self.flaws.append((event.start_mark.line + 1, Flaw(path, message)))

    def node(self, event: Event, events: Iterator[Event], path: Path) -> Any:
        """Build the value that begins with an event."""
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            self.flaw(event, path, "anchors (&) and aliases (*) are not used here. Write the value out.")
        elif getattr(event, "tag", None):
            self.flaw(event, path, "tags (!) are not used here. Put a text that begins with ! in quotes.")
        if isinstance(event, ScalarEvent):
            return self.scalar(event, path)
        if isinstance(event, MappingStartEvent):
            return self.mapping(events, path)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(events, path)
        return None

    def scalar(self, event: ScalarEvent, path: Path) -> Any:
        text = str(event.value)
        if event.style:
            return text
        value = _resolve(text)
        if isinstance(value, ValueError):
            self.flaw(event, path, f"{text} is not a day of the calendar. Correct it, or put it in quotes.")
            return date.min
        return value

    def mapping(self, events: Iterator[Event], path: Path) -> dict[str | int, Any]:
        built: dict[str | int, Any] = {}
        spelled: dict[str, int] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key = self.key(event, events, path)
            line = event.start_mark.line + 1
            inner = (*path, key)
            repeated = str(key) in spelled  # codes are compared as text, so 1 and "1" are the same key
            first = spelled.setdefault(str(key), line)
            if repeated:
                self.flaw(event, path, f"key '{key}' stands twice, on lines {first} and {line}. Remove one.")
            self.lines.setdefault(inner, line)
            value = self.descend(next(events), events, inner)
            if not repeated:
                built[key] = value
        return built

    def key(self, event: Event, events: Iterator[Event], path: Path) -> str | int:
        value = self.node(event, events, path)
        if isinstance(value, str) and not value.isprintable():
            self.flaw(event, path, "a key holds an invisible character. Delete the line and type it anew.")
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return value
        if not isinstance(event, ScalarEvent):
            self.flaw(
                event, path, "a key must be one word or number. A text that begins with { or [ needs quotes."
            )
            return f"line {event.start_mark.line + 1}"
        shown = event.value or "(nothing)"
        self.flaw(
            event, path, f'key {shown} is not text or a whole number. Put it in quotes: "{event.value}".'
        )
        return str(event.value)

    def sequence(self, events: Iterator[Event], path: Path) -> tuple[Any, ...]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            inner = (*path, len(items))
            self.lines[inner] = event.start_mark.line + 1
            items.append(self.descend(event, events, inner))
        return tuple(items)

    def descend(self, event: Event, events: Iterator[Event], path: Path) -> Any:
        if len(path) > _DEEPEST:
            raise RecursionError
        return self.node(event, events, path)


def _resolve(text: str) -> Any:
    """Give the value of a plain scalar; a ValueError is returned for a date that does not exist."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if day := _DATE.fullmatch(text):
        try:
            return date(*(int(part) for part in day.groups()))
        except ValueError as error:
            return error
    return float(text) if _FLOAT.fullmatch(text) and isfinite(float(text)) else text
