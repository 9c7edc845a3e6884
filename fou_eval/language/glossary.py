"""Words of the report that a reader may not know, in Swedish and English, and by which forms each is recognised.

A word has its name in both languages, since readers of one language meet the other in the sources, and one explanation.
A form is the beginning of a word; what follows it is inflection. Only words that a report uses are explained in it.
"""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: dict[str, tuple[str, str]] = {
    "word.action_plan": ("SIP, samordnad individuell plan", "SIP, coordinated individual plan"),
    "word.action_plan.text": (
        "En plan för den som behöver insatser från både socialtjänsten och hälso- och sjukvården, med vem som gör vad.",
        "A plan for a person who needs services from both social services and health care, with who does what.",
    ),
    "word.advocate": ("familjeombud", "family advocate"),
    "word.advocate.text": (
        "En person som arbetar på familjens uppdrag och håller ihop kontakterna med myndigheter, skola och vård.",
        "A person who works on behalf of the family and keeps the contacts with authorities, school and care together.",
    ),
    "word.attrition": ("bortfall", "missing data"),
    "word.attrition.text": (
        "De som skrevs in men saknar värde vid ett mättillfälle.",
        "Those who were enrolled but have no value at a wave.",
    ),
    "word.attrition_bounds": ("gränser för bortfall", "bounds for missing data"),
    "word.attrition_bounds.text": (
        "Vad förändringen hade blivit om alla som saknas hade hamnat bäst, hamnat sämst eller inte förändrats.",
        "What the change would have been if all who are missing had ended up best, ended up worst or not changed.",
    ),
    "word.avoided_care": ("undviken vård", "avoided care"),
    "word.avoided_care.text": (
        (
            "En bedömning, gjord av någon i arbetet, att en placering annars hade blivit av. Den är ingen observation och "
            "läggs aldrig ihop med placeringar som ägt rum."
        ),
        (
            "A judgement, made by somebody in the work, that a placement would otherwise have come about. It is no "
            "observation and is never added to placements that took place."
        ),
    ),
    "word.better": ("bättre, sämre", "better, worse"),
    "word.better.text": (
        "Förändring läst i indikatorns riktning. För vissa är lägre bättre; några har ingen bättre riktning.",
        "Change read in the direction of the indicator. For some, lower is better; a few have no better direction.",
    ),
    "word.care_day": ("vårddygn", "day of care"),
    "word.care_day.text": (
        "Ett dygn då någon är placerad utanför hemmet.",
        "A day and night during which somebody is placed out of home.",
    ),
    "word.care_home": ("HVB, hem för vård eller boende", "residential care home"),
    "word.care_home.text": (
        "En institution där barn, unga eller vuxna bor och får vård eller behandling.",
        "An institution in which children, young people or adults live and receive care or treatment.",
    ),
    "word.caseload": ("familjer per familjeombud", "caseload"),
    "word.caseload.text": (
        "Hur många familjer ett familjeombud arbetar med under en och samma månad.",
        "How many families an advocate works with during the same month.",
    ),
    "word.caseworker": ("handläggare", "caseworker"),
    "word.caseworker.text": (
        "Den vid en myndighet som utreder och beslutar i familjens ärende.",
        "The person at an authority who investigates and decides in the family’s case.",
    ),
    "word.change": ("förändring", "change"),
    "word.change.text": (
        "Värdet efter minus värdet före, för samma familj eller person.",
        "The value after minus the value before, for the same family or person.",
    ),
    "word.comparison_group": ("jämförelsegrupp", "comparison group"),
    "word.comparison_group.text": (
        "Familjer i liknande läge som inte får stödet. Utan dem går det inte att säga vad förändringen beror på.",
        (
            "Families in a similar situation that do not receive the support. Without them it is not possible to say what "
            "the change is due to."
        ),
    ),
    "word.coverage": ("täckning", "coverage"),
    "word.coverage.text": (
        "Hur ofta ett konfidensintervall omfattar det sanna värdet, mätt i simulerade undersökningar.",
        "How often a confidence interval contains the true value, measured in simulated studies.",
    ),
    "word.cr2": ("klusterrobust medelfel, CR2", "cluster-robust standard error, CR2"),
    "word.cr2.text": (
        (
            "Ett mått på osäkerhet som räknar med att personer i samma familj liknar varandra. CR2 är en variant för få "
            "familjer."
        ),
        (
            "A measure of uncertainty that allows for persons in the same family being alike. CR2 is a variant for few "
            "families."
        ),
    ),
    "word.df": ("frihetsgrader", "degrees of freedom"),
    "word.df.text": (
        "Ungefär hur många oberoende uppgifter ett mått på osäkerhet bygger på. Färre ger bredare intervall.",
        "About how many independent pieces of data a measure of uncertainty rests on. Fewer give wider intervals.",
    ),
    "word.disclosure": ("röjandekontroll, sekretessregler", "disclosure control"),
    "word.disclosure.text": (
        "Regler för vad som får visas, så att ingen kan räkna ut något om en enskild familj.",
        "Rules for what may be shown, so that nobody can work out anything about a single family.",
    ),
    "word.domain": ("område", "domain"),
    "word.domain.text": (
        "En del av livet där förändring söks.",
        "A part of life in which change is sought.",
    ),
    "word.event_rate": ("händelsetal", "rate"),
    "word.event_rate.text": (
        "Antal händelser delat med den tid då de kunde inträffa.",
        "Number of events divided by the time during which they could occur.",
    ),
    "word.exposure": ("exponering, fönster", "exposure, window"),
    "word.exposure.text": (
        "Den tid före eller efter inskrivningen under vilken händelser räknas, lika lång för alla som jämförs.",
        "The time before or after entry during which events are counted, equally long for all who are compared.",
    ),
    "word.false_finding": ("falskt fynd", "false finding"),
    "word.false_finding.text": (
        "När ett test säger att något förändrades fast ingenting gjorde det.",
        "When a test says that something changed although nothing did.",
    ),
    "word.family": ("familj", "family"),
    "word.family.text": (
        (
            "De personer som skrevs in tillsammans. Familjen är den enhet som räknas och skyddas. Den är inte detsamma som "
            "ett hushåll."
        ),
        (
            "The persons who were enrolled together. The family is the unit that is counted and protected. It is not the "
            "same as a household."
        ),
    ),
    "word.fingerprint": ("fingeravtryck", "fingerprint"),
    "word.fingerprint.text": (
        "Ett tal som räknas fram ur en fil. Ändras ett enda tecken i filen blir talet ett annat.",
        "A number that is computed from a file. If a single character of the file is changed, the number becomes another.",
    ),
    "word.foster_home": ("familjehem", "foster home"),
    "word.foster_home.text": (
        "Ett enskilt hem som på uppdrag av socialnämnden tar emot barn för stadigvarande vård.",
        "A private home that takes children into lasting care on behalf of the social services committee.",
    ),
    "word.g_av": ("standardiserad förändring, g_av", "standardised change, g_av"),
    "word.g_av.text": (
        "Medelförändringen räknad i standardavvikelser, så att indikatorer med olika skalor kan jämföras.",
        "The mean change counted in standard deviations, so that indicators with different scales can be compared.",
    ),
    "word.gross_net": ("brutto, netto", "gross, net"),
    "word.gross_net.text": (
        "Brutto är vad undviken vård skulle ha kostat. Netto är det som återstår när projektets kostnad dragits ifrån.",
        "Gross is what avoided care would have cost. Net is what remains when the cost of the project is deducted.",
    ),
    "word.household": ("hushåll", "household"),
    "word.household.text": (
        "De som bor tillsammans. En familj kan ha flera hushåll, till exempel när föräldrarna inte bor ihop.",
        "Those who live together. A family may have several households, for instance when the parents live apart.",
    ),
    "word.imputation": ("imputering", "imputation"),
    "word.imputation.text": (
        "Att värden som saknas fylls i med hjälp av dem som finns, många gånger om, för att pröva om slutsatsen håller.",
        "Filling in missing values from those there are, many times over, to try whether the conclusion holds.",
    ),
    "word.interval": ("konfidensintervall", "confidence interval"),
    "word.interval.text": (
        "Ett spann, beräknat så att det omfattar det sanna värdet i {level} av sådana undersökningar.",
        "A range, computed so that it contains the true value in {level} of such studies.",
    ),
    "word.kolada": ("Kolada", "Kolada"),
    "word.kolada.text": (
        "En öppen databas med nyckeltal för kommuner och regioner.",
        "An open database of key figures of Swedish municipalities and regions.",
    ),
    "word.ladder": ("steg mot arbete, stegtrappa", "ladder of steps towards work"),
    "word.ladder.text": (
        "En indikator i ordnade steg, till exempel från att stå långt från arbete till att ha ett.",
        "An indicator in ordered steps, for instance from being far from work to having it.",
    ),
    "word.leave_one_out": ("en familj i taget utelämnad", "one family at a time left out"),
    "word.leave_one_out.text": (
        "Beräkningen görs om utan var och en av familjerna, för att se om resultatet hänger på en enda.",
        "The computation is repeated without each of the families, to see whether the result depends on a single one.",
    ),
    "word.mdc": ("minsta påvisbara förändring", "smallest detectable change"),
    "word.mdc.text": (
        "Den minsta verkliga förändring som så få familjer brukar räcka till för att upptäcka.",
        "The smallest true change that so few families usually suffice to detect.",
    ),
    "word.mean": ("medelvärde", "mean"),
    "word.mean.text": (
        "Summan av värdena delad med hur många de är; det vanliga genomsnittet.",
        "The sum of the values divided by how many they are; the usual average.",
    ),
    "word.measure": ("indikator", "indicator"),
    "word.measure.text": (
        "En uppgift som mäts vid varje mättillfälle.",
        "Something that is measured at each wave.",
    ),
    "word.mid_p": ("mid-p", "mid-p"),
    "word.mid_p.text": (
        "Ett sätt att räkna p-värdet där utfall som är precis lika stora som det uppmätta räknas till hälften.",
        "A way to compute the p-value in which outcomes exactly as large as the measured one count by half.",
    ),
    "word.multiple": ("justerat p-värde", "adjusted p-value"),
    "word.multiple.text": (
        "Ett p-värde som räknar med att flera indikatorer prövas samtidigt, så att slumpen får fler tillfällen.",
        "A p-value that allows for several indicators being tested at once, which gives chance more opportunities.",
    ),
    "word.net_improvement": ("nettoförbättring", "net improvement"),
    "word.net_improvement.text": (
        "Andelen som fick det bättre minus andelen som fick det sämre.",
        "The share that was better off minus the share that was worse off.",
    ),
    "word.npf": (
        "NPF, neuropsykiatrisk funktionsnedsättning",
        "NPF, neurodevelopmental disability",
    ),
    "word.npf.text": (
        "Ett samlingsnamn för bland annat adhd och autism.",
        "A common name for ADHD, autism and others.",
    ),
    "word.obstacle": ("hinder", "obstacle"),
    "word.obstacle.text": (
        "Något i hur myndigheter, skola eller vård arbetar som familjen möter och som rapporteras vidare.",
        "Something in how authorities, school or care work that the family meets and that is reported on.",
    ),
    "word.outwards": ("avrundat utåt", "rounded outwards"),
    "word.outwards.text": (
        "Intervallets ändar är flyttade till närmaste runda tal bort från mitten, så att de inte röjer någon.",
        (
            "The ends of the interval are moved to the nearest round number away from the middle, so that they give nobody "
            "away."
        ),
    ),
    "word.p": ("p-värde", "p-value"),
    "word.p.text": (
        "Hur ofta en minst lika stor förändring skulle uppstå av en slump om ingenting förändrades.",
        "How often a change at least as large would arise by chance if nothing changed.",
    ),
    "word.person": ("person", "person"),
    "word.person.text": (
        "Ett barn eller en vuxen i en familj. Personer i samma familj räknas inte som oberoende av varandra.",
        "A child or an adult in a family. Persons in the same family are not counted as independent of each other.",
    ),
    "word.placement": ("placering", "placement"),
    "word.placement.text": (
        "Att ett barn eller en ung person bor och vårdas utanför det egna hemmet efter beslut av socialnämnden.",
        "That a child or young person lives and is cared for out of home, decided by the social services committee.",
    ),
    "word.points": ("procentenhet", "percentage point"),
    "word.points.text": (
        "Skillnaden mellan två tal i procent: från 20 till 30 procent är 10 procentenheter.",
        "The difference between two numbers in per cent: from 20 to 30 per cent is 10 percentage points.",
    ),
    "word.primary": ("huvudindikator, primär indikator", "primary indicator"),
    "word.primary.text": (
        "Den indikator i varje område som planen pekade ut i förväg.",
        "The one indicator in each domain that the plan named in advance.",
    ),
    "word.q": ("q-värde", "q-value"),
    "word.q.text": (
        "Den minsta andel falska fynd bland fynden som måste godtas för att indikatorn ska räknas som ett fynd.",
        (
            "The smallest share of false findings among the findings that has to be accepted for the indicator to count as "
            "a finding."
        ),
    ),
    "word.rate_ratio": ("kvot mellan händelsetal", "rate ratio"),
    "word.rate_ratio.text": (
        "Händelsetalet efter delat med händelsetalet före. Ett betyder oförändrat.",
        "The rate after divided by the rate before. One means unchanged.",
    ),
    "word.rating": ("skattning", "rating"),
    "word.rating.text": (
        "Någons bedömning på en skala, till exempel av hur vardagen fungerar.",
        "Somebody’s judgement on a scale, for instance of how everyday life works.",
    ),
    "word.regression": ("regression mot medelvärdet", "regression to the mean"),
    "word.regression.text": (
        "Att den som väljs ut när läget är ovanligt dåligt i genomsnitt har det mindre dåligt nästa gång, också utan stöd.",
        (
            "That whoever is chosen when things are unusually poor will on average be less poorly off next time, even "
            "without support."
        ),
    ),
    "word.report_of_concern": ("orosanmälan", "report of concern"),
    "word.report_of_concern.text": (
        "En anmälan till socialtjänsten om att ett barn kan fara illa.",
        "A report to social services that a child may come to harm.",
    ),
    "word.scale_step": ("skalsteg", "scale point"),
    "word.scale_step.text": (
        "Ett steg på den skala som frågan besvaras på.",
        "One step on the scale on which the question is answered.",
    ),
    "word.scenario": ("scenario", "scenario"),
    "word.scenario.text": (
        "En uträkning av vad något skulle kosta under antaganden som anges. Den är inget resultat.",
        "A computation of what something would cost under assumptions that are stated. It is no result.",
    ),
    "word.sd": ("standardavvikelse", "standard deviation"),
    "word.sd.text": (
        "Ett mått på hur mycket värdena skiljer sig åt; ungefär det vanliga avståndet till medelvärdet.",
        "A measure of how much the values differ; roughly the usual distance to the mean.",
    ),
    "word.sign_flip": ("teckenbytestest, teckenväxling", "sign-flip test"),
    "word.sign_flip.text": (
        (
            "Ett test som frågar hur ofta en så stor förändring skulle synas om före och efter bytte plats på måfå i varje "
            "familj."
        ),
        (
            "A test that asks how often so large a change would be seen if before and after changed places at random in each "
            "family."
        ),
    ),
    "word.social_assistance": ("försörjningsstöd", "social assistance"),
    "word.social_assistance.text": (
        "Ekonomiskt bistånd enligt socialtjänstlagen till den som inte kan försörja sig på annat sätt.",
        "Financial support under the Social Services Act for those who cannot provide for themselves otherwise.",
    ),
    "word.synthetic": ("syntetiska data", "synthetic data"),
    "word.synthetic.text": (
        "Uppgifter som programmet hittat på för att visa hur en rapport ser ut.",
        "Data that the program made up to show what a report looks like.",
    ),
    "word.tipping": ("brytpunkt", "tipping point"),
    "word.tipping.text": (
        "Hur de som saknas hade behövt förändras för att förändringen i genomsnitt skulle vara noll.",
        "How those who are missing would have had to change for the change to be zero on average.",
    ),
    "word.wave": ("mättillfälle", "wave"),
    "word.wave.text": (
        "En tidpunkt då familjerna mäts, räknad från när var och en av dem skrevs in.",
        "A point in time at which the families are measured, counted from when each of them was enrolled.",
    ),
    "word.withheld": ("visas ej", "not shown"),
    "word.withheld.text": (
        "Talet finns men visas inte, eftersom det kunde röja en enskild familj.",
        "The number exists but is not shown, since it could give a single family away.",
    ),
    "word.work_year": ("årsarbetare", "full-time equivalent"),
    "word.work_year.text": (
        "Arbete som motsvarar en heltid under ett år.",
        "Work that amounts to one full-time post for a year.",
    ),
}
# How words are recognised where their beginning is not their name up to a comma or a bracket.
FORMS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "action_plan": (("SIP",), ("SIP", "coordinated individual plan")),
        "advocate": (("familjeombud", "ombud"), ("family advocate", "advocate")),
        "attrition_bounds": (
            ("bortfallna hamnat",),
            ("all missing ended", "missing units ended", "drop-outs had ended"),
        ),
        "avoided_care": (("undviken vård", "undvikits", "undvikna"), ("avoided",)),
        "better": (("bättre",), ("better",)),
        "care_day": (("vårddygn",), ("day of care", "days of care", "day in care", "days in care")),
        "care_home": (("HVB",), ("residential care home", "HVB")),
        "caseload": (
            ("familjer per familjeombud", "familjer per ombud"),
            ("families per advocate", "caseload"),
        ),
        "cr2": (("klusterrobust", "CR2"), ("cluster-robust", "CR2")),
        "df": (("frihetsgrad",), ("degrees of freedom",)),
        "disclosure": (("röjandekontroll",), ("disclosure control",)),
        "event_rate": (("händelsetal",), ("rate before", "rate after", "change in rate")),
        "exposure": (("exponering", "fönst"), ("exposure", "window")),
        "false_finding": (("falska fynd", "falskt fynd"), ("false finding",)),
        "family": (("familj",), ("family", "families")),
        "g_av": (("standardiserad förändring", "g_av"), ("standardised change", "g_av")),
        "gross_net": (("brutto",), ("gross",)),
        "interval": (("konfidensintervall", "% KI"), ("confidence interval", "% CI")),
        "ladder": (("steg mot", "stegtrappa", "trappa"), ("steps towards", "ladder")),
        "mdc": (("minsta förändring",), ("smallest change", "minimal detectable")),
        "mean": (("medelvärde", "medelförändring"), ("mean",)),
        "multiple": (
            ("justerat p-värde", "p-värdena justerade"),
            ("adjusted p-value", "p-values are adjusted"),
        ),
        "npf": (("NPF", "neuropsykiatrisk"), ("NPF", "neurodevelopmental")),
        "points": (("procentenhet",), ("percentage point",)),
        "primary": (("huvudindikator",), ("primary indicator",)),
        "regression": (("regression mot medelvärdet",), ("regression to the mean",)),
        "scale_step": (("skalsteg",), ("scale point",)),
        "sign_flip": (("teckenbyt", "teckenväxling"), ("sign-flip", "sign flip")),
        "synthetic": (("syntetisk",), ("synthetic",)),
        "withheld": (("visas ej", "visas\u00a0ej"), ("not shown", "not\u00a0shown")),
        "work_year": (("årsarbet",), ("full-time",)),
    }
)

GLOSSARY: dict[str, tuple[str, str]] = {
    "report.glossary": ("Ordlista", "Glossary"),
    "report.glossary.text": (
        "Här förklaras ord som rapporten använder. Inom parentes står vad samma sak heter på engelska.",
        "Words that the report uses are explained here. What the same is called in Swedish stands in brackets.",
    ),
    "report.glossary.lead": ("{own} ({other}).", "{own} ({other})."),
    "report.glossary.alike": ("{own}.", "{own}."),
    **WORDS,
}
