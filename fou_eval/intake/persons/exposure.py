"""How exposed the families of a file are: who could be recognised by what is commonly known about a family.

A neighbour, a teacher or a colleague knows how many there are in a family, who is a child and who a parent, of what
sex and about how old they are. A family that is alone in such a description can be found in the file by it, and so can
everything else the file says about the family.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fou_eval.declaration.codebook import Wave
from fou_eval.intake.persons.traits import (
    Known,
    Rows,
    Trait,
    band,
    commonly_known,
    families_of,
    homes_of,
    is_exact_age,
    known,
    traits_of,
)

Portrait = tuple[tuple[object, ...], ...]
"""A family as it is known: each trait of the family itself, then one description per member."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """How many families stand out when certain traits are known.

    Attributes
    ----------
    traits
        Names of the columns that are known; none of them when only the number of persons is.
    alone
        Families that no other family is like.
    few
        Families, those alone included, that fewer families are like than may be shown together.
    """

    traits: tuple[str, ...]
    alone: int
    few: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """How exposed the families of a file are.

    Attributes
    ----------
    families
        Families in the file.
    smallest
        Fewest families that may be shown together.
    together
        What stands out as one trait after the other becomes known; the last is all of them.
    without
        What would stand out if one trait were left out, for every trait, in the same order.
    in_bands
        What would stand out with exact ages in bands of five years, if there are exact ages.
    exact
        Columns that hold exact ages.
    told
        Families that are not alone, but of which a sensitive answer is known all the same: it is one and the same in
        every family that is like them.
    """

    families: int
    smallest: int
    together: tuple[Recognised, ...]
    without: tuple[Recognised, ...]
    in_bands: Recognised | None
    exact: tuple[str, ...]
    told: int

    @property
    def all(self) -> Recognised:
        """What stands out when everything is known."""
        return self.together[-1]

    @property
    def is_worth_telling(self) -> bool:
        """Whether a family stands out although there are enough families to hide among."""
        return self.all.few > 0 and self.families >= self.smallest

    @property
    def heaviest(self) -> str | None:
        """The one of several columns without which fewest families would be alone, if leaving it out helps at all."""
        names = self.all.traits
        fewest = min(self.without, key=lambda left: left.alone)
        if len(names) < 2 or fewest.alone == self.all.alone:
            return None
        return names[self.without.index(fewest)]


def exposure(tables: Iterable[Rows], waves: Mapping[str, Wave], smallest: int) -> Exposure | None:
    """Count the families that stand out by who their members are and by what is commonly known of them.

    Two families are alike when they have the same number of persons with the same values, and the same values of the
    family itself. A value that changes over time counts as it was at the first wave at which there is one.

    Parameters
    ----------
    tables
        The tables of a file.
    waves
        The declared waves in time order.
    smallest
        Fewest families that may be shown together.

    Returns
    -------
    Exposure or None
        None when no column of the file is declared `quasi_identifier`, or no family is named.
    """
    given = tuple(tables)
    homes = homes_of(given)
    families = frozenset(homes.values()) | families_of(given)
    held = {trait: known(trait, given, waves) for trait in commonly_known(given)}
    if not held or not families:
        return None
    crowd = _Crowd(families, homes, held, smallest)
    traits = tuple(held)
    exact = {trait for trait in traits if is_exact_age(trait, held[trait].values())}
    sensitive = {t: known(t, given, waves) for t in traits_of(given) if t.column.sensitive and t not in held}
    return Exposure(
        families=len(families),
        smallest=smallest,
        together=tuple(crowd.recognised(traits[:count]) for count in range(len(traits) + 1)),
        without=tuple(crowd.recognised([t for t in traits if t is not left]) for left in traits),
        in_bands=crowd.in_bands(exact).recognised(traits) if exact else None,
        exact=tuple(trait.name for trait in traits if trait in exact),
        told=crowd.told(_Crowd(families, homes, sensitive, smallest)),
    )


@dataclass(frozen=True, slots=True)
class _Crowd:
    """The families of a file, who belongs to each, and what is known of them."""

    families: frozenset[object]
    homes: Mapping[object, object]
    held: Mapping[Trait, Mapping[object, Known]]
    smallest: int

    def recognised(self, traits: Sequence[Trait]) -> Recognised:
        """Count the families that stand out by some of the traits."""
        alike = Counter(self.portraits(traits).values())
        return Recognised(
            traits=tuple(trait.name for trait in traits),
            alone=sum(count == 1 for count in alike.values()),
            few=sum(count for count in alike.values() if count < self.smallest),
        )

    def portraits(self, traits: Iterable[Trait]) -> dict[object, Portrait]:
        """Describe every family: what is known of it, and of its members, whose order says nothing."""
        given = tuple(traits)
        of_persons = [self.held[trait] for trait in given if trait.owner == "person_id"]
        of_families = [self.held[trait] for trait in given if trait.owner != "person_id"]
        members: dict[object, list[tuple[Known, ...]]] = {family: [] for family in self.families}
        for person, family in self.homes.items():
            members[family].append(tuple(values.get(person, ()) for values in of_persons))
        return {
            family: (*(values.get(family, ()) for values in of_families), *sorted(persons))
            for family, persons in members.items()
        }

    def told(self, sensitive: "_Crowd") -> int:
        """Count the families of which all that are like them give one and the same sensitive answer."""
        groups: dict[Portrait, list[object]] = {}
        for family, portrait in self.portraits(self.held).items():
            groups.setdefault(portrait, []).append(family)
        answers = [sensitive.portraits([trait]) for trait in sensitive.held]
        return sum(
            len(alike)
            for alike in groups.values()
            if len(alike) > 1 and any(_is_one(given[family] for family in alike) for given in answers)
        )

    def in_bands(self, exact: Iterable[Trait]) -> "_Crowd":
        """Give the same families with some traits in bands of years."""
        wide = {
            trait: {who: tuple(map(band, known)) for who, known in self.held[trait].items()}
            for trait in exact
        }
        return _Crowd(self.families, self.homes, {**self.held, **wide}, self.smallest)


def _is_one(portraits: Iterable[Portrait]) -> bool:
    """Say whether all families give the same answer, and an answer at all."""
    answers = {tuple(part for part in portrait if any(part)) for portrait in portraits}
    return len(answers) == 1 and answers != {()}
