"""Verdicts on the market: each rule on made-up frames that must give each outcome."""

import pandas as pd
import pytest

from analysis.claims.market import box_office_is_45_per_cent_below, home_market_is_loyal


def grid(*gross: float | None) -> pd.DataFrame:
    rows = [("gross", base, 2025, change) for base, change in zip(BASES, gross, strict=True)]
    rows += [("admissions", "2019", 2025, -0.5), ("gross", "2019", 2024, -0.45)]
    return pd.DataFrame(rows, columns=["measure", "baseline", "year", "change"])


BASES = ("2019", "2017-2019")


@pytest.mark.parametrize(
    ("gross", "outcome", "n"),
    [
        ((-0.45, -0.43), "supported", 2),
        ((-0.45, -0.41), "partly supported", 2),
        ((-0.30, -0.60), "contradicted", 2),
        ((-0.45, None), "not settled", 1),
    ],
)
def test_the_45_per_cent_rule_gives_each_verdict(gross, outcome, n):
    verdict = box_office_is_45_per_cent_below(grid(*gross))
    assert verdict.claim_id == "ai-01"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == n
    shown = verdict.show().markdown
    assert outcome in shown
    assert verdict.rule in shown
    if n == 2:
        assert f"gross against 2019 ({gross[0]:.1%})".replace("-", "−") in shown
        assert "other measures: admissions against 2019 (−50.0%)" in shown


@pytest.mark.parametrize(
    ("above", "outcome"),
    [
        ("YYYYYYYYYN", "partly supported"),
        ("NYYYYYYYYN", "partly supported"),
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
    if above == "NYYYYYYYYN":
        assert "8 of the 10 years from 2016 to 2025" in verdict.finding.evidence
