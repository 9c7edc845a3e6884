"""All numbers that follow from others, in the order of the report."""

from collections.abc import Iterable, Iterator

from fou_eval.consequences.economy import ECONOMY, SCENARIOS, economy
from fou_eval.consequences.published import COMPARISONS, published
from fou_eval.declaration import Codebook
from fou_eval.estimates import Estimate, Facts

FOLLOWING = ECONOMY | COMPARISONS
# What is made of the change that is priced, and withheld with it.
OF_THE_PRICED = SCENARIOS | {"largest_family_share"}


def following(rows: Iterable[Estimate], codebook: Codebook, facts: Facts) -> Iterator[Estimate]:
    """Give every number that follows from others and from what is recorded of the project itself.

    Parameters
    ----------
    rows
        Numbers as computed, or as released, without those that follow from them.
    codebook, facts
        What is declared, and what is recorded of the project itself.
    """
    base = tuple(rows)
    money = tuple(economy(base, codebook, facts))
    yield from money
    yield from published((*base, *money), codebook, facts)
