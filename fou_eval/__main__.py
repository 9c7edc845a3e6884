"""`python -m fou_eval` is `fou-eval`."""

from fou_eval.cli import main

if __name__ == "__main__":
    main()
