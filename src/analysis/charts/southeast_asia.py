"""Charts of Southeast Asia; each takes a frame that ``analysis.southeast_asia`` made."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis import places
from analysis.charts import marks, style
from analysis.charts.chart import Chart, finish
from analysis.prose import MINUS, fill, listing

COLOURS = {"linked": style.KOREAN, "none": style.MUTED, "unknown": style.PALE}
KEY = "Red: Korean link; dark grey: none found; pale: link unknown."
MEASURES = {
    "remakes": "Remakes\nreleased",
    "coproductions": "Co-pro-\nductions",
    "hits": "Linked\nlocal hits",
    "events": "Other\nevents",
    "screened": "Korean films\nrecorded",
}


def _listed(codes: pd.Series) -> str:
    return listing({"PH": "the Philippines"}.get(code) or places.name(code) for code in codes)


@style.themed
def all_time_lists(lists: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the all-time lists of local films, with the linked ones named.

    Parameters
    ----------
    lists : DataFrame
        From :func:`analysis.southeast_asia.local_lists`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A bar a film; the two countries with most linked films large, others small.
    """
    ever = lists[(lists["list"] == "all_time") & lists["figure"].notna()]
    data = ever[["country", "title", "released", "link", "figure", "unit", "place", "level"]]
    linked = data[data["link"] == "linked"]
    size = data.groupby("country").size()
    count = linked["country"].value_counts().reindex(size.index, fill_value=0)
    order = pd.DataFrame({"k": count, "n": size}).sort_values(
        ["k", "n"], ascending=False, kind="stable"
    )
    ax = style.canvas(ax, "tall", left=0.03)
    ax.set_axis_off()
    large, small = order.index[:2], order.index[2:6]
    boxes = {code: (0.52 * i, 0.34, 0.48, 0.62) for i, code in enumerate(large)}
    boxes |= {code: (0.26 * i, 0.0, 0.22, 0.25) for i, code in enumerate(small)}
    for code, box in boxes.items():
        panel, films = ax.inset_axes(box), data[data["country"] == code]
        films = films.sort_values("place", kind="stable")
        rows = np.arange(len(films))
        panel.barh(rows, films["level"], height=0.82, color=films["link"].map(COLOURS), linewidth=0)
        own = films["link"] == "linked"
        for row, film in zip(rows[own], films[own].itertuples(), strict=True):
            tight = code in small
            style.label(
                panel,
                film.level + 0.02,
                row + (0 if tight else 0.3),  # clear of the longer bar above
                film.title if not tight else film.title.replace(" in ", "\nin "),
                va="center",
                color=style.KOREAN,
                size=8.5,
            )
        name = f"{places.name(code)}: {order.k[code]} of {order.n[code]}"
        panel.text(0, 1.02, name, transform=panel.transAxes, va="bottom", size=9.5, weight="bold")
        panel.set_ylim(len(films) - 0.4, -0.6)
        panel.set_xlim(0, 1.45 if code in large else 1.05)
        panel.set_yticks([])
        panel.set_xticks([])
        panel.spines["bottom"].set_visible(False)
        panel.grid(visible=False)
    first, second = order.index[:2]
    words = {
        "a": places.name(first),
        "ka": order.k[first],
        "na": order.n[first],
        "b": places.name(second),
        "kb": order.k[second],
        "nb": order.n[second],
        "rest": _listed(order.index[2:]),
        "kr": order.k[2:].sum(),
        "nr": order.n[2:].sum(),
        "n": len(data),
    }
    return finish(
        ax,
        data,
        ever,
        title=fill(
            "Korean link: {ka} of {na} top local films in {a}, {kb} of {nb} in {b}", **words
        ),
        subtitle=(
            "All-time lists of local films, Southeast Asia, as at 2013–"
            f"{int(lists['year'].max())}; bar: share of the list's top film, nominal "
            "(Indonesia: admissions, others: gross)"
        ),
        note=fill(
            KEY + " Films without a figure left out. Prices rose, so that new films stand "
            "high. n\u00a0=\u00a0{n} films.",
            **words,
        ),
        alt=fill(
            "Bars of the all-time lists of local films in six countries: {ka} of {na} films in {a} "
            "have a Korean link, {kb} of {nb} in {b} and {kr} of {nr} in {rest} together.",
            **words,
        ),
        below=0.06,
        above=0.14,
    )


