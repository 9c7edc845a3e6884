"""The files themselves, read with a ruler: every mark is a released number, and there is nothing else in them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

import expected
import geometry
import pytest
from disclosure.attacked import declaration, made, measured
from geometry import MM, Drawing, Mark
from release_cases import all_rows, codebook, released

import fou_eval as fou
from fou_eval import figures
from fou_eval.bundled import bundled_study
from fou_eval.declaration.text import Language
from fou_eval.design import IMPROVING, INK, PALE, RULE, TINT
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimates
from fou_eval.figures import Picture, all_pictures

READ = {"overview", "flow", "shares", "course", "ladder"}  # the figures that are read with a ruler
TAGS = {"svg", "g", "defs", "style", "path", "use", "clipPath", "rect", "pattern"}
IDS = re.compile(
    r"(figure|patch|axes|text|line2d)_\d+|[hmp]\d+|(SourceSansPro-(Regular|Bold|It)|DejaVuSans(-Bold|-Oblique)?)-[0-9a-f]+"
)
NOISE = 2e-6  # points: coordinates are written with six decimals


@dataclass(frozen=True, slots=True)
class Case:
    release: Release
    language: Language


def handmade(language: Language) -> Case:
    book = codebook()
    return Case(released(book, all_rows(book)), language)


def bundled() -> Case:
    study = fou.open_study(bundled_study("familjelotsen"))
    return Case(fou.release(measured(study)), "sv")


@cache
def small() -> Estimates:
    return measured(made(declaration(), families=12, seed=12))


CASES = {
    "handmade": partial(handmade, "en"),
    "bundled": bundled,
    "12 families": lambda: Case(fou.release(small()), "en"),
    "12 families, internal": lambda: Case(fou.release(small(), profile="internal"), "sv"),
}


# Drawing takes most of the time: of these the overview, the flow and one domain are drawn.
ONE_DOMAIN = {"bundled": "occupation", "12 families": "home", "12 families, internal": "school"}


@cache
def drawn(case: str) -> tuple[Case, tuple[tuple[Picture, bytes, Drawing], ...]]:
    own = CASES[case]()
    files = [(picture, picture.svg()) for picture in pictures(own, ONE_DOMAIN.get(case))]
    return own, tuple((picture, svg, geometry.read(svg)) for picture, svg in files)


def pictures(own: Case, domain: str | None) -> Iterable[Picture]:
    if domain is None:
        every_ = all_pictures(own.release, own.language)
        return [picture for picture in every_ if picture.name.partition("_")[0] in READ]
    classed = [item.name for item in expected.items(own.release, domain) if item.column.partitions()]
    return [
        *(draw(own.release, own.language) for draw in (figures.overview, figures.flow)),
        *(draw(own.release, domain, own.language) for draw in (figures.shares, figures.course)),
        *(figures.ladder(own.release, name, own.language) for name in classed),
    ]


every = pytest.mark.parametrize("case", CASES)


def close(read: object, released: object) -> bool:
    return read == pytest.approx(released, abs=2e-6, rel=1e-6)


@every
def test_the_overview_inverts_to_the_released_changes_and_intervals(case: str) -> None:
    own, files = drawn(case)
    read = geometry.read_overview(files[0][2])
    rows = expected.headlines(own.release)
    assert [len(line) for line in read] == [len(expected.numbers(row)) for row in rows]
    for line, row in zip(read, rows, strict=True):
        assert close(line, expected.numbers(row)), row.outcome


@every
def test_every_course_inverts_to_the_released_changes_and_intervals(case: str) -> None:
    own, files = drawn(case)
    for picture, _, drawing in files:
        if picture.name.startswith("course_"):
            rows = expected.courses(own.release, picture.name.removeprefix("course_"))
            months = {code: float(wave.months) for code, wave in own.release.codebook.waves.items()}
            assert [
                [[0.0, 0.0], *([months[row.wave_after], *expected.numbers(row)] for row in course)]
                for course in rows
            ] == [
                [pytest.approx(point, abs=2e-6, rel=1e-6) for point in panel]
                for panel in geometry.read_course(drawing)
            ], picture.name


@every
def test_bars_invert_to_the_released_shares(case: str) -> None:
    own, files = drawn(case)
    for picture, _, drawing in files:
        kind, _, name = picture.name.partition("_")
        if kind == "shares":
            assert_bars(geometry.read_shares(drawing), expected.splits(own.release, name))
        elif kind == "flow":
            assert_bars(geometry.read_flow(drawing), expected.takers(own.release))
        elif kind == "ladder":
            read, told = geometry.read_ladder(drawing), expected.classes(own.release, name)
            assert [len(bar) for bar in read] == [len(bar) for bar in told], picture.name
            assert all(close(bar, shares) for bar, shares in zip(read, told, strict=True)), picture.name


def assert_bars(read: list[list[tuple[str, float]]], told: list[list[tuple[str, float]]]) -> None:
    assert [[colour for colour, _ in bar] for bar in read] == [[colour for colour, _ in bar] for bar in told]
    for bar, parts in zip(read, told, strict=True):
        assert close([share for _, share in bar], [share for _, share in parts])


@pytest.mark.parametrize("case", [case for case in CASES if "internal" not in case])
def test_no_mark_has_more_digits_than_the_tables(case: str) -> None:
    own, files = drawn(case)
    checked = 0
    for picture, _, drawing in files:
        kind, _, domain = picture.name.partition("_")
        if kind == "overview":
            pairs = list(zip(geometry.read_overview(drawing), expected.headlines(own.release), strict=True))
        elif kind == "course":
            panels = zip(geometry.read_course(drawing), expected.courses(own.release, domain), strict=True)
            pairs = [
                (point[1:], row) for panel, rows in panels for point, row in zip(panel[1:], rows, strict=True)
            ]
        else:
            continue
        for read, row in pairs:
            digits = [number / expected.last_digit(own.release, row) for number in read]
            assert digits == pytest.approx([round(digit) for digit in digits], abs=1e-4), (picture.name, row)
            checked += len(digits)
    assert checked > 20


def is_neutral(mark: Mark, drawing: Drawing) -> bool:
    """Say whether a mark is paper, a ruled line, a tick, the better side, a key, behind a word or between two bars."""
    paper = mark.groups[-1] == "patch_1" and mark.width == drawing.width
    ruled = mark.style.get("stroke") in {colour.lower() for colour in (RULE, PALE, INK)}
    key = abs(mark.width - 5.5 * MM) < NOISE and abs(mark.height - 2.6 * MM) < NOISE
    word = any(group.startswith("text_") for group in mark.groups) or abs(mark.height - 3.2 * MM) < NOISE
    return paper or ruled or key or word or mark.style["fill"] in {IMPROVING.lower(), TINT.lower()}


def number_of_marks(release: Release, picture: str) -> int:
    kind, _, name = picture.partition("_")
    if kind == "overview":
        return sum(1 + (len(expected.numbers(row)) == 3) for row in expected.headlines(release))
    if kind == "course":
        courses = expected.courses(release, name)
        # Each interval stands with a dashed line that leads to its dot; each panel has its open dot at entry.
        return len(courses) + sum(
            1 + 2 * (len(expected.numbers(row)) == 3) for course in courses for row in course
        )
    if kind == "ladder":
        return sum(map(len, expected.classes(release, name)))
    return sum(map(len, expected.takers(release) if kind == "flow" else expected.splits(release, name)))


@every
def test_there_are_as_many_marks_as_released_numbers(case: str) -> None:
    own, files = drawn(case)
    for picture, _, drawing in files:
        marks = [mark for mark in drawing.marks if not is_neutral(mark, drawing)]
        assert len(marks) == number_of_marks(own.release, picture.name), picture.name
        assert all(
            len(mark.points) == {"use": 1, "path": 2}.get(mark.tag) or len(mark.points) == 4 for mark in marks
        )


@every
def test_nothing_lies_unseen_in_a_file(case: str) -> None:
    _, files = drawn(case)
    for picture, svg, drawing in files:
        assert drawing.tags <= TAGS
        assert (
            re.search(rb"<!--|metadata|rdf|opacity|visibility|display|[Mm]atplotlib|<title|desc", svg) is None
        )
        assert [
            found for found in re.findall(r'\bid="([^"]*)"', svg.decode()) if not IDS.fullmatch(found)
        ] == []
        for mark in drawing.marks:
            assert all(inside(point, (0, 0, drawing.width, drawing.height)) for point in mark.points), (
                picture.name
            )
            assert mark.clip is None or all(inside(point, mark.clip) for point in mark.points), picture.name
            assert max(mark.width, mark.height) > 0 or mark.tag == "use", (picture.name, mark)
        white = [
            mark for mark in drawing.marks if mark.style["fill"] == "#ffffff" and "stroke" not in mark.style
        ]
        assert len(white) == 1, picture.name  # the paper
        assert white[0] is drawing.marks[0]
        for word in drawing.words:
            assert inside(word.at, (0, 0, drawing.width, drawing.height)), (picture.name, word.text)
            assert word.style.get("fill") != "#ffffff" or behind(word.at, drawing), (picture.name, word.text)


def inside(point: tuple[float, float], box: tuple[float, float, float, float]) -> bool:
    (x, y), (left, top, right, bottom) = point, box
    return left - NOISE <= x <= right + NOISE and top - NOISE <= y <= bottom + NOISE


def behind(point: tuple[float, float], drawing: Drawing) -> list[Mark]:
    """Give the coloured bars that a point lies on."""
    boxes = [(mark, [*zip(*mark.points, strict=True)]) for mark in drawing.marks[1:] if len(mark.points) == 4]
    return [mark for mark, (xs, ys) in boxes if inside(point, (min(xs), min(ys), max(xs), max(ys)))]


@every
def test_every_numeral_is_a_released_number_or_declared(case: str) -> None:
    own, files = drawn(case)
    labels = expected.declared_words(own.release)
    declared = {number for label in labels for number in geometry.numerals(label, own.language)}
    declared |= {float(wave.months) for wave in own.release.codebook.waves.values()}
    for picture, _, drawing in files:
        known = expected.facts(own.release, picture.name)
        for text in (picture.title, picture.alt, picture.caption, picture.source):
            found = geometry.numerals(expected.without(text, labels), own.language)
            assert unknown(found, known, own) == [], picture.name
        for word in scale_free(drawing, picture.name):
            assert unknown(geometry.numerals(word, own.language), known | declared, own) == [], (
                picture.name,
                word,
            )


def unknown(found: list[float], known: set[float], own: Case) -> list[float]:
    """Give the numbers that are not known; what is internal is written rounded, what is published as it is."""
    if own.release.profile == "publication":
        return sorted(set(found) - known)
    return [number for number in found if not any(abs(number - fact) <= half_digit(number) for fact in known)]


def half_digit(number: float) -> float:
    return next(0.5 * 10**-digits for digits in range(4) if round(number, digits) == number) + 1e-9


def scale_free(drawing: Drawing, picture: str) -> Iterator[str]:
    """Give the words drawn, less the labels of scales, which follow from where the released numbers lie."""
    labels = geometry.tick_labels(drawing) if picture.partition("_")[0] in {"overview", "course"} else []
    yield from (word.text for word in drawing.words if word not in labels)


def test_numbers_that_are_not_published_move_nothing_in_a_figure() -> None:
    """The ends of a scale, the size of a figure and its words follow from the published numbers alone."""
    own, files = drawn("12 families")
    estimates = small()
    moved = expected.hidden_changed(estimates, own.release)
    assert sum(not one.same_as(other) for one, other in zip(estimates, moved, strict=True)) > 50
    again = Case(fou.release(moved), own.language)
    for picture, (before, svg, _) in zip(pictures(again, ONE_DOMAIN["12 families"]), files, strict=True):
        assert picture.svg() == svg, picture.name
        assert (picture.alt, picture.caption) == (before.alt, before.caption)
