"""Packing an Office file so that the same content always gives the same bytes."""

import re
import zipfile
from io import BytesIO
from xml.etree.ElementTree import canonicalize

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can name
CREATED = "2017-07-31T00:00:00Z"
_MOMENT = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def repack(content: bytes) -> bytes:
    """Write an Office package anew: parts in order of name, one fixed date, canonical XML, no author.

    The parts are stored, not compressed, because compressors differ between machines.

    Parameters
    ----------
    content
        A package as a library wrote it.
    """
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name, date_time=EARLIEST)
            part.create_system = 0
            new.writestr(part, _canonical(name, old.read(name)))
    return packed.getvalue()


def _canonical(name: str, content: bytes) -> bytes:
    """Write XML in its canonical form, which does not depend on the library that wrote it first."""
    if not name.endswith((".xml", ".rels")):
        return content
    text = canonicalize(content.decode("utf-8"))
    if name == "docProps/core.xml":
        text = _MOMENT.sub(rf"\g<1>{CREATED}\2", text)
    return (DECLARATION + text).encode("utf-8")
