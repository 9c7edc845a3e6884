"""The look of a document as plain data for its templates."""

from fou_eval.design import ACCENT, GUTTER, INK, MARGIN, QUIET, RULE, SANS, TEXT_COLUMN, TINT, WARN, tinted

_PALE = 0.07  # of the accent in the ground of notices


def look(accent: str = ACCENT) -> dict[str, object]:
    """Give colours, type and widths.

    Parameters
    ----------
    accent
        Colour of headings, lines and links, as ``#RRGGBB``; one that the study declares, or the product's own.
    """
    return {
        "colours": colours(accent),
        "sans": SANS,
        "widths": {"text": TEXT_COLUMN, "gutter": GUTTER, "margin": MARGIN},
    }


def colours(accent: str = ACCENT) -> dict[str, str]:
    """Give the colours by what they are for, as ``#RRGGBB``."""
    tint = TINT if accent == ACCENT else tinted(accent, _PALE)
    return {"ink": INK, "quiet": QUIET, "rule": RULE, "accent": accent, "tint": tint, "warn": WARN}
