"""Ways to damage a file, each repeatable from its name and a seed, so that the smallest set that hurts can be found."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import NamedTuple

Members = dict[str, bytes]

VALUES = (
    "", "0", "-1", "1", "99999999999", "1e999", "NaN", "A0", "XFE1", "A1048577", "A1:XFD1048576", "s", "b", "d", "e",
    "str", "inlineStr", "1.5", "true", "hidden", "veryHidden", "../../../etc/passwd", "rId1", "rId99", "Anna Andersson",
    "\u00e5", "&#0;", "_xFFFF_", "x" * 2000, "14", "164", "http://example.org",
)  # fmt: skip
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
PIECES = (
    b'"',
    b"\x00",
    b"\xff",
    b"\r",
    b"\n",
    b";",
    b",",
    b"\t",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"=",
    b"'",
    b"\x1a",
    b"&",
)


class Step(NamedTuple):
    """One damage: its name and the seed of its chance."""

    name: str
    seed: int


def flip_bits(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 1, 3, 20])):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut_off(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def cut_out(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.choice([1, 4, 100, 5_000]) :]


def put_in(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + chance.choice(PIECES) * chance.choice([1, 2, 50]) + content[start:]


def repeat(content: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    piece = content[start : start + chance.choice([10, 200, 3_000])]
    return content[:start] + piece + content[start:]


def swap_lines(content: bytes, chance: Random) -> bytes:
    lines = content.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def other_encoding(content: bytes, chance: Random) -> bytes:
    text = content.decode("utf-8", errors="replace")
    return text.encode(
        chance.choice(["utf-16", "cp1252", "utf-16-le", "cp850", "mac-roman", "utf-32"]), errors="replace"
    )


def other_ends(content: bytes, chance: Random) -> bytes:
    return re.sub(rb"\n", lambda _: chance.choice([b"\r\n", b"\r", b"\n", b"\n\n"]), content)


RAW: Mapping[str, Callable[[bytes, Random], bytes]] = {
    f.__name__: f
    for f in (flip_bits, cut_off, cut_out, put_in, repeat, swap_lines, other_encoding, other_ends)
}


def drop_member(members: Members, chance: Random) -> None:
    members.pop(chance.choice(list(members)))


def swap_members(members: Members, chance: Random) -> None:
    one, other = chance.choice(list(members)), chance.choice(list(members))
    members[one], members[other] = members[other], members[one]


def rename_member(members: Members, chance: Random) -> None:
    name = chance.choice(list(members))
    new = chance.choice(
        ["../" + name, "/" + name, name.upper(), name.replace("/", "\\"), "x/" + name, "a" * 300, "xl/"]
    )
    members[new] = members.pop(name)


def damage_member(members: Members, chance: Random) -> None:
    name = chance.choice(list(members))
    members[name] = RAW[chance.choice(["flip_bits", "cut_off", "cut_out", "put_in", "repeat"])](
        members[name], chance
    )


def change_attribute(members: Members, chance: Random) -> None:
    _change(members, chance, rb'="[^"<]*"', lambda: b'="' + chance.choice(VALUES).encode() + b'"')


def change_text(members: Members, chance: Random) -> None:
    _change(members, chance, rb">[^<]+<", lambda: b">" + chance.choice(VALUES).encode() + b"<")


def drop_attribute(members: Members, chance: Random) -> None:
    _change(members, chance, rb'\s[\w:]+="[^"<]*"', lambda: b"")


def drop_element(members: Members, chance: Random) -> None:
    _change(members, chance, rb"<(\w+)\b[^>]*?(/>|>[^<]*</\1>)", lambda: b"")


def double_element(members: Members, chance: Random) -> None:
    name = chance.choice(list(members))
    found = list(re.finditer(rb"<(\w+)\b[^>]*?(/>|>[^<]*</\1>)", members[name]))
    if found:
        match = chance.choice(found)
        content = members[name]
        members[name] = (
            content[: match.end()] + match.group() * chance.choice([1, 3]) + content[match.end() :]
        )


def swap_names(members: Members, chance: Random) -> None:
    name = chance.choice(list(members))
    tags = list(set(re.findall(rb"</?(\w+)", members[name])))
    if len(tags) > 1:
        one, other = chance.choice(tags), chance.choice(tags)
        members[name] = re.sub(rb"(</?)" + one + rb"\b", rb"\1" + other, members[name])


def declare_type(members: Members, chance: Random) -> None:
    name = chance.choice(list(members))
    members[name] = DOCTYPE + members[name].split(b"?>", 1)[-1]


def nest(members: Members, chance: Random) -> None:
    depth = chance.choice([10, 300, 3_000])
    _change(members, chance, rb">[^<]+<", lambda: b">" + b"<g>" * depth + b"</g>" * depth + b"<")


MEMBERS: Mapping[str, Callable[[Members, Random], None]] = {
    f.__name__: f
    for f in (
        drop_member, swap_members, rename_member, damage_member, change_attribute, change_text, drop_attribute,
        drop_element, double_element, swap_names, declare_type, nest,
    )
}  # fmt: skip


def _change(members: Members, chance: Random, pattern: bytes, new: Callable[[], bytes]) -> None:
    name = chance.choice(list(members))
    content = members[name]
    found = list(re.finditer(pattern, content))
    for match in sorted(
        chance.sample(found, min(len(found), chance.choice([1, 1, 5]))), key=lambda m: -m.start()
    ):
        content = content[: match.start()] + new() + content[match.end() :]
    members[name] = content


def steps(chance: Random, *, packed: bool) -> tuple[Step, ...]:
    """A few damages; those inside a package come before those to its bytes."""
    inside = [
        Step(chance.choice(list(MEMBERS)), chance.randrange(10**9))
        for _ in range(chance.choice([0, 1, 1, 2, 4]))
    ]
    raw = [
        Step(chance.choice(list(RAW)), chance.randrange(10**9)) for _ in range(chance.choice([0, 0, 1, 2]))
    ]
    return (*inside, *raw) if packed else tuple(raw or [Step("flip_bits", chance.randrange(10**9))])


def damaged(content: bytes, taken: Sequence[Step]) -> bytes:
    """The file after the damages."""
    inside = [step for step in taken if step.name in MEMBERS]
    members = unpacked(content) if inside else None
    if members:
        for step in inside:
            if members:
                MEMBERS[step.name](members, Random(step.seed))  # noqa: S311 - chance, not secrecy
        content = packed_again(members)
    for step in taken:
        if step.name in RAW:
            content = RAW[step.name](content, Random(step.seed))  # noqa: S311
    return content


def unpacked(content: bytes) -> Members | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return {name: package.read(name) for name in package.namelist()}
    except zipfile.BadZipFile:
        return None


def packed_again(members: Members) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")  # a name that stands twice
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()
