"""All attackers on hundreds of studies, and the table of what they found.

`make attack` runs it: PYTHONPATH=tests python -m disclosure.adversary.scoreboard --studies 200 --seed 0 --out FILE
"""

import argparse
import csv
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path
from time import process_time

import numpy as np
from disclosure import attacked
from disclosure.adversary import ATTACKS, INSIDERS
from disclosure.adversary.coalition import Own
from disclosure.adversary.findings import Finding, Verdict, judge
from disclosure.adversary.published import Published, Truth
from disclosure.adversary.studies import Job, jobs

import fou_eval as fou

_HEAD = """# Attacks on what is published

What a reader with a computer, who knows every rule, works out from the published numbers of one study: {studies}
studies ({families} families), of them the bundled one; made by `make attack`. A claim is counted as a disclosure when
it is true of the data and tells more than the rules allow; `tests/disclosure/adversary/findings.py` has the criterion.

"""


@dataclass(kw_only=True)
class Score:
    """What one attack did over all studies."""

    studies: int = 0
    indicators: int = 0
    claims: int = 0
    disclosures: int = 0
    false: int = 0
    seconds: float = 0.0


@dataclass(kw_only=True)
class Board:
    """Scores by attack, and every disclosure with the study in which it happened."""

    scores: dict[str, Score] = field(default_factory=dict)
    found: list[tuple[Job, Verdict]] = field(default_factory=list)
    wrong: list[tuple[Job, Verdict]] = field(default_factory=list)

    def add(self, job: Job, attack: str, verdicts: list[Verdict], seconds: float) -> None:
        """Count what an attack found in one study."""
        score = self.scores.setdefault(attack, Score())
        score.studies += 1
        score.indicators += len({verdict.finding.outcome for verdict in verdicts})
        score.claims += len(verdicts)
        score.seconds += seconds
        told = [verdict for verdict in verdicts if verdict.disclosure]
        wrong = [verdict for verdict in verdicts if verdict.finding.tells and not verdict.true]
        score.disclosures += len(told)
        score.false += len(wrong)
        self.found += [(job, verdict) for verdict in told]
        self.wrong += [(job, verdict) for verdict in wrong]


def attack(job: Job, board: Board) -> None:
    """Make one study, release it, and let every attacker at it."""
    study = job.study()
    estimates = attacked.measured(study)
    published, truth = Published.of(fou.release(estimates)), Truth.of(study, tuple(estimates))
    own = one_family(truth, job.seed)
    for name in (*ATTACKS, *INSIDERS):
        start = process_time()
        findings = list(claims(name, published, own))
        seconds = process_time() - start
        board.add(job, name, [judge(finding, truth) for finding in findings], seconds)


def claims(name: str, published: Published, own: Own) -> Iterator[Finding]:
    """Run one attack; insiders get the answers of one family."""
    return ATTACKS[name](published) if name in ATTACKS else INSIDERS[name](published, own)


def one_family(truth: Truth, seed: int) -> Own:
    """Give the answers of one family that has some, to every indicator."""
    families = sorted({int(family) for pairs in truth.pairs.values() for family in pairs.family})
    if not families:
        return {}
    family = families[seed % len(families)]
    own: dict[str, tuple[tuple[float, float], ...]] = {}
    for name, pairs in truth.pairs.items():
        mine = np.flatnonzero(pairs.family == family)
        own[name] = tuple((float(pairs.before[unit]), float(pairs.after[unit])) for unit in mine)
    return own


def table(scores: Mapping[str, Score]) -> str:
    """Write the scores as a table in Markdown."""
    lines = [
        "| attack | studies | indicators attacked | hidden cells, values attacked | disclosures found | CPU seconds |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, score in scores.items():
        counts = (score.studies, score.indicators, score.claims, score.disclosures, f"{score.seconds:.0f}")
        lines.append(f"| {name} | {' | '.join(str(count) for count in counts)} |")
    return "\n".join(lines) + "\n"


def described(job: Job, verdict: Verdict) -> str:
    """Write one disclosure for whoever mends the gate."""
    claim = verdict.finding
    told = (
        f"only {claim.candidates}" if claim.candidates else f"{claim.low:g}..{claim.high:g} of {claim.units}"
    )
    where = f"{job.variant}, {job.families} families, seed {job.seed}"
    what = f"{claim.attack} {claim.outcome} {claim.wave} {claim.cell}"
    return f"{where}: {what}: {told} (t = {claim.threshold}); {claim.why}"


def main() -> None:
    """Attack as many studies as asked for; write the table, and every disclosure beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--studies", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("build/attacks"))
    asked = parser.parse_args()
    board, todo = Board(), list(jobs(asked.studies, asked.seed))
    for job in todo:
        attack(job, board)
    sizes = [job.families for job in todo if job.families]
    head = _HEAD.format(studies=len(todo), families=f"{min(sizes)}–{max(sizes)}" if sizes else "18")
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "ATTACKS.md").write_text(head + table(board.scores), encoding="utf-8")
    with (asked.out / "attacks.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("attack", "families", *(name.name for name in fields(Score))))
        scored = board.scores.items()
        writer.writerows(
            (name, f"{min(sizes, default=18)} to {max(sizes, default=18)}", *astuple(score))
            for name, score in scored
        )
    details = [described(job, verdict) for job, verdict in board.found]
    details += [f"FALSE {described(job, verdict)}" for job, verdict in board.wrong]
    (asked.out / "found.txt").write_text("".join(f"{line}\n" for line in details), encoding="utf-8")


if __name__ == "__main__":
    main()
