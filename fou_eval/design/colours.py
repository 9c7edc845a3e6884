"""Colours, and how far they stand out from each other."""

PAPER = "#FFFFFF"
INK, QUIET, RULE, PALE = "#1A1A1A", "#4D4D4D", "#8C8C8C", "#DADADA"
ACCENT, TINT, WARN = "#12425F", "#EEF3F6", "#8A2B06"
# Okabe and Ito (2008), "Color universal design". Green and orange are for marks and areas, not for text.
BLUE, SKY, GREEN, ORANGE, VERMILLION = "#0072B2", "#56B4E9", "#009E73", "#E69F00", "#D55E00"
IMPROVING = "#E2F2EC"

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3 (AA): contrast ratio of text and what it stands on."""


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours (WCAG 2.2, definition of contrast ratio): 1 to 21.

    Parameters
    ----------
    one, other
        Colours as ``#RRGGBB``.

    Examples
    --------
    >>> round(contrast("#FFFFFF", "#000000")), round(contrast("#FFFFFF", "#767676"), 2)
    (21, 4.54)
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def tinted(colour: str, share: float) -> str:
    """Mix a colour with white, of which `share` (0 to 1) is the colour.

    Examples
    --------
    >>> tinted("#12425F", 0.5)
    '#88A0AF'
    """
    mixed = (255 - (255 - part) * share for part in _parts(colour))
    return "#" + "".join(f"{int(part):02X}" for part in mixed)


def darkened(colour: str, least: float) -> str:
    """Give the lightest darker shade of a colour that stands out from white by at least a contrast ratio.

    Examples
    --------
    >>> darkened("#E8A33D", 4.5)
    '#9C6D29'
    """
    shades = (
        "#" + "".join(f"{part * share // 255:02X}" for part in _parts(colour)) for share in range(255, -1, -1)
    )
    return next(shade for shade in shades if contrast(shade, PAPER) >= least)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Give the relative luminance (WCAG 2.2), 0 for black and 1 for white."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
