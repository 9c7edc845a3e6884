"""Where the report answers what was said of the project: which appendices there are is known once all are there."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import isfinite

from fou_eval import tables
from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.language import phrase
from fou_eval.report import blocks
from fou_eval.report.blocks import Block
from fou_eval.tables import Answer, State

Places = Collection[str]  # the codes of the appendices of the report

# The appendix that tells of what a table records; a table of none of these is told where its indicators are.
SHOWN_IN: Mapping[str, str] = {
    **dict.fromkeys(("families", "persons", "households", "occasions", "attrition_log"), "participants"),
    **dict.fromkeys(("organisations", "decisions"), "project"),
    **dict.fromkeys(("services", "placements", "contacts", "avoided_care", "sip_plans"), "care"),
    **dict.fromkeys(("goals", "goal_ratings", "experience"), "goals"),
    **dict.fromkeys(("assignments", "staff_fte", "ombud_time"), "advocates"),
    **dict.fromkeys(("costs", "unit_prices"), "costs"),
    **dict.fromkeys(("obstacles", "staff_survey", "activities", "feedback_log"), "obstacles"),
    "published_figures": "published",
    "reference_values": "method",
}
# Parts of the report that are no appendix of their own in every study, and where they then are.
_ELSEWHERE: Mapping[str, tuple[str, ...]] = {"published": ("published", "method")}


def placeholder() -> Block:
    """Make the place of the register, which is filled when all appendices are there."""
    return {"kind": "claims"}


def filled_in(body: Iterable[Block], release: Release, language: Language, places: Places) -> Iterator[Block]:
    """Go through the blocks of an appendix, with the register in its place.

    Parameters
    ----------
    body
        Blocks of one appendix.
    release
        What may be shown.
    language
        Language of the words.
    places
        Codes of the appendices of the report.
    """
    for block in body:
        if block["kind"] == "claims":
            yield blocks.table(tables.claims(release, answers(release, language, places), language), "claims")
        else:
            yield block


def answers(release: Release, language: Language, places: Places) -> dict[str, list[Answer]]:
    """Find where each claim is answered, and whether the answer is shown, withheld or was not measured."""
    return {
        code: list(dict.fromkeys(_answer(release, name, language, places) for name in claim.answered))
        for code, claim in release.codebook.claims.items()
    }


def _answer(release: Release, name: str, language: Language, places: Places) -> Answer:
    codebook = release.codebook
    indicator = next((one for one in codebook.indicators() if one.name == name), None)
    if indicator is not None:
        place = _place(indicator.domain, places)
        return Answer(_of_indicator(release, name), place, indicator.label(language))
    if name in codebook.tables:
        table = codebook.tables[name]
        return Answer(_of_table(release, table), _place_of(release, table, places), table.label[language])
    place = _place(name, places)
    return Answer("shown" if place else "not_measured", place)


def _place(code: str, places: Places) -> str:
    """Give the words that lead to an appendix; none where the report lacks it."""
    return next((refer("part", one) for one in _ELSEWHERE.get(code, (code,)) if one in places), "")


def _place_of(release: Release, table: Table, places: Places) -> str:
    """Give the appendix of what a table records, or of the first indicator that it holds, or of the participants."""
    if table.records is not None and (place := _place(SHOWN_IN[table.records], places)):
        return place
    own = {table.table, f"{table.table}_measured"}
    domains = [one.domain for one in release.codebook.indicators() if one.table in own]
    if table.records is None and not domains:
        return _place("participants", places)
    return next((place for code in domains if (place := _place(code, places))), "")


def _of_indicator(release: Release, *names: str) -> State:
    """Say whether anything of some indicators is shown, or all of it withheld, or none of it measured."""
    rows = [row for row in release if row.estimate.outcome in names]
    for row in rows:
        estimate = row.estimate
        if row.decision.status != "withheld" and estimate.n > 0 and isfinite(estimate.value):
            return "shown"
    return "withheld" if any(row.decision.status == "withheld" for row in rows) else "not_measured"


def _of_table(release: Release, table: Table) -> State:
    """Say the same of what a table records: its rows as counted, or facts of the project, or its indicators.

    Where of all that a table holds only the number of its rows is shown, the answer says so.
    """
    if table.records is not None and release.facts.get(table.table):
        return "shown"
    rows = [row for row in release if row.estimate.category.split(":")[0] == table.table]
    own = {table.table, f"{table.table}_measured"}
    outcomes = [one.name for one in release.codebook.indicators() if one.table in own]
    if not rows and not outcomes:  # families and persons are counted as participants
        return _of_participants(release, table)
    told = {row.estimate.statistic for row in rows if tables.shown(row) and row.estimate.value}
    measured = _of_indicator(release, *outcomes)
    if told - {"records"} or measured == "shown":
        return "shown"
    if told:
        return "total"
    hidden = any(row.decision.status == "withheld" for row in rows)
    return "withheld" if hidden else measured


def _of_participants(release: Release, table: Table) -> State:
    counted = "persons_enrolled" if table.with_role("person_id") else "families_enrolled"
    whose = table.with_role("person_id") or table.with_role("family_id")
    row = release.find(counted)
    return "shown" if whose and table.records is None and tables.shown(row) else "not_measured"


def heading(language: Language) -> Iterator[Block]:
    """Begin the register: what it is, and its place."""
    yield blocks.heading(phrase("claims.heading", language))
    yield blocks.paragraph(phrase("claims.text", language, {"table": refer("table", "claims")}))
    yield placeholder()
