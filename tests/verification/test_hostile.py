"""Reports made to mislead, to break the program or to fill the memory: one answer each, and never a fall."""

import json
import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from followed_study import in_row, of_json, opened, saved, told, with_attachments
from pypdf.generic import NameObject
from typer.testing import CliRunner

import fou_eval as fou
from fou_eval.cli import app
from fou_eval.errors import RecordError
from fou_eval.provenance.foreign import read_json
from fou_eval.provenance.record import read_record
from fou_eval.verification import Verification
from fou_eval.verification.drawn import drawn

Edit = Callable[[bytes], bytes]


def verified(place: Path, report: Path) -> Verification:
    return fou.verify(report, study=place / "study")


def pdf(place: Path) -> Path:
    return place / "sv" / "report.pdf"


def put(*keys: str, value: object) -> Edit:
    """Put a value somewhere in a JSON file, written as Python writes it: not a number and endless, too."""

    def edited(content: bytes) -> bytes:
        whole = found = json.loads(content)
        for key in keys[:-1]:
            found = found[key]
        found[keys[-1]] = value
        return json.dumps(whole).encode()

    return edited


def nested(depth: int) -> object:
    found: object = []
    for _ in range(depth):
        found = [found]
    return found


FAULTY = "manifest.json är inte som fou_eval skriver den ({}): den har ändrats efter att rapporten gjordes."
UNREADABLE = "Den bifogade manifest.json är inte läsbar: den har ändrats efter att rapporten gjordes."


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (put("synthetic", value="ja"), FAULTY.format("synthetic")),
        (put("numbers", value="330"), FAULTY.format("numbers")),
        (put("numbers", value=330.5), FAULTY.format("numbers")),
        (put("files", value=[]), FAULTY.format("files")),
        (put("files", "plan.json", value=None), FAULTY.format("files")),
        (put("plan", value="kort"), FAULTY.format("plan")),
        (put("options", "language", value="de"), FAULTY.format("options")),
        (put("options", "profile", value="secret"), FAULTY.format("options")),
        (put("data", "how", value="guessed"), FAULTY.format("data")),
        (put("data", "how", value="sealed"), "Fingeravtryck"),
        (put("data", "tables", "hem", "rows", value="9" * 30), FAULTY.format("data")),
        (put("data", "tables", "hem", "rows", value="-1"), FAULTY.format("data")),
        (put("data", "tables", "hem", "rows", value="a" * 64), FAULTY.format("data")),
        (put("deviations", value={}), FAULTY.format("deviations")),
        (put("ledger", "compared", value="första"), FAULTY.format("ledger")),
        (put("environment", "packages", "numpy", value=2), FAULTY.format("environment")),
        (
            put("format", value=3),
            "Rapporten gjordes av en annan version av fou_eval: manifest.json har ett annat format",
        ),
        (put("format", value="2"), "Rapporten gjordes av en annan version av fou_eval"),
        (put("numbers", value=float("nan")), UNREADABLE),
        (put("numbers", value=float("inf")), UNREADABLE),
        (put("numbers", value=10**400), UNREADABLE),
        (put("more", value=nested(30)), UNREADABLE),
        (put("study", value="\x1b[2Juppf"), UNREADABLE),
        (put("study", value="\u202efpp"), UNREADABLE),
        (put("study", value="\ud800"), UNREADABLE),
        (lambda _: b"[" * 100_000, UNREADABLE),
        (lambda _: b"null", UNREADABLE),
        (lambda _: b"[]", UNREADABLE),
        (lambda _: b'{"a": 1}', UNREADABLE),
        (lambda _: b"\xff\xfe{", UNREADABLE),
        (lambda _: b"", UNREADABLE),
        (lambda content: content.decode().encode("utf-16"), UNREADABLE),
    ],
)
def test_a_manifest_that_is_none(place: Path, tmp_path: Path, edit: Edit, says: str) -> None:
    report = with_attachments(pdf(place), tmp_path / "r.pdf", manifest_json=edit)
    try:
        found = verified(place, report)
    except RecordError as error:
        assert str(error).startswith(says)  # noqa: PT017 - one of two ends
    else:
        assert any(says in each for each in told(found))
        assert found.exit_code == 1


