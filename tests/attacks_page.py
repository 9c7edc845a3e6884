"""The page of the attacks: what was tried on released reports, and what was found; made from the stored tables.

`make attack` writes the tables and runs it: PYTHONPATH=tests python tests/attacks_page.py
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from matplotlib.axes import Axes

from fou_eval.design import BLUE, INK, PAGE, PALE, QUIET
from fou_eval.figures.style import LINE, SMALL, Canvas, Words, new_canvas, styled

FOLDER = Path(__file__).parents[1] / "fou_eval" / "disclosure"
Line = Mapping[str, str]
TOLD = Words(size=SMALL, colour=INK, weight="bold", side="right", stand="center")
NOTHING = Words(size=SMALL, colour=QUIET, side="right", stand="center")
# What each attack does, in one plain sentence.
SENTENCES = {
    "integer": "Searches every table of before by after that agrees with all numbers of an indicator at once.",
    "changes": "Counts who moved which way from mean, interval and test alone.",
    "course": "Does both for the change until waves of which nothing else is shown.",
    "tests": "Reads from an exact p-value how many families cannot have moved against the others.",
    "listing": "Lists every set of changes that gives a mean, its error and its exact interval at once.",
    "leavers": "Works out what those who left had answered, from what is said of them in words.",
    "reasons": "Reads from the rule that is named what it must have hidden.",
    "minimality": "Asks why classes were merged: the finer ones must have been too small.",
    "membership": "Counts the families that left, and their reasons, more closely than the range shown.",
    "equal changes": "Looks for rows that are left behind only where everybody changed alike.",
    "ends of scales": "Looks for rules that are used only where everybody stands at an end of the scale.",
    "rules of transitions": "Fixes hidden moves between two classes by the rules that hid them.",
    "coalition": "Is one family, which knows its own answers and subtracts them.",
}
HEAD = """# Attacks tried, disclosures found

A report is public, and so are these rules. Before others try, we do: attackers who know every rule and read every
published number of a study work out what they can, in {studies} studies: the bundled one and made-up ones of {families}
families. A claim counts as a disclosure when it is true of the data and tells more than the rules allow;
`tests/disclosure/adversary/findings.py` has the criterion. The same attackers find much where the rules are taken away;
`tests/disclosure/test_adversary.py` holds them to that. An attack with nothing to start from counts 0 cells.

![Attacks tried, disclosures found](attacks.svg)

Made by `make attack` from `attacks.csv` beside it; a test compares it.

| attack | what it does | studies | hidden cells and values attacked | disclosures found |
| --- | --- | ---: | ---: | ---: |
"""
RECORDS = """
# Numbers made of records

Counts of services, placements, goals and the like add up, so they are attacked by adding and subtracting. Each line
below was a disclosure before the rule that now stops it; `tests/disclosure/test_records_attacks.py` holds studies made
to be hurt by it, and searches 100 drawn tables for sums and differences of few families.

- A count of a code that lies inside another one, such as care in a state home and care under the act.
- A count, a share or a step in time of which one family makes more than half, on either side of a share.
- Families with any placement, less those with one in a window.
- Households less families: those that have a second one.
- Occasions, or the log of those missing, less the families measured at the waves that are told.
- Goals in all, less goals that are followed up: those of families that have not come so far.
- Goals reached, counted by the threshold of goals where their ratings are sensitive.
- A count in the final report, less that of the interim one, also where groups were joined in between.

What remains: a family that knows its own rows subtracts them and is left with those of four others at least; a reader
who knows that columns agree where no rule of law or of the table says so can subtract what we do not.
"""
USEFUL = """
# What is still shown

Cells of the finest declared tables (better, same, worse; the classes before and after; the moves between them) in
{studies} studies of {families} families, {declared} cells in all. Merged cells count as one cell each. *Plain* hides
cells of too few families inside or outside; *complementary* hides more until no hidden cell follows from the other
cells, which is less than the gate asks, since means and intervals tell as well. A table is legible when it keeps at
least half of its cells; ours always do.

