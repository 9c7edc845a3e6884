"""Sentences are made of released numbers only, and name the worse beside the better."""

from dataclasses import replace
from math import isnan, nan

import pytest

from fou_eval.declaration.text import Language
from fou_eval.disclosure.protect import COARSE
from fou_eval.disclosure.release import SEAL, Decision, Release, Released
from fou_eval.documents.numbering import without_references
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


def said(release: Release) -> str:
    return Sentences(release, "sv").plain(release.codebook.indicator("home_situation"), "bilaga 3")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.1, 2.0, "Läget förbättrades i genomsnitt"),
        (-2.0, -0.1, "Läget försämrades i genomsnitt"),
        (-1.0, 2.0, "Ingen säker förändring"),
        (nan, nan, "Det går inte att säga hur säker förändringen är"),
    ],
)
def test_the_interval_decides_the_verdict(release: Release, low: float, high: float, words: str) -> None:
    value = 1.0 if isnan(low) else (low + high) / 2
    changed = only(
        release,
        "home_situation",
        Estimate(statistic="family_mean_change", scale="change", value=value, low=low, high=high),
    )
    assert said(changed).startswith(
        f"{words}, mätt med ”Vardagssituationen, skattad av familjen” (bilaga 3): hur många"
    )


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


def test_what_is_shown_comes_before_what_is_not(release: Release) -> None:
    means = [
        Estimate(statistic="mean_before", scale="unit", value=4.1),
        Estimate(statistic="mean_after", scale="unit", value=5.3),
    ]
    assert said(only(release, "home_situation", *means)).endswith(
        "(bilaga 3): genomsnittet gick från 4,1 till 5,3 (skala 1–10). "
        "Hur många som fick det bättre eller sämre visas ej."
    )


@pytest.mark.parametrize(
    ("language", "margin"),
    [
        (
            "sv",
            "17\u00a0familjer, 34\u00a0personer. Teckenbytestest per familj; 95\u00a0%\u00a0KI genom invertering.",
        ),
        ("en", "17\u00a0families, 34\u00a0persons. Sign-flip test by family; 95%\u00a0CI by inversion."),
    ],
)
def test_the_margin_says_on_how_many_it_rests_and_how_it_is_computed(
    release: Release, language: Language, margin: str
) -> None:
    sentences, absence = Sentences(release, language), release.codebook.indicator("absence_pct")
    assert sentences.margin(absence) == margin
    assert "17" not in sentences.full(absence)


def test_the_margin_says_that_an_interval_is_rounded_outwards_or_not_shown(release: Release) -> None:
    change = {"scale": "change", "value": 1.2}
    for estimate, decision, words in (
        (Estimate(statistic="family_mean_change", **change, low=0.0, high=2.5), COARSE, ", avrundat utåt."),
        (
            Estimate(statistic="family_mean_change", **change),
            "rule.few_families",
            "16\u00a0familjer. Intervall visas ej.",
        ),
    ):
        found = only(release, "home_situation", estimate)
        rows = tuple(
            replace(row, decision=Decision(status="changed", rules=(decision,)))
            if row.estimate.outcome == "home_situation"
            else row
            for row in found
        )
        one = Sentences(replace(found, seal=SEAL, rows=rows), "sv")
        assert one.margin(release.codebook.indicator("home_situation")).endswith(words)


def test_better_alone_is_never_told(release: Release) -> None:
    words = said(
        only(release, "home_situation", Estimate(statistic="share_better", scale="proportion", value=0.56))
    )
    assert "9" not in words
    assert "hur många som fick det bättre eller sämre visas ej" in words


def test_a_change_that_is_not_shown_is_said_not_to_be(release: Release) -> None:
    words = said(
        only(release, "home_situation", Estimate(statistic="share_better", scale="proportion", value=0.56))
    )
    assert words.startswith("Förändringen visas ej, mätt med ”Vardagssituationen, skattad av familjen”")


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
    found = verdicts(release, "sv")
    assert {point.lead: point.margin.replace("\u00a0", " ") for point in found} == {
        "Vardagssituationen hemma.": "16 familjer.",
        "Barnens skolgång.": "17 familjer, 34 personer.",
        "Barnens fritid.": "",
        "Föräldrarnas sysselsättning.": "16 familjer, 27 personer.",
    }
    assert [without_references(point.text).count("()") for point in found] == [1, 1, 0, 1]  # its appendix


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
    assert who(release, "en").endswith("in four domains.")
