"""A broken copy for each rule on claims."""

CLAIMS = "claims.csv"
CASES = [
    (
        "a_claim_says_how_it_is_decided_or_why_not",
        CLAIMS,
        {"claim_id": "sea-02"},
        "would_settle",
        "",
        "would_settle",
    ),
    (
        "a_claim_is_named_after_its_article",
        CLAIMS,
        {"claim_id": "sea-02"},
        "article",
        "reach",
        "claim_id",
    ),
]
