"""What is allowed in a cell, as an expression that a spreadsheet computes; where it cannot say all, it allows more."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product

from fou_eval.declaration.codebook import Column, Table, Wave
from fou_eval.entry.answers import Answer, answers
from fou_eval.intake.cells.choices import choices, missing_choices

LONGEST = 250  # characters of an expression in a validation; Excel refuses the workbook from 256 on
EARLIEST, LATEST = date(1905, 1, 1), date(2099, 12, 31)

_DAY_ZERO = date(1899, 12, 30).toordinal()
_TOKEN = re.compile(r"(?:\\d|\[0-9\])(?:\{(?P<low>\d+)(?:,(?P<high>\d+))?\})?|(?P<literal>[\w\-:/ ])")
_MOST_FORMS = 12
_TRUTH = ("ja", "nej", "yes", "no", "true", "false", "sant", "falskt", "1", "0")


def serial(day: date) -> int:
    """Give a day as a spreadsheet counts it.

    Examples
    --------
    >>> serial(date(2024, 1, 15))
    45306
    """
    return day.toordinal() - _DAY_ZERO


def allowed(column: Column, waves: Mapping[str, Wave], cell: str) -> str | None:
    """Give an expression that is true when a cell holds what its column allows, or none if all may be written.

    Numbers and dates that were pasted as text count as not allowed.

    Parameters
    ----------
    column
        What the codebook declares.
    waves
        The declared waves.
    cell
        Address of the cell, such as ``F3``.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> scale = Column(label=Text(sv="Trivsel", en="Well-being"), type="integer", min=1, max=10,
    ...                missing_codes={-9: Text(sv="Vet ej", en="Not known")})
    >>> allowed(scale, {}, "F3")
    'OR(IF(ISNUMBER(F3),AND(F3>=1,F3<=10,F3=INT(F3)),FALSE),ISNUMBER(SEARCH("|"&F3&"|","|-9|vet ej|not known|")))'
    """
    said = answers(column, waves, "en")
    parts = {
        "integer": _number,
        "number": _number,
        "date": _date,
        "month": _month,
        "text": _text,
    }
    if said.codes:
        return _short(one_of(cell, spelled(column, waves)))
    own = parts[column.type](column, cell)
    missing = one_of(cell, [*(str(code) for code, _ in said.missing), *missing_choices(column).words])
    return _short(f"OR({own},{missing})" if missing and own else own)


def one_of(cell: str, texts: Iterable[str]) -> str | None:
    """Give an expression that is true when a cell shows one of some texts; capitals do not matter to a spreadsheet.

    Examples
    --------
    >>> one_of("C3", ["99"]), one_of("C3", ["barn", "child"])
    ('C3&""="99"', 'ISNUMBER(SEARCH("|"&C3&"|","|barn|child|"))')
    """
    listed = list(dict.fromkeys(texts))
    if len(listed) < 2:
        return f'{cell}&""={_quoted(listed[0])}' if listed else None
    row = _quoted("|".join(["", *listed, ""]))
    return f'ISNUMBER(SEARCH("|"&{cell}&"|",{row}))'


def spelled(column: Column, waves: Mapping[str, Wave], only: Iterable[object] | None = None) -> list[str]:
    """Give every accepted spelling of the codes of a column, or of some codes only, in lower case."""
    chosen = None if only is None else {str(code) for code in only}
    found = dict(choices(column, waves))
    if column.type == "boolean":
        found |= dict.fromkeys(_TRUTH, "")
    found |= missing_choices(column).words
    found |= {str(code): str(code) for code in column.missing_codes}
    return [spelling for spelling, code in found.items() if chosen is None or code in chosen]


def condition_broken(
    table: Table, name: str, waves: Mapping[str, Wave], cells: Mapping[str, str]
) -> str | None:
    """Give an expression that is true when a cell is filled in although the condition of its column is not met.

    Parameters
    ----------
    table
        The declared table.
    name
        Column with a condition.
    waves
        The declared waves.
    cells
        Address of the cell of each column on the row.
    """
    broken = []
    for other, codes in table.columns[name].only_when.items():
        met = one_of(cells[other], spelled(table.columns[other], waves, codes))
        if met is None:
            return None
        broken.append(f'AND({cells[other]}<>"",NOT({met}))')
    if not broken:
        return None
    some = broken[0] if len(broken) == 1 else f"OR({','.join(broken)})"
    return _short(f'AND({cells[name]}<>"",{some})')


def _short(expression: str | None) -> str | None:
    return expression if expression is not None and len(expression) <= LONGEST else None


def _number(column: Column, cell: str) -> str:
    tests = [
        f"{cell}{sign}{limit}"
        for sign, limit in ((">=", column.min), ("<=", column.max))
        if limit is not None
    ]
    tests += [f"{cell}=INT({cell})"] if column.type == "integer" else []
    return f"IF(ISNUMBER({cell}),AND({','.join(tests)}),FALSE)" if tests else f"ISNUMBER({cell})"


def days(column: Column) -> tuple[date, date]:
    """Give the first and last day that a column of dates or months allows."""
    low, high = column.min, column.max
    return low if isinstance(low, date) else EARLIEST, high if isinstance(high, date) else LATEST


def _date(column: Column, cell: str) -> str:
    low, high = days(column)
    return f"IF(ISNUMBER({cell}),AND({cell}>={serial(low)},{cell}<{serial(high) + 1}),FALSE)"


def _month(column: Column, cell: str) -> str:
    """Allow YYYY-MM as text, and a date cell."""
    low, high = days(column)
    number = f"(12*LEFT({cell},4)+RIGHT({cell},2))"
    limits = f"{number}>={12 * low.year + low.month},{number}<={12 * high.year + high.month}"
    text = f'AND(LEN({cell})=7,MID({cell},5,1)="-",ABS(RIGHT({cell},2)-6.5)<6,{limits})'
    within = f"AND({cell}>={serial(low)},{cell}<{serial(high) + 1})"
    return f"IF(ISNUMBER({cell}),{within},IFERROR({text},FALSE))"


def _text(column: Column, cell: str) -> str | None:
    """Allow the declared form, where it is made of fixed text and digits."""
    tokens = _tokens(column.pattern or "")
    if not tokens:
        return None
    forms = _forms(tokens)
    if len(forms) > _MOST_FORMS:
        return f"AND(LEN({cell})>={len(min(forms, key=len))},LEN({cell})<={len(max(forms, key=len))})"
    tests = [f"{'+'.join(f'COUNTIF({cell},{_quoted(form)})' for form in forms)}>0"]
    letters = "".join(text for text, _ in tokens)
    if any(character.isalpha() for character in letters) and letters == letters.upper():
        tests.append(f"EXACT(UPPER({cell}),{cell})")
    if len(forms) == 1:
        tests.append(_digits(forms[0], cell))
    tests = [test for test in tests if test]
    return f"AND({','.join(tests)})" if len(tests) > 1 else tests[0]


def _tokens(pattern: str) -> list[tuple[str, tuple[int, ...]]]:
    """Read a pattern as fixed texts and runs of digits (empty text, possible lengths), or give nothing."""
    found: list[tuple[str, tuple[int, ...]]] = []
    place = 0
    for match in _TOKEN.finditer(pattern):
        if match.start() != place:
            return []
        place = match.end()
        low = int(match["low"] or 1)
        lengths = range(low, int(match["high"] or low) + 1)
        found.append((match["literal"] or "", () if match["literal"] else tuple(lengths)))
    return found if place == len(pattern) else []


def _forms(tokens: list[tuple[str, tuple[int, ...]]]) -> list[str]:
    """Give every length of an id as a wildcard, with a question mark for each digit."""
    choices = [[text] if text else ["?" * length for length in lengths] for text, lengths in tokens]
    return list(dict.fromkeys("".join(parts) for parts in product(*choices)))


def _digits(form: str, cell: str) -> str:
    runs = [f"MID({cell},{match.start() + 1},{len(match[0])})" for match in re.finditer(r"\?+", form)]
    return f"ISNUMBER(-({'&'.join(runs)}))" if runs else ""


def _quoted(text: Answer) -> str:
    escaped = str(text).replace('"', '""')
    return f'"{escaped}"'
