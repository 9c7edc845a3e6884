"""Packing an Office file so that the same content always gives the same bytes."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can name
CORE = "docProps/core.xml"
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
    with zipfile.ZipFile(BytesIO(content)) as old:
        return packed({name: _canonical(name, old.read(name)) for name in old.namelist()})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Write an Office package of parts as they are: in order of name, with one fixed date, stored.

    Parameters
    ----------
    parts
        Content of each part by its name in the package.
    """
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as new:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(undated_part(name), parts[name])
    return written.getvalue()


def undated_part(name: str) -> zipfile.ZipInfo:
    """Describe a part of a package without the time of day and the system that it is written on."""
    part = zipfile.ZipInfo(name, date_time=EARLIEST)
    part.create_system = 0
    return part


def undated(core: str) -> str:
    """Put one fixed moment where the properties of a package say when it was made and changed.

    Examples
    --------
    >>> undated("<dcterms:created>2026-11-26T08:00:00Z</dcterms:created>")
    '<dcterms:created>2017-07-31T00:00:00Z</dcterms:created>'
    """
    return _MOMENT.sub(rf"\g<1>{CREATED}\2", core)


def _canonical(name: str, content: bytes) -> bytes:
    """Write XML in its canonical form, which does not depend on the library that wrote it first."""
    if not name.endswith((".xml", ".rels")):
        return content
    text = etree.tostring(etree.fromstring(content), method="c14n", with_comments=False).decode("utf-8")
    return (DECLARATION + (undated(text) if name == CORE else text)).encode("utf-8")
