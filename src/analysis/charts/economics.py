"""Charts of cost, return, distributors, public money and streaming; frames of ``economics``."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks, style
from analysis.charts.chart import Chart, finish
from analysis.inference import Estimate
from analysis.prose import fill, percent

DEFINITIONS = {"old": style.GREY, "new": style.KOREAN, "followed": style.PALE}
ALL_FILMS = {"all": style.MUTED, "unclear": style.GREY, "commercial": style.KOREAN}
BASES = {"net": "without prints and advertising", "total": "with them", "unknown": "not said"}
LINES = {
    "film budget": "Ministry's film budget",
    "fund of funds, film account": "Fund of funds, film",
    "independent and art film support": "Independent and art film",
    "mid-budget film production support": "Mid-budget films",
    "AI content production support, first extra budget": "AI content, extra budget",
    "virtual production studio in Busan": "Virtual studio, Busan",
    "AI content production support": "AI content",
    "extra budget for advanced-technology films": "New-technology films, extra",
    "film planning and development": "Planning and development",
    "independent film production support": "Independent production",
    "festival support": "Festivals",
    "project development support": "Project development",
    "AI-based film production": "AI-based films",
}


def _billions(value: float, _: object = None) -> str:
    return f"{value:,.0f}bn" if value else "0"


def _heading(ax: Axes, text: str, y: float = 1.03) -> None:
    ax.text(0, y, text, transform=ax.transAxes, va="bottom", size=9.5, weight="bold")


@style.themed
def films_and_costs(made: pd.DataFrame, costs: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the number of commercial films above, the mean cost of a film below.

    Parameters
    ----------
    made : DataFrame
        From :func:`analysis.economics.commercial_films`.
    costs : DataFrame
        From :func:`analysis.economics.mean_costs`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars and dots over the same years; the new definition in the accent colour.
    """
    counted = made[made["definition"] != "followed"]
    data = pd.concat(
        [
            counted.rename(columns={"films": "value"})[["year", "definition", "value"]].assign(
                measure="commercial films"
            ),
            costs.rename(columns={"films": "definition", "krw_real": "value"})[
                ["year", "definition", "value"]
            ].assign(measure=costs["cost"] + " cost"),
        ]
    )[["measure", "year", "definition", "value"]]
    new, paid = counted[counted["definition"] == "new"], costs[costs["films"] == "commercial"]
    first, last = int(data["year"].min()), int(data["year"].max())
    ax = style.canvas(ax, "tall", left=0.1)
    above, below = marks.panels(ax, 2, 1, down=0.36)
    for panel in (above, below):
        panel.set_xlim(first - 0.8, last + 1.6)
        panel.grid(visible=False, axis="x")
        marks.year_ticks(panel, data["year"])
    for row in counted.itertuples():
        color = DEFINITIONS[row.definition]
        above.bar(
            row.year,
            row.films,
            width=0.75,
            edgecolor=color,
            linewidth=1.3,
            facecolor=style.PAPER if row.partial else color,
        )
        style.label(
            above,
            row.year,
            row.films + counted["films"].max() * 0.02,
            f"{row.films:.0f}",
            ha="center",
            va="bottom",
            color=style.MUTED if row.definition == "old" else color,
        )
    top = counted["films"].max() * 1.25
    above.set_ylim(0, top)
    for kind, text, color in (
        ("old", "1bn won or\n100 screens", style.MUTED),
        ("new", "net cost of\n3bn won", style.KOREAN),
    ):
        rows = counted[counted["definition"] == kind]
        if len(rows):
            x = rows["year"].min() - 1.1 if kind == "old" else rows["year"].max()
            y = rows["films"].max() * 0.5 if kind == "old" else top * 0.52
            side = "right" if kind == "old" else "center"
            style.label(above, x, y, text, ha=side, va="center", color=color, weight="bold")
    for row in costs.itertuples():
        color = ALL_FILMS[row.films]
        filled = row.cost == "total"
        below.plot(
            row.year,
            row.krw_real / 1e9,
            "o",
            ms=8,
            mfc=color if filled else style.PAPER,
            mec=color,
            mew=1.8,
        )
    for cost, up in (("total", 1), ("net", -1)):
        part = paid[paid["cost"] == cost].sort_values("year")
        if part.empty:
            continue
        below.plot(
            part["year"],
            part["krw_real"] / 1e9,
            color=style.KOREAN,
            linewidth=1.2,
            linestyle=(0, (3, 3)),
            zorder=1,
        )
        for row in part.itertuples():
            style.label(
                below,
                row.year,
                row.krw_real / 1e9 + up * 0.9,
                f"{row.krw_real / 1e9:.1f}",
                ha="center",
                va="bottom" if up > 0 else "top",
                color=style.KOREAN,
                weight="bold",
            )
        words = "with prints and advertising" if cost == "total" else "without"
        style.label(
            below,
            part["year"].iloc[0] - 0.7,
            part["krw_real"].iloc[0] / 1e9,
            words,
            ha="right",
            va="center",
            color=style.KOREAN,
        )
    everything = costs[costs["films"] == "all"]
    if len(everything):
        start = everything.iloc[0]
        style.label(
            below,
            start["year"] + 0.7,
            start["krw_real"] / 1e9 + 0.2,
            "all films",
            va="bottom",
            color=style.MUTED,
            weight="bold",
        )
    below.set_ylim(0, costs["krw_real"].max() / 1e9 * 1.25)
    below.yaxis.set_major_formatter(_billions)
    above.set_yticks([tick for tick in above.get_yticks() if tick < top * 0.95])
    _heading(above, "Commercial films in the Film Council's study")
    _heading(below, "Mean cost of a film, billion won, constant prices")
    newest = new.sort_values("year").iloc[-1]
    peak = new.loc[new["films"].idxmax()]
    total = paid[paid["cost"] == "total"].sort_values("year")
    words = {
        "peak": peak["films"],
        "then": int(peak["year"]),
        "last": newest["films"],
        "now": int(newest["year"]),
        "n": len(counted),
        "m": len(costs),
        "change": total["krw_real"].iloc[-1] / total["krw_real"].iloc[0] - 1,
        "a": int(total["year"].iloc[0]),
        "b": int(total["year"].iloc[-1]),
    }
    return finish(
        ax,
        data,
        made,
        costs,
        title=fill("{peak:.0f} commercial films in {then}, {last:.0f} in {now}", **words),
        subtitle=(f"Number and mean cost of Korean films, {first}–{last}; constant prices"),
        note=(
            "Hollow bar: counted before the year was over. Hollow dots: without prints and "
            "advertising. Light grey dots: not said of which films. "
            f"{marks.count(words['n'], 'counts')}, {words['m']}\u00a0averages."
        ),
        alt=fill(
            "Bars and dots by year: commercial films by the new definition are at most {peak:.0f} "
            "({then}) and {last:.0f} in {now}; their mean total cost changed by {change:+.1%} from "
            "{a} to {b} in constant won; earlier averages are of other films.",
            **words,
        ),
        above=0.36,
    )


