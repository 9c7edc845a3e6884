"""Phrases for yes/no and square tables, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {
    "mcnemar_exact": (
        "skillnad i andel ja, McNemars exakta test",
        "difference in share yes, McNemar’s exact test",
    ),
    "mcnemar_mid_p": (
        "oddskvot för ändrat svar, McNemars test (mid-p)",
        "odds ratio of changed answers, McNemar’s test (mid-p)",
    ),
    "difference_tango": (
        "skillnad i andel ja, Tangos intervall",
        "difference in share yes, Tango’s interval",
    ),
    "difference_newcombe": (
        "skillnad i andel ja, Newcombes intervall",
        "difference in share yes, Newcombe’s interval",
    ),
    "stuart_maxwell": ("Stuart–Maxwells chi-två", "Stuart–Maxwell chi-square"),
    "bhapkar": ("Bhapkars chi-två", "Bhapkar’s chi-square"),
    "bowker": ("Bowkers chi-två", "Bowker’s chi-square"),
}

_ALONE_SV = " Osäkerheten redovisas bara när varje familj har en enda person."
_ALONE_EN = " Uncertainty is given only where every family has a single member."
_ORDER_SV = (
    " Testet bortser från klassernas ordning och bygger på en approximation för stora stickprov; för små grupper "
    "finns i stället det exakta teckenbytestestet av medelförändringen." + _ALONE_SV
)
_ORDER_EN = (
    " The test ignores the order of the classes and rests on an approximation for large samples; for small groups "
    "there is instead the exact sign-flip test of the mean change." + _ALONE_EN
)

METHODS: dict[str, tuple[str, str]] = {
    "mcnemar_exact": (
        (
            "Andelen ja efter minus andelen ja före. McNemars exakta test: bland dem som ändrat svar är det under "
            "nollhypotesen lika troligt att ha gått från nej till ja som från ja till nej. Konfidensintervallet (Fay och "
            "Lumbard) omfattar 0 precis när testet inte förkastar." + _ALONE_SV
        ),
        (
            "Share of yes after minus share of yes before. McNemar’s exact test: among those who changed their answer, "
            "no to yes is as likely as yes to no under the null hypothesis. The confidence interval (Fay and "
            "Lumbard) contains 0 exactly when the test does not reject." + _ALONE_EN
        ),
    ),
    "mcnemar_mid_p": (
        (
            "Antalet som gått från nej till ja delat med antalet som gått från ja till nej (betingad oddskvot). McNemars "
            "test, där det observerade utfallet räknas till hälften (mid-p); konfidensintervallet kommer från samma "
            "test. Kvoten gäller bara dem som ändrat svar och säger inte hur många de är." + _ALONE_SV
        ),
        (
            "Number that went from no to yes divided by the number that went from yes to no (conditional odds ratio). McNemar’s "
            "test, with the observed outcome counted half (mid-p); the confidence interval comes from the same test. The "
            "ratio concerns only those who changed their answer and does not say how many they are."
            + _ALONE_EN
        ),
    ),
    "difference_tango": (
        (
            "Andelen ja efter minus andelen ja före. Tangos konfidensintervall omfattar alla skillnader som "
            "score-testet inte förkastar, och p-värdet är score-testets för skillnaden 0, det vill säga McNemars test "
            "utan kontinuitetskorrektion." + _ALONE_SV
        ),
        (
            "Share of yes after minus share of yes before. Tango’s confidence interval contains all differences that the "
            "score test does not reject, and the p-value is that of the score test of a difference of 0, which is "
            "McNemar’s test without continuity correction." + _ALONE_EN
        ),
    ),
    "difference_newcombe": (
        (
            "Andelen ja efter minus andelen ja före. Newcombes konfidensintervall kombinerar Wilsons intervall för de "
            "två andelarna med hänsyn till att svaren hör ihop parvis; inget test hör till det." + _ALONE_SV
        ),
        (
            "Share of yes after minus share of yes before. Newcombe’s confidence interval combines Wilson’s intervals of "
            "the two shares, allowing for the pairing of the answers; no test belongs to it." + _ALONE_EN
        ),
    ),
    "stuart_maxwell": (
        (
            "Prövar om klasserna är lika stora före och efter (marginalhomogenitet); p-värdet kommer ur "
            "chi-två-fördelningen. Inget läggs till tomma celler, och klasser som ingen lämnat eller kommit till ger inga "
            "frihetsgrader." + _ORDER_SV
        ),
        (
            "Tests whether the classes are of the same size before and after (marginal homogeneity); the p-value comes "
            "from the chi-square distribution. Nothing is added to empty cells, and classes that nobody left or entered "
            "give no degrees of freedom." + _ORDER_EN
        ),
    ),
    "bhapkar": (
        (
            "Som Stuart–Maxwells test, men med den varians som data visar utan nollhypotesen; värdet är aldrig mindre. "
            "Testet förkastar för ofta i små grupper, och p-värdet redovisas därför först vid minst 100 personer."
            + _ORDER_SV
        ),
        (
            "As the Stuart–Maxwell test, with the variance that the data show without the null hypothesis; its value is "
            "never smaller. The test rejects too often in small groups; the p-value is therefore given only with 100 persons or "
            "more." + _ORDER_EN
        ),
    ),
    "bowker": (
        (
            "Prövar om lika många gått från varje klass till en annan som tillbaka (symmetri); p-värdet kommer ur "
            "chi-två-fördelningen. Inget läggs till tomma celler, och par av klasser som ingen gått mellan ger inga "
            "frihetsgrader." + _ORDER_SV
        ),
        (
            "Tests whether as many moved from each class to another as back (symmetry); the p-value comes from the "
            "chi-square distribution. Nothing is added to empty cells, and pairs of classes between which nobody moved "
            "give no degrees of freedom." + _ORDER_EN
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "several_members": (
        (
            "Metoden förutsätter en person per familj, men någon familj har flera; varken konfidensintervall eller "
            "p-värde redovisas."
        ),
        (
            "The method assumes one member per family, but some families have several; neither confidence interval nor "
            "p-value is given."
        ),
    ),
    "nobody_changed_answer": (
        "Ingen har ändrat svar; kvoten kan inte beräknas.",
        "Nobody changed their answer; the ratio cannot be computed.",
    ),
    "nobody_lost_yes": (
        "Ingen gick från ja till nej; kvoten och dess konfidensintervall kan inte beräknas.",
        "Nobody went from yes to no; the ratio and its confidence interval cannot be computed.",
    ),
    "sparse_table": (
        (
            "För få har bytt klass för att chi-två-fördelningen ska gälla: i varje klass, eller mellan varje par av "
            "klasser, behöver minst fem väntas åt vardera hållet. Inget p-värde redovisas."
        ),
        (
            "Too few changed class for the chi-square distribution to hold: in each class, or between each pair of "
            "classes, at least five need to be expected either way. No p-value is given."
        ),
    ),
    "too_few_for_bhapkar": (
        "Med färre än 100 personer förkastar testet för ofta; inget p-värde redovisas.",
        "With fewer than 100 persons the test rejects too often; no p-value is given.",
    ),
    "all_changed_alike": (
        "Med någon poängsättning av klasserna har alla förändrats lika mycket; värdet kan inte beräknas.",
        "With some scoring of the classes everybody changed by the same amount; the value cannot be computed.",
    ),
}
