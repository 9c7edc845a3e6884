"""Identifiers in what travels along in a workbook without standing in a cell: named by what carries them."""

from urllib.parse import unquote

from fou_eval.intake.issue import Findings, Place, Severity
from fou_eval.intake.limits import Clock
from fou_eval.intake.persons.identifiers import Finding, in_text, name_words
from fou_eval.intake.raw import RawFile, Unseen, UnseenKind
from fou_eval.language import phrase

_PROGRAMS = frozenset(
    {
        *("openpyxl", "xlsxwriter", "microsoft excel", "microsoft office user", "fou_eval", "pandas"),
        *("libreoffice", "user", "apache poi"),
    }
)
_CLERKS: frozenset[UnseenKind] = frozenset(
    {"author", "connection", "custom_xml", "manager", "path", "printer", "property", "signature"}
)
"""Carriers that name whoever handled the file; a name there is no client's, a number or an address may be."""
_PATHS: frozenset[UnseenKind] = frozenset({"path", "hyperlink", "connection"})
_SEPARATED = str.maketrans(dict.fromkeys("_/\\", " "))


def judge_properties(raw: RawFile, findings: Findings) -> None:
    """Point at an author or a title; a number or an address in them stops, a name alone is most often the clerk's."""
    given = {name: text for name, text in raw.properties.items() if text.casefold().strip() not in _PROGRAMS}
    if not given:
        return
    found = {
        finding.kind for text in given.values() for finding in in_text(text) if finding.severity == "stop"
    }
    people = {"creator", "lastModifiedBy"} & set(given)
    variant = "person" if people or found or any(name_words(text) for text in given.values()) else ""
    severity: Severity = "stop" if found - {"name"} else "warning"
    findings.add(severity, "document_properties", Place(), variant=variant)


def judge_unseen(raw: RawFile, findings: Findings) -> None:
    """Point at identifiers outside the cells, once for each carrier, sheet and cell."""
    sheets = {sheet.position: sheet.shown for sheet in raw.sheets}
    seen: dict[tuple[UnseenKind, str], tuple[Finding, ...]] = {}
    places: dict[tuple[UnseenKind, int | None, str | None], dict[Finding, None]] = {}
    clock = Clock()
    for unseen in raw.unseen:
        clock.check()
        key = (unseen.kind, unseen.text)
        if key not in seen:
            seen[key] = _found(unseen)
        if seen[key]:
            where = (unseen.kind, unseen.position, unseen.cell)
            places.setdefault(where, {}).update(dict.fromkeys(seen[key]))
    for (kind, position, cell), found in places.items():
        sheet = sheets.get(position) if position is not None else None
        _report(kind, Place(sheet=sheet, cell=cell), tuple(found), findings)


def _found(unseen: Unseen) -> tuple[Finding, ...]:
    """Find what surely points out a person; short texts of the file's own making are full of doubtful words."""
    texts = [unseen.text, unseen.text.translate(_SEPARATED)]
    if unseen.kind in _PATHS:
        texts += [unquote(text) for text in texts if "%" in text]
    found = [finding for text in texts for finding in in_text(text)]
    sure = [finding for finding in found if finding.severity == "stop" or finding.kind == "pnr_part"]
    if unseen.kind not in _CLERKS:
        return tuple(sure)
    clerk = {finding.kind for finding in sure} & {"name", "email"}
    if unseen.kind == "manager" or len(name_words(texts[-1])) > 1:
        clerk.add("name")
    doubts = [Finding(kind, "warning", "possible_identifier") for kind in sorted(clerk)]
    return (*(finding for finding in sure if finding.kind not in clerk), *doubts)


def _report(kind: UnseenKind, place: Place, found: tuple[Finding, ...], findings: Findings) -> None:
    severity: Severity = "stop" if any(finding.severity == "stop" for finding in found) else "warning"
    gravest = [finding for finding in found if finding.severity == severity]
    sure = [finding for finding in gravest if finding.rule == "direct_identifier"]
    kinds = dict.fromkeys(
        phrase(f"issue.kind.{finding.kind}", findings.language) for finding in sure or gravest
    )
    carrier = phrase(f"issue.carrier.{kind}", findings.language)
    rule = "direct_identifier" if sure else "possible_identifier"
    texts = {"carrier": carrier, "kinds": ", ".join(kinds)}
    findings.add(severity, rule, place, variant="carried", places=texts)
