"""The report: an archival, accessible PDF with its numbers, plan and fingerprints attached."""

from fou_eval.report.writing import write_report as write_report
