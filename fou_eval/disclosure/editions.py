"""What a report may show beside the earlier ones: rows on refused sets go, and so does anything new about old ones.

Two reports on the same families tell nothing together that neither tells alone as long as one of them shows all that
the other one shows. Otherwise they can be subtracted: classes 0-5 and 6-10 in one, 0-4 and 5-10 in the other, are the
families at five.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from math import isfinite
from operator import attrgetter

from fou_eval.disclosure.counted import threshold_of
from fou_eval.disclosure.ledger import Basis, Edition, Ledger, Sets, Variable, all_populations, variable_of
from fou_eval.disclosure.listed import COUNTED, RECORDED, also_on
from fou_eval.disclosure.recorded import counted
from fou_eval.disclosure.release import Decision, LedgerSummary, Released
from fou_eval.disclosure.rules import withheld
from fou_eval.estimates import Estimate, Estimates, Population

RULE = "rule.ledger"
Finish = Callable[[Sequence[Released]], tuple[Released, ...]]
Key = tuple[str, ...]  # outcome, statistic, category, waves
# Reasons that say more than the ledger's, since they hold of the whole indicator whatever was published before.
_OF_THE_WHOLE = frozenset({"rule.small_study", "rule.few_families", RULE})
_KEY = attrgetter("outcome", "statistic", "category", "wave_before", "wave_after")
# All that is shown, less what depends on other indicators: adjusted p-values and false discovery rates.
_SHOWN = attrgetter(
    *("statistic", "category", "scale", "unit", "wave_before", "wave_after"),
    *("value", "low", "high", "confidence", "p_value", "p_exact", "se", "df", "n", "n_families", "note"),
)
# Of a declaration, the words do not enter; the classes do where a row is about one of them.
_WORDS = frozenset(
    {
        *("label", "sv", "en", "unit", "per", "source", "example", "aliases", "accept", "pattern"),
        *("required", "missing_codes", "only_when", "domain"),
    }
)
_CLASSES = frozenset({"classes", "steps", "groups", "codes"})


def closed_by_ledger(
    rows: Iterable[Released], estimates: Estimates, closed: frozenset[Variable]
) -> list[Released]:
    """Withhold every row that rests on a refused set.

    A refused level or change of the contrast takes all of the indicator with it: from what is left of it the rest
    could be worked out. A refused change to another wave, set of those who left, set of reasons or number of persons
    goes alone.
    """
    return [_closed(row) if closed & set(_rests_on(row.estimate, estimates)) else row for row in rows]


def _closed(row: Released) -> Released:
    if row.decision.status == "withheld" and _OF_THE_WHOLE & set(row.decision.rules):
        return row
    return Released(estimate=withheld(row.estimate), decision=Decision(status="withheld", rules=(RULE,)))


def _rests_on(row: Estimate, estimates: Estimates) -> tuple[Variable, ...]:
    """Name the sets of families that a row rests on; the counts of families rest on none."""
    before, after = estimates.plan.contrast.before, estimates.plan.contrast.after
    if not row.outcome:
        own, rows = _about(row, estimates), counted(row, estimates)
        if own is None:
            return rows
        beside = (*also_on(row.statistic, estimates.codebook), *rows)
        return beside if rows and row.statistic in COUNTED else (own, *beside)
    pairs: tuple[Variable, ...] = tuple(
        (row.outcome, "pairs", waves) for waves in ((before,), (after,), (before, after))
    )
    if row.statistic == "change_from_entry" and row.wave_after != after:
        return (*pairs, (row.outcome, "pairs", (before, row.wave_after)))
    return (*pairs, (row.outcome, "left", (before,))) if row.statistic == "leavers_difference" else pairs


def _about(row: Estimate, estimates: Estimates) -> Variable | None:
    """Name the one set under which a row is kept."""
    if row.statistic == "leavers_difference":
        return row.outcome, "left", (estimates.plan.contrast.before,)
    if row.outcome:
        return row.outcome, "pairs", tuple(dict.fromkeys((row.wave_before, row.wave_after)))
    groups = {"missing_reason": "reasons", "persons_enrolled": "enrolled", "persons_at_wave": "measured"}
    if row.statistic in RECORDED:
        return "", "records", (row.category.partition(":")[0],)
    group = groups.get(row.statistic)
    return None if group is None else ("", group, (row.wave_after,) if row.wave_after else ())


def _is_shown(row: Released) -> bool:
    shown = isfinite(row.estimate.value) or row.decision.status == "changed"
    return shown and row.decision.status != "withheld"


def shown_sets(rows: Iterable[Released], estimates: Estimates, ledger: Ledger) -> dict[Variable, Basis]:
    """Give the fingerprints of the families behind the rows that are shown, and of these rows."""
    every = tuple(rows)
    return _with_rows(_behind(every, estimates), _rows_told(every, estimates, ledger), ledger)


def _with_rows(
    populations: Iterable[Population], told: Iterable[tuple[Variable, Key, str]], ledger: Ledger
) -> dict[Variable, Basis]:
    rows: dict[Variable, set[str]] = {}
    for variable, _, one in told:
        rows.setdefault(variable, set()).add(one)
    return {
        variable_of(one): replace(ledger.basis(one), rows=frozenset(rows.get(variable_of(one), ())))
        for one in populations
    }


def _behind(rows: Iterable[Released], estimates: Estimates) -> tuple[Population, ...]:
    """Give the sets of families behind the rows that are shown."""
    variables = {
        variable for row in rows if _is_shown(row) for variable in _rests_on(row.estimate, estimates)
    }
    return tuple(
        population
        for population in all_populations(estimates)
        if population.families and variable_of(population) in variables
    )


def _rows_told(
    rows: Iterable[Released], estimates: Estimates, ledger: Ledger
) -> Iterator[tuple[Variable, Key, str]]:
    """Give the set, the key and the fingerprint of every row that is shown."""
    meanings: dict[tuple[str, frozenset[str]], str] = {}
    for row in rows:
        estimate = row.estimate
        variable = _about(estimate, estimates)
        if variable is None or not _is_shown(row):
            continue
        about = (estimate.outcome, _WORDS if estimate.category else _WORDS | _CLASSES)
        if about not in meanings:
            meanings[about] = _meaning(estimates, *about)
        told = repr((*_SHOWN(estimate), meanings[about]))
        yield variable, _KEY(estimate), ledger.row(variable, told)


def _meaning(estimates: Estimates, outcome: str, left_out: frozenset[str]) -> str:
    """Give what is declared of an indicator, less some of it."""
    if not outcome:
        return ""
    declared = _without(estimates.codebook.indicator(outcome).column.model_dump(mode="json"), left_out)
    return sha256(repr(declared).encode()).hexdigest()


def _without(declared: object, names: frozenset[str]) -> object:
    if isinstance(declared, Mapping):
        return {name: _without(value, names) for name, value in declared.items() if name not in names}
    return [_without(value, names) for value in declared] if isinstance(declared, list) else declared


def beside_earlier(
    rows: Sequence[Released], finish: Finish, estimates: Estimates, ledger: Ledger | None
) -> tuple[Released, ...]:
    """Withhold what is said anew, or otherwise, of families that an earlier report was about.

    What an earlier report showed about the same thing and in the same way stays. All that is withheld of such an
    indicator has one reason, or the reasons would tell what would have been shown.

    Parameters
    ----------
    rows
        All rows, as the rules for single numbers and the audit left them.
    finish
        Works out what follows from the rows that are shown.
    estimates, ledger
        What the rows were made of, and what earlier reports rest on.
    """
    done = finish(rows)
    anew = said_anew(done, estimates, ledger)
    if not anew:
        return done
    done = finish([_closed(row) if _KEY(row.estimate) in anew else row for row in rows])
    outcomes = {outcome for outcome, *_ in anew} - {""}
    return tuple(
        _closed(row) if row.decision.status == "withheld" and row.estimate.outcome in outcomes else row
        for row in done
    )


def said_anew(rows: Iterable[Released], estimates: Estimates, ledger: Ledger | None) -> frozenset[Key]:
    """Name the rows that no earlier report showed, about families of which one showed something else."""
    if ledger is None or not ledger.editions:
        return frozenset()
    told = list(_rows_told(rows, estimates, ledger))
    known = {one for edition in ledger.editions for basis in edition.sets.values() for one in basis.rows}
    new = [(variable, key) for variable, key, one in told if one not in known]
    if not new:
        return frozenset()
    topics = {_topic(variable) for variable, _ in new}
    concerned = (one for one in all_populations(estimates) if _topic(variable_of(one)) in topics)
    own = _with_rows(concerned, told, ledger)
    closed = {topic for topic in topics if any(_clash(topic, own, edition) for edition in ledger.editions)}
    return frozenset(key for variable, key in new if _topic(variable) in closed)


def _topic(variable: Variable) -> Variable:
    """Give what is shown or withheld together: an indicator, or one number of participants."""
    return (variable[0], "", ()) if variable[0] else variable


def _clash(topic: Variable, own: Sets, edition: Edition) -> bool:
    """Say whether an earlier report shows what this one does not, about the same families.

    Of two reports with the same contrast the later one may say all that the earlier one did, and more: together they
    tell what it tells alone. With another contrast each tells of a wave of its own, so the level that both have is
    shown alike or not at all: what one of them hides there, it hides beside its own wave.
    """
    theirs = {variable: basis for variable, basis in edition.sets.items() if _topic(variable) == topic}
    shared = [
        (variable, own[variable].rows, basis.rows)
        for variable, basis in theirs.items()
        if variable in own and _same(variable, own[variable], basis)
    ]
    if _levels(topic, theirs) == _levels(topic, own):
        return any(before - now for _, now, before in shared)
    return any(
        now != before if _is_level(variable) else bool(now - before and before - now)
        for variable, now, before in shared
    )


def _same(variable: Variable, one: Basis, other: Basis) -> bool:
    """Say whether two sets are of the same families; of records, whose rows grow, only where all rows are the same."""
    return one.values == other.values if variable[1] == "records" else one.same_families(other)


def _levels(topic: Variable, sets: Sets) -> set[Variable]:
    return {variable for variable in sets if _topic(variable) == topic and _is_level(variable)}


def _is_level(variable: Variable) -> bool:
    return variable[1] == "pairs" and len(variable[2]) == 1


def summed_up(rows: Sequence[Released], estimates: Estimates, ledger: Ledger | None) -> LedgerSummary:
    """Say how many sets were compared, with which earlier reports, and how many indicators that cost.

    A report that is made again is compared with those before it, so that it says the same as the first time.
    """
    registered = _behind(rows, estimates)
    editions = ledger.editions if ledger else ()
    if ledger is not None and editions:
        sets = _with_rows(registered, _rows_told(rows, estimates, ledger), ledger)
        same = (place for place, edition in enumerate(editions) if edition.sets == sets)
        editions = editions[: next(same, len(editions))]
    return LedgerSummary(
        sets=len(registered),
        compared=tuple(edition.name for edition in editions),
        withheld=len({row.estimate.outcome for row in rows if RULE in row.decision.rules} - {""}),
        begun_anew=_begun_anew(registered, editions, estimates, ledger) if ledger else (),
    )


def _begun_anew(
    registered: Sequence[Population], editions: Sequence[Edition], estimates: Estimates, ledger: Ledger
) -> tuple[str, ...]:
    """Name the indicators that rest on the families of one that has gone: under a new name nothing is compared."""
    now = {*(indicator.name for indicator in estimates.codebook.indicators()), *estimates.codebook.waves}
    changes = [
        (variable, basis)
        for edition in editions
        for variable, basis in edition.sets.items()
        if variable[1] == "pairs" and len(variable[2]) == 2
    ]
    gone = [(variable, basis) for variable, basis in changes if {variable[0], *variable[2]} - now]
    then = {name for (outcome, _, waves), _ in changes for name in (outcome, *waves)}
    return tuple(
        dict.fromkeys(
            one.outcome
            for one in registered
            for old, basis in gone
            if _may_be(variable_of(one), old, then, now)
            and ledger.basis(one, old).almost(basis, threshold_of(estimates, one))
        )
    )


def _may_be(variable: Variable, old: Variable, then: Container[str], now: Container[str]) -> bool:
    """Say whether a set may be an earlier one under another name of the indicator or of a wave."""
    if (variable[1], len(variable[2])) != ("pairs", 2):
        return False
    names = zip((variable[0], *variable[2]), (old[0], *old[2]), strict=True)
    return all(new == gone or (new not in then and gone not in now) for new, gone in names)
