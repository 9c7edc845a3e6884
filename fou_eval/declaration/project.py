"""What is known of the project itself: its months, its target, and the standards that it set for its work."""

from typing import Annotated, Literal

from pydantic import Field

from fou_eval.declaration.codes import Name
from fou_eval.declaration.text import Declared, Text

# Months, since the sources know no day: "January 2015" must not become the first of January.
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class Target(Declared):
    """How many families were to be supported, and who said so."""

    min: int = Field(ge=0, description="Fewest families.", examples=["15"])
    max: int = Field(ge=1, description="Most families.", examples=["30"])
    source: str = Field(
        min_length=1, description="Where it was written.", examples=["Project page 2017-03-29"]
    )


class Standard(Declared):
    """A number that the project set for its own work, and where it is written."""

    value: float = Field(gt=0, description="The number.", examples=["8"])
    source: str = Field(
        min_length=1, description="Where it was written.", examples=["Report to the committees 2017"]
    )


class TimeWithFamilies(Standard):
    """The part of the advocates' time that was to be with families, and which activities count."""

    activities: tuple[str, ...] = Field(
        min_length=1,
        description="Codes of the column activity, in the table that records ombud_time, that are time with families.",
        examples=["[with_family, at_meeting_with_family]"],
    )


class Economy(Declared):
    """What the cost appendix sets against what."""

    total: str = Field(
        description="Code of the column item, in the table that records costs, that is the whole project.",
        examples=["project_total"],
    )
    priced: str = Field(description="Indicator whose change is priced.", examples=["care_days"])
    price: str = Field(
        description="Code of the column item, in the table that records unit_prices, that one unit costs.",
        examples=["placement_day"],
    )
    shares: tuple[float, ...] = Field(
        default=(0.0, 0.25, 0.5, 1.0),
        description="Shares of the change that are tried as being due to the project; nobody knows which is right.",
        examples=["[0.0, 0.25, 0.5, 1.0]"],
    )


class ExitMeasure(Declared):
    """A public measure of those who come into work or studies, read from a ladder."""

    indicator: str = Field(description="Indicator of kind ladder.", examples=["occupation_step"])
    group: str = Field(description="Group of its steps that counts as having come there.", examples=["work"])
    definition: Text = Field(
        description="What counts, in the words of the measure.",
        examples=["{sv: arbete i minst en månad, en: work for at least a month}"],
    )
    source: str = Field(min_length=1, description="Where it is defined.", examples=["Kolada"])


class Project(Declared):
    """The project: planned and actual months, its target, and the standards it set for its work."""

    start: Month | None = Field(
        default=None, description="Month in which it was planned to begin.", examples=["2014-08"]
    )
    service_start: Month | None = Field(
        default=None, description="Month in which families were first supported.", examples=["2015-01"]
    )
    end: Month | None = Field(
        default=None, description="Month in which it was planned to end.", examples=["2017-07"]
    )
    extension_end: Month | None = Field(
        default=None, description="Month in which it ended after having been extended.", examples=["2017-12"]
    )
    target_families: Target | None = Field(
        default=None,
        description="How many families were to be supported.",
        examples=["{min: 15, max: 30, source: Project page 2017-03-29}"],
    )
    caseload: Standard | None = Field(
        default=None,
        description="Families that each advocate was to have at a time.",
        examples=["{value: 8, source: Report 2017}"],
    )
    time_with_families: TimeWithFamilies | None = Field(
        default=None,
        description="Part of the advocates' hours that was to be with families.",
        examples=["{value: 0.5, activities: [with_family], source: FoU-rapport 83:2017}"],
    )
    exits: ExitMeasure | None = Field(
        default=None,
        description="The public measure of those who come into work or studies.",
        examples=[
            "{indicator: occupation_step, group: work, definition: {sv: ..., en: ...}, source: Kolada}"
        ],
    )
    economy: Economy | None = Field(
        default=None,
        description="What the cost appendix sets against what.",
        examples=["{total: project_total, priced: care_days, price: placement_day}"],
    )

    @property
    def extension_start(self) -> str | None:
        """Give the month after the planned end, where the project was extended."""
        if self.end is None or self.extension_end is None:
            return None
        year, month = int(self.end[:4]), int(self.end[5:7])
        return f"{year + month // 12:04d}-{month % 12 + 1:02d}"


class ClaimSource(Declared):
    """Where something was said, and when."""

    label: Text = Field(
        description="Name of the source.", examples=["{sv: Kommunens webbplats, en: The municipality's site}"]
    )
    said: Month | None = Field(default=None, description="Month in which it was said.", examples=["2017-11"])


class Claim(Declared):
    """Something that was said of the project, and where the report answers it."""

    claim: Text = Field(
        description="What was said, in short.", examples=["{sv: 18 familjer fick stöd, en: 18 families}"]
    )
    kind: Literal[
        "goal", "claimed", "belief", "judgement", "process", "plan", "finding", "statement", "requirement"
    ] = Field(description="What kind of saying it is.", examples=["claimed"])
    sources: tuple[str, ...] = Field(
        min_length=1, description="Sources, by their names in this file.", examples=["[news]"]
    )
    answered: tuple[str, ...] = Field(
        default=(),
        description="What answers it: indicators, tables, or parts of the report (project, participants, overview, "
        "advocates, costs, method, published); left out, it is printed as not measured.",
        examples=["[participants]"],
    )


class ClaimsFile(Declared):
    """What was said of the project: where, and what became of it."""

    sources: dict[Name, ClaimSource] = Field(
        min_length=1,
        description="Where things were said.",
        examples=["{news: {label: {sv: Nyhet, en: News}, said: 2017-12}}"],
    )
    claims: dict[str, Claim] = Field(
        min_length=1,
        description="What was said, by a short code that the report prints.",
        examples=["{N1: {claim: {sv: 18 familjer, en: 18 families}, kind: claimed, sources: [news]}}"],
    )


# Parts of the report that may answer a claim, beside indicators and tables.
PARTS = ("project", "participants", "overview", "advocates", "costs", "method", "published")
