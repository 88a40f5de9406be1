"""Made-up frames of co-productions."""

import numpy as np
import pandas as pd

from analysis import coproductions
from analysis.inference import Estimate
from tests.samples import known

PERIODS = ["2000–2004", "2005–2009", "2010–2014", "2015–2019", "2020–2024", "2025–2026"]


def pairs() -> pd.DataFrame:
    """Sixty films: East Asia in the earlier half, Southeast Asia in the later."""
    early, late = ["JP", "CN", "FR", "JP", "HK"], ["VN", "ID", "US", "VN", "TH", "FR", "JP"]
    rows = []
    for number in range(60):
        year = 2000 + number * 27 // 60
        codes = early if year < 2013 else late
        partners = {codes[number % len(codes)]}
        if number % 7 == 0:
            partners.add(codes[(number + 1) % len(codes)])
        if number == 30:
            partners = {"NZ"}
        lead = "KR" if number % 3 == 0 else sorted(partners)[0]
        for code in sorted(partners):
            rows.append(
                {
                    "film_id": f"film-{number:02d}-{year}",
                    "title": f"Film {number}",
                    "year": year,
                    "period": PERIODS[(year - 2000) // 5],
                    "half": None if year > 2025 else "earlier" if year < 2013 else "later",
                    "kind": coproductions.KINDS[[1, 1, 2, 2, 4, 0, 2, 1, 3][number % 9]],
                    "lead": "Korea" if lead == "KR" else "partner",
                    "lead_country": lead,
                    "country": code,
                    "leads": lead == code,
                }
            )
    frame = pd.DataFrame(rows)
    frame["region"] = coproductions.region(frame["country"])
    return known(frame)


def made() -> pd.DataFrame:
    return known(pairs().drop_duplicates("film_id").drop(columns=["country", "region", "leads"]))


def backed() -> pd.DataFrame:
    years = {"VN": [2007, 2014, 2015, 2016, 2018, 2018, 2018, 2020, 2024, 2025], "PH": [2009, 2019]}
    frame = pd.DataFrame(
        [
            {"country": code, "film": f"{code}-{place}", "title": f"{code} {place}", "year": year}
            for code, listed in years.items()
            for place, year in enumerate(listed)
        ]
    )
    return known(frame.assign(from_table="coproductions", source_ids="one"))


def agreements() -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            ("ca-1995", "CA", "Canada", "memorandum", False, False, 1995, 0, pd.NA, pd.NA),
            ("fr-2006", "FR", "France", "film treaty", True, False, 2006, 14, 2, 3),
            ("eu-2011", "EU", "European Union", "trade agreement", False, True, 2011, 14, 3, 2),
            ("cn-2014", "CN", "China", "film treaty", True, False, 2014, 9, 3, 1),
            ("vn-2019", "VN", "Vietnam", "broadcast agreement", False, False, 2019, 12, 5, 4),
        ],
        columns=[
            *["treaty_id", "partner", "name", "type", "covers_film", "bloc", "year", "films"],
            *["before", "after"],
        ],
    )
    return known(frame.assign(source_ids="one;two"))


def budgets() -> pd.DataFrame:
    random = np.random.default_rng(2)
    year = np.r_[np.arange(2001, 2025, 2), np.repeat(np.arange(2002, 2027), 2)]
    group = np.r_[["co-production"] * 12, ["Korean film"] * 50]
    frame = pd.DataFrame(
        {
            "film_id": [f"film-{place}" for place in range(62)],
            "title": [f"Film {place}" for place in range(62)],
            "year": year,
            "period": [f"{at // 5 * 5}–{at // 5 * 5 + 4}" for at in year],
            "group": group,
            "lead": np.where(np.arange(62) % 2 == 0, "Korea", "partner"),
            "budget_usd": np.exp(random.normal(16, 1, 62)),
            "printed": "USD",
            "basis": "net",
            "source_ids": "one;three",
        }
    )
    return known(frame)


def ratio() -> Estimate:
    return Estimate(1.36, 0.59, 3.16, 62, 0.47)


def standing() -> pd.DataFrame:
    joint = pd.DataFrame(
        {
            "film_id": [f"joint-{place}" for place in range(8)],
            "title": ["Snow Train", "A Rather Long Title of a Film", *"CDEFGH"],
            "year": np.arange(2004, 2020, 2),
            "group": "co-production",
            "admissions": [
                9_354_547,
                3_199,
                250_000,
                800_000,
                1_300_000,
                500_000,
                2_000_000,
                90_000,
            ],
            "basis": "final",
            "place": [0.95, 0.0, 0.1, 0.3, 0.55, 0.2, 0.7, 0.0],
            "rivals": [36, 35, 15, 5, 20, 13, 40, 8],
            "source_ids": "two",
        }
    )
    pure = joint.assign(film_id=joint["film_id"] + "-k", group="Korean film", place=0.5)
    return known(pd.concat([joint, pure], ignore_index=True))


def checked() -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            ("Kim Director", "person", "director", None, "director", "", "confirmed", 3, 0, "", 0),
            ("Lee Elsewhere", "person", "lead", None, "", "", "in no list", 0, 4, "other", 3),
            ("Park Walk-on", "person", "cast", None, "cameo", "", "other role", 1, 0, "", 0),
            ("First House", "company", "producer", "KR", "", "", "in no list", 0, 3, "other", 2),
            ("Second", "company", "producer", "VN", "producer", "KR", "other country", 3, 0, "", 0),
            ("Third", "company", "producer", "VN", "producer", "VN", "confirmed", 2, 0, "", 0),
        ],
        columns=[
            *["name", "what", "role", "country", "credited", "credited_country", "found"],
            *["pages", "searched", "elsewhere", "elsewhere_pages"],
        ],
    )
    frame.insert(0, "film", "Film (2025, South Korea and Vietnam)")
    frame["elsewhere"] = frame["elsewhere"].replace("other", "Other (2025, South Korea)")
    frame["publishers"] = "Film Council, Trade Paper"
    frame["publisher_count"] = [2, 0, 1, 0, 2, 2]
    return known(frame.assign(source_ids="one;two;three;four", read_ids="one;two;three"))
