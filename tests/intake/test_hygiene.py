"""What travels along in a workbook: found wherever it hides, named by what carries it, and never repeated."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from intake.packages import DECLARED, MAIN, OFFICE, bare_sheet, book, inline, pack, parts, relations, sheet

from fou_eval.declaration.reading import Declaration
from fou_eval.intake.answer import check_json
from fou_eval.intake.own import sealed
from fou_eval.language import phrase

NAME = "Anna Andersson"
NUMBER = "850709-9805"
DRAWING = 'xmlns:a="urn:a" xmlns:xdr="urn:x" xmlns:c="urn:c"'
SAYS = f'xmlns="{MAIN}"'


def answer(path: Path, declaration: Declaration) -> dict:
    found = check_json(path, declaration)
    said = json.dumps(found, ensure_ascii=False).casefold()
    for secret in ("anna", "andersson", "850709", "9805", "example.org"):
        assert not re.search(rf"(?<!\w){secret}(?!\w)", said), secret
    return found


def carried(found: dict, carrier: str) -> list[tuple[str, str, str | None, str | None]]:
    words = phrase(f"issue.carrier.{carrier}", "sv")
    return [
        (issue["severity"], issue["rule"], issue["sheet"], issue["cell"])
        for issue in found["issues"]
        if issue["message"].startswith(words)
    ]


ON_SHEET = {
    "validation": (
        "sheet_after",
        (
            f'<dataValidations><dataValidation sqref="C2:C9 E2" type="list"><formula1>"{NAME},Bo Ek"</formula1>'
            "</dataValidation></dataValidations>"
        ),
        ("stop", "direct_identifier", "rader", "C2:C9"),
    ),
    "validation prompt": (
        "sheet_after",
        f'<dataValidations><dataValidation sqref="C2" prompt="Ring {NAME}"/></dataValidations>',
        ("stop", "direct_identifier", "rader", "C2"),
    ),
    "format_rule": (
        "sheet_after",
        f'<conditionalFormatting sqref="F2:F9"><formula>$A2="{NAME}"</formula></conditionalFormatting>',
        ("stop", "direct_identifier", "rader", "F2:F9"),
    ),
    "header_footer": (
        "sheet_after",
        f'<headerFooter><oddHeader>&amp;L&amp;"Calibri,Fet"&amp;12{NAME}&amp;R&amp;D</oddHeader></headerFooter>',
        ("stop", "direct_identifier", "rader", None),
    ),
    "filter": (
        "sheet_after",
        (
            '<autoFilter ref="A1:K9"><filterColumn colId="1"><filters><filter val="8507099805"/></filters>'
            "</filterColumn></autoFilter>"
        ),
        ("stop", "direct_identifier", "rader", "A1:K9"),
    ),
    "hyperlink": (
        "sheet_after",
        f'<hyperlinks><hyperlink ref="C2" tooltip="{NAME}"/></hyperlinks>',
        ("stop", "direct_identifier", "rader", "C2"),
    ),
    "sheet": (
        "sheet_before",
        f'<sheetPr codeName="Blad_{NAME.replace(" ", "_")}"/>',
        ("stop", "direct_identifier", "rader", None),
    ),
    "formula": (
        "sheet_inside",
        f'<row r="4"><c r="A4" t="str"><f>IF(B2="{NAME}","F02","F03")</f><v>F02</v></c></row>',
        ("stop", "direct_identifier", "rader", "A4"),
    ),
    "phonetic": (
        "sheet_inside",
        f'<row r="4"><c r="A4" t="inlineStr"><is><t>F02</t><rPh><t>{NAME}</t></rPh></is></c></row>',
        ("stop", "direct_identifier", "rader", "A4"),
    ),
    "defined_name": (
        "book_after",
        (
            f'<definedNames><definedName name="Anna_Andersson">rader!$A$1</definedName>'
            f'<definedName name="nyckel">"{NAME}"</definedName></definedNames>'
        ),
        ("stop", "direct_identifier", None, None),
    ),
    "path": (
        "book_before",
        '<x15ac:absPath xmlns:x15ac="urn:y" url="C:\\Users\\anna.andersson\\Documents\\"/>',
        ("warning", "possible_identifier", None, None),
    ),
    "author": (
        "book_before",
        f'<fileSharing userName="{NAME}"/>',
        ("warning", "possible_identifier", None, None),
    ),
}


@pytest.mark.parametrize("case", ON_SHEET)
def test_sheets_and_workbooks_are_searched_outside_their_cells(
    tmp_path: Path, declaration: Declaration, case: str
) -> None:
    where, markup, expected = ON_SHEET[case]
    found = answer(pack(tmp_path / "fil.xlsx", parts(**{where: markup})), declaration)
    assert carried(found, case.split(maxsplit=1)[0]) == [expected]
    assert found["rows"] in (2, 3)


PARTS = {
    "xl/comments1.xml": (
        (
            f'<comments {SAYS}><authors><author>Bo</author></authors><commentList><comment ref="F2"><text><r>'
            f"<t>Anna </t></r><r><t>Andersson</t></r></text></comment></commentList></comments>"
        ),
        "comment",
        ("stop", "direct_identifier", "rader", "F2"),
    ),
    "xl/drawings/drawing1.xml": (
        (
            f"<xdr:wsDr {DRAWING}><xdr:txBody><a:p><a:r><a:rPr><a:latin/></a:rPr><a:t>Anna </a:t></a:r><a:r><a:rPr>"
            "<a:latin/></a:rPr><a:t>Andersson</a:t></a:r></a:p></xdr:txBody></xdr:wsDr>"
        ),
        "drawing",
        ("stop", "direct_identifier", "rader", None),
    ),
    "xl/drawings/vmlDrawing1.vml": (
        f"<xml><v:shape><div>ring<br>{NAME}</div></v:shape></xml>",  # not well formed, as Excel once wrote it
        "drawing",
        ("stop", "direct_identifier", "rader", None),
    ),
    "xl/tables/table1.xml": (
        f'<table {SAYS} displayName="T"><tableColumn name="{NAME}"/></table>',
        "table",
        ("stop", "direct_identifier", "rader", None),
    ),
    "xl/charts/chart1.xml": (
        f"<c:chartSpace {DRAWING}><c:strCache><c:pt><c:v>{NAME}</c:v></c:pt></c:strCache></c:chartSpace>",
        "chart",
        ("stop", "direct_identifier", "rader", None),
    ),
    "xl/pivotCache/pivotCacheRecords1.xml": (
        f'<pivotCacheRecords {SAYS}><r><s v="{NAME}"/><n v="8507099805"/></r></pivotCacheRecords>',
        "pivot_cache",
        ("stop", "direct_identifier", None, None),
    ),
    "xl/externalLinks/externalLink1.xml": (
        f'<externalLink {SAYS}><cell r="A1" t="str"><v>{NAME}</v></cell></externalLink>',
        "external_link",
        ("stop", "direct_identifier", None, None),
    ),
    "xl/connections.xml": (
        f'<connections {SAYS}><connection name="q" connection="User ID=anna.andersson;Password=x"/></connections>',
        "connection",
        ("warning", "possible_identifier", None, None),
    ),
    "xl/queryTables/queryTable1.xml": (
        f"<queryTable {SAYS}><d>SELECT * WHERE pnr = '{NUMBER}'</d></queryTable>",
        "connection",
        ("stop", "direct_identifier", None, None),
    ),
    "xl/revisions/revisionLog1.xml": (
        f"<revisions {SAYS}><oc><is><t>{NAME}</t></is></oc></revisions>",
        "revision",
        ("stop", "direct_identifier", None, None),
    ),
    "xl/revisions/userNames.xml": (
        f'<users {SAYS}><userInfo name="{NAME}"/></users>',
        "revision",
        ("stop", "direct_identifier", None, None),
    ),
    "xl/slicerCaches/slicerCache1.xml": (
        f'<slicerCacheDefinition {SAYS}><i n="{NAME}"/></slicerCacheDefinition>',
        "slicer",
        ("stop", "direct_identifier", None, None),
    ),
    "customXml/item1.xml": (
        f"<r><DisplayName>{NAME}</DisplayName></r>",
        "custom_xml",
        ("warning", "possible_identifier", None, None),
    ),
    "customXml/item2.xml": (
        f"<r><x>{NUMBER}</x></r>",
        "custom_xml",
        ("stop", "direct_identifier", None, None),
    ),
    "docProps/app.xml": (
        "<Properties><Application>LibreOffice/7.3.7.2</Application><Manager>Bosse</Manager></Properties>",
        "manager",
        ("warning", "possible_identifier", None, None),
    ),
    "docProps/custom.xml": (
        f'<Properties><property name="pnr"><vt:lpwstr xmlns:vt="urn:v">{NUMBER}</vt:lpwstr></property></Properties>',
        "property",
        ("stop", "direct_identifier", None, None),
    ),
    "xl/worksheets/sheet9.xml": (
        bare_sheet(f'<row r="1">{inline("A1", NAME)}</row>'),
        "other",
        ("stop", "direct_identifier", None, None),
    ),
    "_xmlsignatures/sig1.xml": (
        f"<Signature><X509SubjectName>CN={NAME}</X509SubjectName></Signature>",
        "signature",
        ("warning", "possible_identifier", None, None),
    ),
}
OF_SHEET = relations(
    ("rId1", "comments", "../comments1.xml"),
    ("rId2", "drawing", "../drawings/drawing1.xml"),
    ("rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
    ("rId4", "table", "../tables/table1.xml"),
    ("rId5", "hyperlink", "mailto:anna.andersson%40example.org"),
)


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_searched(tmp_path: Path, declaration: Declaration, name: str) -> None:
    markup, carrier, expected = PARTS[name]
    made = parts()
    made["xl/worksheets/_rels/sheet1.xml.rels"] = OF_SHEET.replace("mailto", "file").replace("%40", "/")
    made["xl/drawings/_rels/drawing1.xml.rels"] = relations(("rId1", "chart", "../charts/chart1.xml"))
    made["xl/drawings/drawing1.xml"] = f"<xdr:wsDr {DRAWING}/>"
    made[name] = markup
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert carried(found, carrier) == [expected]


def test_the_address_of_a_link_is_found_at_its_cell(tmp_path: Path, declaration: Declaration) -> None:
    made = parts(sheet_after='<hyperlinks><hyperlink ref="C3" r:id="rId5"/></hyperlinks>')
    made["xl/worksheets/_rels/sheet1.xml.rels"] = OF_SHEET
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert carried(found, "hyperlink") == [("stop", "direct_identifier", "rader", "C3")]


def test_paths_of_other_workbooks_name_their_user(tmp_path: Path, declaration: Declaration) -> None:
    made = parts()
    made["xl/externalLinks/externalLink1.xml"] = f"<externalLink {SAYS}/>"
    made["xl/externalLinks/_rels/externalLink1.xml.rels"] = relations(
        ("rId1", "externalLinkPath", "file:///C:/Users/anna%20andersson/nyckel.xlsx")
    )
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert carried(found, "path") == [("warning", "possible_identifier", None, None)]


def test_texts_that_no_cell_uses_any_more_are_found(tmp_path: Path, declaration: Declaration) -> None:
    made = parts()
    made["xl/sharedStrings.xml"] = (
        f"{DECLARED}<sst {SAYS}><si><t>{NUMBER}</t></si><si><r><t>Anna </t></r><r><t>Andersson</t></r></si></sst>"
    )
    assert carried(answer(pack(tmp_path / "fil.xlsx", made), declaration), "leftover") == [
        ("stop", "direct_identifier", None, None)
    ]


def test_a_number_format_can_hold_a_name(tmp_path: Path, declaration: Declaration) -> None:
    made = parts()
    made["xl/styles.xml"] = made["xl/styles.xml"].replace(
        "<fonts ", f'<numFmts><numFmt numFmtId="164" formatCode="0 &quot;{NAME}&quot;"/></numFmts><fonts '
    )
    assert carried(answer(pack(tmp_path / "fil.xlsx", made), declaration), "number_format") == [
        ("stop", "direct_identifier", None, None)
    ]


def test_printer_settings_can_hold_a_path(tmp_path: Path, declaration: Declaration) -> None:
    made: dict[str, str | bytes] = {
        **parts(),
        "xl/printerSettings/printerSettings1.bin": b"\x01\x00\xff"
        + "\\\\server\\Anna Anderssons skrivare".encode("utf-16-le"),
    }
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert found["outcome"] in ("ok", "warning")
    made["xl/printerSettings/printerSettings1.bin"] = b"\x01" + "Anna Andersson".encode("utf-16-le")
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert carried(found, "printer") == [("warning", "possible_identifier", None, None)]


def hidden(found: dict) -> set[tuple[str, str | None, str | int | None]]:
    return {
        (issue["severity"], issue["sheet"], issue["cell"] or issue["row"] or issue["column"])
        for issue in found["issues"]
        if issue["rule"] == "hidden_content"
    }


@pytest.mark.parametrize(
    ("where", "markup", "place"),
    [
        ("sheet_before", '<cols><col min="6" max="6" hidden="1"/></cols>', "maende"),
        ("sheet_before", '<cols><col min="6" max="6" width="0"/></cols>', "maende"),
        ("sheet_before", '<cols><col min="6" max="16384" width="0.1" outlineLevel="1"/></cols>', "maende"),
        ("sheet_inside", '<row r="4" hidden="1"><c r="A4" t="inlineStr"><is><t>F02</t></is></c></row>', 4),
        ("sheet_inside", '<row r="4" ht="0"><c r="A4" t="inlineStr"><is><t>F02</t></is></c></row>', 4),
        ("sheet_inside", '<row r="4"><c r="A4" s="2" t="inlineStr"><is><t>F02</t></is></c></row>', "A4"),
    ],
)
def test_what_cannot_be_seen_is_pointed_out(
    tmp_path: Path, declaration: Declaration, where: str, markup: str, place: str | int
) -> None:
    found = answer(pack(tmp_path / "fil.xlsx", parts(**{where: markup})), declaration)
    assert ("warning", "rader", place) in hidden(found)


def test_a_format_that_shows_nothing_is_pointed_out(tmp_path: Path, declaration: Declaration) -> None:
    made = parts(sheet_inside='<row r="4"><c r="F4" s="3"><v>5</v></c></row>')
    made["xl/styles.xml"] = made["xl/styles.xml"].replace(
        "<fonts ", '<numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts><fonts '
    )
    assert ("warning", "rader", "F4") in hidden(answer(pack(tmp_path / "fil.xlsx", made), declaration))


def test_hidden_rows_of_a_sheet_that_is_no_table_are_pointed_out(
    tmp_path: Path, declaration: Declaration
) -> None:
    made = parts(book_inside='<sheet name="anteckningar" sheetId="2" r:id="rId5"/>')
    made["xl/worksheets/sheet2.xml"] = bare_sheet('<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>')
    assert ("warning", "anteckningar", 2) in hidden(answer(pack(tmp_path / "fil.xlsx", made), declaration))


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_stop_and_are_searched(tmp_path: Path, declaration: Declaration, state: str) -> None:
    made = parts(book_inside=f'<sheet name="nyckel" sheetId="2" state="{state}" r:id="rId5"/>')
    made["xl/worksheets/sheet2.xml"] = bare_sheet(f'<row r="1">{inline("A1", NAME)}</row>')
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    words = phrase("issue.hidden_content." + {"hidden": "sheet"}.get(state, "very_hidden"), "sv")
    assert [i["sheet"] for i in found["issues"] if i["message"] == words] == ["nyckel"]
    assert ("direct_identifier", "nyckel", "A1") in {
        (i["rule"], i["sheet"], i["cell"]) for i in found["issues"]
    }


def test_what_lies_under_a_merged_cell_is_not_read_but_searched(
    tmp_path: Path, declaration: Declaration
) -> None:
    under = f'<row r="4">{inline("A4", "F02")}{inline("B4", NAME)}</row>'
    made = parts(sheet_inside=under, sheet_after='<mergeCells><mergeCell ref="A4:B4"/></mergeCells>')
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert carried(found, "merged") == [("stop", "direct_identifier", "rader", "B4")]


def test_two_sheets_of_one_name_are_told_apart(tmp_path: Path, declaration: Declaration) -> None:
    made = parts(book_inside='<sheet name="Rader" sheetId="2" state="hidden" r:id="rId5"/>')
    made["xl/worksheets/sheet2.xml"] = sheet()
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert "#2" in {issue["sheet"] for issue in found["issues"] if issue["severity"] == "stop"}


def test_a_chart_sheet_is_searched_and_counts_as_a_tab(tmp_path: Path, declaration: Declaration) -> None:
    made = parts(book_inside='<sheet name="Anna Andersson" sheetId="2" r:id="rId5"/>')
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"',
        f'Type="{OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"',
    )
    made["xl/chartsheets/sheet1.xml"] = (
        f"<chartsheet {SAYS}><headerFooter><oddFooter>{NAME}</oddFooter></headerFooter></chartsheet>"
    )
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert carried(found, "header_footer") == [("stop", "direct_identifier", "#2", None)]


def test_a_sheet_of_macros_is_searched_and_named(tmp_path: Path, declaration: Declaration) -> None:
    made = parts(book_inside='<sheet name="Makro1" sheetId="2" r:id="rId5"/>')
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"',
        'Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"',
    )
    made["xl/macrosheets/sheet1.xml"] = bare_sheet(f'<row r="1">{inline("A1", NAME)}</row>')
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert carried(found, "other") == [("stop", "direct_identifier", "Makro1", None)]
    assert phrase("issue.hidden_content.macro", "sv") in {issue["message"] for issue in found["issues"]}


def test_comments_are_found_whatever_their_part_is_called(tmp_path: Path, declaration: Declaration) -> None:
    made = parts()
    made["xl/worksheets/_rels/sheet1.xml.rels"] = relations(("rId1", "comments", "/strange/notes.xml"))
    made["strange/notes.xml"] = (
        f'<comments {SAYS}><comment ref="F2"><text><t>ok</t></text></comment></comments>'
    )
    assert ("stop", "rader", "F2") in hidden(answer(pack(tmp_path / "fil.xlsx", made), declaration))


EXCEL = {
    "book_before": '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="27328"/><workbookPr'
    ' defaultThemeVersion="166925"/><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="x15">'
    '<x15ac:absPath xmlns:x15ac="urn:y" url="C:\\Users\\amdn01\\Documents\\"/></mc:Choice></mc:AlternateContent>'
    '<xr:revisionPtr xmlns:xr="urn:xr" revIDLastSave="0" documentId="13_ncr:1_{850709F1-9805-4A1E-8507-0998058507AA}"/>'
    '<bookViews><workbookView xWindow="-108" yWindow="-108" windowWidth="23256" xr2:uid="{85070998-0585-0709-9805-'
    '850709980512}" xmlns:xr2="urn:xr2"/></bookViews>',
    "book_after": '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">rader!$1:$1</definedName>'
    '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">rader!$A$1:$K$3</definedName></definedNames>'
    '<calcPr calcId="191029"/>',
    "sheet_before": '<sheetPr codeName="Blad1"/><dimension ref="A1:K3"/><sheetViews><sheetView tabSelected="1"'
    ' workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    '</sheetViews><cols><col min="1" max="1" width="12.6640625" customWidth="1"/></cols>',
    "sheet_after": '<sheetProtection password="CC3D" sheet="1"/><autoFilter ref="A1:K3" xr:uid="{00000000-0001-0000'
    '-0000-000000000000}" xmlns:xr="urn:xr"/><dataValidations count="1"><dataValidation type="list" sqref="C2:C99">'
    '<formula1>"barn,vuxen"</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7"/>'
    '<headerFooter><oddFooter>&amp;CSida &amp;P av &amp;N</oddFooter></headerFooter>',
}  # fmt: skip
EXCEL_APP = (
    "<Properties><Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><Company>Exempelstads kommun"
    "</Company><TotalTime>0</TotalTime><AppVersion>16.0300</AppVersion></Properties>"
)
LIBRE_APP = (
    "<Properties><TotalTime>85</TotalTime><Application>LibreOffice/7.3.7.2$Linux_X86_64 LibreOffice_project/30$Build-2"
    "</Application><AppVersion>15.0000</AppVersion></Properties>"
)
SHAREPOINT = (
    '<ct:contentTypeSchema xmlns:ct="urn:ct" ct:_="" ma:_="" xmlns:ma="urn:ma" ma:contentTypeName="Dokument" '
    'ma:contentTypeID="0x01010085070998058507099805850709" ma:versionID="1b850709980548507099805850709980">'
    "<title>Innehållstyp</title></ct:contentTypeSchema>"
)


@pytest.mark.parametrize("make", ["excel", "libreoffice", "sharepoint"])
def test_clean_workbooks_of_ordinary_make_stay_clean(
    tmp_path: Path, declaration: Declaration, make: str
) -> None:
    made = parts(**EXCEL) if make != "libreoffice" else parts()
    made["docProps/app.xml"] = LIBRE_APP if make == "libreoffice" else EXCEL_APP
    if make == "sharepoint":
        made["customXml/item1.xml"] = SHAREPOINT
        made["customXml/itemProps1.xml"] = (
            '<ds:datastoreItem ds:itemID="{85070998-0585-0709-9805-850709980512}" xmlns:ds="urn:ds"/>'
        )
    found = check_json(pack(tmp_path / "fil.xlsx", made), declaration)
    rules = {
        "direct_identifier",
        "possible_identifier",
        "identifying_id",
        "hidden_content",
        "document_properties",
    }
    assert [issue for issue in found["issues"] if issue["rule"] in rules] == []
    assert found["rows"] == 2
    assert found["outcome"] in ("ok", "warning")


def test_a_clean_workbook_of_openpyxl_stays_clean(
    workbook: Callable[..., Path], declaration: Declaration
) -> None:
    def change(made: openpyxl.Workbook, _: object) -> None:
        made.properties.creator = "openpyxl"

    row = ("F01", "P001", "barn", "t0", None, 5, 12.5, None, None, None, "Trivs")
    found = check_json(workbook([row], change=change), declaration)
    assert {issue["severity"] for issue in found["issues"]} <= {"warning", "info"}
    assert "document_properties" not in {issue["rule"] for issue in found["issues"]}


def test_a_strict_workbook_and_one_with_prefixes_are_read(tmp_path: Path, declaration: Declaration) -> None:
    made = parts()
    strict = {
        name: text.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, text in made.items()
    }
    assert check_json(pack(tmp_path / "strict.xlsx", strict), declaration)["rows"] == 2
    made["xl/workbook.xml"] = (
        book().replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
    )
    assert check_json(pack(tmp_path / "prefix.xlsx", made), declaration)["rows"] == 2


def test_a_comment_on_a_sheet_of_our_own_is_searched(tmp_path: Path, declaration: Declaration) -> None:
    made = parts(book_inside='<sheet name="Lista" sheetId="2" r:id="rId5"/>')
    made["xl/worksheets/sheet2.xml"] = bare_sheet(f'<row r="1">{inline("A1", sealed("Rätta cellen."))}</row>')
    made["xl/worksheets/_rels/sheet2.xml.rels"] = relations(("rId1", "comments", "../comments1.xml"))
    made["xl/comments1.xml"] = (
        f'<comments {SAYS}><comment ref="B9"><text><t>{NAME}</t></text></comment></comments>'
    )
    found = answer(pack(tmp_path / "fil.xlsx", made), declaration)
    assert carried(found, "comment") == [("stop", "direct_identifier", None, "B9")]
