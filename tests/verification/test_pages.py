"""The pages of a report, changed: what is told of words, figures, notes, and of what cannot be seen."""

import re
import shutil
from pathlib import Path

import pytest
from followed_study import (
    FETCH_PDF,
    PAGES,
    of_json,
    opened,
    page_edited,
    saved,
    told,
    with_attachments,
    without_attachments,
)
from pypdf import PageObject, PdfReader
from pypdf.annotations import FreeText
from pypdf.generic import (
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

import fou_eval as fou
from fou_eval.errors import RecordError
from fou_eval.verification import Verification

DETAILS = (
    "pages: Filens egna uppgifter är ändrade: titel, datum, språk, bokmärken eller de taggar som skärmläsare läser "
    f"upp. {FETCH_PDF}"
)
REDRAWN = "pages: Orden är desamma, men figurer, linjer, typsnitt eller länkar är ändrade på sida"
ACTING = (
    "pages: Pdf-filen har lager, formulär eller åtgärder som körs när den öppnas: en rapport har inga. Hämta den igen "
    "där den publicerades."
)
ANEW = (
    "pages: Allt som går att läsa i pdf-filen är detsamma, men filen är inte densamma till sista byten: den har "
    "sparats om eller ändrats efter att den gjordes. Hämta den igen där den publicerades."
)


def verified(place: Path, report: Path, **given: object) -> Verification:
    return fou.verify(report, study=place / "study", **given)


def pdf(place: Path) -> Path:
    return place / "sv" / "report.pdf"


def test_one_dependency(place: Path, tmp_path: Path) -> None:
    edit = of_json(lambda found: found["environment"]["packages"].update(numpy="1.26.4"))
    found = verified(place, with_attachments(pdf(place), tmp_path / "r.pdf", manifest_json=edit))
    note, page = told(found)
    assert note.startswith("environment: Andra paket än i rapporten: numpy ")
    assert note.endswith(" (rapporten: 1.26.4). För samma: installera efter rapportens requirements.lock.")
    assert re.match("pages: Sida [5-9]: i rapporten står ”", page)
    assert "numpy 1.26.4," in page.replace("\N{NO-BREAK SPACE}", " ")
    assert found.verdict.startswith(
        "Rapporten är INTE verifierad: alla tal stämmer, men sidorna är inte de som "
    )


def test_the_pdf_of_another_run(place: Path, folder: Path) -> None:
    shutil.copy(place / "en" / "report.pdf", folder)
    found = verified(place, folder)
    assert told(found)[0] == (
        "attachments: Ligger i pdf-filen i en annan lydelse än bredvid den: manifest.json. Pdf och mapp hör inte till "
        "samma körning."
    )
    assert told(found)[1].startswith("pages: Sida 1: i rapporten står ”The follow-up: what changed? ")


def test_a_pdf_that_lost_its_attachments(place: Path, folder: Path) -> None:
    without_attachments(pdf(place), folder / "report.pdf")
    assert told(verified(place, folder))[0] == (
        "attachments: Saknas bland pdf-filens bilagor, vilket händer när en pdf skrivs ut eller sparas om: "
        f"results.json, estimates.csv, plan.json, declarations.yaml, manifest.json. {FETCH_PDF}"
    )


def test_verdict_of_pages_is_for_pages_alone(place: Path, tmp_path: Path) -> None:
    edit = of_json(lambda found: found["environment"]["packages"].update(rich="0.1"))
    found = verified(place, with_attachments(pdf(place), tmp_path / "r.pdf", manifest_json=edit))
    assert found.verdict == PAGES
    assert next(each.text for each in found.findings if each.about == "environment").startswith(
        "Det som räknar och ritar är detsamma; andra är bara paket som inte kan ändra ett tal eller en sida: rich "
    )


@pytest.fixture
def page(place: Path) -> int:
    """The place of the page with the table of the domains, counted from 0."""
    pages = PdfReader(pdf(place)).pages
    return next(at for at, page in enumerate(pages) if "Mående 9,3 11,1 +1,8" in page.extract_text())


def glyphs(page: PageObject, font: str) -> dict[str, bytes]:
    """Give the characters of a font, as they are written on the page."""
    table = page["/Resources"]["/Font"][font]["/ToUnicode"].get_object().get_data().decode("latin1")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]{4})>", table)
    return {chr(int(char, 16)): bytes.fromhex(glyph) for glyph, char in pairs}


