"""Check what one column declares against itself and against the names of the study."""

import re
import warnings
from collections.abc import Iterator
from datetime import date

from fou_eval.declaration.check_scores import goal_flaws, population_flaws
from fou_eval.declaration.check_steps import class_flaws, step_flaws
from fou_eval.declaration.codebook import Column
from fou_eval.declaration.faults import Flaw
from fou_eval.declaration.known import Known, absent

_BIRTH = re.compile(
    r"\b(?:född|fodd|fött)|födels|fodels|födsel|fodsel|\bbirth|\bborn\b|\bdob\b", re.IGNORECASE
)
_NUMERIC = {"integer", "number"}
_DATED = {"date", "month"}
_MEASURES = {  # types that an outcome of each kind may have
    "scale": {"integer", "number"},
    "count": {"integer", "number"},
    "ordinal": {"integer", "code"},
    "binary": {"boolean", "code"},
    "ladder": {"integer", "code"},
}
_ROLE_TYPES = {"wave": {"code"}, "date": _DATED, "free_text": {"text"}, "exposure": _NUMERIC}
_OUTCOME_ONLY = (
    *("domain", "kind", "better", "exposure", "per", "rater"),
    *("goal", "meaningful_change", "clinical", "cutoff"),
)


def column_flaws(name: str, column: Column, known: Known) -> Iterator[Flaw]:
    """Give the flaws of a column that need no other column to be seen; paths begin at the column."""
    yield from _form_flaws(column)
    yield from _birth_flaws(name, column)
    yield from _limit_flaws(column)
    yield from _code_flaws(column, known)
    yield from _role_flaws(column)
    yield from _outcome_flaws(column, known)
    yield from _instrument_flaws(column, known)
    yield from goal_flaws(column)
    yield from population_flaws(column, known)
    yield from step_flaws(column)
    yield from class_flaws(column, known)


def _form_flaws(column: Column) -> Iterator[Flaw]:
    if column.pattern is None:
        return
    if column.type != "text":
        yield Flaw(("pattern",), f"a pattern is for type text, and this is type {column.type}. Remove it.")
        return
    form = _compiled(column.pattern)
    if isinstance(form, str):
        yield Flaw(("pattern",), f"'{column.pattern}' is not a regular expression: {form}. Correct it.")
        return
    if column.example is not None and not form.fullmatch(column.example):
        yield Flaw(
            ("example",),
            f"'{column.example}' does not have the form '{column.pattern}'. Correct one of them.",
        )


