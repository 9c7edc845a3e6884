"""What notebooks show, looked at in Chromium: in JupyterLab's own themes and in other editors, wide and narrow."""

from dataclasses import replace
from typing import Any

import pytest
from browser import bare_page, lab_page, looked_at
from handmade_release import draw_stand_ins, make_codebook, make_release
from nbformat.v4 import new_code_cell, new_output

from fou_eval import tables
from fou_eval.design import LEAST_CONTRAST
from fou_eval.tables import DisplayTable, Heading
from fou_eval.verification.outcome import Finding, Line, Verification

pytestmark = pytest.mark.slow
HOSTILE = "<script>alert(1)</script><b>\"'&"
SHOWN = (
    "light-700",
    "light-360",
    "dark-700",
    "dark-360",
    "code-dark",
    "code-light",
    "bare-dark",
    "bare-light",
)
# Text and ground in Visual Studio Code's themes, and as JupyterLab's were: black and white at 87 %.
OTHERS = {
    "code-dark": ("#cccccc", "#1e1e1e"),
    "code-light": ("#3b3b3b", "#ffffff"),
    "bare-dark": ("rgba(255, 255, 255, 0.87)", "#111111"),
    "bare-light": ("rgba(0, 0, 0, 0.87)", "#ffffff"),
}
FAULTY = (
    '<div lang="en"><p style="color: #777">Grey</p><p style="opacity: 0.3">Pale</p>'
    '<p style="background: #fff; color: inherit">White</p><p style="width: 900px">Wide</p></div>'
)
VERIFICATION = Verification(
    title="Kontroll av rapporten",
    language="sv",
    findings=(Finding(about="data", weight="same", text="Samma data."),),
    numbers=2,
    lines=(Line(indicator=HOSTILE, statistic="Medelvärde", was="1,0", now="2,0"),),
    meaning=("Fynden står fast.",),
)


def shown() -> list[str]:
    release = make_release()
    hostile = make_release(make_codebook(school=HOSTILE))
    items = [
        tables.overview(hostile, "sv"),
        tables.domain(release, "home", "en"),
        tables.participants(release, "en"),
        tables.decisions(release, "sv"),
        DisplayTable(
            title="T", columns=(Heading("A", "left"), Heading("n")), rows=(("a\nb", "1"),), language="en"
        ),
        draw_stand_ins(release, "en")[0],
        replace(draw_stand_ins(release, "sv")[1], title="Flödet", source=HOSTILE),
        VERIFICATION,
    ]
    return [item._repr_html_() for item in items]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every page, in one start of the browser."""
    outputs = shown()
    cells = [
        new_code_cell(outputs=[new_output("display_data", {"text/html": html})], id=f"cell{place}")
        for place, html in enumerate(outputs)
    ]
    pages = {
        f"{theme}-{width}": (lab_page(cells, theme), width)
        for theme in ("light", "dark")
        for width in (700, 360)
    }
    pages |= {name: (bare_page(outputs, *colours), 700) for name, colours in OTHERS.items()}
    pages["faulty"] = (bare_page([FAULTY], *OTHERS["code-dark"]), 700)
    return looked_at(pages, tmp_path_factory.mktemp("browser"))


@pytest.mark.parametrize("page", SHOWN)
def test_every_word_stands_out_from_its_ground(seen: dict[str, Any], page: str) -> None:
    texts = seen[page]["texts"]
    assert len(texts) > 150
    assert [text for text in texts if text["contrast"] < LEAST_CONTRAST] == []
    assert [text for text in texts if text["size"] < 11] == []


@pytest.mark.parametrize("page", SHOWN)
def test_rules_are_seen_and_nothing_is_cut_off(seen: dict[str, Any], page: str) -> None:
    assert min(seen[page]["rules"]) > 1.3
    assert seen[page]["wide"] == []


def test_what_would_be_wrong_is_found(seen: dict[str, Any]) -> None:
    faulty = seen["faulty"]
    assert [text["text"] for text in faulty["texts"] if text["contrast"] < LEAST_CONTRAST] == [
        "Grey",
        "Pale",
        "White",
    ]
    assert faulty["wide"] == ["P"]


def test_tables_say_what_their_cells_are_about(seen: dict[str, Any]) -> None:
    found = seen["dark-360"]["tables"]
    assert [table["language"] for table in found] == ["sv", "en", "en", "sv", "en", "sv", "sv"]
    for table in found:
        assert table["caption"]
        assert set(table["heads"]) == {"col"}
        assert table["rowHeads"] == ["row"] * len(table["rows"])
        assert set(table["rows"]) == {len(table["heads"])}
        assert all(sides == table["sides"][0] for sides in table["sides"])


def test_columns_of_numbers_stand_below_each_other(seen: dict[str, Any]) -> None:
    overview = seen["light-700"]["tables"][0]
    assert overview["sides"][0] == ["left", "left", *["right"] * 7]
    assert overview["figures"] == ["tabular-nums"] * 28


@pytest.mark.parametrize(("page", "width"), [("dark-700", 604.7), ("dark-360", 314)])
def test_pictures_stand_on_white_and_fit(seen: dict[str, Any], page: str, width: float) -> None:
    first, second = seen[page]["pictures"]
    assert first["ground"] == {"rgb": [255, 255, 255], "alpha": 1}
    assert first["padding"] == 8
    assert first["width"] == pytest.approx(width, abs=0.5)
    assert first["drawn"] > 900
    assert (first["language"], first["alt"]) == ("en", "Alternative text: overview")
    assert first["caption"] == "The words of the figure: overview."
    assert second["caption"].startswith("Flödet. ")
    assert second["caption"].endswith(f"\n{HOSTILE}")


def test_words_are_text_and_nothing_is_named_twice(seen: dict[str, Any]) -> None:
    for page in SHOWN:
        assert seen[page]["scripts"] == []
        assert seen[page]["ids"] == []
        assert sum(text["text"] == HOSTILE for text in seen[page]["texts"]) >= 2
