"""Files to begin with: a small study, and workbooks and texts with secrets planted wherever something can stand."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape, quoteattr

from intake.conftest import PERSONS, PLAN, ROWS, STUDY
from intake.packages import DECLARED, HEADERS, MAIN, bare_sheet, inline, parts, relations, sheet

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.intake.raw import address

SECRETS = (
    "850709-9805", "Anna Andersson", "070-174 06 33", "anna.andersson@example.org", "zqfritext", "zqokant",
    *(f"F{number}" for number in range(81, 90)), *(f"P{number}" for number in range(871, 890)),
)  # fmt: skip
"""What no output may repeat; the ids are no addresses of these small files."""

NASTY: tuple[object, ...] = (
    "", " ", "\u200b", "\u00a0", "x" * 300, "=1+1", "=cmd|'/c'!A1", "#N/A", "#DIV/0!", "#SAKNAS!", "NaN", "inf",
    "-inf", "1e400", "1_000", "１２", "²", "½", "٣", "12,5", "1 234,5", "−3", "0x10", "9999-12-31", "1900-01-00",
    "2024-02-30", "20240115", "15/1 2024", "v. 3 2024", "99", "-9", "999", ".", "-", "?", "ja", "SANT", "barn", "Barn ",
    "mamma", "t0", "T0", "Före", "start", "familj", "vag", "Summa", "Totalt", "n = 3", "{0}", "{kinds}", "%s", "%d",
    "\\", "\\u0000", "_x0000_", "_xD800_", "_x000D_", "<b>", "&amp;", "]]>", '"', "'", "''", ";", "\t", "\n", "\r\n",
    "a\nb", "\x07", "\x1b[31m", "\ufeff", "\u202e", "e\u0301", "fÃ¶rÃ¤lder", "\U0001f600", "\ufffe", "A1", "R1C1",
    0, -1, 1, 5, 10, 11, 99, -9, 12.5, 0.1 + 0.2, 1e15, 1e16, 1e300, -1e300, 10**30, 45306, 2958466, -0.5, True, False,
    *SECRETS, *(secret.replace("-", " ") for secret in SECRETS[:3]), "8507099805", 8507099805, "19850709-9805",
)  # fmt: skip
"""Values that readers stumble over, secrets among them."""


def declared(folder: Path) -> Declaration:
    """The small study of the tests of intake."""
    (folder / "tables").mkdir(parents=True)
    for name, text in {
        "study": STUDY,
        "plan": PLAN,
        "tables/rader": ROWS,
        "tables/personer": PERSONS,
    }.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return read_declaration(folder)


def row(chance: Random, number: int) -> list[object]:
    """One data row in order, with a secret in its id, its free text and its undeclared column."""
    role = chance.choice(["barn", "vuxen"])
    day = date(2023, 1, 1) + timedelta(days=chance.randint(0, 600))
    return [
        f"F{81 + number % 9}", f"P{871 + number % 19}", role, chance.choice(["t0", "t1"]), day,
        chance.randint(1, 10), chance.randint(0, 100) / 2, None, chance.choice([0, 1]),
        "2024-01" if role == "vuxen" else None, "Sade zqfritext i telefon", "zqokant",
    ]  # fmt: skip


def rows(chance: Random, most: int = 12) -> list[list[object]]:
    """Rows of a file: the headers, and data of which some is replaced by what readers stumble over."""
    filled = [row(chance, number) for number in range(chance.randint(0, most))]
    for _ in range(chance.choice([0, 0, 1, 3, 10])):
        if filled:
            line = chance.choice(filled)
            line[chance.randrange(len(line))] = chance.choice([chance.choice(NASTY), _any_text(chance)])
    headers: list[object] = [*HEADERS, "eget"]
    for _ in range(chance.choice([0, 0, 0, 1, 3])):
        other = chance.choice([chance.choice(NASTY), _any_text(chance)])
        if not str(other).startswith("zq"):  # an ordinary word may be repeated when it is a header
            headers[chance.randrange(len(headers))] = other
    return [headers, *filled]


def _any_text(chance: Random) -> str:
    """Some characters of any script, without the halves of pairs that no file can hold."""
    ranges = [
        (32, 126),
        (0, 31),
        (128, 591),
        (768, 879),
        (1536, 1791),
        (8192, 8303),
        (65280, 65519),
        (128512, 128591),
    ]
    return "".join(chr(chance.randint(*chance.choice(ranges))) for _ in range(chance.randint(0, 12)))


def as_csv(lines: Sequence[Sequence[object]], separator: str = ";") -> bytes:
    """The rows as text."""
    texts = [separator.join("" if value is None else str(value) for value in line) for line in lines]
    return "\n".join([*texts, ""]).encode("utf-8", errors="replace")


def as_sheet_rows(lines: Sequence[Sequence[object]]) -> str:
    """The rows as the inside of a sheet."""
    return "".join(
        f'<row r="{number}">'
        + "".join(_cell(address(number, column), value) for column, value in enumerate(line, start=1))
        + "</row>"
        for number, line in enumerate(lines, start=1)
    )


def as_workbook(lines: Sequence[Sequence[object]]) -> dict[str, bytes]:
    """The rows as the parts of a workbook, with secrets in most of what can travel along."""
    made = parts(
        book_inside='<sheet name="Anna Andersson" sheetId="2" state="hidden" r:id="rId5"/>',
        book_after='<definedNames><definedName name="zqokant">"Anna Andersson"</definedName></definedNames>',
    )
    after = (
        '<mergeCells><mergeCell ref="N2:N3"/></mergeCells><dataValidations><dataValidation sqref="C2"><formula1>'
        '"Anna Andersson"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="C3" r:id="rId9"/>'
        "</hyperlinks><headerFooter><oddHeader>&amp;LAnna Andersson</oddHeader></headerFooter>"
    )
    whole = sheet(after=after)
    start, end = whole.index("<sheetData>") + len("<sheetData>"), whole.index("</sheetData>")
    made["xl/worksheets/sheet1.xml"] = whole[:start] + as_sheet_rows(lines) + whole[end:]
    made["xl/worksheets/sheet2.xml"] = bare_sheet(f'<row r="1">{inline("A1", "850709-9805")}</row>')
    made["xl/worksheets/_rels/sheet1.xml.rels"] = relations(
        ("rId1", "comments", "../comments1.xml"), ("rId9", "hyperlink", "mailto:anna.andersson@example.org")
    )
    made["xl/comments1.xml"] = (
        f'<comments xmlns="{MAIN}"><authors><author>Anna Andersson</author></authors><commentList>'
        '<comment ref="F2" authorId="0"><text><t>zqokant 070-174 06 33</t></text></comment></commentList></comments>'
    )
    made["xl/sharedStrings.xml"] = (
        f'{DECLARED}<sst xmlns="{MAIN}"><si><t>zqokant</t></si><si><t>Anna Andersson</t></si></sst>'
    )
    made["docProps/custom.xml"] = "<Properties><property name='a'><i4>8507099805</i4></property></Properties>"
    return {name: text.encode() for name, text in made.items()}


def _cell(place: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, datetime | date):
        return f'<c r="{place}" s="1"><v>{(date(value.year, value.month, value.day) - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    text = str(value)
    if any((ord(sign) < 32 and sign not in "\t\n\r") or sign in "\ufffe\uffff" for sign in text):
        text = "".join(
            f"_x{ord(sign):04X}_" if ord(sign) < 32 else sign for sign in text if sign not in "\ufffe\uffff"
        )
    return f'<c r={quoteattr(place)} t="inlineStr"><is><t>{escape(text)}</t></is></c>'
