"""Phrases for what is missing, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {
    "leavers_share": ("andel som saknar värde efter", "share without a value after"),
    "leavers_difference": (
        "skillnad före, bortfallna mot övriga (standardiserad)",
        "difference before, drop-outs against others (standardised)",
    ),
    "leavers_difference_raw": (
        "skillnad före, bortfallna mot övriga",
        "difference before, drop-outs against others",
    ),
    "bound_no_change": (
        "medelförändring om ingen av de bortfallna förändrats",
        "mean change if no drop-out had changed",
    ),
    "bound_worst": (
        "medelförändring om alla bortfallna hamnat sämst",
        "mean change if all drop-outs had ended worst",
    ),
    "bound_best": (
        "medelförändring om alla bortfallna hamnat bäst",
        "mean change if all drop-outs had ended best",
    ),
    "bound_lowest": (
        "medelförändring om alla bortfallna hamnat lägst",
        "mean change if all drop-outs had ended lowest",
    ),
    "bound_highest": (
        "medelförändring om alla bortfallna hamnat högst",
        "mean change if all drop-outs had ended highest",
    ),
    "tipping_point": (
        "brytpunkt: bortfallnas medelförändring som ger noll",
        "tipping point: drop-outs’ mean change that gives zero",
    ),
    "imputed_change": (
        "medelförändring med imputerat bortfall",
        "mean change with missing values imputed",
    ),
    "missing_information": ("andel saknad information", "fraction of missing information"),
}

_ALL_SV = "Den personvägda medelförändringen bland alla som har värde vid det första mättillfället. "
_ALL_EN = "Person-weighted mean change among all who have a value at the first wave. "
_CR2_SV = (
    " Konfidensintervallet räknar de antagna förändringarna som kända och bygger på klusterrobust medelfel med "
    "familjen som enhet (CR2) och t-fördelning med Satterthwaites frihetsgrader."
)
_CR2_EN = (
    " The confidence interval takes the assumed changes as known and rests on the cluster-robust standard error with "
    "the family as the unit (CR2) and the t distribution with Satterthwaite’s degrees of freedom."
)
_END_SV = (
    _ALL_SV
    + "De bortfallna, som saknar värde vid det andra mättillfället, antas då ha hamnat på skalans {} värde. "
    + "Antal räknas som händelser per tid, och tiden antas för de bortfallna vara lika lång efter som före."
    + _CR2_SV
)
_END_EN = (
    _ALL_EN
    + "The drop-outs, who have no value at the second wave, are assumed to have ended then at the {} value of the scale. "
    + "Counts are taken as events per time, the time of the drop-outs being assumed to be as long after as before."
    + _CR2_EN
)
_MODEL_SV = (
    "De bortfallnas förändring dras 50 gånger ur en modell där den beror på värdet före och på familjen (linjär "
    "regression med normalfördelade fel och ett slumpmässigt intercept för familjen)"
)
_MODEL_EN = (
    "The change of the drop-outs is drawn 50 times from a model in which it depends on the value before and on the "
    "family (linear regression with normal errors and a random intercept for the family)"
)

METHODS: dict[str, tuple[str, str]] = {
    "leavers_share": (
        (
            "Andelen som saknar värde vid det andra mättillfället, bland dem som har värde vid det första. De kallas här "
            "bortfallna, även när bara detta värde saknas."
        ),
        (
            "Share without a value at the second wave, among those with a value at the first. They are called drop-outs "
            "here, even where only this value is missing."
        ),
    ),
    "leavers_difference": (
        (
            "Medelvärdet vid det första mättillfället för dem som saknar värde vid det andra, minus medelvärdet för dem "
            "som har värde vid båda, delat med standardavvikelsen inom de två grupperna (sammanvägd). "
            "Skillnaden beskrivs och prövas inte."
        ),
        (
            "Mean at the first wave of those without a value at the second, minus the mean of those with both, divided by "
            "the pooled standard deviation within the two groups. The difference is described, not tested."
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
        _ALL_SV
        + "De bortfallna, som saknar värde vid det andra mättillfället, antas vara oförändrade."
        + _CR2_SV,
        _ALL_EN
        + "The drop-outs, who have no value at the second wave, are assumed to be unchanged."
        + _CR2_EN,
    ),
    "bound_worst": (_END_SV.format("sämsta"), _END_EN.format("worst")),
    "bound_best": (_END_SV.format("bästa"), _END_EN.format("best")),
    "bound_lowest": (_END_SV.format("lägsta"), _END_EN.format("lowest")),
    "bound_highest": (_END_SV.format("högsta"), _END_EN.format("highest")),
    "tipping_point": (
        (
            "Den medelförändring som de bortfallna, de som saknar värde efter, hade behövt ha för att medelförändringen "
            "bland alla skulle vara noll. Spannet går från den förändring bland dem där konfidensintervallet för "
            "medelförändringen bland alla når noll (CR2, med deras medelförändring som känd) till själva brytpunkten."
        ),
        (
            "The mean change that the drop-outs, those without a value after, would have needed for the mean change among "
            "all to be zero. The range runs from the change among them at which the confidence interval of the mean "
            "change among all reaches zero (CR2, taking their mean change as known) to the tipping point itself."
        ),
    ),
    "imputed_change": (
        (
            f"Känslighetsanalys. {_MODEL_SV}; värdena avrundas inte. Medelförändringen bland alla med värde före beräknas "
            "i varje ifylld datamängd med klusterrobust medelfel (CR2), och resultaten vägs samman enligt Rubin. "
            "Konfidensintervall och p-värde bygger på t-fördelning med Barnards och Rubins frihetsgrader, räknade på "
            "familjer. Talet gäller om de bortfallna förändrats som andra med samma värde före i samma familj."
        ),
        (
            f"Sensitivity analysis. {_MODEL_EN}; values are not rounded. The mean change among all with a value before is "
            "computed in each completed data set with the cluster-robust standard error (CR2), and the results are "
            "pooled by Rubin’s rules. Confidence interval and p-value rest on the t distribution with Barnard and "
            "Rubin’s degrees of freedom, counted in families. The number holds if the drop-outs changed like others "
            "with the same value before in the same family."
        ),
    ),
    "missing_information": (
        (
            f"{_MODEL_SV}. Andelen säger hur stor del av informationen om medelförändringen som saknas, så att modellen "
            "träder i dess ställe (Rubins andel saknad information)."
        ),
        (
            f"{_MODEL_EN}. The fraction says how much of the information about the mean change is missing, so that the "
            "model stands in for it (Rubin’s fraction of missing information)."
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "nothing_missing": (
        "Alla som har värde före har också värde efter; inget behöver antas.",
        "All who have a value before also have one after; nothing needs to be assumed.",
    ),
    "ends_as_observed": (
        "Skalans ände är inte angiven; det mest extrema uppmätta värdet har använts.",
        "The end of the scale is not stated; the most extreme value measured was used.",
    ),
    "no_spread_at_entry": (
        "Värdena före skiljer sig inte inom grupperna; skillnaden kan inte standardiseras.",
        "The values before do not differ within the groups; the difference cannot be standardised.",
    ),
    "interval_holds_zero": (
        (
            "Konfidensintervallet omfattar noll redan om de bortfallna förändrats som de övriga; någon brytpunkt för "
            "intervallet finns inte."
        ),
        "The confidence interval contains zero even if the drop-outs changed like the others; it has no tipping point.",
    ),
    "tipping_interval_off_scale": (
        "En så stor förändring bland de bortfallna ryms inte på skalan; inte ens konfidensintervallet kan nå noll.",
        "So large a change among the drop-outs does not fit on the scale; not even the confidence interval can reach zero.",
    ),
    "tipping_interval_off_range": (
        (
            "En så stor förändring bland de bortfallna ligger utanför det som uppmätts; inte ens konfidensintervallet når "
            "noll inom det."
        ),
        (
            "So large a change among the drop-outs lies beyond what was measured; not even the confidence interval reaches "
            "zero within it."
        ),
    ),
    "tipping_mean_off_scale": (
        (
            "En så stor förändring bland de bortfallna ryms inte på skalan; konfidensintervallet kan nå noll men inte "
            "medelvärdet."
        ),
        (
            "So large a change among the drop-outs does not fit on the scale; the confidence interval can reach zero, the "
            "mean cannot."
        ),
    ),
    "tipping_mean_off_range": (
        (
            "En så stor förändring bland de bortfallna ligger utanför det som uppmätts; konfidensintervallet når noll "
            "inom det men inte medelvärdet."
        ),
        (
            "So large a change among the drop-outs lies beyond what was measured; the confidence interval reaches zero "
            "within it, the mean does not."
        ),
    ),
    "too_few_families_to_impute": (
        "För få familjer har värden vid båda mättillfällena för att bortfallet ska kunna imputeras.",
        "Too few families have values at both waves for missing values to be imputed.",
    ),
    "imputed_exactly": (
        "Förändringen bestäms helt av värdet före; utan slumpmässig variation finns inget konfidensintervall.",
        "The change is determined entirely by the value before; without random variation there is no confidence interval.",
    ),
}
