"""Claims on economics: each rule on made-up frames that must give each of its outcomes."""

import pandas as pd
import pytest

from analysis import datasets, economics
from analysis.claims import REGISTRY
from analysis.claims import economics as verdicts
from analysis.inference import Estimate


def bounds(years: int, floor: float, ceiling: float, seen: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "year": range(2010, 2010 + years),
            "floor": floor,
            "ceiling": ceiling,
            "admissions_floor": seen,
        }
    )


@pytest.mark.parametrize(
    ("frame", "outcome"),
    [
        (bounds(5, 0.2, 0.5, 0.05), "partly supported"),
        (bounds(5, 0.3, 0.5, 0.01), "not settled"),
        (bounds(5, 0.1, 0.5, 0.06), "not settled"),
        (bounds(5, 0.1, 0.19, 0.01), "contradicted"),
        (bounds(5, 0.01, 0.9, 0.01), "not settled"),
        (bounds(4, 0.3, 0.5, 0.1), "not settled"),
        (bounds(0, 0.3, 0.5, 0.1), "not settled"),
    ],
)
def test_the_rule_on_independent_films_gives_each_verdict(frame, outcome):
    verdict = verdicts.the_independent_sector_is_robust(frame)
    assert verdict.claim_id == "reach-03"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == len(frame)
    assert verdict.rule in verdict.show().markdown


def test_a_year_without_admissions_does_not_count():
    frame = bounds(5, 0.3, 0.5, 0.1).assign(admissions_floor=[0.1] * 4 + [float("nan")])
    finding = verdicts.the_independent_sector_is_robust(frame).finding
    assert (finding.outcome, finding.n) == ("not settled", 4)


def kinds(*lines: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "kind": list(economics.INCENTIVES)[: len(lines)],
            "lines": lines,
            "first": pd.array([2010 if n else None for n in lines], dtype="Int64"),
            "last": pd.array([2020 if n else None for n in lines], dtype="Int64"),
        }
    )


NONE = float("nan")


@pytest.mark.parametrize(
    ("frame", "estimate", "outcome"),
    [
        (kinds(3, 2, 1), Estimate(0.8, 0.3, 0.95, 8), "partly supported"),
        (kinds(3, 2, 1), Estimate(0.3, -0.2, 0.6, 8), "not settled"),
        (kinds(3, 2, 1), Estimate(-0.8, -0.9, -0.5, 8), "contradicted"),
        (kinds(0, 0, 0), Estimate(0.8, 0.3, 0.95, 8), "contradicted"),
        (kinds(3, 0, 1), Estimate(0.8, 0.3, 0.95, 8), "not settled"),
        (kinds(3, 2, 1), Estimate(0.8, 0.3, 0.95, 7), "not settled"),
        (kinds(3, 2, 1), Estimate(NONE, NONE, NONE, 3), "not settled"),
    ],
)
def test_the_rule_on_incentives_gives_each_verdict(frame, estimate, outcome):
    verdict = verdicts.incentives_back_risk_taking(frame, estimate)
    assert verdict.claim_id == "reach-10"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == estimate.n


def lines(change: float, new: float, whole: bool = True) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "programme": ["film budget", "festival support", "AI films"],
            "before_year": 2025,
            "before_krw": [100e9, 5e9, NONE],
            "year": 2026,
            "krw": [100e9 * (1 + change), 6e9, new],
            "change": [change, 0.2, NONE],
            "drafts": [True, False, False],
            "new_technology": [False, False, True],
            "whole": [whole, False, False],
            "earlier_krw": NONE,
            "earlier_year": NONE,
        }
    )


@pytest.mark.parametrize(
    ("frame", "outcome"),
    [
        (lines(0.25, 2e9), "supported"),
        (lines(0.2, 2e9), "partly supported"),
        (lines(0.5, NONE), "partly supported"),
        (lines(0.1, NONE), "contradicted"),
        (lines(0.1, 0.0), "contradicted"),
        (lines(0.5, 2e9, whole=False), "not settled"),
    ],
)
def test_the_rule_on_the_film_budget_gives_each_verdict(frame, outcome):
    verdict = verdicts.the_film_budget_was_raised_much(frame)
    assert verdict.claim_id == "ai-05"
    assert verdict.finding.outcome == outcome


