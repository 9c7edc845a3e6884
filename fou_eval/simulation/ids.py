"""Running numbers of simulated families and persons, in the declared pattern."""

from collections.abc import Sequence

from fou_eval.declaration.running import RunningForm, running_form


def family_ids(pattern: str | None, families: int) -> list[str]:
    r"""Number the families from 1, in the declared pattern.

    Examples
    --------
    >>> family_ids(r"F\d{3}", 2)
    ['F001', 'F002']
    """
    form = running_form(pattern)
    if form is None or len(form.widths) != 1:
        form = RunningForm(("F", ""), (2,))
    return [form.fill([number]) for number in range(1, families + 1)]


def alone(pattern: str | None) -> bool:
    r"""Say whether a person's pattern leaves room for one person per family only, as ``F\d{2}-P1`` does."""
    form = running_form(pattern)
    return form is not None and len(form.widths) == 1 and form.texts[-1] != ""


def person_ids(pattern: str | None, family: Sequence[int], place: Sequence[int]) -> list[str]:
    r"""Number the persons: within their family where the pattern has room for both, else one after another.

    Parameters
    ----------
    pattern
        Declared pattern of the id column.
    family, place
        Family of each person, from 0, and the person's place in the family, from 1.

    Examples
    --------
    >>> person_ids(r"F\d{2}-P\d", [0, 0, 1], [1, 2, 1])
    ['F01-P1', 'F01-P2', 'F02-P1']
    >>> person_ids(r"P\d{3}", [0, 0, 1], [1, 2, 1])
    ['P001', 'P002', 'P003']
    """
    form = running_form(pattern)
    if form is None or len(form.widths) not in (1, 2):
        form = RunningForm(("F", "-P", ""), (2, 1))
    if len(form.widths) == 2:
        return [form.fill([number + 1, here]) for number, here in zip(family, place, strict=True)]
    numbers = [number + 1 for number in family] if alone(pattern) else range(1, len(family) + 1)
    return [form.fill([number]) for number in numbers]
