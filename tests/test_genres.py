"""Genres and their blends, against cases small enough to check by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import genres
from analysis.datasets import Provenance


def films(*rows: tuple) -> pd.DataFrame:
    """Make a catalogue of (year, labels, admissions)."""
    frame = pd.DataFrame(rows, columns=["year", "genres", "admissions"])
    frame["film_id"] = [f"film-{i}" for i in range(len(frame))]
    frame["title"] = frame["film_id"].str.title()
    start = frame["year"] // 5 * 5
    frame["period"] = start.astype(str) + "–" + (start + 4).astype(str)
    frame["admissions"] = frame["admissions"].astype("float64")
    frame["labels"] = frame["genres"].str.split(";").str.len()
    frame["three"] = frame["labels"] >= 3
    frame["crossing"] = False
    return frame.assign(source_ids="a")


def labelled() -> pd.DataFrame:
    rows = [
        ("ghost-2001", "tmdb", "horror"),
        ("ghost-2001", "tmdb", "comedy"),
        ("ghost-2001", "tmdb", "drama"),
        ("ghost-2001", "kobis-2020", "horror"),
        ("letters-2000", "tmdb", "romance"),
        ("short-2002", "tmdb", "drama"),
        ("abroad-2003", "tmdb", "drama"),
        ("old-1980", "tmdb", "drama"),
    ]
    frame = pd.DataFrame(rows, columns=["film_id", "scheme", "label"]).astype(
        {"scheme": "category", "label": "category"}
    )
    frame["source_ids"] = "labels"
    frame.attrs["provenance"] = Provenance(("film_genres",), ("labels",))
    return frame


def table() -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "film_id": ["ghost-2001", "letters-2000", "short-2002", "abroad-2003", "old-1980"],
            "title_en": ["Ghost", None, "Short", "Abroad", "Old"],
            "title_ko": ["귀신", "편지", None, None, None],
            "origin": ["korean", "korean", "korean", "foreign", "korean"],
            "format": ["feature", "feature", "short", "feature", "feature"],
            "year": pd.array([2001, 2000, 2002, 2003, 1980], dtype="Int64"),
            "admissions": pd.array([500, None, None, None, 7], dtype="Int64"),
            "source_ids": "film",
        }
    )
    frame.attrs["provenance"] = Provenance(("films",), ("film",))
    return frame


def test_the_catalogue_keeps_korean_features_of_one_scheme():
    result = genres.catalogue(labelled(), table())
    assert result["film_id"].tolist() == ["letters-2000", "ghost-2001"]
    assert result["title"].tolist() == ["편지", "Ghost"]
    assert result["genres"].tolist() == ["romance", "comedy;drama;horror"]
    assert result["labels"].tolist() == [1, 3]
    assert result["besides_drama"].tolist() == [1, 2]
    assert result["three"].tolist() == [False, True]
    assert result["crossing"].tolist() == [False, True]
    assert result["period"].tolist() == ["2000–2004"] * 2
    assert np.isnan(result["admissions"][0])
    assert result["source_ids"][0] == "film;labels"
    assert result.attrs["provenance"].tables == ("film_genres", "films")
    assert genres.catalogue(labelled(), table(), "kobis-2020")["genres"].tolist() == ["horror"]
    with pytest.raises(ValueError, match="scheme 'press' labels no Korean feature film since 1996"):
        genres.catalogue(labelled(), table(), "press")


def test_incidence_spreads_labels():
    result = genres.incidence(films((2000, "action;drama", 1), (2001, "drama", 1)))
    assert result.columns.tolist() == ["action", "drama"]
    assert result.to_numpy().tolist() == [[1, 1], [0, 1]]


def test_periods_have_means_and_shares():
    frame = films((2000, "a;b", 1), (2004, "a;b;c;d", 1), (2025, "a", 1), (2026, "a;b;c", 1))
    result = genres.by_period(frame)
    assert result["value"].tolist() == [3, 2]
    assert result["n"].tolist() == [2, 2]
    assert result["partial"].tolist() == [False, True]
    assert (result["low"] <= result["value"]).all()
    shares = genres.by_period(frame, "three")
    assert shares["value"].tolist() == [0.5, 0.5]
    assert shares["low"].between(0.09, 0.1).all()  # Wilson's interval for 1 of 2


def test_a_trend_is_the_slope_times_the_span():
    rows = [(2000 + i, ";".join("abcdefghij"[: 1 + i // 2]), 1) for i in range(12)]
    frame = films(*rows, (2025, "a;b;c;d;e;f;g;h;i", 1))
    result = genres.trend(frame, per=20)
    slope = np.polyfit(frame["year"][:12], frame["labels"][:12], 1)[0]
    assert result.value == pytest.approx(20 * slope)
    assert result.low < result.value < result.high
    assert result.n == 12
    assert genres.trend(frame, per=10).value == pytest.approx(10 * slope)


def test_a_trend_within_groups_leaves_out_what_groups_explain():
    rows = [(2000 + i, "a;b;c" if i % 2 else "a", 1 + i % 2) for i in range(20)]
    frame = films(*rows).assign(size=lambda held: held["admissions"])
    assert abs(genres.trend(frame).value) > 0.01
    assert genres.trend(frame, within="size").value == pytest.approx(0, abs=1e-9)


def test_trends_come_for_three_samples():
    rows = [(2000 + i, "a;b" if i % 3 else "a", i + 1 if i % 2 else None) for i in range(40)]
    result = genres.trends(genres.with_audience(films(*rows)), ["labels", "three"])
    assert result["measure"].tolist() == ["labels"] * 3 + ["three"] * 3
    counts = result.set_index(["measure", "sample"])["n"]
    assert counts["labels", "all films"] == 25
    assert counts["labels", "admissions known"] == counts["labels", "like admissions"] == 12
    assert result.set_index(["measure", "sample"])["value"]["three", "all films"] == 0


@pytest.mark.filterwarnings("ignore:Perfect separation")
def test_pairs_that_mix_evenly_have_ratio_one():
    names = ["a;b", "a;c", "a;d", "b;c", "b;d", "c;d"] * 4
    found = genres.pairs(films(*[(2000, name, 1) for name in names]))
    assert found["observed"].tolist() == [4] * 6
    assert found["expected"].to_numpy() == pytest.approx(np.full(6, 4))
    assert found["ratio"].to_numpy() == pytest.approx(np.ones(6))
    assert found["log2"].to_numpy() == pytest.approx(np.zeros(6), abs=1e-6)
    assert ((found["low"] < 1) & (found["high"] > 1)).all()


def test_expected_pairs_keep_each_labels_total_and_ratios_are_shrunk():
    names = ["a;b"] * 20 + ["c;d"] * 20 + ["a;c"] * 2 + ["b;d"] * 2 + ["a;d"] + ["b;c"] + ["a"] * 9
    frame = films(*[(2000, name, 1) for name in names])
    found = genres.pairs(frame)
    for label in "abcd":
        held = found[(found["a"] == label) | (found["b"] == label)]
        assert held["expected"].sum() == pytest.approx(held["observed"].sum(), rel=1e-4)
    first = found.set_index(["a", "b"]).loc[("a", "b")]
    assert first["ratio"] == pytest.approx((first["observed"] + 5) / (first["expected"] + 5))
    assert first["low"] > 1
    tight = genres.pairs(frame, prior=1e6)
    assert tight["ratio"].to_numpy() == pytest.approx(np.ones(6), abs=1e-3)


def test_pairs_need_labels_that_meet():
    with pytest.raises(ValueError, match="fewer than three labels are combined"):
        genres.pairs(films((2000, "a;b", 1), (2001, "c", 1)))


def test_rarity_is_minus_the_mean_of_a_films_pairs():
    found = pd.DataFrame({"a": ["x", "x", "y"], "b": ["y", "z", "z"], "log2": [1.0, -2.0, 0.5]})
    result = genres.with_rarity(films((2000, "x;y", 1), (2000, "x;y;z", 1), (2000, "x", 1)), found)
    assert result["rarity"].tolist()[:2] == pytest.approx([-1.0, 0.5 / 3])
    assert np.isnan(result["rarity"][2])


def test_a_pair_is_named_after_its_first_film():
    frame = films((2003, "a;b", 1), (2001, "a;b", 1), (2002, "a;b;c", 1), (2000, "a", 1))
    result = genres.first_pairs(frame)
    assert result[["a", "b", "year", "film_id", "films"]].to_numpy().tolist() == [
        ["a", "b", 2001, "film-1", 3],
        ["a", "c", 2002, "film-2", 1],
        ["b", "c", 2002, "film-2", 1],
    ]


def test_pairs_add_up_and_random_orders_end_where_they_do():
    frame = films((2000, "a;b", 1), (2000, "a;b", 1), (2001, "a;c", 1), (2003, "b;c", 1))
    result = genres.accumulation(frame)
    assert result["year"].tolist() == [2000, 2001, 2003]
    assert result["films"].tolist() == [2, 3, 4]
    assert result["new"].tolist() == [1, 1, 1]
    assert result["pairs"].tolist() == [1, 2, 3]
    assert result["expected"].iloc[-1] == result["low"].iloc[-1] == 3
    # of two films out of four: both hold one pair with chance 1 in 6
    assert result["expected"].iloc[0] == pytest.approx(2 - 1 / 6, abs=0.05)
    pd.testing.assert_frame_equal(result, genres.accumulation(frame))


def test_equally_common_genres_count_fully():
    assert genres.effective_number(films(*[(2000, x, 1) for x in "abcd"])) == pytest.approx(4)
    assert genres.effective_number(films((2000, "a;b", 1), (2000, "a;b", 1))) == pytest.approx(2)
    one = films((2000, "a", 1), (2000, "a", 1), (2000, "b", 1))
    entropy = -(2 / 3 * np.log(2 / 3) + 1 / 3 * np.log(1 / 3))
    assert genres.effective_number(one) == pytest.approx(np.exp(entropy))


@given(st.lists(st.sets(st.sampled_from("abcdef"), min_size=1), min_size=1, max_size=30))
def test_the_effective_number_lies_between_one_and_the_labels_in_use(sets):
    frame = films(*[(2000, ";".join(sorted(names)), 1) for names in sets])
    used = len(set().union(*sets))
    assert 1 - 1e-9 <= genres.effective_number(frame) <= used + 1e-9


def test_hits_are_the_largest_of_each_period():
    frame = films((2000, "a", 5), (2001, "b", 9), (2002, "c", 7), (2006, "d", 1), (2007, "e", None))
    assert genres.hits(frame, 2)["film_id"].tolist() == ["film-1", "film-2", "film-3"]


def test_diversity_compares_equal_numbers_of_films():
    rows = [(2000, "abcd"[i % 4], 1) for i in range(40)]
    rows += [(2005, "abcd"[i % 4], 1) for i in range(400)]
    result = genres.diversity(films(*rows, (2010, "a", 1)), size=20)
    assert result["period"].tolist() == ["2000–2004", "2005–2009"]
    assert result["value"].iloc[0] == pytest.approx(result["value"].iloc[1], abs=0.2)
    assert (result["value"] < 4).all()
    assert ((result["low"] < result["value"]) & (result["value"] < result["high"])).all()
    assert result["entropy"].tolist() == pytest.approx([2, 2])
    assert result["n"].tolist() == [40, 400]
    assert (result["high"] <= 4 + 1e-9).all()


def test_a_period_of_just_so_many_films_has_its_own_number():
    rows = [(2000, label, 1) for label in ["a", "a", "b", "b;c"] * 5]
    result = genres.diversity(films(*rows), size=20).iloc[0]
    assert result["value"] == pytest.approx(genres.effective_number(films(*rows)))
    assert result["low"] < result["value"] < result["high"] <= 3


def test_shares_of_films_and_of_their_admissions():
    frame = films(
        (2000, "sci-fi", 30), (2001, "drama", 10), (2002, "fantasy", None), (2003, "drama", None)
    )
    result = genres.share_of(frame).set_index("measure")
    assert result.loc["films", "value"] == 0.5
    assert result.loc["films", ["n", "marked"]].tolist() == [4, 2]
    assert result.loc["admissions", "value"] == 0.75
    assert result.loc["admissions", ["n", "marked"]].tolist() == [2, 1]
    none = genres.share_of(films((2000, "sci-fi", None))).set_index("measure")
    assert np.isnan(none.loc["admissions", "value"])


def test_a_change_of_share_is_newest_less_before():
    early = [(2000, "drama", 10)] * 9 + [(2001, "sci-fi", 10)]
    late = [(2021, "drama", 10)] * 5 + [(2022, "fantasy", 30)] * 5
    result = genres.change_of_share(films(*early, *late, (1998, "sci-fi", 1))).set_index("measure")
    assert result.loc["films", ["newest", "before", "change"]].tolist() == pytest.approx(
        [0.5, 0.1, 0.4]
    )
    assert result.loc["admissions", "newest"] == pytest.approx(0.75)
    assert result.loc["admissions", "change"] == pytest.approx(0.65)
    assert result.loc["films", "low"] < 0.4 < result.loc["films", "high"]
    assert result.loc["films", ["n", "n_before"]].tolist() == [10, 10]


def test_audiences_are_grouped_within_periods_and_sizes_over_all():
    frame = films(
        (2000, "a", 1), (2001, "a", 2), (2006, "a", 10), (2007, "a", 20), (2008, "a", None)
    )
    result = genres.with_audience(frame, 2)
    assert result["audience"].tolist()[:4] == [1, 2, 1, 2]
    assert result["size"].tolist()[:4] == [1, 1, 2, 2]
    assert result["audience"].isna().tolist() == [False] * 4 + [True]
    assert result["stratum"].tolist()[3:] == ["2005–2009 2", "2005–2009 not known"]


def test_labels_by_audience_start_with_those_not_known():
    frame = films((2000, "a", 1), (2001, "a;b;c", 2), (2002, "a;b", None), (2003, "a;b", None))
    result = genres.by_audience(genres.with_audience(frame, 2))
    assert result["audience"].tolist() == ["not known", "1", "2"]
    assert result["value"].tolist() == [2, 1, 3]
    assert result["n"].tolist() == [2, 1, 1]
    assert result["most"].tolist()[1:] == [1, 2]
    known = genres.by_audience(genres.with_audience(frame.iloc[:2], 2))
    assert known["audience"].tolist() == ["1", "2"]


def test_fame_is_ranked_within_the_period():
    rows = [
        (2000 + 5 * (i % 2), ";".join("abcdef"[: 1 + i // 2]), 10 ** (i // 2 + 3 * (i % 2)))
        for i in range(12)
    ]
    assert genres.fame(films(*rows)).value == pytest.approx(1)


def test_a_label_that_doubles_admissions_is_found():
    rows = []
    for i in range(60):
        count = 1 + i % 3
        rows.append(
            (
                2000 + 5 * (i % 2),
                ";".join("abc"[:count]),
                1e5 * 2**count * (1 + 9 * (i % 2)) * (1 + i % 5 / 50),
            )
        )
    frame = films(*rows)
    result = genres.sells(frame, measures=["labels"]).set_index("model")
    assert result.loc["period", "value"] == pytest.approx(1, abs=0.05)
    assert result.loc["period", "low"] < 1 < result.loc["period", "high"]
    assert result["n"].tolist() == [60, 60]


def test_a_genre_held_constant_leaves_out_films_without_one():
    rows = [(2000, "a;b" if i % 2 else "a", 100 + i) for i in range(30)]
    genre = pd.Series({f"film-{i}": "x" if i < 12 else "y" for i in range(24)} | {"film-20": "z"})
    result = genres.sells(films(*rows), genre, ["labels"]).set_index("model")
    assert result.index.tolist() == ["alone", "period", "period and genre"]
    # film-20 is alone in its genre, so that no group can be made of it
    assert result["n"].tolist() == [30, 30, 23]


def test_journeys_count_releases_current_showings_and_figures():
    frame = films(*[(2000, "a", 1)] * 5)
    remakes = pd.DataFrame(
        {"original_film_id": ["film-0", "film-1"], "status": ["released", "announced"]}
    )
    shown = pd.DataFrame(
        {
            "film_id": ["film-0", "film-1", "film-2"],
            "timing": ["late", "current", "current"],
            "result": ["selected", "submitted", "won"],
        }
    )
    abroad = pd.DataFrame(
        {
            "film_id": ["film-3", "film-4"],
            "gross_usd": pd.array([1, None], dtype="Int64"),
            "gross_local": pd.array([None, None], dtype="Int64"),
            "admissions": pd.array([None, None], dtype="Int64"),
        }
    )
    result = genres.journeys(frame, remakes, shown, abroad)
    assert result["remade"].tolist() == [True, False, False, False, False]
    assert result["selected"].tolist() == [False, False, True, False, False]
    assert result["abroad"].tolist() == [False, False, False, True, False]


def test_comparable_films_are_of_the_same_group():
    # large films carry three labels and small ones one; within a group, travel adds nothing
    rows = [(2000, "a;b;c" if i >= 20 else "a", i + 1) for i in range(40)]
    frame = genres.with_audience(films(*rows, (2001, "a", None)), 2)
    frame["abroad"] = [i in (3, 7) or 22 <= i < 38 for i in range(40)] + [True]
    result = genres.travels(frame, ["labels"], ["abroad"]).set_index("comparison")
    assert result.loc["all", "value"] > 1
    assert result.loc["comparable", "value"] == pytest.approx(0, abs=1e-9)
    assert result["n"].tolist() == [41, 40]
    assert result["marked"].tolist() == [19, 18]


def test_groups_without_both_kinds_are_left_out():
    rows = [(2000, "a" if i % 2 else "a;b", i + 1) for i in range(20)]
    frame = genres.with_audience(films(*rows), 2)
    frame["remade"] = [i in (1, 4, 6) for i in range(20)]
    result = genres.travels(frame, ["labels"], ["remade"]).set_index("comparison")
    assert result.loc["comparable", ["n", "marked"]].tolist() == [10, 3]


def test_no_effect_is_given_where_nothing_varies():
    frame = genres.with_audience(films((2000, "a", 1), (2001, "a;b", 2))).assign(remade=False)
    result = genres.travels(frame, ["labels"], ["remade"])
    assert result["value"].isna().all()


def test_portraits_place_a_film_among_others_of_its_label():
    frame = films(
        (2000, "action;drama", 5), (2001, "action", 3), (2002, "action", 9), (2003, "romance", None)
    )
    two = {"film-0": "action", "film-3": "romance", "film-9": "romance"}
    placed = genres.placed(frame, two)
    assert placed["film_id"].tolist() == ["film-0", "film-1", "film-2"]
    assert placed["named"].tolist() == [True, False, False]
    result = genres.portraits(frame, two)
    assert result["carries"].tolist() == [True, True, False]
    assert result["n"].tolist() == [2, 0, 0]
    assert result["higher"].iloc[0] == 0.5
    assert result["higher"].isna().tolist() == [False, True, True]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 10**7), min_size=4, max_size=40), st.integers(2, 5))
def test_audience_groups_are_of_nearly_equal_size(counts, groups):
    result = genres.with_audience(films(*[(2000, "a", count) for count in counts]), groups)
    sizes = result["audience"].value_counts()
    assert result["audience"].between(1, groups).all()
    assert sizes.max() - sizes.min() <= 1 or len(counts) < groups
    ordered = result.sort_values("admissions")["admissions"]
    assert result.loc[ordered.index, "audience"].is_monotonic_increasing or len(set(counts)) < len(
        counts
    )
