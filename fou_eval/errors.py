"""The errors a person can meet: where, what is wrong, what was expected, and the remedy."""

from collections.abc import Iterable
from difflib import get_close_matches


class FouError(Exception):
    """Base of every error that is shown without a traceback; `exit_code` is the exit status of the command."""

    exit_code = 10


class DeclarationError(FouError):
    """A declaration (study, plan, table, instrument) cannot be used as it stands."""

    exit_code = 11


class DataError(FouError):
    """A data file cannot be used; the issues say where and why."""

    exit_code = 12


class DisclosureError(FouError):
    """A result may not be shown, or something tried to show a result that had not passed the gate."""

    exit_code = 13


class ReportError(FouError):
    """A report cannot be written."""

    exit_code = 14


class RecordError(FouError):
    """A finished report that was given to be read is none, or is damaged."""

    exit_code = 2


class WritingError(ReportError):
    """A file or folder cannot be written: another run is at it, the disk is full, or there is no right to."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give a closing hint such as ``" Did you mean 'absence_pct'?"``, or nothing.

    Parameters
    ----------
    word
        What was written.
    known
        What could have been meant.

    Examples
    --------
    >>> did_you_mean("absense", ["absence", "hours"])
    " Did you mean 'absence'?"
    >>> did_you_mean("xyz", ["absence", "hours"])
    ''
    """
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean '{close[0]}'?" if close else ""
