"""Phrases for individual change and goals, Swedish first, then English."""

_INDEX: dict[str, tuple[str, str]] = {
    "": ("", ""),
    "_gln": (" (Gulliksen–Lord–Novick)", " (Gulliksen–Lord–Novick)"),
    "_en": (" (Edwards–Nunnally)", " (Edwards–Nunnally)"),
    "_ha": (" (Hageman–Arrindell)", " (Hageman–Arrindell)"),
}
_STEMS: dict[str, tuple[str, str]] = {
    "reliably_improved": ("andel reliabelt förbättrade", "share reliably improved"),
    "reliably_unchanged": ("andel utan reliabel förändring", "share without reliable change"),
    "reliably_deteriorated": ("andel reliabelt försämrade", "share reliably deteriorated"),
}

LABELS: dict[str, tuple[str, str]] = {
    **{
        stem + ending: (words[0] + index[0], words[1] + index[1])
        for ending, index in _INDEX.items()
        for stem, words in _STEMS.items()
    },
    "net_reliable_improvement": ("reliabel nettoförbättring", "net reliable improvement"),
    "smallest_reliable_change": ("minsta reliabla förbättring", "smallest reliable improvement"),
    "expected_false_improved": (
        "väntat antal reliabelt förbättrade om ingen förändrats",
        "expected number reliably improved if nobody changed",
    ),
    "reliably_improved_by_reliability": (
        "andel reliabelt förbättrade vid annan reliabilitet",
        "share reliably improved with another reliability",
    ),
    "reliably_deteriorated_by_reliability": (
        "andel reliabelt försämrade vid annan reliabilitet",
        "share reliably deteriorated with another reliability",
    ),
    "cutoff_used": ("använt gränsvärde", "cut-off in use"),
    "cutoff_a": ("gränsvärde a, från gruppen med svårigheter", "cut-off a, from the group with difficulties"),
    "cutoff_b": ("gränsvärde b, från normgruppen", "cut-off b, from the norm group"),
    "cutoff_c": ("gränsvärde c, mellan de två grupperna", "cut-off c, between the two groups"),
    "recovered": (
        "andel reliabelt förbättrade över gränsvärdet",
        "share reliably improved across the cut-off",
    ),
    "improved_not_recovered": (
        "andel reliabelt förbättrade på samma sida om gränsvärdet",
        "share reliably improved on the same side of the cut-off",
    ),
    "deteriorated_not_harmed": (
        "andel reliabelt försämrade på samma sida om gränsvärdet",
        "share reliably deteriorated on the same side of the cut-off",
    ),
    "harmed": (
        "andel reliabelt försämrade över gränsvärdet",
        "share reliably deteriorated across the cut-off",
    ),
    "recovered_by_cutoff": (
        "andel reliabelt förbättrade över andra gränsvärden",
        "share reliably improved across other cut-offs",
    ),
    "meaningfully_improved": ("andel betydelsefullt bättre", "share meaningfully better"),
    "meaningfully_unchanged": ("andel utan betydelsefull förändring", "share without meaningful change"),
    "meaningfully_worse": ("andel betydelsefullt sämre", "share meaningfully worse"),
    "net_meaningful_improvement": ("betydelsefull nettoförbättring", "net meaningful improvement"),
    "goals_reached": ("andel uppnådda mål", "share of goals attained"),
    "gas_t": ("måluppfyllelse efter (T-poäng)", "goal attainment after (T score)"),
    "gas_t_change": ("förändring av måluppfyllelse (T-poäng)", "change in goal attainment (T score)"),
    "goals_per_family": ("mål per familj", "goals per family"),
}

