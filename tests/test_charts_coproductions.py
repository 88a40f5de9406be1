"""Charts of co-productions, on made-up frames."""

from typing import ClassVar

from analysis import charts, coproductions
from tests.chart_checks import ChartChecks
from tests.samples import coproductions as samples

draw = charts.coproductions


class TestCoproductionsCharts(ChartChecks):
    module = charts.coproductions
    makers: ClassVar = {
        "partners": lambda: draw.partners(
            coproductions.partners(samples.pairs()), coproductions.by_period(samples.pairs())
        ),
        "regions": lambda: draw.regions(
            coproductions.by_region(samples.pairs(), samples.made()),
            coproductions.region_shift(samples.made(), samples.pairs()),
        ),
        "network": lambda: draw.network(*coproductions.network(samples.pairs())),
        "kinds": lambda: draw.kinds(coproductions.by_kind(samples.made())),
        "leads": lambda: draw.leads(
            coproductions.leads(samples.made()), coproductions.lead_shift(samples.made())
        ),
        "backed": lambda: draw.backed(
            samples.backed(),
            coproductions.trend(samples.backed(), samples.made(), samples.pairs(), windows=(10,)),
        ),
        "timeline": lambda: draw.timeline(
            *coproductions.timeline(samples.agreements(), samples.pairs()), samples.agreements()
        ),
        "budgets": lambda: draw.budgets(samples.budgets(), samples.ratio()),
        "standing": lambda: draw.standing(
            samples.standing(), coproductions.place_gap(samples.standing())
        ),
        "names": lambda: draw.names(samples.checked()),
    }
