"""Drawing cells for checks: repeatable, filled, spread over the tables."""

import pandas as pd

from analysis import datasets
from analysis.sampling import draw_cells


def test_the_same_seed_draws_the_same_cells():
    first, second = draw_cells(60, 1), draw_cells(60, 1)
    pd.testing.assert_frame_equal(first, second)
    assert not first.equals(draw_cells(60, 2))
    assert len(first) == 60


def test_cells_are_facts_that_stand_in_the_tables():
    drawn = draw_cells(40, 3)
    assert not drawn.duplicated(["table", "row", "column"]).any()
    assert (drawn["value"] != "").all()
    assert drawn["table"].nunique() >= 5
    for table, cells in drawn.groupby("table"):
        text = pd.read_csv(datasets.DATA / f"{table}.csv", dtype="str", keep_default_na=False)
        for cell in cells.itertuples():
            key = dict(part.split("=", 1) for part in cell.row.split("; "))
            rows = text[(text[list(key)] == pd.Series(key)).all(axis=1)]
            assert rows[cell.column].tolist() == [cell.value]
