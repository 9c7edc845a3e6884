"""The example workbook that comes with a study."""

from pathlib import Path

from fou_eval.declaration.reading import Declaration
from fou_eval.simulation.synthetic import simulate_study
from fou_eval.simulation.workbook import write_workbook

FAMILIES = 18
PERSONS = 60
FILE = "example.xlsx"


def make_example(declaration: Declaration, path: Path | None = None) -> Path:
    """Write the synthetic example of a study: 18 families with 60 persons, from the seed of the plan.

    The same declarations give the same bytes.

    Parameters
    ----------
    declaration
        The study.
    path
        Where to write; none writes ``example.xlsx`` beside the declarations.
    """
    folder = declaration.folder.resolve()
    return write_workbook(
        simulate_study(declaration, families=FAMILIES, persons=PERSONS),
        declaration.codebook,
        path or declaration.folder / FILE,
        command=f"python -m fou_eval.simulation {folder.parent.name}/{folder.name}",
    )