def test_the_film_budget_is_held_against_earlier_years_where_the_table_has_them():
    frame = lines(0.5, 2e9)
    evidence = verdicts.the_film_budget_was_raised_much(frame).finding.evidence
    assert "No year before 2025 has a figure of this budget" in evidence
    frame = frame.assign(earlier_krw=[180e9, NONE, NONE], earlier_year=[2022, NONE, NONE])
    evidence = verdicts.the_film_budget_was_raised_much(frame).finding.evidence
    assert "before 2025 is 180.0 billion won (2022), 120% of that of 2026." in evidence


def test_the_threshold_of_much_can_be_varied():
    assert verdicts.the_film_budget_was_raised_much(lines(0.25, 2e9), much=0.5).finding.outcome == (
        "partly supported"
    )


def made(*films: tuple[int, float]) -> pd.DataFrame:
    return pd.DataFrame(films, columns=["year", "films"]).assign(definition="new")


def costs(total: float, net: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "year": [2018, 2024, 2018, 2024],
            "cost": ["total", "total", "net", "net"],
            "films": "commercial",
            "krw_real": [10e9, 10e9 * total, 8e9, 8e9 * net],
        }
    )


@pytest.mark.parametrize(
    ("films", "paid", "outcome"),
    [
        (made((2019, 40), (2025, 32)), costs(0.9, 0.9), "supported"),
        (made((2019, 40), (2025, 32)), costs(0.9, 0.95), "partly supported"),
        (made((2019, 40), (2025, 36)), costs(0.8, 0.8), "partly supported"),
        (made((2019, 40), (2025, 40)), costs(1.0, 1.0), "contradicted"),
        (made((2019, 40), (2021, 10)), costs(0.8, 0.8), "not settled"),
        (made((2019, 40), (2025, 20)), costs(0.8, 0.8).query("cost == 'total'"), "not settled"),
    ],
)
def test_the_rule_on_fewer_and_cheaper_films_gives_each_verdict(films, paid, outcome):
    verdict = verdicts.studios_make_fewer_and_cheaper_films(films, paid)
    assert verdict.claim_id == "ai-07"
    assert verdict.finding.outcome == outcome


def test_films_of_the_old_definition_are_no_baseline():
    old = made((2015, 90)).assign(definition="old")
    frame = pd.concat([old, made((2025, 20))])
    finding = verdicts.studios_make_fewer_and_cheaper_films(frame, costs(0.8, 0.8)).finding
    assert finding.outcome == "not settled"
    assert "films" in finding.evidence


def test_a_count_made_within_the_year_is_said():
    frame = made((2019, 40), (2025, 20)).assign(partial=[False, True])
    finding = verdicts.studios_make_fewer_and_cheaper_films(frame, costs(0.8, 0.8)).finding
    assert "before the end of the year" in finding.evidence


def panels(*large: int, three: float | list[float] = 0.7) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "tracker": [f"panel {i}" for i in range(len(large))],
            "month": "2025-12",
            "services": 6,
            "large": large,
            "three": three,
            "newest": True,
        }
    )


@pytest.mark.parametrize(
    ("frame", "outcome"),
    [
        (panels(5, 6), "partly supported"),
        (panels(4, 4, three=0.75), "contradicted"),
        (panels(5, 6, three=0.8), "not settled"),
        (panels(4, 4), "not settled"),
        (panels(5, 4), "not settled"),
        (panels(5, 6, three=[0.7, 0.8]), "not settled"),
        (panels(6), "not settled"),
        (panels(), "not settled"),
    ],
)
def test_the_rule_on_crowded_streaming_gives_each_verdict(frame, outcome):
    verdict = verdicts.the_streaming_market_is_crowded(frame)
    assert verdict.claim_id == "ai-08"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == len(frame)


def test_a_panels_older_month_does_not_count():
    frame = pd.concat([panels(2, 2).assign(newest=False), panels(5, 5)])
    assert verdicts.the_streaming_market_is_crowded(frame).finding.outcome == "partly supported"


def test_inputs_match_the_rules_and_survive_a_table_without_rows():
    given = verdicts.inputs(datasets.load)
    assert set(given) == {"reach-03", "reach-10", "ai-05", "ai-07", "ai-08"}

    def without(name: str) -> pd.DataFrame:
        frame = datasets.load(name)
        return frame.head(0) if name in ("film_policy", "secondary_market") else frame

    for claim, arguments in verdicts.inputs(without).items():
        assert REGISTRY[claim](*given[claim]).finding.evidence
        assert REGISTRY[claim](*arguments).finding.n >= 0
