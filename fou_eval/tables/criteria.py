"""Who the families were: how many met each criterion of the target group."""

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.formatting import number, percent
from fou_eval.language import phrase
from fou_eval.tables.cells import warning_notes
from fou_eval.tables.display import DisplayTable, Heading
from fou_eval.tables.recorded import shown

CRITERIA = ("crit_economy", "crit_work", "crit_network", "crit_stress_health")


def criteria(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out how many families met each criterion of the target group at entry, and how many did not.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.

    Returns
    -------
    DisplayTable or None
        None where the study records no criteria.
    """
    language = release.language(language)
    table = release.codebook.recording("families")
    named = [name for name in CRITERIA if table is not None and name in table.columns]
    if table is None or not named:
        return None
    heads = ("participants.criteria.met", "participants.criteria.not_met", "recorded.share")
    return DisplayTable(
        title=phrase("participants.criteria.table", language),
        columns=(
            Heading(phrase("participants.criteria.head", language), "left", 3),
            *(Heading(phrase(key, language)) for key in heads),
        ),
        rows=tuple((table.columns[name].label[language], *_cells(release, name, language)) for name in named),
        notes=(*warning_notes(release, language), phrase("participants.criteria.note", language)),
        language=language,
    )


def _cells(release: Release, name: str, language: Language) -> tuple[str, str, str]:
    groups = {
        row.estimate.category.split(":")[2]: row.estimate.value
        for row in release.of_table("records_where", "families", name)
        if shown(row)
    }
    if not {"yes", "no"} <= groups.keys():
        return (phrase("recorded.hidden", language),) * 3
    met, whole = groups["yes"], sum(groups.values())
    return number(met, language, 0), number(groups["no"], language, 0), percent(met / whole, language)
