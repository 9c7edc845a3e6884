"""`fou-eval report`: from the study folder to the finished report."""

from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from fou_eval.change import measure_change
from fou_eval.declaration import Language, Profile
from fou_eval.disclosure import release
from fou_eval.report import write_report
from fou_eval.study import open_study


def run(
    study: Path,
    *,
    data: Path | None,
    out: Path | None,
    language: Language | None,
    profile: Profile | None,
) -> None:
    """Open the study, measure change, pass the gate and write the report; progress goes to standard error."""
    console = Console(stderr=True, highlight=False)
    bar = Progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console)
    with bar:
        task = bar.add_task("")
        step = _step(bar, console, task)
        step(f"Reading {study.name}")
        opened = open_study(study, data=data)
        step(f"Measuring change: {opened!r}")
        estimates = measure_change(opened)
        step("Passing the disclosure gate")
        released = release(estimates, profile=profile)
        folder = out or Path("build") / opened.codebook.study
        pdf = write_report(released, folder, language=language, progress=step)
        bar.remove_task(task)
    console.print(f"Done: {pdf}", soft_wrap=True)


def _step(bar: Progress, console: Console, task: object) -> Callable[[str], None]:
    def step(words: str) -> None:
        if console.is_terminal:
            bar.update(task, description=words)  # type: ignore[arg-type]
        else:
            console.print(words, soft_wrap=True)

    return step
