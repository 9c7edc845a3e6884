"""Interim editions: a study as it stood on a day, and which families had reached which wave by then."""

from fou_eval.editions.cut import Cut as Cut
from fou_eval.editions.cut import cut as cut
from fou_eval.editions.days import day_of as day_of
from fou_eval.editions.due import due as due
