"""Each rule on claims about films abroad, on made-up frames that must give each verdict."""

import numpy as np
import pandas as pd
import pytest

from analysis import reach
from analysis.claims import REGISTRY
from analysis.claims import reach as verdicts
from analysis.datasets import load


def lags(late: int, soon: int) -> pd.DataFrame:
    return pd.DataFrame({"days": [7] * late + [6] * soon})


def starts(first: int, second: int) -> pd.DataFrame:
    order = ["cinema first"] * first + ["service first"] * second + ["not known"] * 30
    return pd.DataFrame({"order": order})


@pytest.mark.parametrize(
    ("releases", "films", "outcome"),
    [
        ((15, 5), (10, 0), "supported"),
        ((15, 5), (5, 5), "partly supported"),
        ((14, 6), (8, 2), "partly supported"),
        ((15, 5), (1, 0), "partly supported"),
        ((14, 6), (1, 0), "contradicted"),
        ((14, 6), (5, 5), "contradicted"),
        ((19, 0), (9, 0), "not settled"),
    ],
)
def test_windows(releases, films, outcome):
    verdict = verdicts.windows_are_sequenced(lags(*releases), starts(*films))
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == sum(releases) + sum(films)
    assert f"{releases[0]} of {sum(releases)} dated" in verdict.finding.evidence


def effects(home: tuple, away: tuple, n: int = 40) -> pd.DataFrame:
    rows = [("audience", "ratio", 1.0, *home), ("abroad", "points", 0.0, *away)]
    frame = pd.DataFrame(rows, columns=["outcome", "unit", "value", "low", "high"])
    frame["n"] = 2 * n
    other = frame.assign(comparison="as they are", selected=999)
    return pd.concat([other, frame.assign(comparison="like films", selected=n)])


@pytest.mark.parametrize(
    ("home", "away", "n", "outcome"),
    [
        ((1.1, 2), (0.1, 0.3), 20, "supported"),
        ((0.5, 2), (0.1, 0.3), 20, "partly supported"),
        ((1.1, 2), (-0.3, -0.1), 20, "partly supported"),
        ((0.5, 0.9), (-0.1, 0.3), 20, "contradicted"),
        ((0.5, 2), (-0.3, -0.1), 20, "contradicted"),
        ((0.5, 2), (-0.1, 0.3), 20, "not settled"),
        ((1.1, 2), (0.1, 0.3), 19, "not settled"),
        ((np.nan, np.nan), (0.1, 0.3), 40, "not settled"),
    ],
)
def test_festivals(home, away, n, outcome):
    assert verdicts.selections_accelerate(effects(home, away, n)).finding.outcome == outcome


def measures(*states: str) -> pd.DataFrame:
    """Give measures of fifteen years that peak in the first five; unknown ones end early."""
    newest = {
        "grew": [12.0] * 5,
        "unclear": [2.0, 2.0, 2.0, 2.0, 60.0],
        "fell": [8.0] * 5,
        "not known": [10.0] * 5,
    }
    frames = [
        pd.DataFrame(
            {
                "measure": f"m{i}",
                "year": range(2010, 2025),
                "value": [20.0] * 5 + [10.0] * 5 + newest[state],
            }
        ).iloc[: 8 if state == "not known" else 15]
        for i, state in enumerate(states)
    ]
    return pd.concat(frames).assign(until=2024)


@pytest.mark.parametrize(
    ("states", "outcome"),
    [
        (("grew", "grew", "grew", "not known"), "supported"),
        (("grew", "grew", "unclear", *["not known"] * 3), "supported"),
        (("grew", "grew", "fell"), "partly supported"),
        (("grew", "unclear", "unclear"), "partly supported"),
        (("unclear", "unclear", "fell"), "contradicted"),
        (("unclear", "unclear", "unclear"), "not settled"),
        (("grew", "grew", "not known"), "not settled"),
    ],
)
def test_footprint(states, outcome):
    finding = verdicts.the_footprint_keeps_growing(measures(*states)).finding
    assert finding.outcome == outcome
    unknown = states.count("not known")
    if len(states) - unknown >= 3:
        assert f"abroad {unknown} cannot be told" in finding.evidence
        assert f"{states.count('grew')} grew, {states.count('fell')} fell" in finding.evidence
        assert "3 of the 3 are below their best" in finding.evidence
    else:
        assert "Only 2 of 3 measures" in finding.evidence


