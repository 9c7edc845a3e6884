"""Rules for numbers that give each other away: shares that add up to one, and classes of one distribution.

Declared merges are tried from the finest to the coarsest before anything is left out (recode before
suppressing); of the views that could be shown only one is, since two would be subtracted from each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from fou_eval.declaration import Indicator, Partition, transition
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.rules import withheld, without_test

# Named views of who moved which way, finest first; each adds up to one.
DIRECTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "directed": ("share_better", "share_same", "share_worse"),
        "better_or_not": ("share_better", "share_not_better"),
        "worse_or_not": ("share_not_worse", "share_worse"),
    }
)
UNDIRECTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "neither": ("share_higher", "share_same", "share_lower"),
        "higher_or_not": ("share_higher", "share_not_higher"),
        "lower_or_not": ("share_not_lower", "share_lower"),
    }
)
CLASS_SHARES = ("class_share_before", "class_share_after")
CHANGES_OF_BINARY = frozenset(
    {"paired_difference", "family_mean_change", "family_mean_change_exact", "change_from_entry"}
)
# Statistic before, after, and of the change between them, by kind of indicator; a ladder has no mean.
LEVELS_AND_CHANGE: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "scale": ("mean_before", "mean_after", "family_mean_change"),
        "ordinal": ("mean_before", "mean_after", "family_mean_change"),
        "ladder": ("mean_before", "mean_after", "family_mean_change"),
        "binary": ("share_yes_before", "share_yes_after", "family_mean_change"),
        "count": ("rate_before", "rate_after", "family_rate_change"),
    }
)
# What those who left could have changed is said of the change of those who stayed.
OF_THE_MISSING = frozenset(
    {
        *("bound_no_change", "bound_worst", "bound_best", "bound_lowest", "bound_highest"),
        "tipping_point",
    }
)
# One reason for every hidden share: which of them was too small would narrow them all.
SPLIT = "rule.split"

# What is said about the headline change, and goes with it: left alone it would tell why the change is not there.
OF_THE_CHANGE = OF_THE_MISSING | frozenset(
    {
        *("family_mean_change", "family_mean_change_exact", "mean_change", "paired_difference", "g_av"),
        *("family_rate_change", "family_rate_change_exact", "rate_ratio", "leave_one_family_out"),
        *("procedures_that_agree", "minimal_detectable_change", "leavers_difference"),
        *("regression_to_mean", "change_beyond_regression", "net_improvement"),
    }
)

# Means of the change over families, with the interval of the exact test.
CHANGE_OF_FAMILIES = (
    *("family_mean_change", "family_mean_change_exact"),
    *("family_rate_change", "family_rate_change_exact"),
)

Key = tuple[str, str]  # statistic, category


def with_their_change(rows: Iterable[Released]) -> tuple[Released, ...]:
    """Withhold what is said about the headline change of an indicator where that change is withheld, for its reason."""
    every = tuple(rows)
    reasons = {
        row.estimate.outcome: row.decision
        for row in every
        if row.decision.status == "withheld" and row.estimate.statistic == _headline(row.estimate.kind)
    }
    return tuple(
        Released(estimate=withheld(row.estimate), decision=reasons[row.estimate.outcome])
        if row.estimate.outcome in reasons and row.estimate.statistic in OF_THE_CHANGE
        else row
        for row in every
    )


def with_one_interval(rows: Sequence[Released]) -> list[Released]:
    """Show of an indicator one interval alone, where every family has one unit and a share who moved is hidden.

    The exact test depends on every single change. Beside Student's interval of the same mean, which depends on their
    sum of squares, it leaves a handful of possible answers, and often one number of those who became worse. The
    audit works with Student's, so that one stays.
    """
    shown = {row.estimate.statistic for row in rows if row.decision.status != "withheld"}
    if any(view <= shown for view in (set(DIRECTED["directed"]), set(UNDIRECTED["neither"]))):
        return list(rows)
    return [_without_exact(row) for row in rows]


def _without_exact(row: Released) -> Released:
    estimate = row.estimate
    exact = estimate.statistic in CHANGE_OF_FAMILIES and estimate.n == estimate.n_families
    bare = without_test(estimate) if exact and row.decision.status != "withheld" else estimate
    if bare.same_as(estimate):
        return row
    rules = tuple(dict.fromkeys((*row.decision.rules, "rule.linked_spread")))
    return Released(estimate=bare, decision=Decision(status="changed", rules=rules))


def _headline(kind: str) -> str:
    return LEVELS_AND_CHANGE[kind][2] if kind in LEVELS_AND_CHANGE else ""


def share_views(indicator: Indicator) -> Mapping[str, tuple[str, ...]]:
    """Give the views of who moved which way that an indicator can be shown in, by name, finest first."""
    return UNDIRECTED if indicator.better == "neither" else DIRECTED


def closed_by_links(indicator: Indicator, passed: Iterable[Key]) -> dict[Key, str]:
    """Say which numbers of one indicator must go because others are shown, and by which rule.

    Parameters
    ----------
    indicator
        The indicator; its declared partitions are the views of its distribution.
    passed
        Statistic and category of the numbers that pass on their own.

    Returns
    -------
    dict
        Statistic and category of the numbers to leave out, with the rule that does so.
    """
    own = set(passed)
    return _shares(indicator, own) | _levels(indicator, own) | _classes(indicator, own)


def without_spread(indicator: Indicator, passed: Iterable[Key]) -> frozenset[str]:
    """Name the statistics of a yes/no indicator that keep their value and lose interval and test.

    The change is better minus worse, and its standard error is a function of both: value, interval and number of
    families together leave one possible pair of counts. They stand together only where the counts are shown too.
    """
    if indicator.kind != "binary":
        return frozenset()
    whole = next(iter(share_views(indicator).values()))
    shown = {(name, "") for name in whole} <= set(passed)
    return frozenset({"change_from_entry"}) if shown else CHANGES_OF_BINARY


def _shares(indicator: Indicator, passed: set[Key]) -> dict[Key, str]:
    views = tuple(share_views(indicator).values())
    whole = {(name, "") for name in views[0]}
    # The change of a yes/no indicator is better minus worse: beside it no merged view can be shown.
    shown = views[:1] if indicator.kind == "binary" else views
    chosen = _finest([{(name, "") for name in view} for view in shown], passed)
    every = {(name, "") for view in views for name in view}
    closed = dict.fromkeys(every - chosen, SPLIT)
    if chosen != whole:
        # Better minus worse, beside the share that is better, is the share that is worse; and that a sign test agrees,
        # which is asked of yes/no and of counts, bounds it from above or from below.
        closed["net_improvement", ""] = "rule.linked_shares"
        if indicator.kind in {"binary", "count"}:
            closed["procedures_that_agree", ""] = "rule.linked_shares"
    return closed


def _levels(indicator: Indicator, passed: set[Key]) -> dict[Key, str]:
    """Close before and after together: from one of them and the change follows the other.

    Where the change itself is hidden, both are, and what those who left could have made of it; with hidden rates their
    ratio, and with a hidden mean before what regression to the mean would make of it and where those who left stood.
    Of a yes/no indicator or of events that would give how many of those who left had them.
    """
    before, after, change = LEVELS_AND_CHANGE[indicator.kind]
    levels = {(before, ""), (after, "")}
    closed = {("leavers_difference", "")} if indicator.kind in {"binary", "count"} else set()
    if (change, "") not in passed:
        closed |= {(name, "") for name in OF_THE_MISSING}
    if not (levels <= passed and (change, "") in passed):
        followers = ("rate_ratio", "regression_to_mean", "change_beyond_regression", "leavers_difference")
        closed |= levels | {(name, "") for name in followers}
    return dict.fromkeys(closed, "rule.linked_levels")


def _classes(indicator: Indicator, passed: set[Key]) -> dict[Key, str]:
    """Show one view of the distribution, and the transitions only within that view, all of them or none."""
    partitions = indicator.column.partitions()
    views = [{(side, cell.category) for side in CLASS_SHARES for cell in view.cells} for view in partitions]
    moves = [set(_transitions(view)) for view in partitions]
    every = set().union(*views, *moves)
    chosen = _finest(views, passed)
    for view, matrix in zip(views, moves, strict=True):
        if view == chosen and matrix <= passed:
            chosen = chosen | matrix
    return dict.fromkeys(every - chosen, "rule.finest_classes")


def _transitions(view: Partition) -> Iterator[Key]:
    for before in view.cells:
        for after in view.cells:
            yield "transition_share", transition(before, after)


def _finest(views: Sequence[set[Key]], passed: set[Key]) -> set[Key]:
    return next((view for view in views if view <= passed), set())
