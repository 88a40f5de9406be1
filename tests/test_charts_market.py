"""Charts of the theatrical market, on made-up frames."""

from typing import ClassVar

from analysis import charts
from tests.chart_checks import ChartChecks
from tests.samples import market as samples


class TestMarketCharts(ChartChecks):
    module = charts.market
    makers: ClassVar = {
        "admissions": lambda: charts.market.admissions(samples.years(), samples.events()),
        "recovery": lambda: charts.market.recovery(samples.markets()),
        "gross_parts": lambda: charts.market.gross_parts(samples.parts()),
        "ticket_price": lambda: charts.market.ticket_price(samples.years(), samples.prices()),
        "months": lambda: charts.market.months(samples.levels()),
        "korean_share": lambda: charts.market.korean_share(samples.years(), samples.streaks()),
        "claim_grid": lambda: charts.market.claim_grid(samples.grid()),
        "claims": lambda: charts.market.claims(samples.recomputed()),
        "releases": lambda: charts.market.releases(samples.yearly(), samples.events()),
    }
    titles_without_number = frozenset({"recovery"})
