"""Whatever is done to a valid study, it opens or is refused with file and line; never anything else."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fou_eval.declaration.judging import judge
from fou_eval.declaration.strict_yaml import parse_strictly

FOLDER = Path(__file__).parent / "valid_study"
TEXTS = {
    file.relative_to(FOLDER).as_posix(): file.read_text(encoding="utf-8")
    for file in sorted(FOLDER.rglob("*.yaml"))
}
SOUND = {name: parse_strictly(text.encode(), name) for name, text in TEXTS.items()}
TOKEN = re.compile(r"[\w.%-]+")
FOREIGN = [
    *(
        "",
        "x",
        "5",
        "-3",
        "1.5",
        "true",
        "null",
        "~",
        "2015-01-15",
        "2015-99-01",
        "[a, b]",
        "{a: b}",
        "[]",
        "{}",
    ),
    *(
        "waves",
        "outcome",
        "wave",
        "count",
        "ladder",
        "codes",
        "&a x",
        "*a",
        "!!int 3",
        "'",
        '"',
        "\t",
        ":",
        "- a",
    ),
    *(
        "1e999",
        ".nan",
        "010",
        "|",
        ">",
        "é",
        "\u00a0",
        "\u2028",
        "[[[]]]",
        "{sv: A}",
        "{sv: A, en: B, groups: [x]}",
    ),
]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """Give a file name and its text after one or two changes."""
    name = draw(st.sampled_from(sorted(TEXTS)))
    text = TEXTS[name]
    for _ in range(draw(st.integers(1, 2))):
        text = draw(st.sampled_from([_line_deleted, _line_repeated, _token_changed, _cut, _reindented]))(
            draw, text
        )
    return name, text


def _line_deleted(draw: st.DrawFn, text: str) -> str:
    lines = text.splitlines(keepends=True)
    place = draw(st.integers(0, max(0, len(lines) - 1)))
    return "".join(lines[:place] + lines[place + 1 :])


def _line_repeated(draw: st.DrawFn, text: str) -> str:
    lines = text.splitlines(keepends=True)
    place = draw(st.integers(0, max(0, len(lines) - 1)))
    return "".join(lines[: place + 1] + lines[place:])


def _token_changed(draw: st.DrawFn, text: str) -> str:
    tokens = list(TOKEN.finditer(text))
    if not tokens:
        return text
    token = draw(st.sampled_from(tokens))
    other = draw(st.sampled_from([*FOREIGN, draw(st.sampled_from(tokens)).group(), token.group() + "x"]))
    return text[: token.start()] + other + text[token.end() :]


def _cut(draw: st.DrawFn, text: str) -> str:
    start = draw(st.integers(0, len(text)))
    return text[:start] + text[start + draw(st.integers(1, 12)) :]


def _reindented(draw: st.DrawFn, text: str) -> str:
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    place = draw(st.integers(0, len(lines) - 1))
    lines[place] = draw(st.sampled_from(["  ", "\t", " "])) + lines[place]
    return "".join(lines)


def opens_or_is_refused(name: str, text: str) -> None:
    documents = {**SOUND, name: parse_strictly(text.encode(), name)}
    parts, faults = judge(documents)
    if not faults:
        assert parts.study is not None
        assert parts.plan is not None
        assert len(parts.tables) == 2
    for fault in faults:
        assert fault.file in TEXTS
        assert (
            1
            <= fault.line
            <= max(1, len(re.split(r"[\n\u2028\u2029\x85]", documents_text(fault.file, name, text))))
        )
        assert fault.message.strip()
        assert not re.search(r"pydantic|Traceback|validation error|Input should|_type\b", fault.message)


def documents_text(file: str, changed: str, text: str) -> str:
    return text if file == changed else TEXTS[file]


@settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_a_changed_study_opens_or_is_refused(change: tuple[str, str]) -> None:
    opens_or_is_refused(*change)


@pytest.mark.slow
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_many_changed_studies_open_or_are_refused(change: tuple[str, str]) -> None:
    opens_or_is_refused(*change)


def test_every_key_may_be_lost_or_change_its_type() -> None:
    """Every line of the valid study: left out, and with each value replaced by another type."""
    for name, text in TEXTS.items():
        if name == "tables/visits.yaml":
            continue  # the longest file is left to the random changes above
        lines = text.splitlines(keepends=True)
        for place in range(len(lines)):
            opens_or_is_refused(name, "".join(lines[:place] + lines[place + 1 :]))
            for value in ("[1]", "{a: 1}", "1.5", ""):
                changed = re.sub(r": .*", f": {value}", lines[place].rstrip("\n"), count=1) + "\n"
                opens_or_is_refused(name, "".join([*lines[:place], changed, *lines[place + 1 :]]))
