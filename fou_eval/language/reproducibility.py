"""Phrases of the appendix on reproducibility and of what is attached to the report, Swedish first, then English."""

REPRODUCIBILITY: dict[str, tuple[str, str]] = {
    "report.attached.results.json": (
        "Alla redovisade tal, för maskinläsning",
        "Every number shown, for machines",
    ),
    "report.attached.estimates.csv": ("Alla redovisade tal, som tabell", "Every number shown, as a table"),
    "report.attached.plan.json": (
        "Planen: jämförelse, huvudindikatorer, gränser",
        "The plan: comparison, primary indicators, limits",
    ),
    "report.attached.declarations.yaml": (
        "Kodboken och planen så som de är deklarerade; med dem och data räknas rapporten om",
        "Codebook and plan as declared; with them and the data the report is computed again",
    ),
    "report.attached.manifest.json": (
        "Fingeravtryck, versioner och frö",
        "Fingerprints, versions and seed",
    ),
    "report.again": ("Reproducerbarhet", "Reproducibility"),
    "report.again.text": (
        (
            "Samma data, samma deklarationer och samma program ger samma rapport, byte för byte. Talen, planen och "
            "deklarationerna är bifogade i rapportens pdf, liksom ett manifest med fingeravtryck (SHA-256). De innehåller inga "
            "uppgifter om enskilda familjer. Den som har data kontrollerar rapporten med kommandot nedan: det räknar om allt, "
            "jämför varje tal och säger vad som skiljer och varför."
        ),
        (
            "The same data, the same declarations and the same program give the same report, byte for byte. The numbers, the "
            "plan and the declarations are attached to the PDF of the report, as is a manifest of fingerprints (SHA-256). They hold "
            "nothing about single families. Those who hold the data check the report with the command below: it computes "
            "everything again, compares every number, and says what differs and why."
        ),
    ),
    "report.again.verify": ("Så kontrolleras rapporten", "How to verify the report"),
    "report.again.command": ("Så görs rapporten igen", "How to make the report again"),
    "report.again.facts": ("Körningen", "The run"),
    "report.again.data": ("Data", "Data"),
    "report.again.declarations": ("Deklarationer", "Declarations"),
    "report.again.packages": ("Program och versioner", "Programs and versions"),
    "report.again.results": ("Resultat", "Results"),
    "report.again.item": ("Uppgift", "Item"),
    "report.again.content": ("Innehåll", "Content"),
    "report.again.table": ("Tabell", "Table"),
    "report.again.rows": ("Rader", "Rows"),
    "report.again.file": ("Fil", "File"),
    "report.again.fingerprint": ("Fingeravtryck (SHA-256)", "Fingerprint (SHA-256)"),
    "report.again.seal": ("Sigill (HMAC-SHA-256)", "Seal (HMAC-SHA-256)"),
    "report.again.study": ("Undersökning", "Study"),
    "report.again.status": ("Utgåva", "Edition"),
    "report.again.data_until": ("Data insamlade till och med", "Data collected until"),
    "report.again.profile": ("Profil", "Profile"),
    "report.again.profile.publication": ("publicering", "publication"),
    "report.again.profile.internal": ("intern", "internal"),
    "report.again.plan": ("Planen fastställd", "Plan fixed on"),
    "report.again.confidence": ("Konfidensgrad", "Level of confidence"),
    "report.again.seed": ("Frö för slumptal", "Seed for random numbers"),
    "report.again.estimates": ("Tal i rapportens underlag", "Numbers in the basis of the report"),
    "report.again.source": ("Programkodens fingeravtryck", "Fingerprint of the program code"),
    "report.again.commit": ("Programkodens version (git)", "Commit of the program code (git)"),
    "report.again.lock": ("Låsfilens fingeravtryck", "Fingerprint of the lock file"),
    "report.again.platform": ("Dator", "Machine"),
    "report.again.no_data": (
        (
            "Rapporten har inget fingeravtryck av data: mot ett sådant kan den som känner till alla svar utom ett pröva "
            "sig fram. Den som har data jämför talen med kommandot ovan. Rapporter som publiceras med ett namn har sigill i "
            "stället, som bara går att pröva med nyckeln som förvaras hos data."
        ),
        (
            "The report has no fingerprint of the data: against one, whoever knows all answers but one could try the "
            "possible ones. Those who hold the data compare the numbers with the command above. Reports that are published "
            "under a name carry seals instead, which can be tried only with the key that is kept with the data."
        ),
    ),
    "report.again.sealed": (
        (
            "Tabellernas innehåll och antal rader är förseglade med en nyckel som förvaras hos data: den som har båda kan "
            "pröva att data är desamma, och ingen annan kan pröva en gissning."
        ),
        (
            "The content of the tables and their numbers of rows are sealed with a key that is kept with the data: whoever "
            "holds both can try whether the data are the same, and nobody else can try a guess."
        ),
    ),
}
