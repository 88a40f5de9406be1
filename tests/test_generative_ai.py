"""Computations on films made with generative AI, against cases small enough to check by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import generative_ai
from analysis.datasets import provenance
from tests.samples import generative_ai as samples


def facts() -> pd.DataFrame:
    return generative_ai.printed_facts(samples.ai_films(), samples.films(), samples.statements())


def test_each_fact_says_how_it_is_known():
    state = facts().set_index(["film_id", "fact"])["state"]
    assert state[samples.RIDER, "budget_krw"] == "statement"
    assert state[samples.RIDER, "admissions"] == "statement"
    assert state[samples.RIDER, "break_even_admissions"] == "printed"
    assert state[samples.RIDER, "shoot_days"] == "not known"
    assert state[samples.HUT, "shoot_days"] == "printed"
    assert state[samples.HUT, "admissions"] == "not in cinemas"
    assert state["clip-2024", "shoot_days"] == "no shoot"
    assert state["clip-2024", "admissions"] == "not known"
    value = facts().set_index(["film_id", "fact"])["value"]
    assert value["echo-2025", "runtime_min"] == 100, "from the catalogue of films"
    assert value[samples.RIDER, "runtime_min"] == 61


def test_features_come_first_and_by_date():
    assert list(dict.fromkeys(facts()["film_id"])) == [
        samples.RIDER,
        "echo-2025",
        samples.HUT,
        "clip-2024",
    ]


def test_completeness_counts_only_what_applies():
    parts = generative_ai.completeness(facts()).set_index("format")
    # rider 7, echo 7, hut without two facts on cinemas 5; clip without a shoot 6
    assert parts.loc["feature", ["works", "asked", "printed", "said"]].tolist() == [3, 19, 9, 2]
    assert parts.loc["short", ["works", "asked", "printed", "said"]].tolist() == [1, 6, 2, 0]
    assert parts["share"].tolist() == [9 / 19, 2 / 6]


def test_budgets_stand_in_won_of_the_newest_year():
    costs = samples.budgets().set_index("film_id")
    assert costs["budget_real_krw"].to_dict() == {
        samples.HUT: 3e8,
        "lake-2025": 4e8,
        samples.RIDER: 5e8,
        "hill-2024": 2e6 * 1_400,
        "sea-2025": 8e9,
        samples.OLD: 1e10 * 100 / 80,
    }
    assert costs["known"].to_dict() == {
        samples.HUT: "printed",
        "lake-2025": "printed",
        samples.RIDER: "statement",
        "hill-2024": "lower bound",
        "sea-2025": "printed",
        samples.OLD: "printed",
    }
    # The Daily and The Times differ
    assert costs.loc[samples.RIDER, "budget_high_real_krw"] == 1e9
    assert costs.loc["lake-2025", "budget_high_real_krw"] == 4e8
    assert costs["ai"].sum() == costs["led"].sum() == 2
    assert costs.loc["lake-2025", "cost_per_minute_krw"] == 4e8 / 90
    assert costs.loc["lake-2025", "cost_per_admission_krw"] == 4e8 / 60_000
    assert np.isnan(costs.loc[samples.RIDER, "cost_per_admission_krw"])
    assert costs["budget_real_krw"].is_monotonic_increasing
    assert set(provenance(samples.budgets()).source_ids) == {"one", "two", "three", "four"}


def test_an_audience_that_is_only_stated_gives_a_cost_an_admission():
    units = samples.units().set_index("film_id")
    assert units.loc[samples.RIDER, "admissions"] == 5_000
    assert units.loc[samples.RIDER, "cost_per_admission_krw"] == 1e5
    assert units.loc[samples.RIDER, "cost_per_admission_high_krw"] == 2e5
    assert units.loc[samples.RIDER, "cost_per_minute_high_krw"] == pytest.approx(1e9 / 61)
    assert units.loc["lake-2025", "admissions"] == 60_000


def test_the_ordinary_costs_are_the_newest_means_net_where_known():
    assert samples.ordinary().iloc[:, :4].to_numpy().tolist() == [
        ["commercial", 2016, "net", 6e9 * 100 / 80],
        ["all", 2024, "total", 2e9],
    ]
    none = samples.production().assign(total_cost_films="unclear", net_cost_films="unclear")
    assert generative_ai.ordinary_cost(none, samples.reference()).empty


def test_standing_compares_with_conventional_films_only():
    rank = generative_ai.standing(samples.budgets(), samples.RIDER)
    # conventional: 0.4, 2.8, 8 and 12.5 billion won
    assert (rank.title, rank.value, rank.median, rank.n) == ("Rider", 5e8, 5.4e9, 4)
    assert rank.ratio == pytest.approx(5e8 / 5.4e9)
    assert rank.cheaper == 1
    assert rank.low <= rank.median <= rank.high
    with pytest.raises(KeyError, match="no budget_real_krw of echo-2025"):
        generative_ai.standing(samples.budgets(), "echo-2025")


@given(st.floats(1.01, 1_000))
def test_films_of_like_budget_lie_within_the_factor(factor):
    costs = samples.budgets()
    near = generative_ai.like_budget(costs, samples.RIDER, factor)
    assert not near["ai"].any()
    # stated costs of 0.5 and of 1 billion won
    assert near["budget_real_krw"].between(5e8 / factor, 1e9 * factor).all()
    assert ("lake-2025" in set(near["film_id"])) == (factor >= 1.25)
    assert ("hill-2024" in set(near["film_id"])) == (factor >= 2.8)


def test_a_film_without_a_budget_has_no_neighbours():
    assert generative_ai.like_budget(samples.budgets(), "echo-2025").empty


def test_shoots_put_days_beside_sessions():
    days = generative_ai.shoots(samples.ai_films(), samples.costs(), samples.films())
    assert days[["film_id", "ai", "days"]].to_numpy().tolist() == [
        [samples.HUT, True, 4.0],
        ["hill-2024", False, 25.0],
        [samples.OLD, False, 40.0],
    ]
    assert days["runtime_min"].tolist() == [50, 120, 100]


def test_statements_become_times_less():
    found = generative_ai.ratios(samples.statements(), samples.RIDER).set_index("statement_id")
    assert found.index.tolist() == ["b", "a", "e", "c"]
    assert found.loc["a", ["low", "high"]].tolist() == [10, 10]
    # two days of eight hours over two hours; three days over one hour
    assert found.loc["b", ["low", "high"]].tolist() == [8, 24]
    assert found.loc["c", ["low", "high"]].tolist() == [2, 2]
    # one to two billion won over half a billion to one
    assert found.loc["e", ["low", "high"]].tolist() == [1, 4]
    assert found["kind"].tolist() == [
        "both figures stated",
        "ratio stated",
        "two statements",
        "share stated",
    ]


def test_a_usual_cost_without_a_cost_gives_no_ratio():
    rows = samples.statements().query("unit != 'KRW'")
    assert "e" not in set(generative_ai.ratios(rows, samples.RIDER)["statement_id"])


@given(st.floats(0.1, 100), st.floats(1, 10), st.floats(0.1, 100), st.floats(1, 10))
def test_a_ratio_has_its_ends_in_order(low, wider, usual, farther):
    row = (
        samples.statements()
        .query("statement_id == 'b'")
        .assign(low=low, high=low * wider, usual_low=usual, usual_high=usual * farther)
    )
    found = generative_ai.ratios(row, samples.RIDER).iloc[0]
    assert found["low"] <= found["high"] * (1 + 1e-9)


def test_audiences_stand_against_break_even_points():
    levels = samples.audiences().set_index("film_id")
    assert levels["level"].round(4).to_dict() == {
        samples.RIDER: 0.25,
        "echo-2025": 0.3333,
        "hill-2024": 0.75,
        samples.OLD: 2.0,
    }
    assert levels["known"].to_dict() == {
        samples.RIDER: "statement",
        "echo-2025": "rounded",
        "hill-2024": "running",
        samples.OLD: "count",
    }
    assert levels["led"].to_dict() == {
        samples.RIDER: True,
        "echo-2025": False,
        "hill-2024": False,
        samples.OLD: False,
    }
    # Lake with 60,000 and Hill with 900,000
    assert levels.loc[samples.RIDER, ["like_median", "like_n"]].tolist() == [480_000, 2]
    assert np.isnan(levels.loc["echo-2025", "like_median"])


def test_a_film_without_a_count_stays_in_the_list():
    silent = samples.statements().query("topic != 'audience'")
    levels = generative_ai.audiences(
        samples.ai_films(), samples.costs(), samples.films(), silent, samples.budgets()
    )
    last = levels.iloc[-1]
    assert (last["film_id"], last["known"]) == (samples.RIDER, "not known")
    assert np.isnan(last["level"])


def test_public_money_is_found_by_the_word():
    money = generative_ai.public_money(samples.policy())
    assert money["programme"].tolist() == ["AI content", "AI film", "new technology"]
    assert money["field"].tolist() == ["all content", "film", "film"]
    assert money["only_ai"].tolist() == [True, True, False]


def test_work_keeps_hiring_teams_and_fears_apart():
    said = generative_ai.work(samples.statements())
    assert said["statement_id"].tolist() == ["g", "t", "h"]
    assert said["topic"].tolist() == ["work", "team", "threat"]
    assert said["people"].tolist()[:2] == [30, 6]
    assert np.isnan(said["people"].iloc[2])
    assert said["independent"].tolist() == [False, False, True]


def test_acts_are_ordered_by_the_first_day_of_their_date():
    rows = samples.copyright_acts()
    rows.loc[len(rows)] = ["z", "2026", "law", "authorship", "human_part", "House", "rules", "one"]
    history = generative_ai.acts(rows)
    assert history["act_id"].tolist() == ["a", "b", "c", "d", "e", "f", "z"]
    assert history["when"].dt.strftime("%Y-%m-%d").tolist()[1] == "2024-03-01"
    assert history.set_index("act_id")["authority"].to_dict()["d"] is False
    assert history["binding"].tolist() == [False] * 6 + [True]
