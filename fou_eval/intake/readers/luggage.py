"""Every part of a workbook besides its sheets: comments, drawings, pivot caches, links, and the sheet of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fou_eval.intake.raw import Unseen
from fou_eval.intake.readers.markup import Attributes, walk
from fou_eval.intake.readers.package import Package
from fou_eval.intake.readers.references import corner
from fou_eval.intake.readers.unseen import gather, part_kind


@dataclass(frozen=True, slots=True)
class Luggage:
    """What the parts carry: texts, and by sheet the cells that have a comment."""

    unseen: list[Unseen] = field(default_factory=list, repr=False)
    comments: dict[int, set[tuple[int, int]]] = field(default_factory=dict)


def unpack_luggage(
    package: Package, main: str, sheets: Sequence[str], links: Mapping[int, Mapping[str, str]]
) -> Luggage:
    """Walk every part that is no sheet, whether anything points at it or not.

    Parameters
    ----------
    main
        Name of the part that lists the sheets.
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
    owners = _owners(package, sheets)
    luggage = Luggage()
    known = {main.lower(), *(part.lower() for part in sheets)}
    for name in package.parts:
        kind, owner = part_kind(name), owners.get(name)
        if kind is None:
            continue
        luggage.unseen.extend(_outside(package, name, owner, links))
        if name in known and kind != "chart":
            continue
        gathered = list(gather(package, name, kind, owner))
        package.budget.take_texts(len(gathered))
        luggage.unseen.extend(gathered)
        if kind == "comment" and owner is not None:
            luggage.comments.setdefault(owner, set()).update(_commented(package, name))
    return luggage


def _owners(package: Package, sheets: Sequence[str]) -> dict[str, int]:
    """Find the sheet that each part belongs to, along what the parts point at."""
    owners: dict[str, int] = {}
    waiting = [(part, position) for position, part in enumerate(sheets, start=1)]
    while waiting:
        part, position = waiting.pop()
        if part.lower() in owners or part.lower() not in package.parts:
            continue
        owners[part.lower()] = position
        waiting += [(r.target, position) for r in package.relations(part) if not r.external]
    return owners


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
