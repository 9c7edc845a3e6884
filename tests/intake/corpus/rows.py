"""Right data of the three tables of the study, to put faults into: invented families, always the same.

Of follow_up(9), row 2 is the first: family 1 has P001 (parent, rows 2-4), P002 and P003 (children, 5-10); family 2
P004, P005, P006 (11-19); family 3 two parents P007, P008 (20-25) and two children P009, P010 (26-31); families 4-6
(32-61) and 7-9 (62-91) likewise. A person's three rows are the three waves.
"""

import datetime as dt
import random
import re

Grid = list[list[object]]

HEADER = [
    "familj_id", "person_id", "roll", "matvag", "matdatum", "maende", "franvaro_pct", "insats_start",
    "insats_slut", "steg", "kommentar",
]  # fmt: skip
WAVE_DAYS = (0, 182, 366)
REMARKS = ("Lugnare morgnar nu", "Sover bättre", "Vill fortsätta", "Har fått ny kontakt i skolan")


def members(families: int) -> list[tuple[str, str, str]]:
    """Family, person and role: two children each, every third family with two parents."""
    persons = []
    for family in range(1, families + 1):
        roles = ["foralder", "foralder", "barn", "barn"] if family % 3 == 0 else ["foralder", "barn", "barn"]
        persons += [(f"F{family:02}", role) for role in roles]
    return [(family, f"P{number:03}", role) for number, (family, role) in enumerate(persons, start=1)]


def follow_up(families: int = 9, waves: int = 3) -> Grid:
    """Header and one row per person and wave; dates as dates, numbers as numbers, None where empty."""
    draw = random.Random(20240115)  # noqa: S311
    grid: Grid = [list(HEADER)]
    for place, (family, person, role) in enumerate(members(families)):
        mood, absence, step = draw.randint(3, 8), draw.uniform(3, 45), draw.randint(0, 6)
        start = dt.date(2024, 1, 8) + dt.timedelta(int(family[1:]))
        for wave in range(waves):
            day = dt.date(2024, 1, 29) + dt.timedelta(place % 25 + WAVE_DAYS[wave])
            child = role == "barn"
            grid.append([
                family, person, role, f"t{wave}", day, min(10, max(1, mood + draw.randint(-2, 2))),
                round(max(1.1, absence + draw.uniform(-9, 6)), 1) if child else None, start,
                dt.date(2025, 6, 13) if wave == 2 and int(family[1:]) % 2 else None,
                None if child else min(7, max(0, step + draw.randint(-1, 1))),
                REMARKS[place % 4] if (place + wave) % 7 == 0 else None,
            ])  # fmt: skip
    return grid


def placements(children: int = 12) -> Grid:
    """One placement per child in twelve families, both grounds common."""
    grid: Grid = [["familj_id", "person_id", "placering", "fran", "till"]]
    for number in range(1, children + 1):
        start = dt.date(2023, 2, 1) + dt.timedelta(17 * number)
        end = start + dt.timedelta(90 + number) if number % 3 else None
        grid.append([f"F{number:02}", f"P{number + 40:03}", ("LVU", "SoL")[number % 2], start, end])
    return grid


def background(persons: int = 30) -> Grid:
    """One row per person, every answer common."""
    grid: Grid = [["person_id", "adhd", "lvu", "soc"]]
    for number in range(1, persons + 1):
        answers = [("ja", "nej")[(number // step) % 2] for step in (1, 2, 3)]
        grid.append([f"P{number:03}", *answers])
    return grid


def place(address: str) -> tuple[int, int]:
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", address).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def put(grid: Grid, values: dict[str, object]) -> Grid:
    """The grid with other values at these Excel addresses; it grows where needed."""
    for address, value in values.items():
        row, column = place(address)
        grid.extend([] for _ in range(row + 1 - len(grid)))
        grid[row].extend([None] * (column + 1 - len(grid[row])))
        grid[row][column] = value
    return grid


def columns(grid: Grid, *names: str) -> Grid:
    """Only these columns, in this order."""
    places = [grid[0].index(name) for name in names]
    return [[row[place] for place in places] for row in grid]


def number_with_check(digits: str) -> str:
    """An identity number of ten digits from its first nine: the last is the check digit."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return f"{digits}{-sum(one // 10 + one % 10 for one in doubled) % 10}"
