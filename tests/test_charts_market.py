"""Each market chart against its baseline image, and what holds for every chart."""

import inspect

import pytest

from analysis import charts, datasets
from analysis.charts import style
from tests import samples

CHARTS = {
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
every_chart = pytest.mark.parametrize("name", CHARTS)


@pytest.fixture(autouse=True)
def made_up_sources(monkeypatch):
    monkeypatch.setattr(datasets, "sources", lambda *frames: samples.SOURCES)


def test_every_chart_function_is_here():
    functions = {
        name
        for name, item in inspect.getmembers(charts.market, inspect.isfunction)
        if item.__module__ == charts.market.__name__ and not name.startswith("_")
    }
    assert functions == set(CHARTS)


@every_chart
@pytest.mark.mpl_image_compare(
    style=style.THEME, savefig_kwargs={"dpi": 100, "metadata": {"Software": None}}, tolerance=2
)
def test_baseline(name):
    return CHARTS[name]().figure


@every_chart
def test_no_text_leaves_the_canvas(name):
    figure = CHARTS[name]().figure
    texts_stay_inside(figure)


def texts_stay_inside(figure):
    figure.draw_without_rendering()
    width, height = figure.get_size_inches() * figure.dpi
    texts = [*figure.texts, *figure.axes[0].texts]
    for axis in (figure.axes[0].xaxis, figure.axes[0].yaxis):
        low, high = sorted(axis.get_view_interval())
        ticks = zip(axis.get_majorticklocs(), axis.get_majorticklabels(), strict=True)
        texts += [label for place, label in ticks if low <= place <= high]
    for text in texts:
        box = text.get_window_extent()
        assert box.x0 >= 0, text.get_text()
        assert box.y0 >= 0, text.get_text()
        assert box.x1 <= width, text.get_text()
        assert box.y1 <= height, text.get_text()


@every_chart
def test_every_chart_says_what_it_shows(name):
    chart = CHARTS[name]()
    assert 60 <= len(chart.alt) <= 300
    assert any(mark.isdigit() for mark in chart.alt)
    title, subtitle, footer = (text.get_text() for text in chart.figure.texts)
    assert any(mark.isdigit() for mark in title) or name == "recovery"
    assert len(title) <= 75
    assert len(subtitle) >= 30
    assert footer.startswith("Sources: Film Council, ")
    assert "n\u00a0=\u00a0" in footer


@every_chart
def test_two_draws_give_the_same_bytes(name):
    assert CHARTS[name]().png() == CHARTS[name]().png()


def test_no_two_charts_have_the_same_text():
    alts = [make().alt for make in CHARTS.values()]
    assert len(set(alts)) == len(alts)


@every_chart
def test_a_chart_draws_into_given_axes(name, monkeypatch):
    from matplotlib.figure import Figure

    ax = Figure().add_subplot()
    function = getattr(charts.market, name)
    monkeypatch.setattr(charts.market, name, lambda *frames: function(*frames, ax=ax))
    chart = CHARTS[name]()
    assert chart.ax is ax
    assert ax.get_title(loc="left")
    assert not ax.figure.texts
