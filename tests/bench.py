"""`make bench`: medians of repeated runs, and ratios against peers measured in the same run."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from pypdf import PdfReader
from scipy.stats import PermutationMethod, permutation_test, wilcoxon

from fou_eval.bundled import bundled_study
from fou_eval.change import measure_change
from fou_eval.declaration import read_declaration
from fou_eval.disclosure import release
from fou_eval.intake.answer import check_json
from fou_eval.intake.gate import schema_of
from fou_eval.simulation.synthetic import simulate_study
from fou_eval.statistics import CATALOGUE, Pairs
from fou_eval.statistics.engine.flips import flip_test
from fou_eval.statistics.family_change import family_mean_change
from fou_eval.study import Study, open_study

RUNS = 5
STUDY = bundled_study("familjelotsen")

# What the reports cannot do without: imports, as many empty figures as they draw, each saved as SVG and made into PNG
# (300 dpi) as theirs are, by Typst, and as many empty tagged pages. Beside it stands the usual way to save a PNG, by
# matplotlib, which takes four times as long: measured against it, what the reports save so would count as their gain.
IMPORTS = """
import io
import markdown_it, openpyxl, pandas, pandera.pandas, PIL.Image, pydantic, rich.progress, ruamel.yaml
import scipy.optimize, scipy.special, typer, typst
from matplotlib.backends import backend_agg, backend_svg
from matplotlib.figure import Figure
files = {}
for place in range(FIGURES):
    figure = Figure(figsize=(6.3, 3), layout="constrained")
    figure.subplots()
    drawn = io.BytesIO()
    figure.savefig(drawn, format="svg")
    files[f"{place}.svg"] = drawn.getvalue()
"""
BY_MATPLOTLIB = "    figure.savefig(io.BytesIO(), format='png', dpi=300)\n"
BY_TYPST = """
sheet = "".join(f'#page(width: 160mm, height: auto, margin: 0mm, image("{name}"))\\n' for name in files)
typst.compile({"main": sheet.encode(), **files}, format="png", ppi=300, ignore_system_fonts=True)
"""
PAGES = """
for pages in EACH:
    page = b'#set document(title: "x")\\n#set text(lang: "sv")\\nx' + b"#pagebreak()x" * (pages - 1)
    typst.compile(page, format="pdf", pdf_standards=["a-3a", "ua-1"], ignore_system_fonts=True)
"""


OUTCOME = "role: outcome, domain: home, kind: scale, better: lower"
LARGE_STUDY = """
study: large
version: "1.0"
title: {sv: Stor, en: Large}
language: sv
waves:
  t0: {label: {sv: Start, en: Start}, months: 0}
  t1: {label: {sv: Tolv, en: Twelve}, months: 12}
  t2: {label: {sv: Tjugofyra, en: Twenty-four}, months: 24}
  t3: {label: {sv: Trettiosex, en: Thirty-six}, months: 36}
domains:
  home: {label: {sv: Hem, en: Home}}
"""
LARGE_PLAN = """
contrast: {before: t0, after: t2}
primary: {home: r0}
seed: 1
fixed_on: 2015-01-15
"""
LARGE_TABLE = r"""
table: large
label: {{sv: Stor, en: Large}}
row: {{sv: en person, en: one person}}
key: [person_id, wave]
columns:
  family_id: {{label: {{sv: Familj, en: Family}}, type: text, required: true, pattern: 'F\d{{5}}', role: family_id}}
  person_id: {{label: {{sv: Person, en: Person}}, type: text, required: true, pattern: 'P\d{{6}}', role: person_id}}
  wave: {{label: {{sv: Tillfälle, en: Wave}}, type: code, codes: waves, required: true, role: wave}}
  role:
    label: {{sv: Roll, en: Role}}
    type: code
    codes: {{child: {{sv: Barn, en: Child}}, parent: {{sv: Förälder, en: Parent}}}}
    role: quasi_identifier
  day: {{label: {{sv: Dag, en: Day}}, type: date, role: date}}
  note: {{label: {{sv: Not, en: Note}}, type: text, role: free_text}}
{outcomes}rules:
  - id: R1
    rule: constant_within
    columns: [family_id, role]
    within: person_id
    message: {{sv: Byter., en: Changes.}}
  - id: R2
    rule: increasing_within
    columns: [day]
    within: person_id
    order_by: wave
    message: {{sv: Bakåt., en: Back.}}
