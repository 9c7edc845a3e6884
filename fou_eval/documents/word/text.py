"""Runs, paragraphs, bookmarks and fields of a Word document."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from fou_eval.documents.blocks import Block
from fou_eval.documents.word.xml import LOCALES, NOTHING, Xml, element, joined, value, words

_LONGEST = 40  # signs in the name of a bookmark


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in the package: its relationship, and its size in pixels at 300 dpi."""

    relation: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every block is written with: bookmarks of anchors, pictures by name, and words of another language."""

    places: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    foreign: Sequence[Mapping[str, str]] = ()


def anchored(blocks: Iterable[Block]) -> list[Block]:
    """Give every heading of level 1 an anchor, for the list of contents."""
    found = [dict(block) for block in blocks]
    for place, block in enumerate(found):
        if block["kind"] == "heading" and block["level"] == 1:
            block.setdefault("anchor", f"heading-{place}")
    return found


def places_of(blocks: Iterable[Block]) -> dict[str, tuple[int, str]]:
    """Number the bookmarks and name them as Word allows: letters, digits and low lines, forty at most."""
    found: dict[str, tuple[int, str]] = {}
    for block in blocks:
        anchors = [block.get("anchor"), *(item.get("anchor") for item in _items(block))]
        for anchor in (str(each) for each in anchors if each):
            number = len(found) + 1
            name = re.sub(r"\W", "_", anchor)
            found[anchor] = (number, name if len(name) <= _LONGEST else f"{name[:30]}_{number}")
    return found


def _items(block: Block) -> list[Mapping[str, str]]:
    items = block.get("items")
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []


def run(text: str, style: str = "", language: str = "") -> Xml:
    """Write words, in a character style and a language if they are named."""
    return element(
        "w:r", None, _look(style, language), element("w:t", {"xml:space": "preserve"}, words(text))
    )


@cache
def _look(style: str, language: str) -> Xml:
    marks = [value(name, mark) for name, mark in (("w:rStyle", style), ("w:lang", language)) if mark]
    return element("w:rPr", None, *marks) if marks else NOTHING


def paragraph(style: str, *content: Xml, more: Xml = NOTHING) -> Xml:
    """Write a paragraph in a style; `more` are its other properties, in the order of the format."""
    return element("w:p", None, _form(style, more), *content)


@cache
def _form(style: str, more: Xml) -> Xml:
    return element("w:pPr", None, value("w:pStyle", style), more)


def field_of(instruction: str, shown: str, style: str = "") -> Xml:
    """Write a field with what it shows until Word computes it."""
    return element("w:fldSimple", {"w:instr": f" {instruction} "}, run(shown, style))


def link(anchor: str, setting: Setting, *content: Xml) -> Xml:
    """Lead to a bookmark."""
    _, name = setting.places[anchor]
    return element("w:hyperlink", {"w:anchor": name, "w:history": "1"}, *content)


def marked(block: Block, setting: Setting, *content: Xml) -> Xml:
    """Put the bookmark of a block around its first words."""
    if not block.get("anchor"):
        return joined(*content)
    number, name = setting.places[str(block["anchor"])]
    start = element("w:bookmarkStart", {"w:id": number, "w:name": name})
    return joined(start, *content, element("w:bookmarkEnd", {"w:id": number}))


def linked(block: Block, text: str, setting: Setting, style: str = "") -> Xml:
    """Write a text in which the words that refer to something lead to it; the longest words come first."""
    links, own = block.get("links", ()), block.get("foreign", ())
    if isinstance(own, Sequence) and own:
        setting = replace(setting, foreign=(*own, *setting.foreign))
    return _linked(text, links if isinstance(links, Sequence) else (), setting, style)


def _linked(text: str, links: Sequence[Mapping[str, str]], setting: Setting, style: str) -> Xml:
    if not text:
        return NOTHING
    if not links:
        return spoken(text, style, setting)
    first, *rest = links
    if "url" in first:
        leading = field_of(f'HYPERLINK "{first["url"]}"', first["text"], "Hyperlink")
    else:
        leading = link(first["to"], setting, run(first["text"], "Hyperlink"))
    parts = [_linked(piece, rest, setting, style) for piece in text.split(first["text"])]
    return joined(parts[0], *(joined(leading, piece) for piece in parts[1:]))


def spoken(text: str, style: str, setting: Setting) -> Xml:
    """Write words, with the language of those that are of another one, for spelling and screen readers."""
    languages = {word["text"]: word["lang"] for word in setting.foreign if word["text"] in text}
    if not languages:
        return run(text, style)
    pieces = _either(tuple(languages)).split(text)
    return joined(
        *(
            run(piece, style, LOCALES[languages[piece]] if place % 2 else "")
            for place, piece in enumerate(pieces)
            if piece
        )
    )


@cache
def _either(found: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({whole})(?!\w)")
