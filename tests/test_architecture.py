"""The house rules that a reader can rely on: one direction of imports, small files, described names."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "fou_eval"
FILES = sorted(PACKAGE.rglob("*.py"))

# What each room may import, in the order of the flow. A name stands for the module or the package of that name.
LAYERS: dict[str, set[str]] = {
    "design": set(),
    "errors": set(),
    "measured": set(),
    "office": set(),
    "quiet": set(),
    "bundled": {"errors"},
    "declaration": {"design", "errors"},
    "language": {"declaration"},
    "provenance": {"errors", "declaration", "language"},
    "placing": {"errors", "declaration", "language"},
    "formatting": {"declaration", "language"},
    "quantities": {"declaration", "language", "formatting", "estimates"},
    "wording": {"declaration", "language", "formatting"},
    "intake": {"errors", "declaration", "language", "formatting"},
    "entry": {"placing", "wording", "errors", "declaration", "language", "formatting", "intake", "office"},
    "documents": {"design", "wording", "errors", "declaration", "language", "formatting", "office"},
    "statistics": {"errors"},
    "matching": {"errors", "declaration", "statistics"},
    "windows": {"errors", "declaration"},
    "coverage": {"declaration", "intake", "language", "windows"},
    "editions": {"errors", "declaration", "language", "formatting", "intake", "windows"},
    "study": {
        "coverage",
        "design",
        "editions",
        "errors",
        "declaration",
        "language",
        "intake",
        "matching",
        "statistics",
        "windows",
    },
    # Numbers of what is recorded beside outcomes at waves.
    "records": {"errors", "declaration", "estimates", "statistics", "study", "windows"},
    "estimates": {"errors", "declaration", "provenance", "statistics"},
    # Made of numbers as computed, and again of numbers as released.
    "consequences": {"declaration", "estimates"},
    "fingerprints": {"provenance", "study"},
    "exposed": {"intake", "study"},
    "participants": {"declaration", "study", "estimates"},
    "populations": {"declaration", "estimates", "matching", "participants", "records", "study", "windows"},
    "evidence": {"errors", "declaration", "statistics", "matching", "study"},
    "robustness": {"estimates", "quantities"},
    "change": {
        "consequences",
        "records",
        "evidence",
        "robustness",
        "errors",
        "declaration",
        "matching",
        "study",
        "statistics",
        "estimates",
        "fingerprints",
        "participants",
        "populations",
        "provenance",
    },
    # Of the statistics it uses one thing: p-values are adjusted anew from those that are published.
    "disclosure": {
        *("placing", "errors", "declaration", "formatting", "estimates", "provenance", "statistics"),
        "consequences",
    },
    "publishing": {"errors", "intake", "estimates", "disclosure"},
    "figures": {
        *(
            "design",
            "errors",
            "declaration",
            "language",
            "formatting",
            "quantities",
            "estimates",
            "disclosure",
            "measured",
        ),
    },
    "tables": {
        *(
            "design",
            "errors",
            "declaration",
            "language",
            "formatting",
            "quantities",
            "estimates",
            "disclosure",
            "measured",
        ),
    },
    "report": {
        *(
            "design",
            "errors",
            "declaration",
            "language",
            "formatting",
            "quantities",
            "estimates",
            "disclosure",
        ),
        *("figures", "tables", "measured", "documents", "placing", "provenance"),
    },
    "simulation": {
        *(
            "errors",
            "declaration",
            "language",
            "formatting",
            "quantities",
            "intake",
            "matching",
            "statistics",
        ),
        *("study", "measured", "office"),
    },
    "replication": {
        "errors",
        "declaration",
        "language",
        "quantities",
        "estimates",
        "disclosure",
        "placing",
        "statistics",
    },
    "verification": {
        *("design", "errors", "declaration", "language", "formatting", "provenance", "bundled"),
        *("study", "change", "estimates", "disclosure", "report", "quantities", "tables"),
    },
    "bundle": {
        *("errors", "declaration", "language", "disclosure", "documents", "office", "placing", "provenance"),
        *("report", "change", "study", "simulation"),
    },
    "commands": {
        "bundle",
        "verification",
        "provenance",
        "errors",
        "declaration",
        "language",
        "formatting",
        "intake",
        "study",
        "change",
        "disclosure",
        "report",
        "figures",
        "tables",
        "simulation",
        "measured",
        "entry",
        "documents",
        "office",
        "placing",
        "publishing",
        "replication",
    },
    "options": set(),
    "cli": {"errors", "options", "quiet"},
    "__main__": {"cli"},
    "__init__": set(),
}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "fou_eval":
            parts = node.module.split(".")
            found += [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
        if isinstance(node, ast.Import):
            found += [alias.name.split(".")[1] for alias in node.names if alias.name.startswith("fou_eval.")]
    return found


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def found_in_files(look: Callable[[Path], object]) -> dict[str, object]:
    """What a look at each file of the package found fault with."""
    found = {str(path.relative_to(PACKAGE)): look(path) for path in FILES}
    return {name: fault for name, fault in found.items() if fault}


def test_imports_go_one_way() -> None:
    def forbidden(path: Path) -> set[str]:
        own = room(path)
        if own == "__init__":
            return set()  # it names what is public, lazily; test_the_front_door_is_light guards it
        return set(imports(tree_of(path))) - {own} - LAYERS[own]

    assert found_in_files(forbidden) == {}


def test_the_layers_have_no_cycle() -> None:
    placed: set[str] = set()
    while len(placed) < len(LAYERS):
        free = {name for name, needs in LAYERS.items() if name not in placed and needs <= placed}
        assert free, f"a cycle among {set(LAYERS) - placed}"
        placed |= free


def test_no_import_inside_a_function() -> None:
    def inside(path: Path) -> list[int]:
        return [
            node.lineno
            for function in ast.walk(tree_of(path))
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            for node in ast.walk(function)
            if isinstance(node, ast.Import | ast.ImportFrom)
        ]

    assert found_in_files(inside) == {}


def test_files_are_small_and_say_what_they_are() -> None:
    def too_long(path: Path) -> bool:
        catalogue = room(path) == "language"  # a list of phrases, not code
        return not catalogue and len(path.read_text(encoding="utf-8").splitlines()) > 300

    assert found_in_files(too_long) == {}
    assert found_in_files(lambda path: not ast.get_docstring(tree_of(path))) == {}


BANNED = {
    r"\bpyplot\b": {"figures"},  # may only say that it is not used
    r"np\.random\.seed": set(),
    r"\bpaired=": set(),
    r"^\s*assert\b": set(),
    r"(?<![\w.])round\(": {"formatting"},
    r"(?<![\w.])print\(": set(),
    r"\.pivot_table\(": set(),
}


def test_no_banned_words() -> None:
    def banned(path: Path) -> list[str]:
        code = "\n".join(
            line
            for line in path.read_text(encoding="utf-8").splitlines()
            if "import pyplot" in line or ">>>" not in line
        )
        return [
            word
            for word, rooms in BANNED.items()
            if room(path) not in rooms and re.search(word, code, re.MULTILINE)
        ]

    assert found_in_files(banned) == {}


def test_public_functions_take_no_open_keywords() -> None:
    def open_ones(path: Path) -> list[str]:
        return [
            node.name
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.FunctionDef)
            and not node.name.startswith("_")
            and node.args.kwarg is not None
        ]

    assert found_in_files(open_ones) == {}


def test_the_front_door_is_light() -> None:
    """`fou-eval --help` and `import fou_eval` load no table, figure or report library."""
    code = (
        "import sys, fou_eval, fou_eval.cli; "
        "heavy = {'pandas', 'numpy', 'scipy', 'matplotlib', 'pandera', 'typst', 'openpyxl'} & set(sys.modules); "
        "sys.exit(str(sorted(heavy)) if heavy else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_public_name_can_be_fetched_and_is_described_and_none_loads_pyplot() -> None:
    code = (
        "import fou_eval, sys\n"
        "bare = [name for name in fou_eval.__all__ if not getattr(fou_eval, name).__doc__]\n"
        "bare += ['matplotlib.pyplot'] if 'matplotlib.pyplot' in sys.modules else []\n"
        "bare += [] if 'fou_eval.figures' in sys.modules else ['no figures']\n"
        "sys.exit(str(bare) if bare else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
