"""What the project's documents say, row by row, and the words with which the report of the bundled study answers.

The codes are those of the evidence: N numbers and money, D dates, O outcomes, T contradictions and traps. Each row
names the appendix and what must stand there; `NOT_MEASURED` are those that nothing in the data can answer.
"""

LOGIC, TOOK_PART, OVERVIEW = 1, 2, 3
HOME, SCHOOL, LEISURE, WORK = 4, 5, 6, 7
GOALS, ADVOCATES, CARE, COSTS, OBSTACLES, METHOD, AGAIN = 8, 9, 10, 11, 12, 13, 14

NOT_MEASURED = frozenset({"D4", "D5", "O21", "O28"})
ANSWERED: dict[str, tuple[int, str]] = {
    "N1": (TOOK_PART, "Familjer 18"),
    "N2": (METHOD, "60 personer"),
    "N3": (LOGIC, "Målet var 15–30 familjer. Inskrivna är 18, alltså inom målet."),
    "N4": (COSTS, "Hela projektet, per inskriven familj 1 000 000 2017 Kommunen"),
    "N5": (COSTS, "per årsarbetare och månad 58 333"),
    "N6": (ADVOCATES, "Familjeombud 3,0"),
    "N7": (ADVOCATES, "Projektets eget mått: 8"),
    "N8": (LOGIC, "Omsorgsnämnden, Barn- och ungdomsnämnden, Socialnämnden, Bildningsnämnden"),
    "N9": (LOGIC, "Föräldrarnas sysselsättning. Visas"),
    "N10": (OBSTACLES, "N10. Det föreslagna teamet vänder sig till barn 6–15 år."),
    "N11": (CARE, "Slag av insats"),
    "N12": (LOGIC, "Planerad projekttid augusti 2014 juli 2017 36"),
    "N13": (LOGIC, "Kommunstyrelsen § 204"),
    "D1": (CARE, "Av planerna har 67 % följts upp."),
    "D2": (LOGIC, "Planerad projekttid augusti 2014 juli 2017 36"),
    "D3": (
        LOGIC,
        "Stödet till familjerna började i januari 2015, 5 månader efter planerad start (augusti 2014).",
    ),
    "D6": (LOGIC, "mars 2017 Tjänsteskrivelse om fortsatt drift"),
    "D7": (LOGIC, "S002: Projektsida 2017-03-29, mars 2017."),
    "D8": (LOGIC, "april 2017 Medel till förlängning beviljas Kommunstyrelsen"),
    "D9": (LOGIC, "Utvärderingen avrapporteras FoU-Centrum – juni 2017"),
    "D10": (LOGIC, "Slutrapport lämnas FoU-Centrum – december 2017"),
    "D11": (LOGIC, "FoU-rapporten är redigerad FoU-Centrum – december 2017"),
    "D12": (LOGIC, "Förlängning augusti 2017 december 2017 5"),
    "D13": (LOGIC, "november 2017 Information enligt medbestämmandelagen"),
    "D14": (LOGIC, "november 2017 Workshop med handläggare"),
    "D15": (
        OBSTACLES,
        (
            "december 2017 Nämnderna redovisar hur erfarenheterna används Omsorgsnämnden; Barn- och ungdomsnämnden; "
            "Socialnämnden; Bildningsnämnden Planerat"
        ),
    ),
    "D16": (
        OBSTACLES,
        "april 2018 Förslag till verksamhetsuppdrag Omsorgsnämnden; Utbildningsförvaltningen Planerat",
    ),
    "D17": (OBSTACLES, "september 2018 Gemensamt team startar"),
    "D18": (LOGIC, "Genomlysning av elevhälsan är klar Utbildningsförvaltningen – december 2017"),
    "O1": (OVERVIEW, "Barnens fritid Tillfällen med regelbunden fritidsaktivitet"),
    "O2": (HOME, "Vardagen hemma, familjens skattning (0–10)"),
    "O3": (SCHOOL, "Samarbetet mellan hem och skola, familjens skattning"),
    "O4": (LEISURE, "Fritiden, barnets egen skattning (0–10)"),
    "O5": (WORK, "Källa: Kolada, resultat vid avslut i kommunens arbetsmarknadsverksamhet."),
    "O6": (WORK, "Redo för arbete, praktik eller studier, egen skattning (1–10)"),
    "O7": (CARE, "dras aldrig av från observerad vård"),
    "O8": (CARE, "Besök i Regionens hälso- och sjukvård (besök) 3,5 2,7"),
    "O9": (CARE, "Olika handläggare i socialförvaltningen (handläggare) 3,1 2,1"),
    "O10": (CARE, "Olika enheter i kommunen (enheter) 3,1 2,7"),
    "O11": (GOALS, "Det är en hypotes som projektet tog med sig, inte ett resultat av projektet."),
    "O12": (OBSTACLES, "Hinder: Vad som hänt med hindret"),
    "O13": (OBSTACLES, "Svar från andra professionella"),
    "O14": (OBSTACLES, "Utbildning om NPF för skolans personal"),
    "O15": (SCHOOL, "Stöd i skolan"),
    "O16": (GOALS, "Förtroende för dem som ger stöd, eget svar 2,6 3,2"),
    "O17": (CARE, "Uteblivna besök (besök) 2,3 1,4"),
    "O18": (LOGIC, "”Mycket goda resultat” sades innan utvärderingen var klar. uttalande"),
    "O19": (OVERVIEW, "Bättre right Lika right Sämre"),
    "O20": (SCHOOL, "Ämnen med godkänt betyg (A–E)"),
    "O22": (GOALS, "Familjen själv satte 89 % av målen."),
    "O23": (WORK, "Har en aktuell plan med delmål"),
    "O24": (OBSTACLES, "mars 2017 Ledningsgruppen januari 2017"),
    "O25": (GOALS, "Ombudet kom inte från en myndighet 20 16 %"),
    "O26": (ADVOCATES, "För familjens talan 26 %"),
    "O27": (OBSTACLES, "Familjer som behövde längre tid"),
    "T1": (LOGIC, "Källorna anger månader, inga dagar"),
    "T2": (LOGIC, "Kommunstyrelsen § 204"),
    "T3": (METHOD, "61 personer"),
    "T4": (LOGIC, "Projektet förlängdes från juli 2017 till december 2017, det vill säga med 5 månader."),
    "T5": (AGAIN, "30 november 2017"),
    "T6": (CARE, "Handläggarsamordnare; Familjehandläggare"),
    "T7": (CARE, "Arbetsterapeut i elevhälsoteam"),
    "T8": (
        TOOK_PART,
        "Uppgifterna är inskrivna så som de var kända: misstänkt, under utredning och med diagnos är olika saker.",
    ),
    "T9": (LOGIC, "E1: FoU-rapport 83:2017"),
    "T10": (LOGIC, "All tid med stöd räknas därför från inskrivningen och inte från projektets start."),
    "T11": (LOGIC, "Sades medan projektet pågick."),
}
