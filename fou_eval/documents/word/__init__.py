"""Blocks as a Word document: named styles, real headings and captions, tables, alternative texts, and no author.

The package is written here and not by a library, whose template brings along a hundred styles of its own, another
language and a fixed look, and which takes minutes for the tables of a report.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fou_eval.declaration.text import Language
from fou_eval.documents.blocks import Block
from fou_eval.documents.word.contents import contents
from fou_eval.documents.word.drawings import LOGO, logo, picture
from fou_eval.documents.word.package import FOOTER, HEADER, relation, surroundings
from fou_eval.documents.word.text import Setting, anchored, paragraph, places_of, run
from fou_eval.documents.word.writers import written
from fou_eval.documents.word.xml import NOTHING, Xml, element, part
from fou_eval.office import packed

_A4 = {"w:w": 11906, "w:h": 16838}  # in twentieths of a point
_MARGINS = {"w:top": 1588, "w:bottom": 1531, "w:left": 1417, "w:right": 1417, "w:gutter": 0}
_HIGH = element(
    "w:spacing", {"w:before": 2200, "w:after": 160}
)  # above a title that stands alone on its page
_RUNNING = {"w:header": 709, "w:footer": 624}

Line = tuple[Literal["Series", "Authors", "Publisher", "FrontLine", "FrontWarning"], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What a Word document says.

    Attributes
    ----------
    title, subtitle
        What stands at the top; the title is also that of the document.
    above, lines
        What stands above the title and below the subtitle, a line each, with the style of each.
    logo
        Alternative text of the picture `logo`, if there is one.
    front
        What stands before the list of contents, part by part.
    parts
        What stands after it. A part that begins with a heading of level 1 begins a page.
    page
        What stands on every page, and the words above the lists: see `fou_eval.report.content.page`.
    language
        Language of the text, for spelling and screen readers.
    colours
        Those of the design, by name.
    foreign
        Words of another language, each with its language.
    """

    title: str
    subtitle: str
    above: Sequence[Line] = ()
    lines: Sequence[Line] = ()
    logo: str = ""
    front: Sequence[Sequence[Block]] = ()
    parts: Sequence[Sequence[Block]]
    page: Mapping[str, str]
    language: Language
    colours: Mapping[str, str]
    foreign: Sequence[Mapping[str, str]] = ()


def write_word(text: Text, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Lay a text out as a Word document (.docx); the same text gives the same bytes.

    Parameters
    ----------
    text
        Title, blocks and language.
    pictures
        The figures as PNG at 300 dpi, by their names; that named `logo` stands on the title page.
    """
    drawn = pictures or {}
    front, parts = ([anchored(blocks) for blocks in group] for group in (text.front, text.parts))
    setting = Setting(
        places=places_of(block for blocks in (*front, *parts) for block in blocks),
        pictures={name: picture(png, relation(name)) for name, png in drawn.items()},
        foreign=text.foreign,
    )
    every = [block for blocks in (*front, *parts) for block in blocks]
    body = [
        *_title(text, setting),
        *(each for blocks in front for each in written(blocks, setting)),
        *contents(every, text.page, setting),
        *(each for blocks in parts for each in written(blocks, setting)),
    ]
    return packed(
        {
            **surroundings(text.title, text.page, text.colours, text.language, tuple(drawn)),
            **{f"word/media/{name}.png": png for name, png in drawn.items()},
            "word/document.xml": part("w:document", element("w:body", None, *_closed(body), _section())),
        }
    )


def _title(text: Text, setting: Setting) -> list[Xml]:
    picture_ = [paragraph("Logo", logo(text.logo, setting))] if LOGO in setting.pictures else []
    above, below = (
        [paragraph(style, run(line)) for style, line in lines] for lines in (text.above, text.lines)
    )
    high = NOTHING if above or picture_ else _HIGH
    title = paragraph("Title", run(text.title), more=high)
    return [*picture_, *above, title, paragraph("Subtitle", run(text.subtitle)), *below]


def _closed(body: Sequence[Xml]) -> Sequence[Xml]:
    """End with a paragraph: a document must not end with a table."""
    return [*body, paragraph("TableNote")] if body[-1].startswith("<w:tbl>") else body


def _section() -> Xml:
    """Give the size of the page, and what stands at its head and foot."""
    return element(
        "w:sectPr",
        None,
        element("w:headerReference", {"w:type": "default", "r:id": HEADER}),
        element("w:footerReference", {"w:type": "default", "r:id": FOOTER}),
        element("w:pgSz", _A4),
        element("w:pgMar", {**_MARGINS, **_RUNNING}),
    )
