"""Columns that survey tools add of their own accord: who answered, when, from where."""

import re
from typing import Literal

from fou_eval.intake.conversion.waves import squeeze

Technical = Literal["respondent", "time", "ip", "contact", "place", "status", "form", "group", "event"]


def _squeezed(*headers: str) -> frozenset[str]:
    return frozenset(squeeze(header) for header in headers)


_HEADERS: dict[Technical, frozenset[str]] = {
    "event": _squeezed(
        "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance", "event name",
        "repeat instrument", "repeat instance",
    ),
    "respondent": _squeezed(
        "respondent id", "respondentid", "respondent", "respondentnummer", "svarsnummer", "svarsid", "svarande id",
        "svarandeid", "svarande", "response id", "responseid", "collector id", "external reference",
        "externalreference", "external data reference", "respondent key", "custom data 1", "id", "seed", "token",
        "användarnamn", "username",
    ),
    "time": _squeezed(
        "start date", "end date", "startdate", "enddate", "recorded date", "recordeddate", "starttid", "sluttid",
        "start time", "end time", "completion time", "slutförandetid", "last modified time", "senaste ändringstid",
        "timestamp", "tidstämpel", "duration (in seconds)", "svarsdatum", "inlämnad", "inskickad", "påbörjad",
        "avslutad", "svarstid", "datestamp", "submitdate", "startad", "created", "modified", "survey timestamp",
    ),
    "ip": _squeezed("ip address", "ipaddress", "ip-adress", "ip", "ip number", "ip-nummer", "ipaddr"),
    "contact": _squeezed(
        "email address", "email", "e-mail", "e-post", "e-postadress", "mejl", "recipient email", "recipientemail",
        "recipient first name", "recipientfirstname", "recipient last name", "recipientlastname", "first name",
        "last name", "förnamn", "efternamn", "namn", "name", "phone", "telefon", "mobil", "redcap_survey_identifier",
        "survey identifier",
    ),
    "place": _squeezed(
        "location latitude", "locationlatitude", "location longitude", "locationlongitude", "latitude", "longitude",
        "latitud", "longitud", "referrer url", "refurl",
    ),
    "status": _squeezed(
        "status", "progress", "finished", "response type", "distribution channel", "distributionchannel",
        "user language", "userlanguage", "startlanguage", "start language", "lastpage", "last page", "språk",
        "language",
        "totalpoäng", "total points", "quiz feedback", "svarsstatus", "complete?", "device", "enhet", "webbläsare",
    ),
    "group": _squeezed("redcap_data_access_group", "data access group", "collector", "insamlare", "grupp"),
    "form": frozenset(),
}  # fmt: skip
_FORM = re.compile(r"\w+_complete", re.IGNORECASE)
_TIME = re.compile(r"\w+_timestamp", re.IGNORECASE)
_KIND = {header: kind for kind, headers in _HEADERS.items() for header in headers}


def technical(header: str) -> Technical | None:
    """Say what a column is that a tool adds of its own accord, or none.

    Examples
    --------
    >>> technical("IP Address"), technical("uppfoljning_complete"), technical("Mående")
    ('ip', 'form', None)
    """
    text = header.strip()
    if _FORM.fullmatch(text):
        return "form"
    return "time" if _TIME.fullmatch(text) else _KIND.get(squeeze(text))
