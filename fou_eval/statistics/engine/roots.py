"""Roots of continuous functions, without the second that importing an optimiser would cost."""

from collections.abc import Callable

_EPSILON = 2.0**-52
_TURNS = 500


def root(function: Callable[[float], float], low: float, high: float, *, accuracy: float) -> float:
    """Find where a continuous function is 0 between two points at which its signs differ.

    Parameters
    ----------
    function
        Finite at both ends and between them.
    low, high
        Ends of the bracket; an end at which the function is 0 is the root.
    accuracy
        Absolute error that the root may have, beside the rounding of its own digits.

    Raises
    ------
    ValueError
        If the function has the same sign at both ends.

    Notes
    -----
    A point is taken from the quadratic through the last three, its roles of argument and value exchanged, wherever that
    parabola is known to be monotone between them; else the bracket is halved.

    References
    ----------
    Chandrupatla (1997), Advances in Engineering Software 28, 145-149.

    Examples
    --------
    >>> f"{root(lambda x: x * x - 2, 0.0, 2.0, accuracy=1e-14):.12f}"
    '1.414213562373'
    """
    near, far, at_near, at_far = low, high, function(low), function(high)
    if at_near == 0 or at_far == 0:
        return near if at_near == 0 else far
    if (at_near > 0) == (at_far > 0):
        raise ValueError("the function must have different signs at the two ends.")
    share = 0.5
    for _turn in range(_TURNS):
        point = near + share * (far - near)
        value = function(point)
        if (value > 0) == (at_near > 0):
            last, at_last = near, at_near
        else:
            last, at_last, far, at_far = far, at_far, near, at_near
        near, at_near = point, value
        best = near if abs(at_near) < abs(at_far) else far
        least = (2 * _EPSILON * abs(best) + accuracy / 2) / abs(far - near)
        if value == 0 or least > 0.5:
            break
        share = min(max(_share((near, far, last), (at_near, at_far, at_last)), least), 1 - least)
    return best


def _share(points: tuple[float, float, float], values: tuple[float, float, float]) -> float:
    """Say how far from the first point to the second the next one lies."""
    (a, b, c), (f, g, h) = points, values
    place, height = (a - b) / (c - b), (f - g) / (h - g)
    if height**2 >= place or (1 - height) ** 2 >= 1 - place:
        return 0.5
    return f / (g - f) * h / (g - h) + (c - a) / (b - a) * f / (h - f) * g / (h - g)
