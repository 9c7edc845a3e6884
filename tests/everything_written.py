"""Writes one of everything that fou_eval writes: `python everything_written.py WISH.json`, run by test_same_bytes.

The study is opened, measured and let through the gate once for all commands. The figures are drawn in full for the
Swedish report, and three of them stand as they are in the English one too, whose own have other words.
"""

import gc
import json
import locale
import os
import sys
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path

from matplotlib.figure import Figure

import fou_eval as fou
from fou_eval import cli
from fou_eval.disclosure.ledger import Ledger
from fou_eval.disclosure.release import SEAL, Release
from fou_eval.disclosure.seals import shown_provenance
from fou_eval.figures import Picture
from fou_eval.report import filling
from fou_eval.report.results import files

WIDE = "family_id;home_situation_t0;home_situation_t2\n" + "".join(
    f"F{n:02d};{3 + n % 4};{4 + n % 5}\n" for n in range(1, 21)
)
FAULTY = "family_id;wave;home_situation;late_bills\n" + "".join(
    f"F{n:02d};{'t0' if n % 3 else 't99'};{n * 3};{n % 4}\n" for n in range(1, 21)
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn(Picture):
    """A picture that is not drawn again."""

    content: bytes

    def svg(self) -> bytes:
        return self.content


def main(study: Path, data: Path | None, out: Path) -> None:
    opened = fou.open_study(study, data=data)
    change = fou.measure_change(opened)
    shown = {None: fou.release(change), "internal": fou.release(change, profile="internal")}
    for name in ("report", "power", "calibrate", "export_r"):
        command = import_module(f"fou_eval.commands.{name}")
        command.open_study = lambda *_, **__: opened
        command.measure_change = lambda *_, **__: change
        command.release = lambda _, *, profile=None, ledger=None: shown[profile]
    reports(study, shown[None], out)
    unrounded(shown["internal"], out)
    run("bundle", out / "report_sv", "--out", out / "bundle.zip")
    run("export-r", "--study", study, "--out", out / "r_internal")
    documents(study, out)
    simulations(study, out)
    small_files(study, out)
    if "matplotlib.pyplot" in sys.modules:
        sys.exit("figures were drawn with pyplot, which keeps them and obeys the settings of the user")


def reports(study: Path, shown: Release, out: Path) -> None:
    """The one that a reader gets, and the English one of real data, whose marks are sealed with a key."""
    run("report", "--study", study, "--out", out / "report_sv", "--lang", "sv")
    (out / "overview.png").write_bytes(fou.figures.overview(shown).png(100))
    few = ("overview", "flow", "shares_home")
    drawn = {name: (out / "report_sv" / "figures" / f"{name}.svg").read_bytes() for name in few}
    filling.all_pictures = lambda _release, language: tuple(  # type: ignore[assignment]
        Drawn(name=name, figure=Figure(), alt=name, caption=name, language=language, content=content)
        for name, content in drawn.items()
    )
    real = replace(shown.provenance, synthetic=False)
    kept = Ledger(folder=out, key=bytes(range(32)))
    sealed = replace(shown, provenance=shown_provenance(real, "publication", shown.rows, kept), seal=SEAL)
    fou.write_report(sealed, out / "report_en", language="en")


def unrounded(shown: Release, out: Path) -> None:
    """What the internal report has and the others have not: every number, with all its digits."""
    (out / "report_internal").mkdir()
    for name, content in files(shown).items():
        (out / "report_internal" / name).write_bytes(content)


def documents(study: Path, out: Path) -> None:
    run("codebook", "--study", study, "--out", out / "codebook")
    run("template", "--study", study, "--out", out / "template.xlsx")


def simulations(study: Path, out: Path) -> None:
    """One process each: that the number of processes changes nothing has tests of its own."""
    command = import_module("fou_eval.commands.calibrate")
    command.quick_grid = cache(lambda grid=command.quick_grid: grid()[:1])
    few = ("--datasets", "50")
    run("calibrate", "--quick", *few, "--processes", "1", "--out", out / "calibration")
    run(
        "power",
        "--study",
        study,
        "--outcome",
        "home_situation",
        "--families",
        "18",
        *few,
        "--out",
        out / "power",
    )


def small_files(study: Path, out: Path) -> None:
    for name, lines in (("wide", WIDE), ("followup_family", FAULTY)):
        (out / f"{name}.csv").write_text(lines, encoding="utf-8")
    run("convert", out / "wide.csv", "--study", study, "--out", out / "converted.xlsx")
    run("check", out / "followup_family.csv", "--study", study, "--mark", ends=12)


def run(*words: object, ends: int = 0) -> None:
    """Run a command as a person does, in this process."""
    code = cli.app([str(word) for word in words], standalone_mode=False)
    if (code or 0) != ends:
        sys.exit(f"{words[0]} ended with {code}")


if __name__ == "__main__":
    wish = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    gc.disable()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: wish["cores"]])
    locale.setlocale(locale.LC_ALL, "")
    if locale.localeconv()["decimal_point"] != wish["decimal"]:
        sys.exit("the locale is not the one asked for")
    main(*(Path(wish[key]) if wish[key] else None for key in ("study", "data", "out")))  # type: ignore[arg-type]
