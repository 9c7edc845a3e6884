"""How wide words are is what Typst finds when it sets them."""

import json
from pathlib import Path
from typing import Any

import pytest
import typst

from fou_eval.design import BOLD, FONTS, REGULAR, SANS
from fou_eval.documents.blocks import Head, grid, heading
from fou_eval.documents.spans import two_lined, unbroken, width_of, with_spans

WORDS = [
    "Tal",
    "AVT",
    "fått",
    "gjordes",
    "officiell",
    "12 345,6",
    "−0,5",
    "7–12",
    "år.",
    "n = 18",
    "Wfilé",
    "results.json",
]
MEASURED = """
#let words = json("words.json")
#let of(word, weight) = text(font: "{font}", size: 1000pt, weight: weight, number-width: "tabular", word)
#context [#metadata(words.map(w => ("regular", "bold").map(weight => measure(of(w, weight)).width.pt())))<found>]
"""


def test_a_word_is_as_wide_as_typst_sets_it(tmp_path: Path) -> None:
    (tmp_path / "words.json").write_text(json.dumps(WORDS), "utf-8")
    (tmp_path / "main.typ").write_text(MEASURED.replace("{font}", SANS), "utf-8")
    found = json.loads(
        typst.query(
            tmp_path / "main.typ",
            "<found>",
            field="value",
            one=True,
            font_paths=[FONTS],
            ignore_system_fonts=True,
        )
    )
    ours = [[width_of(word, REGULAR), width_of(word, BOLD)] for word in WORDS]
    assert ours == [pytest.approx(pair, abs=0.01) for pair in found]


def spans(rows: list[list[str]], *heads: Head) -> list[dict[str, Any]]:
    content: Any = with_spans({"parts": [[heading("x"), grid("c", heads, rows)]]})
    return [column["span"] for column in content["parts"][0][1]["columns"]]


def test_each_column_tells_its_widest_word_and_text() -> None:
    words, numbers = spans(
        [["Hem och skola", "1 234"], ["Fritid", "–"]], Head("Område", "left"), Head("Antal barn", "right")
    )
    assert words == {
        "head": width_of("Område", BOLD),
        "head_in_two": width_of("Område", BOLD),
        "word": max(width_of("skola", REGULAR), width_of("Fritid", REGULAR)),
        "text": width_of("Hem och skola", REGULAR),
    }
    assert numbers["head_in_two"] == max(width_of("Antal", BOLD), width_of("barn", BOLD)) == numbers["head"]
    assert numbers["word"] == width_of("234", REGULAR)


def test_a_sentence_is_not_measured() -> None:
    (span,) = spans([["x" * 91], ["short"]], Head("H"))
    assert span["text"] is None is span["word"]


def test_a_table_without_rows_and_an_empty_cell_have_no_width() -> None:
    assert spans([], Head("H"))[0]["word"] == 0
    assert spans([[""]], Head(""))[0] == {"head": 0, "head_in_two": 0, "word": 0, "text": 0}


def test_what_is_given_is_left_as_it_was() -> None:
    block = grid("c", [Head("H")], [["a"]])
    with_spans({"one": block})
    assert "span" not in block["columns"][0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("cell", "pieces"),
    [
        ("0–10 poäng", ["0‒10", "poäng"]),
        ("2015–2017,", ["2015‒2017,"]),
        ("A–C", ["A‒C"]),
        ("barn–skola", ["barn–", "skola"]),
        ("hem/skola", ["hem/", "skola"]),
        ("t-test", ["t-", "test"]),
    ],
)
def test_no_line_ends_in_a_range(cell: str, pieces: list[str]) -> None:
    assert unbroken(cell) == pieces


def test_words_are_parted_where_two_lines_are_narrowest() -> None:
    assert [two_lined(words, len) for words in ("ab abcdef a", "a b c d", "abc", "")] == [8, 3, 3, 0]
