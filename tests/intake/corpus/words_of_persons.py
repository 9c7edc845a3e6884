"""Persons in words and numbers as people write them, and ordinary words that point out nobody."""

from pathlib import Path

from intake.corpus.cases import Cases, Wanted, either, error, stop, warning
from intake.corpus.files import write_book, write_csv
from intake.corpus.persons_wrong import BOY, GIRL, MOTHER, dashed
from intake.corpus.rows import follow_up, put

case = Cases()
SIX = 60


def person(where: str) -> Wanted:
    """Said to be, or possibly to be, a person."""
    return either(
        stop("direct_identifier", where),
        stop("possible_identifier", where),
        warning("possible_identifier", where),
    )


@case(
    "telefoner.csv", "stop", *(stop("direct_identifier", f"K{row}") for row in range(2, 8)), rows=SIX,
    never=("070 174 06 53", "0701740654", "07017 40655", "0701740656", "46701740657", "0701740658"),
)  # fmt: skip
def telephones(path: Path) -> None:
    """Six ways to write a mobile number."""
    values = {"K2": "070 174 06 53", "K3": "mobil 070/1740654", "K4": "07017 40655", "K5": "070-1740 656 (mamma)",
              "K6": "+4670-174 06 57", "K7": "070.174.06.58"}  # fmt: skip
    write_csv(path, put(follow_up(6), values), "utf-8")


@case(
    "nummer_med_knep.xlsx", "stop",
    stop("direct_identifier", "F14"), stop("direct_identifier", "K2"), stop("direct_identifier", "K3"),
    stop("direct_identifier", "K4"), stop("direct_identifier", "K5"), person("K6"), person("K7"), rows=SIX,
    never=(BOY[1:], GIRL, f"20{GIRL}", dashed(GIRL), MOTHER, f"19{MOTHER}", "120314"),
)  # fmt: skip
def tricky_numbers(path: Path) -> None:
    """A lost leading zero, points and slashes, digits set wide, inside other text, last four set apart, masked."""
    wide = " ".join(MOTHER)
    values = {
        "F14": int(BOY), "K2": f"2012.03.14-{GIRL[6:]}", "K3": f"2012/03/14 {GIRL[6:]}", "K4": f"pnr:{GIRL};klar",
        "K5": wide, "K6": "120314-****", "K7": f"född 120314, sista fyra {GIRL[6:]}",
    }  # fmt: skip
    write_book(path, Data=put(follow_up(6), values))


@case(
    "delat_nummer.xlsx", "stop", either(person("L2"), person("L1"), stop("direct_identifier", "column L")),
    error("unknown_column", "L1"), error("unknown_column", "M1"),
    also=("error",), rows=SIX, never=("120314", GIRL[6:]),
)  # fmt: skip
def number_in_two_columns(path: Path) -> None:
    """Date of birth in one undeclared column, the last four digits in the next."""
    grid = put(follow_up(6), {"L1": "född", "M1": "fyra sista"})
    for row in grid[1:]:
        row[11:] = ["120314", GIRL[6:]]
    write_book(path, Data=grid)


@case(
    "namn_i_text.csv", "stop", *(person(f"K{row}") for row in (2, 3, 4, 5, 6, 7)), also=("warning",), rows=SIX,
    never=("Svensson", "Låtsas", "Ahmed", "Kerstin", "Emil", "Fatima"),
)  # fmt: skip
def names_in_remarks(path: Path) -> None:
    """Names in remarks: with a surname, with kin, in the genitive, foreign, in small letters, in capitals."""
    values = {
        "K2": "Samtal med Anna Svensson", "K3": "Moster Kerstin hämtar", "K4": "Emils skola ringde",
        "K5": "Ahmed och Fatima vill flytta", "K6": "pratade med lisa andersson om skolan",
        "K7": "JOHAN LÅTSAS AVBÖJDE",
    }  # fmt: skip
    write_csv(path, put(follow_up(6), values))


@case(
    "skolor_och_akter.csv", "warning", *(person(f"K{row}") for row in (2, 3, 4, 5, 6)), also=("stop",), rows=SIX,
    never=("Påhittsskolan", "Låtsasblomman", "4711", "SN 2024", "ABC 123"),
)  # fmt: skip
def schools_and_cases(path: Path) -> None:
    """Schools, a pre-school, a case number of the board, a case number of a court, a class."""
    values = {"K2": "Går i 7B på Påhittsskolan", "K3": "Förskolan Låtsasblomman", "K4": "Ärende SN 2024/4711",
              "K5": "mål T 4711-24 i tingsrätten", "K6": "diarienr KS 2024.4711"}  # fmt: skip
    write_csv(path, put(follow_up(6), values))


@case("vanliga_ord.csv", "ok")
def ordinary_words(path: Path) -> None:
    """Ordinary remarks with words that are also names, with numbers, times, abbreviations and authorities: nothing."""
    remarks = (
        "Dag för dag blir det bättre", "Frid i familjen nu", "Sommaren blev lugnare", "Kontakt med BUP och skolan",
        "Försäkringskassan har beslutat", "Möte kl 13.15-14.00", "3 av 5 dagar i skolan", "Väntar på svar från soc",
        "Hall och kök renoverade", "Frånvaro 12,5 procent i maj", "Vill börja på SFI i augusti", "Björkarna blommar",
        "LVU upphörde under våren", "Ny bostad, 4 rum", "Mamman orkar mer", "Pappan arbetar 50 procent",
        "Barnet sover 8 timmar", "ADHD-utredning klar", "Ringer varje måndag", "Har läst Pippi Långstrump",
        "Åker buss 14 till skolan", "Sjukskriven t.o.m. juni", "Deltar i Komet", "Inget att tillägga",
    )  # fmt: skip
    grid = follow_up(9)
    for number, row in enumerate(grid[1:]):
        row[10] = remarks[number % len(remarks)]
    write_csv(path, grid)
