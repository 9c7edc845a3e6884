"""Phrases of the replication in R, Swedish first, then English."""

REPLICATION: dict[str, tuple[str, str]] = {
    "replication.internal": (
        (
            "INTERNT: mappen innehåller värden för enskilda personer och familjer. Den är bara för den som får se "
            "uppgifterna; skicka den inte vidare och lägg den inte bland rapporterna."
        ),
        (
            "INTERNAL: the folder holds values of single persons and families. It is only for those who may see the "
            "data; do not send it on or keep it among the reports."
        ),
    ),
    "replication.done": (
        'Klart. Räkna om talen i R med: Rscript "{script}"',
        'Done. Compute the numbers anew in R with: Rscript "{script}"',
    ),
    "replication.not_internal": (
        "Replikeringen i R gäller bara en intern utgåva: den behöver värdena för varje familj.",
        "The replication in R is for an internal release only: it needs the values of every family.",
    ),
    "replication.unnamed": (
        (
            "Mappen {folder} säger inte i sitt namn att den är intern, och den ska innehålla värden för enskilda "
            "familjer. Ange ett namn som gör det, till exempel {folder}_internt, med --out."
        ),
        (
            "The folder {folder} does not say in its name that it is internal, and it would hold values of single "
            "families. Give a name that does, such as {folder}_internal, with --out."
        ),
    ),
    "replication.report": (
        (
            "Mappen {folder} innehåller en rapport eller ligger i en sådan mapp. Värden för enskilda familjer läggs aldrig där. "
            "Ange en annan mapp med --out."
        ),
        (
            "The folder {folder} holds a report or lies in the folder of one. Values of single families are never put there. "
            "Give another folder with --out."
        ),
    ),
    "replication.foreign": (
        (
            "Mappen {folder} innehåller annat men inget {script}. Ange en tom eller ny mapp med --out, så att inget "
            "går förlorat."
        ),
        (
            "The folder {folder} holds other things but no {script}. Give an empty or new folder with --out, so that "
            "nothing is lost."
        ),
    ),
}
