"""Made-up frames of the theatrical market."""

import numpy as np
import pandas as pd

from analysis import market
from tests.samples import known


def years() -> pd.DataFrame:
    year = np.arange(2001, 2026)
    total = 90e6 + (year - 2001) * 7e6 + np.where(year > 2019, -120e6, 0)
    share = 0.5 + 0.1 * np.sin(year)
    price = 6_000 + (year - 2001) * 160.0
    cpi = 65 + (year - 2001) * 2.1
    frame = pd.DataFrame(
        {
            "year": year,
            "admissions_total": total,
            "precision": np.where((year > 2004) & (year < 2011), "rounded", "exact"),
            "admissions_korean": total * share,
            "admissions_foreign": total * (1 - share),
            "gross_krw_total": total * price,
            "korean_share": share,
            "price_krw": price,
            "cpi": cpi,
            "price_real_krw": price * cpi[-1] / cpi,
            "parts": np.where(year < 2004, "from share", "counted"),
        }
    )
    frame["gross_real_krw_total"] = frame["price_real_krw"] * frame["admissions_total"]
    return known(frame)


def events() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {
                "date": ["2010-09-17", "2014"],
                "kind": ["break", "break"],
                "series": ["kobis", "releases"],
                "label": ["KOBIS compulsory", "Token releases grow"],
            }
        )
    )


def markets() -> pd.DataFrame:
    levels = {
        ("KR", "gross"): 0.55,
        ("KR", "admissions"): 0.47,
        ("JP", "gross"): 1.05,
        ("JP", "admissions"): 0.97,
        ("FR", "admissions"): 0.74,
        ("US+CA", "gross"): 0.78,
        ("AU", "gross"): 0.77,
    }
    frame = pd.DataFrame(
        [
            {"territory": place, "measure": measure, "level": level, "year": 2025 - (place == "AU")}
            for (place, measure), level in levels.items()
        ]
    )
    return known(frame)


def prices() -> pd.DataFrame:
    return known(
        pd.DataFrame(
            {
                "date": ["2009-07-03", "2016-02", "2018-04-11", "2022-04-04", "2025-07"],
                "chain": ["CGV", "CGV", "CGV", "CGV", "all three"],
                "ticket_type": ["standard"] * 4 + ["culture_day"],
                "weekend_price_krw": [9_000, 10_000, 11_000, 15_000, None],
            }
        )
    )


def levels() -> pd.DataFrame:
    grid = pd.MultiIndex.from_product([range(2020, 2024), range(1, 13)], names=["year", "month"])
    frame = grid.to_frame(index=False)
    frame["level"] = (0.2 + 0.05 * (frame["year"] - 2020) + 0.05 * frame["month"]).round(2)
    frame["state"] = np.where(frame["month"] % 5 == 0, "month missing", "known")
    frame["level"] = frame["level"].where(frame["state"] == "known")
    return known(frame)


def recomputed() -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "statement_id": list("abcdef"),
            "publisher": ["Daily", "Trade Paper", "Council", "Council", "Blog", "Daily"],
            "territory": ["KR", "US+CA", "KR", "JP", "KR", "KR"],
            "period": ["2023", "2024", "2025H1", "2024", "2022", "2021"],
            "measure": ["gross", "gross", "admissions", "gross", "gross", "gross"],
            "change_pct": [-34.0, -40.0, -60.0, -9.0, -50.0, -20.0],
            "computed_pct": [-34.1, -25.0, -60.2, -21.0, np.nan, -60.0],
            "gap_pct": [0.0, 14.0, 0.0, 11.0, np.nan, 39.0],
            "verdict": [
                "agrees",
                "contradicted",
                "near",
                "basis unstated",
                "no totals",
                "forecast",
            ],
        }
    )
    return known(frame)


def yearly() -> pd.DataFrame:
    report = {2001: 52, 2002: 78, 2012: 175, 2013: 183, 2015: 232, 2016: 302, 2019: 502}
    system = {2012: 176, 2013: 183, 2014: 217, 2015: 257, 2016: 337, 2019: 697, 2025: 554}
    rows = [
        {"year": year, "basis": basis, "period_type": "year", "releases_korean": count}
        for basis, counts in (("national", report), ("kobis", system))
        for year, count in counts.items()
    ]
    return known(pd.DataFrame(rows))


def streaks() -> pd.DataFrame:
    return market.share_streaks(years())


def parts() -> pd.DataFrame:
    return market.decompose_gross(years())


def grid() -> pd.DataFrame:
    return market.below_baseline(years())
