"""What a study is, as declared in YAML: codebook, plan, instruments."""

from fou_eval.declaration.codebook import (
    Better,
    Cell,
    Codebook,
    Column,
    Domain,
    Indicator,
    Kind,
    Partition,
    Rule,
    Table,
    Wave,
)
from fou_eval.declaration.instruments import Instrument
from fou_eval.declaration.partitions import transition
from fou_eval.declaration.plan import Contrast, Disclosure, Plan, Profile
from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.declaration.text import Language, Text

__all__ = [
    "Better",
    "Cell",
    "Codebook",
    "Column",
    "Contrast",
    "Declaration",
    "Disclosure",
    "Domain",
    "Indicator",
    "Instrument",
    "Kind",
    "Language",
    "Partition",
    "Plan",
    "Profile",
    "Rule",
    "Table",
    "Text",
    "Wave",
    "read_declaration",
    "transition",
]
