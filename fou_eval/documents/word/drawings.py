"""Pictures of a Word document: in the line, at their true size, with their alternative text."""

import struct
from collections.abc import Mapping

from fou_eval.design import PAGE
from fou_eval.documents.blocks import Block
from fou_eval.documents.raster import DPI
from fou_eval.documents.word.text import Picture, Setting
from fou_eval.documents.word.xml import NAMESPACES, Xml, element

LOGO = "logo"
_INCH = 914_400  # the unit of sizes, in an inch
_MM = _INCH / 25.4
_LARGEST = (PAGE, 215.0)  # mm: the page without what its caption needs
_LARGEST_LOGO = (100.0, 18.0)


def picture(png: bytes, relation: str) -> Picture:
    """Read the size of a PNG, which stands in its first part."""
    width, height = struct.unpack(">II", png[16:24])
    return Picture(relation=relation, width=width, height=height)


def drawing(block: Block, setting: Setting) -> Xml:
    """Write the picture of a figure with its title and alternative text."""
    found = setting.pictures[str(block["name"])]
    words = {"descr": block["alt"], "title": block["title"] or block["label"]}
    return _inline(found, {"id": block["number"], "name": block["label"]}, words, _LARGEST)


def logo(alt: str, setting: Setting) -> Xml:
    """Write the logo of the title page with its alternative text."""
    named = {"id": len(setting.pictures) + 1, "name": LOGO}
    return _inline(setting.pictures[LOGO], named, {"descr": alt}, _LARGEST_LOGO)


def _inline(
    found: Picture, named: Mapping[str, object], words: Mapping[str, object], largest: tuple[float, float]
) -> Xml:
    width, height = _size(found, largest)
    size = {"cx": width, "cy": height}
    data = element("a:graphicData", {"uri": NAMESPACES["pic"]}, _pic(found, named, size))
    inline = element(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
        element("wp:extent", size),
        element("wp:docPr", {**named, **words}),
        element("wp:cNvGraphicFramePr", None, element("a:graphicFrameLocks", {"noChangeAspect": 1})),
        element("a:graphic", None, data),
    )
    return element("w:r", None, element("w:drawing", None, inline))


def _pic(found: Picture, named: Mapping[str, object], size: Mapping[str, object]) -> Xml:
    return element(
        "pic:pic",
        None,
        element("pic:nvPicPr", None, element("pic:cNvPr", named), element("pic:cNvPicPr")),
        element(
            "pic:blipFill",
            None,
            element("a:blip", {"r:embed": found.relation}),
            element("a:stretch", None, element("a:fillRect")),
        ),
        element(
            "pic:spPr",
            None,
            element("a:xfrm", None, element("a:off", {"x": 0, "y": 0}), element("a:ext", size)),
            element("a:prstGeom", {"prst": "rect"}, element("a:avLst")),
        ),
    )


def _size(found: Picture, largest: tuple[float, float]) -> tuple[int, int]:
    """Give width and height: the true ones, unless there is less room."""
    width, height = found.width / DPI * 25.4, found.height / DPI * 25.4
    scale = min(1.0, largest[0] / width, largest[1] / height)
    return int(width * scale * _MM), int(height * scale * _MM)


def watermark(text: str) -> Xml:
    """Write large words behind the text of every page."""
    style = (
        "position:absolute;margin-left:0;margin-top:0;width:430pt;height:110pt;rotation:305;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return element(
        "w:r",
        None,
        element(
            "w:pict",
            None,
            element(
                "v:shapetype",
                {"id": "_x0000_t136", "coordsize": "21600,21600", "path": "m@7,l@8,m@5,21600l@6,21600e"},
                element("v:path", {"textpathok": "t"}),
                element("v:textpath", {"on": "t", "fitshape": "t"}),
            ),
            element(
                "v:shape",
                {
                    "id": "watermark",
                    "type": "#_x0000_t136",
                    "style": style,
                    "fillcolor": "#e8e8e8",
                    "stroked": "f",
                },
                element("v:textpath", {"style": "font-family:Calibri;font-size:1pt", "string": text}),
            ),
        ),
    )
