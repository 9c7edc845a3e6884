"""A small study in which every value that must not get out has a spelling of its own, and where to look for it."""

import logging
import re
import sys
import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from pdf_words import page_words
from pypdf import PdfReader
from small_study import declare

from fou_eval import cli

FAMILY, PERSON, FREE, STREET = "QX7391", "ZK5086", "Vintergatsmärke", "Blåsippevägen"
"""In every family id, every person id, the free text, and what is beside the tables of a faulty file."""
SCORE, INCOME = 7.7310049, 48231.75
"""In one cell of an outcome and of a context column."""
SECRETS = (FAMILY, PERSON, FREE, STREET)
"""What nothing ever shows."""
CELLS = ("7310049", "48231", "48 231", "48\u00a0231", "4823175")
"""What is shown of a cell with a fault by `check`, and nowhere else."""

TABLE = r"""
table: visits
label: {sv: Besök, en: Visits}
row: {sv: en person, en: one person}
key: [person, wave]
unknown_columns: drop_with_warning
columns:
  family: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'QX\d{6}', role: family_id}
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'ZK\d{7}', role: person_id}
  wave: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  income: {label: {sv: Inkomst, en: Income}, type: number, min: 0, max: 90000}
  score: {label: {sv: Poäng, en: Score}, type: number, min: 0, max: 20, role: outcome, domain: home, kind: scale,
          better: higher, missing_codes: {-9: {sv: Vet ej, en: Not known}}}
  step: {label: {sv: Steg, en: Step}, type: code, codes: {low: {sv: Lågt, en: Low}, high: {sv: Högt, en: High}}}
  note: {label: {sv: Anteckning, en: Note}, type: text, role: free_text}
"""
COLUMNS = ("family", "person", "wave", "income", "score", "step", "note")
Row = list[object]


def rows(families: int = 14) -> list[Row]:
    """Two persons per family at two waves; no two of their answers are alike."""
    made: list[Row] = []
    for family in range(1, families + 1):
        for person in (1, 2):
            names: Row = [f"{FAMILY}{family:02}", f"{PERSON}{family:02}{person}"]
            for step, wave in enumerate(("t0", "t1")):
                score = 3 + (family * 7 + person * 3) % 11 + step * ((family + person) % 4) + family / 100
                note = FREE if family == 1 else "hej"
                made.append([*names, wave, 20000.0 + 317 * family + person, score, "low", note])
    made[5][4], made[9][3] = SCORE, INCOME
    return made


def faulty_rows() -> list[Row]:
    """The same with a fault in a cell of every kind."""
    made = rows()
    made[0][0] = f"{FAMILY}-fel"
    made[2][1] = f"{PERSON} fel"
    made[5][4] = f"{SCORE} ungefär"
    made[9][3] = 10 * INCOME
    made[7][5] = "Skogsklocka"
    made[12][6] = f"Anna Andersson {FREE} 19121212-1212"
    return made


def write_workbook(path: Path, content: Sequence[Row], *, aside: bool = False) -> Path:
    """Write the rows; `aside` adds a column too many, a comment, a hidden sheet, an author and a title."""
    book = Workbook()
    sheet = book.active
    sheet.title = "visits"
    sheet.append([*COLUMNS, *([f"adress {STREET}"] if aside else [])])
    for row in content:
        sheet.append([*row, *([f"{STREET} 7"] if aside else [])])
    book.properties.creator = ""
    if aside:
        book.properties.creator, book.properties.title = FREE, f"{STREET} 7"
        sheet["B3"].comment = Comment(f"{FREE} bor på {STREET} 7", FREE)
        hidden = book.create_sheet("Blad2")
        hidden.sheet_state = "hidden"
        hidden["A1"] = f"Anna Andersson {FREE}"
    book.save(path)
    return path