def _compiled(pattern: str) -> re.Pattern[str] | str:
    """Give the compiled pattern, or why it cannot be used; one that Python will read otherwise later is refused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return re.compile(pattern)
    except re.error as error:
        return error.msg
    except (OverflowError, RecursionError, Warning) as error:
        return str(error)


def _birth_flaws(name: str, column: Column) -> Iterator[Flaw]:
    """Refuse dates of birth: with little else they point out a person, and no question here needs the day."""
    words = (name.replace("_", " "), column.label.sv, column.label.en, *column.aliases)
    if column.type in _DATED and any(_BIRTH.search(word) for word in words):
        yield Flaw(
            ("type",),
            f"a {column.type} of birth points out a person. Declare the age at entry in bands (type code), or the year "
            "of birth in bands, and leave the date out of the file.",
        )


def _limit_flaws(column: Column) -> Iterator[Flaw]:
    limits = {name: value for name, value in (("min", column.min), ("max", column.max)) if value is not None}
    if column.type not in _NUMERIC | _DATED:
        unused = [*limits, *(["resolution"] if column.resolution is not None else [])]
        for name in unused:
            yield Flaw(
                (name,), f"{name} is for numbers and dates, and this is type {column.type}. Remove it."
            )
        return
    wanted = "a date such as 2015-01-15" if column.type in _DATED else "a number"
    wrong = [name for name, value in limits.items() if isinstance(value, date) != (column.type in _DATED)]
    for name in wrong:
        yield Flaw((name,), f"expected {wanted}, since this is type {column.type}, found {limits[name]}.")
    if len(limits) == 2 and not wrong and column.min > column.max:  # type: ignore[operator]
        yield Flaw(("min",), f"min {column.min} is above max {column.max}. Exchange or correct them.")
    yield from _resolution_flaws(column, spread=limits if not wrong and column.type in _NUMERIC else {})


def _resolution_flaws(column: Column, spread: dict[str, int | float | date]) -> Iterator[Flaw]:
    step = column.resolution
    if step is None:
        return
    if column.type in _DATED:
        yield Flaw(("resolution",), f"resolution is for numbers, and this is type {column.type}. Remove it.")
    elif column.type == "integer" and step != int(step):
        yield Flaw(("resolution",), f"expected a whole number, since this is type integer, found {step}.")
    elif len(spread) == 2 and 0 <= float(spread["max"]) - float(spread["min"]) < step:  # type: ignore[arg-type]
        yield Flaw(
            ("resolution",), f"a step of {step} is wider than the range from min to max. Correct one of them."
        )


def _code_flaws(column: Column, known: Known) -> Iterator[Flaw]:
    if column.type == "code" and not column.codes and not column.steps:
        yield Flaw((), "type code needs codes. Add codes: {...}, or codes: waves for the waves of the study.")
    if column.codes and column.type not in {"code", "integer"}:
        yield Flaw(("codes",), f"codes are for type code, and this is type {column.type}. Change the type.")
    if column.codes == "waves" and column.role != "wave":
        yield Flaw(
            ("codes",), f"codes: waves is for role wave, and this is role {column.role}. Add role: wave."
        )
    if isinstance(column.codes, dict) and column.type == "integer":
        for code in column.codes:
            if not isinstance(code, int):
                yield Flaw(("codes", code), f"code '{code}' is not a whole number, and this is type integer.")
    for code in column.missing_codes:
        yield from _missing_code_flaws(column, str(code), known)


def _missing_code_flaws(column: Column, code: str, known: Known) -> Iterator[Flaw]:
    path = ("missing_codes", next(key for key in column.missing_codes if str(key) == code))
    if code in (known.codes(column) or ()):
        yield Flaw(path, f"'{code}' is both a code and a missing code. Choose another missing code.")
    if column.type not in _NUMERIC or not re.fullmatch(r"[-+]?\d+", code):
        return
    low, high = column.min, column.max
    if isinstance(low, (int, float)) and isinstance(high, (int, float)) and low <= int(code) <= high:
        yield Flaw(path, f"missing code {code} lies in the range {low} to {high}. Choose one outside it.")


def _role_flaws(column: Column) -> Iterator[Flaw]:
    types = _ROLE_TYPES.get(column.role)
    if types and column.type not in types:
        wanted = " or ".join(sorted(types))
        yield Flaw(("role",), f"role {column.role} needs type {wanted}, and this is type {column.type}.")
    elif column.role == "wave" and column.codes != "waves":
        yield Flaw(("role",), "role wave needs codes: waves, so that the waves are those of the study.")


def _outcome_flaws(column: Column, known: Known) -> Iterator[Flaw]:
    if column.role != "outcome":
        given = [name for name in _OUTCOME_ONLY if getattr(column, name) is not None]
        if given:
            listed = ", ".join(given)
            yield Flaw(
                (given[0],), f"{listed}: for role outcome, and this is role {column.role}. Add role: outcome."
            )
        return
    unread = column.instrument is not None and column.instrument not in known.measures
    for name in ("domain", "kind", "better"):
        if getattr(column, name) is None and not (name == "better" and unread):
            yield Flaw((), f"role outcome needs {name}. Add {name}: {_OUTCOME_WORDS[name]}.")
    if column.domain is not None:
        places = None if known.domains is None else (*known.domains, *known.topics)
        yield from absent("domain", column.domain, places, ("domain",))
    if column.type not in {kind for types in _MEASURES.values() for kind in types}:
        yield Flaw(
            ("type",), f"a column of type {column.type} cannot be an outcome. Use another role, or codes."
        )
    elif column.kind is not None:
        yield from _kind_flaws(column, known)


_OUTCOME_WORDS = {
    "domain": "one of the domains in study.yaml",
    "kind": "scale, ordinal, count, binary or ladder",
    "better": "higher, lower or neither",
}


def _kind_flaws(column: Column, known: Known) -> Iterator[Flaw]:
    kind, codes = column.kind or "", known.codes(column)
    if column.type not in _MEASURES[kind]:
        wanted = " or ".join(sorted(_MEASURES[kind]))
        yield Flaw(("kind",), f"kind {kind} needs type {wanted}, and this is type {column.type}.")
    elif kind == "binary" and column.type == "code" and codes is not None and len(codes) != 2:
        yield Flaw(
            ("kind",), f"kind binary needs exactly two codes, and there are {len(codes)}. Use kind ordinal."
        )
    elif kind == "ladder" and not codes:
        yield Flaw(("kind",), "kind ladder needs steps, from lowest to highest. Add steps: {...}.")
    if column.exposure is not None and kind != "count":
        yield Flaw(("exposure",), f"exposure is for kind count, and this is kind {kind}. Remove it.")
    if column.per is not None and column.exposure is None:
        yield Flaw(
            ("per",), "per names one unit of the exposure, and there is no exposure. Add one, or remove per."
        )


def _instrument_flaws(column: Column, known: Known) -> Iterator[Flaw]:
    if column.instrument is None:
        return
    yield from absent("instrument", column.instrument, known.instruments, ("instrument",))
    instrument = known.measures.get(column.instrument)
    if instrument is not None and column.better not in {None, "neither", instrument.better}:
        yield Flaw(
            ("better",),
            f"better is {column.better}, but instrument '{column.instrument}' says {instrument.better}. "
            "Correct one of them.",
        )
