"""Numbers of what is recorded beside outcomes at waves: services, placements, goals, obstacles, work and money."""

from fou_eval.records.behind import rows_behind as rows_behind
from fou_eval.records.every import recorded as recorded
from fou_eval.records.facts import facts as facts
