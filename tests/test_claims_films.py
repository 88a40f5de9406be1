"""Claims on films: each rule on made-up frames that must give each of its verdicts."""

import numpy as np
import pandas as pd
import pytest

from analysis.claims import films as claims
from analysis.inference import share


def decided(verdict, claim_id: str, outcome: str) -> str:
    assert verdict.claim_id == claim_id
    assert verdict.finding.outcome == outcome
    assert outcome in verdict.show().markdown
    assert verdict.section.startswith("02_films#")
    return verdict.finding.evidence


def scored(a: tuple[int, float], b: tuple[int, float], n: int = 100) -> pd.DataFrame:
    """Films of which the two named ones have the audience and acclaim given."""
    frame = pd.DataFrame(
        {
            "film_id": [f"f{i}" for i in range(n)],
            "title": "F",
            "year": 2010,
            "admissions": np.arange(n, dtype="float64"),
            "acclaim": np.linspace(0, 0.5, n),
        }
    )
    frame.loc[0, ["film_id", "title"]] = ["train-to-busan-2016", "Train to Busan"]
    frame.loc[1, ["film_id", "title"]] = ["parasite-2019", "Parasite"]
    frame.loc[0, ["admissions", "acclaim"]] = a
    frame.loc[1, ["admissions", "acclaim"]] = b
    return frame


HIGH, LOW = (1_000, 0.9), (1_000, 0.0)


@pytest.mark.parametrize(
    ("frame", "outcome"),
    [
        (scored(HIGH, HIGH), "supported"),
        (scored(HIGH, LOW), "partly supported"),
        (scored(LOW, LOW), "contradicted"),
        (scored(HIGH, HIGH, n=20), "not settled"),
        (scored(HIGH, HIGH).iloc[1:], "not settled"),
    ],
)
def test_blockbusters_with_acclaim(frame, outcome):
    decided(claims.blockbusters_joined_acclaim(frame), "gems-01", outcome)


@pytest.mark.parametrize(
    ("outside", "hit", "outcome"),
    [
        (60, 20, "supported"),
        (30, 30, "partly supported"),
        (20, 60, "contradicted"),
        (20, 5, "not settled"),
        (25, 5, "partly supported"),
    ],
)
def test_acclaim_beyond_the_hits(outside, hit, outcome):
    frame = pd.DataFrame({"place": ["outside"] * outside + ["hit"] * hit + ["not known"] * 7})
    evidence = decided(claims.acclaim_lies_beyond_the_hits(frame), "gems-03", outcome)
    assert "7 more" in evidence or outcome == "not settled"


def directors(*canonical: int, fewer: bool = False) -> pd.DataFrame:
    names = ["Park Chan-wook", "Bong Joon Ho", "Lee Chang-dong", "Another"]
    frame = pd.DataFrame(
        {
            "director": names,
            "key": ["parkchanwook", "bongjoonho", "leechangdong", "another"],
            "films": [10, 8, 6, 5],
            "singled": [9, 8, 6, 5],
            "canonical": [*canonical, 4],
        }
    )
    return frame.iloc[1:] if fewer else frame


@pytest.mark.parametrize(
    ("frame", "outcome"),
    [
        (directors(8, 3, 3), "supported"),
        (directors(8, 3, 2), "partly supported"),
        (directors(2, 1, 1), "partly supported"),
        (directors(1, 0, 1), "contradicted"),
        (directors(8, 3, 3, fewer=True), "not settled"),
    ],
)
def test_masterpieces_of_three_directors(frame, outcome):
    evidence = decided(claims.three_directors_made_several_masterpieces(frame), "gems-04", outcome)
    assert "Among 1 other directors" in evidence or outcome == "not settled"


def small(back: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "title": [f"F{i}" for i in range(back + 2)],
            "year": 2003,
            "state": ["small"] * back + ["open"] * 2,
        }
    )


def gems(lasting: int, marked: int = 0, n: int = 40, *, others: int = 30) -> pd.DataFrame:
    """Films of which so many last, so many of these are marked, and so many more are marked."""
    own = [i < marked or lasting <= i < lasting + others for i in range(n)]
    return pd.DataFrame(
        {
            "title": [f"F{i}" for i in range(n)],
            "year": 2010,
            "admissions": 40_000.0,
            "acclaim": 0.5,
            "score": 0.1,
            "stays": [i < lasting for i in range(n)],
            "independent": own,
        }
    )


