"""Made-up frames for chart tests, one module a subject, in the shape that subject modules return.

Baseline images rest on these and not on the data, so that a changed figure
shows in the notebooks and nowhere else.
"""

import pandas as pd

from analysis.datasets import Provenance

PROVENANCE = Provenance(("market_yearly",), ("one", "two", "three", "four"))
SOURCES = pd.DataFrame(
    {
        "source_id": ["one", "two", "three", "four"],
        "publisher": ["Film Council (FC)", "Film Council (FC)", "The Daily", "Trade Paper"],
        "kind": ["official", "official", "press", "trade"],
        "published": ["2011-05", "2020", None, "2026-01-04"],
    }
)


def known(frame: pd.DataFrame) -> pd.DataFrame:
    """Say that the frame rests on the made-up sources."""
    frame.attrs["provenance"] = PROVENANCE
    return frame
