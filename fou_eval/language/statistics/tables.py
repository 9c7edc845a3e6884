"""Phrases for yes/no and square tables, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {
    "mcnemar_exact": (
        "skillnad i andel ja, exakt McNemar-test",
        "difference in share yes, exact McNemar test",
    ),
    "mcnemar_mid_p": (
        "oddskvot för ändrat svar, McNemar mid-p",
        "odds ratio of changed answers, McNemar mid-p",
    ),
    "difference_tango": (
        "skillnad i andel ja, Tangos intervall",
        "difference in share yes, Tango's interval",
    ),
    "difference_newcombe": (
        "skillnad i andel ja, Newcombes intervall",
        "difference in share yes, Newcombe's interval",
    ),
    "stuart_maxwell": ("Stuart–Maxwells chi-två", "Stuart–Maxwell chi-square"),
    "bhapkar": ("Bhapkars chi-två", "Bhapkar's chi-square"),
    "bowker": ("Bowkers chi-två", "Bowker's chi-square"),
}

_ALONE_SV = " Redovisas med osäkerhet bara när varje familj har en person."
_ALONE_EN = " Given with its uncertainty only where every family has one member."
_ORDER_SV = (
    " Testet bortser från klassernas ordning och bygger på en approximation för stora tal; i små grupper används i "
    "stället det exakta teckenbytestestet av medelförändringen." + _ALONE_SV
)
_ORDER_EN = (
    " The test ignores the order of the classes and rests on an approximation for large numbers; in small groups the "
    "exact sign-flip test of the mean change is used instead." + _ALONE_EN
)

METHODS: dict[str, tuple[str, str]] = {
    "mcnemar_exact": (
        (
            "Andelen ja efter minus andelen ja före. McNemars exakta test: bland dem som ändrat svar är det under "
            "nollhypotesen lika troligt att ha gått från nej till ja som från ja till nej. Konfidensintervallet (Fay och "
            "Lumbard) innehåller 0 precis när testet inte förkastar." + _ALONE_SV
        ),
        (
            "Share of yes after minus share of yes before. McNemar's exact test: among those who changed their answer, "
            "no to yes is as likely as yes to no under the null hypothesis. The confidence interval (Fay and "
            "Lumbard) holds 0 exactly when the test does not reject." + _ALONE_EN
        ),
    ),
    "mcnemar_mid_p": (
        (
            "Antalet som gått från nej till ja delat med antalet som gått från ja till nej (betingad oddskvot). McNemars "
            "test, där det observerade utfallet räknas till hälften (mid-p); konfidensintervallet kommer "
            "från samma test." + _ALONE_SV
        ),
        (
            "Number that went from no to yes over number that went from yes to no (conditional odds ratio). McNemar's "
            "test, with the observed outcome counted half (mid-p); the confidence interval comes from the same test."
            + _ALONE_EN
        ),
    ),
    "difference_tango": (
        (
            "Andelen ja efter minus andelen ja före. Tangos konfidensintervall omfattar alla skillnader som "
            "score-testet inte förkastar; vid skillnaden 0 är det McNemars test utan kontinuitetskorrektion."
            + _ALONE_SV
        ),
        (
            "Share of yes after minus share of yes before. Tango's confidence interval holds all differences that the "
            "score test does not reject; at a difference of 0 that is McNemar's test without continuity correction."
            + _ALONE_EN
        ),
    ),
    "difference_newcombe": (
        (
            "Andelen ja efter minus andelen ja före. Newcombes konfidensintervall sätter samman Wilsons intervall för de "
            "två andelarna med hänsyn till att svaren hör ihop parvis." + _ALONE_SV
        ),
        (
            "Share of yes after minus share of yes before. Newcombe's confidence interval puts together Wilson's "
            "intervals of the two shares, allowing for the pairing of the answers." + _ALONE_EN
        ),
    ),
    "stuart_maxwell": (
        (
            "Prövar om klasserna är lika stora före och efter (marginell homogenitet). Inget läggs till tomma celler; "
            "klasser som ingen lämnat eller kommit till ger inga frihetsgrader." + _ORDER_SV
        ),
        (
            "Tests whether the classes are of the same size before and after (marginal homogeneity). Nothing is added to "
            "empty cells; classes that nobody left or entered give no degrees of freedom." + _ORDER_EN
        ),
    ),
    "bhapkar": (
        (
            "Som Stuart–Maxwells test, men med den varians som data visar utan nollhypotesen; värdet är aldrig mindre. "
            "Testet förkastar för ofta i små grupper, och p-värde ges från 100 personer." + _ORDER_SV
        ),
        (
            "As the Stuart–Maxwell test, with the variance that the data show without the null hypothesis; its value is "
            "never smaller. The test rejects too often in small groups, and a p-value is given from 100 persons on."
            + _ORDER_EN
        ),
    ),
    "bowker": (
        (
            "Prövar om lika många gått från varje klass till en annan som tillbaka (symmetri). Inget läggs till tomma "
            "celler; par av klasser som ingen gått mellan ger inga frihetsgrader." + _ORDER_SV
        ),
        (
            "Tests whether as many moved from each class to another as back (symmetry). Nothing is added to empty "
            "cells; pairs of classes between which nobody moved give no degrees of freedom." + _ORDER_EN
        ),
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "several_members": (
        (
            "Metoden förutsätter en person per familj, och någon familj har flera; varken konfidensintervall eller p-värde "
            "redovisas."
        ),
        (
            "The method needs one member per family, and some family has several; neither confidence interval nor "
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
            "För få har bytt klass för chi-två-fördelningen: minst fem väntas åt vardera hållet i varje klass eller par av "
            "klasser; inget p-värde redovisas."
        ),
        (
            "Too few changed class for the chi-square distribution: at least five are to be expected either way in "
            "each class or pair of classes; no p-value is given."
        ),
    ),
    "too_few_for_bhapkar": (
        "Med färre än 100 personer förkastar testet för ofta; inget p-värde redovisas.",
        "With fewer than 100 persons the test rejects too often; no p-value is given.",
    ),
    "all_changed_alike": (
        "Alla har förändrats lika mycket på någon skala för klasserna; värdet kan inte beräknas.",
        "Everybody changed by as much on some scale of the classes; the value cannot be computed.",
    ),
}
