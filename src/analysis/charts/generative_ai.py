"""Charts of films made with generative AI; ``analysis.generative_ai`` makes their frames."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import DateFormatter, YearLocator
from matplotlib.patches import Rectangle

from analysis.charts import style
from analysis.charts.chart import Chart, finish
from analysis.generative_ai import FACTS, Standing
from analysis.prose import fill, listing, percent

NBSP = "\u00a0"
FOUND = "Works a search found, not a full list."


def _count(frame: pd.DataFrame | pd.Series | int, what: str) -> str:
    n = frame if isinstance(frame, int) else len(frame)
    return f"n{NBSP}={NBSP}{n}{NBSP}{what}."


def _short(value: float) -> str:
    """Write a count or an amount for a small cell: 610k, 0.5bn."""
    for scale, unit in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= scale:
            return f"{value / scale:.3g}{unit}"
    return f"{value:.3g}"


def _won(value: float) -> str:
    """Write an amount for an axis or a label: 500m, 11.7bn."""
    return f"{_short(float(f'{value:.3g}'))} won"


def _rows(ax: Axes, names: list[str], red: list[bool], size: float = 9.5) -> None:
    """Name rows from the top, and keep the names' colour with their marks'."""
    ax.set_yticks(range(len(names)), names, color=style.INK, size=size)
    for tick, own in zip(ax.get_yticklabels(), red, strict=True):
        if own:
            tick.set(color=style.KOREAN, weight="bold")
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.grid(visible=False, axis="y")


@style.themed
def facts(printed: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw which facts are printed on each work made with AI.

    Parameters
    ----------
    printed : DataFrame
        From :func:`analysis.generative_ai.printed_facts`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A grid of works and facts with the printed figures; pale where none was found.
    """
    works = list(dict.fromkeys(printed["film_id"]))
    data = printed[["film_id", "title", "format", "status", "role", "fact", "value", "state"]]
    first = data.drop_duplicates("film_id").set_index("film_id")
    ax = style.canvas(ax, "tall", left=0.29, right=0.02)
    names = list(FACTS)
    for cell in data.itertuples():
        x, y = names.index(cell.fact), works.index(cell.film_id)
        if cell.state in ("no shoot", "not in cinemas"):
            continue
        known, said = cell.state == "printed", cell.state == "statement"
        face = style.KOREAN if known else style.PAPER if said else style.GRID
        ax.add_patch(
            Rectangle(
                (x - 0.47, y - 0.44),
                0.94,
                0.88,
                facecolor=face,
                edgecolor=style.KOREAN if said else face,
                linewidth=1,
            )
        )
        if known or said:
            ax.text(
                x,
                y,
                _short(cell.value) if known else "said",
                ha="center",
                va="center",
                size=8.5,
                color=style.PAPER if known else style.KOREAN,
            )
    for y, work in enumerate(works):
        role = first.loc[work, "role"].replace("creatures, vfx", "effects")
        role = role.replace("backgrounds", "sets").replace("vfx", "effects")
        ax.text(-1.4, y, role, ha="center", va="center", size=8.5, color=style.MUTED)
    heads = {"runtime_min": "minutes", "shoot_days": "shoot\ndays", "budget_krw": "budget,\nwon"}
    heads |= {"break_even_admissions": "break-\neven", "admissions": "tickets"}
    ax.set_xticks(
        [-1.4, *range(len(names))],
        ["AI\nmade", *[heads.get(name, FACTS[name]) for name in names]],
        size=8.5,
    )
    ax.xaxis.tick_top()
    formats = first["format"].astype("object")
    _rows(ax, [first.loc[work, "title"] for work in works], [False] * len(works), 8.8)
    for tick, work in zip(ax.get_yticklabels(), works, strict=True):
        tick.set_weight("bold" if formats[work] == "feature" else "normal")
    for y in range(1, len(works)):
        if formats[works[y]] != formats[works[y - 1]]:
            ax.axhline(y - 0.5, color=style.MUTED, linewidth=0.9)
    ax.set_xlim(-2.3, len(names) - 0.5)
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    asked = data[~data["state"].isin(["no shoot", "not in cinemas"])]
    words = {
        "k": int((asked["state"] == "printed").sum()),
        "n": len(asked),
        "works": len(works),
        "features": int((formats == "feature").sum()),
        "cost": int(((asked["fact"] == "budget_krw") & (asked["state"] == "printed")).sum()),
        "seats": int(((asked["fact"] == "admissions") & (asked["state"] == "printed")).sum()),
    }
    return finish(
        ax,
        data,
        printed,
        title=fill("{k} of {n} facts on {works} works made with AI are printed", **words),
        subtitle="Korean works made with generative AI, 2024–2026; features in bold",
        note=(
            f"{FOUND} Pale: not found. White: does not apply. ‘said’: in a statement only. "
            f"{_count(len(works), 'works')}"
        ),
        alt=fill(
            "Grid of {works} Korean works made with AI, {features} of them features, and seven "
            "facts: {k} of {n} cells are printed; a budget is printed for {cost}, an audience "
            "for {seats}.",
            **words,
        ),
        below=0.1,
        above=0.48,
    )


