"""The table of what was decided for each indicator: what is shown, in coarser form or not, why, and what helps."""

from collections.abc import Iterable, Iterator, Mapping

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.disclosure.declared import DECLARED, limits, told
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NOTHING, number
from fou_eval.language import phrase
from fou_eval.quantities import headline
from fou_eval.tables.cells import Marks, rule_reason, warning_notes
from fou_eval.tables.disclosure import GROUPS, coarser, file_of, group, without_classes
from fou_eval.tables.display import DisplayTable, Heading


def decisions(release: Release, language: Language | None = None) -> DisplayTable:
    """Lay out by indicator and kind of number what is shown, in coarser form or not, why, and what can be done.

    The advice follows from the declarations and from what is released, never from a number that is not shown: it says
    which divisions were tried and how a coarser one could look, not which class is small.
    """
    language = release.language(language)
    marks = Marks()
    if not any(row.decision.rules for row in release):
        return _decided(release, (), (), ("table.nothing_withheld",), (), language)
    by_outcome: dict[str, list[Released]] = {}
    for row in release:
        by_outcome.setdefault(row.estimate.outcome, []).append(row)
    took_part = by_outcome.pop("", [])
    every = {group(row.estimate.statistic) for rows in by_outcome.values() for row in rows}
    groups = [name for name in (*(name for name, _ in GROUPS), "checks") if name in every]
    laid = tuple(
        _outcome_row(release, name, rows, groups, marks, language) for name, rows in by_outcome.items()
    )
    others = (*_took_part(release, took_part, marks, language), *_advised(release, by_outcome, language))
    in_words = phrase("table.cell.in_words", language)
    used = ("table.cell.in_words.note",) if any(in_words in row for row in laid) else ()
    said = ("table.decisions_note", *used, "table.in_words")
    return _decided(release, groups, laid, said, (*marks.notes, *others), language)


def _decided(
    release: Release,
    groups: Iterable[str],
    rows: tuple[tuple[str, ...], ...],
    said: Iterable[str],
    notes: Iterable[str],
    language: Language,
) -> DisplayTable:
    """Put the table of decisions together; where nothing was decided it has notes alone."""
    keys = ("table.internal_decisions",) if release.profile == "internal" else said
    return DisplayTable(
        title=phrase("table.decisions", language),
        columns=(
            Heading(phrase("table.measure", language), "left", 4),
            Heading(phrase("table.shown_numbers", language)),
            *(Heading(phrase(f"table.head.{name}", language), "left", 2) for name in groups),
        ),
        rows=() if release.profile == "internal" else rows,
        notes=(*warning_notes(release, language), *(phrase(key, language) for key in keys), *notes),
        size="small",
        language=language,
    )


def _outcome_row(
    release: Release,
    outcome: str,
    own: list[Released],
    groups: Iterable[str],
    marks: Marks,
    language: Language,
) -> tuple[str, ...]:
    shown = sum(row.decision.status != "withheld" for row in own)
    cells = (
        _cell(release, [row for row in own if group(row.estimate.statistic) == name], marks, language)
        for name in groups
    )
    label = release.codebook.indicator(outcome).label(language)
    return (label, number(shown, language, 0), *cells)


def _cell(release: Release, rows: list[Released], marks: Marks, language: Language) -> str:
    """Say in a word or two what became of the numbers of one kind, each word with the letters of its reasons."""
    if not any(row.estimate.n or row.decision.rules for row in rows):  # nothing was computed
        return NOTHING
    struck = [row for row in rows if not all(DECLARED[name].in_words for name in row.decision.rules)]
    told: dict[str, list[Released]] = {
        "coarser": [row for row in struck if row.decision.status == "changed"],
        "hidden": [row for row in struck if row.decision.status == "withheld"],
    }
    if told["hidden"] and any(row.decision.status != "withheld" for row in rows):
        told["partly"] = told.pop("hidden")
    words = (
        phrase(f"table.cell.{name}", language) + _letters(release, found, marks, language)
        for name, found in told.items()
        if found
    )
    in_words = all(row.decision.rules for row in rows)
    plain = phrase(f"table.cell.{'in_words' if in_words else 'shown'}", language)
    return ", ".join(words) or plain


def _letters(release: Release, rows: Iterable[Released], marks: Marks, language: Language) -> str:
    """Give the letters of the reasons why some numbers are coarser or not shown."""
    return marks.in_order(
        marks.mark("", _reason_and_remedy(release, row, rule, language))
        for row in rows
        for rule in row.decision.rules
        if not DECLARED[rule].in_words
    )


def _took_part(release: Release, rows: Iterable[Released], marks: Marks, language: Language) -> Iterator[str]:
    """Say below the table which counts of participants are coarser or not shown."""
    found: dict[str, list[Released]] = {}
    for row in rows:
        found.setdefault(group(row.estimate.statistic), []).append(row)
    told = [
        f"{phrase(f'table.group.{name}', language)}: {_cell(release, found[name], marks, language)}"
        for name in ("who", "why")
        if any(row.decision.rules for row in found.get(name, ()))
    ]
    if told:
        about = phrase("table.who_took_part", language)
        yield phrase("table.answer", language, {"what": about, "answer": "; ".join(told) + "."})


def _advised(release: Release, by_outcome: Mapping[str, list[Released]], language: Language) -> Iterator[str]:
    """Give each advice once, after the indicators that it is for."""
    found: dict[str, list[str]] = {}
    for outcome, rows in by_outcome.items():
        indicator = release.codebook.indicator(outcome)
        for advice in _advice(release, indicator, rows, language):
            found.setdefault(advice, []).append(indicator.label(language))
    for advice, labels in found.items():
        yield phrase("table.answer", language, {"what": "; ".join(labels), "answer": advice})


def _reason_and_remedy(release: Release, row: Released, rule: str, language: Language) -> str:
    values = limits(release.plan.disclosure, sensitive=row.estimate.sensitive)
    remedy = phrase(f"remedy.{told(rule).remedy}", language, values)
    return f"{rule_reason(rule, row, release.plan, language)} {remedy}"


def _advice(
    release: Release, indicator: Indicator, rows: list[Released], language: Language
) -> Iterator[str]:
    """Give what can be done about one indicator, from its declarations and from what is released."""
    status = {row.estimate.statistic: row.decision.status for row in rows}
    split = [row for row in rows if group(row.estimate.statistic) == "split"]
    hidden = bool(split) and all(row.decision.status == "withheld" for row in split)
    if hidden and status.get(headline(indicator.kind)) in {"pass", "changed"}:
        yield phrase("advice.read_change", language)
    if without_classes(release, indicator):
        example = coarser(indicator, language)
        key = "advice.declare_classes" if example else "advice.two_classes"
        yield phrase(key, language, {"file": file_of(indicator), "example": example})
