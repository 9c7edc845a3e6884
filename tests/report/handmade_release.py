"""A small study and its release, made by hand: four domains, every kind of indicator, one domain not measured."""

from datetime import date
from math import isnan, nan

from matplotlib.figure import Figure
from scales import scale_of

from fou_eval.declaration.codebook import Codebook, Domain, Table, Wave
from fou_eval.declaration.plan import Contrast, Disclosure, Plan
from fou_eval.declaration.text import Language, Text
from fou_eval.disclosure.release import SEAL, Decision, Release, Released
from fou_eval.estimates import Estimate
from fou_eval.figures import Picture
from fou_eval.provenance import DataMarks, Provenance, TableMark

WAVES = ("t0", "t1", "t2")

FAMILY_TABLE = {
    "table": "family",
    "label": {"sv": "Uppföljning per familj", "en": "Follow-up per family"},
    "row": {"sv": "en familj vid ett mättillfälle", "en": "one family at one wave"},
    "key": ["family_id", "wave"],
    "columns": {
        "family_id": {"label": {"sv": "Familj", "en": "Family"}, "type": "text", "role": "family_id"},
        "wave": {
            "label": {"sv": "Mättillfälle", "en": "Wave"},
            "type": "code",
            "codes": "waves",
            "role": "wave",
        },
        "home_situation": {
            "label": {
                "sv": "Vardagssituationen, skattad av familjen",
                "en": "Everyday situation, rated by the family",
            },
            "unit": {"sv": "skala 1–10", "en": "scale 1–10"},
            "type": "integer",
            "resolution": 1,
            "role": "outcome",
            "domain": "home",
            "kind": "scale",
            "better": "higher",
            "missing_codes": {
                -8: {"sv": "Avböjde", "en": "Declined"},
                -9: {"sv": "Vet ej", "en": "Don't know"},
            },
            "meaningful_change": {"value": 1, "source": {"sv": "Lokalt beslut", "en": "Local decision"}},
        },
        "routines": {
            "label": {"sv": "Fasta rutiner på vardagar", "en": "Fixed routines on weekdays"},
            "type": "boolean",
            "role": "outcome",
            "domain": "home",
            "kind": "binary",
            "better": "higher",
        },
        "caseworkers": {
            "label": {"sv": "Antal handläggare", "en": "Number of caseworkers"},
            "unit": {"sv": "handläggare per tolv månader", "en": "caseworkers per twelve months"},
            "type": "integer",
            "role": "outcome",
            "domain": "home",
            "kind": "count",
            "better": "lower",
        },
        "region_care": {
            "label": {"sv": "Vårdbesök i regionen", "en": "Visits to regional health care"},
            "unit": {"sv": "besök", "en": "visits"},
            "type": "number",
            "role": "outcome",
            "domain": "home",
            "kind": "scale",
            "better": "neither",
        },
    },
}

CHILD_TABLE = {
    "table": "child",
    "label": {"sv": "Uppföljning per barn", "en": "Follow-up per child"},
    "row": {"sv": "ett barn vid ett mättillfälle", "en": "one child at one wave"},
    "key": ["person_id", "wave"],
    "columns": {
        "family_id": {"label": {"sv": "Familj", "en": "Family"}, "type": "text", "role": "family_id"},
        "person_id": {"label": {"sv": "Person", "en": "Person"}, "type": "text", "role": "person_id"},
        "wave": {
            "label": {"sv": "Mättillfälle", "en": "Wave"},
            "type": "code",
            "codes": "waves",
            "role": "wave",
        },
        "absence_pct": {
            "label": {"sv": "Skolfrånvaro", "en": "School absence"},
            "unit": {"sv": "procent av undervisningstiden", "en": "per cent of scheduled time"},
            "type": "number",
            "resolution": 0.1,
            "role": "outcome",
            "domain": "school",
            "kind": "scale",
            "better": "lower",
        },
        "wellbeing": {
            "label": {"sv": "Trivsel i skolan", "en": "Well-being at school"},
            "unit": {"sv": "skala 1–5", "en": "scale 1–5"},
            "type": "integer",
            "role": "outcome",
            "domain": "school",
            "kind": "ordinal",
            "better": "higher",
        },
    },
}

