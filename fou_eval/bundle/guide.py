"""The instructions in a bundle, in both languages, and what `make` says there."""

from collections.abc import Iterable
from datetime import date
from importlib.resources import files

from fou_eval.bundle.finished import Finished
from fou_eval.bundle.twin import Twin
from fou_eval.declaration import Language
from fou_eval.language import phrase

PARTS = (
    *("report/", "study/", "code/", "twin/"),
    *("requirements.lock", "Makefile", "README.md", "LICENSE", "ro-crate-metadata.json"),
)
_SAID = ("help", "verify", "report", "installing", "python", "before", "after", "nothing")
_HELP = {"help", "verify", "report"}


def readme(source: Finished, twin: Twin | None, language: Language) -> bytes:
    """Write README.md: what is in the bundle, what is needed, three commands, what the answers mean.

    Parameters
    ----------
    source
        The report.
    twin
        The synthetic twin, if there is one.
    language
        The language that comes first.
    """
    return _in_both((_page(source, twin, each) for each in _order(language)), language)


def twin_readme(source: Finished, twin: Twin, language: Language) -> bytes:
    """Write what a synthetic twin is made of, and what its numbers say: nothing about the families of the study."""
    return _in_both((_twin_page(source, twin, each) for each in _order(language)), language)


def makefile(language: Language, until: date | None = None) -> bytes:
    """Write the Makefile, which speaks one language and makes an interim report again with the same cut-off."""
    text = files("fou_eval.bundle").joinpath("templates", "Makefile").read_text("utf-8")
    for name in _SAID:
        words = phrase(f"bundle.make.{name}", language)
        text = text.replace(f"<<{name}>>", words if name in _HELP else _quoted(words))
    text = text.replace("<<until>>", f" --until {until}" if until else "")
    return text.replace("<<language>>", language).encode()


def _order(language: Language) -> tuple[Language, Language]:
    return ("sv", "en") if language == "sv" else ("en", "sv")


def _in_both(pages: Iterable[str], language: Language) -> bytes:
    first, second = pages
    hint = phrase("bundle.guide.other", language)
    return f"{hint}\n\n{first}\n\n---\n\n{second}\n".encode()


def _page(source: Finished, twin: Twin | None, language: Language) -> str:
    surroundings = source.manifest.environment
    first = phrase(f"bundle.guide.first.{'none' if twin is None else 'twin'}", language)
    values = {
        "title": source.declaration.codebook.title[language],
        "python": surroundings.python,
        "system": surroundings.system,
        "machine": surroundings.machine,
        "first": first,
    }
    parts = [
        f"| `{part}` | {phrase(f'bundle.part.{part}', language, {'version': source.manifest.code.version})} |"
        for part in PARTS
        if part != "twin/" or twin is not None
    ]
    table = "\n".join([phrase("bundle.guide.where", language), *parts])
    head = [phrase(f"bundle.guide.{key}", language, values) for key in ("title", "what", "parts")]
    rest = [phrase(f"bundle.guide.{key}", language, values) for key in ("needs", "commands", "plain")]
    data = ("answers", "data", f"data.{source.manifest.data.how}")
    return "\n\n".join([*head, table, *rest, *(phrase(f"bundle.guide.{key}", language) for key in data)])


def _twin_page(source: Finished, twin: Twin, language: Language) -> str:
    codebook, plan = source.declaration.codebook, source.declaration.plan
    kind = "default" if twin.families is None else "families" if twin.persons is None else "shown"
    numbers = {"families": twin.size, "persons": twin.persons}
    counts = phrase(f"bundle.guide.twin.{kind}", language, numbers)
    title = phrase("bundle.guide.twin.title", language, {"title": codebook.title[language]})
    text = phrase("bundle.guide.twin", language, {"seed": plan.seed, "counts": counts})
    return f"{title}\n\n{text}"


def _quoted(words: str) -> str:
    """Write words so that make and the shell leave them as they are.

    Examples
    --------
    >>> _quoted("a price of $5")
    "'a price of $$5'"
    """
    return "'" + words.replace("'", "'\\''").replace("$", "$$") + "'"
