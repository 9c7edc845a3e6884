"""Workbooks as other programs pack them, and parts of a workbook that nobody sees on the screen."""

from pathlib import Path
from xml.sax.saxutils import escape

from intake.corpus.cases import Cases, either, error, graded, stop, wanted, warning
from intake.corpus.files import as_text, book, patch, swap, write_book, zip_of
from intake.corpus.persons_wrong import BOY, GIRL, dashed
from intake.corpus.rows import Grid, follow_up, put

case = Cases()
SIX = 60
"""Rows of six families, twenty persons, three waves."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def bare_parts(sheet: str, entity: str = "", main: str = MAIN, relations: str = RELATIONS) -> dict[str, str]:
    """The least that is a workbook: no styles, no shared strings, no properties."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override '
        f'PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{relations}'
        '/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="Data" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?>{entity}<worksheet xmlns="{main}">{sheet}</worksheet>',
    }  # fmt: skip


def inline_rows(grid: Grid) -> str:
    """Sheet data with text in the cells and without a single address, as small writers do; dates are text."""
    rows = []
    for row in grid:
        cells = [
            "<c/>" if value is None
            else f"<c><v>{value}</v></c>" if isinstance(value, (int, float))
            else f'<c t="inlineStr"><is><t>{escape(as_text(value))}</t></is></c>'
            for value in row
        ]  # fmt: skip
        rows.append(f"<row>{''.join(cells)}</row>")
    return f"<sheetData>{''.join(rows)}</sheetData>"


@case(
    "utan_adresser.xlsx", "error", error("out_of_range", "F61", "maende"), error("unknown_code", "C5", "roll"),
    rows=SIX, must_not=(error(None, "G5"),),
)  # fmt: skip
def without_addresses(path: Path) -> None:
    """A small writer's workbook: text in the cells, no styles, no addresses; faults in C5 and in the last row."""
    zip_of(path, bare_parts(inline_rows(put(follow_up(6), {"F61": 11, "C5": "kusin"}))))


@case("fel_matt.xlsx", "ok", rows=SIX)
def wrong_dimension(path: Path) -> None:
    """The sheet claims to fill every cell that Excel has; nothing else is wrong."""
    sheet = inline_rows(follow_up(6))
    zip_of(path, bare_parts(f'<dimension ref="A1:XFD1048576"/>{sheet}'))


@case(
    "frammande_entitet.xlsx", "stop", graded("stop", "corrupt_file", None), table=None, rows=None,
    never=("root:x:0:0", "/etc/passwd"),
)  # fmt: skip
def external_entity(path: Path) -> None:
    """A sheet that wants to read a file of this machine into its first cell."""
    entity = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    sheet = "<sheetData><row><c t='inlineStr'><is><t>&f;</t></is></c></row></sheetData>"
    zip_of(path, bare_parts(sheet, entity))


@case(
    "~$uppfoljning.xlsx", "stop",
    either(stop("file_type_mismatch"), stop("corrupt_file"), stop("unsupported_format")), table=None, rows=None,
    never=("Lisa Låtsas",),
)  # fmt: skip
def lock_file(path: Path) -> None:
    """The lock file that Excel keeps beside an open workbook: it holds the user's name."""
    name = "Lisa Låtsas"
    wide = f"{name:<54}".encode("utf-16-le")
    path.write_bytes(bytes([len(name)]) + f"{name:<54}".encode("cp1252") + bytes([len(name), 0]) + wide)


@case(
    "skyddat_blad.xlsx", "error", error("not_an_integer", "J2", "steg"), rows=SIX,
    must_not=(wanted(None, "password_protected"), wanted(None, "hidden_content")),
)  # fmt: skip
def protected_sheet(path: Path) -> None:
    """A sheet whose cells are locked can be read; half a step in J2."""
    made = book(Data=put(follow_up(6), {"J2": 1.5}))
    made["Data"].protection.sheet, made["Data"].protection.password = True, "hemligt"
    made.save(path)


