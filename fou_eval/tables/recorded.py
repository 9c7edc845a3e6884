"""Tables of records: rows counted by their codes, as released."""

from collections.abc import Iterator, Sequence
from math import isfinite

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.records import RECORDED, Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NOTHING, listed, number, percent
from fou_eval.language import phrase
from fou_eval.tables.cells import warning_notes
from fou_eval.tables.display import DisplayTable, Heading


def code_label(table: Table, column: str, code: str, language: Language) -> str:
    """Name one code of a column of records, or several that are merged, each as it is declared: it may be a name."""
    return "; ".join(code_names(table, column, code, language))


def codes_in_line(table: Table, column: str, code: str, language: Language) -> str:
    """Name codes within a sentence, with small letters."""
    names = code_names(table, column, code, language)
    return listed([name[:1].lower() + name[1:] for name in names], language)


def code_names(table: Table, column: str, code: str, language: Language) -> list[str]:
    """Give the name of each of the codes that are merged into one."""
    declared = table.columns[column].codes
    known = {str(key): text for key, text in declared.items()} if isinstance(declared, dict) else {}
    return [
        known[part][language] if part in known else phrase(f"recorded.{part}", language)
        for part in code.split("+")
    ]


def shown(row: Released | None) -> bool:
    """Say whether a row holds a number that readers see."""
    return row is not None and row.decision.status != "withheld" and isfinite(row.estimate.value)


def counted_by(
    release: Release, subject: Subject, column: str, language: Language | None = None
) -> DisplayTable | None:
    """Lay out the rows of a table of records by the codes of one column, with shares of all rows.

    Parameters
    ----------
    release
        What may be shown.
    subject
        What the table records.
    column
        The column whose codes are told apart.
    language
        Language of the words; the study's own when not given.

    Returns
    -------
    DisplayTable or None
        None where the study does not declare it, or nothing of it may be shown.
    """
    language = release.language(language)
    table = release.codebook.recording(subject)
    rows = [row for row in release.of_table("records_where", subject, column) if shown(row)]
    if table is None or not rows:
        return None
    whole = sum(row.estimate.value for row in rows)
    labels = {"table": table.label[language], "column": table.columns[column].label[language]}
    merged = any("+" in row.estimate.category for row in rows)
    return DisplayTable(
        title=phrase("recorded.counted_by", language, labels),
        columns=(
            Heading(table.columns[column].label[language], "left", 3),
            Heading(phrase("recorded.number", language)),
            Heading(phrase("recorded.share", language)),
        ),
        rows=(
            *(_line(table, column, row, whole, language) for row in rows),
            (phrase("recorded.all", language), number(whole, language, 0), percent(1.0, language)),
        ),
        notes=(*warning_notes(release, language), *([phrase("recorded.merged", language)] if merged else [])),
        language=language,
    )


def _line(table: Table, column: str, row: Released, whole: float, language: Language) -> tuple[str, str, str]:
    code = row.estimate.category.split(":")[2]
    share = percent(row.estimate.value / whole, language) if whole else NOTHING
    return code_label(table, column, code, language), number(row.estimate.value, language, 0), share


def every_count(
    release: Release, subject: Subject, language: Language | None = None
) -> tuple[DisplayTable | str, ...]:
    """Lay out a table of records by every column that it is counted by; say in words what is not shown.

    Parameters
    ----------
    release, subject, language
        As for `counted_by`.
    """
    return tuple(_every_count(release, subject, release.language(language)))


def _every_count(release: Release, subject: Subject, language: Language) -> Iterator[DisplayTable | str]:
    table = release.codebook.recording(subject)
    if table is None:
        return
    if not any(shown(row) for row in release.of_table("records", subject)):
        yield phrase("recorded.nothing", language, {"table": table.label[language]})
        return
    columns = [name for name in RECORDED[subject].counted if name in table.columns]
    displays = {name: counted_by(release, subject, name, language) for name in columns}
    hidden = [table.columns[name].label[language] for name in columns if displays[name] is None]
    if hidden:
        yield total_only(hidden, language)
    yield from (display for display in displays.values() if display is not None)


def total_only(hidden: Sequence[str], language: Language) -> str:
    """Say by which columns rows are not told apart.

    Examples
    --------
    >>> total_only(["Kind", "Legal basis"], "en")
    'The distributions by “Kind” and “Legal basis” are not shown: too few families in each group.'
    """
    quoted = [phrase("format.quoted", language, {"text": label}) for label in hidden]
    key = "recorded.total_only" if len(hidden) == 1 else "recorded.totals_only"
    return phrase(key, language, {"columns": listed(quoted, language)})
