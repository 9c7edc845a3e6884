"""The notebooks are thin, stored without outputs, and run."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import lab_page, looked_at
from jupyter_client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel
from nbformat import NotebookNode, reads
from nbformat.v4 import new_output

from fou_eval.design import LEAST_CONTRAST

NOTEBOOKS = {path.stem: json.loads(path.read_bytes()) for path in sorted(
    (Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))}  # fmt: skip
# All four open the bundled study and begin with the same five lines, which are computed once for all; what the third
# one verifies is computed anew, by functions imported before. Power has tests of its own: few data sets do.
ONCE = """
import fou_eval.verification
from functools import cache, partial
from fou_eval import change, disclosure, estimates, study
from fou_eval.simulation import power
power.power = partial(power.power, datasets=50)
estimates.Estimates.__hash__ = object.__hash__
study.open_study = lambda folder, data=None, opened=cache(study.open_study): opened(folder)
change.measure_change, disclosure.release = cache(change.measure_change), cache(disclosure.release)
"""
FORGET = "%reset -f"  # each begins without the names of the one before


def sources(name: str) -> list[str]:
    """The code of a notebook, cell by cell."""
    return ["".join(cell["source"]) for cell in NOTEBOOKS[name]["cells"] if cell["cell_type"] == "code"]


def test_there_are_four() -> None:
    assert [name[:2] for name in NOTEBOOKS] == ["01", "02", "03", "04"]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_thin_and_stored_without_outputs(name: str) -> None:
    cells = NOTEBOOKS[name]["cells"]
    assert NOTEBOOKS[name]["nbformat"] == 4
    assert len(cells) <= 25
    for cell in cells:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None
    for source in sources(name):
        assert not re.search(r"^\s*(def|class) |groupby|scipy|numpy|pyplot", source, re.MULTILINE)


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BlockingKernelClient]:
    """One start of Jupyter for all notebooks, in a folder of its own."""
    place = tmp_path_factory.mktemp("jupyter") / "notebooks"
    place.mkdir()
    manager, client = start_new_kernel(cwd=str(place))
    assert shown(client, ONCE) == []
    yield client
    client.stop_channels()
    manager.shutdown_kernel()


def shown(kernel: BlockingKernelClient, source: str) -> list[dict[str, Any]]:
    """What a cell shows, and what it writes or stumbles over."""
    outputs = []

    def show(message: dict[str, Any]) -> None:
        if message["msg_type"] in {"stream", "error", "display_data", "execute_result"}:
            outputs.append({"kind": message["msg_type"], **message["content"]})

    kernel.execute_interactive(source, output_hook=show, allow_stdin=False, timeout=120)
    return outputs


@pytest.fixture(scope="module")
def ran(kernel: BlockingKernelClient) -> dict[str, list[list[dict[str, Any]]]]:
    """What the cells of code of every notebook show, from top to bottom."""
    every = {}
    for name in NOTEBOOKS:
        shown(kernel, FORGET)
        every[name] = [shown(kernel, source) for source in sources(name)]
    return every


@pytest.mark.slow
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(name: str, ran: dict[str, list[list[dict[str, Any]]]]) -> None:
    outputs = [output for cell in ran[name] for output in cell]
    assert outputs
    assert [output for output in outputs if output["kind"] in {"error", "stream"}] == []
    if name.startswith("03"):  # it verifies the report that it has written
        assert "The report is verified: nothing differs." in outputs[-1]["data"]["text/html"]


def executed(name: str, ran: dict[str, list[list[dict[str, Any]]]]) -> list[NotebookNode]:
    """The cells of a notebook with what they show."""
    cells: list[NotebookNode] = reads(json.dumps(NOTEBOOKS[name]), as_version=4).cells
    for cell, outputs in zip([cell for cell in cells if cell.cell_type == "code"], ran[name], strict=True):
        cell.outputs = [new_output("display_data", output["data"]) for output in outputs]
    return cells


# Tables and figures of ours, and not the frames of pandas.
SHOWN = {"01": (1, 1), "02": (5, 7), "03": (1, 1), "04": (2, 1)}


@pytest.mark.slow
def test_what_notebooks_show_is_read_and_heard_in_both_themes(
    ran: dict[str, list[list[dict[str, Any]]]], tmp_path: Path
) -> None:
    themes = [("dark", name) for name in NOTEBOOKS] + [("light", "02_change_in_four_domains")]
    pages = {f"{theme}-{name[:2]}": (lab_page(executed(name, ran), theme), 900) for theme, name in themes}
    for page, found in looked_at(pages, tmp_path).items():
        assert (len(found["tables"]), len(found["pictures"])) == SHOWN[page[-2:]]
        assert [text for text in found["texts"] if text["contrast"] < LEAST_CONTRAST] == []
        assert (found["wide"], found["ids"], found["scripts"]) == ([], [], [])
        for table in found["tables"]:
            assert table["caption"]
            assert set(table["heads"]) == {"col"}
            assert table["rowHeads"] == ["row"] * len(table["rows"])
        for picture in found["pictures"]:
            assert len(picture["alt"]) > 40
            assert len(picture["caption"]) > 40
