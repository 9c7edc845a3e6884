"""The spellings that a column accepts: codes, their labels, further spellings, missing codes, yes and no."""

from collections.abc import Mapping
from dataclasses import dataclass

from fou_eval.declaration.codebook import Code, Column, Wave
from fou_eval.declaration.text import Text
from fou_eval.intake.spelling import same

_YES = frozenset({"ja", "yes", "true", "sant", "1"})
_NO = frozenset({"nej", "no", "false", "falskt", "0"})


@dataclass(frozen=True, slots=True)
class MissingChoices:
    """The declared missing codes of a column by number and by word."""

    numbers: Mapping[float, str]
    words: Mapping[str, str]


def choices(column: Column, waves: Mapping[str, Wave]) -> dict[str, str]:
    """Map every accepted spelling of a code to the code; a code wins over a label, a label over the rest.

    Spellings are in the form of :func:`~fou_eval.intake.spelling.same`.
    """
    found: dict[str, str] = {}
    declared = _declared(column, waves)
    for code in declared:
        found.setdefault(same(code), code)
    for code, (label, _) in declared.items():
        found.setdefault(same(label.sv), code)
        found.setdefault(same(label.en), code)
    for code, (_, accept) in declared.items():
        for spelling in accept:
            found.setdefault(same(spelling), code)
    return found


def missing_choices(column: Column) -> MissingChoices:
    """Give the declared missing codes; a whole number may be written 99 or 99,0, and a label stands for its code."""
    numbers: dict[float, str] = {}
    words: dict[str, str] = {}
    for key, label in column.missing_codes.items():
        code = str(key)
        try:
            numbers[float(code)] = code
        except ValueError:
            words[same(code)] = code
        words.setdefault(same(label.sv), code)
        words.setdefault(same(label.en), code)
    return MissingChoices(numbers, words)


def yes_no(word: str) -> bool | None:
    """Read a truth value, or give none.

    Examples
    --------
    >>> yes_no("ja"), yes_no("falskt"), yes_no("?")
    (True, False, None)
    """
    return True if word in _YES else False if word in _NO else None


def code_list(column: Column, waves: Mapping[str, Wave]) -> list[str]:
    """Give the declared codes, steps or waves of a column in their order."""
    return list(_declared(column, waves))


def _declared(column: Column, waves: Mapping[str, Wave]) -> dict[str, tuple[Text, tuple[str, ...]]]:
    if column.codes == "waves":
        return {code: (wave.label, wave.accept) for code, wave in waves.items()}
    listed: Mapping[str | int, Code] = column.steps or (
        column.codes if isinstance(column.codes, dict) else {}
    )
    return {str(code): (item, item.accept) for code, item in listed.items()}
