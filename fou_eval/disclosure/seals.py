"""Seals of the data: marks that whoever keeps the data can check, and that confirm nobody's guess.

A plain fingerprint of a table confirms every guess: whoever knows all answers but one tries the possible ones until it
fits. A seal is made with the key of the ledger, which stays with the data. It can be checked beside them and nowhere
else, and the number of rows, which would add up to what is closed about those who left, is sealed with them.
"""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from hmac import compare_digest, digest
from itertools import chain

from fou_eval.declaration import Profile
from fou_eval.disclosure.ledger import Ledger
from fou_eval.disclosure.release import Released
from fou_eval.provenance import DataMarks, Provenance, TableMark

_MOST_ROWS = 200_000  # tried when the sealed number of rows is looked for


def origin(provenance: Provenance) -> str:
    """Give one digest of the data and declarations that estimates were made of; it is kept in memory alone."""
    return sha256(f"{provenance.declared}\0{provenance.data}".encode()).hexdigest()


def shown_provenance(
    provenance: Provenance, profile: Profile, rows: Iterable[Released], ledger: Ledger | None
) -> Provenance:
    """Give of the marks of the data what a release may carry.

    Plain fingerprints of made-up data and in the internal profile; seals where there is a ledger; otherwise none.

    Parameters
    ----------
    provenance
        Where the estimates come from.
    profile
        Whom the release is for.
    rows
        What is shown; with it and the data the salt is made, so that the seals of two reports do not tell what stayed
        the same.
    ledger
        The ledger whose key seals.
    """
    if profile == "internal" or provenance.synthetic:
        return provenance
    if ledger is None:
        return replace(provenance, data=DataMarks())
    told = "\n".join([f"{row.estimate.record()}{row.decision}" for row in rows] + [origin(provenance)])
    return replace(
        provenance, data=sealed(provenance.data, ledger.key, salt=_hex(ledger.key, "salt", told)[:32])
    )


def sealed(marks: DataMarks, key: bytes, *, salt: str) -> DataMarks:
    """Seal plain marks.

    A seal is the HMAC-SHA-256 (RFC 2104) of the word data, the salt, the table, what is marked (rows, content, or
    column and its name) and the plain mark, joined by ``|``.

    Parameters
    ----------
    marks
        Plain fingerprints.
    key
        Secret that stays with the data, 32 bytes.
    salt
        What the seals of one report have in common.

    Examples
    --------
    >>> plain = DataMarks(how="plain", tables={"child": TableMark(rows="41", content="ab", columns={"wave": "cd"})})
    >>> one, other = (sealed(plain, bytes(32), salt=salt).tables["child"] for salt in ("report 1", "report 2"))
    >>> len(one.rows), one.content == other.content
    (64, False)
    """
    return DataMarks(
        how="sealed",
        salt=salt,
        tables={name: _sealed_table(name, mark, key, salt) for name, mark in marks.tables.items()},
    )


def unsealed_rows(marks: DataMarks, table: str, key: bytes, *, near: int) -> int | None:
    """Find the number of rows behind a seal, for whoever holds the key; none when the key is another one.

    Parameters
    ----------
    marks
        Seals, or plain marks.
    table
        Name of the table.
    key
        Secret that stays with the data.
    near
        Number of rows that is tried first.
    """
    said = marks.tables[table].rows
    if marks.how != "sealed":
        return int(said)
    for number in chain([near], range(_MOST_ROWS)):
        if compare_digest(_seal(key, marks.salt, table, "rows", str(number)), said):
            return number
    return None


def _sealed_table(name: str, mark: TableMark, key: bytes, salt: str) -> TableMark:
    return TableMark(
        rows=_seal(key, salt, name, "rows", mark.rows),
        content=_seal(key, salt, name, "content", mark.content),
        columns={
            column: _seal(key, salt, name, f"column {column}", plain)
            for column, plain in mark.columns.items()
        },
    )


def _seal(key: bytes, *parts: str) -> str:
    return _hex(key, "data", *parts)


def _hex(key: bytes, *parts: str) -> str:
    return digest(key, "|".join(parts).encode(), "sha256").hex()
