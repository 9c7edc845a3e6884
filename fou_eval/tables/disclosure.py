"""The disclosure control in short: its rules as a table, how much it struck, and what numbers are about."""

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.disclosure.declared import DECLARED, DeclaredRule, limits, told
from fou_eval.disclosure.release import Release, Released, Status
from fou_eval.formatting import NOTHING, number
from fou_eval.language import phrase
from fou_eval.tables.cells import Marks, warning_notes
from fou_eval.tables.display import DisplayTable, Heading

# What the numbers of an indicator are about, by the beginning of their names.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("who", ("families_", "persons_")),
    ("why", ("missing_reason",)),
    ("levels", ("mean_before", "mean_after", "share_yes_", "rate_before", "rate_after")),
    ("split", ("share_", "net_improvement")),
    ("classes", ("class_share_",)),
    ("moves", ("transition_share",)),
    ("missing", ("bound_", "tipping_point", "leavers_difference")),
    ("later", ("change_from_entry",)),
    ("change", ("mean_change", "family_", "paired_difference", "rate_ratio")),
)
CLASSES = "class_share_"


def rules(release: Release, language: Language | None = None) -> DisplayTable:
    """Lay out every rule: what it protects against, the threshold that applied, and how many numbers it struck.

    The counts are of the published rows, which say themselves which rule struck them: they tell nothing beyond those.
    """
    language = release.language(language)
    changed, withheld = _struck(release, "changed"), _struck(release, "withheld")
    marks = Marks()
    struck = [_counts(rule, changed, withheld, marks, language) for rule in DECLARED.values()]
    rows = tuple(
        (*_rule_words(release, rule, language), *counts)
        for rule, counts in zip(DECLARED.values(), struck, strict=True)
    )
    heads = {"table.rule_name": 5, "table.protects": 13, "table.threshold": 5}
    counted = ("table.changed_numbers", "table.withheld_numbers")
    return DisplayTable(
        title=phrase("table.rules", language),
        columns=(
            *(Heading(phrase(key, language), "left", weight) for key, weight in heads.items()),
            *(Heading(phrase(key, language), "right", 2) for key in counted),
        ),
        rows=rows,
        notes=(
            *warning_notes(release, language),
            *marks.notes,
            phrase("table.rules_note", language, numbers(release, language)),
        ),
        size="small",
        language=language,
    )


def told_in_short(release: Release, language: Language | None = None) -> tuple[str, ...]:
    """Say in two or three lines how much is shown, where the reasons stand and which coarser classes could help."""
    language = release.language(language)
    lines = [phrase(f"told.{release.profile}", language, numbers(release, language))]
    if release.profile == "internal":
        return tuple(lines)
    places = {"table": phrase("table.decisions", language), "appendix": phrase("report.method", language)}
    lines.append(phrase("told.why", language, places))
    hidden = [item for item in release.codebook.indicators() if without_classes(release, item)]
    if hidden:
        named = {
            "indicators": "; ".join(item.label(language) for item in hidden),
            "files": ", ".join(dict.fromkeys(file_of(item) for item in hidden)),
        }
        lines.append(phrase("told.classes", language, named))
    return tuple(lines)


def numbers(release: Release, language: Language) -> dict[str, object]:
    """Count the numbers that are shown, those of them in coarser form, and those that are not shown."""
    count = dict.fromkeys(("pass", "changed", "withheld"), 0)
    for row in release:
        count[row.decision.status] += 1
    shown = count["pass"] + count["changed"]
    values = {"shown": shown, "changed": count["changed"], "withheld": count["withheld"]}
    return {name: number(value, language, 0) for name, value in values.items()}


def without_classes(release: Release, indicator: Indicator) -> bool:
    """Say whether an indicator has declared classes and is shown in none of them."""
    rows = [row for row in release if _in_classes(row, indicator)]
    return bool(rows) and all(row.decision.status == "withheld" for row in rows)


def _in_classes(row: Released, indicator: Indicator) -> bool:
    return row.estimate.outcome == indicator.name and row.estimate.statistic.startswith(CLASSES)


def _struck(release: Release, status: Status) -> dict[str, int]:
    """Count the rows of one status by the rule that is told."""
    found: dict[str, int] = {}
    for row in release:
        if row.decision.status == status:
            for name in {told(rule).name for rule in row.decision.rules}:
                found[name] = found.get(name, 0) + 1
    return found


def _rule_words(release: Release, rule: DeclaredRule, language: Language) -> tuple[str, str, str]:
    return (
        rule.name.removeprefix("rule."),
        phrase(f"{rule.name}.protects", language),
        phrase(f"table.threshold.{rule.threshold}", language, limits(release.plan.disclosure)),
    )


def _counts(
    rule: DeclaredRule, changed: dict[str, int], withheld: dict[str, int], marks: Marks, language: Language
) -> tuple[str, str]:
    """Count what a rule changed and withheld; a rule that is told under another is counted there."""
    if rule.threshold == "built_in":
        return NOTHING, NOTHING
    if rule.every:
        return phrase("table.every_number", language), NOTHING
    if rule.told_as:
        name = rule.told_as.removeprefix("rule.")
        mark = marks.mark("", phrase("table.counted_with", language, {"name": name}))
        return mark, mark
    return number(changed.get(rule.name, 0), language, 0), number(withheld.get(rule.name, 0), language, 0)


def group(statistic: str) -> str:
    """Say what a statistic is about, in the words of the table of decisions.

    Examples
    --------
    >>> group("share_better"), group("share_yes_after"), group("family_mean_change"), group("g_av")
    ('split', 'levels', 'change', 'checks')
    """
    return next((name for name, starts in GROUPS if statistic.startswith(starts)), "checks")


def coarser(indicator: Indicator, language: Language) -> str:
    """Show how a coarser division could look: neighbours of the coarsest declared one, two by two.

    Nothing about the data enters, so that the example does not point at a class; empty when two classes are left.
    """
    cells = indicator.column.partitions()[-1].cells
    if len(cells) <= 2:
        return ""
    labels = [cell.label[language] for cell in cells]
    pairs = (labels[start : start + 2] for start in range(0, len(labels), 2))
    return "; ".join(" + ".join(pair) for pair in pairs)


def file_of(indicator: Indicator) -> str:
    """Name the file that declares an indicator."""
    return f"tables/{indicator.table}.yaml"
