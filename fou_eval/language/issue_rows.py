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
        "{message} Rätta den rad som är fel.",
        "{message} Correct the row that is wrong.",
    ),
    "issue.declared_rule.compared": (
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
            "Kategorin {code} finns hos färre än {smallest} familjer. Den slås ihop med en annan eller "
            "utelämnas i rapporten."
        ),
        (
            "Category {code} occurs in fewer than {smallest} families. It will be merged or left out in the "
            "report."
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
