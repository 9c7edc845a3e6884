"""Phrases of the reviewer's bundle, Swedish first, then English."""

BUNDLE: dict[str, tuple[str, str]] = {
    # What the command says.
    "bundle.progress.twin": (
        "Gör en syntetisk tvilling: {families} påhittade familjer",
        "Making a synthetic twin: {families} made-up families",
    ),
    "bundle.progress.pack": ("Packar", "Packing"),
    "bundle.done": (
        "Klart: {path} ({files} filer, inga data). Granskaren packar upp den i en tom mapp och börjar i README.md.",
        "Done: {path} ({files} files, no data). The reviewer unpacks it into an empty folder and begins in README.md.",
    ),
    "bundle.other_packages": (
        (
            "OBS: rapporten gjordes med andra versioner än de som requirements.lock låser: {packages}. Granskaren får de låsta, och "
            "talen jämförs då inom de angivna toleranserna i stället för siffra för siffra. Gör om rapporten med de låsta "
            "versionerna om talen ska stämma helt."
        ),
        (
            "NOTE: the report was made with other versions than those that requirements.lock pins: {packages}. The reviewer gets the "
            "pinned ones, and the numbers are then compared within the stated tolerances instead of digit by digit. Make "
            "the report again with the pinned versions if the numbers are to agree exactly."
        ),
    ),
    # Why a bundle is refused.
    "bundle.not_zip": (
        "{name} slutar inte på .zip. Ange ett namn som gör det med --out.",
        "{name} does not end in .zip. Give a name that does with --out.",
    ),
    "bundle.manifest_only": (
        "En manifest.json räcker inte för ett paket. Ange rapportens mapp, eller dess report.pdf.",
        "A manifest.json is not enough for a bundle. Give the folder of the report, or its report.pdf.",
    ),
    "bundle.internal": (
        (
            "Rapporten är intern: den visar tal som kan peka ut familjer och får inte lämnas till granskare utan "
            "tillgång till uppgifterna. Gör en rapport för publicering (--profile publication) och packa den."
        ),
        (
            "The report is internal: it shows numbers that can point out families, and must not go to reviewers without "
            "access to the data. Make a report for publication (--profile publication) and pack that."
        ),
    ),
    "bundle.ledger.report": (
        (
            "Rapporten ligger i en mapp med {file}, som aldrig får lämna huset. Gör rapporten i en egen mapp med --out "
            "och packa den."
        ),
        (
            "The report lies in a folder with {file}, which must never leave the house. Make the report in a folder of "
            "its own with --out and pack that."
        ),
    ),
    "bundle.ledger.out": (
        (
            "Paketet skulle hamna i en mapp med {file}, som aldrig får lämna huset; mappar skickas ibland som de är. "
            "Ange en annan mapp med --out."
        ),
        (
            "The bundle would lie in a folder with {file}, which must never leave the house; folders are sometimes sent "
            "as they are. Give another folder with --out."
        ),
    ),
    "bundle.missing": (
        "Rapporten är inte hel: {files} saknas. Gör om rapporten och packa den nya.",
        "The report is not whole: {files} missing. Make the report again and pack the new one.",
    ),
    "bundle.changed": (
        (
            "Rapporten har ändrats sedan den gjordes: {files} stämmer inte med dess manifest. Gör om rapporten och packa "
            "den nya."
        ),
        (
            "The report was changed after it was made: {files} do not agree with its manifest. Make the report again and "
            "pack the new one."
        ),
    ),
    "bundle.other_program": (
        (
            "Rapporten gjordes med en annan version av fou_eval än den som är installerad: {was} mot {now}. Paketet ska "
            "innehålla det program som gjorde rapporten. Installera den versionen{commit} och packa med den, eller gör om "
            "rapporten med den här."
        ),
        (
            "The report was made with another version of fou_eval than the installed one: {was} against {now}. A bundle "
            "holds the program that made the report. Install that version{commit} and pack with it, or make the report "
            "again with this one."
        ),
    ),
    "bundle.other_lock": (
        (
            "{lock} är en annan än när rapporten gjordes, så granskaren skulle få andra paketversioner. Gör om rapporten "
            "och packa den nya, eller ta fram den tidigare {lock}."
        ),
        (
            "{lock} is another one than when the report was made, so the reviewer would get other versions of packages. "
            "Make the report again and pack the new one, or restore the earlier {lock}."
        ),
    ),
    "bundle.no_lock": (
        (
            "{lock} saknas i den installerade fou_eval, så granskaren skulle inte veta vilka paketversioner som behövs. "
            "Installera fou_eval från dess wheel eller utcheckade källkod."
        ),
        (
            "{lock} is missing from the installed fou_eval, so the reviewer would not know which versions of packages are "
            "needed. Install fou_eval from its wheel or from a checkout."
        ),
    ),
    "bundle.no_twin": (
        (
            "Ingen syntetisk tvilling kan göras för den här studien: de påhittade uppgifterna klarar inte studiens egna "
            "regler. Packa utan --synthetic."
        ),
        (
            "No synthetic twin can be made for this study: the made-up data do not keep the study’s own rules. Pack "
            "without --synthetic."
        ),
    ),
    # What `make` says in the bundle.
    "bundle.make.help": ("Visa vad som finns", "List what there is"),
    "bundle.make.verify": (
        "Kontrollera rapporten: make verify DATA=fil [LEDGER=mapp]; utan DATA den syntetiska tvillingen, om den finns",
        "Verify the report: make verify DATA=file [LEDGER=folder]; without DATA the synthetic twin, if there is one",
    ),
    "bundle.make.report": (
        "Gör rapporten på nytt i mappen again/: make report DATA=fil; utan DATA tvillingens",
        "Make the report again in the folder again/: make report DATA=file; without DATA that of the twin",
    ),
    "bundle.make.installing": (
        "Installerar de låsta paketen i .venv; första gången tar det några minuter.",
        "Installing the pinned packages into .venv; the first time takes some minutes.",
    ),
    "bundle.make.python": (
        "Python 3.11 eller senare behövs: make PYTHON=python3.12 ...",
        "Python 3.11 or later is needed: make PYTHON=python3.12 ...",
    ),
    "bundle.make.before": (
        "Ingen DATA är angiven. Kontrollerar rapporten om den syntetiska tvillingen, vars familjer är påhittade.",
        "No DATA given. Verifying the report on the synthetic twin, whose families are made up.",
    ),
    "bundle.make.after": (
        (
            "Det visar att programmet på den här datorn ger samma tal ur samma uppgifter som det gav när paketet gjordes. "
            "Det visar inte att talen i report/report.pdf kommer ur studiens egna uppgifter. Det kräver uppgifterna: "
            "make verify DATA=fil (se README.md)."
        ),
        (
            "This shows that the program on this computer gives the same numbers from the same data as it did when the "
            "bundle was made. It does not show that the numbers in report/report.pdf come from the data of the study. "
            "That needs the data: make verify DATA=file (see README.md)."
        ),
    ),
    "bundle.make.nothing": (
        (
            "Ingen DATA är angiven, och paketet har ingen syntetisk tvilling: inget har räknats om. Kör make verify "
            "DATA=fil; README.md säger vem du frågar efter uppgifterna."
        ),
        (
            "No DATA given, and the bundle has no synthetic twin: nothing was computed. Run make verify DATA=file; "
            "README.md says whom to ask for the data."
        ),
    ),
    # The metadata.
    "bundle.crate.name": ("Granskningspaket: {title}", "Reviewer’s bundle: {title}"),
    "bundle.crate.description": (
        (
            "Rapporten om {title} med allt som behövs för att räkna om dess tal utom uppgifterna om familjerna: vad som "
            "var bestämt, programmet, de låsta paketversionerna och en anvisning."
        ),
        (
            "The report on {title} with all that is needed to compute its numbers again, except the data on the families: "
            "what was declared, the program, the pinned versions of packages, and instructions."
        ),
    ),
    "bundle.crate.terms": ("Villkor", "Terms"),
    "bundle.crate.terms_text": (
        (
            "Programmet i code/ får användas enligt LICENSE. För rapporten och det som studien deklarerar gäller vad den "
            "som har publicerat rapporten säger; paketet ger inga rättigheter till dem."
        ),
        (
            "The program in code/ may be used under LICENSE. For the report and what the study declares, the word of "
            "whoever published the report counts; this bundle grants no rights to them."
        ),
    ),
    "bundle.crate.data": (
        "Studiens uppgifter, som inte finns i paketet",
        "The data of the study, which are not in the bundle",
    ),
    "bundle.crate.data_text": (
        "Uppgifter om familjer. De finns hos den som har publicerat rapporten och lämnas ut efter prövning där.",
        "Data on families. They are kept by whoever published the report, who decides on access.",
    ),
    "bundle.crate.program_text": (
        "SHA-256 över källkoden: {source}. Incheckning: {commit}.",
        "SHA-256 of the source: {source}. Commit: {commit}.",
    ),
    "bundle.crate.unknown": ("okänd", "unknown"),
    "bundle.crate.made_report": ("Rapporten gjordes", "The report was made"),
    "bundle.crate.made_twin": (
        "Den syntetiska tvillingens uppgifter drogs",
        "The data of the synthetic twin were drawn",
    ),
    "bundle.crate.made_twin_report": (
        "Rapporten om den syntetiska tvillingen gjordes",
        "The report on the synthetic twin was made",
    ),
    # What lies where; in README.md and in the metadata.
    "bundle.part.report/": (
        "Rapporten som den publicerades, med figurer och de filer som är bifogade i pdf:en",
        "The report as published, with figures and the files that are attached to the PDF",
    ),
    "bundle.part.report/report.pdf": ("Rapporten", "The report"),
    "bundle.part.study/": (
        "Vad studien deklarerar: kodbok, plan och regler, utan kommentarer och utan uppgifter",
        "What the study declares: codebook, plan and rules, without comments and without data",
    ),
    "bundle.part.code/": (
        "Programmet fou_eval {version}, det som gjorde rapporten",
        "The program fou_eval {version}, which made the report",
    ),
    "bundle.part.twin/": (
        "Den syntetiska tvillingen: påhittade uppgifter med samma form, och rapporten om dem",
        "The synthetic twin: made-up data of the same form, and the report on them",
    ),
    "bundle.part.twin/report/": ("Rapporten om tvillingen", "The report on the twin"),
    "bundle.part.twin/report/report.pdf": ("Rapporten om tvillingen", "The report on the twin"),
    "bundle.part.twin/data.xlsx": ("Tvillingens påhittade uppgifter", "The made-up data of the twin"),
    "bundle.part.requirements.lock": (
        "De paket som programmet behöver, med versioner och kontrollsummor",
        "The packages that the program needs, with versions and checksums",
    ),
    "bundle.part.Makefile": ("Kommandona nedan", "The commands below"),
    "bundle.part.README.md": ("Den här anvisningen", "These instructions"),
    "bundle.part.LICENSE": ("Programmets licens", "The licence of the program"),
    "bundle.part.ro-crate-metadata.json": (
        "Beskrivning för maskiner (RO-Crate 1.1), med SHA-256 för varje fil",
        "Description for machines (RO-Crate 1.1), with the SHA-256 of every file",
    ),
}
