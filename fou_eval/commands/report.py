"""`fou-eval report`: from the study folder to the finished report."""

from pathlib import Path

from rich.console import Console

from fou_eval.change import measure_change
from fou_eval.declaration import Language, Profile
from fou_eval.disclosure import release
from fou_eval.language import phrase
from fou_eval.report import write_report
from fou_eval.study import open_study


def run(
    study: Path,
    *,
    data: Path | None,
    out: Path | None,
    language: Language | None,
    profile: Profile | None,
) -> None:
    """Open the study, measure change, pass the gate and write the report; progress goes to standard error."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    with console.status(study.name) as status:

        def step(words: str) -> None:
            status.update(words)
            if not console.is_terminal:
                console.print(words)

        step(study.name)
        opened = open_study(study, data=data)
        words = language or opened.codebook.language
        counts = {
            "families": len(opened.family_numbers),
            "outcomes": sum(1 for _ in opened.codebook.indicators()),
        }
        step(phrase("progress.measure", words, counts))
        estimates = measure_change(opened)
        step(phrase("progress.gate", words))
        released = release(estimates, profile=profile)
        pdf = write_report(
            released, out or Path("build") / opened.codebook.study, language=language, progress=step
        )
    console.print(phrase("progress.done", words, {"path": pdf}))
