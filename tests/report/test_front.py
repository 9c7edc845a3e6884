"""The report's own front reaches the pages and no number; what it may not say is refused before anything is drawn."""

import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from followed_study import data_in, study_in
from handmade_release import draw_stand_ins
from pdf_words import page_words

import fou_eval as fou
from fou_eval.bundle.packing import write_bundle
from fou_eval.declaration import read_declaration
from fou_eval.declaration.own_files import file_pieces
from fou_eval.declaration.text import Language
from fou_eval.disclosure import Release
from fou_eval.errors import DeclarationError, DisclosureError
from fou_eval.language.lint import written_claims
from fou_eval.provenance.record import page_texts
from fou_eval.report import filling
from fou_eval.report.front import accent, refuse_own_words
from fou_eval.report.groups import told_of_all, told_of_few
from fou_eval.report.results import files

BLOCK = """
report:
  title: {sv: Ett år hemma, en: A year at home}
  publisher: {sv: FoU-centrum, en: R&D centre}
  series: {sv: FoU-rapport, en: R&D report}
  number: "88:2018"
  issn: 1234-5679
  authors: [A. Exempel, B. Exempel]
  contact: fou@example.org
  logo: {file: report/logo.svg, alt: {sv: Tre ringar, en: Three rings}}
  accent: "#7A1F4B"
  sections:
    - title: {sv: Förord, en: Foreword}
      text: {sv: report/foreword.sv.md, en: report/foreword.en.md}
    - title: {sv: Om metoden, en: On the method}
      text: {sv: report/foreword.sv.md, en: report/foreword.en.md}
      before: again
  texts:
    costs: {sv: report/costs.sv.md, en: report/costs.en.md}
"""
TEXTS = {
    "foreword.sv.md": "Tack till familjerna.\n\n- Vi hörde av 23 av dem.\n",
    "foreword.en.md": "We thank the families.\n\n- We heard from 23 of them.\n",
    "costs.sv.md": "## Kostnader\n\nProjektet kostade **17 miljoner** kronor, se [bokslutet](https://example.org).\n",
    "costs.en.md": "## Costs\n\nThe project cost **17 million** SEK, see [the accounts](https://example.org).\n",
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3z"/></svg>\n',
}


def fronted(folder: Path) -> Path:
    """Write the followed study with a front of its own."""
    study_in(folder)
    with (folder / "study.yaml").open("a", encoding="utf-8") as file:
        file.write(BLOCK)
    (folder / "report").mkdir()
    for name, text in TEXTS.items():
        (folder / "report" / name).write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Made:
    """A study with a front, its release, that of the same study without, and the reports in both languages."""

    study: Path
    release: Release
    without: Release
    reports: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("front")
    data_in(fronted(folder / "study") / "data")
    plain = data_in(study_in(folder / "plain") / "data").parent
    release, without = (
        fou.release(fou.measure_change(fou.open_study(one))) for one in (folder / "study", plain)
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "all_pictures", draw_stand_ins)
        fou.write_report(release, folder / "sv", language="sv")
        fou.write_report(release, folder / "en", language="en")
    return Made(folder / "study", release, without, folder)


def title_page(made: Made, language: str) -> str:
    pdf = (made.reports / language / "report.pdf").read_bytes()
    return " ".join(page_texts(pdf, only=[0])[0].split())


def test_nothing_of_it_reaches_a_number(made: Made) -> None:
    own, plain = files(made.release), files(made.without)
    assert own["results.json"] == plain["results.json"]
    assert own["estimates.csv"] == plain["estimates.csv"]
    assert own["plan.json"] == plain["plan.json"]
    assert own["declarations.yaml"] != plain["declarations.yaml"]


def test_only_pages_files_and_verification_know_of_it() -> None:
    package = Path(fou.__file__).parent
    knowing = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "codebook.front" in (text := path.read_text(encoding="utf-8")) or "codebook.files" in text
    }
    assert {name.split("/")[0] for name in knowing} <= {
        *("declaration", "report", "commands", "intake"),
    }


