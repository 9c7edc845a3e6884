"""The entry workbook: filled in as a person would, it checks without a word; empty, it only says that it is empty."""

import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from typer.testing import CliRunner

from fou_eval import cli
from fou_eval.bundled import bundled_study
from fou_eval.declaration import Language
from fou_eval.declaration.codebook import Code, Column, Rule, Table, Wave
from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.declaration.text import Text
from fou_eval.entry.answers import answers
from fou_eval.entry.expressions import LONGEST, allowed, condition_broken
from fou_eval.entry.template import ROWS, has_label_row, template_bytes, write_template
from fou_eval.entry.validations import add_validation, cut
from fou_eval.entry.writing import free_name
from fou_eval.errors import FouError, WritingError
from fou_eval.intake.cells.parse import Reading
from fou_eval.intake.survey import Survey, survey

SHARED = Path(__file__).parents[3] / "shared" / "acceptance"
STUDIES = {
    "familjelotsen": (bundled_study("familjelotsen"), "example.xlsx"),
    "couples": (SHARED / "studies" / "couples", "data"),
    "family_therapy": (SHARED / "studies" / "family_therapy", "data"),
    "small_schools": (SHARED / "studies" / "small_schools", "data"),
    "uppfoljning": (SHARED / "studies" / "uppfoljning", "../../badinput/00_clean.xlsx"),
}
ABOUT_THE_DATA = {
    "small_category",
    "missing_table",
    "exposed_families",
    "exact_dates",
    "spell_goes_on",
    "goal_rated_only_after",
}  # true of them in whatever file they stand
MAYBE = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared studies are not here")


def text(sv: str) -> Text:
    return Text(sv=sv, en=sv)


def book_of(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def typed(column: Column, reading: Reading, language: Language) -> object:
    """Give what a person types for an answer."""
    value = reading.value
    if reading.reason is not None:
        return int(reading.reason)
    if isinstance(value, date):
        return f"{value:%Y-%m}" if column.type == "month" else datetime.combine(value, datetime.min.time())
    if column.type == "boolean" and isinstance(value, float):
        return {"sv": ("nej", "ja"), "en": ("no", "yes")}[language][int(value)]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return int(value) if column.type == "code" and str(value).isdigit() else value


def filled(found: Survey, declaration: Declaration, language: Language) -> Any:
    """Type the answers of another file into an empty entry workbook; sheets without answers are taken away."""
    book = book_of(template_bytes(declaration.codebook, language))
    for name, table in declaration.codebook.tables.items():
        if name not in found.grids:
            del book[name]
            continue
        grid, first = found.grids[name], 3 if has_label_row(table) else 2
        for place, (column, declared) in enumerate(table.columns.items(), start=1):
            for row, reading in enumerate(grid.readings.get(column, []), start=first):
                if (value := typed(declared, reading, language)) is not None:
                    book[name].cell(row, place).value = value
    return book


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("familjelotsen", "en"),
        pytest.param("couples", "en", marks=MAYBE),
        *(
            pytest.param(name, "sv", marks=MAYBE)
            for name in ("family_therapy", "small_schools", "uppfoljning")
        ),
    ],
)
def test_filled_in_it_checks_without_a_word(name: str, language: Language, tmp_path: Path) -> None:
    folder, data = STUDIES[name]
    declaration = read_declaration(folder)
    source = survey(folder / data, declaration)
    path = tmp_path / "ifylld.xlsx"
    filled(source, declaration, language).save(path)
    found = survey(path, declaration)
    assert [issue for issue in found.issues if issue.rule not in ABOUT_THE_DATA] == []
    assert {table: len(grid.rows) for table, grid in found.grids.items()} == {
        table: len(grid.rows) for table, grid in source.grids.items()
    }
    again = {table: {c: grid.values(c) for c in grid.readings} for table, grid in found.grids.items()}
    for table, grid in source.grids.items():
        assert {c: grid.values(c) for c in grid.readings} == {c: again[table][c] for c in grid.readings}


@pytest.mark.parametrize(
    "name", ["familjelotsen", *(pytest.param(n, marks=MAYBE) for n in ("couples", "uppfoljning"))]
)
def test_empty_it_says_only_that(name: str, tmp_path: Path) -> None:
    declaration = read_declaration(STUDIES[name][0])
    path = write_template(declaration.codebook, tmp_path / "tom.xlsx", "sv")
    said = [(issue.severity, issue.rule, issue.table) for issue in survey(path, declaration).issues]
    assert sorted(said) == [("error", "no_data_rows", table) for table in sorted(declaration.codebook.tables)]


