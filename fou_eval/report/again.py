"""The appendix on reproducibility: how to verify the report, how to make it again, and what must be the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.formatting import capital, day, number, percent
from fou_eval.language import phrase
from fou_eval.report import blocks
from fou_eval.report.blocks import Block
from fou_eval.tables import DisplayTable, Heading

Record = Mapping[str, object]
_FIGURES = "figures/"
_FINGERPRINT = re.compile(r"[0-9a-f]{40,}")
_SHOWN = 12  # characters of a fingerprint; the whole of it stands in the manifest
_WIDTHS = {"item": 1, "content": 3, "file": 3, "table": 2, "rows": 1, "fingerprint": 2, "seal": 2}


def reproducibility(release: Release, language: Language, manifest: Record) -> Iterator[Block]:
    """Give the commands that verify the report and make it again, and the fingerprints and versions."""
    yield blocks.paragraph(phrase("report.again.text", language))
    yield blocks.heading(phrase("report.again.verify", language))
    yield blocks.command("fou-eval verify report.pdf --data DATA")
    yield blocks.heading(phrase("report.again.command", language))
    yield blocks.command(command_line(release, language))
    yield blocks.table(_table("facts", ("item", "content"), _run(release, language, manifest), language))
    yield blocks.paragraph(phrase("report.again.short", language, {"count": _SHOWN}))
    yield from _data(_inside(manifest, "data"), language)
    declared = _marks(_inside(manifest, "declarations"))
    yield _halved("declarations", ("file", "fingerprint"), declared, language)
    files = [pair for pair in _marks(_inside(manifest, "files")) if not pair[0].startswith(_FIGURES)]
    yield _halved("results", ("file", "fingerprint"), files, language)
    yield blocks.heading(phrase("report.again.packages", language))
    runs_on = _inside(manifest, "environment")
    versions = [*_pairs(_inside(runs_on, "packages")), ("Python", str(runs_on["python"]))]
    yield blocks.paragraph(", ".join(f"{name}\u00a0{version}" for name, version in versions) + ".")


def command_line(release: Release, language: Language) -> str:
    """Give the command that makes the report again, with the data file left to fill in."""
    profile = "" if release.profile == release.plan.disclosure.profile else f" --profile {release.profile}"
    until = f" --until {release.provenance.until}" if release.provenance.until else ""
    return f"fou-eval report --study {release.codebook.study} --data DATA --lang {language}{profile}{until}"


def _run(release: Release, language: Language, manifest: Record) -> list[tuple[str, ...]]:
    code, runs_on = _inside(manifest, "code"), _inside(manifest, "environment")
    until = release.codebook.data_until
    values = {
        "study": f"{release.codebook.study} {release.codebook.version}",
        "status": capital(phrase(f"edition.status.{release.codebook.status}", language)),
        "data_until": day(until, language) if until else "",
        "profile": capital(phrase(f"report.again.profile.{release.profile}", language)),
        "plan": day(release.plan.fixed_on, language),
        "confidence": percent(release.plan.confidence, language),
        "seed": str(release.plan.seed),
        "estimates": number(len(release.rows), language, 0),
        "source": _short(code["source"]),
        "commit": _short(code["commit"]),
        "lock": _short(runs_on["lock"]),
        "platform": f"{runs_on['system']} {runs_on['machine']}, {runs_on['implementation']}",
    }
    return [(phrase(f"report.again.{key}", language), value) for key, value in values.items() if value]


def _data(marks: Record, language: Language) -> Iterator[Block]:
    """Show the fingerprints of the tables, or their seals with what these are, or say why there are none."""
    how, tables = marks["how"], _inside(marks, "tables")
    if how == "none":
        yield blocks.paragraph(phrase("report.again.no_data", language))
    elif how == "sealed":
        yield blocks.paragraph(phrase("report.again.sealed", language))
        rows = [(name, _short(_inside(tables, name)["content"])) for name in tables]
        yield _halved("data", ("table", "seal"), rows, language)
    else:
        counted = [
            (name, str(_inside(tables, name)["rows"]), _short(_inside(tables, name)["content"]))
            for name in tables
        ]
        yield _halved("data", ("table", "rows", "fingerprint"), counted, language)


def _inside(content: Record, key: str) -> Record:
    inner = content[key]
    return inner if isinstance(inner, Mapping) else {}


def _pairs(content: Record) -> list[tuple[str, ...]]:
    """Give names and values in the order of manifest.json, so that pages made from it again are the same."""
    return [(str(name), str(value)) for name, value in sorted(content.items())]


def _marks(content: Record) -> list[tuple[str, ...]]:
    """Give names and the beginnings of fingerprints."""
    return [(name, _short(mark)) for name, mark in _pairs(content)]


def _short(mark: object) -> str:
    """Shorten a fingerprint; what is none, such as that a program was changed, stays as it is."""
    return str(mark)[:_SHOWN] if _FINGERPRINT.fullmatch(str(mark)) else str(mark)


def _halved(key: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], language: Language) -> Block:
    """Make a table of two halves beside each other, to be read down the first and then down the second."""
    half = -(-len(rows) // 2)
    empty = ("",) * len(heads)
    beside = [
        (*left, *right) for left, right in zip_longest(rows[:half], rows[half:], fillvalue=empty)
    ]  # fmt: skip
    display = _table(key, (*heads, *heads), beside, language)
    return {**blocks.table(display), "size": "small"}


def _table(
    key: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], language: Language
) -> DisplayTable:
    columns = tuple(
        Heading(
            phrase(f"report.again.{head}", language), "right" if head == "rows" else "left", _WIDTHS[head]
        )
        for head in heads
    )
    title = phrase(f"report.again.{key}", language)
    return DisplayTable(title=title, columns=columns, rows=tuple(rows), language=language)
