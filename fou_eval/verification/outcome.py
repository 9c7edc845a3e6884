"""What a verification concludes: what is the same, what differs, and what that means for the findings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from fou_eval.declaration import Language
from fou_eval.design import table_html, text_html
from fou_eval.language import phrase

About = Literal[
    "attachments",
    "data",
    "plan",
    "declarations",
    "front",
    "code",
    "environment",
    "ledger",
    "numbers",
    "pages",
]
Weight = Literal["same", "noted", "differs"]
_MADE_OF: frozenset[About] = frozenset({"data", "plan", "declarations"})
# What is noted of these could not be compared; of program and environment it is that they are others.
_NOT_COMPARED: frozenset[About] = frozenset({"attachments", "data", "ledger", "pages"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at.

    Attributes
    ----------
    about
        What was looked at.
    weight
        `same`; `noted`, for what is otherwise and need not change a number; or `differs`.
    text
        A sentence that says so, with the remedy where there is one.
    """

    about: About
    weight: Weight
    text: str


def data_unknown(findings: Iterable[Finding]) -> bool:
    """Say whether the report has nothing by which its data could be told from others, or no key to try it with."""
    return any(finding.about == "data" and finding.weight == "noted" for finding in findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberDifference:
    """One released number, or what is said beside it, that is another one now.

    Attributes
    ----------
    outcome, statistic, category, scale, wave_before, wave_after
        Which row of results.json it stands in.
    place
        Which of several rows about the same, from 0.
    field
        Which of the row's fields.
    was, now
        In the report, and computed again; none where the row or the number does not exist.
    within
        Whether the two are the same to the stated tolerance.
    """

    outcome: str
    statistic: str
    category: str
    scale: str
    wave_before: str
    wave_after: str
    place: int = 0
    field: str
    was: object
    now: object
    within: bool = False

    @property
    def row(self) -> tuple[str | int, ...]:
        """Give what the row is about."""
        about = self.outcome, self.statistic, self.category, self.scale, self.wave_before, self.wave_after
        return *about, self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row that is not as it was: what it is about, and both readings."""

    indicator: str
    statistic: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The answer to whether a report can be made again.

    Attributes
    ----------
    title
        Which report was verified.
    language
        Language of the texts.
    findings
        What was looked at: files, data, plan, declarations, the report's own texts, program, environment, earlier
        reports, numbers, pages.
    numbers
        Numbers of the report that were compared.
    differences
        Those that are not the same to the last digit.
    lines
        The same, one line per row, in words.
    meaning
        What the differences mean for the findings, a sentence each.
    internal
        Whether the report is one of the internal profile.
    """

    title: str
    language: Language
    findings: tuple[Finding, ...]
    numbers: int
    differences: tuple[NumberDifference, ...] = ()
    lines: tuple[Line, ...] = ()
    meaning: tuple[str, ...] = ()
    internal: bool = False

    @property
    def verified(self) -> bool:
        """Say whether nothing differs."""
        return all(finding.weight != "differs" for finding in self.findings)

    @property
    def exit_code(self) -> int:
        """Give the exit status of the command: 0 when nothing differs, else 1."""
        return 0 if self.verified else 1

    @property
    def verdict(self) -> str:
        """Say in a sentence or two what came out."""
        return " ".join(phrase(f"verify.verdict.{name}", self.language) for name in self._came_out())

    def _came_out(self) -> list[str]:
        own = {finding.about for finding in self.findings if finding.weight == "differs"}
        noted = {finding.about for finding in self.findings if finding.weight == "noted"}
        verdicts = {
            "same_as_far": not own and noted & _NOT_COMPARED,
            "same": not own,
            "tampered": "attachments" in own,
            "front": own == {"front"},
            "other": own & _MADE_OF and "numbers" in own,
            "other_same_numbers": own & _MADE_OF,
            "ledger": "numbers" in own and "ledger" in noted,
            "unknown": "numbers" in own and data_unknown(self.findings),
            "versions": "numbers" in own and "code" in noted,
            "packages": "numbers" in own and "environment" in noted,
            "numbers": "numbers" in own,
            "pages_versions": noted & {"code", "environment"},
            "pages": True,
        }
        first = next(name for name, holds in verdicts.items() if holds)
        return [first, *(["treat_as_internal"] if self.treat_as_internal else [])]

    @property
    def treat_as_internal(self) -> bool:
        """Say whether the differing numbers passed no gate beside those of the report.

        They are of the internal profile, of other data or declarations, or of data that cannot be told to be the same,
        or were not compared with earlier reports.
        """
        own = {finding.about for finding in self.findings if finding.weight == "differs"}
        noted = {finding.about for finding in self.findings if finding.weight == "noted"}
        other = bool(own & _MADE_OF) or "ledger" in noted or data_unknown(self.findings)
        return bool(self.lines) and (self.internal or other)

    def record(self) -> Mapping[str, object]:
        """Give everything as plain data, for machines."""
        return {
            "report": self.title,
            "verified": self.verified,
            "exit": self.exit_code,
            "verdict": self.verdict,
            "treat_as_internal": self.treat_as_internal,
            "numbers": {
                "compared": self.numbers,
                "differ": sum(not each.within for each in self.differences),
                "within_tolerance": sum(each.within for each in self.differences),
            },
            "findings": [
                {"about": each.about, "weight": each.weight, "text": each.text} for each in self.findings
            ],
            "differences": [
                {name: getattr(each, name) for name in NumberDifference.__slots__}
                for each in self.differences
            ],
            "meaning": list(self.meaning),
        }

    def __repr__(self) -> str:
        """Say what came out, a line each."""
        found = (finding.text for finding in self.findings)
        return "\n".join([self.title, *found, *self.meaning, self.verdict])

    def _repr_html_(self) -> str:
        """Show in a notebook what was compared, what differs, and what that means."""
        heads = [self._head(f"verify.head.{name}") for name in ("about", "found")]
        rows = [(phrase(f"verify.about.{each.about}", self.language), each.text) for each in self.findings]
        found = table_html(self.title, heads, rows, language=self.language)
        told = text_html([self.verdict], language=self.language, points=self.meaning)
        return f"{found}{self._lines_html()}{told}"

    def _lines_html(self) -> str:
        if not self.lines:
            return ""
        heads = [self._head(f"verify.differences.{name}") for name in ("outcome", "statistic", "was", "now")]
        rows = [(one.indicator, one.statistic, one.was, one.now) for one in self.lines]
        return table_html(phrase("verify.differences", self.language), heads, rows, language=self.language)

    def _head(self, key: str) -> tuple[str, Literal["left"]]:
        return phrase(key, self.language), "left"
