"""Defensible before/after findings for small family-support projects: validate, measure, report, re-run.

The five lines:

>>> import fou_eval as fou
>>> study = fou.open_study(fou.bundled_study("familjelotsen"))
>>> change = fou.measure_change(study)
>>> release = fou.release(change)
>>> figure = fou.figures.overview(release)

and `fou.write_report(release, "build/familjelotsen")` writes the report.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fou_eval import figures as figures
    from fou_eval import tables as tables
    from fou_eval.bundled import bundled_study as bundled_study
    from fou_eval.change import measure_change as measure_change
    from fou_eval.declaration import read_declaration as read_declaration
    from fou_eval.disclosure import open_ledger as open_ledger
    from fou_eval.disclosure import release as release
    from fou_eval.exposed import exposed_families as exposed_families
    from fou_eval.intake.check import check as check
    from fou_eval.provenance.earlier import earlier_report as earlier_report
    from fou_eval.publishing import publish as publish
    from fou_eval.report import write_report as write_report
    from fou_eval.simulation.power import minimal_change as minimal_change
    from fou_eval.simulation.power import power as power
    from fou_eval.study import Study as Study
    from fou_eval.study import open_study as open_study
    from fou_eval.verification import verify as verify

__version__ = version("fou-eval")

# Public names and the module that holds each. They are fetched when first asked for, so that
# `fou-eval --help` and a misspelt option do not wait two seconds for pandas and matplotlib.
_ROOMS = {
    "Study": "fou_eval.study",
    "bundled_study": "fou_eval.bundled",
    "check": "fou_eval.intake.check",
    "earlier_report": "fou_eval.provenance.earlier",
    "exposed_families": "fou_eval.exposed",
    "figures": "fou_eval",
    "measure_change": "fou_eval.change",
    "minimal_change": "fou_eval.simulation.power",
    "open_ledger": "fou_eval.disclosure",
    "open_study": "fou_eval.study",
    "power": "fou_eval.simulation.power",
    "publish": "fou_eval.publishing",
    "read_declaration": "fou_eval.declaration",
    "release": "fou_eval.disclosure",
    "tables": "fou_eval",
    "verify": "fou_eval.verification",
    "write_report": "fou_eval.report",
}
__all__ = [
    "Study",
    "bundled_study",
    "check",
    "earlier_report",
    "exposed_families",
    "figures",
    "measure_change",
    "minimal_change",
    "open_ledger",
    "open_study",
    "power",
    "publish",
    "read_declaration",
    "release",
    "tables",
    "verify",
    "write_report",
]


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module 'fou_eval' has no attribute {name!r}")
    if _ROOMS[name] == "fou_eval":
        return import_module(f"fou_eval.{name}")
    return getattr(import_module(_ROOMS[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
