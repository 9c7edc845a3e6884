"""Figures as PNG for text editors: drawn by Typst from the SVG, so that both show the same."""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typst

from fou_eval.documents.forgetting import forget, no_fonts
from fou_eval.errors import ReportError

DPI = 300
_TEMPLATE = b"""
#set page(width: auto, height: auto, margin: 0mm)
#let given = json(bytes(sys.inputs.given))
#image("/" + given.file, height: if given.height == none { auto } else { given.height * 1mm })
"""
TOGETHER = 4  # drawings that are held in memory; to forget takes as long as half a drawing
_HEAD = 33  # bytes of a PNG up to the end of its first part
_METRE = 1000 / 25.4  # inches


def rasters(folder: Path, names: Sequence[str], *, height: float | None = None) -> dict[str, bytes]:
    """Draw pictures as PNG at 300 dpi; the same files give the same bytes.

    Parameters
    ----------
    folder
        Where the files are.
    names
        Their names in the folder.
    height
        Height in mm; their own when left out.

    Raises
    ------
    ReportError
        If one cannot be drawn.
    """
    found = {}
    for place, name in enumerate(names, start=1):
        found[name] = _sized(_drawn(folder, {"file": name, "height": height}))
        if place % TOGETHER == 0 or place == len(names):
            forget()
    return found


def _drawn(folder: Path, given: Mapping[str, object]) -> bytes:
    """Draw one picture in a run of its own: all in one run would be held in memory together."""
    try:
        made: Any = typst.compile(  # type: ignore[call-overload]  # a template as bytes, a folder as its path
            _TEMPLATE,
            root=folder,
            format="png",
            ppi=float(DPI),
            font_paths=no_fonts(),  # text in figures is outlines
            ignore_system_fonts=True,
            sys_inputs={"given": json.dumps(given)},
        )
    except typst.TypstError:  # its message may quote the figure
        raise ReportError(
            "The figures could not be drawn as PNG: a fault in fou_eval itself. The data are not affected."
        ) from None
    return bytes(made)


def _sized(png: bytes) -> bytes:
    """Say in a PNG how large it is on paper; text editors take 96 dpi otherwise.

    The part `pHYs` holds the dots per metre (PNG specification, 11.3.4.3) and comes after the first part.
    """
    dots = int(DPI * _METRE + 0.5)
    part = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    return png[:_HEAD] + struct.pack(">I", 9) + part + struct.pack(">I", zlib.crc32(part)) + png[_HEAD:]
