"""Phrases for individual change and goals, Swedish first, then English."""

_INDEX: dict[str, tuple[str, str]] = {
    "": ("", ""),
    "_gln": (", enligt GLN", ", by GLN"),
    "_en": (", enligt EN", ", by EN"),
    "_ha": (", enligt HA", ", by HA"),
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
        "andel reliabelt förbättrade, vid annan reliabilitet",
        "share reliably improved, with another reliability",
    ),
    "reliably_deteriorated_by_reliability": (
        "andel reliabelt försämrade, vid annan reliabilitet",
        "share reliably deteriorated, with another reliability",
    ),
    "cutoff_used": ("använt gränsvärde", "cut-off in use"),
    "cutoff_a": ("gränsvärde a", "cut-off a"),
    "cutoff_b": ("gränsvärde b", "cut-off b"),
    "cutoff_c": ("gränsvärde c", "cut-off c"),
    "recovered": ("andel återställda", "share recovered"),
    "improved_not_recovered": (
        "andel reliabelt förbättrade men inte återställda",
        "share reliably improved but not recovered",
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
        "andel återställda, med andra gränsvärden",
        "share recovered, with other cut-offs",
    ),
    "meaningfully_improved": ("andel betydelsefullt bättre", "share meaningfully better"),
    "meaningfully_unchanged": ("andel utan betydelsefull förändring", "share without meaningful change"),
    "meaningfully_worse": ("andel betydelsefullt sämre", "share meaningfully worse"),
    "net_meaningful_improvement": ("betydelsefull nettoförbättring", "net meaningful improvement"),
    "goals_reached": ("andel uppnådda mål", "share of goals reached"),
    "gas_t": ("måluppfyllelse efter (T-poäng)", "goal attainment after (T score)"),
    "gas_t_change": ("förändring av måluppfyllelse (T-poäng)", "change in goal attainment (T score)"),
    "goals_per_family": ("mål per familj", "goals per family"),
}

