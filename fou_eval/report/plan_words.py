"""What a plan and an indicator declare, part by part, in words of both languages."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from fou_eval.declaration import Codebook, Column, Indicator, Language, Plan, Text
from fou_eval.declaration.plan import PlanChange
from fou_eval.disclosure.declared import limits
from fou_eval.formatting import day, number, percent
from fou_eval.language import phrase

FACETS = (
    *("label", "domain", "kind", "better", "limits", "unit", "steps", "codes"),
    *("exposure", "meaningful_change"),
)


def in_both(write: Callable[[Language], str]) -> Text:
    """Write a text in both languages."""
    return Text(sv=write("sv"), en=write("en"))


class PlanWords:
    """Writes the parts of a plan and of an indicator in words.

    Parameters
    ----------
    codebooks
        Where labels are looked up, the first that has one first; a name without a label stands for itself.
    """

    def __init__(self, *codebooks: Codebook | None) -> None:
        self._codebooks = [codebook for codebook in codebooks if codebook is not None]

    def item(self, part: str) -> Text:
        """Name a part of the plan as `PlanChange.part` calls it, such as ``primary.school``."""
        kind, _, name = part.partition(".")
        label = self._domain(name) if kind == "primary" else self._column(name)
        return in_both(
            lambda language: phrase(f"deviations.part.{kind}", language, {"label": label[language]})
        )

    def facet_item(self, indicator: Indicator, facet: str) -> Text:
        """Name a facet of an indicator."""
        return in_both(
            lambda language: phrase(
                "deviations.part.facet",
                language,
                {"label": indicator.label(language), "facet": phrase(f"deviations.facet.{facet}", language)},
            )
        )

    def decided(self, plan: Plan, part: str) -> Text | None:
        """Say what a plan decides in a part; None where it decides nothing."""
        kind, _, name = part.partition(".")
        if kind == "primary":
            return self._column(plan.primary[name]) if name in plan.primary else None
        if kind in {"dose", "compare"}:
            labels = [self._column(column) for column in getattr(plan, kind)]
            return in_both(lambda language: ", ".join(one[language] for one in labels)) if labels else None
        return in_both(lambda language: self._decided(plan, kind, language))

    def _decided(self, plan: Plan, kind: str, language: Language) -> str:
        ends = {"before": plan.contrast.before, "after": plan.contrast.after}
        waves = {end: self._wave(code)[language] for end, code in ends.items()}
        profile = phrase(f"report.again.profile.{plan.disclosure.profile}", language)
        return {
            "contrast": phrase("deviations.value.contrast", language, waves),
            "confidence": percent(plan.confidence, language),
            "multiplicity": phrase(f"deviations.value.multiplicity.{plan.multiplicity}", language),
            "disclosure": phrase(
                "deviations.value.limits", language, {"profile": profile, **limits(plan.disclosure)}
            ),
            "seed": str(plan.seed),
            "starts": phrase(f"deviations.value.starts.{plan.starts}", language),
            "fixed_on": day(plan.fixed_on, language),
        }[kind]

    def change(self, change: PlanChange) -> Text:
        """Name a recorded change."""
        item, seen = self.item(change.part), "yes" if change.data_seen else "no"
        return in_both(
            lambda language: phrase(
                "deviations.value.change",
                language,
                {
                    "day": day(change.on, language),
                    "item": item[language],
                    "seen": phrase(f"deviations.seen.{seen}", language),
                },
            )
        )

    def facets(self, indicator: Indicator) -> Mapping[str, Text | None]:
        """Say what decides how an indicator is read, facet by facet."""
        column = indicator.column
        change = column.meaningful_change
        return {
            "label": column.label,
            "domain": self._domain(indicator.domain),
            "kind": in_both(lambda language: phrase(f"codebook.kind.{indicator.kind}", language)),
            "better": in_both(lambda language: phrase(f"codebook.better.{indicator.better}", language)),
            "limits": _limits(column),
            "unit": column.unit,
            "steps": _listed(column.steps),
            "codes": _listed(column.codes if isinstance(column.codes, dict) else None),
            "exposure": self._column(column.exposure) if column.exposure else None,
            "meaningful_change": _ends(change.value, None) if change else None,
        }

    def _wave(self, code: str) -> Text:
        found = (codebook.waves[code].label for codebook in self._codebooks if code in codebook.waves)
        return next(found, Text(sv=code, en=code))

    def _domain(self, code: str) -> Text:
        found = (codebook.domains[code].label for codebook in self._codebooks if code in codebook.domains)
        return next(found, _itself(code))

    def _column(self, name: str) -> Text:
        found = (
            table.columns[name].label
            for codebook in self._codebooks
            for table in codebook.tables.values()
            if name in table.columns
        )
        return next(found, _itself(name))


def _itself(code: str) -> Text:
    return Text(sv=code or "–", en=code or "–")


def _listed(codes: Mapping[str | int, Text] | None) -> Text | None:
    """Write codes with their labels, in order."""
    if not codes:
        return None
    return in_both(lambda language: "; ".join(f"{code} {text[language]}" for code, text in codes.items()))


def _limits(column: Column) -> Text | None:
    return _ends(column.min, column.max)


def _ends(low: float | date | None, high: float | date | None) -> Text | None:
    if low is None and high is None:
        return None
    key = "most" if low is None else "least" if high is None else "between"
    return in_both(
        lambda language: phrase(
            f"deviations.value.{key}", language, {"low": _end(low, language), "high": _end(high, language)}
        )
    )


def _end(value: float | date | None, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value, language)
    decimals = max(0, -int(Decimal(repr(value)).normalize().as_tuple().exponent))
    return number(value, language, decimals)
