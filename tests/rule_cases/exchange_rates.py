"""A broken copy for each rule on exchange rates."""

RATES = "exchange_rates.csv"
CASES = [
    ("rates_are_positive", RATES, {"currency": "VND", "year": "2019"}, "per_usd", "0", "per_usd"),
    (
        "rates_move_by_less_than_two_and_a_half",
        RATES,
        {"currency": "IDR", "year": "2017"},
        "per_usd",
        lambda old: str(float(old) / 1000),
        "per_usd",
    ),
    ("rates_have_no_gap", RATES, {"currency": "VND", "year": "2024"}, "year", "2025", "year"),
    (
        "won_rates_agree",
        RATES,
        {"currency": "KRW", "year": "2019"},
        "per_usd",
        lambda old: str(float(old) * 1.01),
        "per_usd",
    ),
]
