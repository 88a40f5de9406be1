"""The theatrical market: admissions, gross, price, Korean share, and how they compare.

Frames in, frames out. Results are float64 with NaN where a figure is not known;
shares and levels are fractions (0.53), never percentages, unless a name ends in ``_pct``.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.datasets import carry, explode_list

COUNTS = [
    f"{measure}_{part}"
    for measure in ("admissions", "gross_krw")
    for part in ("total", "korean", "foreign")
]
MEAN_OF_THREE = (2017, 2018, 2019)
# KOFIC's reports round to ten thousand admissions and a hundred million won
REPORT_UNIT = {"KR": 10_000, "KRKRW": 100_000_000}


def annual(market: pd.DataFrame) -> pd.DataFrame:
    """Give one row per calendar year, from the better of the two series.

    KOBIS counts are taken where the ticketing system covers all cinemas (from
    2011), figures of KOFIC reports elsewhere and for what KOBIS rows leave
    open. Where Korean admissions are not counted but their share is printed,
    they are share times total, and ``parts`` says so.

    Parameters
    ----------
    market : DataFrame
        Table ``market_yearly``.

    Returns
    -------
    DataFrame
        year; admissions_total, admissions_korean, admissions_foreign (admissions);
        gross_krw_total, gross_krw_korean, gross_krw_foreign (current won);
        price_krw (gross per admission); korean_share, korean_share_gross (fractions);
        basis and precision of the totals; parts ("counted" or "from share"); source_ids.
    """
    years = market[(market["period_type"] == "year") & (market["coverage"] == "full")]
    system = years[years["basis"] == "kobis"].set_index("year")
    nation = years[years["basis"] == "national"].set_index("year")
    numbers = [*COUNTS, "korean_share_admissions_pct", "korean_share_gross_pct"]
    words = ["basis", "precision"]
    both = pd.concat(
        [
            system[numbers].astype("float64").combine_first(nation[numbers].astype("float64")),
            system[words].astype("object").combine_first(nation[words].astype("object")),
        ],
        axis=1,
    )
    result = both[both["admissions_total"].notna()].reset_index()
    result["year"] = result["year"].astype("int64")
    counted = result["admissions_korean"].notna()
    result["parts"] = np.where(counted, "counted", "from share")
    for measure, printed in (("admissions", "admissions"), ("gross_krw", "gross")):
        total = result[f"{measure}_total"]
        share = result.pop(f"korean_share_{printed}_pct") / 100
        korean = result[f"{measure}_korean"].fillna(share * total)
        foreign = result[f"{measure}_foreign"].fillna(total - korean)
        result[f"{measure}_korean"], result[f"{measure}_foreign"] = korean, foreign
        name = "korean_share" if measure == "admissions" else "korean_share_gross"
        result[name] = korean / total
    result["price_krw"] = result["gross_krw_total"] / result["admissions_total"]
    result["source_ids"] = result["year"].map(years.groupby("year")["source_ids"].agg(";".join))
    return carry(result, years[years["year"].isin(result["year"])])


def in_constant_won(
    years: pd.DataFrame, reference: pd.DataFrame, prices_of: int | None = None
) -> pd.DataFrame:
    """Add gross and price in constant won, deflated by consumer prices.

    Parameters
    ----------
    years : DataFrame
        From :func:`annual`.
    reference : DataFrame
        Table ``reference_yearly``.
    prices_of : int, optional
        The year whose prices are used; by default the newest of ``years`` that
        has an index.

    Returns
    -------
    DataFrame
        As ``years``, with cpi (index, 2020 = 100), gross_real_krw_total and
        price_real_krw (won of ``prices_of``).

    Raises
    ------
    ValueError
        If the year has no index.
    """
    index = reference.set_index("year")["cpi_kr"].astype("float64").dropna()
    both = years.loc[years["year"].isin(index.index), "year"]
    target = both.max() if prices_of is None else prices_of
    if target not in index.index:
        raise ValueError(f"no consumer price index for {target}")
    cpi = years["year"].map(index)
    factor = index[target] / cpi
    result = years.assign(
        cpi=cpi,
        gross_real_krw_total=years["gross_krw_total"] * factor,
        price_real_krw=years["price_krw"] * factor,
        source_ids=years["source_ids"]
        + ";"
        + years["year"].map(reference.set_index("year")["source_ids"]),
    )
    return carry(result, years, reference)


def level(years: pd.DataFrame, column: str, baseline: Sequence[int] = (2019,)) -> pd.Series:
    """Express a yearly figure as a multiple of its mean over the baseline years.

    Parameters
    ----------
    years : DataFrame
        From :func:`annual` or :func:`in_constant_won`.
    column : str
        The figure.
    baseline : sequence of int
        One year, or several whose mean is the baseline.

    Returns
    -------
    Series
        Fractions: 0.47 is 53 per cent below the baseline.

    Raises
    ------
    ValueError
        If a baseline year has no figure.
    """
    base = years.set_index("year")[column].reindex(list(baseline))
    if base.isna().any():
        lost = ", ".join(str(year) for year in base.index[base.isna()])
        raise ValueError(f"no {column} for {lost}")
    return years[column] / base.mean()


def decompose_gross(years: pd.DataFrame, base: int = 2019) -> pd.DataFrame:
    """Split the change of gross into admissions, real price and consumer prices.

    Gross is admissions times price, and price is real price times the price
    level, so that the three changes of logarithms add up exactly to that of
    gross (log-mean Divisia decomposition with one sector).

    Parameters
    ----------
    years : DataFrame
        From :func:`in_constant_won`.
    base : int
        Year against which the change is taken.

    Returns
    -------
    DataFrame
        One row per year from ``base`` on: year; gross, admissions, price, real_price,
        inflation: changes of the natural logarithm, where
        price = real_price + inflation and gross = admissions + price.

    Raises
    ------
    ValueError
        If the base year has no figure.
    """
    change = {
        name: np.log(level(years, column, (base,)))
        for name, column in {
            "gross": "gross_krw_total",
            "admissions": "admissions_total",
            "price": "price_krw",
            "real_price": "price_real_krw",
            "inflation": "cpi",
        }.items()
    }
    later = years["year"] >= base
    result = pd.DataFrame({"year": years["year"], **change})[later]
    return carry(result.reset_index(drop=True), years[later])


def share_streaks(years: pd.DataFrame, threshold: float = 0.5) -> pd.DataFrame:
    """Find runs of consecutive years in which the Korean share is above a threshold or not.

    Parameters
    ----------
    years : DataFrame
        From :func:`annual`.
    threshold : float
        Share of admissions that counts as above when it is exceeded.

    Returns
    -------
    DataFrame
        start, end (years), length (years), above (bool), mean_share (fraction),
        in order of time.
    """
    known = years.dropna(subset=["korean_share"]).sort_values("year")
    above = known["korean_share"] > threshold
    new = (above != above.shift()) | (known["year"].diff() != 1)
    runs = known.assign(above=above).groupby(new.cumsum())
    result = runs.agg(
        start=("year", "min"),
        end=("year", "max"),
        length=("year", "size"),
        above=("above", "first"),
        mean_share=("korean_share", "mean"),
    )
    return carry(result.reset_index(drop=True), years)


def monthly_level(
    months: pd.DataFrame, base: int = 2019, column: str = "gross_krw_total"
) -> pd.DataFrame:
    """Hold each month against the same month of the base year.

    Parameters
    ----------
    months : DataFrame
        Table ``market_monthly``.
    base : int
        Base year.
    column : {"gross_krw_total", "admissions_total"}
        The figure.

    Returns
    -------
    DataFrame
        One row per month of every year after the base year that has any month:
        year, month (1 to 12), value, base_value, level (fraction of the base
        month, NaN where a figure is missing), state ("known", "month missing",
        "base missing").
    """
    known = months.dropna(subset=[column])
    known = known[known["month"].dt.year >= base]
    value = pd.Series(
        known[column].to_numpy(dtype="float64"),
        index=pd.MultiIndex.from_arrays([known["month"].dt.year, known["month"].dt.month]),
    )
    start = value[value.index.get_level_values(0) == base].droplevel(0)
    after = sorted({year for year, _ in value.index if year > base})
    grid = pd.MultiIndex.from_product([after, range(1, 13)], names=["year", "month"])
    result = value.reindex(grid).rename("value").reset_index()
    result["base_value"] = result["month"].map(start)
    result["level"] = result["value"] / result["base_value"]
    result["state"] = np.select(
        [result["value"].isna(), result["base_value"].isna()],
        ["month missing", "base missing"],
        "known",
    )
    return carry(result, known)


def international(world: pd.DataFrame, years: pd.DataFrame, base: int = 2019) -> pd.DataFrame:
    """Hold each market's newest year against the base year, in its own currency.

    Parameters
    ----------
    world : DataFrame
        Table ``world_markets``.
    years : DataFrame
        From :func:`annual`; gives Korea's figures.
    base : int
        Base year.

    Returns
    -------
    DataFrame
        territory, measure ("gross" in local currency, "admissions"), year (the
        newest with a figure), value, base_value, level (fraction), low and high
        (what the rounding of both figures leaves open, see :func:`half_step`),
        precision of the newest figure; only pairs that have both years.
    """
    others = world[world["territory"] != "KR"].rename(columns={"gross_local": "gross"})
    korea = years.rename(columns={"gross_krw_total": "gross", "admissions_total": "admissions"})
    figures = pd.concat(
        [
            frame.melt(
                ["territory", "year", "precision"], ["gross", "admissions"], "measure", "value"
            ).astype({"value": "float64", "year": "int64"})
            for frame in (
                others.astype({"territory": "object", "precision": "object"}),
                korea.assign(territory="KR"),
            )
        ]
    ).dropna(subset=["value"])
    key = ["territory", "measure"]
    start = figures[figures["year"] == base].set_index(key)["value"].rename("base_value")
    newest = figures[figures["year"] > base].sort_values("year").groupby(key).tail(1)
    result = newest.join(start, on=key, how="inner")
    result["level"] = result["value"] / result["base_value"]
    slack, base_slack = half_step(result["value"]), half_step(result["base_value"])
    slack *= np.where(result["precision"] == "derived", 2, 1)
    result["low"] = (result["value"] - slack) / (result["base_value"] + base_slack)
    result["high"] = (result["value"] + slack) / (result["base_value"] - base_slack)
    columns = [*key, "year", "value", "base_value", "level", "low", "high", "precision"]
    seen = {base, *result["year"]}
    return carry(
        result[columns].sort_values(key).reset_index(drop=True),
        others[others["year"].isin(seen)],
        years[years["year"].isin(seen)],
    )


def first_quarters(market: pd.DataFrame, months: pd.DataFrame, base: int = 2019) -> pd.DataFrame:
    """List the first quarters that reports gave, against the sum of the base year's months.

    Parameters
    ----------
    market : DataFrame
        Table ``market_yearly``.
    months : DataFrame
        Table ``market_monthly``.
    base : int
        Base year; its January, February and March must be known.

    Returns
    -------
    DataFrame
        year, admissions_total, admissions_korean, gross_krw_total (won), korean_share
        (fraction of admissions), level (admissions as a fraction of the base
        quarter) and precision, in order of time.
    """
    rows = market[market["period"].str.endswith("Q1")].sort_values("year")
    columns = ["admissions_total", "admissions_korean", "gross_krw_total"]
    result = rows[["year", *columns, "precision"]].astype(
        {"year": "int64", "precision": "object", **dict.fromkeys(columns, "float64")}
    )
    start = months[months["month"].isin(pd.period_range(f"{base}-01", f"{base}-03", freq="M"))]
    quarter = start["admissions_total"].astype("float64").sum(min_count=3)
    result["korean_share"] = result["admissions_korean"] / result["admissions_total"]
    result["level"] = result["admissions_total"] / quarter
    return carry(result.reset_index(drop=True), rows, start)


def below_baseline(
    years: pd.DataFrame,
    target: float = -0.45,
    tolerance: float = 0.01,
    baselines: Sequence[Sequence[int]] = ((2019,), MEAN_OF_THREE),
) -> pd.DataFrame:
    """Test one stated change over every combination of measure, baseline and year.

    Parameters
    ----------
    years : DataFrame
        From :func:`in_constant_won`.
    target : float
        The change that is claimed; -0.45 is 45 per cent below.
    tolerance : float
        How far a change may lie from the target and still hold, as a fraction.
    baselines : sequence of sequences of int
        Baselines, each one year or the mean of several.

    Returns
    -------
    DataFrame
        measure ("admissions", "gross", "real gross"), baseline ("2019",
        "2017-2019"), year (after the last baseline year), change (fraction),
        holds (bool); a combination that cannot be computed has no row.
    """
    measures = {
        "admissions": "admissions_total",
        "gross": "gross_krw_total",
        "real gross": "gross_real_krw_total",
    }
    frames = [
        pd.DataFrame(
            {
                "measure": measure,
                "baseline": _years_in_words(base),
                "year": years["year"],
                "change": level(years, column, base) - 1,
            }
        ).loc[years["year"] > max(base)]
        for measure, column in measures.items()
        for base in baselines
    ]
    result = pd.concat(frames, ignore_index=True).dropna(subset=["change"], ignore_index=True)
    result["holds"] = (result["change"] - target).abs() <= tolerance
    first = min(min(base) for base in baselines)
    return carry(result, years[years["year"] >= first])


def _years_in_words(years: Sequence[int]) -> str:
    first, last = min(years), max(years)
    if list(years) == list(range(first, last + 1)):
        return str(first) if first == last else f"{first}-{last}"
    return ", ".join(str(year) for year in years)


def half_step(value: pd.Series, coarsest: float = np.inf) -> pd.Series:
    """Give half the unit of the last digit that is not a zero.

    A figure printed as 59,520,000 may be anything from 59,515,000 to 59,525,000.

    Parameters
    ----------
    value : Series
        Whole numbers.
    coarsest : float
        The coarsest unit that the source uses; a figure that happens to end in
        more zeros is not taken to be rougher than that.

    Returns
    -------
    Series
        How far the true figure may lie from the printed one.
    """
    digits = value.round().astype("Int64").astype("string").str.rstrip("0")
    zeros = value.round().astype("Int64").astype("string").str.len() - digits.str.len()
    return 0.5 * (10.0 ** zeros.astype("float64")).clip(upper=coarsest)


def totals(market: pd.DataFrame, months: pd.DataFrame, world: pd.DataFrame) -> pd.DataFrame:
    """Bring all totals of all periods and territories into one long frame.

    Only figures that the tables hold; KOBIS counts go before rounded ones.

    Parameters
    ----------
    market : DataFrame
        Table ``market_yearly``.
    months : DataFrame
        Table ``market_monthly``.
    world : DataFrame
        Table ``world_markets``.

    Returns
    -------
    DataFrame
        territory, period (2023, 2023H1, 2023-10), films ("all", "korean",
        "foreign"), measure ("admissions", "gross"), currency (empty for
        admissions), value, slack (see :func:`half_step`; twice that where the
        figure is derived from printed ones), source_ids.
    """
    full = market[market["coverage"] == "full"].sort_values("basis", key=lambda b: b != "kobis")
    by_month = months.rename(columns={"month": "period"}).reindex(columns=full.columns)
    columns = ["period", "precision", "source_ids", *COUNTS]
    kinds = {"period": "string", "precision": "object", **dict.fromkeys(COUNTS, "float64")}
    korea = (
        pd.concat([frame[columns].astype(kinds) for frame in (full, by_month)])
        .melt(["period", "precision", "source_ids"], COUNTS, "column", "value")
        .assign(
            territory="KR",
            films=lambda f: f["column"].str.rsplit("_", n=1).str[1].replace("total", "all"),
            measure=lambda f: f["column"].str.split("_").str[0],
            currency=lambda f: f["measure"].map({"gross": "KRW", "admissions": ""}),
        )
    )
    others = [
        pd.DataFrame(
            {
                "territory": world["territory"].astype("object"),
                "period": world["year"].astype("string"),
                "precision": world["precision"].astype("object"),
                "source_ids": world["source_ids"],
                "films": "all",
                "measure": measure,
                "currency": world["currency"].astype("object") if own else currency,
                "value": world[column].astype("float64"),
            }
        )
        for column, measure, own, currency in (
            ("admissions", "admissions", False, ""),
            ("gross_local", "gross", True, ""),
            ("gross_usd", "gross", False, "USD"),
        )
    ]
    result = pd.concat([korea.drop(columns="column"), *others]).dropna(subset=["value"])
    unit = (result["territory"] + result["currency"]).map(REPORT_UNIT).fillna(np.inf)
    twice = np.where(result["precision"] == "derived", 2, 1)
    result["slack"] = half_step(result["value"], unit) * twice
    key = ["territory", "period", "films", "measure", "currency"]
    result = result.drop_duplicates(key).sort_values(key, ignore_index=True)
    return carry(result[[*key, "value", "slack", "source_ids"]], market, months, world)


def recompute_claims(claims: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Compute each published change anew from totals.

    The printed change and the totals are both rounded; each is taken as the
    interval that its rounding leaves open, and what counts is the gap between
    the two intervals.

    Parameters
    ----------
    claims : DataFrame
        Table ``pandemic_claims``.
    figures : DataFrame
        From :func:`totals`.

    Returns
    -------
    DataFrame
        The columns of ``claims`` that say what is claimed, with computed_pct,
        low_pct, high_pct (per cent, from totals), gap_pct (percentage points
        between the intervals, 0 where they touch) and verdict: "agrees" (no
        gap), "near" (below one point), "contradicted" (one point or more);
        "forecast" (made before the period was over), "basis unstated" (the text
        leaves open which territory or currency it compares), "no totals".
        same_page is true where a total cites a page that the statement cites too.
    """
    said = claims.astype({"currency": "object"}).fillna({"currency": ""})
    key = ["territory", "period", "films", "measure", "currency"]
    terms = _terms(said).merge(
        said[["statement_id", "scope", "territory", "films", "measure", "currency"]],
        on="statement_id",
    )
    terms = terms.astype(dict.fromkeys(key, "object"))
    found = terms.merge(figures.astype(dict.fromkeys(key, "object")), on=key, how="left")
    found.loc[found["scope"] != "cinemas", ["value", "slack"]] = np.nan
    found = found.assign(
        value=found["value"] / found["years"], slack=found["slack"] / found["years"]
    )
    sums = found.groupby(["statement_id", "role"])[["value", "slack"]].agg(
        lambda figure: figure.sum(skipna=False)
    )
    wide = sums.unstack("role").reindex(claims["statement_id"])
    now, base = wide["value", "period"], wide["value", "baseline"]
    now_slack, base_slack = wide["slack", "period"], wide["slack", "baseline"]
    result = claims[
        [
            *("statement_id", "published", "publisher", "territory", "films", "measure"),
            *("currency", "period", "baseline", "change_pct", "printed_step_pct"),
        ]
    ].reset_index(drop=True)
    result["computed_pct"] = ((now / base - 1) * 100).to_numpy()
    result["low_pct"] = (((now - now_slack) / (base + base_slack) - 1) * 100).to_numpy()
    result["high_pct"] = (((now + now_slack) / (base - base_slack) - 1) * 100).to_numpy()
    half = result["printed_step_pct"].astype("float64") / 2
    printed = result["change_pct"].astype("float64")
    apart = np.maximum(result["low_pct"] - (printed + half), (printed - half) - result["high_pct"])
    result["gap_pct"] = apart.clip(lower=0).round(9)
    result["verdict"] = np.select(
        [
            result["computed_pct"].isna(),
            claims["kind"].astype("object").to_numpy() == "forecast",
            claims["basis"].astype("object").to_numpy() == "unstated",
            result["gap_pct"] == 0,
            result["gap_pct"] < 1,
        ],
        ["no totals", "forecast", "basis unstated", "agrees", "near"],
        "contradicted",
    )
    pages = explode_list(found[["statement_id", "source_ids"]].dropna(), "source_ids")
    cited = explode_list(claims[["statement_id", "source_ids"]], "source_ids")
    shared = cited.merge(pages, on=["statement_id", "source_ids"])["statement_id"]
    result["same_page"] = result["statement_id"].isin(shared)
    rests = found.dropna(subset=["value"])
    rests.attrs = figures.attrs
    return carry(result, claims, rests)


def _terms(claims: pd.DataFrame) -> pd.DataFrame:
    """List the periods whose totals a claim compares, one row each."""
    stated = claims.dropna(subset=["period"])[["statement_id", "period", "baseline"]]
    stated = stated.assign(period=stated["period"].map(_months))
    now = stated.explode("period").assign(role="period", years=1)
    years = {"2019": (2019,), "2017-2019": MEAN_OF_THREE, "unstated": ()}
    base = stated.assign(base=stated["baseline"].astype("object").map(years))
    base["years"] = base["base"].map(len)
    base = base.explode("base").dropna(subset=["base"]).explode("period")
    base["period"] = base["base"].astype("string") + base["period"].str[4:]
    base["role"] = "baseline"
    columns = ["statement_id", "role", "period", "years"]
    return pd.concat([now[columns], base[columns]], ignore_index=True)


def _months(period: str) -> list[str]:
    """Spell out a range of months; any other period stands for itself."""
    if "/" not in period:
        return [period]
    start, end = period.split("/")
    return list(pd.period_range(start, end, freq="M").astype(str))
