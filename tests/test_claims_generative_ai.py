"""Verdicts on films made with generative AI, each outcome from made-up frames."""

import pandas as pd
import pytest

from analysis.claims import REGISTRY
from analysis.claims import generative_ai as verdicts
from tests.samples import generative_ai as samples


def costs(budget: float, minutes: float, others: int = 10) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "film_id": ["the-house-2026", *[f"film-{i}" for i in range(others)]],
            "title": "A film",
            "ai": [True] + [False] * others,
            "budget_real_krw": [budget] + [1e10] * others,
            "cost_per_minute_krw": [budget / minutes] + [1e8] * others,
        }
    )


def ordinary(every: float = 3e9) -> pd.DataFrame:
    rows = [("commercial", 2024, 1e10), ("all", 2016, every)]
    return pd.DataFrame(rows, columns=["films", "year", "cost_real_krw"])


@pytest.mark.parametrize(
    ("budget", "minutes", "others", "outcome"),
    [
        (5e8, 60, 10, "supported"),
        (4e9, 30, 10, "partly supported"),
        (9e9, 60, 10, "contradicted"),
        (5e8, 60, 9, "not settled"),
    ],
)
def test_the_rule_on_the_budget_gives_each_verdict(budget, minutes, others, outcome):
    verdict = verdicts.house_cost_a_fraction(costs(budget, minutes, others), ordinary())
    assert verdict.claim_id == "ai-02"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.strength == "weak"
    assert verdict.rule in verdict.show().markdown
    if outcome == "supported":
        assert "5% of KOFIC's mean for commercial films (2024), 17% of" in verdict.finding.evidence
        # half of the smallest yardstick, the mean of all films
        assert "any budget up to 1.5 billion won" in verdict.finding.evidence


def test_without_a_budget_or_a_mean_the_claim_is_not_settled():
    finding = verdicts.house_cost_a_fraction(samples.budgets(), samples.ordinary()).finding
    assert (finding.outcome, finding.n) == ("not settled", 0)
    finding = verdicts.house_cost_a_fraction(costs(5e8, 60), ordinary().iloc[:1]).finding
    assert (finding.outcome, finding.n) == ("not settled", 0)


def saved(*rows: tuple[float, float, str]) -> pd.DataFrame:
    claimed = ("time", "Ann", "maker", "ratio stated", 10.0, 10.0)
    others = [("time", "Bob", who, "both figures stated", low, high) for low, high, who in rows]
    columns = ["topic", "speaker", "speaker_kind", "kind", "low", "high"]
    money = ("money", "Bob", "press", "ratio stated", 2.0, 2.0)
    return pd.DataFrame([claimed, *others, money], columns=columns)


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([(8, 9, "outsider"), (10, 12, "maker"), (12, 20, "maker")], "supported"),
        ([(8, 9, "outsider"), (2, 3, "maker"), (30, 40, "maker")], "partly supported"),
        ([(3, 4, "outsider"), (2, 3, "maker"), (30, 40, "maker")], "contradicted"),
        ([(8, 9, "maker"), (10, 12, "maker"), (12, 20, "maker")], "not settled"),
        ([(8, 9, "outsider"), (10, 12, "maker")], "not settled"),
        ([], "not settled"),
    ],
)
def test_the_rule_on_speed_gives_each_verdict(rows, outcome):
    verdict = verdicts.effects_were_ten_times_faster(saved(*rows))
    assert verdict.claim_id == "ai-03"
    assert verdict.finding.outcome == outcome
    assert verdict.finding.n == len(rows)
    assert "word of Ann" in verdict.finding.evidence


