"""Indicators counted from records: of each family, what lies in the window that ends at a wave."""

from fou_eval.windows.counted import measured_frames as measured_frames
from fou_eval.windows.days import Days as Days
from fou_eval.windows.days import day_after as day_after
from fou_eval.windows.days import first_day as first_day
from fou_eval.windows.days import months_after as months_after
from fou_eval.windows.rows import families_of as families_of
from fou_eval.windows.rows import matching as matching
from fou_eval.windows.spells import Spells as Spells
from fou_eval.windows.spells import spells_of as spells_of
from fou_eval.windows.window import Uncovered as Uncovered
from fou_eval.windows.window import Window as Window
from fou_eval.windows.window import entries as entries
from fou_eval.windows.window import length_of as length_of
from fou_eval.windows.window import uncovered as uncovered
from fou_eval.windows.window import window_at as window_at
