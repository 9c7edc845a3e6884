"""Each kind of block as paragraphs of named styles."""

from collections.abc import Callable, Iterable, Mapping

from fou_eval.documents.blocks import Block, sequence
from fou_eval.documents.word.drawings import drawing
from fou_eval.documents.word.tables import notes, table
from fou_eval.documents.word.text import Setting, field_of, linked, marked, paragraph, run
from fou_eval.documents.word.xml import NOTHING, Xml, element, joined

_KEEP = element("w:keepNext")
_NEW_PAGE = element("w:pageBreakBefore")
_NEAR = element("w:spacing", {"w:before": 100, "w:after": 80})  # of a caption that stands below its figure


def written(blocks: Iterable[Block], setting: Setting) -> list[Xml]:
    """Write the blocks of a part one after the other; one that begins with a heading of level 1 begins a page.

    Parameters
    ----------
    blocks
        What the part consists of.
    setting
        Bookmarks and pictures.
    """
    parts: list[Xml] = []
    for place, block in enumerate(blocks):
        if block["kind"] == "heading":
            break_ = _NEW_PAGE if (place, block["level"]) == (0, 1) else NOTHING
            words = marked(block, setting, run(str(block["text"])))
            parts.append(paragraph(f"Heading{block['level']}", words, more=break_))
        else:
            parts += _WRITERS[str(block["kind"])](block, setting)
    return parts


def _paragraph(block: Block, setting: Setting) -> list[Xml]:
    note = _margin(block, str(block.get("margin", "")), setting)
    text = linked(block, str(block["text"]), setting)
    return [paragraph("BodyText", text, more=_KEEP if note else NOTHING), *note]


def _margin(block: Block, note: str, setting: Setting) -> list[Xml]:
    """Write what stands in the margin of the PDF below what it belongs to."""
    return [paragraph("MarginNote", linked(block, note, setting))] if note else []


def _notice(block: Block, setting: Setting) -> list[Xml]:
    return [paragraph("Notice", linked(block, str(block["text"]), setting))]


def _command(block: Block, _setting: Setting) -> list[Xml]:
    return [paragraph("Command", run(str(block["text"])))]


def _bullets(block: Block, setting: Setting) -> list[Xml]:
    return [paragraph("ListBullet", _point(block, item, setting)) for item in sequence(block["items"])]


def _terms(block: Block, setting: Setting) -> list[Xml]:
    return [paragraph("Term", _point(block, item, setting)) for item in sequence(block["items"])]


def _findings(block: Block, setting: Setting) -> list[Xml]:
    return [
        each
        for item in sequence(block["items"])
        for each in (
            paragraph("Finding", _point(block, item, setting)),
            *_margin(block, str(item["margin"]), setting),
        )
    ]


def _point(block: Block, item: Mapping[str, str], setting: Setting) -> Xml:
    lead = joined(linked(block, item["lead"], setting, "Strong"), run(" ")) if item["lead"] else NOTHING
    if item.get("anchor"):
        lead = marked({"anchor": item["anchor"]}, setting, lead)
    return joined(lead, linked(block, item["text"], setting))


def _table(block: Block, setting: Setting) -> list[Xml]:
    return [_caption(block, str(block["caption"]), setting), table(block, setting), *notes(block, setting)]


def _figure(block: Block, setting: Setting) -> list[Xml]:
    title, caption = str(block["title"]), str(block["caption"])
    source = str(block["source"])
    keep = _KEEP if source else NOTHING
    more = [paragraph("CaptionText", linked(block, caption, setting), more=keep)] if title else []
    more += [paragraph("Source", linked(block, source, setting))] if source else []
    shown = paragraph("Figure", drawing(block, setting))
    return [shown, _caption(block, title or caption, setting, _NEAR), *more]


def _caption(block: Block, text: str, setting: Setting, more: Xml = NOTHING) -> Xml:
    """Write the line that Word's own lists of tables and figures are made of, with its number as a field."""
    word, _, number = str(block["label"]).partition("\u00a0")
    numbered = field_of(f"SEQ {word} \\* ARABIC", number, "CaptionLabel")
    label = marked(block, setting, run(f"{word}\u00a0", "CaptionLabel"), numbered)
    return paragraph("Caption", label, run(". ", "CaptionLabel"), linked(block, text, setting), more=more)


def _own(block: Block, setting: Setting) -> list[Xml]:
    """Write a text of the authors after the note that says whose it is."""
    parts = [each for part in sequence(block["parts"]) for each in _own_part(part)]
    return [*_margin(block, str(block["margin"]), setting), *parts]


def _own_part(part: Block) -> list[Xml]:
    passages = [joined(*map(_own_run, passage)) for passage in sequence(part["passages"])]
    if part["kind"] == "heading":
        return [paragraph(f"Heading{part['level']}", passages[0])]
    if part["kind"] == "numbers":  # typed, since one list would go on counting where the last one ended
        tab = element("w:r", None, element("w:tab"))
        numbered = (joined(run(f"{place}."), tab, words) for place, words in enumerate(passages, start=1))
        return [paragraph("ListNumber", words) for words in numbered]
    style = _OWN_STYLES.get(str(part["kind"]), "BodyText")
    return [paragraph(style, words) for words in passages]


def _own_run(given: Mapping[str, object]) -> Xml:
    style = _OWN_LOOKS[bool(given["bold"]), bool(given["italic"])]
    lines = str(given["text"]).split("\n")
    end = element("w:r", None, element("w:br"))
    words = joined(*(joined(end if place else NOTHING, run(line, style)) for place, line in enumerate(lines)))
    if not given["to"]:
        return words
    address = str(given["to"]).replace("\\", "%5C").replace('"', "%22")
    return field_of(f'HYPERLINK "{address}"', " ".join(lines), "Hyperlink")


_OWN_STYLES = {"bullets": "ListBullet", "quote": "Quote"}
_OWN_LOOKS = {
    (False, False): "",
    (True, False): "Strong",
    (False, True): "Emphasis",
    (True, True): "IntenseEmphasis",
}
_WRITERS: Mapping[str, Callable[[Block, Setting], list[Xml]]] = {
    "paragraph": _paragraph,
    "notice": _notice,
    "command": _command,
    "bullets": _bullets,
    "terms": _terms,
    "findings": _findings,
    "table": _table,
    "figure": _figure,
    "own": _own,
}
