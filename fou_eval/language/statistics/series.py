"""Phrases for few series, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {
    "nap": ("andel par där efter är bättre (NAP)", "share of pairs with after better (NAP)"),
    "tau": ("balans av par före och efter (Tau)", "balance of pairs before and after (Tau)"),
    "tau_bc": (
        "balans av par, utvecklingen före borttagen (Tau-BC)",
        "balance of pairs, course before removed (Tau-BC)",
    ),
    "response_ratio": (
        "kvot mellan händelsetal, alla mättillfällen",
        "rate ratio, all waves",
    ),
    "level_change": ("nivåskillnad vid starten", "difference in level at the start"),
    "slope_change": ("förändrad lutning per månad", "change in slope per month"),
    "between_case_smd": (
        "nivåskillnad i standardavvikelser mellan personer",
        "difference in level in standard deviations between persons",
    ),
    "randomisation_test": (
        "medelskillnad efter minus före, lottade starter",
        "mean difference after minus before, starts by lot",
    ),
}

_WEAK_SV = " Med färre än åtta mättillfällen i någon fas är underlaget svagt."
_WEAK_EN = " With fewer than eight waves in a phase the basis is weak."
_CR2_SV = (
    " Konfidensintervall och p-värde bygger på klusterrobust medelfel med familjen som enhet (CR2) och t-fördelning "
    "med Satterthwaites frihetsgrader."
)
_CR2_EN = (
    " Confidence interval and p-value rest on the cluster-robust standard error with the family as the unit (CR2) and "
    "the t distribution with Satterthwaite’s degrees of freedom."
)
_OVERLAP_SV = (
    " Medelvärde över serier med minst tre mättillfällen till och med starten och minst tre efter den."
    + _CR2_SV
)
_OVERLAP_EN = (
    " Mean over series with at least three waves up to the start and at least three after it." + _CR2_EN
)
_LINES_SV = (
    "En rät linje fram till starten och en efter den anpassas med minsta kvadratmetoden till alla serier, med egen nivå "
    "för varje serie och tiden räknad i månader från starten; {} Årstid tas bort bara när varje fas har minst åtta "
    "mättillfällen och alla mätdatum är kända."
    + _CR2_SV
    + " Det som i övrigt förändrades samtidigt går inte att skilja från stödet."
    + _WEAK_SV
)
_LINES_EN = (
    "One straight line up to the start and one after it are fitted by least squares to all series, with a level of its "
    "own for every series and time counted in months from the start; {} Season is removed only when each phase has at "
    "least eight waves and all dates of measurement are known."
    + _CR2_EN
    + " Whatever else changed at the same time cannot be told apart from the support."
    + _WEAK_EN
)

METHODS: dict[str, tuple[str, str]] = {
    "nap": (
        "I varje serie jämförs alla mätningar efter starten med alla till och med starten; talet är andelen par där den "
        "senare är bättre, där lika räknas till hälften. Utan skillnad är det 50 procent; det är detta p-värdet prövar."
        + _OVERLAP_SV,
        "In every series all measurements after the start are compared with all up to it; the number is the share of "
        "pairs in which the later is better, ties counting half. With no difference it is 50 per cent, which is what the "
        "p-value tests." + _OVERLAP_EN,
    ),
    "tau": (
        "I varje serie jämförs alla mätningar efter starten med alla till och med starten; talet är andelen par där den "
        "senare är bättre minus andelen där den är sämre." + _OVERLAP_SV,
        "In every series all measurements after the start are compared with all up to it; the number is the share of "
        "pairs in which the later is better minus the share in which it is worse." + _OVERLAP_EN,
    ),
    "tau_bc": (
        "Som Tau, sedan den räta linje som beskriver utvecklingen till och med starten (Theil–Sen) dragits av från hela "
        "serien. Linjen är osäker när mättillfällena före starten är få." + _OVERLAP_SV,
        "As Tau, after the straight line that describes the course up to the start (Theil–Sen) has been subtracted from "
        "the whole series. The line is uncertain when the waves before the start are few." + _OVERLAP_EN,
    ),
    "response_ratio": (
        (
            "Summan över serierna av händelsetalens genomsnitt efter starten, delad med motsvarande summa till och med "
            "starten. Konfidensintervall och p-värde beräknas på logaritmisk skala med jackknife, där en familj i taget "
            "utelämnas (CR3), och t-fördelning, där frihetsgraderna är antalet familjer minus ett."
        ),
        (
            "Sum over the series of the mean rate after the start, divided by the corresponding sum up to the start. "
            "Confidence interval and p-value are computed on the logarithmic scale by the jackknife that leaves out one "
            "family at a time (CR3) and the t distribution, the degrees of freedom being the number of families minus one."
        ),
    ),
    "level_change": (
        _LINES_SV.format("talet är avståndet mellan linjerna vid starten."),
        _LINES_EN.format("the number is the distance between the lines at the start."),
    ),
    "slope_change": (
        _LINES_SV.format("talet är lutningen per månad efter starten minus lutningen före den."),
        _LINES_EN.format("the number is the slope per month after the start minus the slope before it."),
    ),
    "between_case_smd": (
        "Medelvärdet efter starten minus medelvärdet till och med den, i genomsnitt över serier, delat med "
        "standardavvikelsen mellan personer vid samma mättillfälle och korrigerat för litet underlag, så att det kan "
        "jämföras med standardiserade skillnader mellan grupper (Hedges, Pustejovsky och Shadish). Konfidensintervall och "
        "p-värde bygger på nivåskillnadens klusterrobusta medelfel med familjen som enhet (CR2) och t-fördelning; "
        "intervallet räknar också med att standardavvikelsen är osäker (Fieller)." + _WEAK_SV,
        "Mean after the start minus mean up to it, averaged over series, divided by the standard deviation between persons at "
        "the same wave and corrected for small samples, so that it can be compared with standardised differences "
        "between groups (Hedges, Pustejovsky and Shadish). Confidence interval and p-value rest on the cluster-robust "
        "standard error of the difference in level with the family as the unit (CR2) and the t distribution; the "
        "interval also allows for the uncertainty of the standard deviation (Fieller)." + _WEAK_EN,
    ),
    "randomisation_test": (
        (
            "Medelvärdet efter starten minus medelvärdet till och med den, i genomsnitt över serier. När starterna lottats är "
            "p-värdet andelen av alla möjliga lottningar (är de mycket många, av ett stort slumpurval) som, oavsett tecken, "
            "ger en minst lika stor skillnad; lika stora räknas till hälften (mid-p), och konfidensintervallet omfattar alla konstanta förändringar som samma test inte förkastar."
        ),
        (
            "Mean after the start minus mean up to it, averaged over series. Where the starts were decided by lot, the "
            "p-value is the share of all possible draws (if there are very many, of a large random sample of them) that, "
            "whatever the sign, give a difference at least as large; those of equal size count half (mid-p), and the "
            "confidence interval contains all constant changes that the same test does not reject."
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "too_few_occasions": (
        "Ingen serie har minst tre mättillfällen till och med starten och minst tre efter den; inget tal beräknas.",
        "No series has at least three waves up to the start and at least three after it; no number is computed.",
    ),
    "some_series_too_short": (
        "Serier med färre än tre mättillfällen i någon fas ingår inte.",
        "Series with fewer than three waves in a phase are not included.",
    ),
    "one_series": (
        "Bara en serie: konfidensintervall (Newcombe) och p-värde räknar mätningarna som oberoende av varandra.",
        "Only one series: confidence interval (Newcombe) and p-value take its measurements as independent of each other.",
    ),
    "overlap_interval_clipped": (
        "Konfidensintervallet är avkortat vid det minsta eller största värde som måttet kan ha.",
        "The confidence interval is cut at the smallest or largest value that the measure can have.",
    ),
    "season_not_removed": (
        "Årstid är inte borttagen, eftersom mättillfällena är för få eller mätdatum saknas.",
        "Season is not removed, because there are too few waves or dates of measurement are missing.",
    ),
    "too_few_series": (
        "Minst tre serier med gemensamma mättillfällen behövs.",
        "At least three series with waves in common are needed.",
    ),
    "starts_not_randomised": (
        "Starterna lottades inte; varken p-värde eller konfidensintervall kan grundas på lottning.",
        "The starts were not decided by lot; neither p-value nor confidence interval can rest on a draw.",
    ),
    "too_few_draws": (
        "Starterna kunde lottas på för få sätt för den valda konfidensgraden.",
        "There were too few ways to draw the starts for the chosen level of confidence.",
    ),
}
