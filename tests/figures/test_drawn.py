"""What is drawn is what was released: positions, lengths, counts of marks, and nothing else."""

import re
from itertools import pairwise

import pytest
from matplotlib.artist import Artist
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from release_cases import codebook, columns, released, row
from seen import texts

from fou_eval import figures
from fou_eval.declaration.codebook import Better, Class
from fou_eval.design import QUIET
from fou_eval.disclosure.release import Release
from fou_eval.errors import DeclarationError
from fou_eval.figures import Picture
from fou_eval.figures.ladder import shades
from fou_eval.figures.share_bars import LOOKS

DOMAINS = ("home", "school", "leisure", "occupation")


def lines(figure: Figure, label: str) -> list[Line2D]:
    return [line for ax in figure.axes for line in ax.lines if line.get_label() == label]


def ends(figure: Figure, label: str) -> list[list[float]]:
    """Ends of lines from the left, in mm."""
    return [[round(float(x), 3) for x in line.get_xdata()] for line in lines(figure, label)]  # type: ignore[union-attr]


def bars(figure: Figure) -> list[tuple[str, float, float]]:
    """Name, left end and length in mm of every bar; what stands for something else has a name with a line before it."""
    boxes = [patch for ax in figure.axes for patch in ax.patches if isinstance(patch, Rectangle)]
    named = [box for box in boxes if not str(box.get_label()).startswith("_")]
    return [(str(box.get_label()), box.get_x(), box.get_width()) for box in named]


def words(picture: Picture) -> str:
    return "\n".join(artist.get_text() for artist in texts(picture.figure))


def test_the_overview_marks_each_released_headline_at_its_value(normal: Release) -> None:
    """Every scale is 60 mm wide with zero in its middle, at 87 mm, and 1.2 times as long as its furthest number."""
    figure = figures.overview(normal).figure
    # +1.2 of 2.4, −4.2 of 10.92, +0.18 of 0.42; the ladder of this case released its balance, not its mean.
    assert ends(figure, "_value") == [[102.0], [75.462], [99.857]]
    assert ends(figure, "_interval") == [[92.0, 112.0], [62.0, 88.648], [88.429, 112.0]]
    assert ends(figure, "_zero") == [[87.0, 87.0]] * 3


def test_the_better_side_is_the_one_that_is_shaded(normal: Release) -> None:
    boxes = [
        patch for patch in figures.overview(normal).figure.axes[0].patches if patch.get_label() == "_better"
    ]
    # Home up, absence down, activity up.
    assert [(box.get_x(), box.get_width()) for box in boxes] == [(87, 30), (57, 30), (87, 30)]  # type: ignore[attr-defined]


def test_an_absent_number_is_said_in_words_and_not_drawn() -> None:
    book = codebook()
    release = released(book, [row(book, "home_situation", "family_mean_change", 1.0, status="withheld")])
    picture = figures.overview(release)
    assert lines(picture.figure, "_value") == []
    shown = " ".join(words(picture).split())
    assert "kan inte redovisas (skydd för enskilda familjer)" in shown
    assert shown.count("ej mätt") == 3


def test_bars_of_shares_are_as_long_as_the_shares_and_part_at_the_middle(normal: Release) -> None:
    drawn = bars(figures.shares(normal, "home").figure)
    every = ["share_worse", "share_same", "share_better"]
    assert [name for name, _, _ in drawn] == [
        *every,
        *every[1:],
    ]  # nobody's share is no bar, not one without width
    worse, same, better = drawn[:3]
    assert (worse[2] / 37, same[2] / 37, better[2] / 37) == pytest.approx((0.12, 0.29, 0.59))
    middle = same[1] + same[2] / 2
    assert middle == pytest.approx(92.5)
    assert worse[1] + worse[2] == pytest.approx(same[1])
    assert same[1] + same[2] == pytest.approx(better[1])


def test_a_merged_view_is_hatched_and_starts_at_the_middle() -> None:
    book = codebook()
    rows = [
        row(book, "absence_pct", "share_better", 0.6),
        row(book, "absence_pct", "share_not_better", 0.4),
        row(book, "absence_pct", "share_same", 0.0, status="withheld"),
    ]
    picture = figures.shares(released(book, rows), "school")
    drawn = {name: (left, width) for name, left, width in bars(picture.figure)}
    assert set(drawn) == {"share_better", "share_not_better"}
    assert drawn["share_better"][0] == pytest.approx(92.5)
    assert LOOKS["share_not_better"].hatch
    assert "slagits ihop" in picture.caption


