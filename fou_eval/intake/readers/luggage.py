"""Every part of a workbook besides its sheets: comments, drawings, pivot caches, links, and the sheet of each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from fou_eval.intake.raw import Unseen, UnseenKind
from fou_eval.intake.readers.markup import Attributes, walk
from fou_eval.intake.readers.package import Package
from fou_eval.intake.readers.references import corner
from fou_eval.intake.readers.unseen import gather, part_kind

_COMMENTS = {"comments", "threadedComment"}  # whatever the name of the part


@dataclass(frozen=True, slots=True)
class Luggage:
    """What the parts carry: texts, and by sheet the cells that have a comment."""

    unseen: list[Unseen] = field(default_factory=list, repr=False)
    comments: dict[int, set[tuple[int, int]]] = field(default_factory=dict)


def unpack_luggage(
    package: Package, done: Collection[str], sheets: Sequence[str], links: Mapping[int, Mapping[str, str]]
) -> Luggage:
    """Walk every part that has not been read, whether anything points at it or not.

    Parameters
    ----------
    done
        Names of the parts that have been read.
    sheets
        Name of the part of each sheet, in order.
    links
        By position of the sheet, the cell of every link that points outside.

    Raises
    ------
    DamagedError
        If a part of comments is damaged.
    UnsafeMarkupError
        If any part declares a document type or an entity.
    TooLargeError
        If together they are larger than what may be unpacked.
    """
    owners, commenting = _owners(package, sheets)
    luggage = Luggage()
    read = {name.lower() for name in done}
    for name in package.parts:
        owner = owners.get(name)
        kind: UnseenKind | None = "comment" if name in commenting else part_kind(name)
        if kind is None:
            continue
        luggage.unseen.extend(_outside(package, name, owner, links))
        if name in read:
            continue
        gathered = list(gather(package, name, kind, owner))
        package.budget.take_texts(len(gathered))
        luggage.unseen.extend(gathered)
        if kind == "comment" and owner is not None:
            luggage.comments.setdefault(owner, set()).update(_commented(package, name))
    return luggage


def _owners(package: Package, sheets: Sequence[str]) -> tuple[dict[str, int], set[str]]:
    """Find the sheet that each part belongs to, along what the parts point at, and the parts that hold comments."""
    owners: dict[str, int] = {}
    commenting: set[str] = set()
    waiting = [(part, position) for position, part in enumerate(sheets, start=1)]
    while waiting:
        part, position = waiting.pop()
        if part.lower() in owners or part.lower() not in package.parts:
            continue
        owners[part.lower()] = position
        inside = [relation for relation in package.relations(part) if not relation.external]
        commenting |= {r.target.lower() for r in inside if r.kind in _COMMENTS}
        waiting += [(relation.target, position) for relation in inside]
    return owners, commenting


def _outside(
    package: Package, name: str, owner: int | None, links: Mapping[int, Mapping[str, str]]
) -> list[Unseen]:
    """Give the addresses outside the file that a part points at."""
    cells = links.get(owner, {}) if owner is not None else {}
    found = []
    for relation in package.relations(name):
        if relation.external:
            kind = part_kind(name)
            clerk = kind in {"external_link", "connection", "pivot_cache"}
            found.append(
                Unseen("path" if clerk else "hyperlink", relation.target, owner, cells.get(relation.id))
            )
    return found


def _commented(package: Package, name: str) -> set[tuple[int, int]]:
    places: set[tuple[int, int]] = set()

    def start(element: str, given: Attributes, _: int) -> None:
        if element in {"comment", "threadedComment"} and "ref" in given:
            places.add(corner(given["ref"]))

    walk(package.chunks(name), start)
    return places
