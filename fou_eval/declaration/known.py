"""The names that are declared anywhere in a study, also in parts that have faults of their own.

Names are collected before anything is judged, so that one mistake is reported once: a column with a
misspelt key is still a column, and a rule that mentions it is not called wrong because of it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from fou_eval.declaration.codebook import Column, Table
from fou_eval.declaration.faults import Document, Flaw, Path, step_into
from fou_eval.declaration.instruments import Instrument
from fou_eval.errors import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Declared names; None where a file could not be read and nothing can be said.

    Attributes
    ----------
    waves, domains, topics, instruments
        Declared codes and names, in order.
    columns
        Column names of each table.
    measures, tables
        The instruments and tables that could be read, without the parts that could not.
    """

    waves: tuple[str, ...] | None
    domains: tuple[str, ...] | None
    instruments: tuple[str, ...] | None
    columns: Mapping[str, tuple[str, ...] | None]
    topics: tuple[str, ...] = ()
    measures: Mapping[str, Instrument] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)

    def codes(self, column: Column) -> tuple[str, ...] | None:
        """Give the codes a column may hold as text, or None when it is not limited to codes."""
        if column.codes == "waves":
            return self.waves
        keys = column.steps or column.codes
        return tuple(str(key) for key in keys) if keys else None


def names(document: Document | None, *path: str | int) -> tuple[str, ...] | None:
    """Give the keys at a path of a document, or None when they cannot be known."""
    if document is None or not document.complete:
        return None
    here = document.data
    for part in path:
        here = step_into(here, part)
    return tuple(str(key) for key in here) if isinstance(here, dict) else None


def absent(what: str, word: str, known: Collection[str] | None, path: Path) -> Iterable[Flaw]:
    """Give a flaw when a name is not among those declared; nothing when these cannot be known."""
    if known is None or word in known:
        return
    listed = f"Expected one of: {', '.join(known)}." if known else "None is declared."
    yield Flaw(path, f"{what} '{word}' is not declared. {listed}{did_you_mean(word, known)}")