def with_text(report: Path, out: Path, at: int, old: str, new: str) -> Path:
    """Write another text on a page, in glyphs that its font has."""
    writer = opened(report)
    page = writer.pages[at]
    content = ContentStream(page.get_contents(), writer)
    known: dict[str, bytes] = {}
    for operands, operator in content.operations:
        if operator == b"Tf":
            known = glyphs(page, str(operands[0]))
        if operator == b"TJ" and all(char in known for char in old + new):
            was, now = (b"".join(known[char] for char in text) for text in (old, new))
            if (
                b"".join(each.original_bytes for each in operands[0] if hasattr(each, "original_bytes"))
                == was
            ):
                operands[0][:] = [ByteStringObject(now)]
                break
    else:
        raise AssertionError("the text stands nowhere")
    page[NameObject("/Contents")] = writer._add_object(content)
    return saved(writer, out)


def test_one_digit_on_a_page(place: Path, tmp_path: Path, page: int) -> None:
    found = verified(place, with_text(pdf(place), tmp_path / "r.pdf", page, "9,3", "3,9"))
    (says,) = told(found)
    assert says.startswith(f"pages: Sida {page + 1}: i rapporten står ”Mående 3,9 11,1 +1,8”; gjord igen: ”")
    assert says.endswith("”Mående 9,3 11,1 +1,8”.")
    assert (found.exit_code, found.verdict) == (1, PAGES)


def test_a_line_of_a_figure(place: Path, tmp_path: Path, page: int) -> None:
    """A point is drawn; no word is touched."""
    edited = page_edited(
        pdf(place), tmp_path / "r.pdf", page + 1, lambda content: content + b"q 0 0 1 1 re f Q\n"
    )
    found = verified(place, edited)
    assert told(found) == [f"{REDRAWN} {page + 1}. {FETCH_PDF}"]


def test_a_font_that_shows_another_digit(place: Path, tmp_path: Path, page: int) -> None:
    """What is read out stays the same; what is seen does not."""
    writer = opened(pdf(place))
    for font in writer.pages[page]["/Resources"]["/Font"].values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        name = next(name for name in inner if name.startswith("/FontFile"))
        stream = inner[name].get_object()
        stream.set_data(stream.get_data()[:-1] + b"x")
    (says,) = told(verified(place, saved(writer, tmp_path / "r.pdf")))
    pages = ", ".join(str(place) for place in range(1, len(writer.pages) + 1))
    assert says == f"{REDRAWN} {pages}. {FETCH_PDF}"


def test_a_link_that_leads_elsewhere(place: Path, tmp_path: Path) -> None:
    writer = opened(pdf(place))
    number, page = next((at, page) for at, page in enumerate(writer.pages, 1) if "/Annots" in page)
    link = page["/Annots"][0].get_object()
    link[NameObject("/Rect")][0] = FloatObject(1)
    assert told(verified(place, saved(writer, tmp_path / "r.pdf"))) == [f"{REDRAWN} {number}. {FETCH_PDF}"]


def test_a_note_over_a_number(place: Path, tmp_path: Path) -> None:
    writer = opened(pdf(place))
    writer.add_annotation(2, FreeText(text="9,9", rect=(50, 50, 100, 100)))
    assert told(verified(place, saved(writer, tmp_path / "r.pdf"))) == [
        (
            "pages: Kommentarer, stämplar, fält eller filer har lagts på sida 3: en rapport har inga. "
            f"{FETCH_PDF}"
        )
    ]