@case(
    "tradad_kommentar.xlsx", "stop", either(stop("hidden_content"), stop("direct_identifier")), rows=SIX,
    never=("Lisa Låtsas", "lisa.latsas@example.org", "ringer hem varje dag"),
)  # fmt: skip
def threaded_comment(path: Path) -> None:
    """A conversation in the margin, as new Excel keeps it, with its writer's name in a part of its own."""
    write_book(path, Data=follow_up(6))
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    patch(path, "xl/persons/person.xml", lambda _: (
        f'<personList xmlns="{space}"><person displayName="Lisa Låtsas" id="{{1}}" userId='
        '"lisa.latsas@example.org" providerId="AD"/></personList>').encode())  # fmt: skip
    patch(path, "xl/threadedComments/threadedComment1.xml", lambda _: (
        f'<ThreadedComments xmlns="{space}"><threadedComment ref="E20" personId="{{1}}" id="{{2}}"><text>'
        "ringer hem varje dag</text></threadedComment></ThreadedComments>").encode())  # fmt: skip
    patch(path, "xl/worksheets/_rels/sheet1.xml.rels", lambda _: (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/'
        'office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>'
        "</Relationships>").encode())  # fmt: skip


@case(
    "egna_egenskaper.xlsx", "stop",
    either(warning("document_properties"), stop("document_properties"), stop("direct_identifier"),
           warning("possible_identifier"), stop("possible_identifier")),
    also=("warning",), rows=SIX, never=("Lisa Låtsas", "lisa.latsas"),
)  # fmt: skip
def custom_properties(path: Path) -> None:
    """A property of one's own names the official in charge."""
    write_book(path, Data=follow_up(6))
    patch(path, "docProps/custom.xml", lambda _: (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt='
        '"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid='
        '"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Handläggare"><vt:lpwstr>Lisa Låtsas</vt:lpwstr>'
        "</property></Properties>").encode())  # fmt: skip


@case(
    "sokvag.xlsx", "warning",
    either(*(one(rule) for one in (warning, stop) for rule in
             ("document_properties", "direct_identifier", "possible_identifier"))),
    also=("stop",), rows=SIX, never=("Lisa.Låtsas", "Lisa Låtsas", "Familjen Påhittsson"),
)  # fmt: skip
def saved_path(path: Path) -> None:
    """Excel keeps the folder the workbook was last saved in: the user's name and the family's stand in it."""
    write_book(path, Data=follow_up(6))
    swap(path, "xl/workbook.xml", "<sheets>", (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        'Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" '
        'url="C:\\Users\\Lisa Låtsas\\Familjen Påhittsson\\"/></mc:Choice></mc:AlternateContent><sheets>'))  # fmt: skip


@case(
    "extern_lank.xlsx", "stop", either(stop("direct_identifier"), stop("hidden_content")), rows=SIX,
    never=(GIRL, dashed(GIRL, "20"), f"20{GIRL}"),
)  # fmt: skip
def external_link(path: Path) -> None:
    """A link to another workbook keeps copies of that workbook's cells: an identity number."""
    write_book(path, Data=follow_up(6))
    patch(path, "xl/externalLinks/externalLink1.xml", lambda _: (
        f'<externalLink xmlns="{MAIN}"><externalBook><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" '
        f't="str"><v>{dashed(GIRL, "20")}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>'
    ).encode())  # fmt: skip
    swap(path, "[Content_Types].xml", "</Types>", (
        '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.externalLink+xml"/></Types>'))  # fmt: skip


@case(
    "textruta.xlsx", "stop", either(stop("direct_identifier"), stop("hidden_content")), rows=SIX,
    never=(BOY, dashed(BOY, "20"), f"20{BOY}"),
)  # fmt: skip
def text_box(path: Path) -> None:
    """A box of text lies over the sheet, with an identity number."""
    write_book(path, Data=follow_up(6))
    draw = "http://schemas.openxmlformats.org/drawingml/2006"
    patch(path, "xl/drawings/drawing1.xml", lambda _: (
        f'<xdr:wsDr xmlns:xdr="{draw}/spreadsheetDrawing" xmlns:a="{draw}/main"><xdr:absoluteAnchor><xdr:sp>'
        f"<xdr:txBody><a:p><a:r><a:t>gäller {dashed(BOY, '20')}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        "</xdr:absoluteAnchor></xdr:wsDr>").encode())  # fmt: skip


@case("strikt.xlsx", "ok", rows=SIX)
def strict_namespace(path: Path) -> None:
    """Saved as "Strict Open XML": the same in other namespaces."""
    main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    zip_of(path, bare_parts(inline_rows(follow_up(6)), main=main, relations=relations))
