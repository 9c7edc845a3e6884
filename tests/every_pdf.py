"""`make test-pdf`: every kind of PDF that the program writes, validated with veraPDF.

Reports in both languages with a front of the study's own, internal, interim and preliminary ones; codebooks; and what a
bundle holds. It takes some minutes, so that `make test` validates small ones only.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import verapdf

import fou_eval as fou

STUDY = fou.bundled_study("familjelotsen")


def main() -> int:
    """Write them, validate them, and say what came out; 1 if veraPDF objects to any."""
    if verapdf.missing():
        say(f"Skipped: {verapdf.missing()}.")
        return 0
    verapdf.fetch()
    with TemporaryDirectory() as folder:
        every = list(written(Path(folder)))
        there = {name: path for name, path in every if path.is_file()}
        found = verapdf.validated(there.values())
    objections = {name: found[str(path)] if name in there else ["it was not written"] for name, path in every}
    for name, told in objections.items():
        say(f"{'FAIL' if told else 'PASS'}  {name}", *(f"      {line}" for line in told))
    return int(any(objections.values()))


def written(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every kind of PDF, with what it is."""
    preliminary = copytree(STUDY, folder / "preliminary" / "study")
    declared = (preliminary / "study.yaml").read_text("utf-8")
    (preliminary / "study.yaml").write_text(declared.replace("status: final", "status: preliminary"), "utf-8")
    for name, study, options in (
        ("report, Swedish", STUDY, ("--lang", "sv")),
        ("report, English", STUDY, ("--lang", "en")),
        ("internal report", STUDY, ("--lang", "sv", "--profile", "internal")),
        ("interim report", STUDY, ("--lang", "en", "--until", "2016-11-30")),
        ("preliminary report", preliminary, ("--lang", "sv")),
    ):
        place = folder / name.replace(",", "").replace(" ", "_")
        call("report", "--study", study, "--out", place, *options)
        yield name, place / "report.pdf"
    for language in ("sv", "en"):
        place = folder / f"codebook_{language}"
        call("codebook", "--study", STUDY, "--out", place, "--lang", language)
        yield f"codebook, {language}", next(place.glob("*.pdf"), place / "codebook.pdf")
    packed = folder / "bundle.zip"
    call("bundle", folder / "report_Swedish", "--out", packed, "--synthetic")
    if not packed.exists():
        yield "bundle", packed / "report.pdf"
        return
    ZipFile(packed).extractall(folder / "bundle")
    for path in sorted((folder / "bundle").rglob("*.pdf")):
        yield f"in the bundle: {path.relative_to(folder / 'bundle').as_posix()}", path


def call(*words: object) -> None:
    """Run a command of the program."""
    run = subprocess.run(
        [sys.executable, "-m", "fou_eval", *map(str, words)], check=False, capture_output=True, text=True
    )
    if run.returncode:
        say(f"fou-eval {' '.join(map(str, words))}", run.stderr)


def say(*lines: str) -> None:
    """Write lines at once."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
