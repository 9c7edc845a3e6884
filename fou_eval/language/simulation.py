"""What stands in a synthetic workbook besides the data, and what simulations of a study say, in Swedish and English."""

SIMULATION: dict[str, tuple[str, str]] = {
    "synthetic.sheet": ("Läs mig", "Read me"),
    "synthetic.title": ("SYNTETISKA DATA: {title}", "SYNTHETIC DATA: {title}"),
    "synthetic.notice": (
        "Alla uppgifter i arbetsboken är påhittade av ett datorprogram. Ingen familj har svarat.",
        "A computer program made up all data in this workbook. No family has answered.",
    ),
    "synthetic.facts": (
        "Undantag: bladen {facts} återger vad som står i offentliga dokument. Där någon källa saknas står det exempel.",
        "Exception: the sheets {facts} repeat what stands in public documents. Where there is no source, it says example.",
    ),
    "synthetic.purpose": (
        "De visar hur en ifylld arbetsbok ser ut och säger ingenting om det verkliga projektet.",
        "They show what a filled-in workbook looks like and say nothing about the real project.",
    ),
    "synthetic.made": (
        "Arbetsboken görs om, exakt likadan, med kommandot {command} och slumptalsfröet i plan.yaml.",
        "The workbook is made again, exactly the same, by the command {command} with the seed in plan.yaml.",
    ),
    "synthetic.missing": (
        "Ett negativt tal är en kod som säger varför svaret saknas. I en tom cell saknas svaret utan angiven orsak.",
        "A negative number is a code that says why the answer is missing. An empty cell has no answer and no reason.",
    ),
    "synthetic.tables": ("Blad", "Sheet"),
    "synthetic.row": ("En rad är", "One row is"),
    "kind.scale": ("skala", "scale"),
    "kind.ordinal": ("ordnad skattning", "ordinal rating"),
    "kind.binary": ("ja eller nej", "yes or no"),
    "kind.count": ("antal händelser", "count of events"),
    "kind.ladder": ("trappa med steg", "ladder of steps"),
    "shape.plain": ("", ""),
    "shape.zeros": ("många nollor", "many zeros"),
    "shape.skewed": ("sned förändring", "skewed change"),
    "peer.person_t": ("parat t-test på personer", "paired t test on persons"),
    "peer.person_wilcoxon": ("Wilcoxons teckenrangtest på personer", "Wilcoxon signed-rank test on persons"),
    "peer.cluster_z": ("klusterrobust medelfel med z", "cluster-robust standard error with z"),
    "peer.cluster_bootstrap": ("bootstrap av familjer, percentiler", "bootstrap of families, percentiles"),
    "peer.mixed_model": (
        "blandad modell (1 | familj / person) med z",
        "mixed model (1 | family / person) with z",
    ),
    "power.unit.scale": (
        "poäng på en skala med standardavvikelsen 10",
        "points on a scale with standard deviation 10",
    ),
    "power.unit.ordinal": ("steg på en femgradig skattning", "steps on a five-point rating"),
    "power.unit.binary": ("procentenheter", "percentage points"),
    "power.unit.count": ("händelser per år, från i genomsnitt 3,6", "events per year, from 3.6 on average"),
    "power.unit.ladder": ("steg på en trappa med fem steg", "steps on a ladder of five steps"),
    "power.title": (
        "Minsta förändring som upptäcks i {power} av undersökningarna",
        "Smallest change that is detected in {power} of studies",
    ),
    "power.families": ("familjer vid start", "families at entry"),
    "power.units": ("personer i jämförelsen", "persons compared"),
    "power.kind": ("slag av indikator", "kind of indicator"),
    "power.change": ("upptäckbar förändring", "detectable change"),
    "power.change_sd": ("i standardavvikelser", "in standard deviations"),
    "power.half_width": ("intervall ±", "interval ±"),
    "power.none": ("ingen tänkbar", "none possible"),
    "power.basis": (
        (
            "Familjer med i genomsnitt {members} personer; två familjemedlemmars förändringar korrelerar {icc}; {dropout} av "
            "familjerna faller bort mellan två mättillfällen, {waves} mättillfällen. Testet är det som visas först "
            "i rapporten, på nivån {level}. {datasets} simulerade undersökningar per rad, slumptalsfrö {seed}."
        ),
        (
            "Families of {members} persons on average; the changes of two family members correlate {icc}; {dropout} of "
            "the families are lost between two waves, {waves} waves. The test is the one shown first in the "
            "report, at level {level}. {datasets} simulated studies per row, seed {seed}."
        ),
    ),
    "power.plain": (
        (
            "Läs så här: med {families} familjer upptäcks en förändring av {change} {unit} i {power} av undersökningarna; "
            "är den verkliga förändringen mindre är risken stor att den inte syns."
        ),
        (
            "Read it like this: with {families} families a change of {change} {unit} is detected in {power} of studies; "
            "if the true change is smaller, it may well go unseen."
        ),
    ),
    "power.alt": (
        "Minsta upptäckbara förändring i standardavvikelser mot antal familjer. {rows}",
        "Smallest detectable change in standard deviations against number of families. {rows}",
    ),
    "power.alt_row": ("{indicator}: {changes}.", "{indicator}: {changes}."),
    "power.alt_cell": ("{change} med {families}", "{change} with {families}"),
    "power.caption": (
        (
            "Minsta förändring som testet upptäcker i {power} av undersökningarna, överst i standardavvikelser och nederst "
            "i varje indikators egen enhet. {basis} Ju fler familjer, desto mindre förändring kan upptäckas; "
            "en förändring under linjen kan finnas utan att synas."
        ),
        (
            "Smallest change that the test detects in {power} of studies, in standard deviations at the top and in each "
            "indicator’s own unit below. {basis} The more families, the smaller the change that can be "
            "detected; a change below the line may be there without being seen."
        ),
    ),
    "power.axis": ("standardavvikelser", "standard deviations"),
    "figure.calibration.title": ("Falska fynd när inget förändrats", "False findings when nothing changed"),
    "calibration.estimate": (
        "{cells} upplägg med upp till {datasets} simulerade undersökningar var: ungefär {minutes} minuter",
        "{cells} designs with up to {datasets} simulated studies each: about {minutes} minutes",
    ),
    "calibration.taken": (
        "{minutes} minuter med {processes} processer",
        "{minutes} minutes on {processes} processes",
    ),
    "calibration.procedure": ("beräkningssätt", "procedure"),
    "calibration.indicator": ("slag av indikator", "kind of indicator"),
    "calibration.type_1_head": ("falska fynd, %", "false findings, %"),
    "calibration.coverage_head": ("täckning, %", "coverage, %"),
    "calibration.datasets": ("undersökningar", "studies"),
    "calibration.error": (
        "Målet är 5 och 95\u00a0%. Talen går från det lägsta till det högsta upplägget; simuleringsfelet är högst {error} (ett medelfel).",
        (
            "The aim is 5 and 95%. The numbers run from the lowest to the highest design; the simulation error is at most "
            "{error} (one standard error)."
        ),
    ),
    "calibration.axis": (
        "Andel undersökningar där testet förkastar på 5-procentsnivån",
        "Share of studies in which the test rejects at the 5% level",
    ),
    "calibration.ours": ("Det som visas först i rapporten", "Shown first in the report"),
    "calibration.naive": ("Vanliga beräkningssätt", "Common procedures"),
    "calibration.icc": ("korrelation i familjen {icc}", "correlation in the family {icc}"),
    "calibration.aim": ("målet 5\u00a0%, fältet 4–6\u00a0%", "target 5%, field 4–6%"),
    "calibration.alt": (
        "Andel falska fynd i simulerade undersökningar utan förändring. {rows}",
        "Share of false findings in simulated studies without change. {rows}",
    ),
    "calibration.alt_row": ("{label}: {low} till {high}.", "{label}: {low} to {high}."),
    "calibration.caption": (
        (
            "Hur ofta ett test ger ett falskt fynd, det vill säga förkastar fast inget förändrats. Varje märke är ett "
            "upplägg med 15, 20 eller 30 familjer och ett slag av indikator; fyllningen visar hur lika familjemedlemmar "
            "förändras. Det skuggade fältet är målet, 4–6 procent. Strecket genom märket är simuleringsfelet (ett medelfel)."
        ),
        (
            "How often a test gives a false finding, that is, rejects although nothing changed. Each mark is a design of 15, "
            "20 or 30 families with one kind of indicator; its filling shows how alike the changes of family members are. "
            "The shaded field is the aim, 4–6 per cent. The stroke through the mark is the simulation error (one standard "
            "error)."
        ),
    ),
}
