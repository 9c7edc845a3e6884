"""Which rows belong to which family, and what their covariance is made of: the data-free part of a mixed model."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layout:
    """G families of up to m rows, p columns of the design and K variance components.

    Families are padded to the same length, so that one call of the linear algebra serves all of them. A padded row has
    no design, variance 1 and no covariance: it adds nothing to any sum.

    Attributes
    ----------
    places
        Family and slot of each row, shape (2, N).
    design
        Shape (G, m, p).
    parts
        Derivatives of the covariance by its components, shape (G, K, m, m).
    padding
        Identity on the padded rows, 0 elsewhere, shape (G, m, m).
    forms
        Components as quadratic forms in the entries of their triangular root, shape (K, L, L).
    diagonal
        Which entries of the root are 0 on the boundary, that of the residual apart.
    names
        Names of the components, the residual last.
    """

    places: NDArray[np.int64]
    design: Matrix
    parts: Matrix
    padding: Matrix
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
        return np.asarray(np.einsum("kij,i,j->k", self.forms, root, root))

    def padded(self, values: Matrix) -> Matrix:
        """Arrange one value per row by family, shape (G, m)."""
        found = np.zeros(self.padding.shape[:2])
        found[tuple(self.places)] = values
        return found


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
    shape = (sizes.size, int(np.max(sizes)))
    real = np.zeros(shape)
    real[inverse, slots] = 1.0
    padded_design = np.zeros((*shape, design.shape[1]))
    padded_design[inverse, slots] = design
    parts, names = [_outer(real, real)], ["family"]
    if slope is not None:
        along = np.zeros(shape)
        along[inverse, slots] = slope
        parts += [_outer(along, along), _outer(real, along) + _outer(along, real)]
        names += ["family slope", "family covariance"]
    if person is not None:
        codes = np.full(shape, -1)
        codes[inverse, slots] = person
        parts.append((codes[:, :, None] == codes[:, None, :]) * _outer(real, real))
        names.append("person")
    eye = np.eye(shape[1])
    parts.append(eye * real[:, :, None])
    names.append("residual")
    forms, diagonal = _forms(slope is not None, person is not None)
    return Layout(
        places=np.array([inverse, slots], dtype=np.int64),
        design=padded_design,
        parts=np.stack(parts, axis=1),
        padding=eye * (1 - real[:, :, None]),
        forms=forms,
        diagonal=diagonal,
        names=tuple(names),
    )


def _outer(first: Matrix, second: Matrix) -> Matrix:
    return first[:, :, None] * second[:, None, :]


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
