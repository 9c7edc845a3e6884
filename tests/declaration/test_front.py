"""The report's own front: what is declared, what lies beside it, and every way in which it is refused."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from fou_eval.declaration import read_declaration
from fou_eval.declaration.differences import differences
from fou_eval.declaration.logo import plain_png, svg_faults
from fou_eval.declaration.own_files import own_pieces
from fou_eval.declaration.prose import Run, read_prose
from fou_eval.declaration.reading import read_written
from fou_eval.errors import DeclarationError

Edit = Callable[[str, str, str], None]
Refusal = Callable[[], list[str]]
BLOCK = """report:
  title: {sv: Ett år hemma, en: A year at home}
  publisher: {sv: FoU-centrum, en: R&D centre}
  series: {sv: FoU-rapport, en: R&D report}
  number: "88:2018"
  issn: 1234-5679
  authors: [A. Exempel]
  logo: {file: report/logo.svg, alt: {sv: Tre ringar, en: Three rings}}
  accent: "#7A1F4B"
  sections:
    - title: {sv: Förord, en: Foreword}
      text: {sv: report/foreword.sv.md, en: report/foreword.en.md}
  texts:
    home: {sv: report/home.md, en: report/home.md}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3">\n<title>Ringar</title>\n<path d="M0 0h9"/>\n</svg>\n'
FILES = {
    "logo.svg": SVG,
    "foreword.sv.md": "Tack till familjerna.\r\n\r\nVi *ses*.\r\n",
    "foreword.en.md": "Thanks to the families.\n",
    "home.md": "## Hemma\n\nVardagen.\n",
}


@pytest.fixture
def fronted(study_folder: Path) -> Path:
    """Give the valid study a front of its own."""
    with (study_folder / "study.yaml").open("a", encoding="utf-8") as file:
        file.write(BLOCK)
    (study_folder / "report").mkdir()
    for name, text in FILES.items():
        (study_folder / "report" / name).write_bytes(text.encode())
    return study_folder


def test_the_files_belong_to_the_declarations(fronted: Path) -> None:
    declared = read_declaration(fronted)
    assert declared.codebook.front is not None
    assert declared.codebook.front.number == "88:2018"
    assert declared.codebook.files["report/foreword.sv.md"] == b"Tack till familjerna.\n\nVi *ses*.\n"
    assert declared.contents["report/logo.svg"] == {"text": SVG}
    assert "report/logo.svg" in declared.fingerprints


def test_what_was_written_as_one_text_is_read_again(fronted: Path) -> None:
    declared = read_declaration(fronted)
    again = read_written(declared.text, "declarations.yaml")
    assert (again.text, again.codebook.files, again.codebook.front) == (
        declared.text,
        declared.codebook.files,
        declared.codebook.front,
    )


def test_a_changed_word_is_a_difference_of_its_file_alone(fronted: Path) -> None:
    before = read_declaration(fronted).contents
    (fronted / "report" / "foreword.en.md").write_text("Thanks to the children.\n", encoding="utf-8")
    (found,) = differences(before, read_declaration(fronted).contents)
    assert (found.file, found.was, found.now) == (
        "report/foreword.en.md",
        "Thanks to the families.\n",
        "Thanks to the children.\n",
    )


def test_every_word_has_its_place(fronted: Path) -> None:
    codebook = read_declaration(fronted).codebook
    pieces = list(own_pieces(codebook.front, codebook.files))
    assert ("study.yaml: report.sections.#1.title.en", "en", "Foreword") in pieces
    assert ("report/foreword.sv.md:3", "sv", "Vi ses.") in pieces
    assert ("report/logo.svg:2", None, "Ringar") in pieces


