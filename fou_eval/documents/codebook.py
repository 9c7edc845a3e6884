"""The codebook of a study as pages: what every table, column and code means and how values are written."""

from collections.abc import Iterator, Sequence

from fou_eval.declaration.codebook import Column, Indicator, Table
from fou_eval.declaration.instruments import Instrument
from fou_eval.declaration.measures import Measure
from fou_eval.declaration.reading import Declaration
from fou_eval.declaration.text import Language
from fou_eval.documents import blocks
from fou_eval.documents.blocks import Block, Head
from fou_eval.formatting import number
from fou_eval.language import phrase
from fou_eval.wording import codes_of, condition, missing_of, written_form

LONGEST_LIST = 12
"""Codes that fit into the cell of a column; a longer list gets a table of its own."""


def introduction(declaration: Declaration, language: Language) -> Iterator[Block]:
    """Say what the document is for and how values are written."""
    tables = declaration.codebook.tables
    yield blocks.paragraph(phrase("codebook.purpose", language, {"tables": len(tables)}))
    leads = ("ids", "numbers", "dates", "missing", "text")
    yield blocks.bullets(
        (phrase(f"codebook.how.{lead}.lead", language), phrase(f"codebook.how.{lead}", language))
        for lead in leads
    )


def codebook_pages(declaration: Declaration, language: Language) -> tuple[Block, ...]:
    """Put the codebook together from the declarations alone; no data are read.

    Parameters
    ----------
    declaration
        The study.
    language
        Language of every word.

    Returns
    -------
    tuple of Block
        Waves, domains with their indicators, every table with its columns and rules, instruments.
    """
    return (
        *_waves(declaration, language),
        *_domains(declaration, language),
        *(
            block
            for table in declaration.codebook.tables.values()
            for block in _table(table, declaration, language)
        ),
        *_instruments(declaration, language),
    )


def codebook_title(declaration: Declaration, language: Language) -> str:
    """Give the title of the document."""
    return phrase("codebook.title", language, {"title": declaration.codebook.title[language]})


def _waves(declaration: Declaration, language: Language) -> Iterator[Block]:
    yield blocks.heading(phrase("codebook.waves", language), level=1)
    yield blocks.grid(
        phrase("codebook.waves.caption", language),
        _heads(language, ("code", 1.0), ("means", 2.0), ("months", 1.0), ("accepted", 2.0)),
        [
            (code, wave.label[language], _plain(wave.months, language), _listed(wave.accept))
            for code, wave in declaration.codebook.waves.items()
        ],
    )


def _domains(declaration: Declaration, language: Language) -> Iterator[Block]:
    """List the domains with their indicators; one that has none is shown too."""
    codebook, plan = declaration.codebook, declaration.plan
    rows: list[tuple[str, str, str, str, str]] = []
    for domain, declared in {**codebook.domains, **codebook.topics}.items():
        found = [indicator for indicator in codebook.indicators() if indicator.domain == domain]
        rows += [
            _indicator(indicator, declared.label[language], language, primary=plan.primary.get(domain))
            for indicator in found
        ]
        if not found:
            rows.append((declared.label[language], phrase("codebook.no_indicator", language), "", "", ""))
    yield blocks.heading(phrase("codebook.domains", language), level=1)
    yield blocks.grid(
        phrase("codebook.domains.caption", language),
        _heads(language, ("domain", 2.1), ("indicator", 3.0), ("kind", 1.1), ("better", 1.1), ("unit", 1.0)),
        rows,
        [phrase("codebook.primary.note", language)],
    )


def _indicator(
    indicator: Indicator, domain: str, language: Language, *, primary: str | None
) -> tuple[str, str, str, str, str]:
    mark = "*" if indicator.name == primary else ""
    return (
        domain,
        f"{indicator.label(language)}{mark} ({indicator.name})",
        phrase(f"codebook.kind.{indicator.kind}", language),
        phrase(f"codebook.better.{indicator.better}", language),
        phrase(f"codebook.unit.{indicator.unit}", language),
    )


