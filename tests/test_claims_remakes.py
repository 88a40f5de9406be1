"""The rules on remakes, on made-up frames that must give each outcome."""

import pandas as pd
import pytest

from analysis import datasets
from analysis.claims import REGISTRY
from analysis.claims import remakes as verdicts

NAMES = {"remakes": "US", "remakes with a Korean company": "US", "co-productions": "VN"}


def ways(remakes: tuple, backed: tuple, joint: tuple) -> pd.DataFrame:
    pairs = zip(NAMES, (remakes, backed, joint), strict=True)
    return pd.DataFrame(
        [
            {
                "way": way,
                "countries": NAMES[way],
                "earlier": earlier,
                "later": later,
                "from": 2016,
                "to": 2025,
            }
            for way, (earlier, later) in pairs
        ]
    )


def growth(level: float = 1.4, us: float = 9e9) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "territory": ["VN", "US+CA", "CN"],
            "year": 2025,
            "level": [level, 0.8, 0.9],
            "gross_usd": [2e8, us, 6e9],
        }
    )


@pytest.mark.parametrize(
    ("counts", "level", "outcome"),
    [
        (((2, 6), (1, 4), (2, 12)), 1.4, "supported"),
        (((6, 2), (1, 2), (2, 12)), 1.4, "partly supported"),
        (((2, 6), (1, 2), (2, 1)), 0.9, "contradicted"),
        (((6, 2), (1, 2), (4, 3)), 1.0, "contradicted"),
        (((1, 2), (1, 2), (1, 2)), 1.4, "not settled"),
    ],
)
def test_two_ways(counts, level, outcome):
    finding = verdicts.korea_expands_in_two_ways(ways(*counts), growth(level)).finding
    assert finding.outcome == outcome
    assert finding.n == sum(counts[0]) + sum(counts[2])


def test_two_ways_needs_a_market_size():
    empty = growth().query("territory == 'CN'")
    verdict = verdicts.korea_expands_in_two_ways(ways((2, 6), (1, 4), (2, 12)), empty)
    assert verdict.finding.outcome == "not settled"


STATEMENTS = [
    "director of the original",
    "remake released",
    "Korean company that began it",
    "year of the start",
    "years from start to release",
]


def account(**given: str) -> pd.DataFrame:
    names = {name.replace(" ", "_"): name for name in STATEMENTS}
    verdict = {name: given.get(key, "confirmed") for key, name in names.items()}
    return pd.DataFrame(
        {
            "statement": STATEMENTS,
            "printed": "2018",
            "found": ["2020" if verdict[name] == "contradicted" else "2018" for name in STATEMENTS],
            "verdict": [verdict[name] for name in STATEMENTS],
            "words": [f"{name} is so" for name in STATEMENTS],
            "remake": "Again (2025)",
            "original": "Once (2003)",
            "note": ["why" if verdict[name] == "sources differ" else None for name in STATEMENTS],
        }
    )


@pytest.mark.parametrize(
    ("given", "outcome", "words"),
    [
        ({}, "supported", "Again (2025), the remake of Once (2003): 5 of 5"),
        (
            {"year_of_the_start": "no source"},
            "partly supported",
            "No source says that year of the start is so.",
        ),
        (
            {"year_of_the_start": "sources differ"},
            "partly supported",
            "In dispute: that year of the start is so (why).",
        ),
        (
            {"director_of_the_original": "contradicted"},
            "partly supported",
            "Not so: that director of the original is so (director of the original: found 2020).",
        ),
        ({"year_of_the_start": "contradicted"}, "contradicted", "year of the start: found 2020"),
        (
            {"year_of_the_start": "no source", "remake_released": "no source"},
            "not settled",
            "No source says that",
        ),
    ],
)
def test_the_account_of_one_film(given, outcome, words):
    finding = verdicts.save_the_green_planet_took_seven_years(account(**given)).finding
    assert finding.outcome == outcome
    assert finding.n == 5
    assert words in finding.evidence


def results(*rows: tuple) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["original_film_id", "country", "success"])
    frame["remake_id"] = [f"r{i}" for i in range(len(frame))]
    frame["ratio"] = frame["success"].map({True: 1.2, False: 0.1}).astype("float64")
    frame[["rank", "level", "others", "money"]] = float("nan")
    frame = frame.assign(title=frame["remake_id"], original=frame["original_film_id"], year=2015)
    frame = frame.assign(gross_local=3e6, currency="VND")
    return frame.drop(columns="success")


BOTH = [(film, code) for film in ("granny", "sunny") for code in ("VN", "ID", "JP")]


@pytest.mark.parametrize(
    ("wins", "outcome"),
    [
        ([True, True, None, True, True, None], "supported"),
        ([True, True, None, True, False, False], "partly supported"),
        ([False, False, None, True, False, False], "contradicted"),
        ([True, False, None, True, True, None], "not settled"),
        ([None, None, None, None, None, None], "not settled"),
    ],
)
def test_one_source_many_territories(wins, outcome):
    frame = results(*((film, code, win) for (film, code), win in zip(BOTH, wins, strict=True)))
    finding = verdicts.one_source_many_territories(frame).finding
    assert finding.outcome == outcome
    assert finding.n == sum(win is not None for win in wins)


