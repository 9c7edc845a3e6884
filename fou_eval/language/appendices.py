"""Phrases for the appendices that are looked things up in: every number, disclosure control, references."""

LOOKED_UP: dict[str, tuple[str, str]] = {
    "table.part.levels": ("Läge", "Level"),
    "table.part.change": ("Förändring", "Change"),
    "table.part.course": ("Förändring sedan inskrivning", "Change since entry"),
    "table.part.checks": ("Känslighet och jämförelsetal", "Sensitivity and benchmarks"),
    "table.part.unit": ("{part} ({unit})", "{part} ({unit})"),
    "table.answer": ("{what}: {answer}", "{what}: {answer}"),
    "report.references": ("Referenser", "References"),
    "literature.text": (
        "Här står de verk och källor som rapporten hänvisar till. Titlar står på sitt eget språk.",
        "The works and sources that the report refers to are listed here. Titles are in their own language.",
    ),
    "literature.works": ("Metodlitteratur", "Literature on methods"),
    "literature.norms": ("Mätinstrument, normer och gränser", "Instruments, norms and limits"),
    "literature.sources": ("Undersökningens egna källor", "The study’s own sources"),
    "literature.source.dated": ("{label} ({code}), {when}.", "{label} ({code}), {when}."),
    "literature.source.undated": ("{label} ({code}).", "{label} ({code})."),
    "literature.chapter": ("kap. {where}", "ch. {where}"),
    "literature.section": ("avsnitt {where}", "section {where}"),
    "literature.equation": ("ekv. {where}", "eq. {where}"),
    "literature.page": ("s. {where}", "p. {where}"),
    "literature.method": ("metod {where}", "method {where}"),
    "literature.algorithm": ("algoritm {where}", "algorithm {where}"),
    "report.method.shared": ("Gemensamt för flera tal", "Shared by several numbers"),
    "report.method.each": ("De enskilda talen", "The single numbers"),
    "report.method.see": ("Se {letters} ovan.", "See {letters} above."),
    "report.again.short": (
        "Av varje fingeravtryck visas de första {count} tecknen. Hela står i manifest.json, som är bifogad i rapportens pdf.",
        "Of each fingerprint the first {count} characters are shown. The whole stands in manifest.json, which is attached to the PDF of the report.",
    ),
}
