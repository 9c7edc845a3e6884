"""What figures must hold, worked out from the released rows alone and not by the code that draws."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import isfinite

from fou_eval.declaration.codebook import Indicator
from fou_eval.design import BLUE, PALE, SKY
from fou_eval.disclosure.linked import share_views
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate, Estimates
from fou_eval.figures.share_bars import LOOKS
from fou_eval.formatting import day, estimate_decimals

Numbers = list[float]


def shown(row: Released | None) -> Estimate | None:
    told = row is not None and row.decision.status != "withheld" and isfinite(row.estimate.value)
    return row.estimate if row is not None and told else None


def numbers(estimate: Estimate) -> Numbers:
    """The change and the ends of its interval, as its scale is labelled."""
    unit = 100.0 if estimate.scale == "points" else 1.0
    found = [estimate.value, estimate.low, estimate.high]
    return [unit * number for number in found if isfinite(number)]


def last_digit(release: Release, estimate: Estimate) -> float:
    """One in the last digit that is published of a number, as its scale is labelled."""
    if estimate.scale == "points":
        return 1.0 if estimate.n_families >= 10 else 10.0
    column = release.codebook.indicator(estimate.outcome).column
    decimals = estimate_decimals(estimate.scale, column.resolution)
    return float(10 ** -(decimals if estimate.n_families >= 10 else max(0, decimals - 1)))


def headlines(release: Release) -> list[Estimate]:
    """The headline of every domain that has one to show, from the top of the overview."""
    primary = [release.plan.primary.get(domain) for domain in release.codebook.domains]
    items = [release.codebook.indicator(name) for name in primary if name]
    rows = [shown(release.headline(item.name)) for item in items]
    return [row for row in rows if row]


def items(release: Release, domain: str) -> list[Indicator]:
    return [item for item in release.codebook.indicators() if item.domain == domain]


def courses(release: Release, domain: str) -> list[list[Estimate]]:
    """The released changes since entry of every indicator that has one, in time order."""
    found = [
        [
            row.estimate
            for row in release
            if row.estimate.statistic == "change_from_entry"
            and row.estimate.outcome == item.name
            and shown(row)
        ]
        for item in items(release, domain)
    ]
    return [course for course in found if course]


def splits(release: Release, domain: str) -> list[list[tuple[str, float]]]:
    """Colour and share of the parts of the finest view of every indicator of which all parts are told."""
    found = []
    for item in items(release, domain):
        for view in share_views(item).values():
            told = {name: shown(release.find(name, outcome=item.name)) for name in view}
            if all(told.values()):
                parts = sorted(view, key=list(LOOKS).index)
                found.append([(LOOKS[name].colour.lower(), told[name].value) for name in parts])  # type: ignore[union-attr]
                break
    return [[part for part in split if part[1] > 0] for split in found]


def classes(release: Release, outcome: str) -> list[Numbers]:
    """Shares of the classes before and after, in the finest view that is told on both sides."""
    item = release.codebook.indicator(outcome)
    for view in item.column.partitions():
        sides = [
            [shown(release.find(side, outcome=outcome, category=cell.category)) for cell in view.cells]
            for side in ("class_share_before", "class_share_after")
        ]
        if all(cell is not None for side in sides for cell in side):
            return [[cell.value for cell in side if cell and cell.value > 0] for side in sides]
    return []


def takers(release: Release) -> list[list[tuple[str, float]]]:
    """Colour and share of the enrolled families of the parts of every bar of the flow."""
    total = release.find("families_enrolled").estimate.value if release.find("families_enrolled") else 0.0  # type: ignore[union-attr]
    bars = [(total, total)]
    for wave in release.codebook.waves:
        row = release.find("families_at_wave", category=wave)
        told = row is not None and row.decision.status != "withheld"
        own = row.estimate if row is not None and told else Estimate(statistic="none", value=0.0)
        bars.append((own.low, own.high) if not isfinite(own.value) else (own.value, own.value))
    ends = [[(BLUE, 0.0, low), (SKY, low, high), (PALE, high, total)] if total else [] for low, high in bars]
    parts = [[(colour.lower(), (end - start) / total) for colour, start, end in row] for row in ends]
    return [row for row in ([part for part in parts_ if part[1] > 0] for parts_ in parts) if row]


def facts(release: Release, picture: str) -> set[float]:
    """Every number that the words of a figure may hold: those of the rows it is about, and the confidence."""
    known = {round(100 * release.plan.confidence, 1)}
    for row in release:
        if row.decision.status != "withheld" and _is_about(release, row.estimate, picture):
            known |= set(_told(row.estimate))
    return known | (_missing(release) if picture == "flow" else set())


def _missing(release: Release) -> set[float]:
    """The families without a measurement at a wave, which those enrolled and those measured tell."""
    enrolled = shown(release.find("families_enrolled"))
    if enrolled is None:
        return set()
    waves = [row.estimate for row in release if row.estimate.statistic == "families_at_wave"]
    counts = [number for one in waves for number in (one.value, one.low, one.high) if isfinite(number)]
    return {enrolled.value - count for count in counts}


def _is_about(release: Release, estimate: Estimate, picture: str) -> bool:
    kind, _, name = picture.partition("_")
    own = {
        "flow": ("families_", "persons_", "missing_reason"),
        "overview": ("family_mean_change", "family_rate_change", "change_from_entry"),
        "shares": ("share_",),
        "course": ("change_from_entry",),
        "ladder": ("class_share_",),
    }[kind]
    place = {"flow": "", "overview": "", "ladder": estimate.outcome}.get(kind, estimate.domain)
    primary = kind != "overview" or estimate.outcome in release.plan.primary.values()
    return estimate.statistic.startswith(own) and name == place and primary


def _told(estimate: Estimate) -> Iterator[float]:
    for number in (estimate.value, estimate.low, estimate.high):
        if isfinite(number):
            yield from (abs(round(number, 6)), abs(round(100 * number, 6)))
    yield from map(float, (estimate.n, estimate.n_families))


def declared_words(release: Release) -> list[str]:
    """Labels and units, in which numbers may stand that are no findings; the longest first."""
    book = release.codebook
    texts: list[object] = [entry.label for entry in (*book.waves.values(), *book.domains.values())]
    for item in book.indicators():
        texts += [item.column.label, item.column.unit, item.column.per]
        texts += [cell.label for view in item.column.partitions() for cell in view.cells]
    found = {text[code] for text in texts if text is not None for code in ("sv", "en")}  # type: ignore[index]
    if book.data_until is not None:
        found |= {day(book.data_until, code) for code in ("sv", "en")}
    return sorted(found, key=len, reverse=True)


def without(text: str, labels: Iterable[str]) -> str:
    for label in labels:
        text = text.replace(label, " ")
    return text


def hidden_changed(estimates: Estimates, release: Release) -> Estimates:
    """Move what is not published: rows for internal use, and digits beyond the published.

    Rows that the gate withholds or shows in coarser form stay as they are, since it decides by them what else is shown.
    """
    told = {_name(row_.estimate): row_ for row_ in release}
    moved = []
    for own in estimates:
        passed = told.get(_name(own))
        numbers = (own.value, own.low, own.high)
        if passed is None:
            value, low, high = (0.9 * number for number in numbers)
        elif own.scale == "change" and isfinite(passed.estimate.value) and passed.decision.status == "pass":
            published = (passed.estimate.value, passed.estimate.low, passed.estimate.high)
            value, low, high = (
                shown if isfinite(shown) else number for number, shown in zip(numbers, published, strict=True)
            )
        else:
            value, low, high = numbers
        moved.append(replace(own, value=value, low=low, high=high))
    return replace(estimates, rows=tuple(moved))


def _name(estimate: Estimate) -> tuple[str, ...]:
    return estimate.outcome, estimate.statistic, estimate.category, estimate.wave_after
