"""The calibration table as a page that people read: what was aimed at, what was reached, and where it was not."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import isfinite

from fou_eval.declaration.text import Language
from fou_eval.formatting import number
from fou_eval.language import PHRASES, phrase
from fou_eval.measured import Rate
from fou_eval.simulation.designs import FAMILIES, LEAVING
from fou_eval.simulation.peers import BOOTSTRAPS, PEERS
from fou_eval.simulation.procedures import DEFAULTS

Keep = Callable[[Rate], bool]

# The aims, as the shares lie on paper: 4.0 to 6.0 and 94.0 to 96.0 per cent.
AIMS = {"type_1": (0.04, 0.06), "coverage": (0.94, 0.96)}
_WORDS = {"type_1": "type I error", "coverage": "coverage", "power": "power"}

_HEAD = """# How often the procedures are right

Made by `make calibrate` (`fou-eval calibrate`); do not edit. Version {version}, seed {seed}, up to {datasets} simulated
data sets per cell. The same command gives the same table on any number of processes; every number of it stands in
`calibration.csv`, one row each.

**What is measured.** *Type I error*: how often a test rejects at 5 % although nothing changed. *Coverage*: how often a
95 % interval holds the true value. A data set without a p-value (fewer than six families changed) counts as not
rejected. Ranges go from the lowest to the highest cell. The Monte Carlo error of a rate near 5 % is {error} percentage
points (one standard error) with all data sets, and {error_few} with the {few} that the usual procedures and most others
are run on. What takes more than pairs is fed with what has nothing to do with change: groups by lot, doses at random,
a fifth of the families without a later value. Statistics of waves, dates, raters, goals, norms and single series are
not in the table.

**The aim.** Every default between 4.0 and 6.0 % type I error, and between 94 and 96 % coverage, in every symmetric
design with 15, 20 and 30 families.

**The designs.** Families of one to four members (15, 30, 35, 20 %), 2.6 on average. Each member has a standing on the
normal scale at both waves (correlation 0.5, on the ladder 0.8); the correlation of *change* within families is 0, 0.3
or 0.6. The standing is recorded as a score (mean 50, SD 10), per cent of school time missed (a quarter zeros, a long
tail), a rating from 1 to 5, yes or no, a ladder of five steps (most on the lowest), or a count over 6 or 12 months.
Before and after are exchangeable within families, so change is symmetric around zero. *Skewed*: a change of mean zero
that leans to one side (many fall a little, few rise much). *Left*: {leaving} % of the families leave, at random or
rather those with low values before. *Changed*: everyone's standing rises by half a standard deviation.
"""

# Below this a rate near 5 % has a Monte Carlo error of more than half a percentage point.
_ENOUGH = 2_000
_SHORT = (
    "> **Preliminary.** A short run, with too few data sets per cell to judge the aim; `make calibrate` makes the "
    "whole table.\n\n"
)
_WHY = """## Why some cells miss, and what does better

- **Yes or no, ratings and ladders with few movers.** Where few families move, only a few p-values are possible, and a
  test that may not exceed 5 % stays below it. The exact versions are conservative for that reason; the mid-p versions
  shown by default come closest to 5 % on average. A rate below 4 % costs power, not trust.
- **Intervals that invert such a test, or are cut at what is possible,** cover more than they promise: yes or no with 15
  families 97 %. The CR2 interval of the difference in shares, shown beside it, is closer to 95 %.
- **Many zeros and a long tail.** CR2 stays a little below 5 %; the sign flips by family, shown first, are closer.
- **The mean of a change that leans strongly to one side.** No procedure for a mean is right with 15 families then: the
  average hides whether many fell a little or few rose much. The studentised bootstrap of families is no better, and
  with many zeros it is worse. What does better is to ask another question: the shares that became better and worse, and
  the net improvement, say what happened to how many. Procedures on shares, ranks and signs do not test whether the
  mean is zero. Change is not symmetric in these designs, so that they reject is a finding, listed as power.
- **Families that leave because of where they stood.** Those who stay moved back towards the middle, and no test can
  know. The report shows who is missing, bounds for them, and the benchmark for regression to the mean.
- **The usual procedures.** Persons of one family are not independent witnesses: the paired t test and Wilcoxon's test
  count them as such. The mixed model with family and person in it is no better, because it lets families differ in
  *level*, not in *change*: with both waves of everybody it is the paired t test of persons, with z. Robust standard
  errors with z, and percentiles of {bootstraps} bootstrapped families, are right with hundreds of families, not with
  twenty.
