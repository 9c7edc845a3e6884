"""A case: the function that writes a file, and what has to be said of it, in the words of expected.json."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Wanted = dict[str, Any]
Write = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Case:
    file: str
    write: Write
    expectation: dict


@dataclass(slots=True)
class Cases:
    """The cases of one module, filled by its functions in the order they stand."""

    cases: list[Case] = field(default_factory=list)

    def __call__(
        self,
        file: str,
        outcome: str,
        *must: Wanted,
        also: tuple[str, ...] = (),
        table: str | None = "uppfoljning",
        rows: int | list[int] | None = 90,
        never: tuple[str, ...] = (),
        must_not: tuple[Wanted, ...] = (),
    ) -> Callable[[Write], Write]:
        """Take in the function that writes this file; its docstring says what the file is."""

        def taken(write: Write) -> Write:
            expectation = {
                "file": file, "about": write.__doc__, "study": "uppfoljning", "outcome": outcome,
                "outcome_also": list(also), "table": table, "rows": rows, "must": list(must),
                "must_not": list(must_not), "must_not_quote": list(never),
            }  # fmt: skip
            self.cases.append(Case(file, write, expectation))
            return write

        return taken


def wanted(
    severity: str | None, rule: str | None, where: str | None = None, column: str | None = None
) -> Wanted:
    return {"severity": severity, "rule": rule, "where": where, "column": column}


def stop(rule: str | None, where: str | None = None, column: str | None = None) -> Wanted:
    return wanted("stop", rule, where, column)


def error(rule: str | None, where: str | None = None, column: str | None = None) -> Wanted:
    return wanted("error", rule, where, column)


def warning(rule: str | None, where: str | None = None, column: str | None = None) -> Wanted:
    return wanted("warning", rule, where, column)


def info(rule: str | None, where: str | None = None, column: str | None = None) -> Wanted:
    return wanted("info", rule, where, column)


def either(*ways: Wanted) -> Wanted:
    """One of these is enough; alternatives among them are taken apart."""
    return {"any_of": [one for way in ways for one in way.get("any_of", [way])]}


def graded(severities: str, rule: str, where: str | None = None, column: str | None = None) -> Wanted:
    """One rule in any of several severities, as the contract allows: "stop warning"."""
    return either(*(wanted(severity, rule, where, column) for severity in severities.split()))
