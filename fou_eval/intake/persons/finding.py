"""What a detector says: a kind of identifier and how grave it is, never what it read."""

from dataclasses import dataclass
from typing import Literal, get_args

FindingRule = Literal["direct_identifier", "possible_identifier", "identifying_id"]
PERSON_RULES: frozenset[str] = frozenset(get_args(FindingRule))
"""Every rule by which an issue says that somebody is pointed out."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of identifier, how grave it is and by which rule."""

    kind: str
    severity: Literal["stop", "warning"]
    rule: FindingRule


def sure(kind: str) -> Finding:
    """Give a finding that stops.

    Examples
    --------
    >>> sure("phone").severity
    'stop'
    """
    return Finding(kind, "stop", "direct_identifier")


def doubtful(kind: str) -> Finding:
    """Give a finding at which a person should look.

    Examples
    --------
    >>> doubtful("school").severity
    'warning'
    """
    return Finding(kind, "warning", "possible_identifier")
