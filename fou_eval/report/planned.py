"""The plan and every deviation from it, laid out from what the manifest says of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from fou_eval.declaration import Language, Text
from fou_eval.disclosure.release import Release
from fou_eval.formatting import capital, day
from fou_eval.language import phrase
from fou_eval.provenance.deviations import Against, Deviations, Unrecorded
from fou_eval.report import blocks
from fou_eval.report.blocks import Block
from fou_eval.report.plan_words import PlanWords
from fou_eval.tables import DisplayTable, Heading

Record = Mapping[str, object]
_SHORT = 7  # characters of a commit that are printed, as git does


def of_record(manifest: Record) -> Deviations:
    """Read the deviations out of the content of a manifest."""
    return Deviations.model_validate(manifest["deviations"])


def the_plan(release: Release, language: Language, manifest: Record) -> Iterator[Block]:
    """Show what was decided and since when it holds, what was changed, and what differs without a reason."""
    found = of_record(manifest)
    yield blocks.heading(phrase("deviations", language))
    yield _decided(release, found, language)
    if found.recorded:
        yield _recorded(found, language)
    else:
        yield blocks.paragraph(phrase("deviations.none", language))
    for place, against in enumerate(found.against):
        yield from _compared(against, [one for one in found.unrecorded if one.against == place], language)


def warnings(manifest: Record, language: Language) -> Iterator[Block]:
    """Tell on the first page what the report leads with and was changed without a recorded reason."""
    found = of_record(manifest)
    for one in found.unrecorded:
        if one.leading:
            yield blocks.notice(warning(one, found, language))


def told(found: Deviations, language: Language) -> list[str]:
    """Give the lines for the terminal: each unrecorded change, with the remedy, or that none was found by comparing."""
    lines = [warning(one, found, language) for one in found.unrecorded]
    if lines:
        return [*lines, phrase("deviations.remedy", language)]
    compared = [_named(against, language) for against in found.against]
    return [phrase("deviations.unchanged", language, {"against": name}) for name in compared]


def warning(one: Unrecorded, found: Deviations, language: Language) -> str:
    """Say what was changed without a recorded reason, from what to what."""
    values = {
        "item": one.item[language],
        "was": _or_absent(one.was, language),
        "now": _or_absent(one.now, language),
        "against": _named(found.against[one.against], language),
    }
    return phrase("deviations.warning", language, values)


def printed(manifest: Record, language: Language) -> list[str]:
    """Give the days and commits as the pages print them, so that they are known for what they are."""
    return [_named(against, language) for against in of_record(manifest).against]


def _decided(release: Release, found: Deviations, language: Language) -> Block:
    plan, words = release.plan, PlanWords(release.codebook)
    parts = ("contrast", *(f"primary.{domain}" for domain in release.codebook.domains))
    rows = [
        (
            words.item(part)[language],
            capital(_or_absent(words.decided(plan, part), language)),
            _since(part, found, language),
        )
        for part in (*parts, "confidence", "multiplicity", "disclosure")
    ]
    return _table("plan", {"part": 3, "decided": 3, "since": 2}, rows, language)


def _since(part: str, found: Deviations, language: Language) -> str:
    if any(one.part == part for one in found.unrecorded):
        return phrase("deviations.since.unrecorded", language)
    days: list[date] = [found.fixed_on, *(change.on for change in found.recorded if change.part == part)]
    return day(max(days), language)


def _recorded(found: Deviations, language: Language) -> Block:
    rows = [
        (
            day(change.on, language),
            change.item[language],
            change.what[language],
            change.why[language],
            capital(phrase(f"deviations.seen.{'yes' if change.data_seen else 'no'}", language)),
        )
        for change in found.recorded
    ]
    widths = {"on": 2, "part": 3, "what": 4, "why": 4, "seen": 2}
    return _table("recorded", widths, rows, language, phrase("deviations.recorded.note", language))


def _compared(against: Against, differing: list[Unrecorded], language: Language) -> Iterator[Block]:
    values = {"against": _named(against, language)}
    if not differing:
        scope = "whole" if against.indicators else "plan"
        yield blocks.paragraph(phrase(f"deviations.agrees.{scope}", language, values))
    else:
        yield blocks.notice(phrase("deviations.differs", language, values))
        rows = [
            (
                one.item[language],
                capital(_or_absent(one.was, language)),
                capital(_or_absent(one.now, language)),
            )
            for one in differing
        ]
        yield _table("unrecorded", {"part": 3, "was": 3, "now": 3}, rows, language)
    if not against.indicators:
        yield blocks.paragraph(phrase("deviations.plan_alone", language))


def _named(against: Against, language: Language) -> str:
    values = {
        "commit": against.commit[:_SHORT],
        "day": day(against.on, language) if against.on else "",
    }
    return phrase(f"deviations.against.{against.kind}", language, values)


def _or_absent(value: Text | None, language: Language) -> str:
    return phrase("deviations.absent", language) if value is None else value[language]


def _table(
    key: str,
    widths: Mapping[str, int],
    rows: Sequence[tuple[str, ...]],
    language: Language,
    *notes: str,
) -> Block:
    columns = [Heading(phrase(f"deviations.head.{head}", language), "left", widths[head]) for head in widths]
    title = phrase(f"deviations.{key}", language)
    return blocks.table(
        DisplayTable(title=title, columns=tuple(columns), rows=tuple(rows), notes=notes, language=language)
    )