def test_only_the_fullest_view_is_drawn_when_all_are_shown() -> None:
    book = codebook()
    every = {
        "share_better": 0.5,
        "share_same": 0.3,
        "share_worse": 0.2,
        "share_not_better": 0.5,
        "share_not_worse": 0.8,
    }
    rows = [row(book, "absence_pct", name, value) for name, value in every.items()]
    drawn = bars(figures.shares(released(book, rows, "internal"), "school").figure)
    assert [name for name, _, _ in drawn] == ["share_worse", "share_same", "share_better"]


def test_the_course_has_a_dot_and_an_interval_at_each_wave() -> None:
    """The scale of absence is 62.5 mm wide and holds 27.36 months; its 26 mm hold 16.56 percentage points."""
    book = codebook()
    rows = [
        row(
            book,
            "absence_pct",
            "change_from_entry",
            value,
            low=low,
            high=high,
            wave_after=wave,
            n_families=count,
        )
        for wave, count, value, low, high in (
            ("t1", 18, -2.1, -6.0, 1.8),
            ("t2", 17, -4.2, -9.1, 0.6),
            ("t3", 14, -6.3, -12.0, -0.6),
        )
    ]
    figure = figures.course(released(book, rows), "school").figure
    assert ends(figure, "_entry") == [[18.338]]
    assert ends(figure, "_value") == [[32.044], [45.75], [73.162]]
    zero = float(lines(figure, "_entry")[0].get_ydata()[0])  # type: ignore[index]
    read = [
        [round((zero - float(y)) * 16.56 / 26, 3) for y in line.get_ydata()]  # type: ignore[union-attr]
        for label in ("_value", "_interval")
        for line in lines(figure, label)
    ]
    assert read == [[-2.1], [-4.2], [-6.3], [-6.0, 1.8], [-9.1, 0.6], [-12.0, -0.6]]
    told = [artist.get_text() for artist in texts(figure)]
    assert [text for text in told if text.isdecimal()] == ["0", "0", "6", "18", "12", "17", "24", "14"]


def test_a_number_on_few_families_is_open_and_not_joined() -> None:
    book = codebook()
    rows = [
        row(book, "absence_pct", "change_from_entry", -2.0, low=-4.0, high=-0.5, wave_after="t1"),
        row(book, "absence_pct", "change_from_entry", -3.0, wave_after="t3", n_families=7),
    ]
    figure = figures.course(released(book, rows), "school").figure
    assert [line.get_markerfacecolor() for line in lines(figure, "_value")] == ["#0072B2", "white"]
    assert len(lines(figure, "_path")) == 1


def test_the_ladder_shows_the_classes_of_the_one_view_that_passed(normal: Release) -> None:
    drawn = bars(figures.ladder(normal, "work_step").figure)
    assert [name for name, _, _ in drawn] == ["1:far", "1:near", "1:in"] * 2
    lengths = [width * 1.03 / 126 for _, _, width in drawn]
    assert lengths == pytest.approx([0.52, 0.33, 0.15, 0.3, 0.33, 0.37])


def test_the_flow_is_solid_to_the_least_and_hatched_to_the_most(normal: Release) -> None:
    boxes = [patch for patch in figures.flow(normal).figure.axes[0].patches if isinstance(patch, Rectangle)]
    drawn = [(patch.get_label(), round(patch.get_width() / 88 * 18, 6)) for patch in boxes]
    assert drawn == [
        *(("_measured", 18.0),) * 3,
        *(("_measured", 14.0), ("_range", 3.0), ("_rest", 1.0)),
        *(("_measured", 11.0), ("_rest", 7.0)),
    ]


