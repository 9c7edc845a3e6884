"""The one visual system of everything a reader sees: PDF, figures, Word, Excel, notebooks.

Type: Libertinus Serif for running text, Source Sans for headings, tables and figures. Colours: Okabe and Ito's (2008),
which colour-blind readers tell apart and whose lightness differs, so that grey print tells them apart too; text has at
least the contrast that WCAG 2.2 asks for (success criterion 1.4.3, level AA: 4.5 to 1).
"""

from fou_eval.design.colours import (
    ACCENT,
    BLUE,
    GREEN,
    IMPROVING,
    INK,
    LEAST_CONTRAST,
    ORANGE,
    PALE,
    PAPER,
    QUIET,
    RULE,
    SKY,
    TINT,
    VERMILLION,
    WARN,
    contrast,
    darkened,
    tinted,
)
from fou_eval.design.fonts import BOLD, FONTS, REGULAR, SANS
from fou_eval.design.html import figure_html, table_html, text_html
from fou_eval.design.sizes import COLUMN, GUTTER, MARGIN, PAGE, SLIDE, TEXT_COLUMN

__all__ = [
    "ACCENT",
    "BLUE",
    "BOLD",
    "COLUMN",
    "FONTS",
    "GREEN",
    "GUTTER",
    "IMPROVING",
    "INK",
    "LEAST_CONTRAST",
    "MARGIN",
    "ORANGE",
    "PAGE",
    "PALE",
    "PAPER",
    "QUIET",
    "REGULAR",
    "RULE",
    "SANS",
    "SKY",
    "SLIDE",
    "TEXT_COLUMN",
    "TINT",
    "VERMILLION",
    "WARN",
    "contrast",
    "darkened",
    "figure_html",
    "table_html",
    "text_html",
    "tinted",
]