_SPREAD_SV = (
    " Mätfelet beräknas av den angivna reliabiliteten och standardavvikelsen i normgruppen, eller i den egna "
    "gruppen före när ingen norm är angiven."
)
_SPREAD_EN = (
    " Measurement error is computed from the cited reliability and the standard deviation of the norm group, or of the "
    "group itself before where no norm is cited."
)
_SHARE_SV = (
    " Konfidensintervallet bygger på klusterrobust medelfel med familjen som enhet (CR2) och t-fördelning med "
    "Satterthwaites frihetsgrader."
)
_SHARE_EN = (
    " The confidence interval rests on the cluster-robust standard error with the family as the unit (CR2) and the t "
    "distribution with Satterthwaite's degrees of freedom."
)
_NET_SV = _SHARE_SV.replace("Konfidensintervallet bygger", "Konfidensintervall och p-värde bygger")
_NET_EN = _SHARE_EN.replace("The confidence interval rests", "Confidence interval and p-value rest")
_JT_SV = (
    "En förändring är reliabel när den är större än 1,96 gånger mätfelet för en skillnad mellan två mätningar "
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
            "En förändring är reliabel när värdet efter avviker mer än 1,96 prediktionsfel från det som värdet före "
            "låter vänta, med hänsyn till regression mot gruppens medelvärde (Gulliksen, Lord och Novick)."
        ),
        (
            "A change is reliable when the value after departs by more than 1.96 standard errors of prediction from what "
            "the value before lets expect, regression to the group's mean allowed for (Gulliksen, Lord and Novick)."
        ),
    ),
    "_en": (
        (
            "En förändring är reliabel när värdet efter ligger mer än 1,96 mätfel från det skattade sanna värdet före "
            "(Edwards och Nunnally)."
        ),
        (
            "A change is reliable when the value after is more than 1.96 standard errors of measurement from the estimated "
            "true value before (Edwards and Nunnally)."
        ),
    ),
    "_ha": (
        (
            "En förändring är reliabel när den skattade sanna förändringen är större än 1,645 gånger sitt medelfel, "
            "ensidigt 5 % (Hageman och Arrindell)."
        ),
        (
            "A change is reliable when the estimated true change is larger than 1.645 times its standard error, one-sided "
            "5 % (Hageman and Arrindell)."
        ),
    ),
}
_CUT_SV = (
    " Gränsvärdet skiljer en grupp med svårigheter från en normgrupp: det publicerade, annars c, annars a. "
    "Den som ligger på gränsvärdet räknas till ingen sida."
)
_CUT_EN = (
    " The cut-off separates a group with difficulties from a norm group: the published one, else c, else a. "
    "A value on the cut-off is on neither side."
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
    "T-poängen väger samman familjens mål; den är 50 när målen nås som väntat, har standardavvikelsen 10 om målen "
    "sinsemellan korrelerar 0,3, och beror på hur många mål som satts."
)
_T_EN = (
    "The T score weighs a family's goals together; it is 50 when goals are attained as expected, has standard deviation "
    "10 if goals correlate by 0.3 with each other, and depends on how many goals were set."
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
        "Den förbättring som en enskild måste överskrida för att den ska räknas som reliabel." + _SPREAD_SV,
        "The improvement that one person must exceed for it to count as reliable." + _SPREAD_EN,
    ),
    "expected_false_improved": (
        "2,5 % av dem som har värde vid båda mättillfällena: så många blir reliabelt förbättrade av enbart mätfel.",
        "2.5 % of those with a value at both waves: as many become reliably improved by measurement error alone.",
    ),
    **dict.fromkeys(
        ("reliably_improved_by_reliability", "reliably_deteriorated_by_reliability"),
        (
            _JT_SV
            + " Andelen, och den minsta och största som fås när reliabiliteten är 0,05 lägre eller högre.",
            _JT_EN
            + " The share, and its smallest and largest value with a reliability 0.05 lower or higher.",
        ),
    ),
    "cutoff_used": (
        "Det gränsvärde som skiljer en grupp med svårigheter från en normgrupp: det publicerade, annars c, annars a.",
        "The limit that separates a group with difficulties from a norm group: the published one, else c, else a.",
    ),
    "cutoff_a": (
        "Två standardavvikelser från medelvärdet i gruppen med svårigheter, åt det bättre hållet.",
        "Two standard deviations from the mean of the group with difficulties, towards the better side.",
    ),
    "cutoff_b": (
        "Två av normgruppens standardavvikelser från normgruppens medelvärde, åt det sämre hållet.",
        "Two standard deviations of the norm group from its mean, towards the worse side.",
    ),
    "cutoff_c": (
        (
            "Det värde som ligger lika många standardavvikelser från medelvärdet i gruppen med svårigheter som från "
            "normgruppens."
        ),
        (
            "The value that is as many standard deviations from the mean of the group with difficulties as from that of the "
            "norm group."
        ),
    ),
    "recovered": (
        "Reliabelt förbättrade som gått från svårigheternas sida av gränsvärdet till normgruppens."
        + _CUT_SV
        + _SHARE_SV,
        "Reliably improved, and from the side of difficulties to that of the norm group."
        + _CUT_EN
        + _SHARE_EN,
    ),
    "improved_not_recovered": (
        "Reliabelt förbättrade som inte är återställda." + _CUT_SV + _SHARE_SV,
        "Reliably improved and not recovered." + _CUT_EN + _SHARE_EN,
    ),
    "deteriorated_not_harmed": (
        "Reliabelt försämrade som inte gått från normgruppens sida av gränsvärdet till svårigheternas."
        + _CUT_SV
        + _SHARE_SV,
        "Reliably deteriorated, and not from the side of the norm group to that of difficulties."
        + _CUT_EN
        + _SHARE_EN,
    ),
    "harmed": (
        "Reliabelt försämrade som gått från normgruppens sida av gränsvärdet till svårigheternas; i litteraturen "
        "kallade harmed. Vad som orsakat det framgår inte." + _CUT_SV + _SHARE_SV,
        "Reliably deteriorated, and from the side of the norm group to that of difficulties; called harmed in the "
        "literature. What caused it does not appear." + _CUT_EN + _SHARE_EN,
    ),
    "recovered_by_cutoff": (
        (
            "Andelen återställda med det använda gränsvärdet, och den minsta och största som fås med något av de "
            "gränsvärden som går att ange."
        ),
        (
            "Share recovered with the cut-off in use, and its smallest and largest value with any of the cut-offs that can be "
            "stated."
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
        "Andelen mål som uppnåtts som väntat eller bättre; varje mål räknas en gång."
        + _SCORER_SV
        + _SHARE_SV,
        "Share of the goals attained as expected or better; every goal counts once." + _SCORER_EN + _SHARE_EN,
    ),
    "gas_t": (
        "Medelvärde över familjer. " + _T_SV + _SCORER_SV + " Konfidensintervallet omfattar alla "
        "medelvärden som ett teckenbytestest med familjen som enhet inte förkastar; att pröva mot 50 vore att pröva hur "
        "försiktigt målen satts.",
        "Mean over families. "
        + _T_EN
        + _SCORER_EN
        + " The confidence interval holds all means that a sign-flip test "
        "with the family as the unit does not reject; a test against 50 would test how cautiously goals were set.",
    ),
    "gas_t_change": (
        "Medelvärde över familjer av T-poäng efter minus före för samma mål. "
        + _T_SV
        + _SCORER_SV
        + " Prövat med "
        "teckenbytestest med familjen som enhet (mid-p); konfidensintervallet omfattar alla förändringar som samma test "
        "inte förkastar.",
        "Mean over families of T score after minus before of the same goals. "
        + _T_EN
        + _SCORER_EN
        + " Tested by sign "
        "flips with the family as the unit (mid-p); the confidence interval holds all changes that the same test does "
        "not reject.",
    ),
    "goals_per_family": (
        "Antalet mål som följts upp delat med antalet familjer som har något.",
        "Number of goals followed up over the number of families with any.",
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "no_reliability": (
        "Ingen reliabilitet är angiven med källa; reliabel förändring beräknas inte.",
        "No reliability is cited; reliable change is not computed.",
    ),
    "no_spread_before": (
        "Värdena före skiljer sig inte åt och ingen norm är angiven; mätfelet kan inte beräknas.",
        "The values before do not differ and no norm is cited; measurement error cannot be computed.",
    ),
    "change_is_all_error": (
        "Förändringarna skiljer sig inte mer åt än vad mätfel ensamt ger; indexet kan inte beräknas.",
        "The changes differ no more than measurement error alone makes them; the index cannot be computed.",
    ),
    "reliable_change_beyond_scale": (
        "Mätfelet är så stort att ingen förändring på skalan, hur stor den än är, kan vara reliabel.",
        "Measurement error is so large that no change on the scale, however large, can be reliable.",
    ),
    "sd_of_the_group": (
        "Ingen norm är angiven; mätfelet bygger på den egna gruppens spridning före och kan vara för lågt.",
        "No norm is cited; measurement error rests on the group's own spread before and may be too low.",
    ),
    "class_interval_families": (
        (
            "Alla eller ingen hör till gruppen; konfidensintervallet är det exakta binomialintervallet (Clopper–Pearson) "
            "för familjer."
        ),
        (
            "All or none are in the group; the confidence interval is the exact binomial interval (Clopper–Pearson) for "
            "families."
        ),
    ),
    "no_cutoff": (
        "Varken gränsvärde eller norm är angivna; ingen gräns kan dras.",
        "Neither a cut-off nor a norm is cited; no limit can be drawn.",
    ),
    "no_norm": (
        "Den norm som gränsvärdet kräver är inte angiven.",
        "The norm that the cut-off needs is not cited.",
    ),
    "cutoff_published": ("Publicerat gränsvärde.", "Published cut-off."),
    "cutoff_c": (
        "Gränsvärde c, mellan två publicerade grupper.",
        "Cut-off c, between two published groups.",
    ),
    "cutoff_c_group": (
        "Gränsvärde c, mellan den egna gruppen före och en publicerad normgrupp.",
        "Cut-off c, between the group itself before and a published norm group.",
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
        "Den minsta förändring som har betydelse ryms inom mätfelet för en enskild.",
        "The smallest change that matters is within the measurement error of one person.",
    ),
    "no_goals": ("Inga mål är uppföljda.", "No goals were followed up."),
    "no_goal_baseline": (
        "Inget mål är bedömt före; förändringen kan inte beräknas.",
        "No goal was scored before; the change cannot be computed.",
    ),
    "some_goals_without_baseline": (
        "Mål som inte bedömts före ingår inte.",
        "Goals that were not scored before are not included.",
    ),
    "goal_rater_changed": (
        "Vissa mål har bedömts av olika personer före och efter.",
        "Some goals were scored by different raters before and after.",
    ),
}
