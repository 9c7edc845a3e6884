"""How often the procedures of a release were right in simulated studies of its size, beside the usual ones."""

from collections.abc import Iterable

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.formatting import NOTHING, number
from fou_eval.language import phrase
from fou_eval.measured import SHOWN, USUAL, Calibrated, Rate, measured_calibration
from fou_eval.quantities import families_by_kind
from fou_eval.tables.cells import counted, statistic_name
from fou_eval.tables.display import DisplayTable, Heading


def calibration(
    release: Release, language: Language | None = None, *, rates: Iterable[Rate] | None = None
) -> DisplayTable:
    """Lay out type I error and coverage, measured in simulated studies like this one, of what the release shows.

    Parameters
    ----------
    release
        What passed the gate; its kinds of indicator and its number of families choose the simulated studies.
    language
        Language of the table; the study's own when not given.
    rates
        Another calibration table than the one that comes with the package.
    """
    language = release.language(language)
    own = None if rates is None else tuple(rates)
    rows: list[tuple[str, ...]] = []
    groups = []
    for kind, families in families_by_kind(row.estimate for row in release).items():
        used = [name for name in SHOWN if _is_shown(release, name, kind)]
        found = [measured_calibration(name, kind, families, own) for name in (*used, *USUAL)]
        told = [one for one in found if one is not None]
        if told:
            groups.append((len(rows), _group(told[0], language)))
            rows += [_row(one, language) for one in told]
    heads = (
        Heading(phrase("table.procedure", language), "left", 6),
        Heading(phrase("table.type_1", language), "right", 2),
        Heading(phrase("table.coverage", language), "right", 2),
    )
    return DisplayTable(
        title=phrase("table.calibration", language),
        columns=heads,
        rows=tuple(rows),
        groups=tuple(groups),
        size="small",
        language=language,
    )


def _group(found: Calibrated, language: Language) -> str:
    """Name a kind of indicator, with the number of families of its simulated studies."""
    kind = phrase(f"kind.{found.kind}", language)
    return f"{kind[:1].upper()}{kind[1:]}, {counted('families', found.families, language)}"


def _is_shown(release: Release, statistic: str, kind: str) -> bool:
    return any(
        (row.estimate.statistic, row.estimate.kind) == (statistic, kind) and row.decision.status != "withheld"
        for row in release
    )


def _row(found: Calibrated, language: Language) -> tuple[str, ...]:
    usual = found.statistic in USUAL
    name = phrase(f"peer.{found.statistic}", language) if usual else statistic_name(found.statistic, language)
    return (
        phrase("table.for_comparison", language, {"name": name}) if usual else name,
        _span(found.type_1, language),
        _span(found.coverage, language),
    )


def _span(ends: tuple[float, float] | None, language: Language) -> str:
    """Write the lowest and the highest of a rate over the correlations within families, in per cent."""
    if ends is None:
        return NOTHING
    return "–".join(dict.fromkeys(number(100 * end, language, 1) for end in ends))
