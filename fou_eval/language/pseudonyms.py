"""Phrases of pseudonymisation, Swedish first, then English."""

PSEUDONYMS: dict[str, tuple[str, str]] = {
    "pseudonymise.ending": ("pseudonymiserad", "pseudonymised"),
    "pseudonymise.refused": (
        "Ingen kopia har skrivits. Rätta det som står ovan och försök igen.",
        "No copy was written. Correct what stands above and try again.",
    ),
    "pseudonymise.done": (
        (
            "{copy}: {families} familjer och {persons} personer har fått slumpade löpnummer ({rows} rader). "
            "Raderna står i löpnummerordning. Nyckeln står i {key} och läses aldrig av fou-eval: lämna den till den som "
            "ansvarar för den, och behåll ingen kopia."
        ),
        (
            "{copy}: {families} families and {persons} persons got random running numbers ({rows} rows). "
            "The rows stand in the order of the numbers. The key is in {key} and fou-eval never reads it: hand it to the "
            "person responsible for it, and keep no copy."
        ),
    ),
    "pseudonymise.left_out": ("Togs inte med: {columns}.", "Left out: {columns}."),
    "pseudonymise.unnamed": (
        "Dessutom lämnades {count} kolumner utanför vars rubriker kan peka ut någon.",
        "Besides, {count} columns were left out whose headers could point out somebody.",
    ),
    "pseudonymise.next": (
        "Kontrollera kopian: fou-eval check {copy}. Vid nästa mättillfälle fyller den som har nyckeln i samma löpnummer.",
        "Check the copy: fou-eval check {copy}. At the next wave the person who holds the key fills in the same numbers.",
    ),
}
