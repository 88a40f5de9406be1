"""Periods of years."""

import pandas as pd

from analysis.periods import five_years


def test_each_year_falls_into_its_five_years():
    named = five_years(pd.Series([1999, 2000, 2004, 2026, None], dtype="Int64"))
    assert named.tolist()[:4] == ["1995–1999", "2000–2004", "2000–2004", "2025–2029"]
    assert named.isna().tolist() == [False] * 4 + [True]
