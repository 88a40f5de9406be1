"""Made-up frames of Southeast Asia."""

import numpy as np
import pandas as pd

from analysis import southeast_asia
from tests.samples import known


def lists() -> pd.DataFrame:
    rows = []
    for country, films, linked in (
        ("VN", 16, (1, 4, 9)),
        ("ID", 14, (3,)),
        ("PH", 10, (2,)),
        ("TH", 8, ()),
        ("MY", 7, ()),
        ("SG", 5, ()),
    ):
        for i in range(films):
            rows.append(
                {
                    "country": country,
                    "list": "all_time",
                    "list_id": f"{country} all time",
                    "year": 2025,
                    "title": f"Film {i}" if i not in linked else f"Linked {country} {i}",
                    "released": 2010.0 + i % 15,
                    "link": "linked" if i in linked else ("none", "unknown")[i % 2],
                    "figure": 100.0 / (1 + i),
                    "unit": "VND",
                    "rank": np.nan,
                }
            )
    for country, year, films, linked in (
        ("VN", 2019, 5, (1,)),
        ("VN", 2023, 6, (0,)),
        ("ID", 2022, 9, (2, 6)),
        ("PH", 2018, 7, (3,)),
    ):
        for i in range(films):
            rows.append(
                {
                    "country": country,
                    "list": "yearly",
                    "list_id": f"{country} {year}",
                    "year": year,
                    "title": f"Film {i}" if i not in linked else f"Linked {year} {i}",
                    "released": float(year),
                    "link": "linked" if i in linked else ("unknown", "none")[i % 2],
                    "figure": 90.0 - 8 * i,
                    "unit": "VND",
                    "rank": np.nan,
                }
            )
    return known(southeast_asia.place(pd.DataFrame(rows)))


def shares() -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            {
                "country": country,
                "year": year,
                "films": 3 + (year + size) % 9,
                "linked": int(country == "VN" and year % 2) + int(country == "ID" and year == 2019),
                "unknown": (year + size) % 3,
            }
            for country, size in (("VN", 0), ("ID", 4), ("PH", 2), ("TH", 1), ("MY", 3))
            for year in range(2013, 2026)
            if (year + size) % 6
        ]
    )
    return known(frame.assign(share=frame["linked"] / frame["films"]))


def readings() -> pd.DataFrame:
    rows = [
        ("unknown taken as not linked", "main", 0.2, 0.1),
        ("unknown left out", "sensitivity", 0.09, 0.65),
        ("unknown taken as linked", "sensitivity", -0.15, 0.01),
        ("lists of at least 5 films", "sensitivity", 0.24, 0.07),
        ("all-time lists", "sensitivity", 0.05, 0.6),
        ("with linked films outside the lists", "sensitivity", -0.17, 0.04),
        ("VN", "country", 0.35, 0.06),
        ("ID", "country", 0.2, 0.3),
    ]
    frame = pd.DataFrame(
        [
            {
                "reading": name,
                "group": group,
                "measure": measure,
                "value": value if measure == "standing" else np.exp(2 * value),
                "low": value - 0.2 if measure == "standing" else np.exp(2 * value - 0.4),
                "high": value + 0.2 if measure == "standing" else np.exp(2 * value + 0.4),
                "p": p,
                "n": 73,
                "linked": 11,
                "lists": 10,
            }
            for name, group, value, p in rows
            for measure in ("standing", "figure")
        ]
    )
    return known(frame)


def linked() -> pd.DataFrame:
    levels = [1.0, 1.0, 0.83, 0.58, 0.34, 0.25, 0.1, 0.04, 0.015, np.nan]
    frame = pd.DataFrame(
        {
            "country": ["VN", "ID", "VN", "ID", "PH"] * 2,
            "year": [2014, 2017, 2019, 2022, 2018, 2015, 2019, 2024, 2022, 2021],
            "title": [f"A Linked Film {i}" for i in range(10)],
            "kind": ["remake", "coproduction"] * 5,
            "figure": [100.0 * level for level in levels],
            "best": 100.0,
            "level": levels,
            "listed": [1, 10] * 5,
            "on_list": [level > 0.3 for level in levels],
            "tested": [False, True] * 5,
            "unfinished": [i % 4 == 3 for i in range(10)],
        }
    )
    return known(frame)


def korean() -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            ("Early Film", "SG", 2007, 650_000.0, True, False),
            ("The Train", "VN", 2016, 2.0e6, True, True),
            ("The Train", "SG", 2016, 2.2e6, False, True),
            ("The Train", "MY", 2016, 5.1e6, False, True),
            ("The Lodgers", "VN", 2019, 1.9e6, False, True),
            ("The Grave", "VN", 2024, 8.8e6, True, True),
            ("The Grave", "ID", 2024, np.nan, False, False),
        ],
        columns=["title", "territory", "year", "usd", "complete", "record"],
    )
    return known(frame.assign(film_id=frame["title"], converted=False, admissions=np.nan))