def write_wide(path: Path) -> Path:
    """Write the same answers with one column per wave."""
    made = rows()
    lines = ["family;person;score_t0;score_t1;income_t0;income_t1;note_t0"]
    for before, after in zip(made[::2], made[1::2], strict=True):
        cells = [*before[:2], before[4], after[4], before[3], after[3], before[6]]
        lines.append(";".join(str(cell).replace(".", ",") for cell in cells))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command gave back: exit status, what it wrote to the screen, to the log and as warnings."""

    code: int
    out: str
    err: str
    logged: str
    warned: str

    @property
    def said(self) -> str:
        return f"{self.out}\n{self.err}\n{self.logged}\n{self.warned}"


def write_study(folder: Path) -> Path:
    """Write the declarations with the clean data beside them."""
    declare(folder, TABLE, primary="score")
    with (folder / "study.yaml").open("a", encoding="utf-8") as file:
        file.write("data: clean.xlsx\n")
    write_workbook(folder / "clean.xlsx", rows())
    return folder


class Place:
    """A folder for the data and what is made of them, with empty folders for temporary files, caches and settings."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self._monkeypatch, self._capsys = folder, monkeypatch, capsys
        self.study = write_study(folder / "study")
        self.clean = self.study / "clean.xlsx"
        self.faulty = write_workbook(folder / "faulty.xlsx", faulty_rows(), aside=True)
        self.wide = write_wide(folder / "wide.csv")
        self.made = folder / "made"
        self.made.mkdir()
        self.left = folder / "left"
        self.left.mkdir()
        monkeypatch.chdir(self.made)
        for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR"):
            (self.left / name).mkdir()
            monkeypatch.setenv(name, str(self.left / name))
        monkeypatch.setattr(tempfile, "tempdir", None)
        monkeypatch.setattr("os.cpu_count", lambda: 1)
        monkeypatch.delenv("FOU_EVAL_TRACEBACK", raising=False)

    def run(self, *words: object) -> Answer:
        """Run a command in this process as a person would, listening to everything."""
        logged: list[str] = []
        handler = logging.Handler(logging.DEBUG)
        handler.emit = lambda record: logged.append(record.getMessage())  # type: ignore[method-assign]
        root = logging.getLogger()
        level = root.level
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        self._monkeypatch.setattr(sys, "argv", ["fou-eval", *map(str, words)])
        self._capsys.readouterr()
        code: object = 0
        try:
            with warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                cli.main()
        except SystemExit as ended:
            code = ended.code
        finally:
            root.removeHandler(handler)
            root.setLevel(level)
        screen = self._capsys.readouterr()
        return Answer(
            code=code if isinstance(code, int) else 0,
            out=screen.out,
            err=screen.err,
            logged="\n".join(logged),
            warned="\n".join(str(item.message) for item in warned),
        )

    def leftovers(self) -> list[str]:
        """Name the files that lie where only passing things do."""
        return sorted(str(path.relative_to(self.left)) for path in self.left.rglob("*") if path.is_file())

    def written(self) -> list[str]:
        """Name all files that were made, hidden ones too."""
        return sorted(str(path.relative_to(self.made)) for path in self.made.rglob("*"))


def found(marks: Sequence[str], text: str) -> list[str]:
    """Give the marks that stand in a text, whether its numbers have points or commas."""
    spellings = (text, text.replace(",", "."), text.casefold())
    return [mark for mark in marks if any(_stands_in(mark, spelling) for spelling in spellings)]


def _stands_in(mark: str, text: str) -> bool:
    """Say whether a mark stands there; the end of a longer number, such as of a place on a page, is another number."""
    forms = {form for form in (mark, mark.casefold()) if form in text}
    return any(
        re.search(rf"(?<!\d){re.escape(form)}" if form[0].isdigit() else re.escape(form), text)
        for form in forms
    )


def found_in(marks: Sequence[str], folder: Path) -> list[tuple[str, str]]:
    """Give the marks in the names and the contents of all files below a folder, unpacked as far as they can be."""
    hits = []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        hits += [(name, mark) for mark in found(marks, name)]
        if path.is_file():
            hits += [(name, mark) for text in readings(path.read_bytes()) for mark in found(marks, text)]
    return hits


def readings(content: bytes) -> Iterator[str]:
    """Give the content of a file as text in every way that somebody could get at it."""
    for encoding in ("utf-8", "latin-1", "utf-16-le"):
        yield content.decode(encoding, errors="replace")
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as package:
            for part in package.infolist():
                yield f"{part.filename} {part.comment!r} {part.extra!r}"
                yield from readings(package.read(part))
    if content.startswith(b"%PDF"):
        yield from _pdf(content)
    if content.startswith(b"\x89PNG"):
        yield from (
            _inflated(chunk)
            for chunk in re.findall(rb"(?:tEXt|iTXt|zTXt|eXIf)(.*?)(?=IDAT|IEND)", content, re.DOTALL)
        )


def _pdf(content: bytes) -> Iterator[str]:
    reader = PdfReader(BytesIO(content))
    yield from page_words(content)
    yield from (f"{name}: {value}" for name, value in (reader.metadata or {}).items())
    for name, files in reader.attachments.items():
        yield name
        for attached in files:
            yield from readings(attached)
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        yield _inflated(stream)


def _inflated(content: bytes) -> str:
    try:
        return zlib.decompressobj().decompress(content).decode("latin-1")
    except zlib.error:
        return content.decode("latin-1")
