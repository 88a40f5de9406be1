"""The Chart object and the style sheet."""

import dataclasses
import subprocess
import sys
from base64 import b64decode
from io import StringIO
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgb

from analysis import charts
from analysis.charts import style
from analysis.charts.chart import Chart, finish, source_line
from tests import samples
from tests.samples import market as made_up


@pytest.fixture
def chart(monkeypatch) -> Chart:
    monkeypatch.setattr("analysis.datasets.sources", lambda *frames: samples.SOURCES)
    return charts.market.korean_share(made_up.years(), made_up.streaks())


def test_a_chart_without_sources_refuses_to_be_made(chart):
    bare = pd.DataFrame({"x": [1]})
    with pytest.raises(ValueError, match="sources"):
        finish(chart.ax, bare, bare, title="t", subtitle="s", alt="a")
    with pytest.raises(ValueError, match="sources"):
        dataclasses.replace(chart, sources=())


def test_a_chart_without_alternative_text_refuses_to_be_made(chart):
    with pytest.raises(ValueError, match="alternative text"):
        dataclasses.replace(chart, alt=" ")


def test_a_chart_without_values_refuses_to_be_made(chart):
    with pytest.raises(ValueError, match="values"):
        dataclasses.replace(chart, data=chart.data.head(0))


def test_a_chart_is_frozen(chart):
    with pytest.raises(dataclasses.FrozenInstanceError):
        chart.alt = "other"


def test_in_a_notebook_it_is_an_image_with_text(chart):
    data, metadata = chart._repr_mimebundle_()
    assert b64decode(data["image/png"]) == chart.png()
    assert b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert data["text/plain"] == repr(chart)
    assert chart.alt in data["text/plain"]
    assert pd.read_csv(StringIO(data["text/csv"])).columns.tolist() == chart.data.columns.tolist()
    assert len(data["text/csv"].splitlines()) == len(chart.data) + 1
    assert metadata["image/png"]["alt"] == chart.alt
    assert metadata["image/png"]["width"] == style.SHOWN


def test_the_digest_follows_the_values_and_only_them(chart):
    other = chart.data.copy()
    other.loc[3, "korean_share"] += 1e-6
    assert dataclasses.replace(chart, data=other).digest() != chart.digest()
    other.loc[3, "korean_share"] = chart.data.loc[3, "korean_share"] * (1 + 1e-13)
    assert dataclasses.replace(chart, data=other).digest() == chart.digest()
    assert dataclasses.replace(chart, alt="other").digest() == chart.digest()


def test_the_source_line_names_the_most_cited_first():
    assert source_line(samples.SOURCES) == (
        "Sources: Film Council, The Daily, Trade Paper, 2011–2026."
    )
    many = pd.concat([samples.SOURCES, samples.SOURCES.assign(publisher=["A", "B", "C", "D"])])
    assert source_line(many) == "Sources: Film Council, A, B and 4 more, 2011–2026."


def test_a_users_own_settings_change_nothing(chart, monkeypatch):
    before = chart.png()
    with mpl.rc_context({"font.size": 30, "lines.linewidth": 9, "savefig.bbox": "tight"}):
        again = charts.market.korean_share(made_up.years(), made_up.streaks())
        assert again.png() == before


def test_the_typeface_is_the_projects_own():
    from matplotlib import font_manager

    for weight in ("normal", "bold"):
        font = font_manager.FontProperties(family=style.THEME["font.family"], weight=weight)
        assert str(style.FONTS) in font_manager.findfont(font, fallback_to_default=False)
    assert (style.FONTS / "OFL.txt").is_file()


def test_charts_need_no_pyplot():
    code = "import sys, analysis.charts; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def luminance(color: str) -> float:
    parts = np.array(to_rgb(color))
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["INK", "MUTED", "KOREAN", "ADMISSIONS", "PRICE"])
def test_text_colours_stand_out_from_the_paper(name):
    assert contrast(getattr(style, name), style.PAPER) >= 4.5


# Viénot, Brettel and Mollon (1999): linear RGB as seen without red or green cones
PROTAN = np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]])
APART = ("KOREAN", "PRICE")  # share no chart
DEUTAN = np.array([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]])


@pytest.mark.parametrize("seen", [np.eye(3), PROTAN, DEUTAN], ids=["all", "protan", "deutan"])
@pytest.mark.parametrize(
    ("one", "other"),
    [pair for pair in combinations(["KOREAN", "PRICE", "ADMISSIONS", "PALE"], 2) if pair != APART],
)
def test_neighbouring_marks_differ_without_colour_vision(seen, one, other):
    colors = [seen @ np.array(to_rgb(getattr(style, name))) ** 2.2 for name in (one, other)]
    assert np.linalg.norm(colors[0] - colors[1]) > 0.12
