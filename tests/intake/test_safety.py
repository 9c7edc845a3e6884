"""Files made to hurt: each is answered at once, within the limits, and nothing outside it is touched."""

import os
import struct
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from intake.packages import MAIN, bare_sheet, book, inline, pack, parts

from fou_eval.declaration.reading import Declaration
from fou_eval.errors import DataError
from fou_eval.intake.answer import check_json
from fou_eval.intake.limits import LIMITS, Limit, limit_text
from fou_eval.intake.readers import disk
from fou_eval.intake.readers.delimited import read_delimited
from fou_eval.intake.readers.workbook import read_workbook
from fou_eval.language import PHRASES, phrase

LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))


def said(path: Path, declaration: Declaration) -> list[tuple[str, str]]:
    """Rule and message of every stop, with the words of the catalogue that they begin with."""
    return [
        (i["rule"], i["message"]) for i in check_json(path, declaration)["issues"] if i["severity"] == "stop"
    ]


def words(key: str, limit: Limit | None = None) -> str:
    return phrase(f"issue.{key}", "sv", {"limit": limit_text(limit, "sv")} if limit else {})


def too_large(limit: Limit) -> list[tuple[str, str]]:
    return [("too_large", words(f"too_large.{limit}", limit))]


@pytest.mark.parametrize("limit", LIMITS)
def test_every_limit_is_said_with_its_number(limit: Limit) -> None:
    both = PHRASES[f"issue.too_large.{limit}"]
    assert limit == "depth" or all("{limit}" in text for text in both)


