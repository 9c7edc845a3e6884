"""The report to work on with: as Word, its tables as Excel, its figures as PNG. They say what the PDF says."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.raster import rasters
from fou_eval.documents.table_sheets import Book, tables_workbook
from fou_eval.documents.word import Line, Text, write_word
from fou_eval.documents.word.drawings import LOGO
from fou_eval.figures import Width, all_pictures
from fou_eval.formatting import day
from fou_eval.language import phrase
from fou_eval.report.blocks import Block

WORD, TABLES, FIGURES = "report.docx", "tables.xlsx", "figures"
_LOGO_HEIGHT = 18.0  # mm


def write_exports(
    content: Mapping[str, Any],
    release: Release,
    folder: Path,
    drawn: Mapping[str, bytes],
    logo: Mapping[str, bytes],
) -> None:
    """Write report.docx, tables.xlsx and a PNG of each figure into the folder of a report.

    They hold what `assemble` put together, as it is printed, and nothing else of the release.

    Parameters
    ----------
    content
        From `assemble`, read by `refuse`.
    release
        For the last day of its data.
    folder
        Where figures/ is, and the files are written.
    drawn
        The figures as PNG, by the names of their drawings in the folder.
    logo
        From `logo_as_png`.
    """
    for name, png in drawn.items():
        (folder / name).with_suffix(".png").write_bytes(png)
    pictures = {Path(name).stem: png for name, png in sorted(drawn.items())}
    (folder / WORD).write_bytes(write_word(_text(content), {**pictures, **logo}))
    (folder / TABLES).write_bytes(tables_workbook(_book(content, release)))


def logo_as_png(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """Draw the logo of a study anew, so that nothing but what is seen of it gets into the document.

    Parameters
    ----------
    found
        From `pictures_beside`.

    Raises
    ------
    ReportError
        If it cannot be drawn.
    """
    with TemporaryDirectory() as folder:
        for name, picture in found.items():
            (Path(folder) / name).write_bytes(picture)
        drawn = rasters(Path(folder), list(found), height=_LOGO_HEIGHT)
    return dict(zip([LOGO], drawn.values(), strict=False))


def write_widths(release: Release, language: Language, folder: Path, widths: Iterable[Width]) -> None:
    """Write each figure anew as SVG and PNG (300 dpi) for other pages than the report's, for re-use.

    Parameters
    ----------
    release
        What passed the gate.
    language
        Language of the words in them.
    folder
        Where figures/ is; those of a width go into a folder of its name in it.
    widths
        "column" for one of two columns of a page (76 mm), "slide" for a slide (304 mm).

    Raises
    ------
    ReportError
        If a figure cannot be drawn.
    """
    for width in widths:
        own = folder / FIGURES / width
        own.mkdir()
        for picture in all_pictures(release, language, width=width):
            picture.save(own)
        for name, png in rasters(own, sorted(path.name for path in own.iterdir())).items():
            (own / name).with_suffix(".png").write_bytes(png)


def _parts(content: Mapping[str, Any]) -> list[list[Block]]:
    return [*_before(content), content["reading"], content["plain"], *content["appendices"]]


def _before(content: Mapping[str, Any]) -> list[list[Block]]:
    """Give what stands before the list of contents: the summary, and the authors' own sections."""
    return [content["summary"], *_sections(content["opening"])]


def _sections(blocks: Iterable[Block]) -> list[list[Block]]:
    """Divide blocks at their headings of level 1."""
    found: list[list[Block]] = []
    for block in blocks:
        if (block["kind"], block.get("level")) == ("heading", 1) or not found:
            found.append([])
        found[-1].append(block)
    return found


def _text(content: Mapping[str, Any]) -> Text:
    title, page = content["title"], content["page"]
    logo = title["logo"]
    above: list[Line] = [("Series", title["series"])]
    lines: list[Line] = [
        *(("Authors", author) for author in title["authors"]),
        ("Publisher", title["publisher"]),
        ("FrontLine", title["contact"]),
        *(("FrontLine", line) for line in title["lines"]),
        ("FrontWarning", page["synthetic"]),
        ("FrontLine", title["issn"]),
    ]
    return Text(
        title=title["title"],
        subtitle=title["subtitle"],
        above=[line for line in above if line[1]],
        lines=[line for line in lines if line[1]],
        logo=logo["alt"] if logo else "",
        front=_before(content),
        parts=[content["reading"], content["plain"], *content["appendices"]],
        page=page,
        language=content["language"],
        colours=content["design"]["colours"],
        foreign=content["foreign"],
    )


def _book(content: Mapping[str, Any], release: Release) -> Book:
    language: Language = content["language"]
    page, colours = content["page"], content["design"]["colours"]
    until = release.codebook.data_until
    lines = [
        page["synthetic"],
        page["status"],
        phrase("exports.until", language, {"day": day(until, language)}) if until else "",
        page["design"],
        page["limit"],
        phrase("exports.withheld", language),
        phrase("exports.numbers", language),
    ]
    keys = {"contents": "contents", "table": "table", "title": "heading", "part": "part", "back": "back"}
    return Book(
        title=phrase("exports.title", language, {"title": content["title"]["title"]}),
        lines=[line for line in lines if line],
        running=" · ".join(filter(None, (page["study"], page["status"], page["synthetic"]))),
        parts=_parts(content),
        words={name: phrase(f"exports.{key}", language) for name, key in keys.items()},
        language=language,
        accent=colours["accent"],
        tint=colours["tint"],
    )
