"""Other data, another plan or another codebook than a report was made of: each is told as itself."""

import hashlib
from pathlib import Path

import pytest
from followed_study import (
    INTERNAL,
    NOT_COMPARED,
    OTHER,
    OTHER_SAME,
    SAME,
    children,
    data_in,
    homes,
    study_in,
    told,
    with_cell,
    workbook,
)

import fou_eval as fou
from fou_eval.errors import DataError, RecordError
from fou_eval.verification import Verification

INDICATOR = """  oro: {label: {sv: Oro, en: Worry}, type: integer, min: 0, max: 20, role: outcome, domain: home,
    kind: scale, better: lower}
  kanal:"""


def verified(place: Path, **given: object) -> Verification:
    return fou.verify(place / "sv" / "report.pdf", **{"study": place / "study", **given})


def renumbered(lines: list[str]) -> list[str]:
    return [line.replace("F024", "F031") for line in lines]


def test_the_same_data_are_the_same(place: Path) -> None:
    found = verified(place)
    assert (told(found), found.exit_code, found.verdict, found.lines, found.meaning) == ([], 0, SAME, (), ())
    assert [each.text for each in found.findings] == [
        "Rapportens 4 filer är de som manifestet anger.",
        "Samma data: 2 tabeller, samma rader och samma innehåll.",
        "Samma plan.",
        "Samma kodbok.",
        "Samma program, till sista tecknet.",
        "Samma Python, samma paket och samma slags dator.",
        "Alla 330 tal stämmer, till sista siffran.",
        "Pdf-filen blir densamma, till sista byten.",
    ]
    assert found.title == (
        "Rapporten Uppföljningen, version 1.0 (publicering, svenska), gjord med fou_eval 0.1.0"
    )


def test_in_english(place: Path) -> None:
    found = fou.verify(place / "en", study=place / "study")
    assert [each.text for each in found.findings] == [
        "The 10 files of the report are those that the manifest names.",
        "The same data: 2 tables, the same rows and the same content.",
        "The same plan.",
        "The same codebook.",
        "The same program, to the last character.",
        "The same Python, the same packages and the same kind of machine.",
        "All 330 numbers agree, to the last digit.",
        "The PDF comes out the same, to the last byte.",
    ]
    assert found.verdict == "The report is verified: nothing differs."
    assert verified(place, language="en").verdict == "The report is verified: nothing differs."


@pytest.mark.usefixtures("no_pages")
def test_the_order_of_the_rows_and_the_format_of_the_file_do_not_count(place: Path, tmp_path: Path) -> None:
    turned = data_in(tmp_path / "turned", homes()[::-1], children()[::-1])
    for data in (turned, workbook(tmp_path / "book.xlsx")):
        assert verified(place, data=data).verdict == SAME


@pytest.mark.usefixtures("no_pages")
def test_free_text_is_no_part_of_the_data(place: Path, tmp_path: Path) -> None:
    data = data_in(tmp_path / "data", with_cell(homes(), 1, 4, "annat"))
    assert verified(place, data=data).verdict == SAME


def test_one_cell(place: Path, tmp_path: Path) -> None:
    found = verified(place, data=data_in(tmp_path / "data", with_cell(homes(), 2, 2, "0")))
    assert told(found) == [
        "data: Tabellen hem har samma rader som i rapporten, men minst ett värde är ett annat i maende (Mående).",
        "numbers: 7 av 74 redovisade uppgifter är andra än i rapporten. De står nedan.",
        NOT_COMPARED,
    ]
    assert (found.exit_code, found.verdict) == (1, f"{OTHER} {INTERNAL}")
    lines = {line.statistic: (line.indicator, line.was, line.now) for line in found.lines}
    assert lines["Medelvärde efter"] == (
        "Mående",
        "11,1\N{NO-BREAK SPACE}skalsteg",
        "10,7\N{NO-BREAK SPACE}skalsteg",
    )
    assert lines["Medelförändring, personvägd"] == (
        "Mående",
        "+1,8\N{NO-BREAK SPACE}skalsteg [0,9; 2,8]; p < 0,001",
        "+1,4\N{NO-BREAK SPACE}skalsteg [−0,1; 2,9]; p = 0,07",
    )
    assert found.meaning == (
        (
            "Huvudindikatorn Mående: intervallet för medelförändring, personvägd utesluter inte längre ingen "
            "förändring; p för medelförändring, personvägd ligger inte längre under planens gräns; intervallet för "
            "standardiserad förändring (g_av) utesluter inte längre ingen förändring; intervallet för förändring sedan "
            "inskrivning: Ett år utesluter inte längre ingen förändring; p för förändring sedan inskrivning: Ett år "
            "ligger inte längre under planens gräns."
        ),
    )


