"""What a declared column asks for, in words: how a value is written, which codes there are, when it is asked."""

from collections.abc import Mapping
from datetime import date

from fou_eval.declaration.codebook import Codebook, Column
from fou_eval.declaration.running import running_form
from fou_eval.declaration.text import Language
from fou_eval.formatting import number
from fou_eval.language import phrase

Pair = tuple[str, str]  # a code, and what it means


def written_form(column: Column, language: Language) -> str:
    """Say how a value is written: its type, and the limits or the form that it must keep.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> absence = Column(label=Text(sv="Frånvaro", en="Absence"), type="number", min=0, max=100, resolution=0.1)
    >>> written_form(absence, "sv"), written_form(absence, "en")
    ('Tal från 0 till 100, högst en decimal', 'Number from 0 to 100, at most one decimal')
    """
    if _is_chosen(column):
        return phrase("codebook.form.code", language)
    if column.type == "text":
        return _text(column, language)
    form = phrase(f"codebook.form.{column.type}", language)
    limits = _limits(column, language)
    places = _decimals(column)
    key = {0: "", 1: "codebook.form.decimal"}.get(places, "codebook.form.decimals")
    decimals = phrase(key, language, {"count": places}) if key else ""
    return ", ".join(part for part in (f"{form} {limits}".strip(), decimals) if part)


def _is_chosen(column: Column) -> bool:
    """Say whether a value is chosen from a list; a scale with labelled ends is none."""
    is_scale = column.type in {"integer", "number"} and (column.min is not None or column.max is not None)
    return bool(column.steps or column.codes) and not is_scale


def codes_of(column: Column, codebook: Codebook, language: Language) -> tuple[Pair, ...]:
    """Give the codes that may be written, in declared order, with what they mean."""
    if column.codes == "waves":
        return tuple((code, wave.label[language]) for code, wave in codebook.waves.items())
    declared = column.steps or (column.codes if isinstance(column.codes, dict) else {})
    return tuple((str(code), meaning[language]) for code, meaning in declared.items())


def missing_of(column: Column, language: Language) -> tuple[Pair, ...]:
    """Give the codes that say why a value is missing, with the reasons."""
    return tuple((str(code), reason[language]) for code, reason in column.missing_codes.items())


def condition(
    given: Mapping[str, tuple[str | int, ...]], columns: Mapping[str, Column], language: Language
) -> str:
    """Say under which condition a column is filled in, by the labels of the columns and codes.

    Examples
    --------
    >>> from fou_eval.declaration.codes import Code
    >>> from fou_eval.declaration.text import Text
    >>> role = Column(label=Text(sv="Roll", en="Role"), type="code", codes={"barn": Code(sv="Barn", en="Child")})
    >>> condition({"roll": ("barn",)}, {"roll": role}, "sv")
    '”Roll” är Barn'
    """
    return "; ".join(_holds(codes, columns[name], language) for name, codes in given.items())


def _holds(codes: tuple[str | int, ...], column: Column, language: Language) -> str:
    declared = column.codes if isinstance(column.codes, dict) else column.steps or {}
    labels = {str(code): meaning[language] for code, meaning in declared.items()}
    named = [labels.get(str(code), str(code)) for code in codes]
    if len(named) == 1:
        return phrase("codebook.is", language, {"column": column.label[language], "code": named[0]})
    either = phrase("codebook.or", language, {"others": ", ".join(named[:-1]), "last": named[-1]})
    return phrase("codebook.is_one_of", language, {"column": column.label[language], "codes": either})


def _text(column: Column, language: Language) -> str:
    if column.role == "free_text":
        return phrase("codebook.form.free_text", language)
    form = running_form(column.pattern)
    example = column.example or (form.fill([1] * len(form.widths)) if form else "")
    if example:
        return phrase("codebook.form.example", language, {"example": example})
    if column.pattern:
        return phrase("codebook.form.pattern", language, {"pattern": column.pattern})
    return phrase("codebook.form.text", language)


def _limits(column: Column, language: Language) -> str:
    ends = [_end(end, column, language) for end in (column.min, column.max)]
    key = {(True, True): "between", (True, False): "least", (False, True): "most"}.get(
        (bool(ends[0]), bool(ends[1]))
    )
    return phrase(f"codebook.form.{key}", language, {"low": ends[0], "high": ends[1]}) if key else ""


def _end(end: object, column: Column, language: Language) -> str:
    if isinstance(end, date):
        return end.strftime("%Y-%m") if column.type == "month" else end.isoformat()
    if isinstance(end, int | float):
        return number(float(end), language, _decimals_of(float(end)))
    return ""


def _decimals(column: Column) -> int:
    """Count the decimals of the declared step between two values."""
    return _decimals_of(column.resolution) if column.type == "number" and column.resolution else 0


def _decimals_of(value: float) -> int:
    return len(f"{value:.10f}".rstrip("0").partition(".")[2])