"""


def page(rates: Sequence[Rate]) -> str:
    """Write the page of a calibration table, in Markdown.

    Parameters
    ----------
    rates
        Rows of `calibrate`, of designs of the full or the quick grid.
    """
    ordered = sorted(rates, key=_place)
    return "\n".join([_head(ordered), *_sections(ordered)]).rstrip() + "\n"


def misses(rates: Iterable[Rate]) -> tuple[Rate, ...]:
    """Give the cells of the defaults in symmetric designs whose rate lies outside the aim."""
    return tuple(
        rate
        for rate in rates
        if rate.statistic in DEFAULTS
        and rate.symmetric
        and rate.what in AIMS
        and not AIMS[rate.what][0] - 1e-9 <= rate.rate <= AIMS[rate.what][1] + 1e-9
    )


def label(name: str) -> str:
    """Name a procedure in English."""
    key = f"statistic.{name}.label"
    return phrase(key if key in PHRASES else f"peer.{name}", "en")


def indicator(rate: Rate) -> str:
    """Name the kind of indicator and its shape in English; of a study's own, the indicator."""
    kind, key = phrase(f"kind.{rate.kind}", "en"), f"shape.{rate.shape}"
    more = phrase(key, "en") if key in PHRASES else rate.shape
    return f"{kind}, {more}" if more else kind


def span(rates: Sequence[Rate], language: Language = "en") -> str:
    """Write the lowest and the highest rate in per cent; a dash where there is none."""
    found = [rate.rate for rate in rates if isfinite(rate.rate)]
    if not found:
        return "–"
    return "–".join(dict.fromkeys(number(100 * end, language, 1) for end in (min(found), max(found))))


def _head(rates: Sequence[Rate]) -> str:
    """Say what was done, and that it was too little where that is so."""
    most = max(rate.datasets for rate in rates)
    few = min((rate.datasets for rate in rates if rate.statistic in PEERS), default=most)
    return (_SHORT if most < _ENOUGH else "") + _HEAD.format(
        version=rates[0].version,
        seed=rates[0].seed,
        datasets=number(most, "en", 0),
        error=number(100 * (0.0475 / most) ** 0.5, "en", 1),
        error_few=number(100 * (0.0475 / few) ** 0.5, "en", 1),
        few=number(few, "en", 0),
        leaving=number(100 * LEAVING, "en", 0),
    )


def _sections(rates: Sequence[Rate]) -> Iterator[str]:
    plain = [rate for rate in rates if rate.symmetric and rate.dropout == "none" and rate.change == 0]
    ours = [rate for rate in plain if rate.statistic in DEFAULTS]
    yield _by_families("## The defaults when nothing changed: type I error, %", ours, "type_1")
    yield _by_families("## The defaults when nothing changed: coverage, %", ours, "coverage")
    yield _missed(rates)
    yield _WHY.format(bootstraps=BOOTSTRAPS)
    yield _peers(plain)
    skewed = [rate for rate in rates if rate.shape == "skewed" and rate.dropout == "none"]
    yield _by_families("## When change is skewed with mean zero: type I error, %", skewed, "type_1")
    yield _by_families("## When change is skewed with mean zero: coverage, %", skewed, "coverage")
    yield _by_families(
        "## When change is skewed with mean zero: power of tests of something else, %", skewed, "power"
    )
    yield _left(rates)
    yield _changed(rates)
    others = [rate for rate in plain if rate.statistic not in DEFAULTS and rate.statistic not in PEERS]
    yield _others(others)


def _by_families(title: str, rates: Sequence[Rate], what: str) -> str:
    """Show rates by number of families, lowest to highest over the correlations within families."""
    own = [rate for rate in rates if rate.what == what]
    sizes = [size for size in FAMILIES if any(rate.families == size for rate in own)]
    rows = [
        [
            label(name),
            kind,
            *(span(_only(group, _is(families=size))) for size in sizes),
        ]
        for (name, kind), group in _grouped(own).items()
        if span(group) != "–"
    ]
    return _table(title, ["procedure", "indicator", *(f"{size} families" for size in sizes)], rows)


def _missed(rates: Sequence[Rate]) -> str:
    found = misses(rates)
    held = [rate for rate in rates if rate.statistic in DEFAULTS and rate.symmetric and rate.what in AIMS]
    far = [rate for rate in found if _beyond(rate)]
    text = (
        f"{len(held) - len(found)} of {len(held)} cells are within the aim. Of the others, {len(far)} miss it by more "
        "than two Monte Carlo errors; they are marked."
    )
    rows = [
        [
            *(label(rate.statistic), indicator(rate), str(rate.families), number(rate.icc, "en", 1)),
            *(
                rate.dropout,
                _WORDS[rate.what],
                f"{_percent(rate.rate)} ± {number(100 * rate.mc_error, 'en', 1)}",
            ),
            "×" if _beyond(rate) else "",
        ]
        for rate in found
    ]
    heads = ["procedure", "indicator", "families", "correlation", "left", "what", "%, ± error", "clearly"]
    return _table(f"## Cells that miss the aim\n\n{text}", heads, rows)


