"""Months and days: where a month begins and ends, and how days move by months."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Days = NDArray[np.datetime64]
Floats = NDArray[np.float64]
DAY = np.timedelta64(1, "D")


def first_day(months: pd.Series) -> Days:
    """Give the first day of each month or day."""
    return pd.to_datetime(months).to_numpy("datetime64[D]")


def day_after(ends: pd.Series, *, months: bool, ongoing: np.datetime64) -> Days:
    """Give the first day after each end; what has no end goes on as long as the data go.

    Parameters
    ----------
    ends
        Last days or last months; missing where a spell goes on.
    months
        Whether the ends are months, which last until their last day.
    ongoing
        First day after the data.
    """
    days = first_day(ends)
    after: Days = (
        (days.astype("datetime64[M]") + np.timedelta64(1, "M")).astype("datetime64[D]")
        if months
        else days + DAY
    )
    return np.where(np.isnat(days), ongoing, np.minimum(after, ongoing)).astype("datetime64[D]")


def months_after(days: Days, months: int) -> Days:
    """Move days by whole months; the last day of a shorter month stands for the days that it lacks.

    Examples
    --------
    >>> months_after(np.array(["2015-03-01", "2015-12-31"], dtype="datetime64[D]"), 2)
    array(['2015-05-01', '2016-02-29'], dtype='datetime64[D]')
    """
    month = days.astype("datetime64[M]")
    moved = (month + np.timedelta64(months, "M")).astype("datetime64[D]")
    last = (month + np.timedelta64(months + 1, "M")).astype("datetime64[D]") - DAY
    exact: Days = np.minimum(moved + (days - month.astype("datetime64[D]")), last)
    return exact
