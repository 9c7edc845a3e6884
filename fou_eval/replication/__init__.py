"""An independent replication of the headline numbers in base R, for those who may see the data."""

from fou_eval.replication.folder import write_replication

__all__ = ["write_replication"]
