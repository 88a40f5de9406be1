"""Charts of genres and their blends, on made-up frames."""

from typing import ClassVar

from analysis import charts
from tests.chart_checks import ChartChecks
from tests.samples import genres as samples


class TestGenresCharts(ChartChecks):
    module = charts.genres
    makers: ClassVar = {
        "labels": lambda: charts.genres.labels(samples.periods(), samples.texts()),
        "crossing": lambda: charts.genres.crossing(samples.crossing()),
        "pairs": lambda: charts.genres.pairs(samples.pairs(), samples.LABELS, 800),
        "accumulation": lambda: charts.genres.accumulation(samples.accumulation(), 2004),
        "diversity": lambda: charts.genres.diversity(samples.diversity(7), samples.diversity(8)),
        "fantastic": lambda: charts.genres.fantastic(samples.fantastic()),
        "audience": lambda: charts.genres.audience(samples.audience()),
        "sells": lambda: charts.genres.sells(samples.sells()),
        "travels": lambda: charts.genres.travels(samples.travels()),
        "portraits": lambda: charts.genres.portraits(samples.placed(), samples.portraits()),
    }
