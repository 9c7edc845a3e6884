"""Releases made by hand: what the gate hands over, in the cases a figure must cope with."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import nan

from scales import scale_of

from fou_eval.declaration.codebook import Better, Class, Codebook, Column, Domain, Kind, Step, Table, Wave
from fou_eval.declaration.plan import Contrast, Disclosure, Plan, Profile
from fou_eval.declaration.text import Text
from fou_eval.disclosure.release import SEAL, Decision, Release, Released
from fou_eval.estimates import Estimate
from fou_eval.provenance import Provenance

LONG = "Vårdnadshavarnas sysselsättning, arbetsmarknadsanknytning och egenförsörjningsförmåga enligt handläggaren"


def text(sv: str, en: str) -> Text:
    return Text(sv=sv, en=en)


def outcome(
    sv: str, en: str, domain: str, kind: Kind, better: Better, unit: Text | None = None, **more: object
) -> Column:
    values = {"label": text(sv, en), "type": "number", "role": "outcome", "domain": domain, "kind": kind}
    return Column.model_validate({**values, "better": better, "unit": unit, **more})


def ladder_steps() -> dict[str, Step]:
    labels = [
        ("Långt från arbetsmarknaden", "Far from the labour market"),
        ("Rehabilitering eller förberedande insats", "Rehabilitation or preparatory activity"),
        ("Praktik eller arbetsträning", "Work placement or work training"),
        ("Subventionerad anställning", "Subsidised employment"),
        ("Arbete eller studier på heltid", "Full-time work or studies"),
    ]
    groups = [("far",), ("near",), ("near",), ("in",), ("in",)]
    return {
        str(i): Step(sv=sv, en=en, groups=g)
        for i, ((sv, en), g) in enumerate(zip(labels, groups, strict=True))
    }


def columns() -> dict[str, Column]:
    return {
        "family_id": Column(label=text("Familj", "Family"), type="text", role="family_id"),
        "person_id": Column(label=text("Person", "Person"), type="text", role="person_id"),
        "wave": Column(label=text("Mättillfälle", "Wave"), type="code", codes="waves", role="wave"),
        "home_situation": outcome(
            "Vardagssituationen, familjens skattning (1–10)", "Home life, family's rating (1–10)", "home", "scale",
            "higher", text("skalsteg", "scale points"), resolution=1,
            classes=(
                (Class.model_validate({"sv": "1–4", "en": "1–4", "from": 1, "to": 4}),
                 Class.model_validate({"sv": "5–10", "en": "5–10", "from": 5, "to": 10})),
            ),
        ),
        "caseworkers": outcome(
            "Handläggare som familjen har kontakt med", "Caseworkers the family is in contact with", "home", "count",
            "lower", text("handläggare per månad", "caseworkers per month"), resolution=1,
        ),
        "absence_pct": outcome(
            "Skolfrånvaro", "School absence", "school", "scale", "lower",
            text("procent av undervisningstiden", "per cent of scheduled time"), resolution=0.1,
        ),
        "adjusted": outcome("Har anpassad studiegång", "Has an adapted course of study", "school", "binary", "neither"),
        "activity": outcome("Deltar i organiserad fritidsaktivitet", "Takes part in organised leisure", "leisure",
                            "binary", "higher"),
        "work_step": outcome(
            "Steg mot arbete", "Step towards work", "occupation", "ladder", "higher", type="code",
            steps=ladder_steps(),
            groups={
                "far": text("Långt från arbete", "Far from work"),
                "near": text("På väg mot arbete", "On the way to work"),
                "in": text("I arbete eller studier", "In work or studies"),
            },
        ),
    }  # fmt: skip


def codebook(**changed: Column) -> Codebook:
    table = Table(
        table="followup", label=text("Uppföljning", "Follow-up"), row=text("en person", "a person"),
        key=("person_id", "wave"), columns={**columns(), **changed},
    )  # fmt: skip
    waves = [("t0", "Vid inskrivning", "At entry", 0), ("t1", "6 månader", "6 months", 6),
             ("t2", "12 månader", "12 months", 12), ("t3", "24 månader", "24 months", 24)]  # fmt: skip
    domains = {
        "home": text("Vardagssituationen hemma", "Home life"),
        "school": text("Barnens skolgång", "Children's schooling"),
        "leisure": text("Barnens fritid", "Children's leisure"),
        "occupation": text("Föräldrarnas sysselsättning", "Parents' occupation"),
    }
    return Codebook(
        study="test", version="1.0", title=text("Familjestöd", "Family support"), language="sv",
        waves={code: Wave(label=text(sv, en), months=months) for code, sv, en, months in waves},
        domains={name: Domain(label=label) for name, label in domains.items()},
        tables={"followup": table},
    )  # fmt: skip


def plan(profile: Profile = "publication") -> Plan:
    return Plan(
        contrast=Contrast(before="t0", after="t2"),
        primary={"home": "home_situation", "school": "absence_pct", "leisure": "activity", "occupation": "work_step"},
        seed=1, disclosure=Disclosure(profile=profile), fixed_on=date(2015, 1, 15),
    )  # fmt: skip


def row(
    book: Codebook, name: str, statistic: str, value: float, *, status: str = "pass", **more: object
) -> Released:
    """One released row; a withheld one loses its numbers, as at the gate."""
    own: dict[str, object] = {
        "n_families": 17,
        "n": 31,
        "confidence": 0.95,
        "wave_before": "t0",
        "wave_after": "t2",
    }
    if name:
        item = book.indicator(name)
        own |= {
            "outcome": name,
            "domain": item.domain,
            "kind": item.kind,
            "unit": "person",
            "better": item.better,
        }
    if status == "withheld":
        value, more = nan, {key: item for key, item in more.items() if key not in {"low", "high"}}
    own["scale"] = scale_of(statistic, str(own.get("kind", "")))
    estimate = Estimate(**{**own, "statistic": statistic, "value": value, **more})  # type: ignore[arg-type]
    rules = ("rule.split",) if status == "withheld" else ()
    return Released(estimate=estimate, decision=Decision(status=status, rules=rules))  # type: ignore[arg-type]


def released(
    book: Codebook, rows: Iterable[Released], profile: Profile = "publication", *, synthetic: bool = False
) -> Release:
    origin = Provenance(synthetic=synthetic)
    return Release(
        rows=tuple(rows), codebook=book, plan=plan(profile), provenance=origin, profile=profile, seal=SEAL
    )


def headlines(book: Codebook) -> list[Released]:
    return [
        row(book, "home_situation", "family_mean_change", 1.2, low=0.4, high=2.0, unit="family", n=17),
        row(book, "caseworkers", "family_rate_change", -1.4, low=-2.3, high=-0.4),
        row(book, "absence_pct", "family_mean_change", -4.2, low=-9.1, high=0.6, n_families=16, n=28),
        row(book, "adjusted", "family_mean_change", 0.06, low=-0.1, high=0.21),
        row(book, "activity", "family_mean_change", 0.18, low=0.02, high=0.35),
        row(book, "work_step", "net_improvement", 0.29, low=-0.05, high=0.63, n_families=16, n=27),
    ]


def shares(book: Codebook) -> list[Released]:
    splits: Mapping[str, tuple[float, float, float]] = {
        "home_situation": (0.12, 0.29, 0.59),
        "caseworkers": (0.0, 0.41, 0.59),
        "absence_pct": (0.29, 0.18, 0.53),
        "activity": (0.06, 0.65, 0.29),
        "work_step": (0.3, 0.11, 0.59),
    }
    rows = [
        row(book, name, statistic, value)
        for name, split in splits.items()
        for statistic, value in zip(("share_worse", "share_same", "share_better"), split, strict=True)
    ]
    neutral = zip(("share_lower", "share_same", "share_higher"), (0.1, 0.74, 0.16), strict=True)
    return [*rows, *(row(book, "adjusted", statistic, value) for statistic, value in neutral)]


def courses(book: Codebook) -> list[Released]:
    changes = {
        "home_situation": ((0.7, 0.1, 1.3), (1.2, 0.4, 2.0), (1.1, 0.1, 2.1)),
        "caseworkers": ((-0.6, -1.4, 0.2), (-1.4, -2.3, -0.5), (-1.6, -2.6, -0.6)),
        "absence_pct": ((-2.1, -6.0, 1.8), (-4.2, -9.1, 0.6), (-6.3, -12.0, -0.6)),
        "adjusted": ((0.03, -0.1, 0.16), (0.06, -0.1, 0.21), (0.05, -0.12, 0.22)),
        "activity": ((0.1, -0.05, 0.25), (0.18, 0.02, 0.35), (0.2, 0.01, 0.39)),
        "work_step": ((0.3, -0.2, 0.8), (0.7, 0.1, 1.3), (0.9, 0.1, 1.7)),
    }
    return [
        row(book, name, "change_from_entry", value, low=low, high=high, wave_after=wave, n_families=count)
        for name, numbers in changes.items()
        for wave, count, (value, low, high) in zip(("t1", "t2", "t3"), (18, 17, 14), numbers, strict=True)
    ]


def classes(book: Codebook) -> list[Released]:
    """Steps one by one are withheld, the three merged classes pass."""
    rows = [
        row(book, "work_step", f"class_share_{when}", nan, status="withheld", category=f"0:{step}")
        for when in ("before", "after")
        for step in range(5)
    ]
    merged = {"before": (0.52, 0.33, 0.15), "after": (0.3, 0.33, 0.37)}
    return rows + [
        row(book, "work_step", f"class_share_{when}", share, category=f"1:{group}", n_families=16, n=27)
        for when, values in merged.items()
        for group, share in zip(("far", "near", "in"), values, strict=True)
    ]


WAYS = {
    ("far", "far"): 0.26,
    ("far", "near"): 0.15,
    ("far", "in"): 0.11,
    ("near", "far"): 0.04,
    ("near", "near"): 0.18,
    ("near", "in"): 0.11,
    ("in", "far"): 0.0,
    ("in", "near"): 0.0,
    ("in", "in"): 0.15,
}


def ways(book: Codebook, *hidden: tuple[str, str]) -> list[Released]:
    """The ways between the three merged classes, of which some may be withheld."""
    return [
        row(
            book,
            "work_step",
            "transition_share",
            share,
            status="withheld" if (start, end) in hidden else "pass",
            category=f"1:{start}>{end}",
            n_families=16,
            n=27,
        )
        for (start, end), share in WAYS.items()
    ]


def participants(book: Codebook) -> list[Released]:
    rows = [
        row(book, "", "families_enrolled", 18, n_families=18),
        row(book, "", "persons_enrolled", 61, n_families=18),
    ]
    measured = {
        "t0": (18, nan, nan, 61),
        "t1": (18, nan, nan, 60),
        "t2": (nan, 14, 17, nan),
        "t3": (11, nan, nan, 39),
    }
    for wave, (value, low, high, count) in measured.items():
        status = "changed" if low == low else "pass"  # noqa: PLR0124 - nan is not itself
        rows.append(
            row(book, "", "families_at_wave", value, status=status, low=low, high=high, category=wave)
        )
        rows.append(
            row(
                book,
                "",
                "persons_at_wave",
                count,
                status="withheld" if status == "changed" else "pass",
                category=wave,
            )
        )
    return rows


def all_rows(book: Codebook) -> list[Released]:
    return [*headlines(book), *shares(book), *courses(book), *classes(book), *participants(book)]


def long_labels() -> Release:
    changed = {
        name: column.model_copy(update={"label": text(LONG, LONG)})
        for name, column in columns().items()
        if column.role == "outcome"
    }
    book = codebook(**changed)
    return released(book, all_rows(book), "internal", synthetic=True)


def eight_in_one_domain() -> Release:
    more = {
        f"extra_{place}": outcome(
            f"Tilläggsmått nummer {place}", f"Added measure {place}", "leisure", "scale", "higher"
        )
        for place in range(7)
    }
    book = codebook(**more)
    rows = all_rows(book)
    for name in more:
        rows += [
            row(book, name, share, value)
            for share, value in (("share_better", 0.5), ("share_not_better", 0.5))
        ]
        rows += [
            row(book, name, "change_from_entry", 0.4, low=-0.2, high=1.0, wave_after=wave)
            for wave in ("t1", "t2")
        ]
    return released(book, rows)


def everything_withheld() -> Release:
    book = codebook()
    names = ("home_situation", "absence_pct", "activity", "work_step")
    kinds = ("family_mean_change", "share_same", "change_from_entry", "class_share_before")
    return released(book, [row(book, name, kind, 1.0, status="withheld") for name in names for kind in kinds])


def usual() -> Release:
    book = codebook()
    return released(book, all_rows(book))


def with_ways() -> Release:
    book = codebook()
    return released(book, [*all_rows(book), *ways(book)], synthetic=True)
