"""Charts, one module a subject: ``charts.<subject>.<name>(frame, ..., ax=None) -> Chart``."""

from analysis.charts import claims, films, market
from analysis.charts.chart import Chart

__all__ = ["Chart", "claims", "films", "market"]
