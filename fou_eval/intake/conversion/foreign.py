"""Raw exports of survey tools and registers, known by the headers that only they write."""

from collections.abc import Sequence

from fou_eval.intake.conversion.waves import squeeze
from fou_eval.intake.raw import RawSheet
from fou_eval.intake.sheets.header_rows import header_text
from fou_eval.intake.sheets.locate import FIRST_ROWS

_MARKS: dict[str, tuple[str, ...]] = {
    "REDCap": (
        "redcap_event_name",
        "redcap_repeat_instrument",
        "redcap_repeat_instance",
        "redcap_survey_identifier",
        "redcap_data_access_group",
    ),
    "Webropol": ("respondentid", "svarsnummer", "webropol", "insamlare"),
    "LimeSurvey": ("lastpage", "startlanguage", "submitdate"),
    "Qualtrics": ("recordeddate", "distributionchannel", "responseid", "locationlatitude"),
    "SurveyMonkey": ("respondent id", "collector id"),
    "Sunet Survey": ("svarsdatum", "inlämnad", "svarandeid"),
    "Enalyzer": ("enalyzer", "respondentkey"),
    "Microsoft Forms": ("starttid", "slutförandetid"),
    "Microsoft Forms (English)": ("start time", "completion time"),
}
_ALONE = {"REDCap": 1}
_LABELLED_REDCAP = ("event name", "repeat instrument", "repeat instance")
_FIRST_COLUMN = {"tidstämpel": "Google Forms", "timestamp": "Google Forms"}


def foreign_tool(sheets: Sequence[RawSheet]) -> str | None:
    """Name the tool that a raw export comes from, by the headers that only it writes, or give none."""
    cells = [
        cell
        for sheet in sheets
        for row in [number for number in sheet.rows if number <= FIRST_ROWS]
        for cell in sheet.rows[row].values()
    ]
    headers = {squeeze(header_text(cell)) for cell in cells}
    for tool, marks in _MARKS.items():
        known = sum(squeeze(mark) in headers for mark in marks)
        if known >= _ALONE.get(tool, 2):
            return tool.partition(" (")[0]
    if sum(squeeze(mark) in headers for mark in _LABELLED_REDCAP) >= 2:
        return "REDCap"
    first = (_FIRST_COLUMN.get(squeeze(header_text(cell))) for cell in cells if cell.column == 1)
    return next((tool for tool in first if tool), None)
