"""Charts of co-productions; each takes frames that ``analysis.coproductions`` made."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from analysis import places as geography
from analysis.charts import marks, style
from analysis.charts.chart import Chart, finish
from analysis.coproductions import HALVES
from analysis.inference import Estimate
from analysis.prose import fill, listing

LISTED = "A list of what a search found, not a census."
KINDS = {
    "local_language": ("local-language", style.KOREAN, style.PAPER),
    "equity": ("equity", style.GREY, style.INK),
    "treaty": ("treaty", style.ADMISSIONS, style.PAPER),
    "service": ("service", style.INK, style.PAPER),
    "unknown": ("not described", style.PALE, style.INK),
}
SMALL = ("treaty", "service", "unknown")


def _short(period: str) -> str:
    """Write 2000–2004 as 2000–04."""
    start, _, end = period.partition("–")
    return f"{start}–{end[2:]}" if end else start


def _places(codes: str) -> str:
    """Name countries listed by code."""
    return (
        listing((geography.name(code) for code in codes.split(", ")), "or") if codes else "nowhere"
    )


def _tint(color: str, part: float) -> tuple[float, ...]:
    """Mix a colour with paper."""
    return tuple(1 - (1 - channel) * part for channel in to_rgb(color))


def _around(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Give points of a curve that passes the middle at a distance."""
    middle = (start + end) / 2
    far = np.hypot(*middle)
    aside = middle / far if far > 1e-6 else np.array([-start[1], start[0]])
    bend = middle + aside * max(0, 0.62 - far) * 1.6
    part = np.linspace(0, 1, 41)[:, None]
    return (1 - part) ** 2 * start + 2 * part * (1 - part) * bend + part**2 * end


def _dollars(value: float) -> str:
    """Write a budget: $0.5m, $12m."""
    return f"${value / 1e6:.0f}m" if value >= 2e6 else f"${value / 1e6:.1f}m"


@style.themed
def partners(
    partners: pd.DataFrame, by_period: pd.DataFrame, least: int = 2, ax: Axes | None = None
) -> Chart:
    """Draw films per partner country and five years.

    Parameters
    ----------
    partners : DataFrame
        From :func:`analysis.coproductions.partners`.
    by_period : DataFrame
        From :func:`analysis.coproductions.by_period`.
    least : int
        Films that give a country a row of its own; the others share one.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Cells, darker with more films, the number in each.
    """
    named = partners[partners["films"] >= least]
    rest = partners[partners["films"] < least]
    wide = by_period.pivot(index="country", columns="period", values="films")
    rows = [
        (name, wide.loc[code]) for name, code in zip(named["name"], named["country"], strict=True)
    ]
    if len(rest):
        rows.append(
            (f"{len(rest)} other{'s' if len(rest) > 1 else ''}", wide.loc[rest["country"]].sum())
        )
    top = max(cells.max() for _, cells in rows)
    ax = style.canvas(ax, "tall", left=0.24, right=0.04)
    for place, (_, cells) in enumerate(rows):
        for column, value in enumerate(cells):
            depth = 0.15 + 0.85 * value / top if value else 0
            ax.add_patch(
                Rectangle(
                    (column - 0.47, place - 0.45), 0.94, 0.9, color=_tint(style.KOREAN, depth)
                )
                if value
                else Rectangle((column - 0.47, place - 0.45), 0.94, 0.9, color="#f6f7f8")
            )
            if value:
                ax.text(
                    column,
                    place,
                    f"{value}",
                    ha="center",
                    va="center",
                    size=10,
                    color=style.PAPER if depth > 0.75 else style.INK,
                    weight="bold" if value == top else "normal",
                )
    ax.set_xlim(-0.5, wide.shape[1] - 0.5)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_xticks(range(wide.shape[1]), [_short(period) for period in wide])
    ax.xaxis.tick_top()
    labels = [f"{name}  {cells.sum()}" for name, cells in rows]
    ax.set_yticks(range(len(rows)), labels, color=style.INK, size=10)
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    first, second = (
        partners.sort_values([part, "name"], ascending=[False, True]).iloc[0]
        for part in ("earlier", "later")
    )
    _, split, _ = HALVES
    return finish(
        ax,
        by_period,
        partners,
        by_period,
        title=(
            f"Most often with {first['name']} until {split - 1} ({first['earlier']} films), "
            f"{second['name']} since ({second['later']})"
        ),
        subtitle=(
            "Films with a Korean and a foreign partner, by partner country and years of "
            "release; total behind the name"
        ),
        note=(
            f"{LISTED} A film with several partners counts for each. The newest period is not "
            f"over. {marks.count(int(partners['films'].sum()), 'pairs of film and partner')}."
        ),
        alt=fill(
            "Grid of co-productions by partner and period for {k} countries: {names}; in the years "
            "to {to} {first} leads with {a} films, from {since} {second} with {b}.",
            k=len(partners),
            names=listing(f"{row.name} {row.films}" for row in partners.head(3).itertuples()),
            to=split - 1,
            since=split,
            first=first["name"],
            second=second["name"],
            a=first["earlier"],
            b=second["later"],
        ),
        above=0.36,
        below=0.1,
    )