@pytest.mark.parametrize("name", ["/OpenAction", "/AcroForm", "/OCProperties", "/AA"])
def test_a_file_that_acts(place: Path, tmp_path: Path, name: str) -> None:
    writer = opened(pdf(place))
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
    writer.root_object[NameObject(name)] = DictionaryObject(script)
    assert told(verified(place, saved(writer, tmp_path / "r.pdf"))) == [ACTING]


def test_metadata(place: Path, tmp_path: Path) -> None:
    writer = opened(pdf(place))
    writer.add_metadata({"/Title": "En annan titel"})
    assert told(verified(place, saved(writer, tmp_path / "r.pdf"))) == [DETAILS]


def test_words_that_are_read_out_for_a_figure(place: Path, tmp_path: Path) -> None:
    def described(item: object) -> DictionaryObject | None:
        item = item.get_object() if hasattr(item, "get_object") else item
        if isinstance(item, DictionaryObject) and "/Alt" in item:
            return item
        below = (
            item.get("/K", [])
            if isinstance(item, DictionaryObject)
            else item
            if isinstance(item, list)
            else []
        )
        inner = below if isinstance(below, list) else [below]
        return next((found for each in inner if (found := described(each)) is not None), None)

    writer = opened(pdf(place))
    figure = described(writer.root_object["/StructTreeRoot"])
    assert figure is not None
    figure[NameObject("/Alt")] = TextStringObject("Alla fick det bättre")
    assert told(verified(place, saved(writer, tmp_path / "r.pdf"))) == [DETAILS]


def test_saved_anew_and_longer(place: Path, tmp_path: Path) -> None:
    longer = tmp_path / "longer.pdf"
    longer.write_bytes(pdf(place).read_bytes() + b"% read by nobody\n")
    for report in (saved(opened(pdf(place)), tmp_path / "r.pdf"), longer):
        found = verified(place, report)
        assert (told(found), found.verdict) == ([ANEW], PAGES)


def test_pages_removed_and_added(place: Path, tmp_path: Path) -> None:
    writer = opened(pdf(place))
    writer.add_blank_page()
    pages = len(writer.pages)
    assert told(verified(place, saved(writer, tmp_path / "added.pdf"))) == [
        f"pages: Pdf-filen har {pages} sidor; gjord igen har den {pages - 1}."
    ]
    writer = opened(pdf(place))
    writer.remove_page(1)
    gone, count = told(verified(place, saved(writer, tmp_path / "removed.pdf")))
    assert gone.startswith(
        "pages: I rapporten saknas: ”Uppföljningen Version för publicering SYNTETISKA DATA "
    )
    assert count == f"pages: Pdf-filen har {pages - 2} sidor; gjord igen har den {pages - 1}."


@pytest.mark.parametrize("length", [0, 4, 1_000, 50_000, 100_000, -30])
def test_a_truncated_pdf(place: Path, tmp_path: Path, length: int) -> None:
    report = tmp_path / "r.pdf"
    report.write_bytes(pdf(place).read_bytes()[:length])
    says = r"^Pdf-filen är skadad och kan inte läsas\. Hämta den igen där den publicerades\.$"
    with pytest.raises(
        RecordError, match=says if length else r"^Filen är varken en pdf eller en manifest\.json"
    ):
        verified(place, report)


def test_in_english(place: Path, tmp_path: Path, page: int) -> None:
    changed = with_text(pdf(place), tmp_path / "r.pdf", page, "9,3", "3,9")
    found = verified(place, changed, language="en")
    (says,) = (each.text for each in found.findings if each.weight != "same")
    assert says == (
        f"Page {page + 1}: the report reads “Mående 3,9 11,1 +1,8”; made again: “Mående 9,3 11,1 +1,8”."
    )
    assert found.verdict == (
        "The report is NOT verified: all numbers agree, but the pages are not those that the numbers make."
    )
