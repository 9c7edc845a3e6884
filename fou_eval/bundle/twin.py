"""A synthetic twin: made-up data of the same form, and the report on them, so that everything can be run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from fou_eval.bundle.finished import Finished
from fou_eval.change import measure_change
from fou_eval.declaration import Declaration, Language
from fou_eval.disclosure import release
from fou_eval.errors import DataError, ReportError
from fou_eval.language import phrase
from fou_eval.report.filling import fill
from fou_eval.simulation.example import FAMILIES
from fou_eval.simulation.synthetic import Synthetic, simulate_study
from fou_eval.simulation.workbook import write_workbook
from fou_eval.study import Study, study_of

DATA = "data.xlsx"
_COMMAND = "fou-eval bundle --synthetic"
_LARGEST = 500  # families; a report of more does not need as many to be tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A synthetic twin of a study.

    Attributes
    ----------
    files
        Its files, by their names in `twin/`, without its description.
    size
        Number of families.
    families, persons
        The numbers of participants that were taken from the report; none where it does not show them.
    """

    files: dict[str, bytes] = field(repr=False)
    size: int
    families: int | None
    persons: int | None


def make_twin(source: Finished, language: Language, progress: Callable[[str], None]) -> Twin:
    """Make a twin from what a published report says, and from nothing else; the same report gives the same bytes.

    The declarations give its form, the seed of the plan its values, and the numbers of participants that passed the
    disclosure gate its size. Its report is for publication, and says on every page that its data are made up.

    Parameters
    ----------
    source
        The report.
    language
        Language of the twin's report.
    progress
        Called with a few words before each step.

    Raises
    ------
    ReportError
        If made-up data do not keep the rules that the study declares.
    """
    families, persons = source.shown("families_enrolled"), source.shown("persons_enrolled")
    if families is None or not 1 <= families <= _LARGEST:
        families, persons = None, None
    size = FAMILIES if families is None else families
    progress(phrase("bundle.progress.twin", language, {"families": size}))
    with TemporaryDirectory() as folder:
        place = Path(folder)
        synthetic, persons = _simulated(source.declaration, size, persons)
        write_workbook(synthetic, source.declaration.codebook, place / DATA, command=_COMMAND)
        study = _opened(source.declaration, place / DATA, language)
        (place / "report").mkdir()
        fill(place / "report", release(measure_change(study), profile="publication"), language, progress)
        made = {
            path.relative_to(place).as_posix(): path.read_bytes()
            for path in place.rglob("*")
            if path.is_file()
        }
    return Twin(files=made, size=size, families=families, persons=persons)


def _simulated(declaration: Declaration, families: int, persons: int | None) -> tuple[Synthetic, int | None]:
    """Simulate as many persons as wanted, or as chance gives where families of two to six cannot hold them.

    The stream is one of its own, so that the twin of an example that was made with the seed of its plan is another one.
    """
    seed = int(declaration.plan.rng("bundle", "twin").integers(2**32))
    try:
        return simulate_study(declaration, families=families, persons=persons, seed=seed), persons
    except ValueError:
        return simulate_study(declaration, families=families, seed=seed), None


def _opened(declaration: Declaration, path: Path, language: Language) -> Study:
    try:
        return study_of(declaration, path)
    except DataError:
        raise ReportError(phrase("bundle.no_twin", language)) from None
