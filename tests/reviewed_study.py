"""A small study with real data, in which what must not be packed has spellings of its own."""

import os
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

MARKERS = ("QX7391", "ZK5086", "Vintergatsmärke")
"""In every family id, every person id, and in all that lies beside the report and the declarations."""
TABLE = r"""
# Vintergatsmärke: a comment is not declared
table: besok
label: {sv: Besök, en: Visits}
row: {sv: en person, en: one person}
key: [person, wave]
unknown_columns: error
columns:
  family: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'QX\d{6}', role: family_id}
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'ZK\d{7}', role: person_id}
  wave: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  maende: {label: {sv: Mående, en: Well-being}, type: integer, min: 0, max: 20, role: outcome, domain: home,
    kind: scale, better: higher}
"""
FAMILIES, PERSONS = 14, 28


def data(path: Path, shift: int = 0) -> Path:
    """Fourteen families of two persons at two waves."""
    lines = ["family,person,wave,maende"]
    for family in range(1, FAMILIES + 1):
        for person in (1, 2):
            for step, wave in enumerate(("t0", "t1")):
                score = 3 + (family * 7 + person * 3 + shift) % 11 + step * ((family + person) % 4)
                lines.append(f"{MARKERS[0]}{family:02},{MARKERS[1]}{family:02}{person},{wave},{score}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@dataclass(frozen=True)
class Place:
    """Where the study, its data, its ledger and its report are."""

    study: Path
    data: Path
    ledger: Path
    report: Path


def silent(words: str) -> None:
    """Say nothing."""


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def made(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run make there, with nothing of another make around."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        env={**environment, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
