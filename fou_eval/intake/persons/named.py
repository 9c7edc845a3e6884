"""Names of persons in running text: in pairs, beside words of kin, in capitals, without, and as initials."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fou_eval.intake.persons.finding import Finding, doubtful, sure
from fou_eval.intake.persons.full_names import is_full_name, shares_a_surname
from fou_eval.intake.persons.kin import KIN, LABELS, OPENERS, SHORTENED, SINGLE_LETTER_KIN
from fou_eval.intake.persons.names import GIVEN_NAMES, NAMES, NEVER_ALONE, bare
from fou_eval.intake.persons.proper import NOT_PERSONS
from fou_eval.intake.persons.words import TOKEN, Word, words_of

_NEVER_SWEDISH = re.compile("[ćčđğıłńśşșťțźż]|i\u0307")
_SWEDISH = re.compile(r"[A-Za-zåäöÅÄÖ0-9\s!-/:-@\[-`{-~§–]*")
# Names of laws, methods and services that hold the name of a person.
_KNOWN_TERMS = re.compile(
    r"\b(?:lex[ -](?:maria|sarah?|bobby)|mini[- ]?maria\w*|maria[- ](?:ungdom|mottagning\w*)|"
    r"freja ?e-?id\w*|freja(?:\+| plus)|marte ?meo|"
    r"ester[- ](?:bedömning\w*|systemet|skattning\w*)|anna freud\w*|sankta? \w+|s:t \w+|"
    r"lucia(?:tåg\w*|fira\w*)?|mårten gås|alfons åberg|pippi långstrump|"
    r"clas ohlson|hennes ?(?:&|och|o) ?mauritz|ronald mcdonald\w*|harry potter\w*|kalle anka|musse pigg|greta gris|"
    r"lasse-?majas? \w+|mamma mu|emil i lönneberga|karlsson på taket|raoul wallenberg\w*|olof palme\w*|"
    r"dag hammarskjöld\w*|anna lindh\w*|greta thunberg|carl von linn[ée]\w*|tjugondag(?:en|s)? knut|"
    r"(?:(?:tor|freja|loke|balder|oden)(?:,| och| eller) )+(?:oden|odin|frigg|balder|heimdall|zeus|apollon|poseidon)|"
    r"(?:oden|odin|frigg|zeus|apollon|poseidon|hades|afrodite|heimdall)(?:(?:,| och| eller) (?:tor|freja|loke|balder|"
    r"hera|athena|venus|mars))+|"
    r"(?:beck|conners|wechsler|vineland|barkley|raven|bowlby|ainsworth|freud|maslow|piaget|luther|"
    r"nobel)\w*(?: (?:depression|anxiety|ångest)\w*)?|"
    r"maria montessori|rudolf steiner|erica-?(?:stiftelsen|metoden)|martin luther|astrid "
    r"lindgren\w*|karl xi\w*|gustav vasa\w*)\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(
    r"(?<![\w.])[A-ZÅÄÖ]\.[ -]?[A-ZÅÄÖ]\.(?:[ -]?[A-ZÅÄÖ]\.)?(?!\w)|"
    r"(?<![\w.])[A-ZÅÄÖ]\.[A-ZÅÄÖ](?![\w.])"
    r"|(?i:\b(?:initialer\w*|sign(?:atur)?|init)\b)\W{1,3}[A-ZÅÄÖa-zåäö]{2,3}\b"
)


def name_kinds(text: str) -> Iterator[Finding]:
    """Give a finding if a plain text names somebody: sure for two names or a word of kin, else doubtful.

    Examples
    --------
    >>> [finding.severity for finding in name_kinds("Ringde Anna Svensson")], list(name_kinds("Frid i familjen"))
    (['stop'], [])
    """
    if _names_nobody(text):
        return
    searched = _KNOWN_TERMS.sub(lambda match: "x" * len(match.group()), text)
    words = words_of(searched)
    telling = [place for place, word in enumerate(words) if word.capital or word.bare in NAMES]
    if telling:
        if any(
            is_full_name(words, place, searched) or shares_a_surname(words, place, searched)
            for place in telling
        ) or _beside_kin(words, searched):
            yield sure("name")
        elif any(_alone(words[place]) for place in telling) or _unknown_beside_kin(words, searched):
            yield doubtful("name")
        elif any(word.proper for word in words) or _run_together(words, searched):
            yield doubtful("capital")
        if _DOTTED.search(searched) or _has_initials(words, searched):
            yield doubtful("initials")
    if not text.isascii() and _NEVER_SWEDISH.search(searched):
        yield doubtful("name")


def _names_nobody(text: str) -> bool:
    """Say whether a text has no capital after its first word and no name: most notes are left at once."""
    low = text.casefold()
    if text[1:] != low[1:] or not _SWEDISH.fullmatch(text):
        return False
    tokens = TOKEN.findall(low)
    genitives = (token[:-1] for token in tokens if token[-1] == "s" and token[-2:] != "ss")
    return NAMES.isdisjoint(tokens) and NAMES.isdisjoint(genitives)


def _run_together(words: Sequence[Word], text: str) -> bool:
    """Say whether two capitalised words that no list has stand without a blank: XyzanXyzab, Xyzan.Xyzab."""
    for first, second in pairwise(words):
        gap = text[first.end : second.start]
        if (
            gap not in ("", ".")
            or not (first.title and second.title)
            or min(len(first.low), len(second.low)) < 3
        ):
            continue
        if (
            first.elsewhere
            or second.elsewhere
            or second.low in OPENERS
            or first.low + second.low in NOT_PERSONS
        ):
            continue
        if not gap or not first.opens or len(words) == 2:
            return True
    return False


def _beside_kin(words: Sequence[Word], text: str) -> bool:
    """Say whether a word of kin or of a profession stands before a name, or after one in the genitive."""
    for first, second in pairwise(words):
        between = text[first.end : second.start]
        if len(between) > 3 or between.strip(" .:,(\"'"):
            continue
        named = second.capital and second.bare in NAMES and second.bare not in NEVER_ALONE
        if first.low in KIN and named and (second.known or not second.opens):
            return True
        genitive = first.capital and first.known and bare(first.written) == first.bare + "s"
        if genitive and second.low in KIN:
            return True
    return False


def _unknown_beside_kin(words: Sequence[Word], text: str) -> bool:
    """Say whether a word of kin stands beside a capitalised word that no list has: a rare name, most likely."""
    for first, second in pairwise(words):
        between = text[first.end : second.start]
        goes_on = between in (" ", " (", ": ") or (between == ". " and first.low in SHORTENED)
        if goes_on and first.low in KIN and second.title and len(second.written) > 2 and not second.elsewhere:
            return True
        explained = between == " (" and second.low in KIN
        if explained and first.title and not first.elsewhere and first.low not in KIN | OPENERS | LABELS:
            return True
    return False


def _has_initials(words: Sequence[Word], text: str) -> bool:
    """Say whether a name is shortened to a letter: mamma K, Anna S, A. Xyz."""
    return any(
        _ends_in_a_letter(first, second, alone=len(words) == 2)
        if between == " " and not text[second.end : second.end + 1].isdigit()
        else between in (". ", ".") and _begins_with_a_letter(first, second, text)
        for first, second in pairwise(words)
        if (between := text[first.end : second.start]) in (" ", ". ", ".")
    )


def _ends_in_a_letter(first: Word, second: Word, *, alone: bool) -> bool:
    if first.low in SINGLE_LETTER_KIN:
        return second.letter or (len(second.written) == 2 and second.written.isupper())
    if not second.letter or not first.title or first.elsewhere or first.low in LABELS | OPENERS:
        return False
    return first.bare in GIVEN_NAMES or first.proper or (first.opens and alone)


def _begins_with_a_letter(first: Word, second: Word, text: str) -> bool:
    """Judge "A. Xyz"; a letter that ends a label, such as grupp B or åk 7 B, also stands before a point."""
    if not first.letter or not second.title or len(second.written) < 3:
        return False
    before = text[: first.start].split()
    last = before[-1] if before else ""
    return not last or (last.casefold() not in LABELS and not last[-1].isdigit() and last[-1] not in ".!?")


def _alone(word: Word) -> bool:
    """Judge a single word: a name of the lists, in lower case or as a word of the language only where that is plain."""
    if word.written.isupper():
        return word.known and len(word.written) > 3
    if not word.capital:
        whole = bare(word.written) == word.bare  # lottas is a verb before it is a genitive
        return whole and word.known and word.bare in GIVEN_NAMES and len(word.bare) > 3
    if word.bare in NEVER_ALONE or (
        word.low != word.bare and word.low in NOT_PERSONS
    ):  # a chain, no genitive
        return False
    if word.known:
        return len(word.bare) > 2
    return word.title and (
        (word.foreign and word.low not in NOT_PERSONS) or (word.bare in NAMES and not word.opens)
    )
