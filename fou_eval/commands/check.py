"""`fou-eval check`: every fault of a data file, at its address."""

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from pathlib import Path
from threading import Timer

from rich.console import Console, Group
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from fou_eval.commands import faults
from fou_eval.declaration import Codebook, Language, read_declaration
from fou_eval.errors import DataError
from fou_eval.intake.answer import as_json as answer_of
from fou_eval.intake.answer import survey_on
from fou_eval.intake.survey import STAGES, Stage, Survey, Watch, unwatched
from fou_eval.language import phrase

PATIENCE = 1.0
"""Seconds before a person is shown how far the check has come."""
WIDTH = 100
"""Columns of what is written to a file or to another program."""


def run(file: Path, study: Path, *, as_json: bool, mark: bool) -> int:
    """Check a data file against a study, write the answer, and give the exit status."""
    declaration = read_declaration(study)
    today = datetime.now().astimezone().date()
    shown = sys.stderr.isatty() and not as_json
    with _progress(declaration.codebook.language, shown=shown) as watch, _uncollected():
        found = survey_on(file, declaration, today, watch)
    answer = answer_of(found)
    if as_json:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    else:
        _show(faults.render(found, declaration, done=["mark"] if mark else []))
    if mark:
        sys.stderr.write(_mark(found, file, declaration.codebook) + "\n")
    return DataError.exit_code if answer["outcome"] in {"stop", "error"} else 0


def _show(answer: Group) -> None:
    """Write the answer, in colours on a screen, without them and without blanks at the end of lines elsewhere."""
    if sys.stdout.isatty():
        Console(highlight=False).print(answer)
        return
    console = Console(highlight=False, width=WIDTH, color_system=None)
    with console.capture() as written:
        console.print(answer)
    sys.stdout.write("\n".join(line.rstrip() for line in written.get().splitlines()) + "\n")


def _mark(found: Survey, file: Path, codebook: Codebook) -> str:
    """Write a marked copy; what writes workbooks is fetched only when it is asked for."""
    said: str = import_module("fou_eval.entry.marked").mark(found, file, codebook)
    return said


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking through millions of cells, none of which it could ever free."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _progress(language: Language, *, shown: bool) -> Iterator[Watch]:
    """Show on standard error what is being done, if it takes longer than a person waits without wondering."""
    if not shown:
        yield unwatched
        return
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task(phrase(f"check.stage.{STAGES[0]}", language), total=len(STAGES))

    def watch(stage: Stage) -> None:
        bar.update(task, description=phrase(f"check.stage.{stage}", language), completed=STAGES.index(stage))

    late = Timer(PATIENCE, bar.start)
    late.daemon = True
    late.start()
    try:
        yield watch
    finally:
        late.cancel()
        late.join()
        bar.stop()
