"""`fou-eval template`: an empty workbook to fill in."""

from pathlib import Path

import typer

from fou_eval.declaration import Language, read_declaration
from fou_eval.entry.template import write_template
from fou_eval.errors import DataError
from fou_eval.language import phrase


def run(study: Path, *, out: Path | None, language: Language | None) -> None:
    """Write the entry workbook of a study and say where it is and what comes next."""
    codebook = read_declaration(study).codebook
    words = language or codebook.language
    path = out or Path(f"{codebook.study}.xlsx")
    if path.suffix.lower() != ".xlsx":
        raise DataError(phrase("entry.ending", words, {"name": path.name}))
    write_template(codebook, path, words)
    places = {"path": path, "sheet": phrase("template.read_me", words), "study": study}
    typer.echo(phrase("template.done", words, places))
