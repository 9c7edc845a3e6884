"""Phrases for few series, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {
    "nap": ("andel par där efter är bättre (NAP)", "share of pairs with after better (NAP)"),
    "tau": ("balans av par före och efter (Tau)", "balance of pairs before and after (Tau)"),
    "tau_bc": (
        "balans av par, utvecklingen före borttagen (Tau-BC)",
        "balance of pairs, trend before removed (Tau-BC)",
    ),
    "response_ratio": (
        "kvot mellan händelsetal, alla mättillfällen",
        "rate ratio, all occasions",
    ),
    "level_change": ("nivåskillnad vid start", "difference of level at the start"),
    "slope_change": ("förändrad lutning per månad", "change of slope per month"),
    "between_case_smd": (
        "nivåskillnad i standardavvikelser mellan personer",
        "difference of level in standard deviations between units",
    ),
    "randomisation_test": (
        "medelskillnad efter minus före, lottade starter",
        "mean difference after less before, starts by lot",
    ),
}

_WEAK_SV = " Med färre än åtta mättillfällen i en fas är underlaget svagt."
_WEAK_EN = " With fewer than eight occasions in a phase the evidence is weak."
_CR2_SV = (
    " Konfidensintervall och p-värde bygger på klusterrobust medelfel med familjen som enhet (CR2) och t-fördelning "
    "med Satterthwaites frihetsgrader."
)
_CR2_EN = (
    " Confidence interval and p-value rest on the cluster-robust standard error with the family as the unit (CR2) and "
    "the t distribution with Satterthwaite's degrees of freedom."
)
_OVERLAP_SV = (
    " Medelvärde över serier med minst tre mättillfällen till och med starten och minst tre efter den."
    + _CR2_SV
)
_OVERLAP_EN = (
    " Mean over series with at least three occasions up to the start and at least three after it." + _CR2_EN
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
    "least eight occasions and all dates of measurement are known."
    + _CR2_EN
    + " Whatever else changed at the same time cannot be told apart from the support."
    + _WEAK_EN
)

METHODS: dict[str, tuple[str, str]] = {
    "nap": (
        "I varje serie jämförs alla mätningar efter starten med alla till och med starten; talet är andelen par där den "
        "senare är bättre, lika räknat till hälften, och 50 % betyder ingen skillnad." + _OVERLAP_SV,
        "In every series all measurements after the start are compared with all up to it; the number is the share of "
        "pairs in which the later is better, ties counted half, and 50 % means no difference." + _OVERLAP_EN,
    ),
    "tau": (
        "I varje serie jämförs alla mätningar efter starten med alla till och med starten; talet är andelen par där den "
        "senare är bättre minus andelen där den är sämre." + _OVERLAP_SV,
        "In every series all measurements after the start are compared with all up to it; the number is the share of "
        "pairs in which the later is better less the share in which it is worse." + _OVERLAP_EN,
    ),
    "tau_bc": (
        "Som Tau, sedan den räta linje som beskriver utvecklingen före starten (Theil–Sen) dragits av från hela serien. "
        "Linjen är osäker när mättillfällena före starten är få." + _OVERLAP_SV,
        "As Tau, after the straight line that describes the course before the start (Theil–Sen) has been taken out of "
        "the whole series. The line is uncertain when the occasions before the start are few." + _OVERLAP_EN,
    ),
    "response_ratio": (
        (
            "Genomsnittet över alla mättillfällen efter starten delat med genomsnittet över alla till och med starten, "
            "summerat över serier. Konfidensintervallet beräknas på logaritmisk skala med jackknife, där en familj i taget "
            "utelämnas (CR3), och t-fördelning med ett mindre än antalet familjer i frihetsgrader."
        ),
        (
            "Mean over all occasions after the start over the mean over all occasions up to it, summed over series. The "
            "confidence interval is computed on the logarithmic scale by the jackknife that leaves out one family at a time "
            "(CR3) and the t distribution with one degree of freedom less than families."
        ),
    ),
    "level_change": (
        _LINES_SV.format("talet är avståndet mellan linjerna vid starten."),
        _LINES_EN.format("the number is the distance between the lines at the start."),
    ),
    "slope_change": (
        _LINES_SV.format("talet är lutningen per månad efter starten minus lutningen före den."),
        _LINES_EN.format("the number is the slope per month after the start less the slope before it."),
    ),
    "between_case_smd": (
        "Medelvärdet efter starten minus medelvärdet till och med den, i genomsnitt över serier, delat med "
        "standardavvikelsen mellan personer vid samma mättillfälle och korrigerat för litet underlag, så att det kan "
        "jämföras med standardiserade skillnader mellan grupper (Hedges, Pustejovsky och Shadish). Konfidensintervall och "
        "p-värde bygger på nivåskillnadens klusterrobusta medelfel med familjen som enhet (CR2) och t-fördelning; "
        "intervallet räknar också med att standardavvikelsen är osäker (Fieller)." + _WEAK_SV,
        "Mean after the start less mean up to it, averaged over series, over the standard deviation between persons at "
        "the same occasion and corrected for small samples, so that it can be compared with standardised differences "
        "between groups (Hedges, Pustejovsky and Shadish). Confidence interval and p-value rest on the cluster-robust "
        "standard error of the difference of level with the family as the unit (CR2) and the t distribution; the "
        "interval also allows for the uncertainty of the standard deviation (Fieller)." + _WEAK_EN,
    ),
    "randomisation_test": (
        (
            "Medelvärdet efter starten minus medelvärdet till och med den, i genomsnitt över serier. När starterna lottats är "
            "p-värdet andelen av alla möjliga lottningar som ger en minst lika stor skillnad, lika räknade till hälften "
            "(mid-p), och konfidensintervallet omfattar alla konstanta förändringar som samma test inte förkastar."
        ),
        (
            "Mean after the start less mean up to it, averaged over series. Where the starts were decided by lot the "
            "p-value is the share of all possible draws that give a difference at least as large, ties counted half "
            "(mid-p), and the confidence interval holds all constant changes that the same test does not reject."
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "too_few_occasions": (
        "Ingen serie har minst tre mättillfällen till och med starten och minst tre efter den; inget tal beräknas.",
        "No series has at least three occasions up to the start and at least three after it; no number is computed.",
    ),
    "some_series_too_short": (
        "Serier med färre än tre mättillfällen i någon fas ingår inte.",
        "Series with fewer than three occasions in a phase are not included.",
    ),
    "one_series": (
        "Endast en serie: konfidensintervall (Newcombe) och p-värde räknar mätningarna som oberoende av varandra.",
        "One series only: confidence interval (Newcombe) and p-value take its measurements to be independent.",
    ),
    "overlap_interval_clipped": (
        "Konfidensintervallet är avkortat vid det minsta eller största värde som måttet kan ha.",
        "The confidence interval is cut at the smallest or largest value that the measure can have.",
    ),
    "season_not_removed": (
        "Årstid är inte borttagen, eftersom mättillfällena är för få eller mätdatum saknas.",
        "Season is not removed, because there are too few occasions or dates of measurement are missing.",
    ),
    "too_few_series": (
        "Minst tre serier med gemensamma mättillfällen behövs.",
        "At least three series with occasions in common are needed.",
    ),
    "starts_not_randomised": (
        "Starterna lottades inte; varken p-värde eller konfidensintervall kan grundas på lottning.",
        "The starts were not decided by lot; neither p-value nor confidence interval can rest on a lot.",
    ),
    "too_few_draws": (
        "Starterna kunde lottas på för få sätt för vald konfidensgrad.",
        "There were too few ways to draw the starts for the chosen level.",
    ),
}
