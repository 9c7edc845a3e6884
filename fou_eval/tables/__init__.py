"""Tables of a release, for the screen and for the report; they lay out what was released and compute nothing."""

from fou_eval.tables.advocates import caseload as caseload
from fou_eval.tables.advocates import hours_by as hours_by
from fou_eval.tables.advocates import posts as posts
from fou_eval.tables.calibration import USUAL as USUAL
from fou_eval.tables.calibration import calibration as calibration
from fou_eval.tables.cells import UNITS as UNITS
from fou_eval.tables.cells import counted as counted
from fou_eval.tables.cells import domain_status as domain_status
from fou_eval.tables.cells import reason as reason
from fou_eval.tables.cells import statistic_name as statistic_name
from fou_eval.tables.change import details as details
from fou_eval.tables.change import domain as domain
from fou_eval.tables.change import overview as overview
from fou_eval.tables.disclosure import decisions as decisions
from fou_eval.tables.disclosure import rules as rules
from fou_eval.tables.disclosure import told_in_short as told_in_short
from fou_eval.tables.display import DisplayTable as DisplayTable
from fou_eval.tables.display import Heading as Heading
from fou_eval.tables.goals import goals_reached as goals_reached
from fou_eval.tables.participants import participants as participants
from fou_eval.tables.recorded import code_label as code_label
from fou_eval.tables.recorded import counted_by as counted_by
from fou_eval.tables.recorded import every_count as every_count
from fou_eval.tables.recorded import shown as shown
