"""Which figures a report shows."""

from collections.abc import Iterator, Mapping

from fou_eval import figures
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.figures.picture import Picture


def draw(release: Release, language: Language) -> Mapping[str, Picture]:
    """Draw every figure of the report, by name, in the order of the pages."""
    return {picture.name: picture for picture in _pictures(release, language)}


def _pictures(release: Release, language: Language) -> Iterator[Picture]:
    yield figures.overview(release, language)
