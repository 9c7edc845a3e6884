"""The chapters beside the domains: what was recorded of the project, its work, its services and its costs.

A chapter is a function of release, language and pictures that gives blocks; one that gives none is left out, so a study
that declares few tables has few chapters. The topic of a study that has the name of a chapter is shown in it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.figures import Picture
from fou_eval.report.blocks import Block
from fou_eval.report.chapters import advocates, care, costs, goals, obstacles, project

Chapter = Callable[[Release, Language, Mapping[str, Picture]], Iterator[Block]]


@dataclass(frozen=True, slots=True)
class Part:
    """One chapter: its code, by which topics and claims name it, and what fills it; its title is `chapter.CODE`."""

    code: str
    fill: Chapter


# Before the participants, as an introduction.
FIRST: tuple[Part, ...] = (Part("project", project.fill),)
# After the domains.
LATER: tuple[Part, ...] = (
    Part("goals", goals.fill),
    Part("advocates", advocates.fill),
    Part("care", care.fill),
    Part("costs", costs.fill),
    Part("obstacles", obstacles.fill),
)
