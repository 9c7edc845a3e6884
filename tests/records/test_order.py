"""The rows of a file may stand in any order: what is listed stands in the order of the keys, codes as declared."""

from pathlib import Path

from priced_study import COSTS, ENTERED, FIGURES, placed, write

import fou_eval as fou
from fou_eval.records.facts import facts
from fou_eval.records.rows import rows_of
from fou_eval.windows.window import entries


def test_the_order_in_a_file_is_not_that_of_what_is_listed_and_added_up(tmp_path: Path) -> None:
    families = ["family_id,entry_month", *(f"{family},2016-01" for family in reversed(ENTERED))]
    turned = {"families": families}
    for name, (head, *lines) in {
        "costs": COSTS,
        "published_figures": FIGURES,
        "placements": placed(),
    }.items():
        turned[name] = [head, *reversed(lines)]
    study = fou.open_study(write(tmp_path / "turned", **turned))
    found = facts(study)
    assert [row["item"] for row in found["costs"]] == ["total", "extension"]
    assert [row["figure"] for row in found["published_figures"]] == [
        line.split(",")[0] for line in FIGURES[1:]
    ]
    rows = rows_of(study, "placements")
    assert rows is not None
    assert rows.frame["family_id"].is_monotonic_increasing
    assert list(entries(study.codebook, study.tables).index) == list(ENTERED)
