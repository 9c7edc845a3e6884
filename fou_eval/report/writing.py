"""`write_report`: every file of a report, written aside and put in place together."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from os import strerror
from pathlib import Path
from shutil import rmtree

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.canonical import canonical_json
from fou_eval.errors import ReportError
from fou_eval.figures import Picture, all_pictures
from fou_eval.language import phrase
from fou_eval.report.content import assemble
from fou_eval.report.manifest import manifest, manifest_json
from fou_eval.report.method import simulated
from fou_eval.report.narrative import refuse
from fou_eval.report.pdf import write_pdf
from fou_eval.report.results import estimates_csv, results_json

Progress = Callable[[str], None]
FILES = ("figures", "results.json", "estimates.csv", "plan.json", "manifest.json", "report.pdf")


def write_report(
    release: Release,
    folder: Path | str,
    *,
    language: Language | None = None,
    progress: Progress | None = None,
) -> Path:
    """Write the report of a release: report.pdf, figures, results.json, estimates.csv, plan.json and manifest.json.

    The files are made in a folder beside the one asked for and moved into place when all of them are there, so
    that an interrupted run leaves an earlier report as it was. The same release gives the same bytes.

    Parameters
    ----------
    release
        What passed the gate.
    folder
        Where the report is written. A report that stands there is replaced; other files beside it stay.
    language
        Language of the report; the study's own when left out.
    progress
        Called with a few words before each step.

    Returns
    -------
    Path
        The PDF.

    Raises
    ------
    DisclosureError
        If a sentence of the report would say more than what was released; see `fou_eval.report.narrative`.
    ReportError
        If the folder holds other things but no report, cannot be written, or the pages cannot be laid out.
    """
    target = Path(folder)
    _check(target, release.codebook.study)
    chosen = language or release.codebook.language
    new = _beside(target, "new")
    rmtree(new, ignore_errors=True)
    try:
        _settle(target)
        new.mkdir(parents=True)
        _fill(new, release, chosen, progress or _silent)
        _swap(new, target)
    except OSError as error:
        raise ReportError(
            f"The folder {target.name} cannot be written: {_why(error)}. An earlier report "
            "there is untouched. Make room or give another folder (--out)."
        ) from None
    finally:
        rmtree(new, ignore_errors=True)
    return target / "report.pdf"


def _fill(folder: Path, release: Release, language: Language, progress: Progress) -> None:
    progress(phrase("progress.figures", language))
    pictures = {picture.name: picture for picture in all_pictures(release, language)}
    _save(pictures, folder / "figures")
    progress(phrase("progress.results", language))
    contents = {
        "results.json": results_json(release),
        "estimates.csv": estimates_csv(release),
        "plan.json": canonical_json(release.plan.model_dump(mode="json")),
    }
    record = manifest(release, language, contents)
    for name, content in {**contents, "manifest.json": manifest_json(record)}.items():
        (folder / name).write_bytes(content)
    progress(phrase("progress.pdf", language))
    text = assemble(release, language, pictures, record)
    refuse(text, release, language, (record, simulated(language)))
    write_pdf(text, release.plan, folder)


def _save(pictures: Mapping[str, Picture], folder: Path) -> None:
    folder.mkdir()
    for picture in pictures.values():
        picture.save(folder)


def _check(target: Path, study: str) -> None:
    if target.is_file():
        raise ReportError(f"{target.name} is a file. Give the name of a folder for the report.")
    if target.is_dir() and not (target / "manifest.json").is_file() and _foreign(target, study):
        raise ReportError(
            f"The folder {target.name} holds files but no report. Give an empty or new folder, so that nothing is lost."
        )


def _foreign(target: Path, study: str) -> bool:
    """Say whether a folder holds other files than the codebook of the study, which is written to the same one."""
    own = {f"{study}_{phrase('codebook.name', 'sv')}", f"{study}_{phrase('codebook.name', 'en')}"}
    return any(item.stem not in own for item in target.iterdir())


def _swap(new: Path, target: Path) -> None:
    """Put the new report where the old one is; if anything happens meanwhile, one of the two is there and whole."""
    old = _beside(target, "old")
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except BaseException:  # an interruption too
        with suppress(OSError):
            old.rename(target)
        raise
    _settle(target)


def _settle(target: Path) -> None:
    """Take what others have put beside an earlier report over, and remove the rest of it.

    After a run that was cut off, the earlier report may still lie aside: alone, or beside the new one.
    """
    old = _beside(target, "old")
    if not old.exists():
        return
    if not target.exists():
        old.rename(target)
        return
    for item in old.iterdir():
        if item.name not in FILES:
            item.rename(target / item.name)
    rmtree(old, ignore_errors=True)


def _beside(target: Path, state: str) -> Path:
    full = target.resolve()
    return full.parent / f".{full.name}.{state}"


def _why(error: OSError) -> str:
    """Say what is wrong in the words of the system for its number; the error's own words could be anybody's."""
    return strerror(error.errno) if error.errno else type(error).__name__


def _silent(words: str) -> None:
    """Say nothing."""
