"""Judge the rows of all tables of a file together, in the order in which one finding may hide another."""

from collections.abc import Mapping

from fou_eval.declaration.codebook import Wave
from fou_eval.intake.cells.marks import judge_marks
from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.answers import judge_answers
from fou_eval.intake.rows.content import judge_content
from fou_eval.intake.rows.look_alikes import judge_ids
from fou_eval.intake.rows.money import judge_money
from fou_eval.intake.rows.over_time import judge_constancy, judge_over_time
from fou_eval.intake.rows.rules import judge_rules, refuse
from fou_eval.intake.rows.steps import judge_steps
from fou_eval.intake.rows.tables import judge_tables
from fou_eval.intake.sheets.grid import Grid


def judge_rows(
    grids: Mapping[str, Grid], waves: Mapping[str, Wave], smallest: int, findings: Findings
) -> None:
    """Write down what is wrong across rows and tables, and what a person should look at.

    Parameters
    ----------
    grids
        The tables by name, with every cell judged.
    waves
        The declared waves in time order.
    smallest
        Fewest families that a published cell may hold.
    findings
        Receives the issues.
    """
    judge_marks(grids.values(), findings)
    judge_ids(grids.values(), findings)
    refuse([cell for grid in grids.values() for cell in judge_rules(grid, grids, waves, findings)])
    judge_tables(grids, findings)
    for grid in grids.values():
        judge_constancy(grid, findings)
        judge_over_time(grid, waves, findings)
        judge_answers(grid, waves, findings)
        judge_content(grid, waves, smallest, findings)
        judge_money(grid, findings)
        judge_steps(grid, findings)
