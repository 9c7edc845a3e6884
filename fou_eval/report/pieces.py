"""The words of an assembled report, piece by piece, with the part of the report in which each stands."""

from collections.abc import Iterator, Mapping

from fou_eval.report.blocks import Block

# Between the cells of a table and the terms of a list: no sentence runs from one into the next.
_BETWEEN = " | "


def sentences(content: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Go through every sentence of an assembled report; cells of tables are numbers and are none."""
    yield from (("the title", text) for text in _of_title(content))
    for place, block in _blocks(content):
        yield from ((place, text) for text in _of_block(block) if text)


def pieces(content: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Go through all that a reader sees, each piece being what is read together.

    A paragraph, a point, a caption and an alternative text each stand alone. A table is one piece with its heads,
    cells and notes, and so is a list of terms, each of which is explained beside the others.
    """
    yield from (("the title", text) for text in _of_title(content))
    page = content.get("page")
    if isinstance(page, Mapping):
        yield from (("the head or foot of the pages", str(text)) for text in page.values())
    for place, block in _blocks(content):
        if block["kind"] == "table":
            yield place, _BETWEEN.join(_of_table(block))
        elif block["kind"] == "terms":
            yield place, _BETWEEN.join(_of_block(block))
        else:
            yield from ((place, text) for text in _of_block(block) if text)


def _of_title(content: Mapping[str, object]) -> Iterator[str]:
    title = content["title"]
    if isinstance(title, Mapping):
        yield from (str(title[key]) for key in ("title", "subtitle", "description"))
        yield from (str(line) for line in title["lines"])


def _blocks(content: Mapping[str, object]) -> Iterator[tuple[str, Block]]:
    named = (name for name in content if name not in {"appendices", "attached", "foreign"})
    parts = [(f"the {name}", content[name]) for name in named]
    appendices = content["appendices"]
    if isinstance(appendices, list):
        parts += [(f"appendix {place}", blocks) for place, blocks in enumerate(appendices, start=1)]
    for place, blocks in parts:
        yield from ((place, block) for block in (blocks if isinstance(blocks, list) else ()))


def _of_block(block: Block) -> Iterator[str]:
    """Give the sentences of a block; a command is typed."""
    keys = ("text", "margin", "alt", "title", "caption", "source")
    yield from (
        _unlinked(block, str(block[key])) for key in keys if key in block and block["kind"] != "command"
    )
    for key in ("items", "notes"):
        for value in _list(block, key):
            if isinstance(value, Mapping):
                yield _unlinked(block, f"{value['lead']} {value['text']}")
                if value.get("margin"):  # about what the point is about
                    yield _unlinked(block, f"{value['lead']} {value['margin']}")
            else:
                yield _unlinked(block, str(value))


def _unlinked(block: Block, text: str) -> str:
    """Take away what leads to a table, figure or part, such as "Table 12": its number counts nothing."""
    for link in _list(block, "links"):
        if isinstance(link, Mapping):
            text = text.replace(str(link["text"]), "")
    return text


def _of_table(block: Block) -> Iterator[str]:
    yield from _of_block(block)
    yield from (str(head["header"]) for head in _list(block, "columns") if isinstance(head, Mapping))
    yield from (str(group[1]) for group in _list(block, "groups") if isinstance(group, list))
    yield from (str(cell) for row in _list(block, "rows") if isinstance(row, list) for cell in row)


def _list(block: Block, key: str) -> list[object]:
    values = block.get(key)
    return values if isinstance(values, list) else []
