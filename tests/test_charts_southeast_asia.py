"""Charts of Southeast Asia, on made-up frames."""

from typing import ClassVar

from analysis import charts
from tests.chart_checks import ChartChecks
from tests.samples import southeast_asia as samples

sea = charts.southeast_asia


class TestSoutheastAsiaCharts(ChartChecks):
    module = sea
    makers: ClassVar = {
        "all_time_lists": lambda: sea.all_time_lists(samples.lists()),
        "yearly_lists": lambda: sea.yearly_lists(samples.shares()),
        "standings": lambda: sea.standings(samples.lists(), samples.readings().iloc[0]),
        "readings": lambda: sea.readings(samples.readings()),
        "against_top": lambda: sea.against_top(samples.linked()),
        "korean_grosses": lambda: sea.korean_grosses(samples.korean()),
        "exports": lambda: sea.exports(samples.exports(), samples.named()),
        "markets": lambda: sea.markets(samples.markets(), samples.growth()),
        "blends": lambda: sea.blends(samples.blending()),
        "chosen_genres": lambda: sea.chosen_genres(samples.chosen()),
        "timeline": lambda: sea.timeline(samples.events()),
        "ranking": lambda: sea.ranking(samples.influence(), 0.77),
    }
