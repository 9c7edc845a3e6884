"""Published figures against computed ones: a box in the method appendix, and a line in the summary."""

from collections.abc import Iterator

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.formatting import capital, listed, percent
from fou_eval.language import phrase
from fou_eval.report import blocks
from fou_eval.report.blocks import Block, Item
from fou_eval.tables import published, shown
from fou_eval.tables.costs import coded, told_number
from fou_eval.tables.published import Fact

# The count of families that an amount concerns: of what is said to have been saved, and of the whole project.
_BASES = {"saved_total": "saved_families", "cost_total": "families"}


def compared(release: Release, language: Language) -> Iterator[Block]:
    """Set what was published beside what is computed here, and show where sources differ."""
    table = release.codebook.recording("published_figures")
    display = published.published(release, language)
    if table is not None and display is not None:
        yield blocks.heading(phrase("published.title", language))
        yield blocks.paragraph(phrase("published.text", language))
        if release.provenance.synthetic:
            yield blocks.notice(phrase("published.synthetic", language))
        yield {**blocks.table(display, "published"), "size": "small"}
        yield from _differing(release, table, language)
    reference = published.reference_values(release, language)
    if reference is not None:
        yield blocks.heading(phrase("published.reference_title", language))
        yield {**blocks.table(reference), "size": "small"}


def in_short(release: Release, language: Language) -> Iterator[Block]:
    """Say in the summary that published figures are compared, and on which of them the sources differ."""
    table = release.codebook.recording("published_figures")
    if table is None or not release.facts_of("published_figures"):
        return
    figures = [coded(table, rows[0], "figure", language) for rows in published.differing(release).values()]
    key = "published.in_short" if figures else "published.in_short_alike"
    told = {
        "figures": listed(figures, language).lower() if figures else "",
        "where": refer("table", "published"),
    }
    yield blocks.paragraph(phrase(key, language, told))


def _differing(release: Release, table: Table, language: Language) -> Iterator[Block]:
    items: list[Item] = []
    for rows in published.differing(release).values():
        told = (
            phrase(
                "published.one_value",
                language,
                {
                    "value": published.stated(table, row, language),
                    "source": published.source_and_month(table, row, language),
                },
            )
            for row in rows
        )
        lead = f"{coded(table, rows[0], 'figure', language)}."
        items.append((lead, phrase("published.differ_one", language, {"told": "; ".join(told)})))
    items += [(phrase("published.ratio_lead", language), text) for text in _ratios(release, table, language)]
    if items:
        yield blocks.heading(phrase("published.differ", language))
        yield blocks.paragraph(phrase("published.differ_text", language))
        yield blocks.bullets(items)


def _ratios(release: Release, table: Table, language: Language) -> Iterator[str]:
    """Set a stated saving beside a stated cost, each with the families that its source says it concerns."""
    told = {
        (str(row["figure"]), str(row.get("source"))): row for row in release.facts_of("published_figures")
    }
    for ratio in release.of_table("published_ratio", "published_figures"):
        _, saved, saved_source, spent, spent_source = ratio.estimate.category.split(":")
        if not shown(ratio):
            continue
        rows = {"saved": told[saved, saved_source], "spent": told[spent, spent_source]}
        bases = {
            "saved": told.get((_BASES[saved], saved_source)),
            "spent": told.get((_BASES[spent], spent_source)),
        }
        values: dict[str, object] = {"share": percent(ratio.estimate.value, language)}
        for name, row in rows.items():
            values[name] = published.stated(table, row, language)
            values[f"{name}_source"] = published.source_and_month(table, row, language)
            values[f"{name}_basis"] = _basis(bases[name], language)
        text = capital(phrase("published.ratio", language, values))
        counts = [None if base is None else base["value"] for base in bases.values()]
        if None in counts or counts[0] != counts[1]:
            key = "unknown_basis" if None in counts else "other_basis"
            text = f"{text} {phrase(f'published.{key}', language)}"
        yield text


def _basis(row: Fact | None, language: Language) -> str:
    return (
        "" if row is None else phrase("published.basis", language, {"n": told_number(row, "value", language)})
    )
