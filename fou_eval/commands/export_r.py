"""`fou-eval export-r`: the data behind the headline numbers and a script that computes them anew in R."""

from datetime import date
from pathlib import Path

from rich.console import Console

from fou_eval.change import measure_change
from fou_eval.declaration import Language
from fou_eval.disclosure import release
from fou_eval.language import phrase
from fou_eval.replication import write_replication
from fou_eval.study import open_study


def run(
    study: Path, *, data: Path | None, out: Path | None, language: Language | None, until: date | None = None
) -> None:
    """Measure change, write the folder, and say whom it is for; it is internal whatever the plan says."""
    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    opened = open_study(study, data=data, until=until)
    words = language or opened.codebook.language
    counts = {
        "families": len(opened.family_numbers),
        "outcomes": sum(1 for _ in opened.codebook.indicators()),
    }
    console.print(phrase("progress.measure", words, counts))
    estimates = measure_change(opened)
    folder = out or Path("build") / f"{opened.codebook.study}_internal_r"
    script = write_replication(estimates, release(estimates, profile="internal"), folder, language=words)
    console.print(phrase("replication.internal", words))
    console.print(phrase("replication.done", words, {"script": script}))
