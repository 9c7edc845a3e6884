"""Whether the program, the packages and the machine are those that a report was made with."""

from collections.abc import Iterator

from fou_eval.declaration import Language
from fou_eval.language import phrase
from fou_eval.program import DISTRIBUTION, code, environment
from fou_eval.record import Code, Environment, Record
from fou_eval.verification.outcome import Finding

_MOST = 12  # packages that are named
# Those that compute or decide what is shown; another version of one of the others moves no number.
COMPUTE = (
    "numpy",
    "scipy",
    "pandas",
    "statsmodels",
    "pandera",
    "openpyxl",
    "pyreadstat",
    "ruamel-yaml",
    "pydantic",
)


def here() -> tuple[Code, Environment]:
    """Give the program and what it runs on here, in the form of the manifest."""
    return Code.model_validate(code()), Environment.model_validate(environment())


def alike(record: Record, own: tuple[Code, Environment]) -> bool:
    """Say whether every digit must be the same: the same program, packages, Python, system and processor."""
    (program, runs_on), said = own, record.manifest
    return program.source == said.code.source and runs_on.model_copy(
        update={"lock": said.environment.lock, "packages": _of_others(runs_on)}
    ) == said.environment.model_copy(update={"packages": _of_others(said.environment)})


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
    texts = list(_of_environment(said.environment, runs_on, language))
    for text in texts:
        yield Finding(about="environment", weight="noted", text=text)
    if not texts:
        yield Finding(about="environment", weight="same", text=phrase("verify.environment.same", language))


def _of_code(was: Code, now: Code, language: Language) -> Finding:
    if was.source == now.source:
        return Finding(about="code", weight="same", text=phrase("verify.code.same", language))
    values = {"was": _named(was, language), "now": _named(now, language)}
    key = "install" if was.version != now.version else "checkout" if was.commit else "changed"
    return Finding(about="code", weight="noted", text=phrase(f"verify.code.{key}", language, values))


def _named(program: Code, language: Language) -> str:
    commit = phrase("verify.code.commit", language, {"commit": program.commit[:10]}) if program.commit else ""
    return f"{program.version}{commit}, {program.source[:10]}…"


def _of_environment(was: Environment, now: Environment, language: Language) -> Iterator[str]:
    before, after = _of_others(was), _of_others(now)
    names = [name for name in dict.fromkeys((*before, *after)) if before.get(name) != after.get(name)]
    names.sort(key=lambda name: (name not in COMPUTE, name))
    if names:
        missing = phrase("verify.environment.missing", language)
        listed = [
            phrase(
                "verify.environment.package",
                language,
                {"name": name, "was": before.get(name, missing), "now": after.get(name, missing)},
            )
            for name in names[:_MOST]
        ]
        key = "packages" if len(names) <= _MOST else "packages_more"
        values = {"packages": "; ".join(listed), "more": len(names) - _MOST}
        yield phrase(f"verify.environment.{key}", language, values)
    if was.python != now.python or was.implementation != now.implementation:
        pair = {
            "was": f"{was.implementation} {was.python}",
            "now": f"{now.implementation} {now.python}",
        }
        yield phrase("verify.environment.python", language, pair)
    if (was.system, was.machine) != (now.system, now.machine):
        machines = {"was": f"{was.system} {was.machine}", "now": f"{now.system} {now.machine}"}
        yield phrase("verify.environment.platform", language, machines)
    if was.lock != now.lock and not names:
        yield phrase("verify.environment.lock", language)


def _of_others(runs_on: Environment) -> dict[str, str]:
    return {name: version for name, version in runs_on.packages.items() if name != DISTRIBUTION}
