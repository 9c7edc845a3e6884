"""The report's own front: what stands on its title page, added sections, and the authors' own words per appendix.

It is for reading alone. No function that computes a number, releases one or draws one is given any of it.
"""

from collections.abc import Iterator

from pydantic import Field

from fou_eval.declaration.faults import Path
from fou_eval.declaration.text import Declared, Language, Text

TEXT, LOGO = (".md",), (".svg", ".png")
"""How the names of the files end."""
INTRODUCED = ("project", "participants", "overview")
"""Appendices before those of the domains, by their codes."""
CHAPTERS = ("goals", "advocates", "care", "costs", "obstacles")
"""Appendices after those of the domains; those of the topics follow."""
CLOSED = ("method", "again", "numbers")
"""The last appendices."""


class Logo(Declared):
    """The logo on the title page, and what it shows for those who do not see it."""

    file: str = Field(
        description="SVG or PNG file beside study.yaml, in its folder.", examples=["report/logo.svg"]
    )
    alt: Text = Field(
        description="What it shows, in a few words.",
        examples=["{sv: Kommunens vapen, en: Arms of the municipality}"],
    )


class OwnText(Declared):
    """A text of the authors' own: one Markdown file in each language, beside study.yaml in its folder."""

    sv: str = Field(description="Swedish text.", examples=["report/foreword.sv.md"])
    en: str = Field(description="English text.", examples=["report/foreword.en.md"])

    def __getitem__(self, language: Language) -> str:
        """Return the name of the file in one language."""
        return self.sv if language == "sv" else self.en


class OwnSection(Declared):
    """A section that the authors add to the report."""

    title: Text = Field(description="Its heading.", examples=["{sv: Förord, en: Foreword}"])
    text: OwnText = Field(
        description="Its text.", examples=["{sv: report/foreword.sv.md, en: report/foreword.en.md}"]
    )
    before: str | None = Field(
        default=None,
        description="Appendix before which it stands, by the code of a domain or topic or one of project, "
        "participants, overview, goals, advocates, care, costs, obstacles, method, again, numbers; left out, it "
        "stands after the summary.",
        examples=["participants"],
    )


class Front(Declared):
    """The report's own front. Nothing of it reaches a number."""

    title: Text | None = Field(
        default=None,
        description="Title of the report, instead of the one that is made of the study's.",
        examples=["{sv: Tre år med familjelots, en: Three years of family pilots}"],
    )
    subtitle: Text | None = Field(
        default=None,
        description="What stands below the title, instead of what is compared.",
        examples=["{sv: Uppföljning av ett projekt, en: Follow-up of a project}"],
    )
    publisher: Text | None = Field(
        default=None,
        description="Who publishes it.",
        examples=["{sv: FoU-centrum, en: Research and Development Centre}"],
    )
    series: Text | None = Field(
        default=None,
        description="Series in which it appears.",
        examples=["{sv: FoU-rapport, en: R&D report}"],
    )
    number: str | None = Field(
        default=None, min_length=1, description="Number in the series, in quotes.", examples=['"88:2018"']
    )
    issn: str | None = Field(
        default=None,
        description="ISSN of the series; its check digit is verified.",
        examples=["1234-5679"],
    )
    authors: tuple[str, ...] = Field(
        default=(), description="Who wrote it.", examples=["[Förnamn Efternamn]"]
    )
    contact: str | None = Field(
        default=None, min_length=1, description="Where to ask.", examples=["fou@example.org"]
    )
    logo: Logo | None = Field(
        default=None,
        description="Logo on the title page.",
        examples=["{file: report/logo.svg, alt: {sv: Kommunens vapen, en: Arms of the municipality}}"],
    )
    accent: str | None = Field(
        default=None,
        description="Colour of headings, lines and links, in quotes; it must stand out 4.5 to 1 from white.",
        examples=['"#7A1F4B"'],
    )
    sections: tuple[OwnSection, ...] = Field(
        default=(),
        description="Sections that are added, in their order.",
        examples=["[{title: {sv: Förord, en: Foreword}, text: {sv: report/a.sv.md, en: report/a.en.md}}]"],
    )
    texts: dict[str, OwnText] = Field(
        default_factory=dict,
        description="The authors' own words at the start of appendices, by their codes as in before.",
        examples=["{home: {sv: report/home.sv.md, en: report/home.en.md}}"],
    )

    def files(self) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
        """Give the keys under report that name a file, the name, and how it must end."""
        if self.logo is not None:
            yield ("logo", "file"), self.logo.file, LOGO
        for place, section in enumerate(self.sections):
            yield ("sections", place, "text", "sv"), section.text.sv, TEXT
            yield ("sections", place, "text", "en"), section.text.en, TEXT
        for code, text in self.texts.items():
            yield ("texts", code, "sv"), text.sv, TEXT
            yield ("texts", code, "en"), text.en, TEXT

    def words(self) -> Iterator[tuple[Path, Language | None, str]]:
        """Give what study.yaml itself says of it, with the keys under report; the language where it has one."""
        texts: list[tuple[Path, Text]] = [
            ((name,), text)
            for name, text in (
                ("title", self.title),
                ("subtitle", self.subtitle),
                ("publisher", self.publisher),
                ("series", self.series),
            )
            if text is not None
        ]
        texts += [(("sections", place, "title"), one.title) for place, one in enumerate(self.sections)]
        texts += [] if self.logo is None else [(("logo", "alt"), self.logo.alt)]
        for path, text in texts:
            yield (*path, "sv"), "sv", text.sv
            yield (*path, "en"), "en", text.en
        plain = [("number", self.number), ("issn", self.issn), ("contact", self.contact)]
        yield from (((name,), None, said) for name, said in plain if said is not None)
        yield from ((("authors", place), None, author) for place, author in enumerate(self.authors))
