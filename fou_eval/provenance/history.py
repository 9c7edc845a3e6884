"""What the version history (git) tells of a study: its declarations as they stood when the plan was fixed."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from fou_eval.declaration.plan import Plan
from fou_eval.declaration.reading import Declaration, read_written
from fou_eval.declaration.strict_yaml import parse_strictly
from fou_eval.declaration.written import Contents, content_of, written
from fou_eval.errors import DeclarationError
from fou_eval.provenance.deviations import Against
from fou_eval.provenance.earlier import Earlier

_DECLARES = re.compile(r"(study|plan|instruments)\.yaml|tables/[^/\ufffd]+\.yaml")
_PLAN = "plan.yaml"
_SECONDS = 30  # a history that answers no sooner is not waited for
# Set where git itself started this process, as in a hook; they would point at another repository, or at other content.
_OF_GIT = {
    *("GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE"),
}
# A study that somebody sent may bring settings of its own: no signature is checked, since the program that checks it is
# one of them; nothing is fetched, over whatever program; and a commit is what it was, not what it was replaced with.
_HARMLESS = ("-c", "log.showSignature=false", "--no-pager")
_SAFE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1"}


def committed(folder: Path, study: str, until: date) -> Earlier | None:
    """Give the declarations as they were last committed until the end of a day.

    The day of a commit is the one that its committer's clock showed, so that the answer is the same on every machine.

    Parameters
    ----------
    folder
        Folder of the study.
    study
        Name of the study.
    until
        The last day that counts: that on which the plan was fixed.

    Returns
    -------
    Earlier or None
        None where there is no git, the folder is not in its history, the history is shortened, or no commit is that
        old: then nothing is known, and nothing can be said.
    """
    found = next(((commit, on) for commit, on in _commits(folder) if on <= until), None)
    if found is None:
        return None
    commit, on = found
    contents = _contents(folder, commit)
    declared = _declared(contents)
    plan = declared.plan if declared else _plan(contents)
    if plan is None:
        return None
    return Earlier(
        study=study,
        plan=plan,
        codebook=declared.codebook if declared else None,
        against=Against(kind="history", indicators=declared is not None, commit=commit, on=on),
    )


def _commits(folder: Path) -> Iterator[tuple[str, date]]:
    """Give the commits that touched the folder, the newest first, each with its day."""
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != b"false":
        return
    for line in _git(folder, "log", "--format=%H %cs", "--", ".").decode().splitlines():
        commit, _, on = line.partition(" ")
        yield commit, date.fromisoformat(on)


def _contents(folder: Path, commit: str) -> Contents:
    names = _git(folder, "ls-tree", "-r", "--name-only", "-z", commit).decode(errors="replace").split("\0")
    files = {name: _git(folder, "show", f"{commit}:./{name}") for name in names if _DECLARES.fullmatch(name)}
    contents = {name: content_of(name, parse_strictly(raw, name).data) for name, raw in files.items()}
    # The report's own front, whose texts and pictures are not among these files, is no part of a plan.
    return {
        name: {key: value for key, value in content.items() if (name, key) != ("study.yaml", "report")}
        for name, content in contents.items()
    }


def _declared(contents: Contents) -> Declaration | None:
    """Read the declarations whole; what was committed may be unfinished, or of an older dialect."""
    try:
        return read_written(written(contents), _PLAN)
    except DeclarationError:
        return None


def _plan(contents: Contents) -> Plan | None:
    try:
        return Plan.model_validate(contents.get(_PLAN))
    except ValidationError:
        return None


def _git(folder: Path, *words: str) -> bytes:
    """Ask git; the answer is empty where it has none."""
    git = shutil.which("git")
    if git is None:
        return b""
    clean = {name: value for name, value in os.environ.items() if name not in _OF_GIT} | _SAFE
    try:
        asked = subprocess.run(  # noqa: S603 - our own words, and names that git itself gave
            [git, *_HARMLESS, "-C", str(folder), *words],
            capture_output=True,
            check=False,
            env=clean,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return asked.stdout if asked.returncode == 0 else b""
