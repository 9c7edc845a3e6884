"""A finished figure with the words that belong to it: alternative text, caption, language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import Path

from matplotlib.figure import Figure

from fou_eval.declaration.text import Language
from fou_eval.design import PAGE, SLIDE, figure_html
from fou_eval.figures.style import Canvas, Width, layout_width, styled
from fou_eval.formatting import NO_BREAK_SPACE
from fou_eval.language import phrase

# What matplotlib writes into an SVG beside the drawing: each text once more as a comment, and its own name in ids.
UNSEEN = re.compile(rb"\s*<!--.*?-->", re.DOTALL)
# Names of markers, clips and hatches, from a digest of their unrounded coordinates.
_DIGESTED = re.compile(rb'(id="|#)([a-z])([0-9a-f]{10})(?=["\)])')
# The size of a drawing in points; its coordinates stand in viewBox and stay.
_SIZE = re.compile(rb'\b(width|height)="([0-9.]+)pt"')
_LARGER = SLIDE / PAGE
NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A figure that can stand alone.

    Attributes
    ----------
    name
        Stable name, also the name of its files: `overview`, `shares_home`, `ladder_work_step`.
    figure
        The drawing.
    title
        What it is about, in a few words; stands in the list of figures and begins the caption.
    alt
        What a person who does not see the figure needs: the finding, with its numbers and counts.
    caption
        What is drawn and how it was computed; stands alone, after the title.
    source
        On how many it rests and where the data come from.
    language
        Language of every word in it.
    width
        What it is laid out for: one of two columns (76 mm), a page (160 mm), a slide (304 mm, larger type).
    """

    name: str
    figure: Figure = field(repr=False)
    title: str = ""
    alt: str
    caption: str
    source: str = ""
    language: Language
    width: Width = "page"

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
        stream = StringIO()  # a stream of bytes is written to ten times as slowly, sign by sign
        self.figure.savefig(stream, format="svg", metadata=NO_METADATA)
        written = stream.getvalue().encode("utf-8")
        drawing = _numbered(UNSEEN.sub(b"", written).replace(b'id="matplotlib.', b'id="'))
        return drawing if self.width != "slide" else _SIZE.sub(_enlarged, drawing, count=2)

    @styled
    def png(self, dpi: int) -> bytes:
        """Draw as PNG, free of dates and of the names of programs."""
        stream = BytesIO()
        drawn = dpi * _LARGER if self.width == "slide" else dpi
        self.figure.savefig(
            stream, format="png", dpi=drawn, metadata={"Software": None}, pil_kwargs={"dpi": (dpi, dpi)}
        )
        return stream.getvalue()

    @property
    def millimetres(self) -> float:
        """Width at which it is shown, in mm."""
        return SLIDE if self.width == "slide" else layout_width(self.width)

    def _repr_html_(self) -> str:
        """Show the picture in a notebook, with its alternative text, title, caption and source."""
        return figure_html(
            self.png(150),
            self.millimetres,
            alt=self.alt,
            title=self.title,
            caption=self.caption,
            source=self.source,
            language=self.language,
        )


def finished(
    canvas: Canvas,
    name: str,
    *,
    part: str = "",
    about: Mapping[str, object] | None = None,
    alt: str,
    caption: str,
    source: str,
) -> Picture:
    """Give what is drawn on a canvas its words; its marks end what is read instead of it and below it.

    Parameters
    ----------
    canvas
        The drawing.
    name
        Name of the kind of figure, by which its title is found.
    part
        Of which domain or indicator it is, where there is one figure for each.
    about
        What the title is filled in with.
    alt, caption, source
        The words, without title and marks.
    """
    marks = [f"{text}." for text in canvas.marks]
    return Picture(
        name=f"{name}_{part}" if part else name,
        figure=canvas.figure,
        title=phrase(f"figure.{name}.title", canvas.language, about),
        alt=" ".join([alt, *marks]),
        caption=" ".join([caption, *(mark.replace(" ", NO_BREAK_SPACE) for mark in marks)]),
        source=source,
        language=canvas.language,
        width=canvas.layout,
    )


def _enlarged(found: re.Match[bytes]) -> bytes:
    """Give the size of a figure as it is shown on a slide."""
    return found[1] + f'="{float(found[2]) * _LARGER:.3f}pt"'.encode()


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
