"""What Python and the system would write on their own while a command runs, and what may hold values of families."""

import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

if sys.platform != "win32":
    import resource

STOPPED = 130
"""Exit status of a command that was stopped: 128 and the number of the signal of Ctrl-C."""
ENDED = frozenset({129, STOPPED, 143})
"""Exit statuses of a command that was stopped, or told to end by the system, and has cleaned up."""
_ENDING = ("SIGTERM", "SIGHUP")


@contextmanager
def quiet(told: Callable[[BaseException], None]) -> Iterator[None]:
    """Let nothing out but what the command says.

    Warnings of libraries quote values and are not shown. An exception in a thread or while an object is removed is
    told as ours are. The system keeps no image of the memory of a program that breaks down, since the data are in it.
    Being told to end runs what cleans up, which the system would skip.

    Parameters
    ----------
    told
        Says that there was an exception, without its message.
    """
    hooks = threading.excepthook, sys.unraisablehook
    threading.excepthook = lambda about: told(about.exc_value) if about.exc_value else None
    sys.unraisablehook = lambda about: told(about.exc_value) if about.exc_value else None
    if sys.platform != "win32":
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    if threading.current_thread() is threading.main_thread():
        for name in _ENDING:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _end)
    try:
        with warnings.catch_warnings():
            if not sys.warnoptions:
                warnings.simplefilter("ignore")
            yield
    finally:
        threading.excepthook, sys.unraisablehook = hooks


def fault_of_ours(error: BaseException) -> str:
    """Tell of an exception that is a fault of ours: its kind and its place in our code, without its message."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "fou_eval" in frame.filename]
    place = f"{Path(ours[-1].filename).name}, line {ours[-1].lineno}" if ours else "unknown place"
    return (
        f"fou-eval: a fault in fou_eval itself ({type(error).__name__} in {place}). No value is shown. "
        "Please report these words; with FOU_EVAL_TRACEBACK=1 the whole traceback is shown, which may hold data."
    )


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature is the system's
    sys.exit(128 + number)
