"""What is known only when all else is there: which words to explain, which works to list, what is in which language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.language.foreign import Foreign, foreign_words
from fou_eval.report import glossary, literature
from fou_eval.report.blocks import Block

_TEXTS = ("text", "title", "caption", "source", "margin")
Part = Literal["glossary", "references"]


def placeholder(name: Part) -> Block:
    """Make the place of an appendix that is filled at last."""
    return {"kind": name}


def closed(
    parts: Iterable[Sequence[Block]], release: Release, language: Language, beside: Iterable[str] = ()
) -> list[list[Block]]:
    """Fill in the glossary and the references of a report.

    Parameters
    ----------
    parts
        Blocks of each part, with the places of the two.
    release
        What is reported.
    language
        Language of the report.
    beside
        What else stands on its pages.
    """
    every = [list(part) for part in parts]
    text = "\n".join((*beside, *(words for part in every for block in part for words in texts(block))))
    made = {
        "glossary": list(glossary.glossary(release, text, language)),
        "references": list(literature.references(release, text, language)),
    }
    return [[one for block in part for one in made.get(str(block["kind"]), [block])] for part in every]


def cited(parts: Iterable[Sequence[Block]], release: Release) -> list[list[Block]]:
    """Lead from every short reference to its work in the list of references, where that list has it."""
    every = [list(part) for part in parts]
    listed = {
        item["anchor"]
        for part in every
        for block in part
        if block.get("works")
        for item in _list(block, "items")
        if isinstance(item, Mapping)
    }
    known = {key: work for key, work in literature.works(release).items() if literature.anchor(key) in listed}
    return [[literature.linked(block, known, texts(block)) for block in part] for part in every]


def spoken(parts: Iterable[Sequence[Block]], language: Language) -> list[Foreign]:
    """Find the words of the other language, for screen readers."""
    return foreign_words((words for part in parts for block in part for words in texts(block)), language)


def marked(parts: Iterable[Sequence[Block]], words: Sequence[Foreign]) -> list[list[Block]]:
    """Give to every block the words of the other language that it holds, after those that it tells itself.

    A layout that looked for all of them in every cell of every table would take a fifth longer.
    """
    return [[_marked(block, words) for block in part] for part in parts]


def _marked(block: Block, words: Sequence[Foreign]) -> Block:
    own = _list(block, "foreign")
    shown = "\n".join(texts(block))
    # The authors' own texts are not read here.
    found = [word for word in words if block["kind"] == "own" or word["text"] in shown]
    both = [*own, *(word for word in found if word not in own)]
    return {**block, "foreign": both} if both else block


def texts(block: Block) -> Iterator[str]:
    """Go through all that a block shows in words."""
    yield from (str(block[key]) for key in _TEXTS if block.get(key))
    for item in _list(block, "items"):
        if isinstance(item, Mapping):
            yield from (str(item.get(key, "")) for key in ("lead", "text", "margin"))
    yield from (str(note) for note in _list(block, "notes"))
    yield from (str(head["header"]) for head in _list(block, "columns") if isinstance(head, Mapping))
    for row in (*_list(block, "rows"), *_list(block, "groups")):
        if isinstance(row, list):
            yield from (str(cell) for cell in row)


def _list(block: Block, key: str) -> list[object]:
    values = block.get(key)
    return values if isinstance(values, list) else []
