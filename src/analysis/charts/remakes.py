"""Charts of remakes abroad; each takes frames that ``analysis.remakes`` made."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis import places
from analysis.charts import marks, style
from analysis.charts.chart import Chart, finish
from analysis.prose import fill

LISTED = "A documented list, not a census."
PART = "Hollow: part of the run, a bound, or run not stated."


def _amount(value: float, unit: str) -> str:
    """Write a figure short: ``VND 102bn``, ``1.04m tickets``."""
    for scale, mark in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= scale:
            number = f"{value / scale:.3g}{mark}"
            break
    else:
        number = f"{value:.0f}"
    return f"{number} tickets" if unit == "admissions" else f"{unit} {number}"


def _since(periods: pd.Series) -> list[str]:
    """Name periods; the last one is open."""
    names = periods.astype("object").tolist()
    return [*names[:-1], f"since {names[-1][:4]}"] if names else names


@style.themed
def where_and_when(
    chronology: pd.DataFrame, destinations: pd.DataFrame, ax: Axes | None = None
) -> Chart:
    """Draw every dated remake at its destination and year.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`analysis.remakes.chronology`.
    destinations : DataFrame
        From :func:`analysis.remakes.destinations`; its order is that of the rows.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        One mark a remake; rings where it was not released.
    """
    data = chronology.loc[
        chronology["year"].notna(),
        ["remake_id", "title", "original", "country", "year", "waiting", "korean"],
    ].sort_values(["country", "year", "waiting", "korean", "remake_id"])
    row = {code: place for place, code in enumerate(destinations["country"])}
    group = data.groupby(["country", "year"])
    size = group["remake_id"].transform("size")
    place = group.cumcount()
    wide = size > 2  # more than two of a year stand in two columns
    down = (place // 2).where(wide, place)
    deep = ((size + 1) // 2).where(wide, size)
    beside = ((place % 2) - 0.5).where(wide, 0.0) * 0.4
    offset = (down - (deep - 1) / 2) * 0.36
    ax = style.canvas(ax, "tall", left=0.16, right=0.12)
    for mark, shift, aside in zip(data.itertuples(), offset, beside, strict=True):
        color = style.KOREAN if mark.korean else style.MUTED
        ax.plot(
            mark.year + aside,
            row[mark.country] + shift,
            "o",
            ms=4.3,
            mfc=style.PAPER if mark.waiting else color,
            mec=color,
            mew=1.1,
        )
    for place in destinations.itertuples():
        ax.text(
            1.015,
            row[place.country],
            f"{place.released} of {place.remakes}",
            transform=ax.get_yaxis_transform(),
            va="center",
            color=style.INK,
            size=9,
        )
    ax.text(
        1.015, 1.0, "released", transform=ax.transAxes, va="bottom", color=style.MUTED, size=8.5
    )
    ax.set_yticks(range(len(destinations)), destinations["name"], color=style.INK)
    ax.set_ylim(len(destinations) - 0.4, -0.75)
    ax.set_xlim(data["year"].min() - 0.8, data["year"].max() + 0.8)
    first, last = int(data["year"].min()), int(data["year"].max())
    ax.set_xticks([year for year in range(first, last + 1) if year % 5 == 0])
    released = int((~chronology["waiting"]).sum())
    top = destinations.loc[destinations["released"].idxmax()]
    plans = destinations.loc[destinations["waiting"].idxmax()]
    words = {
        "n": len(chronology),
        "k": released,
        "c": len(destinations),
        "top": top["name"],
        "m": int(top["released"]),
        "plans": plans["name"],
        "w": int(plans["waiting"]),
        "first": int(data["year"].min()),
        "last": int(data["year"].max()),
        "lost": len(chronology) - len(data),
    }
    return finish(
        ax,
        data.astype({"year": "int64"}),
        chronology,
        title=fill("{k} of {n} remakes found were released, {m} in {top}", **words),
        subtitle=fill(
            "Remakes of Korean films by lead country and year, {first}–{last}. Filled: released, "
            "in the year; rings: not released, at the announcement",
            **words,
        ),
        note=fill(
            "Red: with a Korean company, as far as documented. {listed} {lost} without a known "
            "year are not drawn. ",
            listed=LISTED,
            **words,
        )
        + marks.count(len(data), "remakes")
        + ".",
        alt=fill(
            "Dots by country and year: {k} of {n} documented remakes of Korean films in {c} "
            "countries were released; most in {top}, {m}; most plans without a "
            "release: {plans}, {w}.",
            **words,
        ),
    )


@style.themed
def chain_grid(grid: pd.DataFrame, chains: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw which countries remade the most remade originals.

    Parameters
    ----------
    grid : DataFrame
        From :func:`analysis.remakes.chain_grid`.
    chains : DataFrame
        From :func:`analysis.remakes.chains`; its order is that of the rows.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A cell per original and country with the year of the first release.
    """
    order = (
        grid.groupby("country")[["released", "waiting"]]
        .sum()
        .assign(code=lambda frame: frame.index)
        .sort_values(["released", "waiting", "code"], ascending=[False, False, True])
        .index.tolist()
    )
    row = {film: place for place, film in enumerate(chains["original_film_id"])}
    ax = style.canvas(ax, "column", left=0.37, right=0.02)
    for cell in grid.itertuples():
        x, y = order.index(cell.country), row[cell.original_film_id]
        out = cell.released > 0
        color = style.KOREAN if cell.korean else style.MUTED
        ax.add_patch(
            Rectangle(
                (x - 0.42, y - 0.4),
                0.84,
                0.8,
                facecolor=color if out else style.PAPER,
                edgecolor=color,
                linewidth=1,
            )
        )
        if out:
            text = "?" if pd.isna(cell.year) else f"’{int(cell.year) % 100:02d}"
            ax.text(
                x, y, text, ha="center", va="center", color=style.PAPER, size=7.6, weight="bold"
            )
    names = [f"{item.original} ({item.original_year})" for item in chains.itertuples()]
    ax.set_yticks(range(len(names)), names, color=style.INK, size=8.8)
    ax.set_xticks(range(len(order)), order, color=style.INK, size=8)
    ax.xaxis.tick_top()
    ax.set_xlim(-0.6, len(order) - 0.4)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    top = chains.loc[chains["countries"].idxmax()]
    alone = (chains["countries"] == top["countries"]).sum() == 1
    words = {
        "top": top["original"],
        "k": int(top["released"]),
        "c": int(top["countries"]),
        "n": len(chains),
        "cells": len(grid),
        "places": len(order),
        "least": int(chains["remakes"].min()),
        "total": int(chains["released"].sum()),
        "than": "the most" if alone else "as many as any",
    }
    return finish(
        ax,
        grid.drop(columns="source_ids"),
        grid,
        title=fill("{top} was remade in {c} countries, {than} found", **words),
        subtitle=fill(
            "Korean films with {least} documented remakes or more, by lead country. Filled: "
            "released, with the year of the first; outlined: only planned. Red: with a "
            "Korean company",
            **words,
        ),
        note="Country codes: ISO 3166-1. Question mark: date not found. "
        + LISTED
        + " "
        + marks.count(len(chains), "originals")
        + ".",
        alt=fill(
            "Grid of {n} Korean films by {places} countries: {top} has {k} released remakes in "
            "{c} countries; the {n} films together have {total} released remakes.",
            **words,
        ),
        below=0.08,
        above=0.36,
    )


