"""Which statistics may be published at all."""

from collections.abc import Mapping

from fou_eval.consequences import FOLLOWING
from fou_eval.declaration.codebook import Codebook
from fou_eval.declaration.records import Subject

STRUCTURE = frozenset(
    {"families_enrolled", "persons_enrolled", "families_at_wave", "persons_at_wave", "missing_reason"}
)

AGREEMENT = "procedures_that_agree"

# Numbers made of records about families; their category begins with the name of the table.
RECORDED = frozenset(
    {
        "records",
        "records_where",
        "obstacles_closed",
        "obstacles_by_time",
        "mean_months_to_close",
        "largest_family_share",
    }
)
# Goals: both sides of each share and what is left beside it hold the smallest cell. Services and feeling helped: a rank
# correlation to one decimal, from ten families on. Caseload: whole families, over half-years with enough families.
RECORDED |= {
    *("goals_set_by_family", "goals_reached_where", "goals_worse_where", "services_and_helped"),
    *("caseload", "advocate_months_at_standard", "months_with_advocate"),
}
# Services at a time: whole families, over half-years joined until each number and each step stands on enough families.
# Plans: both sides of the share, and those of which it is not known, are of as many families.
RECORDED |= {"services_ongoing", "services_followed", "plans_share"}
# Those of them that add up to the rows of a table: what one of them hides the others give away by subtraction.
PARTITIONED = frozenset({"records_where", "obstacles_by_time"})
PARTITIONED |= {"goals_reached_where", "goals_worse_where"}
# Those of which, or of the number beside which, the number of rows of a table can be worked out.
OF_ALL_ROWS = PARTITIONED | {"goals_set_by_family", "plans_share", "obstacles_closed", "mean_months_to_close"}
# Those that nothing but rows make: the ledger compares whose rows they are, whatever else changed in the table.
COUNTED = frozenset({"records"}) | (OF_ALL_ROWS - {"mean_months_to_close"})
# The part under which the rows that they count are kept where it does not stand in their category.
OTHER_PARTS: Mapping[str, str] = dict.fromkeys(("goals_reached_where", "goals_worse_where"), "reached")
# What rests on a second table beside the one that its category names, by subject; the ledger compares both.
ALSO_ON: Mapping[str, Subject] = {
    **dict.fromkeys(("goals_reached_where", "goals_worse_where"), "goal_ratings"),
    "services_and_helped": "experience",
}
# Numbers about the project itself that no family stands behind, or all that took part together.
# Months of the project and its decisions are declared, or printed as they are; the target is declared, and the families
# enrolled are told; answers of staff come as counts, and few of them give no share.
PROJECT: frozenset[str] = frozenset({"project_months", "share_of_target", "decision_delay", "staff_share"})

# Those that follow from released numbers are made anew of these, and withheld with them; see `followed`.
PROJECT |= FOLLOWING

# Hours and posts of staff, summed over all: those of a single advocate are not made.
PROJECT |= {
    *("hours_in_all", "hours_share", "hours_with_families", "short_notice", "posts_by_role"),
}

# What may be published at all. A statistic that is not named here stays in the internal profile, whatever its numbers
# are: one value may tell nothing while two together rebuild the data (a mean with a standard deviation, say), so a
# statistic enters this list only when its company has been thought through, in the rules and in tests/disclosure.
PUBLISHED = (
    STRUCTURE
    | RECORDED
    | PROJECT
    | frozenset(
        {
            *("share_better", "share_same", "share_worse", "share_not_better", "share_not_worse"),
            *("share_higher", "share_lower", "share_not_higher", "share_not_lower", "net_improvement"),
            *(
                "mean_before",
                "mean_after",
                "mean_change",
                "family_mean_change",
                "family_mean_change_exact",
                "g_av",
            ),
            *("share_yes_before", "share_yes_after", "paired_difference"),
            *("rate_before", "rate_after", "rate_ratio", "family_rate_change", "family_rate_change_exact"),
            *("class_share_before", "class_share_after", "transition_share"),
            *("leave_one_family_out", "change_from_entry", AGREEMENT, "minimal_detectable_change"),
            *(
                "leavers_difference",
                "bound_no_change",
                "bound_worst",
                "bound_best",
                "bound_lowest",
                "bound_highest",
            ),
            *("tipping_point", "regression_to_mean", "change_beyond_regression"),
        }
    )
)


def also_on(statistic: str, codebook: Codebook) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Give the set of families of the second table that a number rests on, as the ledger names it; none for most."""
    table = codebook.recording(ALSO_ON[statistic]) if statistic in ALSO_ON else None
    return () if table is None else (("", "records", (table.table,)),)
