"""The authors' own texts: a small, safe part of Markdown, every fault with its line and a remedy.

Headings of levels 2 and 3, paragraphs, lists, quotations, bold, italic and links. markdown-it-py reads it as
CommonMark; what it reads and is not among these is refused, and never left out silently.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from fou_eval.declaration.faults import Fault

SOFT, HARD = "\n", "\v"
"""Ends of lines within a passage: one that is a blank when set, and one that stays."""
Kind = Literal["heading", "paragraph", "bullets", "numbers", "quote"]
_PLAIN = "Write it as ordinary text."
_REFUSED = {
    "html_block": "HTML is not used here. Write it in Markdown: **bold**, *italic*.",
    "html_inline": "HTML is not used here. Write it in Markdown: **bold**, *italic*.",
    "table_open": "a table is not used here: numbers come from the tables of the report. Say in words what matters.",
    "image": "a picture is not used here: figures are the report's own. The logo belongs to study.yaml, report.logo.",
    "fence": f"computer code is not used here. {_PLAIN}",
    "code_block": "an indent of four blanks means computer code, which is not used here. Remove the indent.",
    "code_inline": f"computer code is not used here. {_PLAIN}",
    "hr": "a line across the page is not used here. Begin a new part with a heading: ## ...",
}
_NESTED = "only plain paragraphs stand in a quotation, and one in each point of a list. Move this out of it."
_KINDS: dict[str, Kind] = {
    "bullet_list_open": "bullets",
    "ordered_list_open": "numbers",
    "blockquote_open": "quote",
}
_OF_LISTS = {"list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline"}
# Signs that nobody sees, or that stand for something else in the program: control, format, private, unassigned.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that are set alike: bold, italic, or leading to an address."""

    text: str
    bold: bool = False
    italic: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, a heading or a point of a list: the line in which it begins, and its words."""

    line: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words, with the ends of its lines."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a text: a heading or paragraph of one passage, a list or a quotation of several.

    `level` is that of a heading.
    """

    kind: Kind
    passages: tuple[Passage, ...]
    level: int = 0


def unseen(text: str) -> int | None:
    r"""Give the line (from 1) of the first sign that nobody sees, or none.

    Examples
    --------
    >>> unseen("One\nfam\u00adily"), unseen("A family")
    (2, None)
    """
    for line, words in enumerate(text.split("\n"), start=1):
        if any(unicodedata.category(sign) in _UNSEEN and sign != "\t" for sign in words):
            return line
    return None


def read_prose(text: str, name: str) -> tuple[tuple[Part, ...], tuple[Fault, ...]]:
    """Read one text.

    Parameters
    ----------
    text
        Markdown.
    name
        What faults call the file.

    Returns
    -------
    tuple
        Its parts, and what in it cannot be used.

    Examples
    --------
    >>> parts, faults = read_prose("We *thank* all.", "a.md")
    >>> parts[0].passages[0].runs[1]
    Run(text='thank', bold=False, italic=True, to='')
    >>> print(*read_prose("![arms](arms.png)", "a.md")[1][:1])
    a.md:1: a picture is not used here: figures are the report's own. The logo belongs to study.yaml, report.logo.
    """
    hidden = unseen(text)
    if hidden is not None:
        return (), (
            Fault(name, hidden, "an invisible character stands here. Delete the words, type them anew."),
        )
    reader, found = _Reader(name), dict[str, object]()
    tokens = MarkdownIt("commonmark").enable("table").parse(text, found)
    parts = tuple(reader.parts(tokens))
    reader.refuse_notes(found.get("references", {}))
    if not parts and not reader.faults:
        reader.fault(1, "the file holds no text. Write it, or remove the key that names the file.")
    return parts, tuple(reader.faults)