CASES = {
    "a wrong check digit": (
        "1234-5679",
        "1234-5678",
        "study.yaml:18: report.issn: the check digit of 1234-5678 is wrong: it would be 9. Read the number again.",
    ),
    "no ISSN": (
        "1234-5679",
        "12345679a",
        (
            "study.yaml:18: report.issn: '12345679a' is not an ISSN. Write four digits, a hyphen, "
            "three digits and a check "
            "digit: 1234-5679."
        ),
    ),
    "a pale colour": (
        "#7A1F4B",
        "#E8A33D",
        (
            "study.yaml:21: report.accent: #E8A33D stands out 2.1 to 1 from white; text needs 4.5 to "
            '1. "#9C6D29" is the '
            "nearest darker shade that does."
        ),
    ),
    "no colour": (
        "#7A1F4B",
        "plum",
        (
            "study.yaml:21: report.accent: 'plum' is not a colour. Write # and six digits or letters A "
            "to F, in quotes: "
            '"#7A1F4B".'
        ),
    ),
    "a misspelt appendix": (
        "    home: {",
        "    hmoe: {",
        (
            "study.yaml:26: report.texts.hmoe: appendix 'hmoe' is not declared. Expected one of: "
            "project, participants, "
            "overview, home, school, goals, advocates, care, costs, obstacles, method, again, numbers. "
            "Did you mean 'home'?"
        ),
    ),
    "a path out of the folder": (
        "report/logo.svg",
        "../logo.svg",
        (
            "study.yaml:20: report.logo.file: the file must lie in the folder of the study. Write a path that begins "
            "there, such as report/logo.svg."
        ),
    ),
    "a path from the root": (
        "report/home.md,",
        "/etc/passwd.md,",
        (
            "study.yaml:26: report.texts.home.sv: the file must lie in the folder of the study. Write "
            "a path that begins "
            "there, such as report/home.sv.md."
        ),
    ),
    "another ending": (
        "report/logo.svg",
        "report/logo.gif",
        "study.yaml:20: report.logo.file: the name of the file ends in '.gif'. Expected .svg or .png.",
    ),
    "a file that is not there": (
        "report/foreword.en.md",
        "report/forword.en.md",
        (
            "study.yaml:24: report.sections.#1.text.en: there is no file 'report/forword.en.md' in "
            "folder study. Did you "
            "mean 'foreword.en.md'?"
        ),
    ),
    "one language": (
        "text: {sv: report/foreword.sv.md, en: report/foreword.en.md}",
        "text: {sv: report/foreword.sv.md}",
        "study.yaml:24: report.sections.#1.text: key 'en' is missing. English text. Example: en: report/foreword.en.md",
    ),
    "an invisible character": (
        "A. Exempel",
        "A.\u200b Exempel",
        (
            "study.yaml:19: report.authors.#1: the words are blank or hold an invisible character. "
            "Delete them and type "
            "anew."
        ),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_wrong_block_is_refused_at_its_line(
    fronted: Path, edit: Edit, refusal: Refusal, case: tuple[str, str, str]
) -> None:
    old, new, told = case
    edit("study.yaml", old, new)
    assert refusal() == [told]


PROSE = {
    "a table": (
        "Först.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "3: a table is not used here: numbers come from the tables of the report. Say in words what matters.",
    ),
    "HTML": ("<script>x</script>\n", "1: HTML is not used here. Write it in Markdown: **bold**, *italic*."),
    "HTML in a line": (
        "a\nb <b>c</b>\n",
        "2: HTML is not used here. Write it in Markdown: **bold**, *italic*.",
    ),
    "a comment": ("<!-- F01 -->\n", "1: HTML is not used here. Write it in Markdown: **bold**, *italic*."),
    "a picture": (
        "![x](y.png)\n",
        "1: a picture is not used here: figures are the report's own. The logo belongs to study.yaml, report.logo.",
    ),
    "a title": (
        "# Förord\n",
        "1: headings here are ## and ###; the title of the whole stands in study.yaml.",
    ),
    "a heading too deep": ("### Tack\n", "1: ### stands before any ##. Write ## here."),
    "a list in a list": (
        "- a\n  - b\n",
        "2: only plain paragraphs stand in a quotation, and one in each point of a list. Move this out of it.",
    ),
    "a link elsewhere": (
        "[x](http://example.org)\n",
        "1: a link leads elsewhere than to https://... Write the whole address, or no link.",
    ),
    "a link that acts": (
        "[x](javascript:alert(1))\n",
        "1: a link cannot be read. Write [words](https://...).",
    ),
    "a hidden note": (
        "[//]: # (hidden)\n\nText.\n",
        "1: an address stands alone here. Write [words](https://...) in the text.",
    ),
    "a hidden title": (
        '[x](https://a.se "hidden")\n',
        "1: a link has a title that no page shows. Write [words](https://...) without it.",
    ),
    "code": ("`x`\n", "1: computer code is not used here. Write it as ordinary text."),
    "a list from three": ("3. x\n", "1: the list does not begin at 1. Number it from 1."),
    "nothing": ("\n\n", "1: the file holds no text. Write it, or remove the key that names the file."),
    "an invisible character": (
        "a\nfam\u00adilj\n",
        "2: an invisible character stands here. Delete the words around it and type them anew.",
    ),
}


@pytest.mark.parametrize("case", PROSE.values(), ids=PROSE)
def test_a_text_that_cannot_be_used_is_refused_at_its_line(
    fronted: Path, refusal: Refusal, case: tuple[str, str]
) -> None:
    text, told = case
    (fronted / "report" / "foreword.sv.md").write_text(text, encoding="utf-8")
    assert f"report/foreword.sv.md:{told}" in refusal()


def test_what_markdown_can_do() -> None:
    text = "## A\n\nOne *two* **three**\nfour [five](https://a.se)\n\n- b\n- c\n\n1. d\n\n> e\n\n### F\n"
    parts, faults = read_prose(text, "a.md")
    assert faults == ()
    assert [part.kind for part in parts] == ["heading", "paragraph", "bullets", "numbers", "quote", "heading"]
    assert [passage.line for part in parts for passage in part.passages] == [1, 3, 6, 7, 9, 11, 13]
    assert parts[1].passages[0].runs[1] == Run(text="two", italic=True)
    assert parts[1].passages[0].runs[-1] == Run(text="five", to="https://a.se")


@pytest.mark.parametrize("hostile", ["[" * 9000, "*a **b " * 3000, "> " * 9000, "![[" * 4000, "`" * 20000])
def test_a_hostile_text_is_answered(hostile: str) -> None:
    parts, faults = read_prose(hostile, "a.md")
    assert parts or faults


SHAPES = 'xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 3"'
DRAWINGS = {
    "script": (f"<svg {SHAPES}>\n<script>1</script></svg>", "2: scripts are refused."),
    "handler": (f'<svg {SHAPES} onload="1"></svg>', "1: scripts are refused."),
    "foreign": (f"<svg {SHAPES}><foreignObject/></svg>", "1: foreign content is refused."),
    "picture": (f'<svg {SHAPES}><image x:href="data:image/png;base64,A"/></svg>', "1: a picture inside"),
    "letters": (f"<svg {SHAPES}><text>Kommun</text></svg>", "1: letters need a font"),
    "another file": (f'<svg {SHAPES}><use x:href="https://a.se/b.svg#c"/></svg>', "1: the drawing points to"),
    "another file in a style": (
        f'<svg {SHAPES}><path style="fill:url(https://a.se)"/></svg>',
        "1: the drawing",
    ),
    "another style": (f"<svg {SHAPES}><style>@import 'a.css';</style></svg>", "1: the style points to"),
    "animation": (f"<svg {SHAPES}><animate/></svg>", "1: <animate> is not used in logos."),
    "notes of a program": (
        f'<svg {SHAPES} xmlns:i="http://i.org" i:by="x"/>',
        "1: a drawing program has left",
    ),
    "definitions": (
        f'<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg {SHAPES}/>',
        "1: definitions before the drawing",
    ),
    "an instruction": (f'<?xml-stylesheet href="a"?><svg {SHAPES}/>', "1: an instruction to programs"),
    "no size": ('<svg xmlns="http://www.w3.org/2000/svg"/>', "1: the drawing has no usable size."),
    "too flat": (f"<svg {SHAPES.replace('0 0 9 3', '0 0 900 3')}/>", "1: the drawing has no usable size."),
    "too deep": (f"<svg {SHAPES}>{'<g>' * 200}{'</g>' * 200}</svg>", "1: the drawing has too many parts"),
    "copies of copies": (
        f"<svg {SHAPES}>{''.join(f'<g><use href={q}#a{q}/></g>' for q in chr(34) * 30)}</svg>",
        "1: the drawing has too many parts",
    ),
    "cut off": (f"<svg {SHAPES}>\n<g>", "2: this is not a whole SVG file."),
    "no drawing": ("<html/>", "1: <html> is not used in logos."),
}


@pytest.mark.parametrize("case", DRAWINGS.values(), ids=DRAWINGS)
def test_a_drawing_that_is_more_than_shapes_is_refused(case: tuple[str, str]) -> None:
    text, told = case
    assert any(str(fault).startswith(f"logo.svg:{told}") for fault in svg_faults(text, "logo.svg"))


def test_an_ordinary_drawing_is_accepted() -> None:
    body = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        "<style>.b{fill:#123456}</style>"
        '<g class="b" transform="scale(2)"><path d="M0 0h9v3z"/><rect fill="url(#a)" width="3" height="2"/>'
        '<use x:href="#a"/></g>'
    )
    assert (
        list(svg_faults(f'<?xml version="1.0"?>\n<!-- made --><svg {SHAPES}>{body}</svg>', "logo.svg")) == []
    )


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(*more: bytes, width: int = 2, pixels: bytes = b"\0\0\0\0\0") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(pixels + b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + body + chunk(b"IEND", b"")


def test_a_picture_leaves_its_notes_behind(fronted: Path, edit: Edit) -> None:
    edit("study.yaml", "report/logo.svg", "report/logo.png")
    (fronted / "report" / "logo.png").write_bytes(png(chunk(b"tEXt", b"Author\0Anna")))
    declared = read_declaration(fronted)
    assert declared.codebook.files["report/logo.png"] == png()
    assert read_written(declared.text, "declarations.yaml").codebook.files["report/logo.png"] == png()


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"GIF89a", "this is not a whole PNG file. Save the picture again as PNG."),
        (png()[:-5], "this is not a whole PNG file. Save the picture again as PNG."),
        (png().replace(b"IDAT", b"IDAX"), "this is not a whole PNG file. Save the picture again as PNG."),
        (png(width=9000), "the picture has more than 4000 dots on a side. Save it smaller."),
    ],
)
def test_a_picture_that_is_none_is_refused(
    fronted: Path, edit: Edit, refusal: Refusal, raw: bytes, told: str
) -> None:
    edit("study.yaml", "report/logo.svg", "report/logo.png")
    (fronted / "report" / "logo.png").write_bytes(raw)
    assert refusal() == [f"report/logo.png:1: {told}"]


