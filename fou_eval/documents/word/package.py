"""The parts of a Word file beside its text: styles, head and foot of the pages, properties, relationships."""

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from string import Template

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, GREEN, ORANGE, SKY, VERMILLION
from fou_eval.documents.word.drawings import watermark
from fou_eval.documents.word.text import field_of, paragraph, run
from fou_eval.documents.word.xml import LOCALES, NOTHING, Xml, declared, element, joined, part, words
from fou_eval.office import CORE, CREATED

_SIGNS: Mapping[Language, Mapping[str, str]] = {
    "sv": {"decimal": ",", "separator": ";"},
    "en": {"decimal": ".", "separator": ","},
}
_FROM_TEMPLATES = {
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/theme/theme1.xml": "theme.xml",
}
_OFFICE = "application/vnd.openxmlformats-officedocument"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGED = "http://schemas.openxmlformats.org/package/2006"
_TYPES = {
    "word/document.xml": f"{_OFFICE}.wordprocessingml.document.main+xml",
    "word/styles.xml": f"{_OFFICE}.wordprocessingml.styles+xml",
    "word/numbering.xml": f"{_OFFICE}.wordprocessingml.numbering+xml",
    "word/settings.xml": f"{_OFFICE}.wordprocessingml.settings+xml",
    "word/fontTable.xml": f"{_OFFICE}.wordprocessingml.fontTable+xml",
    "word/theme/theme1.xml": f"{_OFFICE}.theme+xml",
    "word/header1.xml": f"{_OFFICE}.wordprocessingml.header+xml",
    "word/footer1.xml": f"{_OFFICE}.wordprocessingml.footer+xml",
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
}
HEADER, FOOTER = "header", "footer"
_RELATIONS = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
    HEADER: "header1.xml",
    FOOTER: "footer1.xml",
}


def surroundings(
    title: str,
    page: Mapping[str, str],
    colours: Mapping[str, str],
    language: Language,
    pictures: Sequence[str],
) -> dict[str, bytes]:
    """Write every part but the text and the pictures.

    Parameters
    ----------
    title
        Title of the document.
    page
        What stands on every page.
    colours
        Those of the design, by name.
    language
        Language of the text.
    pictures
        Names of the pictures.
    """
    return {
        **_templates(colours, language),
        "word/header1.xml": part("w:hdr", _header(page)),
        "word/footer1.xml": part("w:ftr", _footer(page)),
        CORE: _core(title, language),
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            {
                "document": (f"{_RELATED}/officeDocument", "word/document.xml"),
                "core": (f"{_PACKAGED}/relationships/metadata/core-properties", CORE),
            }
        ),
        "word/_rels/document.xml.rels": _relations(
            {
                **{key: (f"{_RELATED}/{key}", target) for key, target in _RELATIONS.items()},
                **{relation(name): (f"{_RELATED}/image", f"media/{name}.png") for name in pictures},
            }
        ),
    }


def relation(name: str) -> str:
    """Name the relationship to a picture."""
    return f"picture-{name}"


def _templates(colours: Mapping[str, str], language: Language) -> dict[str, bytes]:
    """Fill colours and language into the parts that are the same for all documents."""
    own = {"blue": BLUE, "green": GREEN, "orange": ORANGE, "sky": SKY, "vermillion": VERMILLION}
    filled = {name: colour.removeprefix("#") for name, colour in {**own, **colours}.items()}
    filled |= {"locale": LOCALES[language], **_SIGNS[language]}
    folder = files("fou_eval.documents.word").joinpath("parts")
    return {
        target: Template(folder.joinpath(name).read_text("utf-8")).substitute(filled).encode("utf-8")
        for target, name in _FROM_TEMPLATES.items()
    }


def _header(page: Mapping[str, str]) -> Xml:
    behind = watermark(page["watermark"]) if page["watermark"] else NOTHING
    tab = element("w:r", None, element("w:tab"))
    mark = joined(run("  "), run(page["synthetic"], "Warning")) if page["synthetic"] else NOTHING
    return paragraph("Header", behind, run(page["study"], "Strong"), tab, run(page["status"]), mark)


def _footer(page: Mapping[str, str]) -> Xml:
    """Write what design the numbers come from, the page and of how many, and what is not shown."""
    tab = element("w:r", None, element("w:tab"))
    fields = {"{page}": field_of("PAGE", "1"), "{pages}": field_of("NUMPAGES", "1")}
    shown = [
        fields[piece] if piece in fields else run(piece)
        for piece in re.split(r"(\{pages?\})", page["number"])
        if piece
    ]
    limit = [paragraph("Footer", run(page["limit"]))] if page["limit"] else []
    return joined(paragraph("Footer", run(page["design"]), tab, *shown), *limit)


def _core(title: str, language: Language) -> bytes:
    """Write the properties: title and language, one fixed moment, and no author."""
    names = {
        "xmlns:cp": f"{_PACKAGED}/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    moment = {"xsi:type": "dcterms:W3CDTF"}
    return declared(
        element(
            "cp:coreProperties",
            names,
            element("dc:title", None, words(title)),
            element("dc:creator", None, NOTHING),
            element("dc:language", None, words(LOCALES[language])),
            element("dcterms:created", moment, words(CREATED)),
            element("dcterms:modified", moment, words(CREATED)),
        )
    )


def _types() -> bytes:
    kinds = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    return declared(
        element(
            "Types",
            {"xmlns": f"{_PACKAGED}/content-types"},
            *(
                element("Default", {"Extension": ending, "ContentType": kind})
                for ending, kind in kinds.items()
            ),
            *(
                element("Override", {"PartName": f"/{name}", "ContentType": kind})
                for name, kind in _TYPES.items()
            ),
        )
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    return declared(
        element(
            "Relationships",
            {"xmlns": f"{_PACKAGED}/relationships"},
            *(
                element("Relationship", {"Id": key, "Type": kind, "Target": target})
                for key, (kind, target) in targets.items()
            ),
        )
    )
