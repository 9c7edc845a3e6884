"""Alternative texts, captions, signs of the language, and nothing in a file but what is seen."""

import re
from pathlib import Path

import matplotlib as mpl
import pytest
from release_cases import all_rows, codebook, columns, released, row, text

from fou_eval import figures
from fou_eval.disclosure.release import Release


@pytest.mark.parametrize("language", ["sv", "en"])
def test_tick_labels_follow_the_language(normal: Release, language: str) -> None:
    wrong = "." if language == "sv" else ","
    for picture in figures.all_pictures(normal, language):  # type: ignore[arg-type]
        picture.figure.draw_without_rendering()
        labels = [
            label.get_text()
            for ax in picture.figure.axes
            for axis in (ax.xaxis, ax.yaxis)
            for label in axis.get_ticklabels()
        ]
        assert not [label for label in labels if wrong in label]
        assert not [label for label in labels if "-" in label]  # a true minus is U+2212


def test_the_alternative_text_of_the_overview_tells_the_finding(normal: Release) -> None:
    alt = figures.overview(normal).alt
    assert "Vid inskrivning" in alt
    assert "12 månader" in alt
    assert "+1,2\u00a0skalsteg (95\u00a0%\u00a0KI [0,4; 2,0])" in alt
    assert "17\u00a0familjer" in alt
    assert "−4,2\u00a0procentenheter av undervisningstiden" in alt


def test_the_alternative_text_of_shares_and_classes_holds_every_share(normal: Release) -> None:
    shares = figures.shares(normal, "home", "en").alt
    assert "better 59%, unchanged 29%, worse 12%" in shares
    ladder = figures.ladder(normal, "work_step", "en").alt
    assert "Far from work: 52% before, 30% after." in ladder
    flow = figures.flow(normal, "en").alt
    assert "12 months: 14–17" in flow


@pytest.mark.parametrize("language", ["sv", "en"])
def test_captions_stand_alone(normal: Release, language: str) -> None:
    for picture in figures.all_pictures(normal, language):  # type: ignore[arg-type]
        assert len(picture.alt) > 40
        assert len(picture.caption) > 60
        assert "{" not in picture.alt + picture.caption
        other = re.compile(r"\b(and|the|families)\b" if language == "sv" else r"\b(och|är|familjer)\b")
        assert not other.search(picture.caption), picture.name
        assert not other.search(picture.alt), picture.name


def test_made_up_data_and_internal_versions_say_so_everywhere(synthetic: Release) -> None:
    for picture in figures.all_pictures(synthetic):
        drawn = " ".join(artist.get_text() for ax in picture.figure.axes for artist in ax.texts)
        for words in ("SYNTETISKA DATA", "INTERN VERSION"):
            assert words in drawn, picture.name
            assert words in picture.alt, picture.name
            assert words.replace(" ", "\u00a0") in picture.caption, picture.name


def test_a_caption_says_what_grey_bars_are_where_there_are_any(normal: Release) -> None:
    said = "Där ingen riktning räknas som bättre eller sämre är staplarna grå"
    captions = {domain: figures.shares(normal, domain).caption for domain in ("home", "school")}
    assert {domain for domain, caption in captions.items() if said in caption} == {"school"}


def test_a_course_says_whom_it_weights_where_families_have_several_persons() -> None:
    book = codebook()
    captions = {}
    for unit in ("family", "person"):
        rows = [row(book, "home_situation", "change_from_entry", 1.2, wave_after="t2", unit=unit)]
        captions[unit] = figures.course(released(book, rows), "home", "en").caption
    said = "All who were measured count alike; in the mean of the families’ changes families count alike"
    assert {unit for unit, caption in captions.items() if said in caption} == {"person"}


def test_a_label_with_signs_of_mathematics_is_text() -> None:
    label = text("Kostnad $100_a^b$ per vecka", "Cost $100_a^b$ per week")
    book = codebook(absence_pct=columns()["absence_pct"].model_copy(update={"label": label}))
    picture = figures.shares(released(book, all_rows(book)), "school")
    picture.svg()  # mathematics would be parsed, and fail, here
    assert any("$100_a^b$" in artist.get_text() for ax in picture.figure.axes for artist in ax.texts)


def test_a_file_holds_no_date_and_no_name_of_a_program_and_is_the_same_when_drawn_again(
    normal: Release,
) -> None:
    picture = figures.flow(normal)
    content = picture.svg()
    assert picture.svg() == content
    assert b"dc:date" not in content
    assert b"Matplotlib" not in content


def test_what_is_drawn_once_and_used_often_is_numbered(normal: Release) -> None:
    content = figures.overview(normal).svg()
    assert not re.search(rb'(id="|#)[a-z][0-9a-f]{10}["\)]', content)
    named = re.findall(rb' id="([^"]+)"', content)
    used = set(re.findall(rb'(?:url\(|href=")#([^"\)]+)', content))
    assert len(named) == len(set(named))
    assert b"m1" in used
    assert used <= set(named)


def test_the_users_settings_are_left_alone(normal: Release) -> None:
    before = dict(mpl.rcParams)
    figures.overview(normal).svg()
    assert dict(mpl.rcParams) == before


def test_a_picture_shows_itself_with_its_words(normal: Release, tmp_path: Path) -> None:
    picture = figures.flow(normal)
    html = picture._repr_html_()
    assert html.startswith('<figure lang="sv" ')
    assert html.count('<img src="data:image/png;base64,') == 1
    assert "Familjer med minst en mätning" in html
    path = picture.save(tmp_path)
    assert path.read_bytes() == picture.svg()
    assert [found.name for found in tmp_path.iterdir()] == ["flow.svg"]
    assert picture.png(72).startswith(b"\x89PNG")
