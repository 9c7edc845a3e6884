"""The instructions in the reviewer's bundle, Swedish first, then English."""

BUNDLE_GUIDE: dict[str, tuple[str, str]] = {
    "bundle.guide.title": ("# Granskningspaket: {title}", "# Reviewer’s bundle: {title}"),
    "bundle.guide.other": ("*In English below.*", "*På svenska längre ned.*"),
    "bundle.guide.what": (
        (
            "Med paketet kan du räkna om varje tal i rapporten, eller få veta exakt vilka som inte stämmer och varför. "
            "Det innehåller allt utom uppgifterna om familjerna. Allt körs på din egen dator; inget skickas härifrån, och "
            "bara de låsta paketen hämtas."
        ),
        (
            "With this bundle you can compute every number of the report again, or be told exactly which differ and why. "
            "It holds everything except the data on the families. Everything runs on your own computer; nothing is sent "
            "from it, and only the pinned packages are fetched."
        ),
    ),
    "bundle.guide.parts": ("## Vad som finns i det", "## What is in it"),
    "bundle.guide.where": ("| var | vad |\n|---|---|", "| where | what |\n|---|---|"),
    "bundle.guide.needs": (
        (
            "## Vad du behöver\n\n"
            "Python 3.11 eller senare, `make`, omkring 1 GB ledigt utrymme och, första gången, tillgång till ett "
            "paketindex (PyPI). På Debian eller Ubuntu: `apt-get install python3 python3-venv make unzip`. Rapporten "
            "gjordes med Python {python} på {system} {machine}; med samma version ska talen stämma siffra för siffra, med "
            "andra inom de toleranser som kontrollen själv anger."
        ),
        (
            "## What you need\n\n"
            "Python 3.11 or later, `make`, about 1 GB of free space and, the first time, access to a package index "
            "(PyPI). On Debian or Ubuntu: `apt-get install python3 python3-venv make unzip`. The report was made with "
            "Python {python} on {system} {machine}; with the same version the numbers must agree digit by digit, with "
            "others within the tolerances that the verification itself states."
        ),
    ),
    "bundle.guide.commands": (
        (
            "## Tre kommandon\n\n"
            "1. Packa upp i en tom mapp, och gå dit:\n\n"
            "       unzip PAKETET.zip -d granskning && cd granskning\n\n"
            "2. {first}\n\n"
            "       make verify\n\n"
            "3. Kontrollera rapporten mot uppgifterna, om du får se dem (`DATA` är filen eller mappen med uppgifter, "
            "`LEDGER` mappen med `ledger.key`):\n\n"
            "       make verify DATA=sökväg/till/filen.xlsx LEDGER=sökväg/till/mappen"
        ),
        (
            "## Three commands\n\n"
            "1. Unpack into an empty folder, and go there:\n\n"
            "       unzip BUNDLE.zip -d review && cd review\n\n"
            "2. {first}\n\n"
            "       make verify\n\n"
            "3. Verify the report against the data, if you may see them (`DATA` is the file or folder of data, `LEDGER` "
            "the folder that holds `ledger.key`):\n\n"
            "       make verify DATA=path/to/file.xlsx LEDGER=path/to/folder"
        ),
    ),
    "bundle.guide.first.twin": (
        "Pröva programmet på den syntetiska tvillingen. Det kräver ingen tillgång till något:",
        "Try the program on the synthetic twin. This needs access to nothing:",
    ),
    "bundle.guide.first.none": (
        "Installera programmet. (Paketet har ingen syntetisk tvilling att pröva det på, och kommandot säger det.)",
        "Install the program. (The bundle has no synthetic twin to try it on, and the command says so.)",
    ),
    "bundle.guide.plain": (
        (
            "Utan `make`, till exempel i PowerShell i Windows:\n\n"
            "    py -m venv .venv\n"
            "    .venv\\Scripts\\python -m pip install --require-hashes --requirement requirements.lock\n"
            '    $env:PYTHONPATH = "code"\n'
            "    .venv\\Scripts\\python -m fou_eval verify report\\report.pdf --data filen.xlsx --ledger mappen\n\n"
            "`make report DATA=fil` gör hela rapporten på nytt i mappen `again/`. Har du redan en Python-miljö med paketen i "
            "`requirements.lock`, så använder `make verify ENVIRONMENT=mapp` den, och inget hämtas."
        ),
        (
            "Without `make`, for example in PowerShell on Windows:\n\n"
            "    py -m venv .venv\n"
            "    .venv\\Scripts\\python -m pip install --require-hashes --requirement requirements.lock\n"
            '    $env:PYTHONPATH = "code"\n'
            "    .venv\\Scripts\\python -m fou_eval verify report\\report.pdf --data file.xlsx --ledger folder\n\n"
            "`make report DATA=file` makes the whole report again in the folder `again/`. If you have a Python environment "
            "with the packages of `requirements.lock` already, `make verify ENVIRONMENT=folder` uses it, and nothing is "
            "fetched."
        ),
    ),
    "bundle.guide.answers": (
        (
            "## Vad svaren betyder\n\n"
            "| svar | kommandots slutstatus | betyder |\n|---|---|---|\n"
            "| alla tal stämmer | 0 | samma uppgifter, plan och program gav samma tal |\n"
            "| något skiljer sig | 1 (`make` skriver Error 1) | svaret säger vad: uppgifterna, planen, programmet eller "
            "paketen, och för varje tal vad det var, vad det är nu och om det ändrar fyndet |\n"
            "| kunde inte prövas | 2 (`make` skriver Error 2) | något saknas, till exempel uppgifterna; svaret säger vad |\n"
            "\n"
            "En skillnad är inte ett bevis på fusk: rättade uppgifter eller nyare paket ger också skillnader. Därför "
            "jämförs ursprunget först och talen sedan."
        ),
        (
            "## What the answers mean\n\n"
            "| answer | exit status of the command | means |\n|---|---|---|\n"
            "| all numbers agree | 0 | the same data, plan and program gave the same numbers |\n"
            "| something differs | 1 (`make` writes Error 1) | the answer says what: the data, the plan, the program or the "
            "packages, and of each number what it was, what it is now and whether that changes the finding |\n"
            "| could not be checked | 2 (`make` writes Error 2) | something is missing, such as the data; the answer says "
            "what |\n\n"
            "A difference is no proof of misconduct: corrected data or later packages make differences too. That is why "
            "the origin is compared first, and the numbers then."
        ),
    ),
    "bundle.guide.data": (
        (
            "## Uppgifterna\n\n"
            "Be den som har publicerat rapporten om dem, inte dem som har gjort programmet: de har dem inte. Uppgifter om "
            "familjer lämnas bara ut efter prövning hos den som ansvarar för dem."
        ),
        (
            "## The data\n\n"
            "Ask whoever published the report for them, not those who made the program: they do not have them. Data on "
            "families are only given out after a decision by whoever is responsible for them."
        ),
    ),
    "bundle.guide.data.sealed": (
        (
            "Rapporten bär sigill av uppgifterna. De kan bara prövas med `ledger.key`, som ligger hos uppgifterna: ange "
            "dess mapp med `LEDGER`. Utan den jämförs talen ändå."
        ),
        (
            "The report carries seals of the data. They can only be checked with `ledger.key`, which is kept with the "
            "data: give its folder with `LEDGER`. Without it the numbers are still compared."
        ),
    ),
    "bundle.guide.data.plain": (
        (
            "Den här rapporten gäller själv påhittade uppgifter, och säger det på varje sida. Den bär fingeravtryck av dem, så "
            "kontrollen säger om det är samma uppgifter. `LEDGER` behövs inte."
        ),
        (
            "This report is itself on made-up data, and says so on every page. It carries their fingerprints, so the "
            "verification says whether they are the same. `LEDGER` is not needed."
        ),
    ),
    "bundle.guide.data.none": (
        (
            "Rapporten är ett utkast: den bär inga märken av uppgifterna, så bara talen kan jämföras. `LEDGER` behövs inte."
        ),
        (
            "The report is a draft: it carries no marks of the data, so only the numbers can be compared. `LEDGER` is not "
            "needed."
        ),
    ),
    "bundle.guide.twin.title": (
        "# Syntetisk tvilling: {title}",
        "# Synthetic twin: {title}",
    ),
    "bundle.guide.twin": (
        (
            "Ingen familj här finns. Uppgifterna i `data.xlsx` är dragna ur tre saker: det som studien deklarerar "
            "(`../study/`), planens slumptalsfrö ({seed}) och {counts}. Studiens egna uppgifter har inte använts; "
            "programmet som gör tvillingen får bara den publicerade rapporten. Därför säger talen i `report/` ingenting om "
            "studiens familjer eller om vad som förändrades för dem. De är till för att köra hela kedjan, från fil till "
            "rapport, utan tillgång till uppgifterna."
        ),
        (
            "No family here exists. The data in `data.xlsx` are drawn from three things: what the study declares "
            "(`../study/`), the seed of the plan ({seed}), and {counts}. The data of the study were not used; the program "
            "that makes the twin is given the published report and nothing else. The numbers in `report/` therefore say "
            "nothing about the families of the study or what changed for them. They are there to run the whole chain, from "
            "file to report, without access to the data."
        ),
    ),
    "bundle.guide.twin.shown": (
        "de antal deltagare som rapporten visar ({families} familjer, {persons} personer)",
        "the numbers of participants that the report shows ({families} families, {persons} persons)",
    ),
    "bundle.guide.twin.families": (
        "det antal familjer som rapporten visar ({families})",
        "the number of families that the report shows ({families})",
    ),
    "bundle.guide.twin.default": (
        "ett antal familjer som inte hör till studien ({families}), eftersom rapporten inte visar dess antal",
        "a number of families that is not the study’s ({families}), since the report does not show its number",
    ),
}
