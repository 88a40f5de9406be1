"""Computations on films against cases small enough to check by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import films
from analysis.datasets import provenance


def table(rows: list[dict]) -> pd.DataFrame:
    """Rows of ``films`` with only the columns that a case needs filled."""
    defaults = {
        "origin": "korean",
        "format": "feature",
        "title_en": None,
        "release_date": None,
        "date_basis": "unknown",
        "directors": None,
        "admissions": None,
        "admissions_basis": None,
        "is_independent": None,
        "source_ids": "a",
    }
    frame = pd.DataFrame([{**defaults, **row} for row in rows])
    return frame.astype({"admissions": "Float64", "title_en": "str", "release_date": "str"})


def pool(**columns: list) -> pd.DataFrame:
    n = len(next(iter(columns.values())))
    defaults = {
        "film_id": [f"f{i}" for i in range(n)],
        "title": [f"F{i}" for i in range(n)],
        "year": 2010,
        "month": np.nan,
        "released": "2010-01-01",
        "directors": None,
        "admissions": np.nan,
        "basis": "final",
        "source_ids": "a",
    }
    return pd.DataFrame({**defaults, **columns}, index=range(n))


def test_the_universe_is_korean_films_and_coproductions_of_feature_length():
    result = films.universe(
        table(
            [
                {
                    "film_id": "a-2001",
                    "year": 2001,
                    "title_en": "A",
                    "release_date": "2001-07-20",
                    "date_basis": "korean_release",
                },
                {
                    "film_id": "my-film-2002",
                    "year": 2002,
                    "origin": "coproduction",
                    "is_independent": "yes",
                },
                {"film_id": "c-2003", "year": 2003, "origin": "foreign"},
                {"film_id": "d-2004", "year": 2004, "format": "short"},
                {"film_id": "e-1980", "year": 1980},
                {
                    "film_id": "f-2005",
                    "year": 2005,
                    "release_date": "2005-03",
                    "date_basis": "first_showing",
                },
                {
                    "film_id": "g-2006",
                    "year": 2006,
                    "release_date": "2006",
                    "date_basis": "korean_release",
                },
            ]
        )
    )
    assert result["film_id"].tolist() == ["a-2001", "my-film-2002", "f-2005", "g-2006"]
    assert result["title"].tolist()[:2] == ["A", "My film"]
    assert result["month"].tolist()[0] == 7
    assert result["month"].isna().tolist() == [False, True, True, True]
    assert result["independent"].tolist() == [False, True, False, False]


def test_counted_films_are_ranked_and_ties_share_a_place():
    result = films.counted(pool(admissions=[5.0, np.nan, 9.0, 5.0]))
    assert result["film_id"].tolist() == ["f2", "f0", "f3"]
    assert result["rank"].tolist() == [1, 2, 2]
    assert provenance(result).source_ids == ("a",)


def test_the_floor_is_the_lists_last_film():
    frame = pool(admissions=[5.0, 3.0, 1.0], source_ids=["kobis-top500;a", "b;kobis-top500", "a"])
    assert films.list_floor(frame) == 3
    with pytest.raises(ValueError, match="no film with a total cites other"):
        films.list_floor(frame, "other")


def test_the_club_takes_the_nearest_known_population():
    reference = pd.DataFrame({"year": [2010, 2011], "population_kr": [100, 200], "source_ids": "p"})
    frame = pool(
        admissions=[20.0, 30.0, 5.0], year=[2011, 2026, 2010], released=["2011-02", "2026-01", "x"]
    )
    result = films.club(films.counted(frame), reference, 20)
    assert result["film_id"].tolist() == ["f0", "f1"]
    assert result["per_100"].tolist() == [10, 15]
    assert result["population_year"].tolist() == [2011, 2011]
    assert result["rank"].tolist() == [2, 1]
    assert provenance(result).source_ids == ("a", "p")


def test_coverage_holds_the_largest_against_the_market():
    years = pd.DataFrame(
        {
            "year": [2010, 2011],
            "admissions_total": [100.0, 100.0],
            "admissions_korean": [50.0, 40.0],
            "source_ids": "m",
        }
    )
    frame = pool(
        admissions=[20.0, 10.0, 5.0, 8.0, 4.0],
        year=[2010, 2010, 2010, 2011, 1999],
        basis=["final", "final", "running", "final", "final"],
    )
    result = films.coverage(films.counted(frame), years, top=2).set_index("year")
    assert result.index.tolist() == [2010, 2011]
    assert result.loc[2010, ["tabled", "largest", "smallest_of_top"]].tolist() == [35, 30, 10]
    assert result.loc[2010, ["share_tabled", "share_top", "share_top_all"]].tolist() == [
        0.7,
        0.6,
        0.3,
    ]
    assert result.loc[2010, "largest_film"] == 0.4
    assert result["complete"].tolist() == [True, False], "2011 has one film only"


def test_gini_by_hand():
    assert films.gini(np.array([1.0, 1.0, 1.0])) == pytest.approx(0)
    # mean absolute difference of 1 and 3 over all four pairs is 1, twice the mean is 4
    assert films.gini(np.array([3.0, 1.0])) == pytest.approx(0.25)
    assert films.gini(np.array([[1.0, 3.0], [2.0, 2.0]]), axis=1).tolist() == [0.25, 0]
    assert films.gini(np.array([[1.0, 2.0], [3.0, 2.0]]), axis=0).tolist() == [0.25, 0]


positive = st.lists(st.floats(1, 1e7), min_size=2, max_size=30)


@given(positive, st.floats(0.01, 100))
def test_gini_lies_between_nought_and_one_and_ignores_the_unit(values, factor):
    sample = np.array(values)
    assert -1e-9 <= films.gini(sample) < 1
    assert films.gini(sample * factor) == pytest.approx(films.gini(sample), abs=1e-9)
    assert films.gini(np.repeat(sample, 2)) == pytest.approx(films.gini(sample), abs=1e-9)


def test_lorenz_starts_at_nothing_ends_at_all_and_sags():
    frame = pool(admissions=[10.0, 30.0, 60.0, 1.0], year=[2005, 2006, 2009, 2010])
    result = films.lorenz(films.counted(frame), 5, 2005, 2014)
    assert result["period"].unique().tolist() == ["2005–2009"]
    assert result["films"].tolist() == pytest.approx([0, 1 / 3, 2 / 3, 1])
    assert result["admissions"].tolist() == pytest.approx([0, 0.1, 0.4, 1])


def test_concentration_counts_what_is_not_final():
    frame = pool(
        admissions=[1.0, 3.0, 4.0, 4.0, 0.5],
        year=[2005, 2006, 2010, 2011, 2011],
        basis=["final", "running", "final", "final", "running"],
    )
    result = films.concentration(films.counted(frame), 1, 2005, 2014).set_index("period")
    assert result["gini"].tolist() == pytest.approx([0.25, 0])
    assert result["top_tenth"].tolist() == [0.75, 0.5]
    assert result["not_final"].tolist() == [1, 0]
    assert (result["low"] <= result["gini"] + 1e-12).all()
    assert result["n"].tolist() == [2, 2]


def test_months_have_medians_and_hits():
    frame = pool(admissions=[1e6, 3e6, 6e6, 2e6], month=[7, 7, 7, np.nan])
    (row,) = films.by_month(films.counted(frame)).to_dict("records")
    assert (row["month"], row["n"], row["median"], row["hits"]) == (7, 3, 3e6, 1)


def test_a_season_is_held_against_its_own_year():
    frame = pool(
        admissions=[40.0, 10.0, 10.0, 400.0, 100.0, 100.0],
        month=[7, 1, 2, 8, 3, 4],
        year=[2010, 2010, 2010, 2011, 2011, 2011],
    )
    found = films.season_effect(films.counted(frame), (7, 8))
    assert found.value == pytest.approx(4)
    assert found.n == 6
    assert 0 < found.p < 1


def test_share_below_counts_the_others_with_less():
    below = films.share_below(pd.Series([0.0, 0.0, 2.0, 5.0, np.nan]))
    assert below.tolist()[:4] == [0, 0, pytest.approx(2 / 3), 1]
    assert np.isnan(below[4])
    assert films.share_below(pd.Series([1.0, np.nan])).isna().all()


@given(st.lists(st.integers(0, 9), min_size=2, max_size=40))
def test_share_below_keeps_the_order(values):
    below = films.share_below(pd.Series(values, dtype="float64"))
    assert below.between(0, 1).all()
    assert below.min() == 0
    assert (below.rank() == pd.Series(values).rank()).all()


def canon(*rows: tuple) -> pd.DataFrame:
    names = ["film_id", "publisher", "year", "list_name"]
    return pd.DataFrame(list(rows), columns=names).assign(source_ids="c")


def shown(*rows: tuple) -> pd.DataFrame:
    names = ["film_id", "festival", "result", "timing"]
    return pd.DataFrame(list(rows), columns=names).assign(source_ids="s")


def scores(*rows: tuple) -> pd.DataFrame:
    names = ["film_id", "source_name", "scored_by", "score"]
    return pd.DataFrame(list(rows), columns=names).assign(source_ids="r")


def few() -> dict:
    return {
        "canon": canon(
            ("f0", "A", 2014, "a"),
            ("f0", "A", 2024, "b"),
            ("f0", "B", 2020, "c"),
            ("f1", "A", 2014, "a"),
        ),
        "selections": shown(
            ("f0", "cannes", "selected", "current"),
            ("f0", "cannes", "won", "current"),
            ("f0", "cannes", "won", "current"),
            ("f1", "oscars", "submitted", "current"),
            ("f2", "berlin", "selected", "late"),
        ),
        "scores": scores(
            ("f0", "Site", "critics", 90),
            ("f1", "Site", "critics", 50),
            ("f2", "Site", "critics", 10),
            ("f0", "Other", "users", 5),
            ("f3", "Lone", "users", 3),
        ),
    }


def test_acclaim_counts_publishers_festivals_and_prizes_and_places_scores_by_site():
    frame = pool(admissions=[1.0, 2.0, 3.0, 4.0])
    result = films.acclaim(frame, **few(), fewest=3).set_index("film_id")
    assert result["lists"].tolist() == [2, 1, 0, 0]
    assert result["festivals"].tolist() == [1, 0, 0, 0], "no submission and no late showing"
    assert result["won"].tolist() == [2, 0, 0, 0]
    assert result["awarded"].tolist() == [1, 0, 0, 0], "two prizes of one festival"
    assert result["canon"].tolist() == [1, pytest.approx(2 / 3), 0, 0]
    assert result["critics"].tolist()[:3] == [1, 0.5, 0]
    assert np.isnan(result.loc["f3", "critics"])
    assert result["users"].isna().all(), "sites with too few films are not used"
    assert provenance(result).source_ids == ("a", "c", "r", "s")


def kinds(**columns: list) -> pd.DataFrame:
    n = len(columns["admissions"])
    blank = dict.fromkeys(films.PARTS, 0.0)
    zero = {"lists": 0, "festivals": 0, "won": 0}
    return pool(**{**{k: [v] * n for k, v in {**blank, **zero}.items()}, **columns})


def test_the_gem_score_is_acclaim_less_audience():
    frame = kinds(
        admissions=[10.0, 20.0, 30.0, np.nan],
        canon=[1.0, 0.0, 1.0, 1.0],
        critics=[np.nan, np.nan, 1.0, 1.0],
        users=[np.nan, 0.5, np.nan, 1.0],
    )
    result = films.gem_scores(frame).set_index("film_id")
    assert result.index.tolist() == ["f0", "f1", "f2"], "best score first, no total no score"
    assert result["acclaim"].tolist() == pytest.approx([1 / 3, 0.5 / 4, 2 / 4])
    assert result["audience"].tolist() == [0, 0.5, 1]
    assert result["score"].tolist() == pytest.approx([1 / 3, -0.375, -0.5])
    assert result["gem_rank"].tolist() == [1, 2, 3]
    zero = films.gem_scores(frame, missing="zero").set_index("film_id")
    assert zero.loc["f0", "acclaim"] == pytest.approx(1 / 5)
    only = films.gem_scores(frame, {"canon": 2}, audience_weight=0.5).set_index("film_id")
    assert only["score"].to_dict() == {"f0": 1, "f1": -0.25, "f2": 0.5}


def test_the_audience_can_be_placed_within_five_years():
    frame = kinds(admissions=[10.0, 20.0, 30.0, 40.0], year=[2005, 2009, 2010, 2014])
    result = films.gem_scores(frame, by_period=True).set_index("film_id").sort_index()
    assert result["audience"].tolist() == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"missing": "mean"}, "not 'mean'"),
        ({"weights": {"fame": 1}}, "canon, selections"),
        ({"weights": {"canon": 0}}, "one above zero"),
        ({"weights": {"canon": 2, "users": -1}}, "none below"),
    ],
)
def test_weights_that_make_no_sense_are_refused(settings, words):
    with pytest.raises(ValueError, match=words):
        films.gem_scores(kinds(admissions=[1.0, 2.0]), **settings)


@given(
    st.lists(st.floats(0, 1), min_size=5, max_size=5),
    st.lists(st.floats(0.01, 1), min_size=5, max_size=5),
)
def test_acclaim_lies_between_the_least_and_the_best_kind(values, weights):
    row = {part: [value, 0.0] for part, value in zip(films.PARTS, values, strict=True)}
    frame = kinds(admissions=[1.0, 2.0], **row)
    chosen = dict(zip(films.PARTS, weights, strict=True))
    result = films.gem_scores(frame, chosen).set_index("film_id")
    assert min(values) - 1e-9 <= result.loc["f0", "acclaim"] <= max(values) + 1e-9


def test_random_weights_leave_a_film_first_in_every_kind_first():
    best = {part: [1.0, 0.4, 0.0] for part in films.PARTS}
    scored = films.gem_scores(kinds(admissions=[1.0, 5.0, 9.0], **best))
    result = films.rank_intervals(scored, draws=200).set_index("film_id")
    assert result.loc["f0", ["low", "middle", "high", "positive"]].tolist() == [1, 1, 1, 1]
    assert result.loc["f2", ["low", "high", "positive"]].tolist() == [3, 3, 0]
    again = films.rank_intervals(scored, draws=200).set_index("film_id")
    pd.testing.assert_frame_equal(result, again)


def test_leaving_out_a_source_takes_its_acclaim():
    frame = pool(admissions=[1.0, 2.0, 3.0, 4.0])
    result = films.leave_one_out(frame, **few())
    assert set(result["without"]) == {
        "A",
        "B",
        "cannes",
        "berlin",
        "oscars",
        "Site",
        "Other",
        "Lone",
    }
    assert (result.groupby("without").size() == 4).all()
    second = result[result["film_id"] == "f1"].set_index("without")["score"]
    assert second["A"] < second["B"]


def test_a_gem_stays_only_if_both_trials_leave_it_one():
    scored = pool(admissions=[1.0, 2.0, 3.0]).assign(gem_rank=[1, 2, 3], score=[0.5, 0.4, 0.3])
    intervals = pd.DataFrame(
        {"film_id": ["f0", "f1", "f2"], "low": 1, "middle": 2, "high": 3, "positive": [1, 0.9, 1]}
    )
    without = pd.DataFrame(
        {
            "film_id": ["f0", "f0", "f1", "f2", "f2"],
            "without": ["A", "B", "A", "A", "B"],
            "score": [0.4, 0.1, 0.2, -0.1, 0.5],
            "gem_rank": [1, 2, 1, 3, 1],
        }
    )
    result = films.gems(scored, intervals, without).set_index("film_id")
    assert result["stays"].tolist() == [True, False, False]
    assert result.loc["f0", ["worst", "worst_without"]].tolist() == [2, "B"]
    assert result.loc["f2", "lowest"] == -0.1


def test_variants_of_one_ranking_share_its_top():
    random = np.random.default_rng(3)
    n = 40
    values = {part: random.random(n).round(2).tolist() for part in films.PARTS}
    result = films.variants(kinds(admissions=list(range(1, n + 1)), **values), first=5)
    assert result["shared"].between(0, 5).all()
    assert result["n"].eq(n).all()
    assert len(result) == 7


def test_a_film_without_a_total_is_bounded_by_the_list():
    frame = kinds(
        admissions=[10.0, 20.0, 30.0, 40.0, np.nan, np.nan, np.nan],
        year=[2010] * 5 + [2022, 2011],
        canon=[0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0],
        critics=[np.nan] * 7,
        users=[np.nan] * 7,
        lists=[0, 0, 0, 0, 2, 2, 0],
    )
    result = films.uncounted(frame, films.gem_scores(frame), floor=25)
    (row,) = result.to_dict("records")
    assert row["film_id"] == "f4", "others are outside the list's years or not acclaimed"
    assert row["score_high"] == pytest.approx(1 / 3)
    assert row["score_low"] == pytest.approx(1 / 3 - 0.5)
    # scores of the others are 0, -1/3, -2/3, -1
    assert (row["rank_high"], row["rank_low"]) == (1, 2)


def test_an_acclaimed_film_is_a_hit_or_outside_or_not_known():
    frame = kinds(
        admissions=[50.0, 40.0, 30.0, np.nan, np.nan, 9.0, np.nan],
        year=[2010, 2010, 2010, 2010, 2022, 2022, 2011],
        lists=[1, 0, 1, 1, 1, 1, 1],
    )
    result = films.acclaimed_places(frame, floor=35, top=2).set_index("film_id")
    assert result["place"].to_dict() == {
        "f0": "hit",
        "f2": "outside",
        "f3": "outside",
        "f4": "not known",
        "f5": "hit",
        "f6": "not known",
    }
    higher = films.acclaimed_places(frame, floor=45, top=2).set_index("film_id")
    assert higher.loc["f3", "place"] == "not known", "the list ends above the year's last hit"


def later() -> pd.DataFrame:
    frame = pool(
        admissions=[100.0, np.nan, np.nan, np.nan, 900_000.0], year=[2003, 2003, 2004, 2000, 2003]
    )
    lists = canon(
        ("f0", "A", 2014, "a"),
        ("f0", "A", 2005, "too soon"),
        ("f1", "A", 2014, "a"),
        ("f1", "B", None, "no year"),
        ("f3", "A", 2014, "a"),
        ("f4", "A", 2014, "a"),
    )
    remakes = pd.DataFrame(
        {
            "original_film_id": ["f0", "f2", "f2"],
            "remake_title": ["R", "S", "T"],
            "status": ["released", "released", "announced"],
            "release_date": ["2025-10", "2012", None],
            "source_ids": "m",
        }
    )
    others = pd.DataFrame(
        {
            "film_id": ["f1", "f1", "f2"],
            "scope": ["national", "national", "seoul"],
            "measure": ["opening_day", "total", "total"],
            "admissions": [10, 60, 7],
        }
    )
    return films.later_life(frame, lists, remakes, others, floor=1_000)


def test_later_life_takes_what_came_five_years_after():
    result = later()
    assert result[["film_id", "event", "lag"]].to_numpy().tolist() == [
        ["f3", "list", 14],
        ["f0", "list", 11],
        ["f0", "remake", 22],
        ["f1", "list", 11],
        ["f4", "list", 11],
        ["f2", "remake", 8],
    ]
    facts = result.drop_duplicates("film_id").set_index("film_id")
    assert facts["known"].to_dict() == {
        "f0": "total",
        "f1": "part",
        "f2": "below floor",
        "f3": "not known",
        "f4": "total",
    }
    assert facts.loc["f1", "audience"] == 60
    assert facts.loc[["f0", "f1", "f2"], "at_most"].tolist() == [100, 1_000, 1_000]
    assert np.isnan(facts.loc["f3", "at_most"])


def test_cult_films_are_small_or_open():
    result = films.cult(later(), small=500).set_index("film_id")
    assert result["state"].to_dict() == {"f3": "open", "f0": "small", "f1": "open", "f2": "open"}
    assert result.loc["f0", ["lists", "remakes"]].tolist() == [1, 1]


def test_small_and_larger_films_come_back_apart():
    frame = pool(
        film_id=["a", "b", "c", "d", "e"],
        year=[2001, 2005, 2005, 2005, 2020],
        admissions=[10.0, 20.0, 600.0, 700.0, 5.0],
    )
    events = pd.DataFrame({"film_id": ["a", "c", "c"], "event_year": [2010, 2012, 2022]})
    small, large = films.came_back(frame, events, small=500)
    assert (small.value, small.n) == (0.5, 2), "the film of 2020 is too young"
    assert (large.value, large.n) == (0.5, 2)


def test_spellings_of_a_name_come_together():
    names = pd.Series(["Bong Joon-ho", "Bong Joon Ho", "E J-yong", "J.K. Youn"])
    assert films.name_key(names).tolist() == ["bongjoonho", "bongjoonho", "ejyong", "jkyoun"]
    frame = pool(
        admissions=[1.0, 2.0, 3.0, 4.0],
        year=[2005, 2000, 2010, 2011],
        directors=["Bong Joon Ho", "Bong Joon-ho;Other One", "Bong Joon Ho", None],
    )
    result = films.credits(frame)
    mine = result[result["key"] == "bongjoonho"]
    assert mine["director"].unique().tolist() == ["Bong Joon Ho"]
    assert mine["debut"].unique().tolist() == [2000]
    assert len(result) == 4


def test_directors_are_summed_over_their_films():
    frame = kinds(
        admissions=[10.0, np.nan, 30.0, 5.0],
        directors=["A B", "A B", "A-B;C", "C"],
        lists=[2, 1, 0, 0],
        festivals=[1, 0, 0, 0],
        won=[0, 0, 3, 0],
        awarded=[0, 1, 1, 0],
    )
    (row,) = films.directors(frame, fewest=3).to_dict("records")
    assert (row["key"], row["films"], row["counted"]) == ("ab", 3, 2)
    assert (row["admissions"], row["median"]) == (40, 20)
    assert (row["selected"], row["won"], row["listed"]) == (1, 3, 2)
    assert (row["singled"], row["canonical"]) == (3, 2), "two lists; a list and a prize"
    assert films.directors(frame, bodies=1)["canonical"].tolist() == [3]
    assert len(films.directors(frame, fewest=2)) == 2


def test_newcomers_are_counted_by_group_and_window():
    frame = kinds(
        admissions=[2e6, 1e6, 3e6, np.nan, 5.0],
        year=[2005, 2009, 2012, 2012, 2013],
        directors=["A", "A", "A;B", "D", None],
        festivals=[0, 0, 1, 1, 0],
    )
    first = films.newcomers(frame, 2005, 2014).set_index(["group", "period"])
    assert first["new"].to_dict() == {
        ("films", "2005–2009"): 1,
        ("films", "2010–2014"): 1,
        ("hits", "2005–2009"): 1,
        ("hits", "2010–2014"): 0,
        ("selected", "2010–2014"): 1,
    }
    assert first.loc[("hits", "2005–2009"), ["n", "share"]].tolist() == [2, 0.5]
    assert first.loc[("hits", "2005–2009"), "admissions"] == pytest.approx(2 / 3)
    five = films.newcomers(frame, 2005, 2014, window=5).set_index(["group", "period"])
    assert five.loc[("hits", "2005–2009"), "new"] == 2
    assert five.loc[("hits", "2010–2014"), "new"] == 0, "one of the two is not new"


def test_the_newest_period_is_held_against_the_one_before():
    shares = pd.DataFrame(
        {
            "period": ["2010–2014", "2015–2019", "2020–2024"],
            "group": "hits",
            "n": [10, 10, 10],
            "new": [6, 4, 2],
        }
    )
    found = films.newest_against_before(shares)
    assert found.value == pytest.approx(0.2 - 0.4)
    assert found.n == 20
    assert found.low < found.value < found.high


def test_a_film_is_placed_by_audience_and_acclaim():
    scored = pool(admissions=[5.0, 9.0, 7.0]).assign(acclaim=[0.1, 0.2, 0.9])
    found = films.place(scored, "f2")
    assert (found.rank, found.acclaim_rank, found.n, found.title) == (2, 1, 3, "F2")
    with pytest.raises(KeyError, match="x has no national total"):
        films.place(scored, "x")
