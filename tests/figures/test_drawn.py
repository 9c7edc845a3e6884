"""What is drawn is what was released: positions, lengths, counts of marks, and nothing else."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, pairwise

import pytest
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from release_cases import LONG, all_rows, codebook, columns, outcome, released, row, text

from fou_eval import figures
from fou_eval.declaration.codebook import Codebook
from fou_eval.disclosure.release import Release
from fou_eval.errors import DeclarationError
from fou_eval.figures import Picture
from fou_eval.figures.ladder import shades
from fou_eval.figures.shares import LOOKS

DOMAINS = ("home", "school", "leisure", "occupation")


def lines(figure: Figure, label: str) -> list[Line2D]:
    return [line for ax in figure.axes for line in ax.lines if line.get_label() == label]


def bars(figure: Figure) -> list[tuple[str, float, float]]:
    """Name, left end and length of every bar."""
    found = []
    for ax in figure.axes:
        for container in ax.containers:
            found += [(str(container.get_label()), bar.get_x(), bar.get_width()) for bar in container]
    return found


def texts(figure: Figure) -> list[Text]:
    written = figure.findobj(lambda artist: isinstance(artist, Text) and artist.get_visible())
    return [artist for artist in written if artist.get_text().strip()]  # type: ignore[attr-defined]


def words(picture: Picture) -> str:
    return "\n".join(artist.get_text() for artist in texts(picture.figure))


def test_the_overview_marks_each_released_headline_at_its_value(normal: Release) -> None:
    figure = figures.overview(normal).figure
    dots = [line.get_xdata()[0] for line in lines(figure, "_value")]  # type: ignore[index]
    ends = [list(line.get_xdata()) for line in lines(figure, "_interval")]  # type: ignore[arg-type]
    assert dots == [1.2, -4.2, 0.18]  # the ladder of this case released its balance, not its mean
    assert ends == [[0.4, 2.0], [-9.1, 0.6], [0.02, 0.35]]
    assert len(lines(figure, "_zero")) == len(dots)


def test_the_better_side_is_the_one_that_is_shaded(normal: Release) -> None:
    figure = figures.overview(normal).figure
    shaded = []
    for ax in figure.axes[1:]:
        spans = [patch.get_extents().transformed(ax.transData.inverted()) for patch in ax.patches]
        shaded += [(round(span.x0, 6) >= 0, round(span.x1, 6) <= 0) for span in spans]
    assert shaded == [(True, False), (False, True), (True, False)]  # home up, absence down, activity up


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
    assert (worse[2] / 40, same[2] / 40, better[2] / 40) == pytest.approx((0.12, 0.29, 0.59))
    middle = same[1] + same[2] / 2
    assert middle == pytest.approx(93.0)
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
    assert drawn["share_better"][0] == pytest.approx(93.0)
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


def test_the_course_has_a_dot_and_an_interval_at_each_wave(normal: Release) -> None:
    figure = figures.course(normal, "school").figure
    first = figure.axes[1]  # axes[0] is the sheet that holds the words
    dots = [
        (line.get_xdata()[0], line.get_ydata()[0]) for line in first.lines if line.get_label() == "_value"
    ]  # type: ignore[index]
    assert dots == [(6.0, -2.1), (12.0, -4.2), (24.0, -6.3)]
    ends = [list(line.get_ydata()) for line in first.lines if line.get_label() == "_interval"]  # type: ignore[arg-type]
    assert ends == [[-6.0, 1.8], [-9.1, 0.6], [-12.0, -0.6]]
    entry = [line for line in first.lines if line.get_label() == "_entry"]
    assert (entry[0].get_xdata()[0], entry[0].get_ydata()[0]) == (0.0, 0.0)  # type: ignore[index]
    assert [label.get_text() for label in first.get_xticklabels()] == ["0\n", "6\n18", "12\n17", "24\n14"]


def test_a_number_on_few_families_is_open_and_not_joined() -> None:
    book = codebook()
    rows = [
        row(book, "absence_pct", "change_from_entry", -2.0, low=-4.0, high=-0.5, wave_after="t1"),
        row(book, "absence_pct", "change_from_entry", -3.0, wave_after="t3", n_families=7),
    ]
    panel = figures.course(released(book, rows), "school").figure.axes[1]
    values = [line for line in panel.lines if line.get_label() == "_value"]
    assert [line.get_markerfacecolor() for line in values][1] == "white"
    assert len([line for line in panel.lines if line.get_label() == "_path"]) == 1


def test_the_ladder_shows_the_classes_of_the_one_view_that_passed(normal: Release) -> None:
    drawn = bars(figures.ladder(normal, "work_step").figure)
    assert [name for name, _, _ in drawn] == ["1:far", "1:near", "1:in"] * 2
    lengths = [width / 120 for _, _, width in drawn]
    assert lengths == pytest.approx([0.52, 0.33, 0.15, 0.3, 0.33, 0.37])


def test_the_flow_is_solid_to_the_least_and_hatched_to_the_most(normal: Release) -> None:
    figure = figures.flow(normal).figure
    drawn = [(name, round(width / 88 * 18, 6)) for name, _, width in bars(figure)]
    assert drawn == [
        *(("_measured", 18.0),) * 3,
        *(("_measured", 14.0), ("_range", 3.0), ("_rest", 1.0)),
        *(("_measured", 11.0), ("_rest", 7.0)),
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_number_in_a_drawing_is_a_released_one(normal: Release, language: str) -> None:
    known = set()
    for item in normal:
        estimate = item.estimate
        for number in (estimate.value, estimate.low, estimate.high, estimate.n, estimate.n_families):
            known |= {f"{abs(number) * scale:.{digits}f}" for scale in (1, 100) for digits in (0, 1, 2)}
    known |= {"95", "0", "6", "12", "24"}  # confidence and months
    for picture in figures.all_pictures(normal, language):  # type: ignore[arg-type]
        ticks = {
            label
            for ax in picture.figure.axes
            for axis in (ax.xaxis, ax.yaxis)
            for label in axis.get_ticklabels()
        }
        written = [artist.get_text() for artist in texts(picture.figure) if artist not in ticks]
        plain = " ".join(re.sub(r"\(\d+–\d+\)|\d+–\d+ ?(fam|$)", " ", entry) for entry in written)
        numbers = re.findall(r"\d+(?:[.,]\d+)?", plain)
        unknown = {entry for entry in numbers if entry.replace(",", ".") not in known}
        assert not unknown, (picture.name, unknown)


@cache
def rendered(figure: Figure) -> RendererAgg:
    """What has drawn a figure, which takes longer than to look at it."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return canvas.get_renderer()


