"""What stands in the margin beside a text: on how many it rests, who says so, and where more of it is."""

from collections.abc import Iterable

from fou_eval.declaration.text import Language
from fou_eval.formatting import listed
from fou_eval.language import phrase


def note(*parts: str) -> str:
    """Put the parts of a note together, without those that are empty.

    Examples
    --------
    >>> note("18 families.", "", source("the plan", "en"))
    '18 families. Source: the plan.'
    """
    return " ".join(part for part in parts if part)


def source(said_by: str, language: Language) -> str:
    """Name the source of what a text says.

    Parameters
    ----------
    said_by
        The source, as the study names it; nothing is written of an empty one.
    language
        Language of the note.
    """
    return phrase("margin.source", language, {"source": said_by}) if said_by else ""


def see(places: Iterable[str], language: Language) -> str:
    """Lead to the figures, tables and appendices in which the numbers of a text stand.

    Parameters
    ----------
    places
        References made by `refer`.
    language
        Language of the note.
    """
    found = list(places)
    return phrase("margin.see", language, {"where": listed(found, language)}) if found else ""
