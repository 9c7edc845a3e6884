"""A long fuzzing run: new seeds until the time is up; prints every seed that breaks something, and nothing of a file.

Run as ``make fuzz MINUTES=5``; ``--seed`` begins at a seed that was printed before.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from fuzz.cases import case, fault, smallest
from fuzz.making import declared


def main() -> int:
    """Fuzz for some minutes; the exit status says whether anything broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**9)
    wish = parser.parse_args()
    until, seed = time.monotonic() + 60 * wish.minutes, wish.seed
    kinds: Counter[str] = Counter()
    sys.stdout.write(f"First seed {seed}; stops after {wish.minutes:g} minutes.\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = declared(folder / "prov")
        while time.monotonic() < until:
            one = case(seed)
            what = fault(one, one.taken, folder, own)
            if what is not None:
                kinds[what] += 1
                steps = ", ".join(f"{step.name}({step.seed})" for step in smallest(one, folder, own))
                sys.stdout.write(f"seed {seed}: {one.name}: {what}: {steps or 'as it is'}\n")
                sys.stdout.flush()
            seed += 1
    sys.stdout.write(f"{seed - wish.seed} files, {kinds.total()} of them broke something.\n")
    for what, count in kinds.most_common():
        sys.stdout.write(f"  {count} times: {what}\n")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
