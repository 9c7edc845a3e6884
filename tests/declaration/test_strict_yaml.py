"""YAML 1.2 without surprises: what is read as what, and what is refused with its line."""

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import NodeEvent

from fou_eval.bundled import bundled_study
from fou_eval.declaration import strict_yaml
from fou_eval.declaration.strict_yaml import parse_strictly


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("Nej", "Nej"),
        ("true", True),
        ("False", False),
        ("010", "010"),
        ("007", "007"),
        ("-01", "-01"),
        ("0", 0),
        ("-9", -9),
        ("+5", 5),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1:2:3", "1:2:3"),
        ("1.50", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("00.5", "00.5"),
        ("0,5", "0,5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1e999", "1e999"),
        ("1234567890123456789012", "1234567890123456789012"),
        ("2015-01-15", date(2015, 1, 15)),
        ("2015-01", "2015-01"),
        ("2015-1-5", "2015-1-5"),
        ("2015-01-15 10:30", "2015-01-15 10:30"),
        ("'2015-01-15'", "2015-01-15"),
        ('"5"', "5"),
        ("~", None),
        ("null", None),
        ("", None),
        ("=", "="),
        ("[a, 1]", ("a", 1)),
        ("{no: 1, 5: on}", {"no": 1, 5: "on"}),
    ],
)
def test_what_is_read_as_what(written: str, read: Any) -> None:
    document = parse_strictly(f"x: {written}\n".encode(), "f.yaml")
    assert document.faults == ()
    assert document.data == {"x": read}
    assert type(document.data["x"]) is type(read)


def test_yaml_1_1_cannot_be_asked_for() -> None:
    assert parse_strictly(b"%YAML 1.1\n---\na: yes\nb: 010\n", "f.yaml").data == {"a": "yes", "b": "010"}


def test_a_byte_order_mark_and_windows_lines_do_not_matter() -> None:
    document = parse_strictly(b"\xef\xbb\xbfa: 1\r\nb: [x,\r\n  y]\r\n", "f.yaml")
    assert document.data == {"a": 1, "b": ("x", "y")}
    assert document.lines == {("a",): 1, ("b",): 2, ("b", 0): 2, ("b", 1): 3}


def test_a_letter_has_one_spelling() -> None:
    assert parse_strictly("a: a\u030a\n".encode(), "f.yaml").data == {"a": "å"}


def test_every_path_has_its_line() -> None:
    document = parse_strictly(b"# first\na:\n  b: {c: 1,\n      d: 2}\n\ne:\n  - f: 1\n  - f: 2\n", "f.yaml")
    assert document.lines == {
        ("a",): 2,
        ("a", "b"): 3,
        ("a", "b", "c"): 3,
        ("a", "b", "d"): 4,
        ("e",): 6,
        ("e", 0): 7,
        ("e", 0, "f"): 7,
        ("e", 1): 8,
        ("e", 1, "f"): 8,
    }
    assert document.line(("a", "b", "lost", "deeper")) == 3


COLON = (
    "a colon stands where no key can stand. Put a text that holds a colon in quotes, close every bracket, "
    "and check the indent."
)
INDENT = (
    "the line does not fit under the lines above. Check that keys of one level have the same indent, "
    "and that each has its colon."
)
ANCHOR = "anchors (&) and aliases (*) are not used here. Write the value out."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("a: 1\n\tb: 2\n", "2: a tab stands where spaces are expected. Indent with spaces."),
        ("a: b: c\n", f"1: {COLON}"),
        ("a: 1\n  b: 2\n", f"2: {COLON}"),
        ("a: {x: 1\nb: 2\n", f"2: {COLON} A bracket was opened on line 1."),
        ("a: 1\nb\nc: 2\n", "2: a key without a colon. Write 'key: value'."),
        (
            "a: 1\nb: 'x\nc: 2\n",
            "2: a quote is opened here and never closed. Close it, or use the other kind of quote.",
        ),
        (
            'a: "F\\d"\n',
            "1: a backslash has a meaning in double quotes. Put a pattern in single quotes: 'F\\d{2}'.",
        ),
        ("a:\n    b: 1\n  c: 2\n", f"3: {INDENT}"),
        ("a: @x\n", "1: a text cannot begin with this character. Put the text in quotes."),
        ("a: 1\nb: 2\na: 3\n", "3: key 'a' stands twice, on lines 1 and 3. Remove one."),
        ("x:\n  1: a\n  '1': b\n", "3: x: key '1' stands twice, on lines 2 and 3. Remove one."),
        ("a: &x 1\n", f"1: a: {ANCHOR}"),
        ("a: 1\nb: {<<: *x}\n", f"2: b.<<: {ANCHOR}"),
        ("a: !!str 1\n", "1: a: tags (!) are not used here. Put a text that begins with ! in quotes."),
        ("true: 1\n", '1: key true is not text or a whole number. Put it in quotes: "true".'),
        ("1.5: 1\n", '1: key 1.5 is not text or a whole number. Put it in quotes: "1.5".'),
        (
            "? [a]\n: b\n",
            "1: a key must be one word or number. A text that begins with { or [ needs quotes.",
        ),
        (
            "a: 2015-02-30\n",
            "1: a: 2015-02-30 is not a day of the calendar. Correct it, or put it in quotes.",
        ),
        ("a: 1\n---\nb: 2\n", "2: a second document begins. Remove the line '---'."),
        ("- 1\n", "1: the file is not a map of keys. Write 'key: value' lines."),
        ("# nothing\n", "1: the file is empty. Write 'key: value' lines."),
        ("a: 1\nb: \x07\n", "2: an invisible control character stands here. Delete it and type anew."),
        ("a: 1\n\u00a0b: 2\n", "2: a key holds an invisible character. Delete the line and type it anew."),
        ("a: " + "[" * 60, "1: brackets or indents are nested too deeply. Nothing declared here needs it."),
    ],
)
def test_what_is_refused(written: str, told: str) -> None:
    document = parse_strictly(written.encode(), "f.yaml")
    assert [str(fault) for fault in document.faults] == [f"f.yaml:{told}"]


