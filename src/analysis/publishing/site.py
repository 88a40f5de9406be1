"""Render the site: notebooks with folded code, data pages from the data package, home page.

Sphinx with myst-nb draws the pages; this module lays its sources out. Notebooks
are given what myst-nb does not do by itself: code folded, and the charts'
alternative text taken from the output's metadata.
"""

import shutil
from base64 import b64decode
from pathlib import Path

import pandas as pd
from nbformat import NotebookNode

from analysis import datasets
from analysis.charts.style import FONTS
from analysis.prose import fill, source_list
from analysis.publishing.errors import PublishingError
from analysis.publishing.notebooks import images, to_text
from analysis.sampling import error_rates

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
    pages = {path.stem: nb for path, nb in read.items() if not path.stem.startswith("_")}
    for stem, notebook in pages.items():
        _write(source / "notebooks" / f"{stem}.ipynb", to_text(dressed(notebook)))
    _write(source / "generated" / "notebooks.md", _gallery(pages, source))
    _write(source / "notebooks" / "index.md", _notebook_index(pages))
    _data_pages(source / "data")


def dressed(notebook: NotebookNode) -> NotebookNode:
    """Give a notebook what its page needs: code folded, charts with alternative text.

    Parameters
    ----------
    notebook : NotebookNode
        In canonical form.

    Returns
    -------
    NotebookNode
        A copy for myst-nb.
    """
    copy = NotebookNode(notebook, cells=[])
    for cell in notebook.cells:
        new = NotebookNode(cell)
        if cell.cell_type == "code":
            alts = [alt for alt, _ in images(cell)]
            options = {"mystnb": {"image": {"alt": alts[0]}}} if alts else {}
            new.metadata = NotebookNode({"tags": ["hide-input"], **options})
        copy.cells.append(new)
    return copy


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _title(notebook: NotebookNode) -> str:
    return notebook.cells[0].source.splitlines()[0].removeprefix("# ")


def _notebook_index(pages: dict[str, NotebookNode]) -> str:
    listed = "\n".join(f"- [{_title(notebook)}]({stem}.ipynb)" for stem, notebook in pages.items())
    entries = "\n".join(pages)
    return f"# Notebooks\n\n{listed}\n\n```{{toctree}}\n:hidden:\n\n{entries}\n```\n"


def _gallery(pages: dict[str, NotebookNode], source: Path) -> str:
    """Write what the home page shows of each notebook: question, findings, first chart."""
    parts = []
    for stem, notebook in pages.items():
        alt, image = next(pair for cell in notebook.cells for pair in images(cell))
        picture = source / "generated" / f"{stem}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(b64decode(image))
        parts.append(
            f"## [{_title(notebook)}](notebooks/{stem}.ipynb)\n\n"
            f"{findings(notebook)}\n\n"
            f"```{{image}} generated/{stem}.png\n:alt: {alt}\n:width: 640px\n"
            f":target: notebooks/{stem}.html\n```\n"
        )
    return "\n".join(parts)


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
    raise PublishingError(f"{_title(notebook)}: no key findings")


def _data_pages(folder: Path) -> None:
    """Write a page for each table, and their index."""
    package = datasets.descriptor()
    dictionary = datasets.describe()
    known = datasets.load("sources")
    files = folder / "files"
    files.mkdir(parents=True)
    shutil.copy(datasets.DATA / "datapackage.json", files)
    overview = []
    for resource in package["resources"]:
        name = resource["name"]
        shutil.copy(datasets.DATA / resource["path"], files)
        columns = dictionary[dictionary["table"] == name]
        frame = datasets.load(name)
        cited = known if name == "sources" else datasets.sources(frame)
        _write(folder / f"{name}.md", _data_page(resource, columns, cited))
        overview.append(
            {
                "Table": f"[{name}]({name}.md)",
                "What it holds": resource["title"],
                "Rows": len(frame),
                "Columns": len(columns),
                "Cells filled": f"{columns['filled'].mean():.0%}",
                "Sources": len(cited),
            }
        )
    names = "\n".join(resource["name"] for resource in package["resources"])
    _write(folder / "coverage.md", _coverage_page(package))
    _write(
        folder / "index.md",
        "# Data\n\nThe tables behind the notebooks, one CSV file each. Every row names its "
        "sources.\n{download}`datapackage.json <files/datapackage.json>` describes them all in "
        "machine-readable form (Data Package standard).\n\n"
        f"{_markdown(pd.DataFrame(overview))}\n\n"
        "What is filled, table by table and period by period: [coverage](coverage.md).\n\n"
        f"```{{toctree}}\n:hidden:\n\ncoverage\n{names}\n```\n",
    )


