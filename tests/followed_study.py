"""A study of two tables and three waves, and the ways in which somebody may change its report."""

import json
import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from fou_eval.documents.canonical import canonical_json
from fou_eval.intake.survey import SYNTHETIC_FILE

MARKER = "Kvistmyra"  # in free text, in names of folders: it must be in no answer
STUDY = """
study: uppf
version: "1.0"
title: {sv: Uppföljningen, en: The follow-up}
language: sv
waves:
  t0: {label: {sv: Start, en: Start}, months: 0}
  t1: {label: {sv: Halvår, en: Half a year}, months: 6}
  t2: {label: {sv: Ett år, en: One year}, months: 12}
domains:
  home: {label: {sv: Hemma, en: Home}}
  school: {label: {sv: Skola, en: School}}
data: data
"""
PLAN = """
# decided by the steering group
contrast: {before: t0, after: t2}
primary: {home: maende, school: franvaro}
confidence: 0.95
seed: 1
fixed_on: 2026-01-01
"""
FAMILY = r"""
table: hem
label: {sv: Hem, en: Homes}
row: {sv: en familj vid ett mättillfälle, en: one family at one wave}
key: [family_id, wave]
unknown_columns: error
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{3}', role: family_id}
  wave: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  maende: {label: {sv: Mående, en: Well-being}, type: integer, min: 0, max: 20, role: outcome, domain: home,
    kind: scale, better: higher}
  kanal: {label: {sv: Kanal, en: Channel}, type: code, role: context,
    codes: {1: {sv: besök, en: visit}, 2: {sv: telefon, en: phone}}}
  fritext: {label: {sv: Anteckning, en: Note}, type: text, role: free_text}
"""
CHILD = r"""
table: barn
label: {sv: Barn, en: Children}
row: {sv: ett barn vid ett mättillfälle, en: one child at one wave}
key: [person_id, wave]
unknown_columns: error
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{3}', role: family_id}
  person_id: {label: {sv: Barn, en: Child}, type: text, required: true, pattern: 'F\d{3}-P\d', role: person_id}
  wave: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  franvaro: {label: {sv: Frånvaro, en: Absence}, type: integer, min: 0, max: 100, unit: {sv: procent, en: per cent},
    role: outcome, domain: school, kind: scale, better: lower}
  betyg: {label: {sv: Betyg, en: Marks}, type: integer, min: 0, max: 20, role: outcome, domain: school,
    kind: scale, better: higher}
"""
FAMILIES = 24
HOMES = "family_id,wave,maende,kanal,fritext"
CHILDREN = "family_id,person_id,wave,franvaro,betyg"


