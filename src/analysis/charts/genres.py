"""Charts of genres and their blends; each takes frames that ``analysis.genres`` made."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle
from matplotlib.ticker import NullLocator

from analysis.charts import marks, style
from analysis.charts.chart import Chart, finish
from analysis.prose import fill

TMDB = "Labels: The Movie Database (TMDB), written by its users."
ENOUGH = 30  # films from which on a period is named in a title
N = "n\u00a0=\u00a0"
WAYS = {"remade": "Remade", "selected": "At festivals", "abroad": "Counted abroad"}
MEASURES = {
    "labels": "One label more",
    "crossing": "Two of the four named genres",
    "rarity": "Pairs of labels twice as rare",
}
MODELS = {"alone": "all films", "period": "same period", "period and genre": "same genre too"}
UNKNOWN = "not known"


@style.themed
def labels(tmdb: pd.DataFrame, press: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the labels per film by period, in two labelling schemes.

    Parameters
    ----------
    tmdb, press : DataFrame
        From :func:`analysis.genres.by_period`, with labels as the measure.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Means with their intervals; hollow where a period is not over.
    """
    periods = list(tmdb["period"])
    data = pd.concat([tmdb.assign(scheme="tmdb"), press.assign(scheme="press")])
    data = data[data["period"].isin(periods)]
    ax = style.canvas(ax)
    for scheme, color, shift in (("tmdb", style.KOREAN, -0.09), ("press", style.GREY, 0.09)):
        held = data[data["scheme"] == scheme]
        _intervals(ax, [periods.index(period) + shift for period in held["period"]], held, color)
    for place, row in enumerate(tmdb.itertuples()):
        text = f"{row.value:.1f}"
        style.label(ax, place - 0.24, row.value, text, ha="right", va="center", color=style.KOREAN)
    style.label(
        ax,
        0.15,
        tmdb["high"].max(),
        "The Movie Database",
        color=style.KOREAN,
        va="top",
        weight="bold",
    )
    if len(press):
        style.label(ax, 0.15, 0.87, "articles on the film", color=style.MUTED, weight="bold")
    _periods(ax, periods)
    top = data["high"].max() + 0.1
    ax.set_ylim(0.8, top)
    ax.set_yticks(np.arange(1, top, 0.5))
    first, last = _ends(tmdb)
    words = {
        "first": first.value,
        "from": first.period,
        "since": _short(first.period),
        "until": _short(last.period),
        "last": last.value,
        "to": last.period,
        "low": last.low,
        "high": last.high,
    }
    return finish(
        ax,
        data,
        tmdb,
        press,
        title=fill("Labels per film: {first:.1f} in {since}, {last:.1f} in {until}", **words),
        subtitle=(
            "Mean number of genre labels per Korean feature film, five-year periods "
            f"{_span(periods)}; bars: 95% interval"
        ),
        note=(
            f"{TMDB} Hollow: period not over. {_counts(tmdb)}; articles: {N}{press['n'].sum()}, "
            "periods of ten or more."
        ),
        alt=fill(
            "Dots with intervals of genre labels per Korean film by five years: {first:.2f} in "
            "{from}, {last:.2f} (95% interval {low:.2f} to {high:.2f}) in {to}.",
            **words,
        ),
    )