"""


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median wall time of a piece of work."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


class Cost(NamedTuple):
    """Medians of a command, children included: seconds on the clock, seconds of CPU; and its largest peak, in MB."""

    clock: float
    cpu: float
    memory: float


def cost(command: list[str], runs: int = RUNS) -> Cost:
    """Measure a command.

    Modules are compiled once and kept, as on everybody's machine: `make` may have been told to keep nothing.
    """
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    found = []
    code = (
        "import resource, subprocess, sys, time; start = time.perf_counter(); "
        "subprocess.run(sys.argv[1:], check=True, capture_output=True); clock = time.perf_counter() - start; "
        "u = resource.getrusage(resource.RUSAGE_CHILDREN); print(clock, u.ru_utime + u.ru_stime, u.ru_maxrss)"
    )
    for _ in range(runs):
        done = subprocess.run(
            [sys.executable, "-c", code, *command], check=True, capture_output=True, text=True, env=usual
        )
        found.append([float(word) for word in done.stdout.split()])
    clock, cpu, memory = zip(*found, strict=True)
    return Cost(statistics.median(clock), statistics.median(cpu), max(memory) / 1024)


def line(what: str, value: str, aim: str) -> None:
    """Print one line of the table."""
    print(f"{what:<66} {value:>14}   {aim}", flush=True)


def bench_report(folder: Path) -> None:
    """The whole command, in both languages, against the bare cost of what it needs.

    On the clock, as it is waited for; the CPU, which work done in parallel does not save, stands beside it.
    """
    own, other = folder / "out", folder / "out_en"
    command = [sys.executable, "-m", "fou_eval", "report", "--study", str(STUDY), "--out", str(own)]
    one = cost(command)
    both = cost([*command, "--lang", "both"])
    figures = [len(list((place / "figures").glob("*.svg"))) for place in (own, other)]
    pages = [len(PdfReader(place / "report.pdf").pages) for place in (own, other)]
    told = f"FIGURES, EACH = {sum(figures)}, {pages}\n"
    strict = cost([sys.executable, "-c", told + IMPORTS + BY_TYPST + PAGES])
    usual = cost([sys.executable, "-c", told + IMPORTS + BY_MATPLOTLIB + PAGES])
    line("fou-eval report, bundled study, one language", f"{one.clock:.2f} s", f"CPU {one.cpu:.2f} s")
    line("fou-eval report --lang both", f"{both.clock:.2f} s", f"CPU {both.cpu:.2f} s")
    bare = f"bare imports, {sum(figures)} empty figures, {sum(pages)} empty pages"
    line(bare, f"{strict.clock:.2f} s", f"CPU {strict.cpu:.2f} s")
    line("ratio of both reports / bare", f"{both.clock / strict.clock:.2f}", "aim <= 2.5")
    line("  in CPU", f"{both.cpu / strict.cpu:.2f}", "for comparison")
    line("bare with PNG made by matplotlib", f"{usual.clock:.2f} s", f"CPU {usual.cpu:.2f} s")
    line("  ratio of both reports / bare", f"{both.clock / usual.clock:.2f}", "for comparison")
    line("  in CPU", f"{both.cpu / usual.cpu:.2f}", "for comparison")
    line("peak memory of both reports", f"{both.memory:.0f} MB", "aim < 500 MB")
    bench_gate(one.cpu)
    help_time = cost([sys.executable, "-m", "fou_eval", "--help"]).cpu
    line("fou-eval --help, CPU", f"{help_time:.2f} s", "aim < 0.5 s")


# What the gate costs in a process that measures anyway: its import of the solver, and the first release.
GATE = """
import sys, time
import fou_eval as fou
change = fou.measure_change(fou.open_study(sys.argv[1]))
start = time.process_time()
import scipy.optimize
solver = time.process_time()
fou.release(change)
print(solver - start, time.process_time() - solver)
"""
SIZES = (15, 18, 20, 24, 28, 32, 36, 40, 45, 50, 55, 60)


def bench_gate(report: float) -> None:
    """The disclosure gate: its share of a report, and the study of 15 to 60 families in which it takes longest."""
    runs = [
        subprocess.run([sys.executable, "-c", GATE, str(STUDY)], check=True, capture_output=True, text=True)
        for _ in range(RUNS)
    ]
    parts = [[float(word) for word in done.stdout.split()] for done in runs]
    solver, gate = (statistics.median(part) for part in zip(*parts, strict=True))
    line("the gate, bundled study, CPU", f"{gate:.2f} s", "")
    line("  with its import of scipy.optimize", f"{solver + gate:.2f} s", "")
    line("  share of the whole report", f"{100 * (solver + gate) / report:.0f} %", "aim <= 25 %")
    declaration = read_declaration(STUDY)
    times = {}
    for seed, families in enumerate(SIZES):
        made = simulate_study(declaration, families=families, seed=seed)
        study = Study(
            declaration=declaration, tables=made.tables, reasons=made.reasons, issues=(), synthetic=True
        )
        change = measure_change(study)
        start = time.process_time()
        release(change)
        times[families] = time.process_time() - start
    slowest = max(times, key=lambda families: times[families])
    what = f"  largest of {len(SIZES)} synthetic studies, 15 to 60 families ({slowest}), CPU"
    line(what, f"{times[slowest]:.2f} s", "aim <= 2 s")


def bench_flips() -> None:
    """The exact sign-flip test of integer ratings against 9,999 sampled flips."""
    rng = np.random.default_rng(1)
    for families in (18, 30, 100):
        change = rng.integers(-4, 5, families)
        pairs = Pairs.of(np.zeros(families), change, resolution=1.0)
        exact = seconds(partial(flip_test, change), 201)
        whole = seconds(partial(family_mean_change, pairs, confidence=0.95), 21)
        sampled = seconds(
            partial(
                permutation_test,
                (change.astype(float),),
                np.mean,
                permutation_type="samples",
                n_resamples=9_999,
                vectorized=True,
                rng=1,
            )
        )
        line(f"exact p and mid-p, ratings of {families} families", f"{exact * 1e6:.0f} µs", "")
        line(
            "  scipy permutation_test, 9,999 sampled flips / ours", f"{sampled / exact:.0f} x", "aim >= 50 x"
        )
        line("  with the interval by inversion", f"{whole * 1e3:.2f} ms", "aim < 2 ms")


def bench_ranks() -> None:
    """The exact rank test of ratings with ties and zeros against what peers offer for the same data."""
    rng = np.random.default_rng(2)
    for families in (18, 30):
        change = rng.integers(-3, 5, families).astype(float)
        pairs = Pairs.of(np.zeros(families), change, resolution=1.0)
        ours = seconds(partial(CATALOGUE["rank_biserial_pratt"].function, pairs, confidence=0.95), 51)
        line(f"exact Pratt signed-rank test, ratings of {families} families", f"{ours * 1e6:.0f} µs", "")
        sampled = partial(
            wilcoxon, change, zero_method="pratt", method=PermutationMethod(n_resamples=9_999, rng=1)
        )
        line(
            "  scipy wilcoxon, 9,999 sampled flips / ours", f"{seconds(sampled) / ours:.0f} x", "aim >= 10 x"
        )
        normal = partial(wilcoxon, change, zero_method="pratt", method="asymptotic")
        line("  scipy wilcoxon, normal approximation / ours", f"{seconds(normal, 51) / ours:.1f} x", "")
        for name, taken in r_seconds(change).items():
            line(f"  {name} / ours", f"{taken / ours:.1f} x", "aim >= 1 x")


R_CODE = """
x <- c({values})
timed <- function(f) {{ f(); median(replicate(21, system.time(for (i in 1:20) f())[["elapsed"]] / 20)) }}
if (requireNamespace("coin", quietly = TRUE)) {{
  d <- data.frame(y = c(x, 0 * x), w = factor(rep(1:2, each = length(x))), b = factor(rep(seq_along(x), 2)))
  f <- function() coin::pvalue(coin::wilcoxsign_test(y ~ w | b, d, distribution = "exact", zero.method = "Pratt"))
  cat("coin wilcoxsign_test, exact,", timed(f), "\\n")
}}
if (requireNamespace("exactRankTests", quietly = TRUE)) {{
  g <- function() exactRankTests::wilcox.exact(x)$p.value
  cat("exactRankTests wilcox.exact (zeros dropped),", timed(g), "\\n")
}}
"""


def r_seconds(change: np.ndarray) -> dict[str, float]:
    """Median seconds of the exact tests of R, inside one R session, where R and the packages are installed."""
    if shutil.which("Rscript") is None:
        return {}
    code = R_CODE.format(values=", ".join(str(int(value)) for value in change))
    done = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=False)
    parts = [text.rpartition(",") for text in done.stdout.splitlines() if "," in text]
    return {f"R {name.strip()}": float(taken) for name, _, taken in parts}


def bench_catalogue() -> None:
    """Every number of the bundled study, all statistics of the catalogue, after import."""
    study = open_study(STUDY)
    measure_change(study)
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        rows = len(measure_change(study))
        times.append(time.process_time() - start)
    line(
        f"measure_change, bundled study, {rows:,} numbers, {len(CATALOGUE)} statistics, CPU",
        f"{statistics.median(times):.2f} s",
        "aim < 1 s",
    )


def bench_scale() -> None:
    """`measure_change` from 18 to 1,800 families: the cost per family must not grow."""
    declaration = read_declaration(STUDY)
    for families in (18, 180, 1_800):
        made = simulate_study(declaration, families=families)
        study = Study(
            declaration=declaration, tables=made.tables, reasons=made.reasons, issues=(), synthetic=True
        )
        taken = seconds(partial(measure_change, study), RUNS if families < 1_800 else 1)
        line(
            f"measure_change, {families:,} families",
            f"{taken:.2f} s",
            f"{taken / families * 1e3:.2f} ms per family",
        )


LARGE = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
import bench
{work}
"""


