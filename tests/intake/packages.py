"""Workbooks made part by part, as the programs that write them do; no library makes most of what travels along."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

HEADERS = ("familj", "person", "roll", "vag", "dag", "maende", "timmar", "tak", "klar", "manad", "text")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

TYPES = (
    DECLARED + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
STYLES = (
    f'{DECLARED}<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><color theme="1"/></font>'
    '<font><sz val="11"/><color theme="0"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>'
    '</fill><fill><patternFill patternType="gray125"/></fill></fills><cellXfs count="4"><xf numFmtId="0" fontId="0"'
    ' fillId="0"/><xf numFmtId="14" fontId="0" fillId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1"'
    ' fillId="0"/><xf numFmtId="164" fontId="0" fillId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal"'
    ' xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
THEME = f'{DECLARED}<a:theme xmlns:a="urn:a" name="Anna Andersson"><a:latin typeface="Calibri"/></a:theme>'
CORE = (
    DECLARED
    + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dcterms:created>2015-06-05T18:19:34Z</dcterms:created><dcterms:modified>2024-01-15T07:01:44Z"
    "</dcterms:modified></cp:coreProperties>"
)
ROWS = (
    ("F01", "P001", "vuxen", "t0", 45306, 5, 12.5, 40, 1, "2024-01", "Trivs i skolan"),
    ("F01", "P001", "vuxen", "t1", 45488, 6, 10, 40, 1, "2024-07", ""),
)


def relations(*targets: tuple[str, str, str]) -> str:
    """Relations of a part: id, last word of the kind, target; a target with a colon lies outside the file."""
    outside = {True: ' TargetMode="External"', False: ""}
    lines = (
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{outside[":" in target]}/>'
        for key, kind, target in targets
    )
    return f'{DECLARED}<Relationships xmlns="{PACKAGE}">{"".join(lines)}</Relationships>'


def cell(row: int, number: int, value: object) -> str:
    place = f"{chr(64 + number)}{row}"
    if isinstance(value, str):
        return inline(place, value) if value else ""
    style = ' s="1"' if value in (45306, 45488) else ""
    return f'<c r="{place}"{style}><v>{value}</v></c>'


def sheet(inside: str = "", before: str = "", after: str = "") -> str:
    """A sheet with the headers, two rows and what is given among, before and after them."""
    lines = [
        f'<row r="{row}">' + "".join(cell(row, n, v) for n, v in enumerate(values, start=1)) + "</row>"
        for row, values in enumerate((HEADERS, *ROWS), start=1)
    ]
    return (
        f'{DECLARED}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}<sheetData>{"".join(lines)}{inside}'
        f"</sheetData>{after}</worksheet>"
    )


def inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def bare_sheet(rows: str) -> str:
    """A sheet with nothing but the given rows."""
    return f'{DECLARED}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def book(inside: str = "", before: str = "", after: str = "") -> str:
    return (
        f'{DECLARED}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}<sheets><sheet name="rader" sheetId="1"'
        f' r:id="rId1"/>{inside}</sheets>{after}</workbook>'
    )


def parts(**changed: str) -> dict[str, str]:
    """The parts of a plain workbook; keyword arguments are those of `sheet` and `book`, by `sheet_` and `book_`."""
    of_sheet = {key[6:]: text for key, text in changed.items() if key.startswith("sheet_")}
    of_book = {key[5:]: text for key, text in changed.items() if key.startswith("book_")}
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(
            ("rId1", "officeDocument", "xl/workbook.xml"),
            ("rId2", "core-properties", "docProps/core.xml"),
            ("rId3", "extended-properties", "docProps/app.xml"),
            ("rId4", "custom-properties", "docProps/custom.xml"),
        ),
        "xl/workbook.xml": book(**of_book),
        "xl/_rels/workbook.xml.rels": relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "styles", "styles.xml"),
            ("rId3", "theme", "theme/theme1.xml"),
            ("rId4", "sharedStrings", "/xl/sharedStrings.xml"),
            ("rId5", "worksheet", "worksheets/sheet2.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet(**of_sheet),
        "xl/styles.xml": STYLES,
        "xl/theme/theme1.xml": THEME,
        "xl/sharedStrings.xml": f'{DECLARED}<sst xmlns="{MAIN}"/>',
        "docProps/core.xml": CORE,
    }


def pack(path: Path, content: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(name, text)
    return path
