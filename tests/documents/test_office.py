"""An Office file is packed anew the same way whatever wrote it: canonical XML, one date, in order of name."""

import zipfile
from io import BytesIO
from xml.etree.ElementTree import canonicalize

import openpyxl

from fou_eval.office import DECLARATION, repack


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["B2"], sheet["C3"] = 'Å & "b" <c>', " x\ny ", 1.5
    sheet["C3"].hyperlink = "https://example.org/?a=1&b=2"
    sheet.merge_cells("A5:B5")
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as found:
        return {name: found.read(name) for name in found.namelist()}


def test_every_part_is_canonical_xml() -> None:
    """The standard library writes the same form by code of its own."""
    old, new = parts(workbook()), parts(repack(workbook()))
    assert len(new) > 8
    for name, content in new.items():
        if name.endswith((".xml", ".rels")) and name != "docProps/core.xml":
            assert content.decode() == DECLARATION + canonicalize(old[name].decode())


def test_what_is_packed_is_packed_the_same_again() -> None:
    once = repack(workbook())
    assert repack(once) == once
    assert b"2017-07-31T00:00:00Z" in parts(once)["docProps/core.xml"]


def test_the_parts_stand_in_order_of_name_after_what_says_what_they_are() -> None:
    names = list(parts(repack(workbook())))
    assert names == ["[Content_Types].xml", *sorted(names[1:])]
