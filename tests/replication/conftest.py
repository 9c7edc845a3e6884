"""The hand-made study, measured once, and its folder for R."""

from pathlib import Path

import pytest
from hand_made_study import study_in

import fou_eval as fou
from fou_eval.disclosure import Release
from fou_eval.estimates import Estimates
from fou_eval.replication import write_replication


@pytest.fixture(scope="session")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Estimates, Release]:
    study, data = study_in(tmp_path_factory.mktemp("hand_made"))
    change = fou.measure_change(fou.open_study(study, data=data))
    return change, fou.release(change, profile="internal")


@pytest.fixture(scope="session")
def written(measured: tuple[Estimates, Release], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("with a blank") / "prov internt"
    return write_replication(*measured, folder, language="sv").parent