def test_a_cell_that_moves_no_number(place: Path, tmp_path: Path) -> None:
    found = verified(place, data=data_in(tmp_path / "data", with_cell(homes(), 1, 3, "1")))
    assert told(found) == [
        "data: Tabellen hem har samma rader som i rapporten, men minst ett värde är ett annat i kanal (Kanal).",
        NOT_COMPARED,
    ]
    assert (found.exit_code, found.verdict) == (1, OTHER_SAME)


@pytest.mark.parametrize(
    ("family", "child", "says"),
    [
        (homes()[:-1], None, "Tabellen hem har en rad mindre än i rapporten (71 mot 72)."),
        (None, children()[:-2], "Tabellen barn har 2 färre rader än i rapporten (106 mot 108)."),
        ([*homes(), "F025,t0,9,1,"], None, "Tabellen hem har en rad mer än i rapporten (73 mot 72)."),
        (
            [*homes(), "F025,t0,9,1,", "F025,t1,9,1,"],
            None,
            "Tabellen hem har 2 fler rader än i rapporten (74 mot 72).",
        ),
    ],
    ids=["one less", "two less", "one more", "two more"],
)
def test_rows(
    place: Path, tmp_path: Path, family: list[str] | None, child: list[str] | None, says: str
) -> None:
    found = verified(place, data=data_in(tmp_path / "data", family, child))
    assert told(found)[0] == f"data: {says}"
    assert (found.exit_code, found.verdict) == (1, f"{OTHER} {INTERNAL}")


def test_other_running_numbers(place: Path, tmp_path: Path) -> None:
    found = verified(place, data=data_in(tmp_path / "data", renumbered(homes()), renumbered(children())))
    says = "data: Tabellen {} har lika många rader som i rapporten men andra löpnummer eller mättillfällen."
    assert told(found) == [says.format("barn"), says.format("hem"), NOT_COMPARED]
    assert found.verdict == OTHER_SAME


def test_a_table_that_is_missing(place: Path, tmp_path: Path) -> None:
    data = data_in(tmp_path / "data")
    (data / "barn.csv").unlink()
    found = verified(place, data=data)
    assert told(found)[0] == "data: Tabellen barn är tom eller saknas här; i rapporten har den 108 rader."
    assert found.meaning[0].startswith("Huvudindikatorn Frånvaro: andel bättre visas inte längre; ")
    assert found.meaning[0].endswith("; och 4 till.")


def test_real_data_for_made_up_ones(place: Path, tmp_path: Path) -> None:
    found = verified(place, data=data_in(tmp_path / "data", real=True))
    assert told(found) == [
        (
            "data: Rapporten gjordes på syntetiska data, men data här säger inte att de är det. Ange rätt datafil: "
            "--data FIL."
        ),
        NOT_COMPARED,
    ]


def test_data_that_are_refused_are_told_at_their_addresses(place: Path, tmp_path: Path) -> None:
    data = data_in(tmp_path / "data", with_cell(homes(), 4, 2, "21"))
    with pytest.raises(DataError, match=r"C6: Största tillåtna värde är 20\. Rätta talet\."):
        verified(place, data=data)


def declared(folder: Path, file: str, old: str, new: str) -> Path:
    text = (study_in(folder) / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    return folder


@pytest.mark.usefixtures("no_pages")
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("plan.yaml", "# decided by the steering group\n", "# decided by somebody else\n\n"),
        ("plan.yaml", "contrast: {before: t0, after: t2}", "contrast:\n    before: t0\n    after: t2"),
        ("tables/hem.yaml", "{sv: Mående, en: Well-being}", '{"sv": "Mående", en: Well-being}'),
        ("study.yaml", "data: data", "data: elsewhere"),
    ],
    ids=["comment", "layout", "quotes", "place of the data"],
)
def test_how_a_declaration_is_written_does_not_count(
    place: Path, tmp_path: Path, file: str, old: str, new: str
) -> None:
    study = declared(tmp_path / "study", file, old, new)
    assert verified(place, study=study, data=place / "study" / "data").verdict == SAME


