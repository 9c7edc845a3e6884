"""Words that figures of records share: names of codes, and on what a figure rests."""

from collections.abc import Iterable

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.figures import rows
from fou_eval.language import phrase


def code_names(table: Table, column: str, codes: Iterable[str], language: Language) -> list[str]:
    """Name codes of a column of records; what stands for a missing code by the words for that."""
    declared = table.columns[column].codes if column in table.columns else None
    known = {str(code): text for code, text in declared.items()} if isinstance(declared, dict) else {}
    return [
        known[code][language] if code in known else phrase(f"recorded.{code}", language) for code in codes
    ]


def within(text: str) -> str:
    """Begin a label with a small letter, as it stands within a sentence.

    Examples
    --------
    >>> within("Löst")
    'löst'
    """
    return text[:1].lower() + text[1:]


def source_of(release: Release, basis: str, language: Language) -> str:
    """Say on what a figure rests that does not count families, and where its data come from."""
    words = phrase("figure.source.basis", language, {"basis": basis})
    return f"{words} {rows.source(release, (), language)}"
