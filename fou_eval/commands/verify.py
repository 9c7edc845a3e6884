"""`fou-eval verify`: whether a report is what its data and the program make."""

import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fou_eval.declaration import Language
from fou_eval.errors import FouError, RecordError
from fou_eval.language import phrase
from fou_eval.provenance.foreign import visible
from fou_eval.verification import Verification, verify
from fou_eval.verification.outcome import Line

_MOST = 30  # differing rows that are listed
_STYLES = {"same": "green", "noted": "yellow", "differs": "bold red"}


def run(
    report: Path,
    *,
    study: Path | None,
    data: Path | None,
    ledger: Path | None,
    language: Language | None,
    as_json: bool,
) -> int:
    """Compute a report again and say what differs; give the exit status: 0 nothing, 1 something.

    Raises
    ------
    RecordError
        If the report could not be checked, for whatever reason; its exit status is 2.
    """
    progress = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        with progress.status("") as status:

            def step(words: str) -> None:
                status.update(words)
                if not progress.is_terminal:
                    progress.print(words)

            found = verify(report, study=study, data=data, ledger=ledger, language=language, progress=step)
    except RecordError:
        raise
    except FouError as error:
        raise RecordError(visible(str(error))) from None
    console = Console(highlight=False, soft_wrap=True)
    if as_json:
        console.out(
            json.dumps(found.record(), ensure_ascii=False, indent=1, allow_nan=False), highlight=False
        )
    else:
        _show(found, console)
    return found.exit_code


def _show(found: Verification, console: Console) -> None:
    language = found.language
    console.print(_plain(found.title))
    table = Table.grid(padding=(0, 2))
    for finding in found.findings:
        table.add_row(
            phrase(f"verify.weight.{finding.weight}", language),
            phrase(f"verify.about.{finding.about}", language),
            _plain(finding.text),
            style=_STYLES[finding.weight],
        )
    console.print(table)
    if found.lines:
        console.print(_numbers(found.lines[:_MOST], language))
        if len(found.lines) > _MOST:
            more = {"count": len(found.lines) - _MOST}
            console.print(phrase("verify.differences.more", language, more), markup=False)
    if found.meaning:
        console.print(phrase("verify.meaning", language), style="bold")
        for sentence in found.meaning:
            console.print(_plain(f"  {sentence}"))
    console.print(found.verdict, style=_STYLES["same" if found.verified else "differs"])


def _plain(text: str) -> Text:
    """Give a text as it stands: what came with a report neither colours nor moves anything in the terminal."""
    return Text(visible(text))


def _numbers(differing: Sequence[Line], language: Language) -> Table:
    heads = ("outcome", "statistic", "was", "now")
    table = Table(*(phrase(f"verify.differences.{head}", language) for head in heads))
    for line in differing:
        table.add_row(*(_plain(cell) for cell in (line.indicator, line.statistic, line.was, line.now)))
    return table
