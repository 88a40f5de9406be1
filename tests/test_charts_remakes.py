"""Charts of remakes abroad, on made-up frames."""

from typing import ClassVar

from analysis import charts, remakes
from tests.chart_checks import ChartChecks
from tests.samples import remakes as samples

draw = charts.remakes


class TestRemakesCharts(ChartChecks):
    module = charts.remakes
    makers: ClassVar = {
        "where_and_when": lambda: draw.where_and_when(
            samples.long(), remakes.destinations(samples.long())
        ),
        "chain_grid": lambda: draw.chain_grid(
            remakes.chain_grid(samples.long()), remakes.chains(samples.long())
        ),
        "spread": lambda: draw.spread(
            samples.chronology(), remakes.figures(samples.listed()), ["granny", "sunny"]
        ),
        "delays": lambda: draw.delays(
            remakes.delays(samples.long(), "country"),
            remakes.delays(samples.long(), "period"),
            samples.long(),
        ),
        "known": lambda: draw.known(
            remakes.known_by_country(remakes.figures(samples.many())),
            remakes.figures(samples.many()),
        ),
        "ratios": lambda: draw.ratios(
            samples.compared(0.6, 0.2, 0.05, 0.01), samples.compared(1.1, 0.3)
        ),
        "local_field": lambda: draw.local_field(
            samples.field(), remakes.local_standing(samples.field())
        ),
        "completion": lambda: draw.completion(
            remakes.completion(samples.long()), remakes.open_plans(samples.long(), 2026), "US"
        ),
        "partners": lambda: draw.partners(remakes.partners(samples.long())),
        "worldwide": lambda: draw.worldwide(samples.worldwide(), "planet-us"),
    }
    titles_without_number = frozenset()
