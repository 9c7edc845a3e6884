"""Text whose letters were damaged, or that is read as something else than UTF-8."""

from pathlib import Path

from intake.corpus.cases import Cases, error, info, stop
from intake.corpus.files import csv_text, write_csv
from intake.corpus.rows import follow_up, put

case = Cases()


def swedish_text() -> str:
    return csv_text(put(follow_up(6), {"C5": "barn", "C2": "förälder", "K9": "Är åter på väg"}))


@case("macintosh.csv", "stop", stop("wrong_encoding"), rows=None)
def mac_roman(path: Path) -> None:
    """Text of an old Macintosh program: every byte is a letter of Windows-1252, but the wrong one."""
    path.write_bytes(swedish_text().encode("mac_roman"))


@case("dos.csv", "stop", stop("wrong_encoding"), rows=None)
def dos_text(path: Path) -> None:
    """Text of a DOS-time case system (code page 850)."""
    path.write_bytes(swedish_text().encode("cp850"))


@case("utf16_utan_marke.csv", "stop", stop("wrong_encoding"), table=None, rows=None)
def utf16_without_mark(path: Path) -> None:
    """UTF-16 without its mark."""
    path.write_bytes(swedish_text().encode("utf-16-le"))


@case("hopklistrad.csv", "stop", stop("wrong_encoding"), rows=None)
def glued(path: Path) -> None:
    """One centre's UTF-8 with another's Windows-1252 appended."""
    path.write_bytes(
        swedish_text().encode() + "F07;P099;förälder;t0;2024-02-01;5;;;;2;Går på möte\r\n".encode("cp1252")
    )


@case("ersattningstecken.csv", "stop", stop("wrong_encoding"), rows=None)
def replaced_letters(path: Path) -> None:
    """An earlier program has put the replacement character for every å, ä and ö."""
    text = swedish_text()
    for letter in "åäöÅÄÖ":
        text = text.replace(letter, "�")
    path.write_text(text, "utf-8-sig")


@case(
    "cp1252_med_fel.csv", "error",
    info("encoding_read"), error("unknown_code", "C91", "roll"), error("not_a_number", "G88", "franvaro_pct"),
    must_not=(stop("wrong_encoding"), error(None, "C2", "roll")), never=("Trött på läxor",),
)  # fmt: skip
def windows_text(path: Path) -> None:
    """Windows-1252 with tabs; faults in the last rows, and å, ä, ö in what is right."""
    grid = put(follow_up(9), {"C2": "Förälder", "C91": "Mormor", "G88": "låg", "K91": "Trött på läxor"})
    write_csv(path, grid, "cp1252", "\t")