_SPREAD_SV = (
    " Mätfelet beräknas ur den publicerade reliabiliteten och standardavvikelsen i normgruppen, annars i den publicerade "
    "gruppen med svårigheter, annars i den egna gruppen före."
)
_SPREAD_EN = (
    " Measurement error is computed from the published reliability and the standard deviation of the norm group, else of "
    "the published group with difficulties, else of the project’s own group before."
)
_SHARE_SV = (
    " Konfidensintervallet bygger på klusterrobust medelfel med familjen som enhet (CR2) och t-fördelning med "
    "Satterthwaites frihetsgrader."
)
_SHARE_EN = (
    " The confidence interval rests on the cluster-robust standard error with the family as the unit (CR2) and the t "
    "distribution with Satterthwaite’s degrees of freedom."
)
_NET_SV = _SHARE_SV.replace("Konfidensintervallet bygger", "Konfidensintervall och p-värde bygger")
_NET_EN = _SHARE_EN.replace("The confidence interval rests", "Confidence interval and p-value rest")
_JT_SV = (
    "En förändring är reliabel när den är större än 1,96 gånger medelfelet för en skillnad mellan två mätningar "
    "(Jacobson och Truax)."
)
_JT_EN = (
    "A change is reliable when it is larger than 1.96 times the standard error of a difference between two "
    "measurements (Jacobson and Truax)."
)
_RULES: dict[str, tuple[str, str]] = {
    "": (_JT_SV, _JT_EN),
    "_gln": (
        (
            "En förändring är reliabel när värdet efter avviker mer än 1,96 prediktionsfel från det värde som är att "
            "vänta av värdet före och regression mot gruppens medelvärde (Gulliksen, Lord och Novick)."
        ),
        (
            "A change is reliable when the value after differs by more than 1.96 standard errors of prediction from the "
            "value to be expected from the value before and regression to the group’s mean (Gulliksen, Lord and Novick)."
        ),
    ),
    "_en": (
        (
            "En förändring är reliabel när värdet efter ligger mer än 1,96 mätfel från det beräknade sanna värdet före "
            "(Edwards och Nunnally)."
        ),
        (
            "A change is reliable when the value after is more than 1.96 standard errors of measurement from the estimated "
            "true value before (Edwards and Nunnally)."
        ),
    ),
    "_ha": (
        (
            "En förändring är reliabel när den beräknade sanna förändringen är större än 1,645 gånger sitt medelfel, det "
            "vill säga ensidigt 5 procent åt vardera hållet (Hageman och Arrindell)."
        ),
        (
            "A change is reliable when the estimated true change is larger than 1.645 times its standard error, that is, "
            "one-sided 5 per cent in either direction (Hageman and Arrindell)."
        ),
    ),
}
_CUT_SV = (
    " Gränsvärdet skiljer en grupp med svårigheter från en normgrupp: det publicerade, annars c, annars a. "
    "Den som ligger precis på gränsvärdet hör inte till någon sida. En förändring är reliabel när den är större än 1,96 "
    "gånger medelfelet för en skillnad mellan två mätningar (Jacobson och Truax)."
)
_CUT_EN = (
    " The cut-off separates a group with difficulties from a norm group: the published one, else c, else a. "
    "A value exactly on the cut-off is on neither side. A change is reliable when it is larger than 1.96 times the "
    "standard error of a difference between two measurements (Jacobson and Truax)."
)
_CLINICAL_SV = (
    "Gruppen med svårigheter är den publicerade, eller den egna gruppen före när ingen sådan är angiven."
)
_CLINICAL_EN = (
    "The group with difficulties is the published one, or the project’s own group before where none is cited."
)
_MATTER_SV = (
    "En förändring är betydelsefull när den är minst så stor som den minsta förändring som har betydelse, "
    "vilken är angiven i förväg med källa."
)
_MATTER_EN = (
    "A change is meaningful when it is at least as large as the smallest change that matters, which was stated in "
    "advance with its source."
)
_SCORER_SV = " Den som bedömer målen är ofta den handläggare som arbetar med familjen; bedömningen är då inte oberoende."
_SCORER_EN = " The goals are often scored by the caseworker who works with the family; the scoring is then not independent."
_T_SV = (
    "T-poängen väger samman en persons eller familjs mål; den är 50 när målen nås som väntat, har standardavvikelsen 10 "
    "om målen sinsemellan korrelerar 0,3 och beror på hur många mål som satts."
)
_T_EN = (
    "The T score weighs the goals of a person or family together; it is 50 when goals are attained as expected, has a "
    "standard deviation of 10 if goals correlate 0.3 with each other, and depends on how many goals were set."
)

