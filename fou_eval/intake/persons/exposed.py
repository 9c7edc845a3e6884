"""Say how exposed the families of a file are, and what would make them less so."""

from collections.abc import Iterable, Iterator, Mapping

from fou_eval.declaration.codebook import Table, Wave
from fou_eval.declaration.text import Language
from fou_eval.intake.issue import Findings, Place
from fou_eval.intake.persons.exposure import Exposure, exposure
from fou_eval.intake.persons.traits import BAND, Rows
from fou_eval.intake.sheets.grid import Grid
from fou_eval.language import phrase


def exposure_of(grids: Iterable[Grid], waves: Mapping[str, Wave], smallest: int) -> Exposure | None:
    """Count the families of a file that stand out by what is commonly known of them."""
    return exposure([_rows(grid) for grid in grids], waves, smallest)


def judge_exposure(
    grids: Mapping[str, Grid], waves: Mapping[str, Wave], smallest: int, findings: Findings
) -> None:
    """Note how many families are alone in what is known of them, and that days of measurement are known too.

    Both are information for whoever owns the file. The counts never leave it: no report holds them.
    """
    found = exposure_of(grids.values(), waves, smallest)
    if found is not None and found.is_worth_telling:
        labels = _labels(grids.values(), findings.language)
        places = {
            "alone": found.all.alone,
            "few": found.all.few,
            "families": found.families,
            "smallest": smallest,
            "known": _listed([_inside(labels[name]) for name in found.all.traits], findings.language),
            "advice": " ".join(_advice(found, labels, findings.language)),
        }
        findings.add("info", "exposed_families", Place(), places=places)
    dated = dict.fromkeys(label for grid in grids.values() for label in _dated(grid, findings.language))
    if dated:
        findings.add("info", "exact_dates", Place(), places={"columns": ", ".join(dated)})


def _rows(grid: Grid) -> Rows:
    ids = {grid.table.with_role(role) for role in ("family_id", "person_id")}
    return Rows(
        grid.table, {name: grid.written(name) if name in ids else grid.values(name) for name in grid.readings}
    )


def _advice(found: Exposure, labels: Mapping[str, str], language: Language) -> Iterator[str]:
    """Give what would help, what helps most first; a column is advised about once."""
    heaviest = found.heaviest
    if heaviest is not None:
        left = found.without[found.all.traits.index(heaviest)].alone
        yield phrase("exposure.heaviest", language, {"column": _inside(labels[heaviest]), "alone": left})
    if found.in_bands is not None:
        names = _listed([_inside(labels[name]) for name in found.exact], language)
        yield phrase(
            "exposure.bands", language, {"columns": names, "years": BAND, "alone": found.in_bands.alone}
        )
    yield phrase("exposure.fewer", language)


def _labels(grids: Iterable[Grid], language: Language) -> dict[str, str]:
    """Name the columns; of those of the same name, one in a table that holds families or persons goes before."""
    about = sorted(grids, key=lambda grid: _of_somebody(grid.table))
    return {name: column.label[language] for grid in about for name, column in grid.table.columns.items()}


def _of_somebody(table: Table) -> bool:
    return table.with_role("family_id") is not None or table.with_role("person_id") is not None


def _listed(words: list[str], language: Language) -> str:
    """Write words as a list in a sentence.

    Examples
    --------
    >>> _listed(["roll", "kön", "ålder"], "sv")
    'roll, kön och ålder'
    """
    last = phrase("exposure.and", language)
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def _inside(label: str) -> str:
    """Give a label as it is written inside a sentence; abbreviations keep their capitals.

    Examples
    --------
    >>> _inside("Kön"), _inside("NPF")
    ('kön', 'NPF')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _dated(grid: Grid, language: Language) -> list[str]:
    """Give the labels of the columns that hold days of the calendar."""
    columns = grid.table.columns
    return [
        columns[name].label[language]
        for name in grid.readings
        if columns[name].type == "date" and any(value is not None for value in grid.values(name))
    ]
