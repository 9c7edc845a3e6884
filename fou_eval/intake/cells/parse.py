"""Read one cell by what its column declares: a value, a declared missing code, or a fault; never a guess."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from fou_eval.declaration.codebook import Column, Wave
from fou_eval.intake.cells.choices import beside, choices, labels, missing_choices, yes_no
from fou_eval.intake.cells.days import DateFault, day, is_made_date, is_made_time, month, shape
from fou_eval.intake.cells.plain import as_number, as_text, is_formula_like
from fou_eval.intake.cells.quantities import is_code_like, looks_missing, quantity
from fou_eval.intake.raw import CellState, RawCell, Value
from fou_eval.intake.spelling import has_control, same, tidy

Parsed = str | float | date | None
Note = Literal["normalised_text", "interpreted_value", "formula_like_text"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell cannot be used: the rule, which of its messages, and what the message names."""

    rule: str
    variant: str = ""
    places: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says.

    Attributes
    ----------
    value
        The value; none when the cell is missing or faulty. Codes come as text of the declared key,
        numbers and truth values as float, dates and months as date.
    reason
        The declared missing code that the cell holds.
    fault
        Why the cell cannot be used. A cell has a value, a reason, a fault, or none of them when it is empty.
    note
        How the cell was read, when the sender should know of it.
    mark
        Decimal mark of a number that was written as text.
    filled
        True when something stands in the cell.
    """

    value: Parsed = field(default=None, repr=False)
    reason: str | None = None
    fault: Fault | None = None
    note: Note | None = None
    mark: Literal[",", ".", ""] = ""
    filled: bool = True


EMPTY = Reading(filled=False)


class ColumnReader:
    """Reads the cells of one column.

    Parameters
    ----------
    column
        What the codebook declares.
    waves
        The declared waves, for a column whose codes they are.
    typed
        True when the file tells numbers from text, so that a number written as text is worth a note.
    """

    def __init__(self, column: Column, waves: Mapping[str, Wave], *, typed: bool) -> None:
        self._column = column
        self._typed = typed
        self._choices = choices(column, waves)
        self._labels = labels(column, waves)
        self._missing = missing_choices(column)
        self._pattern = re.compile(column.pattern) if column.pattern else None
        self._read_filled: Callable[[Value], Reading] = {
            "text": self._text,
            "integer": self._number,
            "number": self._number,
            "date": self._date,
            "month": self._month,
            "code": self._code,
            "boolean": self._boolean,
        }[column.type]
        self._seen: dict[object, Reading] = {}

    def read(self, cell: RawCell | None) -> Reading:
        """Read one cell; the same content always gives the same reading."""
        if cell is None:
            return EMPTY
        if cell.state != "value" and (reading := self._by_state(cell.state)) is not None:
            return reading
        value = cell.value
        key = value if isinstance(value, str) else (type(value), value)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._read(value)
        return found

    def _by_state(self, state: CellState) -> Reading | None:
        """Read a cell whose state says more than its value, or give none if the value decides."""
        if state == "per_cent" and self._column.type in {"integer", "number"}:
            return Reading(fault=Fault("not_a_number", "per_cent"))  # 12.5 % is stored as 0.125
        if state == "withheld" and self._column.role == "free_text":
            return Reading()  # what is dropped before analysis need not be filled in again
        if state in {"formula_without_value", "excel_error_value", "withheld"}:
            return Reading(fault=Fault(state))
        return None

    def _read(self, raw: Value) -> Reading:
        value: Value = raw
        tidied = False
        if isinstance(raw, str):
            if has_control(raw) and self._column.role != "free_text":
                return Reading(fault=Fault("invalid_characters"))
            value = tidy(raw)
            if not value:
                return EMPTY
            tidied = value != raw
        reading = self._read_declared(value)
        if isinstance(value, str) and reading.fault is not None:
            reading = self._with_label(value, reading)
        read_by_people = (
            self._column.role != "free_text"
        )  # dropped before analysis, so its blanks matter to nobody
        if tidied and read_by_people and reading.note is None and reading.fault is None:
            return Reading(reading.value, reading.reason, None, "normalised_text", reading.mark)
        return reading

    def _read_declared(self, value: Value) -> Reading:
        return self._declared_missing(value) or self._read_filled(value)

    def _with_label(self, text: str, refused: Reading) -> Reading:
        """Read a code with its label beside it, such as "5 - Varken eller"; the two must belong together."""
        found = beside(same(text), self._labels)
        if found is None:
            return refused
        code, agree = found
        if not agree:
            return Reading(fault=Fault("unknown_code", "label"))
        reading = self._read_declared(code)
        return Reading(reading.value, reading.reason, reading.fault, "interpreted_value")

    def _declared_missing(self, value: Value) -> Reading | None:
        """Read a declared missing code; in a text column 099 is not 99."""
        if not self._missing.numbers and not self._missing.words:
            return None
        number = as_number(value)
        if number is not None and number in self._missing.numbers:
            code = self._missing.numbers[number]
            return Reading(reason=code) if self._column.type != "text" or as_text(value) == code else None
        if isinstance(value, str | date) and (word := same(as_text(value))) in self._missing.words:
            code = self._missing.words[word]
            return Reading(reason=code, note=None if word == same(code) else "interpreted_value")
        return None

    def _number(self, value: Value) -> Reading:
        column = self._column
        if (fault := _made_by_spreadsheet(value)) is not None:
            return Reading(fault=fault)
        if isinstance(value, str) and same(value) in self._choices:
            return Reading(float(self._choices[same(value)]), note="interpreted_value")
        read = quantity(value) if isinstance(value, str) else None
        number = read.value if read else as_number(value)
        if number is None:
            missing = isinstance(value, str) and looks_missing(value)
            return Reading(fault=Fault("unknown_missing_code" if missing else "not_a_number"))
        if (fault := self._outside(number)) is not None:
            return Reading(fault=fault, mark=read.mark if read else "")
        if column.type == "integer" and not number.is_integer():
            return Reading(fault=Fault("not_an_integer"), mark=read.mark if read else "")
        note: Note | None = "interpreted_value" if read and self._typed else None
        return Reading(number, note=note, mark=read.mark if read else "")

    def _outside(self, number: float) -> Fault | None:
        low, high = self._column.min, self._column.max
        if low is None and (self._column.kind == "count" or self._column.role == "exposure"):
            low = 0
        below = isinstance(low, int | float) and number < low
        above = isinstance(high, int | float) and number > high
        listed = (
            isinstance(self._column.codes, dict) and self._column.min is None and self._column.max is None
        )
        if (below or above) and is_code_like(number):
            return Fault("unknown_missing_code")
        if below or above:
            return Fault("out_of_range", "low" if below else "high", {"limit": low if below else high})
        if listed and number not in {float(code) for code in self._choices.values()}:
            return Fault("unknown_code", places={"known": ", ".join(dict.fromkeys(self._choices.values()))})
        return None

    def _date(self, value: Value) -> Reading:
        return self._calendar(value, day(value))

    def _month(self, value: Value) -> Reading:
        return self._calendar(value, month(value))

    def _calendar(self, value: Value, found: date | DateFault) -> Reading:
        if not isinstance(found, date):
            missing = isinstance(value, str) and looks_missing(value)
            return Reading(
                fault=Fault("unknown_missing_code") if missing else Fault(found, self._variant(value, found))
            )
        low, high = self._column.min, self._column.max
        if isinstance(low, date) and found < low:
            return Reading(fault=Fault("out_of_range", "early", {"limit": low.isoformat()}))
        if isinstance(high, date) and found > high:
            return Reading(fault=Fault("out_of_range", "late", {"limit": high.isoformat()}))
        return Reading(found, note=None if self._is_plain(value) else "interpreted_value")

    def _variant(self, value: Value, found: DateFault) -> str:
        if found != "not_a_date":
            return ""
        return "month" if self._column.type == "month" else shape(value)

    def _is_plain(self, value: Value) -> bool:
        """Say whether nothing of a date was left out on reading: neither a midnight in text nor the day of a month."""
        if self._column.type == "month":
            return value.day == 1 if isinstance(value, date) else len(str(value)) == len("2024-01")
        return not isinstance(value, str) or len(value) == len("2024-01-15")

    def _code(self, value: Value) -> Reading:
        if isinstance(value, bool):
            words = ("true", "sant", "1", "ja") if value else ("false", "falskt", "0", "nej")
            code = next((self._choices[word] for word in words if word in self._choices), None)
            return Reading(code, note="interpreted_value") if code is not None else self._unknown_code()
        if (fault := _made_by_spreadsheet(value)) is not None and same(as_text(value)) not in self._choices:
            return Reading(fault=fault)
        text = as_text(value)
        code = self._choices.get(same(text))
        number = as_number(value) if code is None else None
        if number is not None and number.is_integer():
            code = self._choices.get(str(int(number)))
        if code is None:
            return self._unknown_code()
        return Reading(code, note=None if text == code else "interpreted_value")

    def _unknown_code(self) -> Reading:
        return Reading(
            fault=Fault("unknown_code", places={"known": ", ".join(dict.fromkeys(self._choices.values()))})
        )

    def _boolean(self, value: Value) -> Reading:
        truth = value if isinstance(value, bool) else yes_no(same(as_text(value)))
        if truth is None:
            return Reading(fault=Fault("unknown_code", "boolean"))
        usual = isinstance(value, bool) or same(as_text(value)) in {"ja", "nej", "yes", "no", "1", "0"}
        return Reading(float(truth), note=None if usual else "interpreted_value")

    def _text(self, value: Value) -> Reading:
        if self._column.role == "free_text":
            return Reading(as_text(value), note="formula_like_text" if is_formula_like(value) else None)
        if not isinstance(value, str) and (fault := _made_by_spreadsheet(value)) is not None:
            return Reading(fault=fault)
        text = as_text(value)
        if self._pattern is not None and not (self._pattern.fullmatch(text) and _has_plain_digits(text)):
            form = re.sub(
                r"[0-9]", "0", self._column.example or ""
            )  # the example itself could be somebody's id
            places = {"example": form, "pattern": self._pattern.pattern}
            return Reading(fault=Fault("bad_pattern", "example" if form else "", places))
        return Reading(text, note="formula_like_text" if is_formula_like(value) else None)


def _has_plain_digits(text: str) -> bool:
    """Say whether every digit is one of 0 to 9; a pattern takes those of other alphabets, which look alike."""
    return text.isascii() or all(letter.isascii() for letter in text if letter.isdigit())


def _made_by_spreadsheet(value: Value) -> Fault | None:
    """Say whether a spreadsheet made a date of 3-4, or a time of 8:30, where neither belongs."""
    if is_made_time(value):
        return Fault("auto_date", "clock")
    return Fault("auto_date") if is_made_date(value) else None
