"""Economics: small cases computed by hand, and what must hold for any figures."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import economics
from analysis.datasets import Provenance

NA = None


def known(**columns: object) -> pd.DataFrame:
    frame = pd.DataFrame(columns)
    if "source_ids" not in frame:
        frame["source_ids"] = "a"
    frame.attrs["provenance"] = Provenance(("made_up",), ("a",))
    return frame


def reference() -> pd.DataFrame:
    return known(
        year=pd.array([2018, 2019, 2020], dtype="Int64"),
        cpi_kr=pd.array([50.0, 80.0, 100.0], dtype="Float64"),
        source_ids=["cpi", "cpi", "cpi2020"],
    )


def test_amounts_are_deflated_to_the_newest_prices():
    frame = known(year=[2018, 2020, 2026], krw=[10.0, 10.0, 10.0])
    result = economics.deflate(frame, reference(), "krw")
    assert result["krw_real"].tolist()[:2] == [20.0, 10.0]
    assert np.isnan(result["krw_real"].iloc[2])
    assert result["source_ids"].tolist() == ["a;cpi", "a;cpi2020", "a"]
    older = economics.deflate(frame, reference(), "krw", prices_of=2019)
    assert older["krw_real"].tolist()[:2] == [16.0, 8.0]


def test_prices_of_a_year_without_index_are_refused():
    with pytest.raises(ValueError, match="no consumer price index for 1990"):
        economics.deflate(known(year=[2018], krw=[1.0]), reference(), "krw", prices_of=1990)


@given(st.floats(1, 1e12), st.sampled_from([2018, 2019, 2020]))
def test_an_amount_in_its_own_years_prices_stays(amount, year):
    result = economics.deflate(known(year=[year], krw=[amount]), reference(), "krw", prices_of=year)
    assert result["krw_real"].iloc[0] == pytest.approx(amount)


def production() -> pd.DataFrame:
    return known(
        year=pd.array([2011, 2015, 2016, 2018, 2020, 2025], dtype="Int64"),
        films_commercial=pd.array([120, 70, NA, 40, 29, 20], dtype="Int64"),
        commercial_definition=["followed", "old", NA, "new", "new", "new"],
        avg_total_cost_krw=pd.array([NA, NA, 50, 100, NA, NA], dtype="Int64"),
        total_cost_films=[NA, NA, "all", "commercial", NA, NA],
        avg_net_cost_krw=pd.array([NA, NA, 40, 80, NA, NA], dtype="Int64"),
        net_cost_films=[NA, NA, "unclear", "commercial", NA, NA],
        roi_first_pct=pd.array([-4.0, -7.0, 9.0, -17.0, -34.0, NA], dtype="Float64"),
        roi_final_pct=pd.array([-14.0, 4.0, 30.0, NA, -30.0, NA], dtype="Float64"),
        roi_definition=["old", "old", "old_then_new", "new", "new", NA],
        note=[NA, NA, NA, "a remark", NA, "commercial count as of November"],
        source_ids=list("abcdef"),
    )


def test_commercial_films_keep_their_definition():
    result = economics.commercial_films(production())
    assert result["year"].tolist() == [2011, 2015, 2018, 2020, 2025]
    assert result["films"].tolist() == [120, 70, 40, 29, 20]
    assert result["definition"].tolist() == ["followed", "old", "new", "new", "new"]
    assert result["partial"].tolist() == [False] * 4 + [True]
    assert result.attrs["provenance"].source_ids == ("a", "b", "d", "e", "f")


def test_mean_costs_say_what_and_of_which_films():
    result = economics.mean_costs(production(), reference())
    assert result[["year", "cost", "films", "krw"]].to_numpy().tolist() == [
        [2016, "total", "all", 50.0],
        [2018, "total", "commercial", 100.0],
        [2016, "net", "unclear", 40.0],
        [2018, "net", "commercial", 80.0],
    ]
    assert result["krw_real"].iloc[1] == 200.0
    assert np.isnan(result["krw_real"].iloc[0])


def test_returns_take_the_final_figure_and_its_definition():
    result = economics.returns(production()).set_index("year")
    assert result["roi"].tolist() == pytest.approx([-0.14, 0.04, 0.3, -0.17, -0.3])
    assert result["stage"].tolist() == ["final", "final", "final", "first", "final"]
    assert result["definition"].tolist() == ["old", "old", "new", "new", "new"]


def test_a_restated_year_without_final_figure_stays_old():
    frame = production()
    frame["roi_final_pct"] = pd.array([NA] * 6, dtype="Float64")
    result = economics.returns(frame).set_index("year")
    assert result.loc[2016, "definition"] == "old"
    assert result.loc[2016, "roi"] == pytest.approx(0.09)


def test_revisions_need_both_figures():
    result = economics.revisions(production())
    assert result["year"].tolist() == [2011, 2015, 2016, 2020]
    assert result["change"].tolist() == pytest.approx([-0.1, 0.11, 0.21, 0.04])
    assert result["same_definition"].tolist() == [True, True, False, True]


def film_tables() -> tuple[pd.DataFrame, pd.DataFrame]:
    films = known(
        film_id=["one", "two", "three", "four", "five"],
        title_en=["One", NA, "Three", "Four", "Five"],
        origin=["korean", "korean", "coproduction", "foreign", "korean"],
        year=pd.array([2018, 2020, 2026, 2018, 2018], dtype="Int64"),
        budget_krw=pd.array([NA, 30, NA, 10, 10], dtype="Int64"),
        budget_basis=[NA, "net", NA, "net", "net"],
        admissions=pd.array([600, 90, 10, 10, NA], dtype="Int64"),
        admissions_basis=["final", "rounded", "final", "final", NA],
        source_ids=["f1", "f2", "f3", "f4", "f5"],
    )
    costs = known(
        film_id=["one", "three"],
        year=pd.array([2018, 2026], dtype="Int64"),
        budget_krw=pd.array([20, 40], dtype="Int64"),
        budget_basis=["total", "unknown"],
        budget_precision=["exact", "rounded"],
        break_even_admissions=pd.array([200, NA], dtype="Int64"),
        source_ids=["c1", "c3"],
    )
    return films, costs


def test_results_put_budget_and_break_even_beside_admissions():
    result = economics.film_results(*film_tables(), reference()).set_index("film_id")
    assert list(result.index) == ["one", "two", "three"]
    assert result["title"].tolist() == ["One", "two", "Three"]
    assert result["budget_krw"].tolist() == [20, 30, 40]
    assert result["budget_krw_real"].tolist() == [40, 30, 40]
    assert result["deflated"].tolist() == [True, True, False]
    assert result["basis"].tolist() == ["total", "net", "unknown"]
    assert result["counted"].tolist() == [True, False, True]
    assert result.loc["one", "times"] == 3.0
    assert result["times"].isna().tolist() == [False, True, True]
    assert "c1" in result.loc["one", "source_ids"]


def shares(*rows: tuple, **more: object) -> pd.DataFrame:
    columns = ["year", "period", "measure", "company", "share_pct"]
    frame = pd.DataFrame(rows, columns=columns)
    given = {"scope": "all", "members": "one", "source_ids": "a", **more}
    return known(**{**frame, **given}, distributor=frame["company"].str.upper())


def test_concentration_is_bounded_by_what_the_rest_can_be():
    frame = shares(
        (2019, "year", "admissions", "a", 30.0),
        (2019, "year", "admissions", "b", 20.0),
        (2019, "year", "admissions", "c", 10.0),
        (2020, "year", "admissions", "a", 50.0),
    )
    (row,) = economics.concentration(frame).to_dict("records")
    assert row["low"] == pytest.approx(0.09 + 0.04 + 0.01)
    assert row["high"] == pytest.approx(0.14 + 0.3**2 + 0.1**2)
    assert row["highest"] == pytest.approx(0.14 + 0.4**2)
    assert (row["leader"], row["companies"], row["named"]) == ("A", 3, pytest.approx(0.6))


def test_concentration_takes_whole_years_and_admissions_first():
    rows = [
        (2019, period, measure, company, 30.0)
        for period, measure in (
            ("jan_nov", "admissions"),
            ("year", "admissions"),
            ("year", "unstated"),
            ("year", "gross"),
        )
        for company in "abc"
    ]
    (row,) = economics.concentration(shares(*rows)).to_dict("records")
    assert (row["period"], row["measure"]) == ("year", "admissions")


def test_groups_of_companies_do_not_count_as_one():
    frame = shares(*[(2019, "year", "admissions", c, 20.0) for c in "abc"], members="group")
    with pytest.raises(ValueError, match="no year has shares of 3 or more companies"):
        economics.concentration(frame)


@given(st.lists(st.floats(1, 33), min_size=3, max_size=3))
def test_the_bounds_are_in_order_and_between_zero_and_one(parts):
    rows = [(2019, "year", "admissions", c, p) for c, p in zip("abc", parts, strict=True)]
    row = economics.concentration(shares(*rows)).iloc[0]
    assert 0 < row["low"] <= row["high"] <= 1 + 1e-9
    assert row["low"] <= row["highest"] <= 1 + 1e-9


def policy(*rows: tuple) -> pd.DataFrame:
    columns = ["year", "body", "programme", "kind", "status", "amount_krw", "rate_pct"]
    frame = pd.DataFrame(rows, columns=columns)
    frame["year"] = frame["year"].astype("Int64")
    frame["amount_krw"] = frame["amount_krw"].astype("Int64")
    frame["rate_pct"] = frame["rate_pct"].astype("Float64")
    return known(**frame, source_ids=[f"p{i}" for i in range(len(frame))])


LEVY = "ticket levy income of the Film Development Fund"


def test_the_levy_is_held_against_its_rate():
    years = known(
        year=[2018, 2019, 2020],
        gross_krw_total=[900.0, 1000.0, 500.0],
        gross_real_krw_total=[1000.0, 1100.0, 500.0],
        price_krw=[8.0, 10.0, 10.0],
    )
    rows = policy((2019, "KOFIC", LEVY, "fund", "final", 27, NA))
    result = economics.levy(rows, years)
    assert result["year"].tolist() == [2019, 2020]
    assert result["implied_krw"].tolist() == [30.0, 15.0]
    assert result["levy_per_ticket"].tolist() == pytest.approx([0.3, 0.3])
    assert result["ratio"].iloc[0] == pytest.approx(0.9)
    assert np.isnan(result["income_krw"].iloc[1])
    assert result["source_ids"].tolist() == ["a;p0", "a"]


def budget() -> pd.DataFrame:
    return policy(
        (2018, "KOFIC", "yearly programme budget", "yearly_budget", "final", 10, NA),
        (2020, "KOFIC", "yearly programme budget", "yearly_budget", "draft", 30, NA),
        (2019, "KOFIC", "yearly programme budget", "yearly_budget", "extra", 5, NA),
        (2019, "MCST", "film budget", "yearly_budget", "final", 80, NA),
        (2020, "MCST", "film budget", "yearly_budget", "draft", 120, NA),
        (2020, "MCST", "AI-based film production", "programme", "draft", 2, NA),
        (2019, "KOCCA", "AI content production support", "programme", "extra", 7, NA),
        (2019, "MCST", "Culture Day budget", "yearly_budget", "final", 20, NA),
        (2020, "MCST", "Culture Day budget", "yearly_budget", "final", 10, NA),
        (2019, "KOFIC", "festival support", "cut", "final", -3, NA),
        (2020, "KOFIC", "festival support", "programme", "final", 3, NA),
        (2019, "MCST", "tax credit for large firms", "rate", "final", NA, 3.0),
        (2020, "MCST", "tax credit for small and medium firms", "rate", "final", NA, 10.0),
        (2020, "KOFIC", "location incentive", "rate", "final", NA, 30.0),
    )


def test_series_need_years_enough_and_leave_out_what_is_no_amount():
    result = economics.budget_series(budget(), reference())
    assert set(result["programme"]) == {
        "yearly programme budget",
        "film budget",
        "Culture Day budget",
    }
    money = result[result["programme"] == "yearly programme budget"]
    assert money["krw_real"].tolist() == [20.0, 30.0]
    assert money["status"].tolist() == ["final", "draft"]
    assert economics.budget_series(budget(), reference(), at_least=3).empty


def test_the_newest_lines_stand_beside_the_year_before():
    result = economics.newest_lines(budget()).set_index("programme")
    assert list(result.index) == [
        "film budget",
        "AI content production support",
        "AI-based film production",
    ]
    assert result.loc["film budget", "change"] == pytest.approx(0.5)
    assert result["whole"].tolist() == [True, False, False]
    assert result["drafts"].tolist() == [True, False, True]
    assert result["new_technology"].tolist() == [False, True, True]
    assert np.isnan(result.loc["AI content production support", "krw"])
    assert result["earlier_krw"].isna().all()


def test_the_newest_lines_name_their_largest_earlier_amount():
    older = policy(
        (2016, "MCST", "film budget", "yearly_budget", "final", 90, NA),
        (2017, "MCST", "film budget", "yearly_budget", "final", 150, NA),
        (2018, "MCST", "film budget", "yearly_budget", "final", 70, NA),
        (2018, "MCST", "film budget", "yearly_budget", "extra", 500, NA),
    )
    result = economics.newest_lines(pd.concat([budget(), older])).set_index("programme")
    assert result.loc["film budget", ["earlier_krw", "earlier_year"]].tolist() == [150, 2017]
    assert result["earlier_krw"].notna().tolist() == [True, False, False]


def support(*rows: tuple) -> pd.DataFrame:
    columns = ["year", "programme", "measure", "status", "value", "unit"]
    frame = pd.DataFrame(rows, columns=columns).astype({"year": "Int64"})
    return known(**frame, source_ids=[f"s{i}" for i in range(len(frame))])


def test_rates_take_the_highest_of_a_year_and_the_size_of_the_firm():
    other = support(
        (2020, "location_incentive", "rate_maximum", "stated", 25.0, "per cent"),
        (2018, "location_incentive", "rate", "stated", 20.0, "per cent"),
        (2018, "location_incentive", "rate", "planned", 40.0, "per cent"),
        (2018, "coproduction_incentive", "rate", "stated", 50.0, "per cent"),
    )
    result = economics.rates(budget(), other)
    assert result[["scheme", "size", "year", "rate"]].to_numpy().tolist() == [
        ["tax credit", "large", 2019, 0.03],
        ["tax credit", "small", 2020, 0.1],
        ["location rebate", "all", 2018, 0.2],
        ["location rebate", "all", 2020, 0.3],
    ]
    assert result["source_ids"].iloc[-1] == "p13;s0"


def market_years() -> pd.DataFrame:
    return known(
        year=pd.array([2018, 2020, 2025, 2025], dtype="Int64"),
        basis=["kobis", "national", "kobis", "kobis"],
        coverage="full",
        period_type=["year", "year", "year", "half"],
        releases_korean=pd.array([100, 50, 200, 90], dtype="Int64"),
        source_ids=["m1", "m2", "m3", "m4"],
    )


def test_money_stands_beside_films_and_return_of_one_definition():
    series = economics.budget_series(budget(), reference())
    result = economics.policy_and_volume(series, production(), market_years()).set_index("year")
    assert list(result.index) == [2016, 2018, 2020, 2025]
    assert result["films"].fillna(-1).tolist() == [-1, 40, 29, 20]
    assert result["releases"].fillna(-1).tolist() == [-1, 100, -1, 200]
    assert result["budget_real"].fillna(-1).tolist() == [-1, 20, 30, -1]
    assert result.loc[2016, "roi"] == pytest.approx(0.3)
    assert result["films_partial"].tolist() == [False, False, False, True]
    assert result["roi_first"].tolist() == [False, True, False, False]
    assert "m1" in result.loc[2018, "source_ids"]


def test_an_association_counts_only_pairs():
    frame = pd.DataFrame({"x": [1.0, 2, 3, 4, 5, np.nan], "y": [2.0, 4, 6, 8, 10, 12]})
    result = economics.association(frame, "x", "y")
    assert result.n == 5
    assert result.value == pytest.approx(1)
    assert np.isnan(economics.association(frame.head(3), "x", "y").value)


def test_incentives_are_counted_by_kind():
    other = support(
        (2012, "coproduction_incentive", "budget", "stated", 2.0, "KRW"),
        (2017, "cj_enm_slate", "films_released", "stated", 18.0, "films"),
        (2012, "planning_support", "projects", "planned", 33.0, "projects"),
    )
    result = economics.incentives(budget(), other).set_index("kind")
    assert result["lines"].to_dict() == {
        "tax credit": 2,
        "production support": 2,
        "export, location and co-production": 2,
    }
    assert result.loc["export, location and co-production", ["first", "last"]].tolist() == [
        2012,
        2020,
    ]


def test_a_kind_without_a_line_has_no_years():
    rows = policy((2020, "MCST", "film budget", "yearly_budget", "final", 1, NA))
    result = economics.incentives(
        rows, support().astype({"programme": "object", "source_ids": "str"})
    )
    assert result["lines"].tolist() == [0, 0, 0]
    assert result["first"].isna().all()


def test_independent_films_lie_between_floor_and_ceiling():
    films = known(
        film_id=["one", "two", "three", "four"],
        year=pd.array([2018, 2018, 2018, 2025], dtype="Int64"),
        origin=["korean", "korean", "foreign", "korean"],
        is_independent=["yes", "yes", "yes", NA],
        admissions=pd.array([10, NA, 90, 5], dtype="Int64"),
        source_ids=["f1", "f2", "f3", "f4"],
    )
    years = known(year=[2018, 2025], admissions_korean=[200.0, 100.0])
    result = economics.independents(films, production(), market_years(), years).set_index("year")
    assert list(result.index) == [2018, 2025]
    assert result["floor"].tolist() == [0.02, 0.0]
    assert result["ceiling"].tolist() == [0.6, 0.9]
    assert result["admissions_floor"].tolist() == [0.05, 0.0]
    assert result["definition"].tolist() == ["new", "new"]
    assert (result["floor"] <= result["ceiling"]).all()
    assert result["source_ids"].tolist() == ["m1;d;f1;f2", "m3;f"]


def secondary(*rows: tuple) -> pd.DataFrame:
    columns = ["year", "period", "measure", "item", "value", "basis", "tracker"]
    frame = pd.DataFrame(rows, columns=columns).astype({"year": "Int64"})
    return known(**frame)


def test_revenue_outside_cinemas_is_in_constant_won_and_users_are_fractions():
    frame = secondary(
        (2018, "year", "secondary_revenue", "all", 10.0, "as_printed", NA),
        (2020, "year", "ott_users_pct", "all", 66.0, "as_printed", "media_use_survey"),
        (2020, "year", "cinemas_closed", "all", 17.0, "as_printed", NA),
    )
    result = economics.outside_cinemas(frame, reference())
    assert result[["year", "measure", "value"]].to_numpy().tolist() == [
        [2018, "revenue", 20.0],
        [2020, "users", 0.66],
    ]


def users() -> pd.DataFrame:
    return secondary(
        *(
            (2021, "month_02", "ott_monthly_users", item, value, "as_printed", "one")
            for item, value in (("a", 2e6), ("b", 6e6), ("c", 5e5), ("d", 1.5e6))
        ),
        (2024, "month_09", "ott_monthly_users", "a", 3e6, "as_printed", "one"),
        (2025, "month_12", "ott_monthly_users", "a", 4e6, "as_printed", "two"),
    )


def test_services_are_shares_of_the_users_counted_in_a_month():
    result = economics.services(users())
    first = result[result["month"] == "2021-02"]
    assert first["service"].tolist() == ["b", "a", "d", "c"]
    assert first["share"].tolist() == [0.6, 0.2, 0.15, 0.05]


def test_crowding_looks_at_large_services_and_the_newest_month_of_a_panel():
    result = economics.crowding(economics.services(users())).set_index("month")
    assert result["large"].tolist() == [3, 1, 1]
    assert result.loc["2021-02", "three"] == pytest.approx(0.95)
    assert result.loc["2021-02", "hhi"] == pytest.approx(0.36 + 0.04 + 0.0225 + 0.0025)
    assert result.loc["2021-02", "leader"] == "b"
    assert result["newest"].tolist() == [False, True, True]


def test_without_services_nothing_is_crowded():
    result = economics.crowding(economics.services(users().head(0)))
    assert result.empty
    assert {"large", "three", "newest"} <= set(result.columns)


def test_without_amounts_there_are_no_newest_lines():
    assert economics.newest_lines(budget().head(0)).empty
