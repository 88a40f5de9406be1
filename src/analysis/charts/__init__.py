"""Charts, one module a subject: ``charts.<subject>.<name>(frame, ..., ax=None) -> Chart``."""

from analysis.charts import claims, films, genres, market, remakes
from analysis.charts.chart import Chart

__all__ = ["Chart", "claims", "films", "genres", "market", "remakes"]
