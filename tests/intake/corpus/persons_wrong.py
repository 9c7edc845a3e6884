"""Whatever points out a person, in every place a file has."""

from pathlib import Path

from intake.corpus.cases import Cases, either, error, graded, info, stop, wanted, warning
from intake.corpus.files import book, patch, swap, write_book, write_csv
from intake.corpus.rows import follow_up, number_with_check, put
from openpyxl.worksheet.datavalidation import DataValidation

case = Cases()
GIRL = number_with_check("120314980")
"""A girl born 14 March 2012, by a number of the test series."""
BOY = number_with_check("091122981")
MOTHER = number_with_check("840502998")
COORDINATION = number_with_check("840562984")
"""A coordination number: sixty is added to the day."""


def dashed(number: str, century: str = "", dash: str = "-") -> str:
    return f"{century}{number[:6]}{dash}{number[6:]}"


@case(
    "nummer_i_alla_kolumner.xlsx", "stop",
    stop("direct_identifier", "K5"), stop("direct_identifier", "B11"), stop("direct_identifier", "F14"),
    stop("direct_identifier", "A91"), stop("direct_identifier", "K91"), stop("direct_identifier", "J2"),
    stop("direct_identifier", "G8"), stop("direct_identifier", "K20"), error("out_of_range", "F17", "maende"),
    never=(GIRL, f"20{GIRL}", dashed(GIRL), BOY, dashed(BOY, "20"), MOTHER, f"19{MOTHER}", COORDINATION,
           dashed(COORDINATION)),
)  # fmt: skip
def numbers_in_every_column(path: Path) -> None:
    """Identity numbers as text and as numbers, in ids, outcomes and remarks; besides, one ordinary fault."""
    values = {
        "K5": f"Se akt för {GIRL[:6]} {GIRL[6:]}", "B11": dashed(MOTHER, "19"), "F14": int(f"20{BOY}"),
        "A91": dashed(BOY, dash="–"), "K91": f"sökt {dashed(COORDINATION)}.", "J2": int(MOTHER), "G8": int(f"20{GIRL}"),
        "K20": f"({dashed(MOTHER, '19', '+')})", "F17": 0,
    }  # fmt: skip
    write_book(path, Data=put(follow_up(9), values))


@case(
    "sist_av_660.csv", "stop",
    stop("direct_identifier", "K661"), stop("direct_identifier", "K502"), error("out_of_range", "F660", "maende"),
    rows=660, never=("070-174 06 45", "olle.latsas@example.org"),
)  # fmt: skip
def after_five_hundred_rows(path: Path) -> None:
    """660 rows; an e-mail address in row 502, a telephone number in the last, a number fault in the last but one."""
    grid = put(
        follow_up(66),
        {"K661": "nås på 070-174 06 45", "K502": "skriv till olle.latsas@example.org", "F660": 0},
    )
    write_csv(path, grid, "utf-8")


@case(
    "kontaktuppgifter.csv", "stop",
    *(stop("direct_identifier", f"K{row}", "kommentar") for row in (3, 6, 9, 12, 15, 21, 24, 27)),
    either(stop("direct_identifier", "K18"), stop("possible_identifier", "K18"), warning("possible_identifier", "K18")),
    must_not=(stop(None, "K2"), stop(None, "K5"), warning(None, "K2"), warning(None, "K5")),
    never=("46701740646", "0701740647", "70-174 06 48", "192.0.2.99", "2001:db8::17", "SE4550000000058398257466",
           "Låtsasgatan", "Påhittsvägen", "lisa(at)example.org", "lisa"),
)  # fmt: skip
def contact_details(path: Path) -> None:
    """Telephones, addresses, IP of both kinds, e-mail, an account; two remarks that are harmless."""
    values = {
        "K2": "Ringde 3 gånger, 2 svar", "K5": "Möte kl 08.30-15.45 i v. 12", "K3": "+46 (0)70 174 06 46",
        "K6": "tfn 0701740647 efter kl 16", "K9": "bor på Låtsasgatan 14 B", "K12": "loggade in från 192.0.2.99",
        "K15": "IBAN SE45 5000 0000 0583 9825 7466", "K18": "lisa(at)example.org", "K21": "Flyttat: Påhittsvägen 3",
        "K24": "0046-70-174 06 48", "K27": "svarade från 2001:db8::17",
    }  # fmt: skip
    write_csv(path, put(follow_up(9), values), "utf-8-sig")


