"""Remake computations against cases small enough to check by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import datasets, inference, remakes
from tests.samples import remakes as samples


@pytest.fixture
def listed() -> pd.DataFrame:
    return samples.listed()


@pytest.fixture
def every() -> pd.DataFrame:
    return samples.chronology()


def populations() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "territory": ["ID", "ID", "VN"],
            "year": [2017, 2018, 2015],
            "population": [100_000_000, 125_000_000, 90_000_000],
            "source_ids": "four",
        }
    )


def reference() -> pd.DataFrame:
    return pd.DataFrame(
        {"year": [2011, 2014], "population_kr": [50_000_000, 50_000_000], "source_ids": "four"}
    )


def joint(*rows: tuple) -> pd.DataFrame:
    columns = ["film_id", "lead_country", "year", "date_basis", "budget_usd"]
    return pd.DataFrame(rows, columns=columns).assign(source_ids="five")


def test_chronology_counts_the_years_between_and_says_what_waits(every):
    row = every.set_index("remake_id")
    assert row.loc["granny-vn", ["delay", "year", "period"]].tolist() == [1, 2015, "2015–2019"]
    assert row.loc["granny-us", "waiting"]
    assert row.loc["granny-us", "year"] == 2016
    assert pd.isna(row.loc["granny-us", "delay"])
    assert pd.isna(row.loc["sunny-cn", "year"])
    assert row["korean"].sum() == 4
    assert row.loc["planet-us", "original"] == "Planet"
    assert datasets.provenance(every).source_ids == ("one",)


def test_an_unknown_original_is_named(listed):
    with pytest.raises(ValueError, match="originals not in films: granny"):
        remakes.chronology(listed, samples.films().iloc[1:])


def test_destinations_split_released_and_waiting(every):
    result = remakes.destinations(every).set_index("country")
    assert result.index[:2].tolist() == ["ID", "US"]
    assert result.loc["US", ["remakes", "released", "waiting", "originals"]].tolist() == [
        2,
        1,
        1,
        2,
    ]
    assert result.loc["ID", ["first", "last"]].tolist() == [2017, 2019]
    assert result["remakes"].sum() == len(every)


def test_chains_count_released_countries_only(every):
    result = remakes.chains(every, at_least=3).set_index("original_film_id")
    assert result.index.tolist() == ["sunny", "granny"]
    assert result.loc["granny", ["remakes", "released", "countries", "korean"]].tolist() == [
        3,
        2,
        2,
        2,
    ]
    assert len(remakes.chains(every, at_least=4)) == 0


def test_the_grid_marks_plans_and_companies_of_released_remakes(every):
    grid = remakes.chain_grid(every, at_least=3)
    assert grid["original_film_id"].drop_duplicates().tolist() == ["sunny", "granny"]
    cell = grid.set_index(["original_film_id", "country"])
    assert cell.loc[("granny", "US"), ["released", "waiting", "korean"]].tolist() == [0, 1, True]
    assert cell.loc[("sunny", "ID"), "korean"] == False  # noqa: E712
    assert pd.isna(cell.loc[("sunny", "CN"), "year"])


def test_figures_prefer_tickets_and_say_what_is_covered(listed):
    result = remakes.figures(listed).set_index("remake_id")
    assert "granny-us" not in result.index
    assert result["known"].to_dict() == {
        "granny-vn": "whole run at home",
        "granny-id": "whole run at home",
        "sunny-id": "part of the run or a bound",
        "sunny-jp": "part of the run or a bound",
        "sunny-cn": "no figure",
        "planet-us": "worldwide or not said",
        "planet-in": "worldwide or not said",
    }
    assert result.loc["granny-id", ["measure", "unit"]].tolist() == ["admissions", "admissions"]
    assert result.loc["granny-vn", ["measure", "unit"]].tolist() == ["gross", "VND"]
    assert result.loc["planet-us", "unit"] == "USD"
    assert result.loc["sunny-cn", ["measure", "unit"]].isna().all()


def test_small_countries_are_added_up_at_the_end(listed):
    result = remakes.known_by_country(remakes.figures(listed), at_least=2)
    assert result["name"].tolist() == ["Indonesia", "other countries"]
    assert result["released"].tolist() == [2, 5]
    assert result[list(remakes.KNOWN)].sum(axis=1).tolist() == [2, 5]


def test_per_head_divides_by_each_countrys_population(listed):
    result = remakes.per_head(listed, samples.films(), populations(), reference())
    row = result.set_index("remake_id")
    # 1m of 100m against 8m of 50m; 0.5m of 125m (the year before) against 7m of 50m
    assert row.loc["granny-id", "ratio"] == pytest.approx(0.01 / 0.16)
    assert row.loc["sunny-id", "ratio"] == pytest.approx(0.004 / 0.14)
    assert row["whole"].tolist() == [True, False]
    assert datasets.provenance(result).source_ids == ("four", "one", "two")


def test_per_head_leaves_out_what_has_no_population(listed):
    empty = populations().query("territory == 'VN'")
    assert remakes.per_head(listed, samples.films(), empty, reference()).empty


def test_market_share_takes_tickets_before_gross_and_home_only(listed):
    years = pd.DataFrame(
        {
            "year": [2011, 2014],
            "admissions_total": [70e6, 200e6],
            "gross_krw_total": [1e12, 2e12],
            "source_ids": "six",
        }
    )
    near = pd.DataFrame(
        {
            "country": ["ID", "ID"],
            "year": [2017, 2019],
            "coverage": ["year", "2019-01 to 2019-06"],
            "admissions": [50e6, 20e6],
            "gross_local": [None, None],
            "source_ids": "seven",
        }
    )
    world = pd.DataFrame(
        {
            "territory": ["JP"],
            "year": [2018],
            "admissions": [None],
            "gross_local": [200e9],
            "source_ids": ["eight"],
        }
    )
    result = remakes.market_share(listed, samples.films(), years, near, world)
    row = result.set_index("remake_id")
    assert row.loc["granny-id", ["measure", "share", "original_share"]].tolist() == [
        "admissions",
        0.02,
        0.04,
    ]
    assert row.loc["granny-id", "ratio"] == 0.5
    assert row.loc["sunny-jp", "measure"] == "gross"
    assert row.loc["sunny-jp", "ratio"] == pytest.approx(0.01 / 0.05)
    assert "sunny-id" not in row.index, "half a year is no market of a year"
    assert set(datasets.provenance(result).source_ids) == {"one", "two", "six", "seven", "eight"}


def test_home_gross_never_takes_a_worldwide_one(listed):
    rates = pd.DataFrame(
        {
            "currency": ["KRW", "KRW", "VND", "JPY"],
            "year": [2011, 2014, 2015, 2018],
            "per_usd": [1000.0, 1000.0, 20_000.0, 100.0],
            "source_ids": "nine",
        }
    )
    result = remakes.home_gross(listed, samples.films(), rates).set_index("remake_id")
    assert result.index.tolist() == ["sunny-jp", "granny-vn"]
    assert result.loc["granny-vn", ["gross_usd", "original_gross_usd"]].tolist() == [5e6, 60e6]
    assert result.loc["sunny-jp", "ratio"] == pytest.approx(20 / 50)
    assert result["whole"].tolist() == [False, True]


def top_films() -> pd.DataFrame:
    rows = [
        # country, list, title, gross, admissions, remake_id, basis
        ("VN", "yearly", "Granny, again", 120.0, None, "granny-vn", "final"),
        ("VN", "yearly", "Best", 100.0, None, None, "final"),
        ("VN", "yearly", "Fair", 60.0, None, None, "running"),
        ("VN", "all_time", "Best", 100.0, None, None, "final"),
        ("ID", "comparator", "Small", 5.0, 10.0, "small-id", "lower_bound"),
        ("ID", "yearly", "Large", 1.0, 40.0, None, "final"),
        ("ID", "comparator", "Another", 9.0, 80.0, None, "final"),
        ("PH", "yearly", "Alone", 7.0, None, "alone-ph", "final"),
        ("PH", "comparator", "Unknown", None, None, "unknown-ph", None),
    ]
    columns = ["country", "list", "title_en", "gross_local", "admissions", "remake_id"]
    frame = pd.DataFrame(rows, columns=[*columns, "figure_basis"])
    frame["admissions"] = frame["admissions"].astype("Int64")
    return frame.assign(list_year=2015, gross_scope="domestic", source_ids="one")


def test_a_remake_is_held_against_the_other_listed_films_of_its_year():
    field = remakes.local_field(top_films())
    assert set(field["remake_id"]) == {"granny-vn", "small-id"}
    assert field["title"].tolist() == ["Granny, again", "Best", "Fair", "Large", "Small"]
    assert field["level"].tolist() == [1.2, 1.0, 0.6, 1.0, 0.25]
    result = remakes.local_standing(field).set_index("remake_id")
    assert result.loc["granny-vn", ["level", "to_median", "others", "above"]].tolist() == [
        1.2,
        1.5,
        2,
        0,
    ]
    assert result.loc["small-id", ["level", "others", "above"]].tolist() == [0.25, 1, 1]
    assert result["whole"].tolist() == [True, False]


def test_a_list_with_too_few_other_films_is_left_out():
    assert set(remakes.local_field(top_films(), at_least=2)["remake_id"]) == {"granny-vn"}
    assert remakes.local_standing(remakes.local_field(top_films(), at_least=3)).empty


def test_delays_give_a_median_by_group(every):
    result = remakes.delays(every, "country", at_least=2)
    assert result["group"].tolist() == ["Indonesia"]
    assert result[["value", "n"]].iloc[0].tolist() == [5.5, 2]
    periods = remakes.delays(every, "period", at_least=1)
    assert periods["group"].tolist() == ["2010–2014", "2015–2019", "2025–2029"]
    assert periods["value"].tolist() == [7, 5.0, 22]


def test_completion_has_wilsons_interval_and_the_rest_last(every):
    result = remakes.completion(every, at_least=2).set_index("name")
    assert result.index.tolist() == ["Indonesia", "US", "other countries"]
    us = inference.share(1, 2)
    assert result.loc["US", ["value", "low", "high"]].tolist() == [us.value, us.low, us.high]
    assert result.loc["other countries", "countries"] == "CN;IN;JP;VN"


def test_open_plans_count_the_years_waited(every):
    result = remakes.open_plans(every, as_of=2026)
    assert result[["remake_id", "age"]].to_numpy().tolist() == [["granny-us", 10]]


def test_partners_are_a_share_by_five_years(every):
    result = remakes.partners(every, at_least=1).set_index("period")
    assert result.loc["2015–2019", ["korean", "n", "value"]].tolist() == [2, 4, 0.5]
    assert remakes.partners(every, at_least=2).period.tolist() == ["2015–2019"]


def test_worldwide_lists_one_country_with_its_budgets(listed):
    result = remakes.worldwide(listed, joint(("planet-us", "US", 2025, "theatrical", 45e6)), "US")
    assert result[["remake_id", "gross_usd", "budget_usd"]].to_numpy().tolist() == [
        ["planet-us", 42e6, 45e6]
    ]
    assert datasets.provenance(result).source_ids == ("five", "one")


def programmes(**start: object) -> pd.DataFrame:
    row = {"year": 2018, "companies": "CJ ENM", "remake_ids": "x;planet-us", "source_ids": "ten"}
    row |= {"year_basis": None, "note": None}
    later = {**row, "year": 2025, "companies": "Late"}
    return pd.DataFrame([later, {**row, **start}])


def check_account(listed: pd.DataFrame, table: pd.DataFrame) -> pd.Series:
    result = remakes.account(
        "planet-us",
        listed,
        samples.films(),
        table,
        director="Jang",
        original_year=2003,
        country="US",
        company="CJ ENM",
        begun=2018,
        years=7,
    )
    return result.set_index("statement")["verdict"]


def test_an_account_is_checked_statement_by_statement(listed):
    assert set(check_account(listed, programmes())) == {"confirmed"}
    other = check_account(listed, programmes(year=2020))
    assert other["year of the start"] == "contradicted"
    assert other["years from start to release"] == "contradicted"
    assert other["director of the original"] == "confirmed"
    differ = check_account(listed, programmes(year_basis="unsettled"))
    assert differ["year of the start"] == "sources differ"
    assert differ["years from start to release"] == "sources differ"
    assert differ["Korean company that began it"] == "confirmed"
    none = check_account(listed, programmes().iloc[:0])
    assert none["Korean company that began it"] == "no source"
    assert none["year of the start"] == "no source"


def test_ways_count_released_films_in_two_spans(every):
    films = joint(
        ("a", "VN", 2020, "theatrical", None),
        ("b", "VN", 2021, "planned", None),
        ("c", "VN", 2010, "theatrical", None),
        ("d", "ID", 2020, "theatrical", None),
    )
    result = remakes.ways(every, films, last=2025).set_index("way")
    assert result.loc["remakes", ["earlier", "later"]].tolist() == [0, 1]
    assert result.loc["remakes with a Korean company", "later"] == 1
    assert result.loc["co-productions", ["earlier", "later", "from", "to"]].tolist() == [
        1,
        1,
        2016,
        2025,
    ]


def test_growth_takes_gross_before_admissions_and_whole_years_only():
    near = pd.DataFrame(
        {
            "country": ["VN", "VN", "VN", "ID", "ID"],
            "year": [2019, 2024, 2025, 2019, 2024],
            "coverage": ["year", "year", "2025-01 to 2025-08", "year", "year"],
            "admissions": [None, None, None, 100.0, 80.0],
            "gross_local": [10.0, 15.0, 99.0, None, None],
            "gross_usd": [None, 3.0, None, None, None],
            "source_ids": "one",
        }
    )
    world = pd.DataFrame(
        {
            "territory": ["US+CA"],
            "year": [2025],
            "admissions": [None],
            "gross_local": [9.0],
            "gross_usd": [9.0],
            "source_ids": ["two"],
        }
    )
    result = remakes.growth(near, world).set_index("territory")
    assert result.index.tolist() == ["ID", "VN"]
    assert result["level"].tolist() == [0.8, 1.5]
    assert result["measure"].tolist() == ["admissions", "gross"]
    assert result.loc["VN", ["gross_usd", "usd_year"]].tolist() == [3.0, 2024]


def test_companies_match_from_the_start_of_any_name(listed):
    assert remakes.company_rows(listed, "CJ").tolist()[:4] == [True, True, True, False]
    assert remakes.company_rows(listed, "Local").tolist()[0]
    assert not remakes.company_rows(listed, "ENM").any()


def test_results_of_chains_hold_what_is_known(listed):
    heads = remakes.per_head(listed, samples.films(), populations(), reference())
    standing = remakes.local_standing(remakes.local_field(top_films()))
    dollars = pd.DataFrame(
        {"remake_id": ["granny-vn", "granny-id"], "ratio": [0.08, 2.0], "whole": [True, False]}
    )
    given = (heads, standing, dollars)
    result = remakes.results_of_chains(listed, ["granny", "sunny"], "CJ", *given)
    assert result["money"].tolist() == [0.08, pytest.approx(float("nan"), nan_ok=True)]
    assert result["gross_local"].notna().tolist() == [True, False]
    assert result["currency"].notna().tolist() == [True, False]
    assert result["remake_id"].tolist() == ["granny-vn", "granny-id"]
    assert result[["rank", "level", "others"]].iloc[0].tolist() == [1, 1.2, 2]
    assert result["ratio"].iloc[1] == pytest.approx(0.0625)
    unknown = remakes.results_of_chains(
        listed.assign(local_rank=pd.array([pd.NA] * len(listed), dtype="Int64")),
        ["granny"],
        "CJ",
        heads.iloc[:0],
        standing.iloc[:0],
        dollars.iloc[:0],
    )
    judged = remakes.successes(unknown)
    assert not judged["known"].any()
    assert judged["success"].isna().all()
    late = remakes.results_of_chains(listed, ["granny"], "CJ", *given, decade=(2016, 2019))
    assert late["remake_id"].tolist() == ["granny-id"]


@pytest.mark.parametrize(
    ("rank", "level", "others", "ratio", "money", "success"),
    [
        (1, None, None, None, None, True),
        (11, None, None, None, None, False),
        (None, 0.5, 3, None, None, True),
        (None, 0.9, 2, None, None, None),
        (None, 0.9, 2, 0.2, None, False),
        (None, 0.4, 5, 1.0, None, True),
        (None, None, None, None, 1.0, True),
        (None, None, None, None, 0.99, None),
        (11, None, None, None, 0.99, False),
        (11, None, None, None, 1.2, True),
        (None, None, None, None, None, None),
    ],
)
def test_one_known_result_is_enough_for_success(rank, level, others, ratio, money, success):
    row = {"rank": rank, "level": level, "others": others, "ratio": ratio, "money": money}
    result = remakes.successes(pd.DataFrame([row], dtype="float64"))
    assert result["known"].tolist() == [success is not None]
    assert result["success"].astype("object").where(result["known"], None).tolist() == [success]


@given(st.lists(st.tuples(st.sampled_from(["US", "VN", "JP"]), st.booleans()), min_size=1))
def test_counts_add_up_whatever_the_list(rows):
    table = samples.table(
        *(
            {
                "remake_id": f"r{i}",
                "original_film_id": "granny",
                "country": country,
                "status": "released" if out else "announced",
                "release_date": "2020" if out else None,
            }
            for i, (country, out) in enumerate(rows)
        )
    )
    every = remakes.chronology(table, samples.films())
    goals, done = remakes.destinations(every), remakes.completion(every)
    assert goals["remakes"].sum() == done["n"].sum() == len(rows)
    assert goals["released"].sum() == done["released"].sum() == sum(out for _, out in rows)
    assert (done["low"] <= done["value"] + 1e-12).all()
    assert (done["value"] <= done["high"] + 1e-12).all()


@given(st.integers(1, 10**9), st.floats(0.01, 100))
def test_per_head_does_not_depend_on_the_size_of_the_unit(people, scale):
    table = samples.listed()
    plain = remakes.per_head(table, samples.films(), populations(), reference())
    both = populations().assign(population=lambda t: t.population * people)
    there = reference().assign(population_kr=lambda t: t.population_kr * people)
    scaled = remakes.per_head(table, samples.films(), both, there)
    np.testing.assert_allclose(plain["ratio"], scaled["ratio"])
