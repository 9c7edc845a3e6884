"""The register of what was said of the project: by whom, when, and where the report answers it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fou_eval.declaration.project import Claim
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.formatting import day, named_month
from fou_eval.language import phrase
from fou_eval.tables.cells import Marks, warning_notes
from fou_eval.tables.display import DisplayTable, Heading

State = Literal["shown", "total", "withheld", "not_measured"]
# What says how things turned out; goals, plans and requirements are always said beforehand.
OF_RESULTS = {"claimed", "belief", "judgement", "finding", "statement"}


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a claim is answered: the words that name the appendix, what is shown there, and whether it is.

    Without an appendix nothing in the report answers it; without a label the appendix as a whole does.
    """

    state: State
    appendix: str = ""
    label: str = ""


def claims(
    release: Release, answers: Mapping[str, Sequence[Answer]], language: Language | None = None
) -> DisplayTable:
    """Lay out what was said, of what kind it is, who said it when, and where it is answered.

    Parameters
    ----------
    release
        What may be shown.
    answers
        By the code of each claim, where it is answered.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    codebook, marks = release.codebook, Marks()
    rows = tuple(
        (
            code,
            claim.claim[language],
            phrase(f"claims.kind.{claim.kind}", language),
            ", ".join(_said(release, claim, name, marks, language) for name in claim.sources),
            answered(answers.get(code, ()), language),
        )
        for code, claim in codebook.claims.items()
    )
    heads = (("code", 1), ("claim", 6), ("kind", 2), ("source", 3), ("answer", 6))
    return DisplayTable(
        title=phrase("claims.title", language),
        columns=tuple(
            Heading(phrase(f"claims.head.{name}", language), "left", width) for name, width in heads
        ),
        rows=rows,
        notes=(*warning_notes(release, language), *_sources(release, language), *marks.notes),
        size="small",
        language=language,
    )


def _sources(release: Release, language: Language) -> Iterator[str]:
    """Explain the short names of the sources, which most claims have several of."""
    for name, source in release.codebook.sources.items():
        values: dict[str, object] = {"short": name.upper(), "source": source.label[language]}
        if source.said is None:
            yield phrase("claims.undated", language, values)
        else:
            month = named_month(source.said, language)
            yield phrase("claims.source", language, {**values, "month": month})


def answered(answers: Sequence[Answer], language: Language) -> str:
    """Say where a claim is answered, and what became of each answer, those of one appendix and state together.

    Examples
    --------
    >>> answered([Answer("shown", "Appendix 4", "Absence"), Answer("shown", "Appendix 4", "Support")], "en")
    'Appendix 4, Absence; Support: shown'
    """
    labels: dict[tuple[str, State], list[str]] = {}
    for answer in answers:
        labels.setdefault((answer.appendix, answer.state), []).append(answer.label)
    told = [_told(appendix, state, names, language) for (appendix, state), names in labels.items()]
    return ". ".join(told) or phrase("claims.not_measured", language)


def _told(appendix: str, state: State, labels: Sequence[str], language: Language) -> str:
    what = "; ".join(label for label in labels if label)
    if not (appendix or what):
        return phrase("claims.not_measured", language)
    about = ", ".join(part for part in (appendix, what) if part)
    return phrase(
        "claims.answer", language, {"about": about, "state": phrase(f"claims.state.{state}", language)}
    )


def _said(release: Release, claim: Claim, name: str, marks: Marks, language: Language) -> str:
    said, text = release.codebook.sources[name].said, name.upper()
    if said is None:
        unknown = phrase("claims.when.unknown", language)
        return marks.mark(text, unknown) if claim.kind in OF_RESULTS else text
    for reason in when_said(release, claim, said, language):
        text = marks.mark(text, reason)
    return text


def when_said(release: Release, claim: Claim, said: str, language: Language) -> list[str]:
    """Say whether something was said while the project ran, and whether the results existed by then.

    Nobody could have been followed to a wave earlier than so many months after support began; the day on which the
    first family came there is not told.

    Parameters
    ----------
    release
        What may be shown.
    claim
        What was said.
    said
        Month in which it was said.
    language
        Language of the words.
    """
    project, until = release.codebook.project, release.codebook.data_until
    found = []
    last = project.extension_end or project.end
    if last is not None and said <= last:
        found.append(phrase("claims.when.running", language))
    if claim.kind not in OF_RESULTS:
        return found
    after = release.codebook.waves[release.plan.contrast.after]
    if project.service_start is not None and said < _later(project.service_start, int(after.months)):
        found.append(phrase("claims.when.before_after", language, {"after": after.label[language]}))
    elif until is not None and said <= until.isoformat()[:7]:
        found.append(phrase("claims.when.before_end", language, {"until": day(until, language)}))
    return found


def _later(month: str, months: int) -> str:
    """Give the month so many months later.

    Examples
    --------
    >>> _later("2015-01", 12), _later("2014-08", 5)
    ('2016-01', '2015-01')
    """
    whole = int(month[:4]) * 12 + int(month[5:7]) - 1 + months
    return f"{whole // 12:04d}-{whole % 12 + 1:02d}"
