"""Raw exports of survey tools and registers, which have to be mapped first."""

from pathlib import Path

from intake.corpus.cases import Cases, either, error, stop
from intake.corpus.files import write_book

case = Cases()


@case(
    "redcap_etiketter.csv", "error",
    either(error("foreign_export"), stop("foreign_export"), error("no_header_row"), stop("no_header_row")),
    also=("stop",), table=None, rows=None,
)  # fmt: skip
def redcap_labels(path: Path) -> None:
    """REDCap, exported with labels: Record ID, Event Name, Repeat Instrument, Complete?."""
    path.write_text(
        '"Record ID","Event Name","Repeat Instrument","Repeat Instance","Diagnos (choice=ADHD)","Hur mår du?",'
        '"Complete?"\r\n"1","Före (Arm 1: Familj)","","","Checked","5","Complete"\r\n'
        '"2","Före (Arm 1: Familj)","","","Unchecked","6","Incomplete"\r\n', "utf-8",
    )  # fmt: skip


@case(
    "redcap_kopplad.csv", "error",
    either(error("foreign_export"), stop("foreign_export"), error("unknown_column", "A1", "record_id")),
    either(
        error("foreign_export"), stop("foreign_export"), error("unknown_column", "B1", "redcap_event_name")
    ),
    error("missing_column", None, "matvag"),
    error("out_of_range", "F3", "maende"),
    also=("stop",), rows=2,
)  # fmt: skip
def redcap_half_mapped(path: Path) -> None:
    """REDCap whose fields have our names, but whose events are not waves yet; 12 on a scale that ends at 10."""
    path.write_text(
        "record_id,redcap_event_name,familj_id,person_id,roll,maende,matdatum,uppfoljning_complete\n"
        "1,fore_arm_1,F01,P001,barn,5,2024-02-01,2\n2,fore_arm_1,F01,P002,foralder,12,2024-02-01,2\n", "utf-8",
    )  # fmt: skip


@case(
    "webropol.xlsx", "stop",
    either(stop("direct_identifier", "B4"), stop("direct_identifier", "column B"), stop("direct_identifier", "B2")),
    either(stop("direct_identifier", "C4"), stop("direct_identifier", "column C"), stop("direct_identifier", "C2")),
    either(error("foreign_export"), stop("foreign_export"), error("no_header_row"), stop("no_header_row")),
    table=None, rows=None, never=("192.0.2.17", "192.0.2.18", "lisa.latsas@example.org", "olle.latsas@example.org"),
)  # fmt: skip
def webropol(path: Path) -> None:
    """A survey tool's raw export: questions over two rows, IP addresses and e-mail."""
    write_book(
        path,
        Svar=[
            ["Bakgrund", None, None, "1. Hur mår du?", None],
            ["Respondent", "IP-adress", "E-post", "Just nu", "Förra veckan"],
            [1, "192.0.2.17", "lisa.latsas@example.org", "5 - Varken eller", "4"],
            [2, "192.0.2.18", "olle.latsas@example.org", "7", "6"],
        ],
    )


@case(
    "forms.xlsx", "stop",
    either(stop("direct_identifier", "D1"), stop("direct_identifier", "D2"), stop("direct_identifier", "column D")),
    either(stop("direct_identifier", "E1"), stop("direct_identifier", "E2"), stop("direct_identifier", "column E")),
    either(error("unknown_column", "A1", "ID"), error("foreign_export"), stop("foreign_export")),
    either(error("unknown_column", "B1", "Starttid"), error("foreign_export"), stop("foreign_export")),
    error("not_an_integer", "J3", "maende"),
    rows=2, never=("lisa.latsas@example.org", "Lisa Låtsas", "Olle Låtsas"),
)  # fmt: skip
def forms(path: Path) -> None:
    """A form's answers: its own columns before ours, with e-mail and name; 5.5 where whole numbers are declared."""
    write_book(
        path,
        Sheet1=[
            ["ID", "Starttid", "Slutförandetid", "E-post", "Namn", "Familj ID", "personid", "roll", "matvag", "maende",
             "matdatum"],
            [1, "2024-02-01", "2024-02-01", "lisa.latsas@example.org", "Lisa Låtsas", "F01", "P001", "Barn", "Före", 5,
             "2024-02-01"],
            [2, "2024-02-01", "2024-02-01", "anonymous", "Olle Låtsas", "F02", "P002", "Förälder", "Före", 5.5,
             "2024-02-02"],
        ],
    )  # fmt: skip
