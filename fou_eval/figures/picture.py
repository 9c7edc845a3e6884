"""A finished figure with the words that belong to it: alternative text, caption, language."""

import re
from base64 import b64encode
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from pathlib import Path

from matplotlib.figure import Figure

from fou_eval.declaration.text import Language
from fou_eval.figures.style import styled

# What matplotlib writes into an SVG beside the drawing: each text once more as a comment, and its own name in ids.
UNSEEN = re.compile(rb"\s*<!--.*?-->", re.DOTALL)
# Names of markers, clips and hatches, from a digest of their unrounded coordinates.
_DIGESTED = re.compile(rb'(id="|#)([a-z])([0-9a-f]{10})(?=["\)])')
NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A figure that can stand alone.

    Attributes
    ----------
    name
        Stable name, also the name of its files: `overview`, `shares_home`, `ladder_work_step`.
    figure
        The drawing, 160 mm wide.
    alt
        What a person who does not see the figure needs: the finding, with its numbers and counts.
    caption
        What is drawn, how it was computed and on how many; stands alone.
    language
        Language of every word in it.
    """

    name: str
    figure: Figure = field(repr=False)
    alt: str
    caption: str
    language: Language

    def save(self, folder: Path) -> Path:
        """Write `name.svg`, the same bytes every time, and give its path; `png` gives the picture for a text editor.

        Parameters
        ----------
        folder
            Existing folder.
        """
        path = folder / f"{self.name}.svg"
        path.write_bytes(self.svg())
        return path

    @styled
    def svg(self) -> bytes:
        """Draw as SVG with text as outlines: nothing but what is seen, so no dates, comments or names of programs."""
        stream = BytesIO()
        self.figure.savefig(stream, format="svg", metadata=NO_METADATA)
        return _numbered(UNSEEN.sub(b"", stream.getvalue()).replace(b'id="matplotlib.', b'id="'))

    @styled
    def png(self, dpi: int) -> bytes:
        """Draw as PNG, free of dates and of the names of programs."""
        stream = BytesIO()
        self.figure.savefig(stream, format="png", dpi=dpi, metadata={"Software": None})
        return stream.getvalue()

    def _repr_html_(self) -> str:
        """Show the picture in a notebook, with its alternative text and caption."""
        source = f"data:image/png;base64,{b64encode(self.png(150)).decode('ascii')}"
        image = f'<img src="{source}" alt="{escape(self.alt)}" style="width: 160mm; max-width: 100%">'
        return (
            f'<figure lang="{self.language}">{image}<figcaption>{escape(self.caption)}</figcaption></figure>'
        )


def _numbered(drawing: bytes) -> bytes:
    """Number what is named by a digest, in order of appearance.

    Two versions of numpy may differ in the last digit of a coordinate, which is rounded away in the drawing itself but
    would be seen in the digest.
    """
    numbers: dict[bytes, int] = {}

    def number(found: re.Match[bytes]) -> bytes:
        place = numbers.setdefault(found[3], len(numbers) + 1)
        return found[1] + found[2] + str(place).encode()

    return _DIGESTED.sub(number, drawing)