| | cells | in legible tables | numbers that do not follow from others |
| --- | ---: | ---: | ---: |
"""


def page(scores: Sequence[Line], shown: Sequence[Line]) -> str:
    """Write the page, as Markdown."""
    sizes = [int(line["families"]) for line in shown if line["families"]]
    families = f"{min(sizes)} to {max(sizes)}"
    head = HEAD.format(studies=max(int(line["studies"]) for line in scores), families=scores[0]["families"])
    declared = f"{total(shown, 'declared'):,}"
    useful = USEFUL.format(studies=len(shown), families=families, declared=declared)
    return head + "".join(_attacks(scores)) + RECORDS + useful + "".join(_ways(shown)) + _answers(shown)


def _attacks(scores: Sequence[Line]) -> Iterator[str]:
    for line in scores:
        counts = (f"{int(line[name]):,}" for name in ("studies", "claims", "disclosures"))
        yield f"| {line['attack']} | {SENTENCES[line['attack']]} | {' | '.join(counts)} |\n"


def _ways(shown: Sequence[Line]) -> Iterator[str]:
    for way, label in (("plain", "plain"), ("complementary", "complementary"), ("ours", "the gate")):
        counts = (f"{total(shown, f'{what}, {way}'):,}" for what in ("cells", "readable", "numbers"))
        yield f"| {label} | {' | '.join(counts)} |\n"


def _answers(shown: Sequence[Line]) -> str:
    ratios = [
        f"{total(shown, f'{what}, ours') / total(shown, f'{what}, complementary'):.2f}"
        for what in ("cells", "readable", "numbers")
    ]
    kept = [
        f"{total(shown, f'indicators with {answer}'):,} {label}"
        for answer, label in (
            ("change", "keep their change with its direction"),
            ("interval", "its interval"),
            ("moves", "who moved which way"),
        )
    ]
    domains = f"{total(shown, 'domains with change'):,} of {total(shown, 'domains'):,}"
    return (
        f"\nAgainst complementary suppression the gate shows {ratios[0]} times as many cells, {ratios[1]} times as\n"
        f"many in legible tables, and {ratios[2]} times as many numbers that do not follow from others.\n"
        f"\nOf {total(shown, 'indicators'):,} indicators {', '.join(kept)}. An answer is kept in {domains} domains.\n"
    )


def total(lines: Sequence[Line], name: str) -> int:
    """Add a column up."""
    return sum(int(line[name]) for line in lines)


@styled
def figure(scores: Sequence[Line]) -> Canvas:
    """Draw one bar for the cells and values that each attack tried; beside it, in words, what it disclosed."""
    row, left, right = 1.5 * LINE, 42.0, 38.0
    height = 4.2 * LINE + row * len(scores) + LINE
    canvas = new_canvas(height, "en")
    tried, found = total(scores, "claims"), total(scores, "disclosures")
    title = f"{tried:,} hidden cells and values attacked, {found:,} disclosures found"
    canvas.write(0, 0.4 * LINE, title, Words(weight="bold"))
    canvas.write(PAGE, 2.4 * LINE, "attacked      disclosed", Words(size=SMALL, colour=QUIET, side="right"))
    ax: Axes = canvas.scale(left, 4 * LINE, PAGE - left - right, row * len(scores))
    ax.set(ylim=(len(scores) - 0.5, -0.5), xlim=(0, max(1, *(int(line["claims"]) for line in scores))))
    ax.set_axis_off()
    for place, line in enumerate(scores):
        y = 4 * LINE + row * (place + 0.5)
        claims, told = int(line["claims"]), int(line["disclosures"])
        ax.barh(place, claims, height=0.55, color=PALE if not told else BLUE)
        canvas.write(0, y, line["attack"], Words(stand="center"))
        canvas.write(PAGE - 18, y, f"{claims:,}", Words(size=SMALL, side="right", stand="center"))
        canvas.write(PAGE - 2, y, f"{told:,}", TOLD if told else NOTHING)
    return canvas


def read(path: Path) -> list[Line]:
    """Read a stored table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Write the page and its figure beside the stored tables."""
    scores, shown = read(FOLDER / "attacks.csv"), read(FOLDER / "usefulness.csv")
    (FOLDER / "ATTACKS.md").write_text(page(scores, shown), encoding="utf-8")
    styled(
        lambda: figure(scores).figure.savefig(
            FOLDER / "attacks.svg", metadata={"Date": None, "Creator": None}
        )
    )()


if __name__ == "__main__":
    main()