@style.themed
def yearly_lists(shares: pd.DataFrame, partial: int | None = None, ax: Axes | None = None) -> Chart:
    """Draw the yearly lists of local films by Korean link, country by country.

    Parameters
    ----------
    shares : DataFrame
        From :func:`analysis.southeast_asia.yearly_shares`.
    partial : int, optional
        A year that is not over, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Stacked bars, one panel a country.
    """
    data = shares.assign(none=shares["films"] - shares["linked"] - shares["unknown"])
    total = data.groupby("country")[["films", "linked", "unknown"]].sum()
    order = total.sort_values(["linked", "films"], ascending=False, kind="stable").index
    span = (int(data["year"].min()), int(data["year"].max()))
    top = int(data["films"].max())
    ax = style.canvas(ax, "tall", left=0.06, right=0.04)
    for panel, code in zip(marks.panels(ax, len(order), 1, down=0.62), order, strict=True):
        own = data[data["country"] == code]
        base = np.zeros(len(own))
        for part in ("linked", "none", "unknown"):
            panel.bar(own["year"], own[part], bottom=base, color=COLOURS[part], width=0.72)
            base = base + own[part].to_numpy()
        sums = total.loc[code]
        panel.text(
            0,
            1.04,
            f"{places.name(code)}: {sums.linked} of {sums.films} places, {sums.unknown} unknown",
            transform=panel.transAxes,
            va="bottom",
            size=9.5,
            weight="bold",
        )
        panel.set_xlim(span[0] - 0.7, span[1] + 0.7)
        panel.set_ylim(0, top + 1)
        panel.set_yticks([0, 5, 10])
        panel.grid(visible=False, axis="x")
        panel.set_xticks(range(span[0], span[1] + 1, 2))
        if code != order[-1]:
            panel.set_xticklabels([])
    words = {
        "k": data["linked"].sum(),
        "n": data["films"].sum(),
        "u": data["unknown"].sum(),
        "lists": len(data),
        "lead": places.name(order[0]),
        "lk": total.linked[order[0]],
        "ln": total.films[order[0]],
    }
    return finish(
        ax,
        data,
        shares,
        title=fill("{k} of {n} places on yearly lists are Korean-linked, {u} unknown", **words),
        subtitle=(
            "Films on the list of local hits of each year, by Korean link, five countries, "
            f"{span[0]}–{span[1]}"
        ),
        note=fill(
            KEY + " No bar: no list found. Lists are of unequal length.{part} "
            "n\u00a0=\u00a0{n} places on {lists} lists.",
            part=f" {partial}: part of the year." if partial else "",
            **words,
        ),
        alt=fill(
            "Stacked bars of yearly lists of local hits by country: {k} of {n} places went to "
            "films with a Korean link, {lk} of {ln} in {lead}; the link of {u} is unknown.",
            **words,
        ),
        above=0.34,
    )


@style.themed
def standings(lists: pd.DataFrame, main: pd.Series, ax: Axes | None = None) -> Chart:
    """Draw where linked films stand on the lists that hold linked and other films.

    Parameters
    ----------
    lists : DataFrame
        From :func:`analysis.southeast_asia.local_lists`.
    main : Series
        The row of the main reading from
        :func:`analysis.southeast_asia.standing_readings`, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot a film, one row a list; linked films named.
    """
    placed = lists[(lists["list"] == "yearly") & lists["standing"].notna()]
    own = placed["link"] == "linked"
    both = own.groupby(placed["list_id"]).transform("nunique") == 2
    used = placed[both]
    data = used[["list_id", "country", "year", "title", "link", "place", "placed", "standing"]]
    rows = list(
        data.drop_duplicates("list_id")
        .sort_values(["country", "year"], ascending=[False, True])["list_id"]
        .iloc[::-1]
    )
    ax = style.canvas(ax, "tall", left=0.23, right=0.05)
    ax.axvline(0.5, color=style.GREY, linewidth=1)
    looks = {
        "none": {"mfc": style.MUTED, "mec": style.PAPER, "ms": 6.5},
        "unknown": {"mfc": style.PAPER, "mec": style.GREY, "ms": 6},
        "linked": {"mfc": style.KOREAN, "mec": style.PAPER, "ms": 9},
    }
    for kind, look in looks.items():
        part = data[data["link"] == kind]
        heights = [rows.index(name) for name in part["list_id"]]
        ax.plot(part["standing"], heights, "o", linestyle="none", mew=1.1, **look)
    for film in data[data["link"] == "linked"].itertuples():
        side = "right" if film.standing > 0.7 else "left" if film.standing < 0.3 else "center"
        style.label(
            ax,
            film.standing + {"right": 0.02, "left": -0.02, "center": 0}[side],
            rows.index(film.list_id) + 0.2,
            film.title,
            ha=side,
            va="bottom",
            color=style.KOREAN,
            size=9,
        )
    size = data.groupby("list_id").size()
    names = [f"{places.name(name[:2])} {name[3:]}\n{size[name]} films" for name in rows]
    ax.set_yticks(range(len(rows)), names, color=style.INK, size=9)
    ax.set_ylim(-0.5, len(rows) - 0.2)
    ax.set_xlim(-0.04, 1.04)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.grid(visible=False, axis="y")
    linked = data[data["link"] == "linked"]
    other = data[data["link"] != "linked"]
    words = {
        "a": linked["standing"].mean(),
        "b": other["standing"].mean(),
        "k": len(linked),
        "n": len(data),
        "lists": len(rows),
        "p": main["p"],
    }
    return finish(
        ax,
        data,
        used,
        title=fill(
            "Linked films outsold {a:.0%} of their list, others {b:.0%} (p\u00a0=\u00a0{p:.2f})",
            **words,
        ),
        subtitle=(
            "Share of the list's other films that a film outsold; yearly lists of local hits "
            "that hold both kinds"
        ),
        note=fill(
            "Red: Korean link; dark grey: none found; rings: link unknown. p: permutation within "
            "country and year. n\u00a0=\u00a0{k} linked of {n} films on {lists} lists.",
            **words,
        ),
        alt=fill(
            "Dots of films on {lists} yearly lists by the share of other films outsold: {k} films "
            "with a Korean link outsold {a:.0%} on average, the other {m} outsold {b:.0%}; "
            "permutation p = {p:.2f}.",
            m=len(other),
            **words,
        ),
    )