def test_the_title_page(made: Made) -> None:
    first, second = (title_page(made, language) for language in ("sv", "en"))
    for words in (
        *("FoU-rapport 88:2018", "Ett år hemma", "A. Exempel", "B. Exempel", "FoU-centrum"),
        *("Kontakt: fou@example.org", "ISSN 1234-5679", "Version för publicering", "SYNTETISKA DATA"),
    ):
        assert words in first
    for words in ("R&D report 88:2018", "A year at home", "Contact: fou@example.org", "R&D centre"):
        assert words in second


def test_sections_and_texts_stand_where_they_belong_and_say_whose_they_are(made: Made) -> None:
    text = " ".join(" ".join(page_words((made.reports / "en" / "report.pdf").read_bytes())).split())
    note = "The authors’ own text. Numbers in it are the authors’ and were not compared with those of the report."
    assert text.count(note) == 3
    assert text.index("We heard from 23") < text.index("How to read the report")
    assert text.rindex("We heard from 23") < text.rindex("Appendix 7. Reproducibility")
    assert text.rindex("Appendix 6. Method and limits") < text.rindex("We heard from 23")
    assert (
        "The project cost 17 million SEK, see the accounts." in text
    )  # though nothing was recorded of costs


def test_a_short_foreword_stands_on_a_page_with_the_contents(made: Made) -> None:
    every = page_words((made.reports / "en" / "report.pdf").read_bytes())
    (page,) = (page for page in every[:5] if "We heard from 23" in page)
    assert page.index("Foreword") < page.index("We heard from 23") < page.index("Contents")


def test_the_colour_is_the_studys(made: Made) -> None:
    assert accent(made.release.codebook) == "#7A1F4B"
    assert accent(made.without.codebook) == "#12425F"


def changed(made: Made, folder: Path, name: str, old: str, new: str) -> Path:
    """Give a copy of the declarations in which one text is another one."""
    study = Path(shutil.copytree(made.study, folder / "study"))
    text = (study / name).read_text(encoding="utf-8")
    assert old in text
    (study / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return study


def front_told(made: Made, study: Path) -> tuple[list[str], str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "all_pictures", draw_stand_ins)
        found = fou.verify(made.reports / "en" / "report.pdf", study=study)
    return [f"{one.about}: {one.text}" for one in found.findings if one.weight == "differs"], found.verdict


def test_the_same_texts_are_verified_to_the_last_byte(made: Made) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "all_pictures", draw_stand_ins)
        found = fou.verify(made.reports / "en" / "report.pdf", data=made.study / "data")
    assert found.verified
    assert "The report’s own texts, names and logo are the same." in [one.text for one in found.findings]
    assert "The PDF comes out the same, to the last byte." in [one.text for one in found.findings]


VERDICT = "The report is NOT verified: all numbers agree, but its own texts, names or logo are others."


def test_a_changed_word_is_told_as_the_reports_own(made: Made, tmp_path: Path) -> None:
    study = changed(made, tmp_path, "report/foreword.en.md", "23 of them", "all")
    told = (
        "front: report/foreword.en.md: text is 'We thank the families. - We heard from all.' here; in the report "
        "'We thank the families. - We heard from 23 of them.'."
    )
    assert front_told(made, study) == ([told], VERDICT)


def test_another_logo_is_told_as_another_picture(made: Made, tmp_path: Path) -> None:
    study = changed(made, tmp_path, "report/logo.svg", "h9v3", "h8v3")
    assert front_told(made, study)[0] == ["front: report/logo.svg is not the same picture as in the report."]


def test_a_changed_title_is_told_as_the_reports_own(made: Made, tmp_path: Path) -> None:
    study = changed(made, tmp_path, "study.yaml", "88:2018", "89:2018")
    told = ["front: study.yaml: report.number is '89:2018' here; in the report '88:2018'."]
    assert front_told(made, study) == (told, VERDICT)


def test_a_bundle_carries_the_texts_as_they_are(made: Made, tmp_path: Path) -> None:
    write_bundle(made.reports / "sv", tmp_path / "b.zip", language=None, progress=lambda _: None)
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(tmp_path / "b")
    for name, text in TEXTS.items():
        assert (tmp_path / "b" / "study" / "report" / name).read_text(encoding="utf-8") == text
    again = read_declaration(tmp_path / "b" / "study")
    assert again.fingerprints == read_declaration(made.study).fingerprints


