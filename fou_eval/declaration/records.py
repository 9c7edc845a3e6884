"""What a table may record beside outcomes at waves: services, placements, goals, obstacles, work and money.

A table says what it records with `records:`; its columns then have the names that stand here, whatever the headers in
the file, which are aliases. So a study may declare any of these tables, and what can be computed of them is computed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Literal

# fmt: off
Subject = Literal[
    "families", "persons", "households", "occasions", "services", "placements", "contacts", "avoided_care", "goals",
    "goal_ratings", "obstacles", "sip_plans", "experience", "assignments", "attrition_log", "staff_fte",
    "ombud_time", "costs", "unit_prices", "decisions", "feedback_log", "published_figures",
    "reference_values", "organisations", "staff_survey", "activities",
]
# fmt: on
_DAY = frozenset({"date", "month"})
_CODE = frozenset({"code"})
_FLAG = frozenset({"boolean"})
_NUMBER = frozenset({"integer", "number"})
_WHOLE = frozenset({"integer"})
_WORDS = frozenset({"text"})


@dataclass(frozen=True, slots=True)
class RecordField:
    """A column that is read in a table of some subject: the types it may have, and whether it must be there."""

    types: frozenset[str]
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a table of one subject holds.

    Attributes
    ----------
    about
        What one row is, and what is computed of it.
    fields
        The columns that are read, by name; further columns may be declared.
    counted
        Columns by which rows are counted, in the order in which the report shows them.
    of_families
        Whether rows are about families; if not, no column may hold the id of a family or person.
    """

    about: str
    fields: Mapping[str, RecordField]
    counted: tuple[str, ...] = ()
    of_families: bool = True