@case(
    "kanske_personer.csv", "warning",
    graded("warning stop", "possible_identifier", "K3"), graded("warning stop", "possible_identifier", "K6"),
    either(warning("possible_identifier", "K9"), stop("possible_identifier", "K9"), stop("direct_identifier", "K9")),
    graded("warning stop", "possible_identifier", "K12"),
    either(warning("possible_identifier", "K15"), stop("possible_identifier", "K15"), stop("direct_identifier", "K15")),
    also=("stop",), never=("2024/00417", "Låtsasskolan", "3 maj 2011", "120314-XXXX", "Kerstin"),
)  # fmt: skip
def possibly_persons(path: Path) -> None:
    """A case number, a school, a date in text, an incomplete identity number, mother's first name."""
    values = {"K3": "dnr 2024/00417", "K6": "Byter till Låtsasskolan", "K9": "fyllde år 3 maj 2011",
              "K12": "120314-XXXX", "K15": "mamma Kerstin deltog"}  # fmt: skip
    write_csv(path, put(follow_up(9), values))


WRONG_CHECK = GIRL[:-1] + str((int(GIRL[-1]) + 1) % 10)


@case(
    "fel_kontrollsiffra.csv", "stop",
    either(stop("direct_identifier", "B91"), stop("possible_identifier", "B91"), warning("possible_identifier", "B91")),
    either(stop("direct_identifier", "K2"), stop("possible_identifier", "K2"), warning("possible_identifier", "K2")),
    either(error("bad_pattern", "B91"), stop(None, "B91")),
    also=("error",), never=(WRONG_CHECK, dashed(WRONG_CHECK)),
)  # fmt: skip
def wrong_check_digit(path: Path) -> None:
    """An identity number with a slip of the finger points out a person all the same."""
    write_csv(path, put(follow_up(9), {"B91": dashed(WRONG_CHECK, "20"), "K2": f"pnr {dashed(WRONG_CHECK)}"}))


@case(
    "egna_id.xlsx", "stop",
    stop("identifying_id", "B2", "person_id"),
    either(stop("identifying_id", "A14"), stop("direct_identifier", "A14")),
    either(stop("identifying_id", "B20"), stop("direct_identifier", "B20")),
    graded("warning stop", "identifying_id", "B91"),
    graded("warning stop", "identifying_id", "B88"),
    must_not=(stop("identifying_id", "B3"), stop("identifying_id", "A2")),
    never=("LL2012", "Påhittsson", "lisa.l", "5d41402abc4b2a76b9719d911017c592", "a94a8fe5ccb19ba61c4c0873d391e987"),
)  # fmt: skip
def speaking_ids(path: Path) -> None:
    """Initials with a year, a surname, first name and initial, an MD5 and half a SHA-1 sum as ids."""
    values = {"B2": "LL2012", "A14": "Påhittsson", "B20": "lisa.l", "B91": "5d41402abc4b2a76b9719d911017c592",
              "B88": "a94a8fe5ccb19ba61c4c0873d391e987"}  # fmt: skip
    write_book(path, Data=put(follow_up(9), values))


@case(
    "rubriker_med_person.xlsx", "stop",
    either(stop("direct_identifier", "L3"), stop("direct_identifier", "column L")),
    either(stop("direct_identifier", "M3"), stop("direct_identifier", "column M")),
    stop("direct_identifier", "A1"),
    info("data_located"),
    rows=90, never=(dashed(GIRL), GIRL, "Lisa Låtsas", "070-174 06 49"),
)  # fmt: skip
def person_in_headers(path: Path) -> None:
    """A title with a telephone number above the table; an identity number and a name as headers."""
    grid = put(follow_up(9), {"L1": f"svar {dashed(GIRL)}", "M1": "Lisa Låtsas", "L2": 3, "M2": 4})
    write_book(path, Data=[["Frågor: ring 070-174 06 49"], [], *grid])


