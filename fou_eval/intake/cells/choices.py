"""The spellings that a column accepts: codes, their labels, further spellings, missing codes, yes and no."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from fou_eval.declaration.codebook import Code, Column, Wave
from fou_eval.declaration.text import Text
from fou_eval.intake.spelling import same

_YES = frozenset({"ja", "yes", "true", "sant", "1"})
_NO = frozenset({"nej", "no", "false", "falskt", "0"})
_TRUTH = {"1": frozenset({"ja", "yes", "sant", "true"}), "0": frozenset({"nej", "no", "falskt", "false"})}
_BESIDE = re.compile(r"\s*\((?P<inside>.*[^\W\d_].*)\)|(?:\s*[-–—−=:.)]\s*|\s+)(?P<label>.*[^\W\d_].*)")


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


def labels(column: Column, waves: Mapping[str, Wave]) -> dict[str, frozenset[str]]:
    """Map every code, missing code and truth value to the labels that may stand beside it."""
    found = dict(_TRUTH) if column.type == "boolean" else {}
    for code, (label, accept) in _declared(column, waves).items():
        words = frozenset(map(same, (label.sv, label.en, *accept)))
        found |= dict.fromkeys(map(same, (*accept, code)), words)  # 1 - Ja, where 1 is accepted for yes
    for key, label in column.missing_codes.items():
        found.setdefault(same(str(key)), frozenset({same(label.sv), same(label.en)}))
    return found


def beside(word: str, known: Mapping[str, frozenset[str]]) -> tuple[str, bool] | None:
    """Split a code with its label beside it, as survey tools write them, and say whether the two belong together.

    Examples
    --------
    >>> known = {"5": frozenset({"varken eller"}), "-9": frozenset({"vet ej"})}
    >>> beside("5 - varken eller", known), beside("5 (bra)", known), beside("-9 = vet ej", known)
    (('5', True), ('5', False), ('-9', True))
    >>> beside("8/10", known), beside("5-6", known)
    (None, None)
    """
    for code in sorted(known, key=len, reverse=True):
        match = _BESIDE.fullmatch(word[len(code) :]) if word.startswith(code) else None
        if match is not None:
            return code, (match["inside"] or match["label"]) in known[code]
    return None


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


def named(column: Column, waves: Mapping[str, Wave]) -> dict[str, Text]:
    """Give the label of every code, missing code and truth value of a column."""
    found = {code: label for code, (label, _) in _declared(column, waves).items()}
    if column.type == "boolean":
        found |= {"1": Text(sv="Ja", en="Yes"), "0": Text(sv="Nej", en="No")}
    return found | {str(code): label for code, label in column.missing_codes.items()}


def _declared(column: Column, waves: Mapping[str, Wave]) -> dict[str, tuple[Text, tuple[str, ...]]]:
    if column.codes == "waves":
        return {code: (wave.label, wave.accept) for code, wave in waves.items()}
    listed: Mapping[str | int, Code] = column.steps or (
        column.codes if isinstance(column.codes, dict) else {}
    )
    return {str(code): (item, item.accept) for code, item in listed.items()}
