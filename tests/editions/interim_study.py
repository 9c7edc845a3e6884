"""A study with entries, spells, goals and follow-up, as its file stands at the end and as it stood before."""

from collections.abc import Mapping
from pathlib import Path

from small_study import declare

FAMILIES = r"""
table: families
label: {sv: Familjer, en: Families}
row: {sv: en familj, en: one family}
key: [family_id]
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{2}', role: family_id}
  entry_month: {label: {sv: Inskriven, en: Entered}, type: month, role: date}
  exit_reason: {label: {sv: Avslut, en: Exit}, type: code, required: true,
    codes: {ongoing: {sv: pågår, en: ongoing}, moved: {sv: flyttat, en: moved}, other: {sv: annat, en: other}}}
  exit_month: {label: {sv: Avslutsmånad, en: Month of exit}, type: month, role: date,
    only_when: {exit_reason: [moved, other]}}
  exit_ready: {label: {sv: Redo, en: Ready}, type: boolean, only_when: {exit_reason: [moved, other]}}
rules:
  - {id: F1, rule: not_before, columns: [exit_month, entry_month], message: {sv: Omkastat., en: Swapped.}}
"""
PERSONS = r"""
table: persons
label: {sv: Personer, en: Persons}
row: {sv: en person, en: one person}
key: [person_id]
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{2}', role: family_id}
  person_id: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'F\d{2}-P\d', role: person_id}
  left_on: {label: {sv: Flyttade ut, en: Moved out}, type: date, role: date}
"""
SPELLS = r"""
table: spells
label: {sv: Insatser, en: Services}
row: {sv: en insats, en: one service}
key: [family_id, spell_no]
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{2}', role: family_id}
  spell_no: {label: {sv: Nummer, en: Number}, type: integer, required: true}
  start: {label: {sv: Från, en: From}, type: date, role: date}
  end: {label: {sv: Till, en: To}, type: date, role: date}
rules:
  - {id: S1, rule: not_before, columns: [end, start], message: {sv: Omkastat., en: Swapped.}}
  - {id: S2, rule: no_overlap_within, columns: [start, end], within: family_id, message: {sv: Överlapp., en: Overlap.}}
"""
STEPS = r"""
table: steps
label: {sv: Steg, en: Steps}
row: {sv: ett steg i en insats, en: one step of a service}
key: [family_id, spell_no, step]
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{2}', role: family_id}
  spell_no: {label: {sv: Nummer, en: Number}, type: integer, required: true}
  step: {label: {sv: Steg, en: Step}, type: integer, required: true}
rules:
  - {id: T1, rule: exists_in, columns: [family_id, spell_no], table: spells, message: {sv: Finns inte., en: Not there.}}
"""
FOLLOW = r"""
table: uppf
label: {sv: Uppföljning, en: Follow-up}
row: {sv: en familj vid ett mättillfälle, en: one family at one wave}
key: [family_id, wave]
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{2}', role: family_id}
  wave: {label: {sv: Tillfälle, en: Wave}, type: code, codes: waves, required: true, role: wave}
  measured: {label: {sv: Mätt, en: Measured}, type: month, role: date}
  maende: {label: {sv: Mående, en: Well-being}, type: integer, min: 0, max: 10, role: outcome, domain: home,
    kind: scale, better: higher, missing_codes: {-1: {sv: avböjde, en: declined}}}
"""
# What is known at the end. On 30 November 2016 F04 was about to enter, F01 had not left, and F03 had one wave to go.
FILES = {
    "families": [
        "family_id,entry_month,exit_reason,exit_month,exit_ready",
        "F01,2016-01,moved,2017-02,1",
        "F02,2016-02,other,2016-11,0",
        "F03,2016-09,ongoing,,",
        "F04,2016-12,ongoing,,",
        "F05,,moved,,1",
    ],
    "persons": [
        "family_id,person_id,left_on",
        "F01,F01-P1,2017-01-15",
        "F02,F02-P1,2016-11-30",
        "F04,F04-P1,",
    ],
    "spells": [
        "family_id,spell_no,start,end",
        "F01,1,2016-02-01,2016-11-30",
        "F01,2,2016-11-30,2016-12-01",
        "F01,3,2016-12-01,",
        "F04,1,2015-01-01,2015-02-01",
        "F05,1,,",
    ],
    "steps": ["family_id,spell_no,step", "F01,2,1", "F01,3,1", "F01,3,2"],
    "uppf": [
        "family_id,wave,measured,maende",
        "F01,t0,2016-01,4",
        "F01,t1,2016-11,6",
        "F02,t0,,5",
        "F02,t1,2016-12,7",
        "F03,t0,2016-09,-1",
        "F03,t1,,8",
        "F04,t0,2016-12,3",
        "F05,t0,,-1",
    ],
}


def study_in(
    folder: Path, files: Mapping[str, list[str]] = FILES, **edits: tuple[str, str]
) -> tuple[Path, Path]:
    """Write declarations, with a text of a table replaced by another, and data; give the folder of each."""
    study, data = folder / "study", folder / "data"
    texts = {"families": FAMILIES, "persons": PERSONS, "spells": SPELLS, "steps": STEPS, "uppf": FOLLOW}
    for table, (old, new) in edits.items():
        assert old in texts[table]
        texts[table] = texts[table].replace(old, new)
    declare(study, *texts.values())
    data.mkdir()
    for name, lines in files.items():
        (data / f"{name}.csv").write_text("\n".join([*lines, ""]), "utf-8")
    return study, data
