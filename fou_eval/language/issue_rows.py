"""Phrases for faults across rows, and for content that a person should look at, Swedish first, then English."""

ROW_ISSUES: dict[str, tuple[str, str]] = {
    "issue.duplicate_key": (
        "Samma nyckel ({key}) står också på rad {rows}. Behåll en av raderna, eller rätta nyckeln.",
        "The same key ({key}) is also on row {rows}. Keep one of the rows, or correct the key.",
    ),
    "issue.duplicate_key.copy": (
        "Raden är en kopia av rad {rows}. Behåll en av dem och ta bort resten.",
        "The row is a copy of row {rows}. Keep one of them and remove the rest.",
    ),
    "issue.declared_rule": (
        "{message}",
        "{message}",
    ),
    "issue.declared_rule.compared": (
        "{message} Jämför med rad {rows}.",
        "{message} Compare with row {rows}.",
    ),
    "issue.declared_rule.bare": (
        "{message} Rätta den rad som är fel.",
        "{message} Correct the row that is wrong.",
    ),
    "issue.declared_rule.bare.compared": (
        "{message} Jämför med rad {rows} och rätta den rad som är fel.",
        "{message} Compare with row {rows} and correct the row that is wrong.",
    ),
    "issue.similar_ids": (
        (
            "Id:t liknar ett id på rad {row} och kan gälla samma person eller familj. Skriv id:t på ett enda "
            "sätt."
        ),
        (
            "The id looks like an id on row {row} and may be the same person or family. Write the id in one "
            "way only."
        ),
    ),
    "issue.similar_ids.table": (
        (
            "Id:t liknar ett id i tabellen {table} (rad {row}) och kan gälla samma person eller familj. Skriv id:t på "
            "ett enda sätt."
        ),
        (
            "The id looks like an id in table {table} (row {row}) and may be the same person or family. Write the id "
            "in one way only."
        ),
    ),
    "issue.unmatched_id": (
        "Id:t finns inte i {tables}. Kontrollera löpnumret, eller lägg till raden där.",
        "The id is not in {tables}. Check the running number, or add the row there.",
    ),
    "issue.unmatched_id.many": (
        "{count} olika id finns inte i {tables}. Kontrollera löpnumren, eller lägg till raderna där.",
        "{count} different ids are not in {tables}. Check the running numbers, or add the rows there.",
    ),
    "issue.other_family": (
        "Personen står i en annan familj på en tidigare rad. Kontrollera löpnumren för person och familj.",
        "The person is in another family on an earlier row. Check the running numbers of person and family.",
    ),
    "issue.other_family.many": (
        "{count} personer står i mer än en familj. Kontrollera löpnumren för person och familj.",
        "{count} persons are in more than one family. Check the running numbers of person and family.",
    ),
    "issue.other_family_elsewhere": (
        "Personen står i en annan familj i tabellen {table}. Kontrollera löpnumren för person och familj.",
        "The person is in another family in table {table}. Check the running numbers of person and family.",
    ),
    "issue.other_family_elsewhere.many": (
        "{count} personer står i en annan familj i tabellen {table}. Kontrollera löpnumren för person och familj.",
        "{count} persons are in another family in table {table}. Check the running numbers of person and family.",
    ),
    "issue.other_role": (
        "Personen har en annan roll på en tidigare rad. Kontrollera rollen och löpnumret.",
        "The person has another role on an earlier row. Check the role and the running number.",
    ),
    "issue.other_role.many": (
        "{count} personer har olika roller på olika rader. Kontrollera rollerna och löpnumren.",
        "{count} persons have different roles on different rows. Check the roles and the running numbers.",
    ),
    "issue.waves_out_of_order": (
        "Mättillfället har ett tidigare datum än det föregående. Kontrollera datumet och mättillfället.",
        "The wave has an earlier date than the one before it. Check the date and the wave.",
    ),
    "issue.waves_out_of_order.many": (
        "På {count} rader har mättillfället ett tidigare datum än det föregående. Kontrollera datum och mättillfällen.",
        "On {count} rows the wave has an earlier date than the one before it. Check the dates and the waves.",
    ),
    "issue.off_schedule": (
        (
            "Mättillfälle {wave} ska ligga ungefär {months} månader efter det första, men datumet ligger långt därifrån. "
            "Kontrollera datumet och mättillfället."
        ),
        (
            "Wave {wave} should be about {months} months after the first one, but the date is far from that. Check the "
            "date and the wave."
        ),
    ),
    "issue.off_schedule.many": (
        (
            "Mättillfälle {wave} ska ligga ungefär {months} månader efter det första, men på {count} rader ligger "
            "datumet långt därifrån. Kontrollera datumen, eller ändra months i studiens beskrivning."
        ),
        (
            "Wave {wave} should be about {months} months after the first one, but on {count} rows the date is far from "
            "that. Check the dates, or change months in the description of the study."
        ),
    ),
    "issue.copied_wave": (
        (
            "Alla har exakt samma värde vid {earlier} och {later}. Kontrollera att svaren inte har kopierats från det "
            "ena mättillfället till det andra."
        ),
        (
            "Everybody has exactly the same value at {earlier} and {later}. Check that the answers were not copied from "
            "one wave to the other."
        ),
    ),
    "issue.other_decimal_mark": (
        (
            "Kolumnen har ett annat decimaltecken än de flesta andra kolumner. Den läses för sig; kontrollera att talen "
            "blev rätt."
        ),
        (
            "The column has another decimal mark than most columns. It is read on its own; check that its numbers are "
            "right."
        ),
    ),
    "issue.thousands_or_decimals": (
        (
            "Talet har tre siffror efter tecknet och läses som decimaler, men kan vara tusental ({count} st). Skriv "
            "tusental utan punkt eller komma."
        ),
        (
            "The number has three digits after the mark and is read as decimals, but may be thousands ({count} cells). "
            "Write thousands without a point or comma."
        ),
    ),
    "issue.missing_baseline": (
        (
            "Här finns senare mättillfällen men inte det första, så ingen förändring kan räknas. Lägg till "
            "föremätningen om den finns."
        ),
        (
            "There are later waves here but not the first, so no change can be computed. Add the baseline if "
            "there is one."
        ),
    ),
    "issue.single_wave": (
        "Bara ett mättillfälle finns i filen, så ingen förändring kan räknas. Lägg till fler mättillfällen.",
        "The file holds one wave only, so no change can be computed. Add further waves.",
    ),
    "issue.incomplete_follow_up": (
        (
            "Färre än {smallest} familjer saknar mättillfälle {wave}. Visas båda grupperna bredvid varandra "
            "röjs de som saknas; rapporten visar därför bara dem som har båda."
        ),
        (
            "Fewer than {smallest} families lack wave {wave}. Shown side by side, the two groups would give "
            "them away; the report therefore shows only those that have both."
        ),
    ),
    "issue.incomplete_family": (
        "Familjen på den här raden saknar barn eller saknar vuxen. Kontrollera att ingen person fattas.",
        "The family on this row has no child or no parent. Check that nobody is missing.",
    ),
    "issue.incomplete_family.many": (
        "{count} familjer saknar barn eller saknar vuxen. Kontrollera att inga personer fattas.",
        "{count} families have no child or no parent. Check that nobody is missing.",
    ),
    "issue.too_few_families": (
        (
            "Filen har färre än {smallest} familjer, och så få får inte redovisas i någon tabell. Samla in "
            "fler familjer."
        ),
        (
            "The file has fewer than {smallest} families, and so few may not be shown in any table. Collect "
            "more families."
        ),
    ),
    "issue.small_category": (
        (
            "{code}: finns hos färre än {smallest} familjer. En så liten kategori slås ihop med en annan "
            "eller utelämnas i rapporten."
        ),
        (
            "{code}: occurs in fewer than {smallest} families. So small a category is merged or left out in "
            "the report."
        ),
    ),
    "issue.scale_mismatch": (
        (
            "Värdena tyder på en annan skala än den deklarerade (till exempel 0–10 i stället för 1–10). "
            "Kontrollera formuläret."
        ),
        (
            "The values suggest another scale than the declared one (such as 0–10 for 1–10). Check the form "
            "that was used."
        ),
    ),
    "issue.reversed_scale": (
        "Ett helt mättillfälle ligger i skalans andra ände. Kontrollera att skalan inte har vänts.",
        "A whole wave lies at the other end of the scale. Check that the scale has not been turned.",
    ),
    "issue.reversed_scale.mirrored": (
        (
            "De som svarade högt vid {earlier} svarade lågt vid {later}, och tvärtom, nästan utan undantag. Kontrollera "
            "att skalan inte har vänts vid ett av dem."
        ),
        (
            "Those who answered high at {earlier} answered low at {later}, and the reverse, nearly without exception. "
            "Check that the scale was not turned at one of them."
        ),
    ),
    "issue.reversed_scale.rater": (
        (
            "Den som har skattat här ligger i skalans andra ände jämfört med alla andra. Kontrollera att skalan inte "
            "har vänts."
        ),
        (
            "The one who rated here lies at the other end of the scale from everybody else. Check that the scale was "
            "not turned."
        ),
    ),
    "issue.reversed_scale.family": (
        (
            "Familjens svar ligger i skalans andra ände jämfört med alla andras. Kontrollera att skalan inte har vänts."
        ),
        (
            "The answers of the family lie at the other end of the scale from those of everybody else. Check that the "
            "scale was not turned."
        ),
    ),
    "issue.scale_mismatch.half": (
        (
            "Bara skalans nedre hälft är använd, och hela den. Kontrollera att formuläret inte hade en kortare skala."
        ),
        (
            "Only the lower half of the scale is used, and all of it. Check that the form did not have a shorter scale."
        ),
    ),
    "issue.fraction_not_percent.wave": (
        (
            "Vid mättillfälle {wave} ligger alla värden mellan 0 och 1, men inte vid de andra. Är det andelar? Skriv "
            "dem i så fall som procent."
        ),
        (
            "At wave {wave} all values lie between 0 and 1, but not at the others. Are they fractions? Then write them "
            "as per cent."
        ),
    ),
    "issue.no_variation": (
        (
            "Alla har svarat lika, så ingen skillnad kan visas. Kontrollera att värdena är inskrivna och "
            "inte nedkopierade."
        ),
        (
            "All answers are the same, so no difference can be shown. Check that the values were entered and "
            "not copied down."
        ),
    ),
    "issue.all_missing": (
        "Kolumnen har inget enda värde, så utfallet kan inte redovisas. Fyll i den om uppgifterna finns.",
        (
            "The column does not hold a single value, so the outcome cannot be reported. Fill it in if there "
            "are data."
        ),
    ),
    "issue.fraction_not_percent": (
        (
            "Alla värden ligger mellan 0 och 1 fast 0–100 är deklarerat. Är det andelar? Skriv dem i så fall "
            "som procent."
        ),
        (
            "All values lie between 0 and 1 although 0–100 is declared. Are they fractions? Then write them "
            "as per cent."
        ),
    ),
}
