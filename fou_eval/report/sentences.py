"""Plain sentences about one indicator, made from released numbers only; worse always stands beside better."""

from collections.abc import Iterable, Mapping
from math import isfinite, isnan

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.disclosure.linked import share_views
from fou_eval.disclosure.protect import COARSE
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate, level_scale
from fou_eval.formatting import interval_label, number, percent
from fou_eval.language import phrase
from fou_eval.quantities import estimate_text, interval_text, unit_text, value_text
from fou_eval.tables import UNITS, counted

_ROUNDING = 1e-9
OF_GOALS = frozenset(
    {"directed", "better_or_not", "worse_or_not"}
)  # a goal gets better; nobody fares better by it
LEVELS = {"binary": ("share_yes_before", "share_yes_after"), "count": ("rate_before", "rate_after")}


class Sentences:
    """Writes sentences about the indicators of one release.

    Parameters
    ----------
    release
        What passed the gate.
    language
        Language of the sentences.
    """

    def __init__(self, release: Release, language: Language) -> None:
        self.release = release
        self.language: Language = language

    def plain(self, indicator: Indicator, where: str) -> str:
        """Say in plain words whether, for how many and from what to what an indicator changed.

        Parameters
        ----------
        indicator
            The indicator.
        where
            Words that lead to where all of it stands.
        """
        rows = self._shown(indicator)
        split, levels = self._split(indicator, rows), self._levels(indicator, rows)
        # What is shown comes before what is not.
        first, *others = [part for part in ((split, levels) if _tells(split) else (levels, split)) if part]
        verdict = self._say(f"sentence.{self.finding(indicator.name)}").rstrip(".")
        values = {
            "verdict": verdict,
            "label": indicator.label(self.language),
            "where": where,
            "text": f"{first[0].lower()}{first[1:]}",
        }
        return " ".join([self._say("sentence.measure", values), *(_capital(part) for part in others)])

    def full(self, indicator: Indicator) -> str:
        """Say the same with the change, its unit and its interval; on how many it rests is for the margin."""
        rows = self._shown(indicator)
        parts = (
            self._verdict(indicator),
            _capital(self._split(indicator, rows)),
            self._levels(indicator, rows),
            self._change(indicator),
        )
        return " ".join(part for part in parts if part)

    def margin(self, indicator: Indicator) -> str:
        """Say on how many families, persons or goals the sentences rest, and how the interval is computed."""
        return " ".join(part for part in (self.basis(indicator), self._method(indicator)) if part)

    def basis(self, indicator: Indicator) -> str:
        """Count the families that the sentences rest on, and the persons or goals if these are measured."""
        rows = self._shown(indicator)
        shares = (name for names in share_views(indicator).values() for name in names)
        told = [rows[name] for name in (*shares, *_levels_of(indicator)) if name in rows]
        estimate = self._headline(indicator) or next(iter(told), None)
        if estimate is None:  # the sentences tell nothing, whatever else is shown of the indicator
            return ""
        families = counted("families", estimate.n_families, self.language)
        if estimate.unit not in UNITS:
            return f"{families}."
        return f"{families}, {counted(UNITS[estimate.unit], estimate.n, self.language)}."

    def _method(self, indicator: Indicator) -> str:
        headline = self._headline(indicator)
        if headline is None:
            return ""
        if isnan(headline.low) and isnan(headline.high):
            return self._say("margin.no_interval")
        label = interval_label(headline.confidence, self.language)
        told = self._say(f"margin.method.{headline.statistic}", {"interval": label})
        outwards = self._say("margin.rounded_outwards") if self._is_coarse(indicator) else ""
        return f"{told}{outwards}."

    def _say(self, key: str, values: Mapping[str, object] | None = None) -> str:
        return phrase(key, self.language, values)

    def _shown(self, indicator: Indicator) -> dict[str, Estimate]:
        return {
            row.estimate.statistic: row.estimate
            for row in self.release
            if row.estimate.outcome == indicator.name and _has_number(row)
        }

    def finding(self, outcome: str) -> str:
        """Say in one word what is found of an indicator: `hidden`, `no_interval`, `unclear`, or the direction."""
        change = self._headline(self.release.codebook.indicator(outcome))
        if change is None:
            return "hidden"
        if isnan(change.low) or isnan(change.high):
            return "no_interval"
        return _direction(change) if finds_change(change) else "unclear"

    def _verdict(self, indicator: Indicator) -> str:
        found = self.finding(indicator.name)
        return "" if found == "hidden" else self._say(f"sentence.{found}")

    def _split(self, indicator: Indicator, rows: Mapping[str, Estimate]) -> str:
        views = share_views(indicator)
        view = next((view for view, names in views.items() if all(name in rows for name in names)), None)
        if view is None:
            return self._say("sentence.split.withheld")
        shares = [rows[name] for name in views[view]]
        places = ("first", "second", "third")
        values = dict(zip(places, self._parts(shares), strict=False))
        goals = ".goals" if shares[0].unit == "goal" and view in OF_GOALS else ""
        return self._say(f"sentence.split.{view}{goals}", {**values, "who": self._who(shares[0])})

    def _parts(self, shares: list[Estimate]) -> list[str]:
        counts = counts_of(shares)
        if counts is None:
            return [percent(share.value, self.language) for share in shares]
        return [number(count, self.language, 0) for count in counts]

    def _who(self, estimate: Estimate) -> str:
        """Count who is measured; on how many families that rests stands in the margin."""
        if estimate.unit not in UNITS:
            return counted("families", estimate.n_families, self.language)
        return counted(UNITS[estimate.unit], estimate.n, self.language)

    def _levels(self, indicator: Indicator, rows: Mapping[str, Estimate]) -> str:
        before, after = (rows.get(name) for name in _levels_of(indicator))
        if before is None or after is None:
            return ""
        write = estimate_text if indicator.kind == "binary" else value_text
        ends = {
            "before": write(before, indicator.column, self.language),
            "after": write(after, indicator.column, self.language),
        }
        same = "_same" if ends["before"] == ends["after"] else ""
        if indicator.kind == "binary":
            return self._say(f"sentence.levels_yes{same}", ends)
        unit = _bracketed([self._unit(level_scale(indicator.kind), indicator)])
        return self._say(f"sentence.levels{same}", {**ends, "unit": unit})

    def _change(self, indicator: Indicator) -> str:
        change = self._headline(indicator)
        if change is None:
            return ""
        parts = [self._unit(change.scale, indicator)]
        if not (isnan(change.low) and isnan(change.high)):
            ends = interval_text(change, indicator.column, self.language).replace(" ", "\u00a0")
            parts.append(f"{interval_label(change.confidence, self.language)} {ends}")
        value = value_text(change, indicator.column, self.language)
        return self._say("sentence.change", {"value": value, "basis": _bracketed(parts)})

    def _is_coarse(self, indicator: Indicator) -> bool:
        row = self.release.headline(indicator.name)
        return row is not None and COARSE in row.decision.rules

    def _headline(self, indicator: Indicator) -> Estimate | None:
        row = self.release.headline(indicator.name)
        return row.estimate if row is not None and _has_number(row) else None

    def _unit(self, scale: str, indicator: Indicator) -> str:
        own = indicator.column.unit or indicator.kind not in {"scale", "ordinal"}
        return unit_text(scale, indicator.column, self.language) if own else ""


