"""The options of the command line that several commands share, or that describe a study before it begins."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Language(StrEnum):
    """Languages of a report."""

    sv = "sv"
    en = "en"


class Languages(StrEnum):
    """Languages in which a report is written: one of them, or each in a folder of its own."""

    sv = "sv"
    en = "en"
    both = "both"


class Profile(StrEnum):
    """Who a report is for."""

    publication = "publication"
    internal = "internal"


StudyOption = Annotated[
    Path, typer.Option("--study", help="Folder of the study: study.yaml, plan.yaml, tables/.")
]
DeclaredOption = Annotated[
    Path | None,
    typer.Option("--study", help="Folder of the declarations; those attached to the report when left out."),
]
DataOption = Annotated[
    Path | None, typer.Option("--data", help="Data file or folder; the study's own when left out.")
]
LanguageOption = Annotated[
    Language | None, typer.Option("--lang", help="Language; the study's own when left out.")
]
LanguagesOption = Annotated[
    Languages | None,
    typer.Option("--lang", help="Language, or both; the study's own when left out."),
]
SpokenOption = Annotated[
    Language | None,
    typer.Option("--lang", help="Language; the study's own, else Swedish, when left out."),
]
ReportedOption = Annotated[
    Language | None, typer.Option("--lang", help="Language; that of the report when left out.")
]
UntilOption = Annotated[
    datetime | None,
    typer.Option(
        "--until",
        formats=["%Y-%m-%d"],
        metavar="DAY",
        help="Interim edition: leave out what is dated later, such as 2016-11-30.",
    ),
]
EarlierOption = Annotated[
    Path | None,
    typer.Option("--earlier", help="Earlier report (PDF, folder, manifest.json) to compare the plan with."),
]
ProfileOption = Annotated[
    Profile | None,
    typer.Option("--profile", help="publication, or internal: every number, watermarked pages."),
]
FiguresOption = Annotated[
    bool, typer.Option("--figures", help="Also write the figures for a column (76 mm) and for a slide.")
]
PublishOption = Annotated[
    str | None,
    typer.Option("--publish", help="Record it as published under this name; later reports are compared."),
]
LedgerOption = Annotated[
    Path | None, typer.Option("--ledger", help="Folder of the ledger; the study's own when left out.")
]
# What is known or supposed of a study before it begins.
OutcomeOption = Annotated[
    str | None, typer.Option("--outcome", help="One indicator of the study; the primary ones when left out.")
]
DropoutOption = Annotated[
    float | None, typer.Option("--dropout", min=0, max=0.9, help="Share of families lost from wave to wave.")
]
WavesOption = Annotated[
    int | None, typer.Option("--waves", min=2, help="Waves until the after-measurement, entry included.")
]
ConfidenceOption = Annotated[
    float | None, typer.Option("--confidence", min=0.5, max=0.99, help="Coverage of the interval.")
]
ChanceOption = Annotated[
    float | None, typer.Option("--power", min=0.5, max=0.99, help="How often the change is to be detected.")
]