def test_footprint_follows_its_thresholds():
    table = measures("grew", "grew", "grew")
    decide = verdicts.the_footprint_keeps_growing
    assert decide(table, at_least=4).finding.outcome == "not settled"
    assert decide(table, window=8, minimum=8).finding.outcome == "not settled"


def entries(before: list[int], after: list[int]) -> pd.DataFrame:
    years = [*range(2020 - len(before), 2020), 2020, *range(2021, 2021 + len(after))]
    return pd.DataFrame({"year": years, "step": [*before, 3, *after]})


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        ([0] * 20, [1] * 10, "partly supported"),
        ([0] * 19 + [1], [0] * 9 + [1], "not settled"),
        ([1] * 20, [0] * 10, "not settled"),
        ([0] * 20, [0] * 10, "not settled"),
        ([0] * 20, [1] * 9, "not settled"),
    ],
)
def test_academy(before, after, outcome):
    verdict = verdicts.parasite_proved_what_is_possible(entries(before, after))
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == len(before) + len(after)
    assert "counts on neither side" in verdict.finding.evidence
    assert "contradicted" not in verdict.rule


def services(rows: list[int], films: int = 0, countries: float = np.nan) -> pd.DataFrame:
    frame = pd.DataFrame({"service": list("AABB"), "part": [*reach.PARTS] * 2, "rows": rows})
    frame["films"], frame["countries"] = [films, 0, 0, 0], [countries, np.nan, np.nan, np.nan]
    return frame


@pytest.mark.parametrize(
    ("frame", "outcome"),
    [
        (services([1, 1, 2, 1]), "supported"),
        (services([0, 1, 2, 1], 3, 20), "supported"),
        (services([0, 1, 0, 0]), "partly supported"),
        (services([0, 0, 0, 0], 3, 20), "partly supported"),
        (services([0, 0, 0, 0], 3, 19), "contradicted"),
        (services([0, 0, 0, 0], 2, 90), "not settled"),
        (services([0, 0, 0, 0]), "not settled"),
    ],
)
def test_services(frame, outcome):
    finding = verdicts.services_carry_and_fund(frame).finding
    assert finding.outcome == outcome
    assert ("No dated event in the tables" in finding.evidence) == (outcome != "supported")


def test_services_evidence_names_what_is_documented_and_what_is_not():
    evidence = verdicts.services_carry_and_fund(services([1, 0, 0, 2], 3, 40)).finding.evidence
    assert evidence == (
        "Documented: A carries Korean titles (n = 3 films, the median in its top ten in 40 "
        "countries; n = 1 dated event) and B has a part in Southeast Asian titles (n = 2 dated "
        "events). No count of countries and no dated event has B carrying Korean titles. No dated "
        "event in the tables has A funding a Southeast Asian title."
    )
    evidence = verdicts.services_carry_and_fund(services([0, 0, 0, 0], 1, 9)).finding.evidence
    assert "A: n = 1 film with a count of countries (median 9)" in evidence
    assert evidence.endswith("has A or B funding a Southeast Asian title.")


def test_windows_without_any_date():
    finding = verdicts.windows_are_sequenced(lags(0, 0), starts(0, 0)).finding
    assert finding.outcome == "not settled"
    assert "No foreign release" in finding.evidence


def test_inputs_serve_every_claim_of_the_module():
    given = verdicts.inputs(load)
    assert set(given) == {"reach-05", "reach-07", "reach-12", "sea-10", "sea-11"}
    for claim, arguments in given.items():
        assert REGISTRY[claim](*arguments).claim_id == claim