@style.themed
def budgets(
    costs: pd.DataFrame,
    middle: Standing,
    ordinary: pd.DataFrame,
    most: float = 2e9,
    ax: Axes | None = None,
) -> Chart:
    """Draw the smallest printed budgets, with those of films made with AI among them.

    Parameters
    ----------
    costs : DataFrame
        From :func:`analysis.generative_ai.budgets`.
    middle : Standing
        From :func:`analysis.generative_ai.standing`, of the film that the title names.
    ordinary : DataFrame
        From :func:`analysis.generative_ai.ordinary_cost`.
    most : float
        Films above this real budget are not named, unless they are the dearest.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots on a log scale; films made with AI in the accent colour, hollow where rounded or
        only stated; the median of conventional films with its interval, and KOFIC's mean.
    """
    small = costs[(costs["budget_real_krw"] <= most) | costs["ai"]]
    dearest = costs[~costs["ai"]].tail(1)
    data = pd.concat([small, dearest[~dearest["film_id"].isin(small["film_id"])]])
    rows = [
        (
            f"{row.title} ({row.year})",
            row.budget_real_krw,
            row.budget_high_real_krw,
            row.ai,
            row.known,
        )
        for row in data.itertuples()
    ]
    rows.append((f"Median of {middle.n} features", middle.median, middle.high, False, "median"))
    which = {"commercial": "commercial films", "all": "all films"}
    rows += [
        (
            f"KOFIC: mean of {which[row.films]}, {row.year}",
            row.cost_real_krw,
            row.cost_real_krw,
            False,
            "mean",
        )
        for row in ordinary.itertuples()
    ]
    rows.sort(key=lambda row: row[1])
    ax = style.canvas(ax, "tall", left=0.47, right=0.09)
    for y, (_, value, high, own, known) in enumerate(rows):
        color = style.KOREAN if own else style.INK if known in ("median", "mean") else style.GREY
        low = middle.low if known == "median" else value
        if high > low:
            ax.plot([low, high], [y, y], color=color, linewidth=4 if known == "median" else 2)
        hollow = known in ("rounded", "statement", "lower bound")
        ax.plot(
            value if known == "median" else sorted({value, high}),
            [y] * (1 if known == "median" else len({value, high})),
            "D" if known in ("median", "mean") else "o",
            ms=4 if known == "median" else 6.5 if known == "mean" else 8,
            mfc=style.PAPER if hollow or known == "median" else color,
            mec=color,
            mew=1.7,
            linestyle="none",
        )
        text = _short(float(f"{value:.3g}"))
        if high > value and known != "median":
            text += f"–{_short(float(f'{high:.3g}'))}"
        style.label(
            ax,
            high * 1.45,
            y,
            ("≥" if known == "lower bound" else "") + text,
            va="center",
            color=color if own else style.MUTED,
            weight="bold" if own else "normal",
        )
    _rows(ax, [row[0] for row in rows], [row[3] for row in rows], 9)
    ax.set_xscale("log")
    ax.set_xlim(min(row[1] for row in rows) / 1.5, max(row[1] for row in rows) * 4)
    ax.xaxis.set_major_formatter(lambda value, _: _short(value))
    ax.minorticks_off()
    words = {
        "title": middle.title,
        "share": middle.ratio,
        "k": middle.cheaper,
        "n": middle.n,
        "value": middle.value,
        "median": middle.median,
        "means": listing(
            f"{which[row.films]} of {row.year} {_won(row.cost_real_krw)}"
            for row in ordinary.itertuples()
        ),
    }
    return finish(
        ax,
        data.drop(columns="source_ids"),
        data,
        costs,
        ordinary,
        title=fill("{title}: {share:.0%} of the median budget; {k} of {n} cost less", **words),
        subtitle=(
            "Budgets of Korean live-action features in won of 2025, log scale; red: made with AI; "
            "thick bar: 95% interval of the median"
        ),
        note=(
            "Hollow: rounded, stated or a lower bound. Named: up to "
            f"{_won(most)}, and the dearest. Budgets net of prints and advertising or unsaid; "
            "KOFIC’s commercial films cost 3bn won or more. "
            + _count(words["n"], "conventional features")
        ),
        alt=fill(
            "Dot plot of the smallest budgets of Korean features: {title}, made with AI, "
            "{value:won}; the median of {n} conventional features is {median:won}, {k} cost less. "
            "KOFIC's means: {means}.",
            **words,
        ),
    )


