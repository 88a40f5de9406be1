"""Made-up frames of films, audiences and film-makers."""

import numpy as np
import pandas as pd

from analysis import films
from tests.samples import known

SEED = 11


def every() -> pd.DataFrame:
    random = np.random.default_rng(SEED)
    n = 400
    year = 2001 + np.arange(n) % 26
    sold = np.round(10 ** random.normal(6.1, 0.45, n).clip(3.5, 6.95))
    sold[:8] = [17.6e6, 16.5e6, 14.4e6, 12.1e6, 11.4e6, 10.3e6, 43_000, 81_000]
    sold[60:90] = np.nan
    frame = pd.DataFrame(
        {
            "film_id": [f"film-{i}" for i in range(n)],
            "title": [
                f"A Film with a Title Number {i}" if i % 9 else f"Film {i}" for i in range(n)
            ],
            "year": year,
            "month": np.where(np.arange(n) % 17 == 0, np.nan, np.arange(n) % 12 + 1),
            "released": [f"{y}-{i % 12 + 1:02d}-05" for i, y in enumerate(year)],
            "directors": [f"Director {'ABCDEFGHIJ'[i % 10]}{i % 7}" for i in range(n)],
            "admissions": sold,
            "basis": np.where(year > 2021, "running", "final"),
            "independent": np.arange(n) % 20 == 0,
        }
    )
    return known(frame)


def pool() -> pd.DataFrame:
    return films.counted(every())


def reference() -> pd.DataFrame:
    return known(
        pd.DataFrame({"year": range(2001, 2026), "population_kr": np.arange(47e6, 52e6, 0.2e6)})
    )


def members() -> pd.DataFrame:
    return films.club(pool(), reference())


def shares() -> pd.DataFrame:
    year = np.arange(2001, 2026)
    frame = pd.DataFrame(
        {
            "year": year,
            "films": np.where(year == 2021, 6, 20),
            "complete": (year > 2002) & (year < 2020),
            "share_top": 0.55 + 0.1 * np.sin(year),
            "share_top_all": 0.3 + 0.05 * np.cos(year),
            "share_tabled": 0.8 + 0.12 * np.sin(year / 2),
        }
    )
    return known(frame)


def parts() -> pd.DataFrame:
    frame = every()
    random = np.random.default_rng(SEED + 1)
    n = len(frame)
    seen = random.random(n) < 0.25
    frame["lists"] = np.where(seen, random.integers(0, 4, n), 0)
    frame["festivals"] = np.where(seen, random.integers(0, 3, n), 0)
    frame["won"] = np.where(seen & (random.random(n) < 0.4), 1, 0)
    frame["awarded"] = frame["won"]
    for part, count in zip(films.PARTS[:3], ("lists", "festivals", "won"), strict=True):
        frame[part] = films.share_below(frame[count])
    scored = pd.Series(random.random(n))
    frame["critics"] = scored.where(random.random(n) < 0.08)
    frame["users"] = scored.where(random.random(n) < 0.15)
    return known(frame)


def scored() -> pd.DataFrame:
    return films.gem_scores(parts())


def gems() -> pd.DataFrame:
    frame = scored()
    random = np.random.default_rng(SEED + 2)
    rank = frame["gem_rank"]
    frame["low"] = (rank * random.uniform(0.4, 1, len(frame))).round()
    frame["high"] = (rank * random.uniform(1, 3, len(frame))).round()
    frame["worst"] = (rank * random.uniform(1, 5, len(frame))).round()
    frame["stays"] = (rank < 16) & (rank % 2 == 1)
    return known(frame)


def events() -> pd.DataFrame:
    rows = [
        ("save-it-2003", "Save It!", 2003, np.nan, "below floor", 1_762_742, "list", 2014),
        ("save-it-2003", "Save It!", 2003, np.nan, "below floor", 1_762_742, "list", 2024),
        ("save-it-2003", "Save It!", 2003, np.nan, "below floor", 1_762_742, "list", 2024),
        ("save-it-2003", "Save It!", 2003, np.nan, "below floor", 1_762_742, "remake", 2025),
        (
            "small-2009",
            "A Small Film with a Very Long Title",
            2009,
            40_000,
            "total",
            4e4,
            "list",
            2020,
        ),
        ("part-2005", "Part of a Run", 2005, 53_000, "part", 1_762_742, "remake", 2015),
        ("part-2005", "Part of a Run", 2005, 53_000, "part", 1_762_742, "list", 2024),
        ("old-1998", "An Old One", 1998, np.nan, "not known", np.nan, "list", 2014),
        ("old-1998", "An Old One", 1998, np.nan, "not known", np.nan, "list", 2024),
        ("once-2004", "Named Once", 2004, np.nan, "below floor", 1_762_742, "list", 2024),
        ("large-2010", "A Large Film", 2010, 6e6, "total", 6e6, "remake", 2018),
    ]
    names = ["film_id", "title", "year", "audience", "known", "at_most", "event", "event_year"]
    frame = pd.DataFrame(rows, columns=names)
    frame["what"] = "a list or a remake"
    frame["lag"] = frame["event_year"] - frame["year"]
    return known(frame)


def cult() -> pd.DataFrame:
    return films.cult(events())


def directors() -> pd.DataFrame:
    random = np.random.default_rng(SEED + 3)
    n = 60
    frame = pd.DataFrame(
        {
            "key": [f"director{i}" for i in range(n)],
            "director": [f"Director {i}" for i in range(n)],
            "films": random.integers(3, 10, n),
            "median": 10 ** random.normal(6.2, 0.5, n),
            "canonical": np.where(np.arange(n) < 8, 1, 0),
        }
    )
    frame.loc[:3, "canonical"] = [3, 8, 3, 9]
    frame.loc[:3, "median"] = [9.3e6, 3.1e6, 5.2e5, 4.5e4]
    frame.loc[:3, "films"] = [8, 10, 6, 32]
    frame.loc[4, ["canonical", "median"]] = [4, 7e5]
    frame.loc[50:52, "median"] = np.nan
    frame["counted"] = np.where(np.arange(n) % 3 == 0, 1, frame["films"])
    return known(frame)


def newcomers(more: int = 0) -> pd.DataFrame:
    rows = []
    for group, n, new in (
        ("films", 200, (110, 95, 100, 60)),
        ("hits", 60, (20, 22, 19, 21)),
        ("selected", 25, (4, 10, 7, 5)),
    ):
        for place, count in enumerate(new):
            start = 2005 + 5 * place
            k = min(count + more * (group != "selected"), n)
            rows.append(
                {
                    "period": f"{start}–{start + 4}",
                    "group": group,
                    "n": n,
                    "new": k,
                    "share": k / n,
                    "low": max(k / n - 0.12, 0),
                    "high": min(k / n + 0.14, 1),
                    "admissions": k / n,
                }
            )
    return known(pd.DataFrame(rows))
