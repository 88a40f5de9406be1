"""The Chart object: a figure together with its values, its sources and its sentence."""

import hashlib
import io
from base64 import b64encode
from dataclasses import dataclass, field

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import datasets
from analysis.charts import style

NAMED_PUBLISHERS = 3


@dataclass(frozen=True, eq=False)
class Chart:
    """A finished chart.

    In a notebook it shows as a PNG, with the alternative text in the output's
    metadata, and as plain text: that text and a digest of the plotted values,
    so that a comparison of text outputs notices a chart drawn from other data.
    The values themselves go along as CSV; the site shows them under the chart.

    Attributes
    ----------
    figure : Figure
        The figure, open for anyone to go on drawing.
    ax : Axes
        Its axes.
    data : DataFrame
        The values plotted, tidy.
    alt : str
        What the chart shows, in a sentence or two with the figures that matter.
    sources : tuple of str
        Ids of the sources that the values rest on.

    Raises
    ------
    ValueError
        If sources, alternative text or values are missing.
    """

    figure: Figure
    ax: Axes
    data: pd.DataFrame = field(repr=False)
    alt: str
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError("a chart needs sources: hand it frames that come from datasets.load")
        if not self.alt.strip():
            raise ValueError("a chart needs alternative text: say what it shows, with figures")
        if self.data.empty:
            raise ValueError("a chart needs values: the frame to plot is empty")

    def csv(self) -> str:
        """Write the plotted values as CSV.

        Returns
        -------
        str
            One line a row, floating-point values to nine digits.
        """
        return self.data.to_csv(index=False, float_format="%.9g", lineterminator="\n")

    def digest(self) -> str:
        """Give a short fingerprint of the plotted values.

        Returns
        -------
        str
            Twelve hexadecimal digits of the hash of :meth:`csv`.
        """
        return hashlib.sha256(self.csv().encode()).hexdigest()[:12]

    def png(self, dpi: int = style.DPI) -> bytes:
        """Draw the chart.

        Parameters
        ----------
        dpi : int
            Dots per inch.

        Returns
        -------
        bytes
            A PNG file, the same bytes on every run.
        """
        buffer = io.BytesIO()
        with style.theme():
            self.figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
        return buffer.getvalue()

    def __repr__(self) -> str:
        rows = "1 row" if len(self.data) == 1 else f"{len(self.data)} rows"
        return f"Chart: {self.alt} [values {self.digest()}, {rows}]"

    def _repr_mimebundle_(self, **_: object) -> tuple[dict, dict]:
        width, height = self.figure.get_size_inches()
        size = {"height": round(style.SHOWN * height / width), "width": style.SHOWN}
        shown = {
            "image/png": b64encode(self.png()).decode(),
            "text/csv": self.csv(),
            "text/plain": repr(self),
        }
        return shown, {"image/png": {"alt": self.alt, **size}}


def finish(
    ax: Axes,
    data: pd.DataFrame,
    *inputs: pd.DataFrame,
    title: str,
    subtitle: str,
    alt: str,
    note: str = "",
    below: float = 0.28,
    above: float = 0.16,
) -> Chart:
    """Put title, subtitle and footer around the marks and make the Chart.

    Parameters
    ----------
    ax : Axes
        Axes with the marks.
    data : DataFrame
        The values plotted, tidy.
    *inputs : DataFrame
        The frames they come from; their provenance names the sources.
    title : str
        The finding, in about ten words.
    subtitle : str
        Measure, unit, place, period.
    alt : str
        Alternative text.
    note : str
        Exclusions and n, for the footer.
    below : float
        Inches that tick labels need below the axes.
    above : float
        Inches between the subtitle and the axes.

    Returns
    -------
    Chart
        The finished chart.
    """
    ids = datasets.provenance(*inputs).source_ids
    footer = source_line(datasets.sources(*inputs)) + (f"\n{note}" if note else "")
    style.frame(ax, title, subtitle, footer, below, above)
    return Chart(ax.figure, ax, data.reset_index(drop=True), alt, ids)


def source_line(sources: pd.DataFrame) -> str:
    """Name the publishers that a chart rests on.

    Parameters
    ----------
    sources : DataFrame
        As :func:`analysis.datasets.sources` returns it.

    Returns
    -------
    str
        The publishers cited most, how many others, and the years of publication.
    """
    short = sources["publisher"].str.replace(r"\s*\(.*\)", "", regex=True)
    public = set(short[sources["kind"] == "official"])
    counts = short.value_counts(sort=False)
    order = sorted(
        counts.index, key=lambda name: (-counts[name], name not in public, name.casefold())
    )
    named, others = order[:NAMED_PUBLISHERS], len(order) - NAMED_PUBLISHERS
    years = sources["published"].dropna().str[:4]
    span = ""
    if len(years):
        first, last = years.min(), years.max()
        span = f", {first}" if first == last else f", {first}–{last}"
    more = f" and {others} more" if others > 0 else ""
    return f"Sources: {', '.join(named)}{more}{span}."
