"""Two words that are somebody's name: given name and surname in either order, or as good as that."""

import re
from collections.abc import Sequence

from fou_eval.intake.persons.kin import KIN, LABELS, OPENERS
from fou_eval.intake.persons.names import GIVEN_NAMES, NAMES, NEVER_ALONE, SURNAMES
from fou_eval.intake.persons.proper import is_no_person
from fou_eval.intake.persons.words import Word

_JOINED = re.compile(r"[ \t]{1,3}|-|/|_|, ?| ?& ?|\. ?|")
_BLANKS = re.compile(r"[ \t]{1,3}")
_QUOTE = "[\"'\u2018\u2019\u201c\u201d\u00b4\u00ab\u00bb()]"
_OPENING, _CLOSING = re.compile(rf"[ \t]{{0,2}}{_QUOTE}{{1,2}}"), re.compile(rf"{_QUOTE}{{1,2}}[ \t]{{0,2}}")
_SHARING = frozenset({"och", "o", "samt", "and"})
_AND = re.compile(r"[ \t]{1,3}(?:&|\+|och|o|samt|and)[ \t]{1,3}")
_PARTICLES = frozenset(
    {
        "von",
        "van",
        "af",
        "de",
        "di",
        "da",
        "del",
        "della",
        "dos",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "abu",
        "la",
        "le",
        "der",
    }
)


def is_full_name(words: Sequence[Word], place: int, text: str) -> bool:
    """Say whether the word at a place and the one after it are somebody's name.

    Examples
    --------
    >>> from fou_eval.intake.persons.words import words_of
    >>> [is_full_name(words_of(text), 0, text) for text in ("Anna von Exempelström", "Anna ringde")]
    [True, False]
    """
    first = words[place]
    second, gap = _following(words, place, text)
    if second is None:
        return False
    if first.letter:
        return gap in (" ", ". ", ".") and second.title and second.bare in SURNAMES and second.known
    if {first.bare, second.bare} <= NAMES and _from_the_lists(first, second):
        return True
    if first.written.isupper() or second.written.isupper():
        return gap == " " and _shouted(first, second)
    if not first.title or not second.title or len(second.written) < 3 or second.elsewhere:
        return False
    between = words[place + 1]
    if second is not between and between.bare not in _PARTICLES:
        return _around(first, second, text[between.end : second.start], len(words))
    return (
        _turned(first, second) if gap.startswith(",") else gap in (" ", "-", "") and _in_a_row(first, second)
    )


def _shouted(first: Word, second: Word) -> bool:
    """Judge two words of which one at least stands in capitals."""
    if first.written.isupper() and second.written.isupper():
        return _in_capitals(first, second)
    return len(second.written) > 2 and not second.elsewhere and _half_in_capitals(first, second)


def _following(words: Sequence[Word], place: int, text: str) -> tuple[Word | None, str]:
    """Give the word after a name, past a particle or an initial, and what lies before it, or none."""
    last, past = words[place], False
    nickname = _past_nickname(words, place, text)
    if nickname is not None:
        return nickname, " "
    for word in words[place + 1 : place + 4]:
        gap = _BLANKS.sub(" ", text[last.end : word.start])
        if not _JOINED.fullmatch(gap) or (gap.startswith(".") and len(last.written) > 1):
            return None, gap
        initial = word.letter and not past and not last.letter
        if word.bare not in _PARTICLES and not initial:
            return word, " " if past and gap in (". ", ".", " ") else gap
        last, past = word, True
    return None, ""


def _past_nickname(words: Sequence[Word], place: int, text: str) -> Word | None:
    """Give the word after a nickname in quotes or brackets: Anna "Ninni" Exempelström."""
    if len(words) < place + 3 or not words[place].capital:
        return None
    first, nickname, last = words[place : place + 3]
    quoted = (
        nickname.title
        and _OPENING.fullmatch(text[first.end : nickname.start])
        and _CLOSING.fullmatch(text[nickname.end : last.start])
    )
    return last if quoted and not nickname.elsewhere else None


def shares_a_surname(words: Sequence[Word], place: int, text: str) -> bool:
    """Say whether a given name stands before another and the surname of both.

    Examples
    --------
    >>> from fou_eval.intake.persons.words import words_of
    >>> text = "Anna och Xyzan Xyzab"
    >>> shares_a_surname(words_of(text), 0, text)
    True
    """
    first = words[place]
    if not first.title or not first.known or first.bare not in GIVEN_NAMES:
        return False
    after = [word for word in words[place + 1 : place + 4] if word.low not in _SHARING][:2]
    if len(after) < 2 or not _AND.fullmatch(text[first.end : after[0].start]):
        return False
    in_line = _BLANKS.fullmatch(text[after[0].end : after[1].start])
    return bool(in_line) and all(
        word.title and len(word.written) > 2 and not word.elsewhere and word.low not in OPENERS | KIN | LABELS
        for word in after
    )


def _from_the_lists(first: Word, second: Word) -> bool:
    """Say whether two names of the lists are written alike, and are a given name and a surname."""
    pair = {first.bare, second.bare}
    if not pair & GIVEN_NAMES or not pair & SURNAMES:
        return False
    if first.capital and second.capital:
        return first.known or second.known or not first.opens or (first.title and second.title)
    return not first.capital and not second.capital and first.known and second.known


def _in_capitals(first: Word, second: Word) -> bool:
    named = (first.known and len(first.bare) > 3) or first.foreign or second.foreign
    return named and len(second.bare) > 2 and not is_no_person(second.bare)


def _half_in_capitals(first: Word, second: Word) -> bool:
    """Judge "ANNA Exempelström" and "Anna EXEMPELSTRÖM"; short words in capitals stand for authorities and methods."""
    shouted, other = (first, second) if first.written.isupper() else (second, first)
    if not other.title or other.elsewhere or other.low in OPENERS | KIN | LABELS or is_no_person(shouted.low):
        return False
    if len(shouted.written) > 2 and shouted.known:
        return len(shouted.written) > 3 or other.name_like
    return len(shouted.written) > 4 and other.name_like


def _around(first: Word, second: Word, gap: str, length: int) -> bool:
    """Judge "Xyzan K Xyzab": a letter or nickname between two capitalised words is a name's, but not after a label."""
    if first.elsewhere or first.low in LABELS | OPENERS | KIN or second.low in OPENERS:
        return False
    if first.name_like or second.name_like:
        return True
    return gap[-1] == " " and not gap.startswith(".") and (not first.opens or length == 3)


def _turned(first: Word, second: Word) -> bool:
    """Judge "Exempelström, Anna"."""
    if second.known and second.bare in GIVEN_NAMES and first.low not in OPENERS:
        return True
    return first.name_like and second.bare not in NEVER_ALONE


def _in_a_row(first: Word, second: Word) -> bool:
    """Judge two capitalised words of which one at least must be a name by the lists, its ending or its letters."""
    if (first.elsewhere and not first.known) or (first.opens and first.low in OPENERS):
        return False
    given = first.bare in GIVEN_NAMES and (first.known or not first.opens)
    return (
        given or second.name_like or first.foreign or (first.name_like and (first.known or not first.opens))
    )
