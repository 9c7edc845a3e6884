"""`verify`: a finished report is computed again from declarations and data, and every number is compared."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fou_eval.change import measure_change
from fou_eval.declaration import Codebook, Declaration, Language
from fou_eval.disclosure import Ledger, Release, release
from fou_eval.errors import FouError
from fou_eval.formatting import number
from fou_eval.language import phrase
from fou_eval.provenance import DataMarks
from fou_eval.provenance.foreign import read_json
from fou_eval.provenance.marks import mark_of
from fou_eval.provenance.record import REPORT, Code, Environment, Record, read_record
from fou_eval.quantities import preliminary
from fou_eval.report.filling import fill, silent
from fou_eval.report.manifest import NUMBERS, manifest_json, stated
from fou_eval.report.results import files
from fou_eval.study import study_of
from fou_eval.verification.attachments import attachment_findings
from fou_eval.verification.inputs import data_findings, declaration_findings
from fou_eval.verification.insides import RESULTS, inside_findings
from fou_eval.verification.meaning import beyond_when_turned, meanings
from fou_eval.verification.numbers import by_key, compare, count, rows_of
from fou_eval.verification.outcome import Finding, NumberDifference, Verification, data_unknown
from fou_eval.verification.pages import page_findings
from fou_eval.verification.sources import (
    as_then,
    attached_declaration,
    is_missing,
    ledger_findings,
    profile_of,
    source_of,
)
from fou_eval.verification.surroundings import Alike, alike, here, surrounding_findings
from fou_eval.verification.told import lines

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Again:
    """A report computed again."""

    record: Record
    declaration: Declaration
    attached: Declaration | None
    ledger: Ledger | None
    made: Release
    own: tuple[Code, Environment]
    alike: Alike
    language: Language


def verify(
    report: Path | str,
    *,
    study: Path | str | None = None,
    data: Path | str | None = None,
    ledger: Path | str | None = None,
    language: Language | None = None,
    progress: Progress | None = None,
) -> Verification:
    """Compute a finished report again, and say whether every number agrees, or which differ and why.

    The files that came with the report are compared with its manifest; data, plan, declarations, program and packages
    with what the manifest says of them; each released number with the one computed again; and the pages of the PDF with
    those made again. On the same program, packages and machine every digit must be the same; otherwise unrounded
    numbers to a relative 1e-9, and published ones to one unit of their last digit.

    Parameters
    ----------
    report
        The PDF of the report, its folder, or its manifest.json.
    study
        Folder of the declarations; those that are attached to the report when left out.
    data
        Data file or folder; the study's own when left out.
    ledger
        Folder of the ledger, whose key the data are sealed with; that of the study when left out.
    language
        Language of what is said; that of the report when left out.
    progress
        Called with a few words before each step.

    Returns
    -------
    Verification
        What is the same, what differs, and what it means for the findings.

    Raises
    ------
    RecordError
        If the report cannot be read, or there are no declarations or no data to compute it from.
    DeclarationError, DataError, DisclosureError
        If declarations, data or ledger are such that nothing can be computed.
    """
    step = progress or silent
    step(phrase("verify.progress.read", language or "sv"))
    record = read_record(report, language or "sv")
    words = language or record.manifest.options.language
    attached = attached_declaration(record)
    source = source_of(record, attached, study=study, data=data, ledger=ledger, language=words)
    step(phrase("verify.progress.data", words))
    opened = study_of(source.declaration, source.data, until=record.manifest.options.until)
    counts = {
        "families": len(opened.family_numbers),
        "outcomes": sum(1 for _ in opened.codebook.indicators()),
    }
    step(phrase("progress.measure", words, counts))
    estimates = measure_change(opened)
    step(phrase("progress.gate", words))
    made = release(estimates, profile=profile_of(record), ledger=as_then(source.ledger, record))
    own = here()
    again = _Again(
        record=record,
        declaration=source.declaration,
        attached=attached,
        ledger=source.ledger,
        made=made,
        own=own,
        alike=alike(record, own),
        language=words,
    )
    return _compared(again, estimates.provenance.data, step)


def _compared(again: _Again, marks: DataMarks, step: Progress) -> Verification:
    record, language, codebook = again.record, again.language, again.declaration.codebook
    step(phrase("verify.progress.compare", language))
    contents = files(again.made)
    made_of = list(_made_of(again, marks))
    differing, rows = _numbers(again, contents, made_of)
    findings = [
        *attachment_findings(record, language),
        *_inside(again, made_of, contents),
        *made_of,
        *surrounding_findings(record, again.own, language),
        *ledger_findings(again.ledger, record, language),
        *_number_findings(again, differing, rows, contents),
    ]
    if record.pdf is not None:
        findings += _pages(again, findings, differing, step)
    return Verification(
        title=_title(record, again.made.codebook, language),
        language=language,
        findings=tuple(findings),
        numbers=count((rows or (_rows_in(contents[RESULTS]),))[0], NUMBERS),
        differences=tuple(differing),
        lines=tuple(lines(differing, *rows, codebook, language)) if rows is not None else (),
        meaning=tuple(meanings(differing, *rows, codebook, language)) if rows is not None else (),
        internal=again.made.profile == "internal",
    )


# What a row repeats of the declarations: where those differ, that is told once.
_DECLARED = frozenset({"confidence", "primary", "sensitive", "domain", "kind", "unit", "better"})
Rows = tuple[Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]]]


def _made_of(again: _Again, marks: DataMarks) -> Iterator[Finding]:
    declared = again.attached.contents if again.attached is not None else None
    key = again.ledger.key if again.ledger is not None else None
    now = again.declaration
    yield from data_findings(again.record, marks, again.made, key, again.language)
    yield from declaration_findings(again.record, declared, now.contents, now.fingerprints, again.language)


def _inside(again: _Again, made_of: Sequence[Finding], contents: Mapping[str, bytes]) -> Iterator[Finding]:
    """Compare the files of the report with each other, and with those made again of the same."""
    record = again.record
    remade = None
    if all(each.weight != "differs" or each.about == "front" for each in made_of):
        # How the families of other data compare is no sign of a changed report.
        missing = {"ledger"} if is_missing(again.ledger, again.record) or data_unknown(made_of) else set()
        remade = {
            name: value
            for name, value in read_json(manifest_json(stated(again.made))).items()
            if name not in missing
        }
    yield from inside_findings(
        record,
        remade,
        json.loads(contents[RESULTS]),
        again.attached.fingerprints if again.attached is not None else None,
        exact=again.alike.numbers,
        language=again.language,
    )


def _rows_in(content: bytes) -> Sequence[Mapping[str, Any]]:
    return rows_of(read_json(content))


def _numbers(
    again: _Again, contents: Mapping[str, bytes], made_of: Sequence[Finding]
) -> tuple[list[NumberDifference], Rows | None]:
    """Compare the rows of the report with those computed again, where the report has rows that can be read."""
    now = _rows_in(contents[RESULTS])
    try:
        was = _rows_in(again.record.files[RESULTS])
    except (KeyError, ValueError):
        return [], None
    found = compare(was, now, again.made, exact=again.alike.numbers)
    differing = beyond_when_turned(found, was, now)
    if any(each.about in {"plan", "declarations"} and each.weight == "differs" for each in made_of):
        differing = [each for each in differing if each.field not in _DECLARED]
    if is_missing(again.ledger, again.record):
        hidden = {
            key
            for key, row in by_key(was).items()
            if row["status"] == "withheld" and "rule.ledger" in row.get("rules", ())
        }
        differing = [each for each in differing if each.row not in hidden]
    return differing, (was, now)


def _number_findings(
    again: _Again, differing: Sequence[NumberDifference], rows: Rows | None, contents: Mapping[str, bytes]
) -> Iterator[Finding]:
    language, said = again.language, again.record.manifest
    if rows is None:
        yield _of_marks(again, contents)
        return
    total, beyond = count(rows[0], NUMBERS), sum(not each.within for each in differing)
    values = {"count": number(total, language, 0), "within": number(len(differing) - beyond, language, 0)}
    if beyond:
        touched = len({each.row for each in differing if not each.within})
        values |= {"rows": number(touched, language, 0), "all": number(len(rows[0]), language, 0)}
        text = phrase(f"verify.numbers.differ{'_one' if touched == 1 else ''}", language, values)
        yield Finding(about="numbers", weight="differs", text=text)
        changed = mark_of(again.record.files[RESULTS]) != said.files.get(RESULTS)
        if changed and mark_of(contents[RESULTS]) == said.files.get(RESULTS):
            yield Finding(about="numbers", weight="noted", text=phrase("verify.numbers.as_made", language))
    elif differing:
        key = "within_one" if len(differing) == 1 else "within"
        yield Finding(about="numbers", weight="same", text=phrase(f"verify.numbers.{key}", language, values))
    else:
        key = "same" if again.alike.numbers else "same_elsewhere"
        yield Finding(about="numbers", weight="same", text=phrase(f"verify.numbers.{key}", language, values))


def _of_marks(again: _Again, contents: Mapping[str, bytes]) -> Finding:
    """Compare the fingerprints of the files with numbers, where the numbers themselves did not come along."""
    marks = again.record.manifest.files
    same = all(mark_of(contents[name]) == marks.get(name) for name in (RESULTS, "estimates.csv"))
    key = "same_marks" if same else "unreadable" if RESULTS in again.record.files else "other_marks"
    values = {"count": number(count(_rows_in(contents[RESULTS]), NUMBERS), again.language, 0)}
    text = phrase(f"verify.numbers.{key}", again.language, values)
    return Finding(about="numbers", weight="same" if same else "differs", text=text)


_MADE_OF = ("data", "plan", "declarations", "front")


def _pages(
    again: _Again, findings: Sequence[Finding], differing: Sequence[NumberDifference], step: Progress
) -> Iterator[Finding]:
    """Make the pages again, unless they must be others because they were made of something else."""
    record, language = again.record, again.language
    differs = {each.about for each in findings if each.weight == "differs"}
    other = bool(differs & set(_MADE_OF)) or ("numbers" in differs and data_unknown(findings))
    if other or is_missing(again.ledger, record):
        yield Finding(about="pages", weight="noted", text=phrase("verify.pages.not_compared", language))
        return
    step(phrase("verify.progress.pages", language))
    try:
        with TemporaryDirectory() as folder:
            fill(Path(folder), again.made, record.manifest.options.language, silent, record.content)
            remade = (Path(folder) / REPORT).read_bytes()
        step(phrase("verify.progress.read_pages", language))
        yield from page_findings(
            record.pdf or b"",
            remade,
            exact=again.alike.pages,
            rounded=any(each.within for each in differing),
            attached=all(each.about != "attachments" or each.weight != "differs" for each in findings),
            language=language,
        )
    except (FouError, OSError):
        yield Finding(about="pages", weight="differs", text=phrase("verify.pages.cannot", language))


def _title(record: Record, codebook: Codebook, language: Language) -> str:
    said = record.manifest
    values = {
        "title": codebook.title[language],
        "version": said.study_version,
        "profile": phrase(f"report.again.profile.{said.options.profile}", language),
        "language": phrase(f"verify.language.{said.options.language}", language),
        "program": said.code.version,
    }
    return ". ".join(
        filter(None, (phrase("verify.title", language, values), preliminary(codebook, language)))
    )
