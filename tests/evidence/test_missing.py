"""From a study to the evidence about what is missing: who left, the ends of the scale, the stream."""

import numpy as np
import pytest

from fou_eval.bundled import bundled_study
from fou_eval.declaration import Column
from fou_eval.declaration.codes import Code, Step
from fou_eval.declaration.text import Text
from fou_eval.evidence.missing import incomplete
from fou_eval.statistics import for_kind
from fou_eval.statistics.dropouts import Incomplete
from fou_eval.study import Study, open_study

NAME = Text(sv="Namn", en="Name")


@pytest.fixture(scope="module")
def study() -> Study:
    return open_study(bundled_study("familjelotsen"))


def test_who_left_is_whom_the_pairs_count_as_before_only(study: Study) -> None:
    for indicator in study.codebook.indicators():
        evidence = incomplete(study, indicator)
        assert evidence.left_before.size == evidence.pairs.before_only
        assert (evidence.left_exposure is not None) == (indicator.kind == "count")
        assert evidence.pairs.n == study.pairs(indicator.name).n


def test_other_waves_give_other_leavers_and_another_stream(study: Study) -> None:
    indicator = next(study.codebook.indicators())
    contrast, waves = study.plan.contrast, tuple(study.codebook.waves)
    between = next(wave for wave in waves if wave not in {contrast.before, contrast.after})
    evidence, main = incomplete(study, indicator, after=between), incomplete(study, indicator)
    assert evidence.left_before.size == study.pairs(indicator.name, after=between).before_only
    assert evidence.seed != main.seed
    assert main.seed[0] == study.plan.seed


def test_the_stream_hangs_on_the_indicator(study: Study) -> None:
    seeds = {incomplete(study, indicator).seed for indicator in study.codebook.indicators()}
    assert len(seeds) == sum(1 for _ in study.codebook.indicators())


def test_every_value_lies_between_the_ends(study: Study) -> None:
    for indicator in study.codebook.indicators():
        evidence = incomplete(study, indicator)
        values = np.concatenate([evidence.pairs.before, evidence.pairs.after, evidence.left_before])
        assert evidence.lowest is None or values.min(initial=np.inf) >= evidence.lowest
        assert evidence.highest is None or values.max(initial=-np.inf) <= evidence.highest


def test_every_statistic_of_the_missing_gives_a_number_or_a_note(study: Study) -> None:
    for indicator in study.codebook.indicators():
        for entry in for_kind(indicator.kind, indicator.better, Incomplete):
            number = entry.function(incomplete(study, indicator), confidence=0.95)
            assert np.isfinite(number.value) or number.note


def test_the_ends_come_from_codes_steps_truth_values_or_limits() -> None:
    code, step = Code(sv="Kod", en="Code"), Step(sv="Steg", en="Step")
    rating = Column(label=NAME, type="code", codes={1: code, 2: code, 5: code})
    word = Column(label=NAME, type="code", codes={"low": code, "high": code})
    ladder = Column(label=NAME, type="code", steps={"none": step, "part": step, "full": step})
    assert rating.ends() == (1, 5)
    assert word.ends() == (0, 1)
    assert ladder.ends() == (0, 2)
    assert Column(label=NAME, type="boolean").ends() == (0, 1)
    assert Column(label=NAME, type="integer", min=0).ends() == (0, None)
    assert Column(label=NAME, type="number").ends() == (None, None)
