"""Charts of films made with generative AI, on made-up frames."""

from typing import ClassVar

from analysis import charts, generative_ai
from tests.chart_checks import ChartChecks
from tests.samples import generative_ai as samples

CHARTS = charts.generative_ai


class TestGenerativeAiCharts(ChartChecks):
    module = CHARTS
    makers: ClassVar = {
        "facts": lambda: CHARTS.facts(
            generative_ai.printed_facts(samples.ai_films(), samples.films(), samples.statements())
        ),
        "budgets": lambda: CHARTS.budgets(
            samples.budgets(),
            generative_ai.standing(samples.budgets(), samples.HUT),
            samples.ordinary(),
        ),
        "unit_costs": lambda: CHARTS.unit_costs(
            samples.units(),
            generative_ai.standing(samples.units(), samples.HUT, "cost_per_minute_krw"),
            generative_ai.standing(samples.units(), samples.RIDER, "cost_per_admission_krw"),
        ),
        "shoots": lambda: CHARTS.shoots(
            generative_ai.shoots(samples.ai_films(), samples.costs(), samples.films())
        ),
        "ratios": lambda: CHARTS.ratios(generative_ai.ratios(samples.statements(), samples.RIDER)),
        "audiences": lambda: CHARTS.audiences(samples.audiences()),
        "public_money": lambda: CHARTS.public_money(generative_ai.public_money(samples.policy())),
        "acts": lambda: CHARTS.acts(generative_ai.acts(samples.copyright_acts())),
    }
