"""The ledger as it is kept: `ledger.json` with salted fingerprints and counts, and `ledger.key` with the salt."""

import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hmac import compare_digest, digest
from pathlib import Path
from typing import Any

from fou_eval.disclosure.editions import said_anew, shown_sets
from fou_eval.disclosure.ledger import Basis, Edition, Ledger, Sets, Variable, refused
from fou_eval.disclosure.release import Release
from fou_eval.disclosure.seals import origin
from fou_eval.errors import DisclosureError, WritingError
from fou_eval.estimates import Estimates
from fou_eval.placing import claimed_files, files_in_place, unfinished

LEDGER, KEY = "ledger.json", "ledger.key"
FORMAT = 1
_KEY_BYTES = 32
_NAME = re.compile(r"\w[\w .-]{0,39}")
_RESTORE = "Restore both files from a copy of the study folder."


def open_ledger(folder: Path | str) -> Ledger:
    """Read the ledger of a study, or begin one; nothing is written.

    Parameters
    ----------
    folder
        Folder of the study, or where else its ledger is kept.

    Raises
    ------
    DisclosureError
        If the folder, or one of the two files is missing, if they do not belong together or cannot be read.
    """
    place = Path(folder)
    if not place.is_dir():
        raise DisclosureError("There is no folder for the ledger at that place. Check its name (--ledger).")
    ledger, key = place / LEDGER, place / KEY
    begun = unfinished(place, LEDGER)  # a run was killed after it had written the key of a first ledger
    if not ledger.exists() and (begun or not key.exists()):
        return Ledger(folder=place, key=secrets.token_bytes(_KEY_BYTES))
    for there, missing in ((ledger, KEY), (key, LEDGER)):
        if not (place / missing).exists():
            raise DisclosureError(
                f"{there.name} is there and {missing} beside it is not, so a report cannot be compared with the "
                f"earlier ones. Restore {missing} from a copy of the study folder. Only if no report of the study has "
                f"been published, remove {there.name}."
            )
    try:
        salt, text = bytes.fromhex(key.read_text(encoding="ascii").strip()), ledger.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DisclosureError(f"The ledger cannot be read: {reason}. Ask for the right to read it.") from None
    except ValueError:
        raise DisclosureError(f"{KEY} is damaged. {_RESTORE}") from None
    return _read(place, salt, text)


def with_edition(ledger: Ledger, name: str, estimates: Estimates, release: Release) -> Ledger:
    """Add a report to a ledger; nothing is written.

    Parameters
    ----------
    ledger
        The ledger that the release was compared with.
    name
        What the report is called in later ones, such as "delrapport 2016".
    estimates, release
        The release and the estimates that it was made of.

    Raises
    ------
    DisclosureError
        If the name is no name of a report or already that of another one, if the release is internal, or if it shows
        what may not be shown beside the earlier reports.
    """
    check_name(name)
    if release.profile != "publication":
        raise DisclosureError(
            "An internal report is not published. Leave out --profile internal, or --publish."
        )
    if release.origin != origin(estimates.provenance):
        raise DisclosureError("The release was made of other estimates. Give the estimates of the release.")
    sets = shown_sets(release, estimates, ledger)
    if refused(estimates, ledger) & sets.keys() or said_anew(release, estimates, ledger):
        raise DisclosureError(
            "The release shows what may not be shown beside the earlier reports. "
            "Make it with them: fou_eval.release(change, ledger=ledger)."
        )
    known = {edition.name: edition.sets for edition in ledger.editions}
    if name in known:
        if known[name] != sets:
            raise DisclosureError(
                f"A report named '{name}' has been published, and it rests on other values or shows something else. "
                "Give another name."
            )
        return ledger
    editions = (*ledger.editions, Edition(name=name, sets=sets))
    return replace(ledger, study=estimates.codebook.study, editions=editions)


def check_name(name: str) -> None:
    """Refuse what is no name of a report."""
    if not _NAME.fullmatch(name) or name.endswith((".", " ")):
        raise DisclosureError(
            "That is no name for a published report. Give one of at most 40 letters, digits, spaces, points and "
            "hyphens, such as 'delrapport 2016'; no path."
        )


def save(ledger: Ledger) -> None:
    """Write `ledger.json`, whole or not at all, and the first time `ledger.key`, for the owner's eyes only.

    Raises
    ------
    DisclosureError
        If the folder cannot be written, or if the ledger was changed since it was read.
    """
    key = {} if ledger.check else {KEY: f"{ledger.key.hex()}\n".encode()}
    try:
        with claimed_files(ledger.folder, "en"):
            now = open_ledger(ledger.folder)
            if now.check != ledger.check:
                raise DisclosureError(
                    "The ledger was changed meanwhile by another report. Run the command again."
                )
            if now.editions != ledger.editions:
                files_in_place(ledger.folder, {**key, LEDGER: _text(ledger)}, "en", private=[KEY])
    except WritingError as error:
        raise DisclosureError(
            f"The ledger was not written, and until it is, the report must not be published. {error} Another folder "
            "for the ledger is given with --ledger."
        ) from None


def _text(ledger: Ledger) -> bytes:
    content = _content(ledger)
    return _json({**content, "check": _check(content, ledger.key)})


def _content(ledger: Ledger) -> dict[str, object]:
    return {
        "format": FORMAT,
        "study": ledger.study,
        "editions": [
            {"name": edition.name, "sets": [_set(*one) for one in sorted(edition.sets.items())]}
            for edition in ledger.editions
        ],
    }


def _set(variable: Variable, basis: Basis) -> dict[str, object]:
    outcome, group, waves = variable
    return {
        "outcome": outcome,
        "group": group,
        "waves": list(waves),
        "families": len(basis.values),
        "values": sorted(basis.values),
        "ids": sorted(basis.ids),
        "rows": sorted(basis.rows),
    }


def _check(content: Mapping[str, object], key: bytes) -> str:
    return digest(key, _json(content), "sha256").hex()


def _json(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _read(folder: Path, key: bytes, text: bytes) -> Ledger:
    try:
        content = json.loads(text)
        if content["format"] != FORMAT:
            raise DisclosureError(
                f"{LEDGER} was written by a later version of fou_eval. Use that version to make the report."
            )
        check = content.pop("check")
        ours = len(key) == _KEY_BYTES and compare_digest(_check(content, key), check)
        editions = tuple(Edition(name=each["name"], sets=_sets(each["sets"])) for each in content["editions"])
        study = str(content["study"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise DisclosureError(f"{LEDGER} is damaged. {_RESTORE}") from None
    if not ours:
        raise DisclosureError(
            f"{LEDGER} and {KEY} do not belong together, or one of them was changed by hand. {_RESTORE}"
        )
    return Ledger(folder=folder, study=study, editions=editions, key=key, check=check)


def _sets(items: Iterable[Mapping[str, Any]]) -> Sets:
    return {
        (str(item["outcome"]), str(item["group"]), tuple(item["waves"])): Basis(
            values=frozenset(item["values"]), ids=frozenset(item["ids"]), rows=frozenset(item["rows"])
        )
        for item in items
    }
