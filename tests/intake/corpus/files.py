"""Write grids as the formats people hand in, also such as no library writes on purpose."""

import datetime as dt
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
from intake.corpus.rows import Grid
from openpyxl.workbook import Workbook


def as_text(value: object, decimal: str = ",") -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return str(value).replace(".", decimal)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def csv_text(grid: Grid, separator: str = ";", newline: str = "\r\n", decimal: str = ",") -> str:
    """Fields as they are, quoted only where the separator or a line break stands in them."""
    lines = []
    for row in grid:
        fields = [as_text(value, decimal) for value in row]
        marked = [f'"{one}"' if separator in one or "\n" in one else one for one in fields]
        lines.append(separator.join(marked) + newline)
    return "".join(lines)


def write_csv(path: Path, grid: Grid, encoding: str = "utf-8-sig", separator: str = ";") -> None:
    path.write_bytes(csv_text(grid, separator).encode(encoding))


def book(**sheets: Grid) -> Workbook:
    """A workbook with these sheets, dates as date cells."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, grid in sheets.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row in grid:
            sheet.append(row)
    return made


def write_book(path: Path, **sheets: Grid) -> None:
    book(**sheets).save(path)


def patch(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Rewrite one part of a workbook (or add it), every other byte of content as it was."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)


def swap(path: Path, part: str, old: str, new: str) -> None:
    """Replace text in one part of a workbook; the text must be there."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content, f"{old} is not in {part}"
        return content.replace(old.encode(), new.encode())

    patch(path, part, change)


def with_macros(path: Path) -> None:
    """Declare a workbook macro-enabled, as Excel does in an xlsm."""
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    swap(path, "[Content_Types].xml", plain, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")


def zip_of(path: Path, parts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)


def compound(path: Path, streams: tuple[str, ...]) -> None:
    """An OLE compound file (old Excel, or an encrypted new one) whose streams of these names are 4096 bytes of 0."""
    fat = [0xFFFFFFFD, *(0xFFFFFFFE,) * 2]
    entries = [_entry("Root Entry", 5, child=1, start=0xFFFFFFFE, size=0)]
    for number, name in enumerate(streams):
        start = 2 + 8 * number
        fat[start:] = [start + 1 + step for step in range(7)] + [0xFFFFFFFE]
        right = number + 2 if number + 1 < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, child=0xFFFFFFFF, start=start, size=4096, right=right))
    fat[1] = 0xFFFFFFFE
    header = (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *(0xFFFFFFFF,) * 108)
    table = struct.pack("<128I", *fat, *(0xFFFFFFFF,) * (128 - len(fat)))
    directory = b"".join(entries).ljust(512, b"\0")
    path.write_bytes(header + table + directory + bytes(4096 * len(streams)))


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = 0xFFFFFFFF) -> bytes:
    text = name.encode("utf-16-le")
    made = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1)
    return made + struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36) + struct.pack("<IQ", start, size)


def bomb(path: Path, megabytes: int, told: int) -> None:
    """A workbook whose only sheet unpacks to so many megabytes, although the archive tells another size."""
    block = b" " * 2**20
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packer.compress(b"<worksheet><sheetData>")
    head = packer.flush(zlib.Z_FULL_FLUSH)
    body = packer.compress(block) + packer.flush(
        zlib.Z_FULL_FLUSH
    )  # a full flush makes it repeatable as it stands
    packed = head + body * megabytes + packer.flush()
    zip_of(path, {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
    name = b"xl/worksheets/sheet1.xml"
    content = path.read_bytes()
    end = content.rindex(b"PK\5\6")
    start = struct.unpack("<I", content[end + 16 : end + 20])[0]
    shared = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), told, len(name), 0)
    local = b"PK\3\4" + shared + name + packed
    entry = b"PK\1\2" + struct.pack("<H", 20) + shared + struct.pack("<HHHII", 0, 0, 0, 0, start) + name
    directory = content[start:end] + entry
    tail = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 3, 3, len(directory), start + len(local), 0)
    path.write_bytes(content[:start] + local + directory + tail)


def frame(grid: Grid) -> pd.DataFrame:
    """The grid as a frame of a statistics program: text, numbers or dates in each column."""
    made = pd.DataFrame(grid[1:], columns=grid[0])
    for name in made.columns:
        filled = made[name].dropna()
        if len(filled) and all(isinstance(one, (int, float)) for one in filled):
            made[name] = made[name].astype(float)
        elif any(isinstance(one, (int, float)) for one in filled):  # numbers, and Stata's .a as its letter
            made[name] = [float(one) if isinstance(one, (int, float)) else one for one in made[name]]
        elif all(isinstance(one, str) for one in filled):
            made[name] = made[name].fillna("").astype(str)
    return made


def write_sav(path: Path, grid: Grid, **settings: object) -> None:
    pyreadstat.write_sav(frame(grid), str(path), **settings)


def write_dta(path: Path, grid: Grid, **settings: object) -> None:
    pyreadstat.write_dta(frame(grid), str(path), **settings)
