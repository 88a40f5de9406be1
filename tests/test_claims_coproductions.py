"""Claims about co-productions: each rule on made-up frames that must give each outcome."""

from math import nan

import pandas as pd
import pytest

from analysis import datasets
from analysis.claims import REGISTRY
from analysis.claims import coproductions as verdicts
from analysis.coproductions import Breadth
from analysis.inference import Estimate
from tests.samples import coproductions as samples


@pytest.mark.parametrize(
    ("found", "counts", "away", "outcome"),
    [
        (["confirmed", "confirmed"], [2, 3], [0, 0], "supported"),
        (["confirmed", "in no list"], [2, 0], [0, 0], "partly supported"),
        (["confirmed", "in no list"], [2, 0], [0, 1], "partly supported"),
        (["confirmed", "confirmed"], [2, 1], [0, 0], "partly supported"),
        (["confirmed", "other country"], [2, 2], [0, 0], "partly supported"),
        (["other role", "in no list"], [2, 0], [0, 1], "contradicted"),
        (["other role", "other country"], [2, 2], [0, 0], "contradicted"),
        (["other role", "in no list"], [2, 0], [0, 0], "not settled"),
        (["in no list", "confirmed"], [0, 1], [0, 0], "not settled"),
    ],
)
@pytest.mark.parametrize(
    ("decide", "what"),
    [(verdicts.the_cast_is_as_stated, "person"), (verdicts.the_companies_are_as_stated, "company")],
)
def test_names_give_each_verdict(decide, what, found, counts, away, outcome):
    frame = samples.checked().query("what == @what").head(2).assign(role="cast", country="VN")
    frame = frame.assign(found=found, publisher_count=counts, credited_country="KR")
    frame["elsewhere_pages"] = away
    verdict = decide(frame)
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == 2
    assert decide(frame.assign(read_ids="one;two")).finding.outcome == "not settled"
    assert verdict.finding.strength == "weak"
    assert decide(frame.assign(read_ids="a;b;c;d;e;f")).finding.strength == "moderate"


def test_a_wrong_lead_is_enough():
    people = samples.checked().query("what == 'person'")
    people = people.assign(found=["confirmed", "in no list", "confirmed"], publisher_count=2)
    assert verdicts.the_cast_is_as_stated(people).finding.outcome == "contradicted"
    followed = verdicts.the_cast_is_as_stated(people.assign(role="cast"))
    assert followed.finding.outcome == "partly supported"
    assert verdicts.the_cast_is_as_stated(people, away=4).finding.outcome == "partly supported"
    none = people.assign(elsewhere_pages=0)
    assert verdicts.the_cast_is_as_stated(none, away=0).finding.outcome == "partly supported"


def test_names_are_told_apart_by_what_was_found():
    evidence = verdicts.the_companies_are_as_stated(samples.checked()).finding.evidence
    assert "Film (2025, South Korea and Vietnam): 1 of 3 names right (Third), 2 wrong." in evidence
    assert "with another film, Other (2025, South Korea): First House." in evidence
    assert "Second is a company of South Korea, not of Vietnam. 3 pages" in evidence
    evidence = verdicts.the_cast_is_as_stated(samples.checked()).finding.evidence
    assert "Other (2025, South Korea): Lee Elsewhere (stated as the lead)." in evidence
    assert "Park Walk-on has another role there (cameo, not cast)." in evidence
    strict = verdicts.the_companies_are_as_stated(samples.checked(), publishers=3, away=3)
    assert "Not found: First House." in strict.finding.evidence
    assert "Named by too few publishers: Third." in strict.finding.evidence


def later(**counts: int) -> pd.DataFrame:
    codes = {"asia": "East Asia", "europe": "Europe", "america": "North America"}
    rows = [
        {"film_id": f"{name}-{place}", "region": codes[name], "half": "later"}
        for name, count in counts.items()
        for place in range(count)
    ]
    return pd.DataFrame(rows)


def spread(low: float, high: float, films: int = 30) -> Breadth:
    return Breadth(20, 9.0, 10.0, Estimate(1.0, low, high, 2 * films, 0.1), films, films)


@pytest.mark.parametrize(
    ("pairs", "breadth", "outcome"),
    [
        (later(asia=9, europe=5, america=5), spread(0.5, 2), "partly supported"),
        (later(asia=9, europe=4, america=5), spread(0.5, 2), "not settled"),
        (later(asia=9, europe=5, america=5), spread(-0.5, 2), "not settled"),
        (later(asia=9, europe=5, america=5), spread(-2, -0.5), "contradicted"),
        (later(asia=9, europe=5), spread(0.5, 2), "contradicted"),
        (later(asia=9, europe=5, america=5), spread(0.5, 2, films=19), "not settled"),
    ],
)
def test_widening_gives_each_verdict(pairs, breadth, outcome):
    verdict = verdicts.coproductions_widened(pairs, breadth)
    assert (verdict.claim_id, verdict.finding.outcome) == ("reach-04", outcome)