@pytest.fixture(scope="module")
def content() -> bytes:
    return template_bytes(read_declaration(STUDIES["familjelotsen"][0]).codebook, "sv")


@pytest.fixture(scope="module")
def book(content: bytes) -> Any:
    return book_of(content)


def rules_of(sheet: Any) -> dict[str, DataValidation]:
    """Give the validation of each column by its header."""
    rules = {
        str(rule.sqref).split(":")[0].rstrip("0123456789"): rule
        for rule in sheet.data_validations.dataValidation
    }
    return {cell.value: rules[cell.column_letter] for cell in sheet[1]}


def test_nobody_is_named_and_excel_will_name_nobody(content: bytes, book: Any) -> None:
    assert (book.properties.creator or "", book.properties.lastModifiedBy, book.properties.title) == (
        "",
        None,
        None,
    )
    assert book.custom_doc_props.names == []
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert b'<workbookPr filterPrivacy="1"' in package.read("xl/workbook.xml")
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_one_visible_sheet_for_each_table_after_the_instructions(book: Any) -> None:
    codebook = read_declaration(STUDIES["familjelotsen"][0]).codebook
    assert book.sheetnames == ["Läs mig", *codebook.tables]
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    for name, table in codebook.tables.items():
        assert [cell.value for cell in book[name][1]] == list(table.columns)
        assert [cell.value for cell in book[name][2]] == [
            column.label.sv for column in table.columns.values()
        ]


def test_headers_are_locked_and_cells_are_free(book: Any) -> None:
    sheet = book["followup_child"]
    assert sheet.protection.sheet is True
    assert sheet.protection.password is None
    assert (sheet.protection.sort, sheet.protection.insertRows, sheet.protection.deleteRows) == (
        False,
        False,
        False,
    )
    assert all(cell.protection.locked for row in sheet.iter_rows(max_row=2) for cell in row)
    assert not any(look.protection.locked for look in sheet.column_dimensions.values())
    assert sheet.freeze_panes == "A3"
    assert sheet.auto_filter.ref == f"A2:{sheet.cell(1, sheet.max_column).column_letter}{ROWS + 2}"


def test_prepared_rows_cost_nothing(content: bytes, book: Any) -> None:
    assert {sheet.max_row for sheet in book if sheet.title != "Läs mig"} == {2}
    assert len(content) < 25_000 * len(book.sheetnames)


def test_each_column_has_its_list_or_its_limits(book: Any) -> None:
    child = rules_of(book["followup_child"])
    assert (child["wave"].type, child["wave"].formula1) == ("list", '"t0,t1,t2,t3,t4"')
    assert child["school_wellbeing"].formula1 == '"1,2,3,4,5,-1,-2,-3,-4"'
    assert child["absence_pct"].formula1.startswith("OR(IF(ISNUMBER(G3),AND(G3>=0,G3<=100),FALSE),")
    families = rules_of(book["families"])
    assert (families["crit_work"].type, families["crit_work"].formula1) == ("list", '"ja,nej"')
    whole = families["n_households"]
    assert (whole.type, whole.operator, whole.formula1, whole.formula2) == ("whole", "between", "1", "3")
    looks = book["families"].column_dimensions
    assert (looks["A"].number_format, looks["B"].number_format) == ("@", "@")  # so that 001 and 2024-03 stay


def test_no_text_is_longer_than_excel_takes(book: Any) -> None:
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    assert len(rules) > 60
    for rule in rules:
        assert all(len(formula or "") < 256 for formula in (rule.formula1, rule.formula2))
        assert len(rule.promptTitle or "") <= 32
        assert len(rule.prompt or "") <= 255
        assert len(rule.errorTitle or "") <= 32
        assert len(rule.error or "") <= 225


def test_what_to_write_stands_beside_the_cell(book: Any) -> None:
    assert rules_of(book["families"])["exit_month"].prompt == (
        "Avslutsmånad\nMånad ÅÅÅÅ-MM från 2015-01 till 2018-12.\nFylls i bara när exit_reason är goal_reached eller "
        "handed_over eller moved eller declined eller project_end eller other."
    )
    beside = book["families"].data_validations.dataValidation[-1]
    assert (beside.formula1, str(beside.sqref)) == ("FALSE", "M1:XFD1048576")


