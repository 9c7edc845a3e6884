"""Whether other procedures give the same answer as the one that the report leads with."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import isfinite, nan

from fou_eval.estimates import Estimate
from fou_eval.quantities import headline

AGREEMENT = "procedures_that_agree"
_NUMBERS = (
    *("family_mean_change_exact", "mean_change", "gee_mean_change", "mixed_change", "imputed_change"),
)
# Each puts the question of the headline, did the mean change and in which direction, to another procedure. Rank and
# sign tests ask something else of numbers (did as many rise as fall), and their verdict would bound shares that the
# gate hides; for yes/no and for counts they are the same question.
PROCEDURES: Mapping[str, tuple[str, ...]] = {
    "scale": _NUMBERS,
    "ordinal": _NUMBERS,
    "ladder": _NUMBERS,
    "binary": (
        "family_mean_change_exact",
        "paired_difference",
        "gee_odds_ratio",
        "sign_test",
        "net_improvement",
    ),
    "count": ("family_rate_change_exact", "rate_ratio", "gee_rate_ratio", "sign_test", "net_improvement"),
}
# What stands for no change, on the scales where that is not 0.
_NEUTRAL: Mapping[str, float] = {"ratio": 1.0, "proportion": 0.5}
# Statistics whose direction is improvement, not the direction of the raw values.
_IMPROVEMENT = frozenset({"net_improvement", "sign_test"})


def agreement(rows: Iterable[Estimate]) -> Estimate | None:
    """Count which share of the other procedures gives the verdict of the headline: risen, fallen or no change found.

    A procedure finds a change when its p-value is at most 1 - confidence. Procedures that could not be computed are not
    counted. The share stands on procedures, not on families.

    Parameters
    ----------
    rows
        All estimates of one indicator.

    Returns
    -------
    Estimate or None
        The row, with the note `procedures_agree` or `procedures_differ`; none where there is no headline test.
    """
    found = {row.statistic: row for row in rows if not row.category}
    first = next(iter(found.values()), None)
    main = found.get(headline(first.kind)) if first else None
    if main is None or not isfinite(main.p_value):
        return None
    others = [
        found[name] for name in PROCEDURES[main.kind] if name in found and isfinite(found[name].p_value)
    ]
    if not others:
        return None
    same = sum(_verdict(row) == _verdict(main) for row in others)
    return replace(
        main,
        statistic=AGREEMENT,
        scale="proportion",
        value=same / len(others),
        low=nan,
        high=nan,
        p_value=nan,
        p_exact=nan,
        p_adjusted=nan,
        q_value=nan,
        se=nan,
        df=nan,
        confidence=nan,
        families_changed=None,
        families_in=None,
        families_out=None,
        note="procedures_agree" if same == len(others) else "procedures_differ",
    )


def _verdict(row: Estimate) -> int:
    """Give 1 for a rise, -1 for a fall, 0 where the procedure does not reject no change."""
    if row.p_value > 1 - row.confidence + 1e-12:
        return 0
    turned = -1 if row.statistic in _IMPROVEMENT and row.better == "lower" else 1
    return turned * (1 if row.value > _NEUTRAL.get(row.scale, 0.0) else -1)
