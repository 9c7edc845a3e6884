"""Phrases for marginal, mixed and several-wave models, Swedish first, then English."""

_KC_SV = (
    "Konfidensintervall och p-värde bygger på ett medelfel som tillåter allt beroende inom familjer, med Kauermanns och "
    "Carrolls korrigering för få familjer, och t-fördelning, där frihetsgraderna är antalet familjer minus ett."
)
_KC_EN = (
    "Confidence interval and p-value rest on a standard error that allows for any dependence within families, with "
    "Kauermann and Carroll’s correction for few families, and the t distribution, the degrees of freedom "
    "being the number of families minus one."
)
_MD_SV = _KC_SV.replace("Kauermanns och Carrolls", "Mancls och DeRouens försiktigare")
_MD_EN = _KC_EN.replace("Kauermann and Carroll's", "Mancl and DeRouen's more cautious")
_KR_SV = (
    "Konfidensintervall och p-värde bygger på Kenwards och Rogers medelfel och frihetsgrader, som tar hänsyn till att "
    "varianserna beräknas ur få familjer."
)
_KR_EN = (
    "Confidence interval and p-value rest on Kenward and Roger’s standard error and degrees of freedom, which allow for "
    "variances that are estimated from few families."
)
_MEAN_SV = (
    "Medelförändringen ur en marginalmodell (generaliserade estimeringsekvationer), där familjemedlemmars förändringar "
    "får likna varandra. Gör de inte det alls väger varje person lika; ju mer de gör det, desto närmare kommer vikterna "
    "att varje familj väger lika. "
)
_MEAN_EN = (
    "Mean change from a marginal model (generalised estimating equations) in which the changes of family members may be "
    "alike. If they are not alike at all, every person has the same weight; the more alike they are, the closer the "
    "weights come to every family having the same weight. "
)
_ODDS_SV = (
    "Oddset för ja efter delat med oddset för ja före, ur en logistisk marginalmodell; kvoten är densamma som räknas "
    "fram ur de två andelarna. "
)
_ODDS_EN = (
    "Odds of yes after divided by odds of yes before, from a logistic marginal model; the ratio is the one that the two shares "
    "give. "
)
_RATE_SV = (
    "Händelsetalet efter delat med händelsetalet före, ur en loglinjär marginalmodell med den angivna tiden som "
    "exponering; antalen behöver inte vara Poissonfördelade. "
)
_RATE_EN = (
    "Rate after divided by rate before, from a log-linear marginal model with the stated time as exposure; the counts need not follow "
    "a Poisson distribution. "
)

LABELS: dict[str, tuple[str, str]] = {
    "gee_mean_change": ("medelförändring, marginalmodell", "mean change, marginal model"),
    "gee_mean_change_md": (
        "medelförändring, försiktig marginalmodell",
        "mean change, cautious marginal model",
    ),
    "gee_odds_ratio": ("oddskvot, marginalmodell", "odds ratio, marginal model"),
    "gee_odds_ratio_md": (
        "oddskvot, försiktig marginalmodell",
        "odds ratio, cautious marginal model",
    ),
    "gee_rate_ratio": (
        "kvot mellan händelsetal, marginalmodell",
        "rate ratio, marginal model",
    ),
    "gee_rate_ratio_md": (
        "kvot mellan händelsetal, försiktig marginalmodell",
        "rate ratio, cautious marginal model",
    ),
    "cumulative_odds_ratio": (
        "gemensam oddskvot för en högre kategori",
        "common odds ratio of a higher category",
    ),
    "mixed_change": ("medelförändring, blandad modell", "mean change, mixed model"),
    "icc_change": ("likhet i förändring inom familjer", "similarity of change within families"),
    "mixed_slope": ("förändring per år, blandad modell", "change per year, mixed model"),
    "family_slope": ("förändring per år, familjevägd", "change per year, family-weighted"),
    "unit_slope_cr2": ("förändring per år, personvägd", "change per year, person-weighted"),
    "waves_max_t_exact": (
        "största standardiserade förändring vid något mättillfälle",
        "largest standardised change at any wave",
    ),
}

