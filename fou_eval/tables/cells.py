"""What stands in one cell: a released number in words, or why there is none."""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from fou_eval.declaration.codebook import Codebook, Column
from fou_eval.declaration.plan import Plan
from fou_eval.declaration.text import Language
from fou_eval.disclosure.declared import limits, told
from fou_eval.disclosure.protect import COARSE
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate
from fou_eval.formatting import NOTHING, number, p_value
from fou_eval.language import phrase
from fou_eval.quantities import interval_text, missing_label, preliminary, value_text

LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"  # superscript; there is no q


Counted = Literal["families", "persons", "goals"]
# What is counted beside the families, by the unit of an indicator.
UNITS: Mapping[str, Counted] = {"person": "persons", "goal": "goals"}
DomainStatus = Literal["measured", "not_measured", "withheld"]


class Marks:
    """Gives each reason a letter, in the order the reasons are met, and the notes that explain the letters."""

    def __init__(self) -> None:
        self._reasons: dict[str, str] = {}

    def mark(self, text: str, reason: str) -> str:
        """Put the letter of a reason after a text."""
        return text + self._reasons.setdefault(reason, _letter(len(self._reasons)))

    def in_order(self, letters: Iterable[str]) -> str:
        """Put letters in the order in which the notes explain them."""
        found = set(letters)
        return "".join(letter for letter in self._reasons.values() if letter in found)

    @property
    def notes(self) -> tuple[str, ...]:
        """One line per reason, letter first."""
        return tuple(f"{letter}\u00a0{reason}" for reason, letter in self._reasons.items())


def _letter(place: int) -> str:
    round_, rest = divmod(place, len(LETTERS))
    return (LETTERS[round_ - 1] if round_ else "") + LETTERS[rest]


def reason(row: Released, plan: Plan, language: Language) -> str:
    """Say why a number was withheld or coarsened, with the thresholds that applied."""
    said = (rule_reason(rule, row, plan, language) for rule in row.decision.rules)
    return " ".join(dict.fromkeys(said))


def rule_reason(rule: str, row: Released, plan: Plan, language: Language) -> str:
    """Say why one rule withheld or coarsened a number."""
    return phrase(told(rule).name, language, limits(plan.disclosure, sensitive=row.estimate.sensitive))


def warning_notes(release: Release, language: Language) -> tuple[str, ...]:
    """Say below a table that it is preliminary or internal: in a notebook it has no page around it that says so."""
    internal = phrase("report.status.internal", language) if release.profile == "internal" else ""
    return tuple(f"{text}." for text in (preliminary(release.codebook, language), internal) if text)


def note_text(note: str, language: Language) -> str:
    """Say what the note of an estimate means."""
    return phrase(f"note.{note}", language)


class Cells:
    """Writes the cells of one table: released numbers as text, and marks for what is missing.

    Parameters
    ----------
    release
        Where the rows come from.
    language
        Language of the table.
    """

    def __init__(self, release: Release, language: Language) -> None:
        self.release = release
        self.language: Language = language
        self.marks = Marks()

    def value(self, row: Released | None) -> str:
        """Write the value of a row, with a per cent sign where it is a share."""
        return self._shown(
            row,
            "" if row is None else share_or_value(row.estimate, column_of(self.release, row), self.language),
        )

    def with_interval(self, row: Released | None) -> str:
        """Write the value of a row with its interval behind it."""
        if row is None:
            return NOTHING
        value = share_or_value(row.estimate, column_of(self.release, row), self.language)
        interval = interval_text(row.estimate, column_of(self.release, row), self.language)
        if interval == NOTHING and row.decision.status == "changed":
            return self.marks.mark(value, reason(row, self.release.plan, self.language))
        return self._shown(row, value if interval == NOTHING else f"{value} {self.interval(row)}")

    def interval(self, row: Released) -> str:
        """Write the interval of a row, with a mark where the gate rounded it outwards."""
        text = interval_text(row.estimate, column_of(self.release, row), self.language)
        whole = text.replace(" ", "\u00a0")
        if text == NOTHING or COARSE not in row.decision.rules:
            return whole
        return self.marks.mark(whole, rule_reason(COARSE, row, self.release.plan, self.language))

    def p_value(self, row: Released) -> str:
        """Write the p-value of a row, with a mark where it finds a change and the rounded interval does not."""
        text = p_text(row.estimate.p_value, self.language)
        if COARSE not in row.decision.rules or not _past_no_change(row.estimate):
            return text
        return self.marks.mark(text, phrase("table.rounded_past", self.language))

    def _shown(self, row: Released | None, text: str) -> str:
        if row is None:
            return NOTHING
        if row.decision.status == "withheld":
            words = phrase("table.withheld", self.language)
            return self.marks.mark(words, reason(row, self.release.plan, self.language))
        if row.estimate.note:
            return self.marks.mark(text, note_text(row.estimate.note, self.language))
        return text


