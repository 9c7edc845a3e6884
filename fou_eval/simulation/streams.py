"""Random streams of a simulation: one for each thing that is drawn, told apart by name."""

from dataclasses import dataclass

import numpy as np

from fou_eval.declaration.plan import Plan


@dataclass(frozen=True, slots=True)
class Streams:
    """Streams that hang on the seed of a plan; a new column draws from its own, so it moves no other."""

    plan: Plan

    @classmethod
    def of(cls, plan: Plan, seed: int | None) -> "Streams":
        """Take the plan's seed, or another one."""
        return cls(plan if seed is None else plan.model_copy(update={"seed": seed}))

    def rng(self, *name: str) -> np.random.Generator:
        """Give the stream that belongs to a name."""
        return self.plan.rng("simulation", *name)