REFUSED = {
    "a few in words": ("sv", "Tre familjer flyttade.", "few"),
    "a few in figures": ("en", "Of these, 2 children moved.", "few"),
    "a few of all": ("en", "Three of the 18 families moved.", "few"),
    "one": ("sv", "En familj flyttade.", "few"),
    "a few over the end of a line": ("sv", "Det var **två**\nbarn som bytte skola.", "few"),
    "all": ("sv", "Alla familjer var nöjda.", "all"),
    "all with a count": ("sv", "Samtliga 18 familjer var nöjda.", "all"),
    "none": ("en", "No family was placed.", "all"),
    "every per cent": ("sv", "Nöjda var 100 % av dem.", "all"),
}
SAID = {
    "few": "fewer than 5 families or persons are counted here. Write ‘families’ without counting them, or the number "
    "that the report shows.",
    "all": "something is said of all or none of a group, and so of each of them. Write ‘the families’ instead of ‘all "
    "families’, or what the report shows.",
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_own_words_that_tell_too_much_are_refused(
    made: Made, tmp_path: Path, case: tuple[str, str, str]
) -> None:
    language, words, kind = case
    old = TEXTS[f"foreword.{language}.md"].split("\n")[2]
    declared = read_declaration(changed(made, tmp_path, f"report/foreword.{language}.md", old, words))
    with pytest.raises(DisclosureError) as caught:
        refuse_own_words(declared.codebook, declared.plan, "en")
    head, *told = str(caught.value).splitlines()
    assert head == "The report was not written: its own texts say more than may be shown."
    assert set(told) == {f"report/foreword.{language}.md:3: {SAID[kind]}"}


def test_a_title_that_tells_too_much_is_refused_too(made: Made, tmp_path: Path) -> None:
    declared = read_declaration(changed(made, tmp_path, "study.yaml", "Ett år hemma", "Fyra familjers år"))
    refuse_own_words(declared.codebook, declared.plan, "sv")  # "familjers" is no group that is counted
    study = changed(made, tmp_path / "other", "study.yaml", "Ett år hemma", "Fyra familjer på ett år")
    declared = read_declaration(study)
    with pytest.raises(DisclosureError, match=r"study\.yaml: report\.title\.sv: här räknas färre än 5"):
        refuse_own_words(declared.codebook, declared.plan, "sv")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Av 18 familjer hördes 14.", "sv"),
        ("Målet var att fem år senare se familjerna igen.", "sv"),
        ("Ett mål för projektet var lugn.", "sv"),
        ("Familjerna var med från 2015 till 2017.", "sv"),
        ("The families took part for two years.", "en"),
        ("One goal was rest.", "en"),
        ("In 100 days 12 families were met.", "en"),
    ],
)
def test_ordinary_words_are_free(text: str, language: Language) -> None:
    assert not told_of_few(text, language, 5)
    assert not told_of_all(text, language)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("F007 var med.", "här står löpnumret på en familj eller person i data. Ta bort det."),
        ("Barnet f007-p1 var med.", "här står löpnumret på en familj eller person i data. Ta bort det."),
        ("Född 850709-9805.", "här står något som ser ut som ett personnummer. Ta bort det."),
    ],
)
def test_no_text_names_a_family_or_person(made: Made, tmp_path: Path, words: str, told: str) -> None:
    study = changed(made, tmp_path, "report/foreword.sv.md", "Tack till familjerna.", words)
    with pytest.raises(DeclarationError) as caught:
        fou.open_study(study)
    assert str(caught.value).splitlines() == [f"report/foreword.sv.md:1: {told}"]


def test_a_claim_of_cause_is_told_and_not_refused(made: Made, tmp_path: Path) -> None:
    study = changed(
        made, tmp_path, "report/costs.sv.md", "Projektet kostade", "Stödet ledde till lugn och kostade"
    )
    codebook = read_declaration(study).codebook
    told = list(written_claims(file_pieces(codebook.front, codebook.files)))
    assert told == [("report/costs.sv.md:3", "ledde till")]