def is_tick(artist: Text) -> bool:
    """Say whether a text is a label of a scale: a number alone, with its sign, in the quiet colour."""
    number = re.fullmatch(r"[+−]?\d+([.,]\d+)?(\u00a0?%)?", artist.get_text())
    return number is not None and artist.get_color() == QUIET


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_number_in_a_drawing_is_a_released_one(normal: Release, language: str) -> None:
    known = set()
    for item in normal:
        estimate = item.estimate
        for number in (estimate.value, estimate.low, estimate.high, estimate.n, estimate.n_families):
            known |= {f"{abs(number) * scale:.{digits}f}" for scale in (1, 100) for digits in (0, 1, 2)}
    known |= {"95", "0", "6", "12", "24", "7"}  # confidence, months, and 18 enrolled less 11 measured
    for picture in figures.all_pictures(normal, language):  # type: ignore[arg-type]
        written = [artist.get_text() for artist in texts(picture.figure) if not is_tick(artist)]
        plain = " ".join(
            re.sub(r"\(\d+–\d+\)|\d+–\d+ ?(fam|saknas|missing|$)", " ", entry) for entry in written
        )
        numbers = re.findall(r"\d+(?:[.,]\d+)?", plain)
        unknown = {entry for entry in numbers if entry.replace(",", ".") not in known}
        assert not unknown, (picture.name, unknown)


def luminance(colour: object) -> float:
    channels = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in to_rgb(colour)
    ]  # type: ignore[arg-type]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: object, other: object) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_labels_stand_out_from_their_bars() -> None:
    for name, look in LOOKS.items():
        assert contrast(look.ink, look.colour) >= 4.5, name


def test_worse_same_and_better_differ_in_grey_print() -> None:
    worse, same, better = (
        luminance(LOOKS[name].colour) for name in ("share_worse", "share_same", "share_better")
    )
    assert abs(same - worse) > 0.3
    assert abs(same - better) > 0.3
    assert abs(worse - better) > 0.05
    steps = [luminance(colour) for colour in shades(5)]
    assert all(lighter - darker > 0.05 for lighter, darker in pairwise(steps))


def test_what_has_no_better_direction_differs_from_what_has_in_grey_print() -> None:
    """Their greys are alike: dots and crossed lines tell them apart."""
    judged = {look.hatch for name, look in LOOKS.items() if not name.endswith(("lower", "higher"))}
    others = [look.hatch for name, look in LOOKS.items() if name.endswith(("lower", "higher"))]
    assert judged == {"", "////", "\\\\\\\\"}
    assert others == ["...", "xxxx", "++++", "..."]


@pytest.mark.parametrize(("better", "darkest"), [("lower", "1:0"), ("higher", "1:1"), ("neither", "1:1")])
def test_the_best_class_is_the_darkest(better: Better, darkest: str) -> None:
    classes = (
        {"sv": "under 20", "en": "below 20", "to": 19},
        {"sv": "20–", "en": "20–", "from": 20, "to": 100},
    )
    absence = columns()["absence_pct"].model_copy(
        update={"better": better, "classes": (tuple(map(Class.model_validate, classes)),)}
    )
    book = codebook(absence_pct=absence)
    rows = [
        row(book, "absence_pct", f"class_share_{when}", 0.5, category=f"1:{place}")
        for when in ("before", "after")
        for place in range(2)
    ]
    sheet = figures.ladder(released(book, rows), "absence_pct").figure.axes[0]
    filled = {str(patch.get_label()): luminance(patch.get_facecolor()[:3]) for patch in sheet.patches}  # type: ignore[arg-type]
    assert min((shade, name) for name, shade in filled.items() if name.startswith("1:"))[1] == darkest


def test_a_domain_that_does_not_exist_is_answered(normal: Release) -> None:
    with pytest.raises(DeclarationError, match=r"Did you mean 'home'\?"):
        figures.shares(normal, "hom")


def test_every_domain_has_its_figures(normal: Release) -> None:
    names = [picture.name for picture in figures.all_pictures(normal)]
    assert names[0] == "overview"
    assert "flow" in names
    assert {f"shares_{domain}" for domain in DOMAINS} <= set(names)
    assert {"ladder_work_step", "ladder_home_situation"} <= set(names)
    assert len(names) == len(set(names))


def test_artists_are_plain(normal: Release) -> None:
    """No rasters, no scatter of persons, no line with more points than two."""
    for picture in figures.all_pictures(normal):
        drawn: list[Artist] = picture.figure.findobj()
        assert not [artist for artist in drawn if type(artist).__name__ in {"AxesImage", "PathCollection"}]
        assert all(len(line.get_xdata()) <= 2 for ax in picture.figure.axes for line in ax.lines)  # type: ignore[arg-type]
