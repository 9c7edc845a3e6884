"""XML as text: what is not built here is escaped, so that no sign in a label becomes markup."""

import re
from collections.abc import Mapping
from typing import NewType

from fou_eval.office import DECLARATION

Xml = NewType("Xml", str)
NOTHING = Xml("")
LOCALES: Mapping[str, str] = {"sv": "sv-SE", "en": "en-GB"}

NAMESPACES: Mapping[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
}
# What XML 1.0 has no way to write, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKED = re.compile('[&<>"\t\n\r]|' + _FORBIDDEN.pattern)
_SIGNS = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def words(text: object) -> Xml:
    """Write text, in an element or as the value of an attribute.

    Examples
    --------
    >>> words("<w:p> & =1+1")
    '&lt;w:p&gt; &amp; =1+1'
    """
    plain = str(text)
    if _MARKED.search(plain) is None:
        return Xml(plain)
    return Xml(_FORBIDDEN.sub("\ufffd", plain).translate(_SIGNS))


def element(name: str, attributes: Mapping[str, object] | None = None, *children: Xml) -> Xml:
    """Write an element.

    Examples
    --------
    >>> element("w:p", None, element("w:t", {"xml:space": "preserve"}, words("a < b")))
    '<w:p><w:t xml:space="preserve">a &lt; b</w:t></w:p>'
    """
    named = "".join([f' {key}="{words(value)}"' for key, value in attributes.items()]) if attributes else ""
    return Xml(f"<{name}{named}>{''.join(children)}</{name}>" if children else f"<{name}{named}/>")


def joined(*parts: Xml) -> Xml:
    """Write one after the other."""
    return Xml("".join(parts))


def value(name: str, content: object) -> Xml:
    """Write an element that consists of its value, as most properties do.

    Examples
    --------
    >>> value("w:jc", "right")
    '<w:jc w:val="right"/>'
    """
    return element(name, {"w:val": content})


def part(root: str, *children: Xml) -> bytes:
    """Write a part of a Word document, whose root knows all names."""
    return declared(element(root, {f"xmlns:{key}": name for key, name in NAMESPACES.items()}, *children))


def declared(root: Xml) -> bytes:
    """Write a whole part with its declaration in front."""
    return (DECLARATION + root).encode("utf-8")