def test_every_repeated_key_is_told() -> None:
    document = parse_strictly(b"a: {x: 1, x: 2}\nb: 1\nb: 2\nb: 3\n", "f.yaml")
    assert [str(fault) for fault in document.faults] == [
        "f.yaml:1: a: key 'x' stands twice, on lines 1 and 1. Remove one.",
        "f.yaml:3: key 'b' stands twice, on lines 2 and 3. Remove one.",
        "f.yaml:4: key 'b' stands twice, on lines 2 and 4. Remove one.",
    ]


LINES = [
    line
    for name in ("study.yaml", "plan.yaml", "tables/families.yaml", "tables/followup_child.yaml")
    for line in (bundled_study("familjelotsen") / name).read_text(encoding="utf-8").splitlines()
]
SIGNS = [
    *"{}[]:,#&*!|>'\"%@`?-\\ \t\n",
    ": ",
    " #",
    "\n  ",
    "- ",
    "? ",
    "---\n",
    "...\n",
    "|#",
    '"a":1',
    "a:1",
    "::",
]
SIGNS += ["\u2028", "\x85", "\ufeff", "\xa0", "\r", "\r\n", "%YAML 1.2\n", "<<: ", "~", "é"]
EDITS = st.lists(st.tuples(st.integers(0, 400), st.sampled_from(SIGNS)), max_size=4)


def told(text: str) -> list[tuple[Any, ...]] | None:
    """Give what the parser of YAML 1.2 finds in a text; none if it refuses it."""
    try:
        events = list(YAML(typ="safe", pure=True).parse(text))
    except (YAMLError, ValueError):
        return None
    return [seen(event) for event in events]


def seen(event: Any) -> tuple[Any, ...]:
    value = getattr(event, "value", None)
    # Where a value stands that is left out is nowhere used: its key has the line.
    line = event.start_mark.line if isinstance(event, NodeEvent) and value != "" else None
    return type(event).__name__, line, value, getattr(event, "style", None) or None


@given(st.integers(0, len(LINES) - 1), st.integers(1, 8), EDITS)
@example(0, len(LINES), [])
@example(0, 1, [(0, 'a: ["b":1]\n')])
@example(0, 1, [(0, "a: |# no\n  b\n")])
@example(0, 1, [(0, "a: b\u2028c: d\n")])
def test_the_fast_parser_finds_what_that_of_yaml_1_2_finds(
    start: int, count: int, edits: list[tuple[int, str]]
) -> None:
    text = "\n".join(LINES[start : start + count])
    for place, sign in edits:
        text = f"{text[:place]}{sign}{text[place:]}"
    try:
        found = [seen(event) for event in strict_yaml._events(text)]
    except (YAMLError, ValueError):
        found = None
    assert found == told(text)


def test_the_fast_parser_is_there_and_is_faster() -> None:
    """Without it every command would start a second later; the wheels of all platforms have it."""
    calls = {
        type(YAML(typ="safe", pure=pure).get_constructor_parser("a: b")[1]).__name__ for pure in (True, False)
    }
    assert len(calls) == 2
