"""What was not measured says so in every place and in both languages: never a zero, never a reason that is not so."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from disclosure.attacked import measured

import fou_eval as fou
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.figures import all_pictures
from fou_eval.report import narrative
from fou_eval.report.content import assemble, printed_beside
from fou_eval.report.manifest import manifest
from fou_eval.report.pieces import pieces

# Home is measured, school has no indicator, leisure one that nobody answered; nobody was asked at the wave t2.
STUDY = """
study: prov
version: "1.0"
title: {sv: Prov, en: Trial}
language: sv
waves:
  t0: {label: {sv: Före, en: Before}, months: 0}
  t1: {label: {sv: Efter, en: After}, months: 6}
  t2: {label: {sv: Ett år, en: One year}, months: 12}
domains:
  home: {label: {sv: Hemma, en: Home}}
  school: {label: {sv: Skola, en: School}}
  leisure: {label: {sv: Fritid, en: Leisure}}
"""
PLAN = """
contrast: {{before: t0, after: {after}}}
primary: {{home: maende, leisure: lek}}
seed: 1
fixed_on: 2026-01-01
"""
TABLE = r"""
table: uppf
label: {sv: Uppföljning, en: Follow-up}
row: {sv: en familj vid ett mättillfälle, en: one family at one wave}
key: [family_id, wave]
unknown_columns: error
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{2}', role: family_id}
  wave: {label: {sv: Tillfälle, en: Wave}, type: code, codes: waves, required: true, role: wave}
  maende: {label: {sv: Mående, en: Well-being}, type: integer, min: 0, max: 10, role: outcome, domain: home,
    kind: scale, better: higher}
  vila: {label: {sv: Vila, en: Rest}, type: integer, min: 0, max: 10, role: outcome, domain: home, kind: scale,
    better: higher}
  lek: {label: {sv: Lek, en: Play}, type: integer, min: 0, max: 10, role: outcome, domain: leisure, kind: scale,
    better: higher}
"""
BEFORE = (3, 4, 3, 3, 6, 3, 5, 3, 2, 4, 6, 5)
AFTER = (5, 4, 4, 5, 6, 4, 4, 6, 4, 4, 5, 4)
ABSENT: dict[Language, str] = {"sv": "ej mätt", "en": "not measured"}


class Page(NamedTuple):
    """A report as it is read: its tables by caption, row by row, and all else, both by the part they stand in."""

    tables: dict[str, list[list[str]]]
    texts: list[tuple[str, str]]

    def text(self, place: str) -> str:
        return " ".join(text for where, text in self.texts if where == place)


@cache
def released(after: str) -> Release:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tables").mkdir()
        (folder / "data").mkdir()
        (folder / "study.yaml").write_text(STUDY, "utf-8")
        (folder / "plan.yaml").write_text(PLAN.format(after=after), "utf-8")
        (folder / "tables" / "uppf.yaml").write_text(TABLE, "utf-8")
        lines = [
            f"F{family:02d},t{wave},{value},,"
            for wave, values in enumerate((BEFORE, AFTER))
            for family, value in enumerate(values)
        ]
        text = "\n".join(["family_id,wave,maende,vila,lek", *lines, ""])
        (folder / "data" / "uppf.csv").write_text(text, "utf-8")
        return fou.release(measured(fou.open_study(folder, data=folder / "data")))


@cache
def read(after: str, language: Language) -> Page:
    release = released(after)
    record = manifest(release, language, {})
    pictures = {picture.name: picture for picture in all_pictures(release, language)}
    content = assemble(release, language, pictures, record)
    beside = printed_beside(release, record, language)
    assert list(narrative.faults(content, release, language, beside)) == []
    found = {str(block["caption"]): block["rows"] for block in _tables(content)}
    return Page(found, list(pieces(content)))  # type: ignore[arg-type]


def _tables(content: dict[str, object]) -> Iterator[dict[str, object]]:
    for blocks in content["appendices"]:  # type: ignore[attr-defined]
        yield from (block for block in blocks if block["kind"] == "table")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_domain_that_was_not_measured_says_so_everywhere(language: Language) -> None:
    page, absent = read("t1", language), ABSENT[language]
    school, leisure, play = {"sv": ("Skola", "Fritid", "Lek"), "en": ("School", "Leisure", "Play")}[language]
    for domain in (school, leisure):
        assert f"{domain}. {absent.capitalize()}. " in page.text("the summary")
    assert f": {school}, {leisure}." in page.text("the summary")  # among what is not known
    assert f" {school}: {absent}. {leisure}, {play}: {absent}." in page.text("the summary")  # the figure
    overview = next(
        rows for title, rows in page.tables.items() if title.endswith(("huvudindikatorer", "indicators"))
    )
    assert overview[1:] == [[domain, absent, *["–"] * 7] for domain in (school, leisure)]
    assert absent.capitalize() in page.text("appendix 4")
    assert absent.capitalize() in page.text("appendix 5")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_indicator_that_was_not_measured_says_so_in_table_and_figures(language: Language) -> None:
    page, absent = read("t1", language), ABSENT[language]
    rest = {"sv": "Vila", "en": "Rest"}[language]
    found = [row[1:] for table in page.tables.values() for row in table if row[0] == rest and len(row) > 2]
    assert found == [[absent, *["–"] * 6], ["21", *["–"] * (len(found[-1]) - 1)]]  # and nothing was decided
    told = [text for where, text in page.texts if where == "appendix 3" and f"{rest}: {absent}." in text]
    assert len(told) == 2  # the shares and the course


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("after", ["t1", "t2"])
def test_a_wave_that_was_not_measured_is_no_zero(after: str, language: Language) -> None:
    page, absent = read(after, language), ABSENT[language]
    wave = {"sv": "Ett år", "en": "One year"}[language]
    assert [row for table in page.tables.values() for row in table if row[0] == wave] == [
        [wave, absent, "–", "–"]
    ]
    assert f"; {wave}: {absent}." in page.text("appendix 1")  # the figure of the flow


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_comparison_with_a_wave_that_was_not_measured_finds_nothing(language: Language) -> None:
    page, absent = read("t2", language), ABSENT[language]
    overview = next(
        rows for title, rows in page.tables.items() if title.endswith(("huvudindikatorer", "indicators"))
    )
    assert [row[1:] for row in overview] == [[absent, *["–"] * 7]] * 3
    unknown = {
        "sv": "Hur det stod till vid mättillfället ”Ett år”, som inte mättes.",
        "en": "How things stood at the wave “One year”, which was not measured.",
    }
    assert unknown[language] in page.text("the summary")
    assert all(absent.capitalize() in page.text(f"appendix {place}") for place in (3, 4, 5))