@case(
    "bladnamn.xlsx", "stop", either(stop("direct_identifier", "sheet #1"), stop("possible_identifier", "sheet #1")),
    error("out_of_range", "F91", "maende"), never=("Lisa Låtsas", dashed(BOY), BOY),
    must_not=(wanted(None, None, f"sheet Lisa Låtsas {dashed(BOY)}"),),
)  # fmt: skip
def person_as_sheet(path: Path) -> None:
    """The sheet's name is a person's, with the identity number: no output may repeat it as the sheet of a fault."""
    write_book(path, **{f"Lisa Låtsas {dashed(BOY)}": put(follow_up(9), {"F91": 11})})


@case(
    f"uppfoljning {dashed(MOTHER)}.csv", "stop", stop("direct_identifier"), error("out_of_range", "J2", "steg"),
    never=(MOTHER, dashed(MOTHER)),
)  # fmt: skip
def person_as_file(path: Path) -> None:
    """The file's name holds an identity number."""
    write_csv(path, put(follow_up(9), {"J2": 8}))


@case(
    "gommor.xlsx", "stop",
    stop("direct_identifier", "sheet Läs mig"),
    never=(dashed(GIRL), GIRL, dashed(BOY), BOY, "Lisa Låtsas", "070-174 06 50", "olle.latsas@example.org"),
)  # fmt: skip
def hiding_places(path: Path) -> None:
    """A defined name, a drop-down list, a page header and a note sheet name persons."""
    made = book(Data=follow_up(9), Läs_mig=[["Frågor till Lisa Låtsas, 070-174 06 50"]])
    rule = DataValidation("list", formula1=f'"{dashed(BOY)},nej"')
    rule.add("K2:K91")
    made["Data"].add_data_validation(rule)
    made["Data"].oddHeader.left.text = "olle.latsas@example.org"
    made.save(path)
    swap(
        path,
        "xl/workbook.xml",
        "</sheets>",
        f'</sheets><definedNames><definedName name="klient">"{dashed(GIRL)}"</definedName></definedNames>',
    )


@case(
    "bara_ett_namngivet_omrade.xlsx", "stop", stop("direct_identifier"), never=(dashed(GIRL, "20"), GIRL),
)  # fmt: skip
def only_a_defined_name(path: Path) -> None:
    """Nothing but a defined name points out a person."""
    write_book(path, Data=follow_up(9))
    swap(
        path,
        "xl/workbook.xml",
        "</sheets>",
        f'</sheets><definedNames><definedName name="klient">"{dashed(GIRL, "20")}"</definedName></definedNames>',
    )


@case("bara_sidhuvud.xlsx", "stop", stop("direct_identifier"), never=(dashed(GIRL, "20"), GIRL))
def only_a_page_header(path: Path) -> None:
    """Nothing but the header of the printed page points out a person."""
    made = book(Data=follow_up(9))
    made["Data"].oddHeader.center.text = f"Akt {dashed(GIRL, '20')}"
    made.save(path)


@case("bara_rullista.xlsx", "stop", stop("direct_identifier"), never=(dashed(BOY, "20"), BOY))
def only_a_list(path: Path) -> None:
    """Nothing but a drop-down list points out a person."""
    made = book(Data=follow_up(9))
    rule = DataValidation("list", formula1=f'"{dashed(BOY, "20")},nej"')
    rule.add("K2:K91")
    made["Data"].add_data_validation(rule)
    made.save(path)


@case("bara_pivot.xlsx", "stop", stop(None),
      never=(MOTHER, dashed(MOTHER, "19")))  # fmt: skip
def only_a_pivot(path: Path) -> None:
    """Nothing but the store of a pivot table that was deleted from view points out a person."""
    write_book(path, Data=follow_up(9))
    store = (
        '<?xml version="1.0"?><pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cacheFields count="1"><cacheField name="klient"><sharedItems count="1"><s v='
        f'"{dashed(MOTHER, "19")}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>'
    )
    patch(path, "xl/pivotCache/pivotCacheDefinition1.xml", lambda _: store.encode())
    swap(path, "[Content_Types].xml", "</Types>", (
        '<Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" ContentType="application/vnd.openxmlformats'
        '-officedocument.spreadsheetml.pivotCacheDefinition+xml"/></Types>'))  # fmt: skip
