"""Numbers of tables and figures, and the references to them: filled in once the whole document is put together.

Text that refers to a table, a figure or a part holds a placeholder made by `refer`. Numbering here and not in the
layout gives the same numbers to PDF, Word and Excel, and lets `verify` read the finished text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from fou_eval.declaration.text import Language
from fou_eval.documents.blocks import Block, longest_first, sequence
from fou_eval.language import phrase

Kind = Literal["figure", "table", "part"]
_OPEN, _CLOSE = "\ue000", "\ue001"  # for private use: they stand in no text
_REFERENCE = re.compile(f"{_OPEN}(\\w+):([^{_CLOSE}]+){_CLOSE}")
_BEGIN = re.compile(r"(?:^|[.!?]\s)$")  # what stands before the first word of a sentence
_TEXTS = ("text", "caption", "title", "source", "alt", "margin", "lead")
_LISTS = ("items", "notes", "rows")


def refer(kind: Kind, name: str) -> str:
    """Give what stands for a reference in a text until everything has its number."""
    return f"{_OPEN}{kind}:{name}{_CLOSE}"


def without_references(text: str) -> str:
    """Leave the references out of a text that is not yet numbered."""
    return _REFERENCE.sub("", text)


def numbered(parts: Iterable[Sequence[Block]], language: Language) -> list[list[Block]]:
    """Give the parts of a document with its tables and figures numbered and its references filled in.

    Parameters
    ----------
    parts
        Blocks of each part, in the order of the document. A heading of level 1 with a name is a part that can be
        referred to, by what stands before the full stop of its text ("Bilaga 3").
    language
        Language of "table", "figure".

    Returns
    -------
    list of list of Block
        Tables and figures have `number`, `label` ("Tabell 3") and `anchor`; named headings have `anchor`; blocks with
        references have `links`, each with the words that are the link and the anchor they lead to.

    Raises
    ------
    KeyError
        If a text refers to what is not in the document.
    """
    counted = [list(part) for part in parts]
    placed = [list(_placed(part, language)) for part in _with_numbers(counted)]
    known = {
        (kind, name): (words, str(block["anchor"]))
        for part in placed
        for block in part
        for kind, name, words in _named(block, language)
    }
    return [[_filled(block, known) for block in part] for part in placed]


def _with_numbers(parts: Iterable[Iterable[Block]]) -> Iterator[list[Block]]:
    counts = {"table": 0, "figure": 0}
    for part in parts:
        found = []
        for block in part:
            kind = str(block["kind"])
            if kind in counts:
                counts[kind] += 1
                found.append({**block, "number": counts[kind]})
            else:
                found.append(dict(block))
        yield found


def _placed(part: Iterable[Block], language: Language) -> Iterator[Block]:
    for block in part:
        if "number" in block:
            word = phrase(f"report.{block['kind']}", language)
            anchor = f"{block['kind']}-{block['number']}"
            yield {**block, "label": f"{word}\u00a0{block['number']}", "anchor": anchor}
        elif block["kind"] == "heading" and block.get("name"):
            yield {**block, "anchor": f"part-{block['name']}"}
        else:
            yield block


def _named(block: Block, language: Language) -> Iterator[tuple[str, str, str]]:
    """Give by which kind and name a block is referred to, and with which words within a sentence."""
    if not block.get("name"):
        return
    if "number" in block:
        word = phrase(f"reference.{block['kind']}", language)
        yield str(block["kind"]), str(block["name"]), f"{word}\u00a0{block['number']}"
    elif "anchor" in block:
        begin, _, _ = str(block["text"]).partition(". ")
        words = begin.replace(" ", "\u00a0")
        # Swedish writes "bilaga 3" within a sentence, English "Appendix 3".
        yield "part", str(block["name"]), words[0].lower() + words[1:] if language == "sv" else words


def _filled(block: Block, known: Mapping[tuple[str, str], tuple[str, str]]) -> Block:
    links: dict[str, str] = {}

    def fill(match: re.Match[str]) -> str:
        words, anchor = known[match[1], match[2]]
        if _BEGIN.search(match.string[: match.start()]):
            words = words[0].upper() + words[1:]
        links[words] = anchor
        return words

    def through(value: object) -> object:
        if isinstance(value, str):
            return _REFERENCE.sub(fill, value)
        if isinstance(value, Mapping):
            return {key: through(part) for key, part in value.items()}
        return [through(part) for part in value] if isinstance(value, list | tuple) else value

    filled = {key: through(value) if key in (*_TEXTS, *_LISTS) else value for key, value in block.items()}
    own = [{"text": words, "to": anchor} for words, anchor in links.items()]
    filled["links"] = longest_first([*sequence(block.get("links", ())), *own])
    return filled
