"""What study.yaml holds: the study's name, its waves and its domains."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from fou_eval.declaration.codes import Name
from fou_eval.declaration.front import Front
from fou_eval.declaration.project import Project
from fou_eval.declaration.text import Declared, Language, Text

WaveCode = Annotated[str, Field(pattern=r"^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9_-]*$")]

Status = Literal["preliminary", "final"]


class Wave(Declared):
    """A measurement occasion: its label, its months since entry, and other spellings of its code."""

    label: Text = Field(
        description="Name in tables and figures.", examples=["{sv: 12 månader, en: 12 months}"]
    )
    months: int | float = Field(
        description="Months since entry; less than 0 for measurements from before.", examples=["12"]
    )
    accept: tuple[str, ...] = Field(
        default=(), description="Other spellings of the code in data.", examples=['["2", 12 mån]']
    )


class Domain(Declared):
    """An area of life in which change is sought."""

    label: Text = Field(
        description="Name in tables and figures.",
        examples=["{sv: Barnens skolgång, en: Children's schooling}"],
    )


class StudyFile(Declared):
    """The study itself: name, waves in time order, domains in report order."""

    study: Name = Field(description="Short name, used for files.", examples=["familjelotsen"])
    version: str = Field(
        min_length=1, description="Version of the declarations, in quotes.", examples=['"1.0"']
    )
    title: Text = Field(
        description="Title of the report.", examples=["{sv: Familjelotsen, en: The Family Pilot}"]
    )
    language: Language = Field(
        description="Language of the report unless another is asked for.", examples=["sv"]
    )
    waves: dict[WaveCode, Wave] = Field(
        min_length=1,
        description="Measurement occasions in time order.",
        examples=["{t0: {label: {sv: Start, en: Entry}, months: 0}}"],
    )
    domains: dict[Name, Domain] = Field(
        min_length=1,
        description="Areas of life in report order; all are always shown, measured or not.",
        examples=["{school: {label: {sv: Skola, en: School}}}"],
    )
    topics: dict[Name, Domain] = Field(
        default_factory=dict,
        description="What indicators are about beside the domains, in report order; nothing primary belongs to them.",
        examples=["{care: {label: {sv: Insatser och placeringar, en: Services and placements}}}"],
    )
    tables: tuple[str, ...] = Field(
        default=(),
        description="Tables in the order in which their sheets stand; those that are left out follow by name.",
        examples=["[families, persons]"],
    )
    project: Project = Field(
        default_factory=Project,
        description="What is known of the project itself.",
        examples=["{start: 2014-08, end: 2017-07}"],
    )
    report: Front | None = Field(
        default=None,
        description="The report's own front: logo, title, colours, sections and texts; no number depends on it.",
        examples=['{publisher: {sv: FoU-centrum, en: R&D Centre}, accent: "#7A1F4B"}'],
    )
    status: Status = Field(
        default="final",
        description="Whether reports are final; each page of a preliminary one says so.",
        examples=["preliminary"],
    )
    data_until: date | None = Field(
        default=None,
        description="Day until which the data were collected, the cut-off of the report; printed.",
        examples=["2017-12-31"],
    )
    data: str | None = Field(
        default=None,
        description="Data beside the declarations: a workbook (one sheet per table) or a folder of files.",
        examples=["example.xlsx"],
    )
