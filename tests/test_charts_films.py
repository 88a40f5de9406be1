"""Charts of films, on made-up frames."""

from typing import ClassVar

from analysis import charts, films
from tests.chart_checks import ChartChecks
from tests.samples import films as samples

FLOOR = 1_800_000


def lorenz():
    return charts.films.lorenz(
        films.lorenz(samples.pool(), FLOOR, 2005, 2019),
        films.concentration(samples.pool(), FLOOR, 2005, 2019),
        FLOOR,
    )


class TestFilmsCharts(ChartChecks):
    module = charts.films
    makers: ClassVar = {
        "distribution": lambda: charts.films.distribution(samples.pool(), ["film-0", "film-6"]),
        "club": lambda: charts.films.club(samples.members()),
        "lorenz": lorenz,
        "top_ten": lambda: charts.films.top_ten(samples.shares()),
        "seasons": lambda: charts.films.seasons(samples.pool(), films.by_month(samples.pool())),
        "acclaim": lambda: charts.films.acclaim(
            samples.scored(), ["film-0", "film-5"], ["film-6", "film-7"]
        ),
        "gems": lambda: charts.films.gems(samples.gems()),
        "cult": lambda: charts.films.cult(samples.events(), samples.cult(), "save-it-2003"),
        "directors": lambda: charts.films.directors(
            samples.directors(), [f"director{i}" for i in range(4)]
        ),
        "newcomers": lambda: charts.films.newcomers(samples.newcomers(), samples.newcomers(12)),
    }