@style.themed
def returns(earned: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the return on investment by year, with the change of definition.

    Parameters
    ----------
    earned : DataFrame
        From :func:`analysis.economics.returns`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars; hollow where only a first estimate was found.
    """
    data = earned[["year", "roi", "stage", "definition"]]
    ax = style.canvas(ax, left=0.1)
    for row in data.itertuples():
        color = style.GREY if row.definition == "old" else style.KOREAN
        hollow = row.stage == "first"
        ax.bar(
            row.year,
            row.roi,
            width=0.72,
            facecolor=style.PAPER if hollow else color,
            edgecolor=color,
            linewidth=1.4,
        )
        style.label(
            ax,
            row.year,
            row.roi + (0.012 if row.roi >= 0 else -0.012),
            f"{row.roi * 100:+.{int(abs(row.roi) < 0.005)}f}".replace("-", "−"),
            ha="center",
            va="bottom" if row.roi >= 0 else "top",
            size=8.5,
            color=style.MUTED if row.definition == "old" else style.KOREAN,
        )
    ax.axhline(0, color=style.MUTED, linewidth=1)
    new = data[data["definition"] == "new"]
    low, high = data["roi"].min() * 1.22, data["roi"].max() * 1.5
    edge = new["year"].min() - 0.5
    ax.axvline(edge, color=style.MUTED, linewidth=0.9, linestyle=(0, (3, 3)), zorder=1)
    place = {"transform": ax.get_xaxis_transform(), "va": "top", "size": 8.5}
    style.label(
        ax, edge - 0.15, 0.99, "1bn won or 100 screens", ha="right", color=style.MUTED, **place
    )
    style.label(
        ax, edge + 0.15, 0.99, "net cost of 3bn won or more", ha="left", color=style.KOREAN, **place
    )
    ax.set_ylim(low, high)
    ax.set_xlim(data["year"].min() - 0.7, data["year"].max() + 0.7)
    ax.yaxis.set_major_formatter(lambda value, _: percent(value))
    ax.grid(visible=False, axis="x")
    marks.year_ticks(ax, data["year"])
    last = data.iloc[-1]
    words = {
        "k": int((data["roi"] > 0).sum()),
        "n": len(data),
        "first": int(data["year"].min()),
        "year": int(last["year"]),
        "last": last["roi"],
        "low": data["roi"].min(),
        "low_year": int(data.loc[data["roi"].idxmin(), "year"]),
        "high": data["roi"].max(),
        "high_year": int(data.loc[data["roi"].idxmax(), "year"]),
        "open": int((data["stage"] == "first").sum()),
        "edge": int(new["year"].min()),
    }
    return finish(
        ax,
        data,
        earned,
        title=fill("Commercial films together gained in {k} of {n} years", **words),
        subtitle=(
            "Return on investment, per cent of total cost, Korean commercial films, "
            f"{words['first']}–{words['year']}"
        ),
        note=(
            f"Hollow: first estimate only ({words['open']}). The films studied change where the "
            f"line stands. {marks.count(words['n'], 'years')}."
        ),
        alt=fill(
            "Bars of the yearly return on investment of Korean commercial films: positive in {k} "
            "of {n} years; highest {high:+.0%} in {high_year}, lowest {low:+.0%} in {low_year}, "
            "{last:+.0%} in {year}; the definition changes with {edge}.",
            **words,
        ),
    )


@style.themed
def revisions(revised: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the first estimate of a year's return and the final figure.

    Parameters
    ----------
    revised : DataFrame
        From :func:`analysis.economics.revisions`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots joined by a line, a row a year: first as a ring, final filled.
    """
    data = revised[["year", "first", "final", "change", "same_definition"]]
    ax = style.canvas(ax, left=0.1, right=0.16)
    rows = data.sort_values("year", ascending=False).reset_index(drop=True)
    for place, row in rows.iterrows():
        color = style.KOREAN if row["same_definition"] else style.GREY
        ax.plot([row["first"], row["final"]], [place, place], color=color, linewidth=1.6, zorder=2)
        ax.plot(row["first"], place, "o", ms=8, mfc=style.PAPER, mec=color, mew=1.8, zorder=3)
        ax.plot(row["final"], place, "o", ms=8, mfc=color, mec=color, mew=1.8, zorder=3)
        ax.text(
            1.02,
            place,
            f"{row['change'] * 100:+.1f}".replace("-", "−"),
            transform=ax.get_yaxis_transform(),
            va="center",
            color=style.MUTED if not row["same_definition"] else color,
            weight="bold",
        )
    ax.text(
        1.02, 1.02, "revised by", transform=ax.transAxes, va="bottom", color=style.MUTED, size=9
    )
    ax.axvline(0, color=style.MUTED, linewidth=1, zorder=1)
    ax.set_yticks(range(len(rows)), rows["year"].astype(str), color=style.INK)
    ax.set_ylim(-0.6, len(rows) - 0.4)
    span = data[["first", "final"]]
    ax.set_xlim(span.min().min() - 0.14, span.max().max() + 0.08)
    ax.xaxis.set_major_formatter(lambda value, _: percent(value, sign="+") if value else "0")
    ax.grid(visible=False, axis="y")
    top = rows.iloc[-1]
    left, right = ("first", "final") if top["first"] < top["final"] else ("final", "first")
    style.label(
        ax, top[left] - 0.02, len(rows) - 1, left, ha="right", va="center", color=style.MUTED
    )
    style.label(
        ax, top[right] + 0.02, len(rows) - 1, right, ha="left", va="center", color=style.MUTED
    )
    same = data[data["same_definition"]]
    far = same.loc[same["change"].abs().idxmax()]
    words = {
        "n": len(same),
        "up": int((same["change"] > 0).sum()),
        "down": int((same["change"] < 0).sum()),
        "most": far["change"] * 100,
        "year": int(far["year"]),
        "mid": same["change"].abs().median() * 100,
        "out": len(data) - len(same),
    }
    return finish(
        ax,
        data,
        revised,
        title=fill(
            "First estimates, same definition: up to {far:.0f} points off", far=abs(words["most"])
        ),
        subtitle=(
            "Return on investment of Korean commercial films, first estimate (ring) and final "
            f"figure (dot), {data['year'].min()}–{data['year'].max()}"
        ),
        note=(
            f"Grey: first by the old definition, final by the new ({words['out']}). Revisions in "
            f"percentage points. {marks.count(words['n'], 'years')} of one definition."
        ),
        alt=fill(
            "Dumbbells of first and final return by year: of {n} years with one definition {up} "
            "were revised up and {down} down, by {mid:.1f} percentage points in the median and "
            "{most:+.1f} at most, for {year}.",
            **words,
        ),
        above=0.38,
    )


@style.themed
def budgets(films: pd.DataFrame, correlation: Estimate, ax: Axes | None = None) -> Chart:
    """Draw films' budgets against their admissions.

    Parameters
    ----------
    films : DataFrame
        From :func:`analysis.economics.film_results`.
    correlation : Estimate
        From :func:`analysis.economics.association`, for the title.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot a film on log scales; hollow where the admissions are rounded or the
        count went on; the extremes named.
    """
    known = films.dropna(subset=["budget_krw_real"])
    data = known[["title", "year", "budget_krw_real", "admissions", "basis", "counted"]]
    per = known["admissions"] / known["budget_krw_real"]
    budget = known["budget_krw_real"]
    named = {
        budget.idxmin(): "right",
        known["admissions"].idxmax(): "up",
        known["admissions"].idxmin(): "right",
        per[budget > budget.median()].idxmin(): "left",
        per[budget > 1e9].idxmax() if (budget > 1e9).any() else per.idxmax(): "left",
    }
    ax = style.canvas(ax, "tall", left=0.1)
    for index, row in known.iterrows():
        color = style.KOREAN if index in named else style.MUTED
        ax.plot(
            row["budget_krw_real"],
            row["admissions"],
            "o",
            ms=7,
            mfc=color if row["counted"] else style.PAPER,
            mec=color,
            mew=1.4,
            alpha=1 if index in named else 0.75,
            zorder=4 if index in named else 3,
        )
    for index, side in named.items():
        row = known.loc[index]
        shift = {"left": (0.88, 1), "right": (1.14, 1), "up": (1.6, 1.12)}[side]
        style.label(
            ax,
            row["budget_krw_real"] * shift[0],
            row["admissions"] * shift[1],
            f"{row['title']} ({row['year']})",
            ha={"left": "right", "right": "left", "up": "right"}[side],
            va="bottom" if side == "up" else "center",
            color=style.KOREAN,
            size=9,
        )
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set_xlim(budget.min() / 1.6, budget.max() * 1.7)
    ax.set_ylim(known["admissions"].min() / 1.7, known["admissions"].max() * 1.9)
    ax.set_xticks([1e8, 1e9, 1e10, 5e10], ["100m", "1bn", "10bn", "50bn"])
    ax.set_yticks([2e5, 5e5, 1e6, 2e6, 5e6, 1e7], ["0.2m", "0.5m", "1m", "2m", "5m", "10m"])
    ax.minorticks_off()
    ax.set_xlabel("budget, won of constant prices →", loc="right")
    ax.text(0, 1.01, "admissions ↑", transform=ax.transAxes, color=style.MUTED, va="bottom")
    words = {
        "n": len(known),
        "r": correlation.value,
        "low": correlation.low,
        "high": correlation.high,
        "open": int((~known["counted"]).sum()),
        "bases": ", ".join(
            f"{count} {BASES.get(name, name)}"
            for name, count in known["basis"].value_counts().items()
        ),
    }
    return finish(
        ax,
        data.astype({"year": "int64"}),
        known,
        title=fill("Budget and admissions: rank correlation {r:.2f}", **words),
        subtitle=(
            "Films with a printed budget, Korea, "
            f"{known['year'].min()}–{known['year'].max()}; log scales"
        ),
        note=(
            f"Hollow: admissions rounded, or the run went on ({words['open']}). Budgets: "
            f"{words['bases']}. {marks.count(words['n'], 'films')}, chosen by the press."
        ),
        alt=fill(
            "Scatter of the budgets of {n} films with Korean makers against admissions on log "
            "scales: rank correlation {r:.2f}, 95% interval {low:.2f} to {high:.2f}.",
            **words,
        ),
        below=0.5,
        above=0.32,
    )


@style.themed
def break_even(films: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw admissions as a multiple of the break-even point, film by film.

    Parameters
    ----------
    films : DataFrame
        From :func:`analysis.economics.film_results`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot a film on a log scale; those that reached it in the accent colour.
    """
    known = films.dropna(subset=["times"]).sort_values("times").reset_index(drop=True)
    data = known[["title", "year", "break_even", "admissions", "times", "counted"]]
    ax = style.canvas(ax, "tall", left=0.41, right=0.11)
    ax.axvline(1, color=style.MUTED, linewidth=1.2)
    for place, row in data.iterrows():
        color = style.KOREAN if row["times"] >= 1 else style.MUTED
        ax.plot([1, row["times"]], [place, place], color=color, linewidth=1.4, zorder=2)
        ax.plot(
            row["times"],
            place,
            "o",
            ms=7.5,
            mfc=color if row["counted"] else style.PAPER,
            mec=color,
            mew=1.8,
            zorder=3,
        )
        right = row["times"] >= 1
        style.label(
            ax,
            row["times"] * (1.24 if right else 0.8),
            place,
            f"{row['times']:.1f}×" if row["times"] >= 1.05 else f"{row['times']:.2f}×",
            ha="left" if right else "right",
            va="center",
            color=color,
        )
    names = [_short(row.title, row.year) for row in data.itertuples()]
    ax.set_yticks(range(len(data)), names, color=style.INK, size=9)
    ax.set_ylim(-0.7, len(data) + 0.3)
    ax.set_xscale("log")
    ax.set_xlim(data["times"].min() / 3.4, data["times"].max() * 1.7)
    ax.set_xticks([0.1, 0.3, 1, 3, 10], ["0.1×", "0.3×", "1×", "3×", "10×"])
    ax.minorticks_off()
    ax.grid(visible=False, axis="y")
    style.label(ax, 1.05, len(data) - 0.2, "break-even →", va="center", color=style.MUTED, size=9)
    words = {
        "n": len(data),
        "k": int((data["times"] >= 1).sum()),
        "top": data.iloc[-1]["title"],
        "high": data.iloc[-1]["times"],
        "bottom": data.iloc[0]["title"],
        "low": data.iloc[0]["times"],
        "open": int((~data["counted"]).sum()),
    }
    return finish(
        ax,
        data.astype({"year": "int64"}),
        known,
        title=fill("{k} of {n} films with a printed break-even point reached it", **words),
        subtitle=(
            "Admissions in Korea as a multiple of the break-even point the press printed, log "
            f"scale, {data['year'].min()}–{data['year'].max()}"
        ),
        note=(
            f"Hollow: admissions rounded, or the run went on ({words['open']}). "
            f"{marks.count(words['n'], 'films')}; sales abroad and online not counted."
        ),
        alt=fill(
            "Dot plot of {n} films against their printed break-even point: {k} reached it; from "
            "{low:.2f} times ({bottom}) to {high:.1f} times ({top}).",
            **words,
        ),
    )


def _short(title: str, year: int, room: int = 27) -> str:
    if len(title) > room:
        title = title[: room - 1].rsplit(" ", 1)[0] + " …"
    return f"{title} ({year})"


@style.themed
def concentration(bounds: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw between which bounds the concentration of distributors lies.

    Parameters
    ----------
    bounds : DataFrame
        From :func:`analysis.economics.concentration`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A thick bar a year from the low to the high bound, a thin one to the highest.
    """
    named = ["year", "period", "measure", "companies", "named", "leader", "leader_share"]
    data = bounds[[*named, "low", "high", "highest"]]
    ax = style.canvas(ax, left=0.09)
    places = range(len(data))
    for place, row in zip(places, data.itertuples(), strict=True):
        low, high, top = (value * 10_000 for value in (row.low, row.high, row.highest))
        whole = row.period == "year"
        ax.plot(
            [place, place],
            [low, top],
            color=style.GREY,
            linewidth=1.4,
            zorder=2,
            solid_capstyle="butt",
        )
        ax.bar(
            place,
            high - low,
            bottom=low,
            width=0.42,
            facecolor=style.KOREAN if whole else style.PAPER,
            edgecolor=style.KOREAN,
            linewidth=1.4,
            zorder=3,
        )
        style.label(
            ax, place, low - 70, f"{low:,.0f}", ha="center", va="top", size=8.5, color=style.KOREAN
        )
        style.label(
            ax,
            place,
            high + 60,
            f"{high:,.0f}",
            ha="center",
            va="bottom",
            size=8.5,
            color=style.KOREAN,
        )
        ax.text(
            place,
            -0.02,
            f"{row.year}" + ("" if whole else "*"),
            va="top",
            ha="center",
            transform=ax.get_xaxis_transform(),
            color=style.INK,
        )
        ax.text(
            place,
            -0.095,
            f"{row.named:.0%} of {row.companies}",
            va="top",
            ha="center",
            transform=ax.get_xaxis_transform(),
            color=style.MUTED,
            size=8.2,
        )
    ax.set_xticks([])
    ax.set_xlim(-0.6, len(data) - 0.25)
    ax.set_ylim(0, data["highest"].max() * 10_000 * 1.06)
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    ax.grid(visible=False, axis="x")
    unstated = data.loc[data["measure"] == "unstated", "year"]
    floor = data.loc[data["low"].idxmax()]
    words = {
        "n": len(data),
        "floor": floor["low"] * 10_000,
        "year": int(floor["year"]),
        "first": int(data["year"].min()),
        "last": int(data["year"].max()),
        "below": int((data["high"] < floor["low"]).sum()),
        "others": len(data) - 1,
        "a": data.iloc[-1]["low"] * 10_000,
        "b": data.iloc[-1]["high"] * 10_000,
    }
    return finish(
        ax,
        data,
        bounds,
        title=fill("Distributors: {below} of {others} ranges lie below that of {year}", **words),
        subtitle=(
            "Concentration of distributors (10,000: one company has all), South Korea; below: "
            "share of the companies named"
        ),
        note=(
            "Bar: no unnamed company larger than the largest named. Thin line: the rest is one "
            f"company. * Part of the year. Measure not stated: {marks.spans(unstated)}. "
            f"{marks.count(words['n'], 'years')}."
        ),
        alt=fill(
            "Bars of the range in which distributors' concentration lies, {n} years from {first} "
            "to {last}: the highest lower bound is {floor:,.0f} in {year}; in {last} it lies "
            "between {a:,.0f} and {b:,.0f}.",
            **words,
        ),
        below=0.52,
    )


@style.themed
def levy(income: pd.DataFrame, rate: float = 0.03, ax: Axes | None = None) -> Chart:
    """Draw the printed income from the ticket levy beside the rate times gross.

    Parameters
    ----------
    income : DataFrame
        From :func:`analysis.economics.levy`.
    rate : float
        The levy as a share of the price, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Broad pale bars of what the rate would give, narrow ones of what was printed.
    """
    data = income[["year", "implied_krw", "income_krw", "ratio", "levy_per_ticket"]]
    ax = style.canvas(ax, left=0.09)
    ax.bar(data["year"], data["implied_krw"] / 1e9, color=style.PALE, width=0.8)
    ax.bar(data["year"], data["income_krw"] / 1e9, color=style.KOREAN, width=0.56)
    for row in data.itertuples():
        known = row.income_krw == row.income_krw
        style.label(
            ax,
            row.year,
            row.implied_krw / 1e9 + 0.8,
            f"{row.implied_krw / 1e9:.1f}",
            ha="center",
            va="bottom",
            color=style.MUTED,
        )
        style.label(
            ax,
            row.year,
            row.income_krw / 2e9 if known else row.implied_krw / 2e9,
            f"{row.income_krw / 1e9:.2f}".removesuffix("0") if known else "not\nfound",
            ha="center",
            va="center",
            outline=style.KOREAN if known else style.PALE,
            color=style.PAPER if known else style.MUTED,
            weight="bold" if known else "normal",
            size=9,
        )
    ax.set_ylim(0, data["implied_krw"].max() / 1e9 * 1.15)
    ax.set_xlim(data["year"].min() - 0.6, data["year"].max() + 0.6)
    ax.yaxis.set_major_formatter(_billions)
    ax.set_xticks(data["year"])
    ax.grid(visible=False, axis="x")
    known = data.dropna(subset=["income_krw"])
    for x, mark, text, color, ink in (
        (0.0, "■", "printed income", style.KOREAN, style.KOREAN),
        (0.3, "■", f"{rate:.0%} of gross", style.PALE, style.MUTED),
    ):
        place = {"transform": ax.transAxes, "va": "bottom"}
        ax.text(x, 1.02, mark, color=color, **place)
        ax.text(x + 0.028, 1.02, text, color=ink, weight="bold", **place)
    first, last = known.iloc[0], known.iloc[-1]
    words = {
        "a": first["income_krw"],
        "y": int(first["year"]),
        "b": last["income_krw"],
        "z": int(last["year"]),
        "c": first["income_krw"] / 1e9,
        "d": last["income_krw"] / 1e9,
        "ratio": last["ratio"],
        "low": known["ratio"].min(),
        "high": known["ratio"].max(),
        "n": len(known),
    }
    return finish(
        ax,
        data,
        income,
        title=fill("Ticket levy: {c:.1f}bn won in {y}, {d:.1f}bn in {z}", **words),
        subtitle=(
            "Income of the Film Development Fund from the ticket levy, billion won, current "
            f"prices, South Korea, {data['year'].min()}–{data['year'].max()}"
        ),
        note=(
            f"Light: {rate:.0%} of all box-office gross, whatever was exempt. "
            f"{marks.count(words['n'], 'years')} with a printed income, of {len(data)}."
        ),
        alt=fill(
            "Bars of income from the ticket levy: {a:won} in {y} and {b:won} in {z}; the printed "
            "income is {low:.0%} to {high:.0%} of the rate times gross in {n} years, {ratio:.0%} "
            "in {z}.",
            **words,
        ),
        above=0.4,
    )


@style.themed
def newest_budget(lines: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the lines of the newest film budget beside the year before.

    Parameters
    ----------
    lines : DataFrame
        From :func:`analysis.economics.newest_lines`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots on a log scale, a row a line; new technology in the accent colour.
    """
    data = lines[["body", "programme", "before_krw", "krw", "change", "drafts", "new_technology"]]
    rows = data.iloc[::-1].reset_index(drop=True)
    before, year = int(lines["before_year"].iloc[0]), int(lines["year"].iloc[0])
    ax = style.canvas(ax, "tall", left=0.375, right=0.17)
    for place, row in rows.iterrows():
        color = style.KOREAN if row["new_technology"] else style.MUTED
        ends = [row["before_krw"] / 1e9, row["krw"] / 1e9]
        ax.plot(ends, [place, place], color=color, linewidth=1.6, zorder=2)
        ax.plot(ends[0], place, "o", ms=7.5, mfc=style.PAPER, mec=color, mew=1.8, zorder=3)
        ax.plot(ends[1], place, "o", ms=7.5, mfc=color, mec=color, mew=1.8, zorder=3)
        change = row["change"]
        ax.text(
            1.02,
            place,
            percent(change, sign="+")
            if change == change
            else (f"{year} only" if ends[1] == ends[1] else f"{before} only"),
            transform=ax.get_yaxis_transform(),
            va="center",
            color=color,
            weight="bold" if change == change else "normal",
        )
        sides = (-1, 1) if ends[0] <= ends[1] else (1, -1)
        for end, side in zip(ends, sides, strict=True):
            alone = change != change
            if end == end:
                style.label(
                    ax,
                    end * (1.2 if side > 0 or alone else 0.82),
                    place,
                    f"{end:.1f}",
                    ha="left" if side > 0 or alone else "right",
                    va="center",
                    color=color,
                    size=8.8,
                )
    names = [
        LINES.get(row.programme, row.programme.capitalize()) + ("†" if row.drafts else "")
        for row in rows.itertuples()
    ]
    ax.set_yticks(range(len(rows)), names, color=style.INK, size=9)
    for tick, new in zip(ax.get_yticklabels(), rows["new_technology"], strict=True):
        if new:
            tick.set(color=style.KOREAN, weight="bold")
    ends = rows[["before_krw", "krw"]] / 1e9
    ax.set_xscale("log")
    ax.set_xlim(ends.min().min() / 2.2, ends.max().max() * 3.4)
    ax.set_xticks([2, 10, 50], ["2bn", "10bn", "50bn"])
    ax.minorticks_off()
    ax.set_ylim(-0.7, len(rows) - 0.2)
    ax.grid(visible=False, axis="y")
    whole = lines[lines["whole"]].iloc[0]
    new = lines[lines["new_technology"]]
    words = {
        "change": whole["change"],
        "a": whole["before_krw"],
        "b": whole["krw"],
        "c": whole["before_krw"] / 1e9,
        "d": whole["krw"] / 1e9,
        "before": before,
        "year": year,
        "k": int(new["krw"].notna().sum()),
        "n": len(rows),
        "sum": new["krw"].max(),
    }
    return finish(
        ax,
        data,
        lines,
        title=fill("Film budget: {c:.1f}bn won in {before}, {d:.1f}bn in {year}", **words),
        subtitle=(
            f"Lines of public money for film, {before} (ring) and {year} (dot), billion won, "
            "current prices, log scale"
        ),
        note=(
            "Red: AI and other new technology. † draft budget. The first line holds others of the "
            "list; not to be added. AI content: film and other video. "
            f"{marks.count(words['n'], 'lines')}."
        ),
        alt=fill(
            "Dumbbells of {n} lines of public money: the ministry's film budget goes from {a:won} "
            "in {before} to {b:won} in {year}; {k} lines of {year} name AI or new technology, the "
            "largest with {sum:won}.",
            **words,
        ),
    )


@style.themed
def policy_and_volume(pairs: pd.DataFrame, correlation: Estimate, ax: Axes | None = None) -> Chart:
    """Draw public money, commercial films and return over the same years.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`analysis.economics.policy_and_volume`.
    correlation : Estimate
        Of money and films, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Three panels, one above the other.
    """
    columns = ["budget_real", "films", "roi"]
    data = pairs.dropna(subset=columns, how="all")
    data = data[["year", "budget_status", "films_partial", "roi_first", *columns]]
    ax = style.canvas(ax, "tall", left=0.1)
    for panel, column, title in zip(
        marks.panels(ax, 3, 1, down=0.55),
        columns,
        (
            "KOFIC programme money, billion won, constant prices",
            "Commercial films (net cost of three billion won or more)",
            "Return on investment of these films",
        ),
        strict=True,
    ):
        scale = 1e9 if column == "budget_real" else 1
        color = style.KOREAN if column == "budget_real" else style.MUTED
        values = data[column] / scale
        loose = {
            "budget_real": data["budget_status"] == "draft",
            "films": data["films_partial"],
            "roi": data["roi_first"],
        }[column]
        for year, value, hollow in zip(data["year"], values, loose, strict=True):
            if np.isnan(value):
                panel.text(year, 0, "–", ha="center", va="bottom", color=style.MUTED)
                continue
            panel.bar(
                year,
                value,
                width=0.66,
                edgecolor=color,
                linewidth=1.3,
                facecolor=style.PAPER if hollow else color,
            )
            text = f"{value:+.0%}".replace("-", "−") if column == "roi" else f"{value:.0f}"
            style.label(
                panel,
                year,
                value,
                text,
                ha="center",
                va="bottom" if value >= 0 else "top",
                size=8.8,
                color=color,
            )
        low, high = min(values.min(), 0), max(values.max(), 0)
        panel.set_ylim(low * 1.4, high * (1.3 if low == 0 else 1.9))
        panel.set_xlim(data["year"].min() - 0.6, data["year"].max() + 0.6)
        panel.set_xticks(data["year"])
        panel.set_yticks([])
        panel.grid(visible=False)
        panel.axhline(0, color=style.MUTED, linewidth=0.9)
        panel.spines["bottom"].set_visible(False)
        _heading(panel, title)
    both = data.dropna(subset=["budget_real", "films"])
    money = data.dropna(subset=["budget_real"]).set_index("year")["budget_real"] / 1e9
    words = {
        "most": money.max(),
        "p": money.idxmax(),
        "last": money.iloc[-1],
        "z": money.index[-1],
        "n": len(both),
        "r": correlation.value,
        "low": correlation.low,
        "high": correlation.high,
        "a": int(data["year"].min()),
        "b": int(data["year"].max()),
    }
    return finish(
        ax,
        data,
        pairs,
        title=fill("Programme money: {most:.0f}bn won in {p}, {last:.0f}bn in {z}", **words),
        subtitle=(
            "Money of the Korean Film Council (KOFIC) beside commercial films and their return, "
            f"South Korea, {words['a']}–{words['b']}"
        ),
        note=(
            "Hollow: draft, counted within the year, first estimate. Dash: not found. Rank "
            "correlation of money and films "
            + fill("{r:.2f} (95% interval {low:.2f} to {high:.2f}), ", **words)
            + f"{marks.count(words['n'], 'years')}."
        ),
        alt=fill(
            "Three rows of bars by year, {a} to {b}: Film Council programme money, commercial "
            "films, return. Rank correlation of money and films {r:.2f}, interval {low:.2f} to "
            "{high:.2f}, {n} years.",
            **words,
        ),
        above=0.36,
    )


@style.themed
def outside_cinemas(outside: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw what films earned outside cinemas, and how many people stream.

    Parameters
    ----------
    outside : DataFrame
        From :func:`analysis.economics.outside_cinemas`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars above, a line below, over the same years.
    """
    data = outside[["year", "measure", "value", "basis"]]
    money, users = (data[data["measure"] == name] for name in ("revenue", "users"))
    ax = style.canvas(ax, "tall", left=0.1)
    above, below = marks.panels(ax, 2, 1, down=0.36)
    for panel in (above, below):
        panel.set_xlim(data["year"].min() - 0.7, data["year"].max() + 0.9)
        panel.grid(visible=False, axis="x")
        marks.year_ticks(panel, data["year"])
    for row in money.itertuples():
        hollow = row.basis == "first"
        above.bar(
            row.year,
            row.value / 1e9,
            width=0.75,
            edgecolor=style.KOREAN,
            linewidth=1.3,
            facecolor=style.PAPER if hollow else style.KOREAN,
        )
        style.label(
            above,
            row.year,
            row.value / 1e9 + 14,
            f"{row.value / 1e9:.0f}",
            ha="center",
            va="bottom",
            color=style.KOREAN,
            size=8.5,
        )
    above.set_ylim(0, money["value"].max() / 1e9 * 1.15)
    above.set_yticks(range(0, int(money["value"].max() / 1e9) + 1, 250))
    above.yaxis.set_major_formatter(_billions)
    _heading(above, "Revenue of films outside cinemas, billion won, constant prices")
    below.plot(users["year"], users["value"], color=style.ADMISSIONS)
    for row in users.itertuples():
        below.plot(
            row.year,
            row.value,
            "o",
            ms=7,
            mec=style.ADMISSIONS,
            mew=1.8,
            mfc=style.PAPER if row.basis == "derived" else style.ADMISSIONS,
        )
        if row.year in (users["year"].iloc[0], users["year"].iloc[-1]):
            style.label(
                below,
                row.year,
                row.value + 0.05,
                percent(row.value),
                ha="center",
                va="bottom",
                color=style.ADMISSIONS,
                size=9,
            )
    below.set_ylim(0, 1)
    below.yaxis.set_major_formatter(lambda value, _: percent(value))
    _heading(below, "People who use streaming, share of the population")
    words = {
        "a": users["value"].iloc[0],
        "y": int(users["year"].iloc[0]),
        "b": users["value"].iloc[-1],
        "z": int(users["year"].iloc[-1]),
        "end": int(money["year"].max()),
        "last": money["value"].iloc[-1],
        "won": money["value"].iloc[-1] / 1e9,
        "low": money["value"].min(),
        "low_year": int(money.loc[money["value"].idxmin(), "year"]),
        "n": len(money),
        "m": len(users),
    }
    return finish(
        ax,
        data,
        outside,
        title=fill("Films earned {won:.0f}bn won outside cinemas in {end}", **words),
        subtitle=(
            "Digital, online and packaged sales of films, and the national media use survey, South "
            f"Korea, {data['year'].min()}–{data['year'].max()}"
        ),
        note=(
            "Hollow: first estimate or derived. What is included changed. "
            f"{marks.count(words['n'], 'years')} of revenue, {words['m']} of use."
        ),
        alt=fill(
            "Bars of film revenue outside cinemas, lowest {low:won} in {low_year} and {last:won} "
            "in {end}, the last year known; line of streaming users from {a:.0%} of people in {y} "
            "to {b:.0%} in {z}.",
            **words,
        ),
        above=0.36,
    )


@style.themed
def services(counted: pd.DataFrame, users: float = 1e6, ax: Axes | None = None) -> Chart:
    """Draw monthly users of streaming services, a panel for each month counted.

    Parameters
    ----------
    counted : DataFrame
        From :func:`analysis.economics.services`.
    users : float
        Users from which a service counts as large; drawn as a line.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Horizontal bars; the three largest services in a darker grey.
    """
    data = counted[["tracker", "month", "service", "users", "share"]]
    groups = list(data.groupby(["month", "tracker"], sort=True))
    most = max(len(group) for _, group in groups)
    ax = style.canvas(ax, "tall", left=0.2, right=0.1)
    top = data["users"].max() / 1e6
    names = {"mobile_index": "Mobile Index", "wiseapp": "WiseApp"}
    for panel, ((month, tracker), group) in zip(
        marks.panels(ax, len(groups), 1, down=0.3), groups, strict=True
    ):
        group = group.sort_values("users", ascending=False)
        for place, row in enumerate(group.itertuples()):
            color = style.MUTED if place < 3 else style.GREY
            panel.barh(place, row.users / 1e6, color=color, height=0.7)
            end = row.users / 1e6
            style.label(
                panel,
                (users / 1e6 if end < users / 1e6 < end + 1.2 else end) + 0.15,
                place,
                f"{end:.1f}m",
                va="center",
                color=style.MUTED,
                weight="bold" if place < 3 else "normal",
                size=8.8,
            )
        panel.plot(
            [users / 1e6] * 2,
            [-0.5, len(group) - 0.5],
            color=style.INK,
            linewidth=0.9,
            linestyle=(0, (3, 3)),
        )
        panel.set_yticks(range(len(group)), list(group["service"]), color=style.INK, size=8.8)
        panel.set_ylim(most - 0.5, -0.5)
        panel.set_xlim(0, top * 1.06)
        panel.set_xticks([])
        panel.grid(visible=False)
        panel.spines["bottom"].set_visible(False)
        panel.text(
            0,
            1.03,
            f"{pd.Period(month).strftime('%B %Y')}, {names.get(tracker, tracker)}",
            transform=panel.transAxes,
            va="bottom",
            size=9.5,
            weight="bold",
        )
    (month, _), last = groups[-1]
    large = (last["users"] >= users).sum()
    words = {
        "k": int(large),
        "when": pd.Period(month).strftime("%B %Y"),
        "lead": last.sort_values("users")["service"].iloc[-1],
        "share": last["share"].max(),
        "three": last["share"].nlargest(3).sum(),
        "of": len(last),
        "year": month[:4],
        "n": len(data),
        "m": len(groups),
    }
    return finish(
        ax,
        data,
        counted,
        title=fill("Three of {of} services had {three:.0%} of users in {year}", **words),
        subtitle=(
            "Monthly users of streaming services in million, South Korea; panels of different "
            "makers are not comparable"
        ),
        note=(
            "Dashed: one million users, a large service. Dark: the three largest. Who uses two "
            "counts twice. Services not printed are left out. "
            f"{marks.count(words['n'], 'figures')}."
        ),
        alt=fill(
            "Bars of monthly streaming users in {m} months: in {when}, {k} services have a million "
            "or more; {lead} is largest with {share:.0%} of the users counted, the three largest "
            "have {three:.0%}.",
            **words,
        ),
        below=0.08,
        above=0.36,
    )
