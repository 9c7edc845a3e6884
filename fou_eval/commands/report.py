"""`fou-eval report`: from the study folder to the finished report."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.text import Text

from fou_eval.change import measure_change
from fou_eval.declaration import Language, Profile
from fou_eval.disclosure import Ledger, Release, open_ledger, release
from fou_eval.disclosure.ledger_file import LEDGER, save
from fou_eval.errors import DisclosureError
from fou_eval.figures import Width
from fou_eval.formatting import day
from fou_eval.language import phrase
from fou_eval.placing import claimed
from fou_eval.provenance.earlier import Earlier, earlier_report, refuse_other
from fou_eval.provenance.history import committed
from fou_eval.publishing import recorded, refuse_name
from fou_eval.report import write_report
from fou_eval.report.deviations import deviations
from fou_eval.report.front import refuse_own_words
from fou_eval.report.planned import told
from fou_eval.report.writing import refuse_place
from fou_eval.study import Study, open_study
from fou_eval.tables import told_in_short


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked beside the report itself.

    Attributes
    ----------
    publish
        Name under which the report is recorded as published; it is a draft when left out.
    ledger
        Folder of the ledger; the study's own when left out.
    earlier
        Earlier report to compare the plan with.
    until
        Cut-off of an interim edition.
    widths
        Other widths at which the figures are written too.
    """

    publish: str | None = None
    ledger: Path | None = None
    earlier: Path | None = None
    until: date | None = None
    widths: Sequence[Width] = ()


def run(
    study: Path,
    *,
    data: Path | None,
    out: Path | None,
    languages: Literal["sv", "en", "both"] | None,
    profile: Profile | None,
    wish: Wish,
) -> None:
    """Open the study, measure change, pass the gate and write the report; progress goes to standard error.

    In both languages the numbers are computed once, and the report in the study's own language takes the folder; the
    other stands beside it, with the code of its language after its name.
    """
    if wish.publish is not None:
        refuse_name(wish.publish)
    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    with console.status(Text(study.name)) as status:

        def step(words: str) -> None:
            status.update(Text(words))
            if not console.is_terminal:
                console.print(words)

        step(study.name)
        opened = open_study(study, data=data, until=wish.until)
        spoken = _languages(languages, opened.codebook.language)
        words = spoken[0]
        before = _earlier(study, opened, wish.earlier, words)
        chosen = profile or opened.plan.disclosure.profile
        if chosen == "publication":  # told before anything is computed
            refuse_own_words(opened.codebook, opened.plan, words)
        ledger = _ledger(study, chosen, wish)
        counts = {
            "families": len(opened.family_numbers),
            "outcomes": sum(1 for _ in opened.codebook.indicators()),
        }
        places = _places(opened, out, chosen, spoken)
        for one, place in places.items():
            refuse_place(place, opened.codebook.study, one)
        with ExitStack() as claims:
            for one, place in places.items():
                claims.enter_context(claimed(place, one))
            step(phrase("progress.measure", words, counts))
            estimates = measure_change(opened)
            step(phrase("progress.gate", words))
            released = release(estimates, profile=profile, ledger=ledger)
            kept = (
                recorded(released, estimates, ledger, name=wish.publish) if ledger and wish.publish else None
            )
            written = [
                write_report(released, place, language=one, progress=step, earlier=before, widths=wish.widths)
                for one, place in places.items()
            ]
    for line in _said(opened, released, before, words):
        console.print(line)
    if kept is not None:
        save(kept)
        values = {"name": wish.publish, "sets": released.ledger.sets}
        console.print(phrase("ledger.recorded", words, values))
    for pdf in written:
        console.print(phrase("progress.done", words, {"path": pdf}))


def _places(
    opened: Study, out: Path | None, profile: Profile, languages: Sequence[Language]
) -> dict[Language, Path]:
    """Give the folder of the report in each language, the first in the one that was asked for.

    An internal one never comes in the place of the report for others, whose folder people send on as it is.
    """
    name = opened.codebook.study + ("_internal" if profile == "internal" else "")
    target = out or Path("build") / name
    first, *others = languages
    return {first: target, **{one: target.with_name(f"{target.name}_{one}") for one in others}}


def _languages(wanted: Literal["sv", "en", "both"] | None, own: Language) -> tuple[Language, ...]:
    """Give the languages to write in, the study's own first where there are both."""
    other: Language = "en" if own == "sv" else "sv"
    if wanted == "both":
        return own, other
    return (wanted or own,)


def _said(opened: Study, released: Release, before: list[Earlier], language: Language) -> Iterator[str]:
    """Say which edition it is, how much is shown, what the plan has changed, and what the ledger cost."""
    if opened.cut_off is not None:
        yield phrase("edition.told", language, {"day": day(opened.cut_off, language)})
        yield from (issue.message for issue in opened.issues if issue.rule.startswith("edition_"))
    yield from told_in_short(released, language)
    yield from told(deviations(released, before), language)
    if released.ledger.compared:
        yield _compared(released, language)


def _earlier(study: Path, opened: Study, report: Path | None, language: Language) -> list[Earlier]:
    """Gather what the plan is compared with: an earlier report, and the version history of the study's folder."""
    found = []
    if report is not None:
        found.append(earlier_report(report, language))
        refuse_other(found[0], opened.codebook.study, language)
    old = committed(study, opened.codebook.study, opened.plan.fixed_on)
    return found if old is None else [*found, old]


def _ledger(study: Path, profile: Profile, wish: Wish) -> Ledger | None:
    """Read the ledger that a report for publication is compared with; an internal one is compared with none."""
    if profile == "internal":
        if wish.publish is not None:
            raise DisclosureError(
                "An internal report is not published. Leave out --publish, or --profile internal."
            )
        return None
    ledger = open_ledger(wish.ledger or study)
    if wish.publish is None and wish.ledger is None and not ledger.check:
        return None  # a draft of a study that has published nothing; the key of a ledger not kept would seal in vain
    if wish.publish is not None and not os.access(ledger.folder, os.W_OK):
        raise DisclosureError(
            f"The ledger cannot be written in the folder {ledger.folder.name}. Give another folder with --ledger."
        )
    if wish.publish is None and wish.ledger is not None and not ledger.editions:
        raise DisclosureError(
            f"The folder {ledger.folder.name} holds no {LEDGER}. Check its name; the first report that is "
            "recorded with --publish makes one."
        )
    return ledger


def _compared(released: Release, language: Language) -> str:
    names = ", ".join(released.ledger.compared)
    how_many = {0: "none", 1: "one"}.get(released.ledger.withheld, "some")
    said = phrase("report.method.ledger.compared", language, {"names": names})
    cost = phrase(f"report.method.ledger.{how_many}", language, {"withheld": released.ledger.withheld})
    if not released.ledger.begun_anew:
        return f"{said} {cost}"
    labels = (released.codebook.indicator(name).column.label[language] for name in released.ledger.begun_anew)
    anew = phrase("report.method.ledger.begun_anew", language, {"labels": ", ".join(labels)})
    return f"{said} {cost} {anew}"
