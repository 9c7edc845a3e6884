"""The metadata of a bundle for machines: RO-Crate 1.1, https://w3id.org/ro/crate/1.1."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from rocrate.model import ComputerLanguage, ContextEntity, SoftwareApplication
from rocrate.rocrate import ROCrate

from fou_eval.bundle.finished import Finished
from fou_eval.declaration import Language
from fou_eval.documents.canonical import canonical_json
from fou_eval.language import PHRASES, phrase
from fou_eval.provenance.marks import mark_of

METADATA = "ro-crate-metadata.json"
# The context of version 1.1 is older than this word of schema.org.
_TERMS = {"sha256": "http://schema.org/sha256"}
_MIT = "https://spdx.org/licenses/MIT"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".xlsx": _SHEET,
    ".yaml": "application/yaml",
}
Reference = dict[str, str]


def crate_json(source: Finished, contents: Mapping[str, bytes], language: Language) -> bytes:
    """Describe every file of a bundle, what it was made of and with what.

    Nothing in it comes from the clock or the machine: the date is the last day that the data cover or, where none is
    declared, the day on which the plan was fixed.

    Parameters
    ----------
    source
        The report.
    contents
        The other files of the bundle, by name.
    language
        Language of names and descriptions.
    """
    crate = ROCrate(version="1.1")
    crate.metadata.extra_terms.update(_TERMS)
    _describe_root(crate, source, language)
    for folder in sorted({f"{PurePosixPath(name).parts[0]}/" for name in contents if "/" in name}):
        _add_folder(crate, folder, contents, source, language)
    for name, content in sorted(contents.items()):
        crate.add_file(dest_path=name, properties=_file(name, content, language))
    _add_program(crate, source, language)
    _add_actions(crate, contents, language)
    return canonical_json(crate.metadata.generate())


def _describe_root(crate: Any, source: Finished, language: Language) -> None:
    codebook, plan = source.declaration.codebook, source.declaration.plan
    title = {"title": codebook.title[language]}
    root = crate.root_dataset
    root["name"] = phrase("bundle.crate.name", language, title)
    root["description"] = phrase("bundle.crate.description", language, title)
    root["datePublished"] = (codebook.data_until or plan.fixed_on).isoformat()
    root["inLanguage"] = language
    root["license"] = _thing(crate, "#terms", "CreativeWork", "terms", language)


def _thing(crate: Any, name: str, kind: str, key: str, language: Language) -> Any:
    """Add something that is no file, with a name and a description of the catalogue."""
    properties = {
        "@type": kind,
        "name": phrase(f"bundle.crate.{key}", language),
        "description": phrase(f"bundle.crate.{key}_text", language),
    }
    return crate.add(ContextEntity(crate, name, properties=properties))


def _add_folder(
    crate: Any, folder: str, contents: Mapping[str, bytes], source: Finished, language: Language
) -> None:
    inside = [_of(name) for name in sorted(contents) if name.startswith(folder)]
    words = phrase(f"bundle.part.{folder}", language, {"version": source.manifest.code.version})
    properties: dict[str, Any] = {"name": words, "hasPart": inside}
    if folder == "code/":
        properties |= {
            "@type": ["Dataset", "SoftwareSourceCode"],
            "license": _of("LICENSE"),
            "programmingLanguage": _of("#python"),
            "targetProduct": _of("#program"),
        }
    crate.add_dataset(dest_path=folder, properties=properties)


def _file(name: str, content: bytes, language: Language) -> dict[str, Any]:
    path = PurePosixPath(name)
    properties = {
        "name": path.name,
        "encodingFormat": _TYPES.get(path.suffix, "text/plain"),
        "contentSize": str(len(content)),
        "sha256": mark_of(content),
    }
    known = [
        f"bundle.part.{name}",
        *([f"report.attached.{path.name}"] if path.parent.name == "report" else []),
    ]
    words = next((phrase(key, language) for key in known if key in PHRASES), "")
    return {**properties, "description": words} if words else properties


def _add_program(crate: Any, source: Finished, language: Language) -> None:
    code, surroundings = source.manifest.code, source.manifest.environment
    commit = code.commit or phrase("bundle.crate.unknown", language)
    crate.add(
        SoftwareApplication(
            crate,
            "#program",
            properties={
                "name": "fou_eval",
                "version": code.version,
                "description": phrase(
                    "bundle.crate.program_text", language, {"source": code.source, "commit": commit}
                ),
                "license": _of("LICENSE"),
                "softwareRequirements": _of("requirements.lock"),
            },
        ),
        ComputerLanguage(
            crate,
            "#python",
            properties={"name": surroundings.implementation, "version": surroundings.python},
        ),
        ContextEntity(crate, _MIT, properties={"@type": "CreativeWork", "name": "MIT License"}),
    )
    crate.get("LICENSE")["sameAs"] = _of(_MIT)


def _add_actions(crate: Any, contents: Mapping[str, bytes], language: Language) -> None:
    """Say what was made of what; the data of the study are named, though they are not in the bundle."""
    _thing(crate, "#data", "CreativeWork", "data", language)
    made = [
        ("made_report", ["study/", "#data"], [f"report/{name}" for name in ("report.pdf", "results.json")])
    ]
    if "twin/data.xlsx" in contents:
        made += [
            ("made_twin", ["study/"], ["twin/data.xlsx"]),
            (
                "made_twin_report",
                ["study/", "twin/data.xlsx"],
                [f"twin/report/{name}" for name in ("report.pdf", "results.json")],
            ),
        ]
    for key, objects, results in made:
        action = ContextEntity(
            crate,
            f"#{key}",
            properties={
                "@type": "CreateAction",
                "name": phrase(f"bundle.crate.{key}", language),
                "instrument": _of("#program"),
                "object": [_of(name) for name in objects],
                "result": [_of(name) for name in results],
            },
        )
        crate.add(action)
        crate.root_dataset.append_to("mentions", action)


def _of(name: str) -> Reference:
    return {"@id": name}
