"""The example workbook that comes with a study."""

from pathlib import Path

from fou_eval.declaration.reading import read_declaration
from fou_eval.simulation.facts import read_facts
from fou_eval.simulation.synthetic import Synthetic, simulate_study
from fou_eval.simulation.workbook import write_workbook

FAMILIES = 18
PERSONS = 60
FILE = "example.xlsx"


def make_example(folder: Path, path: Path | None = None) -> Path:
    """Write the synthetic example of a study: 18 families with 60 persons, from the seed of the plan.

    The same declarations give the same bytes.

    Parameters
    ----------
    folder
        The study's declarations.
    path
        Where to write; none writes ``example.xlsx`` beside the declarations.

    Raises
    ------
    DeclarationError
        If a declaration is wrong.
    """
    declaration, named = read_declaration(folder), folder.resolve()
    study, facts = example_study(folder)
    return write_workbook(
        study,
        declaration.codebook,
        path or folder / FILE,
        command=f"python -m fou_eval.simulation {named.parent.name}/{named.name}",
        facts=facts,
    )


def example_study(folder: Path) -> tuple[Synthetic, tuple[str, ...]]:
    """Make the example of a study in memory, and name the tables that hold facts from documents, not drawn values."""
    declaration = read_declaration(folder)
    drawn = simulate_study(declaration, families=FAMILIES, persons=PERSONS)
    facts = read_facts(folder, declaration.codebook)
    reasons = {name: drawn.reasons[name].iloc[:0] for name in facts}
    study = Synthetic(tables={**drawn.tables, **facts}, reasons={**drawn.reasons, **reasons})
    return study, tuple(facts)
