"""A study of eighteen families with obstacles, decisions, feedback and claims, small enough to count by hand."""

from pathlib import Path

STUDY = """
study: prov
version: "1.0"
title: {sv: Prov, en: Trial}
language: sv
data_until: 2017-11-30
waves:
  t0: {label: {sv: Vid start, en: At entry}, months: 0}
  t1: {label: {sv: Ett år, en: One year}, months: 12}
domains:
  home: {label: {sv: Hemma, en: Home}}
  leisure: {label: {sv: Fritid, en: Leisure}}
project:
  start: 2014-08
  service_start: 2015-01
  end: 2017-07
  extension_end: 2017-12
  target_families: {min: 15, max: 30, source: Projektsidan}
data: data
"""
PLAN = """
contrast: {before: t0, after: t1}
primary: {home: mood}
seed: 1
fixed_on: 2014-05-20
"""
CLAIMS = """
sources:
  page: {label: {sv: Projektsidan, en: Project page}, said: 2017-03}
  early: {label: {sv: Tidig nyhet, en: Early news}, said: 2015-06}
  late: {label: {sv: Sen rapport, en: Late report}, said: 2018-02}
  news: {label: {sv: Nyheten, en: The news}}
claims:
  N3: {claim: {sv: 15–30 familjer., en: 15–30 families.}, kind: goal, sources: [page], answered: [participants]}
  O1: {claim: {sv: Vardagen blev bättre., en: Daily life improved.}, kind: claimed, sources: [early], answered: [mood]}
  O2: {claim: {sv: Fritiden blev bättre., en: Leisure improved.}, kind: belief, sources: [late], answered: [play]}
  O12: {claim: {sv: Hinder hanteras., en: Obstacles are handled.}, kind: finding, sources: [page], answered: [hinder]}
  O18: {claim: {sv: Goda resultat., en: Good results.}, kind: statement, sources: [news]}
  D17: {claim: {sv: Ett team ska starta., en: A team is to start.}, kind: plan, sources: [page], answered: [decisions]}
"""
FAMILY = "family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\\d{2}', role: family_id}"
FOLLOW = f"""
table: follow
label: {{sv: Uppföljning, en: Follow-up}}
row: {{sv: en familj, en: a family}}
key: [family_id, wave]
columns:
  {FAMILY}
  wave: {{label: {{sv: Tillfälle, en: Wave}}, type: code, codes: waves, role: wave, required: true}}
  mood: {{label: {{sv: Läget hemma, en: Home life}}, type: integer, min: 0, max: 10, role: outcome, domain: home,
    kind: scale, better: higher}}
  play: {{label: {{sv: Läget på fritiden, en: Leisure}}, type: integer, min: 0, max: 10, role: outcome,
    domain: leisure, kind: scale, better: higher}}
"""
MONTH = "type: month, role: date"
STATES = (
    "raised: {sv: Rapporterat, en: Raised}, taken_up: {sv: Taget till ledningsgruppen, en: Taken up}, "
    "decided: {sv: Åtgärd beslutad, en: Action decided}, solved: {sv: Löst, en: Solved}, "
    "not_solvable: {sv: Går inte att lösa, en: Not solvable}"
)
OBSTACLES = f"""
table: hinder
label: {{sv: Hinder, en: Obstacles}}
row: {{sv: ett hinder, en: one obstacle}}
key: [family_id, no]
records: obstacles
columns:
  {FAMILY}
  no: {{label: {{sv: Nummer, en: Number}}, type: integer, required: true, min: 1, max: 30}}
  raised_month: {{label: {{sv: Upptaget, en: Raised}}, {MONTH}, required: true}}
  closed_month: {{label: {{sv: Avslutat, en: Closed}}, {MONTH}, only_when: {{status: [solved, not_solvable]}}}}
  level: {{label: {{sv: Nivå, en: Level}}, type: code, required: true, codes: {{unit: {{sv: Enhet, en: Unit}}}}}}
  owner: {{label: {{sv: Ägare, en: Owner}}, type: code, codes: {{school: {{sv: Skolan, en: School}},
    care: {{sv: Vården, en: Care}}}}}}
  status: {{label: {{sv: Läge, en: State}}, type: code, required: true, codes: {{{STATES}}}}}
rules:
  - {{id: OB2, rule: not_before, columns: [closed_month, raised_month],
    message: {{sv: Avslutat före upptaget., en: Closed before raised.}}}}
"""
DECISIONS = f"""
table: decisions
label: {{sv: Beslut, en: Decisions}}
row: {{sv: ett beslut, en: one decision}}
key: [decision, body]
records: decisions
columns:
  decision: {{label: {{sv: Beslut eller steg, en: Decision or step}}, type: code, required: true, codes: {{
    granted: {{sv: Medel beviljas, en: Funds are granted}}, report: {{sv: Rapport lämnas, en: Report is handed over}},
    answer: {{sv: Nämnden redovisar, en: The committee presents}}, team: {{sv: Team startar, en: Team starts}}}}}}
  body: {{label: {{sv: Organ, en: Body}}, type: code, required: true, codes: {{
    board: {{sv: Kommunstyrelsen, en: The board}}, fou: {{sv: FoU, en: FoU}}}}}}
  month: {{label: {{sv: Månad, en: Month}}, {MONTH}}}
  deadline: {{label: {{sv: Senast, en: Due}}, {MONTH}}}
  status: {{label: {{sv: Status, en: Status}}, type: code, required: true, codes: {{
    decided: {{sv: Beslutat, en: Decided}}, late: {{sv: Försenat, en: Late}}, planned: {{sv: Planerat, en: Planned}}}}}}
  paragraph: {{label: {{sv: Paragraf, en: Paragraph}}, type: text, pattern: '§ \\d{{1,3}}'}}
"""
FEEDBACK = f"""
table: feedback
label: {{sv: Återföring, en: Feedback}}
row: {{sv: ett tillfälle, en: one occasion}}
key: [forum, month]
records: feedback_log
columns:
  forum: {{label: {{sv: Till vem, en: To whom}}, type: code, required: true, codes: {{
    group: {{sv: Ledningsgruppen, en: The management group}}}}}}
  month: {{label: {{sv: Månad, en: Month}}, {MONTH}, required: true}}
  data_cutoff: {{label: {{sv: Uppgifter till och med, en: Data up to}}, {MONTH}}}
"""
STAFF = f"""
table: staff
label: {{sv: Enkät, en: Survey}}
row: {{sv: svaren på en fråga, en: answers to one question}}
key: [question, month]
records: staff_survey
columns:
  question: {{label: {{sv: Fråga, en: Question}}, type: code, required: true, codes: {{
    npf: {{sv: Jag kan NPF, en: I know}}, all: {{sv: Jag ser helheten, en: I see the whole}}}}}}
  month: {{label: {{sv: Månad, en: Month}}, {MONTH}, required: true}}
  n_answers: {{label: {{sv: Svar, en: Answers}}, type: integer, required: true, min: 0}}
  n_agree: {{label: {{sv: Instämmer, en: Agree}}, type: integer, required: true, min: 0}}
"""
TABLES = {"follow": FOLLOW, "hinder": OBSTACLES, "decisions": DECISIONS, "feedback": FEEDBACK, "staff": STAFF}
FAMILIES = [f"F{number:02d}" for number in range(1, 19)]