def _beyond(rate: Rate) -> bool:
    """Say whether a rate misses its aim by more than two Monte Carlo errors."""
    low, high = AIMS[rate.what]
    return max(low - rate.rate, rate.rate - high) > 2 * rate.mc_error


def _peers(rates: Sequence[Rate]) -> str:
    """Compare ours with the usual procedures over all symmetric cells, as one line each."""
    names = ["family_mean_change", "family_rate_change", "mean_change", *PEERS]
    rows = []
    for name in names:
        tests = _only(rates, _is(statistic=name, what="type_1"))
        covers = _only(rates, _is(statistic=name, what="coverage"))
        rows.append([label(name), _mean(tests), span(tests), _mean(covers), span(covers)])
    heads = ["procedure", "type I error, mean", "lowest–highest", "coverage, mean", "lowest–highest"]
    return _table("## Beside the usual procedures: all symmetric cells, %", heads, rows)


def _left(rates: Sequence[Rate]) -> str:
    names = (*DEFAULTS, *PEERS)
    own = [rate for rate in rates if rate.statistic in names and rate.change == 0 and rate.what == "type_1"]
    places = {(rate.families, rate.icc) for rate in own if rate.dropout != "none"}
    near = [rate for rate in own if (rate.families, rate.icc) in places and rate.shape != "skewed"]
    rows = [
        [
            *(label(name), kind),
            *(span(_only(group, _is(dropout=who))) for who in ("none", "random", "before")),
        ]
        for (name, kind), group in _grouped(near).items()
    ]
    heads = ["procedure", "indicator", "nobody left", "left at random", "low before left"]
    return _table("## When families leave: type I error, %", heads, rows)


def _changed(rates: Sequence[Rate]) -> str:
    own = [rate for rate in rates if rate.change != 0]
    rows = [
        [
            *(label(name), kind),
            span(_only(group, _is(what="power"))),
            span(_only(group, _is(what="coverage"))),
        ]
        for (name, kind), group in _grouped(own).items()
    ]
    title = "## When everyone changed by half a standard deviation: power and coverage, %"
    return _table(title, ["procedure", "indicator", "power", "coverage"], rows)


def _others(rates: Sequence[Rate]) -> str:
    rows = [
        [
            *(label(name), kind),
            span(_only(group, _is(what="type_1"))),
            span(_only(group, _is(what="coverage"))),
            number(100 * min(rate.given for rate in group), "en", 0),
            number(min(rate.datasets for rate in group), "en", 0),
        ]
        for (name, kind), group in _grouped(rates).items()
    ]
    heads = ["procedure", "indicator", "type I error", "coverage", "given at least", "data sets"]
    return _table("## Everything else in the catalogue: all symmetric cells, %", heads, rows)


def _place(rate: Rate) -> tuple[object, ...]:
    """Put the defaults first and the usual procedures last, each by indicator and design."""
    names = (*DEFAULTS, "", *PEERS)
    place = names.index(rate.statistic if rate.statistic in names else "")
    design = (rate.kind, rate.shape, rate.dropout, rate.change, rate.families, rate.icc, rate.what)
    return (place, rate.statistic, *design)


def _grouped(rates: Sequence[Rate]) -> dict[tuple[str, str], list[Rate]]:
    """Group rates by procedure and indicator, in the order in which they come."""
    groups: dict[tuple[str, str], list[Rate]] = {}
    for rate in rates:
        groups.setdefault((rate.statistic, indicator(rate)), []).append(rate)
    return groups


def _is(**wanted: object) -> Keep:
    return lambda rate: all(getattr(rate, name) == value for name, value in wanted.items())


def _only(rates: Sequence[Rate], keep: Keep) -> list[Rate]:
    return [rate for rate in rates if keep(rate)]


def _mean(rates: Sequence[Rate]) -> str:
    found = [rate.rate for rate in rates if isfinite(rate.rate)]
    return _percent(sum(found) / len(found)) if found else "–"


def _percent(rate: float) -> str:
    return number(100 * rate, "en", 1)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return f"{title}\n\nNone.\n"
    aligned = ["---", "---", *("--:" for _ in heads[2:])]
    lines = [heads, aligned, *rows]
    return "\n".join([f"{title}\n", *(_line(cells) for cells in lines), ""])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
