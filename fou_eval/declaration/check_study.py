"""Check what stands in study.yaml, plan.yaml and instruments.yaml against the rest of the study."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.faults import Flaw
from fou_eval.declaration.instruments import Instrument
from fou_eval.declaration.known import Known, absent
from fou_eval.declaration.plan import Plan
from fou_eval.declaration.spellings import wave_flaws
from fou_eval.declaration.study_file import StudyFile


def study_flaws(study: StudyFile) -> Iterator[Flaw]:
    """Give the flaws of study.yaml: waves in time order, spellings, where the data are."""
    for (first, one), (second, other) in pairwise(study.waves.items()):
        if other.months <= one.months:
            yield Flaw(
                ("waves", second, "months"),
                f"wave '{second}' is at {other.months} months, not after '{first}' at {one.months}. "
                "List waves in time order.",
            )
    yield from wave_flaws(study.waves)
    if study.data is not None and not _inside(study.data):
        yield Flaw(
            ("data",),
            "the data must lie in the folder of the study. Write a path that begins there, without '..'.",
        )


def plan_flaws(plan: Plan, known: Known, outcomes: Mapping[str, str | None] | None) -> Iterator[Flaw]:
    """Give the flaws of plan.yaml; `outcomes` maps each indicator to its domain, None where not known."""
    waves = known.waves
    yield from absent("wave", plan.contrast.before, waves, ("contrast", "before"))
    yield from absent("wave", plan.contrast.after, waves, ("contrast", "after"))
    before, after = plan.contrast.before, plan.contrast.after
    if waves and {before, after} <= set(waves) and waves.index(before) >= waves.index(after):
        yield Flaw(("contrast",), f"before '{before}' is not earlier than after '{after}'. Exchange them.")
    for domain, name in plan.primary.items():
        yield from absent("domain", domain, known.domains, ("primary", domain))
        yield from absent("indicator", name, outcomes, ("primary", domain))
        own = (outcomes or {}).get(name)
        if own is not None and own != domain and domain in (known.domains or ()):
            yield Flaw(
                ("primary", domain),
                f"indicator '{name}' belongs to domain '{own}'. Choose one of '{domain}'.",
            )
    if plan.disclosure.sensitive_cell < plan.disclosure.smallest_cell:
        yield Flaw(
            ("disclosure",),
            f"sensitive_cell {plan.disclosure.sensitive_cell} is below smallest_cell "
            f"{plan.disclosure.smallest_cell}. Make it at least as large.",
        )


def instrument_flaws(instruments: Mapping[str, Instrument]) -> Iterator[Flaw]:
    """Give the flaws of instruments.yaml: ranges the right way round, limits on the scale."""
    for name, item in instruments.items():
        if item.min >= item.max:
            yield Flaw(
                ("instruments", name, "min"),
                f"min {item.min} is not below max {item.max}. Correct one of them.",
            )
        if item.age_min is not None and item.age_max is not None and item.age_min > item.age_max:
            yield Flaw(
                ("instruments", name, "age_min"), f"age_min {item.age_min} is above age_max {item.age_max}."
            )
        for place, cutoff in enumerate(item.cutoffs):
            if not item.min <= cutoff.value <= item.max:
                path = ("instruments", name, "cutoffs", place)
                yield Flaw(path, f"the limit {cutoff.value} is outside {item.min} to {item.max}. Correct it.")


def repeated_outcomes(tables: Sequence[Table]) -> Iterator[tuple[Table, Flaw]]:
    """Give outcomes whose name stands in an earlier table too; an indicator is asked for by name alone."""
    first: dict[str, str] = {}
    for table in tables:
        for name, column in table.columns.items():
            if column.role != "outcome":
                continue
            if first.setdefault(name, table.table) != table.table:
                message = f"outcome '{name}' is also declared in table '{first[name]}'. Rename one of them."
                yield table, Flaw(("columns", name), message)


def _inside(path: str) -> bool:
    parts = PurePosixPath(path.replace("\\", "/"))
    return not (parts.is_absolute() or ".." in parts.parts or re.match(r"[A-Za-z]:|~", path)) and bool(
        path.strip()
    )
