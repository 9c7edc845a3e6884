"""Files of Office are written in one way, whatever wrote their parts first."""

from pathlib import Path
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile

import pytest

from fou_eval.bundled import bundled_study
from fou_eval.office.canonical_xml import canonical_xml

DOCUMENTS = [
    "<a/>",
    "<?xml version='1.0' encoding='UTF-8'?>\n<a b='2' a=\"1\">x</a>\n",
    "<a>&lt;&amp;&gt;&#13;&#9;\"'<![CDATA[<x>]]></a>",
    "<a b='&lt;&gt;&amp;&quot;&#9;&#10;&#13; &apos;'>å ✓ \U0001f469</a>",
    "<!-- no --><a><!-- no -->x<!-- no -->y</a><!-- no -->",
    "<a xmlns='urn:a' xmlns:r='urn:r' xmlns:unused='urn:u'><b r:id='1' id='2'/><r:c r:b='1' a='2'/><b/></a>",
    "<r:a xmlns:r='urn:r'><b xmlns='urn:b'><c xmlns='' d='1'/><c/></b><r:c xmlns:r='urn:other'/><r:c/></r:a>",
    "<a xmlns:z='urn:a' xmlns:y='urn:b'><b z:x='1' y:x='2' x='3'/><z:b><z:c y:d='4'/></z:b></a>",
    "<a xml:space='preserve' b='1'> <b xml:lang='sv'/> </a>",
]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_xml_is_canonical_as_the_standard_library_writes_it(document: str) -> None:
    assert canonical_xml(document.encode("utf-8")) == canonicalize(document)


def test_every_part_of_a_workbook_is_canonical() -> None:
    with ZipFile(Path(bundled_study("familjelotsen"), "example.xlsx")) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
    assert len(parts) > 10
    assert all(canonical_xml(part) == canonicalize(part.decode("utf-8")) for part in parts)
