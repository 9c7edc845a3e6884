"""Canonical text: the same content always gives the same bytes."""

import json
from collections.abc import Mapping
from math import isnan


def canonical_json(content: Mapping[str, object]) -> bytes:
    r"""Write JSON in one form only: sorted keys, two spaces, UTF-8, a newline at the end, nothing but finite numbers.

    Numbers are written with as many digits as give the same number back.

    Examples
    --------
    >>> canonical_json({"b": 0.1, "a": "å"}).decode()
    '{\n  "a": "å",\n  "b": 0.1\n}\n'
    """
    text = json.dumps(
        content, ensure_ascii=False, indent=2, sort_keys=True, separators=(",", ": "), allow_nan=False
    )
    return f"{text}\n".encode()


def plain(value: object) -> object:
    """Make a value fit for JSON: a number that does not exist is null, an end without limit is the text inf or -inf.

    Examples
    --------
    >>> plain(float("nan")), plain(float("-inf")), plain(1.5)
    (None, '-inf', 1.5)
    """
    if isinstance(value, float) and isnan(value):
        return None
    if value in (float("inf"), float("-inf")):
        return str(value)
    return value
