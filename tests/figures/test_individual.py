"""Who moved which way, all indicators on one page: bars and balances as released, in the order of the report."""

import re

import pytest
from check_rows import changed, everything, texts, xs
from release_cases import all_rows, codebook, everything_withheld, outcome, released, row

from fou_eval import figures
from fou_eval.disclosure.release import Release
from fou_eval.figures.share_bars import LOOKS
from fou_eval.figures.style import Width


def one_page() -> Release:
    """Shares of five indicators, a balance of two, and of one the shares by a limit that matters."""
    book = codebook()
    rows = [own for own in all_rows(book) if own.estimate.statistic.startswith("share_")]
    rows += [
        row(book, "home_situation", "net_improvement", 0.47, low=0.05, high=0.89),
        row(book, "work_step", "net_improvement", 0.29, low=-0.05, high=0.63),
        row(book, "absence_pct", "net_improvement", 0.6, low=0.5, high=0.7, status="withheld"),
        row(book, "absence_pct", "meaningfully_improved", 0.41),
        row(book, "absence_pct", "meaningfully_worse", 0.12),
        row(book, "activity", "meaningfully_improved", 0.22),
        row(book, "activity", "meaningfully_worse", 0.02, status="withheld"),
    ]
    return released(book, rows)


def bars(release: Release) -> list[tuple[str, float, float]]:
    """Name, left end and length in mm of every bar, from the top."""
    picture = figures.individual(release)
    assert picture is not None
    patches = [patch for ax in picture.figure.axes for patch in ax.patches if patch.get_label() in LOOKS]
    return [(str(patch.get_label()), patch.get_x(), patch.get_width()) for patch in patches]


def test_bars_are_as_long_as_the_shares_and_part_at_the_middle() -> None:
    drawn = bars(one_page())
    whole = (103.0 - 2.5 - 59.0) / 2 - 0.5
    assert [width / whole for _, _, width in drawn[:3]] == pytest.approx([0.12, 0.29, 0.59])
    worse, same, better = drawn[:3]
    assert same[1] + same[2] / 2 == pytest.approx((59.0 + 100.5) / 2)
    assert worse[1] + worse[2] == pytest.approx(same[1])
    assert same[1] + same[2] == pytest.approx(better[1])


@pytest.mark.parametrize("width", ["column", "page"])
def test_shares_are_written_alike_and_their_unit_above_them(width: Width) -> None:
    picture = figures.individual(one_page(), "en", width=width)
    assert picture is not None
    assert "Shares, per cent" in texts(picture)
    assert {"29", "59"} <= set(texts(picture))
    assert not [text for text in texts(picture) if text.endswith("%") and text[0].isdigit()]


def test_where_all_is_withheld_there_are_no_heads_of_columns() -> None:
    picture = figures.individual(everything_withheld(), "en")
    assert picture is not None
    assert not {"Shares, per cent", "Better minus worse, percentage points"} & set(texts(picture))


def test_rows_stand_in_the_order_of_the_report_under_their_domains() -> None:
    picture = figures.individual(one_page(), "en")
    assert picture is not None
    lines = [" ".join(line.split()) for line in texts(picture)]
    heads = ("Home life", "Children's schooling", "Children's leisure", "Parents' occupation")
    named = [line for line in lines if line in (*heads, "School absence", "Step towards work")]
    assert named == [heads[0], heads[1], "School absence", heads[2], heads[3], "Step towards work"]


def test_a_balance_is_drawn_with_its_interval_on_one_scale() -> None:
    picture = figures.individual(one_page())
    assert picture is not None
    zeros, values, intervals = (xs(picture, name) for name in ("_zero", "_value", "_interval"))
    start, end = 104.0, 131.0
    half, zero = (end - start) / 2, (start + end) / 2
    assert zeros == [pytest.approx([zero, zero])] * 2
    assert [(x - zero) / half for (x,) in values] == pytest.approx([0.47, 0.29])
    assert [[(x - zero) / half for x in ends] for ends in intervals] == [
        pytest.approx([0.05, 0.89]),
        pytest.approx([-0.05, 0.63]),
    ]
    assert "+47 [5; 89]" in texts(picture)
    assert (
        texts(picture).count("visas ej") == 3
    )  # caseworkers, absence and activity have shares and no balance


def test_shares_by_a_limit_are_told_where_both_directions_are_released() -> None:
    picture = figures.individual(one_page())
    assert picture is not None
    said = [line for line in texts(picture) if line.startswith("minst så mycket")]
    assert said == ["minst så mycket som betyder något: 41\u00a0% bättre, 12\u00a0% sämre"]
    assert said[0] in picture.alt
    assert "22\u00a0%" not in picture.alt


def test_the_alternative_text_begins_with_both_directions() -> None:
    picture = figures.individual(one_page(), "en")
    assert picture is not None
    first = "The share that became better runs from 29% to 59% between indicators; the share that became worse, where "
    assert picture.alt.startswith(first + "it is shown, from 0% to 30%.")
    assert (
        "better 59%, unchanged 29%, worse 12%, better minus worse +47 [5, 89]; 17\u00a0families"
        in picture.alt
    )


def test_indicators_without_numbers_are_named_by_the_reason() -> None:
    book = codebook()
    rows = [row(book, "home_situation", "share_same", 0.3, status="withheld")]
    picture = figures.individual(released(book, rows), "en")
    assert picture is not None
    lines = texts(picture)
    assert "Not shown: Home life, family's rating (1–10)" in lines
    assert "Not measured: School absence; Has an adapted course of study" in lines
    assert picture.alt.startswith("The shares that became better and worse cannot be shown.")
    assert not re.search(r"\d+%", picture.alt)


def test_each_released_share_and_balance_moves_the_figure_and_nothing_else_does() -> None:
    release = one_page()
    book = release.codebook
    whole = released(
        book, [*release, row(book, "home_situation", "family_mean_change", 1.2, low=0.4, high=2.0)]
    )
    before = everything(figures.individual(whole))  # type: ignore[arg-type]
    alone = {("activity", "meaningfully_improved"), ("home_situation", "family_mean_change")}
    for place, own in enumerate(whole):
        what = own.estimate.outcome, own.estimate.statistic
        if (own.decision.status != "withheld" and place % 3 == 0) or what in alone:
            after = everything(figures.individual(changed(whole, [place])))  # type: ignore[arg-type]
            assert (after != before) == (what not in alone), what


def test_more_indicators_than_a_page_holds_are_left_to_the_domains() -> None:
    more = {
        f"extra_{place}": outcome(f"Mått {place}", f"Measure {place}", "leisure", "scale", "higher")
        for place in range(40)
    }
    book = codebook(**more)
    rows = [row(book, name, share, 0.5) for name in more for share in ("share_better", "share_not_better")]
    assert figures.individual(released(book, rows)) is None
    narrow = figures.individual(released(book, rows), width="column")
    assert narrow is not None
    assert len([line for line in texts(narrow) if line.startswith("Mått")]) == 40


@pytest.mark.parametrize("language", ["sv", "en"])
def test_its_words_are_in_one_language(language: str) -> None:
    picture = figures.individual(one_page(), language)  # type: ignore[arg-type]
    assert picture is not None
    words = " ".join((*texts(picture), picture.title, picture.alt, picture.caption, picture.source))
    other = r"\b(the|shares|those)\b" if language == "sv" else r"\b(och|andelen|som)\b"
    assert not re.search(other, words)
