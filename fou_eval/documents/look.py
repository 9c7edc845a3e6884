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
    tint = TINT if accent == ACCENT else tinted(accent, _PALE)
    return {
        "colours": {
            "ink": INK,
            "quiet": QUIET,
            "rule": RULE,
            "accent": accent,
            "tint": tint,
            "warn": WARN,
        },
        "sans": SANS,
        "widths": {"text": TEXT_COLUMN, "gutter": GUTTER, "margin": MARGIN},
    }
