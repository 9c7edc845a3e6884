"""`fou-eval power`: before the study, how small a change it would detect."""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import isfinite
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from typer import BadParameter

from fou_eval import figures
from fou_eval.declaration import Declaration, Language, read_declaration
from fou_eval.figures.power import basis, change_text, grouped, indicator_label, unit_of
from fou_eval.formatting import number, percent, round_significant, round_to
from fou_eval.language import phrase
from fou_eval.measured import Detectable
from fou_eval.placing import files_in_place
from fou_eval.simulation.planned import Planned, declared, of_study, typical
from fou_eval.simulation.power import DATASETS, DROPOUT, FAMILIES, KINDS, POWER, power
from fou_eval.study import open_study


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for on the command line; none where it was left out."""

    study: Path | None
    outcome: str | None
    kind: str | None
    families: str | None
    members: str | None
    icc: float
    dropout: float | None
    waves: int | None
    confidence: float | None
    chance: float | None
    datasets: int | None


def run(wish: Wish, *, out: Path | None, language: Language | None, as_json: bool) -> None:
    """Answer how small a change would be detected: a table, JSON or a folder with a figure."""
    declaration = read_declaration(wish.study) if wish.study else None
    words: Language = language or (declaration.codebook.language if declaration else "sv")
    rows = _rows(wish, declaration)
    if as_json:
        sys.stdout.write(json.dumps([_record(row) for row in rows], ensure_ascii=False, indent=1) + "\n")
    else:
        _show(rows, words)
    if out is not None:
        picture = figures.power(rows, words)
        text = json.dumps([_record(row) for row in rows], ensure_ascii=False, indent=1)
        contents = {f"{picture.name}.svg": picture.svg(), "power.json": f"{text}\n".encode()}
        files_in_place(out, contents, words)


def _rows(wish: Wish, declaration: Declaration | None) -> tuple[Detectable, ...]:
    indicators = _indicators(wish, declaration)
    left = {planned.leaving for planned in indicators if planned.leaving is not None}
    waves = wish.waves or (2 if left or declaration is None else _waves(declaration))
    dropout = wish.dropout if wish.dropout is not None else max(left) if left else DROPOUT
    plan = declaration.plan if declaration else None
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("power", total=None)
        return power(
            indicators,
            families=_numbers(wish.families, "--families", 2) or FAMILIES,
            members=_numbers(wish.members, "--members", 1) or None,
            icc=wish.icc,
            dropout=dropout,
            waves=waves,
            confidence=wish.confidence or (plan.confidence if plan else 0.95),
            power=wish.chance or POWER,
            datasets=wish.datasets or DATASETS,
            seed=plan.seed if plan else 20170731,
            processes=os.cpu_count() or 1,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def _indicators(wish: Wish, declaration: Declaration | None) -> tuple[Planned, ...]:
    """Choose the indicators: of a study with data, of its codebook alone, or the typical ones."""
    if wish.kind is not None and wish.kind not in KINDS:
        raise BadParameter(f"'{wish.kind}' is none of {', '.join(KINDS)}.", param_hint="--kind")
    if declaration is None or wish.study is None:
        return tuple(typical(kind) for kind in KINDS if wish.kind in {None, kind})
    codebook = declaration.codebook
    if codebook.data is not None:
        found = of_study(open_study(wish.study), wish.outcome)
        if found:
            return found
    names = [wish.outcome] if wish.outcome else list(declaration.plan.primary.values())
    return tuple(declared(codebook.indicator(name)) for name in names)


def _waves(declaration: Declaration) -> int:
    """Count the waves from the first to the last of the contrast."""
    waves, contrast = list(declaration.codebook.waves), declaration.plan.contrast
    return waves.index(contrast.after) - waves.index(contrast.before) + 1


def _numbers(text: str | None, option: str, least: int) -> tuple[int, ...]:
    """Read whole numbers separated by commas."""
    if text is None:
        return ()
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and int(part) >= least for part in parts):
        raise BadParameter(
            f"'{text}' is not a list of whole numbers of at least {least}, such as 15,20,30.",
            param_hint=option,
        )
    return tuple(int(part) for part in parts)


def _show(rows: Sequence[Detectable], language: Language) -> None:
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    title = phrase("power.title", language, {"power": percent(rows[0].power, language)})
    table = Table(title=title, title_justify="left", title_style="bold", pad_edge=False)
    for key in ("kind", "families", "units", "change", "half_width", "change_sd"):
        justify = "left" if key == "kind" else "right"
        table.add_column(phrase(f"power.{key}", language), justify=justify)  # type: ignore[arg-type]
    for own in grouped(rows).values():
        # The unit stands below the name, so that the first column is as wide as both and the others stay narrow.
        names = [indicator_label(own[0], language), unit_of(own[0], language)]
        names = ["\n".join(names)] if len(own) == 1 else names + [""] * (len(own) - 2)
        for name, row in zip(names, own, strict=True):
            table.add_row(*_cells(row, name, language))
        table.add_section()
    console.print(table)
    console.print(basis(rows, language))
    example = min(rows, key=lambda row: abs(row.families - 20))
    if isfinite(example.change):
        values = {
            "families": number(example.families, language, 0),
            "change": change_text(example, language),
            "unit": unit_of(example, language),
            "power": percent(example.power, language),
        }
        console.print(phrase("power.plain", language, values))


def _cells(row: Detectable, name: str, language: Language) -> tuple[str, ...]:
    size = abs(row.change) if isfinite(row.change) else 1.0
    decimals = 0 if size >= 9.95 else 1 if size >= 0.995 else 2
    sd = phrase("power.none", language)
    if isfinite(row.change_sd):
        sd = f"{number(row.change_sd, language, 2)} ± {number(row.error_sd, language, 2)}"
    return (
        name,
        number(row.families, language, 0),
        number(row.units, language, 0),
        change_text(row, language),
        number(row.half_width, language, decimals),
        sd,
    )


def _record(row: Detectable) -> dict[str, object]:
    """Give a row as JSON holds it: what cannot be computed is null.

    With all their digits, a change in the unit and the same in standard deviations would give the standard deviation
    of a study's own data, which nothing has released.
    """
    plain = asdict(row)
    plain |= {name: round_significant(getattr(row, name), 3) for name in ("change", "half_width", "units")}
    plain |= {name: round_to(getattr(row, name), 2) for name in ("change_sd", "error_sd")}
    plain |= {
        name: {"sv": text[0], "en": text[1]} for name, text in (("unit", row.unit), ("label", row.label))
    }
    return {
        name: None if isinstance(value, float) and not isfinite(value) else value
        for name, value in plain.items()
    }
