"""What a file must be answered with, in the words of expected.json, and whether an answer meets it."""

import re
import unicodedata

KEYS = {"severity", "rule", "sheet", "cell", "row", "column", "message"}
"""Every key of an issue, always there."""


def split_cell(text: str) -> tuple[int, int]:
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", text).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


def corners(text: str) -> tuple[int, int, int, int]:
    first, _, last = text.partition(":")
    return *split_cell(first), *split_cell(last or first)


def overlap(one: str, other: str) -> bool:
    top, left, bottom, right = corners(one)
    top2, left2, bottom2, right2 = corners(other)
    return top <= bottom2 and top2 <= bottom and left <= right2 and left2 <= right


def lies_in_column(issue: dict, column: str) -> bool:
    if issue["column"] == column:
        return True
    if not re.fullmatch(r"[A-Z]{1,3}", column) or not issue["cell"]:
        return False
    _, left, _, right = corners(issue["cell"])
    return left <= split_cell(f"{column}1")[1] <= right


def stands_at(issue: dict, where: str | None, column: str | None) -> bool:
    if where is None:
        return column is None or issue["column"] == column
    if where.startswith("row "):
        row = int(where[4:])
        inside = issue["cell"] and corners(issue["cell"])[0] <= row <= corners(issue["cell"])[2]
        return issue["row"] == row or bool(inside)
    if where.startswith("column "):
        return lies_in_column(issue, where[7:]) or (column is not None and issue["column"] == column)
    if where.startswith("sheet "):
        return issue["sheet"] == where[6:]
    if issue["cell"]:
        return overlap(issue["cell"], where)
    return (
        column is not None
        and issue["column"] == column
        and issue["row"] == split_cell(where.split(":")[0])[0]
    )


def is_met(wanted: dict, issues: list[dict]) -> bool:
    if "any_of" in wanted:
        return any(is_met(one, issues) for one in wanted["any_of"])
    return any(
        wanted["severity"] in (None, issue["severity"])
        and wanted["rule"] in (None, issue["rule"])
        and stands_at(issue, wanted["where"], wanted.get("column"))
        for issue in issues
    )


def quotes(output: str, word: str) -> bool:
    """Whether the output holds a forbidden string as a whole word, or a long number with other separators."""
    plain = unicodedata.normalize("NFC", output).casefold()
    if re.search(rf"(?<!\w){re.escape(unicodedata.normalize('NFC', word).casefold())}(?!\w)", plain):
        return True
    digits = re.sub(r"\D", "", word)
    return len(digits) >= 8 and digits in re.sub(r"(?<=\d)[\s./–−-]+(?=\d)", "", plain)


def disagreements(case: dict, answer: dict) -> list[str]:
    """What of a case the answer does not meet, one line each: outcome, table, rows, must, must_not."""
    found = []
    if answer["outcome"] not in [case["outcome"], *(case.get("outcome_also") or [])]:
        found.append(f"outcome {answer['outcome']}, not {case['outcome']}")
    if answer["table"] != case["table"]:
        found.append(f"table {answer['table']}, not {case['table']}")
    rows = case["rows"]
    if rows is not None and answer["rows"] not in (rows if isinstance(rows, list) else [rows]):
        found.append(f"rows {answer['rows']}, not {rows}")
    issues = answer["issues"]
    found += [f"must {wanted}" for wanted in case["must"] if not is_met(wanted, issues)]
    return found + [f"must not {ruled_out}" for ruled_out in case["must_not"] if is_met(ruled_out, issues)]