@style.themed
def unit_costs(
    costs: pd.DataFrame, minute: Standing, viewer: Standing, ax: Axes | None = None
) -> Chart:
    """Draw the cost of a minute against the cost of an admission.

    Parameters
    ----------
    costs : DataFrame
        From :func:`analysis.generative_ai.with_audience`.
    minute, viewer : Standing
        From :func:`analysis.generative_ai.standing`: a film made with AI by cost a minute, and
        one by cost an admission, among the films drawn.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots on two log scales; a dashed line for a film made with AI without an audience.
    """
    x, y = "cost_per_minute_krw", "cost_per_admission_krw"
    highs = ["cost_per_minute_high_krw", "cost_per_admission_high_krw"]
    data = costs.loc[costs[x].notna(), ["film_id", "title", "year", "ai", x, y, *highs]]
    both = data[data["cost_per_admission_krw"].notna()]
    plain, made = both[~both["ai"]], both[both["ai"]]
    ax = style.canvas(ax, "tall", left=0.12, right=0.04)
    ax.plot(plain[x], plain[y], "o", ms=6, mfc=style.PALE, mec=style.GREY, mew=1)
    ends = {"color": style.KOREAN, "ms": 9, "mfc": style.PAPER, "mec": style.KOREAN, "mew": 2}
    for _, row in made.iterrows():
        ax.plot([row[x], row[highs[0]]], [row[y], row[highs[1]]], "-o", linewidth=2, **ends)
    named = plain.loc[[plain[x].idxmin(), plain[y].idxmin(), plain[y].idxmax()]]
    low = plain[plain[x] < plain[x].median() / 5]
    named = pd.concat([named, low]).drop_duplicates("film_id")
    shown = pd.concat([named, made]).sort_values(y)
    up = shown[y].pct_change().fillna(9) < 0.6  # too close to the label below
    down = up.shift(-1, fill_value=False)
    for row, above, below in zip(shown.itertuples(), up, down, strict=True):
        right = getattr(row, x) < plain[x].median() / 3
        style.label(
            ax,
            getattr(row, x) * (1.14 if right else 0.88),
            getattr(row, y),
            row.title + (f" ({row.year})" if row.ai else ""),
            ha="left" if right else "right",
            va="bottom" if above else "top" if below else "center",
            size=9,
            color=style.KOREAN if row.ai else style.MUTED,
            weight="bold" if row.ai else "normal",
        )
    ax.set_xscale("log")
    ax.set_yscale("log")
    bottom, top = plain[y].min() / 2.2, both[highs[1]].max() * 2.5
    ax.set_ylim(bottom, top)
    ax.set_xlim(data[x].min() / 1.4, data[x].max() * 1.5)
    unseen = data[data["ai"] & data[y].isna()]
    for row in unseen.itertuples():
        value = getattr(row, x)
        ax.axvline(value, color=style.KOREAN, linewidth=1.2, linestyle=(0, (4, 3)))
        style.label(
            ax,
            value * 0.93,
            0.97,
            f"{row.title} ({row.year}):\nno audience known",
            transform=ax.get_xaxis_transform(),
            ha="right",
            va="top",
            size=9,
            color=style.KOREAN,
            weight="bold",
        )
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(lambda value, _: _short(value))
    ax.minorticks_off()
    ax.set_xlabel("won a minute of film →", loc="right")
    ax.text(0, 1.01, "won an admission ↑", transform=ax.transAxes, color=style.MUTED, va="bottom")
    words = {
        "film": viewer.title,
        "seat": viewer.value,
        "dear": costs.loc[costs["title"] == viewer.title, highs[1]].max(),
        "usual": viewer.median,
        "least": f"{viewer.ratio:.0f}",
        "other": minute.title,
        "cost": _won(minute.value),
        "median": _won(minute.median),
        "n": len(plain),
    }
    words["most"] = f"{words['dear'] / viewer.median:.0f}"
    return finish(
        ax,
        data,
        costs,
        title=fill(
            "{film}: {least} to {most} times the median per viewer"
            if words["least"] != words["most"]
            else "{film}: {least} times the median per viewer",
            **words,
        ),
        subtitle=(
            "Budget in won of 2025 over running time and over admissions in South Korea, log "
            "scales; red: made with AI"
        ),
        note=(
            "Hollow: budget, lowest to highest, and audience as the press states. Budgets net or "
            "unsaid; some admissions rounded or running. "
            + _count(len(plain), "conventional features")
        ),
        alt=fill(
            "Scatter of cost per minute and per admission of {n} conventional Korean features. "
            "Made with AI: {other}, {cost} a minute, median {median}; {film}, {seat:,.0f} to "
            "{dear:,.0f} won an admission, median {usual:,.0f}.",
            **words,
        ),
        below=0.45,
        above=0.32,
    )