@style.themed
def spread(
    chronology: pd.DataFrame, figures: pd.DataFrame, originals: list[str], ax: Axes | None = None
) -> Chart:
    """Draw the remakes of some originals on the years since the original, with their results.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`analysis.remakes.chronology`.
    figures : DataFrame
        From :func:`analysis.remakes.figures`.
    originals : list of str
        Film ids, in order.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A line a remake from its original's year to its own.
    """
    rows = chronology[chronology["original_film_id"].isin(originals)]
    rows = rows.merge(
        figures[["remake_id", "value", "unit", "known", "basis"]], on="remake_id", how="left"
    )
    rows["after"] = rows["year"] - rows["original_year"]
    place = rows["original_film_id"].map({film: i for i, film in enumerate(originals)})
    rows = rows.assign(block=place).sort_values(
        ["block", "waiting", "year", "title"], na_position="last"
    )
    ax = style.canvas(ax, "tall", left=0.15, right=0.02)
    longest = int(rows["after"].max())
    y, ticks, names = 0.0, [], []
    for _, block in rows.groupby("block", sort=False):
        first = block.iloc[0]
        out = block[~block["waiting"]]
        head = (
            f"{first['original']} ({first['original_year']}): {len(out)} released, "
            f"{len(block) - len(out)} planned"
        )
        ax.text(
            -0.14 * (longest + 7) / 0.83,
            y,
            head,
            weight="bold",
            va="center",
            color=style.INK,
            size=9.5,
        )
        for item in block.itertuples():
            y += 1
            ticks.append(y)
            names.append(places.name(item.country))
            color = style.KOREAN if item.korean else style.MUTED
            if not pd.isna(item.after):
                ax.plot([0, item.after], [y, y], color=color, linewidth=1.2, alpha=0.6)
                ax.plot(
                    item.after,
                    y,
                    "o",
                    ms=5.5,
                    mfc=style.PAPER if item.waiting else color,
                    mec=color,
                    mew=1.2,
                )
            year = "no date" if pd.isna(item.year) else str(int(item.year))
            if item.waiting:
                text = f"{year}, announced only"
            elif pd.isna(item.value):
                text = f"{year}, no total found"
            else:
                sign = "> " if item.basis == "lower_bound" else ""
                part = {"partial": ", part", "running": ", running"}.get(item.basis, "")
                wide = ", world" if item.known == "worldwide or not said" else ""
                text = f"{year}, {sign}{_amount(float(item.value), item.unit)}{part}{wide}"
            ax.text(
                longest + 0.6,
                y,
                text,
                va="center",
                size=8.6,
                color=style.MUTED if item.waiting or pd.isna(item.value) else style.INK,
            )
        y += 1.5
    ax.set_yticks(ticks, names, color=style.INK, size=8.8)
    ax.set_ylim(y - 0.9, -0.7)
    ax.set_xlim(-0.15, longest + 7)
    ax.set_xticks(range(0, longest + 1, 2))
    ax.xaxis.set_major_formatter(
        lambda value, _: f"+{value:.0f} years" if value == 2 else f"{value:+.0f}" if value else "0"
    )
    ax.grid(visible=False, axis="y")
    out = rows[~rows["waiting"]]
    count = out.groupby("block")["country"].nunique()
    first, last = (rows.loc[rows["block"] == i, "original"].iloc[0] for i in (0, count.index.max()))
    words = {
        "a": first,
        "ka": int(count.iloc[0]),
        "b": last,
        "kb": int(count.iloc[-1]),
        "n": len(rows),
        "out": len(out),
        "figures": int(out["value"].notna().sum()),
    }
    columns = ["remake_id", "title", "original", "country", "year", "waiting", "after"]
    return finish(
        ax,
        rows[[*columns, "value", "unit", "known"]],
        rows,
        title=fill("{a} was remade in {ka} countries, {b} in {kb}", **words),
        subtitle=(
            "Years from the original to each remake, with the tickets or gross printed. Filled: "
            "released; rings: plans without a release; red: with a Korean company"
        ),
        note=fill(
            "Amounts in different currencies do not compare. Part, running: counted before the "
            "end of the run. {figures} of {out} released remakes have a figure. ",
            **words,
        )
        + marks.count(len(rows), "remakes and plans")
        + ".",
        alt=fill(
            "Time lines of {n} remakes and plans: {a} was released in {ka} countries, {b} in {kb}; "
            "{figures} of {out} released remakes have a box-office figure.",
            **words,
        ),
    )


