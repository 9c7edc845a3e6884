"""Small-sample inference with the family as the unit: pairs in, numbers out; knows nothing of files or figures."""

from fou_eval.statistics.catalogue import CATALOGUE, for_kind
from fou_eval.statistics.classes import class_share
from fou_eval.statistics.engine.joint import MaxT
from fou_eval.statistics.multiplicity import adjusted, holm, max_t
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import Statistic, statistic

__all__ = [
    "CATALOGUE",
    "MaxT",
    "Number",
    "Pairs",
    "Statistic",
    "adjusted",
    "class_share",
    "for_kind",
    "holm",
    "max_t",
    "statistic",
]
