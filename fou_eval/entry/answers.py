"""What may be written in a column, in the words of the codebook: form, codes, codes for missing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from fou_eval.declaration.codebook import Code, Column, Wave
from fou_eval.declaration.text import Language, Text
from fou_eval.language import phrase
from fou_eval.wording import written_form

Answer = str | int
_WHOLE = re.compile(r"0|-?[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a cell of a column may hold.

    Attributes
    ----------
    form
        In a few words, such as ``heltal från 1 till 10``.
    codes
        Codes that can be chosen, with their labels; empty when anything of the form may be written.
    missing
        Declared missing codes, with their reasons.
    """

    form: str
    codes: tuple[tuple[Answer, str], ...]
    missing: tuple[tuple[Answer, str], ...]

    @property
    def listed(self) -> tuple[Answer, ...]:
        """Everything that a drop-down offers; empty when there is none."""
        return tuple(code for code, _ in (*self.codes, *self.missing)) if self.codes else ()


def answers(column: Column, waves: Mapping[str, Wave], language: Language) -> Answers:
    """Say what may be written in a column; each code is one that `check` reads without a note.

    Examples
    --------
    >>> column = Column(label=Text(sv="Trivsel", en="Well-being"), type="integer", min=1, max=10,
    ...                 missing_codes={-9: Text(sv="Vet ej", en="Not known")})
    >>> answers(column, {}, "sv")
    Answers(form='heltal från 1 till 10', codes=(), missing=((-9, 'Vet ej'),))
    """
    codes = tuple((plain(code), text[language]) for code, text in _codes(column, waves).items())
    if column.type == "boolean":
        codes = ((phrase("hint.yes", language), ""), (phrase("hint.no", language), ""))
    elif column.type in {"integer", "number"} and (column.min is not None or column.max is not None):
        codes = ()  # labelled ends of a scale; what lies between may be written too
    missing = tuple((plain(str(code)), text[language]) for code, text in column.missing_codes.items())
    form = phrase("hint.choice", language) if codes else _begin_small(written_form(column, language))
    return Answers(form=form, codes=codes, missing=missing)


def plain(code: str) -> Answer:
    """Write a code that is a whole number as a number, as a spreadsheet takes it.

    Examples
    --------
    >>> plain("-9"), plain("t0"), plain("01")
    (-9, 't0', '01')
    """
    return int(code) if _WHOLE.fullmatch(code) else code


def pairs(codes: tuple[tuple[Answer, str], ...]) -> str:
    """Give codes with what they mean, in one line.

    Examples
    --------
    >>> pairs((("t0", "Före"), ("ja", "")))
    't0 = Före; ja'
    """
    return "; ".join(f"{code} = {label}" if label else str(code) for code, label in codes)


def _codes(column: Column, waves: Mapping[str, Wave]) -> Mapping[str, Text]:
    if column.codes == "waves":
        return {code: wave.label for code, wave in waves.items()}
    listed: Mapping[str | int, Code] = column.steps or (
        column.codes if isinstance(column.codes, dict) else {}
    )
    return {str(code): text for code, text in listed.items()}


def _begin_small(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"
