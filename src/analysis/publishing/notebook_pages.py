"""Pages of the site made from notebooks: folded code, charts with their values, gallery, home."""

import html
import io
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pandas as pd
from mdit_py_plugins.anchors.index import slugify
from nbformat import NotebookNode
from PIL import Image

from analysis.publishing.errors import PublishingError
from analysis.publishing.files import write
from analysis.publishing.notebooks import images, to_text

SHOWN_ROWS = 100  # of a chart's values on its page; the file holds all
THUMBNAIL, FULL = 520, 1280  # widths in pixels, in the gallery and on the home page


@dataclass(frozen=True)
class Shown:
    """A chart as a notebook shows it.

    Attributes
    ----------
    notebook : str
        Name of the notebook.
    number : int
        Place among the notebook's charts, counted from 1.
    cell : int
        Place of its cell, counted from 0.
    section : str
        Heading that it stands under.
    alt : str
        What it shows.
    png : bytes
        The image.
    csv : str
        The values plotted.
    """

    notebook: str
    number: int
    cell: int
    section: str
    alt: str
    png: bytes
    csv: str

    @property
    def name(self) -> str:
        """Name of the files that hold it."""
        return f"{self.notebook}-{self.number:02d}"


def charts(stem: str, notebook: NotebookNode) -> Iterator[Shown]:
    """List a notebook's charts in order.

    Parameters
    ----------
    stem : str
        Name of the notebook.
    notebook : NotebookNode
        Executed.

    Yields
    ------
    Shown
        One a chart.
    """
    section, number = "", 0
    for place, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            headings = [line for line in cell.source.splitlines() if line.startswith("## ")]
            section = headings[-1].removeprefix("## ") if headings else section
            continue
        for output in cell.outputs:
            data = output.get("data", {})
            if "image/png" in data:
                number += 1
                alt = output.metadata["image/png"]["alt"]
                png, csv = b64decode(data["image/png"]), data["text/csv"]
                yield Shown(stem, number, place, section, alt, png, csv)


def lay_out(pages: dict[str, NotebookNode], source: Path) -> None:
    """Write the notebooks, their index, the gallery and what the home page takes in.

    Parameters
    ----------
    pages : dict of str to NotebookNode
        Executed notebooks by name.
    source : Path
        Folder to fill.
    """
    shown = {stem: list(charts(stem, notebook)) for stem, notebook in pages.items()}
    for stem, notebook in pages.items():
        write(source / "notebooks" / f"{stem}.ipynb", to_text(dressed(stem, notebook)))
        for chart in shown[stem]:
            write(source / "_static" / "values" / f"{chart.name}.csv", chart.csv)
            _picture(chart, source / "gallery", THUMBNAIL)
        for chart in shown[stem][:1]:
            _picture(chart, source / "generated", FULL)
    write(source / "notebooks" / "index.md", _index(pages))
    write(source / "generated" / "notebooks.md", _home(pages, shown))
    write(source / "gallery" / "index.md", _gallery(pages, shown))


def dressed(stem: str, notebook: NotebookNode) -> NotebookNode:
    """Give a notebook what its page needs: code folded, charts with text and values.

    Parameters
    ----------
    stem : str
        Name of the notebook.
    notebook : NotebookNode
        In canonical form.

    Returns
    -------
    NotebookNode
        A copy for myst-nb.
    """
    behind = {chart.cell: chart for chart in charts(stem, notebook)}
    copy = NotebookNode(notebook, cells=[])
    for place, cell in enumerate(notebook.cells):
        new = NotebookNode(cell)
        if cell.cell_type == "code":
            alts = [alt for alt, _ in images(cell)]
            options = {"mystnb": {"image": {"alt": alts[0]}}} if alts else {}
            new.metadata = NotebookNode({"tags": ["hide-input"], **options})
            new.outputs = [_without_csv(output) for output in cell.outputs]
        copy.cells.append(new)
        if place in behind:
            chart = behind[place]
            copy.cells.append(nbformat.v4.new_markdown_cell(_values(chart), id=chart.name))
    return copy


def _without_csv(output: NotebookNode) -> NotebookNode:
    """Leave out the values of a chart, which the page shows in a table of their own."""
    data = {kind: value for kind, value in output.get("data", {}).items() if kind != "text/csv"}
    return NotebookNode(output, data=data) if "data" in output else output


