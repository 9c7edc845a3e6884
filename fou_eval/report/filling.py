"""The files of a report, written into a folder of their own."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.figures import Picture, all_pictures
from fou_eval.figures.house import styled
from fou_eval.language import phrase
from fou_eval.provenance.earlier import Earlier
from fou_eval.report.content import assemble, printed_beside
from fou_eval.report.front import pictures_beside, refuse_own_words
from fou_eval.report.manifest import manifest, manifest_json
from fou_eval.report.narrative import refuse
from fou_eval.report.pdf import write_pdf
from fou_eval.report.results import files

Progress = Callable[[str], None]


def silent(_: object) -> None:
    """Say nothing."""


def fill(
    folder: Path,
    release: Release,
    language: Language,
    progress: Progress,
    record: Mapping[str, object] | None = None,
) -> dict[str, object]:
    """Write figures, results, plan, declarations, manifest and report.pdf, and give what the pages say.

    Parameters, result and errors are those of `prepare`; ReportError also if the pages cannot be laid out.
    """
    text = prepare(folder, release, language, progress, record)
    write_pdf(text, release.plan, folder, pictures_beside(release.codebook))
    return text


def prepare(
    folder: Path,
    release: Release,
    language: Language,
    progress: Progress,
    record: Mapping[str, object] | None = None,
    earlier: Sequence[Earlier] = (),
    saved: Callable[[Path], object] = silent,
) -> dict[str, object]:
    """Write all that the PDF is made of, and give what its pages say.

    Parameters
    ----------
    folder
        An empty folder.
    release
        What passed the gate.
    language
        Language of the report.
    progress
        Called with a few words before each step.
    record
        Content of the manifest that the pages quote; made of the release and this machine when left out. With that of
        an earlier report the pages become those of that report, if its numbers are these.
    earlier
        Earlier states of the study that the plan is compared with; what differs is told, unless `record` says what to
        tell.
    saved
        Called with each figure as soon as it is saved.

    Returns
    -------
    dict
        From `assemble`.

    Raises
    ------
    DisclosureError
        If a sentence of the report would say more than what was released.
    """
    if release.profile == "publication":
        refuse_own_words(release.codebook, release.plan, language)
    progress(phrase("progress.figures", language))
    pictures = {picture.name: picture for picture in all_pictures(release, language)}
    drawn = _save(pictures, folder / "figures", saved)
    progress(phrase("progress.results", language))
    contents = files(release)
    own = manifest(release, language, {**contents, **drawn}, earlier) if record is None else record
    written = manifest_json(own)
    said = json.loads(written)  # as whoever reads it finds it, its keys in order
    for name, content in {**contents, "manifest.json": written}.items():
        (folder / name).write_bytes(content)
    progress(phrase("progress.pdf", language))
    text = assemble(release, language, pictures, said)
    refuse(text, release, language, printed_beside(release, said, language))
    return text


@styled
def _save(pictures: Mapping[str, Picture], folder: Path, saved: Callable[[Path], object]) -> dict[str, bytes]:
    """Save the figures, and give them by their names in the report."""
    folder.mkdir()
    for picture in pictures.values():
        saved(picture.save(folder))
    return {f"figures/{path.name}": path.read_bytes() for path in sorted(folder.iterdir())}
