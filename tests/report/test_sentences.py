"""Sentences are made of released numbers only, and name the worse beside the better."""

from dataclasses import replace
from math import isnan, nan

import pytest

from fou_eval.disclosure.release import SEAL, Decision, Release, Released
from fou_eval.estimates import Estimate
from fou_eval.report.sentences import Sentences, counts_of
from fou_eval.report.summary import unknown, verdicts, who


def only(release: Release, outcome: str, *estimates: Estimate) -> Release:
    """Put other rows in the place of those of an outcome."""
    common = {"outcome": outcome, "domain": "home", "kind": "scale", "unit": "family", "better": "higher"}
    common |= {"n": 16, "n_families": 16, "confidence": 0.95}
    rows = tuple(Released(estimate=replace(e, **common), decision=Decision(status="pass")) for e in estimates)
    return replace(
        release, seal=SEAL, rows=(*(row for row in release if row.estimate.outcome != outcome), *rows)
    )


def said(release: Release, language: str = "sv") -> str:
    return Sentences(release, language).plain(release.codebook.indicator("home_situation"))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.1, 2.0, "Läget förbättrades i genomsnitt."),
        (-2.0, -0.1, "Läget försämrades i genomsnitt."),
        (-1.0, 2.0, "Ingen säker förändring."),
        (nan, nan, "Det går inte att säga hur säker förändringen är."),
    ],
)
def test_the_interval_decides_the_verdict(release: Release, low: float, high: float, words: str) -> None:
    value = 1.0 if isnan(low) else (low + high) / 2
    changed = only(
        release,
        "home_situation",
        Estimate(statistic="family_mean_change", scale="change", value=value, low=low, high=high),
    )
    assert said(changed).startswith(words)


def test_lower_is_better_where_the_codebook_says_so(release: Release) -> None:
    words = Sentences(release, "sv").full(release.codebook.indicator("absence_pct"))
    assert words.startswith("Läget förbättrades")
    assert "från 18,2 till 12,4 (procent av undervisningstiden)" in words
    assert "−5,6 (procentenheter av undervisningstiden; 95\u00a0%\u00a0KI [−9,1;\u00a0−2,1])" in words


def test_an_indicator_without_direction_rises_or_falls(release: Release) -> None:
    rows = tuple(
        replace(row, estimate=replace(row.estimate, low=0.2))
        if (row.estimate.outcome, row.estimate.statistic) == ("region_care", "family_mean_change")
        else row
        for row in release
    )
    words = Sentences(replace(release, seal=SEAL, rows=rows), "sv").full(
        release.codebook.indicator("region_care")
    )
    assert words.startswith(
        "Värdet steg i genomsnitt. Av 16\u00a0familjer steg värdet för 6, var lika för 5 och sjönk för 5."
    )


def test_a_two_way_split_says_what_is_not_shown(release: Release) -> None:
    better = Estimate(statistic="share_better", scale="proportion", value=0.56)
    rest = Estimate(statistic="share_not_better", scale="proportion", value=0.44)
    words = said(only(release, "home_situation", better, rest))
    assert (
        "av 16\u00a0familjer fick 9 det bättre och 7 inte bättre. Hur många av dem som fick det sämre visas ej."
        in words
    )


def test_better_alone_is_never_told(release: Release) -> None:
    words = said(
        only(release, "home_situation", Estimate(statistic="share_better", scale="proportion", value=0.56))
    )
    assert "9" not in words
    assert "hur många som fick det bättre eller sämre visas ej" in words


def test_shares_of_many_units_are_told_in_per_cent() -> None:
    shares = [
        Estimate(statistic=name, value=value, n=134)
        for name, value in (("a", 0.45), ("b", 0.30), ("c", 0.25))
    ]
    assert counts_of(shares) is None


def test_shares_that_do_not_add_up_are_told_in_per_cent() -> None:
    shares = [
        Estimate(statistic=name, value=value, n=16) for name, value in (("a", 0.6), ("b", 0.1), ("c", 0.3))
    ]
    assert counts_of(shares) is None


def test_every_domain_has_its_verdict(release: Release) -> None:
    assert [lead for lead, _ in verdicts(release, "sv")] == [
        "Vardagssituationen hemma.",
        "Barnens skolgång.",
        "Barnens fritid.",
        "Föräldrarnas sysselsättning.",
    ]


def test_what_is_not_known_names_domains_and_missing_families(release: Release) -> None:
    points = " ".join(text for _, text in unknown(release, "sv"))
    assert "det som inte mättes: Barnens fritid" in points
    assert "de 1–4 familjer som saknas" in points


def test_one_missing_family_is_told_in_the_singular(release: Release) -> None:
    rows = tuple(
        replace(row, estimate=replace(row.estimate, value=17.0, low=nan, high=nan))
        if row.estimate.statistic == "families_at_wave" and row.estimate.category == "t2"
        else row
        for row in release
    )
    points = " ".join(text for _, text in unknown(replace(release, seal=SEAL, rows=rows), "sv"))
    assert "för den familj som saknas" in points


def test_who_took_part_is_computed(release: Release) -> None:
    assert who(release, "sv").startswith("18 familjer med sammanlagt 61 personer skrevs in.")
    assert who(release, "en").endswith("in 4 domains.")
