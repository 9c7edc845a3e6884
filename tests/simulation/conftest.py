"""Declarations to simulate from: those of the acceptance studies, and small ones made up on the spot."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from fou_eval.declaration.codebook import Codebook, Column, Domain, Table, Wave
from fou_eval.declaration.plan import Contrast, Plan
from fou_eval.declaration.reading import Declaration
from fou_eval.declaration.text import Text

SAME = Text(sv="ord", en="word")
SHARED = Path(__file__).parents[3] / "shared" / "acceptance" / "studies"


@pytest.fixture(scope="session")
def acceptance_studies() -> list[Path]:
    folders = [path.parent for path in sorted(SHARED.glob("*/study.yaml"))]
    if not folders:
        pytest.skip("the folder shared/ with the acceptance studies does not lie beside the repository")
    return folders


@pytest.fixture(scope="session")
def declare() -> Callable[[Mapping[str, Column]], Declaration]:
    """Declare a study with one table, a child or parent at a wave, with the given columns."""

    def make(columns: Mapping[str, Column]) -> Declaration:
        keys = {
            "family_id": Column(
                label=SAME, type="text", role="family_id", pattern=r"F\d{2,5}", required=True
            ),
            "person_id": Column(label=SAME, type="text", role="person_id", required=True),
            "wave": Column(label=SAME, type="code", codes="waves", role="wave", required=True),
        }
        table = Table(
            table="follow", label=SAME, row=SAME, key=("person_id", "wave"), columns={**keys, **columns}
        )
        codebook = Codebook(
            study="small",
            version="1",
            title=SAME,
            language="sv",
            waves={"before": Wave(label=SAME, months=0), "after": Wave(label=SAME, months=12)},
            domains={"home": Domain(label=SAME), "school": Domain(label=SAME)},
            tables={"follow": table},
        )
        plan = Plan(
            contrast=Contrast(before="before", after="after"), primary={}, seed=7, fixed_on=date(2020, 1, 1)
        )
        return Declaration(codebook=codebook, plan=plan, instruments={}, contents={})

    return make
