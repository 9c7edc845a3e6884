"""What the catalogue is tested against, one module per family of statistics.

Each module holds

QUANTITIES
    Quantity of the reference vocabulary -> function of (rows of the case, case) that gives our number. It raises
    `NotOffered` with the reason where the quantity is offered in general, but not for that case.
NOT_OFFERED
    Reason -> quantities, separated by blanks, that are not offered at all. A name that ends in `_` is a prefix.
EVIDENCE
    Type of evidence -> how to make it from `Pairs`, so that the sweeps over the catalogue can feed it. It must not
    depend on the order of the rows or on the numbers of the families.
SWAPPED, REVERSED, SHIFTED, SCALED
    Statistic -> rule of `oracles.rules`, where the default for its scale does not hold.
"""

from oracles import checks, default, missing, models, persons, ranks, series, tables

FAMILIES = (default, ranks, tables, models, missing, persons, checks, series)
