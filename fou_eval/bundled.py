"""The studies that come with the package."""

from pathlib import Path

from fou_eval.errors import DeclarationError, did_you_mean

# In an installed wheel the declarations lie inside the package, in a checkout beside it.
_PACKAGE = Path(__file__).parent
_HOMES = (_PACKAGE / "data_schemas", _PACKAGE.parent / "data_schemas")


def bundled_study(name: str) -> Path:
    """Find the folder of a study that comes with the package.

    Raises
    ------
    DeclarationError
        If there is no such study; names those that there are.

    Examples
    --------
    >>> bundled_study("familjelotsen").name
    'familjelotsen'
    """
    studies = {path.parent.name: path.parent for home in _HOMES for path in sorted(home.glob("*/study.yaml"))}
    if name not in studies:
        known = ", ".join(studies)
        raise DeclarationError(
            f"There is no bundled study '{name}', only: {known}.{did_you_mean(name, studies)}"
        )
    return studies[name]