def audience(*rows: tuple[float | None, float | None, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["admissions", "break_even", "like_median"]).astype(
        "float64"
    )
    frame["level"] = frame["admissions"] / frame["break_even"]
    return frame.assign(title="Film", year=2025, led=True, known="statement")


POOR, GOOD = (10_400, 100_000, 50_000), (90_000, 100_000, 50_000)


@pytest.mark.parametrize(
    ("rows", "outcome", "n"),
    [
        ([POOR, POOR, POOR], "supported", 3),
        ([POOR, (10_000, None, 50_000), GOOD], "partly supported", 3),
        ([POOR, GOOD, GOOD], "contradicted", 3),
        ([POOR, GOOD, (60_000, 200_000, 50_000)], "contradicted", 3),
        ([POOR, POOR], "not settled", 2),
        ([POOR, (None, 100_000, None)], "not settled", 1),
        ([POOR, (10_000, None, None)], "not settled", 1),
    ],
)
def test_the_rule_on_the_box_office_gives_each_verdict(rows, outcome, n):
    verdict = verdicts.ai_features_did_poorly(audience(*rows))
    assert verdict.claim_id == "ai-04"
    assert (verdict.finding.outcome, verdict.finding.n) == (outcome, n)
    assert "Film (2025) drew about 10,000, 10% of its break-even" in verdict.finding.evidence


def test_a_film_in_which_ai_did_little_does_not_count():
    frame = audience(POOR, POOR).assign(led=False)
    finding = verdicts.ai_features_did_poorly(frame).finding
    assert (finding.outcome, finding.n) == ("not settled", 0)


def work(*rows: tuple[str, bool, str, float | None]) -> pd.DataFrame:
    columns = ["speaker", "independent", "topic", "people"]
    frame = pd.DataFrame(rows, columns=columns).astype({"people": "float64"})
    return frame.assign(scope="team")


ONE, TWO = ("One", False, "work", 60), ("Two", False, "work", 5)


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([ONE, TWO, ("Union", True, "threat", 300)], "supported"),
        ([ONE, TWO, ("Critic", True, "threat", None)], "partly supported"),
        ([ONE, TWO, ("Survey", True, "work", 0)], "contradicted"),
        ([ONE, ("One", False, "work", 6)], "not settled"),
        ([ONE, ("Two", False, "team", 6)], "not settled"),
        ([("Survey", True, "work", 40)], "not settled"),
    ],
)
def test_the_rule_on_work_gives_each_verdict(rows, outcome):
    verdict = verdicts.ai_makes_new_kinds_of_work(work(*rows))
    assert verdict.claim_id == "ai-09"
    assert verdict.finding.outcome == outcome


def history(*rows: tuple[str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["when", "kind", "position"])
    frame["when"] = pd.to_datetime(frame["when"])
    return frame.assign(
        authority=frame["kind"] != "overview",
        binding=frame["kind"].isin(["law", "judgment"]),
        subject="authorship",
        date=frame["when"].dt.strftime("%Y-%m"),
        body="Ministry;Council",
    )


ACTS = [
    ("2023-01-01", "guide", "human_part"),
    ("2024-01-01", "council", "open"),
    ("2024-06-01", "registration", "human_part"),
]


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([*ACTS, ("2025-01-01", "consultation", "open")], "supported"),
        ([*ACTS, ("2025-01-01", "guide", "human_part")], "partly supported"),
        ([*ACTS, ("2025-01-01", "judgment", "human_part")], "contradicted"),
        ([*ACTS, ("2025-01-01", "overview", "open")], "not settled"),
    ],
)
def test_the_rule_on_authorship_gives_each_verdict(rows, outcome):
    verdict = verdicts.authorship_is_unsettled(history(*rows))
    assert verdict.claim_id == "ai-10"
    assert verdict.finding.outcome == outcome


def test_the_evidence_on_authorship_names_the_country_the_position_and_the_acts():
    newest = ("2025-01-01", "guide", "human_part")
    assert verdicts.authorship_is_unsettled(history(*ACTS, newest)).finding.evidence == (
        "South Korea: 4 acts of the Council and the Ministry on who is author of what AI makes, "
        "from 2023-01 to 2025-01; none is a law or a court ruling. 3 held that only what a person "
        "adds is protected (guide of 2023-01, registration of 2024-06, guide of 2025-01); 1 left "
        "the question open or put it to discussion (2024-01). The newest, a guide of 2025-01, took "
        "a position."
    )


def test_the_evidence_on_authorship_where_a_court_ruled_or_nothing_is_held():
    waiting = [("2024-01-01", "council", "open")] * 3
    ruling = ("2025-01-01", "judgment", "ai_output")
    found = verdicts.authorship_is_unsettled(history(*waiting, ruling)).finding
    assert "1 is a law or a court ruling. 1 held that the output itself" in found.evidence
    found = verdicts.authorship_is_unsettled(history(*waiting, *waiting)).finding
    assert "None took a position; 6 left" in found.evidence
    assert found.evidence.endswith("a council of 2024-01, left it open.")


TABLES = {
    "ai_films": samples.ai_films,
    "ai_statements": samples.statements,
    "ai_copyright": samples.copyright_acts,
    "films": samples.films,
    "film_costs": samples.costs,
    "reference_yearly": samples.reference,
    "exchange_rates": samples.rates,
    "production_years": samples.production,
}


@pytest.mark.parametrize("empty", [None, "ai_statements", "ai_copyright", "production_years"])
def test_the_inputs_fit_the_verdicts_also_where_a_table_is_empty(empty):
    given = verdicts.inputs(lambda name: TABLES[name]().iloc[: 0 if name == empty else None])
    outcomes = {claim: REGISTRY[claim](*given[claim]).finding.outcome for claim in given}
    assert list(outcomes) == ["ai-02", "ai-03", "ai-04", "ai-09", "ai-10"]
    assert outcomes["ai-02"] == outcomes["ai-03"] == "not settled"
    if empty == "ai_copyright":
        assert outcomes["ai-10"] == "not settled"
