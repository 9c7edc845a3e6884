"""A text in the two languages of every label."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["sv", "en"]


class Declared(BaseModel):
    """What all declarations share: unknown keys are refused, and nothing changes once it has been read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(Declared):
    """A label, title or message in Swedish and English."""

    sv: str = Field(min_length=1, description="Swedish text.", examples=["Skola"])
    en: str = Field(min_length=1, description="English text.", examples=["School"])

    def __getitem__(self, language: Language) -> str:
        """Return the text in one language."""
        return self.sv if language == "sv" else self.en
