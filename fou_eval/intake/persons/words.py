"""The words of a text, and what tells of each whether it can be a name."""

import re
from dataclasses import dataclass

from fou_eval.intake.persons.kin import OPENERS
from fou_eval.intake.persons.names import NAMES, ORDINARY_WORDS, bare
from fou_eval.intake.persons.proper import NOT_PERSONS, is_no_person
from fou_eval.intake.persons.surnames import sounds_like_a_surname

TOKEN = re.compile(r"[^\W\d_]+(?:['’´`][^\W\d_]+)?")
# Letters that no Swedish word has; the dotless i has no capital of its own, nor has the capital with a dot a small one.
_STRANGE = "áâãāăąçćčđďêëēęěğģíîïīķłļńñņňóôõōőřśšşșťțúûūůűýźżžœðþơư"
_FOREIGN = re.compile(f"[{_STRANGE}{_STRANGE.upper()}ıİ\u1ea0-\u1ef9]")
_CAMEL = re.compile(rf"(?<=[a-zåäöé{_STRANGE}])(?=[A-ZÅÄÖİ{_STRANGE.upper()}])")
_ENDS = ".!?:;\n•·-–*>→†‡▪◦✓|"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes
    ----------
    written, bare
        As written, and as the lists have it, without the s of the genitive.
    opens
        True when it is the first of a sentence, so that its capital says nothing.
    """

    written: str
    bare: str
    start: int
    end: int
    opens: bool

    @property
    def low(self) -> str:
        """Give the word in lower case."""
        return self.written.casefold()

    @property
    def elsewhere(self) -> bool:
        """Say whether the word is a place, an authority, a method or a feast."""
        surely_a_name = self.foreign or self.known or self.low.endswith("wska")
        return self.low in NOT_PERSONS or (not surely_a_name and is_no_person(self.low))

    @property
    def title(self) -> bool:
        """Say whether the word begins with a capital and goes on without."""
        return len(self.written) > 1 and self.written.istitle()

    @property
    def capital(self) -> bool:
        """Say whether the word begins with a capital."""
        return self.written[0].isupper()

    @property
    def letter(self) -> bool:
        """Say whether the word is one capital letter."""
        return len(self.written) == 1 and self.capital

    @property
    def known(self) -> bool:
        """Say whether the word is a name and nothing else."""
        return self.bare in NAMES and self.bare not in ORDINARY_WORDS

    @property
    def foreign(self) -> bool:
        """Say whether the word has letters that Swedish words have not."""
        return _FOREIGN.search(self.written) is not None

    @property
    def name_like(self) -> bool:
        """Say whether the word is a name for sure, by the lists, its ending or its letters."""
        return (
            self.known
            or self.foreign
            or (self.bare not in ORDINARY_WORDS and sounds_like_a_surname(self.bare))
        )

    @property
    def proper(self) -> bool:
        """Say whether the word, by its capital, names something that is no place, authority or method."""
        if not self.title or len(self.written) < 3:
            return False
        return self.foreign or not (self.opens or self.low in OPENERS or self.elsewhere)


def words_of(text: str) -> list[Word]:
    """Cut a text into words, at inner capitals too.

    Examples
    --------
    >>> [word.bare for word in words_of("AnnaSvensson, Björns mamma")]
    ['anna', 'svensson', 'björn', 'mamma']
    """
    found: list[Word] = []
    for match in TOKEN.finditer(text):
        start, whole = match.start(), match.group()
        pieces = _CAMEL.split(whole) if not whole.islower() else [whole]
        for piece in pieces:  # inside a word a capital says nothing: TikTok
            opens = piece[0].isupper() and (len(pieces) > 1 or _opens(text, start))
            found.append(Word(piece, _name_of(piece), start, start + len(piece), opens))
            start += len(piece)
    return found


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip(" \"'(”“«»[")
    return (start <= 8 and not before) or (bool(before) and before[-1] in _ENDS)


def _name_of(word: str) -> str:
    """Give a word as the lists have it, the genitive s taken off where a name is left."""
    name = bare(word)
    if name in NAMES or not name.endswith("s"):
        return name
    base = name[:-1].rstrip("'’´`:")
    if len(base) < 3 or base[-1] == "s":  # Klas has no genitive of its own, and klass is another word
        return name
    return base if base in NAMES or (word[0].isupper() and sounds_like_a_surname(base)) else name
