"""Periods of years, named the same everywhere."""

import pandas as pd


def five_years(year: pd.Series) -> pd.Series:
    """Name the five years that a year lies in: 2015–2019, 2020–2024.

    Parameters
    ----------
    year : Series
        Years; missing ones stay missing.

    Returns
    -------
    Series
        Names, which sort in order of time.
    """
    start = year.astype("Int64") // 5 * 5
    return start.astype("string") + "–" + (start + 4).astype("string")