@style.themed
def regions(by_region: pd.DataFrame, shift: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw each region's share of films, per five years.

    Parameters
    ----------
    by_region : DataFrame
        From :func:`analysis.coproductions.by_region`.
    shift : DataFrame
        From :func:`analysis.coproductions.region_shift`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Four panels of dots with intervals; the newest period hollow.
    """
    shown = ["East Asia", "Southeast Asia", "Europe", "North America"]
    data = by_region[by_region["region"].isin(shown)]
    periods = sorted(data["period"].unique())
    ax = style.canvas(ax, "tall", left=0.1, right=0.04)
    panels = marks.panels(ax, 2, 2, across=0.18, down=0.42)
    for panel, name in zip(panels, shown, strict=True):
        part = data[data["region"] == name].set_index("period").loc[periods]
        color = style.KOREAN if name in shown[:2] else style.MUTED
        places = np.arange(len(periods))
        panel.vlines(places, part["low"], part["high"], color=color, linewidth=1.4, alpha=0.55)
        panel.plot(places[:-1], part["share"].iloc[:-1], color=color, linewidth=1.4)
        panel.plot(places[:-1], part["share"].iloc[:-1], "o", color=color, ms=6, clip_on=False)
        panel.plot(
            places[-2:], part["share"].iloc[-2:], color=color, linewidth=1.2, linestyle=(0, (2, 2))
        )
        panel.plot(
            places[-1],
            part["share"].iloc[-1],
            "o",
            mfc=style.PAPER,
            mec=color,
            ms=6.5,
            clip_on=False,
            zorder=4,
        )
        panel.set_ylim(0, 1.15)
        panel.set_xlim(-0.4, len(periods) - 0.6)
        panel.set_yticks([0, 0.5, 1], ["0", "50%", "100%"])
        starts = [f"’{period[2:4]}" for period in periods]
        panel.set_xticks(places, starts)
        panel.grid(visible=False, axis="x")
        panel.set_title(name, loc="left", size=10.5, color=color, weight="bold", pad=5)
        for place in (0, len(periods) - 2):
            style.label(
                panel,
                place,
                part["high"].iloc[place] + 0.015,
                f"{part['share'].iloc[place]:.0%}",
                ha="center",
                va="bottom",
                color=color,
                size=9,
            )
    whole = data.drop_duplicates("period").set_index("period")["n"].loc[periods]
    wide = data.pivot(index="region", columns="period", values="share")
    start, end = periods[0], periods[-2]
    halves = shift.set_index("name")
    words = {
        "start": _short(start),
        "end": _short(end),
        "ea": wide.loc["East Asia", start],
        "eb": wide.loc["East Asia", end],
        "sa": wide.loc["Southeast Asia", start],
        "sb": wide.loc["Southeast Asia", end],
    }
    return finish(
        ax,
        data,
        by_region,
        title=fill(
            "East Asia {a:.0%} of films until {year}, {b:.0%} since; "
            "Southeast Asia {c:.0%}, then {d:.0%}",
            year=HALVES[1] - 1,
            a=halves.loc["East Asia", "earlier"],
            b=halves.loc["East Asia", "later"],
            c=halves.loc["Southeast Asia", "earlier"],
            d=halves.loc["Southeast Asia", "later"],
        ),
        subtitle=(
            "Share of co-productions with a partner in the region, per five years from the year "
            "shown; bars: 95% intervals"
        ),
        note=(
            f"{LISTED} A film can count in two regions. Hollow: {_short(periods[-1])}, not over. "
            f"Films per period: {', '.join(str(count) for count in whole)}; "
            f"{marks.count(int(whole.sum()), 'films')}."
        ),
        alt=fill(
            "Four panels of the share of co-productions by partner region: East Asia {ea:.0%} in "
            "{start} and {eb:.0%} in {end}, Southeast Asia {sa:.0%} and {sb:.0%}, Europe "
            "{a:.0%} and {b:.0%}, North America {c:.0%} and {d:.0%}.",
            a=wide.loc["Europe", start],
            b=wide.loc["Europe", end],
            c=wide.loc["North America", start],
            d=wide.loc["North America", end],
            **words,
        ),
        below=0.34,
        above=0.38,
    )


@style.themed
def network(
    nodes: pd.DataFrame, edges: pd.DataFrame, least: int = 2, ax: Axes | None = None
) -> Chart:
    """Draw which countries meet in a film.

    Parameters
    ----------
    nodes, edges : DataFrame
        From :func:`analysis.coproductions.network`.
    least : int
        Films that a partner needs to be drawn if it meets no other partner.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Korea in the middle, partners on a ring by region; ties as wide as films shared.
    """
    among = edges[edges["a"] != "KR"]
    tied = nodes["country"].isin([*among["a"], *among["b"]])
    drawn = nodes[(nodes["films"] >= least) | tied | (nodes["country"] == "KR")]
    alone = nodes.drop(drawn.index)
    ring = drawn[drawn["country"] != "KR"]
    angle = np.linspace(0, 2 * np.pi, len(ring), endpoint=False)
    where = {"KR": np.zeros(2)} | dict(
        zip(ring["country"], np.column_stack([np.cos(angle), np.sin(angle)]), strict=True)
    )
    ax = style.canvas(ax, "tall", left=0.03, right=0.03)
    for edge in edges[edges["a"].isin(where) & edges["b"].isin(where)].itertuples():
        korean = edge.a == "KR"
        ends = where[edge.a], where[edge.b]
        ax.plot(
            *(np.array(ends) if korean else _around(*ends)).T,
            color=style.PALE if korean else style.ADMISSIONS,
            linewidth=0.7 + 0.42 * edge.films if korean else 1.5 * edge.films,
            solid_capstyle="butt",
            zorder=1 if korean else 2,
            alpha=1 if korean else 0.75,
        )
    for node in ring.itertuples():
        x, y = where[node.country]
        ax.scatter(x, y, s=26 + 15 * node.films, color=style.MUTED, edgecolor=style.PAPER, zorder=3)
        away = 1.08 + 0.018 * np.sqrt(node.films)
        side = "center" if abs(x) < 0.2 else "left" if x > 0 else "right"
        style.label(
            ax,
            x * away,
            y * (away + (0.05 if side == "center" else 0)),
            f"{node.name} {node.films}",
            ha=side,
            va="center",
            size=10.5,
        )
    ax.plot(0, 0, "o", ms=36, color=style.KOREAN, mec=style.PAPER, zorder=3)
    ax.text(
        *(0, 0, "Korea"),
        color=style.PAPER,
        size=10,
        weight="bold",
        ha="center",
        va="center",
        zorder=6,
    )
    ax.set_xlim(-1.7, 1.7)
    ax.set_ylim(-1.24, 1.3)
    ax.set_axis_off()
    widest = nodes[nodes["country"] != "KR"].sort_values(["ties", "films"], ascending=False).iloc[0]
    strongest = among.sort_values("films", ascending=False, kind="stable").iloc[0]
    names = nodes.set_index("country")["name"]
    left = f" Not drawn: {listing(alone['name'])}, one film each. " if len(alone) else " "
    films, joint = nodes.set_index("country").loc["KR", ["films", "shared"]].astype("int64")
    return finish(
        ax,
        edges,
        nodes,
        edges,
        title=f"{joint} of {films} films join three countries or more",
        subtitle=(
            "Countries that took part in the same film. Grey: with Korea; blue: among partners; "
            "number: films; wider: more"
        ),
        note=f"{LISTED}{left}{marks.count(films, 'films with a named partner')}.",
        alt=fill(
            "Network with Korea in the middle of {k} partner countries: {t} ties join partners "
            "with each other, the strongest {a} and {b} with {f} films; {w} meets most others, "
            "{m}.",
            k=len(nodes) - 1,
            t=len(among),
            a=names[strongest["a"]],
            b=names[strongest["b"]],
            f=strongest["films"],
            w=widest["name"],
            m=widest["ties"] - 1,
        ),
        below=0.06,
        above=0.05,
    )


@style.themed
def kinds(by_kind: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw films by kind, per five years.

    Parameters
    ----------
    by_kind : DataFrame
        From :func:`analysis.coproductions.by_kind`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Stacked horizontal bars with the number in each part.
    """
    wide = by_kind.pivot(index="period", columns="kind", values="films")[list(KINDS)]
    ax = style.canvas(ax, left=0.16, right=0.05)
    left = np.zeros(len(wide))
    fullest = int(wide.sum(axis=1).argmax())
    for kind, (name, color, text) in KINDS.items():
        values = wide[kind].to_numpy()
        ax.barh(
            range(len(wide)),
            values,
            left=left,
            color=color,
            height=0.72,
            edgecolor=style.PAPER,
            linewidth=0.8,
        )
        for place, (value, start) in enumerate(zip(values, left, strict=True)):
            if value >= 3 and kind in ("local_language", "equity"):
                ax.text(
                    start + value / 2,
                    place,
                    f"{value} {name}" if value >= 9 and place == fullest else f"{value}",
                    ha="center",
                    va="center",
                    size=9.5,
                    color=text,
                )
        left += values
    for place, (_, row) in enumerate(wide.iterrows()):
        few = [kind for kind in ("local_language", "equity") if 0 < row[kind] < 3]
        few += [kind for kind in SMALL if row[kind]]
        small = [f"{row[kind]} {KINDS[kind][0]}" for kind in few]
        lines = "\n".join(filter(None, [", ".join(small[:2]), ", ".join(small[2:])]))
        style.label(
            ax,
            left[place] + 0.6,
            place,
            lines,
            va="center",
            size=9,
            color=style.MUTED,
            linespacing=1.0,
        )
    ax.set_yticks(range(len(wide)), [_short(period) for period in wide.index], color=style.INK)
    ax.set_ylim(len(wide) - 0.5, -0.6)
    ax.set_xlim(0, wide.sum(axis=1).max() * 1.5)
    ax.grid(visible=False, axis="y")
    sums = wide.sum()
    few = [f"{KINDS[kind][0]} {sums[kind]}" for kind in ("treaty", "service")]
    newest = wide.index[-1]
    first = wide.index[wide["local_language"].to_numpy() > 0]
    since = f" Local-language films first in {_short(first[0])}." if len(first) else ""
    return finish(
        ax,
        by_kind,
        by_kind,
        title=fill(
            "{k} of {n} films are made for a foreign market in its language",
            k=sums["local_language"],
            n=sums.sum(),
        ),
        subtitle=("Co-productions by kind and five years of release; blue: treaty, black: service"),
        note=(
            f"{LISTED} In all: {', '.join(few)}. {_short(newest)} is not over. "
            f"{marks.count(int(sums.sum()), 'films')}."
        ),
        alt=fill(
            "Stacked bars of co-productions by kind: {e} with shared money or production, {l} "
            "local-language films, {u} not described, {t} under a treaty, {s} service of {n}.",
            e=sums["equity"],
            l=sums["local_language"],
            u=sums["unknown"],
            t=sums["treaty"],
            s=sums["service"],
            n=sums.sum(),
        )
        + since,
    )


@style.themed
def leads(leads: pd.DataFrame, shift: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the share of films that Korea leads, per five years.

    Parameters
    ----------
    leads : DataFrame
        From :func:`analysis.coproductions.leads`.
    shift : DataFrame
        From :func:`analysis.coproductions.lead_shift`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots with intervals: all films filled, without local-language films as rings.
    """
    periods = sorted(leads["period"].unique())
    ax = style.canvas(ax, left=0.105)
    whole = leads[leads["scope"] == "all"].set_index("period").reindex(periods)
    rest = leads[leads["scope"] != "all"].set_index("period").reindex(periods)
    places = np.arange(len(periods))
    for part, aside, color, face in (
        (rest, 0.13, style.MUTED, style.PAPER),
        (whole, -0.13, style.KOREAN, style.KOREAN),
    ):
        ax.vlines(places + aside, part["low"], part["high"], color=color, linewidth=1.6, alpha=0.5)
        ax.plot(
            places + aside, part["share"], "o", ms=8, mfc=face, mec=color, mew=1.8, clip_on=False
        )
    for place, row in zip(places, whole.itertuples(), strict=True):
        style.label(
            ax,
            place - 0.24,
            row.share,
            f"{row.share:.0%}",
            ha="right",
            va="center",
            color=style.KOREAN,
            weight="bold",
        )
    for height, face, color, text in (
        (0.99, style.KOREAN, style.KOREAN, "all films"),
        (0.9, style.PAPER, style.MUTED, "without local-language films"),
    ):
        ax.plot(2.75, height, "o", ms=8, mfc=face, mec=color, mew=1.8)
        style.label(ax, 2.9, height, text, va="center", color=color, size=9)
    names = [f"{_short(p)}\n{n} films" for p, n in zip(periods, whole["n"], strict=True)]
    ax.set_xticks(places, names)
    ax.set_xlim(-0.85, len(periods) - 0.5)
    ax.set_ylim(0, 1.06)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25%", "50%", "75%", "100%"])
    ax.grid(visible=False, axis="x")
    start, end = whole.iloc[0], whole.iloc[-2]
    halves = shift.set_index("name").loc["all"]
    return finish(
        ax,
        leads,
        leads,
        title=fill(
            "Korea led {a:.0%} of films until {year} and {b:.0%} since",
            a=halves["earlier"],
            b=halves["later"],
            year=HALVES[1] - 1,
        ),
        subtitle="Share of co-productions whose leading producer is Korean; bars: 95% intervals",
        note=(
            f"{LISTED} {int(whole['open'].sum())} films without a leading country, or not "
            f"known, are left out. {_short(periods[-1])} is not over. "
            f"{marks.count(int(whole['n'].sum()), 'films')}."
        ),
        alt=fill(
            "Dots with intervals of the share of co-productions led by Korea: {a:.0%} in {p}, "
            "{b:.0%} in {q}, {c:.0%} in {r}; without local-language films {d:.0%} in {r}.",
            a=start["share"],
            p=_short(periods[0]),
            b=whole["share"].iloc[1],
            q=_short(periods[1]),
            c=end["share"],
            r=_short(periods[-2]),
            d=rest["share"].iloc[-2],
        ),
        below=0.46,
    )


@style.themed
def backed(
    backed: pd.DataFrame, trend: pd.DataFrame, end: int = HALVES[2], ax: Axes | None = None
) -> Chart:
    """Draw Vietnamese and Philippine films with a Korean partner, by year.

    Parameters
    ----------
    backed : DataFrame
        From :func:`analysis.coproductions.korean_backed`.
    trend : DataFrame
        From :func:`analysis.coproductions.trend`.
    end : int
        The first year that is not complete.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A panel a country: one square a film.
    """
    countries = {"VN": "Vietnam", "PH": "Philippines"}
    start = end - 20
    data = backed[backed["year"].between(start, end - 1)]
    counts = data.groupby(["country", "year"]).size()
    top = int(counts.max())
    ax = style.canvas(ax, left=0.06, right=0.04)
    sums = {}
    for panel, (code, name) in zip(
        marks.panels(ax, 2, 1, down=0.26), countries.items(), strict=True
    ):
        years = data.loc[data["country"] == code, "year"].value_counts()
        for year, count in years.items():
            panel.bar(
                [year] * count, 0.86, bottom=np.arange(count) + 0.07, width=0.8, color=style.KOREAN
            )
        own = trend[trend["country"] == code].set_index("years")
        ten = own.loc[10] if 10 in own.index else {"before": 0, "after": 0}
        sums[code] = (int(ten["before"]), int(ten["after"]))
        panel.axvline(end - 10 - 0.5, color=style.MUTED, linewidth=0.9, linestyle=(0, (3, 3)))
        for x, side, number, span in (
            (end - 10.7, "right", sums[code][0], f"{start}–{end - 11}"),
            (end - 10.3, "left", sums[code][1], f"{end - 10}–{end - 1}"),
        ):
            style.label(
                panel,
                x,
                top + 0.25,
                f"{span}: {number}",
                ha=side,
                va="bottom",
                color=style.MUTED,
                size=9,
            )
        style.label(
            panel,
            start - 0.6,
            top + 0.25,
            name,
            va="bottom",
            size=10.5,
            color=style.KOREAN,
            weight="bold",
        )
        panel.set_ylim(0, top + 1.1)
        panel.set_yticks(range(0, top + 1, 2))
        panel.set_xlim(start - 0.7, end - 0.3)
        panel.set_xticks([start, start + 5, start + 10, start + 15, end - 1])
        panel.grid(visible=False, axis="x")
    return finish(
        ax,
        backed.drop(columns="source_ids"),
        backed,
        title=(
            f"Vietnam: {sums['VN'][0]} films in ten years, then {sums['VN'][1]}; "
            f"Philippines: {sums['PH'][0]}, then {sums['PH'][1]}"
        ),
        subtitle="Films with a Korean co-producer or investor, one square each, by year of release",
        note=(
            "Co-productions, remakes with a Korean partner and Korean-backed hits, each film once. "
            f"What a search found, not a census. {marks.count(len(data), 'films')}."
        ),
        alt=fill(
            "Two panels of films a year with a Korean partner: Vietnam {a} in {p} to {q} and {b} "
            "in {r} to {s}; the Philippines {c} and {d}.",
            a=sums["VN"][0],
            b=sums["VN"][1],
            c=sums["PH"][0],
            d=sums["PH"][1],
            p=start,
            q=end - 11,
            r=end - 10,
            s=end - 1,
        ),
        below=0.3,
    )


@style.themed
def timeline(
    rows: pd.DataFrame, films: pd.DataFrame, agreements: pd.DataFrame, ax: Axes | None = None
) -> Chart:
    """Draw agreements and films on one line of time, a row a partner.

    Parameters
    ----------
    rows, films : DataFrame
        From :func:`analysis.coproductions.timeline`.
    agreements : DataFrame
        From :func:`analysis.coproductions.agreements`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Grey dots are films, larger for several in a year; diamonds are agreements, filled
        where they cover film.
    """
    gap = rows["agreed"].isna().astype("float64") * 0.9
    places = (gap + np.arange(len(rows))).tolist()
    place = dict(zip(rows["partner"], places, strict=True))
    ax = style.canvas(ax, "tall", left=0.25, right=0.04)
    first = min(films["year"].min(), agreements["year"].min())
    last = max(films["year"].max(), agreements["year"].max())
    for partner, number in place.items():
        since = rows.loc[rows["partner"] == partner, "agreed"].iloc[0]
        if pd.notna(since):
            ax.plot(
                [since, last + 0.6],
                [number] * 2,
                color=style.PALE,
                linewidth=5,
                zorder=1,
                solid_capstyle="butt",
            )
    ax.scatter(
        films["year"],
        films["partner"].map(place),
        s=22 * films["films"],
        color=style.MUTED,
        edgecolor=style.PAPER,
        linewidth=0.5,
        zorder=3,
    )
    for row in agreements.itertuples():
        ax.plot(
            row.year,
            place[row.partner],
            "D",
            ms=7.5,
            mew=1.8,
            mec=style.KOREAN,
            zorder=4,
            mfc=style.KOREAN if row.covers_film else style.PAPER,
        )
    names = [f"{row.name}  {row.films}" for row in rows.itertuples()]
    ax.set_yticks(places, names, color=style.INK, size=9.5)
    with_any = int(rows["agreed"].notna().sum())
    ax.axhline(with_any - 0.45, color=style.GREY, linewidth=0.8)
    style.label(
        ax,
        first - 0.4,
        with_any - 0.02,
        "Most films without an agreement in the table",
        size=8.8,
        color=style.MUTED,
        va="center",
    )
    ax.set_ylim(places[-1] + 0.6, -0.7)
    ax.set_xlim(first - 0.8, last + 1)
    marks.year_ticks(ax, pd.Series([first, last]))
    ax.grid(visible=False, axis="y")
    rest = rows[rows["agreed"].isna()]
    none = int((rows.loc[rows["agreed"].notna(), "films"] == 0).sum())
    return finish(
        ax,
        films,
        agreements,
        rows,
        films,
        title=(
            f"{none} of {with_any} partners with an agreement have no film; "
            f"{rest['name'].iloc[0]} has {rest['films'].iloc[0]} without"
        ),
        subtitle=(
            "Films by partner and year (dots, larger for several) and agreements (diamonds, "
            "filled where they name film)"
        ),
        note=(
            f"{LISTED} European Union: films with any member state, France included; EFTA: the "
            f"trade association. {marks.count(len(agreements), 'agreements')}."
        ),
        alt=fill(
            "Time line of {a} agreements of Korea with {k} partners and of films with them: {f} "
            "agreements name film; {z} partners have no film; most films without one: {names}.",
            a=len(agreements),
            k=with_any,
            f=int(agreements["covers_film"].sum()),
            z=none,
            names=listing(f"{row.name} ({row.films})" for row in rest.itertuples()),
        ),
    )


@style.themed
def budgets(budgets: pd.DataFrame, ratio: Estimate, ax: Axes | None = None) -> Chart:
    """Draw budgets of co-productions beside those of Korean films, by year.

    Parameters
    ----------
    budgets : DataFrame
        From :func:`analysis.coproductions.budgets`.
    ratio : Estimate
        From :func:`analysis.coproductions.budget_ratio`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots on a log scale: Korean films grey, co-productions red, filled where Korea leads.
    """
    ax = style.canvas(ax, "tall", left=0.115, right=0.05)
    pure = budgets[budgets["group"] == "Korean film"]
    joint = budgets[budgets["group"] == "co-production"]
    ax.plot(
        pure["year"], pure["budget_usd"], "o", color=style.GREY, ms=5.5, mec=style.PAPER, mew=0.5
    )
    korean = joint["lead"] == "Korea"
    ax.plot(
        joint.loc[korean, "year"],
        joint.loc[korean, "budget_usd"],
        "o",
        ms=7.5,
        color=style.KOREAN,
        mec=style.PAPER,
        mew=0.6,
        zorder=4,
    )
    ax.plot(
        joint.loc[~korean, "year"],
        joint.loc[~korean, "budget_usd"],
        "o",
        ms=7,
        mfc=style.PAPER,
        mec=style.KOREAN,
        mew=1.7,
        zorder=4,
    )
    ax.set_yscale("log")
    low, high = budgets["budget_usd"].min(), budgets["budget_usd"].max()
    ax.set_ylim(low / 4, high * 2.1)
    ax.set_yticks([value for value in 10.0 ** np.arange(4, 10) if low / 4 <= value <= high * 2.1])
    ax.yaxis.set_major_formatter(
        lambda value, _: f"${value / 1e6:,.0f}m" if value >= 1e6 else f"${value / 1e6:g}m"
    )
    ax.minorticks_off()
    first, last = int(budgets["year"].min()), int(budgets["year"].max())
    ax.set_xlim(first - 1, last + 1.5)
    marks.year_ticks(ax, budgets["year"])
    middle = (first + last) / 2
    named = [(joint.loc[joint["budget_usd"].idxmax()], "bottom", style.KOREAN)]
    named.append((joint.loc[joint["budget_usd"].idxmin()], "top", style.KOREAN))
    named.append((pure.loc[pure["budget_usd"].idxmin()], "top", style.MUTED))
    for row, side, color in named:
        style.label(
            ax,
            row["year"],
            row["budget_usd"] * (1.16 if side == "bottom" else 0.86),
            row["title"].split(" (")[0],
            ha="left" if row["year"] < middle else "right",
            va=side,
            color=color,
            size=9,
        )
    style.label(
        ax,
        0.02,
        0.075,
        "co-production led by Korea (filled), by others (hollow)",
        transform=ax.transAxes,
        color=style.KOREAN,
        size=9,
    )
    style.label(ax, 0.02, 0.02, "Korean film", transform=ax.transAxes, color=style.MUTED, size=9)
    words = {"r": ratio.value, "low": ratio.low, "high": ratio.high}
    span = fill("{low:.1f} to {high:.1f}", **words)
    return finish(
        ax,
        budgets.drop(columns="source_ids"),
        budgets,
        title=fill(
            "{verdict}: co-productions at {r:.1f} times Korean films ({span})",
            verdict=(
                "Dearer"
                if ratio.low > 1
                else "Cheaper"
                if ratio.high < 1
                else "No clear difference"
            ),
            span=span,
            **words,
        ),
        subtitle="Known budgets in US dollars of the year, log scale, by year of release",
        note=(
            "Ratio of geometric means within five years, 95% interval. Bases differ: net, total, "
            "not said. Amounts in won at the year's rate. "
            f"{marks.count(len(joint), 'co-productions')}, "
            f"{len(pure)}\u00a0Korean\u00a0films."
        ),
        alt=fill(
            "Dots on a log scale of {n} budgets of co-productions, from {a} to {b}, and {m} of "
            "Korean films, from {c} to {d}; within five years co-productions cost {r:.1f} times as "
            "much ({span}).",
            n=len(joint),
            m=len(pure),
            a=_dollars(joint["budget_usd"].min()),
            b=_dollars(joint["budget_usd"].max()),
            c=_dollars(pure["budget_usd"].min()),
            d=_dollars(pure["budget_usd"].max()),
            r=ratio.value,
            span=span,
        ),
    )


@style.themed
def standing(standing: pd.DataFrame, gap: Estimate, few: int = 10, ax: Axes | None = None) -> Chart:
    """Draw the place of each co-production among the Korean films of its year.

    Parameters
    ----------
    standing : DataFrame
        From :func:`analysis.coproductions.standing`.
    gap : Estimate
        From :func:`analysis.coproductions.place_gap`.
    few : int
        Below so many rivals a mark is hollow.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A line a film: its place between none and all of the year's Korean films.
    """
    joint = standing[standing["group"] == "co-production"]
    joint = joint.sort_values(["place", "year", "film_id"]).reset_index(drop=True)
    ax = style.canvas(ax, "tall", left=0.4, right=0.07)
    ax.axvline(0.5, color=style.MUTED, linewidth=1)
    ax.hlines(range(len(joint)), 0, joint["place"], color=style.PALE, linewidth=2, zorder=1)
    for place, row in enumerate(joint.itertuples()):
        hollow = row.rivals < few
        ax.plot(
            row.place,
            place,
            "o",
            ms=8.5,
            mew=1.8,
            mec=style.KOREAN,
            zorder=3,
            clip_on=False,
            mfc=style.PAPER if hollow else style.KOREAN,
        )
        right = row.place < 0.75
        style.label(
            ax,
            row.place + (0.04 if right else -0.04),
            place,
            f"{row.admissions / 1e6:.1f}m" if row.admissions >= 1e5 else f"{row.admissions:,}",
            ha="left" if right else "right",
            va="center",
            color=style.KOREAN,
            size=9,
        )
    names = [f"{row.title}\n{row.year}, against {row.rivals}" for row in joint.itertuples()]
    ax.set_yticks(range(len(joint)), names, color=style.INK, size=9, linespacing=1.05)
    ax.set_ylim(-0.6, len(joint) - 0.4)
    ax.set_xlim(-0.035, 1)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25%", "50%", "75%", "100%"])
    ax.grid(visible=False, axis="y")
    above = int((joint["place"] > 0.5).sum())
    return finish(
        ax,
        joint.drop(columns="source_ids"),
        standing,
        title=f"{above} of {len(joint)} co-productions rank in the upper half of their year",
        subtitle=(
            "Share of that year’s Korean films in the table with fewer admissions; label: "
            "admissions in Korea"
        ),
        note=(
            "The table holds mostly hits. Hollow: fewer than "
            f"{few}\u00a0films to stand against. {marks.count(len(joint), 'co-productions')}, "
            f"{len(standing) - len(joint)}\u00a0Korean\u00a0films."
        ),
        alt=fill(
            "Places of {n} co-productions among the Korean films of their year by admissions: {a} "
            "above half; {top} highest ({p:.0%}, {m:people}); on average {g:+.0f} points against "
            "Korean films.",
            n=len(joint),
            a=above,
            top=joint["title"].iloc[-1],
            p=joint["place"].iloc[-1],
            m=joint["admissions"].iloc[-1],
            g=gap.value * 100,
        ),
    )


@style.themed
def names(checked: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw how many pages name each person and company with the film, and with another.

    Parameters
    ----------
    checked : DataFrame
        From :func:`analysis.coproductions.check_names`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Two bars a name: pages that name it with the film, and with another film.
    """
    ax = style.canvas(ax, "tall", left=0.33, right=0.04)
    gap = (checked["what"] != checked["what"].shift()).cumsum() - 1
    places = np.arange(len(checked)) + gap.to_numpy() * 0.7
    top = int(max(checked["pages"].max(), checked["elsewhere_pages"].max(), 1))
    for place, row in zip(places, checked.itertuples(), strict=True):
        if row.pages:
            ax.barh(place, row.pages, height=0.6, color=style.KOREAN)
        elif row.elsewhere_pages:
            ax.barh(
                place,
                row.elsewhere_pages,
                height=0.6,
                color=style.PAPER,
                edgecolor=style.MUTED,
                linewidth=1.3,
            )
        note = ""
        if row.found == "in no list":
            note = f"on none of {row.searched} pages"
        elif row.found == "other country":
            note = f"of {_places(row.credited_country)}, not {_places(row.country)}"
        elif row.found == "other role":
            note = f"but as {row.credited}"
        if note:
            style.label(
                ax,
                max(row.pages, row.elsewhere_pages) + 0.08,
                place,
                note,
                va="center",
                size=9,
                color=style.INK,
            )
    ax.set_yticks(places, [f"{r.name}" for r in checked.itertuples()], color=style.INK, size=10)
    for tick, found in zip(ax.get_yticklabels(), checked["found"], strict=True):
        tick.set_color(style.MUTED if found == "in no list" else style.INK)
    ax.set_ylim(places[-1] + 0.6, -0.6)
    ax.set_xlim(0, top * 2.02)
    ax.set_xticks(range(top + 1))
    ax.grid(visible=False, axis="y")
    exact = int((checked["found"] == "confirmed").sum())
    other = len(checked) - exact - int((checked["found"] == "in no list").sum())
    lost = checked[checked["found"] == "in no list"]
    strayed = int((lost["elsewhere_pages"] > 0).sum())
    return finish(
        ax,
        checked.drop(columns="source_ids").fillna(""),
        checked,
        title=(f"{exact} of {len(checked)} names right, {strayed} only with another film"),
        subtitle=(
            "Number of pages that name each with Leaving Mom (red), or else with Solo Prince "
            "(hollow), two films of 2025"
        ),
        note=(
            "Pages cited in the tables; several may relay one release. Above: people; below: "
            f"companies. {marks.count(len(checked), 'names')}."
        ),
        alt=fill(
            "Bars of pages that name each person and company with the film Leaving Mom: {e} of {n} "
            "confirmed as stated, {k} otherwise; on none of the pages read: {lost}.",
            k=other,
            e=exact,
            n=len(checked),
            lost=listing(lost["name"]) if len(lost) else "nobody",
        ),
    )
