"""Verdicts on genres: each rule, on made-up frames, gives each outcome that it can give."""

import pandas as pd
import pytest

from analysis import datasets
from analysis.claims import REGISTRY
from analysis.claims import genres as verdicts
from analysis.inference import Estimate


@pytest.mark.parametrize(
    ("labels", "crossing", "n", "outcome"),
    [
        ((0.7, 0.3, 1.1), (0.2, 0.1, 0.3), 200, "supported"),
        ((0.2, 0.1, 0.4), (-0.2, -0.3, -0.1), 200, "contradicted"),
        ((0.2, 0.1, 0.4), (-0.2, -0.3, 0.1), 200, "partly supported"),
        ((0.2, -0.1, 0.5), (0.2, 0.1, 0.3), 200, "partly supported"),
        ((-0.2, -0.3, -0.1), (0.2, 0.1, 0.3), 200, "not settled"),
        ((-0.2, -0.3, -0.1), (0.2, -0.1, 0.3), 200, "not settled"),
        ((0.2, -0.1, 0.5), (-0.2, -0.3, -0.1), 200, "contradicted"),
        ((-0.2, -0.3, -0.1), (-0.2, -0.3, -0.1), 200, "contradicted"),
        ((0.2, -0.1, 0.5), (0.1, -0.1, 0.3), 200, "not settled"),
        ((0.7, 0.3, 1.1), (0.2, 0.1, 0.3), 99, "not settled"),
        ((0.7, float("nan"), float("nan")), (0.2, 0.1, 0.3), 200, "not settled"),
    ],
)
def test_a_hallmark_hangs_on_the_named_genres_first(labels, crossing, n, outcome):
    verdict = verdicts.blending_became_a_hallmark(Estimate(*labels, n), Estimate(*crossing, n))
    assert verdict.claim_id == "reach-01"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == n
    if "fewer" not in verdict.finding.evidence:
        assert verdict.finding.evidence.startswith("The share of Korean films that combine")


def test_a_stricter_reading_asks_for_a_size():
    small, flat = Estimate(0.2, 0.1, 0.4, 200), Estimate(0.0, -0.1, 0.1, 200)
    strict = verdicts.blending_became_a_hallmark(small, flat, sizes=(0.5, 0.1))
    assert strict.finding.outcome == "not settled"
    strict = verdicts.blending_became_a_hallmark(small, small, sizes=(0.5, 0.1))
    assert strict.finding.outcome == "partly supported"


def travels(lows: tuple, highs: tuple, marked: int = 30) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "measure": ["labels"] * 3 + ["crossing"],
            "way": ["remade", "selected", "abroad", "abroad"],
            "comparison": "comparable",
            "value": [(a + b) / 2 for a, b in zip(lows, highs, strict=True)] + [0.0],
            "low": [*lows, 9.0],
            "high": [*highs, 9.0],
            "n": [200, 300, 250, 900],
            "marked": marked,
        }
    )


@pytest.mark.parametrize(
    ("lows", "highs", "marked", "outcome"),
    [
        ((0.1, 0.1, 0.2), (0.6, 0.7, 0.8), 30, "supported"),
        ((-0.1, 0.1, 0.2), (0.6, 0.7, 0.8), 30, "partly supported"),
        ((-0.1, -0.1, -0.2), (0.3, 0.4, 0.2), 30, "contradicted"),
        ((-0.1, -0.1, -0.2), (0.3, 0.6, 0.2), 30, "not settled"),
        ((0.1, 0.1, 0.2), (0.6, 0.7, 0.8), 19, "not settled"),
    ],
)
def test_blends_travel_in_all_ways_in_some_or_in_none(lows, highs, marked, outcome):
    verdict = verdicts.blends_travel(travels(lows, highs, marked))
    assert verdict.claim_id == "reach-09"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == 300


def test_blends_travel_needs_all_three_ways():
    few = travels((0.1, 0.1, 0.2), (0.6, 0.7, 0.8)).iloc[1:]
    assert verdicts.blends_travel(few).finding.outcome == "not settled"
    assert verdicts.blends_travel(few.iloc[:0]).finding.n == 0


def changes(films: tuple, seen: tuple, n: int = 60) -> pd.DataFrame:
    rows = [
        ("films", 0.15, 0.06, 0.09, *films, n, 400),
        ("admissions", 0.1, 0.1, 0.0, *seen, n, 90),
    ]
    columns = ["measure", "newest", "before", "change", "low", "high", "n", "n_before"]
    return pd.DataFrame(rows, columns=columns)


@pytest.mark.parametrize(
    ("films", "seen", "n", "outcome"),
    [
        ((0.02, 0.2), (0.01, 0.1), 60, "supported"),
        ((0.02, 0.2), (-0.1, 0.1), 60, "partly supported"),
        ((-0.2, 0.2), (-0.2, -0.1), 60, "contradicted"),
        ((-0.2, 0.2), (-0.2, 0.1), 60, "not settled"),
        ((0.02, 0.2), (0.01, 0.1), 29, "not settled"),
        ((0.02, 0.2), (float("nan"), float("nan")), 60, "not settled"),
    ],
)
def test_science_fiction_and_fantasy_by_films_and_by_admissions(films, seen, n, outcome):
    verdict = verdicts.science_fiction_and_fantasy_grow(changes(films, seen, n))
    assert verdict.claim_id == "reach-11"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == n + 400


@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [
        ([6.5, 7, 8], [9, 9, 10], "supported"),
        ([5.5, 7, 8], [9, 9, 10], "partly supported"),
        ([3, 3, 3], [5, 5, 5.9], "contradicted"),
        ([6.5, 7], [9, 9], "not settled"),
    ],
)
def test_a_wide_range_in_every_period_in_some_or_in_none(low, high, outcome):
    names = ["2000–2004", "2005–2009", "2010–2014"][: len(low)]
    value = [(a + b) / 2 for a, b in zip(low, high, strict=True)]
    frame = pd.DataFrame({"period": names, "value": value, "low": low, "high": high, "n": 30})
    verdict = verdicts.genres_are_many(frame)
    assert verdict.claim_id == "gems-02"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == 30 * len(low)


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, "supported"),
        ({"higher": [0.4, 0.9]}, "partly supported"),
        ({"carries": [True, False]}, "partly supported"),
        ({"genres": ["action;drama", "action;drama"]}, "partly supported"),
        ({"carries": [False, False]}, "contradicted"),
        ({"genres": [None, "romance"]}, "not settled"),
        ({"higher": [float("nan"), 0.9]}, "not settled"),
        ({"n": [100, 19]}, "not settled"),
    ],
)
def test_two_films_stand_for_two_genres(changed, outcome):
    frame = pd.DataFrame(
        {
            "title": ["Fist", "Letters"],
            "year": [2003, 2001],
            "label": ["action", "romance"],
            "genres": ["action;drama", "comedy;romance"],
            "carries": [True, True],
            "higher": [0.6, 0.9],
            "n": [100, 50],
        }
    ).assign(**changed)
    verdict = verdicts.two_films_two_genres(frame)
    assert verdicts.two_films_two_genres(frame.iloc[:0]).finding.outcome == "not settled"
    assert verdict.claim_id == "gems-08"
    assert verdict.finding.outcome == outcome


def test_every_claim_gets_what_it_takes_from_the_tables():
    given = verdicts.inputs(datasets.load)
    assert set(given) == {"reach-01", "reach-09", "reach-11", "gems-02", "gems-08"}
    for claim, arguments in given.items():
        assert REGISTRY[claim](*arguments).claim_id == claim
