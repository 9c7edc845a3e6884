"""Phrases of the command line, Swedish first, then English."""

COMMANDS: dict[str, tuple[str, str]] = {
    "check.severity": ("Grad", "Severity"),
    "check.address": ("Plats", "Place"),
    "check.column": ("Kolumn", "Column"),
    "check.message": ("Vad som är fel och hur det rättas", "What is wrong and how to correct it"),
    "check.ok": (
        "Godkänd: {rows} rader. En rapport kan göras.",
        "Passed: {rows} rows. A report can be made.",
    ),
    "check.warning": (
        "{rows} rader lästa. Inget hindrar en rapport, men någon bör gå igenom varningarna.",
        "{rows} rows read. Nothing prevents a report, but somebody should go through the warnings.",
    ),
    "check.error": (
        "{rows} rader lästa. Felen måste rättas i filen innan en rapport kan göras.",
        "{rows} rows read. The errors must be corrected in the file before a report can be made.",
    ),
    "check.stop": (
        "Stopp: filen kan inte användas som den är. Inget har beräknats och inget har sparats.",
        "Stop: the file cannot be used as it is. Nothing was computed and nothing was saved.",
    ),
    "progress.measure": (
        "Mäter förändring: {families} familjer, {outcomes} indikatorer",
        "Measuring change: {families} families, {outcomes} indicators",
    ),
    "progress.gate": ("Röjandekontroll", "Disclosure control"),
    "progress.done": ("Klart: {path}", "Done: {path}"),
}
