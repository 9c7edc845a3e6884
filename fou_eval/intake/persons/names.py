"""Names of persons, and the names that are ordinary words too."""

from fou_eval.intake.persons.given_names import GIVEN_NAMES
from fou_eval.intake.persons.surnames import SURNAMES

__all__ = ["GIVEN_NAMES", "NAMES", "NEVER_ALONE", "ORDINARY_WORDS", "SURNAMES", "bare"]

# Words of the language that are given names or surnames too; found by laying the lists beside a dictionary.
_WORDS = """
adel alba alm almen alvar alve andren angel aras ark art asia ask asp august ava awa bagge bark basel beck
bella belle ben berg berger best björk björn blad blank blanka blixt blom blomma blomster bo bonde borg
brink brodd broman bror bruna bråten bäck can dag dan dana daria dina disa draga dragan duell egal ek ella
elvan embla enar ester eva falk farm fia finn fjäll flink flora florence florin folke fors forss frank frans
fred freja frid frida friman frisk frost fräs fröjd fält gadd gala germaine gill glad glans gloria glory god
gordon gorm grace graf gran granat gren greven grip gulan gun gunn gädda hafsa hajar hal hall hallen halme
hammar handan hane hanne hans haveri hed helen helge helle hero hind hjort hjälm holm hope hoppe huda hult
humla hurtig hägg hård hök ida ines inga inge ingen ira iris isa isberg island israel jama jan jarl jihad
jordan jude jul june juni kamel kaplan kapten kara karla kim klang klara klinga klint klockare kolar kraft
krok krona kronblad kuba kull kvist lager lana land lang lila lilja lima lina lind linde linder linnea liv
lo loke lord lotta lotten lova love lucia luna lund lycke lykke lång lönn madonna mai maia maj malm malta
malva manda manne maria marin marina marine mark mars marta max may maya medina meja mester milan milja min
mina mini moa modig molin mona moral morgan musa my myra mörk nadir ned neo nita norma nova nypon odd oden
ola ove palle palm palme pascal penny per petri pil plats primus quist rama ramadan raman rapp rask reem rem
remas remi rim rima rita roar roll roman romana ros rosa rose rosen rosman rosén rubin runa rune rut rutt
ryd ryggen rönn safari saga sally sam same samet sami sand sander sankt sanna sari saria sasa sava shah sham
sid silas sina siren skarp skog sköld snygg sol sommar son sparre spjut stark stefan stein stella sten stene
stig stina stolpe storm strand strid stråle ström ståhl sultan svan svea svärd syster säfsten söder tamer
tapper tatar tea teddy tegel tell tellus tiger tilde till tim timmerman tom tone tor tora tore torn trofast
trond truls trygg träff tuba tur ture turk tysk törn uggla ull unger urban valborg vall varg vargas vega
venus vera vide viking vilda vilde vilja villa ville vinberg vinge viola violet virginia vit vita vår wall
warda wik will wille wind wise woman yang young zand älva äng åse örn öst
"""
# Written with a capital at any place: the months of an English text and the titles of laws, methods and services.
_NEVER = """
april asia august can dina hans ingen island israel jan jordan jul june juni lucia maj malta mars may min
mina mini per plats ramadan roll sam sankt sina sommar son syster till tim valborg will
"""

ORDINARY_WORDS = frozenset(_WORDS.split())
"""Names that are also ordinary words, abbreviations or months; alone they prove nothing."""
NEVER_ALONE = frozenset(_NEVER.split())
"""Words that alone are no name even when they are capitalised in the middle of a sentence."""
NAMES = GIVEN_NAMES | SURNAMES

_ACCENTS = str.maketrans(
    "áàâãçćčďđéèêëěğíìîïıłñńňóòôõŕřśšşșťțúùûýÿźžż",
    "aaaacccddeeeeegiiiiilnnnoooorrssssttuuuyyzzz",
)


def bare(word: str) -> str:
    """Give a word in lower case without the accents that the lists leave out; å, ä and ö are letters of their own.

    Examples
    --------
    >>> bare("José"), bare("Åsa")
    ('jose', 'åsa')
    """
    return word.casefold().translate(_ACCENTS)
