"""A small study of its own for these tests, and a way to hand in a file of rows."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from fou_eval.declaration.reading import Declaration, read_declaration

STUDY = """
study: prov
version: "1.0"
title: {sv: Prov, en: Trial}
language: sv
waves:
  t0: {label: {sv: Före, en: Before}, months: 0, accept: [start]}
  t1: {label: {sv: Efter, en: After}, months: 6}
domains:
  home: {label: {sv: Hemma, en: Home}}
"""
PLAN = """
contrast: {before: t0, after: t1}
primary: {home: maende}
seed: 1
fixed_on: 2026-01-01
"""
ROWS = """
table: rader
label: {sv: Rader, en: Rows}
row: {sv: en person vid ett mättillfälle, en: one person at one wave}
key: [person, vag]
columns:
  familj:
    {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\\d{2}', example: F07, role: family_id}
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'P\\d{3}', role: person_id}
  roll:
    label: {sv: Roll, en: Role}
    type: code
    codes: {barn: {sv: Barn, en: Child}, vuxen: {sv: Vuxen, en: Adult, accept: [mamma, pappa]}}
    role: quasi_identifier
  vag: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  dag: {label: {sv: Dag, en: Day}, type: date, min: 2020-01-01, max: 2026-12-31, role: date}
  maende:
    label: {sv: Mående, en: Well-being}
    type: integer
    min: 1
    max: 10
    role: outcome
    domain: home
    kind: scale
    better: higher
    missing_codes: {99: {sv: Ej svarat, en: No answer}, -9: {sv: Vet ej, en: Don't know}}
  timmar: {label: {sv: Timmar, en: Hours}, type: number, min: 0, max: 100}
  tak: {label: {sv: Tak, en: Ceiling}, type: number}
  klar: {label: {sv: Klar, en: Done}, type: boolean}
  manad: {label: {sv: Månad, en: Month}, type: month}
  text: {label: {sv: Fritext, en: Free text}, type: text, role: free_text}
rules:
  - {id: R1, rule: constant_within, columns: [familj], within: person, message: {sv: Två familjer., en: Two families.}}
  - {id: R2, rule: increasing_within, columns: [dag], within: person, order_by: vag, message: {sv: Bakåt., en: Back.}}
  - {id: R3, rule: at_most, columns: [timmar, tak], message: {sv: Över taket., en: Above the ceiling.}}
  - {id: R4, rule: only_when, columns: [manad], when: {roll: [vuxen]}, message: {sv: Bara vuxna., en: Adults only.}}
  - {id: R5, rule: exists_in, columns: [person], table: personer, message: {sv: Saknas i personer., en: Not there.}}
  - {id: R6, rule: sum_at_most, columns: [timmar, tak], limit: 150, message: {sv: För mycket., en: Too much.}}
"""
PERSONS = """
table: personer
label: {sv: Personer, en: Persons}
row: {sv: en period, en: a spell}
key: [person, fran]
columns:
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'P\\d{3}', role: person_id}
  fran: {label: {sv: Från, en: From}, type: date, required: true, role: date}
  till: {label: {sv: Till, en: To}, type: date, role: date}
rules:
  - {id: S1, rule: no_overlap_within, columns: [fran, till], within: person, message: {sv: Överlapp., en: Overlap.}}
  - {id: S2, rule: not_before, columns: [till, fran], message: {sv: Slutar före start., en: Ends before start.}}
"""
HEADERS = ("familj", "person", "roll", "vag", "dag", "maende", "timmar", "tak", "klar", "manad", "text")


@pytest.fixture(scope="session")
def study_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prov")
    (folder / "tables").mkdir()
    (folder / "study.yaml").write_text(STUDY, "utf-8")
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    (folder / "tables" / "rader.yaml").write_text(ROWS, "utf-8")
    (folder / "tables" / "personer.yaml").write_text(PERSONS, "utf-8")
    return folder


@pytest.fixture(scope="session")
def declaration(study_folder: Path) -> Declaration:
    return read_declaration(study_folder)


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., Path]:
    def write(rows: Sequence[str], headers: str = ";".join(HEADERS), name: str = "rader.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join([headers, *rows]) + "\n", "utf-8")
        return path

    return write


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    def write(
        rows: Sequence[Sequence[object]], headers: Sequence[str] = HEADERS, change: Callable | None = None
    ) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "rader"
        sheet.append(list(headers))
        for row in rows:
            sheet.append(list(row))
        if change is not None:
            change(book, sheet)
        path = tmp_path / "fil.xlsx"
        book.save(path)
        return path

    return write