def _past_no_change(estimate: Estimate) -> bool:
    """Say whether an interval includes no change although p, of the same procedure, is below 1 - confidence.

    Examples
    --------
    >>> from dataclasses import replace
    >>> row = Estimate(statistic="mean_change", value=0.9, low=-1.0, high=3.0, p_value=0.05, confidence=0.95)
    >>> _past_no_change(row), _past_no_change(replace(row, low=0.0)), _past_no_change(replace(row, p_value=1.0))
    (True, False, False)
    """
    unchanged = 1.0 if estimate.scale == "ratio" else 0.0
    return estimate.p_value <= 1 - estimate.confidence and estimate.low < unchanged < estimate.high


def share_or_value(estimate: Estimate, column: Column | None, language: Language) -> str:
    """Write a value; a share has its per cent sign, every other unit stands in the head of the row."""
    text = value_text(estimate, column, language)
    share = estimate.statistic.startswith(("share_", "class_share_", "transition_"))
    if not share or text == NOTHING:
        return text
    return f"{text}\u00a0%" if language == "sv" else f"{text}%"


def p_text(value: float, language: Language) -> str:
    r"""Write a p-value for a column headed p.

    Examples
    --------
    >>> p_text(0.03, "sv"), p_text(0.0001, "en")
    ('0,03', '<\xa00.001')
    """
    return p_value(value, language).removeprefix("p = ").removeprefix("p ").replace(" ", "\u00a0")


def statistic_name(statistic: str, language: Language) -> str:
    """Name a statistic with a capital, for the beginning of a line."""
    label = phrase(f"statistic.{statistic}.label", language)
    return label[:1].upper() + label[1:]


def counted(what: Counted, count: float, language: Language) -> str:
    r"""Count families, persons or goals in words.

    Examples
    --------
    >>> counted("families", 15, "sv"), counted("persons", 1, "en")
    ('15\xa0familjer', '1\xa0person')
    """
    key = f"figure.{what}_one" if count == 1 else f"figure.{what}"
    return phrase(key, language, {"n": number(count, language, 0)})


def column_of(release: Release, row: Released) -> Column | None:
    """Give the declared column that a row is about, or none for participants."""
    return release.codebook.indicator(row.estimate.outcome).column if row.estimate.outcome else None


def category_label(codebook: Codebook, estimate: Estimate, language: Language) -> str:
    """Name the class, step, wave or reason that a row is about; empty when it has no category."""
    if not estimate.category:
        return ""
    if estimate.outcome:
        partitions = codebook.indicator(estimate.outcome).column.partitions()
        labels = {cell.category: cell.label[language] for view in partitions for cell in view.cells}
        start, _, end = estimate.category.partition(">")
        if end:
            return f"{labels[start]} → {labels[start.partition(':')[0] + ':' + end]}"
        return labels.get(estimate.category) or comparison_label(codebook, estimate.category, language)
    wave, _, code = estimate.category.partition(":")
    label = codebook.waves[wave].label[language] if wave in codebook.waves else wave
    return f"{label}: {missing_label(codebook, code, language)}" if code else label


def comparison_label(codebook: Codebook, category: str, language: Language) -> str:
    """Name the column that a comparison is about, and the groups compared: `sex:m:f` is m against f."""
    name, *groups = category.split(":")
    tables = codebook.tables.values()
    column = next((table.columns[name] for table in tables if name in table.columns), None)
    if column is None:
        return category
    label = column.label[language]
    codes = {
        str(code): text for code, text in (column.codes if isinstance(column.codes, dict) else {}).items()
    }
    if len(groups) != 2 or not set(groups) <= set(codes):
        return label
    first, second = (codes[group][language] for group in groups)
    return phrase("table.compared", language, {"column": label, "first": first, "second": second})


def rows_of(release: Release, outcome: str) -> list[Released]:
    """Give the rows of one outcome, in order."""
    return [row for row in release if row.estimate.outcome == outcome]


def domain_status(release: Release, domain: str) -> DomainStatus:
    """Say whether a domain has released numbers, has numbers that are all withheld, or was not measured."""
    return status_of([row for row in release if row.estimate.domain == domain])


def status_of(rows: Collection[Released]) -> DomainStatus:
    """Say the same of some rows, such as those of one indicator."""
    if any(row.estimate.n > 0 and row.decision.status != "withheld" for row in rows):
        return "measured"
    return "withheld" if any(row.decision.status == "withheld" for row in rows) else "not_measured"
