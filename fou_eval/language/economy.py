"""Words of the chapter on costs: recorded amounts, what follows from them, and scenarios."""

ECONOMY = {
    "chapter.costs": ("Kostnader och känslighet", "Costs and sensitivity"),
    "format.price_year": ("{year} års priser", "prices of {year}"),
    "format.years": ("år", "years"),
    "statistic.cost_sum.label": ("Kostnad", "Cost"),
    "statistic.cost_per_family.label": ("Kostnad per inskriven familj", "Cost per family enrolled"),
    "statistic.cost_per_person.label": ("Kostnad per inskriven person", "Cost per person enrolled"),
    "statistic.cost_per_stated_family.label": (
        "Kostnad per familj, med källans antal familjer",
        "Cost per family, with the families that the source states",
    ),
    "statistic.cost_per_post_month.label": (
        "Kostnad per årsarbetare och månad",
        "Cost per full-time post and month",
    ),
    "statistic.break_even_days.label": (
        "Enheter som kostar lika mycket som projektet",
        "Units that cost as much as the project",
    ),
    "statistic.break_even_years.label": (
        "Placeringsår som kostar lika mycket som projektet",
        "Placement-years that cost as much as the project",
    ),
    "statistic.scenario_days.label": (
        "Dygn färre, alla familjer med mätning",
        "Days fewer, families measured",
    ),
    "statistic.scenario_cost.label": (
        "Projektets kostnad för samma familjer",
        "The project’s cost, same families",
    ),
    "statistic.scenario_gross.label": (
        "Undvikna kostnader i ett scenario, brutto",
        "Costs avoided in a scenario, gross",
    ),
    "statistic.scenario_net.label": (
        "Undvikna kostnader i ett scenario, netto",
        "Costs avoided in a scenario, net",
    ),
    "statistic.largest_family_share.label": (
        "Del av förändringen från familjen med störst bidrag",
        "Part of the change from the family that contributes most",
    ),
    "note.cost_twice": (
        (
            "Posten står mer än en gång för samma år och finansiär och räknas inte ihop: beloppen kan vara ett och "
            "samma."
        ),
        "The item stands more than once for the same year and funder and is not added up: the amounts may be the same one.",
    ),
    "note.several_price_years": (
        "Summan är av belopp i olika års priser; de är inte omräknade.",
        "The sum is of amounts in the prices of different years; they are not converted.",
    ),
    "note.price_years_differ": (
        "Kostnaden och styckpriset är i olika års priser; inget av dem är omräknat.",
        "The cost and the unit price are in prices of different years; neither is converted.",
    ),
    "note.less_than_half": (
        "Mindre än hälften av förändringen kommer från familjen med störst bidrag.",
        "Less than half of the change comes from the family that contributes most.",
    ),
    "note.one_family_dominates": (
        "En familj står för mer än hälften.",
        "One family makes more than half.",
    ),
    "economy.text": (
        (
            "Här står vad projektet kostade enligt källorna, vad det blir per familj och person, och hur mycket vård "
            "som skulle behöva undvikas för att kosta lika mycket. Rapporten mäter förändring, inte orsak, och kan "
            "därför inte säga vad som sparades."
        ),
        (
            "This part says what the project cost according to the sources, what that is per family and person, and "
            "how much care would have to be avoided to cost as much. The report measures change, not why it came, so "
            "it cannot say what was saved."
        ),
    ),
    "economy.amount": ("Kronor", "SEK"),
    "economy.for": ("Avser", "Concerns"),
    "economy.for.families": ("{n} familjer", "{n} families"),
    "economy.for.posts": (
        "{posts} årsarbetare i {months} månader",
        "{posts} full-time posts for {months} months",
    ),
    "economy.own_prices": (
        (
            "Varje belopp är i sitt eget års priser och gäller den vars kostnad det är. Inget är omräknat, och belopp "
            "som olika parter bär läggs inte ihop."
        ),
        (
            "Each amount is in the prices of its own year and is the cost of the party named. Nothing is converted, "
            "and amounts that different parties bear are not added up."
        ),
    ),
    "economy.computed": (
        "Vad kostnaden blir per familj, person och tjänst",
        "The cost per family, person and post",
    ),
    "economy.figure": ("Uppgift", "Figure"),
    "economy.line.cost_sum": ("{item}", "{item}"),
    "economy.line.cost_per_family": ("{item}, per inskriven familj", "{item}, per family enrolled"),
    "economy.line.cost_per_person": ("{item}, per inskriven person", "{item}, per person enrolled"),
    "economy.line.cost_per_stated_family": (
        "{item}, per familj med källans antal",
        "{item}, per family as the source counts them",
    ),
    "economy.line.cost_per_post_month": (
        "{item}, per årsarbetare och månad",
        "{item}, per full-time post and month",
    ),
    "economy.divided_by": (
        "Inskrivna är {families} familjer och {persons} personer.",
        "{families} families and {persons} persons are enrolled.",
    ),
    "economy.prices_note": (
        (
            "Styckpriser är schabloner. Byt ut dem mot kommunens egna; ett pris utan källa är ett exempel och säger "
            "inget om vad ett dygn kostade här."
        ),
        (
            "Unit prices are standard figures. Replace them with the municipality’s own; a price without a source is "
            "an example and says nothing of what a day cost here."
        ),
    ),
    "economy.no_perspective": (
        "Ej mätt: vad projektet kostade andra ({perspectives}).",
        "Not measured: what the project cost others ({perspectives}).",
    ),
    "economy.no_price": (
        (
            "Vilken mängd vård som kostar lika mycket som projektet räknas inte ut: det saknas ett styckpris hos den "
            "som bar kostnaden."
        ),
        "How much care costs as much as the project is not worked out: there is no unit price of the party that bore the cost.",
    ),
    "economy.price": ("Pris", "Price"),
    "economy.price_of": (
        "{item} ({perspective}, {year} års priser)",
        "{item} ({perspective}, prices of {year})",
    ),
    "economy.level.low": ("lågt", "low"),
    "economy.level.base": ("mitt", "base"),
    "economy.level.high": ("högt", "high"),
    "economy.days": ("Dygn", "Days"),
    "economy.years": ("Placeringsår", "Placement-years"),
    "economy.break_even": (
        "Vård som kostar lika mycket som hela projektet",
        "Care that costs as much as the whole project",
    ),
    "economy.break_even_text": (
        "Så många dygn eller helårsplaceringar skulle behöva undvikas för att kosta lika mycket som hela projektet.",
        "So many days or year-long placements would have to be avoided to cost as much as the whole project.",
    ),
    "economy.what_if": (
        "Scenarier: om en del av förändringen räknas som undviken vård",
        "Scenarios: if part of the change is counted as care avoided",
    ),
    "economy.scenario_notice": (
        (
            "Scenarier, inte resultat. Ingen vet hur stor del av förändringen som hade uteblivit utan projektet; det kan "
            "vara allt från inget till hela."
        ),
        (
            "Scenarios, not results. Nobody knows how much of the change would have been absent without the project; it "
            "may be anything from none to the whole."
        ),
    ),
    "economy.scenario_text": (
        (
            "Det som prissätts är förändringen i ”{label}”: {change} per familj. {days} {largest} Förändringen gäller "
            "familjer med mätning både före och efter, och ett enda fönster efter inskrivningen, medan kostnaden gäller "
            "hela projekttiden. Brutto och netto avser samma familjer: kostnad per inskriven familj gånger antalet."
        ),
        (
            "What is priced is the change in “{label}”: {change} per family. {days} {largest} The change is of families "
            "measured both before and after, and of a single window after enrolment, while the cost is that of the whole "
            "project. Gross and net are of the same families: cost per family enrolled times their number."
        ),
    ),
    "economy.scenarios": ("Scenarier, kronor. {price}", "Scenarios, SEK. {price}"),
    "economy.share": (
        "Del av förändringen som räknas som undviken vård",
        "Part of the change counted as care avoided",
    ),
    "economy.no_avoided": ("Ingen undviken vård ({share})", "No avoided care ({share})"),
    "economy.scenario_gross.low": ("Brutto, lågt pris", "Gross, low price"),
    "economy.scenario_gross.base": ("Brutto, mittpris", "Gross, base price"),
    "economy.scenario_gross.high": ("Brutto, högt pris", "Gross, high price"),
    "economy.scenario_cost": ("Projektets kostnad, samma familjer", "The project’s cost, same families"),
    "economy.scenario_net.low": ("Netto, lågt pris", "Net, low price"),
    "economy.scenario_net.base": ("Netto, mittpris", "Net, base price"),
    "economy.scenario_net.high": ("Netto, högt pris", "Net, high price"),
    "economy.scenarios_note": (
        (
            "Netto är brutto minus projektets kostnad för samma familjer. Negativt brutto betyder att dygnen blev fler."
        ),
        "Net is gross less the project’s cost for the same families. A negative gross means that days became more.",
    ),
    "economy.scenarios_note.interval": (
        (
            "Inom hakparentes står förändringens {interval}, omräknat till kronor; priset och delen är antaganden "
            "utan intervall."
        ),
        (
            "In brackets stands the {interval} of the change, turned into SEK; price and part are assumptions without "
            "an interval."
        ),
    ),
    "economy.scenarios_note.bare": (
        "Förändringens {interval} visas inte, och därför inget intervall här. Talen är därmed inte säkrare.",
        "The {interval} of the change is not shown, so there is no interval here. The numbers are no surer for that.",
    ),
    "economy.fewer_days": (
        "För dessa familjer tillsammans är det {days} dygn färre.",
        "For these families together that is {days} days fewer.",
    ),
    "economy.more_days": (
        "För dessa familjer tillsammans är det {days} dygn fler.",
        "For these families together that is {days} days more.",
    ),
    "economy.no_scenarios.withheld": (
        "Scenarier visas inte, eftersom förändringen i ”{label}” inte visas. {why}",
        "Scenarios are not shown, since the change in “{label}” is not shown. {why}",
    ),
    "economy.no_scenarios.not_measured": (
        "Inga scenarier: ”{label}” är ej mätt både före och efter.",
        "No scenarios: “{label}” is not measured both before and after.",
    ),
    "economy.no_scenarios.no_price": (
        "Inga scenarier: inget styckpris är angivet.",
        "No scenarios: no unit price is given.",
    ),
    "economy.largest.less_than_half": (
        "Mindre än hälften av förändringen kommer från familjen med störst bidrag.",
        "Less than half of the change comes from the family that contributes most.",
    ),
    "economy.largest.share": (
        "Familjen med störst bidrag står för {share} av förändringen.",
        "The family that contributes most makes {share} of the change.",
    ),
    "economy.largest.not_shown": (
        (
            "Hur stor del av förändringen som kommer från familjen med störst bidrag visas inte: det sägs bara när det "
            "är mindre än hälften och tillräckligt många familjers dygn har förändrats."
        ),
        (
            "How much of the change comes from the family that contributes most is not shown: it is said only when it "
            "is less than half and the days of enough families have changed."
        ),
    ),
    "issue.money_lacks": (
        (
            "Här saknas uppgift i kolumnen {column}. Fyll i den: utan den kan talet på raden inte jämföras med något."
        ),
        "Column {column} is empty here. Fill it in: without it the number on the row can be compared with nothing.",
    ),
    "issue.money_lacks.many": (
        "På {count} rader saknas uppgift i kolumnen {column}. Fyll i den: utan den kan talen inte jämföras med något.",
        "On {count} rows column {column} is empty. Fill it in: without it the numbers can be compared with nothing.",
    ),
    "issue.money_negative": (
        "Beloppet är negativt. Skriv vad det kostade, som ett positivt tal.",
        "The amount is negative. Write what it cost, as a positive number.",
    ),
    "issue.money_negative.many": (
        "{count} belopp är negativa. Skriv vad det kostade, som positiva tal.",
        "{count} amounts are negative. Write what they cost, as positive numbers.",
    ),
    "issue.prices_out_of_order": (
        "Priset är högre än det som ska vara högre. Skriv dem i ordning: lågt, mitt, högt.",
        "The price is above the one that should be higher. Write them in order: low, base, high.",
    ),
    "issue.prices_out_of_order.many": (
        "{count} priser är högre än det som ska vara högre. Skriv dem i ordning: lågt, mitt, högt.",
        "{count} prices are above the one that should be higher. Write them in order: low, base, high.",
    ),
    "issue.zero_price": (
        (
            "Priset är noll, så hur mycket vård som kostar lika mycket som projektet räknas inte ut. Skriv priset, "
            "eller ta bort raden."
        ),
        (
            "The price is nought, so how much care costs as much as the project is not worked out. Write the price, or "
            "remove the row."
        ),
    ),
    "issue.zero_price.many": (
        "{count} priser är noll. Skriv priserna, eller ta bort raderna.",
        "{count} prices are nought. Write the prices, or remove the rows.",
    ),
    "issue.no_families_stated": (
        (
            "Beloppet sägs gälla noll familjer, så inget räknas per familj med källans antal. Skriv antalet, eller "
            "lämna cellen tom."
        ),
        (
            "The amount is said to concern no families, so nothing is worked out per family as the source counts them. "
            "Write how many, or leave the cell empty."
        ),
    ),
    "issue.no_families_stated.many": (
        "{count} belopp sägs gälla noll familjer. Skriv antalen, eller lämna cellerna tomma.",
        "{count} amounts are said to concern no families. Write how many, or leave the cells empty.",
    ),
    "issue.cost_twice": (
        (
            "Samma post, år, part och finansiär står redan på rad {row}. Beloppen läggs inte ihop, och inget räknas per "
            "familj. Behåll det ena, eller skilj dem åt."
        ),
        (
            "The same item, year, party and funder is on row {row} already. The amounts are not added up, and nothing "
            "is worked out per family. Keep one of them, or tell them apart."
        ),
    ),
}
