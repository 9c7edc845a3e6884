"""A small study with placements, costs, prices and published figures, made by hand so that each sum can be checked."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from fou_eval.intake.survey import SYNTHETIC_FILE

FAMILY = (
    "family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\\d{2,3}', "
    "role: family_id}"
)
STUDY = """
study: prov
version: "1.0"
title: {sv: Prov, en: Trial}
language: sv
data_until: 2017-12-31
waves:
  t0: {label: {sv: Före, en: Before}, months: 0}
  t1: {label: {sv: Efter, en: After}, months: 12}
domains: {home: {label: {sv: Hemma, en: Home}}}
topics: {care: {label: {sv: Vård, en: Care}}}
project:
  end: 2017-07
  extension_end: 2017-12
  economy: {total: total, priced: care_days, price: day}
data: data
"""
PLAN = """
contrast: {before: t0, after: t1}
primary: {home: mood}
seed: 1
fixed_on: 2014-01-01
"""


def code(name: str, *codes: str) -> str:
    listed = ", ".join(f"{one}: {{sv: {one.upper()}, en: {one.title()}}}" for one in codes)
    return f"{name}: {{label: {{sv: {name}, en: {name}}}, type: code, codes: {{{listed}}}}}"


def whole(*names: str, kind: str = "number") -> list[str]:
    return [f"{name}: {{label: {{sv: {name}, en: {name}}}, type: {kind}}}" for name in names]


SOURCE, WHOSE = code("source", "news", "report"), code("perspective", "municipality", "region")
COLUMNS: Mapping[str, tuple[str, Sequence[str]]] = {
    "families": ("[family_id]", [FAMILY, "entry_month: {label: {sv: In, en: In}, type: month, role: date}"]),
    "follow": (
        "[family_id, wave]",
        [
            FAMILY,
            "wave: {label: {sv: Våg, en: Wave}, type: code, codes: waves, role: wave, required: true}",
            (
                "mood: {label: {sv: Humör, en: Mood}, type: integer, min: 0, max: 10, role: outcome, domain: home, "
                "kind: scale, better: higher}"
            ),
        ],
    ),
    "placements": (
        "[family_id, start]",
        [
            FAMILY,
            "start: {label: {sv: Start, en: Start}, type: date, role: date, required: true}",
            "end: {label: {sv: Slut, en: End}, type: date, role: date}",
        ],
    ),
    "costs": (
        "[item, year, source]",
        [
            code("item", "total", "extension"),
            *whole("amount_sek", "posts", "months"),
            *whole("year", "n_families", kind="integer"),
            code("funder", "town", "fund"),
            WHOSE,
            SOURCE,
        ],
    ),
    "unit_prices": (
        "[item, year, source]",
        [code("item", "day"), *whole("low", "base", "high"), *whole("year", kind="integer"), WHOSE, SOURCE],
    ),
    "published_figures": (
        "[figure, source]",
        [
            code(
                "figure",
                *("families", "persons", "cost_total", "cost_per_family", "extension_months"),
                *("saved_total", "saved_families", "judged_avoided", "households"),
            ),
            *whole("value"),
            code("unit", "families", "persons", "sek", "months", "placements"),
            code("kind", "published", "statement"),
            "date: {label: {sv: Månad, en: Month}, type: month, role: date}",
            SOURCE,
        ],
    ),
}
EXTRA = {
    "families": "records: families",
    "placements": """records: placements
complete_from: 2013-01-01
measures:
  care_days: {label: {sv: Vårddygn, en: Care days}, take: days, window: 12, unit: {sv: dygn, en: days},
    per: {sv: tolv månader, en: twelve months}, domain: care, better: lower}""",
    "costs": "records: costs",
    "unit_prices": "records: unit_prices",
    "published_figures": "records: published_figures",
}
ENTERED = tuple(f"F{number:02d}" for number in range(1, 21))
COSTS = (
    "item,amount_sek,year,perspective,funder,n_families,posts,months,source",
    "total,18000000,2017,municipality,town,18,,,news",
    "extension,875000,2017,municipality,fund,,3,5,report",
)
PRICES = ("item,low,base,high,year,perspective,source", "day,1000,2000,4000,2017,municipality,report")
FIGURES = (
    "figure,value,unit,kind,date,source",
    "families,18,families,published,2017-12,report",
    "persons,60,persons,statement,2017-11,news",
    "persons,61,persons,published,2017-12,report",
    "cost_total,18000000,sek,statement,2017-11,news",
    "cost_per_family,1000000,sek,statement,2017-11,news",
    "extension_months,6,months,statement,2017-11,news",
    "saved_total,8300000,sek,published,2017-12,report",
    "saved_families,15,families,published,2017-12,report",
    "judged_avoided,7,placements,published,2017-12,report",
    "households,20,families,published,2017-12,report",
)


def placed(after: Mapping[int, int] | None = None) -> list[str]:
    """Days before and after January 2016: sixteen of twenty families had forty days, and as many less afterwards.

    Families 1-16 were away for forty days in 2015; afterwards for twenty, unless told otherwise.
    """
    days = dict.fromkeys(range(1, 17), 20) | dict(after or {})
    lines = ["family_id,start,end"]
    for number in range(1, 17):
        lines.append(f"F{number:02d},2015-03-01,2015-04-09")
        if days[number]:
            lines.append(f"F{number:02d},2016-03-01,{_until(days[number])}")
    return lines


def _until(days: int) -> str:
    return (date(2016, 3, 1) + timedelta(days - 1)).isoformat()


def write(folder: Path, *, without: Sequence[str] = (), **data: Sequence[str]) -> Path:
    """Write declarations and data; `data` replaces the lines of a table."""
    (folder / "tables").mkdir(parents=True)
    (folder / "data").mkdir()
    kept = (line for line in STUDY.splitlines() if "costs" not in without or "economy:" not in line)
    (folder / "study.yaml").write_text("\n".join(kept), "utf-8")
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    lines: dict[str, Sequence[str]] = {
        "families": ["family_id,entry_month", *(f"{family},2016-01" for family in ENTERED)],
        "follow": [
            "family_id,wave,mood",
            *(
                f"{family},t{wave},{3 + place % 4 + wave}"
                for place, family in enumerate(ENTERED)
                for wave in (0, 1)
            ),
        ],
        "placements": placed(),
        "costs": COSTS,
        "unit_prices": PRICES,
        "published_figures": FIGURES,
        **data,
    }
    for name, (key, columns) in COLUMNS.items():
        if name in without:
            continue
        head = [
            f"table: {name}",
            f"label: {{sv: {name}, en: {name}}}",
            "row: {sv: en rad, en: a row}",
            f"key: {key}",
        ]
        body = ["columns:", *(f"  {column}" for column in columns)]
        text = "\n".join([*head, *([EXTRA[name]] if name in EXTRA else []), *body, ""])
        (folder / "tables" / f"{name}.yaml").write_text(text, "utf-8")
        (folder / "data" / f"{name}.csv").write_text("\n".join([*lines[name], ""]), "utf-8")
    (folder / "data" / SYNTHETIC_FILE).write_text("", "utf-8")
    return folder
