"""Random running numbers for families and persons, in the form that the id columns declare."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from random import SystemRandom

from fou_eval.declaration.codebook import Codebook, Role
from fou_eval.declaration.running import RunningForm, running_form
from fou_eval.declaration.text import Language
from fou_eval.errors import DataError
from fou_eval.intake.persons.identifiers import plain
from fou_eval.intake.persons.identity_numbers import number_kinds
from fou_eval.intake.spelling import tidy
from fou_eval.language import phrase

# Of the system and without a seed: whoever could draw the numbers again would have the key.
_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The new id of every family and person, by :func:`same_id` of the old one; never shown."""

    families: Mapping[str, str] = field(repr=False)
    persons: Mapping[str, str] = field(repr=False)


def same_id(text: str) -> str:
    """Give the form in which two ids of one file are the same: blanks tidied, identity numbers in any spelling.

    Ids that differ in case or in a zero are not made one; `check` points at them.

    Examples
    --------
    >>> same_id("850709-9805") == same_id("19850709 9805"), same_id("p1") == same_id("P1")
    (True, False)
    """
    bare = plain(text)
    if number_kinds(bare) & {"pnr", "pnr_wrong"}:
        digits = re.sub(r"\.0$|\D", "", bare)
        return digits[-10:].zfill(10)
    return tidy(text)


def number_anew(codebook: Codebook, families: Sequence[str], persons: Mapping[str, str | None]) -> Numbering:
    """Give every family and every person a random running number.

    The numbers run from 1 without gaps, in an order that the system draws; they say nothing of name, age, or place in
    the file. A person's id that holds a family's number, as ``F07-P1`` does, gets the new number of the family.

    Parameters
    ----------
    codebook
        Declares the form of the ids.
    families
        Every family once, as :func:`same_id` gives it.
    persons
        Every person, with the family that the file says; none if it says none.

    Raises
    ------
    DataError
        If a declared form has no room for a running number, or for so many.
    """
    language = codebook.language
    family_number = {name: number for number, name in enumerate(_shuffled(families), start=1)}
    family_form, family_pattern = _form(codebook, "family_id", RunningForm(("F", ""), (2,)))
    person_form, person_pattern = _form(codebook, "person_id", RunningForm(("P", ""), (3,)))
    if len(family_form.widths) != 1 or len(person_form.widths) > 2:
        raise _no_form("family_id" if len(family_form.widths) != 1 else "person_id", language)
    new_families = {name: family_form.fill([number]) for name, number in family_number.items()}
    new_persons = _persons(person_form, persons, family_number, language)
    _fits(new_families.values(), family_pattern, "family_id", language)
    _fits(new_persons.values(), person_pattern, "person_id", language)
    return Numbering(families=new_families, persons=new_persons)


def _persons(
    form: RunningForm,
    persons: Mapping[str, str | None],
    family_number: Mapping[str, int],
    language: Language,
) -> dict[str, str]:
    drawn = _shuffled(list(persons))
    one_per_family = len(form.widths) == 1 and form.texts[-1] != ""  # as F\d{2}-P1 declares
    if len(form.widths) == 1 and not one_per_family:
        return {name: form.fill([number]) for number, name in enumerate(drawn, start=1)}
    if any(persons[name] is None for name in drawn):
        raise DataError(phrase("pseudonymise.no_family", language))
    place: dict[str, int] = {}
    found: dict[str, str] = {}
    for name in drawn:
        family = str(persons[name])
        place[family] = place.get(family, 0) + 1
        numbers = [family_number[family], place[family]]
        found[name] = form.fill(numbers[:1] if one_per_family else numbers)
    return found


def _form(codebook: Codebook, role: Role, usual: RunningForm) -> tuple[RunningForm, str | None]:
    """Give the form of ids of a role; all tables of a study write them the same way."""
    columns = [table.columns[name] for table in codebook.tables.values() if (name := table.with_role(role))]
    patterns = {column.pattern for column in columns if column.pattern}
    if not patterns:
        return usual, None
    form = running_form(min(patterns)) if len(patterns) == 1 else None
    if form is None or not form.widths:
        raise _no_form(role, codebook.language)
    return form, min(patterns)


def _fits(made: Collection[str], pattern: str | None, role: Role, language: Language) -> None:
    ids = list(made)
    if len(set(ids)) < len(ids) or (pattern and any(not re.fullmatch(pattern, text) for text in ids)):
        raise DataError(phrase("pseudonymise.full", language, {"role": role, "count": len(ids)}))


def _no_form(role: Role, language: Language) -> DataError:
    return DataError(phrase("pseudonymise.no_form", language, {"role": role}))


def _shuffled(names: Sequence[str]) -> list[str]:
    return _RANDOM.sample(list(names), len(names))