RESULTS = (
    "numbers: Rapportens results.json går inte att läsa, så talen kan inte jämföras ett och ett, och de räknade "
    "filerna är inte de som manifestet anger."
)


def in_results(**values: object) -> Edit:
    def edited(content: bytes) -> bytes:
        found = json.loads(content)
        in_row(found, "maende", "mean_change").update(values)
        return json.dumps(found).encode()

    return edited


@pytest.mark.parametrize(
    "edit",
    [
        put("rows", value={}),
        put("rows", value=[{}]),
        put("rows", value=nested(30)),
        in_results(value="1"),
        in_results(value=float("nan")),
        in_results(value=10**400),
        in_results(n=1.5),
        in_results(primary="ja"),
        in_results(statistic={}),
        in_results(status="secret"),
        in_results(rules="rule.ledger"),
        in_results(rules=[1]),
        lambda _: b"",
        lambda _: b"{" * 100_000,
    ],
)
@pytest.mark.usefixtures("no_pages")
def test_results_that_are_none(place: Path, tmp_path: Path, edit: Edit) -> None:
    """The fingerprints still say that the numbers computed again are those of the report as it was made."""
    report = with_attachments(pdf(place), tmp_path / "r.pdf", results_json=edit)
    found = verified(place, report)
    assert told(found)[-1].startswith("attachments: Ändrat efter att rapporten gjordes: results.json.")
    assert "Alla 330 tal stämmer: results.json och estimates.csv blir desamma, till sista tecknet." in [
        each.text for each in found.findings
    ]
    assert (found.exit_code, found.numbers) == (1, 330)
    other = of_json(lambda content: content["files"].update({"results.json": "0" * 64}))
    report = with_attachments(pdf(place), tmp_path / "r.pdf", results_json=edit, manifest_json=other)
    assert RESULTS in told(verified(place, report))


@pytest.mark.parametrize(
    "values",
    [
        {"statistic": "never_heard_of"},
        {"outcome": "never_heard_of"},
        {"category": "9:9:9"},
        {"category": "0:9"},
        {"scale": "never_heard_of"},
        {"kind": "never_heard_of"},
        {"wave_after": "t9"},
        {"wave_before": "", "wave_after": ""},
        {"unit": "[red]", "better": "\\[", "note": "{0}{name}"},
        {"value": 1e38, "low": "-inf", "high": "inf"},
        {"df": 1e-300, "se": -0.0},
        {"n": -1, "n_families": 10**29},
    ],
    ids=str,
)
@pytest.mark.usefixtures("no_pages")
def test_rows_of_which_nothing_is_known(place: Path, tmp_path: Path, values: dict[str, object]) -> None:
    report = with_attachments(
        pdf(place),
        tmp_path / "r.pdf",
        results_json=of_json(lambda f: in_row(f, "betyg", "mean_change").update(values)),
    )
    found = CliRunner().invoke(app, ["verify", str(report), "--study", str(place / "study")])
    assert found.exit_code == 1
    assert found.exception is None or isinstance(found.exception, SystemExit)


@pytest.mark.parametrize(
    "content",
    [b"outcome\n", b"\xff", b"", b'"', b"\0", b"a,b\n1,2,3\n", b"outcome,value\n" * 2],
    ids=repr,
)
@pytest.mark.usefixtures("no_pages")
def test_a_csv_that_is_none(place: Path, tmp_path: Path, content: bytes) -> None:
    report = with_attachments(pdf(place), tmp_path / "r.pdf", estimates_csv=lambda _: content)
    assert told(verified(place, report))[0].startswith(
        "attachments: Ändrat efter att rapporten gjordes: estimates.csv."
    )


def test_files_outside_are_not_read(place: Path, folder: Path) -> None:
    """A manifest names a file beside the folder, which is there; it is not opened."""
    secret = folder.parent / "secret.txt"
    secret.write_text("secret", "utf-8")
    edit = of_json(lambda found: found["files"].update({"../secret.txt": "0" * 64, str(secret): "0" * 64}))
    (folder / "manifest.json").write_bytes(edit((folder / "manifest.json").read_bytes()))
    (folder / "own notes.txt").write_text("secret", "utf-8")
    record = read_record(folder)
    assert set(record.files) == {
        *("manifest.json", "report.pdf", "results.json", "estimates.csv", "plan.json", "declarations.yaml"),
        *(f"figures/{path.name}" for path in (folder / "figures").glob("*.svg")),
    }