def obstacle_rows() -> list[str]:
    """One obstacle of each of eighteen families, and a second one of the first six.

    Six closed after three months, six after eight, six open since 2017-05; the second ones were closed after 14 months.
    """
    first = [
        *(f"{family},1,2015-02,2015-05,unit,school,solved" for family in FAMILIES[:6]),
        *(f"{family},1,2015-02,2015-10,unit,school,not_solvable" for family in FAMILIES[6:12]),
        *(f"{family},1,2017-05,,unit,care,taken_up" for family in FAMILIES[12:]),
    ]
    return [*first, *(f"{family},2,2015-03,2016-05,unit,,solved" for family in FAMILIES[:6])]


def study_in(
    folder: Path,
    obstacles: list[str] | None = None,
    *,
    tables: tuple[str, ...] = tuple(TABLES),
    **others: list[str],
) -> Path:
    """Write the study; give its folder.

    Parameters
    ----------
    folder
        Where it is written.
    obstacles
        Rows of obstacles in place of those above.
    tables
        The tables that are declared.
    others
        Rows of further tables in place of those below.
    """
    (folder / "tables").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "study.yaml").write_text(STUDY, "utf-8")
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    known = {"hinder", "decisions"} <= set(tables)
    if known:
        (folder / "claims.yaml").write_text(CLAIMS, "utf-8")
    rows = {
        # Every third family is the same, one in six worse.
        "follow": [
            f"{family},{wave},{4 + (0, 2, 0, -1, 1, 3)[place % 6] * int(wave[1])},"
            for place, family in enumerate(FAMILIES)
            for wave in ("t0", "t1")
        ],
        "hinder": obstacle_rows() if obstacles is None else obstacles,
        "decisions": [
            "granted,board,2017-04,,decided,§ 204",
            "report,fou,2017-09,2017-06,late,",
            "answer,board,,2017-11,planned,",
            "team,board,,2018-09,planned,",
        ],
        "feedback": ["group,2014-11,", "group,2016-05,2016-03"],
        "staff": ["npf,2016-05,40,10", "all,2016-05,4,3"],
        **others,
    }
    heads = {
        "follow": "family_id,wave,mood,play",
        "hinder": "family_id,no,raised_month,closed_month,level,owner,status",
        "decisions": "decision,body,month,deadline,status,paragraph",
        "feedback": "forum,month,data_cutoff",
        "staff": "question,month,n_answers,n_agree",
    }
    for name in tables:
        (folder / "tables" / f"{name}.yaml").write_text(TABLES[name], "utf-8")
        text = "\n".join([heads[name], *rows[name], ""])
        (folder / "data" / f"{name}.csv").write_text(text, "utf-8")
    return folder
