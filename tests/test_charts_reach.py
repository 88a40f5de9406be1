"""Charts of Korean films abroad, on made-up frames."""

from typing import ClassVar

from analysis import charts
from tests.chart_checks import ChartChecks
from tests.samples import reach as samples


class TestReachCharts(ChartChecks):
    module = charts.reach
    makers: ClassVar = {
        "exports": lambda: charts.reach.exports(samples.yearly()),
        "titles": lambda: charts.reach.titles(samples.count()),
        "buyers": lambda: charts.reach.buyers(samples.buyers()),
        "territories": lambda: charts.reach.territories(samples.grosses()),
        "home_abroad": lambda: charts.reach.home_abroad(samples.sides()),
        "lags": lambda: charts.reach.lags(samples.days()),
        "festivals": lambda: charts.reach.festivals(samples.chosen()),
        "selection": lambda: charts.reach.selection(samples.effects()),
        "academy": lambda: charts.reach.academy(samples.entries()),
        "streaming": lambda: charts.reach.streaming(samples.bests()),
        "footprint": lambda: charts.reach.footprint(samples.changes()),
    }