_needed, _may = partial(RecordField, needed=True), RecordField
RECORDED: Mapping[str, Recorded] = MappingProxyType(
    {
        "families": Recorded(
            "One family: when it entered, when and why it left.",
            {
                "entry_month": _needed(_DAY),
                "exit_month": _may(_DAY),
                "exit_reason": _may(_CODE),
                "exit_readiness": _may(_CODE),
                "referral_source": _may(_CODE),
                **{f"crit_{name}": _may(_FLAG) for name in ("economy", "work", "network", "stress_health")},
            },
            (
                *("referral_source", "exit_reason", "exit_readiness"),
                *("crit_economy", "crit_work", "crit_network", "crit_stress_health"),
            ),
        ),
        "persons": Recorded(
            "One person of a family: role, school stage or age band, and what is known of a disability.",
            {
                "role": _needed(_CODE),
                "npf_status": _may(_CODE),
                "school_stage": _may(_CODE),
                "adult_age": _may(_CODE),
            },
            ("role", "npf_status"),
        ),
        "households": Recorded(
            "One household of a family; a family may have several.",
            {"household_type": _may(_CODE), "housing": _may(_CODE)},
            ("household_type", "housing"),
        ),
        "occasions": Recorded(
            "One measurement of a family: how it was made, and by whom.",
            {"mode": _may(_CODE), "baseline_type": _may(_CODE), "rater_independent": _may(_FLAG)},
            ("mode", "baseline_type", "rater_independent"),
        ),
        "services": Recorded(
            "One spell of a service, from start to end; no end means that it goes on.",
            {
                "provider": _needed(_CODE),
                "start": _needed(_DAY),
                "end": _may(_DAY),
                "service_type": _may(_CODE),
                "legal_basis": _may(_CODE),
                "initiated_by": _may(_CODE),
            },
            ("provider", "service_type", "legal_basis", "initiated_by"),
        ),
        "placements": Recorded(
            "One spell of care out of home, from start to end; no end means that it goes on.",
            {
                "start": _needed(_DAY),
                "end": _may(_DAY),
                "placement_type": _may(_CODE),
                "legal_basis": _may(_CODE),
            },
            ("placement_type", "legal_basis"),
        ),
        "contacts": Recorded(
            "The contacts of a family with one actor over a period that ends at a wave.",
            {
                "actor": _needed(_CODE),
                "n_caseworkers": _may(_WHOLE),
                "n_units": _may(_WHOLE),
                "n_contacts": _may(_WHOLE),
                "n_missed": _may(_WHOLE),
                "n_meetings": _may(_WHOLE),
            },
        ),
        "avoided_care": Recorded(
            "One judgement that care was avoided: by whom, when and how sure. Never subtracted from observed care.",
            {
                "care_type": _needed(_CODE),
                "judged_by": _needed(_CODE),
                "confidence": _needed(_CODE),
                "judged_when": _may(_CODE),
                "days_assumed": _may(_WHOLE),
            },
            ("care_type", "judged_by", "judged_when", "confidence"),
        ),
        "goals": Recorded(
            "One goal of a family: in which area, who set it (`family`, `parent`, `child` and `joint` are "
            "the family itself), how important it is.",
            {
                "goal_no": _needed(_WHOLE),
                "area": _needed(_CODE),
                "set_by": _needed(_CODE),
                "importance": _may(_WHOLE),
                "target": _may(_NUMBER),
                "theme": _may(_CODE),
            },
            ("area", "set_by"),
        ),
        "goal_ratings": Recorded(
            "One goal at one wave: how far it was reached.", {"goal_no": _needed(_WHOLE)}
        ),
        "obstacles": Recorded(
            "One obstacle that a family met: at which level, who owns it, what became of it.",
            {
                "level": _needed(_CODE),
                "status": _needed(_CODE),
                "raised_month": _needed(_DAY),
                "closed_month": _may(_DAY),
                "owner": _may(_CODE),
                "theme": _may(_CODE),
            },
            ("level", "owner", "theme", "status"),
        ),
        "sip_plans": Recorded(
            "One coordinated individual plan: whether it was followed up and whether the family took part.",
            {"start": _needed(_DAY), "followed_up": _needed(_FLAG), "family_participated": _may(_FLAG)},
            ("followed_up", "family_participated"),
        ),
        "experience": Recorded(
            "How one person sees the support at one wave: helped, took part, trusts, and why.",
            {"helped": _needed(frozenset({"code", "integer"})), "reason_helped": _may(_CODE)},
            ("reason_helped",),
        ),
        "assignments": Recorded(
            "One family with one family advocate, from start to end; no end means that it goes on.",
            {"advocate": _needed(_CODE), "start": _needed(_DAY), "end": _may(_DAY)},
        ),
        "attrition_log": Recorded(
            "Why a family or person was not measured at a wave.", {"reason": _needed(_CODE)}, ("reason",)
        ),
        "staff_fte": Recorded(
            "Full-time posts of one role in one month.",
            {"role": _needed(_CODE), "month": _needed(_DAY), "fte": _needed(_NUMBER)},
            of_families=False,
        ),
        "ombud_time": Recorded(
            "Hours of one family advocate with one activity in one month.",
            {
                "advocate": _needed(_CODE),
                "month": _needed(_DAY),
                "activity": _needed(_CODE),
                "hours": _needed(_NUMBER),
                "role_in_meeting": _may(_CODE),
                "notice_hours": _may(_NUMBER),
            },
            of_families=False,
        ),
        "costs": Recorded(
            "One amount that the project cost, with year, perspective and source.",
            {
                "item": _needed(_CODE),
                "amount_sek": _needed(_NUMBER),
                "year": _needed(_WHOLE),
                "source": _needed(_CODE),
                "perspective": _needed(_CODE),
                "funder": _may(_CODE),
                "n_families": _may(_WHOLE),
                "posts": _may(_NUMBER),
                "months": _may(_NUMBER),
            },
            of_families=False,
        ),
        "unit_prices": Recorded(
            "One price per unit, low, base and high, with year, perspective and source.",
            {
                "item": _needed(_CODE),
                "low": _needed(_NUMBER),
                "base": _needed(_NUMBER),
                "high": _needed(_NUMBER),
                "year": _needed(_WHOLE),
                "source": _needed(_CODE),
                "perspective": _needed(_CODE),
                "per": _may(_CODE),
            },
            of_families=False,
        ),
        "decisions": Recorded(
            "One decision, or one step that was to follow: by whom, when, planned and done.",
            {
                "decision": _needed(_CODE),
                "body": _needed(_CODE),
                "month": _may(_DAY),
                "deadline": _may(_DAY),
                "status": _needed(_CODE),
                "paragraph": _may(_WORDS),
                "dnr": _may(_WORDS),
            },
            of_families=False,
        ),
        "feedback_log": Recorded(
            "One occasion on which results were given back, and to whom.",
            {
                "forum": _needed(_CODE),
                "month": _needed(_DAY),
                "data_cutoff": _may(_DAY),
                "report_version": _may(_CODE),
            },
            of_families=False,
        ),
        "published_figures": Recorded(
            "One figure that somebody published, with source and date; compared with what is computed.",
            {
                "figure": _needed(_CODE),
                "value": _needed(_NUMBER),
                "unit": _needed(_CODE),
                "source": _needed(_CODE),
                "date": _may(_DAY),
                "kind": _needed(_CODE),
            },
            of_families=False,
        ),
        "reference_values": Recorded(
            "One published value of a population to compare with.",
            {
                "measure": _needed(_CODE),
                "population": _needed(_CODE),
                "value": _needed(_NUMBER),
                "year": _needed(_WHOLE),
                "source": _needed(_CODE),
            },
            of_families=False,
        ),
        "organisations": Recorded(
            "One organisation, body or unit, and its level.",
            {"organisation": _needed(_CODE), "level": _needed(_CODE)},
            of_families=False,
        ),
        "staff_survey": Recorded(
            "Answers of staff to one question in one round, counted.",
            {
                "question": _needed(_CODE),
                "month": _needed(_DAY),
                "n_answers": _needed(_WHOLE),
                "n_agree": _needed(_WHOLE),
            },
            of_families=False,
        ),
        "activities": Recorded(
            "One activity such as a training, with its month and how many took part.",
            {"activity": _needed(_CODE), "month": _needed(_DAY), "participants": _may(_WHOLE)},
            of_families=False,
        ),
    }
)
