"""`write_report`: every file of a report, put in place together."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.errors import WritingError
from fou_eval.figures import Width
from fou_eval.language import phrase
from fou_eval.placing import folder_in_place, is_ours, writing_to
from fou_eval.provenance.earlier import Earlier, refuse_other
from fou_eval.report.aside import Aside
from fou_eval.report.content import ATTACHED
from fou_eval.report.exports import TABLES, WORD, logo_as_png, write_exports, write_widths
from fou_eval.report.filling import Progress, prepare, silent
from fou_eval.report.front import pictures_beside
from fou_eval.report.pdf import write_pdf

FILES = ("figures", *ATTACHED, "report.pdf", WORD, TABLES)


def write_report(
    release: Release,
    folder: Path | str,
    *,
    language: Language | None = None,
    progress: Progress | None = None,
    earlier: Sequence[Earlier] = (),
    widths: Sequence[Width] = (),
) -> Path:
    """Write the report of a release: report.pdf, its figures, what is attached to it, and the same as Word and Excel.

    The files are made in a hidden folder beside the one asked for, which takes its place when all of them are there: a
    run that is stopped at any moment leaves an earlier report as it was. The same release gives the same bytes.

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
    earlier
        Earlier states of the same study, such as `fou_eval.earlier_report("report.pdf")`. Every difference of the plan
        or of an indicator that `changes` of plan.yaml does not name is printed as changed without a recorded reason.
    widths
        Other widths at which the figures are written too, into folders of these names: "column", "slide".

    Returns
    -------
    Path
        The PDF.

    Raises
    ------
    DisclosureError
        If a sentence of the report would say more than what was released; see `fou_eval.report.narrative`.
    RecordError
        If an earlier report is about another study.
    ReportError
        If the folder holds other things but no report, cannot be written or is being written by another run, or if the
        pages cannot be laid out.
    """
    target = Path(folder)
    chosen = language or release.codebook.language
    refuse_place(target, release.codebook.study, chosen)
    for state in earlier:
        refuse_other(state, release.codebook.study, chosen)
    beside = pictures_beside(release.codebook)
    with folder_in_place(target, FILES, chosen) as new, Aside(new) as aside:
        step = progress or silent
        content = prepare(new, release, chosen, step, earlier=earlier, saved=aside.draw)
        logo = aside.run(partial(logo_as_png, beside))
        pdf = aside.run(partial(write_pdf, content, release.plan, new, beside))
        step(phrase("progress.exports", chosen))
        write_exports(content, release, new, aside.drawn(), logo.result())
        pdf.result()
        write_widths(release, chosen, new, widths)
    return target / "report.pdf"


def refuse_place(target: Path, study: str, language: Language) -> None:
    """Refuse a folder that a report may not replace; it costs nothing to ask before the numbers are computed.

    Parameters
    ----------
    target
        Where the report is to be written.
    study
        Name of the study, whose codebook may lie there.
    language
        Language of the error.

    Raises
    ------
    WritingError
        If it is a file, holds other things but no report, is where the process stands, or cannot be read.
    """
    with writing_to(target, language):
        why = _hindrance(target, study)
    if why:
        name = target.name or target.resolve().name
        raise WritingError(phrase(f"placing.report.{why}", language, {"name": name}))


def _hindrance(target: Path, study: str) -> str:
    if target.is_file():
        return "file"
    if not target.is_dir():
        return ""
    if not (target / "manifest.json").is_file() and _foreign(target, study):
        return "foreign"
    # Who stands in it would go on standing in the folder that is removed, and find it empty.
    return "here" if Path.cwd().is_relative_to(target.resolve()) else ""


def _foreign(target: Path, study: str) -> bool:
    """Say whether a folder holds other files than the codebook of the study, which is written to the same one."""
    own = {f"{study}_{phrase('codebook.name', 'sv')}", f"{study}_{phrase('codebook.name', 'en')}"}
    return any(item.stem not in own and not is_ours(item.name) for item in target.iterdir())
