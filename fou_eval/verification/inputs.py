"""Whether data, plan and declarations are those that a report was made of."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from fou_eval.declaration import Codebook, Language, Table
from fou_eval.declaration.differences import Difference, differences
from fou_eval.declaration.own_files import REPORT, is_own
from fou_eval.disclosure import Release
from fou_eval.disclosure.seals import sealed, unsealed_rows
from fou_eval.language import phrase
from fou_eval.provenance import DataMarks, TableMark
from fou_eval.provenance.record import Marks, Record
from fou_eval.verification.outcome import About, Finding

_STUDY, _PLAN = "study.yaml", "plan.yaml"
_MOST = 20  # differences of declarations that are listed
_LONG = 60  # characters of a declared text that are quoted


def declaration_findings(
    record: Record,
    before: Mapping[str, Mapping[Any, Any]] | None,
    after: Mapping[str, Mapping[Any, Any]],
    marks: Mapping[str, str],
    language: Language,
) -> Iterator[Finding]:
    """Say what in the plan, the other declarations and the report's own texts is otherwise than in the report.

    Parameters
    ----------
    record
        The report.
    before
        What the report declares, where that came with it.
    after, marks
        What is declared now, by file, and the fingerprints of the files.
    language
        Language of the texts.
    """
    recorded = record.manifest.declarations
    files = list(dict.fromkeys((*recorded, *marks)))
    touched = [name for name in files if recorded.get(name) != marks.get(name)]
    found = differences(before, after) if before is not None else ()
    parts: tuple[tuple[About, list[str]], ...] = (
        ("plan", [_PLAN]),
        ("declarations", [name for name in files if name != _PLAN and not is_own(name)]),
        ("front", [name for name in files if is_own(name)]),
    )
    told = {
        about: [each for each in found if _about(each) == about and each.file in touched]
        for about, _ in parts
    }
    known = {each.file for own in told.values() for each in own}
    for about, names in parts:
        texts = [_told(each, language) for each in told[about][:_MOST]]
        if len(told[about]) > _MOST:
            texts.append(phrase("verify.declared.more", language, {"count": len(told[about]) - _MOST}))
        texts += [
            phrase("verify.declared.file", language, {"file": name})
            for name in touched
            if name in names and name not in known
        ]
        if texts or about != "front" or names:
            yield from _findings(about, texts, language)


def _about(each: Difference) -> About:
    """Say what a difference is in: the report's own front is no part of what is computed."""
    if is_own(each.file) or (each.file == _STUDY and each.path[:1] == (REPORT,)):
        return "front"
    return "plan" if each.file == _PLAN else "declarations"


def data_findings(
    record: Record, marks: DataMarks, made: Release, key: bytes | None, language: Language
) -> Iterator[Finding]:
    """Say which tables and columns of the data are otherwise than in the report; no value and no id is told.

    Parameters
    ----------
    record
        The report.
    marks
        Plain marks of the data that are at hand.
    made
        What was computed again from them: says how the data may be marked, and gives the labels.
    key
        The key of the ledger, where there is one.
    language
        Language of the texts.
    """
    said, here = record.manifest.data, made.provenance
    if record.manifest.synthetic != here.synthetic:
        word = "synthetic_here" if here.synthetic else "real_here"
        yield Finding(about="data", weight="differs", text=phrase(f"verify.data.{word}", language))
    if said.how != "plain" and here.data.how == "plain" and here.synthetic == record.manifest.synthetic:
        yield Finding(about="attachments", weight="differs", text=phrase("verify.data.unmarked", language))
        return
    if said.how == "none":
        yield Finding(about="data", weight="noted", text=phrase("verify.data.none", language))
        return
    if said.how == "sealed" and key is None:
        yield Finding(about="data", weight="noted", text=phrase("verify.data.no_key", language))
        return
    reported = _marks(said)
    own = sealed(marks, key, salt=said.salt) if said.how == "sealed" and key is not None else marks
    shared = [name for name in reported.tables if name in own.tables]
    rows = {
        name: unsealed_rows(reported, name, key or b"", near=int(marks.tables[name].rows)) for name in shared
    }
    if shared and all(number is None for number in rows.values()):
        yield Finding(about="data", weight="differs", text=phrase("verify.data.other_key", language))
        return
    gone = [
        phrase("verify.data.table_gone", language, {"table": name})
        for name in reported.tables
        if name not in own.tables
    ]
    new = [
        phrase("verify.data.table_new", language, {"table": name})
        for name in own.tables
        if name not in reported.tables
    ]
    told = [
        text
        for name in shared
        if reported.tables[name].content != own.tables[name].content
        for text in _of_table(
            name,
            (reported.tables[name], own.tables[name]),
            (rows[name], int(marks.tables[name].rows)),
            made.codebook,
            language,
        )
    ]
    word = "one" if len(shared) == 1 else "same"
    contradict = [name for name in shared if _contradict(reported.tables[name], own.tables[name])]
    for name in contradict:
        text = phrase("verify.data.marks", language, {"table": name})
        yield Finding(about="attachments", weight="differs", text=text)
    if not contradict or gone or new or told:
        yield from _findings("data", [*gone, *new, *told], language, {"tables": len(shared)}, word)


