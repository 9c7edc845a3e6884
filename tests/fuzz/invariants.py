"""What holds for every file whatever is in it; a broken rule is named without anything of the file."""

import base64
import contextlib
import io
import json
import re
import time
import traceback
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import pandas as pd

from fou_eval.declaration.reading import Declaration
from fou_eval.errors import FouError
from fou_eval.intake.answer import as_json, check_lines
from fou_eval.intake.frames import frame_of
from fou_eval.intake.survey import Survey, survey

MOST_SECONDS = 5.0


def broken(path: Path, declaration: Declaration, secrets: Iterable[str]) -> str | None:
    """Name the first rule that a file breaks, or nothing."""
    before, changed = path.read_bytes(), path.stat().st_mtime_ns
    began = time.process_time()
    said, errors = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(errors):
            first, second = survey(path, declaration), survey(path, declaration)
            fault = _fault(first, second, secrets)
    except FouError as error:
        return "secret in an error" if leaks(str(error), secrets) else None
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return _where(error)
    if fault is None and leaks(said.getvalue() + errors.getvalue(), secrets):
        fault = "secret on standard output or error"
    if fault is None and time.process_time() - began > MOST_SECONDS:
        fault = "slow"
    if fault is None and (path.read_bytes() != before or path.stat().st_mtime_ns != changed):
        fault = "the file was changed"
    return fault


def _where(error: Exception) -> str:
    """Name an error and the lines that it came through, without its words."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames if "fou_eval" in frame.filename
    ]
    return f"{type(error).__name__} at {', '.join(lines[-2:])}"


def _fault(first: Survey, second: Survey, secrets: Iterable[str]) -> str | None:
    answer = as_json(first)
    if answer != as_json(second):
        said = [
            {(issue["rule"], issue["severity"]) for issue in as_json(one)["issues"]}
            for one in (first, second)
        ]
        return f"two answers, which differ in {sorted(said[0] ^ said[1])}"
    if not all(issue["message"].strip() for issue in answer["issues"]):
        return "an issue without a message"
    if answer["outcome"] not in {"ok", "warning", "error", "stop"}:
        return "no outcome"
    lines = check_lines(first.issues, "sv"), check_lines(first.issues, "en")
    output = "\n".join([json.dumps(answer, ensure_ascii=False), repr(first), repr(first.issues), str(lines)])
    output.encode("utf-8")
    leaking = leaks(output, secrets)
    return f"secret number {leaking - 1}" if leaking else refused_cell_kept(first)


def refused_cell_kept(found: Survey) -> str | None:
    """Name the rule of an error whose cell reached a typed frame."""
    for name, grid in found.grids.items():
        frame = frame_of(grid.table, grid)
        where = {row: index for index, row in enumerate(grid.rows)}
        for issue in found.issues:
            if issue.severity != "error" or issue.table != name or issue.row not in where:
                continue
            if issue.column in frame.columns and not pd.isna(frame[issue.column].iloc[where[issue.row]]):
                return f"a cell refused by {issue.rule} was kept"
    return None


def leaks(output: str, secrets: Iterable[str]) -> int:
    """Give the number of the first secret that an output repeats, from 1; 0 when it repeats none.

    A secret counts as a whole word in any case, with other separators, percent-encoded, or in base64.
    """
    plain = unicodedata.normalize("NFKC", output).casefold()
    joined = re.sub(r"(?<=\d)[\s./:–−-]+(?=\d)", "", plain)
    for place, secret in enumerate(secrets, start=1):
        word = unicodedata.normalize("NFKC", secret).casefold()
        digits = re.sub(r"\D", "", word)
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain):
            return place
        if len(digits) >= 8 and digits in joined:
            return place
        if len(word) >= 6 and any(form in output for form in _encoded(secret)):
            return place
    return 0


def _encoded(secret: str) -> set[str]:
    raw = secret.encode()
    forms = {raw.hex(), quote(secret)} - {secret}
    for shift in range(3):  # the same bytes look otherwise in base64 by where they begin
        inside = base64.b64encode(b"\x00" * shift + raw).decode().rstrip("=")
        forms.add(inside[4 if shift else 0 : -1])
    return forms
