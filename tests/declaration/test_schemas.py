"""The schemas and the reference are those of the models, and the schemas accept what opens."""

import json
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from fou_eval.declaration.check_rules import RULES
from fou_eval.declaration.codebook import Column, Rule, Table
from fou_eval.declaration.json_schema import FILES, json_schema, schema_texts, write_schemas
from fou_eval.declaration.reference import reference
from fou_eval.declaration.strict_yaml import parse_strictly

DATA_SCHEMAS = Path(__file__).parents[2] / "data_schemas"
STUDIES = [
    pytest.param(DATA_SCHEMAS / "familjelotsen", marks=pytest.mark.slow),
    Path(__file__).parent / "valid_study",
]
REMEDY = "Run fou_eval.declaration.reference.write_all(Path('data_schemas'))."


def test_the_schemas_are_current() -> None:
    stored = {file.name: file.read_text(encoding="utf-8") for file in (DATA_SCHEMAS / "_schema").iterdir()}
    assert stored == schema_texts(), REMEDY


def test_the_reference_is_current() -> None:
    assert (DATA_SCHEMAS / "README.md").read_text(encoding="utf-8") == reference(), REMEDY


def test_schemas_are_written(tmp_path: Path) -> None:
    write_schemas(tmp_path / "new")
    assert sorted(file.name for file in (tmp_path / "new").iterdir()) == [
        *(
            "claims.schema.json",
            "instruments.schema.json",
            "plan.schema.json",
            "study.schema.json",
            "table.schema.json",
        )
    ]


def test_a_schema_helps_to_complete() -> None:
    column = json_schema(Table)["$defs"]["Column"]
    assert column["additionalProperties"] is False
    assert column["properties"]["better"]["enum"] == ["higher", "lower", "neither"]
    assert column["properties"]["min"]["description"] == "Lowest number or first day allowed."
    assert column["required"] == ["label", "type"]


@pytest.mark.parametrize("model", [*FILES.values(), Column, Rule])
def test_every_key_is_described_with_an_example(model: Any) -> None:
    for name, field in model.model_fields.items():
        assert field.description, name
        assert field.examples, name


def test_every_rule_kind_is_described() -> None:
    assert list(RULES) == json_schema(Table)["$defs"]["Rule"]["properties"]["rule"]["enum"]


def test_examples_in_the_reference_are_valid_yaml() -> None:
    for model in (*FILES.values(), Column, Rule):
        for name, field in model.model_fields.items():
            YAML(typ="safe", pure=True).load(f"{name}: {(field.examples or [''])[0]}")


@pytest.mark.parametrize("folder", STUDIES, ids=lambda folder: folder.name)
def test_the_schemas_accept_what_opens(folder: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema comes with the extra jupyter")
    for file in folder.rglob("*.yaml"):
        kind = "table" if file.parent.name == "tables" else file.stem
        data = json.loads(json.dumps(parse_strictly(file.read_bytes(), file.name).data, default=str))
        jsonschema.validate(data, json_schema(FILES[kind]), jsonschema.Draft202012Validator)


def test_the_schema_refuses_a_misspelt_key() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema comes with the extra jupyter")
    plan = {"contrast": {"before": "a", "after": "b"}, "primary": {}, "seed": 1, "fixed_on": "2015-01-15"}
    jsonschema.validate(plan, json_schema(FILES["plan"]))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**plan, "sead": 1}, json_schema(FILES["plan"]))
