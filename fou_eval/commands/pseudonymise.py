"""`fou-eval pseudonymise`: a copy with random running numbers, and the key elsewhere."""

import sys
from dataclasses import replace
from pathlib import Path

import typer
from rich.console import Console

from fou_eval.commands.faults import listed
from fou_eval.declaration import read_declaration
from fou_eval.entry.pseudonyms import obstacles, refuse_place, write_pseudonymised
from fou_eval.errors import DataError
from fou_eval.intake.survey import survey
from fou_eval.language import phrase

WIDTH = 100  # columns of what is written to a file or to another program


def run(file: Path, study: Path, *, key: Path, out: Path | None) -> int:
    """Write the copy and the key, say what was done, and give the exit status."""
    declaration = read_declaration(study)
    codebook = declaration.codebook
    language = codebook.language
    target = out or file.parent / f"{codebook.study}_{phrase('pseudonymise.ending', language)}.xlsx"
    if target.suffix.lower() != ".xlsx":
        raise DataError(phrase("entry.ending", language, {"name": target.name}))
    refuse_place(key, study=study, data=file, out=target, language=language)
    found = survey(file, declaration)
    hindering = obstacles(found)
    if hindering:
        width = None if sys.stderr.isatty() else WIDTH
        console = Console(stderr=True, highlight=False, width=width)
        console.print(listed(replace(found, issues=tuple(hindering)), language))
        typer.echo(phrase("pseudonymise.refused", language), err=True)
        return DataError.exit_code
    done = write_pseudonymised(found, declaration, key=key, out=target)
    counts = {"families": done.families, "persons": done.persons, "rows": done.rows}
    typer.echo(phrase("pseudonymise.done", language, {**counts, "copy": target.name, "key": key.name}))
    if done.left_out:
        typer.echo(phrase("pseudonymise.left_out", language, {"columns": ", ".join(done.left_out)}))
    if done.unnamed:
        typer.echo(phrase("pseudonymise.unnamed", language, {"count": done.unnamed}))
    typer.echo(phrase("pseudonymise.next", language, {"copy": target.name, "study": study.name}))
    return 0
