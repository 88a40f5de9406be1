"""Co-productions: hand-computed small cases."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import coproductions as co
from analysis.datasets import provenance
from tests.samples import coproductions as samples
from tests.samples import known


def films(**columns: list) -> pd.DataFrame:
    n = len(next(iter(columns.values())))
    base = {
        "film_id": [f"f{place}" for place in range(n)],
        "title_en": [f"Film {place}" for place in range(n)],
        "year": [2004, 2011, 2013, 2026][:n],
        "date_basis": ["theatrical"] * n,
        "lead_country": ["KR", None, "VN", "KR"][:n],
        "kind": ["equity", "unknown", "local_language", "treaty"][:n],
        "source_ids": ["one", "one;two", "two", "three"][:n],
    }
    return known(pd.DataFrame({**base, **columns}))


def countries(*rows: tuple[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["film_id", "country"])
    return known(frame.assign(source_ids="four"))


MADE = co.released(films(film_id=["f0", "f1", "f2", "f3"]))
PAIRS = co.pairs(
    MADE,
    countries(
        ("f0", "KR"),
        ("f0", "JP"),
        ("f1", "KR"),
        ("f1", "JP"),
        ("f1", "FR"),
        ("f2", "VN"),
        ("f2", "KR"),
    ),
)


def test_regions_are_named_and_an_unknown_country_is_refused():
    assert co.region(pd.Series(["VN", "JP", "FR", "US", "TR", "NZ"])).tolist() == [
        "Southeast Asia",
        "East Asia",
        "Europe",
        "North America",
        "other Asia",
        "elsewhere",
    ]
    with pytest.raises(ValueError, match="no region for XX"):
        co.region(pd.Series(["VN", "XX"]))


def test_halves_are_of_equal_length_and_leave_out_the_rest():
    found = co.half(pd.Series([1999, 2000, 2012, 2013, 2025, 2026]))
    assert found.fillna("").tolist() == ["", "earlier", "earlier", "later", "later", ""]
    start, split, end = co.HALVES
    assert split - start == end - split


def test_released_names_lead_period_and_half():
    assert MADE["lead"].tolist() == ["Korea", "none or not known", "partner", "Korea"]
    assert MADE["period"].tolist() == ["2000–2004", "2010–2014", "2010–2014", "2025–2026"]
    announced = co.released(films(date_basis=["announced", "theatrical"]))
    assert announced["film_id"].tolist() == ["f1"]
    assert announced["period"].tolist() == ["2010–2011"]


def test_pairs_leave_out_korea_and_films_without_partner():
    assert list(zip(PAIRS["film_id"], PAIRS["country"], strict=True)) == [
        ("f0", "JP"),
        ("f1", "JP"),
        ("f1", "FR"),
        ("f2", "VN"),
    ]
    assert PAIRS["leads"].tolist() == [False, False, False, True]
    assert provenance(PAIRS).source_ids == ("four",)


def test_partners_are_summed_up():
    found = co.partners(PAIRS).set_index("country")
    assert found.index.tolist() == ["JP", "FR", "VN"]
    japan = found.loc["JP"]
    assert (japan["films"], japan["earlier"], japan["later"]) == (2, 2, 0)
    assert (japan["korea_leads"], japan["partner_leads"], japan["other_lead"]) == (1, 0, 1)
    assert (japan["first"], japan["last"], japan["shared"]) == (2004, 2011, 1)
    assert found.loc["VN", "partner_leads"] == 1


def test_periods_and_kinds_hold_noughts():
    found = co.by_period(PAIRS).set_index(["country", "period"])["films"]
    assert found["JP", "2000–2004"] == 1
    assert found["VN", "2000–2004"] == 0
    kinds = co.by_kind(MADE).set_index(["period", "kind"])["films"]
    assert kinds["2010–2014", "local_language"] == 1
    assert kinds["2010–2014", "service"] == 0
    assert len(kinds) == 3 * len(co.KINDS)


def test_kinds_are_counted_per_partner():
    found = co.kinds_by_partner(PAIRS).set_index("name")
    assert found.index.tolist() == ["Japan", "France", "Vietnam"]
    assert found.loc["Japan", [*co.KINDS, "films"]].tolist() == [0, 1, 0, 0, 1, 2]


def test_region_shares_count_a_film_once_and_take_all_films():
    found = co.by_region(PAIRS, MADE).set_index(["region", "period"])
    row = found.loc[("Europe", "2010–2014")]
    assert (row["films"], row["n"], row["share"]) == (1, 2, 0.5)
    assert found.loc[("North America", "2025–2026"), "share"] == 0
    assert (found["low"] <= found["share"] + 1e-9).all()


def test_shifts_compare_the_halves():
    regions = co.region_shift(samples.made(), samples.pairs()).set_index("name")
    assert regions.loc["East Asia", "direction"] == "falls"
    assert regions.loc["Southeast Asia", "direction"] == "rises"
    assert regions.loc["Southeast Asia", "earlier"] == 0
    leads = co.lead_shift(MADE).set_index("name")
    assert (leads.loc["all", "earlier"], leads.loc["all", "later"]) == (1, 0)
    assert leads.loc["all", "change"] == -1
    assert leads.loc["without local-language", "n_later"] == 0
    assert leads.loc["all", "direction"] == "open"


def test_breadth_is_the_expected_number_of_countries():
    # earlier: 2 films JP, 1 film FR; later: 3 films of three countries
    rows = [("a", "JP"), ("b", "JP"), ("c", "FR"), ("d", "VN"), ("e", "ID"), ("f", "TH")]
    frame = known(
        pd.DataFrame(rows, columns=["film_id", "country"]).assign(
            half=["earlier"] * 3 + ["later"] * 3
        )
    )
    found = co.breadth(frame, draw=2)
    # of the 3 draws of 2 earlier films, one has one country and two have two
    assert found.earlier == pytest.approx(5 / 3)
    assert found.later == pytest.approx(2)
    assert found.change.value == pytest.approx(1 / 3)
    assert (found.films_earlier, found.films_later) == (3, 3)
    few = co.breadth(frame, draw=4)
    assert np.isnan([few.earlier, few.later, few.change.value, few.change.low]).all()
    assert (few.films_earlier, few.films_later, few.change.n) == (3, 3, 6)


@given(draw=st.integers(1, 20))
def test_breadth_grows_with_the_draw_and_never_exceeds_it(draw):
    less, more = co.breadth(samples.pairs(), draw=draw), co.breadth(samples.pairs(), draw=draw + 1)
    assert less.earlier <= more.earlier
    members = samples.pairs().query("half == 'earlier'").groupby("film_id").size().max()
    assert less.earlier <= draw * members


def test_the_network_ties_countries_of_a_film():
    nodes, edges = co.network(PAIRS)
    assert nodes["country"].tolist() == ["KR", "VN", "JP", "FR"]
    korea = nodes.iloc[0]
    assert (korea["films"], korea["shared"], korea["ties"]) == (3, 1, 3)
    ties = edges.set_index(["a", "b"])["films"]
    assert ties.to_dict() == {("KR", "VN"): 1, ("KR", "JP"): 2, ("KR", "FR"): 1, ("JP", "FR"): 1}


def test_leads_leave_out_the_open_ones():
    found = co.leads(MADE).set_index(["scope", "period"])
    row = found.loc[("all", "2010–2014")]
    assert (row["korean"], row["n"], row["open"], row["share"]) == (0, 1, 1, 0)
    assert np.isnan(found.loc[("without local-language", "2010–2014"), "share"])


RATES = known(
    pd.DataFrame(
        {
            "currency": ["KRW", "KRW", "CNY"],
            "year": [2013, 2014, 2013],
            "per_usd": [1000.0, 2000.0, 5.0],
            "source_ids": "two",
        }
    )
)


def money() -> tuple[pd.DataFrame, ...]:
    joint = films(
        year=[2013, 2013, 2014],
        budget_usd=[5, None, None],
        budget_local=[7, 50, None],
        budget_currency=["CNY", "CNY", None],
        budget_basis=["net", None, None],
    )
    pure = known(
        pd.DataFrame(
            {
                "film_id": ["k0", "k1", "k2", "k3", "k4"],
                "title_en": ["K0", None, "K2", "K3", "K4"],
                "title_ko": ["가", "나", "다", "라", "마"],
                "origin": ["korean", "korean", "korean", "foreign", "korean"],
                "format": ["feature", "animation", "short", "feature", "feature"],
                "year": [2013, 2014, 2013, 2013, 2099],
                "budget_krw": [3000, 4000, 1000, 1000, 1000],
                "budget_usd": [None] * 5,
                "budget_basis": ["unknown", "total", "net", "net", "net"],
                "source_ids": "one",
            }
        )
    )
    costs = known(
        pd.DataFrame(
            {
                "film_id": ["k0", "k1"],
                "budget_krw": [9000, None],
                "budget_usd": [None, None],
                "budget_basis": ["net", None],
                "source_ids": "three",
            }
        )
    )
    return joint, pure, costs, RATES


def test_budgets_are_changed_at_the_rate_of_the_year():
    found = co.budgets(*money()).set_index("film_id")
    assert found["budget_usd"].to_dict() == {"f0": 5, "f1": 10, "k0": 9, "k1": 2}
    assert found["printed"].to_dict() == {"f0": "USD", "f1": "CNY", "k0": "KRW", "k1": "KRW"}
    assert found.loc["k0", ["basis", "source_ids"]].tolist() == ["net", "three"]
    assert found.loc["k1", ["title", "basis"]].tolist() == ["나", "total"]
    assert found.loc["f1", ["lead", "basis"]].tolist() == ["none or not known", "not said"]
    assert set(provenance(found).source_ids) == {"one", "two", "three"}


def test_the_ratio_is_one_of_geometric_means_within_periods():
    frame = pd.DataFrame(
        {
            "group": ["co-production", "co-production", "Korean film", "Korean film"] * 2,
            "budget_usd": [2.0, 8.0, 1.0, 4.0, 200.0, 800.0, 100.0, 400.0],
            "period": ["a"] * 4 + ["b"] * 4,
        }
    )
    found = co.budget_ratio(frame)
    assert found.value == pytest.approx(2)
    assert found.low < 2 < found.high
    assert found.n == 8
    assert co.budget_ratio(frame[frame["period"] == "a"]).value == pytest.approx(2)
    alone = frame.assign(period=frame["group"])
    assert np.isnan(co.budget_ratio(alone).value)


def test_a_place_is_the_share_of_the_field_below():
    joint = films(
        film_id=["f0", "f1"],
        year=[2013, 2013],
        admissions_kr=[None, 25],
        admissions_basis=[None, "running"],
    )
    listed = known(
        pd.DataFrame(
            {
                "film_id": ["f0", "f1", "k0", "k1", "k2", "k3", "k4"],
                "title_en": list("ABCDEFG"),
                "origin": ["coproduction"] * 2 + ["korean"] * 5,
                "format": "feature",
                "year": [2013] * 6 + [2014],
                "admissions": [30, None, 10, 20, 30, 40, 5],
                "admissions_basis": ["final", None, *["final"] * 5],
                "source_ids": "one",
            }
        ).astype({"admissions": "Int64"})
    )
    found = co.standing(joint, listed).set_index("film_id")
    assert found["place"].to_dict() == pytest.approx(
        {"f0": 2.5 / 4, "f1": 0.5, "k0": 0, "k1": 1 / 3, "k2": 2 / 3, "k3": 1}
    )
    assert found["rivals"].to_dict() == {"f0": 4, "f1": 4, "k0": 3, "k1": 3, "k2": 3, "k3": 3}
    assert found.loc["f1", "basis"] == "running"
    gap = co.place_gap(found)
    assert gap.value == pytest.approx(0.5625 - 0.5)
    assert gap.n == 6


def test_returns_need_both_figures():
    joint = films(
        year=[2013, 2013, 2014],
        budget_usd=[10, None, 10],
        budget_local=[None, 50, None],
        budget_currency=[None, "CNY", None],
        gross_usd_worldwide=[5, 40, None],
        gross_usd_basis=["final", "rounded", None],
    )
    found = co.returns(joint, RATES)
    assert found["title"].tolist() == ["Film 1", "Film 0"]
    assert found["ratio"].tolist() == [4, 0.5]


def treaties() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {
                "treaty_id": ["jp", "eu", "vn", "nz"],
                "partner": ["JP", "EU", "VN", "NZ"],
                "type": ["film_treaty", "trade_agreement", "broadcast_agreement", "memorandum"],
                "covers": ["film", "audiovisual", "broadcast;audiovisual", "film;animation"],
                "signed": ["2008-05", None, None, "1999"],
                "in_force": [None, "2009-07-01", "2022", None],
                "source_ids": "one",
            }
        )
    )


def test_agreements_count_films_before_and_after():
    found = co.agreements(treaties(), PAIRS).set_index("partner")
    assert found.index.tolist() == ["NZ", "JP", "EU", "VN"]
    assert found.loc["JP", ["before", "after", "films"]].tolist() == [1, 1, 2]
    assert found.loc["EU", ["before", "after", "films", "bloc"]].tolist() == [0, 1, 1, True]
    assert found.loc[["NZ", "VN"], "before"].isna().all()
    assert found["covers_film"].to_dict() == {"NZ": True, "JP": True, "EU": False, "VN": False}
    assert found.loc["EU", "name"] == "European Union"
    share = co.around(found)
    assert (share.value, share.n) == (0.5, 2)


def test_the_timeline_adds_partners_without_an_agreement():
    agreements = co.agreements(treaties(), PAIRS)
    rows, years = co.timeline(agreements, PAIRS, without=1)
    assert rows["partner"].tolist() == ["NZ", "JP", "EU", "VN", "FR"]
    assert rows["agreed"].isna().tolist() == [False, False, False, False, True]
    counts = years.set_index(["partner", "year"])["films"]
    assert counts["JP", 2004] == counts["EU", 2011] == counts["FR", 2011] == 1


def test_names_are_looked_up_in_all_spellings():
    people = known(
        pd.DataFrame(
            [
                ("m", "An Director", "director", "confirmed", "Director An", "one;two"),
                ("m", "An Director", "writer", "confirmed", "Director An", "four"),
                ("m", "Bo Cameo", "cameo", "confirmed", None, "one"),
                ("m", "Cu Nowhere", "cast", "not_found", None, "one;three"),
                ("s", "Cu Nowhere", "lead_cast", "confirmed", None, "three;four"),
                ("s", "Cu Nowhere", "cast", "listed", None, "two"),
            ],
            columns=["film_id", "person", "role", "status", "also_written", "source_ids"],
        )
    )
    companies = known(
        pd.DataFrame(
            [("m", "House", "producer", "KR", "confirmed", None, "one")],
            columns=[
                *["film_id", "company", "role", "country", "status", "also_written", "source_ids"]
            ],
        )
    )
    sources = pd.DataFrame(
        {"source_id": ["one", "two", "three", "four"], "publisher": ["P", "Q", "R", "S"]}
    )
    stated = pd.DataFrame(
        [
            ("Director An", "person", "director", None),
            ("Bo Cameo", "person", "cast", None),
            ("Cu Nowhere", "person", "lead", None),
            ("House", "company", "producer", "VN"),
            ("Nobody", "company", "producer", "KR"),
        ],
        columns=["name", "what", "role", "country"],
    )
    films = pd.DataFrame(
        {"film_id": ["m", "s"], "title_en": ["Mother", "Son"], "year": [2025, 2024]}
    )
    countries = pd.DataFrame({"film_id": ["m", "m"], "country": ["VN", "KR"]})
    found = co.check_names(stated, people, companies, sources, films, countries, "m")
    assert set(found["film"]) == {"Mother (2025, South Korea and Vietnam)"}
    found = found.set_index("name")
    assert found["found"].tolist() == [
        "confirmed",
        "other role",
        "in no list",
        "other country",
        "in no list",
    ]
    assert found.loc["Director An", ["pages", "publishers", "publisher_count"]].tolist() == [
        2,
        "P, Q",
        2,
    ]
    lost = found.loc["Cu Nowhere"]
    assert (lost["searched"], lost["elsewhere"], lost["elsewhere_pages"]) == (1, "Son (2024)", 2)
    assert (lost["read_ids"], lost["source_ids"]) == ("one", "four;one;three")
    assert found.loc["Nobody", "source_ids"] == ""


def test_the_stated_names_are_of_kinds_that_can_be_checked():
    assert set(co.STATED["role"]) <= set(co.CREDITS)
    assert co.STATED["name"].is_unique


def test_reporting_counts_pages_and_those_of_the_time():
    sources = pd.DataFrame(
        {"source_id": ["one", "two", "three"], "published": ["2005-01", "2020", None]}
    )
    found = co.reporting(MADE, sources).set_index("period")
    assert found.loc["2000–2004", ["films", "pages", "prompt"]].tolist() == [1, 1, 1]
    assert found.loc["2010–2014", ["films", "pages", "prompt"]].tolist() == [2, 1.5, 0.5]


def test_films_of_three_tables_are_counted_once():
    remakes = known(
        pd.DataFrame(
            {
                "remake_id": ["r-same", "r-new", "r-planned", "r-alone"],
                "remake_title": ["Same", "New", "Planned", "Alone"],
                "country": ["VN", "PH", "VN", "VN"],
                "release_date": ["2013-05", "2020", None, "2021"],
                "status": ["released", "released", "announced", "released"],
                "format": "film",
                "korean_partner": ["yes", "yes", "yes", "unknown"],
                "source_ids": "one",
            }
        )
    )
    hits = known(
        pd.DataFrame(
            {
                "country": ["VN", "VN", "TH"],
                "film_id": ["f2", None, None],
                "remake_id": ["r-same", None, None],
                "title_en": ["Same", "Hit", "Elsewhere"],
                "release_date": ["2013", "2024-01-01", "2024"],
                "korean_link": ["remake", "korean_backed", "korean_backed"],
                "source_ids": "two",
            }
        )
    )
    found = co.korean_backed(PAIRS, remakes, hits)
    assert list(zip(found["film"], found["from_table"], strict=True)) == [
        ("r-new", "remakes"),
        ("f2", "coproductions"),
        ("Hit", "sea_top_films"),
    ]
    assert found["year"].tolist() == [2020, 2013, 2024]


def test_the_trend_compares_windows_of_equal_length():
    frame = pd.DataFrame(
        [("a", 2010), ("b", 2015), ("c", 2016), ("d", 2018), ("e", 2025), ("f", 2026)],
        columns=["film_id", "year"],
    )
    pairs = pd.DataFrame({"film_id": ["b", "c", "d", "f"], "country": ["VN"] * 4})
    found = co.trend(samples.backed(), known(frame), known(pairs), windows=(10, 5))
    found = found.set_index(["country", "years"])
    ten = found.loc[("VN", 10)]
    assert (ten["since"], ten["list_before"], ten["list_after"]) == (2016, 2, 3)
    assert (ten["part_before"], ten["part_after"]) == pytest.approx((1 / 2, 2 / 3))
    assert ten["part_change"] == pytest.approx(1 / 6)
    assert found.loc[("PH", 10), "part_after"] == 0
    assert found.loc[("VN", 10), ["before", "after"]].tolist() == [3, 7]
    assert found.loc[("VN", 5), ["before", "after"]].tolist() == [5, 2]
    assert found.loc[("PH", 10), ["before", "after"]].tolist() == [1, 1]
    assert (found["direction"] == "open").all()
    assert (found["part_direction"] == "open").all()


@given(low=st.floats(-2, 2), width=st.floats(0, 2))
def test_a_direction_needs_the_whole_interval(low, width):
    (found,) = co.direction([low], [low + width])
    assert found == ("rises" if low > 0 else "falls" if low + width < 0 else "open")


def test_no_interval_has_no_direction():
    assert co.direction([np.nan], [np.nan]).tolist() == ["open"]


def test_the_west_is_compared_in_three_measures():
    budgets = pd.DataFrame(
        {"film_id": ["f1"], "year": [2011], "budget_usd": [4.0], "group": "co-production"}
    )
    few = co.west(MADE, PAIRS, known(budgets)).set_index("measure")
    assert few.loc["films", ["earlier", "later"]].tolist() == [1, 0]
    assert few.loc["share of all films", "earlier"] == 0.5
    assert few.loc["budget", "earlier"] == pytest.approx(4)
    assert (few["direction"] == "too few").all()
    enough = co.west(MADE, PAIRS, known(budgets), least=0).set_index("measure")
    assert enough.loc["films", "direction"] == "open"
    many = co.west(samples.made(), samples.pairs(), samples.budgets()).set_index("measure")
    assert many.loc["films", "direction"] != "too few"
    assert many.loc["budget", "direction"] == "too few"
