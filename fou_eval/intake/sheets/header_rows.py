"""Headers that take more than one row: waves above columns, columns above waves, labels below names."""

from collections.abc import Iterable, Mapping

from fou_eval.intake.conversion.technical import technical
from fou_eval.intake.conversion.waves import WaveWords, squeeze
from fou_eval.intake.conversion.wide import Known
from fou_eval.intake.raw import RawCell, RawSheet

_IMPORT_ID = '{"importid"'  # the third row of an export of Qualtrics


def header_text(cell: RawCell) -> str:
    """Give a header cell as text."""
    return str(cell.value) if cell.value is not None else ""


def header_texts(sheet: RawSheet, row: int, known: Known, waves: WaveWords) -> dict[int, str]:
    """Give the headers of a row, together with what stands above them when that belongs to them.

    A wave above columns (or a column above waves) is written before the text of the row; an id whose header
    stands one row higher is taken from there. Other headings of groups do not count.
    """
    own = {number: header_text(cell) for number, cell in sheet.rows[row].items()}
    above = {number: header_text(cell) for number, cell in sheet.rows.get(row - 1, {}).items()}
    if not above:
        return own
    beside: dict[int, str] = {}
    if _are_waves(above.values(), waves):
        beside = _below_waves(_groups(sheet, row - 1, own), own, known, waves)
    elif _are_waves(own.values(), waves):
        beside = _below_columns(_groups(sheet, row - 1, own), own, known, waves)
    higher = {number: text for number, text in above.items() if number not in own and known.column(text)}
    return dict(sorted({**higher, **own, **beside}.items()))


def stands_with_waves(sheet: RawSheet, row: int, waves: WaveWords) -> bool:
    """Say whether a row or the one above it holds waves, so that headers are made of both."""
    rows = (sheet.rows[row], sheet.rows.get(row - 1, {}))
    return any(_are_waves(map(header_text, cells.values()), waves) for cells in rows)


def _are_waves(texts: Iterable[str], waves: WaveWords) -> bool:
    """Say whether a row holds two waves, one of them declared."""
    said = {squeeze(text): text for text in set(texts) if waves.heads(text)}
    return len(said) >= 2 and any(waves.code(text) is not None for text in said.values())


def last_header_row(sheet: RawSheet, row: int, headers: Mapping[int, str], known: Known) -> int:
    """Give the last row of headers: labels below names, and the further rows that survey tools write."""
    for below in (row + 1, row + 2):
        texts = [header_text(cell).strip().casefold() for cell in sheet.rows.get(below, {}).values()]
        if texts and all(text.startswith(_IMPORT_ID) for text in texts):
            return below
    second = {number: header_text(cell) for number, cell in sheet.rows.get(row + 1, {}).items()}
    if _says_the_same(headers, second, known) or _belongs_to_nobody(sheet, row, headers):
        return row + 1
    return row


def _groups(sheet: RawSheet, row: int, below: Mapping[int, str]) -> dict[int, str]:
    """Spread the headings of a row over the columns that they stand above; without merged cells, up to the next."""
    cells = sheet.rows[row]
    boxes = [box for box in sheet.merged if box.top <= row <= box.bottom]
    found = {number: header_text(cell) for number, cell in cells.items()}
    if boxes:
        for box in boxes:
            cell = sheet.cell(box.top, box.left)
            for number in range(box.left, min(box.right, box.left + 500) + 1) if cell else ():
                found[number] = header_text(cell) if cell else ""
        return found
    last: str | None = None
    for number in range(min(cells), max(below, default=0) + 1):
        last = found.get(number, last) if number in below else None
        if last is not None:
            found[number] = last
    return found


def _below_waves(
    groups: Mapping[int, str], own: Mapping[int, str], known: Known, waves: WaveWords
) -> dict[int, str]:
    """Join waves with the columns below them; two different waves are needed."""
    below = {
        number: groups[number]
        for number, text in own.items()
        if number in groups and waves.heads(groups[number]) and known.measured(text)
    }
    if len({squeeze(text) for text in below.values()}) < 2:
        return {}
    return {number: f"{group} {_bare(own[number], known)}" for number, group in below.items()}


def _below_columns(
    groups: Mapping[int, str], own: Mapping[int, str], known: Known, waves: WaveWords
) -> dict[int, str]:
    """Join columns with the waves below them; a heading must span two waves, or the row would be data."""
    below = {
        number: groups[number]
        for number, text in own.items()
        if number in groups and waves.heads(text) and known.measured(groups[number])
    }
    spans: dict[str, set[str]] = {}
    for number, group in below.items():
        spans.setdefault(group, set()).add(squeeze(own[number]))
    return {
        number: f"{_bare(group, known)} {own[number]}"
        for number, group in below.items()
        if len(spans[group]) >= 2
    }


def _bare(text: str, known: Known) -> str:
    """Give the declared name of a header, so that the number of a question is not mistaken for a wave."""
    return known.measured(text) or text


def _says_the_same(headers: Mapping[int, str], second: Mapping[int, str], known: Known) -> bool:
    """Say whether a row names the same columns as the row above it, in other words (labels below names)."""
    named = {number: name for number, text in second.items() if (name := known.column(text))}
    if len(named) < 2 or 2 * len(named) <= len(second):
        return False
    same = all(known.column(headers.get(number, "")) in {name, None} for number, name in named.items())
    return same and any(squeeze(headers.get(number, "")) != squeeze(second[number]) for number in named)


def _belongs_to_nobody(sheet: RawSheet, row: int, headers: Mapping[int, str]) -> bool:
    """Say whether a row lacks what a survey tool writes for every answer, while the row after it has it."""
    marks = {
        number
        for number, text in headers.items()
        if technical(text) in {"respondent", "time", "ip", "contact"}
    }
    second, third = sheet.rows.get(row + 1, {}), sheet.rows.get(row + 2, {})
    return len(marks) >= 2 and bool(second) and not marks & set(second) and bool(marks & set(third))
