"""Random samples of table cells, for checks against a second source."""

from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import binomtest

from analysis import datasets

# Cells that state a fact; keys, texts and what was coded from the sources are left out.
FACTS = ("integer", "number", "date", "yearmonth")


def draw_cells(n: int, seed: int, data: Path = datasets.DATA) -> pd.DataFrame:
    """Draw filled cells at random, spread over the tables.

    Each table is drawn with a weight of the square root of its number of cells,
    so that small tables are seen and large ones do not take all.

    Parameters
    ----------
    n : int
        How many cells.
    seed : int
        Seed of the random numbers; the same seed on the same data draws the same cells.
    data : Path
        Folder with the data package.

    Returns
    -------
    DataFrame
        table, row (its key, as ``column=value`` parted by "; "), column, value
        (as it stands in the file), source_ids (that the row cites).
    """
    pools = [
        pool
        for resource in datasets.descriptor(data)["resources"]
        if (pool := _cells(resource, data)) is not None
    ]
    weights = np.sqrt([len(pool) for pool in pools])
    random = np.random.default_rng(seed)
    counts = random.multinomial(n, weights / weights.sum())
    drawn = [
        pool.iloc[np.sort(random.choice(len(pool), min(count, len(pool)), replace=False))]
        for pool, count in zip(pools, counts, strict=True)
    ]
    return pd.concat(drawn, ignore_index=True)


def error_rates(verification: pd.DataFrame) -> pd.DataFrame:
    """Count what came of each sample, and how many of the checked cells were wrong.

    Parameters
    ----------
    verification : DataFrame
        Table ``verification``.

    Returns
    -------
    DataFrame
        One row per sample: sample; cells; agrees, differs, not_found (counts);
        independent (agreeing or differing with a page that the row does not cite);
        errors (cells that were wrong); checked (agrees plus differs);
        rate (errors over checked), low and high (its 95 per cent Wilson interval).
    """
    rows = []
    for sample, cells in verification.groupby("sample"):
        counts = cells["outcome"].value_counts()
        checked = int(counts["agrees"] + counts["differs"])
        errors = int((cells["judgement"] == "error").sum())
        interval = binomtest(errors, checked).proportion_ci(method="wilson")
        rows.append(
            {
                "sample": int(sample),
                "cells": len(cells),
                **{name: int(counts[name]) for name in ("agrees", "differs", "not_found")},
                "independent": int((cells["independent"] == "yes").sum()),
                "errors": errors,
                "checked": checked,
                "rate": errors / checked,
                "low": interval.low,
                "high": interval.high,
            }
        )
    return pd.DataFrame(rows)


def _cells(resource: dict, data: Path) -> pd.DataFrame | None:
    """List a table's filled cells of facts, or None where it has none."""
    schema = resource["schema"]
    names = [
        field["name"]
        for field in schema["fields"]
        if (field["type"] in FACTS or field.get("partialDate"))
        and field["name"] not in schema["primaryKey"]
    ]
    if resource["name"] in ("sources", "verification") or not names:
        return None
    frame = pd.read_csv(data / resource["path"], dtype="str", keep_default_na=False)
    keys = [f"{name}=" + frame[name] for name in schema["primaryKey"]]
    row = keys[0].str.cat(keys[1:], sep="; ") if len(keys) > 1 else keys[0]
    long = pd.concat(
        [
            pd.DataFrame(
                {
                    "table": resource["name"],
                    "row": row,
                    "column": name,
                    "value": frame[name],
                    "source_ids": frame["source_ids"],
                }
            )
            for name in names
        ]
    )
    filled = long[long["value"] != ""]
    return filled if len(filled) else None