PARENT_TABLE = {
    "table": "parent",
    "label": {"sv": "Uppföljning per förälder", "en": "Follow-up per parent"},
    "row": {"sv": "en förälder vid ett mättillfälle", "en": "one parent at one wave"},
    "key": ["person_id", "wave"],
    "columns": {
        "family_id": {"label": {"sv": "Familj", "en": "Family"}, "type": "text", "role": "family_id"},
        "person_id": {"label": {"sv": "Person", "en": "Person"}, "type": "text", "role": "person_id"},
        "wave": {
            "label": {"sv": "Mättillfälle", "en": "Wave"},
            "type": "code",
            "codes": "waves",
            "role": "wave",
        },
        "step": {
            "label": {"sv": "Steg mot arbete eller studier", "en": "Step towards work or studies"},
            "type": "code",
            "role": "outcome",
            "domain": "occupation",
            "kind": "ladder",
            "better": "higher",
            "steps": {
                1: {"sv": "Långt från arbete", "en": "Far from work", "groups": ["far"]},
                2: {"sv": "Rehabilitering", "en": "Rehabilitation", "groups": ["far"]},
                3: {"sv": "Arbetsträning", "en": "Work training", "groups": ["near"]},
                4: {"sv": "Praktik", "en": "Placement", "groups": ["near"]},
                5: {"sv": "Studier", "en": "Studies", "groups": ["work"]},
                6: {"sv": "Arbete", "en": "Work", "groups": ["work"]},
            },
            "groups": {
                "far": {"sv": "Långt från arbete", "en": "Far from work"},
                "near": {"sv": "På väg", "en": "On the way"},
                "work": {"sv": "Arbete eller studier", "en": "Work or studies"},
            },
        },
    },
}


def make_codebook(**labels: str) -> Codebook:
    tables = {
        raw["table"]: Table.model_validate(raw, strict=False)
        for raw in (FAMILY_TABLE, CHILD_TABLE, PARENT_TABLE)
    }
    return Codebook(
        study="familjelotsen",
        version="1.0",
        title=Text(sv=labels.get("title", "Familjelotsen"), en=labels.get("title", "The Family Pilot")),
        language="sv",
        waves={
            "t0": Wave(label=Text(sv="Vid inskrivning", en="At entry"), months=0),
            "t1": Wave(label=Text(sv="Sex månader", en="Six months"), months=6),
            "t2": Wave(label=Text(sv="Tolv månader", en="Twelve months"), months=12),
        },
        domains={
            "home": Domain(label=Text(sv="Vardagssituationen hemma", en="Home life")),
            "school": Domain(
                label=Text(
                    sv=labels.get("school", "Barnens skolgång"),
                    en=labels.get("school", "Children’s schooling"),
                )
            ),
            "leisure": Domain(label=Text(sv="Barnens fritid", en="Children’s leisure")),
            "occupation": Domain(label=Text(sv="Föräldrarnas sysselsättning", en="Parents’ occupation")),
        },
        tables=tables,
    )


PLAN = Plan(
    contrast=Contrast(before="t0", after="t2"),
    primary={"home": "home_situation", "school": "absence_pct", "occupation": "step"},
    seed=20170731,
    disclosure=Disclosure(),
    fixed_on=date(2015, 1, 15),
)

PROVENANCE = Provenance(
    data=DataMarks(
        how="plain",
        tables={
            name: TableMark(rows=rows, content=mark * 32, columns={"wave": "01" * 32})
            for name, rows, mark in (("family", "54", "ab"), ("child", "111", "cd"), ("parent", "81", "ef"))
        },
    ),
    declarations={"study.yaml": "12" * 32, "plan.yaml": "34" * 32, "tables/child.yaml": "56" * 32},
    declared='"plan.yaml":\n  "seed": 1\n',
    synthetic=True,
)

PASS = Decision(status="pass")


