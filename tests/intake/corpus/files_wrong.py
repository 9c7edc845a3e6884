"""Files that cannot be read as what they claim to be, or that carry more than their table."""

from pathlib import Path

import docx
import openpyxl
from intake.corpus.cases import Cases, either, error, graded, stop, warning
from intake.corpus.files import (
    bomb,
    book,
    compound,
    csv_text,
    patch,
    swap,
    with_macros,
    write_book,
    write_sav,
    zip_of,
)
from intake.corpus.rows import columns, follow_up, put
from openpyxl.comments import Comment
from openpyxl.styles import Border, PatternFill, Side

UNREAD = {"table": None, "rows": None}
case = Cases()


@case("Molnplats.xlsx", "stop", stop("empty_file"), **UNREAD)
def placeholder(path: Path) -> None:
    """A workbook that the cloud has not fetched yet: no bytes."""
    path.write_bytes(b"")


@case("bara_ramar.xlsx", "stop", stop("empty_file"), **UNREAD)
def only_borders(path: Path) -> None:
    """Two sheets with frames and colours, and not one filled cell."""
    made = book(Blad1=[], Blad2=[])
    for row in made["Blad2"]["A1:K40"]:
        for cell in row:
            cell.border = Border(bottom=Side("thin"))
            cell.fill = PatternFill("solid", fgColor="FFDDEEFF")
    made.save(path)


@case("bok_som_text.csv", "stop", stop("file_type_mismatch"), **UNREAD)
def workbook_as_csv(path: Path) -> None:
    """A workbook whose ending was changed to csv."""
    write_book(path, Data=follow_up(2))


@case("text_som_bok.xlsx", "stop", stop("file_type_mismatch"), **UNREAD)
def csv_as_workbook(path: Path) -> None:
    """Comma-separated text with the ending of a workbook."""
    path.write_text(csv_text(follow_up(2), ",", decimal="."), "utf-8")


@case("brev.xlsx", "stop", stop("file_type_mismatch"), **UNREAD)
def letter_as_workbook(path: Path) -> None:
    """A Word document whose ending was changed to xlsx."""
    made = docx.Document()
    made.add_paragraph("Hej, här kommer filen.")
    made.save(str(path))


@case("system.xlsx", "stop", stop("file_type_mismatch"), **UNREAD)
def page_as_workbook(path: Path) -> None:
    """A web page that a case system calls a workbook, with a blank line and a comment before its tags."""
    path.write_text(
        "\r\n<!-- export --><HTML><body><table><tr><td>familj_id</td></tr></table></body></HTML>", "utf-8"
    )


@case("matning.sav", "stop", stop("file_type_mismatch"), **UNREAD)
def workbook_as_spss(path: Path) -> None:
    """A workbook whose ending was changed to sav."""
    write_book(path, Data=follow_up(2))


@case("xml2003.xls", "stop", either(stop("unsupported_format"), stop("file_type_mismatch")), **UNREAD)
def xml_spreadsheet(path: Path) -> None:
    """Excel 2003 XML, which case systems write and call xls."""
    path.write_text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com'
        ':office:spreadsheet"><Worksheet/></Workbook>', "utf-8",
    )  # fmt: skip


@case("gammal.xls", "stop", stop("unsupported_format"), **UNREAD)
def old_excel(path: Path) -> None:
    """Excel 97-2003: a compound file with a stream of the name Workbook."""
    compound(path, ("Workbook",))


@case("kalkyl.ods", "stop", stop("unsupported_format"), **UNREAD)
def open_document(path: Path) -> None:
    """A spreadsheet of LibreOffice."""
    zip_of(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office/>"})


@case("samlat.zip", "stop", stop("unsupported_format"), **UNREAD)
def archive(path: Path) -> None:
    """An archive with the three tables inside."""
    zip_of(path, {"uppfoljning.csv": csv_text(follow_up(2)), "bakgrund.csv": "person_id;adhd\r\nP001;ja\r\n"})


@case("mac.numbers", "stop", stop("unsupported_format"), **UNREAD)
def apple_numbers(path: Path) -> None:
    """A spreadsheet of Apple."""
    zip_of(path, {"Index/Document.iwa": "x", "preview.jpg": "x"})


@case("skyddad.xlsm", "stop", stop("password_protected"), **UNREAD)
def encrypted(path: Path) -> None:
    """A macro workbook with a password: a compound file round an encrypted package."""
    compound(path, ("EncryptedPackage", "EncryptionInfo"))


@case("avhuggen.xlsx", "stop", stop("corrupt_file"), **UNREAD)
def cut_workbook(path: Path) -> None:
    """A workbook of which the last third did not arrive."""
    write_book(path, Data=follow_up(9))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])


