"""Marks that several subjects' charts share: year ticks, breaks of a series, small multiples."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style


def year_ticks(ax: Axes, years: pd.Series, step: int = 5) -> None:
    """Set ticks at round years, and at the ends where they are far from a round one.

    Parameters
    ----------
    ax : Axes
        The chart's axes.
    years : Series
        Years plotted.
    step : int
        Years between ticks.
    """
    first, last = int(years.min()), int(years.max())
    ticks = [year for year in range(first, last + 1) if year % step == 0]
    ax.set_xticks(sorted({*ticks, first, last}) if last - max(ticks) > 2 else ticks)


def line_at(ax: Axes, x: float, text: str, y: float = 0.97) -> None:
    """Draw a dashed upright line with a note, such as where a definition changed.

    Parameters
    ----------
    ax : Axes
        The chart's axes.
    x : float
        Where, in data units.
    text : str
        The note; it starts right of the line.
    y : float
        Top of the note, as a share of the axes' height.
    """
    ax.axvline(x, color=style.MUTED, linewidth=0.9, linestyle=(0, (3, 3)), zorder=1)
    style.label(
        ax,
        x,
        y,
        text,
        transform=ax.get_xaxis_transform(),
        va="top",
        ha="left",
        color=style.MUTED,
        size=8.5,
    )


def spans(years: pd.Series) -> str:
    """Write years as spans: 2005–2010, 2020.

    Parameters
    ----------
    years : Series
        Years, sorted.

    Returns
    -------
    str
        The spans, or "none".
    """
    runs = years.groupby((years.diff() != 1).cumsum()).agg(["min", "max"])
    words = [str(a) if a == b else f"{a}–{b}" for a, b in runs.itertuples(index=False)]
    return ", ".join(words) or "none"


def count(number: int, unit: str) -> str:
    """Write a count for a footer in one piece: ``n = 5 films``, with spaces that do not break.

    Parameters
    ----------
    number : int
        How many.
    unit : str
        Of what.

    Returns
    -------
    str
        The count.
    """
    return f"n\u00a0=\u00a0{number}\u00a0{unit}"


def panels(ax: Axes, rows: int, columns: int, across: float = 0.08, down: float = 0.2) -> list:
    """Divide axes into small multiples of equal size, row by row.

    Parameters
    ----------
    ax : Axes
        The chart's axes; they turn invisible and keep their place.
    rows, columns : int
        How many panels.
    across, down : float
        Gaps between panels, as shares of a panel's width and height.

    Returns
    -------
    list of Axes
        The panels, first row first.
    """
    ax.set_axis_off()
    width = 1 / (columns + across * (columns - 1))
    height = 1 / (rows + down * (rows - 1))
    return [
        ax.inset_axes(
            (column * width * (1 + across), 1 - height - row * height * (1 + down), width, height)
        )
        for row in range(rows)
        for column in range(columns)
    ]
