"""Identifiers in the spellings that people use, and sentences in which nobody is named, as a user hands them in.

The sets were made without looking at the detectors (`held_out`); they are handed in as a workbook and as a text
file of thousands of cells, in a free-text column and in a text column of context.
"""

from intake.held_out import a, a_numbers, a_words
from intake.held_out.items import check_digit
from intake.held_out.measure import texts


def test_the_set_is_large_and_repeats_itself() -> None:
    items, sentences = a.identifiers(), a.ordinary()
    assert items == a.identifiers()
    assert len(items) > 2500
    assert len({item.cell for item in sentences if item.form != "dated"}) > 1200
    assert {item.form for item in sentences} == {"hand-written", "grammar", "dated"}


def test_numbers_carry_their_check_digit_and_a_test_serial() -> None:
    numbers = [
        str(item.cell)
        for item in a.identifiers()
        if item.kind == "identity_number" and item.form.endswith("'{s}{n}'")
    ]
    assert len(numbers) == 2 * a_numbers.EACH
    for number in (text for text in numbers if text.isdigit()):
        assert int(number[9]) == check_digit(number[:9])
        assert 980 <= int(number[6:9]) <= 999


def test_frames_name_nobody() -> None:
    """A frame that raised an alarm by itself would hide that the identifier in it was missed."""
    frames = [
        frame.replace("{}", "detta")
        for module in (a_numbers, a_words)
        for name, value in vars(module).items()
        if name.endswith("_FRAMES")
        for frame in value
    ]
    assert len(frames) > 70
    assert [frame for frame, answer in zip(frames, texts(frames), strict=True) if answer] == []
