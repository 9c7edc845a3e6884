"""What a page of a PDF paints."""

import re

Point = tuple[float, float]


def read_pdf(content: str) -> list[tuple[Point, ...]]:
    """Give the points of every path that a page of a PDF paints, from the upper left corner of the page's own units."""
    painted, path, stack, numbers = [], [], [], []
    state = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for sign in re.findall(r"[-\d.]+|[A-Za-z*]+", re.sub(r"/\w+(<<.*?>>)?", " ", content)):
        if re.fullmatch(r"[-\d.]+", sign):
            numbers.append(float(sign))
            continue
        if sign == "q":
            stack.append(state)
        elif sign == "Q":
            state = stack.pop()
        elif sign == "cm":
            state = _combined(tuple(numbers[-6:]), state)
        elif sign in {"m", "l", "c"}:
            path.append(_through(state, numbers[-2], numbers[-1]))
        elif sign in {"f", "S", "B"}:
            painted.append(tuple(path))
        elif sign not in {"h", "n", "W", "w", "M", "J", "j", "d", "cs", "CS", "scn", "SCN", "BDC", "EMC"}:
            raise ValueError(f"a page with {sign}, which no figure needs")
        if sign in {"f", "S", "B", "n"}:
            path = []
        numbers = []
    return painted


def _combined(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    (a, b, c, d, e, f), (g, h, i, j, k, l_) = inner, outer
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + l_),
    )


def _through(state: tuple[float, ...], x: float, y: float) -> Point:
    a, b, c, d, e, f = state
    return a * x + c * y + e, b * x + d * y + f