def _reading(row: tuple) -> str:
    """Write a reading's name and counts on two lines."""
    name = places.name(row.reading) if row.group == "country" else row.reading
    name = name[0].upper() + name[1:]
    counts = f"{row.linked} of {row.n}"
    for cut in (" as not ", " the lists"):
        if cut in name:
            return name.replace(cut, f"\n{cut.strip()} ").rstrip() + f": {counts}"
    return f"{name}\n{counts}"


@style.themed
def readings(readings: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the difference between linked and other films under each reading.

    Parameters
    ----------
    readings : DataFrame
        From :func:`analysis.southeast_asia.standing_readings`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Two panels of dots with intervals: standing, and ratio of figures.
    """
    data = readings
    rows = list(dict.fromkeys(data["reading"]))
    counts = data[data["measure"] == "standing"].set_index("reading")
    ax = style.canvas(ax, "tall", left=0.36, right=0.04)
    looks = {
        "standing": ("Share outsold,\ndifference in points", 0.0),
        "figure": ("Gross or admissions,\nratio (log scale)", 1.0),
    }
    for panel, (measure, (head, none)) in zip(
        marks.panels(ax, 1, 2, across=0.14), looks.items(), strict=True
    ):
        part = data[data["measure"] == measure].set_index("reading").loc[rows]
        panel.axvline(none, color=style.MUTED, linewidth=1)
        for place, row in enumerate(part.itertuples()):
            main = row.group == "main"
            color = style.KOREAN if main else style.MUTED
            panel.plot([row.low, row.high], [place, place], color=color, linewidth=2)
            panel.plot(
                row.value,
                place,
                "o",
                ms=8,
                mew=1.6,
                mec=color,
                mfc=color if row.p < 0.05 else style.PAPER,
            )
            text = (
                f"{row.value * 100:+.0f}".replace("-", MINUS)
                if measure == "standing"
                else f"{row.value:.2g}×"
            )
            style.label(
                panel, row.value, place - 0.2, text, ha="center", va="bottom", color=color, size=9
            )
        panel.set_ylim(len(rows) - 0.4, -0.75)
        panel.set_yticks([])
        panel.grid(visible=False, axis="y")
        panel.text(0, 1.01, head, transform=panel.transAxes, va="bottom", size=9, weight="bold")
        if measure == "figure":
            panel.set_xscale("log")
            ticks = [0.5, 1, 2, 4]
            panel.set_xticks(ticks, [f"{tick:g}×" for tick in ticks])
            panel.minorticks_off()
            panel.set_xlim(0.28, 4)
        else:
            panel.xaxis.set_major_formatter(
                lambda value, _: f"{value * 100:+.0f}".replace("-", MINUS) if value else "0"
            )
            panel.set_xlim(-0.75, 0.75)
            panel.set_xticks([-0.5, 0, 0.5])
        if measure == "standing":
            names = [_reading(row) for row in counts.loc[rows].reset_index().itertuples()]
            panel.set_yticks(range(len(rows)), names, color=style.INK, size=9)
    main = counts[counts["group"] == "main"].iloc[0]
    other = counts[counts["group"] == "sensitivity"]
    words = {
        "up": int((counts.loc[counts["group"] != "country", "value"] > 0).sum()),
        "all": int((counts["group"] != "country").sum()),
        "value": main["value"] * 100,
        "low": other["value"].min() * 100,
        "high": other["value"].max() * 100,
        "n": main["n"],
        "k": main["linked"],
        "p": main["p"],
    }
    return finish(
        ax,
        data,
        readings,
        title=fill("Linked films outsold more of their list in {up} of {all} readings", **words),
        subtitle=(
            "Linked less other local films on the same list: dot and 95% interval; filled: "
            "permutation p below 0.05"
        ),
        note=fill(
            "Below each reading: linked films of all films compared. The p-value keeps to lists, "
            "the interval does not. Main reading: n\u00a0=\u00a0{n}.",
            **words,
        ),
        alt=fill(
            "Intervals of the difference in the share outsold, linked less other local films: "
            "{value:+.0f} points in the main reading (p = {p:.2f}, {k} of {n} films), from "
            "{low:+.0f} to {high:+.0f} in the others.",
            **words,
        ),
        above=0.42,
    )


@style.themed
def against_top(linked: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw each linked film's figure as a share of its year's top local film.

    Parameters
    ----------
    linked : DataFrame
        From :func:`analysis.southeast_asia.linked_films`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot a film on a log scale: filled on a list, hollow outside; grey where the list
        is short.
    """
    known = linked[linked["level"].notna()]
    data = known[
        [
            "country",
            "year",
            "title",
            "kind",
            "figure",
            "best",
            "level",
            "listed",
            "on_list",
            "tested",
            "unfinished",
        ]
    ].reset_index(drop=True)
    ax = style.canvas(ax, "tall", left=0.41, right=0.07)
    for row in data.itertuples():
        color = style.KOREAN if row.tested else style.MUTED
        ax.plot([row.level, 1], [row.Index] * 2, color=style.PALE, linewidth=1, zorder=1)
        ax.plot(
            row.level,
            row.Index,
            marker=">" if row.unfinished else "o",
            ms=7,
            mew=1.5,
            mec=color,
            mfc=color if row.on_list else style.PAPER,
            zorder=3,
        )
    names = [f"{row.title}, {row.country} {row.year}" for row in data.itertuples()]
    ax.set_yticks(range(len(data)), names, color=style.INK, size=8.5)
    ax.set_ylim(len(data) - 0.4, -0.6)
    ax.set_xscale("log")
    ticks = [0.01, 0.03, 0.1, 0.3, 1]
    ax.set_xticks(ticks, [f"{tick:.0%}" for tick in ticks])
    ax.minorticks_off()
    ax.set_xlim(0.009, 1.25)
    ax.grid(visible=False, axis="y")
    tested = linked[linked["tested"]]
    out = tested[~tested["on_list"]]
    low = data.iloc[-1]
    away = data[data["tested"] & ~data["on_list"]]
    words = {
        "out": len(away),
        "least": away["level"].min() if len(away) else 0,
        "most": away["level"].max() if len(away) else 0,
        "k": len(out),
        "n": len(tested),
        "half": int((data["level"] < 0.5).sum()),
        "known": len(data),
        "none": len(linked) - len(data),
        "low": low["title"],
        "level": low["level"],
        "at": places.name(low["country"]),
        "year": low["year"],
    }
    return finish(
        ax,
        data,
        linked,
        title=fill(
            "{out} linked films outside the lists: {least:.1%} to {most:.0%} of the year's top"
            if len(away)
            else "{half} of {known} linked films made under half of their year's top film",
            **words,
        ),
        subtitle=(
            "Figure as a share of the year's top local film, log scale, current prices or "
            "admissions, Southeast Asia"
        ),
        note=fill(
            "Filled: on the year's list; hollow: outside. Grey: fewer than five films listed. "
            "Triangles: counted before the end of the run or estimated. {none} more have no "
            "figure or no list. n\u00a0=\u00a0{known} films.",
            **words,
        ),
        alt=fill(
            "Dots of {known} Korean-linked films as a share of their year's top local film: "
            "{half} under one half; lowest {low} ({at}, {year}) at {level:.1%}. Of {n} with a list "
            "of five or more films, {k} stand outside it.",
            **words,
        ),
    )


@style.themed
def korean_grosses(korean: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw what Korean films took in Southeast Asian cinemas.

    Parameters
    ----------
    korean : DataFrame
        From :func:`analysis.southeast_asia.korean_films`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots on a log scale, one row a film; filled where the run was over.
    """
    known = korean[korean["usd"].notna()]
    data = known[["title", "territory", "year", "usd", "converted", "complete", "record"]]
    films = data.groupby("title", sort=False)["year"].min().sort_values(kind="stable")
    rows = list(films.index)
    ax = style.canvas(ax, "tall", left=0.33, right=0.05)
    for place, title in enumerate(rows):
        own = data[data["title"] == title].sort_values("usd")
        ax.plot(own["usd"], [place] * len(own), color=style.PALE, linewidth=1.5, zorder=1)
        near = np.log10(own["usd"]).diff() < 0.12
        for close, film in zip(near, own.itertuples(), strict=True):
            ax.plot(
                film.usd,
                place,
                "o",
                ms=8,
                mew=1.6,
                mec=style.KOREAN,
                mfc=style.KOREAN if film.complete else style.PAPER,
                zorder=3,
            )
            style.label(
                ax,
                film.usd,
                place + (0.2 if close else -0.2),
                film.territory,
                ha="center",
                va="top" if close else "bottom",
                size=9,
                color=style.INK,
            )
    names = [f"{title.split(':')[0]} ({year})" for title, year in zip(rows, films, strict=True)]
    ax.set_yticks(range(len(rows)), names, color=style.INK, size=9.5)
    ax.set_ylim(len(rows) - 0.35, -0.75)
    ax.set_xscale("log")
    ticks = [0.5e6, 1e6, 2e6, 5e6, 10e6]
    ax.set_xticks(ticks, [f"{tick / 1e6:g}m" for tick in ticks])
    ax.minorticks_off()
    ax.set_xlim(min(data["usd"].min() * 0.8, 4e5), 12e6)
    ax.grid(visible=False, axis="y")
    best = data.loc[data["usd"].idxmax()]
    codes = sorted(data["territory"].unique())
    words = {
        "best": best["title"].split(":")[0],
        "usd": best["usd"] / 1e6,
        "at": places.name(best["territory"]),
        "year": best["year"],
        "n": len(data),
        "films": len(rows),
        "more": len(korean) - len(data),
        "first": data["year"].min(),
        "last": data["year"].max(),
        "places": len(codes),
        "codes": ", ".join(f"{code} {places.name(code)}" for code in codes),
    }
    return finish(
        ax,
        data,
        known,
        title=fill("{best} leads: {usd:.1f} million dollars in {at}, {year}", **words),
        subtitle=fill(
            "Gross of Korean films in Southeast Asian cinemas, current US dollars, log scale, "
            "{first}–{last}",
            **words,
        ),
        note=fill(
            "{codes}. Hollow: opening, running or disputed count. {more} more showings without a "
            "gross. n\u00a0=\u00a0{n} grosses of {films} films.",
            **words,
        ),
        alt=fill(
            "Dots of {n} grosses of {films} Korean films in {places} Southeast Asian markets, "
            "{first} to {last}: most {best} in {at} with {usd:.1f} million US dollars in {year}.",
            **words,
        ),
    )


@style.themed
def exports(series: pd.DataFrame, named: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the exports of Korean films, one line a definition.

    Parameters
    ----------
    series : DataFrame
        From :func:`analysis.southeast_asia.export_series`.
    named : DataFrame
        title, year of films that are marked on the time axis.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Lines that break where a year is missing.
    """
    span = range(int(series["year"].min()), int(series["year"].max()) + 1)
    wide = series.pivot(index="year", columns="series", values="usd").reindex(span) / 1e6
    ax = style.canvas(ax)
    looks = {
        "completed films": (style.KOREAN, "completed films"),
        "films and services": (style.GREY, "films and services"),
        "one sum": (style.INK, "one sum"),
    }
    for name, (color, text) in looks.items():
        if name not in wide:
            continue
        ax.plot(wide.index, wide[name], "o-", color=color, ms=4.5, linewidth=1.8)
        at = wide[name].idxmax()
        style.label(
            ax,
            at,
            wide[name][at] + 3,
            text,
            ha="right" if name == "films and services" else "center",
            va="bottom",
            color=color if name != "films and services" else style.MUTED,
            weight="bold",
        )
    top = wide.max().max() * 1.38
    for turn, film in enumerate(named.sort_values("year").itertuples()):
        ax.axvline(film.year, color=style.PALE, linewidth=1, linestyle=(0, (3, 3)), zorder=1)
        style.label(
            ax,
            film.year - 0.2,
            top * (0.99 if turn % 2 else 0.92),
            f"{film.title} {film.year}",
            ha="right",
            va="top",
            size=8.5,
            color=style.MUTED,
        )
    ax.set_ylim(0, top)
    ax.set_xlim(span[0] - 0.8, span[-1] + 2.2)
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0f}m" if value else "0")
    ax.grid(visible=False, axis="x")
    ax.set_xticks([year for year in span if year % 5 == 0])
    done = series[series["series"] == "completed films"].sort_values("year")
    best = done.loc[done["usd"].idxmax()]
    last = done.iloc[-1]
    words = {
        "usd": best["usd"] / 1e6,
        "year": best["year"],
        "last": last["usd"] / 1e6,
        "until": last["year"],
        "first": done.iloc[0]["usd"] / 1e6,
        "start": done.iloc[0]["year"],
        "n": len(series),
    }
    return finish(
        ax,
        series[["year", "series", "usd", "exact"]],
        series,
        named,
        title=fill(
            "Completed films sold for ${usd:.0f}m in {year}, ${last:.0f}m in {until}", **words
        ),
        subtitle=(
            "Exports of Korean films to all countries, million current US dollars, by "
            f"definition, {span[0]}–{span[-1]}"
        ),
        note=fill(
            "Lines break where no figure was found and where the definition changes. "
            "n\u00a0=\u00a0{n} figures.",
            **words,
        ),
        alt=fill(
            "Lines of Korean film exports: completed films {first:.0f} million US dollars in "
            "{start}, at most {usd:.0f} million in {year} and {last:.0f} million in {until}, the "
            "last year told apart from services.",
            **words,
        ),
    )


@style.themed
def markets(markets: pd.DataFrame, growth: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the yearly gross of the region's markets.

    Parameters
    ----------
    markets : DataFrame
        From :func:`analysis.southeast_asia.markets_in_usd`.
    growth : DataFrame
        From :func:`analysis.southeast_asia.growth`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars, one panel a country; no bar where no figure was found.
    """
    data = markets[["country", "year", "usd", "converted", "rounded"]]
    times = growth.set_index("country")["times"]
    order = sorted(data["country"].unique(), key=lambda code: -times[code] if code in times else 0)
    span = (int(data["year"].min()), int(data["year"].max()))
    top = data["usd"].max() / 1e6 * 1.35
    ax = style.canvas(ax, "tall", left=0.07, right=0.04)
    for panel, code in zip(marks.panels(ax, len(order), 1, down=0.55), order, strict=False):
        own = data[data["country"] == code].sort_values("year")
        values = own["usd"] / 1e6
        panel.bar(
            own["year"], values, width=0.7, color=np.where(own["converted"], style.PALE, style.GREY)
        )
        for year, value in zip(own["year"], values, strict=True):
            style.label(
                panel, year, value + top * 0.02, f"{value:.0f}", ha="center", va="bottom", size=8.5
            )
        name = places.name(code)
        if code in times:
            row = growth.set_index("country").loc[code]
            name += f": {row['times']:.1f} times, {row['first']:.0f} to {row['last']:.0f}"
        else:
            name += ": one year known"
        panel.text(0, 1.06, name, transform=panel.transAxes, size=9.5, weight="bold")
        panel.set_xlim(span[0] - 0.7, span[1] + 0.7)
        panel.set_ylim(0, top)
        panel.set_yticks([0, 200, 400])
        panel.grid(visible=False, axis="x")
        panel.set_xticks(range(span[0], span[1] + 1, 5))
        if code != order[-1]:
            panel.set_xticklabels([])
    lead = growth.loc[growth["times"].idxmax()]
    low = growth.loc[growth["times"].idxmin()]
    words = {
        "a": places.name(lead["country"]),
        "at": lead["times"],
        "a0": lead["first"],
        "a1": lead["last"],
        "b": places.name(low["country"]),
        "bt": low["times"],
        "b0": low["first"],
        "b1": low["last"],
        "n": len(data),
        "k": int(data["rounded"].sum()),
    }
    return finish(
        ax,
        data,
        markets,
        title=fill("{a}'s gross of {a1}: {at:.1f} times that of {a0}; {b}: {bt:.1f}", **words),
        subtitle=(
            "Cinema gross of all films in million current US dollars, "
            f"{span[0]}–{span[1]}, years with a figure"
        ),
        note=fill(
            "Pale: converted from local currency at the year's rate. {k} of the figures are "
            "rounded, estimates or bounds. n\u00a0=\u00a0{n} years of markets.",
            **words,
        ),
        alt=fill(
            "Bars of yearly cinema gross in five Southeast Asian markets in US dollars: {a} at "
            "{at:.1f} times its {a0} level in {a1}, {b} at {bt:.1f} times its {b0} level in {b1}; "
            "many years are missing.",
            **words,
        ),
        above=0.34,
    )


@style.themed
def blends(
    blending: pd.DataFrame,
    named: tuple[str, ...] = ("TH", "ID"),
    at_least: int = 5,
    ax: Axes | None = None,
) -> Chart:
    """Draw the share of local hits with two genre labels or more, by country and period.

    Parameters
    ----------
    blending : DataFrame
        From :func:`analysis.southeast_asia.blending`.
    named : tuple of str
        Countries that the claim names; drawn dark.
    at_least : int
        Labelled films below which a period is left out.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots with intervals; Korean films in red for comparison.
    """
    data = blending[blending["n"] >= at_least]
    rest = [code for code in sorted(data["country"].unique()) if code not in (*named, "KR")]
    order = [code for code in (*named, *rest, "KR") if code in set(data["country"])]
    data = data.assign(at=data["country"].map(order.index)).sort_values(["at", "period"])
    ax = style.canvas(ax, "tall", left=0.4, right=0.05)
    names, heights, height = [], [], 0.0
    for code, own in data.groupby("at"):
        for row in own.itertuples():
            color = (
                style.KOREAN
                if row.country == "KR"
                else style.INK
                if row.country in named
                else style.GREY
            )
            early = row.period.startswith("before")
            ax.plot([row.low, row.high], [height, height], color=color, linewidth=2)
            ax.plot(
                row.share,
                height,
                "o",
                ms=8,
                mew=1.6,
                mec=color,
                mfc=style.PAPER if early else color,
            )
            place = "Korea, press" if row.country == "KR" else places.name(row.country)
            names.append(f"{place}, {row.period} ({row.n} of {row.films})")
            heights.append(height)
            height += 1
        height += 0.5 if code is not None else 0
    ax.set_yticks(heights, names, color=style.INK, size=9)
    ax.set_ylim(height - 0.9, -0.6)
    ax.set_xlim(0, 1.02)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.grid(visible=False, axis="y")
    table = data.set_index(["country", "period"])["share"]
    late, early = sorted(data["period"].unique(), reverse=True)
    first, second = (code for code in named)
    words = {
        "a": places.name(first),
        "a0": table.get((first, early), np.nan),
        "a1": table.get((first, late), np.nan),
        "b": places.name(second),
        "b0": table.get((second, early), np.nan),
        "b1": table.get((second, late), np.nan),
        "n": data["n"].sum(),
        "films": data["films"].sum(),
    }
    shown = data[["country", "period", "films", "n", "mean", "share", "low", "high"]]
    return finish(
        ax,
        shown,
        blending,
        title=fill(
            "Two genres or more: {a} {a0:.0%}, then {a1:.0%}; {b} {b0:.0%}, then {b1:.0%}", **words
        ),
        subtitle=(
            "Share of labelled local hits with at least two genre labels, 95% interval; "
            "hollow: before 2020, filled: from 2020"
        ),
        note=fill(
            "In brackets: labelled films of all listed. Korea: films that a press text labels. "
            "n\u00a0=\u00a0{n} labelled films.",
            **words,
        ),
        alt=fill(
            "Dots with intervals of the share of labelled films with two genres or more, before "
            "and from 2020: {a} {a0:.0%} and {a1:.0%}, {b} {b0:.0%} and {b1:.0%}; n = {n}.",
            **words,
        ),
    )


@style.themed
def chosen_genres(chosen: pd.DataFrame, at_least: int = 9, ax: Axes | None = None) -> Chart:
    """Draw the genre labels of Korean films that the region took up against all others.

    Parameters
    ----------
    chosen : DataFrame
        From :func:`analysis.southeast_asia.chosen_genres`.
    at_least : int
        Films with the label below which it is left out.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Two dots a label; interval of the share among films taken up.
    """
    data = chosen[(chosen["chosen"] + chosen["others"] >= at_least) & (chosen["chosen"] > 0)]
    data = data.reset_index(drop=True)
    ax = style.canvas(ax, "tall", left=0.16, right=0.06)
    for row in data.itertuples():
        ax.plot([row.share_low, row.share_high], [row.Index] * 2, color=style.KOREAN, linewidth=1.6)
        ax.plot(row.other_share, row.Index, "o", ms=8, color=style.GREY, zorder=3)
        ax.plot(row.share, row.Index, "o", ms=8, color=style.KOREAN, zorder=4)
    head = data.iloc[0]
    left = head["share"] < head["other_share"]
    for text, x, color, ha in (
        ("taken up", head["share"], style.KOREAN, "right" if left else "left"),
        ("others", head["other_share"], style.MUTED, "left" if left else "right"),
    ):
        style.label(ax, x, -0.3, text, color=color, ha=ha, va="bottom", weight="bold")
    ax.set_yticks(
        range(len(data)), [label.capitalize() for label in data["label"]], color=style.INK, size=10
    )
    ax.set_ylim(len(data) - 0.5, -1)
    ax.set_xlim(-0.01, max(0.85, data["share_high"].max() + 0.03))
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.grid(visible=False, axis="y")
    widest = data.loc[data["difference"].abs().idxmax()]
    words = {
        "label": widest["label"].capitalize(),
        "a": widest["share"],
        "b": widest["other_share"],
        "p": widest["p"],
        "n": head["n_chosen"],
        "m": head["n_others"],
        "labels": len(chosen),
    }
    columns = [
        "label",
        "chosen",
        "n_chosen",
        "others",
        "n_others",
        "share",
        "share_low",
        "share_high",
        "other_share",
        "difference",
        "p",
    ]
    return finish(
        ax,
        data[columns],
        chosen,
        title=fill("{label}: {a:.0%} of films the region took up, {b:.0%} of others", **words),
        subtitle=(
            "Share of Korean features with the label at The Movie Database: remade or recorded "
            "in Southeast Asia, against all others"
        ),
        note=fill(
            "Line: 95% interval. {labels} labels were tested, rare ones not drawn. Users give more "
            "labels to better known films. n\u00a0=\u00a0{n} taken up, {m} others.",
            **words,
        ),
        alt=fill(
            "Pairs of dots for genre labels of Korean films remade or recorded in Southeast Asia "
            "({n}) and of others ({m}); widest gap {label}, {a:.0%} against {b:.0%}, permutation "
            "p = {p:.3f} before counting that {labels} labels were tested.",
            **words,
        ),
    )


@style.themed
def timeline(events: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the dated events, stacked by year, one row a country.

    Parameters
    ----------
    events : DataFrame
        From :func:`analysis.southeast_asia.dated_events`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot an event: films red, training as rings, all else grey.
    """
    data = events[["country", "kind", "date", "year", "what"]]
    count = data["country"].value_counts()
    own = [code for code in count.index if code != "KR"]
    rows = [code for code in own if count[code] >= 3]
    few = [code for code in own if count[code] < 3]
    order = [*rows, *(["+"] if few else []), "KR"]
    row = data["country"].where(~data["country"].isin(few), "+")
    film = data["kind"].isin(["remake", "coproduction"])
    train = data["kind"] == "training"
    rank = np.select([film, train], [0, 1], 2)
    placed = data.assign(row=row, rank=rank).sort_values(["row", "year", "rank"], kind="stable")
    stack = placed.groupby(["row", "year"]).cumcount()
    deepest = stack.groupby(placed["row"]).max() + 1
    base, height = {}, 0.0
    for code in reversed([code for code in order if code in deepest]):
        base[code] = height
        height += deepest[code] + 1.3
    ax = style.canvas(ax, "tall", left=0.2, right=0.05)
    for look, part in (
        ({"mfc": style.KOREAN, "mec": style.KOREAN}, placed["rank"] == 0),
        ({"mfc": style.PAPER, "mec": style.INK}, placed["rank"] == 1),
        ({"mfc": style.GREY, "mec": style.GREY}, placed["rank"] == 2),
    ):
        heights = placed["row"].map(base) + stack
        ax.plot(placed["year"][part], heights[part], "o", linestyle="none", ms=6, mew=1.4, **look)
    for line in base.values():
        ax.axhline(line - 0.75, color=style.GRID, linewidth=0.8)
    names = {"+": ", ".join(sorted(few)), "KR": "In Korea"}
    ax.set_yticks(
        [base[code] + (deepest[code] - 1) / 2 for code in base],
        [names.get(code) or places.name(code) for code in base],
        color=style.INK,
        size=9.5,
    )
    ax.set_ylim(-0.9, height - 0.4)
    ax.set_xlim(data["year"].min() - 0.8, data["year"].max() + 0.8)
    ax.grid(visible=False, axis="y")
    marks.year_ticks(ax, data["year"])
    shares = count.drop("KR", errors="ignore")
    words = {
        "n": len(data),
        "a": places.name(shares.index[0]),
        "ka": shares.iloc[0],
        "b": places.name(shares.index[1]),
        "kb": shares.iloc[1],
        "first": data["year"].min(),
        "last": data["year"].max(),
        "since": data["year"].max() - 9,
        "late": int((data["year"] >= data["year"].max() - 9).sum()),
        "films": int(film.sum()),
        "train": int(train.sum()),
        "few": ", ".join(f"{code} {places.name(code)}" for code in sorted(few)),
    }
    return finish(
        ax,
        data,
        events,
        title=fill("{late} of {n} dated events since {since}; most in {a}: {ka}", **words),
        subtitle=fill(
            "Events that tie film-making in Southeast Asia to Korea, by country, {first}–{last}",
            **words,
        ),
        note=fill(
            "Red: a film released or rights sold; rings: training; grey: companies, festivals, "
            "policy, streaming. {few}. n\u00a0=\u00a0{n} events.",
            **words,
        ),
        alt=fill(
            "Time line of {n} dated events from {first} to {last}, stacked by year and country: "
            "{films} films, {train} training events; most in {a} ({ka}) and {b} ({kb}).",
            **words,
        ),
    )


@style.themed
def ranking(influence: pd.DataFrame, agreement: float, ax: Axes | None = None) -> Chart:
    """Draw the counts by country and measure, shaded by rank.

    Parameters
    ----------
    influence : DataFrame
        From :func:`analysis.southeast_asia.influence`.
    agreement : float
        Kendall's W, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A grid of counts; the darker, the higher the rank; ranges of rank beside it.
    """
    data = influence
    rows = list(dict.fromkeys(data["country"]))
    measures = [name for name in MEASURES if name in set(data["measure"])]
    ax = style.canvas(ax, "tall", left=0.2, right=0.02)
    for cell in data.itertuples():
        x, y = measures.index(cell.measure), rows.index(cell.country)
        strong = cell.rank <= 4 and cell.count > 0
        face = style.KOREAN if strong else style.GRID
        fade = 1 - 0.18 * (cell.rank - 1) if strong else 1
        ax.add_patch(Rectangle((x - 0.48, y - 0.45), 0.96, 0.9, facecolor=style.PAPER))
        ax.add_patch(
            Rectangle((x - 0.48, y - 0.45), 0.96, 0.9, facecolor=face, alpha=max(fade, 0.3))
        )
        ax.text(
            x,
            y,
            f"{cell.count}",
            ha="center",
            va="center",
            size=11,
            color=style.PAPER if strong and cell.rank <= 2.5 else style.INK,
            weight="bold" if strong else "normal",
        )
    over = data.drop_duplicates("country").set_index("country")
    for y, code in enumerate(rows):
        best, worst = over.loc[code, ["best", "worst"]]
        text = f"{best:g}" if best == worst else f"{best:g} to {worst:g}"
        ax.text(len(measures) + 0.05, y, text, ha="center", va="center", size=9.5)
    ax.set_xlim(-0.55, len(measures) + 0.6)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    heads = [*(MEASURES[name] for name in measures), "Ranks\nfrom, to"]
    ax.set_xticks([*range(len(measures)), len(measures) + 0.05], heads, color=style.INK, size=8.5)
    ax.set_yticks(range(len(rows)), [places.name(code) for code in rows], color=style.INK, size=10)
    ax.xaxis.tick_top()
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    words = {
        "a": places.name(rows[0]),
        "b": places.name(rows[1]),
        "c": places.name(rows[2]),
        "first": int((data.loc[data["country"] == rows[0], "rank"] == 1).sum()),
        "m": len(measures),
        "lead": _listed(rows[:4]),
        "n": len(rows),
        "w": agreement,
    }
    return finish(
        ax,
        data[["country", "measure", "count", "rank", "mean_rank", "best", "worst"]],
        influence,
        title=fill("{a} is first in {first} of {m} counts, then {b} and {c}", **words),
        subtitle=(
            "Traces of Korean cinema by country, counts in the tables, Southeast Asia; darker: "
            "higher rank"
        ),
        note=fill(
            "Equal counts share a rank; countries in order of mean rank. Lists of local hits were "
            "found for six countries only. Agreement W\u00a0=\u00a0{w:.2f}; n\u00a0=\u00a0{n} "
            "countries, {m} measures.",
            **words,
        ),
        alt=fill(
            "Grid of counts for {n} countries and {m} measures of Korean influence: by mean rank "
            "the first four are {lead}; {a} is first by {first} measures; Kendall's W {w:.2f}.",
            **words,
        ),
        below=0.06,
        above=0.5,
    )
