"""Load, list, describe and check the tables in ``data/``.

``data/datapackage.json`` is the only place where columns, types, units, allowed
values, keys and meanings are written; everything here derives from it.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.periods import five_years
from analysis.schema import DataError, Fault, nearest, read_rows, read_table

DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class Provenance:
    """What a frame rests on, carried in ``frame.attrs["provenance"]``.

    Attributes
    ----------
    tables : tuple of str
        The tables it was computed from.
    source_ids : tuple of str
        The sources that their rows cite, sorted.
    """

    tables: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()

    def __deepcopy__(self, memo: dict) -> "Provenance":
        # pandas copies attrs at every step; this one never changes
        return self


def descriptor(data: Path = DATA) -> dict:
    """Read the data package's descriptor.

    Parameters
    ----------
    data : Path
        Folder with ``datapackage.json``.

    Returns
    -------
    dict
        The descriptor as the Data Package standard has it.

    Raises
    ------
    DataError
        If the file is missing or is not JSON.
    """
    path = data / "datapackage.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError([Fault(path.name, 0, "", "", "this file to exist")]) from None
    except json.JSONDecodeError as error:
        raise DataError([Fault(path.name, error.lineno, "", error.msg, "JSON")]) from None


def tables(data: Path = DATA) -> list[str]:
    """Name all tables.

    Parameters
    ----------
    data : Path
        Folder with the data package.

    Returns
    -------
    list of str
        Names that :func:`load` takes, in the order of the package.
    """
    return [resource["name"] for resource in descriptor(data)["resources"]]


def load(name: str, data: Path = DATA) -> pd.DataFrame:
    """Load one table, typed and validated.

    Parameters
    ----------
    name : str
        Table name, as :func:`tables` lists it.
    data : Path
        Folder with the data package.

    Returns
    -------
    DataFrame
        One row per line. Whole numbers and years are ``Int64``, numbers
        ``Float64``, dates ``datetime64``, months periods, closed lists of values
        categories, all else text; empty cells are missing. ``attrs["provenance"]``
        names the table and the sources it cites.

    Raises
    ------
    DataError
        If the table is unknown, or anything in the file contradicts its
        declaration; all faults are listed with file, line, column and value.

    Examples
    --------
    >>> str(load("reference_yearly")["population_kr"].dtype)
    'Int64'
    """
    resources = {resource["name"]: resource for resource in descriptor(data)["resources"]}
    if name not in resources:
        known = nearest(name, list(resources))
        raise DataError([Fault("datapackage.json", 0, "", name, f"a table: {known}")])
    frame, faults = _read(resources[name], data)
    faults += _dangling(resources[name], resources, data)
    if faults:
        raise DataError(faults)
    frame = frame.reset_index(drop=True)
    frame.attrs["provenance"] = Provenance((name,), _cited(frame))
    return frame


def explode_list(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """Give each value of a ';'-separated list column a row of its own.

    Parameters
    ----------
    frame : DataFrame
        Any table.
    column : str
        A column of type ``list``, such as ``source_ids``.

    Returns
    -------
    DataFrame
        As ``frame``, with one row per listed value; the index repeats.
    """
    return frame.assign(**{column: frame[column].str.split(";")}).explode(column)


def provenance(*frames: pd.DataFrame) -> Provenance:
    """Say what frames rest on: their tables, and the sources of the rows still in them.

    Parameters
    ----------
    *frames : DataFrame
        Tables from :func:`load`, or frames computed from them.

    Returns
    -------
    Provenance
        Of all frames together. A frame that has ``source_ids`` counts those of
        its rows; any other one hands on what it carries.
    """
    names: set[str] = set()
    ids: set[str] = set()
    for frame in frames:
        carried = frame.attrs.get("provenance", Provenance())
        names.update(carried.tables)
        ids.update(_cited(frame) if "source_ids" in frame else carried.source_ids)
    return Provenance(tuple(sorted(names)), tuple(sorted(ids)))


def carry(result: pd.DataFrame, *inputs: pd.DataFrame) -> pd.DataFrame:
    """Hand the inputs' provenance on to a result.

    Parameters
    ----------
    result : DataFrame
        What was computed.
    *inputs : DataFrame
        What it was computed from.

    Returns
    -------
    DataFrame
        The result, with ``attrs["provenance"]`` set.
    """
    result.attrs["provenance"] = provenance(*inputs)
    return result


def sources(*frames: pd.DataFrame, data: Path = DATA) -> pd.DataFrame:
    """List the sources that frames rest on.

    Parameters
    ----------
    *frames : DataFrame
        Tables from :func:`load`, or frames computed from them; none for all sources.
    data : Path
        Folder with the data package.

    Returns
    -------
    DataFrame
        The rows of ``sources``: source_id, publisher, title, url, published
        (date, month or year of publication), kind, note.
    """
    table = load("sources", data)
    if frames:
        table = table[table["source_id"].isin(provenance(*frames).source_ids)]
    return table.reset_index(drop=True)


def footprint(*names: str, data: Path = DATA) -> pd.DataFrame:
    """Say how much some tables hold and how many sources they rest on.

    Parameters
    ----------
    *names : str
        Table names.
    data : Path
        Folder with the data package.

    Returns
    -------
    DataFrame
        One row per table: table, title, rows, sources (pages cited), publishers
        (of those pages), newest page (its year of publication).
    """
    known = load("sources", data).set_index("source_id")
    titles = {resource["name"]: resource["title"] for resource in descriptor(data)["resources"]}
    rows = []
    for name in names:
        frame = load(name, data)
        cited = known.loc[list(_cited(frame))]
        rows.append(
            {
                "table": name,
                "title": titles[name],
                "rows": len(frame),
                "sources": len(cited),
                "publishers": cited["publisher"].nunique(),
                "newest page": cited["published"].str[:4].max(),
            }
        )
    return pd.DataFrame(rows)


def describe(name: str | None = None, data: Path = DATA) -> pd.DataFrame:
    """Give the data dictionary as a frame, with how much of each column is filled.

    Parameters
    ----------
    name : str, optional
        One table; all tables without it.
    data : Path
        Folder with the data package.

    Returns
    -------
    DataFrame
        One row per column: table, column, type, unit, key (part of the primary
        key), required, allowed (values), description, empty (what an empty cell
        means), rows, missing (count of empty cells), filled (share, 0 to 1).

    Raises
    ------
    DataError
        If the table is unknown or unsound.
    """
    resources = {resource["name"]: resource for resource in descriptor(data)["resources"]}
    rows = []
    for table in [name] if name else resources:
        frame = load(table, data)
        schema = resources[table]["schema"]
        for field in schema["fields"]:
            rules = field.get("constraints", {})
            missing = int(frame[field["name"]].isna().sum())
            rows.append(
                {
                    "table": table,
                    "column": field["name"],
                    "type": field["type"],
                    "unit": field.get("unit", ""),
                    "key": field["name"] in schema.get("primaryKey", []),
                    "required": rules.get("required", False),
                    "allowed": ", ".join(rules.get("enum", [])),
                    "description": field["description"],
                    "empty": "" if rules.get("required") else field.get("emptyMeans", "not known"),
                    "rows": len(frame),
                    "missing": missing,
                    "filled": 1 - missing / len(frame) if len(frame) else 0.0,
                }
            )
    return pd.DataFrame(rows)


def coverage(name: str, data: Path = DATA) -> pd.DataFrame:
    """Say how much of each column is filled, period by period.

    Parameters
    ----------
    name : str
        Table name. Its ``coverageBy`` in the data package names the column with
        the year or date; a table without one is a single period.
    data : Path
        Folder with the data package.

    Returns
    -------
    DataFrame
        column, period (five years, as "2015–2019"; "before 1995"; "no year" where
        the cell is empty; "all" for a table without years), rows, filled (share,
        0 to 1); periods in order of time.
    """
    resources = {resource["name"]: resource for resource in descriptor(data)["resources"]}
    frame = load(name, data)
    column = resources[name].get("coverageBy")
    if column is None:
        period = pd.Series("all", index=frame.index)
    else:
        year = pd.to_numeric(frame[column].astype("string").str[:4]).astype("Int64")
        period = five_years(year).fillna("no year").astype("object")
        period = period.mask((year < 1995).fillna(False).astype(bool), "before 1995")
    filled = frame.notna().groupby(period).mean()
    rows = frame.groupby(period).size()
    result = filled.melt(ignore_index=False, var_name="column", value_name="filled")
    result = result.rename_axis("period").reset_index()
    result["rows"] = result["period"].map(rows)
    late = {"before 1995": "0"}  # its place among periods, which sort as texts
    result = result.sort_values("period", key=lambda p: p.replace(late), kind="stable")
    return result[["column", "period", "rows", "filled"]]


def check(data: Path = DATA) -> list[Fault]:
    """Validate everything: each table, references between them, the rules across them.

    Parameters
    ----------
    data : Path
        Folder with the data package.

    Returns
    -------
    list of Fault
        Everything found wrong, sorted by file and line; empty when all is sound.
    """
    from analysis import rules

    resources = {resource["name"]: resource for resource in descriptor(data)["resources"]}
    faults: list[Fault] = []
    sound: dict[str, pd.DataFrame] = {}
    for name, resource in resources.items():
        frame, found = _read(resource, data)
        found += _dangling(resource, resources, data)
        faults += found
        if not found:
            sound[name] = frame
    declared = {resource["path"] for resource in resources.values()}
    faults += [
        Fault(path.name, 0, "", "", "to be declared in datapackage.json")
        for path in sorted(data.glob("*.csv"))
        if path.name not in declared
    ]
    if len(sound) == len(resources):
        faults += _unused_sources(sound)
    return sorted(faults + rules.apply(sound))


def _read(resource: dict, data: Path) -> tuple[pd.DataFrame, list[Fault]]:
    return read_table(data / resource["path"], resource)


def _cited(frame: pd.DataFrame) -> tuple[str, ...]:
    if "source_ids" not in frame:
        return ()
    return tuple(sorted(set(frame["source_ids"].dropna().str.split(";").explode())))


def _dangling(resource: dict, resources: dict[str, dict], data: Path) -> list[Fault]:
    """List the cells that refer to a key that the other table does not have."""
    text, _ = read_rows(data / resource["path"])
    faults = []
    for reference in resource["schema"].get("foreignKeys", []):
        column, target = reference["fields"], reference["reference"]["fields"]
        other = resources[reference["reference"]["resource"]]
        keys, _ = read_rows(data / other["path"])
        if column not in text or target not in keys:
            continue  # said where the file or its header is checked
        values = text.loc[text[column] != "", column].str.split(";").explode()
        faults += [
            Fault(resource["path"], line, column, value, f"a {target} of {other['path']}")
            for line, value in values[~values.isin(keys[target])].items()
        ]
    return faults


def _unused_sources(sound: dict[str, pd.DataFrame]) -> list[Fault]:
    used = set().union(*(_cited(frame) for frame in sound.values()))
    table = sound["sources"]
    return [
        Fault("sources.csv", line, "source_id", value, "to be cited by at least one row")
        for line, value in table.loc[~table["source_id"].isin(used), "source_id"].items()
    ]
