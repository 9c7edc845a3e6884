"""Words of the chapter on obstacles and implementation."""

OBSTACLES = {
    "chapter.obstacles": ("Hinder och implementering", "Obstacles and implementation"),
    "statistic.obstacles_closed.label": (
        "Andel hinder som är avslutade",
        "Share of obstacles that are closed",
    ),
    "statistic.obstacles_by_time.label": ("Antal hinder efter tid", "Number of obstacles by time"),
    "statistic.mean_months_to_close.label": ("Månader till avslut, medelvärde", "Months until closed, mean"),
    "obstacles.text": (
        (
            "Hinder är sådant i myndigheters, skolans och vårdens sätt att arbeta som familjer mötte och som togs upp i "
            "projektet. Bilagan visar vilka de var och vad som blev av dem, vilka steg som skulle följa på projektet "
            "och hur resultat återfördes medan det pågick. Det som räknas är hinder, inte familjer: samma familj kan "
            "ha flera."
        ),
        (
            "Obstacles are what families met in how authorities, school and health care work, and what was raised in "
            "the project. The appendix shows which they were and what became of them, which steps were to follow the "
            "project, and how results were given back while it ran. Obstacles are counted, not families: a family may "
            "have several."
        ),
    ),
    "obstacles.heading": ("Hinder som familjerna mötte", "Obstacles that families met"),
    "obstacles.basis": (
        "{n} hinder.",
        "{n} obstacles.",
    ),
    "obstacles.closed": (
        "Av hindren är {share} avslutade, lösta eller inte; övriga är öppna.",
        "Of the obstacles, {share} are closed, solved or not; the others are open.",
    ),
    "obstacles.closed_withheld": (
        "Hur stor andel av hindren som är avslutade visas inte på grund av röjandeskydd.",
        "The share of obstacles that are closed is not shown, to protect families.",
    ),
    "obstacles.mean": (
        (
            "De som är avslutade var öppna {months} månader i medeltal. De som fortfarande är öppna ingår inte i "
            "medelvärdet, som därför är kortare än den tid som hinder brukar ta."
        ),
        (
            "Those that are closed were open for {months} months on average. Those still open are not part of the "
            "mean, which is therefore shorter than the time that obstacles take."
        ),
    ),
    "obstacles.mean_withheld": (
        "Den genomsnittliga tiden till avslut visas inte på grund av röjandeskydd.",
        "The mean time until closed is not shown, to protect families.",
    ),
    "obstacles.times_withheld": (
        "Hur lång tid hindren tog fördelat på klasser visas inte: för få familjer i varje klass.",
        "The time that obstacles took is not shown by class: too few families in each class.",
    ),
    "obstacles.months_to_close": (
        "Avslutade hinder efter tid till avslut",
        "Closed obstacles by time until closed",
    ),
    "obstacles.months_open": (
        "Öppna hinder efter tid sedan de togs upp, till {until}",
        "Open obstacles by time since they were raised, to {until}",
    ),
    "obstacles.time": ("Tid", "Time"),
    "obstacles.class.up_to_3": ("Högst 3 månader", "At most 3 months"),
    "obstacles.class.from_4_to_6": ("4–6 månader", "4–6 months"),
    "obstacles.class.from_7_to_12": ("7–12 månader", "7–12 months"),
    "obstacles.class.over_12": ("Mer än 12 månader", "More than 12 months"),
    "obstacles.class.month_unknown": ("Månad saknas eller är omöjlig", "Month missing or impossible"),
    "obstacles.merged": (
        "Tider med för få familjer visas tillsammans med nästa tid; en sådan grupp kan sakna hinder i någon av tiderna.",
        "Times of too few families are shown together with the next; such a group may lack obstacles in one of them.",
    ),
    "obstacles.needs_longer": ("Familjer som behövde längre tid", "Families that needed longer time"),
    "obstacles.needs_longer.text": (
        "Hur familjernas stöd avslutades, och om de var redo för annat stöd.",
        "How the support to families ended, and whether they were ready for other support.",
    ),
    "obstacles.tracker": ("Vad som skulle följa", "What was to follow"),
    "obstacles.tracker.title": (
        "Steg med tidsgräns: vad som blev av dem",
        "Steps with a deadline: what came of them",
    ),
    "obstacles.tracker.state": ("Läge vid utgången av {until}", "State at the end of {until}"),
    "obstacles.tracker.now": ("Läge", "State"),
    "obstacles.tracker.on_time": ("Taget i tid", "Taken in time"),
    "obstacles.tracker.late": ("Taget senare", "Taken late"),
    "obstacles.tracker.passed": (
        "Tidsgränsen har passerat, ej registrerat som taget",
        "Deadline has passed, not recorded as taken",
    ),
    "obstacles.tracker.ahead": ("Tidsgränsen har inte passerat", "Deadline has not passed"),
    "obstacles.tracker.untold": ("Ej registrerat som taget", "Not recorded as taken"),
    "obstacles.plans": (
        "Planer som har nämnts:",
        "Plans that were mentioned:",
    ),
    "obstacles.activities": ("Utbildningar och andra aktiviteter", "Training and other activities"),
    "obstacles.staff": ("Kunskap hos andra professionella", "Knowledge of other professionals"),
    "obstacles.staff.title": ("Svar från andra professionella", "Answers of other professionals"),
    "obstacles.staff.answers": ("Svar", "Answers"),
    "obstacles.staff.share": ("Instämmer", "Agree"),
    "obstacles.staff.few": (
        "Andelen visas inte där färre än {smallest} svarade.",
        "The share is not shown where fewer than {smallest} answered.",
    ),
    "obstacles.feedback": ("Återföring medan projektet pågick", "Feedback while the project ran"),
    "obstacles.feedback.early": (
        "Gavs innan stödet till familjer började, och bygger alltså inte på uppgifter om dem.",
        "Given before support to families began, so it does not rest on data about them.",
    ),
    "obstacles.feedback.undated": (
        "Till och med vilken månad uppgifterna gick är inte registrerat.",
        "Up to which month the data went is not recorded.",
    ),
    "obstacles.absent": ("Ej mätt.", "Not measured."),
    "obstacles.empty": ("Inget är registrerat.", "Nothing is recorded."),
    "issue.closed_before_raised": (
        "Hindret är avslutat innan det togs upp. Rätta någon av månaderna.",
        "The obstacle was closed before it was raised. Correct one of the months.",
    ),
    "issue.closed_before_raised.many": (
        "{count} hinder är avslutade innan de togs upp. Rätta månaderna.",
        "{count} obstacles were closed before they were raised. Correct the months.",
    ),
    "issue.closed_without_month": (
        "Hindret är avslutat men månaden saknas, så tiden till avslut räknas inte. Fyll i månaden om den är känd.",
        "The obstacle is closed and its month is missing, so its time is not counted. Fill in the month if known.",
    ),
    "issue.closed_without_month.many": (
        "{count} avslutade hinder saknar månad, så deras tid till avslut räknas inte. Fyll i de månader som är kända.",
        "{count} closed obstacles lack a month, so their time is not counted. Fill in the months that are known.",
    ),
    "issue.due_before_decided": (
        "Beslutet ska vara klart före den månad då det fattades. Rätta någon av månaderna, eller ange att det blev sent.",
        "The decision is due before the month in which it was made. Correct one of them, or state that it was late.",
    ),
    "issue.due_before_decided.many": (
        "{count} beslut ska vara klara före den månad då de fattades. Rätta månaderna, eller ange att de blev sena.",
        "{count} decisions are due before the month in which they were made. Correct them, or state that they were late.",
    ),
}
