"""Make the example workbook of a study again: ``python -m fou_eval.simulation data_schemas/familjelotsen``."""

import sys
from pathlib import Path

from fou_eval.errors import FouError
from fou_eval.simulation.example import make_example


def main() -> int:
    """Make the example of the study whose folder stands on the command line; give the exit status."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m fou_eval.simulation FOLDER_OF_A_STUDY\n")
        return 2
    try:
        path = make_example(Path(sys.argv[1]))
    except FouError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