def test_widening_without_enough_films_says_so():
    nothing = Breadth(20, nan, nan, Estimate(nan, nan, nan, 12), 5, 7)
    verdict = verdicts.coproductions_widened(later(asia=7), nothing)
    assert verdict.finding.outcome == "not settled"
    assert "5 films of the earlier and 7 of the later half only" in verdict.finding.evidence


@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [
        (1.1, 2, "partly supported"),
        (0.5, 0.9, "contradicted"),
        (0.5, 2, "not settled"),
        (float("nan"), float("nan"), "not settled"),
    ],
)
def test_budgets_give_each_verdict(low, high, outcome):
    frame = samples.budgets()
    verdict = verdicts.cofinancing_goes_with_larger_budgets(frame, Estimate(1.2, low, high, 62))
    assert (verdict.claim_id, verdict.finding.outcome) == ("reach-06", outcome)
    few = frame[(frame["group"] == "Korean film") | (frame["year"] < 2010)]
    verdict = verdicts.cofinancing_goes_with_larger_budgets(few, Estimate(2, 1.1, 3, 55))
    assert verdict.finding.outcome == "not settled"
    assert "5 and 50 films only" in verdict.finding.evidence


@pytest.mark.parametrize(
    ("directions", "outcome"),
    [
        (["rises", "rises", "rises"], "supported"),
        (["rises", "rises", "too few"], "supported"),
        (["rises", "too few", "too few"], "partly supported"),
        (["rises", "open", "falls"], "partly supported"),
        (["open", "falls", "too few"], "contradicted"),
        (["open", "open", "too few"], "not settled"),
        (["too few", "too few", "too few"], "not settled"),
    ],
)
def test_western_collaboration_gives_each_verdict(directions, outcome):
    west = pd.DataFrame(
        {
            "measure": ["films", "share of all films", "budget"],
            "earlier": [10, 0.2, 7e6],
            "later": [16, 0.3, 3e7],
            "n_earlier": [10, 40, 3],
            "n_later": [16, 70, 5],
            "direction": directions,
        }
    )
    verdict = verdicts.western_collaboration_deepens(west)
    assert (verdict.claim_id, verdict.finding.outcome) == ("reach-13", outcome)
    assert verdict.finding.n == 26
    assert "20% and 30% of all" in verdict.finding.evidence


def windows(**ways: tuple[str, str]) -> pd.DataFrame:
    """Give ten years of some countries: directions of the number and of the share."""
    return pd.DataFrame(
        [
            {
                "country": country,
                "years": 10,
                "since": 2016,
                "before": 4,
                "after": 16,
                "n": 20,
                "direction": count,
                "part_before": 0.1,
                "part_after": 0.25,
                "part_direction": share,
            }
            for country, (count, share) in ways.items()
        ]
    )


@pytest.mark.parametrize(
    ("vietnam", "philippines", "outcome"),
    [
        (("rises", "rises"), ("rises", "rises"), "supported"),
        (("rises", "rises"), ("rises", "open"), "partly supported"),
        (("rises", "rises"), ("falls", "falls"), "partly supported"),
        (("rises", "open"), ("open", "falls"), "contradicted"),
        (("rises", "falls"), ("rises", "open"), "not settled"),
        (("open", "open"), ("open", "open"), "not settled"),
    ],
)
def test_southeast_asia_gives_each_verdict(vietnam, philippines, outcome):
    trend = windows(VN=vietnam, PH=philippines)
    verdict = verdicts.southeast_asian_film_makers_increasingly_join(trend)
    assert (verdict.claim_id, verdict.finding.outcome) == ("sea-05", outcome)
    assert (verdict.finding.n, verdict.finding.strength) == (40, "weak")
    for few in ({"least": 21}, {"years": 9}):
        verdict = verdicts.southeast_asian_film_makers_increasingly_join(trend, **few)
        assert verdict.finding.outcome == "not settled"
    empty = trend.assign(part_before=nan, part_direction="open")
    verdict = verdicts.southeast_asian_film_makers_increasingly_join(empty)
    assert "no share and 25%" in verdict.finding.evidence


def test_a_country_without_films_counts_as_none():
    trend = windows(VN=("rises", "rises"))
    verdict = verdicts.southeast_asian_film_makers_increasingly_join(trend)
    assert verdict.finding.outcome == "partly supported"
    assert "Philippines: no films." in verdict.finding.evidence


def test_inputs_are_those_of_every_function():
    given = verdicts.inputs(datasets.load)
    ours = {name for name, decide in REGISTRY.items() if decide.__module__ == verdicts.__name__}
    assert set(given) == ours
    assert all(REGISTRY[name](*arguments).claim_id == name for name, arguments in given.items())
