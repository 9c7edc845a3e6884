"""How often each procedure is wrong: type I error and coverage in simulated data sets, cell by cell."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from math import fsum, isfinite, nan, sqrt
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import numpy as np

from fou_eval.measured import Rate, What
from fou_eval.simulation.designs import SEED, Design, stream
from fou_eval.simulation.drawing import draw
from fou_eval.simulation.procedures import CONFIDENCE, Procedure, null_is_true, procedures, target
from fou_eval.statistics.pairs import Pairs

BLOCK = 100  # data sets that one piece of work draws; each piece has a random stream of its own
_TIMED = 4  # data sets of each design that are timed for the estimate

Progress = Callable[[int, int], None]


class Tally(NamedTuple):
    """What a procedure did on some data sets: how many there were, p-values, rejections, intervals, hits, widths."""

    datasets: int = 0
    tested: int = 0
    rejected: int = 0
    intervals: int = 0
    covered: int = 0
    width: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of work: a block of the data sets of a design; the same result wherever and whenever it is done."""

    design: Design
    block: int
    datasets: int
    seed: int
    only: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Name under which its result is kept."""
        return f"{self.design.name}/{self.design.change}/{self.block}"


def calibrate(
    designs: Sequence[Design],
    *,
    datasets: int,
    only: tuple[str, ...] = (),
    seed: int = SEED,
    processes: int = 1,
    progress: Progress = lambda done, total: None,  # noqa: ARG005 silent unless told otherwise
    kept: Path | None = None,
) -> tuple[Rate, ...]:
    """Simulate data sets of each design and count how often each procedure rejects and covers.

    Parameters
    ----------
    designs
        Cells of the table.
    datasets
        Data sets per cell for the defaults; the usual procedures and most others are run on an eighth of them, models
        on fewer, at least on a hundred.
    only
        Names of the procedures; all when empty.
    seed
        Root of the random streams, which are told apart by cell and block.
    processes
        Processes that work side by side; the result does not depend on it.
    progress
        Called with the pieces done and all pieces.
    kept
        File in which finished pieces are kept, so that an interrupted run goes on where it stopped. It is used only for
        the same code, seed and number of data sets.

    Returns
    -------
    tuple
        One row per cell, procedure and kind of rate, in the order of the designs.
    """
    pieces = [
        Piece(design=design, block=block, datasets=datasets, seed=seed, only=only)
        for block in range(-(-datasets // BLOCK))
        for design in designs
    ]
    store = _Store(kept, f"{seed} {datasets} {only} {fingerprint()}")
    results = {piece.key: store.found[piece.key] for piece in pieces if piece.key in store.found}
    open_pieces = [piece for piece in pieces if piece.key not in results]
    progress(len(results), len(pieces))
    for piece, result in _worked(open_pieces, processes):
        store.keep(piece.key, result)
        results[piece.key] = result
        progress(len(results), len(pieces))
    return tuple(_rates(designs, pieces, results, seed))


def work(piece: Piece) -> dict[str, Tally]:
    """Do one piece: draw its data sets, run every procedure on each, count."""
    design = piece.design
    count = min(BLOCK, piece.datasets - piece.block * BLOCK)
    words = stream(piece.seed, "calibration", design.name, piece.block)
    drawn = draw(design, np.random.default_rng(words), count)
    return {
        procedure.name: _tally(procedure, drawn, piece, words)
        for procedure in procedures(design.kind)
        if (not piece.only or procedure.name in piece.only)
        and piece.block * BLOCK < procedure.datasets(piece.datasets)
    }


def estimate_seconds(designs: Sequence[Design], *, datasets: int, only: tuple[str, ...] = ()) -> float:
    """Time every procedure on a few data sets of each design and reckon the CPU time of a whole run."""
    total = 0.0
    for design in designs:
        drawn = draw(design, np.random.default_rng(stream(SEED, "timing", design.name)), _TIMED)
        for procedure in procedures(design.kind):
            if not only or procedure.name in only:
                start = perf_counter()
                for pairs in drawn:
                    procedure.run(pairs, (1,))
                total += (perf_counter() - start) / _TIMED * procedure.datasets(datasets)
    return total


def fingerprint() -> str:
    """Give a digest of the code that decides the result: statistics and simulation."""
    home = Path(__file__).parents[1]
    files = sorted([*home.glob("statistics/**/*.py"), *home.glob("simulation/*.py")])
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _tally(procedure: Procedure, drawn: Sequence[Pairs], piece: Piece, words: tuple[int, ...]) -> Tally:
    truth = _target(procedure, piece)
    tested = rejected = intervals = covered = 0
    widths = []
    for place, pairs in enumerate(drawn):
        number = procedure.run(pairs, (*words, place))
        tested += isfinite(number.p_value)
        rejected += number.p_value <= 1 - CONFIDENCE + 1e-12
        if number.low <= number.high:
            intervals += 1
            # Bounds are computed to 15 digits; a target that equals one of them is held.
            slack = 1e-9 * max(1.0, abs(truth))
            covered += number.low - slack <= truth <= number.high + slack
            widths.append(number.high - number.low)
    finite = [width for width in widths if isfinite(width)]
    return Tally(len(drawn), tested, rejected, intervals, covered, fsum(finite))


_TARGETS: dict[tuple[str, str, float], float] = {}


def _target(procedure: Procedure, piece: Piece) -> float:
    """Look up the target of a procedure, found once per process; it depends on the population alone."""
    design = piece.design
    if not procedure.interval:
        return nan
    place = (procedure.name, f"{design.label}/{design.kind}/{design.shape}/{design.icc}", design.change)
    if place not in _TARGETS:
        _TARGETS[place] = target(procedure.name, design, piece.seed)
    return _TARGETS[place]


def _worked(pieces: Sequence[Piece], processes: int) -> Iterator[tuple[Piece, dict[str, Tally]]]:
    """Do pieces one after the other, or in several fresh processes, and give each as it is done."""
    if processes == 1 or len(pieces) < 2:
        yield from ((piece, work(piece)) for piece in pieces)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        running = {pool.submit(work, piece): piece for piece in pieces}
        try:
            for done in as_completed(running):
                yield running[done], done.result()
        finally:
            pool.shutdown(cancel_futures=True)


class _Store:
    """Finished pieces in a file of JSON lines, the first of which says what they belong to."""

    def __init__(self, path: Path | None, mark: str) -> None:
        self.path, self.found = path, dict[str, dict[str, Tally]]()
        if path is None:
            return
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        if lines and lines[0] == json.dumps(mark):
            self.found = dict(self._read(lines[1:]))
            if not path.read_bytes().endswith(b"\n"):  # what comes next begins a line of its own
                self._add("")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(mark) + "\n", encoding="utf-8")

    def keep(self, key: str, result: Mapping[str, Tally]) -> None:
        self._add(json.dumps([key, result]))

    def _add(self, line: str) -> None:
        if self.path is not None:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")

    @staticmethod
    def _read(lines: Sequence[str]) -> Iterator[tuple[str, dict[str, Tally]]]:
        for line in lines:
            try:
                key, result = json.loads(line)
            except json.JSONDecodeError:  # the last line of an interrupted run may be torn
                continue
            yield key, {name: Tally(*numbers) for name, numbers in result.items()}


def _rates(
    designs: Sequence[Design],
    pieces: Sequence[Piece],
    results: Mapping[str, dict[str, Tally]],
    seed: int,
) -> Iterator[Rate]:
    for design in designs:
        own = [results[piece.key] for piece in pieces if piece.design is design]
        for procedure in procedures(design.kind):
            tallies = [result[procedure.name] for result in own if procedure.name in result]
            if tallies:
                yield from _of_cell(design, procedure, _sum(tallies), seed)


def _sum(tallies: Sequence[Tally]) -> Tally:
    """Add tallies up in the order of their blocks."""
    datasets, tested, rejected, intervals, covered = (
        sum(tally[place] for tally in tallies) for place in range(5)
    )
    width = fsum(tally.width for tally in tallies)
    return Tally(int(datasets), int(tested), int(rejected), int(intervals), int(covered), width)


def _of_cell(design: Design, procedure: Procedure, tally: Tally, seed: int) -> Iterator[Rate]:
    if procedure.test:
        what: What = "type_1" if null_is_true(procedure.name, design) else "power"
        yield _rate(design, procedure, what, (tally.rejected, tally.datasets, tally.tested, nan), tally, seed)
    if procedure.interval:
        width = tally.width / tally.intervals if tally.intervals else nan
        counts = (tally.covered, tally.intervals, tally.intervals, width)
        yield _rate(design, procedure, "coverage", counts, tally, seed)


def _rate(
    design: Design,
    procedure: Procedure,
    what: What,
    counts: tuple[int, int, int, float],
    tally: Tally,
    seed: int,
) -> Rate:
    hits, of, given, width = counts
    smooth = (hits + 1) / (of + 2)  # so that the error of a rate of 0 or 1 is not 0
    return Rate(
        statistic=procedure.name,
        kind=design.kind,
        shape=design.label or design.shape,
        families=design.families,
        icc=design.icc,
        dropout=design.dropout,
        change=design.change,
        what=what,
        rate=hits / of if of else nan,
        mc_error=sqrt(smooth * (1 - smooth) / of) if of else nan,
        width=width,
        given=given / tally.datasets,
        datasets=tally.datasets,
        seed=seed,
        version=version("fou-eval"),
    )