def _coverage_page(package: dict) -> str:
    """Write what all tables hold: rows, and filled cells by period."""
    rows = []
    for resource in package["resources"]:
        cells = datasets.coverage(resource["name"])
        periods = cells.groupby("period", sort=False).agg(
            rows=("rows", "first"), filled=("filled", "mean")
        )
        rows.append(
            {
                "Table": f"[{resource['name']}]({resource['name']}.md)",
                "Rows": int(periods["rows"].sum()),
                **{
                    period: f"{row.filled:.0%} of {row.rows}"
                    for period, row in zip(periods.index, periods.itertuples(), strict=True)
                },
            }
        )
    frame = pd.DataFrame(rows)
    late = {"before 1995": "0"}
    order = sorted(set(frame.columns) - {"Table", "Rows"}, key=lambda name: late.get(name, name))
    return (
        "# Coverage\n\nFilled cells of each table by period: the share of cells that hold a value, "
        "and the number of rows. The pages of the tables give it column by column.\n\n"
        f"{_spot_checks()}\n\n## By table\n\n"
        f"{_markdown(frame[['Table', 'Rows', *order]].fillna(''))}\n"
    )


def _spot_checks() -> str:
    """Write what came of the samples of cells that were looked up again."""
    rates = error_rates(datasets.load("verification"))
    lines = [
        fill(
            "- Sample {sample}: {cells} cells, {agrees} agree with a second reading, {differs} "
            "differ, {not_found} were not found; {independent} were read on a page that the row "
            "does not cite. {errors} of {checked} checked cells were wrong: {rate:.1%} (95% "
            "interval {low:.1%} to {high:.1%}).",
            **row,
        )
        for row in rates.to_dict("records")
    ]
    return (
        "## Spot checks\n\nCells drawn at random were looked up again. Sample 1 led to repairs; "
        "sample 2 was drawn after them, with another seed. All cells are in "
        "[verification](verification.md).\n\n" + "\n".join(lines)
    )


def _data_page(resource: dict, columns: pd.DataFrame, cited: pd.DataFrame) -> str:
    key = ", ".join(f"`{name}`" for name in resource["schema"]["primaryKey"])
    rows = int(columns["rows"].iloc[0])
    shown = pd.DataFrame(
        {
            "Column": [
                f"`{row.column}`<br>" + ", ".join(filter(None, [row.type, row.unit]))
                for row in columns.itertuples()
            ],
            "Meaning": [
                f"{row.description}."
                + (f" Values: {row.allowed}." if row.allowed else "")
                + (f" *Empty: {row.empty}.*" if row.empty else "")
                for row in columns.itertuples()
            ],
            "Missing": [
                f"{row.missing} ({1 - row.filled:.0%})" if row.missing else "0"
                for row in columns.itertuples()
            ],
        }
    )
    path = resource["path"]
    return (
        f"# {resource['title']}\n\n{resource['description']}\n\n"
        f"{{download}}`{path} <files/{path}>`: {rows} rows. Key: {key}.\n\n"
        f"## Columns\n\n{_markdown(shown)}\n\n"
        f"## Coverage\n\nFilled cells by period, in per cent.\n\n"
        f"{_markdown(_coverage(resource['name']))}\n\n"
        + (
            f"## Sources\n\n{len(cited)} pages are cited.\n\n{source_list(cited).markdown}\n"
            if len(cited)
            else ""
        )
    )


def _coverage(name: str) -> pd.DataFrame:
    """Lay a table's coverage out: a row a column, a column a period with its number of rows."""
    cells = datasets.coverage(name)
    heads = cells["period"] + " (" + cells["rows"].astype("string") + ")"
    shown = cells.assign(period=heads, filled=(cells["filled"] * 100).round().astype("Int64"))
    wide = shown.pivot(index="column", columns="period", values="filled")
    rows, columns = dict.fromkeys(cells["column"]), dict.fromkeys(heads)
    return wide.loc[list(rows), list(columns)].rename_axis("Column").reset_index()


def _markdown(frame: pd.DataFrame) -> str:
    escaped = frame.map(lambda cell: cell.replace("|", "\\|") if isinstance(cell, str) else cell)
    return escaped.to_markdown(index=False, disable_numparse=True)