@style.themed
def delays(
    by_country: pd.DataFrame,
    by_period: pd.DataFrame,
    chronology: pd.DataFrame,
    ax: Axes | None = None,
) -> Chart:
    """Draw the time from original to remake, by destination and by period.

    Parameters
    ----------
    by_country, by_period : DataFrame
        From :func:`analysis.remakes.delays`.
    chronology : DataFrame
        From :func:`analysis.remakes.chronology`, for the single remakes.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Medians with intervals over the single remakes.
    """
    dated = chronology[chronology["delay"].notna()]
    dated = dated.assign(name=dated["country"].map(places.name))
    ax = style.canvas(ax, "tall", left=0.18, right=0.02)
    data = pd.concat(
        [by_country.assign(by="destination"), by_period.assign(by="period")], ignore_index=True
    )
    share = len(by_country) / (len(data) + 1.6)
    ax.set_axis_off()
    panels = (
        (ax.inset_axes((0, 1 - share, 1, share)), by_country, "name", "By destination"),
        (
            ax.inset_axes((0, 0, 1, len(by_period) / (len(data) + 1.6))),
            by_period,
            "period",
            "By years of the remake’s release",
        ),
    )
    far = float(dated["delay"].max())
    for panel, frame, key, head in panels:
        for place, item in enumerate(frame.itertuples()):
            single = dated.loc[dated[key] == item.group, "delay"].astype("float64")
            stacked = single.sort_values()
            lift = stacked.groupby(stacked).cumcount() * 0.11
            panel.plot(
                stacked,
                place + 0.12 + lift.clip(upper=0.4),
                "o",
                ms=3.2,
                color=style.PALE,
                zorder=2,
            )
            panel.plot([item.low, item.high], [place, place], color=style.KOREAN, linewidth=2)
            panel.plot(item.value, place, "o", ms=7, color=style.KOREAN, zorder=4)
            panel.text(
                far + 5.0,
                place,
                f"{item.value:g} (n\u00a0=\u00a0{item.n})",
                ha="right",
                va="center",
                size=9,
                color=style.INK,
            )
        names = _since(frame["group"]) if key == "period" else frame["group"]
        panel.set_yticks(range(len(frame)), names, color=style.INK, size=9.5)
        panel.set_ylim(len(frame) - 0.4, -0.6)
        panel.set_xlim(0, far + 5.2)
        panel.set_xticks(range(0, int(far) + 1, 5))
        panel.grid(visible=False, axis="y")
        panel.text(
            0,
            1.0,
            head,
            transform=panel.transAxes,
            va="bottom",
            color=style.MUTED,
            size=9.5,
            weight="bold",
        )
    panels[0][0].set_xticklabels([])
    fast, slow = by_country.iloc[0], by_country.iloc[-1]
    median = float(dated["delay"].astype("float64").median())
    words = {
        "m": median,
        "fast": fast["group"],
        "f": fast["value"],
        "slow": slow["group"],
        "s": slow["value"],
        "n": len(dated),
        "far": far,
    }
    return finish(
        ax,
        data,
        dated,
        title=fill("A remake follows its original after {m:g} years at the median", **words),
        subtitle=(
            "Years from the original’s release to the remake’s; dot: median, line: 95 per cent "
            "interval, pale: single remakes"
        ),
        note=fill(
            "Whole calendar years; releases up to {year}. Groups of fewer than four are left out. ",
            year=int(dated["release_year"].max()),
        )
        + marks.count(len(dated), "remakes")
        + ".",
        alt=fill(
            "Medians with intervals of the years from original to remake: {m:g} over {n} remakes, "
            "{f:g} in {fast}, {s:g} in {slow}; the longest took {far:.0f} years.",
            **words,
        ),
        above=0.34,
    )


