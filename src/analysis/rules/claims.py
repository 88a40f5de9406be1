"""Rules on the claims of the starting articles."""

import pandas as pd

from analysis.rules import Finding, faults_where, rule

CLAIMS = "claims.csv"


@rule("claims")
def a_claim_says_how_it_is_decided_or_why_not(claims: pd.DataFrame) -> Finding:
    """A claim that can be tested has a measure; another one a reason and what would settle it."""
    tested = claims["testable"] != "no"
    for column, wanted in (
        ("measure", tested),
        ("why_not_testable", ~tested),
        ("would_settle", ~tested),
    ):
        bad = claims[column].notna() != wanted
        yield from faults_where(
            CLAIMS,
            column,
            claims[column].fillna(""),
            bad,
            "filled where testable says so, empty elsewhere",
        )


@rule("claims")
def a_claim_is_named_after_its_article(claims: pd.DataFrame) -> Finding:
    """The id of a claim begins with its article."""
    article = claims["claim_id"].str.rsplit("-", n=1).str[0]
    bad = article != claims["article"].astype("object")
    yield from faults_where(CLAIMS, "claim_id", claims["claim_id"], bad, "the article and a number")