def plain_pandera(file: Path, study: Path) -> None:
    """What a validator without addresses, remedies and a look for persons does: read typed columns and check them."""
    declaration = read_declaration(study)
    table = next(iter(declaration.codebook.tables.values()))
    schema = schema_of(table, declaration.codebook.waves)
    frame = pd.read_csv(file, sep=";", decimal=",", parse_dates=["day"], usecols=list(schema.columns))
    kinds = {name: column.dtype.type for name, column in schema.columns.items()}
    schema.validate(frame[list(schema.columns)].astype(kinds), lazy=True)


def large_file(file: Path, study: Path, rows: int) -> None:
    """Write a study of 20 columns, and as many rows as wanted of four waves."""
    rng = np.random.default_rng(4)
    (study / "tables").mkdir(parents=True)
    (study / "study.yaml").write_text(LARGE_STUDY, "utf-8")
    (study / "plan.yaml").write_text(LARGE_PLAN, "utf-8")
    ratings = "".join(
        f"  r{i}: {{label: {{sv: R{i}, en: R{i}}}, type: integer, min: 1, max: 10, {OUTCOME}}}\n"
        for i in range(8)
    )
    shares = "".join(
        f"  x{i}: {{label: {{sv: X{i}, en: X{i}}}, type: number, min: 0, max: 100, {OUTCOME}}}\n"
        for i in range(6)
    )
    (study / "tables" / "large.yaml").write_text(LARGE_TABLE.format(outcomes=ratings + shares), "utf-8")
    place = np.arange(rows)
    person = place // 4
    columns: dict[str, object] = {
        "family_id": [f"F{one:05d}" for one in person // 3],
        "person_id": [f"P{one:06d}" for one in person],
        "wave": [f"t{one}" for one in place % 4],
        "role": np.where(person % 3 == 0, "parent", "child"),
        "day": [
            f"{2015 + one % 4}-{month:02d}-{day:02d}"
            for one, month, day in zip(
                place, rng.integers(1, 13, rows), rng.integers(1, 29, rows), strict=True
            )
        ],
        "note": "trivs bra",
        **{f"r{i}": rng.integers(1, 11, rows) for i in range(8)},
        **{f"x{i}": rng.uniform(0, 100, rows) for i in range(6)},
    }
    pd.DataFrame(columns).to_csv(file, sep=";", decimal=",", index=False, float_format="%.1f")


def bench_check(folder: Path) -> None:
    """`check`: a file as people hand it in, and one of 100,000 rows against plain pandera on the same file."""
    declaration = read_declaration(STUDY)
    small = STUDY / "example.xlsx"
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        rows = check_json(small, declaration)["rows"]
        times.append(time.process_time() - start)
    line(
        f"check, bundled workbook, {rows} rows in its largest table, CPU",
        f"{statistics.median(times):.2f} s",
        "aim < 0.5 s",
    )
    command = [sys.executable, "-m", "fou_eval", "check"]
    _, whole, memory = cost([*command, str(small), "--study", str(STUDY)])
    line("  the whole command, imports included, CPU", f"{whole:.2f} s", f"{memory:.0f} MB")
    file, study = folder / "large.csv", folder / "large"
    large_file(file, study, 100_000)
    _, ours, memory = cost([*command, str(file), "--study", str(study), "--json"], 1)
    line("check, csv of 100,000 rows x 20 columns, CPU", f"{ours:.1f} s", "aim < 30 s")
    line("  peak memory", f"{memory:.0f} MB", "aim < 1 GB")
    work = f"bench.plain_pandera(Path({str(file)!r}), Path({str(study)!r}))"
    code = LARGE.format(tests=str(Path(__file__).parent), work=work)
    _, plain, peak = cost([sys.executable, "-c", code], 1)
    bare = cost([sys.executable, "-c", LARGE.format(tests=str(Path(__file__).parent), work="")], 1).cpu
    line("  plain pandera: read_csv and validate, lazy, CPU", f"{plain - bare:.1f} s", f"{peak:.0f} MB")
    line("  ratio check / plain pandera", f"{ours / (plain - bare):.1f}", "")


def main() -> None:
    """Print the table."""
    line("what", "median", f"of {RUNS} runs")
    with tempfile.TemporaryDirectory() as folder:
        bench_check(Path(folder))
        bench_report(Path(folder))
    bench_flips()
    bench_ranks()
    bench_catalogue()
    bench_scale()
    line(
        "peak memory of the benchmark itself",
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB",
        "",
    )


if __name__ == "__main__":
    main()
