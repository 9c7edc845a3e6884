"""What a spreadsheet shows of a number under a format, for the formats that are written here, and no others."""

import re
from decimal import Decimal

QUOTED = re.compile(r'"([^"]*)"')
FORM = re.compile(
    r"(?P<sign>[+\u2212]?)(?P<whole>#,##0|0)(?:\.(?P<part>0+))?(?P<percent>\u00a0?%)?(?P<marks>\D*)"
)


def shown(value: float, form: str, language: str) -> str:
    """Write a number as a spreadsheet of that language does."""
    positive, _, negative = QUOTED.sub(r"\1", form).partition(";")
    found = FORM.fullmatch(negative if value < 0 and negative else positive)
    assert found, form
    size = Decimal(repr(abs(value))) * (100 if found["percent"] else 1)
    places = len(found["part"] or "")
    assert size == size.quantize(Decimal(1).scaleb(-places)), "a spreadsheet would round it"
    text = f"{size:,.{places}f}" if found["whole"] == "#,##0" else f"{size:.{places}f}"
    if language == "sv":
        text = text.replace(",", "\u00a0").replace(".", ",")
    return f"{found['sign']}{text}{found['percent'] or ''}{found['marks']}"
