"""Charts, one module a subject: ``charts.<subject>.<name>(frame, ..., ax=None) -> Chart``."""

from analysis.charts import (
    claims,
    coproductions,
    economics,
    films,
    generative_ai,
    genres,
    market,
    reach,
    remakes,
    southeast_asia,
)
from analysis.charts.chart import Chart

__all__ = [
    "Chart",
    "claims",
    "coproductions",
    "economics",
    "films",
    "generative_ai",
    "genres",
    "market",
    "reach",
    "remakes",
    "southeast_asia",
]
