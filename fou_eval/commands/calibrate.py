"""`fou-eval calibrate`: how often each procedure is wrong, in simulated data sets."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from fou_eval import figures
from fou_eval.declaration import Language
from fou_eval.figures.rates import label
from fou_eval.formatting import number, percent, round_significant
from fou_eval.language import PHRASES, phrase
from fou_eval.measured import Rate, rates_csv
from fou_eval.placing import claimed_files, files_in_place, writing_to
from fou_eval.simulation.calibration import calibrate, estimate_seconds
from fou_eval.simulation.designs import Design, full_grid, quick_grid
from fou_eval.simulation.own import own_designs
from fou_eval.simulation.pages import page, span
from fou_eval.simulation.peers import PEERS
from fou_eval.simulation.procedures import DEFAULTS
from fou_eval.study import open_study

# Data sets per cell: of the table that comes with the package, of a study's own design, of a quick look.
FULL, OWN, QUICK = 5_000, 1_000, 300
FIRST = (*DEFAULTS, *PEERS)


def run(
    study: Path | None,
    *,
    datasets: int | None,
    quick: bool,
    out: Path | None,
    processes: int | None,
    language: Language | None,
) -> None:
    """Estimate the time, simulate with a progress bar, show the defaults beside the usual ways, and write the files."""
    words: Language = language or "sv"
    only: tuple[str, ...] = ()
    designs: Sequence[Design]
    if study is not None:
        opened = open_study(study)
        words = language or opened.codebook.language
        designs, only, count = own_designs(opened), FIRST, datasets or OWN
    elif quick:
        designs, only, count = quick_grid(), FIRST, datasets or QUICK
    else:
        designs, count = full_grid(), datasets or FULL
    # What is kept of an unfinished run has every digit, so nothing is of a run on a study's own data.
    kept = out / "unfinished.jsonl" if out is not None and study is None else None
    with _kept_for_us(out, words):
        rates = _rates(designs, only, count, processes or os.cpu_count() or 1, kept, words)
        if study is not None:
            rates = tuple(replace(rate, width=round_significant(rate.width, 2)) for rate in rates)
        _show(rates, words)
        if out is not None:
            _write(rates, out, words, own=study is not None)
            if kept is not None:  # only now: until then it is all that there is of the work
                kept.unlink(missing_ok=True)


@contextmanager
def _kept_for_us(out: Path | None, language: Language) -> Iterator[None]:
    """Keep the folder for this run while it works; two at once would mix what they keep of their unfinished work."""
    if out is None:
        yield
        return
    with claimed_files(out, language), writing_to(out, language):
        yield


def _rates(
    designs: Sequence[Design],
    only: tuple[str, ...],
    datasets: int,
    processes: int,
    kept: Path | None,
    language: Language,
) -> tuple[Rate, ...]:
    console = Console(stderr=True, highlight=False)
    expected = estimate_seconds(designs, datasets=datasets, only=only) / processes
    values = {
        "cells": number(len(designs), language, 0),
        "datasets": number(datasets, language, 0),
        "minutes": number(expected / 60, language, 1),
    }
    console.print(phrase("calibration.estimate", language, values))
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    start = perf_counter()
    with Progress(TextColumn("calibrate"), *columns, console=console) as bar:
        task = bar.add_task("calibrate", total=None)
        rates = calibrate(
            designs,
            datasets=datasets,
            only=only,
            processes=processes,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
            kept=kept,
        )
    taken = {"minutes": number((perf_counter() - start) / 60, language, 1), "processes": processes}
    console.print(phrase("calibration.taken", language, taken))
    return rates


def _write(rates: Sequence[Rate], out: Path, language: Language, *, own: bool) -> None:
    """Write the table, and for the package's own grid the page and the figure too."""
    contents = {"calibration.csv": rates_csv(rates)}
    if not own:
        picture = figures.calibration(rates, DEFAULTS, language)
        contents |= {"CALIBRATION.md": page(rates).encode(), f"{picture.name}.svg": picture.svg()}
    files_in_place(out, contents, language)


def _show(rates: Iterable[Rate], language: Language) -> None:
    """Show type I error and coverage of what is shown first, beside the usual ways, from lowest to highest."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    plain = [
        rate for rate in rates if rate.shape != "skewed" and rate.dropout != "before" and rate.change == 0
    ]
    table = Table(pad_edge=False)
    for key in ("procedure", "indicator", "type_1_head", "coverage_head", "datasets"):
        justify = "left" if key in {"procedure", "indicator"} else "right"
        table.add_column(phrase(f"calibration.{key}", language), justify=justify)  # type: ignore[arg-type]
    for name in FIRST:
        for kind, shape in dict.fromkeys((rate.kind, rate.shape) for rate in plain if rate.statistic == name):
            own = [rate for rate in plain if (rate.statistic, rate.kind, rate.shape) == (name, kind, shape)]
            table.add_row(
                label(name, language),
                _indicator(kind, shape, language),
                span([rate for rate in own if rate.what == "type_1"], language),
                span([rate for rate in own if rate.what == "coverage"], language),
                number(min(rate.datasets for rate in own), language, 0),
            )
        table.add_section()
    console.print(table)
    most = max(rate.mc_error for rate in plain)
    console.print(phrase("calibration.error", language, {"error": percent(most, language, 1)}))


def _indicator(kind: str, shape: str, language: Language) -> str:
    key = f"shape.{shape}"
    if key not in PHRASES:
        return shape
    more = phrase(key, language)
    return f"{phrase(f'kind.{kind}', language)}, {more}" if more else phrase(f"kind.{kind}", language)
