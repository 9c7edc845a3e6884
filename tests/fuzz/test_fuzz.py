"""A fixed budget of random and damaged files; `make fuzz` runs the same with new seeds for as long as one likes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fou_eval.declaration.reading import Declaration
from fuzz.cases import case, fault, smallest
from fuzz.invariants import broken, leaks
from fuzz.making import HEADERS, NASTY, SECRETS, as_csv, as_workbook, declared
from fuzz.mutations import packed_again

DAMAGED = 100
FIXED = settings(
    max_examples=30,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

cells = st.one_of(
    st.none(),
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.booleans(),
)
headers = st.one_of(st.sampled_from(HEADERS), st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
tables = st.integers(1, 12).flatmap(
    lambda width: st.tuples(
        st.lists(headers, min_size=width, max_size=width),
        st.lists(st.lists(cells, min_size=width, max_size=width), max_size=6),
    )
)
beginnings = st.sampled_from(
    [b"", b"PK\x03\x04", b"familj;person;vag\n", b"\xff\xfe", b"\xef\xbb\xbf", b"$FL2", b"<stata_dta>"]
)
endings = st.sampled_from([".csv", ".xlsx", ".txt", ".xls", ".sav", ".dta", ".tsv", ""])


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Declaration:
    return declared(tmp_path_factory.mktemp("prov"))


@pytest.mark.parametrize("part", range(2))
def test_damaged_files_break_nothing(tmp_path: Path, own: Declaration, part: int) -> None:
    for seed in range(part, DAMAGED, 2):
        one = case(seed)
        what = fault(one, one.taken, tmp_path, own)
        assert what is None, (seed, one.name, smallest(one, tmp_path, own), what)


@FIXED
@given(table=tables)
def test_any_cells_break_nothing(tmp_path: Path, own: Declaration, table: tuple[list, list]) -> None:
    lines = [table[0], *table[1]]
    for name, content in (("rader.xlsx", packed_again(as_workbook(lines))), ("rader.csv", as_csv(lines))):
        path = tmp_path / name
        path.write_bytes(content)
        assert broken(path, own, ()) is None


@FIXED
@given(begin=beginnings, ending=endings, content=st.binary(max_size=300))
def test_any_bytes_break_nothing(
    tmp_path: Path, own: Declaration, begin: bytes, ending: str, content: bytes
) -> None:
    path = tmp_path / f"rader{ending}"
    path.write_bytes(begin + content)
    assert broken(path, own, ()) is None


@pytest.mark.parametrize(
    "output",
    [
        "850709-9805", "19850709 9805", "8507 0998 05", "850709/9805", "ODUwNzA5LTk4MDU=", "x ODUwNzA5LTk4MDU y",
        "anna ANDERSSON", "Anna%20Andersson", "416e6e6120416e64657273736f6e", "(zqfritext)", "'P871'", "F81;",
        "YW5uYS5hbmRlcnNzb25AZXhhbXBsZS5vcmc=", "eEFubmEgQW5kZXJzc29u",
    ],
)  # fmt: skip
def test_the_search_for_secrets_finds_them(output: str) -> None:
    assert leaks(f"fel i {output}", SECRETS) > 0


def test_the_search_for_secrets_finds_nothing_where_nothing_is() -> None:
    assert leaks("Raden är dold: F6, A2:A4, 2024-01-15, P87, zqfritexten", SECRETS) == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("raise ValueError('x')", "ValueError at"),
        ("print('zqfritext')", "secret on standard output or error"),
    ],
)
def test_what_breaks_is_noticed(
    tmp_path: Path, own: Declaration, monkeypatch: pytest.MonkeyPatch, wrong: str, said: str
) -> None:
    def survey(path: Path, declaration: Declaration) -> object:
        exec(wrong)  # noqa: S102 - a fault of our own making
        return original(path, declaration)

    original = broken.__globals__["survey"]
    monkeypatch.setitem(broken.__globals__, "survey", survey)
    path = tmp_path / "rader.csv"
    path.write_bytes(b"familj;person;vag\nF81;P871;t0\n")
    assert said in str(broken(path, own, SECRETS))