def _of_table(
    name: str,
    marks: tuple[TableMark, TableMark],
    rows: tuple[int | None, int],
    codebook: Codebook,
    language: Language,
) -> Iterator[str]:
    (was, now), (before, after), table = marks, rows, codebook.tables[name]
    if before is not None and before != after:
        key = f"{'more' if after > before else 'fewer'}{'_one' if abs(after - before) == 1 else ''}"
        values = {"table": name, "by": abs(after - before), "was": before, "now": after}
        yield phrase(f"verify.data.{key if after else 'empty'}", language, values)
        return
    groups = {
        "column": [column for column, mark in now.columns.items() if was.columns.get(column, mark) != mark],
        "column_new": [column for column in now.columns if column not in was.columns],
        "column_gone": [column for column in was.columns if column not in now.columns],
    }
    if set(table.key) & set(groups["column"]):
        yield phrase("verify.data.keys", language, {"table": name})
        return
    for key, columns in groups.items():
        if columns:
            listed = ", ".join(_labelled(column, table, language) for column in columns)
            yield phrase(f"verify.data.{key}", language, {"table": name, "columns": listed})


def _contradict(was: TableMark, now: TableMark) -> bool:
    """Say whether the marks of one table cannot all be of the same rows: they were changed, and not the data."""
    same = was.columns == now.columns and was.rows == now.rows
    return (was.content == now.content) != same


def _labelled(column: str, table: Table, language: Language) -> str:
    return f"{column} ({table.columns[column].label[language]})" if column in table.columns else column


def _findings(
    about: About,
    texts: list[str],
    language: Language,
    values: Mapping[str, object] | None = None,
    same: str = "same",
) -> Iterator[Finding]:
    for text in texts:
        yield Finding(about=about, weight="differs", text=text)
    if not texts:
        yield Finding(about=about, weight="same", text=phrase(f"verify.{about}.{same}", language, values))


def _marks(said: Marks) -> DataMarks:
    return DataMarks(
        how=said.how,
        salt=said.salt,
        tables={
            name: TableMark(rows=mark.rows, content=mark.content, columns=mark.columns)
            for name, mark in said.tables.items()
        },
    )


def _told(each: Difference, language: Language) -> str:
    if is_own(each.file) and not each.file.endswith(".md"):
        return phrase("verify.front.picture", language, {"file": each.file})
    was, now = each.was, each.now
    if isinstance(was, str) and isinstance(now, str):
        was, now = _around(was, now)
    values = {"place": each.place, "was": _value(was, language), "now": _value(now, language)}
    return phrase(f"verify.declared.{each.how}", language, values)


def _around(was: str, now: str) -> tuple[str, str]:
    """Give of two texts, on one line each, the part around the first place where they differ."""
    was, now = (" ".join(text.split()) for text in (was, now))
    pairs = enumerate(zip(was, now, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), min(len(was), len(now)))
    start = max(0, same - _LONG // 2) if max(len(was), len(now)) > _LONG else 0
    return (f"…{was[start:]}", f"…{now[start:]}") if start else (was, now)


def _value(value: object, language: Language) -> str:
    if value is None:
        return phrase("verify.nothing", language)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key}: {_value(item, language)}" for key, item in value.items())
        return _shortened(f"{{{inner}}}")
    if isinstance(value, (tuple, list)):
        return _shortened(f"[{', '.join(_value(item, language) for item in value)}]")
    return _shortened(
        f"”{value}”"
        if isinstance(value, str) and language == "sv"
        else f"'{value}'"
        if isinstance(value, str)
        else str(value)
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
