"""Columns of statistics files: numbers whose meaning the file itself states, beside what the codebook says of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from fou_eval.declaration.codebook import Column, Wave
from fou_eval.declaration.text import Text
from fou_eval.intake.cells.choices import choices, missing_choices, named, yes_no
from fou_eval.intake.cells.parse import EMPTY, ColumnReader, Fault, Reading
from fou_eval.intake.cells.plain import as_text
from fou_eval.intake.cells.quantities import looks_missing, quantity
from fou_eval.intake.persons.identifiers import may_be_shown
from fou_eval.intake.raw import RawCell, Value, Variable
from fou_eval.intake.spelling import same, tidy

CONTRADICTION = "label_contradiction"
UNNAMED = "user_missing"
"""The reason of a missing value in a column whose content is never repeated."""
_HIDDEN = "…"
_NEVER_SHOWN = {"family_id", "person_id", "free_text"}


@dataclass(frozen=True, slots=True)
class Clash:
    """A value to which the file and the codebook give different names; `declared` is what the codebook says.

    Attributes
    ----------
    value
        The value as a person sees it.
    said
        The label in the file, or dots if it could identify somebody.
    declared
        The code, or missing code, of the codebook.
    """

    value: str
    said: str
    declared: str


@dataclass(slots=True)
class Labels:
    """What the labels of a file say of the values of one column.

    Attributes
    ----------
    readings
        Values that are read by their label.
    contradictions
        Values whose label is the name of something else in the codebook; none of the column can be trusted.
    doubts
        Values that the codebook knows by another name.
    """

    readings: dict[Value, Reading] = field(default_factory=dict)
    contradictions: list[Clash] = field(default_factory=list)
    doubts: list[Clash] = field(default_factory=list)


class DocumentedReader:
    """Reads the cells of one column of a statistics file.

    Parameters
    ----------
    column
        What the codebook declares.
    waves
        The declared waves, for a column whose codes they are.
    variable
        What the file says of the column.
    """

    def __init__(self, column: Column, waves: Mapping[str, Wave], variable: Variable) -> None:
        self._column = column
        self._variable = variable
        self._plain = ColumnReader(column, waves, typed=True)
        self._meanings = _Meanings(column, waves)
        self.labels = self._compare() if column.role not in _NEVER_SHOWN else Labels()

    def read(self, cell: RawCell | None) -> Reading:
        """Read one cell; a value that the file calls missing is missing, with its reason."""
        if cell is None:
            return EMPTY
        if cell.state == "user_missing":
            return Reading(reason=self._reason(cell.value))
        if self.labels.contradictions:
            return Reading(fault=Fault(CONTRADICTION))
        return self.labels.readings.get(cell.value) or self._plain.read(cell)

    def is_ordinary(self, cell: RawCell) -> bool:
        """Say whether a value that the file calls missing is an ordinary one by the codebook, with no telling label."""
        label = self._variable.labels.get(cell.value, "")
        if self._is_missing_word(label) or self._column.role in _NEVER_SHOWN:
            return False
        read = self._plain.read(RawCell(cell.row, cell.column, cell.value))
        return read.value is not None or self._meanings.by_label(cell.value, label) is not None

    def _reason(self, value: Value) -> str:
        """Give the declared missing code of a value by its number or its label, or else what the file calls it."""
        label = self._variable.labels.get(value, "")
        code = self._meanings.missing_by_value(value) or self._meanings.missing_by_label(label)
        if code is not None:
            return code
        if self._column.role in _NEVER_SHOWN:
            return UNNAMED
        return tidy(label) if tidy(label) and may_be_shown(label) else as_text(value)

    def _is_missing_word(self, label: str) -> bool:
        return looks_missing(label) or self._meanings.missing_by_label(label) is not None

    def _compare(self) -> Labels:
        """Hold every label of the file against the codebook."""
        found = Labels()
        for value, label in self._variable.labels.items():
            by_value = self._meanings.by_value(value)
            by_label = self._meanings.by_label(value, label)
            clash = Clash(as_text(value), tidy(label) if may_be_shown(label) else _HIDDEN, by_value or "")
            if value not in self._variable.missing and self._meanings.is_other_number(value, label):
                found.contradictions.append(Clash(clash.value, clash.said, clash.value))
            elif value in self._variable.missing:
                if by_value and by_label and by_value != by_label and self._meanings.is_missing(by_value):
                    found.doubts.append(clash)
            elif by_label is not None and by_value not in (None, by_label):
                found.contradictions.append(clash)
            elif by_label is not None:
                self._read_by_label(found, value, label, by_label)
            elif looks_missing(label):
                found.readings[value] = Reading(fault=Fault("unknown_missing_code", "label"))
            elif by_value is not None and not self._meanings.is_near(label, by_value):
                found.doubts.append(clash)
        return found

    def _read_by_label(self, found: Labels, value: Value, label: str, code: str) -> None:
        if self._meanings.is_missing(code):
            found.readings[value] = Reading(reason=code, note="interpreted_value")
            return
        if self._column.type not in {"code", "boolean"}:
            return  # numbers keep their own way in, which knows their limits
        note = None if self._meanings.is_label(label, code) else "interpreted_value"
        read = self._plain.read(RawCell(1, 1, code))
        found.readings[value] = Reading(read.value, note=note)  # type: ignore[arg-type]


class _Meanings:
    """What the codebook knows: codes and missing codes, by number and by name."""

    def __init__(self, column: Column, waves: Mapping[str, Wave]) -> None:
        self._choices = choices(column, waves)
        self._missing = missing_choices(column)
        self._named: Mapping[str, Text] = named(column, waves)
        self._truth = column.type == "boolean"
        self._numeric = column.type in {"integer", "number"} and not self._choices

    def is_missing(self, code: str) -> bool:
        """Say whether a code is a missing code."""
        return code in self._missing.numbers.values() or code in self._missing.words.values()

    def missing_by_value(self, value: Value) -> str | None:
        """Give the missing code that a value is."""
        if isinstance(value, str):
            return self._missing.words.get(same(value)) or self._missing.words.get(same(value).lstrip("."))
        return self._missing.numbers.get(float(value)) if isinstance(value, int | float) else None

    def missing_by_label(self, label: str) -> str | None:
        """Give the missing code that a label names."""
        return self._missing.words.get(same(label))

    def by_value(self, value: Value) -> str | None:
        """Give the code, missing code or truth value that a value is."""
        if self._truth:
            return _truth(as_text(value)) or self.missing_by_value(value)
        return self._choices.get(same(as_text(value))) or self.missing_by_value(value)

    def by_label(self, value: Value, label: str) -> str | None:
        """Give the code, missing code or truth value that a label names; a number before it may repeat the value."""
        for word in (same(label), _without_number(same(label), as_text(value))):
            code = _truth(word) if self._truth else self._choices.get(word)
            code = code or self._missing.words.get(word)
            if code is not None:
                return code
        return None

    def is_other_number(self, value: Value, label: str) -> bool:
        """Say whether the label of a plain number is another number, as when classes were numbered."""
        number = quantity(label) if self._numeric else None
        return number is not None and number.value != value

    def is_label(self, label: str, code: str) -> bool:
        """Say whether a label is the one that the codebook gives."""
        text = self._named.get(code)
        return text is not None and same(label) in {same(text.sv), same(text.en), same(code)}

    def is_near(self, label: str, code: str) -> bool:
        """Say whether a label is longer or shorter than the name of this code, and of no other."""
        word = same(label)
        near = {
            known
            for spelling, known in self._choices.items()
            if min(len(word), len(spelling)) > 2 and (word.startswith(spelling) or spelling.startswith(word))
        }
        return near == {code}


def _truth(word: str) -> str | None:
    truth = yes_no(same(word))
    return None if truth is None else "1" if truth else "0"


def _without_number(label: str, value: str) -> str:
    """Leave out the value that many write before its label.

    Examples
    --------
    >>> _without_number("1 = barn", "1"), _without_number("10 barn", "1")
    ('barn', '10 barn')
    """
    match = re.fullmatch(rf"{re.escape(value)}(?:\s*[-–—=:.)]\s*|\s+)(.+)", label)
    return match[1] if match else label
