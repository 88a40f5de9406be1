"""What the README takes from the notebooks: two charts, and the sentence on the claims."""

import re
from base64 import b64decode
from pathlib import Path

from analysis.publishing.errors import PublishingError
from analysis.publishing.notebook_pages import findings
from analysis.publishing.notebooks import NOTEBOOKS, images, read

ROOT = NOTEBOOKS.parent
PICTURES = {  # file, and the notebook and code that draw it
    "scoreboard.png": ("00_start_here", "charts.claims.scoreboard(whole)"),
    "example.png": ("01_market", "charts.market.gross_parts(parts)"),
}
SENTENCE = re.compile(r"(?<=<!-- scoreboard -->\n).*?(?=\n<!-- /scoreboard -->)", re.DOTALL)


def refresh(root: Path = ROOT) -> list[Path]:
    """Bring the README up to date with the notebooks as they are stored.

    Parameters
    ----------
    root : Path
        Folder with ``README.md``, ``docs/`` and ``notebooks/``.

    Returns
    -------
    list of Path
        The files that changed.

    Raises
    ------
    PublishingError
        If a notebook no longer draws a chart that the README shows.
    """
    page = root / "README.md"
    text = page.read_text(encoding="utf-8")
    new = {}
    for file, (stem, code) in PICTURES.items():
        alt, image = _shown(root / "notebooks" / f"{stem}.ipynb", code)
        new[root / "docs" / "_static" / file] = image
        text = re.sub(
            rf"!\[[^\]]*\]\(docs/_static/{file}\)", f"![{alt}](docs/_static/{file})", text
        )
    start = read(root / "notebooks" / f"{PICTURES['scoreboard.png'][0]}.ipynb")
    first = findings(start).splitlines()[0].removeprefix("- ")
    new[page] = SENTENCE.sub(lambda _: first, text).encode()
    changed = [
        path for path, content in new.items() if not path.exists() or path.read_bytes() != content
    ]
    for path in changed:
        path.write_bytes(new[path])
    return changed


def _shown(path: Path, code: str) -> tuple[str, bytes]:
    """Give alternative text and image of the cell that holds some code."""
    for cell in read(path).cells:
        if code in cell.source and (shown := images(cell)):
            alt, image = shown[0]
            return alt, b64decode(image)
    raise PublishingError(f"{path.name}: no cell draws {code!r}; name another in PICTURES")