@case("rota.xlsx", "stop", stop("corrupt_file"), **UNREAD)
def broken_sheet(path: Path) -> None:
    """A workbook that unpacks, but whose sheet ends in the middle of a row."""
    write_book(path, Data=follow_up(9))
    patch(path, "xl/worksheets/sheet1.xml", lambda content: content[: len(content) // 2])


@case("avhuggen.sav", "stop", stop("corrupt_file"), **UNREAD)
def cut_spss(path: Path) -> None:
    """An SPSS file cut off among its variables."""
    write_sav(path, columns(follow_up(9), "familj_id", "person_id", "roll", "matvag", "maende"))
    path.write_bytes(path.read_bytes()[:400])


@case("uppsvalld.xlsx", "stop", stop("too_large"), **UNREAD)
def swollen(path: Path) -> None:
    """A sheet of one gigabyte, packed to one megabyte."""
    bomb(path, 1024, told=2**30)


@case("smusslad.xlsx", "stop", either(stop("too_large"), stop("corrupt_file")), **UNREAD)
def swollen_in_secret(path: Path) -> None:
    """The same, told by the archive to be one kilobyte."""
    bomb(path, 1024, told=1000)


@case(
    "dolda_delar.xlsx", "stop",
    stop("hidden_content", "sheet Listor"),
    graded("warning error stop", "hidden_content", "row 14"),
    graded("warning error stop", "hidden_content", "column J", "steg"),
    error("out_of_range", "J14", "steg"),
    error("out_of_range", "F15", "maende"),
)  # fmt: skip
def hidden_parts(path: Path) -> None:
    """A hidden sheet with lists, hidden rows 14-15 and hidden column J, and faults in what is hidden."""
    made = book(Data=put(follow_up(9), {"F15": 0}), Listor=[["barn"], ["foralder"]])
    made["Data"]["J14"] = 12
    made["Listor"].sheet_state = "hidden"
    for row in (14, 15):
        made["Data"].row_dimensions[row].hidden = True
    made["Data"].column_dimensions["J"].hidden = True
    made.save(path)


@case(
    "filtrerad.xlsx", "warning",
    graded("warning error stop", "hidden_content", "row 32"),
    also=("error", "stop"), must_not=(stop("hidden_content", "row 5"), warning("hidden_content", "row 5")),
)  # fmt: skip
def filtered(path: Path) -> None:
    """A filter hides family 4 (rows 32 to 40); nothing else is wrong."""
    made = book(Data=follow_up(9))
    made["Data"].auto_filter.ref = "A1:K91"
    for row in range(32, 41):
        made["Data"].row_dimensions[row].hidden = True
    made.save(path)


@case(
    "anteckning.xlsx", "stop",
    either(stop("hidden_content", "E20", "matdatum"), stop("direct_identifier", "E20", "matdatum")),
    either(stop("hidden_content", "A91", "familj_id"), stop("direct_identifier", "A91", "familj_id")),
    never=("Britta Låtsas", "070-174 06 41", "enligt skolan", "flyttat till fosterhem"),
)  # fmt: skip
def notes(path: Path) -> None:
    """A note in E20 with a telephone number, a harmless one in the last row."""
    made = book(Data=follow_up(9))
    made["Data"]["E20"].comment = Comment("Ring 070-174 06 41 enligt skolan", "Britta Låtsas")
    made["Data"]["A91"].comment = Comment("flyttat till fosterhem", "Britta Låtsas")
    made.save(path)


@case(
    "egenskaper.xlsx", "stop", graded("stop warning", "document_properties"), also=("warning",),
    never=("Britta Låtsas", "britta.latsas@example.org", "Familjen Påhittsson", "070-174 06 42"),
)  # fmt: skip
def properties(path: Path) -> None:
    """Author, last author, title, manager and a property of one's own name persons."""
    made = book(Data=follow_up(9))
    made.properties.creator, made.properties.lastModifiedBy = "Britta Låtsas", "britta.latsas@example.org"
    made.properties.title, made.properties.description = "Familjen Påhittsson", "Tel 070-174 06 42"
    made.save(path)
    swap(path, "docProps/app.xml", "</Properties>", "<Manager>Britta Låtsas</Manager></Properties>")


@case("arbetsbok_utan_innehall.xlsm", "stop", stop("empty_file"), **UNREAD)
def empty_macro_book(path: Path) -> None:
    """A macro workbook with one empty sheet."""
    openpyxl.Workbook().save(path)
    with_macros(path)
