"""Charts of the claims, on made-up frames."""

from typing import ClassVar

from analysis import charts
from tests.chart_checks import ChartChecks
from tests.samples import claims as samples


class TestClaimsCharts(ChartChecks):
    module = charts.claims
    makers: ClassVar = {
        "scoreboard": lambda: charts.claims.scoreboard(samples.ledger()),
        "sensitivity": lambda: charts.claims.sensitivity(samples.trials()),
    }
