"""Charts of the theatrical market; each takes a frame that ``analysis.market`` made."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis import places
from analysis.charts import marks, style
from analysis.charts.chart import Chart, finish
from analysis.prose import MINUS, fill, listing, percent

KOFIC = "Figures: Korean Film Council (KOFIC), as relayed."
MONTHS = list("JFMAMJJASOND")


@style.themed
def admissions(years: pd.DataFrame, events: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw yearly admissions with their Korean and foreign parts.

    Parameters
    ----------
    years : DataFrame
        From :func:`analysis.market.annual`.
    events : DataFrame
        Table ``market_events``; the break of the series is taken from it.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Stacked bars; hatched where the parts come from a printed share.
    """
    columns = [f"admissions_{part}" for part in ("korean", "foreign", "total")]
    data = years[["year", *columns, "parts", "precision"]]
    rounded = data.loc[data["precision"] == "rounded", "year"]
    peak = data.loc[data["admissions_total"].idxmax()]
    last = data.iloc[-1]
    ax = style.canvas(ax)
    korean, foreign = (data[f"admissions_{part}"] / 1e6 for part in ("korean", "foreign"))
    lower = ax.bar(data["year"], korean, color=style.KOREAN, width=0.78)
    upper = ax.bar(data["year"], foreign, bottom=korean, color=style.PALE, width=0.78)
    for bars in (lower, upper):
        for bar, parts in zip(bars, data["parts"], strict=True):
            if parts == "from share":
                bar.set(hatch="//////", edgecolor=style.PAPER, linewidth=0)
    top, end = peak["admissions_total"] / 1e6, last["admissions_total"] / 1e6
    style.label(ax, peak["year"], top + 3, f"{top:.0f}m", ha="center", weight="bold")
    style.label(ax, last["year"] + 0.5, end, f"{end:.0f}m", va="center", weight="bold")
    middle = data.iloc[len(data) // 2]
    for part, height, color in (
        ("Korean films", 0.5, style.PAPER),
        ("Foreign films", 1.3, style.INK),
    ):
        style.label(
            ax,
            middle["year"] + 0.9,
            middle["admissions_korean"] / 1e6 * height,
            part,
            outline=style.KOREAN if color == style.PAPER else style.PALE,
            color=color,
            size=9.5,
            weight="bold",
            ha="center",
            va="center",
        )
    breaks = events[(events["kind"] == "break") & (events["series"] == "kobis")].tail(1)
    edge = int(breaks["date"].iloc[0][:4]) + 0.5
    marks.line_at(ax, edge, " KOBIS counts", 0.98)
    ax.text(
        edge - 0.2,
        0.98,
        "reports",
        transform=ax.get_xaxis_transform(),
        ha="right",
        va="top",
        color=style.MUTED,
        size=8.5,
    )
    ax.set_ylim(0, top * 1.2)
    ax.set_xlim(data["year"].min() - 0.7, last["year"] + 2.4)
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0f}m" if value else "0")
    ax.grid(visible=False, axis="x")
    marks.year_ticks(ax, data["year"])
    low = data.loc[data["admissions_total"].idxmin()]
    words = {
        "low": low["admissions_total"],
        "low_year": low["year"],
        "peak": peak["admissions_total"],
        "peak_year": peak["year"],
        "last": last["admissions_total"],
        "year": last["year"],
        "change": last["admissions_total"] / peak["admissions_total"] - 1,
    }
    return finish(
        ax,
        data,
        years,
        breaks,
        title=fill("{peak:people} admissions in {peak_year}, {last:people} in {year}", **words),
        subtitle=f"Cinema admissions in million, South Korea, {data['year'].min()}–{last['year']}",
        note=(
            f"{KOFIC} Hatched: parts from a printed share. Totals rounded: {marks.spans(rounded)}. "
            f"n = {len(data)} years."
        ),
        alt=fill(
            "Stacked bars of yearly cinema admissions in South Korea, Korean and foreign films: "
            "at most {peak:people} in {peak_year}, at least {low:people} in {low_year}, and "
            "{last:people} in {year}, "
            "{change:+.0%} on the peak.",
            **words,
        ),
    )


