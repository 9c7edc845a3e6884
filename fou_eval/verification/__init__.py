"""Verification: a finished report is computed again, and told apart from what it says."""

from fou_eval.verification.again import verify
from fou_eval.verification.outcome import Finding, Verification

__all__ = ["Finding", "Verification", "verify"]
