"""The command ``update-kobis``: read the API, show what differs, write it when asked to."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from analysis import datasets
from analysis.kobis import update
from analysis.kobis.client import Client, KobisError, days


def span(first: date | None, last: date | None, year: int | None) -> tuple[date, date]:
    """Say which days to read.

    Parameters
    ----------
    first, last : date or None
        Ends of the span; yesterday without them.
    year : int or None
        A year, all of whose days that are over are read; it goes before the ends.

    Returns
    -------
    tuple of (date, date)
        First and last day.

    Raises
    ------
    KobisError
        If the span holds no day that is over.
    """
    yesterday = date.today() - timedelta(days=1)
    if year is None:
        start, end = first or last or yesterday, last or yesterday
    else:
        start, end = date(year, 1, 1), min(date(year, 12, 31), yesterday)
    if not start <= end <= yesterday:
        raise KobisError(f"from {start} to {end}: give days that are over, the earlier one first")
    return start, end


def run(api: Client, first: date, last: date, data: Path, *, write: bool) -> None:
    """Compare the table ``films`` with KOBIS, show the differences, and write them if asked to.

    Parameters
    ----------
    api : Client
        The API.
    first, last : date
        Days to read.
    data : Path
        Folder with the data package.
    write : bool
        Whether updates and new films are written.

    Raises
    ------
    KobisError
        If the API cannot be read.
    DataError
        If what was read does not fit the tables; nothing is written then.
    """
    from rich.progress import track

    wanted = list(days(first, last))
    shown = track(wanted, "reading days", disable=not sys.stdout.isatty())
    counts = update.newest(pd.concat([api.daily(day) for day in shown]))
    changes = update.compare(datasets.load("films", data), counts)
    for row in changes[changes["action"] != "same"].to_dict("records"):
        print(_line(row))
    found = changes["action"].value_counts()
    told = ", ".join(f"{count} {action}" for action, count in found.items()) or "none"
    print(f"{len(changes)} films from {first} to {last}, {api.requests} requests: {told}")
    if write:
        new = changes.loc[changes["action"] == "new", "code"]
        written = update.write(changes, {code: api.film(code) for code in new}, data)
        print(f"{len(written)} rows written; next: python -m analysis notebooks --check")


def _line(row: dict) -> str:
    name = row["title_ko"] if pd.isna(row["film_id"]) else row["film_id"]
    ours = "no count" if pd.isna(row["ours"]) else f"{int(row['ours']):,}"
    return (
        f"{row['action']}: {name}: {ours} in films, "
        f"{row['admissions']:,} in KOBIS on {row['day']:%Y-%m-%d}"
    )
