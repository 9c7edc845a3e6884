"""What may leave: rules, the gate and the release that it makes."""

from fou_eval.disclosure.gate import release
from fou_eval.disclosure.ledger import Ledger
from fou_eval.disclosure.ledger_file import open_ledger
from fou_eval.disclosure.release import Decision, LedgerSummary, Release, Released

__all__ = ["Decision", "Ledger", "LedgerSummary", "Release", "Released", "open_ledger", "release"]
