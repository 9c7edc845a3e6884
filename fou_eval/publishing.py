"""Recording that a report has been published, so that later ones are compared with it."""

from fou_eval.disclosure import Ledger, Release
from fou_eval.disclosure.ledger_file import check_name, save, with_edition
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimates
from fou_eval.intake.persons.identifiers import may_be_shown


def publish(release: Release, estimates: Estimates, ledger: Ledger, *, name: str) -> None:
    """Record in the ledger which families a published report rests on, as salted fingerprints and counts.

    Call it when the report has been written and is to leave the house; drafts are not recorded. A report that is
    recorded already changes nothing.

    Parameters
    ----------
    release
        What the report shows.
    estimates
        What the release was made of.
    ledger
        From `open_ledger`, and given to `release`.
    name
        What later reports call this one, such as "delrapport 2016"; no person's name.

    Raises
    ------
    DisclosureError
        If the release is internal or does not fit the earlier reports, if the name will not do, or if the ledger
        cannot be written.
    """
    save(recorded(release, estimates, ledger, name=name))


def recorded(release: Release, estimates: Estimates, ledger: Ledger, *, name: str) -> Ledger:
    """Give the ledger with the report in it, or say why it cannot be; nothing is written."""
    refuse_name(name)
    return with_edition(ledger, name, estimates, release)


def refuse_name(name: str) -> None:
    """Refuse what is no name of a report, or could be a person's."""
    check_name(name)
    if not may_be_shown(name):
        raise DisclosureError(
            "The name of the report could be a person's name or number, and would stand in later reports. "
            "Give another one, such as 'delrapport 2016'."
        )
