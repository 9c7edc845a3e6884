"""Phrases for figures and for numbers in running text, Swedish first, then English."""

FIGURES: dict[str, tuple[str, str]] = {
    "format.interval_label": ("{level}\u00a0KI", "{level}\u00a0CI"),
    "format.points": ("{value}\u00a0procentenheter", "{value}\u00a0percentage points"),
    "format.months": (
        "januari februari mars april maj juni juli augusti september oktober november december",
        "January February March April May June July August September October November December",
    ),
    "format.per_cent": ("procent", "per cent"),
    "format.percentage_points": ("procentenheter", "percentage points"),
    "format.standardised": ("standardavvikelser", "standard deviations"),
    "format.ladder_unit": ("steg", "steps"),
    "format.no_unit": ("skalsteg", "scale points"),
    "format.rate_unit": ("antal per mätt tid", "number per time observed"),
    "format.proportion": ("procent", "per cent"),
    "format.ratio": ("kvot", "ratio"),
    "format.count": ("", ""),
}
