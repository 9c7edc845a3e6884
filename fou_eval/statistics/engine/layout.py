"""Which rows belong to which family, and what their covariance is made of: the data-free part of a mixed model."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Codes = NDArray[np.int64]


# Directions that carry less than this share of a family's columns are rounding error.
_NOTHING = 1e-10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Response:
    """One value per row, seen from the directions of its family that are modelled.

    Attributes
    ----------
    values
        Coordinates along them, shape (G, m).
    rest
        Sum of squares of what lies across them; it has the residual variance and nothing else.
    """

    values: Matrix
    rest: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layout:
    """G families of up to m modelled directions, p columns of the design and K variance components.

    The rows of a family are turned so that the columns of the design and of the random terms lie along as few axes as
    they need; across them there is only the residual. That changes no likelihood, and a family of many rows enters
    with a few. Families are padded to the same length, so that one call of the linear algebra serves all of them. A
    padded axis has no design, variance 1 and no covariance: it adds nothing to any sum.

    Attributes
    ----------
    places
        Family and slot of each row, shape (2, N).
    axes
        Orthonormal axes of each family, in its slots, shape (G, slots, m); 0 where padded.
    design
        Shape (G, m, p).
    parts
        Derivatives of the covariance by its components, shape (G, K, m, m).
    padding
        Identity on the padded axes, 0 elsewhere, shape (G, m, m).
    across
        Number of dimensions across the axes, over all families.
    forms
        Components as quadratic forms in the entries of their triangular root, shape (K, L, L).
    diagonal
        Which entries of the root are 0 on the boundary, that of the residual apart.
    names
        Names of the components, the residual last.
    """

    places: NDArray[np.int64]
    axes: Matrix
    design: Matrix
    parts: Matrix
    padding: Matrix
    across: int
    forms: Matrix
    diagonal: NDArray[np.int64]
    names: tuple[str, ...]

    @property
    def rows(self) -> int:
        """Number of rows, N."""
        return int(self.places.shape[1])

    @property
    def columns(self) -> int:
        """Number of coefficients, p."""
        return int(self.design.shape[2])

    def components(self, root: Matrix) -> Matrix:
        """Give the variance components that belong to the entries of a root, shape (K,)."""
        return np.asarray(self.forms @ root @ root)

    def padded(self, values: Matrix) -> Response:
        """Arrange one value per row by family."""
        found = np.zeros(self.axes.shape[:2])
        found[tuple(self.places)] = values
        along = (found[:, None, :] @ self.axes)[:, 0, :]
        rest = found - (self.axes @ along[:, :, None])[:, :, 0]
        return Response(values=along, rest=float(np.sum(rest**2)) if self.across else 0.0)


def layout_of(
    design: Matrix, family: Codes, *, slope: Matrix | None = None, person: Codes | None = None
) -> Layout:
    """Lay out a model with a random intercept per family.

    Parameters
    ----------
    design
        Shape (N, p), of full rank.
    family
        Family of each row, shape (N,).
    slope
        Variable whose coefficient differs from family to family, correlated with the intercept, shape (N,).
    person
        Person of each row, shape (N,), for a random intercept per person within the family; a code stands for one
        person of one family.

    Examples
    --------
    >>> layout_of(np.ones((3, 1)), np.array([5, 7, 7])).names
    ('family', 'residual')
    """
    inverse = np.unique(family, return_inverse=True)[1]
    sizes = np.bincount(inverse)
    order = np.argsort(inverse, kind="stable")
    slots = np.empty(inverse.size, dtype=np.int64)
    slots[order] = np.arange(inverse.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    terms = [np.ones((family.size, 1))]
    if slope is not None:
        terms.append(slope[:, None])
    if person is not None:
        terms.append(_indicators(inverse, person))
    columns = np.concatenate([design, *terms], axis=1)
    padded = np.zeros((sizes.size, int(np.max(sizes)), columns.shape[1]))
    padded[inverse, slots] = columns
    axes, used = _axes(padded)
    turned = axes.swapaxes(1, 2) @ padded
    names, parts = _parts(turned[:, :, design.shape[1] :], slope=slope is not None, person=person is not None)
    eye = np.eye(used.shape[1])
    forms, diagonal = _forms(slope is not None, person is not None)
    return Layout(
        places=np.array([inverse, slots], dtype=np.int64),
        axes=axes,
        design=turned[:, :, : design.shape[1]],
        parts=np.stack([*parts, eye * used[:, :, None]], axis=1),
        padding=eye * ~used[:, :, None],
        across=family.size - int(used.sum()),
        forms=forms,
        diagonal=diagonal,
        names=(*names, "residual"),
    )


def _indicators(family: NDArray[np.intp], person: Codes) -> Matrix:
    """Give one column for the first person of each family, one for the second and so on, shape (N, most persons)."""
    persons, first, place = np.unique(person, return_index=True, return_inverse=True)
    own = np.argsort(family[first], kind="stable")
    sizes = np.bincount(family[first])
    within = np.empty(persons.size, dtype=np.int64)
    within[own] = np.arange(persons.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.eye(int(np.max(sizes)))[within[place]]


def _axes(padded: Matrix) -> tuple[Matrix, NDArray[np.bool_]]:
    """Give orthonormal axes of the columns of every family, and which of them are not padded."""
    length = np.sqrt(np.sum(padded**2, axis=1, keepdims=True))
    left, sizes, _ = np.linalg.svd(padded / np.where(length > 0, length, 1.0), full_matrices=False)
    used = sizes > _NOTHING * sizes[:, :1]
    most = int(np.max(used.sum(axis=1)))
    return left[:, :, :most] * used[:, None, :most], used[:, :most]


def _parts(terms: Matrix, *, slope: bool, person: bool) -> tuple[list[str], list[Matrix]]:
    """Give the names and the derivatives of the covariance by the components that families and persons share."""
    shared = terms[:, :, :1]
    parts, names = [shared @ shared.swapaxes(1, 2)], ["family"]
    if slope:
        along = terms[:, :, 1:2]
        crossed = shared @ along.swapaxes(1, 2)
        parts += [along @ along.swapaxes(1, 2), crossed + crossed.swapaxes(1, 2)]
        names += ["family slope", "family covariance"]
    if person:
        own = terms[:, :, 1 + int(slope) :]
        parts.append(own @ own.swapaxes(1, 2))
        names.append("person")
    return names, parts


def _forms(slope: bool, person: bool) -> tuple[Matrix, NDArray[np.int64]]:  # noqa: FBT001 which terms there are
    """Write the components as quadratic forms: a^2, b^2 + c^2, a b for the root (a, 0; b, c), then single squares."""
    single = 1 + int(person)
    entries = (3 if slope else 1) + single
    if not slope:
        squares = np.arange(entries)
        return _squares(squares, entries), squares[:-1]
    family = np.zeros((3, entries, entries))
    family[0, 0, 0] = family[1, 1, 1] = family[1, 2, 2] = 1.0
    family[2, 0, 1] = family[2, 1, 0] = 0.5
    rest = np.arange(3, entries)
    return np.concatenate([family, _squares(rest, entries)]), np.delete(np.arange(entries - 1), 1)


def _squares(places: NDArray[np.int64], entries: int) -> Matrix:
    found = np.zeros((places.size, entries, entries))
    found[np.arange(places.size), places, places] = 1.0
    return found
