"""One fault found in a file, and the list of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from fou_eval.declaration.text import Language
from fou_eval.language import phrase

MOST_ALIKE = 1_000
"""So many issues of one severity and rule in one column are listed; how many more there are is said in one issue."""
MOST_ISSUES = 20_000
"""When so many are listed in all, only the first few of every further kind are."""
FEW_ALIKE = 20

Severity = Literal["stop", "error", "warning", "info"]
Outcome = Literal["stop", "error", "warning", "ok"]

_GRAVEST_FIRST: tuple[Severity, ...] = ("stop", "error", "warning", "info")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an issue stands; what does not apply is none."""

    table: str | None = None
    sheet: str | None = None
    cell: str | None = None
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One fault: how grave, by which rule, where, and what to do about it.

    Attributes
    ----------
    severity
        `stop` (nothing is computed), `error` (no report), `warning` (a person should look) or `info`.
    rule
        Name of the rule, such as ``out_of_range``.
    message
        What is wrong, what was expected and the remedy; never a value from an id or free-text column.
    sheet
        Name of the sheet, ``#1`` by position if the name could identify somebody; none in a text file.
    cell
        Address or range as Excel shows it.
    column
        Declared name, or the header as written if it is not declared and cannot identify anybody.
    row
        Row number as Excel shows it.
    table
        Declared table that the sheet was read as.
    stands_for
        How many issues it stands for: more than one only where a long list is summed up.
    """

    severity: Severity
    rule: str
    message: str
    sheet: str | None = None
    cell: str | None = None
    column: str | None = None
    row: int | None = None
    table: str | None = None
    stands_for: int = 1


_Kind = tuple[Severity, str, str | None, str | None, str | None]


@dataclass(slots=True)
class _Alike:
    """The issues of one kind beyond those that are listed: how many, and the topmost and the lowest of them."""

    count: int
    top: Place
    bottom: Place

    def add(self, place: Place) -> None:
        """Count one more."""
        self.count += 1
        if _row(place) < _row(self.top):
            self.top = place
        if _row(place) >= _row(self.bottom):
            self.bottom = place

    def span(self) -> str | None:
        """Give the range in which all of them lie, if each is a cell of one column."""
        if self.top.column is None or self.top.cell is None or self.bottom.cell is None:
            return None
        first, last = self.top.cell.partition(":")[0], self.bottom.cell.rpartition(":")[2]
        return first if first == last else f"{first}:{last}"


@dataclass(slots=True)
class Findings:
    """The issues of one file while it is being read; texts come in one language.

    A file in which every cell is wrong has no more issues than a person can read and a program can hold: of each
    severity, rule and column the first `MOST_ALIKE` are kept, or `FEW_ALIKE` when there are `MOST_ISSUES` in all, and
    :meth:`listed` says how many more there are.
    """

    language: Language
    _issues: list[Issue] = field(default_factory=list)
    _counts: Counter[_Kind] = field(default_factory=Counter)
    _more: dict[_Kind, _Alike] = field(default_factory=dict)

    def add(
        self,
        severity: Severity,
        rule: str,
        place: Place,
        *,
        variant: str = "",
        places: Mapping[str, object] | None = None,
    ) -> None:
        """Write down one issue; `variant` picks one of several messages of the rule."""
        if self._is_one_more(severity, rule, place):
            return
        key = f"issue.{rule}.{variant}" if variant else f"issue.{rule}"
        spelled = {name: _spell(value, self.language) for name, value in (places or {}).items()}
        self._append(severity, rule, place, phrase(key, self.language, spelled))

    def add_declared(self, severity: Severity, rule: str, place: Place, message: str, rows: str) -> None:
        """Write down an issue whose text stands in the declaration, with the rows to compare, if any.

        A text of one sentence says what is wrong; the remedy is added. A longer one has a remedy of its own.
        """
        if self._is_one_more(severity, rule, place):
            return
        bare = "" if ". " in message else ".bare"
        key = f"issue.declared_rule{bare}{'.compared' if rows else ''}"
        text = phrase(key, self.language, {"message": message, "rows": rows})
        self._append(severity, rule, place, text)

    def listed(self) -> list[Issue]:
        """Give the issues found so far, and one for each kind of which there are more than are listed."""
        return [*self._issues, *(self._summary(kind, alike) for kind, alike in self._more.items())]

    def _is_one_more(self, severity: Severity, rule: str, place: Place) -> bool:
        """Count an issue, and say whether enough of its kind are listed already."""
        kind = (severity, rule, place.table, place.sheet, place.column)
        self._counts[kind] += 1
        if self._counts[kind] <= (MOST_ALIKE if len(self._issues) < MOST_ISSUES else FEW_ALIKE):
            return False
        self._more.setdefault(kind, _Alike(0, place, place)).add(place)
        return True

    def _summary(self, kind: _Kind, alike: _Alike) -> Issue:
        severity, rule, table, sheet, column = kind
        first, last = alike.top.row, alike.bottom.row
        variant = ".anywhere" if first is None or last is None else ""
        places = {"count": alike.count, "first": first, "last": last}
        return Issue(
            severity=severity,
            rule=rule,
            message=phrase(f"issue.more{variant}", self.language, places),
            sheet=sheet,
            cell=alike.span(),
            column=column,
            table=table,
            stands_for=alike.count,
        )

    def _append(self, severity: Severity, rule: str, place: Place, message: str) -> None:
        self._issues.append(
            Issue(
                severity=severity,
                rule=rule,
                message=message,
                sheet=place.sheet,
                cell=place.cell,
                column=place.column,
                row=place.row,
                table=place.table,
            )
        )


def _row(place: Place) -> int:
    return place.row or 0


def outcome(issues: Iterable[Issue]) -> Outcome:
    """Give the gravest severity of a list; `ok` when it holds nothing or only information.

    Examples
    --------
    >>> outcome([])
    'ok'
    >>> outcome([Issue(severity="info", rule="a", message=""), Issue(severity="error", rule="b", message="")])
    'error'
    """
    found = {issue.severity for issue in issues}
    return (
        "stop"
        if "stop" in found
        else "error"
        if "error" in found
        else "warning"
        if "warning" in found
        else "ok"
    )


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Put issues in the order in which a person corrects them: gravest first, then from top to bottom."""
    return tuple(sorted(dict.fromkeys(issues), key=_place_in_list))


def _place_in_list(issue: Issue) -> tuple[int, str, str, bool, int, str, str]:
    row = issue.row if issue.row is not None else 0
    gravity = _GRAVEST_FIRST.index(issue.severity)
    summed_up = issue.stands_for > 1
    return gravity, issue.table or "", issue.sheet or "", summed_up, row, issue.cell or "", issue.rule


def _spell(value: object, language: Language) -> object:
    return str(value).replace(".", ",") if isinstance(value, float) and language == "sv" else value