def _values(chart: Shown) -> str:
    """Write a chart's values as a folded table with its file, in one block of HTML."""
    frame = pd.read_csv(io.StringIO(chart.csv), dtype="str", keep_default_na=False)
    numbers = frame.apply(pd.to_numeric, errors="coerce")
    short = frame.where(~frame.apply(lambda column: column.str.contains(".", regex=False)), None)
    rows = short.fillna(numbers.map("{:.5g}".format)).where(numbers.notna(), frame)
    table = rows.head(SHOWN_ROWS).to_html(index=False, border=0).replace("\n", "")
    count = f"{len(frame)} rows" if len(frame) > 1 else "1 row"
    more = f", the first {SHOWN_ROWS} shown" if len(frame) > SHOWN_ROWS else ""
    name = html.escape(chart.section, quote=True)
    return (
        f'<details class="values"><summary>Values behind the chart ({count}{more})</summary>'
        f'<p><a href="../_static/values/{chart.name}.csv" download>{chart.name}.csv</a></p>'
        f'<div class="scroll" role="region" tabindex="0" aria-label="Values: {name}, '
        f'chart {chart.number}">{table}</div></details>'
    )


def _picture(chart: Shown, folder: Path, width: int) -> None:
    image = Image.open(io.BytesIO(chart.png)).convert("RGB")
    folder.mkdir(parents=True, exist_ok=True)
    image.thumbnail((width, width * 2))
    image.save(folder / f"{chart.name}.png", optimize=True)


def title(notebook: NotebookNode) -> str:
    """Give a notebook's title: the question in its first line.

    Parameters
    ----------
    notebook : NotebookNode
        Any notebook.

    Returns
    -------
    str
        The title.
    """
    return notebook.cells[0].source.splitlines()[0].removeprefix("# ")


def findings(notebook: NotebookNode) -> str:
    """Give a notebook's key findings.

    Parameters
    ----------
    notebook : NotebookNode
        Executed.

    Returns
    -------
    str
        The first bulleted list that the notebook computes, as Markdown.
    """
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            text = output.get("data", {}).get("text/markdown", "")
            if text.startswith("- "):
                return text
    raise PublishingError(f"{title(notebook)}: no key findings")


def _index(pages: dict[str, NotebookNode]) -> str:
    listed = "\n".join(f"- [{title(notebook)}]({stem}.ipynb)" for stem, notebook in pages.items())
    entries = "\n".join(pages)
    return f"# Notebooks\n\n{listed}\n\n```{{toctree}}\n:hidden:\n\n{entries}\n```\n"


def _home(pages: dict[str, NotebookNode], shown: dict[str, list[Shown]]) -> str:
    """Write what the home page shows of each notebook: question, first chart, findings."""
    parts = []
    for stem, notebook in pages.items():
        picture = f"{_linked(shown[stem][0], '')}\n\n" if shown[stem] else ""
        parts.append(
            f"### [{title(notebook)}](notebooks/{stem}.ipynb)\n\n{picture}{findings(notebook)}\n"
        )
    return "\n".join(parts)


def _linked(chart: Shown, up: str) -> str:
    """Show a chart small, as a link to its section."""
    target = f"{up}notebooks/{chart.notebook}.ipynb#{slugify(chart.section)}"
    folder = "" if up else "generated/"
    alt = chart.alt.replace("[", "(").replace("]", ")")
    return f"[![{alt}]({folder}{chart.name}.png)]({target})"


def _gallery(pages: dict[str, NotebookNode], shown: dict[str, list[Shown]]) -> str:
    parts = [
        "# Gallery\n\nEvery chart of the collection. A picture leads to its section, where the "
        "code that draws it and the values behind it fold out.\n"
    ]
    for stem, notebook in pages.items():
        cards = "\n".join(
            f":::{{container}} card\n{_linked(chart, '../')}\n\n{chart.section}\n:::\n"
            for chart in shown[stem]
        )
        heading = f"## [{title(notebook)}](../notebooks/{stem}.ipynb)"
        parts.append(f"{heading}\n\n::::{{container}} cards\n{cards}::::\n")
    return "\n".join(parts)