def exports() -> pd.DataFrame:
    rows = [(year, "completed films", (year - 1998) * 3e6) for year in range(1999, 2018)]
    rows += [(year, "films and services", (year - 1998) * 6e6) for year in range(2010, 2018)]
    rows += [(year, "one sum", 60e6 - (year - 2022) * 9e6) for year in range(2022, 2025)]
    frame = pd.DataFrame(rows, columns=["year", "series", "usd"])
    return known(frame[frame["year"] != 2007].assign(exact=True))


def named() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {"title": ["An Old Boy", "The Train", "The Lodgers"], "year": [2003, 2016, 2019]}
        )
    )


def markets() -> pd.DataFrame:
    rows = [
        (country, year, base * 1e6 * (1 + 0.08 * (year - 2010)))
        for country, base, years in (
            ("VN", 40, (2010, 2011, 2019, 2024)),
            ("ID", 130, (2010, 2017, 2018, 2024)),
            ("PH", 150, (2010, 2019)),
            ("MY", 200, (2012, 2019)),
            ("TH", 138, (2024,)),
        )
        for year in years
    ]
    frame = pd.DataFrame(rows, columns=["country", "year", "usd"])
    return known(frame.assign(converted=frame["country"] == "MY", rounded=True))


def growth() -> pd.DataFrame:
    return known(southeast_asia.growth(markets()))


def blending() -> pd.DataFrame:
    rows = [
        (country, period, films, n, share)
        for country, share in (("TH", 0.6), ("ID", 0.4), ("VN", 0.55), ("KR", 0.5))
        for period, films, n in (("before 2020", 20, 12), ("from 2020", 30, 18))
    ]
    rows.append(("SG", "from 2020", 4, 2, 1.0))
    frame = pd.DataFrame(rows, columns=["country", "period", "films", "n", "share"])
    frame["mean"] = 1 + frame["share"]
    return known(
        frame.assign(low=(frame["share"] - 0.2).clip(0), high=(frame["share"] + 0.2).clip(upper=1))
    )


def chosen() -> pd.DataFrame:
    rows = [
        ("drama", 0.65, 0.53, 0.26),
        ("comedy", 0.5, 0.26, 0.01),
        ("thriller", 0.32, 0.34, 0.9),
        ("horror", 0.24, 0.11, 0.07),
        ("family", 0.06, 0.02, 0.1),
    ]
    frame = pd.DataFrame(rows, columns=["label", "share", "other_share", "p"])
    frame = frame.assign(
        n_chosen=34,
        n_others=787,
        chosen=(frame["share"] * 34).round().astype(int),
        others=(frame["other_share"] * 787).round().astype(int),
        share_low=(frame["share"] - 0.15).clip(0),
        share_high=frame["share"] + 0.15,
        difference=frame["share"] - frame["other_share"],
    )
    return known(frame)


def events() -> pd.DataFrame:
    kinds = ("remake", "training", "company", "coproduction", "festival")
    rows = [
        {
            "country": country,
            "kind": kinds[i % 5],
            "year": 2008 + (i * 5) % 18,
            "what": f"Event {i}",
        }
        for country, size in (("VN", 18), ("ID", 14), ("PH", 6), ("TH", 4), ("LA", 2), ("KR", 5))
        for i in range(size)
    ]
    frame = pd.DataFrame(rows)
    return known(frame.assign(date=frame["year"].astype(str)))


def influence() -> pd.DataFrame:
    counts = pd.DataFrame(
        {
            "remakes": [11, 9, 4, 9, 0, 0],
            "coproductions": [18, 11, 7, 2, 1, 0],
            "hits": [8, 3, 0, 2, 0, 0],
            "events": [16, 12, 4, 5, 4, 3],
            "screened": [7, 3, 6, 0, 5, 4],
        },
        index=pd.Index(["VN", "ID", "TH", "PH", "SG", "MY"], name="country"),
    )
    ranks = counts.rank(ascending=False, method="average")
    frame = counts.reset_index().melt("country", var_name="measure", value_name="count")
    frame = frame.merge(ranks.reset_index().melt("country", var_name="measure", value_name="rank"))
    over = ranks.agg(["mean", "min", "max"], axis=1)
    over.columns = ["mean_rank", "best", "worst"]
    return known(frame.join(over, on="country").sort_values(["mean_rank", "country"]))
