"""`fou-eval bundle`: a finished report with all that a reviewer needs, except the data."""

from pathlib import Path

from rich.console import Console

from fou_eval.bundle import write_bundle
from fou_eval.bundle.twin import make_twin
from fou_eval.declaration import Language
from fou_eval.language import phrase


def run(report: Path, *, out: Path, synthetic: bool, language: Language | None) -> None:
    """Pack the bundle; progress, and what the reviewer must know, go to standard error."""
    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    made = write_bundle(
        report,
        out,
        language=language,
        progress=console.print,
        twin=make_twin if synthetic else None,
    )
    if made.other_versions:
        values = {"packages": ", ".join(made.other_versions)}
        console.print(phrase("bundle.other_packages", made.language, values))
    console.print(phrase("bundle.done", made.language, {"path": made.path, "files": made.files}))
