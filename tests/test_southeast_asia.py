"""Southeast Asia: computations against cases small enough to check by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import southeast_asia as sea
from analysis.datasets import load


def rows(table: str, *cells: dict, **defaults: object) -> pd.DataFrame:
    """Rows of a table with only the columns that a case needs filled."""
    blank = dict.fromkeys(load(table).columns)
    frame = pd.DataFrame([{**blank, "source_ids": "a", **defaults, **cell} for cell in cells])
    return frame


def top(*cells: dict) -> pd.DataFrame:
    return rows(
        "sea_top_films",
        *cells,
        country="VN",
        list="yearly",
        list_year=2020,
        korean_link="none",
        currency="VND",
        figure_basis="final",
    )


RATES = pd.DataFrame({"currency": ["VND", "MYR"], "year": [2020, 2016], "per_usd": [20.0, 4.0]})


def test_lists_are_ordered_by_figure_and_ties_share_a_place():
    frame = sea.local_lists(
        top(
            {"title_en": "A", "gross_local": 100, "korean_link": "remake"},
            {"title_en": "B", "gross_local": 50},
            {"title_en": "C", "gross_local": 50, "korean_link": "unknown"},
            {"title_en": "D", "gross_usd": 10, "figure_basis": "running"},
            {"title_en": "E", "list": "comparator", "gross_local": 1},
        ),
        RATES,
    ).set_index("title")
    assert frame.index.tolist() == ["D", "A", "B", "C"]
    assert frame["figure"].tolist() == [200, 100, 50, 50]
    assert frame["place"].tolist() == [1, 2, 3.5, 3.5]
    assert frame["standing"].round(3).tolist() == [1, 0.667, 0.167, 0.167]
    assert frame["level"].tolist() == [1, 0.5, 0.25, 0.25]
    assert frame["link"].tolist() == ["none", "linked", "none", "unknown"]
    assert frame["converted"].tolist() == [True, False, False, False]
    assert frame["unfinished"].tolist() == [True, False, False, False]
    assert frame.loc["A", "log_level"] == pytest.approx(np.log(100 / 75))


def test_a_printed_rank_places_a_film_without_figure_and_nothing_else_does():
    frame = sea.local_lists(
        top(
            {"title_en": "A", "gross_local": 100, "rank": 1},
            {"title_en": "B", "rank": 2},
            {"title_en": "C"},
        ),
        RATES,
    ).set_index("title")
    assert frame["place"].tolist()[:2] == [1, 2]
    assert np.isnan(frame.loc["C", "place"])
    assert frame["placed"].tolist() == [2, 2, 2]


def test_indonesia_counts_tickets_and_all_time_lists_are_joined():
    frame = sea.local_lists(
        top(
            {
                "title_en": "A",
                "country": "ID",
                "admissions": 5,
                "gross_local": 9,
                "currency": "IDR",
            },
            {"title_en": "B", "country": "MY", "list": "all_time", "list_year": 2019}
            | {"gross_local": 7, "currency": "MYR"},
            {"title_en": "B", "country": "MY", "list": "all_time", "list_year": 2026}
            | {"gross_local": 8, "currency": "MYR"},
            {"title_en": "C", "country": "MY", "list": "all_time", "list_year": 2019}
            | {"gross_local": 4, "currency": "MYR"},
        ),
        RATES,
    )
    tickets = frame[frame["country"] == "ID"].iloc[0]
    assert (tickets["figure"], tickets["unit"]) == (5, "admissions")
    assert np.isnan(tickets["standing"])
    joined = frame[frame["country"] == "MY"]
    assert joined["list_id"].tolist() == ["MY all time", "MY all time"]
    assert joined["figure"].tolist() == [8, 4]


@given(st.lists(st.floats(1, 1e6), min_size=2, max_size=12))
def test_the_mean_standing_of_a_whole_list_is_one_half(figures):
    frame = sea.place(pd.DataFrame({"list_id": "x", "figure": figures, "rank": np.nan}))
    assert frame["standing"].mean() == pytest.approx(0.5)
    assert frame["standing"].between(0, 1).all()


def films() -> pd.DataFrame:
    listed = [
        {"title_en": f"F{i}", "gross_local": 100 - i, "list_year": 2021, "release_date": "2021"}
        for i in range(5)
    ]
    listed[1] |= {"korean_link": "remake", "remake_id": "r1"}
    return top(
        *listed,
        {"title_en": "Out", "list": "comparator", "list_year": 2021, "gross_local": 10}
        | {"korean_link": "korean_backed", "film_id": "c1"},
        {"title_en": "Alone", "list": "comparator", "list_year": 2022, "korean_link": "remake"}
        | {"gross_local": 10},
    )


def test_linked_films_are_held_against_their_years_list():
    frame = sea.linked_films(films(), RATES).set_index("title")
    assert frame.index.tolist() == ["F1", "Out", "Alone"]
    assert frame["level"].tolist()[:2] == [0.99, 0.1]
    assert frame["listed"].tolist() == [5, 5, 0]
    assert frame["tested"].tolist() == [True, True, False]
    assert frame["on_list"].tolist() == [True, False, False]
    assert frame.loc["Out", "least"] == 96
    assert np.isnan(frame.loc["Alone", "level"])
    assert not sea.linked_films(films(), RATES, at_least=6)["tested"].any()


def test_shares_count_places_and_pool_with_bounds():
    shares = sea.yearly_shares(sea.local_lists(films(), RATES))
    assert shares.iloc[0].to_dict() == {
        "country": "VN",
        "year": 2021,
        "films": 5,
        "linked": 1,
        "unknown": 0,
        "share": 0.2,
    }
    more = pd.concat([shares, shares.assign(year=2022, linked=0, unknown=3)])
    pooled = sea.pooled_shares(more).iloc[0]
    assert (pooled["films"], pooled["linked"], pooled["share"], pooled["at_most"]) == (
        10,
        1,
        0.1,
        0.4,
    )
    assert pooled["low"] < 0.1 < pooled["high"]
    assert sea.pooled_shares(more, "period")["period"].tolist() == ["2020–2024"]


def test_readings_compare_within_lists_and_say_how_many():
    cells = []
    for year in range(2011, 2019):
        for i in range(5):
            link = "remake" if i == 0 else "unknown" if i == 1 else "none"
            cells.append(
                {"title_en": f"{year} {i}", "list_year": year, "release_date": str(year)}
                | {"gross_local": (100 - 10 * i) * (year - 2000), "korean_link": link}
            )
    outside = [
        {"title_en": f"out {year}", "list": "comparator", "list_year": year}
        | {"gross_local": 1, "korean_link": "remake"}
        for year in range(2011, 2019)
    ]
    frame = top(*cells, *outside)
    lists = sea.local_lists(frame, RATES)
    result = sea.standing_readings(lists, sea.linked_films(frame, RATES))
    rank = result[result["measure"] == "standing"].set_index("reading")
    main = rank.loc["unknown taken as not linked"]
    # linked stand at 1, the other four at 0.75, 0.5, 0.25 and 0
    assert main["value"] == pytest.approx(1 - 0.375)
    assert (main["n"], main["linked"], main["lists"]) == (40, 8, 8)
    assert main["p"] < 0.001
    left = rank.loc["unknown left out"]
    assert (left["n"], left["linked"]) == (32, 8)
    assert rank.loc["unknown taken as linked", "linked"] == 16
    added = rank.loc["with linked films outside the lists"]
    assert (added["n"], added["linked"]) == (48, 16)
    assert added["value"] < main["value"]
    assert rank.loc["all-time lists", "n"] == 0
    assert rank.loc["VN", "value"] == main["value"]
    ratio = result[(result["measure"] == "figure") & (result["group"] == "main")].iloc[0]
    others = np.exp(np.log([90, 80, 70, 60]).mean())
    assert ratio["value"] == pytest.approx(100 / others)


def test_the_registry_gathers_films_once():
    remakes = rows(
        "remakes",
        {"remake_id": "r1", "remake_title": "F1"},
        {"remake_id": "r2", "remake_title": "New", "release_date": "2019-05"},
        {"remake_id": "r3", "status": "announced"},
        {"remake_id": "r4", "format": "series"},
        {"remake_id": "r5", "country": "US"},
        country="VN",
        status="released",
        format="film",
    )
    joint = rows(
        "coproductions",
        {"film_id": "c1", "title_en": "Out"},
        {"film_id": "c2", "title_en": "Joint", "year": 2015},
        {"film_id": "c3", "title_en": "Plan", "date_basis": "announced"},
        date_basis="theatrical",
    )
    partners = rows(
        "coproduction_countries",
        *({"film_id": film, "country": "TH"} for film in ("c1", "c2", "c3")),
        {"film_id": "c2", "country": "KR"},
    )
    result = sea.registry(sea.linked_films(films(), RATES), remakes, joint, partners)
    found = result.set_index("title")["outcome"].to_dict()
    assert found == {
        "F1": "on a list",
        "Out": "outside its list",
        "Alone": "not placed",
        "New": "not placed",
        "Joint": "not placed",
    }


def test_a_remake_and_its_original_as_shares_of_all_tickets():
    remakes = rows(
        "remakes",
        {"remake_title": "A", "release_date": "2020-03", "admissions": 10},
        {"remake_title": "B", "release_date": "2021", "admissions": 10},
        {"remake_title": "C", "release_date": "2020"},
        country="ID",
        original_film_id="o",
    )
    original = rows("films", {"film_id": "o", "year": 2010, "admissions": 20})
    markets = rows(
        "sea_markets",
        {"year": 2020, "coverage": "year", "admissions": 100},
        {"year": 2021, "coverage": "2021-01 to 2021-08", "admissions": 100},
        country="ID",
    )
    korea = pd.DataFrame({"year": [2010], "admissions_total": [400.0]})
    (row,) = sea.against_original(remakes, original, markets, korea).to_dict("records")
    assert (row["title"], row["share"], row["original_share"], row["ratio"]) == ("A", 0.1, 0.05, 2)


def test_korean_films_leave_figures_of_another_day_and_coproductions():
    known = rows(
        "films",
        {"film_id": "k", "title_en": "K", "year": 2015, "origin": "korean"},
        {"film_id": "j", "origin": "coproduction", "year": 2015},
    )
    abroad = rows(
        "films_abroad",
        {"film_id": "k", "territory": "VN", "release_date": "2020-05", "gross_usd": 3}
        | {"gross_local": 100, "currency": "VND", "of_another_day": "gross_usd;admissions"},
        {"film_id": "k", "territory": "MY", "release_date": "2016", "gross_local": 8}
        | {"currency": "MYR", "record_note": "record at the time"},
        {"film_id": "k", "territory": "TH", "gross_usd": 4, "of_another_day": "gross_usd"},
        {"film_id": "j", "territory": "VN", "gross_usd": 9},
        {"film_id": "k", "territory": "JP", "gross_usd": 9},
        figure_basis="total",
    )
    result = sea.korean_films(abroad, known, RATES).set_index("territory")
    assert result["usd"].to_dict() == {"TH": 4, "MY": 2, "VN": 5}
    assert result["converted"].to_dict() == {"TH": False, "MY": True, "VN": True}
    assert result["record"].to_dict() == {"TH": False, "MY": True, "VN": False}
    assert result["year"].to_dict() == {"TH": 2015, "MY": 2016, "VN": 2020}
    assert result["complete"].all()


def test_named_films_part_the_region_from_elsewhere_and_leave_out_sums():
    known = rows("films", {"film_id": "k", "title_en": "K", "year": 2015})
    abroad = rows(
        "films_abroad",
        {"film_id": "k", "territory": "VN", "gross_usd": 3, "record_note": "record at the time"},
        {"film_id": "k", "territory": "SG", "admissions": 3},
        {"film_id": "k", "territory": "TH"},
        {"film_id": "k", "territory": "FR", "gross_local": 3},
        {"film_id": "k", "territory": "WW", "gross_usd": 9},
        {"film_id": "x", "territory": "JP", "gross_usd": 9},
    )
    result = sea.named_films(abroad, known, ("k", "z")).set_index("film_id")
    assert result.loc["k", ["region", "elsewhere", "records"]].tolist() == ["SG;VN", "FR", "VN"]
    assert result["figures"].tolist() == [3, 0]
    assert (result.loc["z", "region"], result.loc["k", "title"]) == ("", "K")


def test_exports_keep_definitions_apart():
    frame = rows(
        "exports",
        {"year": 2000, "definition": "completed", "completed_usd": 5, "precision": "exact"},
        {"year": 2012, "definition": "completed_and_services", "completed_usd": 6, "total_usd": 9},
        {"year": 2018, "definition": "completed_and_services", "total_krw": 9},
        {"year": 2023, "definition": "merged", "completed_usd": 7, "total_usd": 8},
    )
    result = sea.export_series(frame)
    assert list(zip(result["year"], result["series"], result["usd"], strict=True)) == [
        (2000, "completed films", 5),
        (2012, "completed films", 6),
        (2012, "films and services", 9),
        (2023, "one sum", 8),
    ]
    assert result["exact"].tolist() == [True, False, False, False]


def test_markets_are_converted_and_growth_is_compound():
    frame = rows(
        "sea_markets",
        {"year": 2018, "gross_usd": 10, "precision": "stated"},
        {"year": 2020, "gross_local": 800, "currency": "VND"},
        {"year": 2019, "coverage": "2019-01 to 2019-08", "gross_usd": 1},
        {"year": 2021},
        {"year": 2020, "country": "TH", "gross_usd": 3},
        country="VN",
        coverage="year",
    )
    markets = sea.markets_in_usd(frame, RATES)
    vietnam = markets[markets["country"] == "VN"]
    assert vietnam["usd"].tolist() == [10, 40]
    assert vietnam["converted"].tolist() == [False, True]
    assert vietnam["rounded"].tolist() == [False, True]
    (row,) = sea.growth(markets).to_dict("records")
    assert (row["first"], row["last"], row["times"], row["years"]) == (2018, 2020, 4, 2)
    assert row["yearly"] == pytest.approx(1)


def labelled() -> pd.DataFrame:
    hits = top(
        {"title_en": "A", "genres": "horror;comedy", "release_date": "2018"},
        {"title_en": "A", "list": "all_time", "release_date": "2018"},
        {"title_en": "B", "genres": "drama", "release_date": "2021"},
        {"title_en": "C", "list_year": 2022},
        {"title_en": "D", "list": "comparator", "genres": "war"},
    )
    named = rows(
        "film_genres",
        {"film_id": "k", "label": "thriller"},
        {"film_id": "k", "label": "drama"},
        {"film_id": "f", "label": "war"},
        {"film_id": "k", "label": "crime", "scheme": "tmdb"},
        scheme="press",
    )
    known = rows(
        "films",
        {"film_id": "k", "title_en": "K", "year": 2020, "origin": "korean"},
        {"film_id": "f", "origin": "foreign"},
    )
    return sea.labelled_films(hits, named, known)


def test_labels_are_counted_once_a_film_and_by_period():
    frame = labelled().set_index("title")
    assert frame.loc["A", "labels"] == 2
    assert frame.loc["K", "genres"] == "drama;thriller"
    assert np.isnan(frame.loc["C", "labels"])
    assert "D" not in frame.index
    table = sea.blending(labelled()).set_index(["country", "period"])
    assert table.loc[("VN", "before 2020"), ["films", "n", "share", "horror+comedy"]].tolist() == [
        1,
        1,
        1,
        1,
    ]
    assert table.loc[("VN", "from 2020"), ["films", "n", "share"]].tolist() == [2, 1, 0]
    assert table.loc[("KR", "from 2020"), "thriller+drama"] == 1


def test_the_change_in_labels_is_later_less_earlier():
    frame = pd.DataFrame(
        {
            "country": "TH",
            "title": list("abcdef"),
            "period": ["before 2020"] * 3 + ["from 2020"] * 3,
            "labels": [1.0, 1.0, np.nan, 2.0, 3.0, 1.0],
        }
    )
    (row,) = sea.blending_change(frame).to_dict("records")
    assert (row["change"], row["before"], row["after"]) == (1, 2, 3)
    assert row["low"] <= 1 <= row["high"]


def test_chosen_genres_split_films_by_what_the_region_took_up():
    named = rows(
        "film_genres",
        {"film_id": "a", "label": "drama"},
        {"film_id": "a", "label": "crime"},
        {"film_id": "b", "label": "drama"},
        {"film_id": "c", "label": "crime"},
        {"film_id": "d", "label": "crime"},
        {"film_id": "e", "label": "crime", "scheme": "press"},
        scheme="tmdb",
    )
    known = rows("films", *({"film_id": film, "origin": "korean"} for film in "abcde"))
    remakes = rows(
        "remakes",
        {"original_film_id": "a", "country": "VN", "status": "released"},
        {"original_film_id": "c", "country": "VN", "status": "announced"},
        {"original_film_id": "d", "country": "US", "status": "released"},
    )
    abroad = rows("films_abroad", {"film_id": "b", "territory": "SG"})
    result = sea.chosen_genres(named, known, remakes, abroad).set_index("label")
    assert result.loc["drama", ["share", "other_share"]].tolist() == [1, 0]
    assert result.loc["crime", ["share", "other_share"]].tolist() == [0.5, 1]
    assert result[["n_chosen", "n_others"]].drop_duplicates().to_numpy().tolist() == [[2, 2]]


def test_events_stand_on_a_time_scale():
    frame = rows(
        "influence_events",
        {"date": "2019", "what": "Year", "who": "X"},
        {"date": "2019-01-01", "what": "Day"},
        {"date": "2018-12", "what": "Month", "note": "N"},
        country="VN",
        kind="training",
    )
    result = sea.dated_events(frame)
    assert result["what"].tolist() == ["Month", "Day", "Year"]
    assert result["when"].tolist()[1:] == [2019, 2019.5]
    assert result["words"].tolist()[0] == "Month. . N"


def counted() -> pd.DataFrame:
    lists = pd.DataFrame(
        {
            "country": ["VN", "VN", "ID", "TH"],
            "title": ["A", "A", "B", "C"],
            "link": ["linked", "linked", "linked", "none"],
            "source_ids": "a",
        }
    )
    remakes = rows(
        "remakes",
        {"country": "VN"},
        {"country": "VN"},
        {"country": "TH"},
        {"country": "US"},
        {"country": "PH", "status": "announced"},
        status="released",
    )
    joint = rows("coproductions", {"film_id": "x"}, {"film_id": "y", "date_basis": "announced"})
    partners = rows(
        "coproduction_countries",
        {"film_id": "x", "country": "VN"},
        {"film_id": "y", "country": "TH"},
        {"film_id": "x", "country": "KR"},
    )
    events = pd.DataFrame(
        {
            "country": ["VN", "ID", "VN", "KR"],
            "kind": ["training", "policy", "remake", "training"],
            "source_ids": "a",
        }
    )
    korean = pd.DataFrame({"territory": ["VN", "VN", "ID"], "source_ids": "a"})
    return sea.influence(lists, remakes, joint, partners, events, korean)


def test_influence_counts_each_trace_once_and_ranks():
    result = counted()
    table = result.pivot(index="country", columns="measure", values="count")
    assert table.loc["VN"].to_dict() == {
        "coproductions": 1,
        "events": 1,
        "hits": 1,
        "remakes": 2,
        "screened": 2,
    }
    assert table.loc["TH"].sum() == 1
    assert "PH" not in table.index
    first = result.iloc[0]
    assert (first["country"], first["best"], first["worst"]) == ("VN", 1, 1.5)
    remakes = result[result["measure"] == "remakes"].set_index("country")["rank"]
    assert remakes.to_dict() == {"VN": 1, "TH": 2, "ID": 3}


def ranked(orders: list[list[int]]) -> pd.DataFrame:
    rows = [
        {"country": f"C{i}", "measure": f"m{j}", "count": count, "rank": len(order) - count}
        for j, order in enumerate(orders)
        for i, count in enumerate(order)
    ]
    return pd.DataFrame(rows)


def test_agreement_is_one_for_one_order_and_zero_for_none():
    same = sea.agreement(ranked([[3, 2, 1, 0]] * 3))
    assert (same.value, same.n) == (pytest.approx(1), 4)
    assert sea.agreement(ranked([[2, 1, 0], [1, 0, 2], [0, 2, 1]])).value == pytest.approx(0)
    with pytest.raises(ValueError, match="not 2 and 3"):
        sea.agreement(ranked([[1, 0]] * 3))


def test_leaving_a_measure_out_can_change_who_leads():
    result = sea.leave_one_out(ranked([[3, 2, 1], [3, 2, 1], [0, 2, 9]]), first=2)
    found = result.set_index("left_out")["leading"]
    assert found["m2"] == "C0;C1"
    assert found["m0"].startswith("C2")
    assert len(found) == 4
