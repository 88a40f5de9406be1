"""Market computations against cases small enough to check by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import market
from analysis.datasets import load


def yearly(rows: list[dict]) -> pd.DataFrame:
    """Rows of market_yearly with only the columns that a case needs filled."""
    blank = dict.fromkeys(load("market_yearly").columns)
    defaults = {
        "period_type": "year",
        "basis": "national",
        "coverage": "full",
        "precision": "exact",
        "source_ids": "a",
    }
    frame = pd.DataFrame([{**blank, **defaults, **row} for row in rows])
    frame["period"] = frame["period"].fillna(frame["year"].astype("string"))
    return frame


def years(**columns: list) -> pd.DataFrame:
    frame = pd.DataFrame(columns)
    return frame.assign(source_ids="a")


def test_annual_prefers_full_kobis_counts_and_says_where_parts_come_from():
    frame = yearly(
        [
            {"year": 2010, "basis": "kobis", "coverage": "partial", "admissions_total": 90},
            {"year": 2010, "admissions_total": 100, "korean_share_admissions_pct": 40.0},
            {"year": 2011, "basis": "kobis", "admissions_total": 120, "admissions_korean": 60},
            {"year": 2011, "admissions_total": 121, "gross_krw_total": 1200, "screens": 5},
            {"year": 2012, "period_type": "half", "period": "2012H1", "admissions_total": 50},
            {"year": 2013, "screens": 7},
        ]
    )
    result = market.annual(frame).set_index("year")
    assert result.index.tolist() == [2010, 2011]
    assert result["admissions_total"].tolist() == [100, 120]
    assert result["admissions_korean"].tolist() == [40, 60]
    assert result["admissions_foreign"].tolist() == [60, 60]
    assert result["parts"].tolist() == ["from share", "counted"]
    assert result["basis"].tolist() == ["national", "kobis"]
    assert result["korean_share"].tolist() == [0.4, 0.5]
    assert result.loc[2011, "price_krw"] == 10
    assert np.isnan(result.loc[2010, "price_krw"])


def test_constant_won_uses_the_newest_index_unless_told():
    frame = years(year=[2019, 2025], gross_krw_total=[100.0, 120.0], price_krw=[10.0, 15.0])
    cpi = pd.DataFrame({"year": [2019, 2025], "cpi_kr": [100.0, 125.0], "source_ids": "b"})
    newest = market.in_constant_won(frame, cpi)
    assert newest["gross_real_krw_total"].tolist() == [125.0, 120.0]
    assert newest["price_real_krw"].tolist() == [12.5, 15.0]
    assert market.in_constant_won(frame, cpi, 2019)["price_real_krw"].tolist() == [10.0, 12.0]
    with pytest.raises(ValueError, match="2020"):
        market.in_constant_won(frame, cpi, 2020)


def test_level_takes_one_year_or_the_mean_of_several():
    frame = years(year=[2017, 2018, 2019, 2020], x=[90.0, 100.0, 110.0, 50.0])
    assert market.level(frame, "x").tolist()[-1] == pytest.approx(50 / 110)
    assert market.level(frame, "x", market.MEAN_OF_THREE).tolist()[-1] == 0.5
    with pytest.raises(ValueError, match="no x for 2016"):
        market.level(frame, "x", (2016, 2017))


positive = st.floats(0.01, 1e6)


@given(positive, positive, st.floats(0.5, 2))
def test_the_parts_of_gross_add_up_exactly(seats, price, inflation):
    frame = years(
        year=[2019, 2025],
        admissions_total=[1.0, seats],
        price_krw=[1.0, price],
        gross_krw_total=[1.0, seats * price],
        cpi=[1.0, inflation],
        price_real_krw=[1.0, price / inflation],
    )
    last = market.decompose_gross(frame).iloc[-1]
    assert last["gross"] == pytest.approx(last["admissions"] + last["price"], abs=1e-9)
    assert last["price"] == pytest.approx(last["real_price"] + last["inflation"], abs=1e-9)


def test_streaks_break_at_the_threshold_and_at_gaps():
    frame = years(year=[2001, 2002, 2003, 2005, 2006], korean_share=[0.6, 0.7, 0.5, 0.6, 0.4])
    result = market.share_streaks(frame)
    assert result[["start", "end", "length", "above"]].to_numpy().tolist() == [
        [2001, 2002, 2, True],
        [2003, 2003, 1, False],
        [2005, 2005, 1, True],
        [2006, 2006, 1, False],
    ]
    assert result["mean_share"].iloc[0] == pytest.approx(0.65)


def monthly(values: dict[str, float]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "month": pd.PeriodIndex(values, freq="M"),
            "gross_krw_total": pd.array(list(values.values()), dtype="Float64"),
            "source_ids": "a",
        }
    )


def test_months_stand_against_the_same_month_of_the_base():
    result = market.monthly_level(monthly({"2019-01": 10.0, "2020-01": 5.0, "2020-02": 3.0}))
    result = result.set_index("month")
    assert result.loc[1, ["level", "state"]].tolist() == [0.5, "known"]
    assert result.loc[2, "state"] == "base missing"
    assert np.isnan(result.loc[2, "level"])
    assert (result.loc[3:, "state"] == "month missing").all()
    assert set(result["year"]) == {2020}


def test_international_takes_the_newest_year_of_each_measure():
    world = pd.DataFrame(
        {
            "territory": ["JP", "JP", "JP", "FR", "KR"],
            "year": [2019, 2024, 2025, 2025, 2019],
            "admissions": [100.0, 90.0, None, 50.0, None],
            "gross_local": [1000.0, 900.0, 1100.0, None, None],
            "precision": "rounded",
            "source_ids": "a",
        }
    )
    own = years(
        year=[2019, 2025],
        admissions_total=[200.0, 100.0],
        gross_krw_total=[20.0, 12.0],
        precision=["exact", "exact"],
    )
    result = market.international(world, own).set_index(["territory", "measure"])
    assert result["level"].to_dict() == {
        ("JP", "admissions"): 0.9,
        ("JP", "gross"): 1.1,
        ("KR", "admissions"): 0.5,
        ("KR", "gross"): 0.6,
    }
    assert result["year"].to_dict()["JP", "admissions"] == 2024
    assert (result["low"] < result["level"]).all()
    assert (result["high"] > result["level"]).all()


def test_half_step_reads_the_precision_off_the_digits():
    printed = pd.Series([59_520_000, 106_088_895, 8.74e9, 7])
    assert market.half_step(printed).tolist() == [5_000, 0.5, 5e6, 0.5]


def test_readings_hold_within_the_tolerance():
    frame = years(
        year=[2017, 2018, 2019, 2020],
        admissions_total=[100.0, 100.0, 100.0, 55.5],
        gross_krw_total=[100.0, 100.0, 130.0, 55.0],
        gross_real_krw_total=[100.0, 100.0, 100.0, 40.0],
    )
    grid = market.below_baseline(frame).set_index(["measure", "baseline"])
    assert set(grid["year"]) == {2020}
    assert grid["holds"].to_dict() == {
        ("admissions", "2019"): True,
        ("admissions", "2017-2019"): True,
        ("gross", "2019"): False,
        ("gross", "2017-2019"): False,
        ("real gross", "2019"): False,
        ("real gross", "2017-2019"): False,
    }


def test_a_figure_is_not_rougher_than_its_source_rounds():
    assert market.half_step(pd.Series([190_000_000_000]), 100_000_000).tolist() == [50_000_000]


def test_a_reading_that_cannot_be_computed_has_no_row():
    frame = years(
        year=[2019, 2020],
        admissions_total=[100.0, 55.0],
        gross_krw_total=[100.0, 50.0],
        gross_real_krw_total=[100.0, None],
    )
    grid = market.below_baseline(frame, baselines=[(2019,)])
    assert grid["measure"].tolist() == ["admissions", "gross"]


@pytest.mark.parametrize(
    ("baseline", "words"),
    [((2019,), "2019"), (range(2015, 2020), "2015-2019"), ((2015, 2019), "2015, 2019")],
)
def test_a_baseline_is_named_by_its_years(baseline, words):
    frame = years(
        year=list(range(2015, 2021)),
        **{
            name: [1.0] * 6
            for name in ("admissions_total", "gross_krw_total", "gross_real_krw_total")
        },
    )
    assert set(market.below_baseline(frame, baselines=[baseline])["baseline"]) == {words}


def claims(**columns: list) -> pd.DataFrame:
    n = len(next(iter(columns.values())))
    defaults = {
        "statement_id": [f"s{i}" for i in range(n)],
        "published": "2024",
        "publisher": "P",
        "territory": "KR",
        "scope": "cinemas",
        "films": "all",
        "measure": "gross",
        "currency": "KRW",
        "baseline": "2019",
        "printed_step_pct": 0.1,
        "kind": "count",
        "basis": "stated",
        "source_ids": "a",
    }
    return pd.DataFrame({**defaults, **columns})


def figures(values: dict[str, float], slack: float = 0.0) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "territory": "KR",
            "period": list(values),
            "films": "all",
            "measure": "gross",
            "currency": "KRW",
            "value": list(values.values()),
            "slack": slack,
            "source_ids": "b",
        }
    )


def test_claims_are_recomputed_with_the_slack_of_both_sides():
    totals = figures({"2019": 200.0, "2023": 120.0, "2018": 100.0, "2017": 60.0})
    result = market.recompute_claims(
        claims(
            period=["2023", "2023", "2023", "2023", "2024", "2023"],
            change_pct=[-40.04, -40.5, -44.0, 0.0, -40.0, -40.0],
            baseline=["2019", "2019", "2019", "2017-2019", "2019", "unstated"],
        ),
        totals,
    )
    assert result["verdict"].tolist() == [
        *("agrees", "near", "contradicted", "agrees", "no totals", "no totals")
    ]
    assert result["computed_pct"].tolist()[:4] == pytest.approx([-40, -40, -40, 0])
    assert result["gap_pct"].tolist()[1] == pytest.approx(0.45)


def test_rounded_totals_widen_the_interval():
    narrow = claims(period=["2023"], change_pct=[-42.0])
    totals = {"2019": 200.0, "2023": 120.0}
    assert market.recompute_claims(narrow, figures(totals))["verdict"].item() == "contradicted"
    wide = market.recompute_claims(narrow, figures(totals, slack=5.0))
    assert wide["verdict"].item() == "agrees"
    assert wide["low_pct"].item() == pytest.approx((115 / 205 - 1) * 100)
    assert wide["high_pct"].item() == pytest.approx((125 / 195 - 1) * 100)


def test_a_range_of_months_needs_every_month():
    totals = figures({"2019-01": 10.0, "2019-02": 10.0, "2022-01": 4.0, "2022-02": 6.0})
    said = claims(period=["2022-01/2022-02", "2022-01/2022-03"], change_pct=[-50.0, -50.0])
    assert market.recompute_claims(said, totals)["verdict"].tolist() == ["agrees", "no totals"]


def test_forecasts_and_the_whole_industry_are_not_judged():
    said = claims(
        period=["2023", "2023"],
        change_pct=[-10.0, -10.0],
        kind=["forecast", "count"],
        scope=["cinemas", "film industry"],
    )
    result = market.recompute_claims(said, figures({"2019": 200.0, "2023": 120.0}))
    assert result["verdict"].tolist() == ["forecast", "no totals"]


def test_a_statement_on_an_unstated_basis_is_not_judged():
    said = claims(period=["2023"], change_pct=[-10.0], basis="unstated")
    result = market.recompute_claims(said, figures({"2019": 200.0, "2023": 120.0}))
    assert result["verdict"].item() == "basis unstated"
    assert result["computed_pct"].item() == pytest.approx(-40)


def test_a_shared_page_is_told():
    said = claims(period=["2023", "2023"], change_pct=[-40.0, -40.0], source_ids=["a", "x;b"])
    result = market.recompute_claims(said, figures({"2019": 200.0, "2023": 120.0}))
    assert result["same_page"].tolist() == [False, True]


def test_totals_prefer_counts_and_keep_each_figures_own_slack():
    frame = yearly(
        [
            {"year": 2022, "basis": "kobis", "admissions_total": 112_805_095},
            {
                "year": 2022,
                "precision": "derived",
                "admissions_total": 112_810_000,
                "admissions_korean": 62_790_000,
            },
        ]
    )
    none = load("market_monthly").head(0), load("world_markets").head(0)
    result = market.totals(frame, *none).set_index("films")
    assert result.loc["all", ["value", "slack"]].tolist() == [112_805_095, 0.5]
    assert result.loc["korean", ["value", "slack"]].tolist() == [62_790_000, 10_000]


def test_totals_hold_every_period_once():
    result = market.totals(load("market_yearly"), load("market_monthly"), load("world_markets"))
    key = ["territory", "period", "films", "measure", "currency"]
    assert not result.duplicated(key).any()
    assert (result["slack"] > 0).all()
    assert set(result["territory"]) == set(load("world_markets")["territory"])


def test_first_quarters_stand_against_the_sum_of_three_months():
    frame = yearly(
        [
            {
                "year": 2026,
                "period": "2026Q1",
                "period_type": "quarter",
                "admissions_total": 30,
                "admissions_korean": 15,
            }
        ]
    )
    months = pd.DataFrame(
        {
            "month": pd.PeriodIndex(["2019-01", "2019-02", "2019-03"], freq="M"),
            "admissions_total": [20, 20, 20],
            "source_ids": "a",
        }
    )
    row = market.first_quarters(frame, months).iloc[0]
    assert (row["level"], row["korean_share"]) == (0.5, 0.5)
    assert np.isnan(market.first_quarters(frame, months.head(2)).iloc[0]["level"])
