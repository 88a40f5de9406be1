"""Made-up frames of remakes abroad: tables cut to what the functions use, and charts' inputs."""

import pandas as pd

from analysis import remakes
from tests.samples import known

COLUMNS = {
    "original_title_en": "Original",
    "remake_title": None,
    "country": "VN",
    "partner_countries": None,
    "release_date": None,
    "status": "released",
    "format": "film",
    "licence": "licensed",
    "announced_year": pd.NA,
    "korean_partner": "unknown",
    "korean_companies": None,
    "gross_local": pd.NA,
    "currency": None,
    "gross_usd": pd.NA,
    "gross_territory": None,
    "gross_basis": None,
    "admissions": pd.NA,
    "admissions_basis": None,
    "local_rank": pd.NA,
    "local_rank_scope": None,
    "source_ids": "one",
}
WHOLE_NUMBERS = ["announced_year", "gross_local", "gross_usd", "admissions", "local_rank"]
WORDS = ["release_date", "korean_companies", "currency"]


def table(*rows: dict) -> pd.DataFrame:
    """Rows of ``remakes``; every column that a row leaves out has its default."""
    frame = pd.DataFrame([{**COLUMNS, **row} for row in rows])
    frame["remake_title"] = frame["remake_title"].fillna(frame["remake_id"])
    for column in WHOLE_NUMBERS:
        frame[column] = frame[column].astype("Int64")
    for column in WORDS:
        frame[column] = frame[column].astype("str")
    return known(frame)


def films() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {
                "film_id": ["granny", "sunny", "planet"],
                "title_en": ["Granny", "Sunny", "Planet"],
                "year": pd.array([2014, 2011, 2003], dtype="Int64"),
                "directors": ["Kim", "Kang", "Jang;Second"],
                "admissions": pd.array([8_000_000, 7_000_000, None], dtype="Int64"),
                "gross_krw": pd.array([60_000_000_000, 50_000_000_000, None], dtype="Int64"),
                "source_ids": ["two", "two", "three"],
            }
        )
    )


def listed() -> pd.DataFrame:
    return table(
        {
            "remake_id": "granny-vn",
            "original_film_id": "granny",
            "release_date": "2015-12-11",
            "korean_partner": "yes",
            "korean_companies": "CJ ENM;Local",
            "gross_local": 100_000_000_000,
            "currency": "VND",
            "gross_territory": "home",
            "gross_basis": "final",
            "local_rank": 1,
            "local_rank_scope": "year_local",
        },
        {
            "remake_id": "granny-id",
            "original_film_id": "granny",
            "country": "ID",
            "release_date": "2017-06",
            "korean_partner": "yes",
            "korean_companies": "CJ E&M",
            "admissions": 1_000_000,
            "admissions_basis": "final",
        },
        {
            "remake_id": "granny-us",
            "original_film_id": "granny",
            "country": "US",
            "status": "announced",
            "announced_year": 2016,
            "korean_partner": "yes",
            "korean_companies": "CJ ENM",
        },
        {
            "remake_id": "sunny-id",
            "original_film_id": "sunny",
            "country": "ID",
            "release_date": "2019",
            "admissions": 500_000,
            "admissions_basis": "running",
        },
        {
            "remake_id": "sunny-jp",
            "original_film_id": "sunny",
            "country": "JP",
            "release_date": "2018-08-31",
            "licence": "unknown",
            "gross_local": 2_000_000_000,
            "currency": "JPY",
            "gross_territory": "home",
            "gross_basis": "partial",
        },
        {"remake_id": "sunny-cn", "original_film_id": "sunny", "country": "CN"},
        {
            "remake_id": "planet-us",
            "original_film_id": "planet",
            "country": "US",
            "release_date": "2025-10-24",
            "korean_partner": "yes",
            "korean_companies": "CJ ENM",
            "gross_usd": 42_000_000,
            "gross_territory": "worldwide",
            "gross_basis": "unstated",
        },
        {
            "remake_id": "planet-in",
            "original_film_id": "planet",
            "country": "IN",
            "release_date": "2010-01-01",
            "licence": "unofficial",
            "gross_usd": 5_000_000,
        },
    )


def chronology() -> pd.DataFrame:
    return remakes.chronology(listed(), films())


def many() -> pd.DataFrame:
    """A longer chronology, for charts with groups."""
    places = ["IN", "US", "CN", "JP", "IN", "ID", "VN"]
    rows = []
    for i in range(48):
        country = places[i % len(places)]
        waits = country == "US" and i % 4 != 0
        seats, money = not waits and i % 5 == 1, not waits and i % 7 == 1
        rows.append(
            {
                "remake_id": f"film-{i}",
                "original_film_id": ["granny", "sunny", "planet"][i % 3],
                "country": country,
                "status": "announced" if waits else "released",
                "release_date": None if waits else f"{2014 + (i * 5) % 11}-05",
                "announced_year": 2008 + i % 12 if waits else pd.NA,
                "korean_partner": "yes" if i % 5 == 0 else "unknown",
                "gross_usd": 1_000_000 * (i + 1) if money else pd.NA,
                "gross_territory": "worldwide" if money else None,
                "gross_basis": "final" if money else None,
                "admissions": 300_000 + i if seats else pd.NA,
                "admissions_basis": ["final", "running"][i % 2] if seats else None,
            }
        )
    return table(*rows)


def long() -> pd.DataFrame:
    return remakes.chronology(many(), films())


def field() -> pd.DataFrame:
    others = [
        ("granny-vn", "Granny, again", "VN", 2015, True, 1.2),
        ("s", "Sunny", "ID", 2019, False, 0.3),
    ]
    rows = [
        {
            "remake_id": key,
            "remake": name,
            "country": country,
            "year": year,
            "title": name if own else f"Other {place}",
            "is_remake": own,
            "value": level * 100,
            "level": level,
            "whole": whole,
            "source_ids": "one",
        }
        for key, name, country, year, whole, high in others
        for place, (own, level) in enumerate(
            [(True, high), (False, 1.0), (False, 0.7), (False, 0.5), (False, 0.45), (False, 0.4)]
        )
    ]
    return known(pd.DataFrame(rows))


def compared(*ratios: float) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "remake_id": [f"r{i}" for i in range(len(ratios))],
            "title": [f"Remake {i}" for i in range(len(ratios))],
            "original": "Granny",
            "country": ["ID", "VN", "TR", "ID"][: len(ratios)],
            "year": 2015,
            "ratio": ratios,
            "whole": [i % 2 == 0 for i in range(len(ratios))],
            "source_ids": "one;two",
        }
    )
    return known(frame)


def worldwide() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {
                "remake_id": ["lake", "planet-us", "small"],
                "title": ["Lake House", "Planet", "Small"],
                "year": [2006, 2025, 2009],
                "gross_usd": [110e6, 42e6, 0.7e6],
                "gross_basis": ["final", "unstated", "final"],
                "budget_usd": [None, 45e6, None],
                "source_ids": ["one", "two", "three"],
            }
        )
    )
