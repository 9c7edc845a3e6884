"""Phrases for what is missing, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {
    "leavers_share": ("andel som saknar värde efter", "share without a value after"),
    "leavers_difference": (
        "skillnad före, bortfallna mot kvarvarande (standardiserad)",
        "difference before, leavers against stayers (standardised)",
    ),
    "leavers_difference_raw": (
        "skillnad före, bortfallna mot kvarvarande",
        "difference before, leavers against stayers",
    ),
    "bound_no_change": (
        "medelförändring om ingen av de bortfallna förändrats",
        "mean change if no leaver had changed",
    ),
    "bound_worst": (
        "medelförändring om alla bortfallna hamnat sämst",
        "mean change if all leavers had ended worst",
    ),
    "bound_best": (
        "medelförändring om alla bortfallna hamnat bäst",
        "mean change if all leavers had ended best",
    ),
    "bound_lowest": (
        "medelförändring om alla bortfallna hamnat lägst",
        "mean change if all leavers had ended lowest",
    ),
    "bound_highest": (
        "medelförändring om alla bortfallna hamnat högst",
        "mean change if all leavers had ended highest",
    ),
    "tipping_point": (
        "brytpunkt: de bortfallnas förändring som ger noll",
        "tipping point: change among the leavers that gives zero",
    ),
    "imputed_change": (
        "medelförändring med imputerat bortfall (känslighetsanalys)",
        "mean change with the missing imputed (sensitivity)",
    ),
    "missing_information": ("andel saknad information", "fraction of missing information"),
}

_ALL_SV = "Medelförändringen bland alla som har värde vid det första mättillfället. "
_ALL_EN = "Mean change among all who have a value at the first wave. "
_CR2_SV = (
    " Konfidensintervallet räknar de ifyllda förändringarna som kända och bygger på klusterrobust medelfel med "
    "familjen som enhet (CR2) och t-fördelning med Satterthwaites frihetsgrader."
)
_CR2_EN = (
    " The confidence interval takes the filled-in changes as known and rests on the cluster-robust standard error with "
    "the family as the unit (CR2) and the t distribution with Satterthwaite's degrees of freedom."
)
_END_SV = (
    _ALL_SV
    + "De som saknar värde efter antas ha hamnat på skalans {} värde; värdet före är det uppmätta. "
    + "För antal gäller händelser per tid, med tiden före också efter."
    + _CR2_SV
)
_END_EN = (
    _ALL_EN
    + "Those without a value after are taken to have ended at the {} value of the scale; the value before is the "
    + "measured one. Counts are per exposure, with the exposure before also after."
    + _CR2_EN
)
_MODEL_SV = (
    "Förändringen hos dem som saknar värde efter dras 50 gånger ur en modell där den beror på värdet före och på "
    "familjen (normalfördelad regression med slumpmässigt intercept för familjen)"
)
_MODEL_EN = (
    "The change of those without a value after is drawn 50 times from a model in which it depends on the value before "
    "and on the family (normal regression with a random intercept for the family)"
)

METHODS: dict[str, tuple[str, str]] = {
    "leavers_share": (
        "Andelen av dem som har värde vid det första mättillfället som saknar värde vid det andra.",
        "Share of those with a value at the first wave who have none at the second.",
    ),
    "leavers_difference": (
        (
            "Medelvärdet vid det första mättillfället för dem som saknar värde vid det andra, minus medelvärdet för dem "
            "som har värde vid båda, delat med standardavvikelsen inom de två grupperna (sammanvägd). "
            "Skillnaden beskrivs och prövas inte."
        ),
        (
            "Mean at the first wave of those without a value at the second, minus the mean of those with both, over the "
            "pooled standard deviation within the two groups. The difference is described, not tested."
        ),
    ),
    "leavers_difference_raw": (
        (
            "Medelvärdet vid det första mättillfället för dem som saknar värde vid det andra, minus medelvärdet för dem "
            "som har värde vid båda. Skillnaden beskrivs och prövas inte."
        ),
        (
            "Mean at the first wave of those without a value at the second, minus the mean of those with both. "
            "The difference is described, not tested."
        ),
    ),
    "bound_no_change": (
        _ALL_SV + "De som saknar värde efter antas vara oförändrade." + _CR2_SV,
        _ALL_EN + "Those without a value after are taken to be unchanged." + _CR2_EN,
    ),
    "bound_worst": (_END_SV.format("sämsta"), _END_EN.format("worst")),
    "bound_best": (_END_SV.format("bästa"), _END_EN.format("best")),
    "bound_lowest": (_END_SV.format("lägsta"), _END_EN.format("lowest")),
    "bound_highest": (_END_SV.format("högsta"), _END_EN.format("highest")),
    "tipping_point": (
        (
            "Så mycket skulle de som saknar värde efter ha förändrats i medeltal för att medelförändringen bland alla "
            "skulle vara noll. Spannet börjar vid den förändring bland dem där konfidensintervallet för "
            "medelförändringen (CR2, med deras medelförändring som känd) når noll."
        ),
        (
            "So much would those without a value after have had to change on average for the mean change among all to "
            "be zero. The range begins at the change among them at which the confidence interval of the mean change "
            "(CR2, taking their mean change as known) reaches zero."
        ),
    ),
    "imputed_change": (
        (
            f"Känslighetsanalys. {_MODEL_SV}; värdena avrundas inte. Medelförändringen bland alla med värde före skattas "
            "i varje ifylld datamängd med klusterrobust medelfel (CR2) och vägs samman enligt Rubin, med Barnards och "
            "Rubins frihetsgrader räknade på familjer. Den visar vad som gäller om de bortfallna förändrats som andra med "
            "samma värde före."
        ),
        (
            f"Sensitivity analysis. {_MODEL_EN}; values are not rounded. The mean change among all with a value before is "
            "estimated in each completed data set with the cluster-robust standard error (CR2) and pooled by Rubin's "
            "rules, with Barnard and Rubin's degrees of freedom counted in families. It shows what holds if the leavers "
            "changed as others with the same value before."
        ),
    ),
    "missing_information": (
        (
            f"{_MODEL_SV}. Andelen är hur stor del av informationen om medelförändringen som saknas och som modellen "
            "ersätter (Rubins andel saknad information)."
        ),
        (
            f"{_MODEL_EN}. The fraction says how much of the information about the mean change is missing, so that the "
            "model stands in for it (Rubin's fraction of missing information)."
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "nothing_missing": (
        "Alla som har värde före har också värde efter; inget behöver fyllas i.",
        "All who have a value before also have one after; nothing needs to be filled in.",
    ),
    "ends_as_observed": (
        "Skalans ände är inte angiven; det yttersta uppmätta värdet har använts.",
        "The end of the scale is not stated; the outermost value measured was used.",
    ),
    "no_spread_at_entry": (
        "Värdena före skiljer sig inte inom grupperna; skillnaden kan inte standardiseras.",
        "The values before do not differ within the groups; the difference cannot be standardised.",
    ),
    "interval_holds_zero": (
        (
            "Konfidensintervallet omfattar noll redan om de bortfallna förändrats som de andra; någon brytpunkt för "
            "intervallet finns inte."
        ),
        "The confidence interval holds zero already if the leavers changed as the others; it has no tipping point.",
    ),
    "tipping_interval_off_scale": (
        "En så stor förändring bland de bortfallna ryms inte på skalan; inte ens konfidensintervallet kan nå noll.",
        "So large a change among the leavers has no room on the scale; not even the confidence interval can reach zero.",
    ),
    "tipping_interval_off_range": (
        (
            "En så stor förändring bland de bortfallna ligger utanför det som uppmätts; inte ens konfidensintervallet når "
            "noll inom det."
        ),
        (
            "So large a change among the leavers lies beyond what was measured; not even the confidence interval reaches "
            "zero within it."
        ),
    ),
    "tipping_mean_off_scale": (
        (
            "En så stor förändring bland de bortfallna ryms inte på skalan; konfidensintervallet kan nå noll men inte "
            "medelvärdet."
        ),
        (
            "So large a change among the leavers has no room on the scale; the confidence interval can reach zero, the "
            "mean cannot."
        ),
    ),
    "tipping_mean_off_range": (
        (
            "En så stor förändring bland de bortfallna ligger utanför det som uppmätts; konfidensintervallet når noll "
            "inom det men inte medelvärdet."
        ),
        (
            "So large a change among the leavers lies beyond what was measured; the confidence interval reaches zero "
            "within it, the mean does not."
        ),
    ),
    "too_few_families_to_impute": (
        "För få familjer har värden vid båda mättillfällena för att bortfallet ska kunna imputeras.",
        "Too few families have values at both waves for the missing to be imputed.",
    ),
    "imputed_exactly": (
        "Förändringen följer helt av värdet före; det finns ingen osäkerhet att dra ur och inget konfidensintervall.",
        "The change follows entirely from the value before; there is no uncertainty to draw from and no confidence interval.",
    ),
}
