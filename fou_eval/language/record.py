"""What is said of a finished report that cannot be read, Swedish first, then English."""

RECORD: dict[str, tuple[str, str]] = {
    "record.not_there": (
        "Det finns ingen rapport på den platsen. Ange en pdf, en rapports mapp eller en manifest.json.",
        "There is no report at that place. Give a PDF, the folder of a report, or a manifest.json.",
    ),
    "record.unreadable": (
        "Rapporten kan inte läsas: rätt att läsa filen saknas, eller så är den öppen någon annanstans.",
        "The report cannot be read: the right to read the file is missing, or it is open elsewhere.",
    ),
    "record.large": (
        "Filen är större än 200 MB. En rapport är aldrig så stor; ange rapportens pdf eller mapp.",
        "The file is larger than 200 MB. A report never is; give the PDF or the folder of the report.",
    ),
    "record.damaged_pdf": (
        "Pdf-filen är skadad och kan inte läsas. Hämta den igen där den publicerades.",
        "The PDF is damaged and cannot be read. Fetch it again from where it was published.",
    ),
    "record.archive": (
        "Filen är ett arkiv. Är det ett granskningspaket: packa upp det och ange report/report.pdf i det.",
        "The file is an archive. If it is a reviewer’s bundle: unpack it and give report/report.pdf in it.",
    ),
    "record.no_manifest.pdf": (
        (
            "Pdf-filen har ingen bifogad {manifest}. Den är inte gjord av fou_eval, eller så har bilagorna tagits bort, "
            "vilket händer när en pdf skrivs ut eller sparas om. Hämta filen där den publicerades, eller ange rapportens mapp."
        ),
        (
            "The PDF has no {manifest} attached. It was not made by fou_eval, or its attachments were removed, as happens "
            "when a PDF is printed or saved anew. Fetch the file from where it was published, or give the folder of the report."
        ),
    ),
    "record.no_manifest.folder": (
        "Mappen innehåller ingen {manifest} och är alltså ingen rapport från fou_eval. Ange mappen där report.pdf ligger.",
        "The folder holds no {manifest}, so it is no report of fou_eval. Give the folder that holds report.pdf.",
    ),
    "record.no_json.manifest": (
        "Filen är varken en pdf eller en {manifest} från fou_eval. Ange en rapports pdf, mapp eller {manifest}.",
        "The file is neither a PDF nor a {manifest} of fou_eval. Give the PDF, folder or {manifest} of a report.",
    ),
    "record.no_json.pdf": (
        (
            "Den bifogade {manifest} är inte läsbar: den har ändrats efter att rapporten gjordes. Hämta filen igen där den "
            "publicerades."
        ),
        (
            "The attached {manifest} cannot be read: it was changed after the report was made. Fetch the file again from "
            "where it was published."
        ),
    ),
    "record.no_json.folder": (
        "{manifest} i mappen är inte läsbar: den har ändrats efter att rapporten gjordes. Använd rapportens pdf i stället.",
        (
            "{manifest} in the folder cannot be read: it was changed after the report was made. Use the PDF of the report "
            "instead."
        ),
    ),
    "record.other_format": (
        (
            "Rapporten gjordes av en annan version av fou_eval: {manifest} har ett annat format än 2. Installera den version "
            "som rapporten anger och kontrollera med den."
        ),
        (
            "The report was made by another version of fou_eval: {manifest} has another format than 2. Install the version "
            "that the report names and verify with that."
        ),
    ),
    "record.faulty_manifest": (
        (
            "{manifest} är inte som fou_eval skriver den ({places}): den har ändrats efter att rapporten gjordes. Hämta "
            "rapporten igen där den publicerades."
        ),
        (
            "{manifest} is not as fou_eval writes it ({places}): it was changed after the report was made. Fetch the report "
            "again from where it was published."
        ),
    ),
}