def test_a_stream_that_fills_the_memory(place: Path, tmp_path: Path) -> None:
    """A quarter of a megabyte that unpacks to two hundred: what is attached, and what is drawn."""
    packed = zlib.compress(bytes(200_000_000), 9)
    report = with_attachments(pdf(place), tmp_path / "r.pdf", plan_json=lambda _: packed)
    content = report.read_bytes().replace(
        b"<</Type/EmbeddedFile/Length", b"<</Type/EmbeddedFile/Filter/FlateDecode/Length"
    )
    report.write_bytes(content)
    with pytest.raises(RecordError, match=r"^Pdf-filen är skadad och kan inte läsas\."):
        verified(place, report)


def test_tags_that_go_round(place: Path, tmp_path: Path) -> None:
    writer = opened(pdf(place))
    root = writer.root_object["/StructTreeRoot"]
    root[NameObject("/K")] = writer.root_object.raw_get("/StructTreeRoot")
    assert told(verified(place, saved(writer, tmp_path / "r.pdf")))[0].startswith(
        "pages: Filens egna uppgifter är"
    )


@pytest.mark.parametrize("name", ["manifest.json", "report.pdf", "plan.json", "figures"])
def test_folders_in_the_place_of_files(place: Path, folder: Path, name: str) -> None:
    target = folder / name
    if target.is_file():
        target.unlink()
        target.mkdir()
    try:
        assert verified(place, folder).exit_code == (0 if name == "figures" else 1)
    except RecordError as error:
        assert name == "manifest.json"
        assert str(error).startswith("Rapporten kan inte läsas")  # noqa: PT017


def test_a_path_that_is_none(place: Path) -> None:
    for path in ("\0", "a" * 5000, ""):
        with pytest.raises(RecordError):
            verified(place, Path(path))


def flipped(content: bytes, seed: int) -> bytes:
    """Give the content with one bit of one byte turned."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    at = draw.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << draw.randrange(8))]) + content[at + 1 :]


@pytest.mark.parametrize("seed", range(8))
def test_one_bit_of_the_file(place: Path, tmp_path: Path, seed: int) -> None:
    report = tmp_path / "r.pdf"
    report.write_bytes(flipped(pdf(place).read_bytes(), seed))
    try:
        found = verified(place, report)
    except RecordError:
        return
    assert found.exit_code == 1
    assert told(found)


def test_other_bits_of_the_file_end_in_an_answer(place: Path) -> None:
    """Reading alone, which is what can fall: attachments and marks of every page."""
    whole = pdf(place).read_bytes()
    marks = drawn(whole, "sv")
    for seed in range(100, 106):
        content = flipped(whole, seed)
        try:
            assert drawn(content, "sv") is not marks
        except RecordError as error:
            assert str(error).startswith("Pdf-filen är skadad")  # noqa: PT017


def test_a_value_for_a_value() -> None:
    """What cannot be read is refused with one kind of error."""
    for content in (
        b"1e400",
        b"-Infinity",
        b'"\\u0007"',
        b'{"a\\u0007": 1}',
        b"[" * 30 + b"]" * 30,
        b"tru",
    ):
        with pytest.raises(ValueError):
            read_json(content)
    whole: Any = read_json('{"å": [1, 2.5, true, null, "a\\n"]}'.encode())
    assert whole == {"å": [1, 2.5, True, None, "a\n"]}


def test_a_bundle_is_to_be_unpacked_first(tmp_path: Path) -> None:
    archive = tmp_path / "bundle.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("report/report.pdf", b"%PDF-1.7")
    with pytest.raises(RecordError) as refused:
        fou.verify(archive)
    assert str(refused.value) == (
        "Filen är ett arkiv. Är det ett granskningspaket: packa upp det och ange report/report.pdf i det."
    )
