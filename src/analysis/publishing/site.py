"""Render the site: home, notebooks, gallery, data pages, and a reference of the package.

Sphinx with myst-nb draws the pages; the modules beside this one lay their sources out.
"""

import shutil
from pathlib import Path

from nbformat import NotebookNode

from analysis.charts.style import FONTS
from analysis.publishing import data_pages, notebook_pages, reference_pages
from analysis.publishing.errors import PublishingError
from analysis.publishing.files import write

ROOT = Path(__file__).resolve().parents[3]
BUILD = ROOT / "build" / "site"


def build(read: dict[Path, NotebookNode], output: Path | None = None) -> Path:
    """Render the site.

    Parameters
    ----------
    read : dict of Path to NotebookNode
        Executed notebooks in canonical form.
    output : Path, optional
        Folder for the pages; ``build/site`` without it. It is made anew.

    Returns
    -------
    Path
        The home page.

    Raises
    ------
    PublishingError
        If Sphinx warns of anything; its messages are printed.
    """
    from sphinx.cmd.build import build_main

    output = (output or BUILD).resolve()
    source = output.with_name(f"{output.name}-source")
    for folder in (output, source):
        shutil.rmtree(folder, ignore_errors=True)
    lay_out(read, source)
    status = build_main(["-q", "-W", "--keep-going", "-b", "html", str(source), str(output)])
    if status:
        raise PublishingError("the site has warnings, listed above")
    return output / "index.html"


def lay_out(read: dict[Path, NotebookNode], source: Path) -> None:
    """Write everything that Sphinx reads.

    Parameters
    ----------
    read : dict of Path to NotebookNode
        Executed notebooks in canonical form; names with a leading underscore
        are left out.
    source : Path
        Folder to fill.
    """
    shutil.copytree(ROOT / "docs", source)
    shutil.copytree(FONTS, source / "_static" / "fonts")
    how = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    write(source / "extend.md", how.replace("(data/README.md)", "(data/index.md)"))
    pages = {path.stem: nb for path, nb in read.items() if not path.stem.startswith("_")}
    notebook_pages.lay_out(pages, source)
    data_pages.lay_out(source / "data")
    reference_pages.lay_out(source / "reference")
