"""Where numbers come from and what a report says of it: marks of data, program, record, the plan's history."""

from fou_eval.provenance.marks import DataMarks as DataMarks
from fou_eval.provenance.marks import How as How
from fou_eval.provenance.marks import Provenance as Provenance
from fou_eval.provenance.marks import TableMark as TableMark
from fou_eval.provenance.marks import mark_of as mark_of
