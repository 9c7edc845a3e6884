"""The report's own texts beside the data: no id of a family or person, and no identity number, may stand in them."""

import re
from collections.abc import Collection, Iterator

from fou_eval.declaration.codebook import Codebook
from fou_eval.declaration.own_files import own_pieces
from fou_eval.errors import DeclarationError
from fou_eval.intake.persons.identifiers import in_number
from fou_eval.language import phrase

_LETTER = re.compile(r"[^\W\d_]")
_GROUP = r"(?:famil(?:j|jen|y)|person(?:en)?)\s*(?:nr|no|nummer|number|id)?[\s.:#]*"


def refuse_persons(codebook: Codebook, ids: Collection[str]) -> None:
    """Refuse a study whose own texts name a family or person by its number, whatever the profile of the report.

    Parameters
    ----------
    codebook
        The study, with the texts.
    ids
        Running numbers of families and persons in the data.

    Raises
    ------
    DeclarationError
        If there is such a text; names file and line, never the words.
    """
    told = list(_told(codebook, ids))
    if told:
        raise DeclarationError("\n".join(told))


def _told(codebook: Codebook, ids: Collection[str]) -> Iterator[str]:
    known = _numbered(ids)
    for place, _, text in own_pieces(codebook.front, codebook.files):
        if in_number(text):
            yield f"{place}: {phrase('front.person', codebook.language)}"
        if known is not None and known.search(text):
            yield f"{place}: {phrase('front.id', codebook.language)}"


def _numbered(ids: Collection[str]) -> re.Pattern[str] | None:
    """Give a pattern of the ids: those with letters wherever they stand, plain numbers after what they number."""
    lettered = [re.escape(one) for one in ids if _LETTER.search(one)]
    plain = [re.escape(one) for one in ids if not _LETTER.search(one)]
    patterns = [rf"(?<!\w)(?:{'|'.join(lettered)})(?!\w)"] if lettered else []
    patterns += [rf"\b{_GROUP}(?:{'|'.join(plain)})(?!\w)"] if plain else []
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None
