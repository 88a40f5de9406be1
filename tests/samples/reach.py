"""Made-up frames of Korean films abroad."""

import numpy as np
import pandas as pd

from tests.samples import known

NAMES = ["Harbour Lights", "The Long Ferry: Part Two", "Night Market", "Paper Moon Hotel", "Tide"]


def yearly() -> pd.DataFrame:
    year = [*range(1999, 2007), *range(2008, 2011), 2012, *range(2010, 2025)]
    series = ["completed"] * 12 + ["all"] * 15
    usd = np.array([3, 7, 11, 15, 31, 58, 76, 24, 21, 14, 13, 20, *range(40, 115, 5)]) * 1e6
    frame = pd.DataFrame({"year": year, "series": series, "usd": usd})
    frame["real_usd"] = frame["usd"] * (1 + 0.025 * (2024 - frame["year"]))
    frame["state"] = np.where(frame["year"] % 4 == 0, "from won", "printed")
    frame["merged"] = frame["year"] >= 2022
    return known(frame.sort_values(["series", "year"]).reset_index(drop=True))


def count() -> pd.DataFrame:
    titles = {year: 50 + 20 * (year - 1999) for year in range(1999, 2018) if year != 2010}
    lands = {1999: 12, 2000: 25, 2004: 60, 2009: 41}
    rows = [(year, "titles", float(value)) for year, value in titles.items()]
    rows += [(year, "countries", float(value)) for year, value in lands.items()]
    return known(pd.DataFrame(rows, columns=["year", "measure", "value"]))


def buyers() -> pd.DataFrame:
    share = {2000: 0.7, 2001: 0.5, 2002: 0.45, 2003: 0.48, 2005: 0.8, 2012: 0.4}
    frame = pd.DataFrame({"year": list(share), "share": list(share.values()), "leader": "JP"})
    later = pd.DataFrame(
        {"year": [2019, 2021, 2023], "share": [0.24, 0.2, 0.22], "leader": ["TW", "CN", "TW"]}
    )
    last = pd.DataFrame({"year": [2024], "share": [0.16], "leader": ["JP"]})
    frame = pd.concat([frame, later, last], ignore_index=True)
    frame["japan"] = frame["share"].where(frame["leader"] == "JP").fillna(0.15)
    frame["named"] = 3
    frame["hhi_low"] = frame["share"] ** 2
    frame["hhi_high"] = frame["hhi_low"] + 0.1
    return known(frame)


def grosses() -> pd.DataFrame:
    rows = []
    for t, territory in enumerate(["JP", "US+CA", "TW", "VN"]):
        for f, title in enumerate(NAMES[: 5 - t]):
            rows.append(
                {
                    "film_id": f"film-{f}",
                    "title": title,
                    "origin": "coproduction" if f == 3 else "korean",
                    "territory": territory,
                    "year": 2004 + 4 * f,
                    "usd": 3e7 / (1 + t) / (1 + 3 * f),
                    "real_usd": 4e7 / (1 + t) / (1 + 3 * f),
                    "converted": f == 1,
                    "complete": f != 2,
                }
            )
    return known(pd.DataFrame(rows))


def sides() -> pd.DataFrame:
    found = np.array([120, 40, 12, 3, 0.6]) * 1e6
    home = np.array([70, 90, 20, 60, 8]) * 1e6
    rest = np.array([190, np.nan, 15, 1, np.nan]) * 1e6
    frame = pd.DataFrame({"title": NAMES, "year": 2019, "home_usd": home, "found_usd": found})
    frame["remainder_usd"], frame["short"] = rest, rest < found
    frame["share"] = found / (found + home)
    return known(frame)


def days() -> pd.DataFrame:
    rows = [
        ("a", NAMES[0], "JP", 2004, 190),
        ("b", NAMES[1], "TW", 2016, 15),
        ("b", NAMES[1], "HK", 2016, 40),
        ("c", NAMES[2], "VN", 2024, 1),
        ("c", NAMES[2], "US+CA", 2024, 90),
        ("d", NAMES[4], "US+CA", 2025, 2),
    ]
    columns = ["film_id", "title", "territory", "year", "days"]
    return known(pd.DataFrame(rows, columns=columns))


def chosen() -> pd.DataFrame:
    year = np.arange(2000, 2027)
    frames = [
        pd.DataFrame(
            {
                "festival": name,
                "year": year,
                "competition": (year + i) % 3,
                "other": (year * (i + 1)) % 5,
                "prizes": (year % (5 + i) == 0) * 2,
            }
        )
        for i, name in enumerate(["cannes", "berlin", "venice"])
    ]
    return known(pd.concat(frames, ignore_index=True))


def effects() -> pd.DataFrame:
    rows = [
        ("audience", "as they are", "ratio", 0.9, 0.6, 1.4, 500, 50, 0.4),
        ("audience", "like films", "ratio", 1.2, 0.8, 1.7, 450, 47, 0.3),
        ("us_gross", "as they are", "ratio", 2.0, 0.8, 5.0, 20, 8, 0.2),
        ("us_gross", "like films", "ratio", 1.6, 0.6, 4.0, 20, 8, np.nan),
        ("abroad", "as they are", "points", 0.2, 0.1, 0.3, 500, 50, 0.01),
        ("abroad", "like films", "points", 0.12, 0.02, 0.22, 40, 40, np.nan),
    ]
    columns = ["outcome", "comparison", "unit", "value", "low", "high", "n", "selected", "p"]
    return known(pd.DataFrame(rows, columns=columns))


def entries() -> pd.DataFrame:
    year = [1970, 1985, *range(2001, 2027)]
    frame = pd.DataFrame({"year": year, "film_id": "x", "title": "Paper Moon Hotel"})
    frame["step"] = frame["year"].map({2019: 1, 2020: 3, 2022: 1, 2024: 2}).fillna(0).astype(int)
    frame["stage"] = frame["step"].map(
        dict(enumerate(["submitted", "shortlisted", "nominated", "won"]))
    )
    return known(frame)


def bests() -> pd.DataFrame:
    frame = pd.DataFrame({"title": NAMES, "origin": ["korean"] * 4 + ["foreign"]})
    frame["start"] = ["2022-08-05", "2023-01", "2023-10-06", "2024-01-26", "2025-06"]
    frame["views"] = [np.nan, 6.4e6, 14.7e6, 18.1e6, 30.1e6]
    frame["hours"] = [27.3e6, 19.3e6, np.nan, 32.9e6, np.nan]
    frame["countries"] = [90.0, 80, 89, 31, np.nan]
    frame["weeks"] = [np.nan, np.nan, 2, 3, np.nan]
    return known(frame)


def changes() -> pd.DataFrame:
    rows = [
        ("Exported films", "grew", 1.2, 1.05, 1.5, 58.0, 77.0, 4, 4),
        ("Titles exported", "not known", np.nan, np.nan, np.nan, np.nan, 640.0, 0, 4),
        ("Competition entries", "no clear change", 1.05, 0.4, 2.0, 1.6, 2.4, 5, 5),
        ("Hits in US and Canada", "no clear change", 0.67, 0.0, 1.4, 0.8, 1.4, 5, 5),
        ("All exports", "fell", 0.6, 0.33, 0.87, 66.0, 110.0, 5, 5),
    ]
    columns = ["measure", "state", "ratio", "low", "high", "newer", "best", "n_newer", "n_older"]
    return known(pd.DataFrame(rows, columns=columns))
