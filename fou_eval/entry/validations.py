"""Drop-downs, limits and the words that are shown beside a cell."""

from collections.abc import Mapping
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation

from fou_eval.declaration.codebook import Column, Table, Wave
from fou_eval.declaration.text import Language
from fou_eval.entry.answers import Answers, answers, pairs
from fou_eval.entry.expressions import LONGEST, allowed, days, serial
from fou_eval.intake.raw import letter
from fou_eval.language import phrase

# Excel repairs, that is drops, a validation with longer texts.
TITLE, PROMPT, ERROR = 32, 255, 225
NUMBER_FORMATS = {"text": "@", "month": "@", "date": "yyyy-mm-dd"}


def add_validation(
    sheet: Any,
    table: Table,
    name: str,
    waves: Mapping[str, Wave],
    *,
    cells: str,
    language: Language,
    source: str | None,
) -> None:
    """Add the drop-down or limits of one column, with what to write shown beside the cell.

    Parameters
    ----------
    sheet
        Sheet of an openpyxl workbook.
    table, name
        The declared table and column.
    waves
        The declared waves.
    cells
        Where it applies, such as ``F3:F2002``.
    language
        Language of the words.
    source
        Cells that list the codes, for a list that is too long to stand in the validation; none where there are none.
    """
    column = table.columns[name]
    said = answers(column, waves, language)
    rule = _rule(column, said, waves, cells.split(":", maxsplit=1)[0], source)
    rule.allow_blank = True
    rule.promptTitle = cut(name, TITLE)
    rule.prompt = cut(f"{column.label[language]}\n{hint(table, name, said, language)}", PROMPT)
    rule.showInputMessage = True
    if rule.type is not None:
        rule.errorTitle = cut(phrase("hint.error.title", language), TITLE)
        rule.error = cut(_expected(said, language), ERROR)
        rule.errorStyle, rule.showErrorMessage = "stop", True
    rule.add(cells)
    sheet.add_data_validation(rule)


def refuse_beside(sheet: Any, first: int, language: Language) -> None:
    """Refuse whatever is written to the right of the table."""
    rule = DataValidation(type="custom", formula1="FALSE", allow_blank=True)
    rule.errorTitle = cut(phrase("hint.error.title", language), TITLE)
    rule.error = cut(phrase("hint.no_column", language), ERROR)
    rule.showErrorMessage = True
    rule.add(f"{letter(first)}1:XFD1048576")
    sheet.add_data_validation(rule)


def hint(table: Table, name: str, said: Answers, language: Language) -> str:
    """Say what to write in a column: form, unit, whether it must be filled in and when, codes for missing."""
    column = table.columns[name]
    lines = [f"{said.form[0].upper()}{said.form[1:]}" + (f": {pairs(said.codes)}" if said.codes else ".")]
    if column.unit:
        lines.append(phrase("hint.unit", language, {"unit": column.unit[language]}))
    if column.required:
        lines.append(phrase("hint.required", language))
    lines += conditions(column, language)
    if said.missing:
        lines.append(phrase("hint.missing", language, {"codes": pairs(said.missing)}))
    if column.role == "free_text":
        lines = [phrase("hint.free_text", language)]
    if column.role in {"family_id", "person_id"}:
        lines.append(phrase("hint.id", language))
    return "\n".join(lines)


def conditions(column: Column, language: Language) -> list[str]:
    """Say when a column is filled in, one sentence per condition."""
    either = phrase("hint.or", language)
    return [
        phrase("hint.only_when", language, {"column": other, "codes": either.join(map(str, codes))})
        for other, codes in column.only_when.items()
    ]


def cut(text: str, most: int) -> str:
    """Cut a text at the end of a word, with an ellipsis, so that it has no more than so many characters.

    Examples
    --------
    >>> cut("Möten med ombudet", 12)
    'Möten med…'
    """
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept else kept}…"


def _rule(
    column: Column, said: Answers, waves: Mapping[str, Wave], cell: str, source: str | None
) -> DataValidation:
    if said.listed:
        listed = ",".join(map(str, said.listed))
        if len(listed) <= LONGEST and not any("," in str(code) or '"' in str(code) for code in said.listed):
            return DataValidation(type="list", formula1=f'"{listed}"')
        return DataValidation(type="list", formula1=source) if source else DataValidation()
    if (
        not said.missing
        and column.type in {"integer", "number"}
        and column.min is not None
        and column.max is not None
    ):
        kind = "whole" if column.type == "integer" else "decimal"
        return DataValidation(
            type=kind, operator="between", formula1=str(column.min), formula2=str(column.max)
        )
    if not said.missing and column.type == "date":
        low, high = days(column)
        return DataValidation(
            type="date", operator="between", formula1=str(serial(low)), formula2=str(serial(high))
        )
    expression = allowed(column, waves, cell)
    return DataValidation(type="custom", formula1=expression) if expression else DataValidation()


def _expected(said: Answers, language: Language) -> str:
    text = phrase("hint.error", language, {"form": f"{said.form} {pairs(said.codes)}".strip()})
    return (
        f"{text} {phrase('hint.missing', language, {'codes': pairs(said.missing)})}" if said.missing else text
    )
