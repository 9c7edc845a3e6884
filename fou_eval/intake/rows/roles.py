"""Which column says who somebody is in the family, and which of its codes are a child and a parent."""

from collections.abc import Mapping

from fou_eval.declaration.codebook import Code, Column, Table

_CHILD = frozenset({"child", "barn"})
_PARENT = frozenset({"parent", "guardian", "adult", "förälder", "vårdnadshavare", "vuxen"})


def child_and_parent(column: Column) -> tuple[str | None, str | None]:
    """Give the codes that stand for a child and for a parent, by their labels."""
    listed: Mapping[str | int, Code] = column.codes if isinstance(column.codes, dict) else {}
    labels = {str(code): {label.sv.casefold(), label.en.casefold()} for code, label in listed.items()}
    child = next((code for code, words in labels.items() if words & _CHILD), None)
    parent = next((code for code, words in labels.items() if words & _PARENT), None)
    return child, parent


def role_column(table: Table) -> str | None:
    """Name the column whose codes tell children from parents, or none; who set a goal says not who is in the family."""
    if table.records == "goals":
        return None
    found = (name for name, column in table.columns.items() if all(child_and_parent(column)))
    return next(found, None)
