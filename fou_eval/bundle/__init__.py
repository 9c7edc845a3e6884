"""The reviewer's bundle: a report with all that is needed to compute its numbers again, except the data."""

from fou_eval.bundle.packing import Bundle, write_bundle

__all__ = ["Bundle", "write_bundle"]
