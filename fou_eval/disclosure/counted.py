"""Two published counts of records that differ by rows of few families tell of those families."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from fou_eval.estimates import Estimates, Population

# Earlier counts that are taken together at most: groups that are joined in the later report.
_TOGETHER = 3


def same_codes(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two counts, each given by table, part and group, are of the same codes or have some in common.

    Examples
    --------
    >>> same_codes(("care", "type", "home+foster"), ("care", "type", "foster"))
    True
    >>> same_codes(("care", "type", "home"), ("care", "type", "foster"))
    False
    """
    (*about, codes), (*others, more) = one, other
    name, _, mine = codes.rpartition(":")
    named, _, theirs = more.rpartition(":")
    return (about, name) == (others, named) and bool(set(mine.split("+")) & set(theirs.split("+")))


def few_remain(own: Counter[bytes], others: Sequence[Counter[bytes]], threshold: int) -> bool:
    """Say whether a count less one to three others leaves rows of one to four families, on the side that has more.

    Parameters
    ----------
    own
        Rows of each family that are counted.
    others
        The same of earlier counts.
    threshold
        Fewest families whose rows may remain, unless none do.

    Examples
    --------
    Ten families with one row each; later one of them has two more, or six of them have one more:

    >>> then = Counter({bytes([family]): 1 for family in range(10)})
    >>> now = [then + Counter({bytes([0]): 2}), then + Counter({bytes([family]): 1 for family in range(6)})]
    >>> [few_remain(later, [then], 5) for later in now]
    [True, False]
    """
    some = (chosen for n in range(1, _TOGETHER + 1) for chosen in combinations(others, n))
    return any(0 < _families(own, chosen) < threshold for chosen in some)


def _families(own: Counter[bytes], others: Sequence[Counter[bytes]]) -> int:
    """Count the families whose rows remain, on the side that has more of them."""
    families = {*own, *(family for other in others for family in other)}
    left = [own[family] - sum(other[family] for other in others) for family in families]
    return max(sum(rows > 0 for rows in left), sum(rows < 0 for rows in left))


def threshold_of(estimates: Estimates, one: Population) -> int:
    """Give the fewest families by which two sets may differ: by its indicator, or by all columns of its table."""
    disclosure = estimates.plan.disclosure
    if one.group in {"records", "numbers"}:
        table = estimates.codebook.tables[one.waves[0]]
        sensitive = any(column.sensitive for column in table.columns.values())
        sensitive = sensitive or any(measure.sensitive for measure in table.measures.values())
    else:
        sensitive = bool(one.outcome) and estimates.codebook.indicator(one.outcome).column.sensitive
    return disclosure.sensitive_cell if sensitive else disclosure.smallest_cell


def everyone(estimates: Estimates) -> tuple[bytes, ...]:
    """Give the families enrolled, told apart by their ids."""
    return next((one.ids for one in estimates.populations if one.group == "enrolled"), ())
