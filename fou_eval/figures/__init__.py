"""Figures: each draws what a release holds, computes nothing, and carries its alternative text and caption."""

from collections.abc import Iterator

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.figures import house
from fou_eval.figures.association import association
from fou_eval.figures.calibration import calibrated, calibration, measured_words
from fou_eval.figures.caseload import caseload
from fou_eval.figures.contacts import contacts
from fou_eval.figures.costs import scenarios
from fou_eval.figures.course import course
from fou_eval.figures.flow import flow
from fou_eval.figures.flows import flows
from fou_eval.figures.hours import hours
from fou_eval.figures.individual import individual
from fou_eval.figures.ladder import ladder
from fou_eval.figures.obstacles import obstacles
from fou_eval.figures.overview import overview
from fou_eval.figures.picture import Picture
from fou_eval.figures.power import power
from fou_eval.figures.sensitivity import sensitivity
from fou_eval.figures.services import services
from fou_eval.figures.shares import shares
from fou_eval.figures.style import Width
from fou_eval.figures.timeline import timeline

__all__ = [
    "Picture",
    "Width",
    "all_pictures",
    "association",
    "calibrated",
    "calibration",
    "caseload",
    "contacts",
    "course",
    "flow",
    "flows",
    "hours",
    "individual",
    "ladder",
    "measured_words",
    "obstacles",
    "overview",
    "power",
    "scenarios",
    "sensitivity",
    "services",
    "shares",
    "timeline",
]


@house.styled
def all_pictures(
    release: Release, language: Language | None = None, *, width: Width = "page"
) -> tuple[Picture, ...]:
    """Draw every figure of a release in the order of the report: overview, flow, then domain by domain.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    width
        What they are laid out for: one of two columns, a page, or a slide.
    """
    return tuple(picture for picture in _pictures(release, language, width) if picture is not None)


def _pictures(release: Release, language: Language | None, width: Width) -> Iterator[Picture | None]:
    yield overview(release, language, width=width)
    yield sensitivity(release, language, width=width)
    yield individual(release, language, width=width)
    yield calibrated(release, language, width=width)
    yield timeline(release, language, width=width)
    yield flow(release, language, width=width)
    yield obstacles(release, language, width=width)
    yield scenarios(release, language, width=width)
    for domain in (*release.codebook.domains, *release.codebook.topics):
        items = [item for item in release.codebook.indicators() if item.domain == domain]
        if items:
            yield shares(release, domain, language, width=width)
            yield course(release, domain, language, width=width)
        for item in items:
            if item.column.partitions():
                yield ladder(release, item.name, language, width=width)
                yield flows(release, item.name, language, width=width)
    yield association(release, language, width=width)
    yield caseload(release, language, width=width)
    yield hours(release, language, width=width)
    yield services(release, language, width=width)
    yield contacts(release, language, width=width)
