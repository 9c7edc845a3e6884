"""What a study would detect: against the formula where there is one, and as a person meets it."""

import json
from math import isnan, sqrt
from pathlib import Path

import numpy as np
import pytest

from fou_eval.bundled import bundled_study
from fou_eval.commands import power as command
from fou_eval.declaration import read_declaration
from fou_eval.simulation.designs import Design, stream
from fou_eval.simulation.drawing import draw
from fou_eval.simulation.planned import declared, declared_margin, of_study, typical
from fou_eval.simulation.power import minimal_change, power
from fou_eval.statistics import CATALOGUE
from fou_eval.statistics.engine.cluster import minimal_detectable_change
from fou_eval.study import open_study

STUDY = bundled_study("familjelotsen")
WISH = dict.fromkeys(
    (
        "study",
        "outcome",
        "kind",
        "families",
        "members",
        "dropout",
        "waves",
        "confidence",
        "chance",
        "datasets",
    )
)


def test_normal_change_of_single_persons_is_that_of_the_formula() -> None:
    """One member per family, nobody leaves: the paired t test, Bloom (1995)."""
    found = minimal_change("scale", families=30, members=[1], dropout=0.0, datasets=1_000)
    formula = minimal_detectable_change(
        10 / sqrt(30), 30, confidence=0.95, power=0.8
    )  # sd of change: 10 √(2 (1 − ½))
    assert found.change == pytest.approx(formula, rel=0.05)
    assert found.half_width == pytest.approx(2.045 * 10 / sqrt(30), rel=0.05)
    assert found.units == 30
    assert 0.005 < found.error_sd < 0.012


@pytest.mark.parametrize("kind", ["ordinal", "binary", "count", "ladder"])
def test_at_the_change_found_the_test_rejects_as_often_as_asked(kind: str) -> None:
    """Other data sets, drawn with the change as it was found: the search and the translation into units agree."""
    planned = typical(kind)  # type: ignore[arg-type]
    found = minimal_change(planned, families=20, dropout=0.0, datasets=300)
    sign = -1 if planned.better == "lower" else 1
    shifts = np.linspace(0, 2, 401)
    means = np.array([planned.margin.mean(sign * shift) for shift in shifts]) - planned.margin.mean()
    shift = float(np.interp(abs(found.change) / planned.factor, np.abs(means), shifts))
    design = Design(
        kind=planned.kind,
        families=20,
        stability=planned.stability,
        margin=planned.margin,
        change=sign * shift,
        better=planned.better,
    )
    drawn = draw(design, np.random.default_rng(stream(5, "check")), 300)
    run = CATALOGUE[found.statistic].function
    rejected = np.mean([run(pairs, confidence=0.95).p_value <= 0.05 for pairs in drawn])
    assert rejected == pytest.approx(0.8, abs=0.1)


def test_more_families_detect_smaller_changes_and_drop_outs_cost() -> None:
    rows = power(["ordinal"], families=[12, 24, 48], datasets=150)
    assert rows[0].change > rows[1].change > rows[2].change
    assert rows[0].half_width > rows[1].half_width > rows[2].half_width
    lost = minimal_change("ordinal", families=24, dropout=0.2, waves=4, datasets=150)
    assert lost.units == pytest.approx(24 * 2.6 * 0.8**3, rel=0.1)
    assert lost.change > rows[1].change
    alike = minimal_change("ordinal", families=24, icc=0.8, datasets=150)
    assert alike.change > rows[1].change


def test_too_few_families_detect_nothing() -> None:
    found = minimal_change("binary", families=6, dropout=0.3, datasets=60)
    assert isnan(found.change)
    assert isnan(found.change_sd)


def test_the_answer_does_not_depend_on_the_number_of_processes() -> None:
    asked = {"families": [10, 12], "datasets": 60}
    assert power(["scale"], **asked, processes=1) == power(["scale"], **asked, processes=2)  # type: ignore[arg-type]


def test_counts_go_down_and_are_written_per_year() -> None:
    found = minimal_change("count", families=20, datasets=100)
    assert found.change < 0
    assert found.unit[1].startswith("events per year")


def test_a_declared_indicator_is_taken_as_declared() -> None:
    codebook = read_declaration(STUDY).codebook
    margin = declared_margin(codebook.indicator("absence_pct"))
    assert (margin.values[0], margin.values[-1], margin.resolution) == (
        0,
        100,
        pytest.approx(margin.resolution),
    )
    assert margin.mean() == pytest.approx(50, abs=0.1)
    assert margin.sd == pytest.approx(20, rel=0.1)
    step = declared(codebook.indicator("occupation_step"))
    assert step.kind == "ladder"
    assert step.factor == 1


def test_a_study_with_data_gives_its_own_values_and_families() -> None:
    (found,) = of_study(open_study(STUDY), "absence_pct")
    assert found.better == "lower"
    assert "procentenheter" in found.unit[0]
    assert len(found.sizes) == 18
    assert minimal_change(found, families=18, datasets=60).change < 0


def test_the_command_answers_in_words_json_and_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wish = command.Wish(**{**WISH, "kind": "ordinal", "families": "20", "datasets": 60, "icc": 0.3})  # type: ignore[arg-type]
    command.run(wish, out=tmp_path, language="sv", as_json=False)
    told = capsys.readouterr().out
    assert "Minsta förändring som upptäcks i 80\u00a0%" in told
    assert "med 20 familjer upptäcks en förändring av" in told.replace("\n", " ")
    assert (tmp_path / "power.svg").exists()
    command.run(wish, out=None, language="en", as_json=True)
    (row,) = json.loads(capsys.readouterr().out)
    assert json.loads((tmp_path / "power.json").read_text(encoding="utf-8")) == [row]
    assert row["kind"] == "ordinal"
    assert row["unit"] == {"sv": "steg på en femgradig skattning", "en": "steps on a five-point rating"}
    assert 0.3 < row["change"] < 1.2
