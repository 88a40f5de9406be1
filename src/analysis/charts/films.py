"""Charts of films, their audiences and their makers, from frames that ``analysis.films`` made."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks, style
from analysis.charts.chart import Chart, finish
from analysis.prose import fill, listing, people

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TABLED = "Tabled films only, gathered by success and fame."


def _log_ticks(axis: object, low: float, high: float) -> None:
    """Set ticks at powers of ten of admissions whose logarithm is drawn."""
    powers = range(int(np.ceil(low)), int(np.floor(high)) + 1)
    words = {3: "1,000", 4: "10,000", 5: "100,000", 6: "1m", 7: "10m"}
    axis.set_ticks(list(powers), [words[power] for power in powers])


def _short(title: str, longest: int = 30) -> str:
    """Cut a title at a word so that it fits beside a mark."""
    if len(title) <= longest:
        return title
    return title[:longest].rsplit(" ", 1)[0].rstrip(",:.") + " …"


@style.themed
def distribution(pool: pd.DataFrame, named: Collection[str] = (), ax: Axes | None = None) -> Chart:
    """Draw how many films reached which audience, with some films named.

    Parameters
    ----------
    pool : DataFrame
        From :func:`analysis.films.counted`.
    named : collection of str
        Ids of the films named beside the bars.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars of the number of films on a log scale of admissions.
    """
    data = pool[["film_id", "title", "year", "admissions"]]
    logs = np.log10(data["admissions"])
    step = 0.25
    low, high = np.floor(logs.min() / step) * step, np.ceil(logs.max() / step) * step
    edges = np.arange(low, high + step / 2, step)
    counts, _ = np.histogram(logs, edges)
    middle = float(data["admissions"].median())
    shown = data[data["film_id"].isin(set(named))].sort_values("admissions")
    ax = style.canvas(ax, "tall", left=0.14)
    ax.barh(edges[:-1] + step / 2, counts, height=step * 0.9, color=style.PALE)
    for row in shown.itertuples():
        y = np.log10(row.admissions)
        end = counts[min(int((y - low) / step), len(counts) - 1)]
        ax.plot([end + 1, end + 5], [y, y], color=style.GREY, linewidth=0.9)
        style.label(
            ax,
            end + 6,
            y,
            f"{_short(row.title)}, {row.year}: {people(row.admissions)}",
            va="center",
            size=9,
        )
    ax.plot(
        [0, counts.max() * 1.06],
        [np.log10(middle)] * 2,
        color=style.ACCENT,
        linewidth=1.6,
        zorder=3,
    )
    style.label(
        ax,
        counts.max() * 1.08,
        np.log10(middle),
        f"median {people(middle)}",
        va="center",
        color=style.ACCENT,
        weight="bold",
    )
    ax.set_ylim(low - 0.05, high + 0.05)
    ax.set_xlim(0, counts.max() * 1.55)
    _log_ticks(ax.yaxis, low, high)
    ax.grid(visible=False, axis="y")
    ax.spines["bottom"].set_visible(False)
    ax.set_xticks(range(0, int(counts.max()) + 1, 25))
    ax.set_xlabel("films", loc="left")
    quarter = data["admissions"].quantile([0.25, 0.75])
    words = {
        "n": len(data),
        "middle": middle,
        "low": _thousands(quarter.iloc[0]),
        "high": _thousands(quarter.iloc[1]),
        "least": data["admissions"].min(),
        "most": data["admissions"].max(),
        "first": int(data["year"].min()),
        "last": int(data["year"].max()),
    }
    return finish(
        ax,
        data,
        pool,
        title=fill("Half of the tabled films had {low} to {high} admissions", **words),
        subtitle=fill(
            "Korean films by admissions in Korea, log scale, quarter of a power of ten a bar, "
            "{first}–{last}",
            **words,
        ),
        note=f"{TABLED} Small films are the least complete. n\u00a0=\u00a0{len(data)} films.",
        alt=fill(
            "Histogram of {n} Korean films by admissions on a log scale, {least:people} to "
            "{most:people}; the median is {middle:people}, the middle half lies between "
            "{low} and {high}.",
            **words,
        ),
        below=0.5,
    )


@style.themed
def club(members: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the films above ten million admissions in order of release.

    Parameters
    ----------
    members : DataFrame
        From :func:`analysis.films.club`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot a film at its admissions per hundred inhabitants; hollow where the
        count was still running.
    """
    data = members.reset_index(drop=True)
    ax = style.canvas(ax, "tall", left=0.505, right=0.155)
    top = data["per_100"].idxmax()
    for row in data.itertuples():
        lead = row.rank == 1
        color = style.ACCENT if lead else style.MUTED
        final = row.basis == "final"
        ax.plot([0, row.per_100], [row.Index] * 2, color=style.PALE, linewidth=1.2, zorder=1)
        ax.plot(
            row.per_100,
            row.Index,
            "o",
            ms=5.5,
            mew=1.4,
            mec=color,
            mfc=color if final else style.PAPER,
            zorder=3,
        )
        style.label(
            ax,
            row.per_100 + 1.4,
            row.Index,
            f"{row.admissions / 1e6:.1f}m, {_place(row.rank)}",
            va="center",
            size=8.5,
            color=style.ACCENT if lead else style.MUTED,
            weight="bold" if lead else "normal",
        )
    names = [f"{_short(row.title, 38)}  {row.released[:7]}" for row in data.itertuples()]
    ax.set_yticks(range(len(data)), names, size=8.6, color=style.INK)
    ax.set_ylim(len(data) - 0.4, -0.6)
    ax.set_xlim(0, data["per_100"].max() + 1)
    ax.grid(visible=False, axis="y")
    ax.spines["bottom"].set_visible(False)
    running = data.loc[data["basis"] != "final", "title"]
    words = {
        "n": len(data),
        "title": data.loc[top, "title"],
        "most": data.loc[top, "per_100"],
        "least": data["per_100"].min(),
        "first": int(data["year"].min()),
        "last": int(data["year"].max()),
    }
    late = data[data["population_year"] != data["year"]]
    ring = f" Ring: still counting ({listing(running)})." if len(running) else ""
    near = (
        f" Population of {int(late['population_year'].iloc[-1])} for {int(late['year'].iloc[-1])}."
        if len(late)
        else ""
    )
    return finish(
        ax,
        data,
        members,
        title=fill("{n} Korean films reached ten million admissions, {first}–{last}", **words),
        subtitle=(
            "Admissions per 100 inhabitants in the year of release, South Korea; beside each: "
            "admissions in million, rank"
        ),
        note=f"Month of release behind each title.{ring}{near} n\u00a0=\u00a0{len(data)} films.",
        alt=fill(
            "Dot plot of the {n} Korean films above ten million admissions, {first} to {last}, per "
            "hundred inhabitants: from {least:.0f} to {most:.0f}, the most for {title}.",
            **words,
        ),
    )


