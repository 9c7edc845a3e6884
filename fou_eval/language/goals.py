"""Words about the families' own goals, how they see the support, and the finding carried in from an earlier study."""

GOALS = {
    "chapter.goals": ("Familjernas egna mål och upplevelse", "The families’ own goals and experience"),
    "statistic.goals_set_by_family.label": (
        "Andel av målen som familjen själv satte",
        "Share of the goals that the family itself set",
    ),
    "statistic.goals_reached_where.label": (
        "Andel av målen som nådde förväntad nivå",
        "Share of the goals that reached the expected level",
    ),
    "statistic.goals_worse_where.label": (
        "Andel av målen som bedömdes lägre än vid inskrivningen",
        "Share of the goals that were rated lower than at entry",
    ),
    "statistic.services_and_helped.label": (
        "Samband mellan antal insatser och att känna sig hjälpt",
        "Correlation of the number of services with feeling helped",
    ),
    "statistic.services_and_helped.method": (
        (
            "Spearmans rangkorrelation med familjen som enhet: familjens insatser som pågick någon gång under tolv månader "
            "mot medelvärdet av familjemedlemmarnas svar. p-värdet kommer från ett permutationstest, där familjernas svar "
            "kastas om (mid-p). Konfidensintervallet följer Bonett och Wright (2000), med gränsen tagen från samma "
            "permutationer, så att intervall och test aldrig säger emot varandra. I simuleringar med 12 till 18 familjer "
            "och många lika svar täckte intervallet det sanna värdet i 94 till 97 procent av fallen."
        ),
        (
            "Spearman’s rank correlation with the family as the unit: the family’s services that went on at any time in "
            "twelve months against the mean of what its members answered. The p-value is from a permutation test, in which "
            "the answers are exchanged between families (mid-p). The confidence interval follows Bonett and Wright (2000), "
            "with its limit taken from the same permutations, so that interval and test never contradict each other. In "
            "simulations with 12 to 18 families and many equal answers the interval held the true value in 94 to 97 per "
            "cent of cases."
        ),
    ),
    "note.too_few_families_for_correlation": (
        "För få familjer för ett samband.",
        "Too few families for a correlation.",
    ),
    "note.ranks_agree": (
        "Insatser och svar ordnar familjerna på samma sätt.",
        "Services and answers put the families in the same order.",
    ),
    "note.some_windows_not_covered": (
        "Familjer vars tolv månader inte täcks helt av uppgifterna om insatser ingår inte.",
        "Families whose twelve months are not wholly covered by the records of services are not included.",
    ),
    "note.some_goals_without_entry": (
        "Mål som inte bedömdes vid inskrivningen kan inte ha bedömts lägre än då; de räknas inte som försämrade.",
        "Goals that were not rated at entry cannot have been rated lower than then; they do not count as worse.",
    ),
    "goals.heading.set": ("Vilka mål som sattes, och av vem", "Which goals were set, and by whom"),
    "goals.explained.set": (
        "Ett mål är något som familjen vill förändra. Varje mål räknas, och en familj kan ha flera mål.",
        "A goal is something that the family wants to change. Each goal is counted, and a family may have several.",
    ),
    "goals.by_family": (
        "Familjen själv satte {share} av målen. Som familjens egna räknas: {codes}.",
        "The family itself set {share} of the goals. Those counted as the family’s own: {codes}.",
    ),
    "goals.by_family_hidden": (
        "Hur stor andel av målen som familjen själv satte visas inte: för få familjer på någon sida.",
        "The share of the goals that the family itself set is not shown: too few families on one side.",
    ),
    "goals.heading.reached": ("Hur många mål som nåddes", "How many goals were reached"),
    "goals.explained.reached": (
        (
            "Ett mål har nåtts om det bedömdes som väntat eller bättre vid mättillfället ”{after}”. Mål som inte "
            "bedömdes då räknas som inte nådda. Sämre betyder att målet bedömdes lägre än vid mättillfället "
            "”{before}”."
        ),
        (
            "A goal was reached if it was rated as expected or better at the wave “{after}”. Goals that were not "
            "rated then count as not reached. Worse means that the goal was rated lower than at the wave “{before}”."
        ),
    ),
    "goals.table.title": (
        "Andel av målen som nåddes, efter område och vem som satte målet",
        "Share of the goals that were reached, by area and by who set the goal",
    ),
    "goals.table.group": ("Mål", "Goals"),
    "goals.table.reached": ("Nådde förväntad nivå", "Reached the expected level"),
    "goals.table.worse": ("Sämre än vid start", "Worse than at start"),
    "goals.table.number": ("Antal mål", "Number of goals"),
    "goals.table.all": ("Alla mål", "All goals"),
    "goals.table.line": ("{column}: {codes}", "{column}: {codes}"),
    "goals.explained.merged": (
        "Grupper där för få familjer har nått eller inte nått målen visas tillsammans.",
        "Groups in which too few families reached, or did not reach, their goals are shown together.",
    ),
    "goals.not_measured": (
        "Måluppfyllelse: ej mätt.",
        "Goal attainment: not measured.",
    ),
    "goals.no_level": (
        "Måluppfyllelse visas inte: det är inte angivet vilken nivå som var väntad.",
        "Goal attainment is not shown: it is not declared which level was expected.",
    ),
    "goals.reached_hidden": (
        "Hur många mål som nåddes visas inte: för få familjer på någon sida.",
        "How many goals were reached is not shown: too few families on one side.",
    ),
    "goals.heading.reasons": ("Vad som hjälpte", "What helped"),
    "goals.explained.reasons": (
        "Här räknas svaren på frågan om vad som hjälpte. En person kan ha svarat flera gånger.",
        "Here the answers to what helped are counted. A person may have answered several times.",
    ),
    "goals.said": ("Vad som har sagts: {claim}.", "What was said: {claim}."),
    "goals.heading.carried_in": (
        "Antal insatser och att känna sig hjälpt",
        "Number of services and feeling helped",
    ),
    "goals.carried_in.claim": (
        "{claim}. Det är en hypotes som projektet tog med sig, inte ett resultat av projektet.",
        "{claim}. That is a hypothesis that the project carried in, not a result of the project.",
    ),
    "goals.explained.carried_in": (
        (
            "Här jämförs familjens antal insatser under tolv månader med hur hjälpt familjen kände sig. Ett negativt samband "
            "betyder att familjer med fler insatser kände sig mindre hjälpta, ett positivt att de kände sig mer hjälpta. "
            "Familjer med större behov får fler insatser, så sambandet säger inte varför."
        ),
        (
            "Here the number of services of a family over twelve months is compared with how helped the family felt. A "
            "negative correlation means that families with more services felt less helped, a positive one that they felt "
            "more helped. Families with greater needs are given more services, so the correlation does not say why."
        ),
    ),
    "goals.carried_in.basis": (
        "{families}. Spearmans rangkorrelation, permutationstest; {interval} enligt Bonett och Wright.",
        "{families}. Spearman’s rank correlation, permutation test; {interval} after Bonett and Wright.",
    ),
    "goals.carried_in.entry": ("Vid inskrivning", "At entry"),
    "goals.carried_in.last": ("Vid familjens sista mättillfälle", "At the family’s last wave"),
    "goals.carried_in.line": ("samband {estimate}{test}.", "correlation {estimate}{test}."),
    "goals.carried_in.negative": (
        "Familjer med fler insatser kände sig i genomsnitt mindre hjälpta.",
        "Families with more services felt less helped on average.",
    ),
    "goals.carried_in.positive": (
        "Familjer med fler insatser kände sig i genomsnitt mer hjälpta.",
        "Families with more services felt more helped on average.",
    ),
    "goals.carried_in.open": (
        "Intervallet rymmer båda riktningarna: uppgifterna säger inte åt vilket håll.",
        "The interval holds both directions: the data do not say which way.",
    ),
    "goals.carried_in.hidden": ("visas inte, {why}", "not shown, {why}"),
    "goals.carried_in.not_measured": (
        "Sambandet mellan antal insatser och att känna sig hjälpt är ej mätt: {missing} är inte dokumenterat.",
        "The correlation of the number of services with feeling helped was not measured: {missing} is not recorded.",
    ),
    "goals.carried_in.services": ("insatser", "services"),
    "goals.carried_in.experience": ("upplevelse av stödet", "experience of the support"),
    "goals.carried_in.families": ("inskrivningsmånad", "month of entry"),
    "issue.rating_without_goal": (
        "Bedömningen gäller ett mål som inte finns i {table}. Lägg till målet där, eller rätta numret.",
        "The rating is of a goal that is not in {table}. Add the goal there, or correct the number.",
    ),
    "issue.rating_without_goal.many": (
        "{count} bedömningar gäller mål som inte finns i {table}. Lägg till målen där, eller rätta numren.",
        "{count} ratings are of goals that are not in {table}. Add the goals there, or correct the numbers.",
    ),
    "issue.goal_rated_only_after": (
        (
            "Målet är bedömt vid ett senare mättillfälle men inte vid ”{wave}”. Fyll i bedömningen därifrån om den finns; "
            "annars kan det inte sägas om målet blivit bättre eller sämre."
        ),
        (
            "The goal is rated at a later wave and not at “{wave}”. Fill in that rating if there is one; "
            "otherwise it cannot be said whether the goal got better or worse."
        ),
    ),
    "issue.goal_rated_only_after.many": (
        (
            "{count} mål är bedömda vid ett senare mättillfälle men inte vid ”{wave}”. Fyll i de bedömningar som finns; för "
            "övriga kan det inte sägas om målet blivit bättre eller sämre."
        ),
        (
            "{count} goals are rated at a later wave and not at “{wave}”. Fill in the ratings that exist; for the others it "
            "cannot be said whether the goal got better or worse."
        ),
    ),
}
