"""Typst at work beside Python: it draws the PNGs while other figures are made, and the PDF while Word and Excel are."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from fou_eval.documents.raster import TOGETHER, rasters

R = TypeVar("R")


class Aside:
    """One thread for every run of Typst, which lets Python go on meanwhile; work is done in the order of its coming.

    It is one, since runs share what Typst keeps: to forget it in the midst of another run would have that one do its
    work again. As a context it ends when all is done, or, after an error, with the run at hand.

    Parameters
    ----------
    folder
        Where the drawings are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._waiting: list[str] = []
        self._drawn: list[Future[dict[str, bytes]]] = []

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End; after an error, what has not begun is left."""
        self._thread.shutdown(cancel_futures=error is not None)

    def draw(self, file: Path) -> None:
        """Take a drawing of the folder, to be made into a PNG."""
        self._waiting.append(file.relative_to(self._folder).as_posix())
        if len(self._waiting) == TOGETHER:
            self._begin()

    def drawn(self) -> Mapping[str, bytes]:
        """Wait for all PNGs, and give them by the names of their drawings.

        Raises
        ------
        ReportError
            If one cannot be drawn.
        """
        self._begin()
        return {name: png for made in self._drawn for name, png in made.result().items()}

    def run(self, work: Callable[[], R]) -> Future[R]:
        """Take other work for Typst, to be done after what was taken before."""
        self._begin()
        return self._thread.submit(work)

    def _begin(self) -> None:
        if self._waiting:
            self._drawn.append(self._thread.submit(rasters, self._folder, tuple(self._waiting)))
            self._waiting.clear()
