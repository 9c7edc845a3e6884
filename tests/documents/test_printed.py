"""A cell that is printed as a number is read back as that number, and shown as it was printed."""

from collections.abc import Callable
from itertools import product

import pytest
from printed_cells import shown

from fou_eval.documents.printed import printed_number
from fou_eval.formatting import number, percent, signed

VALUES = (0, 1, -1, 7, 0.5, -0.25, 12, 99.95, 1000, -1234.5, 2017, 14957, 875000, -18000000, 0.07, 0.29, 1e9)


@pytest.mark.parametrize("write", [number, signed], ids=lambda write: write.__name__)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_printed_is_shown_again(write: Callable[..., str], language: str) -> None:
    for value, decimals, mark in product(VALUES, (0, 1, 3), ("", "ᵃ", "ᵇᶜ")):
        text = write(value, language, decimals) + mark
        found = printed_number(text, language)
        assert found is not None, text
        assert shown(*found, language) == text


@pytest.mark.parametrize("language", ["sv", "en"])
def test_per_cent_is_a_share_shown_as_per_cent(language: str) -> None:
    for hundredths, decimals in product(range(101), (0, 1)):
        text = percent(hundredths / 100, language, decimals)
        found = printed_number(text, language)
        assert found is not None, text
        assert found.value == pytest.approx(hundredths / 100, abs=1e-15)
        assert shown(*found, language) == text


@pytest.mark.parametrize(
    ("text", "language", "value", "form"),
    [
        ("−1,2", "sv", -1.2, '0.0;"−"0.0'),
        ("+23", "sv", 23.0, "+0"),
        ("0,07", "sv", 0.07, "0.00"),
        ("42\u00a0%", "sv", 0.42, '0"\u00a0"%'),
        ("42%", "en", 0.42, "0%"),
        ("2017", "sv", 2017.0, "0"),
        ("1\u00a0234ᵃ", "sv", 1234.0, '#,##0"ᵃ"'),
    ],
)
def test_a_number_and_its_format(text: str, language: str, value: float, form: str) -> None:
    assert printed_number(text, language) == (value, form)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *(("", "sv"), ("–", "sv"), ("–ᵃ", "sv"), ("visas\u00a0ejᵃ", "sv"), ("ᵃ", "sv"), ("%", "sv")),
        *(("[0,1;\u00a00,3]", "sv"), ("15–17", "sv"), ("<\u00a00,05", "sv"), ("14\u00a0familjer", "sv")),
        *(
            ("2017-10-31", "sv"),
            ("§ 204", "sv"),
            ("007", "sv"),
            ("1.5", "sv"),
            ("1,5", "en"),
            ("1 234", "sv"),
        ),
        *(("12,34", "en"), ("1,2345", "en"), ("12%", "sv"), ("12\u00a0%", "en"), ("-1", "sv"), ("1e5", "en")),
        *(("=1", "sv"), ("+", "sv"), ("1,", "sv"), (",5", "sv"), ("1\n", "sv"), ("1٢", "sv"), ("٣", "en")),
        ("1234567890123456", "sv"),  # a spreadsheet would change its last digit
    ],
)
def test_what_is_more_than_a_number_is_none(text: str, language: str) -> None:
    assert printed_number(text, language) is None
