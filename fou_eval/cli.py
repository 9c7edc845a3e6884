"""The command line: every command with its options; what a command does lives in `fou_eval.commands`."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from fou_eval.errors import FouError
from fou_eval.options import (
    ChanceOption,
    ConfidenceOption,
    DataOption,
    DeclaredOption,
    DropoutOption,
    EarlierOption,
    FiguresOption,
    LanguageOption,
    LanguagesOption,
    LedgerOption,
    OutcomeOption,
    ProfileOption,
    PublishOption,
    ReportedOption,
    SpokenOption,
    StudyOption,
    UntilOption,
    WavesOption,
)
from fou_eval.quiet import ENDED, STOPPED, fault_of_ours, quiet

app = typer.Typer(
    name="fou-eval",
    help="Defensible before/after findings for small family-support projects.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def _commands() -> None:
    """Keep the commands named, also when there is only one."""


@app.command()
def template(
    study: StudyOption,
    out: Annotated[
        Path | None, typer.Option("--out", help="Workbook to write (.xlsx); beside you when left out.")
    ] = None,
    lang: LanguageOption = None,
) -> None:
    """Write an empty workbook to fill in: one sheet per table, with drop-downs, limits and instructions."""
    _command("template").run(study, out=out, language=lang)


@app.command()
def check(
    file: Annotated[
        Path,
        typer.Argument(help="Workbook, csv, SPSS or Stata file, or folder of files named by table."),
    ],
    study: StudyOption,
    json: Annotated[bool, typer.Option("--json", help="Write one JSON object instead of a table.")] = False,
    mark: Annotated[
        bool, typer.Option("--mark", help="Also write a copy beside the file, with every fault marked in it.")
    ] = False,
) -> None:
    """List every fault in a data file, at its address, with the remedy. Never changes the file."""
    raise typer.Exit(_command("check").run(file, study, as_json=json, mark=mark))


@app.command()
def convert(
    file: Annotated[Path, typer.Argument(help="File with one column per wave, or export of another tool.")],
    study: StudyOption,
    out: Annotated[
        Path | None, typer.Option("--out", help="Workbook to write (.xlsx); only shown when left out.")
    ] = None,
) -> None:
    """Show how a file of another shape would be read, column by column; with --out, write it in declared form."""
    raise typer.Exit(_command("convert").run(file, study, out=out))


@app.command()
def pseudonymise(
    file: Annotated[Path, typer.Argument(help="Workbook, csv, SPSS or Stata file, or folder of files.")],
    study: StudyOption,
    key: Annotated[
        Path, typer.Option("--key", help="File to write the key to (.csv), away from study and data.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", help="Workbook to write (.xlsx); beside the file when left out.")
    ] = None,
) -> None:
    """Give families and persons random running numbers; the key goes to a file of its own and is never read."""
    raise typer.Exit(_command("pseudonymise").run(file, study, key=key, out=out))


@app.command()
def codebook(
    study: StudyOption,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write; build/<study> when left out.")
    ] = None,
    lang: LanguageOption = None,
) -> None:
    """Write the codebook of a study as PDF, Word and Excel: tables, columns, codes, rules, missing values."""
    _command("codebook").run(study, out=out, language=lang)


@app.command()
def report(  # noqa: PLR0913, PLR0917 each is an option
    study: StudyOption,
    data: DataOption = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", help="Folder to write; build/<study>, or build/<study>_internal, when left out."
        ),
    ] = None,
    lang: LanguagesOption = None,
    profile: ProfileOption = None,
    publish: PublishOption = None,
    ledger: LedgerOption = None,
    earlier: EarlierOption = None,
    until: UntilOption = None,
    figures: FiguresOption = False,
) -> None:
    """Measure change and write the report: PDF, Word, tables in Excel, figures, results.json, estimates.csv."""
    command = _command("report")
    widths = ("column", "slide") if figures else ()
    wish = command.Wish(publish=publish, ledger=ledger, earlier=earlier, until=until, widths=widths)
    command.run(study, data=data, out=out, languages=lang, profile=profile, wish=wish)


@app.command()
def verify(
    report: Annotated[
        Path, typer.Argument(help="PDF of a report, its folder, or its manifest.json (with --study).")
    ],
    study: DeclaredOption = None,
    data: DataOption = None,
    ledger: LedgerOption = None,
    lang: ReportedOption = None,
    json: Annotated[bool, typer.Option("--json", help="Write one JSON object instead of text.")] = False,
) -> None:
    """Compute a report again and compare every number: 0 when all agree, 1 when something differs, 2 when it cannot."""
    raise typer.Exit(
        _command("verify").run(report, study=study, data=data, ledger=ledger, language=lang, as_json=json)
    )


@app.command()
def bundle(
    report: Annotated[Path, typer.Argument(help="Folder of a finished report, or its report.pdf.")],
    out: Annotated[Path, typer.Option("--out", help="Archive to write (.zip).")],
    synthetic: Annotated[bool, typer.Option("--synthetic", help="Add a made-up twin of the data.")] = False,
    lang: LanguageOption = None,
) -> None:
    """Pack a report for a reviewer: declarations, program, locked packages, instructions; no data."""
    _command("bundle").run(report, out=out, synthetic=synthetic, language=lang)


@app.command("export-r")
def export_r(
    study: StudyOption,
    data: DataOption = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder to write; build/<study>_internal_r when left out."),
    ] = None,
    lang: LanguageOption = None,
    until: UntilOption = None,
) -> None:
    """For those who may see the data: the pairs, the headline numbers, and a script that repeats them in R."""
    _command("export_r").run(study, data=data, out=out, language=lang, until=until)


@app.command()
def power(  # noqa: PLR0913, PLR0917 each is an option
    study: Annotated[
        Path | None, typer.Option("--study", help="Folder of a study; typical indicators when left out.")
    ] = None,
    outcome: OutcomeOption = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="scale, ordinal, binary, count or ladder, without a study.")
    ] = None,
    families: Annotated[
        str | None, typer.Option("--families", help="Families at entry, such as 15,20,30.")
    ] = None,
    members: Annotated[
        str | None, typer.Option("--members", help="Members of families, drawn at random, such as 1,2,2,3.")
    ] = None,
    icc: Annotated[
        float, typer.Option("--icc", min=0, max=1, help="Correlation of change within families.")
    ] = 0.3,
    dropout: DropoutOption = None,
    waves: WavesOption = None,
    confidence: ConfidenceOption = None,
    power: ChanceOption = None,
    datasets: Annotated[
        int | None, typer.Option("--datasets", min=50, help="Simulated data sets per row.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for power.svg and power.json.")] = None,
    lang: SpokenOption = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON instead of a table.")] = False,
) -> None:
    """Before the study: the smallest change that it would detect, and how wide its interval would be."""
    command = _command("power")
    wish = command.Wish(
        study=study,
        outcome=outcome,
        kind=kind,
        families=families,
        members=members,
        icc=icc,
        dropout=dropout,
        waves=waves,
        confidence=confidence,
        chance=power,
        datasets=datasets,
    )
    command.run(wish, out=out, language=lang, as_json=json)


@app.command()
def calibrate(
    study: Annotated[
        Path | None,
        typer.Option("--study", help="Simulate designs like this study's; the usual grid when left out."),
    ] = None,
    datasets: Annotated[
        int | None, typer.Option("--datasets", min=50, help="Simulated data sets per cell.")
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="One cell per kind of indicator, the defaults only.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder for calibration.csv, CALIBRATION.md and calibration.svg."),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option("--processes", min=1, help="Processes side by side; all cores when left out."),
    ] = None,
    lang: SpokenOption = None,
) -> None:
    """Measure how often each test and interval is wrong, in simulated data, beside the usual ways to compute."""
    _command("calibrate").run(
        study, datasets=datasets, quick=quick, out=out, processes=processes, language=lang
    )


def main() -> None:
    """Run the command line; a fault a person can mend is shown without a traceback.

    Anything else is a fault of ours. It is shown as the kind of fault and its place in our code, without the
    message, because messages of libraries quote values.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        with quiet(_tell):
            app()
    except FouError as error:
        typer.echo(f"fou-eval: {error}", err=True)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, SystemExit) as ended:  # typer makes one of the other
        code = STOPPED if isinstance(ended, KeyboardInterrupt) else ended.code
        if code in ENDED:
            typer.echo("fou-eval: stopped; nothing was left half-written.", err=True)
        sys.exit(code)
    except Exception as error:
        if os.environ.get("FOU_EVAL_TRACEBACK") == "1":
            raise
        _tell(error)
        sys.exit(FouError.exit_code)


def _command(name: str) -> Any:
    """Fetch a command when it is called, so that --help does not wait for pandas and matplotlib.

    What is imported lives as long as the process, and of the rest nearly all is freed without the garbage collector: it
    leaves out the first and looks seldom for the second (together a sixth of the time of a report).
    """
    gc.set_threshold(100_000)  # Python: 700
    command = import_module(f"fou_eval.commands.{name}")
    gc.freeze()
    return command


def _tell(error: BaseException) -> None:
    typer.echo(fault_of_ours(error), err=True)
