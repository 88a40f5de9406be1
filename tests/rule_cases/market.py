"""A broken copy for each rule on the theatrical market."""

from tests.rule_cases import plus, times

YEAR, MONTH, WORLD = "market_yearly.csv", "market_monthly.csv", "world_markets.csv"
PRICES, EVENTS = "ticket_prices.csv", "market_events.csv"
KOBIS_2019 = {"period": "2019", "basis": "kobis"}
HALF_2019 = {"period": "2019H1", "basis": "national"}


# rule, file, row, column to break, how, column to be named
CASES = [
    (
        "parts_make_the_total",
        YEAR,
        KOBIS_2019,
        "admissions_korean",
        times(1.01),
        "admissions_total",
    ),
    ("parts_make_the_total", YEAR, KOBIS_2019, "gross_krw_total", times(1.01), "gross_krw_total"),
    ("parts_make_the_total", YEAR, KOBIS_2019, "releases_total", times(1.01), "releases_total"),
    (
        *("printed_shares_fit_yearly", YEAR, KOBIS_2019),
        *("korean_share_admissions_pct", plus(1), "korean_share_admissions_pct"),
    ),
    (
        *("printed_shares_fit_monthly", MONTH, {"month": "2019-11"}),
        *("korean_share_admissions_pct", plus(2), "korean_share_admissions_pct"),
    ),
    (
        *("tickets_cost_what_tickets_cost", YEAR, {"period": "2024", "basis": "national"}),
        *("avg_ticket_price_krw", times(1.02), "avg_ticket_price_krw"),
    ),
    (
        *("tickets_cost_what_tickets_cost", YEAR, {"period": "2005", "basis": "national"}),
        *("gross_krw_total", times(0.1), "gross_krw_total"),
    ),
    (
        *("tickets_cost_what_tickets_cost_monthly", MONTH, {"month": "2019-03"}),
        *("gross_krw_total", times(0.1), "gross_krw_total"),
    ),
    ("periods_are_what_they_say", YEAR, HALF_2019, "period", "2019H3", "period"),
    ("periods_are_what_they_say", YEAR, HALF_2019, "year", "2018", "year"),
    (
        *("a_part_is_no_more_than_its_year", YEAR, {"period": "2025H1", "basis": "national"}),
        *("admissions_total", times(4), "admissions_total"),
    ),
    (
        *(
            "the_ticketing_system_is_not_above_the_nation",
            YEAR,
            {"period": "2009", "basis": "kobis"},
        ),
        *("admissions_total", times(1.1), "admissions_total"),
    ),
    (
        "months_make_the_year",
        MONTH,
        {"month": "2019-02"},
        "admissions_total",
        times(5),
        "admissions_total",
    ),
    (
        "months_make_the_year",
        MONTH,
        {"month": "2023-02"},
        "admissions_total",
        times(0.2),
        "admissions_total",
    ),
    (
        *("a_share_says_of_what", WORLD, {"territory": "JP", "year": "2019"}),
        *("local_share_basis", "", "local_share_basis"),
    ),
    (
        "a_territory_has_one_currency",
        WORLD,
        {"territory": "GB", "year": "2019"},
        "currency",
        "EUR",
        "currency",
    ),
    (
        "dollars_fit_won",
        WORLD,
        {"territory": "KR", "year": "2019"},
        "gross_usd",
        times(1.2),
        "gross_usd",
    ),
    (
        *("weekends_cost_no_less", PRICES, {"date": "2009-07-03", "chain": "CGV"}),
        *("weekday_price_krw", times(2), "weekend_price_krw"),
    ),
    (
        *("sources_are_not_from_the_future", "sources.csv", {"source_id": "kofic-webzine-2025"}),
        *("published", "2126", "published"),
    ),
    (
        "events_are_not_in_the_future",
        EVENTS,
        {"label": "Distancing lifted"},
        "date",
        "2126-04-18",
        "date",
    ),
    ("prices_are_not_from_the_future", PRICES, {"date": "2026-04-01"}, "date", "2126-04", "date"),
    (
        *("statements_are_not_from_the_future", "pandemic_claims.csv"),
        *({"statement_id": "cnn-unstated-gross-unstated"}, "published", "2126-05-25", "published"),
    ),
    ("months_are_over", MONTH, {"month": "2025-12"}, "month", "2126-12", "month"),
]