def _levels_of(indicator: Indicator) -> tuple[str, str]:
    return LEVELS.get(indicator.kind, ("mean_before", "mean_after"))


def finds_change(change: Estimate) -> bool:
    """Say whether a published row finds a change: its interval excludes 0, or touches it and p says that it did.

    An interval that is rounded outwards can end at 0 although it did not reach it; interval and p come from the same
    procedure, and p below 1 - confidence says so.

    Examples
    --------
    >>> from dataclasses import replace
    >>> row = Estimate(statistic="mean_change", value=1.4, low=0.0, high=3.0, p_value=0.05, confidence=0.95)
    >>> finds_change(row), finds_change(replace(row, p_value=1.0)), finds_change(replace(row, low=-1.0))
    (True, False, False)
    """
    if not change.low <= 0 <= change.high:
        return True
    touches = 0 in {change.low, change.high}
    return touches and isfinite(change.p_value) and change.p_value <= 1 - change.confidence + _ROUNDING


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tells(split: str) -> bool:
    """Say whether a sentence on how many moved which way holds a number."""
    return any(sign.isdigit() for sign in split)


def _bracketed(parts: Iterable[str]) -> str:
    inside = "; ".join(part for part in parts if part)
    return f" ({inside})" if inside else ""


def counts_of(shares: list[Estimate]) -> list[int] | None:
    """Give the counts behind released shares, or none when the shares do not tell them.

    A share that is released with two decimals tells its count exactly while there are fewer than a hundred units;
    the counts are used only if they give back every share and add up to all units.

    Examples
    --------
    >>> rows = [Estimate(statistic="share_better", value=v, n=16) for v in (0.56, 0.13, 0.31)]
    >>> counts_of(rows)
    [9, 2, 5]
    >>> counts_of([Estimate(statistic="share_better", value=0.5, n=200)]) is None
    True
    """
    n = shares[0].n
    counts = [int(share.value * n + 0.5) for share in shares]
    exact = all(
        abs(count / n - share.value) <= 0.005 + 1e-9 for count, share in zip(counts, shares, strict=True)
    )
    return counts if n < 100 and exact and sum(counts) == n else None


def _has_number(row: Released) -> bool:
    return row.decision.status != "withheld" and not isnan(row.estimate.value)


def _direction(change: Estimate) -> str:
    if change.statistic != "net_improvement" and change.better == "neither":
        return "rose" if change.value > 0 else "fell"
    good = (
        change.value > 0
        if change.statistic == "net_improvement" or change.better == "higher"
        else change.value < 0
    )
    return "improved" if good else "worsened"
