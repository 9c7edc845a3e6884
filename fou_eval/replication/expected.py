"""The headline numbers as the report has them, one line per number."""

from collections.abc import Iterator

from fou_eval.declaration import Indicator, Language
from fou_eval.disclosure import Release
from fou_eval.estimates import Estimate
from fou_eval.quantities import headline
from fou_eval.replication.lines import csv_bytes

COLUMNS = (
    *("outcome", "label", "primary", "statistic", "number", "report", "note"),
    *("confidence", "multiplicity"),
)

_SHARES = ("share_better", "share_higher", "share_same", "share_worse", "share_lower")
_TESTED = (
    *("n", "n_families", "families_changed", "value", "low", "high"),
    *("p_value", "p_exact", "q_value"),
)
_STUDENT = ("value", "low", "high", "p_value", "se", "df")


def expected_csv(release: Release, language: Language) -> bytes:
    """Write the unrounded headline numbers of an internal release.

    For each indicator: units and families, shares better, same and worse, the mean change over families with interval,
    mid-p, exact p, the p adjusted over the primary indicators and q; the interval of the exact test; the balance of
    shares with CR2. Where the report leads with Student's interval, that too.
    """
    plan = release.plan
    lines = [
        (
            *(indicator.name, indicator.column.label[language], estimate.primary),
            *(estimate.statistic, number, getattr(estimate, number), estimate.note),
            *(plan.confidence, plan.multiplicity),
        )
        for indicator in release.codebook.indicators()
        for estimate, numbers in _wanted(release, indicator)
        for number in numbers
    ]
    return csv_bytes(COLUMNS, lines)


def _wanted(release: Release, indicator: Indicator) -> Iterator[tuple[Estimate, tuple[str, ...]]]:
    """Give the rows that are repeated, in the order in which they are read, with the fields of each."""
    main = headline(indicator.kind)
    primary = release.plan.primary.get(indicator.domain) == indicator.name
    adjusted = ("p_adjusted",) if primary and release.plan.multiplicity != "none" else ()
    fields = {
        main: (*_TESTED, *adjusted),
        f"{main}_exact": ("low", "high"),
        **dict.fromkeys(_SHARES, ("value",)),
        "net_improvement": _STUDENT,
    }
    for statistic, numbers in fields.items():
        row = release.find(statistic, outcome=indicator.name)
        if row is not None:
            yield row.estimate, numbers
    lead = release.headline(indicator.name)
    if lead is not None and lead.estimate.statistic not in fields:
        yield lead.estimate, _STUDENT