def test_a_chain_in_two_countries_is_not_many():
    frame = results(*((film, code, True) for film, code in BOTH if code != "JP"))
    finding = verdicts.one_source_many_territories(frame).finding
    assert finding.outcome == "contradicted"


def test_no_remakes_settle_nothing():
    frame = results(*((film, code, True) for film, code in BOTH)).iloc[:0]
    assert verdicts.one_source_many_territories(frame).finding.outcome == "not settled"


def test_one_other_film_on_a_list_is_no_comparison():
    frame = results(*((film, code, None) for film, code in BOTH)).assign(level=0.9, others=1.0)
    assert verdicts.one_source_many_territories(frame).finding.outcome == "not settled"
    assert verdicts.one_source_many_territories(frame, beside=1).finding.outcome == "supported"


def test_a_gross_can_show_a_success_but_no_failure():
    frame = results(*((film, code, None) for film, code in BOTH)).assign(money=1.0)
    finding = verdicts.one_source_many_territories(frame).finding
    assert (finding.outcome, finding.n) == ("supported", 6)
    short = verdicts.one_source_many_territories(frame.assign(money=0.9)).finding
    assert (short.outcome, short.n) == ("not settled", 0)
    assert "r0 (Vietnam, 2015: VND 3.0 million, in dollars 90% of the original's" in short.evidence
    mild = verdicts.one_source_many_territories(frame.assign(money=0.9), gross=0.75)
    assert mild.finding.outcome == "supported"


def test_the_evidence_names_films_and_results():
    frame = results(*((film, code, code == "VN" or None) for film, code in BOTH))
    evidence = verdicts.one_source_many_territories(frame.assign(rank=2.0)).finding.evidence
    assert "6 remakes of granny and sunny with a CJ company" in evidence
    assert "r1 (Indonesia, 2015: printed place 2 among local films)" in evidence
    assert "below the original's" not in evidence


def chronology(released: int, waiting: int, year: int = 2020) -> pd.DataFrame:
    n = released + waiting
    return pd.DataFrame(
        {
            "title": [f"Film {i}" for i in range(n)],
            "country": ["US"] * n,
            "korean": [True] * n,
            "waiting": [False] * released + [True] * waiting,
            "release_year": pd.array([year] * released + [None] * waiting, dtype="Int64"),
        }
    )


def joint(count: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "lead_country": ["VN"] * count,
            "year": [2020] * count,
            "date_basis": ["theatrical"] * count,
        }
    )


@pytest.mark.parametrize(
    ("plans", "films", "level", "outcome"),
    [
        (chronology(6, 5), 6, 1.4, "supported"),
        (chronology(1, 10), 5, 1.4, "supported"),
        (chronology(3, 8), 4, 1.4, "partly supported"),
        (chronology(3, 8, year=2006), 6, 1.4, "partly supported"),
        (chronology(3, 8, year=2006), 6, 0.9, "contradicted"),
        (chronology(0, 10), 4, 1.4, "contradicted"),
        (chronology(6, 3), 6, 1.4, "not settled"),
    ],
)
def test_both_prongs(plans, films, level, outcome):
    finding = verdicts.both_prongs_reach(plans, joint(films), growth(level), last=2025).finding
    assert finding.outcome == outcome


def test_both_prongs_name_the_remakes_and_follow_their_thresholds():
    given = (chronology(2, 9), joint(6), growth(), 2025)
    finding = verdicts.both_prongs_reach(*given).finding
    assert (finding.n, finding.unit) == (8, "released films")
    assert (
        "US and Canada: Film 0 (2020) and Film 1 (2020); of all years, 2 of 11" in finding.evidence
    )
    for moved in ({"reached": 3}, {"joint": 7}, {"level": 1.5}):
        moved_finding = verdicts.both_prongs_reach(*given, **moved).finding
        assert moved_finding.outcome == "partly supported"
    assert verdicts.both_prongs_reach(*given, years=5).finding.outcome == "contradicted"


def test_both_prongs_need_market_sizes():
    finding = verdicts.both_prongs_reach(
        chronology(6, 5), joint(6), growth().query("territory == 'CN'"), last=2025
    ).finding
    assert finding.outcome == "not settled"


def test_the_largest_market_is_read_from_the_table():
    verdict = verdicts.both_prongs_reach(chronology(6, 5), joint(6), growth(us=1e9), last=2025)
    assert verdict.finding.outcome == "not settled"
    assert "China" in verdict.finding.evidence


def test_inputs_fit_every_function():
    given = verdicts.inputs(datasets.load)
    assert set(given) == {"remake-01", "remake-02", "remake-05", "remake-06"}
    for claim, arguments in given.items():
        assert REGISTRY[claim](*arguments).finding.evidence