@style.themed
def crossing(shares: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the share of films that carry two or more of four named genres.

    Parameters
    ----------
    shares : DataFrame
        From :func:`analysis.genres.by_period`, with crossing as the measure.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars with intervals; hollow where the period is not over.
    """
    ax = style.canvas(ax)
    for place, row in enumerate(shares.itertuples()):
        look = (
            {"facecolor": style.PAPER, "edgecolor": style.KOREAN, "linewidth": 1.4}
            if row.partial
            else {"color": style.KOREAN}
        )
        ax.bar(place, row.value, width=0.62, **look)
        ax.plot([place, place], [row.low, row.high], color=style.INK, linewidth=1.3)
        style.label(
            ax, place, row.high + 0.008, f"{row.value:.0%}", ha="center", va="bottom", weight="bold"
        )
    _periods(ax, list(shares["period"]))
    ax.set_ylim(0, shares["high"].max() * 1.12)
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    first, last = _ends(shares)
    words = {
        "first": first.value,
        "from": first.period,
        "since": _short(first.period),
        "until": _short(last.period),
        "last": last.value,
        "to": last.period,
        "low": last.low,
        "high": last.high,
    }
    return finish(
        ax,
        shares,
        shares,
        title=fill(
            "Films with two of four genres: {first:.0%} in {since}, {last:.0%} in {until}", **words
        ),
        subtitle=(
            "Share of Korean feature films with two or more of horror, thriller, romance and "
            f"comedy, {_span(list(shares['period']))}; lines: 95% interval"
        ),
        note=f"{TMDB} Hollow: period not over. {_counts(shares)}.",
        alt=fill(
            "Bars of the share of Korean films that carry two or more of horror, thriller, romance "
            "and comedy: {first:.0%} in {from}, {last:.0%} (95% interval {low:.0%} to {high:.0%}) "
            "in {to}.",
            **words,
        ),
    )


@style.themed
def pairs(found: pd.DataFrame, order: Sequence[str], n: int, ax: Axes | None = None) -> Chart:
    """Draw how often each two labels meet, against what their use leads to expect.

    Parameters
    ----------
    found : DataFrame
        From :func:`analysis.genres.pairs`.
    order : sequence of str
        The labels drawn, most used first.
    n : int
        Films behind the counts.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A triangle of cells; the ratio is written where its interval leaves one out.
    """
    data = found[found["a"].isin(order) & found["b"].isin(order)]
    ax = style.canvas(ax, "tall", left=0.165, right=0.02)
    place = {label: i for i, label in enumerate(order)}
    for row in data.itertuples():
        x, y = sorted((place[row.a], place[row.b]))
        depth = min(abs(row.log2) / 1.6, 1)
        color, darkest = (style.KOREAN, 0.85) if row.log2 > 0 else (style.MUTED, 0.65)
        shade = _mix(color, 0.05 + (darkest - 0.05) * depth)
        clear = not row.low <= 1 <= row.high
        ax.add_patch(
            Rectangle((x - 0.48, y - 0.46), 0.96, 0.92, facecolor=shade if clear else "#f4f4f5")
        )
        if clear:
            color = style.PAPER if np.dot(shade, (0.3, 0.59, 0.11)) < 0.47 else style.INK
            text = f"{row.ratio:.1f}"
            ax.text(x, y, text, ha="center", va="center", color=color, size=11)
    size = len(order)
    ax.set_xlim(-0.6, size - 1.4)
    ax.set_ylim(size - 0.4, 0.4)
    ax.set_yticks(range(1, size), order[1:], color=style.INK, size=10.5)
    ax.set_xticks([])
    for label, i in place.items():
        if i < size - 1:
            ax.text(
                i - 0.28,
                i + 0.42,
                label,
                rotation=38,
                ha="left",
                va="bottom",
                color=style.INK,
                size=10.5,
            )
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    most, least = (data.loc[pick] for pick in (data["ratio"].idxmax(), data["ratio"].idxmin()))
    clear = (data["low"] > 1) | (data["high"] < 1)
    words = {
        "a": most["a"],
        "b": most["b"],
        "high": most["ratio"],
        "c": least["a"],
        "d": least["b"],
        "low": least["ratio"],
        "clear": int(clear.sum()),
        "more": int((data["low"] > 1).sum()),
        "all": len(data),
    }
    return finish(
        ax,
        data,
        found,
        title=fill("{a} and {b} meet {high:.1f} times as often as expected", **words).capitalize(),
        subtitle=(
            "Films with both labels, as a multiple of the number expected if labels had no "
            "preference; Korean feature films since 1996"
        ),
        note=fill(
            TMDB
            + " Red: more than expected; grey: fewer; blank: no clear difference. "
            + N
            + "{n} films, "
            "{all} pairs.",
            n=n,
            **words,
        ),
        alt=fill(
            "Heat map of {all} pairs of genre labels on Korean films: {clear} differ from what is "
            "expected, {more} of them upwards. Highest: {a} with {b}, {high:.1f} times the number "
            "expected; lowest: {c} with {d}, {low:.1f} times.",
            **words,
        ),
        below=0.06,
        above=0.42,
    )


@style.themed
def accumulation(counts: pd.DataFrame, year: int, ax: Axes | None = None) -> Chart:
    """Draw the different pairs of labels seen up to each year, against random order.

    Parameters
    ----------
    counts : DataFrame
        From :func:`analysis.genres.accumulation`.
    year : int
        The year whose count is named.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A line, with the band in which it lies when films come in random order.
    """
    ax = style.canvas(ax)
    ax.fill_between(counts["year"], counts["low"], counts["high"], color=style.GRID, linewidth=0)
    ax.plot(counts["year"], counts["expected"], color=style.GREY, linewidth=1.4)
    ax.plot(counts["year"], counts["pairs"], color=style.KOREAN)
    named = counts[counts["year"] == year].iloc[0]
    total = counts["pairs"].iloc[-1]
    style.label(
        ax,
        year + 0.6,
        named["pairs"] - total * 0.06,
        f"{named['pairs']:.0f} by {year}",
        color=style.KOREAN,
        va="top",
        weight="bold",
    )
    style.label(
        ax,
        counts["year"].iloc[0] + 0.3,
        total * 0.93,
        "if the same films came\nin random order",
        color=style.MUTED,
        va="top",
    )
    ax.plot(year, named["pairs"], "o", color=style.KOREAN, ms=6)
    style.label(
        ax,
        counts["year"].iloc[-1],
        total + 2,
        f"{total:.0f}",
        ha="right",
        va="bottom",
        color=style.KOREAN,
        weight="bold",
    )
    ax.set_ylim(0, total * 1.14)
    marks.year_ticks(ax, counts["year"])
    outside = int(((counts["pairs"] < counts["low"]) | (counts["pairs"] > counts["high"])).sum())
    words = {
        "k": int(named["pairs"]),
        "all": int(total),
        "year": year,
        "first": int(counts["year"].iloc[0]),
        "last": int(counts["year"].iloc[-1]),
        "expected": named["expected"],
        "outside": outside,
        "n": int(counts["films"].iloc[-1]),
    }
    return finish(
        ax,
        counts,
        counts,
        title=fill("{k} of {all} pairs of genres had been seen by {year}", **words),
        subtitle=fill(
            "Different pairs of genre labels on Korean feature films, counted up from {first} to "
            "{last}; band: middle 95% of random orders",
            **words,
        ),
        note=fill(
            TMDB + " A pair counts from its first film in the table. " + N + "{n} films.", **words
        ),
        alt=fill(
            "Line of the different pairs of genre labels seen so far: {k} by {year}, when random "
            "order leads to expect {expected:.0f}, and {all} by {last}; {outside} years lie "
            "outside the band of random orders.",
            **words,
        ),
    )


@style.themed
def diversity(hits: pd.DataFrame, everything: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the effective number of genres by period, of the largest hits and of all films.

    Parameters
    ----------
    hits, everything : DataFrame
        From :func:`analysis.genres.diversity`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots with intervals: hits in the accent colour.
    """
    data = pd.concat([hits.assign(group="hits"), everything.assign(group="all")])
    periods = sorted(set(data["period"]))
    ax = style.canvas(ax)
    for group, color, shift in (("hits", style.KOREAN, -0.09), ("all", style.GREY, 0.09)):
        held = data[data["group"] == group]
        _intervals(ax, [periods.index(period) + shift for period in held["period"]], held, color)
        for row in held.itertuples():
            style.label(
                ax,
                periods.index(row.period) + shift * 2.1,
                row.value,
                f"{row.value:.1f}",
                ha="right" if shift < 0 else "left",
                va="center",
                color=color if shift < 0 else style.MUTED,
            )
    top = data["high"].max()
    style.label(ax, -0.42, top + 0.55, "largest hits", color=style.KOREAN, weight="bold")
    style.label(ax, 0.62, top + 0.55, "all films", color=style.MUTED, weight="bold")
    _periods(ax, periods)
    ax.set_ylim(np.floor(data["low"].min()) - 1, top + 1)
    size = int(hits["size"].iloc[0])
    words = {
        "low": hits["value"].min(),
        "when": hits.loc[hits["value"].idxmin(), "period"],
        "high": hits["value"].max(),
        "then": hits.loc[hits["value"].idxmax(), "period"],
        "size": size,
        "count": len(hits),
    }
    return finish(
        ax,
        data,
        hits,
        everything,
        title=fill("Hits are as varied as {low:.1f} to {high:.1f} equally common genres", **words),
        subtitle=(
            f"Effective number of genres among {size} Korean feature films of each five years, "
            f"{_span(periods)}; bars: 95% interval"
        ),
        note=(
            f"{TMDB} Hits: the {size} largest known audiences of a period. "
            f"{N}{hits['n'].sum()} hits, {everything['n'].sum()} films in all."
        ),
        alt=fill(
            "Dots of the effective number of genres among hits of each of {count} periods: lowest "
            "{low:.1f} in {when}, highest {high:.1f} in {then}; all films lie beside them.",
            **words,
        ),
    )


@style.themed
def fantastic(shares: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the share of science fiction and fantasy, in films and in admissions.

    Parameters
    ----------
    shares : DataFrame
        From :func:`analysis.genres.share_of`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Two panels of dots with intervals; hollow where the period is not over.
    """
    periods = sorted(set(shares["period"]))
    ax = style.canvas(ax, left=0.09)
    top = shares.loc[~shares["partial"], "high"].max()
    for panel, (measure, color, name) in zip(
        marks.panels(ax, 1, 2, across=0.16),
        (
            ("films", style.KOREAN, "of the films"),
            ("admissions", style.ADMISSIONS, "of their admissions"),
        ),
        strict=True,
    ):
        held = shares[shares["measure"] == measure]
        _intervals(panel, [periods.index(period) for period in held["period"]], held, color)
        panel.set_title(name, loc="left", color=color, size=style.SUBTITLE_SIZE, weight="bold")
        last = _ends(held)[1]
        style.label(
            panel,
            periods.index(last.period),
            last.high + 0.012,
            f"{last.value:.0%}",
            color=color,
            ha="center",
            va="bottom",
            weight="bold",
        )
        panel.set_xticks(range(len(periods)), [f"’{p[2:4]}" for p in periods])
        panel.set_xlim(-0.5, len(periods) - 0.5)
        panel.set_ylim(0, max(top, shares["high"].max()) * 1.03)
        panel.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
        panel.grid(visible=False, axis="x")
        if measure == "admissions":
            panel.set_yticklabels([])
    films, seen = (shares[shares["measure"] == name] for name in ("films", "admissions"))
    (first, last), (_, heard) = _ends(films), _ends(seen)
    words = {
        "first": first.value,
        "from": first.period,
        "since": _short(first.period),
        "until": _short(last.period),
        "last": last.value,
        "to": last.period,
        "part": heard.value,
        "low": last.low,
        "high": last.high,
    }
    return finish(
        ax,
        shares,
        shares,
        title=fill(
            "Sci-fi and fantasy: {first:.0%} of films in {since}, {last:.0%} in {until}", **words
        ),
        subtitle=(
            "Share of Korean feature films labelled science fiction or fantasy, and of the "
            f"admissions known, {_span(periods)}; bars: 95% interval"
        ),
        note=(
            f"{TMDB} ’{first.period[2:4]}: {_short(first.period)}, and so on. Hollow: not over. "
            f"{N}{films['n'].sum()} films, {seen['n'].sum()} with admissions."
        ),
        alt=fill(
            "Two panels by five years: science fiction and fantasy are {first:.0%} of films in "
            "{from} and {last:.0%} in {to} (95% interval {low:.0%} to {high:.0%}), and {part:.0%} "
            "of the known admissions of {to}.",
            **words,
        ),
        above=0.38,
    )


@style.themed
def audience(groups: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the labels per film by size of the home audience.

    Parameters
    ----------
    groups : DataFrame
        From :func:`analysis.genres.by_audience`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots with intervals, the group without known admissions as a ring.
    """
    ax = style.canvas(ax, left=0.26, right=0.05)
    known = groups[groups["audience"] != UNKNOWN]
    for place, row in enumerate(groups.itertuples()):
        outside = row.audience == UNKNOWN
        color = style.MUTED if outside else style.ADMISSIONS
        ax.plot([row.low, row.high], [place, place], color=color, linewidth=1.8)
        face = style.PAPER if outside else color
        ax.plot(row.value, place, "o", ms=8, mfc=face, mec=color, mew=1.8)
        style.label(ax, row.high + 0.03, place, f"{row.value:.2f}", va="center", color=color)
    words = [
        "not known" if row.audience == UNKNOWN else _rank(row, known) for row in groups.itertuples()
    ]
    ax.set_yticks(range(len(groups)), words, color=style.INK, size=10)
    ax.set_ylim(-0.6, len(groups) - 0.4)
    ax.set_xlim(groups["low"].min() - 0.1, groups["high"].max() + 0.22)
    ax.grid(visible=False, axis="y")
    low, high = known.iloc[0], known.iloc[-1]
    missing = groups.loc[groups["audience"] == UNKNOWN, "n"].sum()
    facts = {
        "low": low["value"],
        "high": high["value"],
        "k": len(known),
        "n": known["n"].sum(),
        "m": missing,
    }
    return finish(
        ax,
        groups,
        groups,
        title=fill(
            "{high:.1f} labels on the most seen films, {low:.1f} on the least seen", **facts
        ),
        subtitle=(
            "Mean number of genre labels per Korean feature film, by fifth of the home audience "
            "within its five years; bars: 95% interval"
        ),
        note=fill(
            TMDB
            + " Groups of equal size per period. "
            + N
            + "{n} films with known admissions, {m} without.",
            **facts,
        ),
        alt=fill(
            "Dots of genre labels per film in {k} groups by home audience: {low:.2f} on the least "
            "seen, {high:.2f} on the most seen films; {m} films without known admissions stand "
            "apart.",
            **facts,
        ),
    )


@style.themed
def sells(effects: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw how admissions differ with measures of blending.

    Parameters
    ----------
    effects : DataFrame
        From :func:`analysis.genres.sells`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots with intervals on a log scale, one block a measure.
    """
    ax = style.canvas(ax, "tall", left=0.27, right=0.05)
    heights, names, y = [], [], 0.0
    blocks = list(dict.fromkeys(effects["measure"]))
    for measure in blocks:
        held = effects[effects["measure"] == measure]
        style.label(
            ax,
            -0.365,
            y,
            MEASURES.get(measure, measure),
            transform=ax.get_yaxis_transform(),
            weight="bold",
            va="center",
        )
        for row in held.itertuples():
            y += 1
            clear = row.low > 0 or row.high < 0
            color = style.ADMISSIONS if clear else style.MUTED
            ax.plot([1 + row.low, 1 + row.high], [y, y], color=color, linewidth=1.8)
            ax.plot(1 + row.value, y, "o", ms=8, color=color)
            text = fill("{value:+.0%}", value=row.value)
            style.label(ax, (1 + row.high) * 1.03, y, text, va="center", color=color)
            heights.append(y)
            names.append(f"{MODELS[row.model]}, {row.n}")
        y += 1.35
    ax.axvline(1, color=style.MUTED, linewidth=1)
    ax.set_xscale("log", base=2)
    low, high = 1 + effects["low"].min(), 1 + effects["high"].max()
    ax.set_xlim(low / 1.08, high * 1.3)
    ticks = [
        value for value in (0.25, 0.5, 0.7, 1, 1.4, 2, 3, 4, 6) if low / 1.08 < value < high * 1.3
    ]
    ax.set_xticks(ticks, [f"×{value:g}" for value in ticks])
    ax.xaxis.set_minor_locator(NullLocator())
    ax.set_yticks(heights, names, color=style.INK, size=9.5)
    ax.set_ylim(y - 0.75, -0.6)
    ax.grid(visible=False, axis="y")
    main = effects[effects["model"] == "period"].set_index("measure")
    first, other = main.loc[blocks[0]], main.loc[blocks[1]]
    words = {
        "a": first["value"],
        "low": first["low"],
        "high": first["high"],
        "b": other["value"],
        "l": other["low"],
        "h": other["high"],
        "n": int(first["n"]),
    }
    second = "{b:+.0%}" if other["low"] > 0 or other["high"] < 0 else "no clear difference"
    return finish(
        ax,
        effects,
        effects,
        title=fill("One label more: {a:+.0%} admissions; crossing: " + second, **words),
        subtitle=(
            "Typical admissions in Korea of films that blend more, as a multiple of those of films "
            "that blend less; log scale; bars: 95% interval"
        ),
        note=fill(
            TMDB
            + " Grey: no clear difference. The number beside a row counts its films; at most "
            + N
            + "{n}.",
            **words,
        ),
        alt=fill(
            "Dots with intervals from regressions of log admissions: one label more goes with "
            "{a:+.0%} ({low:+.0%} to {high:+.0%}) in the same period, crossing two of four genres "
            "with {b:+.0%} ({l:+.0%} to {h:+.0%}).",
            **words,
        ),
    )


@style.themed
def travels(effects: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw how the labels of films that travelled differ from those of others.

    Parameters
    ----------
    effects : DataFrame
        From :func:`analysis.genres.travels`, for labels and crossing.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Two panels of dots with intervals; filled against comparable films, hollow
        against all.
    """
    ax = style.canvas(ax, left=0.2, right=0.04)
    ways = list(dict.fromkeys(effects["way"]))
    counts = effects[effects["comparison"] == "comparable"].drop_duplicates("way").set_index("way")
    for panel, (measure, name) in zip(
        marks.panels(ax, 1, 2, across=0.12),
        (("labels", "labels per film"), ("crossing", "share crossing genres")),
        strict=True,
    ):
        held = effects[effects["measure"] == measure]
        panel.axvline(0, color=style.MUTED, linewidth=1)
        for row in held.itertuples():
            comparable = row.comparison == "comparable"
            y = ways.index(row.way) + (0.19 if comparable else -0.19)
            color = style.KOREAN if comparable else style.GREY
            panel.plot([row.low, row.high], [y, y], color=color, linewidth=1.8)
            face = color if comparable else style.PAPER
            panel.plot(row.value, y, "o", ms=7, mfc=face, mec=color, mew=1.7)
            if comparable:
                number = (
                    fill("{v:+.2f}", v=row.value)
                    if measure == "labels"
                    else fill("{v:+.0f} pts", v=row.value * 100)
                )
                style.label(
                    panel, row.value, y + 0.21, number, ha="center", va="center", color=color
                )
        panel.set_title(name, loc="left", size=style.SUBTITLE_SIZE, weight="bold")
        panel.set_ylim(len(ways) - 0.4, -0.62)
        panel.grid(visible=False, axis="y")
        low, high = held["low"].min(), held["high"].max()
        panel.set_xlim(low - 0.08 * (high - low), high + 0.08 * (high - low))
        if measure == "labels":
            texts = [f"{WAYS.get(way, way)}\n{N}{counts.loc[way, 'marked']}" for way in ways]
            panel.set_yticks(range(len(ways)), texts, color=style.INK, size=9.5)
            top = held[(held["way"] == ways[0])].set_index("comparison")
            style.label(
                panel,
                top.loc["all", "high"],
                -0.48,
                "all other films",
                color=style.MUTED,
                ha="center",
                va="center",
                size=8.8,
            )
            style.label(
                panel,
                top.loc["comparable", "high"] + 0.06,
                0.19,
                "comparable",
                color=style.KOREAN,
                ha="left",
                va="center",
                size=8.8,
            )
            panel.xaxis.set_major_formatter(
                lambda value, _: fill("{v:+.1f}", v=value) if abs(value) > 1e-9 else "0"
            )
        else:
            panel.set_yticks(range(len(ways)), [""] * len(ways))
            panel.xaxis.set_major_formatter(
                lambda value, _: fill("{v:+.0f}", v=value * 100) if abs(value) > 1e-9 else "0"
            )
    same = effects[(effects["comparison"] == "comparable") & (effects["measure"] == "labels")]
    same = same.set_index("way")
    words = {
        "way": ways[-1],
        "value": same["value"].iloc[-1],
        "low": same["low"].iloc[-1],
        "high": same["high"].iloc[-1],
    }
    above = [WAYS.get(way, way).lower() for way in ways if same.loc[way, "low"] > 0]
    words["above"] = ", ".join(above) if above else "none"
    words["k"] = len(above)
    words["all"] = len(ways)
    return finish(
        ax,
        effects,
        effects,
        title=fill("In {k} of {all} ways, films that travelled carry more labels", **words),
        subtitle=(
            "Films that travelled less other Korean feature films; filled: against films of the "
            "same five years and fifth of the home audience; bars: 95% interval"
        ),
        note=f"{TMDB} {N}films that travelled and have comparable ones. Right: percentage points.",
        alt=fill(
            "Dots with intervals of labels on films that travelled less those of comparable films: "
            "above zero for {above} ({k} of {all} ways); counted abroad {value:+.2f} labels, 95% "
            "interval {low:+.2f} to {high:+.2f}.",
            **words,
        ),
        above=0.36,
    )


@style.themed
def portraits(placed: pd.DataFrame, pair: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw films among those of the same label by home audience.

    Parameters
    ----------
    placed : DataFrame
        From :func:`analysis.genres.placed`.
    pair : DataFrame
        From :func:`analysis.genres.portraits`, of the same films.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A row of dots per label on a log scale, the film named in the accent
        colour, the median as an upright line.
    """
    ax = style.canvas(ax, left=0.15, right=0.03)
    groups = list(dict.fromkeys(placed["label"]))
    facts = []
    for y, label in enumerate(groups):
        held = placed[placed["label"] == label].sort_values("admissions")
        others, own = held[~held["named"]], held[held["named"]]
        spread = y + 0.24 * np.resize([-1.0, 0.4, -0.3, 1.0, 0.0, -0.7, 0.7], len(others))
        ax.plot(others["admissions"], spread, "o", ms=4.5, color=style.GREY, alpha=0.65, mew=0)
        middle = held["admissions"].median()
        ax.plot([middle, middle], [y - 0.29, y + 0.29], color=style.INK, linewidth=1.4)
        for row in own.itertuples():
            ax.plot(row.admissions, y, "o", ms=10, color=style.KOREAN, mec=style.PAPER)
            style.label(
                ax,
                row.admissions,
                y - 0.41,
                f"{row.title} ({row.year})",
                color=style.KOREAN,
                ha="center",
                va="center",
                weight="bold",
            )
            facts.append(
                f"{row.title} with {fill('{a:people}', a=row.admissions)} among "
                f"{len(others)} other {label} films"
            )
    middle = placed.loc[placed["label"] == groups[0], "admissions"].median()
    style.label(ax, middle, 0.43, "median", ha="center", va="center", size=8.8, color=style.INK)
    ax.set_xscale("log")
    ticks = [value for value in (1e3, 1e4, 1e5, 1e6, 1e7) if placed["admissions"].min() / 2 < value]
    ax.set_xticks(
        ticks,
        [{1e3: "1,000", 1e4: "10,000", 1e5: "100,000", 1e6: "1m", 1e7: "10m"}[v] for v in ticks],
    )
    ax.xaxis.set_minor_locator(NullLocator())
    ax.set_yticks(range(len(groups)), groups, color=style.INK, size=10.5)
    ax.set_ylim(len(groups) - 0.42, -0.58)
    ax.grid(visible=False, axis="y")
    words = [
        fill("{r.title} outsold {r.higher:.0%} of {r.label}", r=row) for row in pair.itertuples()
    ]
    return finish(
        ax,
        placed.drop(columns="source_ids"),
        placed,
        title=" films, ".join(words) + " films",
        subtitle=(
            "Admissions in Korea of feature films with the label, log scale, films of "
            f"{placed['year'].min()}–{placed['year'].max()}"
        ),
        note=f"{TMDB} A film with both labels stands in both rows. {N}"
        + ", ".join(f"{(placed['label'] == label).sum()} {label}" for label in groups)
        + " films with known admissions.",
        alt=f"Dots of admissions on a log scale by label: {'; '.join(facts)}.",
    )


def _intervals(ax: Axes, places: Sequence[float], held: pd.DataFrame, color: str) -> None:
    for x, row in zip(places, held.itertuples(), strict=True):
        ax.plot([x, x], [row.low, row.high], color=color, linewidth=1.8, zorder=2)
        face = style.PAPER if row.partial else color
        ax.plot(x, row.value, "o", ms=7.5, mfc=face, mec=color, mew=1.7, zorder=3)


def _periods(ax: Axes, periods: Sequence[str]) -> None:
    ax.set_xticks(range(len(periods)), [_short(period) for period in periods], size=9)
    ax.set_xlim(-0.55, len(periods) - 0.45)
    ax.grid(visible=False, axis="x")


def _ends(frame: pd.DataFrame) -> tuple:
    """Give the first and the last period that is over and not small."""
    over = frame[~frame["partial"]]
    large = over[over["n"] >= ENOUGH]
    rows = list((large if len(large) else over).itertuples())
    return rows[0], rows[-1]


def _short(period: str) -> str:
    return f"{period[:4]}–{period[-2:]}"


def _span(periods: Sequence[str]) -> str:
    return f"{_short(periods[0])} to {_short(periods[-1])}"


def _counts(frame: pd.DataFrame) -> str:
    return f"{N}{frame['n'].sum()} films, {frame['n'].min()} to {frame['n'].max()} a period"


def _rank(row: tuple, known: pd.DataFrame) -> str:
    if row.audience == known["audience"].iloc[0]:
        return "least seen fifth"
    if row.audience == known["audience"].iloc[-1]:
        return "most seen fifth"
    return {"2": "second", "3": "middle", "4": "fourth"}.get(row.audience, f"group {row.audience}")


def _mix(color: str, share: float) -> tuple[float, ...]:
    return tuple(1 + (part - 1) * share for part in to_rgb(color))
