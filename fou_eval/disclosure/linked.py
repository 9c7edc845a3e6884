"""Rules for numbers that give each other away: shares that add up to one, and classes of one distribution.

Declared merges are tried from the finest to the coarsest before anything is left out (recode before
suppressing); of the views that could be shown only one is, since two would be subtracted from each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from fou_eval.declaration import Indicator

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

Key = tuple[str, str]  # statistic, category


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


def _shares(indicator: Indicator, passed: set[Key]) -> dict[Key, str]:
    views = tuple(share_views(indicator).values())
    whole = {(name, "") for name in views[0]}
    # The change of a yes/no indicator is better minus worse: beside it no merged view can be shown.
    shown = views[:1] if indicator.kind == "binary" else views
    chosen = _finest([{(name, "") for name in view} for view in shown], passed)
    every = {(name, "") for view in views for name in view}
    closed = dict.fromkeys(every - chosen, "rule.linked_shares")
    if chosen != whole:
        # Better minus worse, beside the share that is better, is the share that is worse.
        closed["net_improvement", ""] = "rule.linked_shares"
    return closed


def _levels(indicator: Indicator, passed: set[Key]) -> dict[Key, str]:
    """Close both levels of a yes/no indicator when one is hidden: the change would give it from the other."""
    levels = {("share_yes_before", ""), ("share_yes_after", "")}
    hidden = indicator.kind == "binary" and not levels <= passed
    return dict.fromkeys(levels, "rule.linked_shares") if hidden else {}


def _classes(indicator: Indicator, passed: set[Key]) -> dict[Key, str]:
    views = [
        {(statistic, cell.category) for statistic in CLASS_SHARES for cell in partition.cells}
        for partition in indicator.column.partitions()
    ]
    every = set().union(*views) if views else set()
    return dict.fromkeys(every - _finest(views, passed), "rule.finest_classes")


def _finest(views: Sequence[set[Key]], passed: set[Key]) -> set[Key]:
    return next((view for view in views if view <= passed), set())