def _late(years: pd.Series, newest: int) -> str:
    """Name the year of figures that are older than the newest."""
    late = years.dropna().astype(int)
    late = late[late < newest]
    if late.empty:
        return ""
    whole = len(set(late)) == 1 and len(late) == years.notna().sum()
    return f" ({late.iloc[0]})" if whole else f" ({late.index[0]} {late.iloc[0]})"


@style.themed
def recovery(markets: pd.DataFrame, base: int = 2019, ax: Axes | None = None) -> Chart:
    """Draw each market's newest level against the base year, gross beside admissions.

    Parameters
    ----------
    markets : DataFrame
        From :func:`analysis.market.international`.
    base : int
        Base year, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Dots: gross filled, admissions as rings; Korea in the accent colour.
    """
    wide = markets.pivot(index="territory", columns="measure", values=["level", "year"])
    wide = wide.reindex(
        columns=pd.MultiIndex.from_product([["level", "year"], ["admissions", "gross"]])
    )
    order = wide["level"].mean(axis=1).sort_values().index
    ax = style.canvas(ax, "tall", left=0.23, right=0.05)
    ax.axvline(1, color=style.MUTED, linewidth=1)
    for place, territory in enumerate(order):
        own = territory == "KR"
        color = style.KOREAN if own else style.MUTED
        gross, seen = (
            wide.loc[territory, ("level", "gross")],
            wide.loc[territory, ("level", "admissions")],
        )
        ax.plot([gross, seen], [place, place], color=color, linewidth=1.6, zorder=2)
        ax.plot(seen, place, "o", ms=8, mfc=style.PAPER, mec=color, mew=1.8, zorder=3)
        ax.plot(gross, place, "o", ms=8, mfc=color, mec=color, mew=1.8, zorder=3)
        values = [value for value in (seen, gross) if not np.isnan(value)]
        style.label(
            ax,
            min(values) - 0.03,
            place,
            f"{min(values):.0%}",
            ha="right",
            va="center",
            color=color,
        )
        if len(values) == 2:
            style.label(
                ax,
                max(values) + 0.03,
                place,
                f"{max(values):.0%}",
                ha="left",
                va="center",
                color=color,
            )
    newest = int(markets["year"].max())
    names = [places.name(name) + _late(wide.loc[name, "year"], newest) for name in order]
    ax.set_yticks(range(len(order)), names, color=style.INK, size=10)
    ax.get_yticklabels()[list(order).index("KR")].set(color=style.KOREAN, weight="bold")
    korea = wide.loc["KR", "level"]
    top = len(order) - 1
    home = list(order).index("KR")
    style.label(ax, korea["gross"], home + 0.4, "gross", ha="left", color=style.KOREAN)
    style.label(ax, korea["admissions"], home + 0.4, "admissions", ha="right", color=style.KOREAN)
    ax.set_ylim(-0.6, top + 0.6)
    ax.set_xlim(0.2, markets["level"].max() + 0.16)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.grid(visible=False, axis="y")
    ranks = {
        name: int((wide["level"][name] < korea[name]).sum()) for name in ("gross", "admissions")
    }
    others = {name: int(wide["level"][name].notna().sum()) - 1 for name in ranks}
    worst = ranks["gross"] == ranks["admissions"] == 0
    title = (
        "No other market here has recovered less than Korea"
        if worst
        else "Korea's recovery beside the other markets in the table"
    )
    return finish(
        ax,
        markets,
        markets,
        title=title,
        subtitle=(
            f"Level in {newest}, or the year named, against {base} = 100%; gross in local "
            "currency, current prices"
        ),
        note=(
            f"n = {others['gross']} other markets with gross, {others['admissions']} with "
            "admissions. Not adjusted for consumer prices. US and Canada estimated at year end."
        ),
        alt=fill(
            "Dot plot of cinema markets against {base}: South Korea at {gross:.0%} of gross and "
            "{seen:.0%} of admissions; {g} of {ng} other markets lower in gross, {a} of {na} in "
            "admissions.",
            base=base,
            gross=korea["gross"],
            seen=korea["admissions"],
            g=ranks["gross"],
            ng=others["gross"],
            a=ranks["admissions"],
            na=others["admissions"],
        ),
    )


