"""What must hold for every chart; each subject's test class names its module and its charts."""

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import ClassVar

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import datasets
from analysis.charts import style
from tests import samples


def texts_stay_inside(figure: Figure) -> None:
    figure.draw_without_rendering()
    width, height = figure.get_size_inches() * figure.dpi
    texts = [*figure.texts]
    for ax in figure.axes:
        texts += [text for part in (ax, *ax.child_axes) for text in _texts(part)]
    for text in texts:
        box = text.get_window_extent()
        assert box.x0 >= 0, text.get_text()
        assert box.y0 >= 0, text.get_text()
        assert box.x1 <= width, text.get_text()
        assert box.y1 <= height, text.get_text()


def _texts(ax: Axes) -> list:
    texts = [*ax.texts, ax.title, ax._left_title] if ax.axison else [*ax.texts]
    for axis in (ax.xaxis, ax.yaxis) if ax.axison else ():
        low, high = sorted(axis.get_view_interval())
        ticks = zip(axis.get_majorticklocs(), axis.get_majorticklabels(), strict=True)
        texts += [label for place, label in ticks if low <= place <= high]
    return [text for text in texts if text.get_text() and text.get_visible()]


class ChartChecks:
    """Checks on every chart of ``module``; ``makers`` draws each from made-up frames."""

    module: ClassVar[ModuleType]
    makers: ClassVar[dict[str, Callable]]
    titles_without_number: ClassVar[frozenset[str]] = frozenset()

    @pytest.fixture(autouse=True)
    def made_up_sources(self, monkeypatch):
        monkeypatch.setattr(datasets, "sources", lambda *frames: samples.SOURCES)

    def test_every_chart_function_is_here(self):
        functions = {
            name
            for name, item in inspect.getmembers(self.module, inspect.isfunction)
            if item.__module__ == self.module.__name__ and not name.startswith("_")
        }
        assert functions == set(self.makers), "each chart function needs a maker in its test class"

    @pytest.mark.mpl_image_compare(
        style=style.THEME, savefig_kwargs={"dpi": 100, "metadata": {"Software": None}}, tolerance=2
    )
    def test_baseline(self, drawn):
        return self.makers[drawn]().figure

    def test_no_text_leaves_the_canvas(self, drawn):
        texts_stay_inside(self.makers[drawn]().figure)

    def test_every_chart_says_what_it_shows(self, drawn):
        chart = self.makers[drawn]()
        assert 60 <= len(chart.alt) <= 300, f"alternative text of {len(chart.alt)} characters"
        assert any(mark.isdigit() for mark in chart.alt), "alternative text without a figure"
        title, subtitle, footer = (text.get_text() for text in chart.figure.texts)
        numbered = any(mark.isdigit() for mark in title)
        assert numbered or drawn in self.titles_without_number, f"no number in {title!r}"
        assert len(title) <= 75, f"{title!r} has {len(title)} characters"
        assert len(subtitle) >= 30, f"{subtitle!r} does not say measure, unit, place and period"
        assert footer.startswith("Sources: Film Council, ")
        assert "n\u00a0=\u00a0" in footer, "no n, or with plain spaces, in the footer"

    def test_two_draws_give_the_same_bytes(self, drawn):
        assert self.makers[drawn]().png() == self.makers[drawn]().png()

    def test_no_two_charts_have_the_same_text(self):
        alts = [make().alt for make in self.makers.values()]
        assert len(set(alts)) == len(alts)

    def test_a_chart_draws_into_given_axes(self, drawn, monkeypatch):
        ax = Figure().add_subplot()
        function = getattr(self.module, drawn)
        monkeypatch.setattr(
            self.module, drawn, lambda *frames, **given: function(*frames, **given, ax=ax)
        )
        chart = self.makers[drawn]()
        assert chart.ax is ax
        assert ax.get_title(loc="left")
        assert not ax.figure.texts