def homes() -> list[str]:
    """Three waves of twenty-four families: sixteen better, four the same, four worse."""
    found = []
    for family in range(1, FAMILIES + 1):
        start = 5 + family * 7 % 9
        change = 0 if family % 6 == 0 else -1 - family % 2 if family % 6 == 1 else 2 + family % 3
        for wave, level in enumerate((start, start + change // 2, start + change)):
            found.append(f"F{family:03},t{wave},{level},{1 + family % 2},{MARKER}")
    return found


def children() -> list[str]:
    """One or two children of each family."""
    found = []
    for family in range(1, FAMILIES + 1):
        for child in range(1, 2 + family % 2):
            start, mark = 20 + family * 11 % 17 + child, 8 + (family + child) % 5
            fall = (0, 6, 9, -4, 12, 7)[family % 6]
            for wave, level in enumerate((start, start - fall // 2, start - fall)):
                found.append(
                    f"F{family:03},F{family:03}-P{child},t{wave},{level},{mark + wave * (family % 3)}"
                )
    return found


def study_in(folder: Path) -> Path:
    """Write the declarations."""
    (folder / "tables").mkdir(parents=True)
    for name, text in (
        ("study.yaml", STUDY),
        ("plan.yaml", PLAN),
        ("tables/hem.yaml", FAMILY),
        ("tables/barn.yaml", CHILD),
    ):
        (folder / name).write_text(text, "utf-8")
    return folder


def data_in(
    folder: Path,
    family: list[str] | None = None,
    child: list[str] | None = None,
    *,
    real: bool = False,
) -> Path:
    """Write the data as two csv files, and beside them that they are made up, unless they are to count as real."""
    folder.mkdir(parents=True)
    for name, header, lines in (("hem", HOMES, family or homes()), ("barn", CHILDREN, child or children())):
        (folder / f"{name}.csv").write_text("\n".join([header, *lines, ""]), "utf-8")
    if not real:
        (folder / SYNTHETIC_FILE).write_text("", "utf-8")
    return folder


def with_cell(lines: list[str], line: int, column: int, value: str) -> list[str]:
    """Give the lines with one cell changed."""
    cells = lines[line].split(",")
    assert cells[column] != value
    cells[column] = value
    return [*lines[:line], ",".join(cells), *lines[line + 1 :]]


def workbook(path: Path) -> Path:
    """The same data, in the other format and the other order."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, header, lines in (("barn", CHILDREN, children()), ("hem", HOMES, homes())):
        sheet = book.create_sheet(name)
        sheet.append(header.split(","))
        for line in reversed(lines):
            sheet.append([int(cell) if cell.isdigit() else cell for cell in line.split(",")])
    book.custom_doc_props.append(
        openpyxl.packaging.custom.BoolProperty(name="fou_eval_synthetic", value=True)
    )
    book.save(path)
    return path


def opened(report: Path) -> PdfWriter:
    return PdfWriter(clone_from=PdfReader(report))


def saved(writer: PdfWriter, path: Path) -> Path:
    writer.write(path)
    return path


def with_attachments(report: Path, out: Path, **edits: Callable[[bytes], bytes]) -> Path:
    """Change what is attached, the names with an underscore for the point: other versions are put at the end."""
    reader, content, places = PdfReader(report), report.read_bytes(), {}
    names = reader.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    for at in range(0, len(names), 2):
        stream = names[at + 1].get_object()["/EF"].raw_get("/F")
        was = stream.get_object().get_data()
        now = edits.get(names[at].replace(".", "_"), bytes)(was)
        if now != was:
            places[stream.idnum] = len(content)
            head = f"{stream.idnum} 0 obj\n<</Type/EmbeddedFile/Length {len(now)}>>\nstream\n"
            content += head.encode() + now + b"\nendstream\nendobj\n"
    assert places
    begins = int(re.findall(rb"startxref\s+(\d+)", content)[-1])
    root, size = reader.trailer.raw_get("/Root").idnum, reader.trailer["/Size"]
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    end = f"trailer\n<</Size {size}/Root {root} 0 R/Prev {begins}>>\nstartxref\n{len(content)}\n%%EOF\n"
    out.write_bytes(content + f"xref\n{table}{end}".encode())
    return out


def without_attachments(report: Path, path: Path) -> Path:
    writer = PdfWriter()
    for page in PdfReader(report).pages:
        writer.add_page(page)
    return saved(writer, path)


def swapped(old: str, new: str) -> Callable[[bytes], bytes]:
    """An edit of a text: the first place where the old one stands."""
    return lambda content: content.replace(old.encode(), new.encode(), 1)


def of_json(edit: Callable[[Any], None]) -> Callable[[bytes], bytes]:
    """An edit of a JSON file that is written again as fou_eval writes it."""

    def edited(content: bytes) -> bytes:
        found = json.loads(content)
        edit(found)
        return canonical_json(found)

    return edited


def consistently(report: Path, out: Path, **edits: Callable[[bytes], bytes]) -> Path:
    """Change attachments, and their fingerprints in the manifest, as somebody would who knows how it is done."""
    marks = {}
    for name, copies in PdfReader(report).attachments.items():
        edit = edits.get(name.replace(".", "_"))
        if edit is not None and name != "manifest.json":
            marks[name] = sha256(edit(copies[0])).hexdigest()
    own = edits.get("manifest_json", lambda content: content)
    written = of_json(lambda found: found["files"].update(marks))
    return with_attachments(report, out, **{**edits, "manifest_json": lambda content: written(own(content))})


def in_row(results: Mapping[str, Any], outcome: str, statistic: str) -> dict[str, Any]:
    """Find a row of results.json."""
    return next(row for row in results["rows"] if (row["outcome"], row["statistic"]) == (outcome, statistic))


def page_edited(report: Path, out: Path, page: int, edit: Callable[[bytes], bytes]) -> Path:
    """Change what is drawn on a page, counted from 1."""
    writer = opened(report)
    content = writer.pages[page - 1].get_contents().get_data()
    assert edit(content) != content
    stream = DecodedStreamObject()
    stream.set_data(edit(content))
    writer.pages[page - 1][NameObject("/Contents")] = writer._add_object(stream)
    return saved(writer, out)


def one_line(text: str) -> str:
    """Give a text of the terminal without the ends of its lines."""
    return re.sub(r"\s+", " ", text)


def told(found: Any) -> list[str]:
    """Give what a verification says of all that is not the same, each with what it is about."""
    return [f"{each.about}: {each.text}" for each in found.findings if each.weight != "same"]


NOT_COMPARED = "pages: Sidorna jämförs inte: de görs av annat underlag än rapporten."
SAME = "Rapporten är verifierad: inget skiljer."
OTHER = "Rapporten är INTE verifierad: data eller deklarationer är inte rapportens, och det ändrar tal."
OTHER_SAME = (
    "Rapporten är INTE verifierad: data eller deklarationer är inte rapportens, fast alla tal stämmer."
)
INTERNAL = "Räkna de framräknade talen som interna: publicerade bredvid rapportens kan de peka ut en familj."
TAMPERED = "Rapporten är INTE verifierad: den har ändrats efter att den gjordes."
PAGES = "Rapporten är INTE verifierad: alla tal stämmer, men sidorna är inte de som talen ger."
FETCH = "Hämta rapporten igen där den publicerades."
FETCH_PDF = "Hämta pdf-filen igen där den publicerades."
