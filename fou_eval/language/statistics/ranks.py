"""Phrases for ranks and standardised change, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {
    "rank_biserial": ("rangbiserial korrelation", "rank-biserial correlation"),
    "rank_biserial_pratt": (
        "rangbiserial korrelation, oförändrade rangordnade (Pratt)",
        "rank-biserial correlation, unchanged ranked (Pratt)",
    ),
    "sign_test": (
        "andel bättre bland familjer som förändrats",
        "share better among families that changed",
    ),
    "sign_test_higher": (
        "andel högre bland familjer som förändrats",
        "share higher among families that changed",
    ),
    "hodges_lehmann": ("typisk förändring (Hodges–Lehmann)", "typical change (Hodges–Lehmann)"),
    "hodges_lehmann_rate": (
        "typisk förändring av händelsetal (Hodges–Lehmann)",
        "typical change in rate (Hodges–Lehmann)",
    ),
    "probability_improved": (
        "andel bättre plus hälften av andelen oförändrade",
        "share better plus half of the share unchanged",
    ),
    "probability_higher": (
        "andel högre plus hälften av andelen oförändrade",
        "share higher plus half of the share unchanged",
    ),
    "d_z": ("standardiserad förändring (d_z)", "standardised change (d_z)"),
    "g_z": ("standardiserad förändring (g_z)", "standardised change (g_z)"),
    "d_av": ("standardiserad förändring (d_av)", "standardised change (d_av)"),
    "d_becker": ("standardiserad förändring (Becker)", "standardised change (Becker)"),
    "d_rm": ("standardiserad förändring (d_rm)", "standardised change (d_rm)"),
    "family_d_z": (
        "standardiserad förändring av familjemedelvärden (d_z)",
        "standardised change in family means (d_z)",
    ),
}

_RANKS_SV = (
    "Alla förändringar rangordnas efter storlek, och lika stora får samma medelrang. Värdet är rangsumman för ökningar "
    "minus rangsumman för minskningar, delat med deras summa: −1 om alla minskade, 1 om alla ökade. {} "
    "Prövat med teckenbytestest av familjernas rangsummor, där lika stora summor räknas till hälften (mid-p); med en "
    "person per familj är det Wilcoxons teckenrangtest, exakt också när förändringar är lika stora."
)
_RANKS_EN = (
    "All changes are ranked by size, those of equal size sharing their mean rank. The value is the rank sum of the "
    "rises minus that of the falls, divided by their sum: −1 if all fell, 1 if all rose. {} "
    "Tested by sign flips of the families’ rank sums, sums of equal size counting half (mid-p); with one person per "
    "family this is Wilcoxon’s signed-rank test, exact even where changes are of equal size."
)
_SIGNS_SV = (
    "Andelen familjer vars sammanlagda förändring är {}, bland de familjer vars sammanlagda förändring inte är noll. "
    "P-värdet kommer från ett teckentest av om andelen är hälften, där utfall lika ytterliga som det observerade räknas "
    "till hälften (mid-p), och konfidensintervallet omfattar de andelar som samma test inte förkastar. Talet "
    "säger inte hur mycket familjerna förändrades."
)
_SIGNS_EN = (
    "Share of the families whose total change is {}, among the families whose total change is not zero. "
    "The p-value is that of a sign test of whether the share is one half, outcomes as extreme as the observed one "
    "counting half (mid-p), and the confidence interval contains the shares that the same test does not reject. The "
    "number does not say by how much the families changed."
)
_WALSH_SV = (
    "Medianen av medelvärdena av alla par av familjers {}, varje familj också parad med sig själv; oförändrade familjer "
    "ingår, och en enstaka ytterlig familj påverkar talet lite. Konfidensintervallet är Tukeys och anges med den "
    "konfidensgrad som det uppnår; det förutsätter att familjernas förändringar är symmetriskt fördelade."
)
_WALSH_EN = (
    "Median of the means of all pairs of families’ {}, every family also paired with itself; unchanged families are "
    "included, and a single extreme family hardly moves the number. The confidence interval is Tukey’s and is given with the "
    "level of confidence that it attains; it assumes that the families’ changes are symmetric about their centre."
)
_CR2_SV = (
    "I litteraturen kallas den sannolikhet för överlägsenhet, men den är ingen sannolikhet för en enskild familj: utan "
    "någon förändring alls är den 50 procent. Konfidensintervall och p-värde bygger på klusterrobust medelfel med "
    "familjen som enhet (CR2) och t-fördelning med Satterthwaites frihetsgrader; p-värdet prövar om talet är 50 procent."
)
_CR2_EN = (
    "The literature calls it the probability of superiority, but it is no probability for a single family: with no "
    "change at all it is 50 per cent. Confidence interval and p-value rest on the cluster-robust standard error with "
    "the family as the unit (CR2) and the t distribution with Satterthwaite’s degrees of freedom; the p-value tests "
    "whether the number is 50 per cent."
)
_SCALE_SV = (
    "Konfidensintervallet tar hänsyn till osäkerheten i både medelförändringen och standardavvikelsen: det är "
    "lineariserat och bygger på klusterrobust medelfel med familjen som enhet (CR2) och t-fördelning med "
    "Satterthwaites frihetsgrader."
)
_SCALE_EN = (
    "The confidence interval allows for the uncertainty of both the mean change and the standard deviation: it is "
    "linearised and rests on the cluster-robust standard error with the family as the unit (CR2) and the t distribution "
    "with Satterthwaite’s degrees of freedom."
)

METHODS: dict[str, tuple[str, str]] = {
    "rank_biserial": (
        _RANKS_SV.format("De som inte förändrats lämnas utanför."),
        _RANKS_EN.format("Those who did not change are left out."),
    ),
    "rank_biserial_pratt": (
        _RANKS_SV.format("De som inte förändrats får de lägsta rangerna, som sedan inte räknas."),
        _RANKS_EN.format("Those who did not change take the lowest ranks, which then do not count."),
    ),
    "sign_test": (_SIGNS_SV.format("en förbättring"), _SIGNS_EN.format("an improvement")),
    "sign_test_higher": (_SIGNS_SV.format("en ökning"), _SIGNS_EN.format("a rise")),
    "hodges_lehmann": (_WALSH_SV.format("medelförändringar"), _WALSH_EN.format("mean changes")),
    "hodges_lehmann_rate": (
        _WALSH_SV.format("skillnader i händelsetal"),
        _WALSH_EN.format("differences in rate"),
    ),
    "probability_improved": (
        "Andelen bättre plus hälften av andelen oförändrade. " + _CR2_SV,
        "Share better plus half of the share unchanged. " + _CR2_EN,
    ),
    "probability_higher": (
        "Andelen högre plus hälften av andelen oförändrade. " + _CR2_SV,
        "Share higher plus half of the share unchanged. " + _CR2_EN,
    ),
    "d_z": (
        "Medelförändringen delad med förändringens standardavvikelse, utan korrektion för små stickprov. Måttet växer "
        "ju närmare värdena före och efter följs åt och kan inte jämföras med skillnader mellan grupper. "
        + _SCALE_SV,
        "Mean change divided by the standard deviation of the change, without correction for small samples. It grows as "
        "the values at the two waves go together more closely, and cannot be compared with differences between groups. "
        + _SCALE_EN,
    ),
    "g_z": (
        "Medelförändringen delad med förändringens standardavvikelse, med Hedges korrektion för n − 1 frihetsgrader. "
        + _SCALE_SV,
        "Mean change divided by the standard deviation of the change, with Hedges’ correction for n − 1 degrees of freedom. "
        + _SCALE_EN,
    ),
    "d_av": (
        "Medelförändringen delad med den genomsnittliga standardavvikelsen före och efter (roten ur variansernas "
        "medelvärde), utan korrektion för små stickprov. " + _SCALE_SV,
        "Mean change divided by the average standard deviation before and after (the root of the mean variance), without "
        "correction for small samples. " + _SCALE_EN,
    ),
    "d_becker": (
        "Medelförändringen delad med standardavvikelsen före, utan korrektion för små stickprov. "
        + _SCALE_SV,
        "Mean change divided by the standard deviation before, without correction for small samples. "
        + _SCALE_EN,
    ),
    "d_rm": (
        "Medelförändringen delad med förändringens standardavvikelse och omräknad till ett enskilt mättillfälles skala "
        "med korrelationen mellan före och efter, utan korrektion för små stickprov. " + _SCALE_SV,
        "Mean change divided by the standard deviation of the change and brought to the scale of a single wave by the "
        "correlation of before and after, without correction for small samples. " + _SCALE_EN,
    ),
    "family_d_z": (
        (
            "Medelvärdet av familjernas medelförändringar delat med deras standardavvikelse, utan korrektion för små "
            "stickprov. Konfidensintervallet är exakt om familjernas medelvärden är normalfördelade och kommer ur den "
            "icke-centrala t-fördelningen, där frihetsgraderna är antalet familjer minus ett."
        ),
        (
            "Mean of the families’ mean changes divided by their standard deviation, without correction for small "
            "samples. The confidence interval is exact if the family means are normally distributed and comes from the "
            "noncentral t distribution, the degrees of freedom being the number of families minus one."
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "no_family_changed": (
        "Ingen familj har förändrats; värdet kan inte beräknas.",
        "No family changed; the value cannot be computed.",
    ),
    "probability_interval_clipped": (
        "Konfidensintervallet är avkortat vid 0 eller 100 procent.",
        "The confidence interval is cut at 0 or 100 per cent.",
    ),
    "no_variation_before": (
        "Alla hade samma värde före; det finns ingen standardavvikelse att dela med.",
        "Everybody had the same value before; there is no standard deviation to divide by.",
    ),
    "no_correlation": (
        "Värdena före, värdena efter eller förändringarna varierar inte; korrelationen kan inte beräknas.",
        "The values before, the values after or the changes do not vary; the correlation cannot be computed.",
    ),
    "perfect_correlation": (
        "Före och efter är perfekt korrelerade; måttet är då 0 hur stor förändringen än är.",
        "Before and after are perfectly correlated; the measure is then 0 however large the change.",
    ),
    "no_correction_for_two": (
        "Två värden räcker inte för korrektion för små stickprov.",
        "Two values are not enough for the correction for small samples.",
    ),
}
