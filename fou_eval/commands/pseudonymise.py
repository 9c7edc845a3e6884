"""`fou-eval pseudonymise`: a copy with random running numbers, and the key elsewhere."""

from pathlib import Path

import typer

from fou_eval.declaration import read_declaration
from fou_eval.entry.pseudonyms import obstacles, refuse_place, write_pseudonymised
from fou_eval.errors import DataError
from fou_eval.intake.answer import check_lines
from fou_eval.intake.survey import survey
from fou_eval.language import phrase


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
        for line in check_lines(hindering, language):
            typer.echo(
                ": ".join(part for part in (line.address, line.column, line.message) if part), err=True
            )
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
