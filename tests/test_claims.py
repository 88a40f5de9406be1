"""Claims: the registry, and each rule on made-up frames that must give each verdict."""

import pandas as pd
import pytest

from analysis import claims
from analysis.claims.market import box_office_is_45_per_cent_below, home_market_is_loyal


def grid(*holds: bool) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "measure": ["gross"] * (len(holds) + 1),
            "baseline": ["2017-2019"] * (len(holds) + 1),
            "year": [2024] + [2025] * len(holds),
            "change": [-0.45] + [-0.45 if hold else -0.3 for hold in holds],
            "holds": [True, *holds],
        }
    )


@pytest.mark.parametrize(
    ("holds", "outcome"),
    [
        ([True, True, True], "supported"),
        ([True, False, False], "partly supported"),
        ([False, False, False], "contradicted"),
        ([True, True], "not settled"),
    ],
)
def test_the_45_per_cent_rule_gives_each_verdict(holds, outcome):
    verdict = box_office_is_45_per_cent_below(grid(*holds))
    assert verdict.claim_id == "ai-01"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == len(holds)
    shown = verdict.show().markdown
    assert outcome in shown
    assert verdict.rule in shown
    if outcome == "partly supported":
        assert "gross against 2017–2019 (−45.0%)" in verdict.finding.evidence
        assert "does not hold for gross against 2017–2019 (−30.0%)" in verdict.finding.evidence


@pytest.mark.parametrize(
    ("above", "outcome"),
    [
        ("YYYYYYYYYN", "partly supported"),
        ("NYYYYYYYYN", "supported"),
        ("NNNNNNNNNY", "partly supported"),
        ("YNNNNNNNNN", "contradicted"),
        ("YYYYYYYYY", "not settled"),
    ],
)
def test_the_rule_on_the_home_market_gives_each_verdict(above, outcome):
    shares = [0.52 if mark == "Y" else 0.48 for mark in above]
    years = pd.DataFrame({"year": range(2016, 2016 + len(above)), "korean_share": shares})
    verdict = home_market_is_loyal(years)
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == len(above)
    if outcome == "supported":
        assert "8 of the 10 years from 2016 to 2025" in verdict.finding.evidence


def test_a_claim_is_decided_once():
    with pytest.raises(ValueError, match="ai-01 is decided twice"):
        claims.claim("ai-01", rule="", section="")(lambda: None)
