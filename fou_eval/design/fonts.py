"""The typefaces that come with the package; no font of the machine is used, so that pages are the same everywhere.

Source Sans Pro 2.020, (c) 2010-2014 Adobe Systems, SIL Open Font License 1.1; the licence lies beside the files.
Libertinus Serif and DejaVu Sans come with typst and matplotlib.
"""

from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
"""Folder of the font files."""
SANS = "Source Sans Pro"
REGULAR = FONTS / "SourceSansPro-Regular.ttf"
BOLD = FONTS / "SourceSansPro-Bold.ttf"