@pytest.mark.parametrize(
    ("frame", "back", "outcome"),
    [
        (gems(10, 3), 3, "supported"),
        (gems(10, 2), 3, "partly supported"),
        (gems(2, 2), 3, "partly supported"),
        (gems(3), 0, "partly supported"),
        (gems(2, 2), 2, "contradicted"),
        (gems(0, 5), 0, "contradicted"),
        (gems(10, 3, n=20), 3, "not settled"),
    ],
)
def test_underrated_independent_and_cult_films(frame, back, outcome):
    evidence = decided(claims.gems_wait_to_be_found(frame, small(back)), "gems-05", outcome)
    assert "cannot be told" not in evidence


@pytest.mark.parametrize(
    ("frame", "back", "outcome"),
    [
        (gems(10, 3, others=20), 3, "partly supported"),
        (gems(10, 0, others=0), 3, "partly supported"),
        (gems(2, 2, others=0), 3, "partly supported"),
        (gems(2, 2, others=0), 2, "contradicted"),
    ],
)
def test_a_mark_that_few_films_carry_decides_nothing(frame, back, outcome):
    evidence = decided(claims.gems_wait_to_be_found(frame, small(back)), "gems-05", outcome)
    assert "cannot be told" in evidence


@pytest.mark.parametrize(
    ("back", "old", "outcome"),
    [
        (3, 40, "supported"),
        (1, 40, "partly supported"),
        (0, 40, "contradicted"),
        (3, 9, "not settled"),
    ],
)
def test_small_films_that_came_back(back, old, outcome):
    decided(claims.small_films_became_cult_classics(small(back), old), "gems-06", outcome)


def newcomers(**groups: list[tuple[int, int]]) -> pd.DataFrame:
    rows = []
    for group, counts in groups.items():
        for place, (new, n) in enumerate(counts):
            found = share(new, n)
            start = 2005 + 5 * place
            rows.append(
                {
                    "period": f"{start}–{start + 4}",
                    "group": group,
                    "n": n,
                    "new": new,
                    "share": found.value,
                    "low": found.low,
                    "high": found.high,
                }
            )
    return pd.DataFrame(rows)


@pytest.mark.parametrize(
    ("hits", "selected", "outcome"),
    [
        ([(10, 50), (25, 50)], [(2, 30), (15, 30)], "supported"),
        ([(45, 50), (10, 50), (25, 50)], [(2, 30), (15, 30), (28, 30)], "supported"),
        ([(20, 50), (25, 50)], [(12, 30), (15, 30)], "partly supported"),
        ([(40, 50), (20, 50)], [(2, 30), (15, 30)], "partly supported"),
        ([(40, 50), (20, 50)], [(12, 30), (15, 30)], "contradicted"),
        ([(45, 50), (5, 50)], [(5, 20), (1, 20)], "contradicted"),
        ([(10, 50), (10, 50)], [(5, 20), (5, 20)], "not settled"),
        ([(20, 50), (25, 50)], [(5, 20), (10, 19)], "not settled"),
        ([(20, 50), (25, 50)], [(5, 19), (10, 20)], "not settled"),
        ([(25, 50)], [(10, 20)], "not settled"),
        ([(20, 50), (25, 50)], [], "not settled"),
    ],
)
def test_a_new_generation(hits, selected, outcome):
    frame = newcomers(hits=hits, selected=selected)
    evidence = decided(claims.a_new_generation_comes_forward(frame), "gems-07", outcome)
    if "points lower" in evidence and "points higher" in evidence:
        assert evidence.index("points lower") < evidence.index("points higher")


@pytest.mark.parametrize(
    ("hits", "outcome"),
    [
        ([(15, 50), (16, 50), (15, 50), (14, 50)], "partly supported"),
        ([(25, 50), (25, 50), (25, 50), (5, 50)], "contradicted"),
        ([(25, 50), (9, 50), (25, 50), (20, 50)], "not settled"),
        ([(15, 50), (16, 50), (15, 50)], "not settled"),
        ([(15, 50), (16, 50), (15, 50), (5, 15)], "not settled"),
    ],
)
def test_a_steady_flow(hits, outcome):
    verdict = claims.new_directors_flow_steadily(newcomers(hits=hits))
    evidence = decided(verdict, "reach-08", outcome)
    assert evidence.startswith("Films by directors with no earlier film") or "too few" in evidence
