"""What readers and data-entry staff see, in Swedish and English: one phrase catalogue."""

from collections.abc import Mapping
from types import MappingProxyType

from fou_eval.declaration.text import Language
from fou_eval.language.advocates import ADVOCATES
from fou_eval.language.appendices import LOOKED_UP
from fou_eval.language.bundle import BUNDLE
from fou_eval.language.bundle_guide import BUNDLE_GUIDE
from fou_eval.language.care import CARE
from fou_eval.language.codebook import CODEBOOK
from fou_eval.language.commands import COMMANDS
from fou_eval.language.conversion import CONVERSION
from fou_eval.language.deviations import DEVIATIONS
from fou_eval.language.disclosure import DISCLOSURE
from fou_eval.language.economy import ECONOMY
from fou_eval.language.editions import EDITIONS
from fou_eval.language.entry import ENTRY
from fou_eval.language.exports import EXPORTS
from fou_eval.language.exposure import EXPOSURE
from fou_eval.language.figures import FIGURES
from fou_eval.language.figures_more import FIGURES_MORE
from fou_eval.language.figures_project import FIGURES_PROJECT
from fou_eval.language.front import FRONT
from fou_eval.language.glossary import GLOSSARY
from fou_eval.language.goals import GOALS
from fou_eval.language.issues import ISSUES
from fou_eval.language.ledger import LEDGER
from fou_eval.language.obstacles import OBSTACLES
from fou_eval.language.placing import PLACING
from fou_eval.language.project import PROJECT
from fou_eval.language.pseudonyms import PSEUDONYMS
from fou_eval.language.published import PUBLISHED
from fou_eval.language.record import RECORD
from fou_eval.language.recorded import RECORDED
from fou_eval.language.replication import REPLICATION
from fou_eval.language.report import REPORT
from fou_eval.language.reproducibility import REPRODUCIBILITY
from fou_eval.language.simulation import SIMULATION
from fou_eval.language.statistics import STATISTICS
from fou_eval.language.summary import SUMMARY_PAGES
from fou_eval.language.verification import VERIFICATION

Phrase = tuple[str, str]

_PARTS = (
    ISSUES,
    STATISTICS,
    FIGURES,
    FIGURES_MORE,
    RECORD,
    RECORDED,
    ECONOMY,
    PUBLISHED,
    PROJECT,
    OBSTACLES,
    GOALS,
    ADVOCATES,
    CARE,
    REPORT,
    LOOKED_UP,
    GLOSSARY,
    SUMMARY_PAGES,
    REPRODUCIBILITY,
    DEVIATIONS,
    LEDGER,
    EDITIONS,
    DISCLOSURE,
    SIMULATION,
    COMMANDS,
    CONVERSION,
    ENTRY,
    CODEBOOK,
    EXPOSURE,
    PSEUDONYMS,
    VERIFICATION,
    PLACING,
    EXPORTS,
    FRONT,
    REPLICATION,
    BUNDLE,
    BUNDLE_GUIDE,
    FIGURES_PROJECT,
)
PHRASES: Mapping[str, Phrase] = MappingProxyType({key: text for part in _PARTS for key, text in part.items()})


def phrase(key: str, language: Language, values: Mapping[str, object] | None = None) -> str:
    """Give a phrase in one language, with its places filled in.

    Parameters
    ----------
    key
        Key of the catalogue, such as ``"statistic.mean_change.label"``.
    language
        `sv` or `en`.
    values
        What stands in the braces of the phrase.

    Raises
    ------
    KeyError
        If the catalogue has no such key, or a place in the phrase is not filled.
    """
    text = PHRASES[key][0 if language == "sv" else 1]
    return text.format_map(values or {})