class _Reader:
    """Turns the tokens of one text into parts, and keeps what cannot be used."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self._level = 1

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.name, line, message))

    def parts(self, tokens: Sequence[Token]) -> Iterator[Part]:
        ends = {"heading_open": "heading_close", "paragraph_open": "paragraph_close"}
        at = 0
        while at < len(tokens):
            token = tokens[at]
            wanted = ends.get(token.type) or token.type.replace("_open", "_close")
            inside = _until(tokens[at + 1 :], wanted) if token.nesting == 1 else []
            if token.type == "heading_open":
                yield self._heading(token, inside[0])
            elif token.type == "paragraph_open":
                yield Part(kind="paragraph", passages=(self._passage(inside[0]),))
            elif token.type in _KINDS:
                yield self._of_several(token, inside)
            else:
                self.fault(_line(token), _REFUSED.get(token.type, f"this is not used here. {_PLAIN}"))
            at += len(inside) + (2 if token.nesting == 1 else 1)

    def _heading(self, token: Token, words: Token) -> Part:
        level = int(token.tag[1:])
        if token.markup not in {"##", "###"}:
            self.fault(
                _line(token), "headings here are ## and ###; the title of the whole stands in study.yaml."
            )
        elif level > self._level + 1:
            self.fault(_line(token), "### stands before any ##. Write ## here.")
        self._level = max(2, level)
        return Part(kind="heading", passages=(self._passage(words),), level=level)

    def _of_several(self, token: Token, inside: Sequence[Token]) -> Part:
        kind = _KINDS[token.type]
        allowed = _OF_LISTS if kind != "quote" else _OF_LISTS - {"list_item_open", "list_item_close"}
        strange = next((each for each in inside if each.type not in allowed), None)
        paragraphs = [each for each in inside if each.type == "inline"]
        points = sum(each.type == "list_item_open" for each in inside)
        if strange is not None:
            self.fault(_line(strange), _REFUSED.get(strange.type, _NESTED))
        elif kind != "quote" and points != len(paragraphs):
            self.fault(_line(token), f"a point of this list is empty or has several paragraphs: {_NESTED}")
        elif token.attrs.get("start", 1) != 1:
            self.fault(_line(token), "the list does not begin at 1. Number it from 1.")
        return Part(kind=kind, passages=tuple(self._passage(each) for each in paragraphs))

    def _passage(self, token: Token) -> Passage:
        line = _line(token)
        passage = Passage(line=line, runs=tuple(self._runs(token.children or (), line)))
        if not passage.text.strip():
            self.fault(line, "nothing is written here. Write something, or remove the line.")
        return passage

    def _runs(self, tokens: Iterable[Token], line: int) -> Iterator[Run]:
        bold = italic = 0
        to = ""
        for token in tokens:
            if token.type in {"strong_open", "strong_close"}:
                bold += token.nesting
            elif token.type in {"em_open", "em_close"}:
                italic += token.nesting
            elif token.type in {"link_open", "link_close"}:
                to = self._address(token, line) if token.nesting == 1 else ""
            elif token.type in {"softbreak", "hardbreak"}:
                yield Run(text=SOFT if token.type == "softbreak" else HARD)
                line += 1
            elif token.type == "text":
                if "](" in token.content:
                    self.fault(line, "a link cannot be read. Write [words](https://...).")
                yield Run(text=token.content, bold=bool(bold), italic=bool(italic), to=to)
            else:
                self.fault(line, _REFUSED.get(token.type, f"this is not used here. {_PLAIN}"))

    def _address(self, token: Token, line: int) -> str:
        to = str(token.attrs.get("href", ""))
        if not to.startswith("https://"):
            self.fault(
                line, "a link leads elsewhere than to https://... Write the whole address, or no link."
            )
        if token.attrs.get("title"):
            self.fault(line, "a link has a title that no page shows. Write [words](https://...) without it.")
        return to

    def refuse_notes(self, notes: object) -> None:
        """Refuse addresses that are written apart from their words: pages do not show them, attached files do."""
        for note in notes.values() if isinstance(notes, dict) else ():
            self.fault(
                note["map"][0] + 1, "an address stands alone here. Write [words](https://...) in the text."
            )


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _until(tokens: Sequence[Token], wanted: str) -> Sequence[Token]:
    """Give what stands before the token that closes at the outermost level."""
    level = next(at for at, each in enumerate(tokens) if each.type == wanted and each.level == 0)
    return tokens[:level]
