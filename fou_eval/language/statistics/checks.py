"""Phrases for benchmarks, comparisons, dose and calendar, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {
    "regression_to_mean": (
        "förändring som regression mot medelvärdet kan ge",
        "change that regression to the mean can bring",
    ),
    "change_beyond_regression": (
        "förändring utöver regression mot medelvärdet",
        "change beyond regression to the mean",
    ),
    "families_to_reverse": (
        "familjer utan vilka medelförändringen vänder",
        "families without which the mean change reverses",
    ),
    "group_difference": (
        "skillnad i medelförändring mellan grupper",
        "difference in mean change between groups",
    ),
    "group_any_difference": (
        "gemensamt test av medelförändring mellan grupper",
        "joint test of mean change between groups",
    ),
    "rater_difference": (
        "skillnad i medelförändring mellan skattare",
        "difference in mean change between raters",
    ),
    "same_rater_change": ("medelförändring, samma skattare", "mean change, same rater"),
    "dose_slope": ("förändring per enhet stöd", "change per unit of support"),
    "dose_rank_correlation": (
        "rangkorrelation mellan stöd och förändring",
        "rank correlation between support and change",
    ),
    "calendar_drift": (
        "förändring som kalendertiden kan ge",
        "change that calendar time can bring",
    ),
    "change_beyond_calendar": ("förändring utöver kalendertiden", "change beyond calendar time"),
    "not_yet_started_contrast": (
        "familjer med stöd mot familjer som ännu inte börjat",
        "families with support against families not yet started",
    ),
    "same_season_change": ("medelförändring, samma skoltermin", "mean change, same school term"),
}

_CR2_SV = (
    "Konfidensintervall och p-värde bygger på klusterrobust medelfel med familjen som enhet (CR2) och t-fördelning "
    "med Satterthwaites frihetsgrader."
)
_CR2_EN = (
    "Confidence interval and p-value rest on the cluster-robust standard error with the family as the unit (CR2) and "
    "the t distribution with Satterthwaite’s degrees of freedom."
)
_NEED_SV = (
    "Familjer med större behov får ofta mer stöd: ett negativt samband är vanligt och inget tecken på skada, och inget "
    "samband här säger vad mer eller mindre stöd hade inneburit. "
)
_NEED_EN = (
    "Families with greater needs often receive more support: a negative relation is common and no sign of harm, and no "
    "relation found here says what more or less support would have meant. "
)
_ENTRANTS_SV = "Det förutsätter att familjer som började senare i övrigt liknade dem som började tidigare, vilket data inte kan visa. "
_ENTRANTS_EN = (
    "This assumes that the families that entered later were otherwise like those that entered earlier, which the data "
    "cannot show. "
)

METHODS: dict[str, tuple[str, str]] = {
    "regression_to_mean": (
        (
            "Den som väljs ut för ett ovanligt värde får nästa gång i genomsnitt ett mindre ovanligt värde, även om "
            "ingenting har förändrats. Så stor förändring är att vänta av enbart detta: (1 − r) gånger skillnaden mellan "
            "normens medelvärde och gruppens medelvärde före, där r är den publicerade test-retest-reliabiliteten. "
            "Konfidensintervallet gäller gruppens medelvärde före (CR2); norm och reliabilitet räknas som kända. "
            "Talet är ett riktmärke och inte en utpekad del av den uppmätta förändringen."
        ),
        (
            "Those who are picked for an unusual value have on average a less unusual one the next time, even if "
            "nothing has changed. This is the change to expect from that alone: (1 − r) times the difference between the "
            "norm’s mean and the group’s mean before, where r is the published test-retest reliability. The confidence interval is that of "
            "the group’s mean before (CR2); norm and reliability count as known. The number is a benchmark, not an "
            "identified part of the change that was measured."
        ),
    ),
    "change_beyond_regression": (
        (
            "Medelförändringen minus den förändring som är att vänta av regression mot medelvärdet enbart, räknad för "
            "samma personer. "
            + _CR2_SV
            + " Talet säger om förändringen skiljer sig från den väntade, inte vad den beror på."
        ),
        (
            "Mean change minus the change to expect from regression to the mean alone, computed for the same persons. "
            + _CR2_EN
            + " The number says whether the change differs from the expected one, not where it comes from."
        ),
    ),
    "families_to_reverse": (
        (
            "Det minsta antal familjer utan vilka medelförändringen (personvägd; för antal familjevägd) blir noll eller "
            "byter riktning: de som förändrades mest åt det håll som helheten gjorde räknas bort först. Ett litet tal "
            "betyder att några få familjer avgör riktningen; talet säger inte vilka."
        ),
        (
            "The smallest number of families without which the mean change (person-weighted; for counts family-weighted) "
            "becomes zero or reverses: those that changed most in the direction of the whole are left out first. A small "
            "number means that a few families decide the direction; it does not say which."
        ),
    ),
    "group_difference": (
        (
            "Den personvägda medelförändringen i den andra gruppen minus den i den första; en familj kan ha medlemmar i "
            "båda. "
            + _CR2_SV
            + " Grupperna har inte lottats, så skillnaden beskriver dem och säger inte vad den beror på."
        ),
        (
            "Person-weighted mean change in the second group minus that in the first; a family may have members in "
            "both. "
            + _CR2_EN
            + " The groups were not drawn by lot, so the difference describes them and does not say where it comes from."
        ),
    ),
    "group_any_difference": (
        (
            "Ett gemensamt test av om den personvägda medelförändringen skiljer sig mellan några av grupperna; en familj kan "
            "ha medlemmar i flera. Talet är F-kvoten i Hotellings T²-test på klusterrobust kovarians med familjen som "
            "enhet (CR2, HTZ), och p-värdet kommer ur F-fördelningen. Grupperna har inte lottats, så en skillnad beskriver dem och säger inte vad den beror på."
        ),
        (
            "One joint test of whether the person-weighted mean change differs between any of the groups; a family may have "
            "members in several. The number is the F ratio of Hotelling’s T² test on the cluster-robust covariance with "
            "the family as the unit (CR2, HTZ), and the p-value comes from the F distribution. The groups were not drawn by lot, so a difference describes them and "
            "does not say where it comes from."
        ),
    ),
    "rater_difference": (
        (
            "Medelförändringen bland dem som den först angivna skattaren, som regel familjens eget ombud, skattade minus den "
            "bland dem som andra skattade; bara de vars skattare var densamma båda gångerna räknas. Familjens eget ombud är inte "
            "oberoende av stödet. Skattarna har inte lottats, så skillnaden kan bero på dem som skattar eller på "
            "familjerna. " + _CR2_SV
        ),
        (
            "Mean change of those rated by the first declared rater, as a rule the family’s own advocate, minus that of "
            "those rated by others; only those with the same rater both times count. The family’s own advocate is not independent "
            "of the support. Raters were not drawn by lot, so the difference may lie with the raters or with the "
            "families. " + _CR2_EN
        ),
    ),
    "same_rater_change": (
        (
            "Medelförändringen bland dem som samma person skattade båda gångerna, så att ett byte av skattare inte kan "
            "ligga bakom den; de kan skilja sig från övriga. " + _CR2_SV
        ),
        (
            "Mean change of those whom the same person rated both times, so that a change of rater cannot lie behind "
            "it; they may differ from the others. " + _CR2_EN
        ),
    ),
    "dose_slope": (
        (
            "Lutningen på den räta linje som anpassats till familjernas medelförändring mot hur mycket stöd de fick; varje "
            "familj är en punkt. " + _NEED_SV + _CR2_SV
        ),
        (
            "Slope of the straight line fitted to the families’ mean change against how much support they received; every "
            "family is one point. " + _NEED_EN + _CR2_EN
        ),
    ),
    "dose_rank_correlation": (
        (
            "Spearmans rangkorrelation mellan familjernas medelförändring och hur mycket stöd de fick. P-värdet är "
            "andelen slumpvisa omfördelningar av stödet mellan familjerna som, oavsett riktning, ger ett minst lika starkt "
            "samband; lika starka räknas till hälften (mid-p). " + _NEED_SV
        ).strip(),
        (
            "Spearman’s rank correlation of the families’ mean change with how much support they received. The p-value "
            "is the share of random reassignments of the support among the families that, in either direction, give a "
            "relation at least as strong; those of equal strength count half (mid-p). " + _NEED_EN
        ).strip(),
    ),
    "calendar_drift": (
        (
            "Hur mycket värdet vid inskrivning i genomsnitt skilde sig per månad mellan familjer som började vid olika "
            "tidpunkter (rät linje), gånger medeltiden mellan före och efter, som räknas som känd: så stor förändring "
            "skulle kalendertiden ge utan något stöd. " + _ENTRANTS_SV + _CR2_SV
        ),
        (
            "How much the value at entry differed on average per month between families that entered at different times "
            "(straight line), times the mean time between before and after, which is taken as known: the change that "
            "calendar time would bring without any support. " + _ENTRANTS_EN + _CR2_EN
        ),
    ),
    "change_beyond_calendar": (
        (
            "Medelförändringen minus den förändring som kalendertiden skulle ge enligt värdena vid inskrivning. Båda "
            "beräknas i en gemensam regression, så att osäkerheten gäller skillnaden. "
            + _ENTRANTS_SV
            + _CR2_SV
        ),
        (
            "Mean change minus the change that calendar time would bring according to the values at entry. Both are "
            "estimated in one regression, so that the uncertainty is that of the difference. "
            + _ENTRANTS_EN
            + _CR2_EN
        ),
    ),
    "not_yet_started_contrast": (
        (
            "Värdet efter för familjer med stöd minus värdet vid inskrivning för andra familjer som började inom tre "
            "månader från samma tidpunkt. Det som hände alla vid den tiden tar då ut sig. De två sidorna är olika familjer, "
            "och bara familjer med värde både före och efter ingår: skillnaden kan bero på vilka de är. "
            + _CR2_SV
        ),
        (
            "Value after of families with support minus value at entry of other families that entered within three months "
            "of the same time. What happened to everybody at that time then cancels out. The two sides are different "
            "families, and only families with values both before and after are included: the difference may lie in who "
            "they are. " + _CR2_EN
        ),
    ),
    "same_season_change": (
        (
            "Medelförändringen bland dem som mättes i samma skoltermin (januari–juni eller augusti–december) båda "
            "gångerna, så att årstiden i stort inte kan ligga bakom den; de kan skilja sig från övriga. "
            + _CR2_SV
        ),
        (
            "Mean change of those who were measured in the same school term (January–June or August–December) both "
            "times, so that the season, broadly, cannot lie behind it; they may differ from the others. "
            + _CR2_EN
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "one_family_decides": (
        "Talet avgörs av en enda familj; osäkerheten kan inte beräknas.",
        "A single family decides the number; the uncertainty cannot be computed.",
    ),
    "too_few_degrees_of_freedom": (
        "För få familjer i någon del av jämförelsen: med färre än fyra frihetsgrader är varken konfidensintervall eller p-värde tillförlitligt.",
        "Too few families in some part of the comparison: with fewer than four degrees of freedom neither confidence interval nor p-value is reliable.",
    ),
    "no_change_to_reverse": (
        "Medelförändringen är noll och har ingen riktning som kan vända.",
        "The mean change is zero and has no direction that can reverse.",
    ),
    "every_family_same_direction": (
        "Alla familjer förändrades åt samma håll; medelförändringen vänder inte, vilka familjer som än utelämnas.",
        "Every family changed in the same direction; the mean change does not reverse whichever families are left out.",
    ),
    "one_group": (
        "Alla hör till samma grupp; det finns ingen att jämföra med.",
        "Everybody belongs to the same group; there is nobody to compare with.",
    ),
    "no_group": (
        "Grupptillhörigheten är inte känd för någon.",
        "The group is not known for anybody.",
    ),
    "some_not_compared": (
        "De vars grupp inte är känd, eller vars skattare inte var densamma båda gångerna, ingår inte.",
        "Those whose group is not known, or whose rater was not the same both times, are not included.",
    ),
    "nobody_same_rater": (
        "Ingen skattades av samma person båda gångerna.",
        "Nobody was rated by the same person both times.",
    ),
    "everybody_same_rater": (
        "Alla skattades av samma person båda gångerna.",
        "Everybody was rated by the same person both times.",
    ),
    "no_dose": (
        "Mängden stöd är inte känd för någon familj.",
        "The amount of support is not known for any family.",
    ),
    "same_dose": (
        "Alla familjer fick lika mycket stöd; inget samband kan beräknas.",
        "All families received the same amount of support; no relation can be computed.",
    ),
    "some_without_dose": (
        "De för vilka mängden stöd inte är känd ingår inte.",
        "Those for whom the amount of support is not known are not included.",
    ),
    "too_few_families_with_dose": (
        "För få familjer med känd mängd stöd för ett p-värde.",
        "Too few families with a known amount of support for a p-value.",
    ),
    "no_month": (
        "Mätmånaderna är inte kända för någon.",
        "The months of measurement are not known for anybody.",
    ),
    "same_month": (
        "Alla började samma månad; förändring med kalendertiden kan inte beräknas.",
        "Everybody entered in the same month; change over calendar time cannot be computed.",
    ),
    "no_time_between": (
        "Det ligger ingen tid mellan mätningarna.",
        "There is no time between the measurements.",
    ),
    "some_without_month": (
        "De vars mätmånader inte är kända ingår inte.",
        "Those whose months of measurement are not known are not included.",
    ),
    "nobody_waiting": (
        "Ingen annan familj började inom tre månader från någon familjs mätning efter; jämförelsen kan inte göras.",
        "No other family entered within three months of any measurement after the start; the comparison cannot be made.",
    ),
    "nobody_same_season": (
        "Ingen mättes i samma skoltermin båda gångerna.",
        "Nobody was measured in the same school term both times.",
    ),
    "everybody_same_season": (
        "Alla mättes i samma skoltermin båda gångerna.",
        "Everybody was measured in the same school term both times.",
    ),
}