@pytest.mark.parametrize(
    ("part", "markup"),
    [
        ("xl/other.xml", f"<!DOCTYPE r [<!ENTITY a0 'ha'>{LAUGHS}]><r>&a11;</r>"),
        ("xl/other.xml", '<!DOCTYPE r SYSTEM "http://localhost:1/x.dtd"><r/>'),
        ("xl/other.xml", '<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///etc/hostname">%p;]><r/>'),
        (
            "docProps/core.xml",
            '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><r><title>&a;</title></r>',
        ),
        ("xl/_rels/workbook.xml.rels", "<!DOCTYPE r><Relationships/>"),
        ("xl/styles.xml", "<!DOCTYPE r><styleSheet/>"),
        ("xl/drawings/vmlDrawing1.vml", "<!DOCTYPE r><xml/>"),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_document_types_and_entities_are_refused_everywhere(
    tmp_path: Path, declaration: Declaration, part: str, markup: str, codec: str
) -> None:
    path = pack(tmp_path / "fil.xlsx", {**parts(), part: markup.encode(codec)})
    assert said(path, declaration) == [("corrupt_file", words("corrupt_file.unsafe"))]


def test_a_part_that_says_it_is_small_is_cut_off_where_it_says(
    tmp_path: Path, declaration: Declaration
) -> None:
    path = pack(tmp_path / "fil.xlsx", {**parts(), "xl/worksheets/sheet1.xml": "<a>" + " " * 9_000_000})
    content = bytearray(path.read_bytes())
    place = content.rfind(b"xl/worksheets/sheet1.xml") - 46
    struct.pack_into("<I", content, place + 24, 100)
    path.write_bytes(content)
    assert said(path, declaration) == [("corrupt_file", words("corrupt_file"))]


def test_too_many_parts_are_refused(tmp_path: Path, declaration: Declaration) -> None:
    path = pack(tmp_path / "fil.xlsx", {**parts(), **{f"xl/x{n}.bin": "" for n in range(2_001)}})
    assert said(path, declaration) == too_large("parts")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/other.xml"])
def test_elements_inside_elements_without_end_are_refused(
    tmp_path: Path, declaration: Declaration, part: str
) -> None:
    path = pack(tmp_path / "fil.xlsx", {**parts(), part: "<a>" * 500_000})
    assert said(path, declaration) == too_large("depth")


def test_one_endless_tag_is_refused(tmp_path: Path, declaration: Declaration) -> None:
    endless = "<a " + " ".join(f'b{n}="c"' for n in range(300_000))
    path = pack(tmp_path / "fil.xlsx", {**parts(), "xl/other.xml": endless})
    assert said(path, declaration) == too_large("characters")


@pytest.mark.parametrize("changes", ["../../etc/passwd", "/etc/passwd", "..\\..\\fil.xml", "C:\\fil.xml"])
def test_names_of_parts_are_never_paths(tmp_path: Path, declaration: Declaration, changes: str) -> None:
    made = parts()
    made[changes] = "<a/>"
    folder = tmp_path / "in"
    folder.mkdir()
    path = pack(folder / "fil.xlsx", made)
    assert check_json(path, declaration)["rows"] == 2
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
        "worksheets/sheet1.xml", "../../../../../.." + changes
    )
    assert check_json(pack(folder / "fil.xlsx", made), declaration)["outcome"] in ("stop", "error")
    assert sorted(tmp_path.rglob("*")) == [folder, path]


def test_a_binary_workbook_of_another_ending_is_named(tmp_path: Path, declaration: Declaration) -> None:
    path = pack(tmp_path / "a.xlsx", {"xl/workbook.bin": "x"})
    assert said(path, declaration) == [("unsupported_format", words("unsupported_format.xlsb"))]


def test_a_document_inside_a_workbook_makes_no_document_of_it(
    tmp_path: Path, declaration: Declaration
) -> None:
    made = {**parts(), "xl/embeddings/word/document.xml": "<a/>", "xl/embeddings/xl/workbook.bin": "x"}
    assert check_json(pack(tmp_path / "a.xlsx", made), declaration)["rows"] == 2


@pytest.mark.parametrize("second", ["xl/workbook.xml", "XL/Workbook.XML", "xl\\workbook.xml"])
def test_two_parts_of_one_name_are_refused(tmp_path: Path, declaration: Declaration, second: str) -> None:
    path = pack(tmp_path / "fil.xlsx", parts())
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr(second, book())
    assert said(path, declaration) == [("corrupt_file", words("corrupt_file"))]


def test_encrypted_parts_are_named(tmp_path: Path, declaration: Declaration) -> None:
    path = pack(tmp_path / "fil.xlsx", parts())
    content = bytearray(path.read_bytes())
    place = content.rfind(b"docProps/core.xml") - 46
    content[place + 8] |= 1
    path.write_bytes(content)
    assert [rule for rule, _ in said(path, declaration)] == ["password_protected"]


def test_other_ways_of_packing_are_refused(tmp_path: Path, declaration: Declaration) -> None:
    path = tmp_path / "fil.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as package:
        for name, text in parts().items():
            package.writestr(name, text)
    assert said(path, declaration) == [("corrupt_file", words("corrupt_file"))]


WIDE = {
    "formatted rows": {"sheet_inside": "".join(f'<row r="{n}" s="1" ht="15"/>' for n in range(4, 10_000))},
    "formatted cells": {
        "sheet_inside": "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(4, 10_000))
    },
    "formatted columns": {
        "sheet_before": "<cols>"
        + "".join(f'<col min="{n}" max="{n}" style="1"/>' for n in range(1, 16_385))
        + "</cols>"
    },
    "merged cells": {"sheet_after": '<mergeCells><mergeCell ref="M1:XFD1048576"/></mergeCells>'},
    "a link": {"sheet_after": '<hyperlinks><hyperlink ref="A1:XFD1048576" tooltip="Hej"/></hyperlinks>'},
    "size that is claimed": {"sheet_before": '<dimension ref="A1:XFD1048576"/>'},
}


@pytest.mark.parametrize("what", WIDE)
def test_what_is_empty_costs_little(tmp_path: Path, declaration: Declaration, what: str) -> None:
    content = pack(tmp_path / "fil.xlsx", parts(**WIDE[what])).read_bytes()
    began = time.process_time()
    tracemalloc.start()
    raw = read_workbook(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(raw.sheets[0].rows) == 3
    assert most < 3_500_000
    assert time.process_time() - began < 3
    assert check_json(tmp_path / "fil.xlsx", declaration)["rows"] == 2


def test_texts_outside_the_cells_are_counted(tmp_path: Path, declaration: Declaration) -> None:
    records = "".join(f'<s v="ord{n}"/>' for n in range(50_001))
    made = {**parts(), "xl/pivotCache/pivotCacheRecords1.xml": f"<r>{records}</r>"}
    assert said(pack(tmp_path / "fil.xlsx", made), declaration) == too_large("texts")


@pytest.mark.parametrize(
    ("limit", "most"), [("cells", 20), ("seconds", -1), ("characters", 8), ("rows", 2), ("columns", 5)]
)
def test_beyond_a_limit_a_workbook_is_refused(
    tmp_path: Path, declaration: Declaration, monkeypatch: pytest.MonkeyPatch, limit: Limit, most: int
) -> None:
    path = pack(tmp_path / "fil.xlsx", parts())
    assert said(path, declaration) == []
    monkeypatch.setitem(LIMITS, limit, most)
    damaged = limit in ("rows", "columns")  # no program writes cells outside a sheet
    found = said(path, declaration)
    assert found == ([("corrupt_file", words("corrupt_file"))] if damaged else too_large(limit))


@pytest.mark.parametrize(
    "inside",
    [
        '<row r="2"><c r="A2"><v>1</v></c></row>',  # a row twice
        '<row r="9"><c r="B9"><v>1</v></c><c r="A9"><v>1</v></c></row>',
        '<row r="9"><c r="A8"><v>1</v></c></row>',
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="9"><c r="XFE9"><v>1</v></c></row>',
        '<row r="9"><c r="A9" t="s"><v>7</v></c></row>',
        '<row r="9"><c r="A9"><v>NaN</v></c></row>',
        '<row r="9"><c r="A9"><v>1_0</v></c></row>',
        '<row r="9"><c r="A9"><v>1</v><v>2</v></c></row>',
        '<row r="-1"/>',
    ],
)
def test_cells_that_no_program_writes_are_no_data(
    tmp_path: Path, declaration: Declaration, inside: str
) -> None:
    path = pack(tmp_path / "fil.xlsx", parts(sheet_inside=inside))
    assert said(path, declaration) == [("corrupt_file", words("corrupt_file"))]


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        ('<c r="F4"><f>1+2</f><v>3</v></c>', (3, "value")),
        ('<c r="F4"><f>1+2</f></c>', (None, "formula_without_value")),
        ('<c r="F4"><f>1+2</f><v></v></c>', (None, "formula_without_value")),
        ('<c r="F4"><f t="shared" si="0"/><v>3.0</v></c>', (3.0, "value")),
        ('<c r="F4" t="str"><f>""</f><v></v></c>', None),
        ('<c r="F4" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ("#DIV/0!", "excel_error_value")),
        ('<c r="F4" t="b"><v>1</v></c>', (True, "value")),
        ('<c r="F4" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>', ("a b", "value")),
        ('<c r="F4" t="str"><v>a_x000D_b</v></c>', ("a\rb", "value")),
        ('<c r="F4" s="1"><v>0.5</v></c>', "time"),
        ('<c r="F4" s="1"><v>99999999</v></c>', ("#VALUE!", "excel_error_value")),
        ('<c r="F4" s="1"/>', None),
        ('<c><v>7</v></c>', "first"),
    ],
)  # fmt: skip
def test_cells_are_read_as_excel_shows_them(tmp_path: Path, markup: str, value: object) -> None:
    made = parts(sheet_inside=f'<row r="4">{markup}</row>')
    sheet = read_workbook(pack(tmp_path / "fil.xlsx", made).read_bytes()).sheets[0]
    if value == "first":
        assert sheet.cell(4, 1).value == 7
    elif value == "time":
        assert str(sheet.cell(4, 6).value) == "12:00:00"
    else:
        cell = sheet.cell(4, 6)
        assert (None if cell is None else (cell.value, cell.state)) == value


def test_the_calendar_of_1904_gives_the_same_day(tmp_path: Path) -> None:
    made = parts(
        book_before='<workbookPr date1904="1"/>',
        sheet_inside='<row r="4"><c r="E4" s="1"><v>43844</v></c></row>',
    )
    sheet = read_workbook(pack(tmp_path / "fil.xlsx", made).read_bytes()).sheets[0]
    assert str(sheet.cell(4, 5).value) == "2024-01-15 00:00:00"


@pytest.mark.parametrize(
    ("name", "change", "rule", "key"),
    [
        ("a.xlsb", {}, "unsupported_format", "unsupported_format.xlsb"),
        ("a.docx", {}, "unsupported_format", "unsupported_format"),
        ("a.zip", {}, "unsupported_format", "unsupported_format"),
        ("a.csv", {}, "file_type_mismatch", "file_type_mismatch.workbook"),
    ],
)
def test_other_packages_are_named(
    tmp_path: Path, declaration: Declaration, name: str, change: dict[str, str], rule: str, key: str
) -> None:
    assert said(pack(tmp_path / name, {**parts(), **change}), declaration) == [(rule, words(key))]


@pytest.mark.parametrize("ending", [".xlsm", ".xltx", ".xltm", ".XLSX"])
def test_workbooks_of_every_ending_are_read(tmp_path: Path, declaration: Declaration, ending: str) -> None:
    assert check_json(pack(tmp_path / f"rader{ending}", parts()), declaration)["rows"] == 2


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, declaration: Declaration, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rader.csv"
    path.write_text("familj;person;vag\nF01;P001;t0\n", "utf-8")
    before = path.stat()
    after = os.stat_result((*before[:6], before.st_size + 9, *before[7:]))
    statuses = iter([before, after])
    monkeypatch.setattr(disk, "os", SimpleNamespace(fstat=lambda _: next(statuses)))
    assert said(path, declaration) == [("corrupt_file", words("corrupt_file.changed"))]


def test_pipes_folders_links_and_forbidden_files(
    tmp_path: Path, declaration: Declaration, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert said(tmp_path / "pipe.csv", declaration) == [
        ("unsupported_format", words("unsupported_format.special"))
    ]
    assert said(Path(os.devnull), declaration) == [
        ("unsupported_format", words("unsupported_format.special"))
    ]
    (tmp_path / "mapp.xlsx").mkdir()
    assert said(tmp_path / "mapp.xlsx", declaration) == [("empty_file", words("empty_file.folder"))]
    (tmp_path / "link.csv").symlink_to(tmp_path / "nowhere.csv")
    (tmp_path / "round.csv").symlink_to(tmp_path / "round.csv")
    with pytest.raises(DataError, match="ingen datafil"):
        check_json(tmp_path / "link.csv", declaration)
    for path in (tmp_path / "round.csv", tmp_path / ("x" * 5_000), tmp_path / "a\x00b"):
        assert said(path, declaration) == [("corrupt_file", words("corrupt_file.reading"))]
    (tmp_path / "fil.csv").write_bytes(b"a;b")

    def refuse(*_: object) -> None:
        raise PermissionError("fil.csv")

    monkeypatch.setattr(Path, "open", refuse)
    assert said(tmp_path / "fil.csv", declaration) == [("corrupt_file", words("corrupt_file.permission"))]
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert said(tmp_path, declaration) == [("corrupt_file", words("corrupt_file.permission"))]


@pytest.mark.parametrize("name", ["rader\n.csv", "rader\x1b[31m.csv", "rader;=1+1.csv"])
def test_a_name_with_control_characters_does_nothing(
    tmp_path: Path, declaration: Declaration, name: str
) -> None:
    (tmp_path / name).write_text("familj;person;vag\nF01;P001;t0\n", "utf-8")
    found = check_json(tmp_path / name, declaration)
    assert found["rows"] == 1
    assert name not in str(found)


@pytest.mark.parametrize(
    ("content", "row"),
    [
        ('familj;person;vag;text\nF01;P001;t0;\nF02;P002;t0;"till slutet', 3),
        ('familj;person;vag;text\nF01;P001;t0;"a\nF02;P002;t0;"b"\nF03;P003;t0;c\n', 2),
        ('"familj;person;vag;text\nF01;P001;t0;\n', 1),
    ],
)
def test_quotation_marks_that_swallow_rows_stop(
    csv_file: Callable[..., Path], declaration: Declaration, content: str, row: int
) -> None:
    path = csv_file([])
    path.write_text(content, "utf-8")
    found = check_json(path, declaration)
    assert (words("corrupt_file.quote"), row) in {(i["message"], i["row"]) for i in found["issues"]}


@pytest.mark.parametrize(
    "content",
    [
        'familj;person;vag;text\nF01;P001;t0;"rad ett\nrad; två"\nF02;P002;t0;\n',
        'familj,person,vag,text\nF01,P001,t0,"mamma, pappa, syskon,\noch, så, vidare"\nF02,P002,t0,\n',
        'familj;person;vag;text\nF01;P001;t0;5" skärm\nF02;P002;t0;Sade "hej"',
    ],
)
def test_quotation_marks_in_order_stop_nothing(
    csv_file: Callable[..., Path], declaration: Declaration, content: str
) -> None:
    path = csv_file([])
    path.write_text(content, "utf-8")
    found = check_json(path, declaration)
    assert found["rows"] == 2
    assert "corrupt_file" not in {issue["rule"] for issue in found["issues"]}


@pytest.mark.parametrize(
    ("content", "limit"),
    [
        (b"x" * 200_000, "characters"),
        (b'a;"' + b"x\n" * 100_000, "characters"),
        (b";".join(b"k" for _ in range(20_000)), "columns"),
        (b";" * 5_000_000, "columns"),
        (b"a;b\n" + b"1;2\n" * 20, "rows"),
        (b"a;b\n" + b"1;2\n" * 20, "cells"),
    ],
)
def test_texts_beyond_a_limit_are_refused(
    tmp_path: Path, declaration: Declaration, monkeypatch: pytest.MonkeyPatch, content: bytes, limit: Limit
) -> None:
    if limit in ("rows", "cells"):
        monkeypatch.setitem(LIMITS, limit, 10)
    path = tmp_path / "rader.csv"
    path.write_bytes(content)
    assert said(path, declaration) == too_large(limit)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n", "\r\n|\n|\r"])
def test_every_kind_of_line_end_is_read(codec: str, ends: str) -> None:
    lines = ["id;text", "1;a", "2;b", "3;c"]
    kinds = ends.split("|")
    text = "".join(line + kinds[number % len(kinds)] for number, line in enumerate(lines))
    raw = read_delimited(text.encode(codec), [frozenset({"id", "text"})])
    assert [raw.sheets[0].cell(row, 2).value for row in (1, 2, 3, 4)] == ["text", "a", "b", "c"]


def test_the_line_that_marks_the_end_may_stand_in_a_file() -> None:
    raw = read_delimited(b"a;b\n\x1fend\x1f\n1;2\n", [])
    assert raw.sheets[0].cell(3, 2).value == "2"
    assert raw.swallowed == ()


def test_a_row_of_data_in_the_headers_is_not_repeated(
    csv_file: Callable[..., Path], declaration: Declaration
) -> None:
    path = csv_file([])
    path.write_text("familj;person;vag;egetF81;P871;t0;Olyckligt\nF82;P872;t0;\n", "utf-8")
    found = check_json(path, declaration)
    assert {i["cell"] for i in found["issues"] if i["rule"] == "unknown_column"} == {"D1", "E1", "F1", "G1"}
    assert {i["column"] for i in found["issues"] if i["rule"] == "unknown_column"} == {None}


def test_a_header_that_stands_as_an_answer_is_not_repeated(
    csv_file: Callable[..., Path], declaration: Declaration
) -> None:
    path = csv_file([])
    path.write_text("familj;person;vag;lugn;saknas\nF82;P872;t0;lugn;\n", "utf-8")
    found = check_json(path, declaration)
    columns = {i["cell"]: i["column"] for i in found["issues"] if i["rule"] == "unknown_column"}
    assert columns == {"D1": None, "E1": "saknas"}


def test_no_sheet_and_no_relation_is_an_answer(tmp_path: Path, declaration: Declaration) -> None:
    made = parts()
    del made["xl/_rels/workbook.xml.rels"]
    assert [rule for rule, _ in said(pack(tmp_path / "a.xlsx", made), declaration)] == ["corrupt_file"]
    made = parts()
    made["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}"><sheets/></workbook>'
    assert [rule for rule, _ in said(pack(tmp_path / "b.xlsx", made), declaration)] == ["empty_file"]
    made = parts()
    made["xl/worksheets/sheet1.xml"] = bare_sheet(f'<row r="1">{inline("A1", "x")}</row>')
    assert said(pack(tmp_path / "c.xlsx", made), declaration) == []


def test_no_library_opens_a_workbook_that_was_handed_in() -> None:
    package = Path(disk.__file__).parents[2]
    opened = [path.name for path in package.rglob("*.py") if "load_workbook" in path.read_text("utf-8")]
    assert opened == []
    assert openpyxl.DEFUSEDXML  # for those who open what we wrote


def test_many_merged_areas_over_many_rows_cost_little(tmp_path: Path, declaration: Declaration) -> None:
    areas = "".join(f'<mergeCell ref="A{n}:C1048576"/>' for n in range(4, 800))
    rows = "".join(
        f'<row r="{n}">{inline(f"A{n}", "F01")}{inline(f"D{n}", "t0")}</row>' for n in range(4, 800)
    )
    made = parts(sheet_inside=rows, sheet_after=f"<mergeCells>{areas}</mergeCells>")
    began = time.process_time()
    assert "merged_cells" in {
        issue["rule"] for issue in check_json(pack(tmp_path / "fil.xlsx", made), declaration)["issues"]
    }
    assert time.process_time() - began < 5
