"""`write_replication`: the data, the numbers and the script, in a folder that says whom it is for."""

import re
from importlib.resources import files
from pathlib import Path

from fou_eval.declaration import Language
from fou_eval.disclosure import Release
from fou_eval.errors import DisclosureError, ReportError
from fou_eval.estimates import Estimates
from fou_eval.language import phrase
from fou_eval.placing import files_in_place
from fou_eval.replication.contrasts import contrasts_csv
from fou_eval.replication.expected import expected_csv
from fou_eval.replication.lines import PROFILE

SCRIPT = "replicate.R"
# What lies in the folder of a report; values of single families never go there, since it is sent on as it is.
_OF_A_REPORT = ("report.pdf", "results.json", "manifest.json")
# Words that say it in a folder's name: internal; internt, intern, interna. "International" does not.
_SAYS = re.compile(r"intern(al|a|t)?(?![a-zåäö])", re.IGNORECASE)


def write_replication(estimates: Estimates, release: Release, folder: Path, *, language: Language) -> Path:
    """Write contrasts.csv, expected.csv and replicate.R, which computes every number of the second from the first.

    The same study gives the same bytes.

    Parameters
    ----------
    estimates
        What the release was made of; it holds the pairs.
    release
        An internal release.
    folder
        Where the files go; its name says that they are internal. Earlier ones there are replaced.
    language
        Language of the labels; the script is in English.

    Returns
    -------
    Path
        The script.

    Raises
    ------
    DisclosureError
        If the release is not internal, if the name of the folder does not say so, or if it holds a report.
    ReportError
        If the folder holds other things.
    WritingError
        If another run writes there, the folder cannot be written, or the disk is full.
    """
    if release.profile != PROFILE:
        raise DisclosureError(phrase("replication.not_internal", language))
    _check(folder, language)
    contents = {
        "contrasts.csv": contrasts_csv(estimates, language),
        "expected.csv": expected_csv(release, language),
        SCRIPT: files("fou_eval.replication").joinpath(SCRIPT).read_bytes(),
    }
    files_in_place(folder, contents, language)
    return folder / SCRIPT


def _check(folder: Path, language: Language) -> None:
    """Refuse a folder that others could take for something else than what it is."""
    full = folder.resolve()
    name = full.name
    values = {"folder": name, "script": SCRIPT}
    if not _SAYS.search(name):
        raise DisclosureError(phrase("replication.unnamed", language, values))
    if any((place / item).exists() for place in (full, full.parent) for item in _OF_A_REPORT):
        raise DisclosureError(phrase("replication.report", language, values))
    if full.is_dir() and any(full.iterdir()) and not (full / SCRIPT).is_file():
        raise ReportError(phrase("replication.foreign", language, values))