def test_a_whole_picture_is_one() -> None:
    assert plain_png(png()) == png()


def test_a_link_out_of_the_folder_is_not_followed(fronted: Path, refusal: Refusal, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("Hemligt.", encoding="utf-8")
    (fronted / "report" / "home.md").unlink()
    (fronted / "report" / "home.md").symlink_to(tmp_path / "secret.md")
    assert (
        refusal()
        == [
            (
                "study.yaml:26: report.texts.home.sv: 'report/home.md' leads out of the folder of the study. "
                "Put the file itself into the folder."
            ),
            (
                "study.yaml:26: report.texts.home.en: 'report/home.md' leads out of the folder of the study. "
                "Put the file itself into the folder."
            ),
        ][::-1]
    )


def test_a_long_text_and_one_of_another_encoding_are_refused(fronted: Path, refusal: Refusal) -> None:
    (fronted / "report" / "foreword.sv.md").write_text("a " * 20_001, encoding="utf-8")
    (fronted / "report" / "foreword.en.md").write_bytes("Tack\nf\u00f6r".encode("latin-1"))
    assert refusal() == [
        "report/foreword.en.md:2: the file is not UTF-8 text. Save it again with the encoding UTF-8.",
        (
            "study.yaml:24: report.sections.#1.text.sv: 'report/foreword.sv.md' is larger than 40 kB. "
            "Shorten or simplify it."
        ),
    ]


def test_declarations_that_were_changed_by_hand_bring_no_other_file(fronted: Path) -> None:
    text = read_declaration(fronted).text
    strange = f'{text}"report/../../evil.md":\n  "text": "x"\n'
    with pytest.raises(DeclarationError, match="no file of the report's own front as it was written"):
        read_written(strange, "declarations.yaml")
    without = text[: text.index('"report/logo.svg":')]
    with pytest.raises(DeclarationError, match=r"report/logo\.svg:1: the file is missing"):
        read_written(without, "declarations.yaml")
