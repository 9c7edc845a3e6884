"""Comma-separated text that says on every line whom it is for."""

import csv
from collections.abc import Iterable
from io import StringIO
from math import isnan

PROFILE = "internal"


def csv_bytes(columns: tuple[str, ...], lines: Iterable[Iterable[object]]) -> bytes:
    r"""Write lines as estimates.csv is written: UTF-8, comma between fields, point in numbers, the profile last.

    Numbers have as many digits as give the same number back. An empty field is a number that does not exist. True and
    false are written in words.

    Examples
    --------
    >>> csv_bytes(("label", "value"), [("Ålder", 0.1), ("x, y", None)]).decode()
    'label,value,profile\nÅlder,0.1,internal\n"x, y",,internal\n'
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*columns, "profile"])
    for line in lines:
        writer.writerow([*(_field(value) for value in line), PROFILE])
    return stream.getvalue().encode()


def _field(value: object) -> str:
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return repr(float(value)) if isinstance(value, float) else str(value)
