"""`make catalogue`: the page that tells, for every statistic, its formula, its source, its reference values and more.

The page is made from the catalogue itself, from the reference data beside the repository and from the stored
calibration, so it cannot say what the code does not do; a test makes it again and compares.
"""

import inspect
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from oracles.judge import FILES, judged

from fou_eval.language import phrase
from fou_eval.measured import measured_calibration
from fou_eval.statistics.catalogue import _MODULES
from fou_eval.statistics.registry import INTERVAL_AND_TEST, Statistic, entries_of

PAGE = Path(__file__).parents[1] / "fou_eval" / "statistics" / "CATALOGUE.md"
HEAD = """# The catalogue of statistics

For every statistic: what it is, its formula, where the procedure comes from, which published or R-computed numbers it
is tested against (quantities of the reference data sets, with one of the values as an example), and how often it was
wrong when nothing had changed (`../simulation/CALIBRATION.md` has the whole table). d is after minus before, g a
family, n_g its members, m_g its mean change, G the number of families, N that of units.

Made by `make catalogue`; a test compares it with the code.
"""
Values = dict[str, list[tuple[str, str, object, str]]]


def reached() -> Values:
    """For every quantity: data set, case, value and origin of each expected number that is reached."""
    found: Values = {}
    for path in FILES:
        content = json.loads(path.read_text(encoding="utf-8"))
        for entry, (case, quantity, verdict) in zip(content["expected"], judged(path.stem), strict=True):
            if verdict == "reached":
                found.setdefault(quantity, []).append((path.stem, case, entry["value"], entry["from"]))
    return found


def page() -> str:
    """The page, as Markdown."""
    values, parts = reached(), [HEAD]
    for module in _MODULES:
        entries = list(entries_of(module.__name__))
        if entries:
            parts.append(f"\n## {str(inspect.getdoc(module)).splitlines()[0]}\n")
            parts += [line for entry in entries for line in section(entry, values)]
    return "\n".join(parts) + "\n"


def section(entry: Statistic, values: Values) -> Iterator[str]:
    """One statistic."""
    yield f"\n### `{entry.name}`: {phrase(f'statistic.{entry.name}.label', 'en')}\n"
    yield f"{what_it_is(entry)}\n"
    yield f"- for: {', '.join(sorted(entry.kinds))}; evidence: `{entry.takes.__name__}`; gives {gives(entry)}"
    yield f"- formula: {entry.formula}"
    yield f"- source: {entry.source}"
    yield f"- reference: {reference(entry, values)}"
    yield f"- tests: {', '.join(tests_of(entry))}"
    if entry.offers & INTERVAL_AND_TEST:
        told = "; ".join(measured(entry))
        yield f"- measured: {told or 'not in the calibration table; see the tests'}"


def what_it_is(entry: Statistic) -> str:
    """The first sentence of the function; of entries that are made alike in one place, their method text."""
    described = inspect.getdoc(entry.function)
    return described.splitlines()[0] if described else phrase(f"statistic.{entry.name}.method", "en")


def gives(entry: Statistic) -> str:
    """What comes with the value."""
    return " and ".join(["value", *sorted(entry.offers)])


def reference(entry: Statistic, values: Values) -> str:
    """The quantities that it is tested against, with an example each."""
    named = [quantity for quantity in entry.reference if quantity in values]
    if not named:
        return "none published; counted by hand, by brute force or against another program in the tests"
    return "; ".join(example(quantity, values) for quantity in named)


@cache
def words_of_tests() -> dict[str, frozenset[str]]:
    """Every word of every test file of the statistics, by its name."""
    files = (Path(__file__).parent / "statistics").rglob("test_*.py")
    return {path.name: frozenset(re.findall(r"\w+", path.read_text(encoding="utf-8"))) for path in files}


def tests_of(entry: Statistic) -> list[str]:
    """The test files that name the statistic, or the function behind it, besides the sweeps over all of them."""
    names = {entry.name, entry.function.__name__}
    found = {name for name, words in words_of_tests().items() if names & words}
    return sorted(found | {"test_relations.py", "test_degenerate.py"})


def measured(entry: Statistic) -> Iterator[str]:
    """Type I error and coverage at 20 families when nothing changed, by kind, over the correlations within families."""
    for kind in sorted(entry.kinds):
        found = measured_calibration(entry.name, kind, 20)
        if found is None:
            continue
        parts = {"type I error": found.type_1, "coverage": found.coverage}
        told = [f"{what} {span(ends)}" for what, ends in parts.items() if ends is not None]
        if told:
            yield f"{kind}: {', '.join(told)} %"


def span(ends: tuple[float, float]) -> str:
    """The lowest and the highest rate in per cent."""
    return "–".join(dict.fromkeys(f"{100 * end:.1f}" for end in ends))


def example(quantity: str, values: Values) -> str:
    """How many expected numbers of a quantity are reached, and the first of them."""
    found = values[quantity]
    name, case, value, origin = found[0]
    return f"`{quantity}` ({len(found)} values; {name}, {case}: {shown(value)}, {origin.split(';')[0].rstrip('.')})"


def shown(value: object) -> str:
    """A number or a short list of numbers."""
    if isinstance(value, list):
        text = ", ".join(shown(part) for part in value[:4])
        return f"[{text}, ...]" if len(value) > 4 else f"[{text}]"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