@style.themed
def gross_parts(parts: pd.DataFrame, base: int = 2019, ax: Axes | None = None) -> Chart:
    """Draw the change of gross as admissions, consumer prices and real ticket price.

    Parameters
    ----------
    parts : DataFrame
        From :func:`analysis.market.decompose_gross`.
    base : int
        Base year, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Stacked bars on the scale of log changes, labelled as percentages; a
        diamond marks gross.
    """
    data = parts.loc[
        parts["year"] > base, ["year", "admissions", "inflation", "real_price", "gross"]
    ]
    last = data.iloc[-1]
    ax = style.canvas(ax)
    ax.bar(data["year"], data["admissions"], color=style.ADMISSIONS, width=0.44)
    up = np.zeros(len(data))
    down = data["admissions"].to_numpy()
    for name, color in (("inflation", style.PALE), ("real_price", style.PRICE)):
        values = data[name].to_numpy()
        ax.bar(
            data["year"], values, bottom=np.where(values >= 0, up, down), color=color, width=0.44
        )
        up, down = up + values.clip(min=0), down + values.clip(max=0)
    ax.plot(data["year"], data["gross"], "D", color=style.INK, ms=6, mec=style.PAPER, zorder=4)
    for row in data.itertuples():
        style.label(
            ax,
            row.year,
            row.admissions - 0.03,
            percent(np.expm1(row.admissions)),
            ha="center",
            va="top",
            color=style.ADMISSIONS,
            weight="bold",
        )
        style.label(
            ax,
            row.year + 0.25,
            row.gross,
            percent(np.expm1(row.gross)),
            ha="left",
            va="center",
            weight="bold",
            size=9,
        )
        style.label(
            ax,
            row.year,
            max(row.inflation, 0) + max(row.real_price, 0) + 0.03,
            percent(np.expm1(row.inflation + row.real_price), sign="+"),
            ha="center",
            va="bottom",
            color=style.MUTED,
        )
    first = data.iloc[0]
    ax.axhline(0, color=style.MUTED, linewidth=1)
    for share, mark, text, color, ink in (
        (0.0, "■", "Admissions", style.ADMISSIONS, style.ADMISSIONS),
        (0.24, "■", "Consumer prices", style.PALE, style.MUTED),
        (0.57, "■", "Real ticket price", style.PRICE, style.PRICE),
        (0.89, "◆", "Gross", style.INK, style.INK),
    ):
        place = {"transform": ax.transAxes, "va": "bottom"}
        ax.text(share, 1.02, mark, color=color, **place)
        ax.text(share + 0.028, 1.02, text, color=ink, weight="bold", **place)
    ax.set_ylim(data["admissions"].min() * 1.14, 0.42)
    ax.set_xlim(first["year"] - 0.5, last["year"] + 0.85)
    steps = [-0.75, -0.5, -0.25, 0, 0.25]
    ax.set_yticks(np.log1p(steps), [percent(step, sign="+") if step else "0" for step in steps])
    ax.set_xticks(data["year"])
    ax.grid(visible=False, axis="x")
    words = {
        "year": int(last["year"]),
        "base": base,
        "admissions": np.expm1(last["admissions"]),
        "price": np.expm1(last["inflation"] + last["real_price"]),
        "inflation": np.expm1(last["inflation"]),
        "real": np.expm1(last["real_price"]),
        "gross": np.expm1(last["gross"]),
    }
    return finish(
        ax,
        data,
        parts,
        title=fill(
            "Since {base}: admissions {admissions:+.0%}, price {price:+.0%}, gross {gross:+.0%}",
            **words,
        ),
        subtitle=(
            f"Change against {base} on a log scale, where parts add up; South Korea, "
            f"{int(first['year'])}–{words['year']}"
        ),
        note=f"{KOFIC} Price is gross per admission. n = {len(data)} years.",
        alt=fill(
            "Bars of the change in Korean gross since {base}. In {year}: admissions "
            "{admissions:+.0%}, "
            "price {price:+.0%} (consumer prices {inflation:+.0%}, real ticket price {real:+.1%}), "
            "gross {gross:+.0%}.",
            **words,
        ),
        above=0.4,
    )


