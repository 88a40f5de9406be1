"""A broken copy for each rule on the reference tables."""

from tests.rule_cases import times

RATES, PEOPLE, PRICES = "exchange_rates.csv", "populations.csv", "us_prices.csv"
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
    (
        "populations_have_no_gap",
        PEOPLE,
        {"territory": "VN", "year": "2024"},
        "year",
        "2025",
        "year",
    ),
    (
        "populations_change_by_less_than_three_per_cent",
        PEOPLE,
        {"territory": "TR", "year": "2019"},
        "population",
        times(1.05),
        "population",
    ),
    (
        "counted_remakes_have_a_population",
        "remakes.csv",
        {"remake_id": "bebas-2019"},
        "country",
        "PH",
        "country",
    ),
    ("us_prices_have_no_gap", PRICES, {"year": "2024"}, "year", "2025", "year"),
    ("us_prices_have_no_gap", PRICES, {"year": "2024"}, "year", "2023", "year"),
    (
        "us_inflation_is_plausible",
        PRICES,
        {"year": "2022"},
        "inflation_us_pct",
        "80.028",
        "inflation_us_pct",
    ),
    ("exports_have_consumer_prices", "exports.csv", {"year": "2024"}, "year", "2031", "year"),
]