def _place(rank: int) -> str:
    ending = (
        "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    )
    return f"{rank}{ending}"


@style.themed
def lorenz(
    curves: pd.DataFrame, measures: pd.DataFrame, at_least: float, ax: Axes | None = None
) -> Chart:
    """Draw Lorenz curves, a panel a period.

    Parameters
    ----------
    curves : DataFrame
        From :func:`analysis.films.lorenz`.
    measures : DataFrame
        From :func:`analysis.films.concentration`.
    at_least : float
        The floor of both, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Small multiples; grey lines are the other periods and equality.
    """
    ax = style.canvas(ax, "tall", left=0.09, right=0.05)
    columns = 2
    rows = int(np.ceil(len(measures) / columns))
    parts = marks.panels(ax, rows, columns, across=0.14, down=0.36)
    for place, (panel, row) in enumerate(zip(parts, measures.itertuples(), strict=False)):
        panel.plot([0, 1], [0, 1], color=style.GREY, linewidth=0.8, linestyle=(0, (3, 3)))
        for period, curve in curves.groupby("period"):
            own = period == row.period
            panel.plot(
                curve["films"],
                curve["admissions"],
                color=style.ACCENT if own else style.PALE,
                linewidth=2.2 if own else 1,
                zorder=3 if own else 2,
            )
        panel.set_title(row.period, loc="left", fontsize=10.5, fontweight="bold")
        text = f"Gini {row.gini:.2f}\n({row.low:.2f} to {row.high:.2f})\nn = {row.n}"
        panel.text(0.04, 0.93, text, va="top", size=9, color=style.INK)
        panel.set_xlim(0, 1)
        panel.set_ylim(0, 1)
        ticks = [0, 0.5, 1]
        panel.set_xticks(ticks, ["0", "50%", "100%"])
        panel.set_yticks(ticks, ["0", "50%", "100%"] if place % columns == 0 else ["", "", ""])
    for panel in parts[len(measures) :]:
        panel.set_axis_off()
    words = {
        "low": measures["top_tenth"].min(),
        "high": measures["top_tenth"].max(),
        "k": len(measures),
        "floor": at_least,
        "g": measures["gini"].min(),
        "h": measures["gini"].max(),
        "n": measures["n"].sum(),
        "open": measures["not_final"].sum(),
    }
    return finish(
        ax,
        curves,
        measures,
        curves,
        title=fill(
            "In each five years, the largest tenth took {low:.0%} to {high:.0%} of admissions",
            **words,
        ),
        subtitle=fill(
            "Share of admissions (up) by share of films, smallest first (across); Korean films of "
            "at least {floor:people} admissions",
            **words,
        ),
        note=fill(
            "Among tabled films of that size, not all releases. Dashed: all equal. In brackets: "
            "95% interval. Not final: {open} counts. n\u00a0=\u00a0{n} films.",
            **words,
        ),
        alt=fill(
            "Lorenz curves of {n} Korean films of at least {floor:people} admissions "
            "in {k} five-year periods: Gini coefficients between {g:.2f} and {h:.2f}, the largest "
            "tenth of films took {low:.0%} to {high:.0%}.",
            **words,
        ),
        above=0.42,
    )


@style.themed
def top_ten(shares: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the share of each year's largest films, and of all tabled ones.

    Parameters
    ----------
    shares : DataFrame
        From :func:`analysis.films.coverage`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Three lines; rings where fewer than ten films are known or counts are not final.
    """
    columns = ["year", "share_top", "share_top_all", "share_tabled", "films", "complete"]
    data = shares[columns]
    ax = style.canvas(ax, left=0.1, right=0.06)
    ax.axhline(1, color=style.MUTED, linewidth=0.9, linestyle=(0, (3, 3)))
    looks = {
        "share_tabled": (style.GREY, 1.4, "all tabled films"),
        "share_top": (style.KOREAN, 2.4, "of Korean films' admissions"),
        "share_top_all": (style.INK, 1.4, "of all admissions"),
    }
    whole = data["complete"].to_numpy(dtype=bool)
    for name, (color, width, words) in looks.items():
        ax.plot(data["year"], data[name], color=color, linewidth=width, zorder=2)
        if name != "share_tabled":
            for mask, face in ((whole, color), (~whole, style.PAPER)):
                part = data[mask]
                ax.plot(
                    part["year"], part[name], "o", ms=4.6, mew=1.3, mec=color, mfc=face, zorder=3
                )
        x, y, side = {
            "share_tabled": (data["year"].iloc[0] - 0.4, 1.1, "left"),
            "share_top": (*_widest(data, 10), "center"),
            "share_top_all": (data["year"].iloc[0] - 0.4, data[name].min() - 0.09, "left"),
        }[name]
        ink = style.MUTED if color == style.GREY else color
        style.label(ax, x, y, words, color=ink, weight="bold", ha=side, va="center", size=9.2)
    ax.set_ylim(0, 1.22)
    ax.set_xlim(data["year"].min() - 0.7, data["year"].max() + 0.9)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25%", "50%", "75%", "100%"])
    ax.grid(visible=False, axis="x")
    marks.year_ticks(ax, data["year"])
    sound = data[data["complete"]]
    peak = sound.loc[sound["share_top"].idxmax()]
    low = sound.loc[sound["share_top"].idxmin()]
    words = {
        "low": low["share_top"],
        "low_year": int(low["year"]),
        "high": peak["share_top"],
        "high_year": int(peak["year"]),
        "a": sound["share_top_all"].min(),
        "b": sound["share_top_all"].max(),
        "n": len(sound),
        "out": len(data) - len(sound),
    }
    return finish(
        ax,
        data,
        shares,
        title=fill(
            "Ten films took {low:.0%} ({low_year}) to {high:.0%} ({high_year}) "
            "of Korean films' admissions",
            **words,
        ),
        subtitle=(
            "Admissions of the ten largest Korean releases of a year as a share of that calendar "
            "year's admissions, South Korea"
        ),
        note=fill(
            "Rings: fewer than ten totals, or running counts ({out} years); not in the title. "
            "December releases count where released. n\u00a0=\u00a0{n} full years.",
            **words,
        ),
        alt=fill(
            "Lines of the share of the ten largest Korean films in the admissions of Korean films: "
            "{low:.0%} in {low_year} to {high:.0%} in {high_year} over {n} complete years; of all "
            "admissions {a:.0%} to {b:.0%}.",
            **words,
        ),
    )


def _widest(data: pd.DataFrame, years: int = 8) -> tuple[float, float]:
    """Give the middle of the widest gap between the two lines of the largest films."""
    span = min(years, len(data))
    floor = data["share_top"].rolling(span).min()
    roof = data["share_top_all"].rolling(span).max()
    end = int((floor - roof).reset_index(drop=True).idxmax())
    x = data["year"].iloc[end - span + 1 : end + 1].mean()
    return float(x), float((floor.iloc[end] + roof.iloc[end]) / 2)


@style.themed
def seasons(pool: pd.DataFrame, months: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the audience of films by month of release.

    Parameters
    ----------
    pool : DataFrame
        From :func:`analysis.films.counted`.
    months : DataFrame
        From :func:`analysis.films.by_month`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A grey dot a film, and the median of each month with its interval.
    """
    data = pool.dropna(subset=["month"])[["film_id", "title", "year", "month", "admissions"]]
    data = data.sort_values(["month", "film_id"])
    order = data.groupby("month").cumcount() * 0.618 % 1  # spread evenly, the same on every run
    ax = style.canvas(ax, left=0.13)
    ax.plot(
        data["month"] + (order - 0.5) * 0.5,
        np.log10(data["admissions"]),
        "o",
        ms=2.6,
        color=style.PALE,
        mew=0,
        zorder=1,
    )
    best = months.loc[months["median"].idxmax()]
    least = months.loc[months["median"].idxmin()]
    for row in months.itertuples():
        color = style.ACCENT if row.month == best["month"] else style.MUTED
        ax.plot([row.month] * 2, np.log10([row.low, row.high]), color=color, linewidth=2, zorder=3)
        ax.plot(row.month, np.log10(row.median), "o", ms=7, color=color, mec=style.PAPER, zorder=4)
        ax.text(
            row.month,
            1.01,
            str(row.hits),
            transform=ax.get_xaxis_transform(),
            ha="center",
            va="bottom",
            size=9.5,
            color=color,
            weight="bold",
        )
    ax.text(
        -0.005,
        1.01,
        "hits",
        transform=ax.transAxes,
        ha="right",
        va="bottom",
        size=9.5,
        color=style.MUTED,
    )
    low = np.log10(data["admissions"].min())
    ax.set_ylim(max(low, 4) - 0.1, np.log10(data["admissions"].max()) + 0.1)
    _log_ticks(ax.yaxis, max(low, 4), 7.2)
    ax.set_xlim(0.4, 12.6)
    ax.set_xticks(range(1, 13), MONTHS, size=9)
    ax.grid(visible=False, axis="x")
    below = int((np.log10(data["admissions"]) < max(low, 4) - 0.1).sum())
    words = {
        "best": MONTHS[int(best["month"]) - 1],
        "least": MONTHS[int(least["month"]) - 1],
        "high": best["median"],
        "low": least["median"],
        "n": len(data),
        "out": len(pool) - len(data),
        "below": below,
    }
    return finish(
        ax,
        data,
        pool,
        months,
        title=fill("Median film: {high:people} in {best}, {low:people} in {least}", **words),
        subtitle=(
            "Admissions per Korean film by month of release, log scale: films, median and 95% "
            "interval; on top: films of five million and more"
        ),
        note=fill(
            "Tabled films only. {out} films without a month are left out, {below} lie below the "
            "scale. n\u00a0=\u00a0{n} films.",
            **words,
        ),
        alt=fill(
            "Dots of {n} Korean films by month of release with monthly medians: highest in {best} "
            "at {high:people} admissions, lowest in {least} at {low:people}.",
            **words,
        ),
        above=0.38,
    )


@style.themed
def acclaim(
    scored: pd.DataFrame, accent: Sequence[str], named: Collection[str] = (), ax: Axes | None = None
) -> Chart:
    """Draw acclaim against audience.

    Parameters
    ----------
    scored : DataFrame
        From :func:`analysis.films.gem_scores`.
    accent : sequence of str
        Ids of the films that the title speaks of.
    named : collection of str
        Ids of further films to name.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot a film.
    """
    data = scored[["film_id", "title", "year", "admissions", "acclaim"]]
    ax = style.canvas(ax, "tall", left=0.1, right=0.05)
    plain = data[~data["film_id"].isin(set(accent))]
    some = plain["acclaim"] > 0
    for mask, color, size in ((~some, style.PALE, 3.2), (some, style.GREY, 4.6)):
        part = plain[mask]
        ax.plot(np.log10(part["admissions"]), part["acclaim"], "o", ms=size, color=color, mew=0)
    low, high = np.log10(data["admissions"].min()), np.log10(data["admissions"].max())
    for row in data[data["film_id"].isin({*accent, *named})].itertuples():
        own = row.film_id in set(accent)
        color = style.ACCENT if own else style.INK
        x = np.log10(row.admissions)
        ax.plot(x, row.acclaim, "o", ms=8 if own else 5, color=color if own else style.MUTED)
        right = x < (low + high) / 2
        style.label(
            ax,
            x + (0.07 if right else -0.07),
            row.acclaim,
            _short(row.title, 27),
            ha="left" if right else "right",
            va="center",
            color=color,
            weight="bold" if own else "normal",
            size=9.2,
        )
    ax.set_xlim(low - 0.1, high + 0.15)
    ax.set_ylim(-0.04, 1.03)
    _log_ticks(ax.xaxis, low, high)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100"])
    ax.set_xlabel("admissions →", loc="right")
    ranks = data.set_index("film_id")["acclaim"].rank(ascending=False, method="min").astype(int)
    lines = [
        f"{_short(row.title, 16)} {_place(ranks[row.film_id])}"
        for row in data.set_index("film_id").loc[list(accent)].reset_index().itertuples()
    ]
    none = int((~(data["acclaim"] > 0)).sum())
    words = {"n": len(data), "who": listing(lines), "none": none}
    return finish(
        ax,
        data,
        scored,
        title=fill("By acclaim, of {n} films: {who}", **words),
        subtitle=(
            "Acclaim, 0 to 100 (mean of five kinds, equal weights), against admissions in "
            "Korea, log scale; Korean films"
        ),
        note=fill(
            "Lower row: {none} films for which none of the five kinds was found. Tabled films. "
            "n\u00a0=\u00a0{n} films.",
            **words,
        ),
        alt=fill(
            "Scatter of acclaim against admissions for {n} Korean films, {none} of them without "
            "any acclaim found; places by acclaim: {who}.",
            **words,
        ),
        below=0.5,
        above=0.2,
    )


@style.themed
def gems(table: pd.DataFrame, first: int = 20, ax: Axes | None = None) -> Chart:
    """Draw the first gems with the range of their rank.

    Parameters
    ----------
    table : DataFrame
        From :func:`analysis.films.gems`.
    first : int
        How many.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Rank with equal weights (dot; ring where the audience count is not final), range
        under random weights (line), place without the one source that matters most (tick).
    """
    columns = ["title", "year", "admissions", "gem_rank", "low", "high", "worst", "stays", "basis"]
    data = table.sort_values(["gem_rank", "film_id"]).head(first)[columns].reset_index(drop=True)
    ax = style.canvas(ax, "tall", left=0.48, right=0.05)
    for row in data.itertuples():
        color = style.ACCENT if row.stays else style.GREY
        ax.plot(
            [row.low, row.high], [row.Index] * 2, color=color, linewidth=2.4, alpha=0.85, zorder=2
        )
        ax.plot(
            row.worst, row.Index, "|", ms=9, mew=2, color=style.INK if row.stays else style.MUTED
        )
        ax.plot(
            row.gem_rank,
            row.Index,
            "o",
            ms=6,
            mew=1.4,
            mec=color,
            mfc=color if row.basis == "final" else style.PAPER,
            zorder=4,
        )
    names = [
        f"{_short(row.title, 27)}, {row.year}  {_thousands(row.admissions)}"
        for row in data.itertuples()
    ]
    ax.set_yticks(range(len(data)), names, size=8.6, color=style.INK)
    for text, stays in zip(ax.get_yticklabels(), data["stays"], strict=True):
        text.set(color=style.ACCENT if stays else style.INK, weight="bold" if stays else "normal")
    ax.set_ylim(len(data) - 0.4, -0.6)
    ax.set_xscale("log")
    right = max(data["high"].max(), data["worst"].max())
    ticks = [tick for tick in (1, 3, 10, 30, 100, 300) if tick <= right]
    ax.set_xticks(ticks, [str(tick) for tick in ticks])
    ax.minorticks_off()
    ax.set_xlim(0.9, right * 1.15)
    ax.grid(visible=False, axis="y")
    ax.spines["bottom"].set_visible(False)
    ax.xaxis.tick_top()
    every = table[table["stays"]]
    words = {
        "k": len(every),
        "n": len(table),
        "named": int((table["acclaim"] > 0).sum()),
        "first": len(data),
        "top": data["title"].iloc[0],
    }
    return finish(
        ax,
        data,
        table,
        title=fill("{k} of {named} acclaimed films stay gems under 95% of weights", **words),
        subtitle=(
            "Rank by gem score, log scale. Dot: equal weights; line: 95% of random weights; "
            "tick: without its main source"
        ),
        note=fill(
            "Red: a gem under 95% of random weights and without any one source. Behind the year: "
            "admissions; ring: not a final count. "
            "First {first} of n\u00a0=\u00a0{n} films.",
            **words,
        ),
        alt=fill(
            "Ranges of rank of the first {first} films by gem score, out of {n}: {k} films stay "
            "gems under random weights and without any one source; first with equal weights is "
            "{top}.",
            **words,
        ),
        below=0.12,
        above=0.4,
    )


def _thousands(value: float) -> str:
    return f"{value / 1e6:.1f}m" if value >= 1e6 else f"{value / 1e3:.0f}k"


@style.themed
def cult(
    events: pd.DataFrame, films: pd.DataFrame, accent: str, fewest: int = 2, ax: Axes | None = None
) -> Chart:
    """Draw what came to small films years after their release.

    Parameters
    ----------
    events : DataFrame
        From :func:`analysis.films.later_life`.
    films : DataFrame
        From :func:`analysis.films.cult`.
    accent : str
        Id of the worked example.
    fewest : int
        Late events that a film without a total needs to be drawn.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A line a film from its release to its late lists (dots) and remakes (diamonds).
    """
    enough = (films["lists"] + films["remakes"] >= fewest) | (films["film_id"] == accent)
    chosen = films[(films["state"] == "small") | enough].reset_index(drop=True)
    data = events[events["film_id"].isin(chosen["film_id"])]
    data = data[["film_id", "title", "year", "audience", "known", "event", "event_year", "what"]]
    ax = style.canvas(ax, "tall", left=0.46, right=0.06)
    rows = {film: place for place, film in enumerate(chosen["film_id"])}
    for row in chosen.itertuples():
        own = row.film_id == accent
        color = style.ACCENT if own else style.MUTED
        mine = data[data["film_id"] == row.film_id]
        y = rows[row.film_id]
        ax.plot([row.year, mine["event_year"].max()], [y, y], color=style.PALE, linewidth=1.4)
        ax.plot(row.year, y, "|", ms=9, mew=1.8, color=color)
        for event, mark, size in (("list", "o", 6.5), ("remake", "D", 6)):
            years = mine.loc[mine["event"] == event, "event_year"]
            for year, count in years.value_counts().items():
                ax.plot(year, y, mark, ms=size, mec=color, mfc=color, zorder=3)
                if count > 1:
                    style.label(
                        ax,
                        year,
                        y - 0.22,
                        f"×{count}",
                        size=8.2,
                        ha="center",
                        va="bottom",
                        color=color,
                    )
    names = [f"{_short(row.title, 30)}, {_audience(row)}" for row in chosen.itertuples()]
    ax.set_yticks(range(len(chosen)), names, size=8.8, color=style.INK)
    for text, film in zip(ax.get_yticklabels(), chosen["film_id"], strict=True):
        if film == accent:
            text.set(color=style.ACCENT, weight="bold")
    ax.set_ylim(len(chosen) - 0.5, -0.6)
    ax.set_xlim(chosen["year"].min() - 1, data["event_year"].max() + 1.2)
    ax.grid(visible=False, axis="y")
    ax.spines["bottom"].set_visible(False)
    marks.year_ticks(ax, pd.Series([chosen["year"].min(), data["event_year"].max()]))
    small = films[films["state"] == "small"]
    own = films[films["film_id"] == accent].iloc[0]
    words = {
        "small": len(small),
        "noun": "film" if len(small) == 1 else "films",
        "again": "remake" if own["remakes"] == 1 else "remakes",
        "open": len(films) - len(small),
        "n": len(chosen),
        "title": own["title"],
        "lists": own["lists"],
        "remakes": own["remakes"],
        "year": own["year"],
    }
    return finish(
        ax,
        data,
        events,
        films,
        title=fill("{small} small {noun} came back years later, on lists or as remakes", **words),
        subtitle=(
            "Release (upright stroke), later lists of best films (dots) and remakes (diamonds), "
            "five and more years after"
        ),
        note=fill(
            "Behind each title: admissions, or the most there can have been. Total below half a "
            "million, or no total and two late events. n\u00a0=\u00a0{n} films drawn.",
            **words,
        ),
        alt=fill(
            "Timelines of {n} films that stayed small or have no total, with lists and remakes "
            "years later; {title} of {year} has {lists} lists and {remakes} {again}.",
            **words,
        ),
    )


def _audience(row: tuple) -> str:
    if row.known == "total":
        return _thousands(row.audience)
    if row.known == "part":
        return f"over {_thousands(row.audience)}"
    return f"under {_thousands(row.at_most)}" if row.known == "below floor" else "not known"


@style.themed
def directors(table: pd.DataFrame, named: Sequence[str], ax: Axes | None = None) -> Chart:
    """Draw directors by the audience of their median film and by canonical films.

    Parameters
    ----------
    table : DataFrame
        From :func:`analysis.films.directors`.
    named : sequence of str
        Keys of the directors to name.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot a director; hollow where less than half of the films have a total.
    """
    data = table.dropna(subset=["median"]).reset_index(drop=True)
    ax = style.canvas(ax, "tall", left=0.07, right=0.05)
    spread = data.groupby("canonical").cumcount() * 0.618 % 1
    own = data["key"].isin(set(named))
    lift = np.where(own | (data["canonical"] > 1), 0, (spread - 0.5) * 0.42)
    for place, row in enumerate(data.itertuples()):
        accent = own[place]
        color = style.ACCENT if accent else style.GREY
        known = row.counted >= row.films / 2
        ax.plot(
            np.log10(row.median),
            row.canonical + lift[place],
            "o",
            ms=8.5 if accent else 5.5,
            mew=1.3,
            mec=color,
            mfc=color if known else style.PAPER,
            zorder=3 if accent else 2,
        )
    low, high = np.log10(data["median"].min()), np.log10(data["median"].max())
    for row in data[own].itertuples():
        x = np.log10(row.median)
        right = x < (low + high) / 2
        style.label(
            ax,
            x + (0.07 if right else -0.07),
            row.canonical + 0.08,
            f"{row.director}\n{row.canonical} of {row.films} films",
            ha="left" if right else "right",
            va="center",
            color=style.ACCENT,
            weight="bold",
            size=9.2,
        )
    for row in data[~own & (data["canonical"] > 1)].itertuples():
        style.label(
            ax,
            np.log10(row.median) + 0.07,
            row.canonical + 0.08,
            f"{row.director}\n{row.canonical} of {row.films} films",
            va="center",
            color=style.MUTED,
            size=9.2,
        )
    ax.set_xlim(low - 0.15, high + 0.15)
    ax.set_ylim(-0.5, data["canonical"].max() + 0.7)
    ax.set_yticks(range(0, int(data["canonical"].max()) + 1, 2))
    _log_ticks(ax.xaxis, low - 0.15, high + 0.15)
    ax.set_xlabel("admissions of the median film →", loc="right")
    field = table[~table["key"].isin(set(named))]
    words = {
        "n": len(data),
        "out": len(table) - len(data),
        "every": len(table),
        "all": table["canonical"].sum(),
        "own": table.loc[table["key"].isin(set(named)), "canonical"].sum(),
        "k": len(named),
        "none": int((field["canonical"] == 0).sum()),
        "field": len(field),
    }
    return finish(
        ax,
        data,
        table,
        title=fill("{k} of {every} directors made {own} of {all} films singled out twice", **words),
        subtitle=(
            "Films that two bodies list or gave a prize (up) and admissions of the median film, "
            "log scale (across), by director"
        ),
        note=fill(
            "Directors of three and more tabled films. Ring: under half have a total; {out} with "
            "none are not drawn. Dots at zero and one are spread. n\u00a0=\u00a0{n}.",
            **words,
        ),
        alt=fill(
            "Scatter of {n} directors by median admissions and canonical films: {k} named ones "
            "have {own} of {all} such films, {none} of the {field} others have none.",
            **words,
        ),
        below=0.5,
        above=0.2,
    )


@style.themed
def newcomers(first: pd.DataFrame, recent: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the share of films by new directors, hits beside festival films.

    Parameters
    ----------
    first : DataFrame
        From :func:`analysis.films.newcomers` with a window of one year.
    recent : DataFrame
        The same with a window of five years.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Two panels of points with intervals.
    """
    groups = {"hits": "A million admissions or more", "selected": "Films at festivals"}
    names = ("no earlier film", "within five years")
    data = pd.concat([first.assign(series=names[0]), recent.assign(series=names[1])])
    data = data[data["group"].isin(list(groups))]
    data = data[["series", "group", "period", "n", "new", "share", "low", "high"]]
    ax = style.canvas(ax, left=0.09)
    parts = marks.panels(ax, 1, 2, across=0.1)
    top = min(data["high"].max() + 0.12, 1.05)
    for place, (panel, (group, title)) in enumerate(zip(parts, groups.items(), strict=True)):
        for series, color, shift in ((names[1], style.GREY, 0.13), (names[0], style.ACCENT, -0.13)):
            part = data[(data["series"] == series) & (data["group"] == group)]
            x = np.arange(len(part)) + shift
            panel.vlines(x, part["low"], part["high"], color=color, linewidth=1.8)
            panel.plot(x, part["share"], "o", color=color, ms=6.5)
            if place == 0:
                style.label(
                    panel,
                    x[0] + (-0.1 if shift < 0 else 0.02),
                    part["low"].iloc[0] - 0.085 if shift < 0 else part["high"].iloc[0] + 0.03,
                    series,
                    color=style.ACCENT if shift < 0 else style.MUTED,
                    weight="bold",
                    ha="left",
                    size=9,
                )
        periods = data.loc[data["group"] == group].drop_duplicates("period")
        spans = [
            f"{p[:4]}–\n{p[5:]}\nn = {n}"
            for p, n in zip(periods["period"], periods["n"], strict=True)
        ]
        panel.set_xticks(range(len(periods)), spans, size=8.5)
        panel.set_title(title, loc="left", fontsize=9.8, fontweight="bold")
        panel.set_xlim(-0.5, len(periods) - 0.5)
        panel.set_ylim(0, top)
        ticks = [0, 0.2, 0.4, 0.6, 0.8]
        panel.set_yticks(
            ticks, [f"{t:.0%}" if t else "0" for t in ticks] if place == 0 else [""] * 5
        )
        panel.grid(visible=False, axis="x")
    hits = first[first["group"] == "hits"]
    newest = hits.iloc[-1]
    shown = first[first["group"] == "selected"].iloc[-1]
    words = {
        "low": hits["share"].min(),
        "high": hits["share"].max(),
        "period": newest["period"],
        "share": newest["share"],
        "other": shown["share"],
        "n": int(first.loc[first["group"].isin(list(groups)), "n"].sum()),
    }
    return finish(
        ax,
        data,
        first,
        recent,
        title=fill(
            "Directors with no earlier film in the table made {low:.0%} to {high:.0%} of hits",
            **words,
        ),
        subtitle=(
            "Share of Korean films whose directors have no earlier film in the table, or came to "
            "it within five years; by period, 95% intervals"
        ),
        note=fill(
            "New to the table, not to film: earlier work may be missing. Films without a named "
            "director left out. n\u00a0=\u00a0{n} films, some in both panels.",
            **words,
        ),
        alt=fill(
            "Points with intervals: films by directors with no earlier film in the table are "
            "{low:.0%} to {high:.0%} of Korean hits per five years; in {period} {share:.0%} of the "
            "hits and {other:.0%} of festival films.",
            **words,
        ),
        below=0.72,
        above=0.42,
    )
