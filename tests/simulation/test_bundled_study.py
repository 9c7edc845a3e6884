"""The bundled study Familjelotsen: what it declares, and that its example is what the command makes."""

from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.simulation import simulate_study
from fou_eval.simulation.example import FAMILIES, PERSONS, make_example

FOLDER = Path(__file__).parents[2] / "data_schemas" / "familjelotsen"


@pytest.fixture(scope="module")
def declared() -> Declaration:
    return read_declaration(FOLDER)


def test_four_domains_with_at_least_four_indicators_each(declared):
    per_domain = Counter(indicator.domain for indicator in declared.codebook.indicators())
    assert list(declared.codebook.domains) == ["home", "school", "leisure", "occupation"]
    assert list(declared.codebook.topics) == ["goals", "care"]
    assert all(per_domain[domain] >= 4 for domain in declared.codebook.domains)


def test_every_kind_and_every_direction_is_used(declared):
    indicators = list(declared.codebook.indicators())
    assert {indicator.kind for indicator in indicators} == {"scale", "ordinal", "count", "binary", "ladder"}
    assert {indicator.better for indicator in indicators} == {"higher", "lower", "neither"}


def test_one_primary_indicator_per_domain(declared):
    primary = {
        domain: declared.codebook.indicator(name).domain for domain, name in declared.plan.primary.items()
    }
    assert primary == {domain: domain for domain in declared.codebook.domains}
    assert len({declared.codebook.indicator(name).kind for name in declared.plan.primary.values()}) > 2


def test_labels_differ_between_the_languages_and_name_no_cause(declared):
    texts = [
        text
        for table in declared.codebook.tables.values()
        for column in table.columns.values()
        for text in (column.label, *(column.missing_codes or {}).values())
    ]
    assert all(text.sv != text.en for text in texts if text.sv != "Person")
    words = " ".join(f"{text.sv} {text.en}".lower() for text in texts)
    assert not any(word in words for word in ("effekt", "effect", "ledde", "led to", "tack vare"))


def test_no_birth_date_no_age_in_years_no_day_and_no_free_text(declared):
    columns = [
        (name, column)
        for table in declared.codebook.tables.values()
        for name, column in table.columns.items()
    ]
    assert not [name for name, column in columns if column.type == "date" or column.role == "free_text"]
    assert not [name for name, _ in columns if "birth" in name or name == "age"]


def test_missing_codes_lie_outside_the_declared_range(declared):
    for indicator in declared.codebook.indicators():
        lowest = indicator.column.min if indicator.column.min is not None else 0
        assert all(int(code) < lowest for code in indicator.column.missing_codes)


def test_example_is_byte_for_byte_what_the_command_makes(declared, tmp_path):
    made = make_example(FOLDER, tmp_path / "again.xlsx")
    assert made.read_bytes() == (FOLDER / "example.xlsx").read_bytes()


def test_example_has_18_families_with_60_persons(declared):
    tables = simulate_study(declared, families=FAMILIES, persons=PERSONS).tables
    assert len(tables["families"]) == 18
    assert len(tables["persons"]) == 60
    assert set(tables["persons"]["family_id"]) == {f"F{number:02d}" for number in range(1, 19)}


def test_example_has_one_sheet_per_table_after_the_notice(declared):
    book = openpyxl.load_workbook(FOLDER / "example.xlsx")
    assert book.sheetnames == ["Läs mig", *declared.codebook.tables]
    notice = " ".join(str(cell.value) for row in book["Läs mig"] for cell in row if cell.value)
    assert "SYNTETISKA" in notice
    assert "SYNTHETIC" in notice
    assert "python -m fou_eval.simulation data_schemas/familjelotsen" in notice
    facts = "costs, decisions, organisations, published_figures, reference_values, unit_prices"
    assert f"bladen {facts} återger vad som står i offentliga dokument" in notice
    assert {item.name: item.value for item in book.custom_doc_props.props} == {"fou_eval_synthetic": True}
    assert book.properties.creator is None
    for name, table in declared.codebook.tables.items():
        assert [cell.value for cell in book[name][1]] == list(table.columns)
        assert book[name].freeze_panes == "A2"


def test_most_outcomes_keep_ten_families_at_the_contrast_and_fewer_later(declared):
    study = simulate_study(declared, families=FAMILIES, persons=PERSONS)
    full, later = 0, []
    asked = (one for one in declared.codebook.indicators() if one.table in study.tables)
    for indicator in asked:
        answered = study.tables[indicator.table].dropna(subset=[indicator.name])
        by_wave = answered.groupby("wave")["family_id"].agg(set)
        full += len(by_wave["t0"] & by_wave["t2"]) >= 10
        later.append(len(by_wave["t4"]) < len(by_wave["t2"]))
    assert full >= 20
    assert all(later)
