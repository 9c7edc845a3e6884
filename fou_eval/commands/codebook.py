"""`fou-eval codebook`: the codebook of a study as PDF, Word and Excel."""

from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from fou_eval.declaration import Declaration, Language, read_declaration
from fou_eval.declaration.own_files import file_pieces
from fou_eval.documents.canonical import canonical_json
from fou_eval.documents.codebook import codebook_pages, codebook_title, introduction
from fou_eval.documents.codebook_sheets import codebook_workbook
from fou_eval.documents.look import colours, look
from fou_eval.documents.numbering import numbered
from fou_eval.documents.typesetting import typeset
from fou_eval.documents.word import Text, write_word
from fou_eval.language import phrase
from fou_eval.language.lint import declared_claims, written_claims
from fou_eval.placing import files_in_place
from fou_eval.provenance.marks import mark_of


def run(study: Path, *, out: Path | None, language: Language | None) -> None:
    """Write the three files and say where they are."""
    declaration = read_declaration(study)
    codebook = declaration.codebook
    spoken = language or codebook.language
    folder = out or Path("build") / codebook.study
    name = f"{codebook.study}_{phrase('codebook.name', spoken)}"
    contents = {f"{name}.{ending}": content for ending, content in _files(declaration, spoken).items()}
    files_in_place(folder, contents, spoken)
    own = file_pieces(codebook.front, codebook.files)
    for place, words in (*declared_claims(declaration.contents), *written_claims(own)):
        typer.echo(phrase("codebook.claim", spoken, {"place": place, "words": words}), err=True)
    typer.echo(phrase("codebook.written", spoken, {"folder": folder, "files": ", ".join(contents)}))


def _files(declaration: Declaration, language: Language) -> dict[str, bytes]:
    title = codebook_title(declaration, language)
    start, pages = numbered(
        [list(introduction(declaration, language)), codebook_pages(declaration, language)], language
    )
    mark = mark_of(canonical_json(dict(declaration.fingerprints)))[:12]
    identity = {"version": declaration.codebook.version, "fingerprint": mark}
    subtitle = phrase("codebook.identity", language, identity)
    content: dict[str, object] = {
        "language": language,
        "title": title,
        "subtitle": subtitle,
        "description": phrase("codebook.footer", language),
        "date": [
            declaration.plan.fixed_on.year,
            declaration.plan.fixed_on.month,
            declaration.plan.fixed_on.day,
        ],
        "page": _page(declaration, language),
        "design": look(),
        "introduction": start,
        "blocks": pages,
    }
    with TemporaryDirectory() as folder:
        pdf = typeset(
            "codebook.typ", "fou_eval.documents", content, on=declaration.plan.fixed_on, folder=Path(folder)
        )
    return {
        "pdf": pdf,
        "docx": write_word(
            Text(
                title=title,
                subtitle=subtitle,
                front=[start],
                parts=[pages],
                page=_page(declaration, language),
                language=language,
                colours=colours(),
            )
        ),
        "xlsx": codebook_workbook(declaration, language),
    }


def _page(declaration: Declaration, language: Language) -> dict[str, str]:
    """Give what stands on every page."""
    return {
        "study": declaration.codebook.title[language],
        "status": phrase("codebook.status", language, {"version": declaration.codebook.version}),
        "synthetic": "",
        "watermark": "",
        "design": phrase("codebook.footer", language),
        "limit": "",
        "number": phrase("report.page", language, {"page": "{page}", "pages": "{pages}"}),
        "contents": phrase("report.contents", language),
    }
