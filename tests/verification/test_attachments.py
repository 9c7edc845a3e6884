"""What came with a report, changed: alone, with its fingerprint, or with all that somebody thinks of."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from followed_study import (
    FETCH,
    INTERNAL,
    TAMPERED,
    consistently,
    in_row,
    of_json,
    opened,
    saved,
    swapped,
    told,
    with_attachments,
    without_attachments,
)

import fou_eval as fou
from fou_eval.errors import RecordError
from fou_eval.verification import Verification

Edit = Callable[[bytes], bytes]
pytestmark = pytest.mark.usefixtures("no_pages")
CHANGED = (
    "attachments: Ändrat efter att rapporten gjordes: {}. Innehållet är inte det som manifest.json anger. "
    + FETCH
)
OTHERWISE = (
    "attachments: Säger något annat än resten av rapporten, eller än det som gjorts igen: {}. Filen och dess "
    "fingeravtryck har ändrats efter att rapporten gjordes."
)
AS_MADE = (
    "numbers: Det som räknats igen är till sista tecknet det results.json som manifestet anger: det är bilagan i "
    "rapporten som har ändrats, inte resultatet."
)
STANDS = (
    "För huvudindikatorerna står slutsatserna kvar: riktning, om intervallet utesluter ingen förändring, majoritet "
    "och p-gräns är desamma."
)
ONE = "numbers: En av 74 redovisade uppgifter är en annan än i rapporten. Den står nedan."


def digit(results: Any) -> None:
    in_row(results, "maende", "mean_change")["value"] = 2.8


def turned(results: Any) -> None:
    in_row(results, "maende", "mean_change").update(value=-1.8, low=-2.8, high=0.9)


def verified(place: Path, report: Path, **given: object) -> Verification:
    return fou.verify(report, study=place / "study", **given)


def pdf(place: Path) -> Path:
    return place / "sv" / "report.pdf"


def test_one_digit_of_the_numbers(place: Path, tmp_path: Path) -> None:
    found = verified(place, with_attachments(pdf(place), tmp_path / "r.pdf", results_json=of_json(digit)))
    assert told(found) == [CHANGED.format("results.json"), ONE, AS_MADE]
    assert (found.exit_code, found.verdict, found.meaning) == (1, TAMPERED, (STANDS,))
    (line,) = found.lines
    assert (line.was, line.now) == (
        "+2,8\N{NO-BREAK SPACE}skalsteg [0,9; 2,8]",
        "+1,8\N{NO-BREAK SPACE}skalsteg [0,9; 2,8]",
    )


def test_a_turned_sign(place: Path, tmp_path: Path) -> None:
    found = verified(place, with_attachments(pdf(place), tmp_path / "r.pdf", results_json=of_json(turned)))
    assert found.meaning == (
        (
            "Huvudindikatorn Mående: medelförändring, personvägd pekar åt andra hållet; intervallet för "
            "medelförändring, personvägd utesluter nu ingen förändring."
        ),
    )


@pytest.mark.parametrize(
    ("name", "edit"),
    [
        ("estimates.csv", swapped("1.8", "2.8")),
        ("plan.json", swapped('"seed": 1', '"seed": 2')),
        ("declarations.yaml", swapped('"seed": 1', '"seed": 2')),
    ],
)
def test_one_digit_of_another_file(place: Path, tmp_path: Path, name: str, edit: Edit) -> None:
    changed = with_attachments(pdf(place), tmp_path / "r.pdf", **{name.replace(".", "_"): edit})
    found = verified(place, changed)
    assert (told(found), found.exit_code, found.verdict) == ([CHANGED.format(name)], 1, TAMPERED)


def test_declarations_that_were_changed_are_not_computed_from_unseen(place: Path, tmp_path: Path) -> None:
    edit = swapped('"school": "franvaro"', '"school": "betyg"')
    changed = with_attachments(pdf(place), tmp_path / "r.pdf", declarations_yaml=edit)
    found = fou.verify(changed, data=place / "study" / "data")
    assert told(found)[:2] == [
        CHANGED.format("declarations.yaml"),
        (
            "plan: plan.yaml deklarerar något annat än i rapporten, men vad går inte att säga: rapportens egna "
            "deklarationer finns inte med eller har ändrats."
        ),
    ]
    assert found.verdict == f"{TAMPERED} {INTERNAL}"


@pytest.mark.parametrize(
    "edit",
    [swapped('"seed": 1', '"seed": ['), lambda _: b"\xff\xfe", lambda _: b"", swapped('"uppf"', '"annan"')],
)
def test_declarations_that_cannot_be_used(place: Path, tmp_path: Path, edit: Edit) -> None:
    changed = with_attachments(pdf(place), tmp_path / "r.pdf", declarations_yaml=edit)
    with pytest.raises(RecordError, match=r"^Rapportens bifogade declarations\.yaml saknas eller är skadad"):
        fou.verify(changed, data=place / "study" / "data")
    assert told(verified(place, changed)) == [CHANGED.format("declarations.yaml")]


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        ({"results_json": of_json(digit)}, "results.json ≠ estimates.csv"),
        ({"results_json": of_json(lambda found: found.update(profile="internal"))}, "results.json: profile"),
        (
            {"results_json": of_json(lambda found: found["contrast"].update(after="t1"))},
            "results.json: contrast",
        ),
        ({"results_json": of_json(lambda found: found["rows"].pop())}, "manifest.json: rows"),
        ({"estimates_csv": swapped("1.8", "2.8")}, "results.json ≠ estimates.csv"),
        ({"estimates_csv": swapped("publication", "internal")}, "results.json ≠ estimates.csv"),
        ({"plan_json": swapped('"seed": 1', '"seed": 2')}, "plan.json"),
        ({"declarations_yaml": swapped('"seed": 1', '"seed": 2')}, "declarations.yaml"),
        (
            {"manifest_json": of_json(lambda found: found.update(study_version="2.0"))},
            "results.json: version",
        ),
        ({"manifest_json": of_json(lambda found: found.update(numbers=331))}, "manifest.json: numbers"),
        (
            {"manifest_json": of_json(lambda found: found.update(data_until="2016-01-01"))},
            "manifest.json: data_until",
        ),
        (
            {"manifest_json": of_json(lambda found: found["deviations"].update(fixed_on="2025-01-01"))},
            "manifest.json: deviations.fixed_on",
        ),
        (
            {
                "manifest_json": of_json(lambda found: found["plan"].update(confidence=0.9)),
                "plan_json": of_json(lambda found: found.update(confidence=0.9)),
            },
            "manifest.json: plan.confidence",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_and_its_fingerprint(place: Path, tmp_path: Path, edits: dict[str, Edit], says: str) -> None:
    found = verified(place, consistently(pdf(place), tmp_path / "r.pdf", **edits))
    first = told(found)[0].removeprefix(OTHERWISE.partition("{")[0])
    assert says in first.partition(". Filen")[0].split(", ")
    assert (found.exit_code, found.verdict) == (1, TAMPERED)


def test_all_files_with_numbers_and_their_fingerprints(place: Path, tmp_path: Path) -> None:
    def with_row(content: bytes) -> bytes:
        rows = content.decode().splitlines()
        at = next(i for i, row in enumerate(rows) if "maende" in row and ",mean_change," in row)
        rows[at] = rows[at].replace(",1.8,", ",2.8,")
        return "\n".join([*rows, ""]).encode()

    changed = consistently(
        pdf(place), tmp_path / "r.pdf", results_json=of_json(digit), estimates_csv=with_row
    )
    found = verified(place, changed)
    assert told(found)[0] == ONE
    assert found.verdict == (
        "Rapporten är INTE verifierad: samma data, plan och program ger andra tal än de som står i den."
    )


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (
            lambda found: found["data"]["tables"]["hem"].update(rows="73"),
            (
                "Fingeravtrycken av tabellen hem i manifestet säger emot varandra: de har ändrats efter att rapporten "
                "gjordes."
            ),
        ),
        (
            lambda found: found["data"]["tables"]["hem"]["columns"].update(maende="0" * 64),
            (
                "Fingeravtrycken av tabellen hem i manifestet säger emot varandra: de har ändrats efter att rapporten "
                "gjordes."
            ),
        ),
        (
            lambda found: found["data"]["tables"]["barn"].update(content="0" * 64),
            (
                "Fingeravtrycken av tabellen barn i manifestet säger emot varandra: de har ändrats efter att rapporten "
                "gjordes."
            ),
        ),
        (
            lambda found: found["data"].update(how="none", tables={}),
            (
                "Manifestet saknar det fingeravtryck av data som en sådan rapport alltid har: det "
                "har ändrats efter att "
                "rapporten gjordes."
            ),
        ),
        (
            lambda found: found["files"].pop("plan.json"),
            (
                "Varje rapport har plan.json, men manifest.json anger inget fingeravtryck av "
                "det: manifestet har ändrats "
                "efter att rapporten gjordes."
            ),
        ),
        (
            lambda found: found["files"].update({"../hemligt": "0" * 64}),
            "Saknas, fast manifest.json anger att rapporten har det: ../hemligt. " + FETCH,
        ),
    ],
    ids=["rows", "column", "content", "no marks", "no file", "a file outside"],
)
def test_the_manifest_alone_changed(
    place: Path, tmp_path: Path, edit: Callable[[Any], None], says: str
) -> None:
    found = verified(place, with_attachments(pdf(place), tmp_path / "r.pdf", manifest_json=of_json(edit)))
    assert told(found)[0] == f"attachments: {says}"
    assert (found.exit_code, found.verdict) == (1, TAMPERED)


def test_a_manifest_that_was_saved_anew(place: Path, tmp_path: Path) -> None:
    changed = with_attachments(pdf(place), tmp_path / "r.pdf", manifest_json=lambda content: content + b"\n")
    assert told(verified(place, changed)) == [
        (
            "attachments: Skrivet på ett annat sätt än fou_eval skriver det: manifest.json. Det har "
            "sparats om efter att "
            "rapporten gjordes."
        )
    ]


def test_a_report_for_publication_is_computed_in_no_other_profile(place: Path, tmp_path: Path) -> None:
    """A manifest that asks for the internal profile does not make the program tell what is not shown."""
    edit = of_json(lambda found: found["options"].update(profile="internal"))
    found = verified(place, with_attachments(pdf(place), tmp_path / "r.pdf", manifest_json=edit))
    assert told(found)[0] == OTHERWISE.format("results.json: profile, results.json ≠ estimates.csv")
    assert (found.verdict, found.lines, found.differences) == (TAMPERED, (), ())


def test_an_added_attachment(place: Path, tmp_path: Path) -> None:
    writer = opened(pdf(place))
    writer.add_attachment("bättre.csv", b"1")
    assert told(verified(place, saved(writer, tmp_path / "r.pdf"))) == [
        (
            "attachments: Bifogat fast det inte hör till rapporten: bättre.csv. Det har lagts till efter att rapporten "
            "gjordes."
        )
    ]


def test_two_attachments_of_one_name(place: Path, tmp_path: Path) -> None:
    writer = opened(pdf(place))
    writer.add_attachment("results.json", b"{}")
    assert told(verified(place, saved(writer, tmp_path / "r.pdf"))) == [
        (
            "attachments: Bifogat mer än en gång under samma namn: results.json. Vilken av filerna en läsare får se "
            "beror på hennes program."
        )
    ]


def test_a_removed_attachment(place: Path, tmp_path: Path) -> None:
    writer = opened(pdf(place))
    names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    at = names.index("estimates.csv")
    del names[at : at + 2]
    assert told(verified(place, saved(writer, tmp_path / "r.pdf"))) == [
        f"attachments: Saknas, fast manifest.json anger att rapporten har det: estimates.csv. {FETCH}"
    ]


def test_saved_without_attachments(place: Path, tmp_path: Path) -> None:
    with pytest.raises(RecordError) as error:
        verified(place, without_attachments(pdf(place), tmp_path / "r.pdf"))
    assert str(error.value) == (
        "Pdf-filen har ingen bifogad manifest.json. Den är inte gjord av fou_eval, eller så har bilagorna tagits "
        "bort, vilket händer när en pdf skrivs ut eller sparas om. Hämta filen där den publicerades, eller ange "
        "rapportens mapp."
    )


def test_a_file_beside_the_report(place: Path, folder: Path) -> None:
    (folder / "estimates.csv").write_text("outcome\n", "utf-8")
    (folder / "figures" / "overview.svg").unlink()
    (folder / "own notes.txt").write_text("are left alone", "utf-8")
    assert told(verified(place, folder)) == [
        CHANGED.format("estimates.csv"),
        f"attachments: Saknas, fast manifest.json anger att rapporten har det: figures/overview.svg. {FETCH}",
    ]


def test_no_pdf_or_a_damaged_one_in_the_folder(place: Path, folder: Path) -> None:
    (folder / "report.pdf").write_bytes(b"%PDF-1.7")
    assert told(verified(place, folder)) == [
        "attachments: report.pdf i mappen är skadad och kan inte läsas. Hämta den igen där den publicerades.",
    ]
    (folder / "report.pdf").unlink()
    assert told(verified(place, folder)) == [f"attachments: report.pdf saknas i mappen. {FETCH}"]


def test_the_manifest_alone(place: Path, folder: Path) -> None:
    found = verified(place, folder / "manifest.json")
    assert told(found) == [
        "attachments: Bara manifestet gavs. Med rapportens pdf eller mapp jämförs även bilagor, enskilda tal och sidor."
    ]
    assert (found.numbers, found.exit_code, found.verdict) == (
        330,
        0,
        (
            "Rapporten är verifierad så långt det går: inget av det som kunnat jämföras skiljer. Vad som inte kunnat "
            "jämföras står ovan."
        ),
    )
    edit = of_json(lambda found: found["files"].update({"results.json": sha256(b"").hexdigest()}))
    (folder / "manifest.json").write_bytes(edit((folder / "manifest.json").read_bytes()))
    found = verified(place, folder / "manifest.json")
    assert told(found)[1] == (
        "numbers: Filerna med talen, results.json och estimates.csv, blir inte desamma till sista tecknet. Vilka tal "
        "som skiljer syns om rapportens pdf eller mapp anges i stället för manifestet."
    )
    assert found.exit_code == 1