METHODS: dict[str, tuple[str, str]] = {
    "gee_mean_change": (_MEAN_SV + _KC_SV, _MEAN_EN + _KC_EN),
    "gee_mean_change_md": (_MEAN_SV + _MD_SV, _MEAN_EN + _MD_EN),
    "gee_odds_ratio": (_ODDS_SV + _KC_SV, _ODDS_EN + _KC_EN),
    "gee_odds_ratio_md": (_ODDS_SV + _MD_SV, _ODDS_EN + _MD_EN),
    "gee_rate_ratio": (_RATE_SV + _KC_SV, _RATE_EN + _KC_EN),
    "gee_rate_ratio_md": (_RATE_SV + _MD_SV, _RATE_EN + _MD_EN),
    "cumulative_odds_ratio": (
        "Oddset för en högre kategori efter delat med oddset före, gemensamt för alla gränser mellan kategorierna "
        "(kumulativ logitmodell); är kvoten olika vid olika gränser är den ett genomsnitt. " + _KC_SV,
        "Odds of a higher category after divided by those before, common to all cuts between categories (cumulative logit "
        "model); where the ratio differs from cut to cut it is an average. " + _KC_EN,
    ),
    "mixed_change": (
        "Medelförändringen ur en linjär blandad modell för förändringen, där en del är gemensam för familjen (REML). "
        + _KR_SV,
        "Mean change from a linear mixed model of the change, a part of which the family shares (REML). "
        + _KR_EN,
    ),
    "icc_change": (
        (
            "Den del av förändringens varians som familjens medlemmar har gemensam, från 0 till 1, ur en linjär blandad modell "
            "(REML)."
        ),
        (
            "The part of the variance of change that the members of a family share, from 0 to 1, from a linear mixed model "
            "(REML)."
        ),
    ),
    "mixed_slope": (
        "Förändringen per tolv månader ur en linjär blandad modell för alla mättillfällen, där familjer har olika nivå "
        "och olika förändring och personer olika nivå (REML); även den som mätts en enda gång räknas med. "
        + _KR_SV,
        "Change per twelve months from a linear mixed model of all waves, in which families differ in level and in "
        "change and persons in level (REML); those measured only once count too. " + _KR_EN,
    ),
    "family_slope": (
        (
            "För varje person beräknas förändringen per tolv månader med minsta kvadratmetoden ur alla dess mättillfällen; "
            "talet är medelvärdet av familjernas medelvärden. Prövat med teckenbytestest med familjen som enhet (mid-p): "
            "under nollhypotesen kunde varje familjs förändring lika gärna ha haft motsatt tecken. Konfidensintervallet "
            "omfattar alla förändringar som samma test inte förkastar."
        ),
        (
            "The change per twelve months is computed for every person by least squares from all of that person’s waves; "
            "the number is the mean of the families’ means. Tested by sign flips with the family as the unit (mid-p): under "
            "the null hypothesis a family’s change could as well have had the opposite sign. The confidence interval "
            "contains all changes that the same test does not reject."
        ),
    ),
    "unit_slope_cr2": (
        (
            "För varje person beräknas förändringen per tolv månader med minsta kvadratmetoden ur alla dess mättillfällen; "
            "talet är medelvärdet, där varje person väger lika. Konfidensintervall och p-värde bygger på klusterrobust "
            "medelfel med familjen som enhet (CR2) och t-fördelning med Satterthwaites frihetsgrader."
        ),
        (
            "The change per twelve months is computed for every person by least squares from all of that person’s waves; "
            "the number is the mean, every person having the same weight. Confidence interval and p-value rest on the "
            "cluster-robust standard error with the family as the unit (CR2) and the t distribution with Satterthwaite’s "
            "degrees of freedom."
        ),
    ),
    "waves_max_t_exact": (
        (
            "Den största av de familjevägda förändringarna från det första mättillfället till vart och ett av de senare, var "
            "och en delad med ett mått på familjernas spridning. Prövar hypotesen att ingenting förändrats vid något "
            "mättillfälle: varje familj byter tecken vid alla mättillfällen på en gång, och p-värdet är andelen av alla "
            "teckenmönster (med fler än 21 familjer av ett stort slumpurval) som ger en minst lika stor största förändring. "
            "Det säger inte vid vilket mättillfälle."
        ),
        (
            "The largest of the family-weighted changes from the first wave to each of the later ones, each divided by a "
            "measure of the families’ spread. Tests the hypothesis that nothing changed at any wave: every family changes "
            "sign at all waves at once, and the p-value is the share of all sign patterns (with more than 21 families, of a "
            "large random sample of them) that give a largest change at least as large. It does not say at which wave."
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "not_yes_no": (
        "Det finns andra värden än ja och nej; oddskvoten kan inte beräknas.",
        "There are values other than yes and no; the odds ratio cannot be computed.",
    ),
    "all_alike_at_a_wave": (
        "Vid ett av mättillfällena svarade alla lika; oddskvoten kan inte beräknas.",
        "At one of the waves everybody gave the same answer; the odds ratio cannot be computed.",
    ),
    "negative_counts": (
        "Det finns negativa antal; kvoten kan inte beräknas.",
        "There are negative counts; the ratio cannot be computed.",
    ),
    "waves_apart": (
        (
            "Alla värden vid det ena mättillfället ligger på eller över alla värden vid det andra; oddskvoten kan inte "
            "beräknas."
        ),
        "All values at one wave lie at or above all values at the other; the odds ratio cannot be computed.",
    ),
    "mixed_is_t_test": (
        (
            "Varje familj har en enda medlem, eller alla medlemmar i varje familj har förändrats lika mycket; den blandade "
            "modellen är då ett t-test av familjernas medelvärden."
        ),
        (
            "Every family has a single member, or all members of every family changed by the same amount; the mixed model is then a t test "
            "of the families’ means."
        ),
    ),
    "one_member_each": (
        "Varje familj har en enda medlem; likheten inom familjer kan inte beräknas.",
        "Every family has a single member; the similarity within families cannot be computed.",
    ),
    "singular_fit": (
        (
            "Minst en av modellens varianser beräknades till 0, eller en korrelation till 1, vilket är vanligt med få "
            "familjer."
        ),
        "At least one variance of the model was estimated as 0, or a correlation as 1, as is common with few families.",
    ),
    "not_identified": (
        "Mättillfällena är för få för att skilja familjers och personers olikheter åt; modellen kan inte anpassas.",
        "There are too few waves to tell differences between families and persons apart; the model cannot be fitted.",
    ),
    "no_error_variation": (
        "Värdena följer räta linjer utan slumpmässig variation; modellen kan inte anpassas.",
        "The values follow straight lines without random variation; the model cannot be fitted.",
    ),
    "random_intercept_only": (
        "Familjerna har en medlem och två mättillfällen var; skillnader i förändring ingår därför i modellens slumpfel.",
        "The families have one member and two waves each; differences in change are therefore part of the model’s error.",
    ),
    "no_slope": (
        "Ingen har värde vid två mättillfällen; förändringen per år kan inte beräknas.",
        "Nobody has a value at two waves; the change per year cannot be computed.",
    ),
    "slopes_from_two_waves": (
        "Ingen har värde vid fler än två mättillfällen; förändringen per år är skillnaden mellan dem.",
        "Nobody has a value at more than two waves; the change per year is the difference between them.",
    ),
    "no_later_wave": (
        "Ingen har värde både vid det första mättillfället och vid ett senare.",
        "Nobody has a value both at the first wave and at a later one.",
    ),
}
