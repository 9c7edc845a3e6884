"""What a committee asks beside what changed: whether the target was reached, what it cost, what is to be decided."""

from collections.abc import Iterator

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.formatting import named_month, number
from fou_eval.language import phrase
from fou_eval.report import blocks
from fou_eval.report.blocks import Block, Item
from fou_eval.tables import code_label, shown

_MOST = 4  # steps that the summary lists; the appendix has them all


def target(release: Release, language: Language) -> Iterator[Block]:
    """Say whether as many families were supported as had been decided; nothing where no target is declared."""
    declared = release.codebook.project.target_families
    enrolled = release.find("families_enrolled")
    if declared is None or enrolled is None or not shown(enrolled):
        return
    families = enrolled.estimate.value
    place = "below" if families < declared.min else "above" if families > declared.max else "inside"
    values: dict[str, object] = {
        "families": number(families, language, 0),
        "low": number(declared.min, language, 0),
        "high": number(declared.max, language, 0),
        "source": declared.source,
    }
    yield blocks.heading(phrase("committee.target", language))
    yield blocks.paragraph(phrase(f"committee.target.{place}", language, values))


def cost(release: Release, language: Language) -> Iterator[Block]:
    """Say what the project cost in all and per family, in the prices of its year; nothing where it is not declared."""
    economy = release.codebook.project.economy
    if economy is None:
        return
    yield blocks.heading(phrase("committee.cost", language))
    whole = next((row for row in release.facts_of("costs") if row["item"] == economy.total), None)
    each = [row for row in release.of_table("cost_per_family", "costs", economy.total) if shown(row)]
    if whole is None or not isinstance(whole["amount_sek"], float) or not each:
        yield blocks.paragraph(phrase("committee.cost.unknown", language))
        return
    values: dict[str, object] = {
        "amount": number(whole["amount_sek"], language, 0),
        "each": number(each[0].estimate.value, language, 0),
        "year": f"{whole['year']:.0f}",
    }
    yield blocks.paragraph(phrase("committee.cost.told", language, values))


def decisions(release: Release, language: Language) -> Iterator[Block]:
    """List the steps that were to be taken and are not recorded as taken; nothing where no decisions are declared."""
    table = release.codebook.recording("decisions")
    if table is None:
        return
    yield blocks.heading(phrase("committee.decisions", language))
    still = [row for row in release.facts_of("decisions") if row.get("deadline") and not row.get("month")]
    if not still:
        yield blocks.paragraph(phrase("committee.decisions.none", language))
        return
    items: list[Item] = []
    for row in sorted(still, key=lambda row: str(row["deadline"]))[:_MOST]:
        what = code_label(table, "decision", str(row["decision"]), language)
        who = code_label(table, "body", str(row["body"]), language)
        month = named_month(str(row["deadline"]), language)
        items.append((f"{month[0].upper()}{month[1:]}.", f"{what} ({who})."))
    yield blocks.bullets(items)
    if len(still) > _MOST:
        yield blocks.paragraph(phrase("committee.decisions.more", language))