@pytest.mark.parametrize(
    ("file", "old", "new", "says", "verdict"),
    [
        (
            *("tables/hem.yaml", "sv: Mående", "sv: Välmående"),
            "declarations: tables/hem.yaml: columns.maende.label.sv är ”Välmående” här; i rapporten ”Mående”.",
            OTHER_SAME,
        ),
        (
            *("plan.yaml", "school: franvaro", "school: betyg"),
            "plan: plan.yaml: primary.school är ”betyg” här; i rapporten ”franvaro”.",
            f"{OTHER} {INTERNAL}",
        ),
        (
            *("plan.yaml", "0.95", "0.90"),
            "plan: plan.yaml: confidence är 0.9 här; i rapporten 0.95.",
            f"{OTHER} {INTERNAL}",
        ),
        (*("plan.yaml", "seed: 1", "seed: 2"), "plan: plan.yaml: seed är 2 här; i rapporten 1.", OTHER_SAME),
        (
            *("plan.yaml", "fixed_on: 2026-01-01", "fixed_on: 2026-01-02"),
            "plan: plan.yaml: fixed_on är 2026-01-02 här; i rapporten 2026-01-01.",
            OTHER_SAME,
        ),
    ],
    ids=["label", "primary", "confidence", "seed", "day"],
)
def test_one_line_of_the_declarations(
    place: Path, tmp_path: Path, file: str, old: str, new: str, says: str, verdict: str
) -> None:
    study = declared(tmp_path / "study", file, old, new)
    found = verified(place, study=study, data=place / "study" / "data")
    assert told(found)[0] == says
    assert told(found)[-1] == NOT_COMPARED
    assert len([each for each in told(found) if not each.startswith(("numbers", "pages"))]) == 1
    assert (found.exit_code, found.verdict) == (1, verdict)


def test_an_added_indicator(place: Path, tmp_path: Path) -> None:
    study = declared(tmp_path / "study", "tables/hem.yaml", "  kanal:", INDICATOR)
    found = verified(place, study=study, data=place / "study" / "data")
    assert told(found)[:3] == [
        "data: Tabellen hem har här kolumner som inte finns i rapporten: oro (Oro).",
        (
            "declarations: tables/hem.yaml: columns.oro finns här ({label: {sv: ”Oro”, en: ”Worry”}, "
            "type: ”integer”, min: 0, …) men inte i rapporten."
        ),
        "numbers: 21 av 74 redovisade uppgifter är andra än i rapporten. De står nedan.",
    ]
    assert (found.lines[0].indicator, found.lines[0].was) == ("Oro", "finns inte")


@pytest.mark.usefixtures("no_pages")
def test_without_the_study_its_declarations_are_in_the_report(place: Path) -> None:
    found = fou.verify(place / "sv" / "report.pdf", data=place / "study" / "data")
    assert (told(found), found.verdict) == ([], SAME)


def test_without_data(place: Path) -> None:
    with pytest.raises(RecordError, match=r"^Rapporten innehåller inga data\. Ange datafilen: --data FIL\."):
        fou.verify(place / "sv" / "report.pdf")


def test_the_report_of_another_study(place: Path, tmp_path: Path) -> None:
    study = declared(tmp_path / "study", "study.yaml", "study: uppf", "study: annan")
    with pytest.raises(
        RecordError,
        match=r"^Rapporten gäller studien uppf, men deklarationerna här gäller annan\. Ange rätt mapp: --study MAPP\.$",
    ):
        verified(place, study=study, data=place / "study" / "data")


def test_nothing_is_written_anywhere(place: Path) -> None:
    def state() -> dict[str, str]:
        paths = (path for path in sorted(place.rglob("*")) if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}

    before = state()
    verified(place)
    assert state() == before
