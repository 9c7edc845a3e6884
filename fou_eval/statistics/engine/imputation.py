"""Multiple imputation of a change by a regression with family intercepts, drawn from its exact posterior."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.families import varies

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]

# Cells of equal width into which the intraclass correlation, from 0 to 1, is divided.
_CELLS = 400
# Residuals this small against the changes are rounding error: the regression then fits perfectly.
_PERFECT = 1e-10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """Draws from the posterior: coefficients (m, p), intercepts of families (m, G), residual deviations (m,)."""

    coefficients: Floats
    shared: Floats
    sigma: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FamilyRegression:
    """Sums that the posterior of y = X b + u_family + e hangs on, with u and e normal.

    Attributes
    ----------
    cross, moment, square
        X'X, X'y and y'y, shapes (p, p), (p,) and ().
    family_rows, family_sums, sizes
        Sums of X and of y within families, and members, shapes (G, p), (G,) and (G,); families without a member have 0.
    """

    cross: Floats
    moment: Floats
    square: float
    family_rows: Floats
    family_sums: Floats
    sizes: Floats

    @classmethod
    def of(cls, response: Floats, design: Floats, family: Codes, families: int) -> "FamilyRegression":
        """Add up responses (n,) and design (n, p) of units in families numbered from 0."""
        member = np.eye(families)[:, family]
        return cls(
            cross=design.T @ design,
            moment=design.T @ response,
            square=float(response @ response),
            family_rows=member @ design,
            family_sums=member @ response,
            sizes=member.sum(axis=1),
        )

    def pull(self, ratio: Floats) -> Floats:
        """Give ratio / (1 + ratio n_g): how far a family's intercept follows its residual sum, shape (k, G)."""
        pull: Floats = ratio[:, None] / (1 + ratio[:, None] * self.sizes)
        return pull

    def weighted(self, ratio: Floats) -> tuple[Floats, Floats, Floats]:
        """Fit by generalised least squares at each ratio of family to residual variance.

        Returns
        -------
        precision, coefficients, rest
            X'WX (k, p, p), its solution (k, p), and the weighted residual sum of squares (k,), W = (I + ratio J)^-1
            within families.
        """
        pull = self.pull(ratio)
        outer = self.family_rows[:, :, None] * self.family_rows[:, None, :]
        precision = self.cross - (pull @ outer.reshape(outer.shape[0], -1)).reshape(-1, *self.cross.shape)
        moment = self.moment - (pull * self.family_sums) @ self.family_rows
        coefficients = np.linalg.solve(precision, moment[..., None])[..., 0]
        rest = self.square - pull @ self.family_sums**2 - np.sum(moment * coefficients, axis=1)
        return np.asarray(precision, dtype=np.float64), np.asarray(coefficients, dtype=np.float64), rest

    def ratios(self, at: Floats, df: int) -> Floats:
        """Give the quantiles `at` of the posterior of the ratio, under a uniform prior for the correlation."""
        edges = np.linspace(0, 1, _CELLS + 1)
        middle = (edges[1:] + edges[:-1]) / 2
        ratio = middle / (1 - middle)
        precision, _, rest = self.weighted(ratio)
        log_density = -0.5 * (
            np.log1p(ratio[:, None] * self.sizes).sum(axis=1)
            + np.linalg.slogdet(precision)[1]
            + df * np.log(rest)
        )
        mass = np.exp(log_density - log_density.max())
        correlation = np.interp(at, np.append(0, np.cumsum(mass)) / mass.sum(), edges)
        correlation = np.minimum(correlation, middle[-1])
        return np.asarray(correlation / (1 - correlation))

    def draw(self, draws: int, rng: np.random.Generator) -> Drawn:
        """Draw from the posterior: the ratio, then the variance, the coefficients and the families' intercepts."""
        terms = self.moment.size
        df = int(self.sizes.sum()) - terms
        ratio = self.ratios(rng.random(draws), df)
        precision, coefficients, rest = self.weighted(ratio)
        sigma = np.sqrt(rest / rng.chisquare(df, draws))
        root = np.swapaxes(np.linalg.cholesky(precision), 1, 2)
        steps = np.linalg.solve(root, rng.standard_normal((draws, terms, 1)))[..., 0]
        coefficients = coefficients + sigma[:, None] * steps
        pull = self.pull(ratio)
        shared = pull * (self.family_sums - coefficients @ self.family_rows.T)
        shared += sigma[:, None] * np.sqrt(pull) * rng.standard_normal(shared.shape)
        return Drawn(coefficients=coefficients, shared=shared, sigma=sigma)


def impute_changes(
    change: Floats,
    entry: Floats,
    family: Codes,
    *,
    left_entry: Floats,
    left_family: Codes,
    draws: int,
    rng: np.random.Generator,
) -> Floats:
    """Draw the changes of units that left, given their value at entry and their family, from the posterior.

    Parameters
    ----------
    change, entry, family
        Change, value at entry and family of the units that stayed, shape (n,), n of at least 4; families are numbered
        from 0.
    left_entry, left_family
        The same of the units that left, shape (k,); their family need not have anybody who stayed.
    draws
        Number of imputations, m.
    rng
        Source of the random numbers.

    Returns
    -------
    Floats
        Shape (m, k); all rows are the same where the regression fits perfectly, so that there is nothing to draw.

    Notes
    -----
    change = a + b (entry - mean) + u_family + e, with u and e normal. The prior is flat for a, b and log var(e), and
    uniform for the intraclass correlation (uniform shrinkage), so it has no scale of its own and is proper where every
    family has one member and the correlation cannot be learnt. Given the correlation all posteriors are known in closed
    form, and its own posterior is added up on 400 cells, from 1/800 to 799/800, so that the m draws are independent and
    no chain has to converge. A family from which nobody stayed has u drawn from its distribution over families.

    References
    ----------
    Schafer & Yucel (2002), JCGS 11, 437-457 (the model, by Gibbs sampling); Daniels (1999), Canadian J. Statistics 27,
    567-578 (the prior).
    """
    design, left_design = _designs(entry, left_entry)
    unit = float(np.abs(change).max()) or 1.0
    fit = np.linalg.lstsq(design, change / unit, rcond=None)[0]
    if np.abs(change / unit - design @ fit).max() <= _PERFECT:
        return np.tile(left_design @ fit * unit, (draws, 1))
    families = int(max(family.max(), left_family.max())) + 1
    model = FamilyRegression.of(change / unit, design, family, families)
    drawn = model.draw(draws, rng)
    own = drawn.sigma[:, None] * rng.standard_normal((draws, left_entry.size))
    found: Floats = (drawn.coefficients @ left_design.T + drawn.shared[:, left_family] + own) * unit
    return found


def _designs(entry: Floats, left_entry: Floats) -> tuple[Floats, Floats]:
    """Give intercept and centred entry for those who stayed and who left; without the entry if it is constant."""
    if not varies(entry):
        return np.ones((entry.size, 1)), np.ones((left_entry.size, 1))
    centre = float(np.mean(np.sort(entry)))
    width = float(np.abs(entry - centre).max())
    first, second = (
        np.column_stack([np.ones(part.size), (part - centre) / width]) for part in (entry, left_entry)
    )
    return first, second
