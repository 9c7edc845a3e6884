"""Find spellings that could be read as two different codes or columns."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from fou_eval.declaration.codebook import Column, Table, Wave
from fou_eval.declaration.codes import Code
from fou_eval.declaration.faults import Flaw
from fou_eval.declaration.text import Text


def same(word: str) -> str:
    """Give the form in which spellings are compared: capitals and surplus blanks do not matter.

    Examples
    --------
    >>> same(" Annat  ombud") == same("annat ombud")
    True
    """
    return unicodedata.normalize("NFC", " ".join(word.casefold().split()))


def header_flaws(table: Table) -> Iterator[Flaw]:
    """Give the headers that could mean two columns: names, labels and aliases together; blanks do not count."""
    spelled = {
        name: [name, column.label.sv, column.label.en, *column.aliases]
        for name, column in table.columns.items()
    }
    for name, word, other in _clashes(
        {name: [w.replace(" ", "") for w in map(same, words)] for name, words in spelled.items()}
    ):
        yield Flaw(
            ("columns", name),
            f"the header '{word}' could also mean column '{other}'. Change a label or alias.",
        )


def code_flaws(column: Column) -> Iterator[Flaw]:
    """Give the spellings of a column that could mean two codes; paths begin at the column."""
    key = "steps" if column.steps else "codes"
    codes: Mapping[str | int, Code] = column.steps or (column.codes if isinstance(column.codes, dict) else {})
    spelled = {str(code): _spellings(str(code), text, text.accept) for code, text in codes.items()}
    written = {str(code): code for code in codes}
    for code, word, other in _clashes(spelled):
        yield Flaw(
            (key, written[code]), f"'{word}' could also mean code '{other}'. Change a label or accept."
        )


def wave_flaws(waves: Mapping[str, Wave]) -> Iterator[Flaw]:
    """Give the spellings that could mean two waves."""
    spelled = {code: _spellings(code, wave.label, wave.accept) for code, wave in waves.items()}
    for code, word, other in _clashes(spelled):
        yield Flaw(("waves", code), f"'{word}' could also mean wave '{other}'. Change a label or accept.")


def _spellings(code: str, label: Text, accept: Iterable[str]) -> list[str]:
    return [code, label.sv, label.en, *accept]


def _clashes(spelled: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str, str]]:
    """Give owner, word and the earlier owner of every word that has two."""
    owners: dict[str, str] = {}
    for owner, words in spelled.items():
        for word in dict.fromkeys(same(word) for word in words):
            if owners.setdefault(word, owner) != owner:
                yield owner, word, owners[word]