def _table(table: Table, declaration: Declaration, language: Language) -> Iterator[Block]:
    yield blocks.heading(phrase("codebook.table", language, {"label": table.label[language]}), level=1)
    places = {"table": table.table, "row": table.row[language], "key": " + ".join(table.key)}
    yield blocks.paragraph(phrase("codebook.table.row", language, places))
    yield blocks.grid(
        phrase("codebook.columns.caption", language, {"table": table.table}),
        _heads(language, ("column", 2.2), ("written", 2.0), ("codes", 3.0)),
        [_column(name, column, table, declaration, language) for name, column in table.columns.items()],
        _notes(table, language),
    )
    for name, column in table.columns.items():
        codes = codes_of(column, declaration.codebook, language)
        if len(codes) > LONGEST_LIST:
            caption = phrase("codebook.codes.caption", language, {"column": name})
            yield blocks.grid(caption, _heads(language, ("code", 1.0), ("means", 4.0)), codes)
    if table.rules:
        yield blocks.grid(
            phrase("codebook.rules.caption", language, {"table": table.table}),
            _heads(language, ("rule", 0.5), ("columns", 1.5), ("broken", 3.0)),
            [(rule.id, _listed(rule.columns), rule.message[language]) for rule in table.rules],
        )
    if table.measures:
        yield blocks.grid(
            phrase("codebook.measures.caption", language, {"table": table.table}),
            _heads(language, ("indicator", 2.0), ("counted", 3.0), ("better", 1.0)),
            [_measure(name, measure, table, language) for name, measure in table.measures.items()],
        )


def _measure(name: str, measure: Measure, table: Table, language: Language) -> tuple[str, str, str]:
    """Describe an indicator that is counted from the rows of a table."""
    return (
        f"{measure.label[language]} ({name})",
        how_counted(measure, table, language),
        phrase(f"codebook.better.{measure.better}", language),
    )


def how_counted(measure: Measure, table: Table, language: Language) -> str:
    """Say how an indicator is counted from the rows of a table."""
    column = table.columns[measure.column].label[language] if measure.column else ""
    said = [phrase(f"codebook.take.{measure.take}", language, {"column": column})]
    if measure.window is not None:
        said.append(phrase("codebook.window", language, {"months": measure.window}))
    if measure.when:
        given = condition(measure.when, table.columns, language)
        said.append(phrase("codebook.counted_when", language, {"condition": given}))
    return " ".join(said)


def _column(
    name: str, column: Column, table: Table, declaration: Declaration, language: Language
) -> tuple[str, str, str]:
    """Describe a column in three cells: what it is, how it is written, which codes there are."""
    written = [f"{written_form(column, language)}."]
    if column.unit:
        written.append(phrase("codebook.in_unit", language, {"unit": column.unit[language]}))
    written.append(phrase(f"codebook.{'required' if column.required else 'optional'}", language))
    if column.only_when:
        given = condition(column.only_when, table.columns, language)
        written.append(phrase("codebook.only_when", language, {"condition": given}))
    what = f"{name}\n{column.label[language]}" + (
        phrase("codebook.mark.sensitive", language) if column.sensitive else ""
    )
    return what, " ".join(written), _codes(column, declaration, language)


def _codes(column: Column, declaration: Declaration, language: Language) -> str:
    codes = codes_of(column, declaration.codebook, language)
    if len(codes) > LONGEST_LIST:
        lines = [phrase("codebook.codes.below", language)]
    else:
        lines = [f"{code} = {meaning}" for code, meaning in codes]
    missing = missing_of(column, language)
    if missing:
        reasons = "; ".join(f"{code} = {reason}" for code, reason in missing)
        lines.append(phrase("codebook.missing", language, {"codes": reasons}))
    return "\n".join(lines)


def _notes(table: Table, language: Language) -> list[str]:
    return (
        [phrase("codebook.sensitive.note", language)]
        if any(column.sensitive for column in table.columns.values())
        else []
    )


def _instruments(declaration: Declaration, language: Language) -> Iterator[Block]:
    if not declaration.instruments:
        return
    yield blocks.heading(phrase("codebook.instruments", language), level=1)
    yield blocks.grid(
        phrase("codebook.instruments.caption", language),
        _heads(
            language,
            ("instrument", 1.6),
            ("range", 1.0),
            ("respondent", 1.2),
            ("source", 2.4),
            ("licence", 1.4),
        ),
        [_instrument(instrument, language) for instrument in declaration.instruments.values()],
    )


def _instrument(instrument: Instrument, language: Language) -> tuple[str, ...]:
    who = ", ".join(phrase(f"codebook.respondent.{name}", language) for name in instrument.respondent)
    ends = {"low": _plain(instrument.min, language), "high": _plain(instrument.max, language)}
    return (
        f"{instrument.name[language]} ({instrument.version})",
        phrase("codebook.range", language, ends),
        who,
        instrument.source,
        instrument.licence,
    )


def _heads(language: Language, *columns: tuple[str, float]) -> list[Head]:
    return [Head(phrase(f"codebook.head.{key}", language), "left", weight) for key, weight in columns]


def _plain(value: float, language: Language) -> str:
    return number(value, language, 0 if float(value).is_integer() else 1)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)