@style.themed
def known(counts: pd.DataFrame, figures: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw of how many released remakes a box-office figure is known.

    Parameters
    ----------
    counts : DataFrame
        From :func:`analysis.remakes.known_by_country`.
    figures : DataFrame
        From :func:`analysis.remakes.figures`, for the sources.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Stacked bars, a part for each kind of figure.
    """
    kinds = [column for column in counts if column not in ("name", "released")]
    looks = [
        {"color": style.KOREAN},
        {"facecolor": style.PAPER, "edgecolor": style.KOREAN, "linewidth": 1.2},
        {"color": style.GREY},
        {"color": style.GRID},
    ]
    ax = style.canvas(ax, "column", left=0.21, right=0.04)
    left = pd.Series(0.0, index=counts.index)
    for kind, look in zip(kinds, looks, strict=True):
        ax.barh(counts.index, counts[kind], left=left, height=0.72, **look)
        for place, count in counts[kind].items():
            if count:
                inside = style.PAPER if kind == kinds[0] else style.INK
                ax.text(
                    left[place] + count / 2,
                    place,
                    f"{count}",
                    ha="center",
                    va="center",
                    color=inside,
                    size=8.8,
                )
        left = left + counts[kind]
    ax.set_yticks(
        counts.index, counts["name"].str.capitalize().replace({"Us": "US"}), color=style.INK
    )
    ax.set_ylim(len(counts) - 0.4, -0.6)
    ax.set_xlim(0, counts["released"].max() * 1.02)
    ax.set_xticks(range(0, int(counts["released"].max()) + 1, 5))
    ax.grid(visible=False, axis="y")
    for step, (kind, look) in enumerate(zip(kinds, looks, strict=True)):
        x, y = (0.0, 0.42)[step % 2], 1.135 - 0.078 * (step // 2)
        ax.add_patch(
            Rectangle((x, y - 0.022), 0.03, 0.044, transform=ax.transAxes, clip_on=False, **look)
        )
        ax.text(x + 0.045, y, kind, transform=ax.transAxes, va="center", size=9, color=style.INK)
    total = int(counts["released"].sum())
    whole = int(counts[kinds[0]].sum())
    none = int(counts[kinds[3]].sum())
    best = counts.loc[counts[kinds[0]].idxmax()]
    words = {
        "n": total,
        "k": whole,
        "none": none,
        "share": none / total,
        "best": best["name"],
        "b": int(best[kinds[0]]),
    }
    return finish(
        ax,
        counts,
        figures,
        title=fill("Only {k} of {n} remakes have a total for their home run", **words)
        if whole < total / 2
        else fill("{k} of {n} remakes have a total for their home run", **words),
        subtitle="Released remakes of Korean films by lead country and the box-office figure found",
        note="Worldwide or not said: the gross is of all territories, or the page does not say of "
        "which. " + marks.count(total, "remakes") + ".",
        alt=fill(
            "Stacked bars of {n} released remakes by country: {k} have a total of the whole home "
            "run, {none} ({share:.0%}) no figure at all; most totals, {b}, are from {best}.",
            **words,
        ),
        above=0.58,
    )


@style.themed
def ratios(per_head: pd.DataFrame, market_share: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw remakes against their originals in two measures, on one log scale.

    Parameters
    ----------
    per_head : DataFrame
        From :func:`analysis.remakes.per_head`.
    market_share : DataFrame
        From :func:`analysis.remakes.market_share`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot a remake; the line at 100% is the original.
    """
    columns = ["remake_id", "title", "original", "country", "year", "ratio", "whole"]
    data = pd.concat(
        [
            per_head[columns].assign(measure="admissions per head"),
            market_share[columns].assign(measure="share of the year’s market"),
        ],
        ignore_index=True,
    )
    ax = style.canvas(ax, "tall", left=0.425, right=0.07)
    ax.set_axis_off()
    room = len(data) + 1.7
    panels = (
        (
            ax.inset_axes((0, 1 - len(per_head) / room, 1, len(per_head) / room)),
            per_head,
            "Admissions per head of population",
        ),
        (
            ax.inset_axes((0, 0, 1, len(market_share) / room)),
            market_share,
            "Share of all tickets or gross of the year",
        ),
    )
    low = min(0.004, float(data["ratio"].min()) * 0.7)
    for panel, frame, head in panels:
        panel.axvline(1, color=style.MUTED, linewidth=1.2)
        for place, item in enumerate(frame.itertuples()):
            panel.plot([item.ratio, 1], [place, place], color=style.PALE, linewidth=1.6, zorder=1)
            panel.plot(
                item.ratio,
                place,
                "o",
                ms=7.5,
                mfc=style.KOREAN if item.whole else style.PAPER,
                mec=style.KOREAN,
                mew=1.5,
                zorder=3,
            )
            near = item.ratio > 0.35
            style.label(
                panel,
                item.ratio * (0.78 if near else 1.3),
                place,
                f"{item.ratio:.1%}" if item.ratio < 0.1 else f"{item.ratio:.0%}",
                ha="right" if near else "left",
                va="center",
                color=style.KOREAN,
                size=9,
                weight="bold",
            )
        names = [
            f"{item.title}, {places.name(item.country)} {item.year}" for item in frame.itertuples()
        ]
        panel.set_yticks(range(len(frame)), names, color=style.INK, size=8.8)
        panel.set_xscale("log")
        panel.set_xlim(low, max(1.6, float(data["ratio"].max()) * 1.5))
        panel.set_xticks([0.01, 0.1, 1], ["1%", "10%", "original"])
        panel.minorticks_off()
        panel.set_ylim(len(frame) - 0.4, -0.6)
        panel.grid(visible=False, axis="y")
        panel.text(
            1.03,
            1.0,
            head,
            transform=panel.transAxes,
            va="bottom",
            ha="right",
            color=style.MUTED,
            size=9.5,
            weight="bold",
        )
    panels[0][0].set_xticklabels([])
    reached = int((per_head["ratio"] >= 1).sum())
    best, share = per_head.iloc[0], market_share.iloc[0]
    words = {
        "k": reached,
        "n": len(per_head),
        "best": best["ratio"],
        "where": places.name(best["country"]),
        "share": share["ratio"],
        "there": places.name(share["country"]),
        "m": len(market_share),
        "over": int((market_share["ratio"] >= 1).sum()),
    }
    return finish(
        ax,
        data,
        per_head,
        market_share,
        title=fill("{k} of {n} remakes drew as many per head as the original", **words),
        subtitle=(
            "Remake as a percentage of its Korean original, each in its own country and year of "
            "release; log scale"
        ),
        note=f"{PART} A population not yet known is that of the year before. "
        + marks.count(len(per_head), "remakes per head")
        + ", "
        + marks.count(len(market_share), "by market")
        + ".",
        alt=fill(
            "Dots on a log scale: per head of population {k} of {n} remakes reach their original, "
            "the best, in {where}, {best:.0%}; in share of the year’s market {over} of {m}, the "
            "best, in {there}, {share:.0%}.",
            **words,
        ),
        above=0.36,
    )


@style.themed
def local_field(field: pd.DataFrame, standing: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw remakes among the best local films of their country and year.

    Parameters
    ----------
    field : DataFrame
        From :func:`analysis.remakes.local_field`.
    standing : DataFrame
        From :func:`analysis.remakes.local_standing`; its order is that of the rows.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A row a remake: the remake in the accent, the year's other films in grey.
    """
    ax = style.canvas(ax, "tall", left=0.435, right=0.13)
    ax.axvline(1, color=style.PALE, linewidth=1.2, zorder=1)
    for place, item in enumerate(standing.itertuples()):
        films = field[field["remake_id"] == item.remake_id]
        others = films[~films["is_remake"]]
        ax.plot(
            others["level"], [place] * len(others), "|", color=style.GREY, ms=10, mew=1.5, zorder=2
        )
        ax.plot(
            item.level,
            place,
            "o",
            ms=8,
            mfc=style.KOREAN if item.whole else style.PAPER,
            mec=style.KOREAN,
            mew=1.6,
            zorder=4,
        )
        ax.text(
            1.02,
            place,
            f"{item.above + 1} of {item.others + 1}",
            transform=ax.get_yaxis_transform(),
            va="center",
            size=9,
            color=style.INK,
        )
    ax.text(1.02, 1.0, "place", transform=ax.transAxes, va="bottom", color=style.MUTED, size=8.8)
    names = [
        f"{item.remake}, {places.name(item.country)} {item.year}" for item in standing.itertuples()
    ]
    ax.set_yticks(range(len(names)), names, color=style.INK, size=8.8)
    ax.set_ylim(len(names) - 0.4, -0.7)
    ax.set_xlim(-0.03, max(1.05, float(field["level"].max()) * 1.1))
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25%", "50%", "75%", "100%"])
    ax.grid(visible=False, axis="y")
    words = {
        "k": int((standing["level"] >= 0.5).sum()),
        "n": len(standing),
        "below": int((standing["above"] >= standing["others"]).sum()),
        "best": standing.iloc[0]["remake"],
        "level": standing.iloc[0]["level"],
    }
    return finish(
        ax,
        field.drop(columns="source_ids"),
        field,
        title=fill("{k} of {n} remakes reached half of the year’s best local film", **words),
        subtitle=(
            "Remake (dot) and other listed local films (ticks) of the same country and year, best "
            "other film = 100%; tickets in Indonesia, gross elsewhere"
        ),
        note=fill(
            "Hollow: part of the run, a bound, or territory unclear. Lists hold hits only; "
            "{least} other films or more stand beside each. ",
            least=int(standing["others"].min()),
        )
        + marks.count(len(standing), "remakes")
        + ".",
        alt=fill(
            "Rows of {n} remakes among the best local films of their year: {best} leads at "
            "{level:.0%} of the best other film; at half of it or more: {k}; below all others: "
            "{below}.",
            **words,
        ),
    )


@style.themed
def completion(
    shares: pd.DataFrame, plans: pd.DataFrame, accent: str, ax: Axes | None = None
) -> Chart:
    """Draw the share of documented remakes released, beside the age of the open plans.

    Parameters
    ----------
    shares : DataFrame
        From :func:`analysis.remakes.completion`.
    plans : DataFrame
        From :func:`analysis.remakes.open_plans`.
    accent : str
        Name of the destination that the chart is about.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Left shares with intervals, right a ring for each open plan.
    """
    ax = style.canvas(ax, "column", left=0.215, right=0.03)
    left, right = marks.panels(ax, 1, 2, across=0.14)
    for place, item in enumerate(shares.itertuples()):
        color = style.KOREAN if item.name == accent else style.MUTED
        left.plot([item.low, item.high], [place, place], color=color, linewidth=2, alpha=0.55)
        left.plot(item.value, place, "o", ms=6.5, color=color, zorder=3)
        left.text(
            -0.27,
            place,
            f"{item.released}/{item.n}",
            va="center",
            ha="left",
            size=8.8,
            color=color,
            weight="bold" if item.name == accent else "normal",
        )
        ages = plans.loc[plans["country"].isin(item.countries.split(";")), "age"]
        ages = ages.astype("float64").sort_values()
        step = ages.groupby(ages).cumcount()
        lift = step - (ages.map(ages.value_counts()) - 1) / 2
        right.plot(ages, place + lift * 0.24, "o", ms=5, mfc=style.PAPER, mec=color, mew=1.3)
    names = shares["name"].str.replace(r"^o", "O", regex=True)
    left.set_yticks(range(len(shares)), names, color=style.INK, size=9.5)
    right.set_yticks(range(len(shares)), [""] * len(shares))
    for panel in (left, right):
        panel.set_ylim(len(shares) - 0.4, -0.6)
        panel.grid(visible=False, axis="y")
    left.set_xlim(-0.3, 1.04)
    left.set_xticks([0, 0.5, 1], ["0", "50%", "100%"])
    oldest = int(plans["age"].max()) if len(plans) else 1
    right.set_xlim(0, oldest + 1.5)
    right.set_xticks(range(0, oldest + 1, 5))
    for panel, head in ((left, "Share released"), (right, "Open plans: years waiting")):
        panel.text(
            0,
            1.02,
            head,
            transform=panel.transAxes,
            va="bottom",
            color=style.MUTED,
            size=9,
            weight="bold",
        )
    own = shares.loc[shares["name"] == accent].iloc[0]
    others = shares[shares["name"] != accent]
    age = float(plans["age"].astype("float64").median()) if len(plans) else 0.0
    words = {
        "accent": accent,
        "k": int(own["released"]),
        "n": int(own["n"]),
        "out": int(others["released"].sum()),
        "of": int(others["n"].sum()),
        "share": own["value"],
        "a": own["low"],
        "b": own["high"],
        "plans": len(plans),
        "age": age,
        "all": int(shares["n"].sum()),
    }
    return finish(
        ax,
        pd.concat(
            [
                shares.assign(part="share released"),
                plans[["country", "announced_year", "age", "remake_id"]].assign(part="open plan"),
            ],
            ignore_index=True,
        ),
        shares,
        plans,
        title=fill("{accent}: {k} of {n} remakes released, elsewhere {out} of {of}", **words),
        subtitle=(
            "Released share of documented remakes with its 95 per cent interval, and the years "
            "since each open plan was announced"
        ),
        note="Plans in the US reach the English trade press; elsewhere many remakes are known only "
        "once released. " + marks.count(words["all"], "remakes") + ".",
        alt=fill(
            "Dots with intervals: share of documented remakes released, {accent} {k} of {n} "
            "({share:.0%}, interval {a:.0%} to {b:.0%}), elsewhere {out} of {of}; beside it "
            "{plans} open plans, announced {age:g} years ago at the median.",
            **words,
        ),
        above=0.36,
    )


@style.themed
def partners(shares: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the share of remakes with a documented Korean company, by five years.

    Parameters
    ----------
    shares : DataFrame
        From :func:`analysis.remakes.partners`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars with intervals; hollow for periods with few remakes.
    """
    data = shares.reset_index(drop=True)
    few = data["n"] < 10
    ax = style.canvas(ax, "column", left=0.09)
    for place, item in enumerate(data.itertuples()):
        thin = bool(few[place])
        ax.bar(
            place,
            item.value,
            width=0.62,
            facecolor=style.PAPER if thin else style.KOREAN,
            edgecolor=style.KOREAN,
            linewidth=1.3,
        )
        ax.plot([place, place], [item.low, item.high], color=style.INK, linewidth=1.4, zorder=4)
        style.label(
            ax,
            place,
            item.high + 0.025,
            f"{item.korean} of {item.n}",
            ha="center",
            va="bottom",
            size=9.5,
            weight="bold",
        )
    ax.set_xticks(data.index, _since(data["period"]), color=style.INK)
    ax.set_ylim(0, min(1.08, float(data["high"].max()) + 0.14))
    ax.set_yticks([0, 0.25, 0.5, 0.75])
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.grid(visible=False, axis="x")
    firm = data[~few]
    first, last = firm.iloc[0], firm.iloc[-1]
    words = {
        "a": first["value"],
        "ka": int(first["korean"]),
        "na": int(first["n"]),
        "pa": first["period"],
        "b": last["value"],
        "kb": int(last["korean"]),
        "nb": int(last["n"]),
        "pb": last["period"],
        "n": int(data["n"].sum()),
        "k": int(data["korean"].sum()),
    }
    return finish(
        ax,
        data.astype({"period": "object"}),
        shares,
        title=fill("With a Korean company: {ka} of {na} in {pa}, {kb} of {nb} in {pb}", **words),
        subtitle=(
            "Share of released remakes with a documented Korean producer, investor or developer, "
            "by years of release; line: 95 per cent interval"
        ),
        note="A lower bound: where no source says so, a remake counts as without. Hollow: fewer "
        "than ten remakes. Periods with fewer than five are left out. "
        + marks.count(words["n"], "dated remakes")
        + ".",
        alt=fill(
            "Bars of the share of released remakes with a documented Korean company: {a:.0%} in "
            "{pa}, {b:.0%} in {pb}; {k} of {n} over all periods.",
            **words,
        ),
    )


@style.themed
def worldwide(grosses: pd.DataFrame, accent: str, ax: Axes | None = None) -> Chart:
    """Draw the worldwide grosses of one country's remakes, with a budget where known.

    Parameters
    ----------
    grosses : DataFrame
        From :func:`analysis.remakes.worldwide`.
    accent : str
        The remake_id that the chart is about.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars; an upright mark where a budget is known.
    """
    data = grosses.drop(columns="source_ids")
    ax = style.canvas(ax, "column", left=0.3, right=0.05)
    top = float(data[["gross_usd", "budget_usd"]].max().max()) / 1e6
    for place, item in enumerate(data.itertuples()):
        own = item.remake_id == accent
        whole = item.gross_basis in ("final", "rounded")
        color = style.KOREAN if own else style.GREY
        ax.barh(
            place,
            item.gross_usd / 1e6,
            height=0.66,
            facecolor=color if whole else style.PAPER,
            edgecolor=color,
            linewidth=1.4,
        )
        end = item.gross_usd / 1e6
        if not pd.isna(item.budget_usd):
            budget = item.budget_usd / 1e6
            ax.plot([budget, budget], [place - 0.42, place + 0.42], color=style.INK, linewidth=2)
            end = max(end, budget)
        text = f"{item.gross_usd / 1e6:.{1 if item.gross_usd >= 1e6 else 2}f}m"
        if not pd.isna(item.budget_usd):
            text += f" (budget {item.budget_usd / 1e6:.3g}m)"
        ax.text(
            end + top * 0.02,
            place,
            text,
            va="center",
            color=style.KOREAN if own else style.INK,
            weight="bold" if own else "normal",
            size=9.5,
        )
    names = [f"{item.title} ({item.year})" for item in data.itertuples()]
    ax.set_yticks(range(len(names)), names, color=style.INK, size=9.5)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.set_xlim(0, top * 1.14)
    ax.xaxis.set_major_formatter(lambda value, _: f"${value:.0f}m" if value else "0")
    ax.grid(visible=False, axis="y")
    own = data[data["remake_id"] == accent].iloc[0]
    words = {
        "title": own["title"],
        "gross": own["gross_usd"] / 1e6,
        "budget": own["budget_usd"] / 1e6,
        "share": own["gross_usd"] / own["budget_usd"],
        "n": len(data),
        "rank": int((data["gross_usd"] > own["gross_usd"]).sum()) + 1,
        "best": data.iloc[0]["title"],
        "most": data.iloc[0]["gross_usd"] / 1e6,
    }
    return finish(
        ax,
        data,
        grosses,
        title=fill("{title} took ${gross:.1f}m worldwide on a budget of ${budget:.0f}m", **words),
        subtitle=(
            "Worldwide gross of Hollywood remakes of Korean films, million US dollars of the time"
        ),
        note="Hollow: not said whether the run was over. Mark: the budget, the lower of those "
        "printed. Remakes without a figure are left out. "
        + marks.count(len(data), "remakes")
        + ".",
        alt=fill(
            "Bars of worldwide grosses of {n} Hollywood remakes: {best} leads with {most:.1f} "
            "million dollars; {title}, number {rank}, took {gross:.1f} million, {share:.0%} of its "
            "budget of {budget:.0f} million.",
            **words,
        ),
    )
