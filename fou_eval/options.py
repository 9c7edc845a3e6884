"""The options that several commands of the command line share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Language(StrEnum):
    """Languages of a report."""

    sv = "sv"
    en = "en"


class Profile(StrEnum):
    """Who a report is for."""

    publication = "publication"
    internal = "internal"


StudyOption = Annotated[
    Path, typer.Option("--study", help="Folder of the study: study.yaml, plan.yaml, tables/.")
]
DataOption = Annotated[
    Path | None, typer.Option("--data", help="Data file or folder; the study's own when left out.")
]
LanguageOption = Annotated[
    Language | None, typer.Option("--lang", help="Language; the study's own when left out.")
]
SpokenOption = Annotated[
    Language | None,
    typer.Option("--lang", help="Language; the study's own, else Swedish, when left out."),
]
EarlierOption = Annotated[
    Path | None,
    typer.Option("--earlier", help="Earlier report (PDF, folder, manifest.json) to compare the plan with."),
]
