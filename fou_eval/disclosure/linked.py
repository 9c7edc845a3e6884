"""Rules for numbers that give each other away: shares that add up to one, and classes of one distribution.

Declared merges are tried from the finest to the coarsest before anything is left out (recode before
suppressing); of the views that could be shown only one is, since two would be subtracted from each other.
"""

from collections.abc import Iterable, Sequence

from fou_eval.declaration import Indicator

# Views of "better, same, worse", finest first; each adds up to one.
SHARE_VIEWS: dict[str, tuple[tuple[str, ...], ...]] = {
    "directed": (
        ("share_better", "share_same", "share_worse"),
        ("share_better", "share_not_better"),
        ("share_not_worse", "share_worse"),
    ),
    "neither": (
        ("share_higher", "share_same", "share_lower"),
        ("share_higher", "share_not_higher"),
        ("share_not_lower", "share_lower"),
    ),
}
CLASS_SHARES = ("class_share_before", "class_share_after")

Key = tuple[str, str]  # statistic, category


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
    views = SHARE_VIEWS["neither" if indicator.better == "neither" else "directed"]
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
