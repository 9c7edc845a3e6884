"""A small study of services, placements, judged care and plans, made by hand so that each number can be checked."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from fou_eval.intake.survey import SYNTHETIC_FILE

IDS = [f"F{number:02d}" for number in range(1, 19)]
STUDY = """
study: prov
version: "1.0"
title: {sv: Prov, en: Trial}
language: LANGUAGE
data_until: 2017-12-31
waves:
  t0: {label: {sv: Före, en: Before}, months: 0}
  t1: {label: {sv: Efter, en: After}, months: 12}
domains: {home: {label: {sv: Hemma, en: Home}}}
topics: {care: {label: {sv: Vård, en: Care}}}
data: data
"""
PLAN = "contrast: {before: t0, after: t1}\nprimary: {home: mood}\nseed: 1\nfixed_on: 2014-01-01\n"
FAMILY = (
    "family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\\d{2,3}', "
    "role: family_id}"
)
PERSON = (
    "person_id: {label: {sv: Person, en: Person}, type: text, pattern: 'F\\d{2,3}-P\\d', role: person_id}"
)
WAVE = "wave: {label: {sv: Våg, en: Wave}, type: code, codes: waves, role: wave, required: true}"
START = "start: {label: {sv: Start, en: Start}, type: month, role: date}"
END = "end: {label: {sv: Slut, en: End}, type: month, role: date}"


def code(name: str, *codes: str) -> str:
    listed = ", ".join(f"{one}: {{sv: {one.upper()}, en: {one.title()}}}" for one in codes)
    return f"{name}: {{label: {{sv: {name}, en: {name}}}, type: code, codes: {{{listed}}}}}"


def flag(name: str) -> str:
    return f"{name}: {{label: {{sv: {name}, en: {name}}}, type: boolean}}"


def number(name: str) -> str:
    return f"{name}: {{label: {{sv: {name}, en: {name}}}, type: integer, min: 0}}"


CARE_DAYS = """
complete_from: 2013-01-01
measures:
  care_days: {label: {sv: Vårddygn, en: Days in care}, take: days, window: 12, per: {sv: år, en: year}, domain: care,
    better: lower}
"""
UNITS = """
measures:
  caseworkers: {label: {sv: Olika handläggare, en: Different caseworkers}, take: sum, column: n_caseworkers,
    when: {actor: [soc]}, domain: care, better: lower}