@style.themed
def shoots(days: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw how many days films were shot.

    Parameters
    ----------
    days : DataFrame
        From :func:`analysis.generative_ai.shoots`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars from zero; films made with AI in the accent colour.
    """
    data = days.drop(columns="source_ids", errors="ignore")
    ax = style.canvas(ax, left=0.42, right=0.06)
    colors = [style.KOREAN if own else style.PALE for own in data["ai"]]
    ax.barh(range(len(data)), data["days"], color=colors, height=0.68)
    for y, row in enumerate(data.itertuples()):
        style.label(
            ax,
            row.days + 1.5,
            y,
            f"{row.days:.0f}",
            va="center",
            color=style.KOREAN if row.ai else style.MUTED,
            weight="bold" if row.ai else "normal",
        )
    names = [f"{row.title} ({row.year})" for row in data.itertuples()]
    _rows(ax, names, list(data["ai"]), 9)
    ax.set_xlim(0, data["days"].max() * 1.12)
    made, plain = data[data["ai"]], data[~data["ai"]]
    words = {
        "film": made.iloc[0]["title"],
        "days": made.iloc[0]["days"],
        "n": len(plain),
        "low": plain["days"].min(),
        "high": plain["days"].max(),
        "shortest": plain.loc[plain["days"].idxmin(), "title"],
    }
    return finish(
        ax,
        data,
        days,
        title=fill("{film}: {days:.0f} days of shooting; others {low:.0f} to {high:.0f}", **words),
        subtitle="Shooting days, or sessions of about a day, of Korean features; red: made with AI",
        note=(
            "Only films whose number of days was printed; not a sample. "
            + _count(len(plain), "conventional films")
        ),
        alt=fill(
            "Bars of shooting days of Korean features: {film}, made with AI, {days:.0f}; of {n} "
            "conventional films the fewest are {low:.0f} ({shortest}), the most {high:.0f}.",
            **words,
        ),
    )


@style.themed
def ratios(
    saved: pd.DataFrame, stated: dict[str, float] | None = None, ax: Axes | None = None
) -> Chart:
    """Draw what was said on time and money saved, as times less.

    Parameters
    ----------
    saved : DataFrame
        From :func:`analysis.generative_ai.ratios`, of one film.
    stated : dict of str to float, optional
        By topic, the ratio to mark with a line; 10 for time and 2 for money without it.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Intervals on a log scale; hollow where two statements were put together.
    """
    stated = stated or {"time": 10.0, "money": 2.0}
    data = saved.drop(columns="source_ids", errors="ignore")
    names, places, y = [], [], 0.0
    ax = style.canvas(ax, "tall", left=0.45, right=0.05)
    heads = {"time": "Time", "money": "Money"}
    for topic, rows in data.groupby("topic", sort=False):
        ax.text(
            -0.86,
            y,
            heads.get(topic, topic),
            transform=ax.get_yaxis_transform(),
            va="center",
            weight="bold",
            size=10,
        )
        top, y = y, y + 1
        for row in rows.itertuples():
            own = np.isclose(row.low, stated[topic]) and np.isclose(row.high, stated[topic])
            color = style.KOREAN if own else style.MUTED
            ax.plot([row.low, row.high], [y, y], color=color, linewidth=3)
            ends = [row.low, row.high]
            face = style.PAPER if row.kind == "two statements" else color
            ax.plot(ends, [y, y], "o", ms=7, color=color, mfc=face, mec=color, mew=1.6)
            text = f"{row.low:,.2g}" if row.low < 10 else f"{row.low:,.0f}"
            if not np.isclose(row.low, row.high):
                text += f"–{row.high:,.0f}"
            line = stated[topic]
            close = row.high * 1.2 < line < row.high * 7  # a label here would meet the line
            style.label(
                ax,
                line * 1.25 if close else row.high * 1.7,
                y,
                f"{text}×",
                va="center",
                color=color,
                weight="bold" if own else "normal",
            )
            names.append(f"{row.scope}\n{row.speaker}, {row.date}")
            places.append(y)
            y += 1
        ax.plot(
            [stated[topic]] * 2,
            [top + 0.5, y - 0.5],
            color=style.KOREAN,
            linewidth=1.1,
            linestyle=(0, (4, 3)),
            zorder=1,
        )
    ax.set_yticks(places, names, color=style.INK, size=9, linespacing=1.1)
    ax.set_ylim(y - 0.4, -0.5)
    ax.set_xscale("log")
    ax.set_xlim(0.75, max(data["high"].max() * 30, 100))
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}×")
    ax.minorticks_off()
    ax.grid(visible=False, axis="y")
    time, money = data[data["topic"] == "time"], data[data["topic"] == "money"]
    inside = int((time["speaker_kind"] == "maker").sum())
    words = {
        "n": len(data),
        "times": stated["time"],
        "low": time["low"].min(),
        "high": time["high"].max(),
        "k": inside,
        "m": len(time),
        "least": money["low"].min(),
        "most": money["high"].max(),
    }
    return finish(
        ax,
        data,
        saved,
        title=fill(
            "‘{times:.0f} times faster’: statements run from {low:.0f} to {high:,.0f} times",
            **words,
        ),
        subtitle=(
            "How many times less time or money AI took, as stated on one film, log scale; red: the "
            "claim’s ratio"
        ),
        note=(
            "A day counts 8 hours, a month 21 days. Hollow: usual cost and cost from different "
            "statements. Nothing was measured. " + _count(len(data), "statements")
        ),
        alt=fill(
            "Intervals of {n} statements on one film: time from {low:.0f} to {high:,.0f} times "
            "less, money from {least:.1f} to {most:.0f} times; {k} of {m} on time come from its "
            "makers.",
            **words,
        ),
    )


@style.themed
def audiences(levels: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw audiences as a share of the break-even point.

    Parameters
    ----------
    levels : DataFrame
        From :func:`analysis.generative_ai.audiences`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots on a log scale; hollow where a count is rounded, running or only stated.
    """
    data = levels.drop(columns=["source_ids", "like_median", "like_n"], errors="ignore")
    known = data[data["level"].notna()]
    blank = data[data["level"].isna() & data["ai"]]
    rows = pd.concat([known, blank])
    ax = style.canvas(ax, "tall", left=0.4, right=0.1)
    ax.axvline(1, color=style.INK, linewidth=1)
    low = known["level"].min() / 2
    for y, row in enumerate(rows.itertuples()):
        color = style.KOREAN if row.ai else style.GREY
        text = style.KOREAN if row.ai else style.MUTED
        if pd.isna(row.level):
            style.label(ax, low * 1.15, y, "not known", va="center", color=text, size=9)
            continue
        face = color if row.known == "count" else style.PAPER
        ax.plot(row.level, y, "o", ms=7.5, mfc=face, mec=color, mew=1.7)
        left = 0.3 < row.level < 0.78  # on the right it would meet the line
        style.label(
            ax,
            row.level / 1.32 if left else row.level * 1.32,
            y,
            percent(row.level) if row.level < 2 else f"{row.level:.1f}×",
            ha="right" if left else "left",
            va="center",
            size=9,
            color=text,
            weight="bold" if row.ai else "normal",
        )
    names = [f"{row.title} ({row.year})" for row in rows.itertuples()]
    _rows(ax, names, list(rows["ai"]), 9)
    ax.set_xscale("log")
    ax.set_xlim(low, known["level"].max() * 2.4)
    ax.xaxis.set_major_formatter(lambda value, _: percent(value) if value <= 1 else f"{value:.0f}×")
    ax.minorticks_off()
    led = known[known["led"]]
    plain = known[~known["ai"]]
    first = led.iloc[0] if len(led) else known[known["ai"]].iloc[0]
    words = {
        "film": first["title"],
        "level": first["level"],
        "k": int((plain["level"] < first["level"]).sum()),
        "n": len(plain),
        "lost": int((plain["level"] < 1).sum()),
        "ai": len(data[data["ai"]]),
        "open": len(blank),
    }
    return finish(
        ax,
        data,
        levels,
        title=fill("{film}: {level:.0%} of break-even; {k} of {n} lower", **words),
        subtitle=(
            "Admissions in South Korea as a share of the printed break-even point, log scale; "
            "red: made with AI"
        ),
        note=(
            "Hollow: rounded, running or stated. In Wonderland AI did single lines and "
            "pictures. " + _count(len(plain), "conventional films with both figures")
            if "wonderland-2024" in set(data["film_id"])
            else "Hollow: rounded, running or stated. " + _count(len(plain), "conventional films")
        ),
        alt=fill(
            "Dot plot of admissions over break-even points: {film}, made with AI, {level:.0%}; "
            "{lost} of {n} conventional films below 100%, {k} lower than it; of {ai} AI features "
            "{open} has no known audience.",
            **words,
        ),
    )


@style.themed
def public_money(money: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw public money named as being for AI.

    Parameters
    ----------
    money : DataFrame
        From :func:`analysis.generative_ai.public_money`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars from zero; film in the accent colour, all content grey, hollow for a draft.
    """
    data = money.drop(columns="source_ids", errors="ignore")
    ax = style.canvas(ax, left=0.42, right=0.1)
    status = {"final": "", "extra": ", extra budget", "draft": ", draft", "plan": ", plan"}
    names = []
    for y, row in enumerate(data.itertuples()):
        color = style.KOREAN if row.field == "film" else style.GREY
        firm = row.status in ("final", "extra")
        ax.barh(
            y,
            row.amount_krw / 1e9,
            height=0.6,
            facecolor=color if firm else style.PAPER,
            edgecolor=color,
            linewidth=1.4,
        )
        style.label(
            ax,
            row.amount_krw / 1e9 + data["amount_krw"].max() / 1e9 * 0.02,
            y,
            f"{row.amount_krw / 1e9:.1f}bn",
            va="center",
            weight="bold",
            color=style.KOREAN if row.field == "film" else style.MUTED,
        )
        what = "AI content" if row.field == "all content" else "AI film"
        what = what if row.only_ai else "New technology, AI too"
        names.append(f"{what}, {row.year}\n{row.body}{status.get(row.status, '')}")
    _rows(ax, names, [field == "film" for field in data["field"]], 9)
    ax.set_xlim(0, data["amount_krw"].max() / 1e9 * 1.16)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}bn" if value else "0")
    film = data[data["field"] == "film"]
    alone = film[film["only_ai"]]
    words = {
        "alone": _won(alone["amount_krw"].max()) if len(alone) else "nothing",
        "year": int(alone["year"].max()) if len(alone) else int(data["year"].max()),
        "draft": ", a draft" if set(alone["status"]) == {"draft"} else "",
        "n": len(data),
        "content": _won(data.loc[data["field"] == "all content", "amount_krw"].max())
        if (data["field"] == "all content").any()
        else "none",
    }
    return finish(
        ax,
        data,
        money,
        title=fill("For AI films alone: {alone} in {year}{draft}", **words),
        subtitle="Public money named as for AI, billion current won, South Korea; red: film",
        note=(
            "Hollow: draft. Grey: for other video too. Not to be added up; programmes that do not "
            "name AI may pay for it as well. " + _count(len(data), "programmes")
        ),
        alt=fill(
            "Bars of {n} public programmes that name AI: for AI films alone {alone} in {year}; "
            "the largest, for all kinds of content, {content}.",
            **words,
        ),
    )


@style.themed
def acts(history: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw what authorities did on copyright in AI output.

    Parameters
    ----------
    history : DataFrame
        From :func:`analysis.generative_ai.acts`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A row an act on a time line; filled where a position is taken, hollow where the question
        is left open, grey where the act is on training or not of an authority.
    """
    data = history.drop(columns="source_ids", errors="ignore")
    ax = style.canvas(ax, "tall", left=0.05, right=0.05)
    first, last = data["when"].min(), data["when"].max()
    span = last - first
    for y, row in enumerate(data.itertuples()):
        own = row.authority and row.subject == "authorship"
        color = style.KOREAN if own else style.GREY
        face = style.PAPER if row.position == "open" else color
        ax.plot(row.when, y, "o", ms=9, mfc=face, mec=color, mew=1.8, zorder=3)
        right = row.when < first + span * 0.55
        what = {"council": "working group", "overview": "law firm’s overview"}.get(
            row.kind, row.kind
        )
        what += " on training" if row.subject == "training" else ""
        style.label(
            ax,
            row.when + span * (0.03 if right else -0.03),
            y,
            f"{row.date}  {what}",
            ha="left" if right else "right",
            va="center",
            color=style.INK if own else style.MUTED,
            weight="bold" if own and row.position != "open" else "normal",
        )
    ax.set_ylim(len(data) - 0.4, -0.6)
    ax.set_yticks([])
    ax.set_xlim(first - span * 0.05, last + span * 0.08)
    ax.xaxis.set_major_locator(YearLocator())
    ax.xaxis.set_major_formatter(DateFormatter("%Y"))
    rows = data[data["authority"] & (data["subject"] == "authorship")]
    words = {
        "n": len(rows),
        "stated": int((rows["position"] != "open").sum()),
        "open": int((rows["position"] == "open").sum()),
        "binding": int(data["binding"].sum()) or "no",
        "first": int(rows["when"].min().year),
        "last": int(rows["when"].max().year),
        "rest": len(data) - len(rows),
    }
    return finish(
        ax,
        data.assign(when=data["when"].dt.strftime("%Y-%m-%d")),
        history,
        title=fill("{n} acts on authorship, {binding} law or ruling among them", **words),
        subtitle=(
            "Acts of South Korean authorities on copyright in AI output; filled: takes a "
            "position, hollow: leaves the question open"
        ),
        note=(
            "Grey: on training, or a law firm’s. All positions: only what a person adds is "
            "protected. " + _count(len(data), "acts found")
            if set(rows.loc[rows["position"] != "open", "position"]) == {"human_part"}
            else "Grey: on training, or a law firm’s. " + _count(len(data), "acts found")
        ),
        alt=fill(
            "Time line of acts of South Korean authorities on who is author of AI output, "
            "{first} to {last}: {stated} take a position, {open} leave the question open; "
            "{binding} law or court ruling; {rest} more on other matters.",
            **words,
        ),
    )