def test_the_first_sheet_holds_the_codebook_in_short(book: Any) -> None:
    rows = [[cell.value for cell in row] for row in book["Läs mig"].iter_rows()]
    place = next(i for i, row in enumerate(rows) if row[:2] == ["followup_child", "school_wellbeing"])
    assert rows[place][2:4] == ["Trivsel i skolan, barnets eget svar", "välj ur listan"]
    assert rows[place + 1][3:] == [1, "Trivs mycket dåligt"]
    assert rows[place + 6][3:] == [-1, "Svar saknas: Har lämnat projektet"]
    assert any(row[0] == "Mättillfällen" and row[1].startswith("t0 = ") for row in rows)


@MAYBE
def test_a_changed_instruction_sheet_counts_as_theirs(tmp_path: Path) -> None:
    declaration = read_declaration(STUDIES["couples"][0])
    changed = book_of(template_bytes(declaration.codebook, "sv"))
    changed["Läs mig"]["B3"].value = "Ring mamma Anna 070-174 06 33"
    changed.save(tmp_path / "andrad.xlsx")
    said = {(issue.rule, issue.cell) for issue in survey(tmp_path / "andrad.xlsx", declaration).issues}
    assert ("direct_identifier", "B3") in said


LONG = {f"steg_{i:02d}": Code(sv=f"Ett långt steg nummer {i}", en=f"Step {i}") for i in range(60)}
COMMAS = {"a,b": Code(sv="A, B", en="A, B"), "c": Code(sv="C", en="C")}


@pytest.mark.parametrize("codes", [LONG, COMMAS])
def test_long_lists_stand_on_the_first_sheet(codes: dict[str | int, Code]) -> None:
    table = Table(
        table="t",
        label=text("T"),
        row=text("r"),
        key=("k",),
        columns={"k": Column(label=text("K"), type="code", codes=codes)},
    )
    sheet = openpyxl.Workbook().active
    add_validation(sheet, table, "k", {}, cells="A3:A9", language="sv", source="'Läs mig'!$D$9:$D$70")
    assert sheet.data_validations.dataValidation[0].formula1 == "'Läs mig'!$D$9:$D$70"


def test_what_is_allowed_as_a_spreadsheet_computes_it() -> None:
    def column(**given: Any) -> Column:
        return Column(label=text("K"), **given)

    assert allowed(column(type="number"), {}, "A3") == "ISNUMBER(A3)"
    assert allowed(column(type="date", min=date(2024, 1, 1)), {}, "A3") == (
        "IF(ISNUMBER(A3),AND(A3>=45292,A3<73051),FALSE)"
    )
    assert allowed(column(type="text", pattern=r"F\d{2}"), {}, "A3") == (
        'AND(COUNTIF(A3,"F??")>0,EXACT(UPPER(A3),A3),ISNUMBER(-(MID(A3,2,2))))'
    )
    assert allowed(column(type="text", pattern=r"\d{2,3}-p"), {}, "A3") == (
        'COUNTIF(A3,"??-p")+COUNTIF(A3,"???-p")>0'
    )
    assert allowed(column(type="text", pattern="(a|b)+"), {}, "A3") is None
    assert allowed(column(type="text"), {}, "A3") is None
    assert allowed(column(type="code", codes=LONG), {}, "A3") is None  # too long to say: then it is not said
    assert len(allowed(column(type="text", pattern=r"\d{1,9}-\d{1,9}"), {}, "A3") or "") <= LONGEST


def test_a_condition_knows_every_spelling_of_its_codes() -> None:
    roles = {"barn": Code(sv="Barn", en="Child"), "vuxen": Code(sv="Vuxen", en="Adult", accept=("mamma",))}
    columns = {
        "roll": Column(label=text("Roll"), type="code", codes=roles),
        "steg": Column(label=text("Steg"), type="integer", only_when={"roll": ("vuxen",)}),
    }
    table = Table(table="t", label=text("T"), row=text("r"), key=("roll",), columns=columns)
    assert condition_broken(table, "steg", {}, {"roll": "$A3", "steg": "$B3"}) == (
        'AND($B3<>"",AND($A3<>"",NOT(ISNUMBER(SEARCH("|"&$A3&"|","|vuxen|adult|mamma|")))))'
    )
    assert condition_broken(table, "roll", {}, {"roll": "$A3", "steg": "$B3"}) is None