def boxes(picture: Picture) -> Iterator[tuple[str, Bbox]]:
    renderer = rendered(picture.figure)
    hidden = set(unseen_ticks(picture.figure))
    for artist in texts(picture.figure):
        if artist not in hidden:
            yield artist.get_text(), artist.get_window_extent(renderer)


def unseen_ticks(figure: Figure) -> Iterator[Text]:
    """Labels that matplotlib holds ready for ticks outside the scale, and does not draw."""
    for ax in figure.axes:
        for axis in (ax.xaxis, ax.yaxis):
            low, high = sorted(axis.get_view_interval())
            drawn = ax.axison
            yield from (
                tick.label1
                for tick in axis.get_major_ticks()
                if not (drawn and low <= tick.get_loc() <= high)
            )


def overlap(one: Bbox, other: Bbox) -> float:
    """Area shared, after shrinking both by a pixel, since line boxes are a little taller than their ink."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0) - 2
    height = min(one.y1, other.y1) - max(one.y0, other.y0) - 2
    return max(width, 0) * max(height, 0)


def long_labels() -> Release:
    changed = {
        name: column.model_copy(update={"label": text(LONG, LONG)})
        for name, column in columns().items()
        if column.role == "outcome"
    }
    book = codebook(**changed)
    return released(book, all_rows(book), "internal", synthetic=True)


def eight_in_one_domain() -> Release:
    more = {
        f"extra_{place}": outcome(
            f"Tilläggsmått nummer {place}", f"Added measure {place}", "leisure", "scale", "higher"
        )
        for place in range(7)
    }
    book = codebook(**more)
    rows = all_rows(book)
    for name in more:
        rows += [
            row(book, name, share, value)
            for share, value in (("share_better", 0.5), ("share_not_better", 0.5))
        ]
        rows += [
            row(book, name, "change_from_entry", 0.4, low=-0.2, high=1.0, wave_after=wave)
            for wave in ("t1", "t2")
        ]
    return released(book, rows)


def everything_withheld() -> Release:
    book = codebook()
    names = ("home_situation", "absence_pct", "activity", "work_step")
    kinds = ("family_mean_change", "share_same", "change_from_entry", "class_share_before")
    return released(book, [row(book, name, kind, 1.0, status="withheld") for name in names for kind in kinds])


def usual() -> Release:
    book: Codebook = codebook()
    return released(book, all_rows(book))


@cache
def drawn(case: Callable[[], Release], language: str) -> tuple[Picture, ...]:
    return tuple(figures.all_pictures(case(), language))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("case", [usual, long_labels, eight_in_one_domain, everything_withheld])
def test_no_text_overlaps_another_or_leaves_the_canvas(case: Callable[[], Release], language: str) -> None:
    for picture in drawn(case, language):
        found = list(boxes(picture))
        width, height = picture.figure.bbox.size
        for words_, box in found:
            inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= width + 1 and box.y1 <= height + 1
            assert inside, (picture.name, words_)
        for (one, first), (other, second) in combinations(found, 2):
            assert overlap(first, second) == 0, (picture.name, one, other)


@pytest.mark.parametrize("case", [usual, long_labels, eight_in_one_domain])
def test_no_text_of_the_sheet_lies_under_a_scale(case: Callable[[], Release]) -> None:
    for picture in drawn(case, "sv"):
        renderer = rendered(picture.figure)
        sheet, *scales = picture.figure.axes
        for artist in sheet.texts:
            box = artist.get_window_extent(renderer)
            for scale in scales:
                assert overlap(box, scale.get_window_extent()) == 0, (picture.name, artist.get_text())


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


def test_a_domain_that_does_not_exist_is_answered(normal: Release) -> None:
    with pytest.raises(DeclarationError, match=r"Did you mean 'home'\?"):
        figures.shares(normal, "hom")


def test_every_domain_has_its_figures(normal: Release) -> None:
    names = [picture.name for picture in figures.all_pictures(normal)]
    assert names[:2] == ["overview", "flow"]
    assert {f"shares_{domain}" for domain in DOMAINS} <= set(names)
    assert {"ladder_work_step", "ladder_home_situation"} <= set(names)
    assert len(names) == len(set(names))


def test_artists_are_plain(normal: Release) -> None:
    """No rasters, no scatter of persons, no line with more points than two."""
    for picture in figures.all_pictures(normal):
        drawn: list[Artist] = picture.figure.findobj()
        assert not [artist for artist in drawn if type(artist).__name__ in {"AxesImage", "PathCollection"}]
        assert all(len(line.get_xdata()) <= 2 for ax in picture.figure.axes for line in ax.lines)  # type: ignore[arg-type]
