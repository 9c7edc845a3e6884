"""Raw exports of survey tools and registers, which have to be mapped to the declared columns first."""

from collections.abc import Sequence

from fou_eval.intake.raw import RawSheet
from fou_eval.intake.sheets.header_rows import header_text
from fou_eval.intake.sheets.locate import FIRST_ROWS
from fou_eval.intake.spelling import same_header

_MARKS: dict[str, tuple[str, ...]] = {
    "REDCap": (
        "redcap_event_name",
        "redcap_repeat_instrument",
        "redcap_repeat_instance",
        "redcap_survey_identifier",
    ),
    "Webropol": ("respondentid", "svarsnummer", "webropol"),
    "LimeSurvey": ("lastpage", "startlanguage", "submitdate"),
    "Qualtrics": ("recordedDate", "distributionchannel", "responseid"),
    "Sunet Survey": ("svarsdatum", "inlämnad", "svarandeid"),
    "Enalyzer": ("enalyzer", "respondentkey"),
}


def foreign_tool(sheets: Sequence[RawSheet]) -> str | None:
    """Name the tool that a raw export comes from, by the headers that only it writes, or give none."""
    headers = {
        same_header(header_text(cell))
        for sheet in sheets
        for row in [number for number in sheet.rows if number <= FIRST_ROWS]
        for cell in sheet.rows[row].values()
    }
    for tool, marks in _MARKS.items():
        known = sum(same_header(mark) in headers for mark in marks)
        if known >= (1 if tool == "REDCap" else 2):
            return tool
    return None
