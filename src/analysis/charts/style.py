"""The look of all charts: typeface, colours, canvas sizes, and the parts around the marks.

Sizes are in points on a canvas of fixed size, so that a chart has the same
pixels on every run and stays readable at the width of a phone.
"""

import functools
import logging
from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Bbox

# The note on building the font cache would land in the output of a first notebook run.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

from matplotlib import font_manager  # noqa: E402

FONTS = Path(__file__).parent / "fonts"
for _font in sorted(FONTS.glob("*.ttf")):
    font_manager.fontManager.addfont(_font)

INK = "#1c1c1e"  # text and what the title is about, where no accent fits
MUTED = "#5f6368"  # secondary text: 5.9:1 on white
GREY = "#9aa0a6"  # marks that are context
PALE = "#d5d8dc"  # marks further back
GRID = "#e8eaed"
PAPER = "#ffffff"

KOREAN = "#c8102e"  # Korean films, and Korea among countries, in every chart
ADMISSIONS = "#1f5a94"  # admissions, where gross or price stands beside them
PRICE = "#b35c00"  # prices
ACCENT = KOREAN

SIZES = {"column": (5.6, 4.2), "tall": (5.6, 5.8)}  # inches
SHOWN = 640  # width in pixels at which a chart is shown
DPI = 240  # about twice that

THEME = {
    "font.family": ["Libre Franklin", "DejaVu Sans"],
    "font.size": 10,
    "text.color": INK,
    "text.parse_math": False,
    "axes.edgecolor": GREY,
    "axes.labelcolor": MUTED,
    "axes.labelsize": 9.5,
    "axes.facecolor": PAPER,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "axes.xmargin": 0.02,
    "axes.grid": True,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelsize": 9.5,
    "ytick.labelsize": 9.5,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "lines.linewidth": 2.2,
    "lines.solid_capstyle": "round",
    "hatch.linewidth": 0.6,
    "figure.facecolor": PAPER,
    "figure.dpi": 100,
    "savefig.bbox": None,
    "path.snap": True,
}

TITLE_SIZE = 14
SUBTITLE_SIZE = 10
LABEL_SIZE = 9.5
FOOTER_SIZE = 8.2


def theme() -> mpl.rc_context:
    """Give the settings under which charts are made and drawn, whatever the user's own are.

    Returns
    -------
    context manager
        matplotlib's defaults with this project's settings on top.
    """
    defaults = {key: value for key, value in mpl.rcParamsDefault.items() if key != "backend"}
    return mpl.rc_context({**defaults, **THEME})


def themed(function: Callable) -> Callable:
    """Run a chart function under the theme."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        with theme():
            return function(*args, **kwargs)

    return wrapper


def canvas(ax: Axes | None, size: str = "column", left: float = 0.08, right: float = 0.03) -> Axes:
    """Give the axes to draw in: the caller's, or those of a new figure of fixed size.

    Parameters
    ----------
    ax : Axes or None
        The caller's axes.
    size : {"column", "tall"}
        Canvas of a new figure.
    left, right : float
        Room beside the axes, as a share of the width.

    Returns
    -------
    Axes
        Where to draw. Room for title and footer is set when the chart is finished.
    """
    if ax is not None:
        return ax
    figure = Figure(figsize=SIZES[size])
    FigureCanvasAgg(figure)
    figure.set_label("own")
    return figure.add_axes((left, 0.2, 1 - left - right, 0.5))


def frame(
    ax: Axes, title: str, subtitle: str, footer: str, below: float = 0.28, above: float = 0.16
) -> None:
    """Set title, subtitle and footer, and fit the axes between them.

    Parameters
    ----------
    ax : Axes
        The chart's axes.
    title : str
        The finding, in about ten words.
    subtitle : str
        Measure, unit, place, period.
    footer : str
        Sources, exclusions, n.
    below : float
        Inches that tick labels and an axis label need below the axes.
    above : float
        Inches between the subtitle and the axes.
    """
    figure = ax.figure
    if figure.get_label() != "own":
        ax.set_title(title, loc="left", fontsize=LABEL_SIZE + 1, fontweight="bold")
        return
    width, height = figure.get_size_inches()
    x, y = 0.12 / width, 1 - 0.12 / height

    def write(text: str, y: float, va: str, size: float, **kwargs: str) -> Bbox:
        lines = wrap(figure, text, size, kwargs.get("weight", "normal"))
        artist = figure.text(x, y, lines, va=va, size=size, linespacing=1.12, **kwargs)
        return artist.get_window_extent().transformed(figure.transFigure.inverted())

    head = write(title, y, "top", TITLE_SIZE, weight="bold")
    sub = write(subtitle, head.y0 - 0.07 / height, "top", SUBTITLE_SIZE, color=MUTED)
    foot = write(footer, 0.08 / height, "bottom", FOOTER_SIZE, color=MUTED)
    rule = foot.y1 + 0.06 / height
    figure.add_artist(
        Line2D([x, 1 - x], [rule, rule], color=PALE, linewidth=0.8, solid_capstyle="butt")
    )
    box = ax.get_position()
    bottom = rule + below / height
    ax.set_position((box.x0, bottom, box.width, sub.y0 - above / height - bottom))


def wrap(figure: Figure, text: str, size: float, weight: str = "normal") -> str:
    """Break a text where the canvas ends, measured in its typeface.

    Parameters
    ----------
    figure : Figure
        The canvas.
    text : str
        The text; its own line breaks stay.
    size : float
        Type size in points.
    weight : str
        Type weight.

    Returns
    -------
    str
        The text with line breaks.
    """
    font = FontProperties(family=THEME["font.family"], size=size, weight=weight)
    renderer = figure.canvas.get_renderer()
    room = (figure.get_size_inches()[0] - 0.24) * figure.dpi
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}".strip()
            if (
                line
                and renderer.get_text_width_height_descent(longer, font, ismath=False)[0] > room
            ):
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return "\n".join(lines)


def label(ax: Axes, x: float, y: float, text: str, outline: str = PAPER, **kwargs: object) -> None:
    """Write a label with a white outline, so that it reads on top of marks and grid.

    Parameters
    ----------
    ax : Axes
        The chart's axes.
    x, y : float
        Where, in data units unless ``transform`` says otherwise.
    text : str
        What.
    outline : str
        Colour of the outline.
    **kwargs
        As for ``Axes.text``.
    """
    stroke = [withStroke(linewidth=2.6, foreground=outline)]
    settings = {"size": LABEL_SIZE, "path_effects": stroke, "zorder": 5, **kwargs}
    ax.text(x, y, text, **settings)
