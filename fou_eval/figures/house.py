"""The house style of figures, in force while one is drawn; what the user has set in matplotlib stays as it is."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

import matplotlib as mpl

from fou_eval.design import INK, RULE, SANS
from fou_eval.figures.lettering import SMALL, TEXT

P = ParamSpec("P")
R = TypeVar("R")

STYLE: dict[str, Any] = {
    "axes.axisbelow": True,
    "axes.edgecolor": RULE,
    "axes.labelcolor": INK,
    "axes.labelsize": SMALL,
    "axes.linewidth": 0.6,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": TEXT,
    "figure.dpi": 100,
    "font.family": [SANS, "DejaVu Sans"],  # the second for signs that the first has not
    "font.size": TEXT,
    "hatch.linewidth": 0.6,
    "legend.fontsize": SMALL,
    "legend.frameon": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "fou-eval",
    "text.color": INK,
    "text.hinting": "none",
    "text.parse_math": False,  # a label with a dollar sign is text
    "xtick.color": RULE,
    "xtick.labelcolor": INK,
    "xtick.labelsize": SMALL,
    "xtick.major.width": 0.6,
    "ytick.color": RULE,
    "ytick.labelcolor": INK,
    "ytick.labelsize": SMALL,
    "ytick.major.width": 0.6,
}


def styled(make: Callable[P, R]) -> Callable[P, R]:
    """Run a function in the house style, whatever the user has set, and leave the user's settings untouched."""

    @wraps(make)
    def _in_style(*args: P.args, **kwargs: P.kwargs) -> R:
        if _is_set():
            return make(*args, **kwargs)
        with mpl.rc_context():
            _set_house_style()
            return make(*args, **kwargs)

    return _in_style


def _set_house_style() -> None:
    mpl.rcdefaults()
    mpl.rcParams.update(STYLE)  # type: ignore[arg-type]


def _is_set() -> bool:
    """Say whether one styled function was called by another; to set the style anew would take 5 ms."""
    return all(mpl.rcParams[name] == value for name, value in _house_style().items())  # type: ignore[index]


@cache
def _house_style() -> dict[str, Any]:
    """Give every setting of the house style but the backend: to look at that one imports pyplot."""
    with mpl.rc_context():
        _set_house_style()
        return {name: value for name, value in mpl.rcParams.copy().items() if name != "backend"}