class Rows:
    """Collects released rows; each method adds one estimate with what its outcome shares."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.rows: list[Released] = []

    def add(
        self, statistic: str, value: float, decision: Decision = PASS, outcome: str = "", **more: object
    ) -> None:
        common: dict[str, object] = {"wave_before": "t0", "wave_after": "t2", "confidence": 0.95}
        if outcome:
            indicator = self.codebook.indicator(outcome)
            common |= {
                "outcome": outcome,
                "domain": indicator.domain,
                "kind": indicator.kind,
                "unit": indicator.unit,
                "better": indicator.better,
                "primary": PLAN.primary.get(indicator.domain) == outcome,
            }
        common["scale"] = scale_of(statistic, str(common.get("kind", "")))
        made = Estimate(statistic=statistic, value=value, **(common | more))  # type: ignore[arg-type]
        self.rows.append(Released(estimate=made, decision=decision))

    def withhold(self, statistic: str, outcome: str, rule: str = "rule.split", **more: object) -> None:
        self.add(statistic, nan, Decision(status="withheld", rules=(rule,)), outcome, **more)


def _participants(rows: Rows) -> None:
    rows.add("families_enrolled", 18, n=18, n_families=18)
    rows.add("persons_enrolled", 61, n=61, n_families=18)
    drop_out = Decision(status="changed", rules=("rule.drop_out_range",))
    for wave, families, persons in (("t0", 18, 61), ("t1", nan, nan), ("t2", nan, nan)):
        decision, low, high = (PASS, nan, nan) if not isnan(families) else (drop_out, 14.0, 17.0)
        same = {"wave_before": wave, "wave_after": wave, "category": wave}
        rows.add("families_at_wave", families, decision, low=low, high=high, n=18, n_families=18, **same)
        if not isnan(families):
            rows.add("persons_at_wave", persons, n=61, n_families=18, **same)
        else:
            rows.withhold("persons_at_wave", "", **same)
    rows.withhold("missing_reason", "", category="t2:-8")
    rows.withhold("missing_reason", "", category="t2:-9")


def _shares(rows: Rows, outcome: str, n: int, n_families: int, shares: tuple[float, float, float]) -> None:
    names = (
        ("better", "same", "worse")
        if rows.codebook.indicator(outcome).better != "neither"
        else ("higher", "same", "lower")
    )
    for name, share in zip(names, shares, strict=True):
        inside = round(share * n_families)
        rows.add(f"share_{name}", share, outcome=outcome, n=n, n_families=n_families,
                 families_in=inside, families_out=n_families - inside)  # fmt: skip


def _change(
    rows: Rows,
    outcome: str,
    n: int,
    n_families: int,
    means: tuple[float, float],
    change: tuple[float, float, float],
) -> None:
    counts = {"n": n, "n_families": n_families, "outcome": outcome}
    value, low, high = change
    rows.add("mean_before", means[0], wave_after="t0", **counts)
    rows.add("mean_after", means[1], wave_before="t2", **counts)
    rows.add(
        "mean_change",
        means[1] - means[0],
        low=low - 0.1,
        high=high + 0.1,
        p_value=0.03,
        df=12.4,
        se=0.5,
        **counts,
    )
    rows.add(
        "family_mean_change",
        value,
        low=low,
        high=high,
        p_value=0.02,
        p_exact=0.03,
        p_adjusted=0.05,
        families_changed=15,
        **counts,
    )
    rows.add("family_mean_change_exact", value, low=low - 0.1, high=high + 0.1, p_value=0.03, **counts)
    rows.add("g_av", 0.6, low=0.1, high=1.1, **counts)
    rows.add(
        "leave_one_family_out",
        nan,
        Decision(status="changed", rules=("rule.differencing",)),
        note="direction_stable",
        **counts,
    )
    for wave, part in (("t1", 0.5), ("t2", 1.0)):
        rows.add(
            "change_from_entry", part * value, low=part * low, high=part * high, wave_after=wave, **counts
        )


def _home(rows: Rows) -> None:
    _shares(rows, "home_situation", 16, 16, (0.375, 0.3125, 0.3125))
    _change(rows, "home_situation", 16, 16, (4.1, 5.3), (1.2, 0.2, 2.2))
    counts = {"n": 16, "n_families": 16, "outcome": "routines"}
    for name in ("share_better", "share_same", "share_worse"):
        rows.withhold(name, "routines", n=16, n_families=16)
    rows.add("share_yes_before", 0.38, wave_after="t0", families_in=6, families_out=10, **counts)
    rows.add("share_yes_after", 0.63, wave_before="t2", families_in=10, families_out=6, **counts)
    rows.add("paired_difference", 0.25, low=-0.05, high=0.55, p_value=0.1, **counts)
    rows.add(
        "family_mean_change",
        0.25,
        low=-0.04,
        high=0.54,
        p_value=0.1,
        p_exact=0.2,
        families_changed=6,
        **counts,
    )
    counts = {"n": 16, "n_families": 16, "outcome": "caseworkers"}
    _shares(rows, "caseworkers", 16, 16, (0.3125, 0.375, 0.3125))
    rows.add("rate_before", 3.6, wave_after="t0", **counts)
    rows.add("rate_after", 3.4, wave_before="t2", **counts)
    rows.add("rate_ratio", 0.94, low=0.7, high=1.3, p_value=0.7, **counts)
    rows.add(
        "family_rate_change",
        -0.2,
        low=-1.1,
        high=0.7,
        p_value=0.7,
        p_exact=0.7,
        families_changed=10,
        **counts,
    )
    _shares(rows, "region_care", 16, 16, (0.375, 0.3125, 0.3125))
    _change(rows, "region_care", 16, 16, (2.0, 3.1), (1.1, -0.6, 2.8))


def _school(rows: Rows) -> None:
    _shares(rows, "absence_pct", 34, 17, (0.59, 0.18, 0.24))
    _change(rows, "absence_pct", 34, 17, (18.2, 12.4), (-5.6, -9.1, -2.1))
    for name in (
        "share_better",
        "share_same",
        "share_worse",
        "net_improvement",
        "mean_before",
        "mean_after",
        "family_mean_change",
    ):
        rows.withhold(name, "wellbeing", "rule.few_families", n=8, n_families=4)


def _occupation(rows: Rows) -> None:
    _shares(rows, "step", 27, 16, (0.48, 0.33, 0.19))
    counts = {"n": 27, "n_families": 16, "outcome": "step"}
    rows.add(
        "family_mean_change", 0.4, low=-0.1, high=0.9, p_value=0.1, p_exact=0.2, p_adjusted=0.2, **counts
    )
    rows.add("net_improvement", 0.29, low=-0.02, high=0.6, p_value=0.06, se=0.14, df=12.0, **counts)
    for side, shares in (("before", (0.59, 0.22, 0.19)), ("after", (0.37, 0.26, 0.37))):
        wave = "t0" if side == "before" else "t2"
        same = {"wave_before": wave, "wave_after": wave, **counts}
        for code in range(1, 7):
            rows.withhold(f"class_share_{side}", category=f"0:{code}", **same)
        for group, share in zip(("far", "near", "work"), shares, strict=True):
            rows.add(
                f"class_share_{side}", share, category=f"1:{group}", families_in=6, families_out=10, **same
            )


def make_release(codebook: Codebook | None = None, **changes: object) -> Release:
    codebook = codebook or make_codebook()
    rows = Rows(codebook)
    _participants(rows)
    _home(rows)
    _school(rows)
    _occupation(rows)
    whole: dict[str, object] = {
        "rows": tuple(rows.rows),
        "codebook": codebook,
        "plan": PLAN,
        "provenance": PROVENANCE,
        "profile": "publication",
    }
    return Release(seal=SEAL, **(whole | changes))  # type: ignore[arg-type]


FIGURES = ("overview", "flow", "shares_home", "course_home", "shares_school", "ladder_step")


def stand_in(name: str, language: Language) -> Picture:
    """A picture with nothing in it but its name: what a figure shows is tested in the room of the figures."""
    figure = Figure(figsize=(6.3, 0.5))
    figure.text(0.5, 0.5, name)
    words = "Alternativ text" if language == "sv" else "Alternative text"
    caption = "Figurens text" if language == "sv" else "The words of the figure"
    return Picture(
        figure=figure, name=name, alt=f"{words}: {name}", caption=f"{caption}: {name}.", language=language
    )


def draw_stand_ins(release: Release, language: Language) -> tuple[Picture, ...]:
    return tuple(stand_in(name, language) for name in FIGURES)
