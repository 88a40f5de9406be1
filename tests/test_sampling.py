"""Drawing cells for checks: repeatable, filled, spread over the tables."""

import pandas as pd
import pytest

from analysis import datasets
from analysis.datasets import load
from analysis.sampling import draw_cells, error_rates


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


def test_error_rates_count_errors_over_checked_cells():
    outcomes = pd.Categorical(
        ["agrees", "differs", "differs", "not_found"], ["agrees", "differs", "not_found"]
    )
    frame = pd.DataFrame(
        {
            "sample": 1,
            "outcome": outcomes,
            "judgement": [None, "error", "other_basis", None],
            "independent": ["yes", "yes", "no", None],
        }
    )
    row = error_rates(frame).iloc[0]
    assert row[["agrees", "differs", "not_found", "errors", "checked"]].tolist() == [1, 2, 1, 1, 3]
    assert row["rate"] == pytest.approx(1 / 3)
    assert row["low"] < row["rate"] < row["high"]
    assert row["independent"] == 2


def test_a_verification_names_a_cell_of_a_table():
    checked = load("verification")
    assert not checked.duplicated(["sample", "table", "row", "column"]).any()
    for table, cells in checked.groupby("table"):
        text = pd.read_csv(datasets.DATA / f"{table}.csv", dtype="str", keep_default_na=False)
        for cell in cells.itertuples():
            key = dict(part.split("=", 1) for part in cell.row.split("; "))
            assert (text[list(key)] == pd.Series(key)).all(axis=1).sum() == 1, cell.row
            assert cell.column in text
    differs = checked["outcome"] == "differs"
    assert (checked["judgement"].notna() == differs).all()
