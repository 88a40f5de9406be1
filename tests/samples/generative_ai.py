"""Made-up frames on films made with generative AI."""

import pandas as pd

from analysis import generative_ai
from tests.samples import known

RIDER, HUT, OLD = "rider-2024", "hut-2025", "old-2016"


def films() -> pd.DataFrame:
    rows = [
        (RIDER, "Rider", 2024, "feature", "2024-05-10", 60, None, None, None),
        (HUT, "The Hut", 2025, "feature", "2025", 50, None, None, None),
        ("clip-2024", "Clip", 2024, "short", "2024", None, None, None, None),
        ("echo-2025", "Echo", 2025, "feature", "2025-01-02", 100, 300_000, "rounded", None),
        (OLD, "Old Road", 2016, "feature", "2016-03-01", 100, 2_000_000, "final", None),
        ("hill-2024", "Hill", 2024, "feature", "2024-05-20", 120, 900_000, "running", None),
        ("lake-2025", "Lake", 2025, "feature", "2025-06-01", 90, 60_000, "final", 400_000_000),
        ("sea-2025", "Sea", 2025, "feature", "2025-07-01", 110, 4_000_000, "final", 8_000_000_000),
        ("show-2025", "Show", 2025, "series", "2025-07-01", 45, None, None, 9_000_000_000),
        ("sky-2025", "Sky", 2025, "feature", "2025-08-01", 100, 90_000, "final", 9_000_000_000),
        ("seals-2025", "Seals", 2025, "documentary", "2025", 80, 9_000, "final", 90_000_000),
    ]
    columns = [
        *("film_id", "title_en", "year", "format", "release_date", "runtime_min", "admissions"),
        *("admissions_basis", "budget_krw"),
    ]
    frame = pd.DataFrame(rows, columns=columns).assign(
        budget_usd=None, budget_basis="net", origin="korean", opening_screens=None, source_ids="one"
    )
    numbers = dict.fromkeys(
        ["year", "runtime_min", "admissions", "budget_krw", "budget_usd"], "Int64"
    )
    return known(frame.astype(numbers))


def ai_films() -> pd.DataFrame:
    rows = [
        (RIDER, "feature", "released", "2024-05-10", None, 61.0, "creatures;vfx", None, 20_000),
        (HUT, "feature", "shown", None, "2025-03-01", 50.0, "backgrounds", 300_000_000, None),
        ("echo-2025", "feature", "released", "2025-01-02", None, None, "other", None, 900_000),
        ("clip-2024", "short", "released", "2024-06", None, None, "all", None, None),
    ]
    columns = [
        *("film_id", "format", "status", "release_date", "first_shown", "runtime_min", "ai_role"),
        *("budget_krw", "break_even_admissions"),
    ]
    frame = pd.DataFrame(rows, columns=columns).assign(
        budget_usd=None,
        team_size=[None, 5, None, 2],
        shoot_days=[None, 4, None, None],
        production_months=[None, None, None, 1.5],
        admissions=[None, None, 300_000, None],
        admissions_basis=[None, None, "rounded", None],
        platform=None,
        source_ids="two",
    )
    whole = ["budget_krw", "budget_usd", "team_size", "shoot_days", "admissions"]
    types = dict.fromkeys([*whole, "break_even_admissions"], "Int64")
    return known(frame.astype(types | {"runtime_min": "Float64", "production_months": "Float64"}))


def costs() -> pd.DataFrame:
    rows = [
        (OLD, 2016, 10_000_000_000, None, "net", "exact", 40, 1_000_000),
        ("hill-2024", 2024, None, 2_000_000, "unknown", "lower_bound", 25, 1_200_000),
        ("sky-2025", 2025, 9_000_000_000, None, "total", "exact", None, None),
    ]
    columns = [
        *("film_id", "year", "budget_krw", "budget_usd", "budget_basis", "budget_precision"),
        *("shooting_sessions", "break_even_admissions"),
    ]
    frame = pd.DataFrame(rows, columns=columns).assign(source_ids="three")
    whole = ["year", "budget_krw", "budget_usd", "shooting_sessions", "break_even_admissions"]
    return known(frame.astype(dict.fromkeys(whole, "Int64")))


