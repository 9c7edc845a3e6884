"""Attackers: what a reader with a computer works out from one published report.

Each attack is a function from what a reader holds (`published.Published`) to its claims (`findings.Finding`). Those in
`INSIDERS` also get the answers of one family, which subtracts itself. `findings` says which claims are disclosures.
"""

from collections.abc import Callable, Iterator, Mapping

from disclosure.adversary import between_the_lines, changes, coalition, integer, listing, membership, words
from disclosure.adversary.coalition import Own
from disclosure.adversary.findings import Finding
from disclosure.adversary.published import Published

ATTACKS: Mapping[str, Callable[[Published], Iterator[Finding]]] = {
    "integer": integer.attack,
    "changes": changes.attack,
    "course": changes.course,
    "tests": changes.tests,
    "listing": listing.attack,
    "leavers": words.leavers,
    "reasons": words.reasons,
    "minimality": words.minimality,
    "membership": membership.attack,
    "equal changes": between_the_lines.equal_changes,
    "ends of scales": between_the_lines.scale_ends,
    "rules of transitions": between_the_lines.rules_of_transitions,
}
INSIDERS: Mapping[str, Callable[[Published, Own], Iterator[Finding]]] = {"coalition": coalition.attack}
