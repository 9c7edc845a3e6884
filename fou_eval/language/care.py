"""Words for the appendix on services, contacts and placements, for its figures, and for faults in its tables."""

CARE = {
    "chapter.care": ("Insatser, kontakter och placeringar", "Services, contacts and placements"),
    "format.per_family": ("insatser per familj", "services per family"),
    "statistic.services_ongoing.label": ("Pågående insatser per familj", "Ongoing services per family"),
    "statistic.services_ongoing.method": (
        (
            "Dygn med insatser från en utförare under en period, delat med periodens dygn, i medeltal över samma familjer i "
            "alla perioder. Perioder slås ihop tills varje tal, och varje steg till nästa, vilar på tillräckligt många "
            "familjer; därefter slås utförare ihop."
        ),
        (
            "Days of service by one provider in a period, divided by the days of the period, on average over the same "
            "families in every period. Periods are joined until each number, and each step to the next, rests on enough "
            "families; after that, providers are joined."
        ),
    ),
    "statistic.services_followed.label": (
        "Familjer som följs i hela figuren över insatser",
        "Families followed throughout the figure of services",
    ),
    "statistic.services_followed.method": (
        "Familjer vars inskrivning är känd och för vilka uppgifterna täcker alla perioder som visas.",
        "Families whose entry is known and for which the data cover every period shown.",
    ),
    "statistic.plans_share.label": ("Andel samordnade planer", "Share of coordinated plans"),
    "statistic.plans_share.method": (
        "Planer där svaret är ja, delat med planer där svaret är känt.",
        "Plans for which the answer is yes, divided by plans for which it is known.",
    ),
    # Windows.
    "care.windows": ("Lika långa fönster före och efter", "Windows of equal length before and after"),
    "care.windows.text": (
        (
            "Det som står i register räknas i lika långa tidsfönster som slutar vid mättillfället. Värdet vid "
            "inskrivningen gäller alltså tiden före inskrivningen, och värdet efter gäller tiden därefter; "
            "inskrivningsmånaden hör till tiden efter. Att ingenting står i registret räknas som noll bara där "
            "registret är fullständigt. Täcker uppgifterna en del av ett fönster räknas antalet om till ett helt; "
            "täcker de mindre än hälften används inte fönstret. Månader räknas som hela, så dygnen är riktiga på en "
            "månad när, och skottdagen är utjämnad."
        ),
        (
            "What stands in registers is counted in windows of equal length that end at the wave. The value at entry "
            "is thus about the time before entry, and the value after about the time that followed; the month of "
            "entry belongs to the time after. That nothing stands in the register counts as zero only where the "
            "register is complete. Where the data cover part of a window the number is raised to a whole one; where "
            "they cover less than half, the window is not used. Months count as whole, so days are right to within a "
            "month, and the leap day is evened out."
        ),
    ),
    "care.windows.table": ("Fönster och exponering", "Windows and exposure"),
    "care.windows.measure": (
        "Indikator",
        "Indicator",
    ),
    "care.windows.window": ("Fönster", "Window"),
    "care.windows.complete": ("Fullständigt", "Complete"),
    "care.windows.families": ("Familjer med båda", "Families with both"),
    "care.windows.not_covered": ("Familjer utan", "Families without"),
    "care.windows.in_words": ("{before}; {after}", "{before}; {after}"),
    "care.windows.until_entry": ("{n} månader före inskrivningen", "{n} months before entry"),
    "care.windows.around": (
        "månad {first} till {last} från inskrivningen",
        "months {first} to {last} from entry",
    ),
    "care.windows.from": ("{first} till {last}", "{first} to {last}"),
    # Services.
    "care.services": ("Insatser", "Services"),
    "care.services.text": (
        (
            "Fler insatser kan betyda ett större behov eller ett behov som äntligen möts. Antalet insatser har därför ingen "
            "riktning som är bättre, och färgerna säger inget om bättre eller sämre."
        ),
        (
            "More services may mean a greater need, or a need that is met at last. The number of services therefore has no "
            "better direction, and colours say nothing of better or worse."
        ),
    ),
    "care.services.absent": (
        "Insatser per halvår visas inte: för få familjer i varje grupp, eller för kort tid som uppgifterna täcker.",
        "Services by half-year are not shown: too few families in each group, or too short a time that the data cover.",
    ),
    "care.placements": ("Placeringar utanför hemmet", "Placements out of home"),
    "care.placements.text": (
        "Här räknas observerade placeringar. De som någon bedömt ha undvikits står för sig nedan.",
        "Observed placements are counted here. Those that somebody judged to have been avoided stand apart below.",
    ),
    # Contacts.
    "care.contacts": ("Kontakter", "Contacts"),
    "care.contacts.text": (
        (
            "Projektet ville att familjer skulle möta färre olika handläggare i socialtjänsten. Vården från Regionen "
            "skulle inte minska: fler besök kan betyda att ett behov möts."
        ),
        (
            "The project wanted families to meet fewer different caseworkers at the social services. Care by the Region "
            "was not meant to fall: more visits may mean that a need is met."
        ),
    ),
    # Avoided care.
    "care.avoided": ("Vård som bedömts ha undvikits", "Care judged to have been avoided"),
    "care.avoided.text": (
        (
            "Det här är bedömningar, inte observationer: ingen kan se en placering som inte blev av. De visas för sig, med vem "
            "som bedömde, när och hur säkert, och dras aldrig av från observerad vård. Inget annat tal i rapporten bygger på "
            "dem."
        ),
        (
            "These are judgements, not observations: nobody can see a placement that was not made. They are shown apart, "
            "with who judged, when and how surely, and are never subtracted from observed care. No other number in the "
            "report rests on them."
        ),
    ),
    # Coordinated plans.
    "care.plans": ("Samordnade individuella planer (SIP)", "Coordinated individual plans (SIP)"),
    "care.plans.basis": (
        "{n} planer.",
        "{n} plans.",
    ),
    "care.plans.followed_up": (
        "Av planerna har {share} följts upp.",
        "Of the plans, {share} were followed up.",
    ),
    "care.plans.family_participated": (
        "Familjen deltog i {share} av planerna.",
        "The family took part in {share} of the plans.",
    ),
    # Households, occasions and attrition, among the participants.
    "participants.units": (
        "Familj, hushåll och person är olika saker",
        "Family, household and person are different things",
    ),
    "participants.units.text": (
        (
            "Familjer kan bo i flera hushåll, och i ett hushåll bor ofta flera personer. De räknas därför var för sig "
            "och blandas aldrig i samma tal."
        ),
        (
            "Families may live in several households, and a household often has several persons. They are therefore "
            "counted apart and never mixed in one number."
        ),
    ),
    "participants.units.table": ("Familjer, hushåll och personer", "Families, households and persons"),
    "participants.units.what": ("Vad som räknas", "What is counted"),
    "participants.units.families": ("Familjer", "Families"),
    "participants.units.households": ("Hushåll", "Households"),
    "participants.units.persons": ("Personer", "Persons"),
    "participants.occasions": ("Hur mätningarna gjordes", "How the measurements were made"),
    "participants.occasions.text": (
        "Uppgifter som samlats in i efterhand, ur minnet, är märkta som sådana. De kan vara färgade av hur det gick.",
        "Answers collected afterwards, from memory, are marked as such. They may be coloured by how things turned out.",
    ),
    "participants.attrition_log": ("Varför mätningar inte blev av", "Why measurements were not made"),
    # Notes of `study.notes`: exact numbers, for those who hold the data.
    "windows.note.window": (
        (
            "Tabellen {table}: uppgifterna täcker mindre än hälften av fönstret som slutar vid {wave} för {count} familjer, "
            "som saknar värde där."
        ),
        (
            "Table {table}: the data cover less than half of the window that ends at {wave} for {count} families, which "
            "have no value there."
        ),
    ),
    "windows.note.entry": (
        "Tabellen {table}: för {count} familjer saknas inskrivningen, så de har inget fönster.",
        "Table {table}: {count} families have no date of entry, so they have no window.",
    ),
    "windows.note.across": (
        "Tabellen {table}: fönstret som slutar vid {wave} skulle innehålla inskrivningen, så inget räknas där.",
        "Table {table}: the window that ends at {wave} would hold the entry, so nothing is counted there.",
    ),
    "windows.note.broken": (
        "Tabellen {table}: {wave} ligger inte ett helt antal månader från inskrivningen, så inget räknas där.",
        "Table {table}: {wave} lies no whole number of months from entry, so nothing is counted there.",
    ),
    "windows.note.empty": (
        "Tabellen {table} har inga rader, så inget räknas ur den: det kan vara att inget hände, eller att inget skrevs in.",
        "Table {table} has no rows, so nothing is counted from it: nothing may have happened, or nothing was entered.",
    ),
    # Faults in the tables.
    "issue.spell_reversed": (
        "Slutet ligger före starten. Rätta det datum som är fel, eller lämna slutet tomt om perioden pågår.",
        "The end is before the start. Correct the date that is wrong, or leave the end empty if it goes on.",
    ),
    "issue.spell_after_data": (
        (
            "Perioden börjar efter datainsamlingens sista dag ({last}) och räknas inte. Rätta starten, eller data_until i "
            "study.yaml."
        ),
        (
            "The spell starts after the last day of the data ({last}) and is not counted. Correct the start, or data_until "
            "in study.yaml."
        ),
    ),
    "issue.spell_after_data.many": (
        (
            "{count} perioder börjar efter datainsamlingens sista dag ({last}) och räknas inte. Rätta starten, eller "
            "data_until i study.yaml."
        ),
        (
            "{count} spells start after the last day of the data ({last}) and are not counted. Correct the start, or "
            "data_until in study.yaml."
        ),
    ),
    "issue.spell_without_start": (
        "Starten saknas, så perioden räknas inte. Fyll i månaden då den började.",
        "There is no start, so the spell is not counted. Fill in the month in which it began.",
    ),
    "issue.spell_without_start.many": (
        "{count} perioder saknar start och räknas inte. Fyll i månaden då de började.",
        "{count} spells have no start and are not counted. Fill in the month in which they began.",
    ),
    "issue.spell_goes_on": (
        (
            "{count} perioder saknar slut och räknas som pågående tills uppgifterna tar slut. Fyll i slutet för dem som har "
            "avslutats."
        ),
        (
            "{count} spells have no end and are counted as going on until the data end. Fill in the end of those that have "
            "ended."
        ),
    ),
    "issue.two_placements": (
        (
            "Barnet har två placeringar samtidigt; varje dygn räknas en gång. Rätta start eller slut, så att barnet är på ett "
            "ställe i taget."
        ),
        (
            "The child has two placements at once; each day is counted once. Correct start or end, so that the child is in "
            "one place at a time."
        ),
    ),
    "issue.two_placements.many": (
        (
            "{count} placeringar gäller barn som har en annan placering samtidigt; varje dygn räknas en gång. Rätta start "
            "eller slut."
        ),
        (
            "{count} placements are of children who have another placement at once; each day is counted once. Correct start "
            "or end."
        ),
    ),
}
