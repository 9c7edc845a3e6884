"""Phrases about files and folders that cannot be written, Swedish first, then English."""

PLACING: dict[str, tuple[str, str]] = {
    "placing.occupied": (
        (
            "En annan körning skriver till {name} just nu. Vänta tills den är klar och kör igen, eller ange en annan "
            "plats."
        ),
        (
            "Another run is writing to {name} right now. Wait until it has finished and run again, or give another "
            "place."
        ),
    ),
    "placing.exists": (
        "{name} finns redan och kan innehålla uppgifter. Ge ett annat namn, eller flytta filen.",
        "{name} is there already and may hold data. Give another name, or move the file.",
    ),
    "placing.full": (
        (
            "{name} kan inte skrivas: disken är full. Det som fanns där förut är orört. Frigör utrymme, eller ange en "
            "annan plats."
        ),
        (
            "{name} cannot be written: the disk is full. What was there before is untouched. Make room, or give "
            "another place."
        ),
    ),
    "placing.denied": (
        (
            "{name} kan inte skrivas: du får inte skriva där, eller så är något där öppet i ett annat program. Det som "
            "fanns där förut är orört. Stäng programmet, be om rätt att skriva i mappen eller ange en annan plats."
        ),
        (
            "{name} cannot be written: you may not write there, or something there is open in another program. What "
            "was there before is untouched. Close the program, ask for the right to write in the folder, or give "
            "another place."
        ),
    ),
    "placing.no_folder": (
        "{name} kan inte skrivas: där en mapp behövs finns en fil, eller tvärtom. Ange en annan plats.",
        "{name} cannot be written: a file is where a folder is needed, or the other way round. Give another place.",
    ),
    "placing.missing": (
        "{name} kan inte skrivas: mappen finns inte. Skapa den, eller ange en annan plats.",
        "{name} cannot be written: the folder does not exist. Make it, or give another place.",
    ),
    "placing.other": (
        (
            "{name} kan inte skrivas. Systemet säger: {why}. Det som fanns där förut är orört. Ange en annan plats."
        ),
        (
            "{name} cannot be written. The system says: {why}. What was there before is untouched. Give another place."
        ),
    ),
    "placing.report.file": (
        "{name} är en fil. Ange namnet på en mapp för rapporten.",
        "{name} is a file. Give the name of a folder for the report.",
    ),
    "placing.report.foreign": (
        (
            "Mappen {name} innehåller filer men ingen rapport. Ange en tom eller ny mapp, så att inget går förlorat."
        ),
        (
            "The folder {name} holds files but no report. Give an empty or new folder, so that nothing is lost."
        ),
    ),
    "placing.report.here": (
        (
            "Du står i mappen {name}, som byts ut i sin helhet när rapporten skrivs. Gå ut ur den (cd ..) och kör igen, "
            "eller ange en annan mapp."
        ),
        (
            "You stand in the folder {name}, which is replaced as a whole when the report is written. Leave it (cd ..) "
            "and run again, or give another folder."
        ),
    ),
}
