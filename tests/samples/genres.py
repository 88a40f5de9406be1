"""Made-up frames of genres and their blends."""

from itertools import combinations

import numpy as np
import pandas as pd

from tests.samples import known

PERIODS = [
    "1995–1999",
    "2000–2004",
    "2005–2009",
    "2010–2014",
    "2015–2019",
    "2020–2024",
    "2025–2029",
]
LABELS = ["drama", "thriller", "action", "comedy", "romance", "horror", "war"]


def periods(base: float = 2.3, step: float = 0.06, width: float = 0.2) -> pd.DataFrame:
    value = base + step * np.arange(len(PERIODS))
    spread = np.array([2, 1, 0.8, 0.8, 0.8, 1, 2.5]) * width
    return known(
        pd.DataFrame(
            {
                "period": PERIODS,
                "value": value,
                "low": value - spread,
                "high": value + spread,
                "n": [25, 99, 176, 183, 190, 113, 14],
                "partial": [False] * 6 + [True],
            }
        )
    )


def texts() -> pd.DataFrame:
    return known(periods(1.4, 0.05, 0.12).drop(index=[0, 4]))


def crossing() -> pd.DataFrame:
    return known(periods(0.27, -0.02, 0.05))


def pairs() -> pd.DataFrame:
    frame = pd.DataFrame(list(combinations(sorted(LABELS), 2)), columns=["a", "b"])
    frame["log2"] = np.linspace(-1.8, 1.6, len(frame))
    frame["ratio"] = 2 ** frame["log2"]
    frame["low"], frame["high"] = frame["ratio"] * 0.7, frame["ratio"] * 1.4
    return known(frame)


def accumulation() -> pd.DataFrame:
    year = np.arange(1996, 2026)
    expected = 80 * (1 - np.exp(-(year - 1995) / 7))
    seen = np.minimum(np.round(expected * (0.85 + 0.15 * np.sin(year))), 80).astype(int)
    seen = np.maximum.accumulate(seen)
    return known(
        pd.DataFrame(
            {
                "year": year,
                "films": (year - 1995) * 26,
                "pairs": seen,
                "new": np.diff(seen, prepend=0),
                "expected": expected,
                "low": expected * 0.85,
                "high": expected * 1.1,
            }
        )
    )


def diversity(base: float) -> pd.DataFrame:
    frame = periods(base, 0.2, 1.1).iloc[1:6]
    return known(frame.assign(size=30, entropy=3.0))


def fantastic() -> pd.DataFrame:
    films = periods(0.06, 0.02, 0.03).assign(measure="films", marked=9)
    seen = periods(0.05, 0.01, 0.04).assign(measure="admissions", marked=5).iloc[1:6]
    frame = pd.concat([films, seen])
    return known(frame.assign(low=frame["low"].clip(lower=0)))


def audience() -> pd.DataFrame:
    value = np.array([2.2, 2.3, 2.4, 2.45, 2.6, 2.9])
    return known(
        pd.DataFrame(
            {
                "audience": ["not known", "1", "2", "3", "4", "5"],
                "value": value,
                "low": value - 0.15,
                "high": value + 0.15,
                "n": [330, 92, 93, 95, 93, 97],
                "least": [np.nan, 1e3, 4e5, 1e6, 2e6, 4e6],
                "most": [np.nan, 2e6, 2.5e6, 4e6, 6e6, 1.7e7],
            }
        )
    )


def sells() -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            (measure, model)
            for measure in ("labels", "crossing", "rarity")
            for model in ("alone", "period", "period and genre")
        ],
        columns=["measure", "model"],
    )
    frame["value"] = [0.4, 0.42, 0.3, 0.1, -0.05, 0.03, 0.2, 0.25, -0.02]
    frame["low"] = frame["value"] - [0.15, 0.16, 0.25, 0.25, 0.22, 0.4, 0.25, 0.26, 0.35]
    frame["high"] = frame["value"] + [0.2, 0.2, 0.35, 0.3, 0.3, 0.6, 0.3, 0.32, 0.5]
    return known(frame.assign(n=[470, 470, 259, 470, 470, 259, 421, 421, 231]))


def travels() -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            (measure, way, comparison)
            for measure in ("labels", "crossing")
            for way in ("remade", "selected", "abroad")
            for comparison in ("all", "comparable")
        ],
        columns=["measure", "way", "comparison"],
    )
    frame["value"] = [0.2, 0.1, -0.1, 0.05, 0.8, 0.6, -0.04, 0.01, -0.03, 0.04, 0.06, 0.15]
    spread = np.where(frame["measure"] == "labels", 0.3, 0.13)
    frame["low"], frame["high"] = frame["value"] - spread, frame["value"] + spread
    return known(frame.assign(n=240, marked=[48, 36, 85, 47, 53, 50] * 2))


def placed() -> pd.DataFrame:
    random = np.random.default_rng(1)
    parts = []
    for label, title, size in (("action", "Fist", 120), ("romance", "Letters", 60)):
        seen = np.exp(random.normal(14.2, 1.1, size))
        part = pd.DataFrame({"label": label, "admissions": seen, "named": False})
        part["film_id"] = [f"{label}-{i}" for i in range(size)]
        part["title"], part["year"] = part["film_id"], 2000 + np.arange(size) % 25
        part.loc[size // 2, ["title", "admissions", "named"]] = [title, 3e6, True]
        parts.append(part)
    return known(pd.concat(parts).assign(source_ids="one;two"))


def portraits() -> pd.DataFrame:
    frame = pd.DataFrame({"title": ["Fist", "Letters"], "label": ["action", "romance"]})
    return known(frame.assign(higher=[0.54, 0.95]))
