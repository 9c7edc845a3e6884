"""What is released of who moved which way, indicator by indicator, in words."""

from collections.abc import Mapping, Sequence

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.disclosure.linked import share_views
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.share_bars import LOOKS
from fou_eval.figures.shares import released_shares
from fou_eval.formatting import percent
from fou_eval.language import phrase
from fou_eval.quantities import interval_text, value_text

# What is said beside the shares where it is declared and released: better and worse by more than a limit.
BESIDE: Mapping[str, tuple[str, str]] = {
    "reliable": ("reliably_improved", "reliably_deteriorated"),
    "clinical": ("recovered", "harmed"),
    "meaningful": ("meaningfully_improved", "meaningfully_worse"),
}


def all_items(release: Release) -> tuple[Indicator, ...]:
    """Give the indicators of all domains, in the order of the report."""
    return tuple(item for name in release.codebook.domains for item in rows.indicators(release, name))


def net_improvement(release: Release, item: Indicator) -> Estimate | None:
    """Give the share better minus the share worse of an indicator, where it is released."""
    return rows.shown(release.find("net_improvement", outcome=item.name))


def is_drawn(release: Release, item: Indicator) -> bool:
    """Say whether an indicator has released shares or a released balance."""
    return bool(released_shares(release, item)) or net_improvement(release, item) is not None


def absent(release: Release, domain: str, language: Language) -> list[str]:
    """Name the indicators that have no numbers, by the reason why."""
    items = rows.indicators(release, domain)
    reasons: dict[str, list[str]] = {}
    for item in items:
        if not is_drawn(release, item):
            reasons.setdefault(_why(release, item, language), []).append(item.label(language))
    if not items:
        return [phrase("figure.not_measured", language)]
    return [
        phrase(
            "figure.individual.absent",
            language,
            {"why": why[:1].upper() + why[1:], "labels": "; ".join(labels)},
        )
        for why, labels in reasons.items()
    ]


def _why(release: Release, item: Indicator, language: Language) -> str:
    names = ("share_same", *(name for view in share_views(item).values() for name in view))
    found = [release.find(name, outcome=item.name) for name in names]
    short = any(rows.is_withheld(row) for row in found)
    return phrase("figure.withheld_short", language) if short else rows.absence(found, language)


def beside(release: Release, item: Indicator, language: Language) -> dict[str, str]:
    """Say how many changed by more than a declared or cited limit, where both directions are released."""
    said = {}
    for what, (better, worse) in BESIDE.items():
        found = [rows.shown(release.find(name, outcome=item.name)) for name in (better, worse)]
        both = [percent(one.value, language) for one in found if one is not None]
        if len(both) == 2:
            shares = dict(zip(("better", "worse"), both, strict=True))
            said[what] = phrase(f"figure.individual.{what}", language, shares)
    return said


def net_text(net: Estimate, language: Language) -> str:
    """Write the balance with its interval, in percentage points."""
    text = value_text(net, None, language)
    return f"{text} {interval_text(net, None, language)}" if rows.has_interval(net) else text


def net_words(release: Release, item: Indicator, language: Language) -> str:
    """Say in words what the balance of an indicator is."""
    net = net_improvement(release, item)
    text = "" if net is None else net_text(net, language)
    return phrase("figure.individual.alt_net", language, {"net": text})


def told(release: Release, language: Language) -> str:
    """Tell all that is drawn, the finding first."""
    sentences = [_finding(release, language)]
    for domain, declared in release.codebook.domains.items():
        items = rows.indicators(release, domain)
        drawn = [_alt_row(release, item, language) for item in items if is_drawn(release, item)]
        said = " ".join(f"{text}." for text in (*drawn, *absent(release, domain, language)))
        sentences.append(f"{declared.label[language]}: {said}")
    return " ".join(sentences)


def _alt_row(release: Release, item: Indicator, language: Language) -> str:
    split, net = released_shares(release, item), net_improvement(release, item)
    parts = [
        f"{phrase(f'figure.{name}', language)} {percent(split[name].value, language)}"
        for name in reversed(list(LOOKS))
        if name in split
    ]
    if net is not None:
        parts.append(net_words(release, item, language))
    basis = next((one for one in (*split.values(), net) if one is not None), None)
    parts += list(beside(release, item, language).values())
    return f"{item.label(language)}: {', '.join(parts)}; {rows.basis(basis, language) if basis else ''}"


def _finding(release: Release, language: Language) -> str:
    """Say between which shares the indicators lie, better and worse."""
    splits = [released_shares(release, item) for item in all_items(release)]
    better, worse = (
        [split[name].value for split in splits if name in split] for name in ("share_better", "share_worse")
    )
    if not better:
        return phrase("figure.individual.finding_none", language)
    said = phrase("figure.individual.finding", language, _ends(better, language))
    hidden = phrase("figure.individual.finding_hidden", language)
    of_worse = (
        phrase("figure.individual.finding_worse", language, _ends(worse, language)) if worse else hidden
    )
    return f"{said}; {of_worse}."


def _ends(shares: Sequence[float], language: Language) -> dict[str, str]:
    return {"low": percent(min(shares), language), "high": percent(max(shares), language)}
