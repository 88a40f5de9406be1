"""Charts of Korean films abroad; each takes a frame that ``analysis.reach`` made."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis import places
from analysis.charts import marks, style
from analysis.charts.chart import Chart, finish
from analysis.prose import MINUS, fill

NBSP = "\u00a0"
NAMES = {"cannes": "Cannes", "berlin": "Berlin", "venice": "Venice"}
OUTCOMES = {
    "audience": "Audience at home",
    "us_gross": "Gross in US and Canada",
    "abroad": "Found abroad",
}


def _millions(value: float) -> str:
    return f"{int(value / 1e6 + 0.5)}m" if value >= 9.5e6 else f"{value / 1e6:.1f}m"


def _short(title: str, room: int = 26) -> str:
    """Cut a subtitle or the end of a long title."""
    words = title.split(":")[0] if len(title) > room else title
    return words if len(words) <= room else words[: room - 1].rstrip() + "…"


def _segments(ax: Axes, x: pd.Series, y: pd.Series, **kwargs: object) -> None:
    """Draw a line that breaks where a year is missing."""
    run = (x.diff() != 1).cumsum()
    for _, part in x.groupby(run):
        ax.plot(part, y.loc[part.index], **kwargs)


def _years(ax: Axes, first: int, last: int) -> None:
    """Set ticks at every fifth year, and at the last where it is far from one."""
    ticks = [year for year in range(first, last + 1) if year % 5 == 0]
    ax.set_xticks([*ticks, last] if last % 5 > 2 else ticks)


def _head(ax: Axes, text: str) -> None:
    """Write a panel's name above it."""
    ax.text(0, 1.03, text, transform=ax.transAxes, va="bottom", ha="left", weight="bold", size=9.5)