def statements() -> pd.DataFrame:
    rows = [
        ("a", RIDER, "2024", "time", "Director Ann", "maker", "effects", 10, 10, "times"),
        (
            "b",
            RIDER,
            "2024",
            "time",
            "Director Ann",
            "maker",
            "one shot",
            1,
            2,
            "hour",
            2,
            3,
            "day",
        ),
        ("c", RIDER, "2024", "money", "The Daily", "press", "effects", 0.5, 0.5, "share saved"),
        ("d", RIDER, "2024", "money", "The Daily", "press", "film", 5e8, 5e8, "KRW"),
        ("d2", RIDER, "2024", "money", "The Times", "press", "film", 1e9, 1e9, "KRW"),
        ("e", RIDER, "2024", "money", "Director Ann", "maker", "film", None, None, None, 1e9, 2e9),
        (
            "f",
            RIDER,
            "2024",
            "audience",
            "The Daily",
            "press",
            "run",
            0.25,
            0.25,
            "share of break-even",
        ),
        ("g", None, "2025", "work", "Studio One", "maker", "company", 30, 30, "people"),
        ("t", RIDER, "2025", "team", "Studio One", "maker", "team of one film", 6, 6, "people"),
        ("h", None, "2025", "threat", "A critic", "outsider", "film", None, None, None),
    ]
    columns = [
        *("statement_id", "film_id", "date", "topic", "speaker", "speaker_kind", "scope"),
        *("low", "high", "unit", "usual_low", "usual_high", "usual_unit"),
    ]
    padded = [(*row, *[None] * (len(columns) - len(row))) for row in rows]
    frame = pd.DataFrame(padded, columns=columns).assign(what="said", source_ids="four")
    frame.loc[frame["statement_id"] == "e", "usual_unit"] = "KRW"
    numbers = ["low", "high", "usual_low", "usual_high"]
    return known(frame.astype(dict.fromkeys(numbers, "Float64")))


def reference() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {"year": [2016, 2024, 2025], "cpi_kr": [80.0, 100.0, 100.0], "source_ids": "one"}
        )
    )


def rates() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {"currency": "KRW", "year": [2016, 2024], "per_usd": [1_100.0, 1_400.0]}
        ).assign(source_ids="one")
    )


def production() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {
                "year": [2015, 2016, 2024],
                "avg_total_cost_krw": [5e9, 8e9, 2e9],
                "total_cost_films": ["all", "commercial", "all"],
                "avg_net_cost_krw": [4e9, 6e9, 7e9],
                "net_cost_films": ["all", "commercial", "unclear"],
                "source_ids": ["one", "two", "three"],
            }
        )
    )


def policy() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {
                "year": [2025, 2026, 2026, 2026],
                "body": ["KOCCA", "MCST", "MCST", "KOFIC"],
                "programme": ["AI content", "AI film", "new technology", "air travel"],
                "status": ["final", "draft", "extra", "final"],
                "amount_krw": [8e9, 2e9, 5e9, 1e9],
                "what": ["17 projects", None, "technology including AI", "AIRLINES"],
                "source_ids": "one",
            }
        )
    )


def copyright_acts() -> pd.DataFrame:
    rows = [
        ("a", "2023-12-27", "guide", "authorship", "human_part"),
        ("b", "2024-03", "council", "authorship", "open"),
        ("c", "2024-09-01", "registration", "authorship", "human_part"),
        ("d", "2025", "overview", "authorship", "open"),
        ("e", "2025-02-01", "guide", "training", "open"),
        ("f", "2025-06-30", "guide", "authorship", "human_part"),
    ]
    columns = ["act_id", "date", "kind", "subject", "position"]
    return known(
        pd.DataFrame(rows, columns=columns).assign(body="Office", what="does", source_ids="one")
    )


def budgets() -> pd.DataFrame:
    return generative_ai.budgets(ai_films(), costs(), films(), statements(), reference(), rates())


def ordinary() -> pd.DataFrame:
    return generative_ai.ordinary_cost(production(), reference())


def audiences() -> pd.DataFrame:
    return generative_ai.audiences(ai_films(), costs(), films(), statements(), budgets())


def units() -> pd.DataFrame:
    return generative_ai.with_audience(budgets(), audiences())
