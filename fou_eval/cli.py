"""The command line: `fou-eval check` and `fou-eval report`."""

import gc
import os
import sys
import traceback
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from fou_eval.errors import FouError

app = typer.Typer(
    name="fou-eval",
    help="Defensible before/after findings for small family-support projects.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Language(StrEnum):
    """Languages of a report."""

    sv = "sv"
    en = "en"


class Profile(StrEnum):
    """Who a report is for."""

    publication = "publication"
    internal = "internal"


StudyOption = Annotated[
    Path, typer.Option("--study", help="Folder of the study: study.yaml, plan.yaml, tables/.")
]


@app.callback()
def _commands() -> None:
    """Keep the commands named, also when there is only one."""


@app.command()
def check(
    file: Annotated[
        Path, typer.Argument(help="Workbook (.xlsx), .csv file, or folder of files named by table.")
    ],
    study: StudyOption,
    json: Annotated[bool, typer.Option("--json", help="Write one JSON object instead of a table.")] = False,
) -> None:
    """List every fault in a data file, at its address, with the remedy. Changes nothing."""
    raise typer.Exit(_command("check").run(file, study, as_json=json))


@app.command()
def report(
    study: StudyOption,
    data: Annotated[
        Path | None, typer.Option("--data", help="Data file or folder; the study's own when left out.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write; build/<study> when left out.")
    ] = None,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="Language; the study's own when left out.")
    ] = None,
    profile: Annotated[
        Profile | None,
        typer.Option("--profile", help="publication, or internal: every number, watermarked pages."),
    ] = None,
) -> None:
    """Measure change and write the report: report.pdf, results.json, estimates.csv, manifest.json, figures/."""
    _command("report").run(study, data=data, out=out, language=lang, profile=profile)


def main() -> None:
    """Run the command line; a fault a person can mend is shown without a traceback.

    Anything else is a fault of ours. It is shown as the kind of fault and its place in our code, without the
    message, because messages of libraries quote values.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except FouError as error:
        typer.echo(f"fou-eval: {error}", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        typer.echo("fou-eval: stopped; nothing was left half-written.", err=True)
        sys.exit(130)
    except Exception as error:
        if os.environ.get("FOU_EVAL_TRACEBACK") == "1":
            raise
        typer.echo(_fault_of_ours(error), err=True)
        sys.exit(1)


def _command(name: str) -> Any:
    """Fetch a command when it is called, so that --help does not wait for pandas and matplotlib.

    What is imported lives as long as the process. The garbage collector is told so, and does not walk through
    pandas and matplotlib again and again while the report is made (a tenth of the time).
    """
    gc.disable()
    command = import_module(f"fou_eval.commands.{name}")
    gc.freeze()
    gc.enable()
    return command


def _fault_of_ours(error: Exception) -> str:
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "fou_eval" in frame.filename]
    place = f"{Path(ours[-1].filename).name}, line {ours[-1].lineno}" if ours else "unknown place"
    return (
        f"fou-eval: a fault in fou_eval itself ({type(error).__name__} in {place}). No value is shown. "
        "Please report these words; with FOU_EVAL_TRACEBACK=1 the whole traceback is shown, which may hold data."
    )
