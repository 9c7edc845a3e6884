"""Widths in mm: of pages and of figures."""

PAGE = 160.0
"""Width of an A4 page between its margins: text column, gutter and margin notes; and of figures and tables."""
TEXT_COLUMN, GUTTER, MARGIN = 116.0, 6.0, 38.0
"""Lines of running text hold some 70 characters; beside them stands, on how many families a statement rests, and how
it was computed."""
COLUMN = 76.0
"""Width of a figure for one of two columns of a page."""
SLIDE = 304.0
"""Width of a figure for a slide of 338.7 mm (16:9), which is the page's figure at 1.9 times its size."""
