"""Whether the program, the packages and the machine are those that a report was made with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fou_eval.declaration import Language
from fou_eval.language import phrase
from fou_eval.provenance.program import DISTRIBUTION, code, environment
from fou_eval.provenance.record import Code, Environment, Record
from fou_eval.verification.outcome import Finding

_MOST = 12  # packages that are named
# Named first, since they compute or read the data.
_FIRST = ("numpy", "scipy", "pandas", "statsmodels", "pandera", "openpyxl", "pyreadstat", "ruamel-yaml")
# Those that draw and typeset: another version of them moves no number, and may move what is drawn.
DRAW = frozenset(
    {"typst", "matplotlib", "contourpy", "cycler", "fonttools", "kiwisolver", "pillow", "pyparsing"}
)
# Those that write to the terminal, lock a folder, write Word files and archives, or read a finished report. No number
# and no page is made by them; all others count as computing, also when we know of none that they compute.
APART = frozenset(
    {
        *("typer", "rich", "click", "shellingham", "markdown-it-py", "mdurl", "pygments", "annotated-doc"),
        *("rocrate", "arcp", "requests", "urllib3", "certifi", "idna", "charset-normalizer", "jinja2"),
        *("markupsafe", "filelock", "python-docx", "pypdf"),
    }
)


def here() -> tuple[Code, Environment]:
    """Give the program and what it runs on here, in the form of the manifest."""
    return Code.model_validate(code()), Environment.model_validate(environment())


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Whether a report must come out the same to the last digit, and its pages to the last byte."""

    numbers: bool
    pages: bool


def alike(record: Record, own: tuple[Code, Environment]) -> Alike:
    """Say whether program, Python, system, processor and the packages that compute, or also draw, are the same."""
    (program, runs_on), said = own, record.manifest
    others = set(_others(said.environment, runs_on))
    same = program.source == said.code.source and not _machines(said.environment, runs_on)
    return Alike(numbers=same and others <= DRAW | APART, pages=same and others <= APART)


def surrounding_findings(
    record: Record, own: tuple[Code, Environment], language: Language
) -> Iterator[Finding]:
    """Say how the program and what it runs on differ from what the report was made with.

    Parameters
    ----------
    record
        The report.
    own
        From `here`.
    language
        Language of the texts.
    """
    (program, runs_on), said = own, record.manifest
    yield _of_code(said.code, program, language)
    found = list(_of_environment(said.environment, runs_on, language))
    yield from found
    if not found:
        yield Finding(about="environment", weight="same", text=phrase("verify.environment.same", language))


def _of_code(was: Code, now: Code, language: Language) -> Finding:
    if was.source == now.source:
        return Finding(about="code", weight="same", text=phrase("verify.code.same", language))
    values = {"was": _named(was, language), "now": _named(now, language), "version": was.version}
    key = "install" if was.version != now.version else "checkout" if was.commit != now.commit else "changed"
    if key == "checkout" and not was.commit:
        key = "changed"
    return Finding(about="code", weight="noted", text=phrase(f"verify.code.{key}", language, values))


def _named(program: Code, language: Language) -> str:
    commit = phrase("verify.code.commit", language, {"commit": program.commit[:10]}) if program.commit else ""
    return f"{program.version}{commit}, {program.source[:10]}…"


def _of_environment(was: Environment, now: Environment, language: Language) -> Iterator[Finding]:
    others = _others(was, now)
    compute = sorted((name for name in others if name not in DRAW | APART), key=_place)
    for key, names, weight in (
        ("packages", compute, "noted"),
        ("drawing", sorted(DRAW & set(others)), "noted"),
        ("apart", sorted(APART & set(others)), "same"),
    ):
        if names:
            text = phrase(
                f"verify.environment.{key}", language, {"packages": _listed(was, now, names, language)}
            )
            yield Finding(about="environment", weight="noted" if weight == "noted" else "same", text=text)
    for key, one, other in _machines(was, now):
        text = phrase(f"verify.environment.{key}", language, {"was": one, "now": other})
        yield Finding(about="environment", weight="noted", text=text)
    if was.lock != now.lock and not others:
        yield Finding(about="environment", weight="same", text=phrase("verify.environment.lock", language))


def _machines(was: Environment, now: Environment) -> list[tuple[str, str, str]]:
    """Give what Python, system and processor are in the report and here, where they are not the same."""
    pairs = [
        ("python", f"{was.implementation} {was.python}", f"{now.implementation} {now.python}"),
        ("platform", f"{was.system} {was.machine}", f"{now.system} {now.machine}"),
    ]
    return [(key, one, other) for key, one, other in pairs if one != other]


def _others(was: Environment, now: Environment) -> list[str]:
    """Give the packages of which the versions are not the same; our own is compared by its source."""
    names = dict.fromkeys((*was.packages, *now.packages))
    return [
        name for name in names if name != DISTRIBUTION and was.packages.get(name) != now.packages.get(name)
    ]


def _place(name: str) -> tuple[bool, str]:
    return name not in _FIRST, name


def _listed(was: Environment, now: Environment, names: Sequence[str], language: Language) -> str:
    missing = phrase("verify.environment.missing", language)
    listed = [
        phrase(
            "verify.environment.package",
            language,
            {"name": name, "was": was.packages.get(name, missing), "now": now.packages.get(name, missing)},
        )
        for name in names[:_MOST]
    ]
    more = phrase("verify.environment.more", language, {"more": len(names) - _MOST})
    return "; ".join([*listed, *([more] if len(names) > _MOST else [])])
