"""A study of two indicators and three waves, and two reports of it, one published after the other."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

from disclosure.attacked import measured
from small_study import declare

import fou_eval as fou
from fou_eval.disclosure import Release
from fou_eval.estimates import Estimates

TABLE = """
table: mote
label: {sv: Möten, en: Meetings}
row: {sv: en person, en: one person}
key: [person_id, wave]
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, role: family_id}
  person_id: {label: {sv: Person, en: Person}, type: text, role: person_id}
  wave: {label: {sv: Tillfälle, en: Wave}, type: code, codes: waves, role: wave}
  maende:
    {label: {sv: Mående, en: Mood}, type: integer, min: 0, max: 100, role: outcome, domain: home, kind: scale,
     better: higher, resolution: 1}
  somn:
    {label: {sv: Sömn, en: Sleep}, type: integer, min: 0, max: 100, role: outcome, domain: home, kind: scale,
     better: higher, resolution: 1}
"""
THIRD_WAVE = "  t2: {label: {sv: Sist, en: Last}, months: 12}\ndomains:"
WAVES = ("t0", "t1", "t2")

Cells = dict[tuple[int, int, str], int | None]  # family, sibling, wave


def declared(path: Path, table: str = TABLE, *, primary: str = "maende") -> Path:
    """Write the declarations of the study with a third wave."""
    declare(path, table, primary=primary)
    study = path / "study.yaml"
    study.write_text(study.read_text("utf-8").replace("domains:", THIRD_WAVE, 1), "utf-8")
    return path


def cells(families: Iterable[int], siblings: int = 2) -> Cells:
    """Every family's values of its own: no two are alike."""
    return {
        (family, child, wave): (17 * family + 29 * child + 13 * place * (1 + family % 3)) % 90 + 5
        for family in families
        for child in range(siblings)
        for place, wave in enumerate(WAVES)
    }


def write(
    path: Path, values: Cells, sleep: Cells | None = None, name: Callable[[int], str] = "F{:02d}".format
) -> Path:
    rested = values if sleep is None else sleep
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["family_id", "person_id", "wave", "maende", "somn"])
        for family, child, wave in values:
            own = (values[family, child, wave], rested.get((family, child, wave)))
            writer.writerow([name(family), f"{name(family)}-P{child + 1}", wave, *own])
    return path


def estimates(folder: Path, data: Path) -> Estimates:
    return measured(fou.open_study(folder, data=data))


def published(change: Estimates, place: Path, name: str) -> Release:
    ledger = fou.open_ledger(place)
    release = fou.release(change, ledger=ledger)
    fou.publish(release, change, ledger, name=name)
    return release


def compared(change: Estimates, place: Path) -> Release:
    return fou.release(change, ledger=fou.open_ledger(place))


def shown(release: Release, outcome: str) -> set[str]:
    return {
        row.estimate.statistic
        for row in release
        if row.estimate.outcome == outcome and row.decision.status != "withheld"
    }


def rules(release: Release, outcome: str) -> set[str]:
    return {rule for row in release if row.estimate.outcome == outcome for rule in row.decision.rules}
