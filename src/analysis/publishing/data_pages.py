"""Pages of the site on the tables: dictionary, coverage, spot checks, sources, downloads."""

import shutil
import zipfile
from pathlib import Path

import pandas as pd

from analysis import datasets
from analysis.prose import fill, source_list
from analysis.publishing.files import write
from analysis.sampling import error_rates

PACKAGE = "korean-cinema-data.zip"
# the date that a zip file gives each of its members: one and the same for the same bytes
MOMENT = (1980, 1, 1, 0, 0, 0)


def lay_out(folder: Path) -> None:
    """Write a page for each table, their index, and the files to download.

    Parameters
    ----------
    folder : Path
        Folder to fill.
    """
    package = datasets.descriptor()
    dictionary = datasets.describe()
    known = datasets.load("sources")
    files = folder / "files"
    files.mkdir(parents=True)
    shutil.copy(datasets.DATA / "datapackage.json", files)
    _zip(files / PACKAGE, [datasets.DATA / "datapackage.json", *datasets.DATA.glob("*.csv")])
    overview = []
    for resource in package["resources"]:
        name = resource["name"]
        shutil.copy(datasets.DATA / resource["path"], files)
        columns = dictionary[dictionary["table"] == name]
        frame = datasets.load(name)
        cited = known if name == "sources" else datasets.sources(frame)
        write(folder / f"{name}.md", _data_page(resource, columns, cited))
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
    write(folder / "coverage.md", _coverage_page(package))
    write(
        folder / "index.md",
        "# Data\n\nThe tables behind the notebooks, one CSV file each. Every row names its "
        "sources.\n{download}`datapackage.json <files/datapackage.json>` describes them all in "
        "machine-readable form (Data Package standard); "
        f"{{download}}`{PACKAGE} <files/{PACKAGE}>` holds it with all tables.\n\n"
        f"{_markdown(pd.DataFrame(overview))}\n\n"
        "What is filled, table by table and period by period: [coverage](coverage.md).\n\n"
        f"```{{toctree}}\n:hidden:\n\ncoverage\n{names}\n```\n",
    )


def _zip(path: Path, members: list[Path]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for member in sorted(members):
            entry = zipfile.ZipInfo(member.name, MOMENT)
            package.writestr(entry, member.read_bytes(), zipfile.ZIP_DEFLATED)


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
