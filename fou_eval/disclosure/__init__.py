"""What may leave: rules, the gate and the release that it makes."""

from fou_eval.disclosure.gate import release
from fou_eval.disclosure.release import Decision, Release, Released

__all__ = ["Decision", "Release", "Released", "release"]
