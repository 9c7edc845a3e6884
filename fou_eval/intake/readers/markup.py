"""XML piece by piece: no document type, no entity, nothing from outside, bounded depth.

The parser is the one of the standard library, with the refusals of defusedxml. No tree is built, so that memory
does not grow with the file.
"""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from fou_eval.intake.limits import LIMITS, DamagedError, TooLargeError

Attributes = dict[str, str]
Start = Callable[[str, Attributes, int], None]
End = Callable[[str, int], None]
Text = Callable[[str], None]


_LONGEST_TAG = (
    1_000_000  # bytes; one tag or comment, which the parser has to hold and reads anew with each chunk
)


class UnsafeMarkupError(DamagedError):
    """The XML declares a document type or an entity, which no spreadsheet does."""


def walk(chunks: Iterable[bytes], start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Read XML and call back at every element; names come without their prefix, the root has depth 1.

    Raises
    ------
    DamagedError
        If it is not well formed.
    UnsafeMarkupError
        If it declares a document type or an entity.
    TooLargeError
        If elements are nested too deeply.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.UnparsedEntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    _listen(parser, start, end, text)
    try:
        fed = 0
        for chunk in chunks:
            parser.Parse(chunk, False)  # noqa: FBT003 - the C function knows no names
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                raise TooLargeError("characters")
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, LookupError, ValueError):  # LookupError: an unknown encoding
        raise DamagedError from None


def _listen(parser: expat.XMLParserType, start: Start, end: End | None, text: Text | None) -> None:
    names: dict[str, str] = {}
    depth = 0
    deepest = LIMITS["depth"]

    def started(tag: str, given: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > deepest:
            raise TooLargeError("depth")
        name = names.get(tag)
        if name is None:
            name = names[tag] = tag.rpartition(":")[2]
        start(name, given, depth)

    def ended(tag: str) -> None:
        nonlocal depth
        if end is not None:
            end(names[tag], depth)
        depth -= 1

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    if text is not None:
        parser.CharacterDataHandler = text


def _refuse(*_: object) -> int:
    raise UnsafeMarkupError
