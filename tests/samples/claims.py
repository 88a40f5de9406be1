"""Made-up verdicts."""

import pandas as pd

from tests.samples import known

VERDICTS = ("supported", "partly supported", "contradicted", "not settled", "cannot be tested")


def ledger() -> pd.DataFrame:
    rows = [
        {
            "claim_id": f"{article}-{number:02d}",
            "article": article,
            "verdict": VERDICTS[(number * step) % len(VERDICTS)],
            "strength": "weak",
            "n": number,
        }
        for step, (article, count) in enumerate(
            {"sea": 14, "reach": 14, "gems": 8, "remake": 6, "ai": 10}.items(), start=1
        )
        for number in range(1, count + 1)
    ]
    return known(pd.DataFrame(rows))


def trials() -> pd.DataFrame:
    rows = [
        {
            "claim_id": f"sea-{number:02d}",
            "change": f"at_least {change}",
            "was": VERDICTS[number % 4],
            "verdict": VERDICTS[number % 4 if change >= number % 3 else 3],
        }
        for number in range(1, 13)
        for change in range(1 + number % 5)
    ]
    frame = pd.DataFrame(rows)
    return known(frame.assign(differs=frame["was"] != frame["verdict"]))