def test_labels_stand_below_only_where_they_are_told_from_the_names() -> None:
    def table(*labels: str) -> Table:
        names = ("vikt", "langd", "mognad")
        columns = {
            name: Column(label=text(label), type="text") for name, label in zip(names, labels, strict=True)
        }
        return Table(table="t", label=text("T"), row=text("r"), key=("vikt",), columns=columns)

    assert has_label_row(table("Vikt i kg", "Längd", "Mognad"))
    assert not has_label_row(table("Vikt", "Langd", "Mognad"))
    assert not has_label_row(table("Mått", "Mått", "Mått"))


def test_answers_say_yes_and_no_in_the_language() -> None:
    column = Column(label=text("K"), type="boolean")
    assert answers(column, {}, "sv").listed == ("ja", "nej")
    assert answers(column, {}, "en").listed == ("yes", "no")
    scale = Column(label=text("K"), type="number", min=0.5, max=9)
    assert (answers(scale, {}, "sv").form, answers(scale, {}, "en").form) == (
        "tal från 0,5 till 9",
        "number from 0.5 to 9",
    )


@MAYBE
def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "couples.xlsx"
    path.write_text("data", "utf-8")
    done = CliRunner().invoke(
        cli.app, ["template", "--study", str(STUDIES["couples"][0]), "--out", str(path)]
    )
    assert isinstance(done.exception, WritingError)
    assert str(done.exception) == (
        "couples.xlsx finns redan och kan innehålla uppgifter. Ge ett annat namn, eller flytta filen."
    )
    assert [file.name for file in tmp_path.iterdir()] == ["couples.xlsx"]
    assert path.read_text("utf-8") == "data"


@MAYBE
def test_the_command_names_the_file_after_the_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli.app, ["template", "--study", str(STUDIES["couples"][0]), "--lang", "en"])
    assert done.exit_code == 0
    assert done.stdout.startswith("Done: couples.xlsx. Start with the sheet Read me.")
    assert openpyxl.load_workbook("couples.xlsx").sheetnames[0] == "Read me"


@MAYBE
@pytest.mark.parametrize(
    ("out", "said", "code"),
    [
        ("a.csv", "a.csv ska vara en arbetsbok.", 12),
        (
            "no/a.xlsx",
            "a.xlsx kan inte skrivas: mappen finns inte. Skapa den, eller ange en annan plats.",
            14,
        ),
    ],
)
def test_a_place_that_cannot_be_written_is_said(out: str, said: str, code: int, tmp_path: Path) -> None:
    options = ["template", "--study", str(STUDIES["couples"][0]), "--out", str(tmp_path / out)]
    done = CliRunner().invoke(cli.app, options)
    assert isinstance(done.exception, FouError)
    assert done.exception.exit_code == code
    assert str(done.exception).startswith(said)
    assert list(tmp_path.iterdir()) == []


def test_the_next_free_name_is_numbered(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"one")
    assert free_name(tmp_path / "a.xlsx").name == "a_2.xlsx"


def test_words_are_cut_between_words() -> None:
    assert cut("Antal möten med familjeombudet", 20) == "Antal möten med…"
    assert cut("Sammanhangslöshet", 5) == "Samm…"
    assert cut("Kort", 4) == "Kort"


def test_rules_and_waves_are_explained(tmp_path: Path) -> None:
    rule = Rule(id="R", rule="not_before", columns=("b", "a"), message=text("Slutar före start."))
    columns = {"a": Column(label=text("Från"), type="date"), "b": Column(label=text("Till"), type="date")}
    table = Table(table="t", label=text("T"), row=text("rad"), key=("a",), columns=columns, rules=(rule,))
    base = read_declaration(STUDIES["familjelotsen"][0]).codebook
    codebook = type(base)(
        study="s",
        version="1",
        title=text("Studien"),
        language="sv",
        domains={},
        tables={"t": table},
        waves={"t0": Wave(label=text("Start"), months=0)},
    )
    rows = [
        [cell.value for cell in row] for row in book_of(template_bytes(codebook, "sv"))["Läs mig"].iter_rows()
    ]
    assert ["t", "b, a", "Slutar före start.", None, None] in rows
    assert rows[0][0] == "Studien: så fyller du i"
