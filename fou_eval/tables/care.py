"""Tables of windows and their exposure, and of families, households and persons."""

from fou_eval.declaration.codebook import Indicator, Table
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.formatting import NOTHING, day, number
from fou_eval.language import phrase
from fou_eval.tables.cells import Cells, warning_notes
from fou_eval.tables.display import DisplayTable, Heading
from fou_eval.tables.recorded import shown


def windows(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out in words what window each indicator is counted in, since when the data hold all, and for how many.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.

    Returns
    -------
    DisplayTable or None
        None where the study counts nothing in windows.
    """
    language = release.language(language)
    found = [
        (table, item)
        for item in release.codebook.indicators()
        for table in release.codebook.tables.values()
        if item.table == f"{table.table}_measured" and table.measures[item.name].window is not None
    ]
    if not found:
        return None
    heads = ("window", "complete", "families", "not_covered")
    return DisplayTable(
        title=phrase("care.windows.table", language),
        columns=(
            Heading(phrase("care.windows.measure", language), "left", 3),
            *(
                Heading(
                    phrase(f"care.windows.{name}", language),
                    "left" if place < 2 else "right",
                    3 if place < 2 else 1,
                )
                for place, name in enumerate(heads)
            ),
        ),
        rows=tuple(_line(release, table, item, language) for table, item in found),
        notes=warning_notes(release, language),
        language=language,
    )


def _line(release: Release, table: Table, item: Indicator, language: Language) -> tuple[str, ...]:
    length, contrast = table.measures[item.name].window or 0, release.plan.contrast
    values = {
        name: _window(release.codebook.waves[wave].months, length, language)
        for name, wave in (("before", contrast.before), ("after", contrast.after))
    }
    since, until = table.complete_from, release.codebook.data_until
    ends = {
        "first": day(since, language) if since else NOTHING,
        "last": day(until, language) if until else NOTHING,
    }
    both = _families(release, item)
    enrolled = release.find("families_enrolled")
    without = enrolled.estimate.value - both if enrolled and both is not None else None
    return (
        item.label(language),
        phrase("care.windows.in_words", language, values),
        phrase("care.windows.from", language, ends),
        NOTHING if both is None else number(both, language, 0),
        NOTHING if without is None else number(without, language, 0),
    )


def _window(months: float, length: int, language: Language) -> str:
    """Say in words where a window lies that ends so many months from entry; the month of entry is month 1."""
    if months == 0:
        return phrase("care.windows.until_entry", language, {"n": number(length, language, 0)})
    ends = {"first": number(months - length + 1, language, 0), "last": number(months, language, 0)}
    return phrase("care.windows.around", language, ends)


def _families(release: Release, item: Indicator) -> int | None:
    """Give how many families the change of an indicator, or its levels, stand on, where these are shown."""
    names = ("rate_before", "rate_after", "share_yes_before", "share_yes_after")
    found = (release.headline(item.name), *(release.find(name, outcome=item.name) for name in names))
    counts = [row.estimate.n_families for row in found if row is not None and shown(row)]
    return max(counts, default=None)


def units(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out families, households and persons side by side; none where households are not recorded.

    Parameters
    ----------
    release, language
        As for `windows`.
    """
    language = release.language(language)
    households = next(iter(release.of_table("records", "households")), None)
    if households is None:
        return None
    cells = Cells(release, language)
    counted: tuple[tuple[str, Released | None], ...] = (
        ("families", release.find("families_enrolled")),
        ("households", households),
        ("persons", release.find("persons_enrolled")),
    )
    lines = tuple((phrase(f"participants.units.{name}", language), cells.value(row)) for name, row in counted)
    return DisplayTable(
        title=phrase("participants.units.table", language),
        columns=(
            Heading(phrase("participants.units.what", language), "left", 3),
            Heading(phrase("recorded.number", language)),
        ),
        rows=lines,
        notes=(*warning_notes(release, language), *cells.marks.notes),
        language=language,
    )
