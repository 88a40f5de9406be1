"""Charts of cost, return, public money and streaming, on made-up frames."""

from typing import ClassVar

from analysis import charts
from tests.chart_checks import ChartChecks
from tests.samples import economics as samples


class TestEconomicsCharts(ChartChecks):
    module = charts.economics
    makers: ClassVar = {
        "films_and_costs": lambda: charts.economics.films_and_costs(
            samples.made(), samples.costs()
        ),
        "returns": lambda: charts.economics.returns(samples.earned()),
        "revisions": lambda: charts.economics.revisions(samples.revised()),
        "budgets": lambda: charts.economics.budgets(samples.results(), samples.correlation()),
        "break_even": lambda: charts.economics.break_even(samples.results()),
        "concentration": lambda: charts.economics.concentration(samples.bounds()),
        "levy": lambda: charts.economics.levy(samples.income()),
        "newest_budget": lambda: charts.economics.newest_budget(samples.lines()),
        "policy_and_volume": lambda: charts.economics.policy_and_volume(
            samples.pairs(), samples.correlation()
        ),
        "outside_cinemas": lambda: charts.economics.outside_cinemas(samples.outside()),
        "services": lambda: charts.economics.services(samples.services()),
    }
