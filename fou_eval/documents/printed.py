"""Numbers read back from cells as they are printed, so that a sheet holds what the page shows and no digit more."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from fou_eval.declaration.text import Language
from fou_eval.formatting import MINUS, NO_BREAK_SPACE

_GROUPS: Mapping[Language, str] = {"sv": NO_BREAK_SPACE, "en": ","}
_DECIMAL: Mapping[Language, str] = {"sv": ",", "en": "."}
_MARKS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_FORMS: Mapping[Language, re.Pattern[str]] = {
    language: re.compile(
        rf"(?P<sign>[+{MINUS}]?)(?P<whole>[1-9]\d{{0,2}}(?:{_GROUPS[language]}\d{{3}})+|0|[1-9]\d*)"
        rf"(?:{re.escape(_DECIMAL[language])}(?P<part>\d+))?"
        rf"(?P<percent>{NO_BREAK_SPACE if language == 'sv' else ''}%)?(?P<marks>[{_MARKS}]*)",
        re.ASCII,
    )
    for language in _GROUPS
}
_EXACT = 15  # digits that a number of a spreadsheet holds


class Printed(NamedTuple):
    """A number of a cell, and the number format under which a spreadsheet shows the same."""

    value: float
    form: str


def printed_number(text: str, language: Language) -> Printed | None:
    r"""Read a cell that is nothing but a number; an interval, a class such as "< 0,05" or a date is none.

    A mark that points at a note stays beside the number as part of its format.

    Parameters
    ----------
    text
        A cell as it is printed.
    language
        Language in which it is printed.

    Examples
    --------
    >>> printed_number("1\xa0234,50", "sv"), printed_number("1,234.50", "en")
    (Printed(value=1234.5, form='#,##0.00'), Printed(value=1234.5, form='#,##0.00'))
    >>> printed_number("67%", "en"), printed_number("12ᵃ", "sv")
    (Printed(value=0.67, form='0%'), Printed(value=12.0, form='0"ᵃ"'))
    >>> printed_number("[0,1; 0,3]", "sv"), printed_number("007", "sv"), printed_number("1.5", "sv")
    (None, None, None)
    """
    found = _FORMS[language].fullmatch(text)
    if found is None:
        return None
    whole, part = found["whole"].replace(_GROUPS[language], ""), found["part"] or ""
    if len(whole) + len(part) > _EXACT:
        return None
    size = Decimal(f"{whole}.{part}" if part else whole)
    size = size / 100 if found["percent"] else size
    return Printed(
        float(-size if found["sign"] == MINUS else size), _form(found, grouped=whole != found["whole"])
    )


def _form(found: re.Match[str], *, grouped: bool) -> str:
    form = ("#,##0" if grouped else "0") + ("." + "0" * len(found["part"]) if found["part"] else "")
    percent = (found["percent"] or "").replace(NO_BREAK_SPACE, f'"{NO_BREAK_SPACE}"')
    shown = form + percent + (f'"{found["marks"]}"' if found["marks"] else "")
    # A format of one part would show the minus of the keyboard, and no plus.
    return {"": shown, "+": f"+{shown}", MINUS: f'{shown};"{MINUS}"{shown}'}[found["sign"]]
