"""Made-up frames of cost and return, public money and streaming."""

import numpy as np
import pandas as pd

from analysis.inference import Estimate
from tests.samples import known


def made() -> pd.DataFrame:
    year = [2012, 2013, 2014, 2017, 2018, 2019, 2020, 2021, 2025]
    return known(
        pd.DataFrame(
            {
                "year": year,
                "films": [60.0, 64, 66, 36, 41, 44, 30, 18, 21],
                "definition": ["old"] * 3 + ["new"] * 6,
                "partial": [False] * 8 + [True],
            }
        )
    )


def costs() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {
                "year": [2006, 2008, 2016, 2018, 2024, 2008, 2016, 2018, 2024],
                "cost": ["total"] * 5 + ["net"] * 4,
                "films": [*["all"] * 3, *["commercial"] * 2, "all", "unclear", *["commercial"] * 2],
                "krw_real": [7e9, 5e9, 4e9, 12e9, 11e9, 3.5e9, 6e9, 9e9, 9.4e9],
            }
        )
    )


def earned() -> pd.DataFrame:
    year = np.arange(2005, 2025)
    return known(
        pd.DataFrame(
            {
                "year": year,
                "roi": 0.3 * np.sin(year),
                "stage": np.where(year % 4 == 0, "first", "final"),
                "definition": np.where(year < 2016, "old", "new"),
            }
        )
    )


def revised() -> pd.DataFrame:
    first = np.array([-0.4, -0.3, 0.1, 0.08])
    final = np.array([-0.37, -0.42, 0.12, 0.3])
    return known(
        pd.DataFrame(
            {
                "year": [2007, 2008, 2012, 2016],
                "first": first,
                "final": final,
                "change": final - first,
                "same_definition": [True, True, True, False],
            }
        )
    )


def results() -> pd.DataFrame:
    n = 14
    step = np.arange(n)
    budget = 1e8 * 1.6**step
    seen = 4e5 * (1 + (step * 5) % n) ** 1.3
    even = np.where(step % 2 == 0, 2e6 + 2e5 * step, np.nan)
    return known(
        pd.DataFrame(
            {
                "film_id": [f"film-{i}" for i in step],
                "title": [f"Made-up Film {i}" for i in step],
                "year": pd.array(2005 + step, dtype="Int64"),
                "budget_krw": budget,
                "budget_krw_real": budget,
                "basis": np.where(step % 3 == 0, "net", "unknown"),
                "admissions": seen,
                "counted": step % 4 != 1,
                "break_even": even,
                "times": seen / even,
            }
        )
    )


def correlation() -> Estimate:
    return Estimate(0.21, -0.3, 0.62, 14, 0.4)


def bounds() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {
                "year": [2011, 2015, 2019, 2025],
                "period": ["year", "year", "year", "first_half"],
                "measure": ["unstated", "admissions", "admissions", "admissions"],
                "companies": [5, 5, 3, 5],
                "named": [0.78, 0.7, 0.58, 0.54],
                "leader": list("ABCD"),
                "leader_share": [0.37, 0.23, 0.27, 0.13],
                "low": [0.185, 0.11, 0.13, 0.06],
                "high": [0.23, 0.17, 0.23, 0.12],
                "highest": [0.23, 0.2, 0.31, 0.28],
            }
        )
    )


def income() -> pd.DataFrame:
    implied = np.array([57.4e9, 15.3e9, 17.5e9, 34.8e9])
    paid = np.array([54.5e9, 13.35e9, 17e9, np.nan])
    return known(
        pd.DataFrame(
            {
                "year": [2019, 2020, 2021, 2022],
                "implied_krw": implied,
                "income_krw": paid,
                "ratio": paid / implied,
                "levy_per_ticket": [253.0, 257.0, 290.0, 309.0],
            }
        )
    )


def lines() -> pd.DataFrame:
    before = np.array([80e9, 10e9, np.nan, 8e9, 3e9])
    after = np.array([120e9, 20e9, 16e9, np.nan, 2.5e9])
    return known(
        pd.DataFrame(
            {
                "body": ["MCST", "KOFIC", "MCST", "KOCCA", "MCST"],
                "programme": [
                    "film budget",
                    "mid-budget film production support",
                    "virtual production studio in Busan",
                    "AI content production support",
                    "festival support",
                ],
                "drafts": [True, False, True, False, False],
                "before_year": 2025,
                "before_krw": before,
                "year": 2026,
                "krw": after,
                "change": after / before - 1,
                "new_technology": [False, False, True, True, False],
                "whole": [True, False, False, False, False],
            }
        )
    )


def pairs() -> pd.DataFrame:
    year = np.arange(2016, 2026)
    gap = np.full(len(year), np.nan)
    frame = pd.DataFrame(
        {
            "year": year,
            "budget_real": np.where((year > 2016) & (year < 2025), 60e9 + 5e9 * (year % 5), gap),
            "budget_status": np.where(year == 2024, "draft", "final"),
            "films_partial": year == 2021,
            "roi_first": year == 2018,
            "films": np.where((year > 2016) & (year < 2022), 50.0 - 4 * (year - 2016), gap),
            "roi": np.where(year < 2025, 0.3 * np.cos(year), gap),
        }
    )
    return known(frame)


def outside() -> pd.DataFrame:
    money = pd.DataFrame(
        {
            "year": [2005, 2006, 2011, 2012, 2016, 2021],
            "measure": "revenue",
            "value": [8e11, 6e11, 2e11, 2.7e11, 5e11, 4.4e11],
            "basis": ["as_printed"] * 3 + ["first"] + ["as_printed"] * 2,
        }
    )
    users = pd.DataFrame(
        {
            "year": [2019, 2020, 2021, 2024],
            "measure": "users",
            "value": [0.5, 0.6, 0.7, 0.8],
            "basis": ["derived", "as_printed", "as_printed", "as_printed"],
        }
    )
    return known(pd.concat([money, users], ignore_index=True))


def services() -> pd.DataFrame:
    rows = [
        ("mobile_index", "2021-02", "Alpha", 9e6),
        ("mobile_index", "2021-02", "Beta", 4e6),
        ("mobile_index", "2021-02", "Gamma", 1.2e6),
        ("wiseapp", "2025-12", "Alpha", 14e6),
        ("wiseapp", "2025-12", "Beta", 8e6),
        ("wiseapp", "2025-12", "Delta", 6e5),
    ]
    frame = pd.DataFrame(rows, columns=["tracker", "month", "service", "users"])
    frame["share"] = frame["users"] / frame.groupby("month")["users"].transform("sum")
    return known(frame)