@style.themed
def ticket_price(years: pd.DataFrame, prices: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw the price paid per admission, nominal and real, and the largest chain's list price.

    Parameters
    ----------
    years : DataFrame
        From :func:`analysis.market.in_constant_won`.
    prices : DataFrame
        Table ``ticket_prices``.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Two lines and steps.
    """
    paid = years[["year", "price_krw", "price_real_krw"]].dropna()
    listed = prices[(prices["chain"] == "CGV") & (prices["ticket_type"] == "standard")]
    listed = listed.dropna(subset=["weekend_price_krw"]).sort_values("date")
    moment = listed["date"].str[:4].astype(int) + (listed["date"].str[5:7].astype(int) - 1) / 12
    step = listed["weekend_price_krw"].astype("float64")
    end = float(paid["year"].max())
    data = pd.concat(
        [
            paid.melt("year", var_name="series", value_name="won"),
            pd.DataFrame({"year": moment, "series": "list price", "won": step}),
        ]
    )
    ax = style.canvas(ax, left=0.1)
    ax.step(
        [*moment, end + 0.5], [*step, step.iloc[-1]], where="post", color=style.GREY, linewidth=1.6
    )
    ax.plot(moment, step, "o", color=style.GREY, ms=4)
    ax.plot(
        paid["year"],
        paid["price_real_krw"],
        color=style.PRICE,
        linewidth=1.8,
        linestyle=(0, (4, 2)),
    )
    ax.plot(paid["year"], paid["price_krw"], color=style.PRICE, linewidth=2.6)
    last = paid.iloc[-1]
    base = paid[paid["year"] == 2019].iloc[0]
    style.label(
        ax, end + 0.6, step.iloc[-1], f"{step.iloc[-1]:,.0f}", va="center", color=style.MUTED
    )
    style.label(
        ax,
        end + 0.6,
        last["price_krw"],
        f"{last['price_krw']:,.0f}",
        va="center",
        color=style.PRICE,
        weight="bold",
    )
    style.label(
        ax,
        end + 1,
        step.iloc[-1] + 700,
        "List price, CGV, weekend",
        ha="right",
        color=style.MUTED,
        weight="bold",
    )
    first, low = paid["year"].iloc[0], paid["price_krw"].iloc[0]
    style.label(ax, first + 1, low - 1_400, "Price paid", color=style.PRICE, weight="bold")
    early = paid["price_real_krw"].head(5).max() + 500
    style.label(ax, first, early, f"Price paid, in won of {int(last['year'])}", color=style.PRICE)
    ax.set_ylim(0, step.max() * 1.17)
    ax.set_xlim(paid["year"].min() - 0.6, end + 2.6)
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    ax.grid(visible=False, axis="x")
    marks.year_ticks(ax, paid["year"])
    words = {
        "year": int(last["year"]),
        "paid": last["price_krw"],
        "rise": last["price_krw"] / base["price_krw"] - 1,
        "real": last["price_real_krw"] / base["price_real_krw"] - 1,
        "listed": step.iloc[-1],
    }
    return finish(
        ax,
        data,
        years,
        listed,
        title=fill("Price paid since 2019: {rise:+.0%}, in constant won {real:+.1%}", **words),
        subtitle=(
            "Won per admission (gross over admissions) and list price, South Korea, "
            f"{int(paid['year'].min())}–{words['year']}"
        ),
        note=f"{KOFIC} n = {len(paid)} years, {len(listed)} list prices.",
        alt=fill(
            "Lines of the price paid per cinema admission in South Korea: {paid:,.0f} won in "
            "{year}, "
            "{rise:+.0%} on 2019 but {real:+.1%} in constant won; the chain CGV's weekend list "
            "price "
            "is {listed:,.0f} won.",
            **words,
        ),
    )


@style.themed
def months(levels: pd.DataFrame, base: int = 2019, ax: Axes | None = None) -> Chart:
    """Draw a calendar of monthly gross against the same month of the base year.

    Parameters
    ----------
    levels : DataFrame
        From :func:`analysis.market.monthly_level`.
    base : int
        Base year, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        One cell a month; hatched where no figure was found.
    """
    ax = style.canvas(ax, left=0.09)
    years = sorted(levels["year"].unique())
    top = 1.0
    for cell in levels.itertuples():
        x, y = cell.month, years.index(cell.year)
        if cell.state == "known":
            depth = min(cell.level, top)
            shade = _mix(style.PAPER, style.ADMISSIONS, 0.06 + 0.94 * depth)
            ax.add_patch(Rectangle((x - 0.48, y - 0.47), 0.96, 0.94, facecolor=shade))
            color = style.PAPER if depth > 0.5 else style.INK
            ax.text(x, y, f"{cell.level * 100:.0f}", ha="center", va="center", color=color, size=10)
        else:
            ax.add_patch(
                Rectangle(
                    (x - 0.48, y - 0.47),
                    0.96,
                    0.94,
                    facecolor=style.PAPER,
                    edgecolor=style.PALE,
                    hatch="////",
                    linewidth=0.8,
                )
            )
    ax.set_xlim(0.4, 12.6)
    ax.set_ylim(len(years) - 0.4, -0.6)
    ax.set_xticks(range(1, 13), MONTHS)
    ax.set_yticks(range(len(years)), [str(year) for year in years], color=style.INK)
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    ax.xaxis.tick_top()
    known = levels[levels["state"] == "known"]
    best = known.loc[known["level"].idxmax()]
    worst = known.loc[known["level"].idxmin()]
    full = int((known["level"] >= 1).sum())
    names = pd.period_range("2000-01", periods=12, freq="M").strftime("%B")
    words = {
        "n": len(known),
        "all": len(levels),
        "missing": len(levels) - len(known),
        "full": full,
        "base": base,
        "best": f"{names[int(best['month']) - 1]} {int(best['year'])}",
        "high": best["level"],
        "worst": f"{names[int(worst['month']) - 1]} {int(worst['year'])}",
        "low": worst["level"],
    }
    title = (
        fill("Not one of {n} months has matched its month of {base}", **words)
        if full == 0
        else fill("{full} of {n} months have matched their month of {base}", **words)
    )
    return finish(
        ax,
        levels,
        levels,
        title=title,
        subtitle=(
            f"Gross as a percentage of the same month of {base}, current won, South Korea, "
            f"{years[0]}–{years[-1]}"
        ),
        note=fill(KOFIC + " Hatched: no figure found. n = {n} of {all} months.", **words),
        alt=fill(
            "Calendar of monthly gross in South Korea against {base}: highest {best} at "
            "{high:.0%}, "
            "lowest {worst} at {low:.0%}; {full} of {n} known months reach their month of {base}, "
            "{missing} months are missing.",
            **words,
        ),
        below=0.08,
        above=0.4,
    )


def _mix(light: str, dark: str, share: float) -> tuple[float, ...]:
    from matplotlib.colors import to_rgb

    return tuple(a + (b - a) * share for a, b in zip(to_rgb(light), to_rgb(dark), strict=True))


@style.themed
def korean_share(years: pd.DataFrame, streaks: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw Korean films' share of admissions, with the longest run above one half.

    Parameters
    ----------
    years : DataFrame
        From :func:`analysis.market.annual`.
    streaks : DataFrame
        From :func:`analysis.market.share_streaks`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A line with a mark a year; hollow where the share is printed, not counted.
    """
    data = years[["year", "korean_share", "parts"]]
    near = data.loc[(data["korean_share"] - 0.5).abs() < 0.005, "year"]
    above = streaks[streaks["above"]].sort_values("length").tail(1)
    last = data.iloc[-1]
    ax = style.canvas(ax)
    for run in above.itertuples():
        ax.axvspan(run.start - 0.5, run.end + 0.5, color=style.KOREAN, alpha=0.07, linewidth=0)
        style.label(
            ax,
            (run.start + run.end) / 2,
            0.04,
            f"{run.length} years above one half",
            ha="center",
            va="center",
            color=style.MUTED,
        )
    ax.axhline(0.5, color=style.MUTED, linewidth=1)
    ax.plot(data["year"], data["korean_share"], color=style.KOREAN)
    counted = data["parts"] == "counted"
    ax.plot(data["year"][counted], data["korean_share"][counted], "o", color=style.KOREAN, ms=5)
    ax.plot(
        data["year"][~counted],
        data["korean_share"][~counted],
        "o",
        mfc=style.PAPER,
        mec=style.KOREAN,
        mew=1.5,
        ms=6,
    )
    extremes = data.loc[[data["korean_share"].idxmin(), data["korean_share"].idxmax()]]
    for row in [*extremes.itertuples(), data.iloc[-2], last]:
        up = row.korean_share > 0.5
        style.label(
            ax,
            row.year,
            row.korean_share + (0.022 if up else -0.025),
            f"{row.korean_share:.0%}",
            ha="center",
            va="bottom" if up else "top",
            color=style.KOREAN,
            weight="bold",
        )
    ax.set_ylim(0, 0.78)
    ax.set_xlim(data["year"].min() - 0.8, data["year"].max() + 1)
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.grid(visible=False, axis="x")
    marks.year_ticks(ax, data["year"])
    words = {
        "n": len(data),
        "k": int((data["korean_share"] > 0.5).sum()),
        "length": int(above["length"].sum()),
        "year": int(last["year"]),
        "last": last["korean_share"],
        "low": extremes.iloc[0]["korean_share"],
        "low_year": int(extremes.iloc[0]["year"]),
    }
    return finish(
        ax,
        data,
        years,
        title=fill("Korean share: {last:.0%} in {year}, above half in {k} of {n} years", **words),
        subtitle=(
            f"Korean films' share of admissions, South Korea, {data['year'].min()}–{words['year']}"
        ),
        note=(
            f"{KOFIC} Hollow: share as printed, not counted. Within half a point of one half: "
            f"{marks.spans(near)}. n = {len(data)} years."
        ),
        alt=fill(
            "Line of Korean films' share of admissions: above one half in {k} of {n} years, at "
            "most "
            "{length} in a row; lowest {low:.0%} in {low_year}; {last:.0%} in {year}.",
            **words,
        ),
    )


@style.themed
def claim_grid(
    grid: pd.DataFrame, target: float = -0.45, tolerance: float = 0.01, ax: Axes | None = None
) -> Chart:
    """Draw in which readings a stated change holds.

    Parameters
    ----------
    grid : DataFrame
        From :func:`analysis.market.below_baseline`.
    target, tolerance : float
        As given to that function, for the text.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        One cell a reading; filled where the change holds.
    """
    rows = list(dict.fromkeys(zip(grid["measure"], grid["baseline"], strict=True)))
    years = sorted(grid["year"].unique())
    ax = style.canvas(ax, left=0.3)
    for cell in grid.itertuples():
        x, y = years.index(cell.year), rows.index((cell.measure, cell.baseline))
        face = style.ACCENT if cell.holds else style.GRID
        color = style.PAPER if cell.holds else style.INK
        ax.add_patch(Rectangle((x - 0.48, y - 0.46), 0.96, 0.92, facecolor=face))
        ax.text(
            x,
            y,
            f"{cell.change * 100:.1f}".replace("-", MINUS),
            ha="center",
            va="center",
            color=color,
            weight="bold" if cell.holds else "normal",
        )
    ax.set_xlim(-0.55, len(years) - 0.45)
    ax.set_ylim(len(rows) - 0.45, -0.55)
    ax.set_xticks(range(len(years)), [str(year) for year in years], color=style.INK)
    names = [f"{measure.capitalize()}, {base.replace('-', '–')}" for measure, base in rows]
    ax.set_yticks(range(len(rows)), names, color=style.INK, size=10)
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    ax.xaxis.tick_top()
    held = grid[grid["holds"]]
    newest = max(years)
    words = {
        "k": len(held),
        "n": len(grid),
        "target": abs(target),
        "points": tolerance * 100,
        "new": int((held["year"] == newest).sum()),
        "rows": len(rows),
        "year": int(newest),
        "where": "; ".join(
            f"{measure} against {base} in {listing(group['year'])}"
            for (measure, base), group in held.groupby(["measure", "baseline"], sort=False)
        )
        or "none",
    }
    return finish(
        ax,
        grid,
        grid,
        title=fill(
            "‘{target:.0%} below’ holds in {k} of {n} readings, {new} of {rows} for {year}", **words
        ),
        subtitle=(
            "Per cent against the baseline named, South Korea; filled: within "
            f"{words['points']:g} point of −{words['target']:.0%}"
        ),
        note=f"{KOFIC} Real gross: deflated by consumer prices. n = {len(grid)} readings.",
        alt=fill(
            "Grid of {n} readings of the loss since the pandemic; {target:.0%} below holds "
            "within {points:g} point for {where}.",
            **words,
        ),
        below=0.08,
        above=0.4,
    )


@style.themed
def claims(recomputed: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw published changes against what totals give.

    Parameters
    ----------
    recomputed : DataFrame
        From :func:`analysis.market.recompute_claims`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        A dot a statement; statements on the diagonal agree with the totals.
    """
    columns = [
        "statement_id",
        "publisher",
        "territory",
        "period",
        "measure",
        "change_pct",
        "computed_pct",
        "gap_pct",
        "verdict",
    ]
    data = recomputed.loc[~recomputed["verdict"].isin(["no totals", "forecast"]), columns]
    data = data.astype({"change_pct": "float64"})
    kinds = {
        "agrees": {"mfc": "none", "mec": style.MUTED, "ms": 6},
        "near": {"mfc": style.GREY, "mec": style.MUTED, "ms": 6},
        "basis unstated": {"mfc": style.PALE, "mec": style.MUTED, "ms": 8, "marker": "s"},
        "contradicted": {"mfc": style.ACCENT, "mec": style.ACCENT, "ms": 8},
    }
    wrong = data[data["verdict"] == "contradicted"]
    known = data[data["verdict"] != "basis unstated"]
    low = data[["change_pct", "computed_pct"]].min().min() - 9
    ax = style.canvas(ax, "tall", left=0.1)
    ax.plot([low, 0], [low, 0], color=style.PALE, linewidth=1.4, zorder=1)
    for verdict, look in kinds.items():
        part = data[data["verdict"] == verdict]
        marks = {"linestyle": "none", "marker": "o", "mew": 1.3, **look}
        ax.plot(part["computed_pct"], part["change_pct"], **marks)
    for row in data[data["verdict"].isin(["contradicted", "basis unstated"])].itertuples():
        what = [row.publisher]
        what += [] if row.territory == "KR" else [places.name(row.territory)]
        what += [] if row.measure == "gross" else [row.measure]
        above = row.change_pct > row.computed_pct
        # below the diagonal a long label would run out of the canvas
        between = ", " if above or len(what) == 1 else ",\n"
        style.label(
            ax,
            row.computed_pct + (-1.8 if above else 1.8),
            row.change_pct,
            f"{between.join(what)} {row.period}",
            ha="right" if above else "left",
            va="center",
        )
    ax.text(
        -70,
        -66.5,
        "as the totals give",
        rotation=45,
        rotation_mode="anchor",
        transform_rotates_text=True,
        color=style.MUTED,
        size=9,
    )
    ax.set_xlim(low, 3)
    ax.set_ylim(low, 1)
    ax.set_xticks(range(-70, 1, 10))
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(lambda value, _: percent(value / 100))
    ax.set_xlabel("recomputed from totals →", loc="right")
    ax.text(0, 1.01, "as printed ↑", transform=ax.transAxes, color=style.MUTED, va="bottom")
    count = data["verdict"].value_counts()
    words = {
        "n": len(known),
        "fit": int(count.get("agrees", 0)),
        "near": int(count.get("near", 0)),
        "k": len(wrong),
        "far": wrong["gap_pct"].max() if len(wrong) else 0.0,
        "open": len(data) - len(known),
        "out": len(recomputed) - len(data),
    }
    return finish(
        ax,
        data,
        recomputed,
        title=fill("{fit} of {n} published changes agree with totals, {k} do not", **words),
        subtitle="Change since before the pandemic, as printed and as recomputed from totals",
        note=fill(
            "Grey dots: less than a point apart ({near}). Squares: territory or currency not "
            "stated ({open}). Of gross where nothing else is said. n = {n} statements; "
            "{out} more have no totals or are forecasts.",
            **words,
        ),
        alt=fill(
            "Scatter of {n} published changes against recomputed ones: {fit} agree within "
            "rounding, {near} miss by less than a point, {k} by more, up to {far:.1f} percentage "
            "points beyond rounding.",
            **words,
        ),
        below=0.5,
        above=0.32,
    )


@style.themed
def releases(market: pd.DataFrame, events: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw Korean releases as counted in reports and in the ticketing system.

    Parameters
    ----------
    market : DataFrame
        Table ``market_yearly``.
    events : DataFrame
        Table ``market_events``; the break of the series is taken from it.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Two lines, broken where a year is missing.
    """
    rows = market[(market["period_type"] == "year") & market["releases_korean"].notna()]
    data = rows[["year", "basis", "releases_korean"]].sort_values(["basis", "year"])
    span = range(int(data["year"].min()), int(data["year"].max()) + 1)
    wide = (
        data.pivot(index="year", columns="basis", values="releases_korean")
        .astype("float64")
        .reindex(span)
    )
    ax = style.canvas(ax)
    ax.plot(wide.index, wide["kobis"], "o-", color=style.KOREAN, ms=4.5, linewidth=2)
    ax.plot(
        wide.index, wide["national"], "o-", color=style.MUTED, mfc=style.PAPER, ms=5, linewidth=1
    )
    breaks = events[(events["kind"] == "break") & (events["series"] == "releases")].tail(1)
    change = breaks.iloc[0]
    marks.line_at(ax, int(change["date"][:4]) - 0.5, " " + change["label"].lower(), 0.98)
    both = wide.dropna()
    latest = both.iloc[-1]
    year = int(both.index[-1])
    together = ((both["kobis"] / both["national"] - 1).abs() <= 0.05).cummin()
    last = int(both.index[together].max()) if together.any() else "no year"
    style.label(
        ax,
        year - 0.3,
        latest["kobis"] + 8,
        f"KOBIS {latest['kobis']:.0f}",
        ha="right",
        color=style.KOREAN,
        weight="bold",
    )
    style.label(
        ax,
        year + 0.3,
        latest["national"] - 12,
        f"KOFIC report {latest['national']:.0f}",
        ha="left",
        va="top",
        color=style.MUTED,
        weight="bold",
    )
    newest = wide["kobis"].dropna()
    style.label(
        ax,
        newest.index[-1],
        newest.iloc[-1] + 22,
        f"{newest.iloc[-1]:.0f}",
        ha="center",
        color=style.KOREAN,
    )
    ax.set_ylim(0, wide.max().max() * 1.18)
    ax.set_xlim(span[0] - 0.6, span[-1] + 0.8)
    ax.grid(visible=False, axis="x")
    marks.year_ticks(ax, data["year"])
    words = {
        "year": year,
        "kobis": latest["kobis"],
        "report": latest["national"],
        "more": latest["kobis"] / latest["national"] - 1,
    }
    return finish(
        ax,
        data.astype({"basis": "object"}),
        rows,
        breaks,
        title=fill(
            "For {year}, KOBIS counts {more:.0%} more Korean releases than the report", **words
        ),
        subtitle=f"Korean films released, {span[0]}–{span[-1]}; {year} is the last year with both",
        note=f"{KOFIC} Lines break where none was found. n = {len(data)} counts.",
        alt=fill(
            "Two lines of Korean releases a year: within {close:.0%} of each other until {last}; "
            "for {year} KOBIS has {kobis:.0f} and the KOFIC report {report:.0f}, {more:+.0%}.",
            close=0.05,
            last=last,
            **words,
        ),
    )
