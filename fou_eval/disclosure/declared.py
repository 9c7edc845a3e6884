"""The rules by name: what each limits and what can be done where it struck. The report prints this table.

The gate decides by functions; whatever name a decision carries must be declared here, so that no number is changed
or withheld for a reason that readers are not told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from fou_eval.declaration.plan import Disclosure
from fou_eval.disclosure.rules import FAMILIES_FOR_SPREAD

Threshold = Literal["cell", "spread", "none", "built_in"]
Remedy = Literal["more_families", "coarser", "spread", "wave", "same_families", "nothing", "internal"]


@dataclass(frozen=True, slots=True)
class DeclaredRule:
    """One rule as readers meet it; its words are in the phrase catalogue under its name.

    Attributes
    ----------
    name
        The rule, as in the decisions of a release.
    threshold
        What it counts against: the plan's smallest cell (or its sensitive cell), the families that a spread needs,
        nothing, or `built_in`: it holds by construction, since nothing in the program makes such numbers.
    remedy
        What can be done about a number that it changed or withheld.
    told_as
        The rule under which it is told to readers, where its own name would say what the number is.
    every
        Whether it touches every number alike and is therefore not counted.
    in_words
        Whether it answers in words for every indicator alike, which readers are told once.
    """

    name: str
    threshold: Threshold = "none"
    remedy: Remedy = "nothing"
    told_as: str = ""
    every: bool = False
    in_words: bool = False


_RULES = (
    DeclaredRule("rule.small_study", "spread", "spread"),
    DeclaredRule("rule.few_families", "cell", "more_families"),
    DeclaredRule("rule.split", "cell", "coarser", told_as="rule.protected"),
    # Which of these struck would tell what was hidden: that a cell is small, that all changed alike, that every family
    # stands at the end of the scale. Readers are told of one rule for all of them.
    DeclaredRule("rule.scale_end", "cell", "coarser", told_as="rule.protected"),
    DeclaredRule("rule.common_change", "cell", "coarser", told_as="rule.protected"),
    DeclaredRule("rule.differencing", in_words=True),
    DeclaredRule("rule.missing_in_words", in_words=True),
    DeclaredRule("rule.leavers_room", "cell", "coarser", told_as="rule.protected"),
    DeclaredRule("rule.benchmark"),
    DeclaredRule("rule.spread", "spread", "spread"),
    DeclaredRule("rule.coarse_p", every=True),
    DeclaredRule("rule.drop_out_range", "cell", "wave"),
    DeclaredRule("rule.precision", every=True),
    DeclaredRule("rule.small_counts", "cell", every=True),
    DeclaredRule("rule.linked_levels", "cell", "coarser", told_as="rule.protected"),
    DeclaredRule("rule.linked_spread", remedy="internal"),
    DeclaredRule("rule.linked_shares", "cell", "coarser", told_as="rule.protected"),
    DeclaredRule("rule.finest_classes", "cell", "coarser", told_as="rule.protected"),
    DeclaredRule("rule.ledger", "cell", "same_families"),
    DeclaredRule("rule.protected", "cell", "coarser"),
    DeclaredRule("rule.coarse_interval", "cell"),
    DeclaredRule("rule.listed", "built_in"),
    DeclaredRule("rule.one_population", "built_in"),
    DeclaredRule("rule.no_extremes", "built_in"),
    DeclaredRule("rule.no_single_lines", "built_in"),
    DeclaredRule("rule.declared_classes", "built_in"),
    DeclaredRule("rule.waves_not_dates", "built_in"),
    DeclaredRule("rule.no_crosses", "built_in"),
    DeclaredRule("rule.true_totals", "built_in"),
    DeclaredRule("rule.narrative", "built_in"),
    DeclaredRule("rule.no_traces", "built_in"),
)
DECLARED: Mapping[str, DeclaredRule] = MappingProxyType({rule.name: rule for rule in _RULES})


def told(name: str) -> DeclaredRule:
    """Give the rule under which a decision is told to readers.

    Examples
    --------
    >>> told("rule.scale_end").name, told("rule.spread").name
    ('rule.protected', 'rule.spread')
    """
    rule = DECLARED[name]
    return DECLARED[rule.told_as or name]


def limits(disclosure: Disclosure, *, sensitive: bool = False) -> dict[str, object]:
    """Give the thresholds of a plan by the names that the phrases of the rules use.

    Examples
    --------
    >>> limits(Disclosure(), sensitive=True)
    {'threshold': 8, 'smallest': 5, 'sensitive': 8, 'spread': 10}
    """
    return {
        "threshold": disclosure.sensitive_cell if sensitive else disclosure.smallest_cell,
        "smallest": disclosure.smallest_cell,
        "sensitive": disclosure.sensitive_cell,
        "spread": FAMILIES_FOR_SPREAD,
    }
