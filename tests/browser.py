"""What a person sees and hears of a page in Chromium: contrast, widths, heads of tables, names of pictures."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from nbformat.v4 import new_notebook

CHROMIUM = shutil.which("chromium")
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # Nothing is fetched: a page that needs the net would show it here.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
LOOK = Path(__file__).with_name("browser.js")
ANSWER = re.compile(r'<pre id="answer">(.*?)</pre>', re.DOTALL)


def lab_page(cells: list[NotebookNode], theme: str) -> str:
    """Give a notebook as JupyterLab shows it: its own style sheets, in a theme, without scripts."""
    page, _ = HTMLExporter(theme=theme).from_notebook_node(new_notebook(cells=cells))
    return re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


def bare_page(outputs: Iterable[str], text: str, ground: str) -> str:
    """Give a page with these outputs and two colours, as other editors show them."""
    shown = "".join(f'<div class="jp-RenderedHTML">{html}</div>' for html in outputs)
    style = f"body {{ margin: 8px; background: {ground}; color: {text}; font: 13px sans-serif }}"
    return f'<!doctype html><html><meta charset="utf-8"><style>{style}</style><body>{shown}'


def looked_at(pages: Mapping[str, tuple[str, int]], folder: Path) -> dict[str, Any]:
    """Open pages of given widths side by side, in one start of the browser; skipped where there is none.

    Gives for each page what `browser.js` finds in it: `texts` (with their contrast), `wide`, `tables`, `pictures`.
    """
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (on Debian: apt-get install chromium)")
    frames = "".join(
        f'<iframe id="{name}" width="{width}" height="4000" style="border: 0" srcdoc="{escape(page)}"></iframe>'
        for name, (page, width) in pages.items()
    )
    look = LOOK.read_text("utf-8")
    host = folder / "host.html"
    host.write_text(f'<!doctype html><meta charset="utf-8"><body>{frames}<script>{look}</script>', "utf-8")
    run = subprocess.run(
        [CHROMIUM, *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom", host.as_uri()],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    answer = ANSWER.search(run.stdout)
    assert answer is not None, run.stderr[-2000:]
    found: dict[str, Any] = json.loads(unescape(answer[1]))
    return found
