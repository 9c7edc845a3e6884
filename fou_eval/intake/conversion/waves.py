"""How a wave may be written beside the name of a column, as the name of a sheet or as an event of another tool."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from fou_eval.declaration.codebook import Wave
from fou_eval.intake.spelling import same

_SPLIT = re.compile(r"[\W_]+")
# "mående efter 6 månader"; but never "mätning 2", which may be the first or the second after entry
_FILLERS = frozenset(
    {
        *("vid", "efter", "uppf", "uppföljning", "uppfoljning", "mätning", "matning", "mätningen"),
        *("at", "after", "followup", "measurement"),
    }
)
_ENTRY = ("före", "föremätning", "baseline", "pre", "start")
_EXIT = ("efter", "eftermätning", "post")
_LIKE = re.compile(
    r"[tv]\d{1,2}|(?:våg|vag|wave|mätning|matning|mättillfälle|tillfälle|uppföljning|uppf|followup|visit|time|tid)\d{0,2}"
    r"|\d{1,2}(?:m|mo|mån|man|månad|månader|manader|month|months|v|vecka|veckor|week|weeks|år|ar|year|years)"
    r"|(?:m|mån|månad|month|week|vecka)\d{1,2}|\d{1,2}"
    r"|före|fore|föremätning|baslinje|baseline|pre|efter|eftermätning|post|start|slut|inskrivning|avslut"
)
_TWO_SPELLINGS = {"å": ("a", "aa", ""), "ä": ("a", "ae", ""), "ö": ("o", "oe", ""), "é": ("e", "")}
_MOST_WORDS = 24
_MOST_PIECES = 80
_MOST_SWEDISH_LETTERS = 4  # three spellings of each are tried
_LONGEST_EVENT = 17  # REDCap cuts the label of an event off here or one letter later


def words(text: str) -> list[str]:
    """Split a header into words; blanks, underscores, points and brackets all separate them.

    Examples
    --------
    >>> words("Mående (T0)"), words("maende_T0")
    (['mående', 't0'], ['maende', 't0'])
    """
    return [word for word in _SPLIT.split(same(text)) if word]


def squeeze(text: str) -> str:
    """Give a text without anything that separates words, to compare headers by.

    Examples
    --------
    >>> squeeze("Familj_ID"), squeeze("familj id")
    ('familjid', 'familjid')
    """
    return "".join(words(text))


@dataclass(frozen=True, slots=True)
class Beside:
    """What is left of a header beside a wave, the wave if it is declared, and the wave as written."""

    rest: str
    wave: str | None
    said: str


class WaveWords:
    """Recognises the declared waves, and words that are waves without being declared.

    Parameters
    ----------
    waves
        The declared waves, in time order.
    """

    def __init__(self, waves: Mapping[str, Wave]) -> None:
        declared = [(code, spelling) for code, wave in waves.items() for spelling in _declared(code, wave)]
        taken = {spelling for _, spelling in declared}
        derived = [(code, spelling) for code, wave in waves.items() for spelling in _derived(wave, waves)]
        self._codes = _owned([*declared, *(pair for pair in derived if pair[1] not in taken)])
        self._joinable = {word for word in self._codes if len(word) > 1 and not word.isdigit()}
        # The same headers are held against every table.
        self._seen: dict[str, tuple[Beside, ...]] = {}
        self._heads: dict[str, bool] = {}

    def code(self, text: str) -> str | None:
        """Give the wave that a text names, or none.

        Examples
        --------
        >>> from fou_eval.declaration.text import Text
        >>> twelve = Wave(label=Text(sv="Ett år", en="One year"), months=12)
        >>> found = WaveWords({"t2": twelve})
        >>> found.code("T2"), found.code("12 mån"), found.code("mätning 3")
        ('t2', 't2', None)
        """
        return self._code(words(text))

    def in_name(self, name: str) -> str | None:
        """Give the one wave that the name of a sheet or file holds among its words, or none.

        A lone digit does not count, since it may number the sheets.

        Examples
        --------
        >>> from fou_eval.declaration.text import Text
        >>> found = WaveWords({"t0": Wave(label=Text(sv="Före", en="Before"), months=0)})
        >>> found.in_name("uppföljning_T0"), found.in_name("Blad1")
        ('t0', None)
        """
        parts = words(name)
        pieces = [parts[start:end] for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)]
        codes = {self._code(piece) for piece in pieces[:_MOST_PIECES] if not "".join(piece).isdigit()} - {
            None
        }
        return codes.pop() if len(codes) == 1 else None

    def heads(self, text: str) -> bool:
        """Say whether a text can stand above or below columns as their wave, declared or not; a lone digit cannot."""
        if text not in self._heads:
            parts = words(text)
            said = "".join(parts)
            like = self._code(parts) is not None or _LIKE.fullmatch(said) is not None
            self._heads[text] = like and not said.isdigit()
        return self._heads[text]

    def event(self, name: str) -> str | None:
        """Give the wave of an event of REDCap (12_months_arm_1, or 12 months (Arm 1: Families)), or none.

        REDCap makes the name of an event from its label: lower case, no å, ä and ö, at most eighteen characters.
        """
        bare = re.sub(r"_arm_\d+[a-z]?$|\s*\(arm \d+:.*\)$", "", same(name))
        found = self.code(name) or self.code(bare)
        if found is not None:
            return found
        forms = _owned((code, form) for word, code in self._codes.items() for form in _event_forms(word))
        if len(bare) < _LONGEST_EVENT:
            return forms.get(squeeze(bare))
        cut_off = {code for form, code in forms.items() if form.startswith(squeeze(bare))}
        return cut_off.pop() if len(cut_off) == 1 else None

    def beside(self, header: str) -> tuple[Beside, ...]:
        """Give every way to read a header as a column beside a wave: declared waves first, then other words.

        Examples
        --------
        >>> from fou_eval.declaration.text import Text
        >>> found = WaveWords({"t0": Wave(label=Text(sv="Före", en="Before"), months=0)})
        >>> found.beside("T0_maende")[0], found.beside("maende_t7")[0]
        (Beside(rest='maende', wave='t0', said='t0'), Beside(rest='maende', wave=None, said='t7'))
        """
        if header not in self._seen:
            parts = words(header)
            self._seen[header] = tuple(self._beside(parts)) if len(parts) <= _MOST_WORDS else ()
        return self._seen[header]

    def _beside(self, parts: list[str]) -> Iterator[Beside]:
        cuts = list(_cuts(parts))
        for rest, said in (*cuts, *self._joined("".join(parts))):
            code = self._code(said)
            if code is not None:
                yield Beside("".join(rest), code, " ".join(said))
        numbered = re.fullmatch(r"(.+?)(t?\d{1,2})", "".join(parts))
        if numbered is not None:
            cuts.append(([numbered[1]], [numbered[2]]))
        for rest, said in cuts:
            if _LIKE.fullmatch("".join(said)):
                yield Beside("".join(rest), None, " ".join(said))

    def _code(self, parts: Sequence[str]) -> str | None:
        found = self._codes.get("".join(parts))
        if found is None and len(parts) > 1 and parts[0] in _FILLERS and not "".join(parts[1:]).isdigit():
            return self._code(parts[1:])
        return found

    def _joined(self, text: str) -> Iterator[tuple[list[str], list[str]]]:
        """Cut a word in which nothing separates column and wave (maendeT0); a lone digit could number an item."""
        for spelling in self._joinable:
            if text.endswith(spelling) and text != spelling:
                yield [text[: -len(spelling)]], [spelling]
            if text.startswith(spelling) and text != spelling:
                yield [text[len(spelling) :]], [spelling]


def _cuts(parts: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    for cut in range(1, len(parts)):
        yield parts[:cut], parts[cut:]
        yield parts[cut:], parts[:cut]


def _declared(code: str, wave: Wave) -> tuple[str, ...]:
    return tuple(squeeze(spelling) for spelling in (code, wave.label.sv, wave.label.en, *wave.accept))


def _derived(wave: Wave, waves: Mapping[str, Wave]) -> Iterator[str]:
    """Give spellings by the months of a wave, and the usual words for entry and for the last of two waves."""
    if wave.months == 0:
        yield from _ENTRY
    if len(waves) == 2 and wave.months == max(other.months for other in waves.values()):
        yield from _EXIT
    if wave.months != int(wave.months) or wave.months < 0:
        return
    months = int(wave.months)
    for unit in ("m", "mån", "man", "månad", "månader", "manader", "mo", "month", "months"):
        yield f"{months}{unit}"
    for unit in ("m", "mån", "månad", "manad", "month"):
        yield f"{unit}{months}"
    if months and months % 12 == 0:
        for unit in ("år", "ar", "year", "years"):
            yield f"{months // 12}{unit}"


def _owned(spellings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map spellings to codes; what two codes share belongs to neither."""
    owners: dict[str, set[str]] = {}
    for code, spelling in spellings:
        owners.setdefault(spelling, set()).add(code)
    return {spelling: next(iter(codes)) for spelling, codes in owners.items() if spelling and len(codes) == 1}


def _event_forms(spelling: str) -> Iterator[str]:
    """Give a spelling as it can stand in the name of an event."""
    choices = [_TWO_SPELLINGS.get(letter, (letter,)) for letter in spelling]
    if sum(len(choice) > 1 for choice in choices) <= _MOST_SWEDISH_LETTERS:
        yield from ("".join(letters) for letters in product(*choices))
