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
    "pseudonymise.place": (
        (
            "Nyckeln skulle hamna i mappen för {what}, och den som får mappen skulle få nyckeln. Lägg den där bara den "
            "som ansvarar för den kan läsa: på en annan disk eller i ett kassaskåp."
        ),
        (
            "The key would lie in the folder of the {what}, and whoever gets that folder would get the key. Put it where "
            "only the person responsible for it can read: on another drive or in a safe."
        ),
    ),
    "pseudonymise.place.study": ("studien", "study"),
    "pseudonymise.place.data": ("datafilen", "data"),
    "pseudonymise.place.copy": ("kopian", "copy"),
    "pseudonymise.still": (
        "Kopian skulle fortfarande peka ut någon, så inget har sparats. Kör fou-eval check på filen och rätta det som den stoppar.",
        "The copy would still point somebody out, so nothing was kept. Run fou-eval check on the file and correct what it stops.",
    ),
    "pseudonymise.no_family": (
        (
            "Personernas löpnummer innehåller familjens nummer, men filen säger inte vilken familj varje person hör till. "
            "Fyll i familjen på varje rad."
        ),
        (
            "The ids of persons hold the number of the family, but the file does not say the family of every person. Add "
            "the family to every row."
        ),
    ),
    "pseudonymise.full": (
        "Formen för {role} i kodboken räcker inte till {count} löpnummer. Ge den fler siffror i kodboken, som P\\d{{4}}.",
        "The form of {role} in the codebook has no room for {count} running numbers. Give it more digits there, such as P\\d{{4}}.",
    ),
    "pseudonymise.no_form": (
        (
            "Formen för {role} i kodboken är inte fast text och löpnummer, eller är olika i olika tabeller. Ange samma form "
            "i alla tabeller, som F\\d{{2}} eller P\\d{{3}}."
        ),
        (
            "The form of {role} in the codebook is not fixed text and running numbers, or differs between tables. Declare "
            "the same form in all tables, such as F\\d{{2}} or P\\d{{3}}."
        ),
    ),
    "pseudonymise.left_out": ("Togs inte med: {columns}.", "Left out: {columns}."),
    "pseudonymise.unnamed": (
        "Dessutom lämnades {count} kolumner utanför vars rubriker kan peka ut någon.",
        "Besides, {count} columns were left out whose headers could point out somebody.",
    ),
    "pseudonymise.next": (
        "Kontrollera kopian: fou-eval check {copy} --study {study}. Vid nästa mättillfälle fyller den som har nyckeln i samma löpnummer.",
        "Check the copy: fou-eval check {copy} --study {study}. At the next wave the person who holds the key fills in the same numbers.",
    ),
}