METHODS: dict[str, tuple[str, str]] = {
    **{
        stem + ending: (rule[0] + _SPREAD_SV + _SHARE_SV, rule[1] + _SPREAD_EN + _SHARE_EN)
        for ending, rule in _RULES.items()
        for stem in _STEMS
    },
    "net_reliable_improvement": (
        "Andelen reliabelt förbättrade minus andelen reliabelt försämrade. " + _JT_SV + _NET_SV,
        "Share reliably improved minus share reliably deteriorated. " + _JT_EN + _NET_EN,
    ),
    "smallest_reliable_change": (
        "Den förbättring som en enskild person måste överskrida för att räknas som reliabelt förbättrad: 1,96 gånger "
        "medelfelet för en skillnad mellan två mätningar (Jacobson och Truax)." + _SPREAD_SV,
        "The improvement that a single person must exceed to count as reliably improved: 1.96 times the standard error "
        "of a difference between two measurements (Jacobson and Truax)." + _SPREAD_EN,
    ),
    "expected_false_improved": (
        (
            "2,5 procent av dem som har värde vid båda mättillfällena: så många skulle i genomsnitt räknas som reliabelt "
            "förbättrade (Jacobson och Truax) av enbart normalfördelade mätfel, om ingen förändrats."
        ),
        (
            "2.5 per cent of those with a value at both waves: that many would on average count as reliably improved "
            "(Jacobson and Truax) by normally distributed measurement error alone, if nobody had changed."
        ),
    ),
    **dict.fromkeys(
        ("reliably_improved_by_reliability", "reliably_deteriorated_by_reliability"),
        (
            "Andelen vid den publicerade reliabiliteten samt den minsta och den största andelen när reliabiliteten också "
            "får vara 0,05 lägre eller högre. " + _JT_SV + _SPREAD_SV,
            "Share at the published reliability, with the smallest and the largest share when the reliability may also be "
            "0.05 lower or higher. " + _JT_EN + _SPREAD_EN,
        ),
    ),
    "cutoff_used": (
        "Det gränsvärde som skiljer en grupp med svårigheter från en normgrupp: det publicerade, annars c, annars a.",
        "The limit that separates a group with difficulties from a norm group: the published one, else c, else a.",
    ),
    "cutoff_a": (
        "Två standardavvikelser från medelvärdet i gruppen med svårigheter, åt det bättre hållet. "
        + _CLINICAL_SV,
        "Two standard deviations from the mean of the group with difficulties, towards the better side. "
        + _CLINICAL_EN,
    ),
    "cutoff_b": (
        "Två av normgruppens standardavvikelser från normgruppens medelvärde, åt det sämre hållet.",
        "Two standard deviations of the norm group from its mean, towards the worse side.",
    ),
    "cutoff_c": (
        (
            "Det värde som ligger lika många standardavvikelser från medelvärdet i gruppen med svårigheter som från "
            "normgruppens. " + _CLINICAL_SV
        ),
        (
            "The value that is as many standard deviations from the mean of the group with difficulties as from that of the "
            "norm group. " + _CLINICAL_EN
        ),
    ),
    "recovered": (
        "Andelen reliabelt förbättrade som gått från svårigheternas sida av gränsvärdet till normgruppens."
        + _CUT_SV
        + _SHARE_SV,
        "Share reliably improved that moved from the difficulties’ side of the cut-off to the norm group’s."
        + _CUT_EN
        + _SHARE_EN,
    ),
    "improved_not_recovered": (
        "Andelen reliabelt förbättrade som inte är återställda." + _CUT_SV + _SHARE_SV,
        "Share reliably improved and not recovered." + _CUT_EN + _SHARE_EN,
    ),
    "deteriorated_not_harmed": (
        "Andelen reliabelt försämrade som inte gått från normgruppens sida av gränsvärdet till svårigheternas."
        + _CUT_SV
        + _SHARE_SV,
        "Share reliably deteriorated that did not move from the norm group’s side of the cut-off to the difficulties’."
        + _CUT_EN
        + _SHARE_EN,
    ),
    "harmed": (
        "Andelen reliabelt försämrade som gått från normgruppens sida av gränsvärdet till svårigheternas; i litteraturen "
        "kallas de harmed. Vad som orsakat försämringen framgår inte." + _CUT_SV + _SHARE_SV,
        "Share reliably deteriorated that moved from the norm group’s side of the cut-off to the difficulties’; the "
        "literature calls them harmed. What caused the deterioration is not known." + _CUT_EN + _SHARE_EN,
    ),
    "recovered_by_cutoff": (
        (
            "Andelen återställda vid det använda gränsvärdet samt den minsta och den största andelen vid något av de "
            "gränsvärden som går att beräkna."
        ),
        (
            "Share recovered with the cut-off in use, with the smallest and the largest share at any of the cut-offs that "
            "can be computed."
        ),
    ),
    **dict.fromkeys(
        ("meaningfully_improved", "meaningfully_unchanged", "meaningfully_worse"),
        (_MATTER_SV + _SHARE_SV, _MATTER_EN + _SHARE_EN),
    ),
    "net_meaningful_improvement": (
        "Andelen betydelsefullt bättre minus andelen betydelsefullt sämre. " + _MATTER_SV + _NET_SV,
        "Share meaningfully better minus share meaningfully worse. " + _MATTER_EN + _NET_EN,
    ),
    "goals_reached": (
        "Andelen mål där resultatet är som väntat eller bättre; varje mål räknas en gång."
        + _SCORER_SV
        + _SHARE_SV,
        "Share of the goals attained as expected or better; every goal counts once." + _SCORER_EN + _SHARE_EN,
    ),
    "gas_t": (
        "Medelvärdet av familjernas T-poäng, där varje familj väger lika. "
        + _T_SV
        + _SCORER_SV
        + " Konfidensintervallet "
        "omfattar alla medelvärden som ett teckenbytestest (mid-p) med familjen som enhet inte förkastar. Inget p-värde "
        "redovisas: att pröva mot 50 vore att pröva hur försiktigt målen satts.",
        "Mean of the families’ T scores, every family having the same weight. "
        + _T_EN
        + _SCORER_EN
        + " The confidence interval contains all means that a sign-flip test (mid-p) with the family as the unit does "
        "not reject. No p-value is given: a test against 50 would test how cautiously goals were set.",
    ),
    "gas_t_change": (
        "Medelvärdet av familjernas T-poäng efter minus före för samma mål, där varje familj väger lika. "
        + _T_SV
        + _SCORER_SV
        + " Prövat med "
        "teckenbytestest med familjen som enhet (mid-p); konfidensintervallet omfattar alla förändringar som samma test "
        "inte förkastar.",
        "Mean of the families’ T score after minus before for the same goals, every family having the same weight. "
        + _T_EN
        + _SCORER_EN
        + " Tested by sign "
        "flips with the family as the unit (mid-p); the confidence interval contains all changes that the same test does "
        "not reject.",
    ),
    "goals_per_family": (
        "Antalet mål som följts upp delat med antalet familjer som har minst ett.",
        "Number of goals followed up divided by the number of families with at least one.",
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "no_reliability": (
        "Ingen publicerad reliabilitet är angiven; reliabel förändring beräknas inte.",
        "No published reliability is cited; reliable change is not computed.",
    ),
    "no_spread_before": (
        "Värdena före skiljer sig inte åt och ingen publicerad grupp är angiven; mätfelet kan inte beräknas.",
        "The values before do not differ and no published group is cited; measurement error cannot be computed.",
    ),
    "change_is_all_error": (
        "Förändringarna skiljer sig inte mer åt än vad mätfel ensamt ger; indexet kan inte beräknas.",
        "The changes differ no more than measurement error alone would make them; the index cannot be computed.",
    ),
    "reliable_change_beyond_scale": (
        "Mätfelet är så stort att ingen förändring som ryms på skalan kan vara reliabel.",
        "Measurement error is so large that no change that fits on the scale can be reliable.",
    ),
    "sd_of_the_group": (
        "Ingen publicerad grupp är angiven; mätfelet bygger på den egna gruppens spridning före och kan vara för litet.",
        "No published group is cited; measurement error rests on the group’s own spread before and may be too small.",
    ),
    "class_interval_families": (
        (
            "Andelen är 0 eller 100 procent; konfidensintervallet är det exakta binomialintervallet (Clopper–Pearson) "
            "för familjer."
        ),
        (
            "The share is 0 or 100 per cent; the confidence interval is the exact binomial interval (Clopper–Pearson) for "
            "families."
        ),
    ),
    "no_cutoff": (
        "Varken gränsvärde eller publicerad grupp är angiven; ingen gräns kan dras.",
        "Neither a cut-off nor a published group is cited; no limit can be drawn.",
    ),
    "no_norm": (
        "De publicerade värden som gränsvärdet kräver är inte angivna.",
        "The published values that the cut-off needs are not cited.",
    ),
    "cutoff_published": ("Publicerat gränsvärde.", "Published cut-off."),
    "cutoff_c": (
        "Gränsvärde c, mellan två publicerade grupper.",
        "Cut-off c, between two published groups.",
    ),
    "cutoff_c_group": (
        "Gränsvärde c, mellan den egna gruppen före och en publicerad normgrupp.",
        "Cut-off c, between the project’s own group before and a published norm group.",
    ),
    "cutoff_a": (
        "Gränsvärde a, två standardavvikelser från en publicerad grupp med svårigheter.",
        "Cut-off a, two standard deviations from a published group with difficulties.",
    ),
    "cutoff_b": (
        "Gränsvärde b, två standardavvikelser från en publicerad normgrupp.",
        "Cut-off b, two standard deviations from a published norm group.",
    ),
    "no_meaningful_change": (
        "Ingen minsta förändring av betydelse är angiven.",
        "No smallest change that matters is stated.",
    ),
    "meaningful_within_error": (
        "Den minsta förändring som har betydelse ryms inom mätfelet för en enskild person.",
        "The smallest change that matters is within the measurement error for a single person.",
    ),
    "no_goals": ("Inga mål har följts upp.", "No goals were followed up."),
    "no_goal_baseline": (
        "Inget mål bedömdes före; förändringen kan inte beräknas.",
        "No goal was scored before; the change cannot be computed.",
    ),
    "some_goals_without_baseline": (
        "Mål som inte bedömdes före ingår inte.",
        "Goals that were not scored before are not included.",
    ),
    "goal_rater_changed": (
        "Vissa mål bedömdes av olika personer före och efter.",
        "Some goals were scored by different persons before and after.",
    ),
}
