"""What can be read on the pages of a PDF, in half the time: lines, areas and tags are taken out before."""

import re
from functools import cache
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DecodedStreamObject, NameObject

NUMBERS = rb"(?:-?[\d.]+\s)"
# Text of figures is drawn as outlines, so these are most of what the library would read one sign at a time.
DRAWING = re.compile(
    rb"/[A-Z]\w*<<[^()]*?>>BDC\s"
    rb"|/c\d+\s+(?:cs|CS)\s+" + NUMBERS + rb"{1,4}(?:scn|SCN)\s+"
    rb"|(?<=\s)(?:" + NUMBERS + rb"{2,6}(?:[mlcvy]|re)\s+|" + NUMBERS + rb"[wMJji]\s+|(?:h|[fSBWn]\*?)\s+)+"
)  # fmt: skip
EMPTY = re.compile(rb"(?<=\s)q\s+(?:" + NUMBERS + rb"{6}cm\s*)?Q\s")


@cache
def page_words(pdf: bytes) -> tuple[str, ...]:
    """The words of each page."""
    reader = PdfReader(BytesIO(pdf))
    for page in reader.pages:
        drawn = page.get_contents()
        if drawn is not None:
            read = DecodedStreamObject()
            read.set_data(EMPTY.sub(b"", DRAWING.sub(b" ", drawn.get_data())))
            page[NameObject("/Contents")] = read
    return tuple(page.extract_text() for page in reader.pages)
