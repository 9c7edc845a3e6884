"""Which states of an obstacle say that it is closed."""

from fou_eval.declaration.codebook import Table


def closing_states(table: Table) -> tuple[str, ...]:
    """Give the states under which a month of closing is filled in, by the column or by a rule.

    Parameters
    ----------
    table
        The table that records obstacles.
    """
    conditions = [table.columns["closed_month"].only_when] if "closed_month" in table.columns else []
    conditions += [
        rule.when for rule in table.rules if rule.rule == "only_when" and "closed_month" in rule.columns
    ]
    return tuple(str(code) for condition in conditions for code in condition.get("status", ()))
