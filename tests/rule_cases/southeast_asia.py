"""A broken copy for each rule on Southeast Asian hits, markets and events."""

_T, _M, _E = "sea_top_films.csv", "sea_markets.csv", "influence_events.csv"


def _film(country, kind, year, title):
    return {"country": country, "list": kind, "list_year": year, "title_en": title}


_DANUR = _film("ID", "yearly", "2017", "Danur: I Can See Ghosts")
_MAI = _film("VN", "yearly", "2024", "Mai")
_SWEET = _film("VN", "yearly", "2015", "Sweet 20")
_HAVE = _film("VN", "yearly", "2025", "Leaving Mom")
_NONE = _film("TH", "yearly", "2018", "Bikeman")
_VN24 = {"country": "VN", "year": "2024"}
_ID23 = {"country": "ID", "year": "2023"}
CASES = [
    ("sea_ranks_are_given_once", _T, _DANUR, "rank", "3", "rank"),
    (
        "sea_ranks_are_given_once",
        _T,
        _film("ID", "comparator", "2017", "Sweet 20"),
        "rank",
        "4",
        "rank",
    ),
    ("sea_ranks_follow_the_figures", _T, _DANUR, "admissions", "2536157", "rank"),
    ("sea_currency_fits_the_country", _T, _MAI, "currency", "THB", "currency"),
    ("sea_currency_fits_the_country", _T, _MAI, "gross_local", "", "currency"),
    ("sea_ranks_and_figures_have_a_basis", _T, _MAI, "rank_basis", "", "rank_basis"),
    ("sea_ranks_and_figures_have_a_basis", _T, _MAI, "figure_basis", "", "figure_basis"),
    (
        "sea_links_fit_each_other",
        _T,
        _film("ID", "comparator", "2025", "Panggil Aku Ayah"),
        "korean_original_film_id",
        "",
        "korean_original_film_id",
    ),
    ("sea_links_fit_each_other", _T, _SWEET, "korean_link", "none", "korean_link"),
    ("sea_links_fit_each_other", _T, _MAI, "korean_link", "none", "korean_link"),
    ("sea_links_fit_each_other", _T, _MAI, "korean_company", "", "korean_company"),
    ("sea_a_film_has_one_link", _T, _MAI, "film_id", "", "film_id"),
    (
        "sea_two_figures_of_a_film_are_explained",
        _T,
        _HAVE,
        "gross_local",
        "150000000000",
        "gross_local",
    ),
    (
        "sea_tickets_cost_what_tickets_cost",
        _T,
        _MAI,
        "gross_local",
        lambda old: old + "0",
        "gross_local",
    ),
    ("sea_dollars_fit_the_rate", _T, _MAI, "gross_usd", "31100000", "gross_usd"),
    ("sea_dates_are_in_order", _T, _MAI, "release_date", "2023-02-10", "release_date"),
    ("sea_dates_are_in_order", _T, _HAVE, "as_of", "2025-07", "as_of"),
    ("sea_dates_are_in_order", _T, _HAVE, "as_of", "2999", "as_of"),
    (
        "sea_remakes_are_those_of_remakes",
        _T,
        _SWEET,
        "korean_original_film_id",
        "sunny-2011",
        "korean_original_film_id",
    ),
    ("sea_coproductions_earned_the_same", _T, _HAVE, "gross_local", "150000000000", "gross_local"),
    (
        "sea_local_films_are_part_of_the_market",
        _M,
        _ID23,
        "local_admissions",
        "153300000",
        "local_admissions",
    ),
    (
        "sea_local_films_are_part_of_the_market",
        _M,
        _ID23,
        "local_share_pct",
        "58",
        "local_share_pct",
    ),
    (
        "sea_local_films_are_part_of_the_market",
        _M,
        _ID23,
        "local_share_basis",
        "",
        "local_share_basis",
    ),
    ("sea_market_money_fits", _M, _VN24, "currency", "IDR", "currency"),
    ("sea_market_money_fits", _M, _VN24, "precision", "", "precision"),
    (
        "sea_market_money_fits",
        _M,
        {"country": "ID", "year": "2024"},
        "gross_usd",
        "39200000",
        "gross_usd",
    ),
    (
        "sea_market_money_fits",
        _M,
        {"country": "ID", "year": "2025"},
        "coverage",
        "2024-01 to 2024-08",
        "coverage",
    ),
    ("sea_market_dollars_fit_the_rate", _M, _VN24, "gross_usd", "135000000", "gross_usd"),
    (
        "sea_a_hit_is_smaller_than_its_market",
        _T,
        _MAI,
        "gross_local",
        lambda old: old + "0",
        "gross_local",
    ),
    (
        "sea_ranks_and_figures_have_a_basis",
        _T,
        _film("PH", "all_time", "2024", "Rewind"),
        "gross_scope",
        "",
        "gross_scope",
    ),
    (
        "sea_events_are_past_and_named_right",
        _E,
        {"event_id": "kr-2021-the-medium-released"},
        "date",
        "2999-07-14",
        "date",
    ),
    (
        "sea_events_are_past_and_named_right",
        _E,
        {"event_id": "kr-2021-the-medium-released"},
        "country",
        "TH",
        "event_id",
    ),
    (
        "sea_event_values_say_of_what",
        _E,
        {"event_id": "vn-2024-mai-released"},
        "value_unit",
        "",
        "value_unit",
    ),
    (
        "sea_event_values_say_of_what",
        _E,
        {"event_id": "id-2014-cj-cgv-buys-into-blitzmegaplex-at-its"},
        "value",
        "147.5",
        "value",
    ),
    (
        "sea_event_values_say_of_what",
        _E,
        {"event_id": "id-2014-cj-cgv-buys-into-blitzmegaplex-at-its"},
        "value_meaning",
        "",
        "value_meaning",
    ),
    (
        "sea_event_figures_are_the_films",
        _E,
        {"event_id": "vn-2024-mai-released"},
        "value",
        "520000000000",
        "value",
    ),
    (
        "sea_event_figures_are_the_films",
        _E,
        {"event_id": "vn-2024-mai-released"},
        "date",
        "2024-03-10",
        "date",
    ),
]
