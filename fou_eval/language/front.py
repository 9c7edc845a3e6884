"""Phrases of the report's own front, in Swedish and English."""

FRONT: dict[str, tuple[str, str]] = {
    "front.margin": (
        "Författarnas egen text. Tal i den är författarnas och har inte jämförts med rapportens.",
        "The authors’ own text. Numbers in it are the authors’ and were not compared with those of the report.",
    ),
    "front.number": ("Rapport {number}", "Report {number}"),
    "front.data_until": ("Data till och med {day}", "Data until {day}"),
    "front.contact": ("Kontakt: {contact}", "Contact: {contact}"),
    "verify.about.front": ("Rapportens egna texter", "The report’s own texts"),
    "verify.front.same": (
        "Rapportens egna texter, namn och logotyp är desamma.",
        "The report’s own texts, names and logo are the same.",
    ),
    "verify.front.picture": (
        "{file} är inte samma bild som i rapporten.",
        "{file} is not the same picture as in the report.",
    ),
    "verify.verdict.front": (
        "Rapporten är INTE verifierad: alla tal stämmer, men rapportens egna texter, namn eller logotyp är andra.",
        "The report is NOT verified: all numbers agree, but its own texts, names or logo are others.",
    ),
    "front.refused": (
        "Rapporten skrevs inte: rapportens egna texter säger mer än vad som får visas.",
        "The report was not written: its own texts say more than may be shown.",
    ),
    "front.few": (
        "här räknas färre än {smallest} familjer eller personer. Skriv ”familjer” utan att räkna dem, eller det tal som rapporten visar.",
        "fewer than {smallest} families or persons are counted here. Write ‘families’ without counting them, or the number that the report shows.",
    ),
    "front.all": (
        "här sägs något om alla eller ingen i en grupp, och därmed om var och en. Skriv ”familjerna” i stället för ”alla familjer”, eller vad rapporten visar.",
        "something is said of all or none of a group, and so of each of them. Write ‘the families’ instead of ‘all families’, or what the report shows.",
    ),
    "front.person": (
        "här står något som ser ut som ett personnummer. Ta bort det.",
        "something that looks like a personal identity number stands here. Delete it.",
    ),
    "front.id": (
        "här står löpnumret på en familj eller person i data. Ta bort det.",
        "the running number of a family or person in the data stands here. Delete it.",
    ),
}
