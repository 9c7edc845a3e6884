"""A study small enough to count by hand: eight families, one of them with two children, five kinds of indicator."""

from pathlib import Path

from small_study import declare

TABLE = r"""
table: uppf
label: {sv: Uppföljning, en: Follow-up}
row: {sv: ett barn vid ett mättillfälle, en: one child at one wave}
key: [person_id, wave]
unknown_columns: error
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{2}', role: family_id}
  person_id: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'F\d{2}-P\d', role: person_id}
  wave: {label: {sv: Tillfälle, en: Wave}, type: code, codes: waves, required: true, role: wave}
  maende: {label: {sv: Mående, en: Well-being}, type: integer, min: 0, max: 10, role: outcome, domain: home,
    kind: scale, better: higher}
  trivsel: {label: {sv: Trivsel, en: Liking}, type: code, role: outcome, domain: home, kind: ordinal, better: neither,
    codes: {1: {sv: låg, en: low}, 2: {sv: hög, en: high}}}
  rutin: {label: {sv: Rutiner, en: Routines}, type: boolean, role: outcome, domain: home, kind: binary, better: higher}
  steg: {label: {sv: Steg, en: Step}, type: code, role: outcome, domain: home, kind: ladder, better: higher,
    steps: {0: {sv: inget, en: none}, 1: {sv: praktik, en: placement}, 2: {sv: arbete, en: work}}}
  manader: {label: {sv: Månader, en: Months}, type: integer, min: 0, max: 24, role: exposure}
  besok: {label: {sv: Besök, en: Visits}, type: integer, min: 0, max: 99, role: outcome, domain: home, kind: count,
    exposure: manader, better: lower}
"""
HEADER = "family_id,person_id,wave,maende,trivsel,rutin,steg,manader,besok"
# By child: well-being, routines, steps and visits, before and after. Liking stays; the last step after is missing.
CHILDREN = {
    "F01-P1": ((3, 5), (0, 1), (1, 2), ((12, 3), (6, 1))),
    "F01-P2": ((4, 4), (0, 1), (1, 0), ((12, 5), (6, 3))),
    "F02-P1": ((3, 4), (0, 1), (1, 2), ((6, 6), (6, 3))),
    "F03-P1": ((3, 5), (0, 0), (1, 0), ((6, 6), (6, 3))),
    "F04-P1": ((6, 6), (1, 1), (1, 2), ((6, 6), (6, 3))),
    "F05-P1": ((3, 4), (1, 1), (1, 0), ((6, 6), (12, 6))),
    "F06-P1": ((5, 4), (0, 0), (1, 2), ((6, 6), (6, 3))),
    "F07-P1": ((3, 6), (1, 1), (1, 0), ((6, 6), (6, 3))),
    "F08-P1": ((2, 4), (1, 1), (1, ""), ((6, 6), (6, 3))),
}


def rows() -> list[str]:
    """Give the lines of the data, two per child."""
    return [
        f"{child[:3]},{child},t{wave},{scale[wave]},2,{yes[wave]},{step[wave]},{visits[wave][0]},{visits[wave][1]}"
        for child, (scale, yes, step, visits) in CHILDREN.items()
        for wave in (0, 1)
    ]


def study_in(folder: Path, lines: list[str] | None = None) -> tuple[Path, Path]:
    """Write declarations and data; give the folder of each."""
    study, data = folder / "study", folder / "data"
    declare(study, TABLE)
    data.mkdir()
    (data / "uppf.csv").write_text("\n".join([HEADER, *(lines or rows()), ""]), "utf-8")
    return study, data