@style.themed
def exports(yearly: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw export sales of completed films and of everything, current and constant dollars.

    Parameters
    ----------
    yearly : DataFrame
        From :func:`analysis.reach.exports_by_year`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Two panels; constant dollars in the accent colour, current ones grey; hollow
        where the amount is derived or turned from won, squares from 2022 on.
    """
    data = yearly.drop(columns="source_ids", errors="ignore")
    ax = style.canvas(ax, "tall", left=0.1)
    names = {"completed": "Completed films", "all": "All sales, with services"}
    first, last = int(data["year"].min()), int(data["year"].max())
    top = data["real_usd"].max() / 1e6
    for panel, (series, name) in zip(marks.panels(ax, 2, 1, down=0.3), names.items(), strict=True):
        rows = data[data["series"] == series].reset_index(drop=True)
        for merged, part in rows.groupby("merged"):
            now, real = part["usd"] / 1e6, part["real_usd"] / 1e6
            _segments(panel, part["year"], now, color=style.GREY, linewidth=1.4)
            _segments(panel, part["year"], real, color=style.KOREAN, linewidth=2)
            for row in part.itertuples():
                hollow = row.state != "printed"
                panel.plot(
                    row.year,
                    row.real_usd / 1e6,
                    "s" if merged else "o",
                    mfc=style.PAPER if hollow else style.KOREAN,
                    mec=style.KOREAN,
                    mew=1.4,
                    ms=5,
                )
        peak, end = rows.loc[rows["real_usd"].idxmax()], rows.iloc[-1]
        for row in {int(peak["year"]): peak, int(end["year"]): end}.values():
            falls = (
                row["year"] == end["year"] and end["real_usd"] < rows["real_usd"].iloc[-2:].max()
            )
            style.label(
                panel,
                row["year"] + (0.3 if row["year"] == last else 0),
                row["real_usd"] / 1e6 + top * (-0.15 if falls else 0.06),
                f"{row['real_usd'] / 1e6:.0f}m",
                ha="center",
                color=style.KOREAN,
                weight="bold",
            )
        _head(panel, name)
        panel.set_ylim(0, top * 1.22)
        panel.set_xlim(first - 0.8, last + 1.6)
        panel.yaxis.set_major_formatter(lambda value, _: f"${value:.0f}m" if value else "0")
        panel.grid(visible=False, axis="x")
        _years(panel, first, last)
        if series == "completed":
            place = peak["year"] + 1.6
            ink = {"color": style.KOREAN, "weight": "bold"}
            style.label(panel, place, top * 0.72, f"in dollars of {last}", **ink)
            style.label(panel, place, top * 0.54, "in current dollars", color=style.MUTED)
        elif rows["merged"].any():
            marks.line_at(panel, int(rows.loc[rows["merged"], "year"].min()) - 0.5, "", 0.98)
    done = data[data["series"] == "completed"]
    peak, newest = done.loc[done["real_usd"].idxmax()], data[data["series"] == "all"].iloc[-1]
    words = {
        "peak": peak["real_usd"] / 1e6,
        "peak_year": int(peak["year"]),
        "now": newest["real_usd"] / 1e6,
        "year": int(newest["year"]),
    }
    return finish(
        ax,
        data,
        yearly,
        title=fill(
            "Exported films: ${peak:.0f}m in {peak_year}; all sales: ${now:.0f}m in {year}", **words
        ),
        subtitle=(
            f"Film exports of South Korea in million US dollars, current and of {last}, "
            f"{first}–{last}"
        ),
        note=(
            "Hollow: derived, or turned from won at the year's rate. Squares: services hardly "
            f"count. Lines break where a figure is missing. {marks.count(len(data), 'amounts')}."
        ),
        alt=fill(
            "Two panels of South Korean film exports in constant dollars: completed films peak at "
            "{peak:.0f} million in {peak_year}; the one sum published for {year} is {now:.0f} "
            "million.",
            **words,
        ),
        above=0.38,
    )


@style.themed
def titles(count: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw titles exported and countries sold to, per year.

    Parameters
    ----------
    count : DataFrame
        From :func:`analysis.reach.counts`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars in two panels; years without a figure are hatched.
    """
    data = count.drop(columns="source_ids", errors="ignore")
    ax = style.canvas(ax, "column", left=0.08)
    first, last = int(data["year"].min()), int(data["year"].max())
    ends = {}
    for panel, name in zip(marks.panels(ax, 2, 1, down=0.42), ("titles", "countries"), strict=True):
        rows = data[data["measure"] == name]
        top = rows["value"].max()
        for year in sorted(set(range(first, last + 1)) - set(rows["year"])):
            panel.axvspan(
                year - 0.39,
                year + 0.39,
                facecolor=style.PAPER,
                edgecolor=style.PALE,
                hatch="////",
                linewidth=0,
            )
        panel.bar(rows["year"], rows["value"], color=style.KOREAN, width=0.78)
        best, end = rows.loc[rows["value"].idxmax()], rows.iloc[-1]
        ends[name] = (rows.iloc[0], best, end)
        for row in {int(best["year"]): best, int(end["year"]): end}.values():
            style.label(
                panel,
                row["year"],
                row["value"] + top * 0.04,
                f"{row['value']:.0f}",
                ha="center",
                weight="bold",
            )
        _head(panel, {"titles": "Titles sold", "countries": "Countries sold to"}[name])
        panel.set_ylim(0, top * 1.25)
        panel.set_xlim(first - 0.7, last + 0.7)
        panel.yaxis.set_major_locator(MaxNLocator(3, integer=True))
        panel.grid(visible=False, axis="x")
        _years(panel, first, last)
    start, best, end = ends["titles"]
    words = {
        "a": start["value"],
        "x": int(start["year"]),
        "b": end["value"],
        "y": int(end["year"]),
        "m": best["value"],
        "z": int(best["year"]),
        "c": ends["countries"][2]["value"],
        "w": int(ends["countries"][2]["year"]),
    }
    return finish(
        ax,
        data,
        count,
        title=fill("Titles sold abroad: {a:.0f} in {x}, {b:.0f} in {y}", **words),
        subtitle=f"Korean titles exported and countries sold to, per year, {first}–{last}",
        note=f"Hatched: no figure found. {marks.count(len(data), 'yearly figures')}.",
        alt=fill(
            "Bars of titles exported a year, {a:.0f} in {x}, at most {m:.0f} in {z}, {b:.0f} in "
            "{y}, and of countries sold to, last known for {w} with {c:.0f}; many years have no "
            "figure.",
            **words,
        ),
        above=0.38,
    )


@style.themed
def buyers(concentrated: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the largest buyer's share of exports, and the bounds of the concentration index.

    Parameters
    ----------
    concentrated : DataFrame
        From :func:`analysis.reach.concentration`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Upper panel: dots, Japan in the accent colour; lower panel: bars between the
        bounds of the Herfindahl-Hirschman index.
    """
    data = concentrated
    ax = style.canvas(ax, "tall", left=0.09)
    first, last = int(data["year"].min()), int(data["year"].max())
    upper, lower = marks.panels(ax, 2, 1, down=0.3)
    japan = data[data["leader"] == "JP"].reset_index(drop=True)
    _segments(upper, japan["year"], japan["share"], color=style.KOREAN, linewidth=1.6)
    beside = data[(data["leader"] != "JP") & data["japan"].notna()]
    upper.plot(
        beside["year"], beside["japan"], "o", mfc=style.PAPER, mec=style.KOREAN, mew=1.5, ms=6
    )
    peak = data.loc[data["share"].idxmax()]
    newest = data.iloc[-1]
    turns, other = (("right", -0.4, -0.015), ("center", -0.5, -0.1), ("left", -0.4, 0.05)), 0
    for row in data.itertuples():
        color = style.KOREAN if row.leader == "JP" else style.INK
        upper.plot(row.year, row.share, "o", color=color, ms=6)
        if row.leader != "JP":
            align, x, y = turns[other % len(turns)]
            other += 1
        elif row.year == newest["year"]:
            align, x, y = "left", 0.5, -0.05
        elif row.year in (peak["year"], first):
            align, x, y = ("left", -0.2, 0.05) if row.year == peak["year"] else ("center", 0, 0.05)
        else:
            align = ""
        if align:
            name = "" if row.year == first != peak["year"] else f"{places.name(row.leader)} "
            words = {"ha": align, "color": color, "weight": "bold", "size": 9}
            style.label(upper, row.year + x, row.share + y, f"{name}{row.share:.0%}", **words)
        lower.plot(
            [row.year, row.year],
            [row.hhi_low, row.hhi_high],
            color=style.MUTED,
            linewidth=5,
            solid_capstyle="butt",
        )
        if row.hhi_high - row.hhi_low < 0.02:
            lower.plot(row.year, row.hhi_high, "s", ms=5, mew=0, color=style.MUTED)
    _head(upper, "Largest buyer's share of the year's exports")
    _head(lower, "Concentration index: one buyer = 1 (bar: from lower to upper bound)")
    upper.set_ylim(0, 1)
    upper.set_yticks([0, 0.25, 0.5, 0.75])
    upper.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    lower.set_ylim(0, 1)
    lower.set_yticks([0, 0.25, 0.5, 0.75], ["0", "0.25", "0.50", "0.75"])
    for panel in (upper, lower):
        panel.set_xlim(first - 0.8, last + 4)
        panel.grid(visible=False, axis="x")
        _years(panel, first, last)
    words = {
        "who": places.name(peak["leader"]),
        "most": peak["share"],
        "then": int(peak["year"]),
        "now": places.name(newest["leader"]),
        "least": newest["share"],
        "year": int(newest["year"]),
    }
    return finish(
        ax,
        data,
        concentrated,
        title=fill(
            "Largest buyer: {who}, {most:.0%} in {then}; {now}, {least:.0%} in {year}", **words
        ),
        subtitle=(f"Share of the value of Korean film exports, {first}–{last}"),
        note=(
            "Of completed films, or of the one sum published. Reports name some countries only. "
            f"Red: Japan, hollow where not the largest. {marks.count(len(data), 'years')}."
        ),
        alt=fill(
            "Dots of the largest buyer's share of Korean film exports: {who} with {most:.0%} in "
            "{then}, {now} with {least:.0%} in {year}; below, bounds of the concentration index "
            "for each of {n} years.",
            n=len(data),
            **words,
        ),
        above=0.38,
    )


@style.themed
def territories(grosses: pd.DataFrame, least: int = 2, ax: Axes | None = None) -> Chart:
    """Draw each film's gross by territory on a log scale.

    Parameters
    ----------
    grosses : DataFrame
        From :func:`analysis.reach.foreign_grosses`.
    least : int
        Films that a territory needs to be drawn.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        One row a territory, one dot a film; co-productions grey, hollow where the
        run was not over or only a part was counted. The largest is named.
    """
    size = grosses.groupby("territory")["usd"].agg(["size", "max"])
    order = size[size["size"] >= least].sort_values("max").index
    data = grosses[grosses["territory"].isin(order)]
    data = data[["film_id", "title", "origin", "territory", "year", "usd", "complete"]]
    ax = style.canvas(ax, "tall", left=0.21, right=0.03)
    ax.set_xscale("log")
    for place, territory in enumerate(order):
        rows = data[data["territory"] == territory].sort_values("usd", ascending=False)
        for row in rows.itertuples():
            color = style.KOREAN if row.origin == "korean" else style.MUTED
            ax.plot(
                row.usd,
                place,
                "o",
                ms=7,
                mfc=color if row.complete else style.PAPER,
                mec=color,
                mew=1.4,
                alpha=0.85,
                zorder=3,
            )
        top = rows.iloc[0]
        color = style.KOREAN if top["origin"] == "korean" else style.MUTED
        style.label(
            ax,
            top["usd"] * 1.25,
            place,
            f"{_short(top['title'], 21)} {_millions(top['usd'])}",
            va="center",
            color=color,
            size=8.8,
        )
    names = ["US alone" if name == "US" else places.name(name) for name in order]
    ax.set_yticks(range(len(order)), names, color=style.INK)
    ax.set_ylim(-0.7, len(order) - 0.3)
    ax.set_xlim(data["usd"].min() * 0.7, data["usd"].max() * 28)
    ticks = [value for value in (1e5, 1e6, 1e7, 1e8) if value <= data["usd"].max() * 2]
    ax.set_xticks(ticks, [f"${value / 1e6:g}m" for value in ticks])
    ax.minorticks_off()
    ax.grid(visible=False, axis="y")
    best = data.loc[data["usd"].idxmax()]
    over = int((data["usd"] >= 1e7).sum())
    words = {
        "n": len(data),
        "films": data["film_id"].nunique(),
        "over": over,
        "film": _short(best["title"]),
        "where": places.name(best["territory"]),
        "most": _millions(best["usd"]),
        "places": len(order),
    }
    return finish(
        ax,
        data,
        grosses,
        title=fill("{over} of {n} grosses abroad reach 10 million dollars", **words),
        subtitle=(
            "Gross of a film in a territory, current US dollars, log scale; releases of "
            f"{data['year'].min()}–{data['year'].max()}"
        ),
        note=(
            "Grey: co-productions. Hollow: run not over, or part counted. Local gross at the "
            f"year's rate where dollars are not printed. {marks.count(len(data), 'grosses')} of "
            f"{words['films']} films."
        ),
        alt=fill(
            "Dots of {n} grosses of {films} Korean films in {places} territories on a log scale: "
            "{over} reach 10 million dollars; the largest is {film} in {where} with {most}.",
            **words,
        ),
    )


@style.themed
def home_abroad(sides: pd.DataFrame, shown: int = 14, ax: Axes | None = None) -> Chart:
    """Draw films' gross at home beside what is documented abroad.

    Parameters
    ----------
    sides : DataFrame
        From :func:`analysis.reach.home_and_abroad`.
    shown : int
        How many films, from the largest found abroad.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dumbbells on a log scale: home grey, found abroad in the accent colour, worldwide
        less home as a diamond where it exceeds what was found.
    """
    data = sides.head(shown)[["title", "year", "home_usd", "found_usd", "remainder_usd", "short"]]
    ax = style.canvas(ax, "tall", left=0.33, right=0.05)
    ax.set_xscale("log")
    order = data.iloc[::-1].reset_index(drop=True)
    for place, row in enumerate(order.itertuples()):
        ax.plot(
            [row.home_usd, row.found_usd], [place, place], color=style.PALE, linewidth=1.6, zorder=2
        )
        ax.plot(row.home_usd, place, "o", ms=8, color=style.MUTED, zorder=3)
        ax.plot(row.found_usd, place, "o", ms=8, color=style.KOREAN, zorder=4)
        if row.remainder_usd > row.found_usd:
            ax.plot(
                row.remainder_usd,
                place,
                "D",
                ms=6.5,
                mfc=style.PAPER,
                mec=style.KOREAN,
                mew=1.4,
                zorder=4,
            )
        style.label(
            ax,
            min(row.found_usd, row.home_usd) / 1.22,
            place,
            _millions(min(row.found_usd, row.home_usd)),
            va="center",
            ha="right",
            color=style.KOREAN if row.found_usd < row.home_usd else style.MUTED,
        )
    top = len(order) - 1
    head = order.iloc[top]
    left, right = sorted(
        [("at home", head["home_usd"]), ("found abroad", head["found_usd"])],
        key=lambda side: side[1],
    )
    for (word, at), align in ((left, "right"), (right, "left")):
        style.label(
            ax,
            at,
            top + 0.42,
            word,
            ha=align,
            color=style.MUTED if word == "at home" else style.KOREAN,
            weight="bold",
        )
    names = [f"{_short(row.title, 23)} {row.year}" for row in order.itertuples()]
    ax.set_yticks(range(len(order)), names, color=style.INK, size=9)
    ax.set_ylim(-0.6, top + 1)
    high = max(data["home_usd"].max(), data["found_usd"].max(), data["remainder_usd"].max())
    ax.set_xlim(data["found_usd"].min() / 2.6, high * 3)
    ticks = [value for value in (1e5, 1e6, 1e7, 1e8) if data["found_usd"].min() / 2 < value < high]
    ax.set_xticks(ticks, [f"${value / 1e6:g}m" for value in ticks])
    ax.minorticks_off()
    ax.grid(visible=False, axis="y")
    more = sides[sides["found_usd"] > sides["home_usd"]]
    words = {
        "short": int(sides["short"].sum()),
        "k": len(more),
        "n": len(sides),
        "m": sides["share"].median(),
        "film": head["title"],
        "abroad": _millions(head["found_usd"]),
        "home": _millions(head["home_usd"]),
    }
    return finish(
        ax,
        data,
        sides,
        title=fill("{k} of {n} films: more found abroad than earned at home", **words),
        subtitle=(
            f"Gross at home and documented abroad, current dollars, log scale; top {len(data)}"
        ),
        note=(
            "Found abroad is a lower bound: many territories are missing. Diamond: worldwide gross "
            f"less home; {words['short']} smaller than what was found are not drawn. "
            f"{marks.count(len(sides), 'films')} with both sides."
        ),
        alt=fill(
            "Dumbbells of gross at home and found abroad: {film} earned {home} dollars at home and "
            "at least {abroad} abroad; {k} of {n} films have more documented abroad, the median "
            "share abroad is {m:.0%}.",
            **words,
        ),
    )


@style.themed
def lags(days: pd.DataFrame, week: int = 7, ax: Axes | None = None) -> Chart:
    """Draw how many days after Korea each territory released a film.

    Parameters
    ----------
    days : DataFrame
        From :func:`analysis.reach.release_lags`.
    week : int
        Days that count as the same week.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        One row a film, one dot a territory; the last territory is named.
    """
    data = days[["film_id", "title", "territory", "year", "days"]]
    films = data.drop_duplicates("film_id").sort_values(["year", "film_id"], ascending=False)
    rows = {film: place for place, film in enumerate(films["film_id"])}
    ax = style.canvas(ax, "tall", left=0.33, right=0.03)
    ax.axvspan(0, week, color=style.PALE, alpha=0.55, linewidth=0)
    for film, part in data.groupby("film_id"):
        place = rows[film]
        ax.plot([0, part["days"].max()], [place, place], color=style.PALE, linewidth=1.2, zorder=1)
        late = part["days"] >= week
        for flag, color in ((late, style.KOREAN), (~late, style.MUTED)):
            ax.plot(part.loc[flag, "days"], [place] * int(flag.sum()), "o", ms=6.5, color=color)
        end = part.loc[part["days"].idxmax()]
        style.label(
            ax,
            end["days"] + 8,
            place,
            places.name(end["territory"]),
            va="center",
            size=8.6,
            color=style.MUTED,
        )
    names = [f"{_short(row.title, 22)} {row.year}" for row in films.itertuples()]
    ax.set_yticks(range(len(films)), names, color=style.INK, size=8.8)
    ax.set_ylim(-0.7, len(films) - 0.3)
    ax.set_xlim(min(-4, data["days"].min() - 4), data["days"].max() * 1.3)
    ax.grid(visible=False, axis="y")
    late = int((data["days"] >= week).sum())
    words = {
        "k": late,
        "n": len(data),
        "films": len(films),
        "median": data["days"].median(),
        "most": data["days"].max(),
        "week": week,
    }
    return finish(
        ax,
        data,
        days,
        title=fill("{k} of {n} foreign releases at least a week after Korea", **words),
        subtitle="Days from the release in Korea to the release in a territory, by film",
        note=(
            "Shaded: the first week. The last territory is named. Only films and territories whose "
            f"days were found. {marks.count(len(data), 'releases')} of {len(films)} films."
        ),
        alt=fill(
            "Dots of days between release in Korea and in other territories for {films} films: {k} "
            "of {n} came {week} days or more later, median {median:.0f} days, at most {most:.0f}.",
            **words,
        ),
    )


@style.themed
def festivals(selected: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw Korean films per festival and year, in competition and elsewhere, and prizes.

    Parameters
    ----------
    selected : DataFrame
        From :func:`analysis.reach.selections_by_year`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Stacked bars in one panel a festival; a diamond for each prize.
    """
    data = selected
    names = list(dict.fromkeys(data["festival"]))
    first, last = int(data["year"].min()), int(data["year"].max())
    ax = style.canvas(ax, "tall", left=0.06)
    totals = data["competition"] + data["other"]
    top = int((totals + data["prizes"] * 0.8).max())
    for panel, name in zip(marks.panels(ax, len(names), 1, down=0.62), names, strict=True):
        rows = data[data["festival"] == name]
        panel.bar(rows["year"], rows["competition"], color=style.KOREAN, width=0.78)
        panel.bar(
            rows["year"], rows["other"], bottom=rows["competition"], color=style.PALE, width=0.78
        )
        for row in rows.itertuples():
            base = row.competition + row.other
            for step in range(row.prizes):
                panel.plot(
                    row.year, base + 0.6 + 0.85 * step, "D", ms=4, color=style.INK, clip_on=False
                )
        _head(panel, NAMES.get(name, name))
        panel.text(
            1,
            1.03,
            fill(
                "{c} in competition, {o} elsewhere, {p} prizes",
                c=rows["competition"].sum(),
                o=rows["other"].sum(),
                p=rows["prizes"].sum(),
            ),
            transform=panel.transAxes,
            ha="right",
            va="bottom",
            color=style.MUTED,
            size=9,
        )
        panel.set_ylim(0, top + 1.5)
        panel.set_yticks(range(0, top + 1, 4))
        panel.set_xlim(first - 0.7, last + 0.7)
        panel.grid(visible=False, axis="x")
        marks.year_ticks(panel, rows["year"])
    by_year = data.groupby("year")["competition"].sum()
    words = {
        "n": int(data["competition"].sum()),
        "first": first,
        "last": last,
        "best": int(by_year.max()),
        "when": [str(year) for year in by_year.index[by_year == by_year.max()]],
        "zero": int((by_year == 0).sum()),
        "prizes": int(data["prizes"].sum()),
        "where": [NAMES.get(name, name) for name in names],
    }
    return finish(
        ax,
        data,
        selected,
        title=fill("{n} films in competition, {prizes} prizes since {first}", **words),
        subtitle=fill(
            "Korean films and co-productions found, per edition, {first}–{last}", **words
        ),
        note=(
            "Red: main competition. Grey: other sections, listed for some editions only. "
            f"Diamond: a prize. {marks.count(int(totals.sum()), 'selections')}."
        ),
        alt=fill(
            "Bars of Korean films at {where:list} from {first} to {last}: {n} in competition, at "
            "most {best} a year, none in {zero} years, and {prizes} prizes.",
            **words,
        ),
        above=0.38,
    )


@style.themed
def selection(effects: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw how festival films differ from others, as they are and among like films.

    Parameters
    ----------
    effects : DataFrame
        From :func:`analysis.reach.selection_effects`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots with 95 per cent intervals; ratios above, differences in percentage points
        below.
    """
    data = effects
    ax = style.canvas(ax, "tall", left=0.29, right=0.04)
    upper, lower = marks.panels(ax, 2, 1, down=0.42)
    ratios = data[data["unit"] == "ratio"].dropna(subset=["value"]).iloc[::-1]
    points = data[data["unit"] == "points"].dropna(subset=["value"]).iloc[::-1]
    upper.set_xscale("log")
    for panel, rows, zero in ((upper, ratios, 1), (lower, points, 0)):
        panel.axvline(zero, color=style.MUTED, linewidth=1)
        for place, row in enumerate(rows.itertuples()):
            alike = row.comparison == "like films"
            color = style.KOREAN if alike else style.MUTED
            panel.plot([row.low, row.high], [place, place], color=color, linewidth=2.2)
            panel.plot(row.value, place, "o", ms=8, color=color)
            text = f"{row.value:.2f}×" if panel is upper else f"{row.value * 100:+.0f} points"
            style.label(
                panel,
                row.value,
                place + 0.2,
                text.replace("-", MINUS),
                ha="center",
                va="bottom",
                color=color,
                weight="bold",
            )
        names = [
            f"{OUTCOMES[row.outcome]},\n{row.comparison} (n{NBSP}={NBSP}{row.n})"
            for row in rows.itertuples()
        ]
        panel.set_yticks(range(len(rows)), names, color=style.INK, size=8.8)
        panel.set_ylim(-0.6, len(rows) - 0.2)
        panel.grid(visible=False, axis="y")
    ends = ratios[["low", "high"]].to_numpy()
    upper.set_xlim(min(0.3, ends.min() * 0.85), max(3, ends.max() * 1.2))
    ticks = [0.25, 0.5, 1, 2, 4, 8, 16]
    ticks = [tick for tick in ticks if upper.get_xlim()[0] < tick < upper.get_xlim()[1]]
    upper.set_xticks(ticks, [f"{tick:g}×" for tick in ticks])
    upper.minorticks_off()
    lower.set_xlim(min(-0.1, points["low"].min() - 0.05), points["high"].max() + 0.1)
    lower.xaxis.set_major_formatter(
        lambda value, _: f"{value * 100:+.0f}".replace("-", MINUS) if round(value, 6) else "0"
    )
    _head(upper, "Ratio: festival films to other films")
    _head(lower, "Share with a figure abroad: difference in points")
    home = data[(data["outcome"] == "audience") & (data["comparison"] == "like films")].iloc[0]
    away = data[(data["outcome"] == "abroad") & (data["comparison"] == "like films")].iloc[0]
    words = {
        "home": home["value"],
        "low": home["low"],
        "high": home["high"],
        "away": away["value"] * 100,
        "from": away["low"] * 100,
        "to": away["high"] * 100,
        "n": home["n"],
        "k": home["selected"],
        "pairs": away["n"],
    }
    return finish(
        ax,
        data,
        effects,
        title=fill(
            "Festival films found abroad: {away:+.0f} points ({from:+.0f} to {to:+.0f})", **words
        ),
        subtitle="Korean features since 2000 with a known audience; 95 per cent intervals",
        note=(
            "Red: among films of the same five years and kind (abroad, also of like audience). "
            f"Association, not cause. {marks.count(int(data['n'].max()), 'films')}."
        ),
        alt=fill(
            "Intervals: festival films have {home:.2f} times the audience of like films (95 per "
            "cent interval {low:.2f} to {high:.2f}, n = {n}); in {pairs} pairs the share with a "
            "figure abroad differs by {away:+.0f} points ({from:+.0f} to {to:+.0f}).",
            **words,
        ),
        above=0.38,
    )


@style.themed
def academy(entries: pd.DataFrame, event: int = 2020, ax: Axes | None = None) -> Chart:
    """Draw how far each Korean entry came at the Academy Awards.

    Parameters
    ----------
    entries : DataFrame
        From :func:`analysis.reach.academy_entries`.
    event : int
        Ceremony that is marked.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        One dot an entry, by year and stage; those past submission are named.
    """
    data = entries[["year", "film_id", "title", "stage", "step"]]
    ax = style.canvas(ax, "column", left=0.14, right=0.04)
    low = data[data["step"] == 0]
    ax.plot(low["year"], low["step"], "o", color=style.GREY, ms=6)
    further = data[data["step"] > 0].sort_values("year")
    seen: dict[int, int] = {}
    for row in further.itertuples():
        ax.plot(row.year, row.step, "o", color=style.KOREAN, ms=8)
        turn = seen.get(row.step, 0)
        seen[row.step] = turn + 1
        high = row.step + 0.16 + 0.22 * (turn % 3)
        if turn:
            ax.plot(
                [row.year, row.year], [row.step, high + 0.05], color=style.KOREAN, linewidth=0.9
            )
        style.label(
            ax,
            row.year - (0.6 if turn else -0.8 if row.step == 3 else 1.2),
            high,
            f"{_short(row.title, 20)} {row.year}",
            ha="right",
            color=style.KOREAN,
            size=9,
        )
    ax.axvline(event, color=style.MUTED, linewidth=0.9, linestyle=(0, (3, 3)), zorder=1)
    ax.set_yticks(range(4), ["submitted", "shortlisted", "nominated", "won"], color=style.INK)
    ax.set_ylim(-0.5, 3.75)
    ax.set_xlim(data["year"].min() - 2, data["year"].max() + 2)
    ax.grid(visible=False, axis="x")
    marks.year_ticks(ax, data["year"], 10)
    before, after = data[data["year"] < event], data[data["year"] > event]
    words = {
        "a": int((before["step"] > 0).sum()),
        "n": len(before),
        "b": int((after["step"] > 0).sum()),
        "m": len(after),
        "event": event,
        "first": int(data["year"].min()),
        "last": int(data["year"].max()),
    }
    return finish(
        ax,
        data,
        entries,
        title=fill("Shortlisted or better: {a} of {n} before {event}, {b} of {m} after", **words),
        subtitle=fill(
            "South Korea's entries for the Academy Award for a film not in English, {first}–{last}",
            **words,
        ),
        note=f"By year of the ceremony; entries found. {marks.count(len(data), 'entries')}.",
        alt=fill(
            "Dots of South Korea's Academy Award entries from {first} to {last}: shortlisted or "
            "better were {a} of {n} before {event} and {b} of {m} after it.",
            **words,
        ),
    )


@style.themed
def streaming(bests: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw what is known of films on Netflix, each measure in a column of its own.

    Parameters
    ----------
    bests : DataFrame
        From :func:`analysis.reach.streaming_bests`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars by film in four columns that share no scale; a dash where no figure was
        found; films without a Korean company grey.
    """
    heads = {
        "views": "Views,\nbest week",
        "hours": "Hours,\nbest week",
        "countries": "Countries in\ntop ten",
        "weeks": "Weeks at\nnumber one",
    }
    data = bests[["title", "origin", "start", *heads]].iloc[::-1].reset_index(drop=True)
    ax = style.canvas(ax, "tall", left=0.35, right=0.02)
    for panel, (column, head) in zip(
        marks.panels(ax, 1, 4, across=0.16), heads.items(), strict=True
    ):
        top = data[column].max()
        for place, row in data.iterrows():
            value = row[column]
            color = style.MUTED if row["origin"] == "foreign" else style.KOREAN
            if np.isnan(value):
                panel.text(0, place, " –", va="center", color=style.MUTED, size=9)
                continue
            panel.barh(place, value, color=color, height=0.34)
            text = _millions(value) if value >= 1e5 else f"{value:.0f}"
            panel.text(0, place + 0.22, text, va="bottom", size=8.6, color=color)
        panel.text(0, 1.01, head, transform=panel.transAxes, va="bottom", size=9, weight="bold")
        panel.set_xlim(0, top * 1.02)
        panel.set_ylim(-0.5, len(data) - 0.2)
        panel.grid(visible=False)
        panel.set_xticks([])
        panel.spines["bottom"].set_visible(False)
        names = [f"{_short(row.title, 20)} {row.start[:4]}" for row in data.itertuples()]
        shown = names if column == "views" else [""] * len(data)
        panel.set_yticks(range(len(data)), shown, color=style.INK, size=8.8)
    empty = int(data[list(heads)].isna().sum().sum())
    most = data.loc[data["views"].idxmax()]
    words = {
        "n": len(data),
        "cells": data[list(heads)].size,
        "full": data[list(heads)].size - empty,
        "film": most["title"],
        "views": most["views"] / 1e6,
        "countries": data["countries"].median(),
    }
    return finish(
        ax,
        data,
        bests,
        title=fill("Streaming: {full} of {cells} figures known for {n} films", **words),
        subtitle="Netflix's own counts, worldwide; columns cannot be compared or added",
        note=(
            "A first week can be three days. Views: hours over running time. Grey: no Korean "
            f"company. A dash: no figure found. {marks.count(len(data), 'films')}."
        ),
        alt=fill(
            "Four columns of Netflix figures for {n} films, {full} of {cells} known: most views in "
            "a week {film} with {views:.1f} million; the median film was in the top ten of "
            "{countries:.0f} countries.",
            **words,
        ),
        above=0.5,
        below=0.06,
    )


@style.themed
def footprint(changes: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw each measure's newest five years against the five before.

    Parameters
    ----------
    changes : DataFrame
        From :func:`analysis.reach.growth`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Ratios with 95 per cent intervals on a log scale, in the accent's colour where the
        interval leaves out no change; a diamond gives the ratio to the best earlier five
        years; measures without enough years are named.
    """
    rank = {"grew": 3, "no clear change": 2, "fell": 1, "not known": 0}
    data = changes.assign(place=changes["state"].map(rank), peak=changes["newer"] / changes["best"])
    data = data.sort_values(["place", "ratio"], na_position="first").reset_index(drop=True)
    data = data[["measure", "state", "ratio", "low", "high", "peak", "n_newer", "n_older"]]
    ax = style.canvas(ax, "tall", left=0.34, right=0.04)
    ax.set_xscale("log")
    ax.axvline(1, color=style.MUTED, linewidth=1)
    known = data[data["state"] != "not known"]
    floor = 0.2
    for row in data.itertuples():
        place = row.Index
        if row.state == "not known":
            style.label(
                ax,
                floor * 1.05,
                place,
                f"too few years ({row.n_newer} and {row.n_older})",
                va="center",
                color=style.MUTED,
                size=9,
            )
            continue
        color = style.MUTED if row.state == "no clear change" else style.KOREAN
        ax.plot([max(row.low, floor), row.high], [place, place], color=color, linewidth=2, zorder=2)
        ax.plot(row.ratio, place, "o", ms=8, color=color, zorder=3)
        ax.plot(row.peak, place, "D", ms=8.5, mfc=style.PAPER, mec=style.INK, mew=1.3, zorder=2.5)
        style.label(
            ax,
            row.ratio,
            place + 0.2,
            f"{row.ratio:.2f}×",
            ha="center",
            va="bottom",
            color=color,
            weight="bold",
        )
    if len(known):
        top = known.iloc[-1]
        style.label(
            ax, min(max(top["peak"], 0.45), 1.8), known.index[-1] + 0.62,
            "diamond: to the best earlier five", ha="center", va="bottom", size=8.6,
        )  # fmt: skip
    ax.set_yticks(range(len(data)), data["measure"], color=style.INK, size=9.2)
    ax.set_ylim(-0.7, len(data) + 0.1)
    ax.set_xlim(floor, max(4, known["high"].max() * 1.15 if len(known) else 4))
    ticks = [0.25, 0.5, 1, 2, 4]
    ax.set_xticks(ticks, [f"{tick:g}×" for tick in ticks])
    ax.minorticks_off()
    ax.grid(visible=False, axis="y")
    cut = " Cut at left." if (known["low"] < floor).any() else ""
    count = {state: int((data["state"] == state).sum()) for state in rank}
    words = {
        "grew": count["grew"],
        "fell": count["fell"],
        "same": count["no clear change"],
        "open": count["not known"],
        "n": len(data),
    }
    return finish(
        ax,
        data,
        changes,
        title=fill("Of {n} measures {grew} grew, {fell} fell, {open} cannot be told", **words),
        subtitle="Mean of the newest five years over that of the five before, 95 per cent interval",
        note=(
            "Exports in constant dollars, up to their change of definition. Red: grew or "
            f"fell, the interval leaves out no change; grey: {count['no clear change']} without "
            f"clear change.{cut} {marks.count(len(data), 'measures')}."
        ),
        alt=fill(
            "Ratios of the newest five years to the five before for {n} measures of the footprint: "
            "{grew} grew, {fell} fell, {same} without clear change, {open} cannot be told for "
            "lack of years.",
            **words,
        ),
    )
