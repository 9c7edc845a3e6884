"""The metadata against the specification, https://w3id.org/ro/crate/1.1, and as the library reads them back."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from reviewed_study import contents
from rocrate.rocrate import ROCrate

from fou_eval.bundle import Bundle
from fou_eval.bundle.crate import crate_json
from fou_eval.bundle.finished import Finished

# What is used of the context of version 1.1 (schema.org 10.0); looked up in it.
TERMS = {
    *("about", "conformsTo", "contentSize", "datePublished", "description", "encodingFormat", "hasPart"),
    *("inLanguage", "instrument", "license", "mentions", "name", "object", "programmingLanguage", "result"),
    *("sameAs", "softwareRequirements", "targetProduct", "version"),
}
TYPES = {
    *("ComputerLanguage", "CreateAction", "CreativeWork", "Dataset", "File", "SoftwareApplication"),
    "SoftwareSourceCode",
}
Entity = dict[str, Any]


@pytest.fixture(params=["bundle", "twin_bundle"])
def packed(request: pytest.FixtureRequest) -> dict[str, bytes]:
    made: Bundle = request.getfixturevalue(request.param)
    return contents(made.path)


@pytest.fixture
def graph(packed: dict[str, bytes]) -> dict[str, Entity]:
    entities = json.loads(packed["ro-crate-metadata.json"])["@graph"]
    named = {entity["@id"]: entity for entity in entities}
    assert len(named) == len(entities)  # MUST NOT list multiple entities with the same @id
    return named


def types(entity: Entity) -> list[str]:
    kinds = entity["@type"]
    return kinds if isinstance(kinds, list) else [kinds]


def references(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each["@id"] for each in values if isinstance(each, dict)]


def test_the_descriptor_names_the_version_and_the_root(graph: dict[str, Entity]) -> None:
    assert graph["ro-crate-metadata.json"] == {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }


def test_the_root_has_what_it_must_have(graph: dict[str, Entity]) -> None:
    root = graph["./"]
    assert root["@type"] == "Dataset"
    assert root["name"] in {"Granskningspaket: Prov", "Reviewer’s bundle: Trial"}
    assert root["datePublished"] == "2026-01-01"  # the day of the plan
    assert graph[root["license"]["@id"]]["name"] in {"Villkor", "Terms"}
    assert {"description"} <= root.keys() & graph["#terms"].keys()


def test_the_date_is_the_last_day_of_the_data_where_it_is_declared(source: Finished) -> None:
    codebook = replace(source.declaration.codebook, data_until=date(2025, 6, 30))
    until = replace(source, declaration=replace(source.declaration, codebook=codebook))
    graph = json.loads(crate_json(until, {"LICENSE": b"x"}, "sv"))["@graph"]
    assert graph[0]["datePublished"] == "2025-06-30"


def test_every_file_is_described_with_its_size_and_checksum(
    packed: dict[str, bytes], graph: dict[str, Entity]
) -> None:
    described = {name: entity for name, entity in graph.items() if "File" in types(entity)}
    assert set(described) == set(packed) - {"ro-crate-metadata.json"}
    for name, entity in described.items():
        assert entity["sha256"] == sha256(packed[name]).hexdigest()
        assert entity["contentSize"] == str(len(packed[name]))
        assert "/" in entity["encodingFormat"]
    assert described["report/report.pdf"]["encodingFormat"] == "application/pdf"
    assert described["report/results.json"]["encodingFormat"] == "application/json"


def test_files_and_folders_hang_together_from_the_root(graph: dict[str, Entity]) -> None:
    parts = set(references(graph["./"]["hasPart"]))
    data = {name for name, entity in graph.items() if {"File", "Dataset"} & set(types(entity))} - {"./"}
    assert parts == data
    for name in data:
        if name.endswith("/"):
            inside = set(references(graph[name]["hasPart"]))
            assert inside == {each for each in data if each.startswith(name) and each != name}


def test_every_reference_leads_somewhere(graph: dict[str, Entity]) -> None:
    for entity in graph.values():
        for key, value in entity.items():
            if not key.startswith("@") and key != "conformsTo":
                assert set(references(value)) <= graph.keys(), (entity["@id"], key)


def test_only_words_of_the_context_are_used(packed: dict[str, bytes], graph: dict[str, Entity]) -> None:
    context = json.loads(packed["ro-crate-metadata.json"])["@context"]
    assert context == ["https://w3id.org/ro/crate/1.1/context", {"sha256": "http://schema.org/sha256"}]
    used = {key for entity in graph.values() for key in entity if not key.startswith("@")}
    assert used - TERMS == {"sha256"}
    assert {kind for entity in graph.values() for kind in types(entity)} == TYPES


def test_code_declarations_and_results_are_linked(packed: dict[str, bytes], graph: dict[str, Entity]) -> None:
    action = graph["#made_report"]
    assert action["@type"] == "CreateAction"
    assert references(action["instrument"]) == ["#program"]
    assert references(action["object"]) == ["study/", "#data"]
    assert references(action["result"]) == ["report/report.pdf", "report/results.json"]
    said = json.loads(packed["report/manifest.json"])["code"]
    program = graph["#program"]
    assert program["version"] == "0.1.0"
    assert said["source"] in program["description"]
    assert references(program["softwareRequirements"]) == ["requirements.lock"]
    assert references(program["license"]) == ["LICENSE"]
    assert references(graph["code/"]["targetProduct"]) == ["#program"]
    twin = [name for name in graph if name.startswith("#made_twin")]
    assert twin == (["#made_twin", "#made_twin_report"] if "twin/data.xlsx" in packed else [])
    for name in twin:
        assert "#data" not in references(graph[name]["object"])


def test_nobody_and_no_clock_is_named(graph: dict[str, Entity]) -> None:
    for entity in graph.values():
        assert not {"author", "creator", "publisher", "agent", "endTime", "dateModified"} & entity.keys()


def test_the_library_reads_it_back(twin_bundle: Bundle, unpacked: Path) -> None:
    crate = ROCrate(unpacked)
    assert crate.version == "1.1"
    assert crate.name == "Reviewer’s bundle: Trial"
    files = {entity.id for entity in crate.data_entities if "File" in entity.type}
    assert files == set(contents(twin_bundle.path)) - {"ro-crate-metadata.json"}
    assert crate.get("#made_report")["instrument"] == crate.get("#program")
    assert [each.id for each in crate.root_dataset["mentions"]] == [
        *("#made_report", "#made_twin", "#made_twin_report")
    ]