"""
TABLES: dict[str, tuple[str, Sequence[str], str]] = {
    "families": (
        "family_id",
        (FAMILY, "entry_month: {label: {sv: In, en: In}, type: month, role: date}"),
        "",
    ),
    "persons": ("person_id", (FAMILY, PERSON), ""),
    "follow": (
        "family_id, wave",
        (
            *(FAMILY, WAVE),
            (
                "mood: {label: {sv: Humör, en: Mood}, type: integer, min: 0, max: 10, role: outcome, domain: home,\n"
                "    kind: scale, better: higher}"
            ),
        ),
        "",
    ),
    "households": (
        "family_id, household_no",
        (FAMILY, number("household_no"), code("household_type", "one", "two")),
        "",
    ),
    "occasions": (
        "family_id, wave",
        (FAMILY, WAVE, code("baseline_type", "prospective", "retrospective")),
        "",
    ),
    "services": (
        "family_id, service_no",
        (FAMILY, number("service_no"), code("provider", "soc", "region", "civil"), START, END),
        "complete_from: 2013-01-01\n",
    ),
    "placements": ("person_id, start", (FAMILY, PERSON, START, END), CARE_DAYS),
    "contacts": (
        "family_id, wave, actor",
        (FAMILY, WAVE, code("actor", "soc", "region"), number("n_caseworkers")),
        UNITS,
    ),
    "avoided_care": (
        "family_id, judgement_no",
        (
            *(FAMILY, number("judgement_no"), code("care_type", "hvb", "foster")),
            *(code("judged_by", "ombud", "panel"), code("confidence", "low", "high"), number("days_assumed")),
        ),
        "",
    ),
    "sip_plans": (
        "person_id, start",
        (FAMILY, PERSON, START, flag("followed_up"), flag("family_participated")),
        "",
    ),
}
# Half-years around the entry in March 2015.
EARLIER, BEFORE, FIRST, SECOND = (
    ("2014-03", "2014-08"),
    ("2014-09", "2015-02"),
    ("2015-03", "2015-08"),
    ("2015-09", "2016-02"),
)


def services() -> pd.DataFrame:
    """Six families, then six others, then nine with the social services; more with the Region; one association."""
    spells = [
        *(("soc", family, EARLIER) for family in IDS[:6]),
        *(("soc", family, BEFORE) for family in IDS[6:12]),
        *(("soc", family, (FIRST[0], "2017-12")) for family in IDS[3:12]),
        *(("region", family, BEFORE) for family in IDS[:5]),
        *(("region", family, (FIRST[0], "")) for family in IDS[5:15]),
        ("civil", IDS[0], FIRST),
    ]
    return pd.DataFrame(
        [
            (family, place, provider, start, end)
            for place, (provider, family, (start, end)) in enumerate(spells, start=1)
        ],
        columns=["family_id", "service_no", "provider", "start", "end"],
    )


def frames() -> dict[str, pd.DataFrame]:
    """The rows of every table."""
    persons = [f"{family}-P1" for family in IDS]
    both = [(family, wave) for family in IDS for wave in ("t0", "t1")]
    return {
        "families": pd.DataFrame({"family_id": IDS, "entry_month": "2015-03"}),
        "persons": pd.DataFrame({"family_id": IDS, "person_id": persons}),
        "follow": pd.DataFrame(
            [(*one, 3 + place % 5) for place, one in enumerate(both)], columns=["family_id", "wave", "mood"]
        ),
        "households": pd.DataFrame(
            [(family, 1, "one") for family in IDS[:9]]
            + [(family, 1, "two") for family in IDS[9:]]
            + [(family, 2, "one") for family in IDS[:6]],
            columns=["family_id", "household_no", "household_type"],
        ),
        "occasions": pd.DataFrame(
            [(*one, "retrospective" if place % 4 == 0 else "prospective") for place, one in enumerate(both)],
            columns=["family_id", "wave", "baseline_type"],
        ),
        "services": services(),
        "placements": pd.DataFrame(
            [(family, f"{family}-P1", "2014-06", "2015-06") for family in IDS[:7]]
            + [(family, f"{family}-P1", "2015-05", "") for family in IDS[7:9]],
            columns=["family_id", "person_id", "start", "end"],
        ),
        "contacts": pd.DataFrame(
            [
                (*one, actor, (4 if one[1] == "t0" else 2) + place % 3)
                for place, one in enumerate(both)
                for actor in ("soc", "region")
            ],
            columns=["family_id", "wave", "actor", "n_caseworkers"],
        ),
        "avoided_care": pd.DataFrame(
            [
                (family, 1, "hvb", "ombud" if place < 7 else "panel", "high" if place % 2 else "low", 90)
                for place, family in enumerate(IDS[:14])
            ],
            columns=["family_id", "judgement_no", "care_type", "judged_by", "confidence", "days_assumed"],
        ),
        "sip_plans": pd.DataFrame(
            [
                (
                    family,
                    f"{family}-P1",
                    "2015-06",
                    "ja" if place < 9 else "nej",
                    "ja" if place < 11 else "nej",
                )
                for place, family in enumerate(IDS[:14])
            ],
            columns=["family_id", "person_id", "start", "followed_up", "family_participated"],
        ),
    }


def write_study(
    folder: Path,
    *,
    changed: dict[str, pd.DataFrame] | None = None,
    language: str = "sv",
    rules: dict[str, str] | None = None,
) -> Path:
    """Write declarations and data, with some tables changed; give the folder."""
    (folder / "tables").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "study.yaml").write_text(STUDY.replace("LANGUAGE", language), "utf-8")
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    (folder / "data" / SYNTHETIC_FILE).touch()
    for name, rows in {**frames(), **(changed or {})}.items():
        key, columns, more = TABLES[name]
        records = "" if name in {"persons", "follow"} else f"records: {name}\n"
        (folder / "tables" / f"{name}.yaml").write_text(
            f"table: {name}\nlabel: {{sv: {name}, en: {name}}}\nrow: {{sv: en rad, en: a row}}\nkey: [{key}]\n"
            f"{records}columns:\n"
            + "".join(f"  {one}\n" for one in columns)
            + more
            + (rules or {}).get(name, ""),
            "utf-8",
        )
        rows.to_csv(folder / "data" / f"{name}.csv", index=False)
    return folder
