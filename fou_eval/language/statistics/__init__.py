"""Phrases for statistics: label, method and notes, one file per family of statistics."""

from fou_eval.language.statistics import checks, default, missing, models, persons, ranks, series, tables

_PARTS = (default, ranks, tables, models, persons, missing, checks, series)

STATISTICS: dict[str, tuple[str, str]] = {
    **{f"statistic.{name}.label": text for part in _PARTS for name, text in part.LABELS.items()},
    **{f"statistic.{name}.method": text for part in _PARTS for name, text in part.METHODS.items()},
    **{f"note.{name}": text for part in _PARTS for name, text in part.NOTES.items()},
}
