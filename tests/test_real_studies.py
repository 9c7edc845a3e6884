"""Three published data sets in our dialect: from file to PDF, with the numbers that R and the papers give.

A family-therapy arm (17 girls), thirty couples in marital therapy, and 116 pupils in 17 small schools.
"""

import json
import math
from pathlib import Path

import pytest

import fou_eval as fou
from fou_eval.estimates import Estimates

SHARED = Path(__file__).parents[1] / ".." / "shared"
STUDIES = {"family_therapy": "anorexia", "couples": "jacobson_1989", "small_schools": "bdf_small_schools"}
CASES = {
    ("family_therapy", "FT"): "weight",
    ("couples", "das"): "das",
    ("couples", "gds"): "gds",
    ("small_schools", "lang"): "language",
    ("small_schools", "arit"): "arithmetic",
}
# Quantity of the reference -> statistic and fields of our row (two fields: an interval).
FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "n_pairs": ("mean_change", ("n",)),
    "mean_before": ("mean_before", ("value",)),
    "mean_after": ("mean_after", ("value",)),
    "mean_change": ("mean_change", ("value",)),
    "mean_change_ci_t": ("mean_change", ("low", "high")),
    "paired_t_p": ("mean_change", ("p_value",)),
    "cr2_se": ("mean_change", ("se",)),
    "cr2_df": ("mean_change", ("df",)),
    "cr2_p": ("mean_change", ("p_value",)),
    "cr2_ci": ("mean_change", ("low", "high")),
    "family_mean_change": ("family_mean_change", ("value",)),
    "signflip_family_exact_p": ("family_mean_change_exact", ("p_value",)),
    "signflip_family_mid_p": ("family_mean_change", ("p_value",)),
    "signflip_family_ci": ("family_mean_change_exact", ("low", "high")),
    "net_improvement": ("net_improvement", ("value",)),
    "net_improvement_ci": ("net_improvement", ("low", "high")),
    "net_improvement_cr2_ci": ("net_improvement", ("low", "high")),
    "net_improvement_cr2_p": ("net_improvement", ("p_value",)),
    "g_av": ("g_av", ("value",)),
    "leave_one_family_out_range": ("leave_one_family_out", ("low", "high")),
}
# Independent pairs have a t interval with n - 1 df; pupils in schools have CR2, which is another number.
CLUSTERED = {"mean_change_ci_t", "paired_t_p", "net_improvement_ci"}

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the reference data lie beside the repository")


@pytest.fixture(scope="module", params=sorted(STUDIES))
def study(request: pytest.FixtureRequest) -> tuple[str, Estimates]:
    folder = SHARED / "acceptance" / "studies" / request.param
    return request.param, fou.measure_change(fou.open_study(folder))


def found(estimates: Estimates, outcome: str, statistic: str, fields: tuple[str, ...]) -> list[float]:
    rows = [row for row in estimates if (row.outcome, row.statistic) == (outcome, statistic)]
    assert len(rows) == 1
    return [float(getattr(rows[0], field)) for field in fields]


def close(ours: float, theirs: float, entry: dict[str, float]) -> bool:
    return math.isclose(ours, theirs, rel_tol=entry.get("rtol", 0.0), abs_tol=entry.get("atol", 0.0))


def test_every_number_is_the_published_one(study: tuple[str, Estimates]) -> None:
    name, estimates = study
    reference = json.loads((SHARED / "reference" / f"{STUDIES[name]}.json").read_text(encoding="utf-8"))
    checked = 0
    for entry in reference["expected"]:
        outcome = CASES.get((name, entry["case"]))
        if outcome is None or entry["quantity"] not in FIELDS:
            continue
        if name == "small_schools" and entry["quantity"] in CLUSTERED:
            continue
        statistic, fields = FIELDS[entry["quantity"]]
        ours = found(estimates, outcome, statistic, fields)
        theirs = entry["value"] if isinstance(entry["value"], list) else [entry["value"]]
        pairs = zip(ours, theirs, strict=True)
        assert all(close(mine, yours, entry) for mine, yours in pairs), (
            outcome,
            entry["quantity"],
            ours,
            theirs,
        )
        checked += 1
    assert checked >= 10


def test_shares_count_pupils_and_couples(study: tuple[str, Estimates]) -> None:
    name, estimates = study
    reference = json.loads((SHARED / "reference" / f"{STUDIES[name]}.json").read_text(encoding="utf-8"))
    for entry in reference["expected"]:
        outcome = CASES.get((name, entry["case"]))
        if outcome and entry["quantity"] == "better_same_worse_counts":
            shares = [
                row.value * row.n
                for statistic in ("share_better", "share_same", "share_worse")
                for row in estimates
                if (row.outcome, row.statistic) == (outcome, statistic)
            ]
            assert shares == pytest.approx(entry["value"], abs=1e-9)


def test_two_outcomes_of_the_schools_are_adjusted_together() -> None:
    estimates = fou.measure_change(fou.open_study(SHARED / "acceptance" / "studies" / "small_schools"))
    reference = json.loads((SHARED / "reference" / "bdf_small_schools.json").read_text(encoding="utf-8"))
    expected = next(entry for entry in reference["expected"] if entry["quantity"] == "maxt_step_down_p")
    ours = [
        found(estimates, name, "family_mean_change", ("p_adjusted",))[0]
        for name in ("language", "arithmetic")
    ]
    assert all(close(mine, yours, expected) for mine, yours in zip(ours, expected["value"], strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_study_becomes_a_report(study: tuple[str, Estimates], language: str, tmp_path: Path) -> None:
    _, estimates = study
    pdf = fou.write_report(fou.release(estimates), tmp_path / "report", language=language)
    assert pdf.read_bytes().startswith(b"%PDF-")
