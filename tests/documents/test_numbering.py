"""Numbers of tables and figures, and the references to them."""

import pytest

from fou_eval.documents import blocks
from fou_eval.documents.blocks import Block, Head
from fou_eval.documents.numbering import numbered, refer, without_references


def table(name: str = "") -> Block:
    return blocks.grid("Rows", [Head("What"), Head("n", "right")], [["a", "1"]], name=name)


def figure(name: str) -> Block:
    return {
        "kind": "figure",
        "name": name,
        "file": "x.svg",
        "alt": "Alt",
        "title": "T",
        "caption": "C",
        "source": "",
    }


def test_tables_and_figures_are_counted_each_by_itself_through_all_parts() -> None:
    parts = numbered([[table(), figure("a"), table()], [figure("b"), table()]], "sv")
    assert [[block["label"] for block in part] for part in parts] == [
        ["Tabell\u00a01", "Figur\u00a01", "Tabell\u00a02"],
        ["Figur\u00a02", "Tabell\u00a03"],
    ]
    assert [block["anchor"] for part in parts for block in part] == [
        *("table-1", "figure-1", "table-2", "figure-2", "table-3"),
    ]


@pytest.mark.parametrize(
    ("language", "said", "link"),
    [
        ("sv", "Se figur\u00a01, tabell\u00a01 och bilaga\u00a02.", "bilaga\u00a02"),
        ("en", "Se Figure\u00a01, Table\u00a01 och Appendix\u00a02.", "Appendix\u00a02"),
    ],
)
def test_references_lead_forward_and_back(language: str, said: str, link: str) -> None:
    text = f"Se {refer('figure', 'course')}, {refer('table', 'units')} och {refer('part', 'home')}."
    word = {"sv": "Bilaga", "en": "Appendix"}[language]
    parts = [
        [blocks.paragraph(text), table("units")],
        [blocks.heading(f"{word} 2. Hemma. Barnen", 1, "home"), figure("course")],
    ]
    (paragraph, _), (heading, _) = numbered(parts, language)  # type: ignore[arg-type]
    assert paragraph["text"] == said
    assert {one["text"]: one["to"] for one in paragraph["links"]}[link] == "part-home"
    assert sorted(one["to"] for one in paragraph["links"]) == ["figure-1", "part-home", "table-1"]
    assert heading["anchor"] == "part-home"
    assert heading["links"] == []


def test_references_stand_in_cells_notes_points_and_margins() -> None:
    where = refer("table", "units")
    parts = [
        [
            blocks.grid("Rows", [Head("What")], [[where]], [f"As in {where}"], "units"),
            blocks.findings([blocks.Finding("Lead.", "Text", where)]),
            blocks.paragraph("Text", where),
            blocks.bullets([("Lead", where)]),
        ]
    ]
    ((found, points, paragraph, bullets),) = numbered(parts, "en")
    assert found["rows"] == [["Table\u00a01"]]
    assert found["notes"] == ["As in Table\u00a01"]
    assert points["items"] == [{"lead": "Lead.", "text": "Text", "margin": "Table\u00a01"}]
    assert paragraph["margin"] == "Table\u00a01"
    assert bullets["items"] == [{"lead": "Lead", "text": "Table\u00a01"}]
    assert all(
        block["links"] == [{"text": "Table\u00a01", "to": "table-1"}] for block in (found, points, bullets)
    )


def test_the_longest_words_of_links_come_first_so_that_table_12_is_not_table_1_and_a_2() -> None:
    rows = [table(f"t{place}") for place in range(1, 13)]
    ((paragraph, *_),) = numbered(
        [[blocks.paragraph(refer("table", "t1") + refer("table", "t12")), *rows]], "en"
    )
    assert [one["text"] for one in paragraph["links"]] == ["Table\u00a012", "Table\u00a01"]


def test_links_that_a_block_has_are_kept_beside_those_of_references() -> None:
    own = {"text": "doi:10.1000/1", "url": "https://doi.org/10.1000/1"}
    block = {**blocks.terms([("A.", f"See {refer('table', 't')}, doi:10.1000/1.")]), "links": [own]}
    ((found, _),) = numbered([[block, table("t")]], "en")
    assert found["links"] == [own, {"text": "Table\u00a01", "to": "table-1"}]


def test_a_reference_to_what_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        numbered([[blocks.paragraph(refer("figure", "nowhere"))]], "sv")


def test_the_blocks_given_are_left_as_they_were() -> None:
    given = [table("units"), blocks.paragraph(refer("table", "units"))]
    before = [dict(block) for block in given]
    numbered([given], "sv")
    assert given == before


def test_a_text_can_be_had_without_its_references() -> None:
    assert without_references(f"As {refer('table', 'x')} says") == "As  says"
