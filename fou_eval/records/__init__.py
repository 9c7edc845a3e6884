"""Numbers of what is recorded beside outcomes at waves: services, placements, goals, obstacles, work and money."""

from fou_eval.records.every import recorded as recorded
from fou_eval.records.facts import facts as facts
