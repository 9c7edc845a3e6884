"""What a verification of a report says, Swedish first, then English."""

VERIFICATION: dict[str, tuple[str, str]] = {
    "verify.title": (
        "Rapporten {title}, version {version} ({profile}, {language}), gjord med fou_eval {program}",
        "The report {title}, version {version} ({profile}, {language}), made with fou_eval {program}",
    ),
    "verify.language.sv": ("svenska", "Swedish"),
    "verify.language.en": ("engelska", "English"),
    "verify.nothing": ("inget", "nothing"),
    "verify.progress.read": ("Läser rapporten", "Reading the report"),
    "verify.progress.data": ("Läser data", "Reading the data"),
    "verify.progress.compare": ("Jämför talen", "Comparing the numbers"),
    "verify.progress.pages": ("Gör om sidorna", "Making the pages again"),
    "verify.progress.read_pages": ("Jämför sidorna", "Comparing the pages"),
    "verify.no_declarations": (
        (
            "Rapportens bifogade declarations.yaml saknas eller är skadad, så det går inte att veta hur talen ska räknas. Ange "
            "mappen med deklarationerna: --study MAPP."
        ),
        (
            "The report’s attached declarations.yaml is missing or damaged, so how to compute the numbers cannot be known. "
            "Give the folder of the declarations: --study FOLDER."
        ),
    ),
    "verify.no_data": (
        (
            "Rapporten innehåller inga data. Ange datafilen: --data FIL. Den som inte har tillgång till data kan bara "
            "kontrollera en rapport om syntetiska data."
        ),
        (
            "The report holds no data. Give the data file: --data FILE. Without access to the data, only a report on "
            "synthetic data can be verified."
        ),
    ),
    "verify.other_study": (
        "Rapporten gäller studien {report}, men deklarationerna här gäller {study}. Ange rätt mapp: --study MAPP.",
        "The report is of the study {report}, and the declarations here are of {study}. Give the right folder: --study FOLDER.",
    ),
    "verify.about.attachments": ("Bilagor", "Attachments"),
    "verify.about.data": ("Data", "Data"),
    "verify.about.plan": ("Plan", "Plan"),
    "verify.about.declarations": ("Kodbok", "Codebook"),
    "verify.about.code": ("Program", "Program"),
    "verify.about.environment": ("Miljö", "Environment"),
    "verify.about.ledger": ("Tidigare rapporter", "Earlier reports"),
    "verify.about.numbers": ("Tal", "Numbers"),
    "verify.about.pages": ("Sidor", "Pages"),
    "verify.weight.same": ("lika", "same"),
    "verify.weight.noted": ("obs", "note"),
    "verify.weight.differs": ("SKILJER", "DIFFERS"),
    "verify.attachments.same": (
        "Rapportens {count} filer är de som manifestet anger.",
        "The {count} files of the report are those that the manifest names.",
    ),
    "verify.attachments.alone": (
        "Bara manifestet gavs. Med rapportens pdf eller mapp jämförs även bilagor, enskilda tal och sidor.",
        (
            "Only the manifest was given. With the PDF or the folder of the report, attachments, single numbers and pages are "
            "compared too."
        ),
    ),
    "verify.attachments.changed": (
        (
            "Ändrat efter att rapporten gjordes: {files}. Innehållet är inte det som {manifest} anger. Hämta rapporten igen där "
            "den publicerades."
        ),
        (
            "Changed after the report was made: {files}. The content is not what {manifest} names. Fetch the report again from "
            "where it was published."
        ),
    ),
    "verify.attachments.missing": (
        "Saknas, fast {manifest} anger att rapporten har det: {files}. Hämta rapporten igen där den publicerades.",
        "Missing, though {manifest} names it: {files}. Fetch the report again from where it was published.",
    ),
    "verify.attachments.apart": (
        "Ligger i pdf-filen i en annan lydelse än bredvid den: {files}. Pdf och mapp hör inte till samma körning.",
        "Differs between the PDF and the folder beside it: {files}. The two do not come from the same run.",
    ),
    "verify.attachments.no_pdf": (
        "{files} saknas i mappen. Hämta rapporten igen där den publicerades.",
        "{files} is missing in the folder. Fetch the report again from where it was published.",
    ),
    "verify.attachments.damaged": (
        "{files} i mappen är skadad och kan inte läsas. Hämta den igen där den publicerades.",
        "{files} in the folder is damaged and cannot be read. Fetch it again from where it was published.",
    ),
    "verify.attachments.not_inside": (
        "Saknas bland pdf-filens bilagor, vilket händer när en pdf skrivs ut eller sparas om: {files}. Hämta pdf-filen igen där den publicerades.",
        "Missing among the attachments of the PDF, as happens when a PDF is printed or saved anew: {files}. Fetch the PDF again from where it was published.",
    ),
    "verify.attachments.extra": (
        "Bifogat fast det inte hör till rapporten: {files}. Det har lagts till efter att rapporten gjordes.",
        "Attached though it is no part of the report: {files}. It was added after the report was made.",
    ),
    "verify.attachments.doubled": (
        "Bifogat mer än en gång under samma namn: {files}. Vilken av filerna en läsare får se beror på hennes program.",
        "Attached more than once under the same name: {files}. Which of the files a reader sees depends on her program.",
    ),
    "verify.attachments.unnamed": (
        "Varje rapport har {files}, men {manifest} anger inget fingeravtryck av det: manifestet har ändrats efter att rapporten gjordes.",
        "Every report has {files}, but {manifest} names no fingerprint of it: the manifest was changed after the report was made.",
    ),
    "verify.attachments.rewritten": (
        "Skrivet på ett annat sätt än fou_eval skriver det: {files}. Det har sparats om efter att rapporten gjordes.",
        "Written in another form than fou_eval writes it in: {files}. It was saved anew after the report was made.",
    ),
    "verify.attachments.otherwise": (
        "Säger något annat än resten av rapporten, eller än det som gjorts igen: {places}. Filen och dess fingeravtryck har ändrats efter att rapporten gjordes.",
        "Says otherwise than the rest of the report, or than what was made again: {places}. The file and its fingerprint were changed after the report was made.",
    ),
    "verify.data.same": (
        "Samma data: {tables} tabeller, samma rader och samma innehåll.",
        "The same data: {tables} tables, the same rows and the same content.",
    ),
    "verify.data.one": (
        "Samma data: en tabell, samma rader och samma innehåll.",
        "The same data: one table, the same rows and the same content.",
    ),
    "verify.data.synthetic_here": (
        "Rapporten gjordes på riktiga data, men data här säger sig vara syntetiska. Ange rätt datafil: --data FIL.",
        "The report was made on real data, but the data here say that they are synthetic. Give the right data file: --data FILE.",
    ),
    "verify.data.real_here": (
        "Rapporten gjordes på syntetiska data, men data här säger inte att de är det. Ange rätt datafil: --data FIL.",
        "The report was made on synthetic data, but the data here do not say that they are. Give the right data file: --data FILE.",
    ),
    "verify.data.unmarked": (
        "Manifestet saknar det fingeravtryck av data som en sådan rapport alltid har: det har ändrats efter att rapporten gjordes.",
        "The manifest lacks the fingerprint of the data that such a report always has: it was changed after the report was made.",
    ),
    "verify.data.marks": (
        "Fingeravtrycken av tabellen {table} i manifestet säger emot varandra: de har ändrats efter att rapporten gjordes.",
        "The fingerprints of table {table} in the manifest contradict each other: they were changed after the report was made.",
    ),
    "verify.data.column": (
        "Tabellen {table} har samma rader som i rapporten, men minst ett värde är ett annat i {columns}.",
        "Table {table} has the same rows as in the report, but at least one value is another in {columns}.",
    ),
    "verify.data.column_new": (
        "Tabellen {table} har här kolumner som inte finns i rapporten: {columns}.",
        "Table {table} has columns here that are not in the report: {columns}.",
    ),
    "verify.data.column_gone": (
        "Tabellen {table} saknar här kolumner som finns i rapporten: {columns}.",
        "Table {table} lacks columns here that are in the report: {columns}.",
    ),
    "verify.data.none": (
        (
            "Rapporten har inget fingeravtryck av data, för att ingen ska kunna pröva gissningar om en familj. Att talen "
            "stämmer är det som visar att data är desamma."
        ),
        (
            "The report has no fingerprint of the data, so that nobody can try guesses about a family. That the numbers agree "
            "is what shows that the data are the same."
        ),
    ),
    "verify.data.no_key": (
        (
            "Rapportens data är förseglade, och nyckeln (ledger.key) som förvaras hos data finns inte här. Ange mappen där den "
            "ligger: --ledger MAPP. Utan den jämförs bara talen."
        ),
        (
            "The data of the report are sealed, and the key (ledger.key) that is kept with the data is not here. Give the "
            "folder that holds it: --ledger FOLDER. Without it only the numbers are compared."
        ),
    ),
    "verify.data.other_key": (
        (
            "Rapportens data är förseglade med en annan nyckel än den ledger.key som finns här: det är en annan studies, eller "
            "så har den ersatts. Ange rätt mapp: --ledger MAPP."
        ),
        (
            "The data of the report are sealed with another key than the ledger.key that is here: it is another study’s, or "
            "was replaced. Give the right folder: --ledger FOLDER."
        ),
    ),
    "verify.data.table_gone": (
        "Tabellen {table} finns i rapporten men inte här.",
        "Table {table} is in the report and not here.",
    ),
    "verify.data.table_new": (
        "Tabellen {table} finns här men inte i rapporten.",
        "Table {table} is here and not in the report.",
    ),
    "verify.data.more_one": (
        "Tabellen {table} har en rad mer än i rapporten ({now} mot {was}).",
        "Table {table} has one row more than in the report ({now} against {was}).",
    ),
    "verify.data.fewer_one": (
        "Tabellen {table} har en rad mindre än i rapporten ({now} mot {was}).",
        "Table {table} has one row less than in the report ({now} against {was}).",
    ),
    "verify.data.more": (
        "Tabellen {table} har {by} fler rader än i rapporten ({now} mot {was}).",
        "Table {table} has {by} more rows than in the report ({now} against {was}).",
    ),
    "verify.data.fewer": (
        "Tabellen {table} har {by} färre rader än i rapporten ({now} mot {was}).",
        "Table {table} has {by} fewer rows than in the report ({now} against {was}).",
    ),
    "verify.data.empty": (
        "Tabellen {table} är tom eller saknas här; i rapporten har den {was} rader.",
        "Table {table} is empty or missing here; in the report it has {was} rows.",
    ),
    "verify.data.keys": (
        "Tabellen {table} har lika många rader som i rapporten men andra löpnummer eller mättillfällen.",
        "Table {table} has as many rows as in the report, but other running numbers or waves.",
    ),
    "verify.plan.same": ("Samma plan.", "The same plan."),
    "verify.declarations.same": ("Samma kodbok.", "The same codebook."),
    "verify.declared.changed": (
        "{place} är {now} här; i rapporten {was}.",
        "{place} is {now} here; in the report {was}.",
    ),
    "verify.declared.added": (
        "{place} finns här ({now}) men inte i rapporten.",
        "{place} is here ({now}) and not in the report.",
    ),
    "verify.declared.removed": (
        "{place} finns i rapporten ({was}) men inte här.",
        "{place} is in the report ({was}) and not here.",
    ),
    "verify.declared.order": (
        "{place} står i en annan ordning: här {now}; i rapporten {was}.",
        "{place} stands in another order: here {now}; in the report {was}.",
    ),
    "verify.declared.file": (
        (
            "{file} deklarerar något annat än i rapporten, men vad går inte att säga: rapportens egna deklarationer finns inte "
            "med eller har ändrats."
        ),
        (
            "{file} declares something else than in the report; what, cannot be told: the report’s own declarations are "
            "missing or were changed."
        ),
    ),
    "verify.declared.more": ("… och {count} skillnader till.", "… and {count} more differences."),
    "verify.code.same": ("Samma program, till sista tecknet.", "The same program, to the last character."),
    "verify.code.commit": (" (git {commit})", " (git {commit})"),
    "verify.code.install": (
        "Rapporten gjordes med fou_eval {was}; här är {now}. För exakt samma program: pip install fou-eval=={version}.",
        "The report was made with fou_eval {was}; here is {now}. For exactly the same program: pip install fou-eval=={version}.",
    ),
    "verify.code.checkout": (
        (
            "Programkoden är inte densamma: rapporten gjordes med {was}; här är {now}. För exakt samma program: git checkout "
            "av den versionen."
        ),
        (
            "The program code is not the same: the report was made with {was}; here is {now}. For exactly the same program: "
            "git checkout of that commit."
        ),
    ),
    "verify.code.changed": (
        "Programkoden är inte densamma: rapporten gjordes med {was}; här är {now}.",
        "The program code is not the same: the report was made with {was}; here is {now}.",
    ),
    "verify.environment.same": (
        "Samma Python, samma paket och samma slags dator.",
        "The same Python, the same packages and the same kind of machine.",
    ),
    "verify.environment.package": ("{name} {now} (rapporten: {was})", "{name} {now} (report: {was})"),
    "verify.environment.missing": ("saknas", "missing"),
    "verify.environment.more": ("och {more} till", "and {more} more"),
    "verify.environment.packages": (
        "Andra paket än i rapporten: {packages}. För samma: installera efter rapportens requirements.lock.",
        "Other packages than in the report: {packages}. For the same ones: install from the report’s requirements.lock.",
    ),
    "verify.environment.drawing": (
        "Andra paket som ritar och sätter sidor: {packages}. De ändrar inget tal, så varje siffra ska ändå vara densamma.",
        "Other packages that draw and typeset: {packages}. They move no number, so every digit must still be the same.",
    ),
    "verify.environment.apart": (
        "Det som räknar och ritar är detsamma; andra är bara paket som inte kan ändra ett tal eller en sida: {packages}.",
        "What computes and draws is the same; only packages that can move no number and no page are others: {packages}.",
    ),
    "verify.environment.python": (
        "Python är {now} här; i rapporten {was}.",
        "Python is {now} here; in the report {was}.",
    ),
    "verify.environment.platform": (
        "Datorn är av annat slag: {now} här; i rapporten {was}.",
        "The machine is of another kind: {now} here; in the report {was}.",
    ),
    "verify.environment.lock": (
        "Låsfilen requirements.lock är en annan än i rapporten, men paketen som används är desamma.",
        "The lock file requirements.lock is another than in the report; the packages in use are the same.",
    ),
    "verify.ledger.same": (
        "Jämförd med samma tidigare rapporter: {names}.",
        "Compared with the same earlier reports: {names}.",
    ),
    "verify.ledger.missing": (
        (
            "När rapporten gjordes jämfördes den med {names}, och vad som inte visas av det skälet kan inte kontrolleras utan "
            "liggaren. Ange mappen där ledger.json ligger: --ledger MAPP."
        ),
        (
            "When the report was made it was compared with {names}; what is not shown for that reason cannot be checked "
            "without the ledger. Give the folder that holds ledger.json: --ledger FOLDER."
        ),
    ),
    "verify.numbers.same": (
        "Alla {count} tal stämmer, till sista siffran.",
        "All {count} numbers agree, to the last digit.",
    ),
    "verify.numbers.same_elsewhere": (
        "Alla {count} tal stämmer till sista siffran, fast program eller miljö är en annan.",
        "All {count} numbers agree to the last digit, though program or environment are others.",
    ),
    "verify.numbers.within": (
        (
            "Alla {count} tal stämmer inom toleransen; {within} av dem skiljer i sista siffran. Mellan versioner tillåts en "
            "enhet i sista siffran i det publicerade, och en miljarddel i orundade tal."
        ),
        (
            "All {count} numbers agree within the tolerance; {within} of them differ in the last digit. Between versions one "
            "unit of the last digit is allowed in what is published, and one part in a thousand million in unrounded numbers."
        ),
    ),
    "verify.numbers.within_one": (
        "Alla {count} tal stämmer inom toleransen; ett av dem skiljer i sista siffran. Mellan versioner tillåts en enhet i sista siffran i det publicerade, och en miljarddel i orundade tal.",
        "All {count} numbers agree within the tolerance; one of them differs in the last digit. Between versions one unit of the last digit is allowed in what is published, and one part in a thousand million in unrounded numbers.",
    ),
    "verify.numbers.differ": (
        "{rows} av {all} redovisade uppgifter är andra än i rapporten. De står nedan.",
        "{rows} of {all} results shown are others than in the report. They are listed below.",
    ),
    "verify.numbers.differ_one": (
        "En av {all} redovisade uppgifter är en annan än i rapporten. Den står nedan.",
        "One of {all} results shown is another than in the report. It is listed below.",
    ),
    "verify.numbers.as_made": (
        (
            "Det som räknats igen är till sista tecknet det results.json som manifestet anger: det är bilagan i rapporten som "
            "har ändrats, inte resultatet."
        ),
        (
            "What was computed again is, to the last character, the results.json that the manifest names: the attachment in "
            "the report was changed, not the result."
        ),
    ),
    "verify.numbers.same_marks": (
        "Alla {count} tal stämmer: results.json och estimates.csv blir desamma, till sista tecknet.",
        "All {count} numbers agree: results.json and estimates.csv come out the same, to the last character.",
    ),
    "verify.numbers.other_marks": (
        "Filerna med talen, results.json och estimates.csv, blir inte desamma till sista tecknet. Vilka tal som skiljer syns om rapportens pdf eller mapp anges i stället för manifestet.",
        "The files with the numbers, results.json and estimates.csv, do not come out the same to the last character. Which numbers differ is told when the PDF or the folder of the report is given instead of the manifest.",
    ),
    "verify.numbers.unreadable": (
        "Rapportens results.json går inte att läsa, så talen kan inte jämföras ett och ett, och de räknade filerna är inte de som manifestet anger.",
        "The report’s results.json cannot be read, so the numbers cannot be compared one by one, and the files computed again are not those that the manifest names.",
    ),
    "verify.pages.same_bytes": (
        "Pdf-filen blir densamma, till sista byten.",
        "The PDF comes out the same, to the last byte.",
    ),
    "verify.pages.same_words": (
        "Allt som står på sidorna är detsamma; ritningen kan skilja mellan versioner.",
        "All that stands on the pages is the same; the drawing may differ between versions.",
    ),
    "verify.pages.same_pages": (
        "Text och linjer på alla sidor är desamma.",
        "Text and lines of all pages are the same.",
    ),
    "verify.pages.line": (
        "Sida {page}: i rapporten står ”{was}”; gjord igen: ”{now}”.",
        "Page {page}: the report reads “{was}”; made again: “{now}”.",
    ),
    "verify.pages.lost": ("I rapporten saknas: ”{now}”.", "Missing in the report: “{now}”."),
    "verify.pages.more": ("… och {count} rader till.", "… and {count} more lines."),
    "verify.pages.redrawn": (
        "Orden är desamma, men figurer, linjer, typsnitt eller länkar är ändrade på sida {pages}. Hämta pdf-filen igen där den publicerades.",
        "The words are the same, but figures, lines, fonts or links were changed on page {pages}. Fetch the PDF again from where it was published.",
    ),
    "verify.pages.count": (
        "Pdf-filen har {was} sidor; gjord igen har den {now}.",
        "The PDF has {was} pages; made again it has {now}.",
    ),
    "verify.pages.details": (
        "Filens egna uppgifter är ändrade: titel, datum, språk, bokmärken eller de taggar som skärmläsare läser upp. Hämta pdf-filen igen där den publicerades.",
        "The file’s own details were changed: title, date, language, bookmarks, or the tags that screen readers read out. Fetch the PDF again from where it was published.",
    ),
    "verify.pages.added": (
        "Kommentarer, stämplar, fält eller filer har lagts på sida {pages}: en rapport har inga. Hämta pdf-filen igen där den publicerades.",
        "Notes, stamps, fields or files were put on page {pages}: a report has none. Fetch the PDF again from where it was published.",
    ),
    "verify.pages.acting": (
        "Pdf-filen har lager, formulär eller åtgärder som körs när den öppnas: en rapport har inga. Hämta den igen där den publicerades.",
        "The PDF has layers, forms or actions that run when it is opened: a report has none. Fetch it again from where it was published.",
    ),
    "verify.pages.saved_anew": (
        "Allt som går att läsa i pdf-filen är detsamma, men filen är inte densamma till sista byten: den har sparats om eller ändrats efter att den gjordes. Hämta den igen där den publicerades.",
        "All that can be read in the PDF is the same, but the file is not the same to the last byte: it was saved anew or changed after it was made. Fetch it again from where it was published.",
    ),
    "verify.pages.cannot": (
        "Sidorna kan inte jämföras: pdf-filen är skadad, eller manifestet säger något som ingen rapport kan säga.",
        "The pages cannot be compared: the PDF is damaged, or the manifest says what no report can say.",
    ),
    "verify.pages.not_compared": (
        "Sidorna jämförs inte: de görs av annat underlag än rapporten.",
        "The pages are not compared: they would be made of something else than the report was.",
    ),
    "verify.verdict.same": (
        "Rapporten är verifierad: inget skiljer.",
        "The report is verified: nothing differs.",
    ),
    "verify.verdict.same_as_far": (
        "Rapporten är verifierad så långt det går: inget av det som kunnat jämföras skiljer. Vad som inte kunnat jämföras står ovan.",
        "The report is verified as far as possible: nothing that could be compared differs. What could not be compared is told above.",
    ),
    "verify.verdict.numbers": (
        "Rapporten är INTE verifierad: samma data, plan och program ger andra tal än de som står i den.",
        "The report is NOT verified: the same data, plan and program give other numbers than those in it.",
    ),
    "verify.verdict.unknown": (
        "Rapporten är INTE verifierad: talen blir andra. Antingen är data andra än rapportens, eller så säger rapporten något annat än det som räknas fram; vilket går inte att veta utan fingeravtryck av data.",
        "The report is NOT verified: numbers come out otherwise. Either the data are not those of the report, or the report says something else than what comes out; which of the two cannot be known without fingerprints of the data.",
    ),
    "verify.verdict.versions": (
        "Rapporten är INTE verifierad: data och plan är desamma, men programmet är inte det, och talen blir andra. Kontrollera med rapportens egen version innan det tas för ett fel.",
        "The report is NOT verified: data and plan are the same, the program is not, and numbers come out otherwise. Verify with the version of the report before taking it for a fault.",
    ),
    "verify.verdict.packages": (
        "Rapporten är INTE verifierad: data, plan och program är desamma, men paketen eller datorn är andra, och talen blir andra. Kontrollera med rapportens paket innan det tas för ett fel.",
        "The report is NOT verified: data, plan and program are the same, packages or machine are not, and numbers come out otherwise. Verify with the packages of the report before taking it for a fault.",
    ),
    "verify.verdict.ledger": (
        "Rapporten är INTE verifierad: talen blir andra, men utan liggaren kan det bero på vad som inte visades bredvid tidigare rapporter. Kontrollera igen med --ledger MAPP.",
        "The report is NOT verified: numbers come out otherwise, but without the ledger that may be for what was not shown beside earlier reports. Verify again with --ledger FOLDER.",
    ),
    "verify.verdict.other": (
        "Rapporten är INTE verifierad: data eller deklarationer är inte rapportens, och det ändrar tal.",
        "The report is NOT verified: data or declarations are not those of the report, and that changes numbers.",
    ),
    "verify.verdict.treat_as_internal": (
        "Räkna de framräknade talen som interna: publicerade bredvid rapportens kan de peka ut en familj.",
        "Treat the numbers that came out as internal: published beside those of the report they can point out a family.",
    ),
    "verify.verdict.other_same_numbers": (
        "Rapporten är INTE verifierad: data eller deklarationer är inte rapportens, fast alla tal stämmer.",
        "The report is NOT verified: data or declarations are not those of the report, though all numbers agree.",
    ),
    "verify.verdict.tampered": (
        "Rapporten är INTE verifierad: den har ändrats efter att den gjordes.",
        "The report is NOT verified: it was changed after it was made.",
    ),
    "verify.verdict.pages": (
        "Rapporten är INTE verifierad: alla tal stämmer, men sidorna är inte de som talen ger.",
        "The report is NOT verified: all numbers agree, but the pages are not those that the numbers make.",
    ),
    "verify.verdict.pages_versions": (
        "Rapporten är INTE verifierad: alla tal stämmer, men sidorna är inte de som talen ger här, och program eller miljö är inte rapportens. Kontrollera med rapportens egna versioner innan det tas för ett fel.",
        "The report is NOT verified: all numbers agree, but the pages are not those that the numbers make here, and program or environment are not those of the report. Verify with the versions of the report before taking it for a fault.",
    ),
    "verify.head.about": ("Jämfört", "Compared"),
    "verify.head.found": ("Resultat", "Result"),
    "verify.differences": ("Tal som skiljer", "Numbers that differ"),
    "verify.differences.outcome": ("Indikator", "Indicator"),
    "verify.differences.statistic": ("Mått", "Statistic"),
    "verify.differences.was": ("I rapporten", "In the report"),
    "verify.differences.now": ("Räknat igen", "Computed again"),
    "verify.differences.more": (
        "… och {count} till; alla står i svaret med --json.",
        "… and {count} more; all are in the answer with --json.",
    ),
    "verify.differences.study": ("hela studien", "the whole study"),
    "verify.differences.withheld": ("visas inte", "not shown"),
    "verify.differences.no_row": ("finns inte", "does not exist"),
    "verify.field.p_value": ("p", "p"),
    "verify.field.p_exact": ("exakt", "exact"),
    "verify.field.p_adjusted": ("justerat", "adjusted"),
    "verify.field.q_value": ("q", "q"),
    "verify.field.se": ("standardfel", "standard error"),
    "verify.field.df": ("frihetsgrader", "degrees of freedom"),
    "verify.field.n": ("personer eller familjer", "persons or families"),
    "verify.field.n_families": ("familjer", "families"),
    "verify.field.families_changed": ("familjer som ändrats", "families that changed"),
    "verify.field.families_in": ("familjer på ena sidan", "families on one side"),
    "verify.field.families_out": ("familjer på den andra", "families on the other"),
    "verify.field.before_only": ("bara före", "before only"),
    "verify.field.after_only": ("bara efter", "after only"),
    "verify.field.primary": ("huvudindikator", "primary indicator"),
    "verify.field.confidence": ("konfidensnivå", "confidence"),
    "verify.meaning": ("Vad det betyder", "What it means"),
    "verify.meaning.primary": ("Huvudindikatorn {label}: {what}.", "The primary indicator {label}: {what}."),
    "verify.meaning.outcome": ("{label}: {what}.", "{label}: {what}."),
    "verify.meaning.stands": (
        (
            "För huvudindikatorerna står slutsatserna kvar: riktning, om intervallet utesluter ingen förändring, majoritet och "
            "p-gräns är desamma."
        ),
        (
            "For the primary indicators the findings stand: direction, whether the interval excludes no change, majority and "
            "p are on the same side."
        ),
    ),
    "verify.meaning.more": ("och {count} till", "and {count} more"),
    "verify.meaning.sign": ("{statistic} pekar åt andra hållet", "{statistic} points the other way"),
    "verify.meaning.nothing": (
        "{statistic} visar nu ingen förändring alls",
        "{statistic} now shows no change at all",
    ),
    "verify.meaning.moved": ("{statistic} visar nu en förändring", "{statistic} now shows a change"),
    "verify.meaning.excludes": (
        "intervallet för {statistic} utesluter nu ingen förändring",
        "the interval of {statistic} now excludes no change",
    ),
    "verify.meaning.includes": (
        "intervallet för {statistic} utesluter inte längre ingen förändring",
        "the interval of {statistic} no longer excludes no change",
    ),
    "verify.meaning.majority": ("{statistic} är nu mer än hälften", "{statistic} is now more than one half"),
    "verify.meaning.no_majority": (
        "{statistic} är inte längre mer än hälften",
        "{statistic} is no longer more than one half",
    ),
    "verify.meaning.p_value.below": (
        "p för {statistic} ligger nu under planens gräns",
        "p of {statistic} is now below the limit of the plan",
    ),
    "verify.meaning.p_value.above": (
        "p för {statistic} ligger inte längre under planens gräns",
        "p of {statistic} is no longer below the limit of the plan",
    ),
    "verify.meaning.p_adjusted.below": (
        "justerat p för {statistic} ligger nu under planens gräns",
        "the adjusted p of {statistic} is now below the limit of the plan",
    ),
    "verify.meaning.p_adjusted.above": (
        "justerat p för {statistic} ligger inte längre under planens gräns",
        "the adjusted p of {statistic} is no longer below the limit of the plan",
    ),
    "verify.meaning.hidden": ("{statistic} visas inte längre", "{statistic} is no longer shown"),
    "verify.meaning.shown": ("{statistic} visas nu", "{statistic} is shown now"),
}
