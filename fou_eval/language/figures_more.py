"""Phrases for figures of sensitivity, individual change and measured error rates, Swedish first, then English."""

FIGURES_MORE: dict[str, tuple[str, str]] = {
    "figure.sensitivity.title": (
        "Hur resultaten står sig när familjer utelämnas och bortfall räknas in",
        "How the results hold when families are left out and missing data counted in",
    ),
    "figure.sensitivity.scale": ("Förändring med {interval}", "Change with {interval}"),
    "figure.sensitivity.missing": ("Om de som saknas hade", "If those missing had"),
    "figure.sensitivity.leave_one_family_out": ("Utan en familj i taget", "Without any one family"),
    "figure.sensitivity.bound_worst": ("hamnat sämst", "ended worst"),
    "figure.sensitivity.bound_no_change": ("inte ändrats", "not changed"),
    "figure.sensitivity.bound_best": ("hamnat bäst", "ended best"),
    "figure.sensitivity.tipping_point": ("Kan de ha vänt den?", "Could they turn it?"),
    "figure.sensitivity.tipping_full": (
        "Kan de som saknas ha vänt riktningen",
        "Could those missing have turned the direction",
    ),
    "figure.sensitivity.at": ("{answer}, vid {value}", "{answer}, at {value}"),
    "figure.sensitivity.bound_lowest": ("lägst: {answer}", "lowest: {answer}"),
    "figure.sensitivity.bound_highest": ("högst: {answer}", "highest: {answer}"),
    "figure.sensitivity.ended_lowest": ("hamnat lägst", "ended lowest"),
    "figure.sensitivity.ended_highest": ("hamnat högst", "ended highest"),
    "figure.sensitivity.direction_stable": ("samma riktning", "same direction"),
    "figure.sensitivity.direction_not_stable": ("riktningen ändras", "direction changes"),
    "figure.sensitivity.better": ("bättre", "better"),
    "figure.sensitivity.not_better": ("inte bättre", "not better"),
    "figure.sensitivity.higher": ("högre", "higher"),
    "figure.sensitivity.not_higher": ("inte högre", "not higher"),
    "figure.sensitivity.tipping_possible": ("ja", "yes"),
    "figure.sensitivity.tipping_not_possible": ("nej", "no"),
    "figure.sensitivity.nothing_missing": ("inget saknas", "nothing missing"),
    "figure.sensitivity.range": ("{low} till {high}", "{low} to {high}"),
    "figure.sensitivity.not_computed": ("kan inte beräknas", "cannot be computed"),
    "figure.sensitivity.finding": (
        (
            "Vilken familj som än utelämnas håller förändringens riktning för {stable} av {told} huvudindikatorer; för "
            "{turned} av {asked} kan de som saknas ha vänt den."
        ),
        (
            "Whichever family is left out, the direction of the change holds for {stable} of {told} primary indicators; for "
            "{turned} of {asked} those missing could have turned it."
        ),
    ),
    "figure.sensitivity.finding_none": (
        "För ingen huvudindikator kan det visas hur resultatet står sig.",
        "For no primary indicator can it be shown how the result holds.",
    ),
    "figure.sensitivity.alt_line": (
        (
            "{domain}, {indicator}: {estimate}. Utan en familj i taget: {leave_one_family_out}. Om de som saknas hade hamnat "
            "sämst: {bound_worst}, inte ändrats: {bound_no_change}, hamnat bäst: {bound_best}. Kan de ha vänt riktningen: "
            "{tipping_point}."
        ),
        (
            "{domain}, {indicator}: {estimate}. Without any one family: {leave_one_family_out}. If those missing had "
            "ended worst: {bound_worst}, not changed: {bound_no_change}, ended best: {bound_best}. Could they have turned the "
            "direction: {tipping_point}."
        ),
    ),
    "figure.sensitivity.alt_ends": (
        (
            "{domain}, {indicator}: {estimate}. Utan en familj i taget: {leave_one_family_out}. Om de som saknas hade hamnat "
            "lägst: {bound_worst}, inte ändrats: {bound_no_change}, hamnat högst: {bound_best}. Kan de ha vänt riktningen: "
            "{tipping_point}."
        ),
        (
            "{domain}, {indicator}: {estimate}. Without any one family: {leave_one_family_out}. If those missing had "
            "ended lowest: {bound_worst}, not changed: {bound_no_change}, ended highest: {bound_best}. Could they have turned "
            "the direction: {tipping_point}."
        ),
    ),
    "figure.sensitivity.meant": (
        "Inte bättre betyder oförändrat eller sämre.",
        "Not better means unchanged or worse.",
    ),
    "figure.sensitivity.caption": (
        (
            "Förändringen i varje huvudindikator från ”{before}” till ”{after}” med {interval}, och vad som blir av dess "
            "riktning när familjerna utelämnas en i taget och när de som saknas efteråt antas ha hamnat sämst, inte ändrats "
            "eller hamnat bäst på skalan. Fylld punkt: riktningen håller, förändringen är till det bättre (högre, där ingen "
            "riktning är bättre) eller kan inte ha vänts; ring: motsatsen. Inte bättre betyder oförändrat eller sämre."
        ),
        (
            "The change in each primary indicator from “{before}” to “{after}” with its {interval}, and what becomes of its "
            "direction when families are left out one at a time and when those missing afterwards are taken to have ended "
            "worst, not changed or ended best on the scale. Filled dot: the direction holds, the change is for the better "
            "(higher, where neither direction is better) or cannot have been turned; ring: the opposite. Not better means "
            "unchanged or worse."
        ),
    ),
    "figure.sensitivity.in_words": (
        "Svaren ges i ord, eftersom talen kunde röja enskilda familjer.",
        "The answers are given in words, because the numbers could give single families away.",
    ),
    "figure.sensitivity.in_numbers": (
        (
            "Under punkten: tjock grå linje går från det minsta till det största medelvärdet utan en familj i taget; tunn linje "
            "från sämsta till bästa antagande om de som saknas, med ett streck för ingen förändring."
        ),
        (
            "Below the dot: a thick grey line runs from the smallest to the largest mean without one family at a time; a thin "
            "line from the worst to the best assumption about those missing, with a stroke for no change."
        ),
    ),
    "figure.sensitivity.aid": (
        (
            "I {figure} visas hur mycket resultaten tål. Läs en rad i taget från vänster: först förändringen, sedan om den pekar "
            "åt samma håll vilken familj som än utelämnas, sedan vad den blir under tre antaganden om dem som mättes vid "
            "inskrivningen men saknas efteråt. Det första och det sista antagandet är ytterligheter som knappast inträffar; "
            "däremellan ligger svaret. Är svaret bättre även i det sämsta fallet ändrar bortfallet inte riktningen. Är det bara "
            "bättre i det bästa fallet går det inte att säga åt vilket håll hela gruppen rörde sig."
        ),
        (
            "How much the results can bear is shown in {figure}. Read one row at a time from the left: first the change, then whether "
            "it points the same way whichever family is left out, then what it becomes under three assumptions about those who "
            "were measured at entry and are missing afterwards. The first and the last assumption are extremes that hardly "
            "happen; the answer lies between them. If it is better even in the worst case, missing data do not change the "
            "direction. If it is better in the best case alone, nobody can say which way the whole group moved, better or worse."
        ),
    ),
    "figure.individual.title": (
        "Hur många som fick det bättre och sämre, alla indikatorer",
        "How many became better and worse, all indicators",
    ),
    "figure.individual.worse_left": ("← sämre", "← worse"),
    "figure.individual.net": ("Bättre minus sämre, procentenheter", "Better minus worse, percentage points"),
    "figure.individual.absent": ("{why}: {labels}", "{why}: {labels}"),
    "figure.individual.reliable": (
        "mer än mätfel: {better} bättre, {worse} sämre",
        "more than measurement error: {better} better, {worse} worse",
    ),
    "figure.individual.meaningful": (
        "minst så mycket som betyder något: {better} bättre, {worse} sämre",
        "at least as much as matters: {better} better, {worse} worse",
    ),
    "figure.individual.clinical": (
        "mer än mätfel och över gränsen: {better} bättre, {worse} sämre",
        "more than measurement error and across the limit: {better} better, {worse} worse",
    ),
    "figure.individual.finding": (
        "Andelen som fått det bättre går från {low} till {high} mellan indikatorerna",
        "The share that became better runs from {low} to {high} between indicators",
    ),
    "figure.individual.finding_worse": (
        "andelen som fått det sämre, där den visas, från {low} till {high}",
        "the share that became worse, where it is shown, from {low} to {high}",
    ),
    "figure.individual.finding_hidden": (
        "andelen som fått det sämre visas inte för sig",
        "the share that became worse is not shown by itself",
    ),
    "figure.individual.finding_none": (
        "Andelarna som fått det bättre och sämre kan inte visas.",
        "The shares that became better and worse cannot be shown.",
    ),
    "figure.individual.alt_net": ("bättre minus sämre {net}", "better minus worse {net}"),
    "figure.individual.net_hidden": (
        "Där en skillnad mellan bättre och sämre inte ritas kan den inte visas.",
        "Where a difference between better and worse is not drawn, it cannot be shown.",
    ),
    "figure.individual.caption": (
        (
            "Andelar med förbättring, oförändrat läge och försämring från ”{before}” till ”{after}” bland dem som har båda "
            "mätningarna, och andelen bättre minus andelen sämre i procentenheter med {interval}, beräknat med familjen som "
            "enhet. Alla rader har samma skala; mittlinjen är noll."
        ),
        (
            "Shares that became better, stayed the same and became worse from “{before}” to “{after}” among those with both "
            "measurements, and the share better minus the share worse in percentage points with its {interval}, computed with "
            "the family as the unit. All rows have the same scale; the line in the middle is zero."
        ),
    ),
    "figure.individual.aid": (
        (
            "I {figure} visas på en sida hur många som fått det bättre, oförändrat och sämre. Ju längre åt höger en stapel når, "
            "desto fler fick det bättre; ju längre åt vänster, desto fler fick det sämre. Går linjen till höger om stapeln över "
            "noll kan lika många ha fått det bättre som sämre."
        ),
        (
            "How many became better, stayed the same and became worse is shown on one page in {figure}. The further a bar reaches to "
            "the right, the more became better; the further to the left, the more became worse. Where the line right of the "
            "bar crosses zero, as many may have become better as worse."
        ),
    ),
    "figure.calibrated.title": (
        "Uppmätta falska fynd för beräkningarna i rapporten",
        "Measured false findings of the computations in this report",
    ),
    "figure.calibrated.ours": ("Beräkningarna i rapporten", "Computations of the report"),
    "figure.calibrated.naive": ("Till jämförelse: vanliga sätt", "For comparison: usual ways"),
    "figure.calibrated.finding": (
        (
            "Beräkningarna i rapporten gav falska fynd i {ours_low} till {ours_high} av simulerade undersökningar av den här "
            "storleken, vanliga sätt i {naive_low} till {naive_high}; målet är 5 procent."
        ),
        (
            "The computations of the report gave false findings in {ours_low} to {ours_high} of simulated studies of this size, "
            "usual ways in {naive_low} to {naive_high}; the target is 5 per cent."
        ),
    ),
    "figure.calibrated.caption": (
        (
            "Hur ofta testet ger ett falskt fynd i simulerade undersökningar som är så stora som den här och där inget "
            "förändrats. Varje märke är ett slag av indikator; ju mörkare fyllning, desto mer lika förändras "
            "familjemedlemmar. Linjen är målet, 5 procent; i det skuggade fältet, 4–6 procent, ska beräkningarna i "
            "rapporten ligga. Strecket genom märket är simuleringsfelet (ett medelfel åt vardera hållet)."
        ),
        (
            "How often the test gives a false finding in simulated studies as large as this one in which nothing changed. Each "
            "mark is a kind of indicator; the darker its filling, the more alike family members change. The line is the "
            "target, 5 per cent; in the shaded field, 4–6 per cent, the computations of the report should lie. The stroke "
            "through the mark is the simulation error (one standard error either way)."
        ),
    ),
    "figure.calibrated.aid": (
        (
            "I {figure} visas de falska fynden för varje beräkningssätt. Märken vid linjen är som de ska; ju längre till höger "
            "om det skuggade fältet ett märke står, desto fler falska fynd ger beräkningen än den lovar."
        ),
        (
            "The false findings of each procedure are shown in {figure}. Marks at the line are as they should be; the further "
            "a mark stands to the right of the shaded field, the more false findings the procedure gives than it promises."
        ),
    ),
    "figure.calibration.source": (
        "Högst {datasets} simulerade undersökningar per märke, slumptalsfrö {seed}. Källa: fou_eval {version}.",
        "At most {datasets} simulated studies per mark, seed {seed}. Source: fou_eval {version}.",
    ),
    "figure.power.title": ("Minsta förändring som upptäcks", "Smallest change that is detected"),
    "figure.power.axis": (
        "Minsta upptäckbara förändring, standardavvikelser",
        "Smallest detectable change, standard deviations",
    ),
    "figure.power.source": (
        "{datasets} simulerade undersökningar per punkt, slumptalsfrö {seed}. Källa: fou_eval.",
        "{datasets} simulated studies per point, seed {seed}. Source: fou_eval.",
    ),
}
