"""Films abroad: computations against cases small enough to check by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import reach
from analysis.datasets import load


def rows(table: str, records: list[dict], **defaults: object) -> pd.DataFrame:
    """Rows of a table with only the columns that a case needs filled."""
    blank = dict.fromkeys(load(table).columns)
    frame = pd.DataFrame([{**blank, "source_ids": "a", **defaults, **one} for one in records])
    return frame.astype({name: "object" for name in frame if frame[name].isna().all()})


def inflation(*rates: float, first: int = 2000) -> pd.DataFrame:
    years = range(first, first + len(rates))
    return pd.DataFrame({"year": list(years), "inflation_us_pct": rates, "source_ids": "p"})


def text(frame: pd.DataFrame, *names: str) -> pd.DataFrame:
    return frame.astype(dict.fromkeys(names, "string"))


def test_dollars_are_chained_to_the_newest_year_unless_told():
    factor = reach.constant_dollars(inflation(9.0, 10.0, 50.0))
    assert factor.tolist() == pytest.approx([1.65, 1.5, 1])
    assert reach.constant_dollars(inflation(9.0, 10.0), 2000).tolist() == pytest.approx(
        [1, 1 / 1.1]
    )
    with pytest.raises(ValueError, match="no consumer prices for 1990"):
        reach.constant_dollars(inflation(1.0), 1990)
    with pytest.raises(ValueError, match="gap"):
        reach.constant_dollars(inflation(1.0, 1.0, 1.0).drop(index=1))


@given(st.lists(st.floats(-5, 30), min_size=2, max_size=20))
def test_a_chain_read_from_either_end_gives_the_same_ratio(rates):
    prices = inflation(*rates)
    new = reach.constant_dollars(prices)
    old = reach.constant_dollars(prices, 2000)
    assert (new / old).tolist() == pytest.approx([new.iloc[0]] * len(rates))


def test_exports_keep_the_two_definitions_apart():
    exports = rows(
        "exports",
        [
            {"year": 2000, "definition": "completed", "completed_usd": 10},
            {"year": 2001, "completed_usd": 20, "total_usd": 50, "precision": "derived"},
            {"year": 2002, "total_krw": 3000},
            {"year": 2003, "definition": "merged", "total_usd": 7},
        ],
        definition="completed_and_services",
        precision="rounded",
    )
    reference = pd.DataFrame({"year": [2002], "krw_per_usd": [100.0], "source_ids": "r"})
    result = reach.exports_by_year(exports, reference, inflation(0, 0, 0, 100.0))
    assert result[["year", "series", "usd", "real_usd", "state", "merged"]].to_numpy().tolist() == [
        [2001, "all", 50, 100, "derived", False],
        [2002, "all", 30, 60, "from won", False],
        [2003, "all", 7, 7, "printed", True],
        [2000, "completed", 10, 20, "printed", False],
        [2001, "completed", 20, 40, "derived", False],
    ]


def test_counts_have_no_row_without_a_figure():
    exports = rows(
        "exports", [{"year": 2000, "titles_exported": 5}, {"year": 2001, "countries": 3}]
    )
    result = reach.counts(exports)
    assert result[["year", "measure", "value"]].to_numpy().tolist() == [
        [2001, "countries", 3],
        [2000, "titles", 5],
    ]


def test_shares_prefer_amounts_and_leave_out_what_fits_no_total():
    exports = rows(
        "exports",
        [
            {"year": 2005, "completed_usd": 100, "total_usd": 400},
            {"year": 2023, "total_usd": 50, "definition": "merged"},
        ],
    )
    destinations = rows(
        "export_destinations",
        [
            {
                "year": 2005,
                "destination": "JP",
                "usd": 79,
                "share_pct": 80,
                "share_base": "completed",
            },
            {"year": 2005, "destination": "CN", "share_pct": 9, "share_base": "unclear"},
            {"year": 2005, "destination": "asia", "destination_type": "region", "usd": 90},
            {"year": 2023, "destination": "TW", "usd": 10, "rank": 1},
            {"year": 2023, "destination": "US", "share_pct": 12, "share_base": "total", "rank": 2},
        ],
        destination_type="country",
    )
    result = reach.destination_shares(destinations, exports)
    assert result[["year", "destination", "share"]].to_numpy().tolist() == [
        [2005, "JP", 0.79],
        [2023, "TW", 0.2],
        [2023, "US", 0.12],
    ]


def named(*parts: tuple) -> pd.DataFrame:
    columns = ["year", "destination", "share", "rank"]
    return pd.DataFrame(parts, columns=columns).assign(source_ids="a")


def test_concentration_bounds_leave_the_rest_open():
    result = reach.concentration(
        named(
            (2000, "JP", 0.6, np.nan),
            (2000, "US", 0.1, np.nan),
            (2001, "CN", 0.3, 3.0),
            (2002, "TW", 0.4, 1.0),
        )
    ).set_index("year")
    assert result.index.tolist() == [2000, 2002], "the largest of 2001 is not named"
    assert result.loc[2000, ["leader", "share", "japan", "named"]].tolist() == ["JP", 0.6, 0.6, 2]
    assert result.loc[2000, "hhi_low"] == pytest.approx(0.37)
    assert result.loc[2000, "hhi_high"] == pytest.approx(0.37 + 0.09)
    assert result.loc[2002, "hhi_high"] == pytest.approx(0.16 + 0.16 + 0.04)
    assert np.isnan(result.loc[2002, "japan"])


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=8))
def test_the_index_lies_between_zero_and_the_largest_share(parts):
    shares = np.array(parts) / max(1, sum(parts))
    frame = named(*[(2000, f"c{i}", share, np.nan) for i, share in enumerate(shares)])
    (row,) = reach.concentration(frame).itertuples()
    assert 0 < row.hhi_low <= row.hhi_high + 1e-9
    assert row.hhi_high <= row.share + 1e-9


def films(*records: dict) -> pd.DataFrame:
    defaults = {"origin": "korean", "format": "feature", "date_basis": "korean_release"}
    frame = rows("films", list(records), **defaults)
    return text(frame, "title_en", "release_date").astype({"year": "Int64"})


def abroad(*records: dict) -> pd.DataFrame:
    frame = rows("films_abroad", list(records), figure_basis="total")
    return text(frame, "release_date", "of_another_day", "currency")


RATES = pd.DataFrame({"currency": ["JPY"], "year": [2005], "per_usd": [100.0], "source_ids": "x"})
FILMS = films(
    {
        "film_id": "a",
        "title_en": "A",
        "year": 2005,
        "gross_krw": 1000,
        "release_date": "2005-01-01",
    },
    {"film_id": "b", "title_en": "B", "year": 2005, "release_date": "2005-03"},
)


def test_grosses_are_printed_dollars_or_local_at_the_years_rate():
    frame = abroad(
        {"film_id": "a", "territory": "JP", "gross_local": 500, "currency": "JPY"},
        {"film_id": "a", "territory": "US", "gross_usd": 9},
        {"film_id": "a", "territory": "US+CA", "gross_usd": 10, "figure_basis": "running"},
        {"film_id": "a", "territory": "WW", "gross_usd": 99},
        {"film_id": "b", "territory": "US", "gross_usd": 3},
        {
            "film_id": "b",
            "territory": "JP",
            "gross_usd": 4,
            "gross_local": 700,
            "currency": "JPY",
            "of_another_day": "gross_usd",
        },
        {"film_id": "b", "territory": "FR", "admissions": 9},
    )
    result = reach.foreign_grosses(frame, FILMS, RATES, inflation(0, 100, first=2005))
    columns = ["film_id", "territory", "usd", "real_usd", "converted", "complete"]
    assert result[columns].to_numpy().tolist() == [
        ["b", "JP", 7, 14, True, True],
        ["a", "JP", 5, 10, True, True],
        ["b", "US", 3, 6, False, True],
        ["a", "US+CA", 10, 20, False, False],
    ]


def test_home_stands_beside_at_least_what_was_found():
    table = abroad(
        {"film_id": "a", "territory": "JP", "gross_usd": 5},
        {"film_id": "a", "territory": "US", "gross_usd": 3},
        {"film_id": "a", "territory": "WW", "gross_usd": 17},
        {"film_id": "b", "territory": "US", "gross_usd": 3},
    )
    reference = pd.DataFrame({"year": [2005], "krw_per_usd": [100.0], "source_ids": "r"})
    grosses = reach.foreign_grosses(table, FILMS, RATES, inflation(0, first=2005))
    (row,) = reach.home_and_abroad(grosses, table, FILMS, reference).itertuples()
    assert (row.film_id, row.home_usd, row.found_usd, row.territories) == ("a", 10, 8, 2)
    assert (row.remainder_usd, row.short) == (7, True)
    assert row.share == pytest.approx(8 / 18)
    more = pd.concat([table, abroad({"film_id": "a", "territory": "INTL", "gross_usd": 30})])
    (row,) = reach.home_and_abroad(grosses, more, FILMS, reference).itertuples()
    assert row.found_usd == 30


def test_lags_need_both_days():
    table = abroad(
        {"film_id": "a", "territory": "JP", "release_date": "2005-02-01"},
        {"film_id": "a", "territory": "US", "release_date": "2005"},
        {"film_id": "b", "territory": "JP", "release_date": "2005-04-01"},
    )
    (row,) = reach.release_lags(table, FILMS).itertuples()
    assert (row.film_id, row.territory, row.days, row.year) == ("a", "JP", 31, 2005)


def streams(*records: dict) -> pd.DataFrame:
    defaults = {"platform": "Netflix", "counted_by": "platform", "area": "global", "span": "period"}
    frame = rows("streaming", list(records), measure="views", **defaults)
    return text(frame, "release_date", "period_start", "period_end")


def test_platform_dates_say_what_came_first_as_far_as_known():
    table = streams(
        {"film_id": "a", "release_date": "2005-06"},
        {"film_id": "b", "release_date": "2005-03-20"},
        {"film_id": "c", "release_date": "2005-03-20"},
        {"film_id": "d"},
        {"film_id": "e", "release_date": "2005"},
        {"film_id": "f", "release_date": "2004-12-31"},
    )
    more = films(
        {"film_id": "c", "release_date": "2005-03-20", "date_basis": "first_showing"},
        {"film_id": "d", "release_date": "2005-03-20"},
        {"film_id": "e", "origin": "foreign"},
        {"film_id": "f", "release_date": "2005-03-20"},
    )
    result = reach.platform_dates(table, pd.concat([FILMS, more])).set_index("film_id")["order"]
    assert result.to_dict() == {
        "a": "cinema first",
        "b": "not known",
        "c": "no cinema release known",
        "d": "not known",
        "f": "service first",
    }


def picks(*records: dict) -> pd.DataFrame:
    return rows("festival_selections", list(records), timing="current", result="selected")


def test_selections_count_films_once_and_prizes_each():
    table = picks(
        {"film_id": "a", "festival": "cannes", "edition_year": 2001, "section": "Competition"},
        {"film_id": "a", "festival": "cannes", "edition_year": 2001, "result": "won"},
        {"film_id": "a", "festival": "cannes", "edition_year": 2001, "result": "won"},
        {"film_id": "b", "festival": "cannes", "edition_year": 2001, "section": "Forum"},
        {"film_id": "b", "festival": "cannes", "edition_year": 2002, "timing": "late"},
        {"film_id": "x", "festival": "cannes", "edition_year": 2002, "section": "Competition"},
    )
    more = pd.concat([FILMS, films({"film_id": "x", "origin": "foreign"})])
    result = reach.selections_by_year(table, more, 2001, 2002, ["cannes"])
    assert result.to_numpy().tolist() == [["cannes", 2001, 1, 1, 2], ["cannes", 2002, 0, 0, 0]]
    assert reach.selections_by_year(table, more, 2001)["year"].max() == 2002


def test_academy_entries_keep_the_furthest_stage():
    award = "Best International Feature Film"
    table = picks(
        {"film_id": "a", "edition_year": 2020, "award": award, "result": "won"},
        {"film_id": "a", "edition_year": 2020, "award": award, "result": "nominated"},
        {"film_id": "a", "edition_year": 2020, "award": "Best Picture", "result": "won"},
        {"film_id": "b", "edition_year": 2010, "award": "Best Foreign Language Film"},
    ).assign(festival="oscars")
    table.loc[3, "result"] = "submitted"
    result = reach.academy_entries(table, FILMS)
    assert result[["year", "title", "stage", "step"]].to_numpy().tolist() == [
        [2010, "B", "submitted", 0],
        [2020, "A", "won", 3],
    ]


def pool(n: int, gap: float, seed: int = 1) -> pd.DataFrame:
    """Films of which every third was selected and drew exp(gap) times the audience."""
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({"film_id": [f"f{i:03}" for i in range(n)], "title": "T", "year": 2011})
    frame["period"] = np.where(rng.random(n) < 0.5, "2010–2014", "2015–2019")
    frame["kind"] = np.where(rng.random(n) < 0.5, "drama", "light")
    frame["selected"] = np.arange(n) % 3 == 0
    noise = pd.Series(rng.normal(0, 0.2, n))
    noise -= noise.groupby([frame["selected"], frame["period"], frame["kind"]]).transform("mean")
    frame["log_admissions"] = 12 + noise + gap * frame["selected"]
    frame["abroad"] = frame["selected"]
    frame["us_gross"] = np.where(np.arange(n) < 20, np.exp(frame["log_admissions"]), np.nan)
    return frame


def test_pairs_are_nearest_of_the_same_period_and_kind():
    frame = pd.DataFrame(
        {
            "film_id": list("abcde"),
            "title": list("ABCDE"),
            "year": 2011,
            "period": ["x", "x", "x", "y", "x"],
            "kind": "drama",
            "selected": [True, False, False, False, True],
            "log_admissions": np.log([100, 110, 140, 100, 900]),
            "abroad": [True, False, True, True, True],
        }
    )
    (pair,) = reach.matched_pairs(frame).itertuples()
    assert (pair.film_id, pair.pair_id, pair.pair_abroad) == ("a", "b", False)
    assert pair.ratio == pytest.approx(100 / 110)
    assert len(reach.matched_pairs(frame, at_most=20)) == 2


def test_effects_find_a_difference_that_was_put_in():
    result = reach.selection_effects(pool(120, np.log(2))).set_index(["outcome", "comparison"])
    for comparison in ("as they are", "like films"):
        row = result.loc[("audience", comparison)]
        assert row["low"] < 2 < row["high"]
        assert row["low"] > 1.5
        assert row["p"] < 0.01
        assert (row["n"], row["selected"]) == (120, 40)
    assert result.loc[("abroad", "as they are"), "value"] == 1
    row = result.loc[("us_gross", "like films")]
    assert row["value"] == pytest.approx(1), "gross is the audience itself here"


def test_effects_without_enough_films_have_no_value():
    frame = pool(120, 0).assign(us_gross=np.nan)
    result = reach.selection_effects(frame).set_index(["outcome", "comparison"])
    assert result.loc["us_gross", "value"].isna().all()
    assert result.loc[("audience", "like films"), "low"] < 1
    assert result.loc[("audience", "like films"), "high"] > 1


def test_comparable_films_are_korean_features_with_an_audience():
    table = films(
        {"film_id": "a", "year": 2011, "admissions": 100},
        {"film_id": "b", "year": 2016, "admissions": 50},
        {"film_id": "c", "year": 2016},
        {"film_id": "d", "year": 1999, "admissions": 50},
        {"film_id": "e", "year": 2016, "admissions": 50, "origin": "coproduction"},
        {"film_id": "g", "year": 2016, "admissions": 50},
        {"film_id": "h", "year": 2016, "admissions": 50},
    )
    table["admissions"] = table["admissions"].astype("Int64")
    labels = [("a", "drama"), ("a", "crime"), ("b", "comedy"), ("g", "drama")]
    genres = pd.DataFrame(labels, columns=["film_id", "label"]).assign(
        scheme="tmdb", source_ids="g"
    )
    chosen = picks({"film_id": "a", "festival": "oscars"}, {"film_id": "b", "festival": "cannes"})
    shown = abroad(
        {"film_id": "a", "territory": "US+CA", "gross_usd": 8},
        {"film_id": "b", "territory": "TH", "figure_basis": "none"},
        {"film_id": "g", "territory": "WW", "gross_usd": 8},
    )
    grosses = reach.foreign_grosses(shown, table, RATES, inflation(0, first=2011))
    result = reach.comparable_films(table, chosen, genres, shown, grosses).set_index("film_id")
    assert result.index.tolist() == ["a", "b", "g", "h"]
    assert result["kind"].tolist() == ["thrills", "light", "drama", "unlabelled"]
    assert result["selected"].tolist() == [False, True, False, False]
    assert result["abroad"].tolist() == [True, False, False, False]
    assert result["us_gross"].tolist()[0] == 8
    assert result["period"].tolist()[:2] == ["2010–2014", "2015–2019"]
    assert result.loc["a", "log_admissions"] == pytest.approx(np.log(100))


WEEK = {"period_start": "2024-01-01", "period_end": "2024-01-07"}


def test_streaming_takes_the_best_week_of_the_services_own_counts():
    table = streams(
        {"film_id": "a", "value": 5, **WEEK},
        {"film_id": "a", "value": 9, **WEEK},
        {"film_id": "a", "value": 99, "period_start": "2024-01-01", "period_end": "2024-06-30"},
        {"film_id": "a", "value": 98, "span": "since release", **WEEK},
        {"film_id": "a", "value": 97, "counted_by": "FlixPatrol", **WEEK},
        {"film_id": "a", "value": 40, "measure": "top10_countries", **WEEK},
        {"film_id": "b", "value": 1, "measure": "rank", **WEEK},
    )
    (row,) = reach.streaming_bests(table, FILMS).itertuples()
    assert (row.film_id, row.views, row.countries, row.start) == ("a", 9, 40, "2024-01-07")
    assert np.isnan(row.hours)


def test_service_evidence_counts_events_and_films():
    table = streams(
        {"film_id": "a", "value": 40, "measure": "top10_countries"},
        {"film_id": "a", "value": 60, "measure": "top10_countries"},
        {"film_id": "b", "value": 80, "measure": "top10_countries"},
    )
    events = rows(
        "influence_events",
        [
            {"who": "Viu", "country": "KR"},
            {"who": "Viu;ABS", "country": "PH"},
            {"who": "Viu", "country": "PH", "kind": "studio"},
        ],
        kind="streaming",
    )
    result = reach.service_evidence(table, FILMS, events, ["Netflix", "Viu"])
    assert result["rows"].tolist() == [0, 0, 1, 1]
    assert result["films"].tolist() == [2, 0, 0, 0]
    assert result["countries"].tolist()[0] == 70


def test_measures_run_within_one_definition():
    yearly = pd.DataFrame(
        {
            "year": [2021, 2022, 2020, 2022, 2023],
            "series": ["completed", "completed", "all", "all", "all"],
            "real_usd": [4.0, 5.0, 9.0, 5.5, 6.0],
            "merged": [False, True, False, True, True],
        }
    )
    count = pd.DataFrame({"year": [2001], "measure": ["titles"], "value": [3.0]})
    buyers = pd.DataFrame({"year": [2001], "share": [0.75]})
    festivals = pd.DataFrame(
        {"festival": "cannes", "year": [2024, 2025, 2026], "competition": 1, "prizes": [0, 2, 9]}
    )
    grosses = pd.DataFrame(
        {
            "origin": ["korean", "korean", "foreign"],
            "territory": "US+CA",
            "year": 2024,
            "usd": [2e6, 5e5, 9e6],
            "real_usd": [np.nan, 9e5, 9e6],
        }
    )
    bests = pd.DataFrame({"origin": ["korean"], "start": ["2023-10"], "views": [7.0]})
    result = reach.footprint_measures(yearly, count, buyers, festivals, grosses, bests)
    series = {
        name: dict(zip(part["year"], part["value"], strict=True))
        for name, part in result.groupby("measure")
    }
    until = result.groupby("measure")["until"].first()
    assert until[["Exported films", "Titles exported", "Spread over buyers"]].tolist() == [2023] * 3
    assert until[["Festival prizes", "Netflix views, best week"]].tolist() == [2025] * 2
    assert series == {
        "Exported films": {2021: 4},
        "All exports": {2020: 9},
        "Titles exported": {2001: 3},
        "Spread over buyers": {2001: 0.25},
        "Competition entries": {2024: 1, 2025: 1},
        "Festival prizes": {2024: 0, 2025: 2},
        "Hits in US and Canada": {2024: 1, 2025: 0},
        "Netflix views, best week": {2023: 7},
    }


def test_growth_compares_the_newest_years_with_those_before():
    values = {
        "up": [9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 12, 12, 12, 12, 12],
        "flat": [0] * 5 + [10] * 5 + [10] * 5,
        "loose": [0] * 5 + [1, 1, 1, 1, 1, 0, 0, 0, 0, 6],
        "down": [0] * 5 + [10] * 5 + [8] * 5,
    }
    frames = [
        pd.DataFrame({"measure": name, "year": range(2010, 2025), "value": numbers})
        for name, numbers in values.items()
    ]
    short = pd.DataFrame({"measure": "short", "year": [2015, 2016, 2017, 2020, 2024], "value": 1.0})
    measures = pd.concat([*frames, short]).assign(until=2024)
    result = reach.growth(measures).set_index("measure")
    assert result["state"].to_dict() == {
        "up": "grew",
        "flat": "no clear change",
        "loose": "no clear change",
        "down": "fell",
        "short": "not known",
    }
    assert result.loc["up", ["newer_years", "older_years"]].tolist() == ["2020–2024", "2015–2019"]
    assert result.loc["up", "ratio"] == pytest.approx(1.2)
    assert result.loc["up", ["low", "high"]].tolist() == pytest.approx([1.2, 1.2])
    assert result.loc["up", "best"] == 10
    assert result.loc["short", ["n_newer", "n_older"]].tolist() == [2, 3]
    assert np.isnan(result.loc["short", "ratio"])
    loose = result.loc["loose"]
    assert loose["ratio"] == pytest.approx(1.2)
    assert loose["low"] == 0 < 1 < loose["high"]
    earlier = reach.growth(frames[0].assign(until=2019)).iloc[0]
    assert (earlier["newer_years"], earlier["state"]) == ("2015–2019", "grew")
    windows = reach.growth_by_window(measures, [3, 5]).set_index("measure")
    assert windows.loc["up", "window"].tolist() == ["3 years", "5 years"]
    assert windows.loc["up", "ratio"].tolist() == pytest.approx([36 / 34, 1.2])
    assert windows.loc["up", "state"].tolist() == ["no clear change", "grew"]
    assert "short" not in windows.index
