"""Korean films beyond Korea: exports, foreign grosses, festivals, streaming, and their growth.

Frames in, frames out. Results are float64 with NaN where a figure is not known;
shares are fractions (0.53). Amounts in dollars say whether they are current
dollars (``usd``) or dollars of one year (``real_usd``).
"""

from collections.abc import Sequence
from functools import partial

import numpy as np
import pandas as pd
import statsmodels.formula.api as smf

from analysis import inference
from analysis.datasets import carry
from analysis.periods import five_years

FESTIVALS = ("cannes", "berlin", "venice")
PRIZES = ("oscars", "bafta", "golden-globes")  # given by academies and bodies, not at a festival
WHOLE = ("WW", "INTL")
COMPLETE = ("final", "total")
STAGES = ("submitted", "shortlisted", "nominated", "won")
WINDOW, MINIMUM = 5, 3  # years compared, years needed
PARTS = ("carries Korean titles", "has local originals")
THRILLS = (
    *("action", "adventure", "crime", "disaster", "fantasy", "horror", "mystery", "sci-fi"),
    *("spy", "thriller", "war", "western", "zombie"),
)
LIGHT = ("comedy", "romance", "music", "family", "animation")


def constant_dollars(prices: pd.DataFrame, prices_of: int | None = None) -> pd.Series:
    """Give the factor that puts an amount of a year into dollars of one year.

    Chained from yearly inflation, as the won index of ``reference_yearly`` is.

    Parameters
    ----------
    prices : DataFrame
        Table ``us_prices``.
    prices_of : int, optional
        The year whose dollars are used; the newest without it.

    Returns
    -------
    Series
        Factors by year; 1 for ``prices_of``.

    Raises
    ------
    ValueError
        If a year is missing between the first and the last, or the year is not known.
    """
    rates = prices.set_index("year")["inflation_us_pct"].astype("float64").sort_index()
    rates.index = rates.index.astype("int64")
    if list(rates.index) != list(range(rates.index.min(), rates.index.max() + 1)):
        raise ValueError("inflation has a gap: the chain needs every year")
    index = (1 + rates / 100).cumprod()
    target = index.index.max() if prices_of is None else prices_of
    if target not in index.index:
        raise ValueError(f"no consumer prices for {target}")
    return (index[target] / index).rename("factor")


def exports_by_year(
    exports: pd.DataFrame, reference: pd.DataFrame, prices: pd.DataFrame
) -> pd.DataFrame:
    """Give export sales per year, in current dollars and in dollars of the newest year.

    Two series that must not be joined: sales of completed films, and all sales,
    services such as location shooting included, which reports give from 2010 on.
    From 2022 on one sum is published, in which services hardly count; it stands
    in the second series, marked ``merged``.

    Parameters
    ----------
    exports : DataFrame
        Table ``exports``.
    reference : DataFrame
        Table ``reference_yearly``; its exchange rate turns totals that are
        printed in won only into dollars.
    prices : DataFrame
        Table ``us_prices``.

    Returns
    -------
    DataFrame
        year, series ("completed", "all"), usd (current dollars), real_usd
        (dollars of the newest year of ``prices``), state ("printed", "derived"
        from printed amounts, "from won"), merged (bool), source_ids.
    """
    factor = constant_dollars(prices)
    rate = reference.set_index("year")["krw_per_usd"].astype("float64")
    frame = exports.astype({"definition": "object", "precision": "object", "year": "int64"})
    amounts = ["completed_usd", "total_usd", "total_krw"]
    frame = frame.astype(dict.fromkeys(amounts, "float64"))
    converted = frame["total_krw"] / frame["year"].map(rate)
    from_won = frame["total_usd"].isna() & converted.notna()
    derived = np.where(frame["precision"] == "derived", "derived", "printed")
    base = frame[["year", "source_ids"]].assign(merged=frame["definition"] == "merged")
    completed = base.assign(series="completed", usd=frame["completed_usd"], state=derived)
    everything = base.assign(
        series="all",
        usd=frame["total_usd"].fillna(converted),
        state=np.where(from_won, "from won", derived),
    )
    result = pd.concat([completed, everything]).dropna(subset=["usd"])
    result["real_usd"] = result["usd"] * result["year"].map(factor)
    columns = ["year", "series", "usd", "real_usd", "state", "merged", "source_ids"]
    result = result[columns].sort_values(["series", "year"]).reset_index(drop=True)
    sources = exports[exports["year"].isin(result["year"])]
    return result.pipe(carry, sources, prices, reference)


def counts(exports: pd.DataFrame) -> pd.DataFrame:
    """List titles sold and countries sold to, per year.

    Parameters
    ----------
    exports : DataFrame
        Table ``exports``.

    Returns
    -------
    DataFrame
        year, measure ("titles", "countries"), value, source_ids; years without
        a figure have no row.
    """
    names = {"titles_exported": "titles", "countries": "countries"}
    result = exports.melt(["year", "source_ids"], list(names), "measure", "value")
    result = result.dropna(subset=["value"]).astype({"value": "float64", "year": "int64"})
    result["measure"] = result["measure"].map(names)
    result = result[["year", "measure", "value", "source_ids"]]
    return carry(result.sort_values(["measure", "year"]).reset_index(drop=True), exports)


def destination_shares(destinations: pd.DataFrame, exports: pd.DataFrame) -> pd.DataFrame:
    """Give each named country's share of the year's exports.

    An amount is divided by the year's completed films, or by the one published
    sum where these are merged with services; without an amount the printed share
    is taken, unless the table says that it fits no total.

    Parameters
    ----------
    destinations : DataFrame
        Table ``export_destinations``.
    exports : DataFrame
        Table ``exports``.

    Returns
    -------
    DataFrame
        year, destination, share (fraction), rank (as printed, else NaN), source_ids.
    """
    total = exports.set_index("year")[["completed_usd", "total_usd"]].astype("float64")
    merged = exports.set_index("year")["definition"].astype("object") == "merged"
    base = total["completed_usd"].where(~merged, total["total_usd"])
    rows = destinations[destinations["destination_type"] == "country"].copy()
    amount = rows["usd"].astype("float64") / rows["year"].map(base).astype("float64")
    printed = rows["share_pct"].astype("float64") / 100
    fits = rows["share_base"].astype("object").isin(["completed", "total"])
    rows["share"] = amount.fillna(printed.where(fits))
    rows = rows.dropna(subset=["share"]).astype({"year": "int64", "rank": "float64"})
    rows["destination"] = rows["destination"].astype("object")
    result = rows[["year", "destination", "share", "rank", "source_ids"]]
    result = result.sort_values(["year", "share"], ascending=[True, False])
    return result.reset_index(drop=True).pipe(carry, rows, exports)


def concentration(shares: pd.DataFrame) -> pd.DataFrame:
    """Say how much of a year's exports went to the largest destination, with bounds of the index.

    The Herfindahl-Hirschman index is the sum of squared shares: 1 when one country
    buys all, near 0 when very many buy equal parts. Reports name some countries
    only. The rest is taken as spread very thinly for the lower bound, and as
    lumps no larger than the largest named destination for the upper bound.

    Parameters
    ----------
    shares : DataFrame
        From :func:`destination_shares`.

    Returns
    -------
    DataFrame
        One row per year whose largest destination is known (ranked first, or the
        largest of those named where nothing is ranked): year, leader, share,
        japan (share, NaN where not named), named (countries), hhi_low, hhi_high.

    References
    ----------
    Hirschman, American Economic Review 54 (1964), "The paternity of an index".
    """
    rows = []
    for year, group in shares.groupby("year"):
        first = group[group["rank"] == 1] if group["rank"].notna().any() else group
        if first.empty:
            continue
        top = first.loc[first["share"].idxmax()]
        known, cap = group["share"].to_numpy(), top["share"]
        rest = max(1 - known.sum(), 0)
        low = float((known**2).sum())
        lumps, left = divmod(rest, cap)
        japan = group.loc[group["destination"] == "JP", "share"]
        rows.append(
            {
                "year": year,
                "leader": top["destination"],
                "share": cap,
                "japan": japan.iloc[0] if len(japan) else np.nan,
                "named": len(group),
                "hhi_low": low,
                "hhi_high": low + lumps * cap**2 + left**2,
            }
        )
    columns = ["year", "leader", "share", "japan", "named", "hhi_low", "hhi_high"]
    return carry(pd.DataFrame(rows, columns=columns), shares)


def foreign_grosses(
    abroad: pd.DataFrame, films: pd.DataFrame, rates: pd.DataFrame, prices: pd.DataFrame
) -> pd.DataFrame:
    """Give each film's gross by territory in dollars.

    Dollars are taken as printed; a gross printed in local currency only, or with
    dollars of another day, is turned into dollars at the average rate of the
    year of release there. Worldwide and all-foreign sums are left out.

    Parameters
    ----------
    abroad : DataFrame
        Table ``films_abroad``.
    films : DataFrame
        Table ``films``.
    rates : DataFrame
        Table ``exchange_rates``.
    prices : DataFrame
        Table ``us_prices``.

    Returns
    -------
    DataFrame
        film_id, title, origin, territory, year (of release there; where not
        stated, of the Korean film), usd (current dollars), real_usd (NaN after the
        last year of ``prices``), converted (bool), complete (bool: of a whole run,
        or a total printed later), source_ids.
    """
    rows = abroad[~abroad["territory"].isin(WHOLE)].copy()
    rows["territory"] = rows["territory"].astype("object")
    both = rows.groupby("film_id")["territory"].transform(lambda t: "US+CA" in set(t))
    rows = rows[~((rows["territory"] == "US") & both)]
    known = films.set_index("film_id")
    released = pd.to_numeric(rows["release_date"].str[:4]).astype("float64")
    rows["year"] = released.fillna(rows["film_id"].map(known["year"]).astype("float64"))
    per_usd = rates.set_index(["currency", "year"])["per_usd"].astype("float64").to_dict()
    pairs = zip(rows["currency"].astype("object"), rows["year"], strict=True)
    rate = pd.Series([per_usd.get(pair) for pair in pairs], index=rows.index, dtype="float64")
    local = rows["gross_local"].astype("float64") / rate
    other_day = rows["of_another_day"].fillna("").str.contains("gross_usd").astype(bool)
    printed = rows["gross_usd"].astype("float64").mask(other_day & local.notna())
    rows["usd"] = printed.fillna(local)
    rows["converted"] = printed.isna()
    rows = rows.dropna(subset=["usd"]).astype({"year": "int64"})
    rows["real_usd"] = rows["usd"] * rows["year"].map(constant_dollars(prices))
    rows["complete"] = rows["figure_basis"].astype("object").isin(COMPLETE)
    rows["title"] = rows["film_id"].map(known["title_en"])
    rows["origin"] = rows["film_id"].map(known["origin"].astype("object"))
    columns = ["film_id", "title", "origin", "territory", "year", "usd", "real_usd"]
    result = rows[[*columns, "converted", "complete", "source_ids"]]
    result = result.sort_values(["territory", "usd"], ascending=[True, False])
    return result.reset_index(drop=True).pipe(carry, rows, rates, prices)


def home_and_abroad(
    grosses: pd.DataFrame, abroad: pd.DataFrame, films: pd.DataFrame, reference: pd.DataFrame
) -> pd.DataFrame:
    """Set each film's gross at home beside what is documented abroad.

    Abroad is the larger of a printed all-foreign sum and the sum of the
    territories found: at least so much. The worldwide figure less home is
    given beside it; it carries the rounding of both and the exchange rate.

    Parameters
    ----------
    grosses : DataFrame
        From :func:`foreign_grosses`.
    abroad, films, reference : DataFrame
        Tables ``films_abroad``, ``films``, ``reference_yearly``.

    Returns
    -------
    DataFrame
        Per film with both sides: film_id, title, year, home_usd (at the year's
        average rate), found_usd (abroad, at least), territories (number),
        remainder_usd (worldwide less home; NaN where no worldwide figure is
        known, it is unsettled or covers part of the run), short (bool: the
        remainder is smaller than what was found), share (found in found plus home),
        source_ids.
    """
    rate = reference.set_index("year")["krw_per_usd"].astype("float64")
    known = films.set_index("film_id")
    by_film = grosses.groupby("film_id")
    frame = pd.DataFrame({"found": by_film["usd"].sum(), "territories": by_film.size()})
    rows = abroad.astype({"territory": "object", "figure_basis": "object"})
    whole = rows[rows["territory"].isin(WHOLE)].set_index("film_id")
    sums = whole.loc[whole["territory"] == "INTL", "gross_usd"].astype("float64")
    settled = whole[(whole["territory"] == "WW") & whole["figure_basis"].isin(COMPLETE)]
    world = settled["gross_usd"].astype("float64")
    frame = frame.reindex(frame.index.union(sums.dropna().index))
    frame["found_usd"] = frame["found"].combine(sums.reindex(frame.index), np.fmax)
    frame["territories"] = frame["territories"].fillna(0).astype("int64")
    frame["year"] = known["year"].reindex(frame.index).astype("float64")
    home = known["gross_krw"].reindex(frame.index).astype("float64")
    frame["home_usd"] = home / frame["year"].map(rate)
    frame["remainder_usd"] = world.reindex(frame.index) - frame["home_usd"]
    frame["short"] = frame["remainder_usd"] < frame["found_usd"]
    frame["share"] = frame["found_usd"] / (frame["found_usd"] + frame["home_usd"])
    frame["title"] = known["title_en"].reindex(frame.index)
    frame = frame.dropna(subset=["home_usd", "found_usd"]).rename_axis("film_id").reset_index()
    seen = rows[rows["film_id"].isin(frame["film_id"])]
    home_ids = frame["film_id"].map(known["source_ids"])
    foreign_ids = frame["film_id"].map(seen.groupby("film_id")["source_ids"].agg(";".join))
    frame["source_ids"] = home_ids + ";" + foreign_ids
    columns = ["film_id", "title", "year", "home_usd", "found_usd", "territories"]
    result = frame[[*columns, "remainder_usd", "short", "share", "source_ids"]]
    result = result.astype({"year": "int64"}).sort_values("found_usd", ascending=False)
    return result.reset_index(drop=True).pipe(carry, result, reference)


def release_lags(abroad: pd.DataFrame, films: pd.DataFrame) -> pd.DataFrame:
    """Count the days from a film's release in Korea to its release in a territory.

    Parameters
    ----------
    abroad : DataFrame
        Table ``films_abroad``.
    films : DataFrame
        Table ``films``.

    Returns
    -------
    DataFrame
        film_id, title, territory, year (of the Korean release), days (negative
        where it came first), source_ids; only where both days are known.
    """
    rows = abroad[~abroad["territory"].isin(WHOLE)].copy()
    home = films[films["date_basis"] == "korean_release"].set_index("film_id")
    rows["home"] = rows["film_id"].map(home["release_date"])
    rows = rows[(rows["release_date"].str.len() == 10) & (rows["home"].str.len() == 10)]
    rows["days"] = (pd.to_datetime(rows["release_date"]) - pd.to_datetime(rows["home"])).dt.days
    rows["year"] = rows["home"].str[:4].astype("int64")
    rows["title"] = rows["film_id"].map(home["title_en"])
    rows["territory"] = rows["territory"].astype("object")
    result = rows[["film_id", "title", "territory", "year", "days", "source_ids"]]
    result = result.sort_values(["year", "film_id", "days"]).reset_index(drop=True)
    used = films[films["film_id"].isin(rows["film_id"])]
    return result.pipe(carry, rows, used)


def platform_dates(streaming: pd.DataFrame, films: pd.DataFrame) -> pd.DataFrame:
    """Set the start on a streaming service beside the release in Korean cinemas.

    Parameters
    ----------
    streaming : DataFrame
        Table ``streaming``.
    films : DataFrame
        Table ``films``.

    Returns
    -------
    DataFrame
        One row per Korean film: film_id, platform, start (date as known), home (Korean
        cinema release, NaN if none is known), order ("cinema first", "service
        first", "no cinema release known", "not known").
    """
    once = streaming.drop_duplicates("film_id")[["film_id", "platform", "release_date"]]
    korean = films[films["origin"] != "foreign"].set_index("film_id")
    once = once[once["film_id"].isin(korean.index)].rename(columns={"release_date": "start"})
    cinema = korean.loc[korean["date_basis"] == "korean_release", "release_date"]
    result = once.assign(home=once["film_id"].map(cinema))
    size = np.minimum(result["start"].str.len(), result["home"].str.len()).fillna(0).astype(int)
    pairs = zip(result["start"], result["home"], size, strict=True)
    result["order"] = [
        "no cinema release known"
        if pd.isna(home)
        else "not known"
        if pd.isna(start) or start[:n] == home[:n]
        else "cinema first"
        if home[:n] < start[:n]
        else "service first"
        for start, home, n in pairs
    ]
    used = streaming[streaming["film_id"].isin(result["film_id"])]
    return carry(result.reset_index(drop=True), used)


def selections_by_year(
    selections: pd.DataFrame,
    films: pd.DataFrame,
    first: int = 2000,
    last: int | None = None,
    festivals: Sequence[str] = FESTIVALS,
) -> pd.DataFrame:
    """Count Korean films at festivals, in competition and elsewhere, and prizes won.

    Parameters
    ----------
    selections : DataFrame
        Table ``festival_selections``; only new films are counted (``timing``
        current).
    films : DataFrame
        Table ``films``; films of other countries without a Korean partner are left out.
    first, last : int
        Years of editions; the last of the table without ``last``.
    festivals : sequence of str
        Which festivals.

    Returns
    -------
    DataFrame
        festival, year, competition, other (films), prizes (won), for every
        year; a zero means that the table has none.
    """
    rows = selections.astype(
        {"festival": "object", "section": "object", "result": "object", "edition_year": "int64"}
    )
    last = rows["edition_year"].max() if last is None else last
    foreign = films.loc[films["origin"] == "foreign", "film_id"]
    wanted = (rows["timing"] == "current") & ~rows["film_id"].isin(foreign)
    rows = rows[rows["festival"].isin(festivals) & wanted]
    rows = rows[rows["edition_year"].between(first, last)]
    rows["competing"] = rows["section"] == "Competition"
    key = ["festival", "edition_year"]
    films = rows.groupby([*key, "film_id"])["competing"].any().reset_index()
    grid = pd.MultiIndex.from_product([festivals, range(first, last + 1)], names=key)
    inside = films.groupby(key)["competing"].sum().reindex(grid, fill_value=0)
    everything = films.groupby(key).size().reindex(grid, fill_value=0)
    won = rows[rows["result"] == "won"].groupby(key).size().reindex(grid, fill_value=0)
    result = pd.DataFrame(
        {"competition": inside, "other": everything - inside, "prizes": won}, dtype="int64"
    ).reset_index()
    return carry(result.rename(columns={"edition_year": "year"}), rows)


def academy_entries(selections: pd.DataFrame, films: pd.DataFrame) -> pd.DataFrame:
    """List Korea's entries for the Academy Award for an international film, and how far each came.

    Parameters
    ----------
    selections : DataFrame
        Table ``festival_selections``.
    films : DataFrame
        Table ``films``.

    Returns
    -------
    DataFrame
        year (of the ceremony), film_id, title, stage (submitted, shortlisted,
        nominated, won), step (0 to 3), source_ids.
    """
    rows = selections[selections["festival"] == "oscars"].copy()
    named = rows["award"].str.contains("International Feature|Foreign Language", na=False)
    rows = rows[named].astype({"result": "object", "edition_year": "int64"})
    rows["step"] = rows["result"].map({name: i for i, name in enumerate(STAGES)})
    rows = rows.sort_values("step").drop_duplicates(["edition_year", "film_id"], keep="last")
    rows["title"] = rows["film_id"].map(films.set_index("film_id")["title_en"])
    rows = rows.rename(columns={"edition_year": "year", "result": "stage"})
    result = rows[["year", "film_id", "title", "stage", "step", "source_ids"]]
    return carry(result.sort_values("year").reset_index(drop=True), rows)


def comparable_films(
    films: pd.DataFrame,
    selections: pd.DataFrame,
    genres: pd.DataFrame,
    abroad: pd.DataFrame,
    grosses: pd.DataFrame,
) -> pd.DataFrame:
    """Describe each Korean feature by selection, home audience, and documented release abroad.

    Parameters
    ----------
    films, selections, genres, abroad : DataFrame
        Tables ``films``, ``festival_selections``, ``film_genres``, ``films_abroad``.
    grosses : DataFrame
        From :func:`foreign_grosses`.

    Returns
    -------
    DataFrame
        Korean features with national admissions from 2000 on: film_id, title, year,
        period (five years), kind ("thrills", "light", "drama": by TMDB labels;
        action, crime, horror and the like go before comedy and romance, those before
        the rest; "unlabelled"), selected (bool: at a festival, prizes of academies
        not counted), log_admissions, abroad (bool: a figure for a foreign territory is
        in the tables), us_gross (dollars of a complete run in US and Canada).
    """
    wanted = films["origin"].eq("korean") & films["format"].eq("feature")
    rows = films[wanted & films["admissions"].notna() & (films["year"] >= 2000)].copy()
    labels = genres[genres["scheme"] == "tmdb"].groupby("film_id")["label"].agg(set)
    own = rows["film_id"].map(labels)
    rows["kind"] = [_kind(one) for one in own]
    at = selections[~selections["festival"].isin(PRIZES) & (selections["timing"] == "current")]
    rows["selected"] = rows["film_id"].isin(at["film_id"])
    rows["period"] = five_years(rows["year"]).astype("object")
    rows["log_admissions"] = np.log(rows["admissions"].astype("float64"))
    shown = abroad[~abroad["territory"].isin(WHOLE) & (abroad["figure_basis"] != "none")]
    rows["abroad"] = rows["film_id"].isin(shown["film_id"])
    us = grosses[(grosses["territory"] == "US+CA") & grosses["complete"]]
    rows["us_gross"] = rows["film_id"].map(us.set_index("film_id")["usd"]).astype("float64")
    rows["title"] = rows["title_en"]
    columns = ["film_id", "title", "year", "period", "kind", "selected", "log_admissions"]
    result = rows[[*columns, "abroad", "us_gross"]].reset_index(drop=True)
    seen = abroad[abroad["film_id"].isin(result["film_id"])]
    labelled = genres[genres["film_id"].isin(result["film_id"]) & (genres["scheme"] == "tmdb")]
    return result.astype({"year": "int64"}).pipe(
        carry, rows, at[at["film_id"].isin(result["film_id"])], seen, labelled
    )


def matched_pairs(frame: pd.DataFrame, at_most: float = 1.5) -> pd.DataFrame:
    """Pair each selected film with the unselected one nearest in home audience.

    Pairs are of the same five years and the same kind; a film may be the pair of
    several (nearest neighbour with replacement).

    Parameters
    ----------
    frame : DataFrame
        From :func:`comparable_films`.
    at_most : float
        Largest ratio of the two audiences; a film without such a neighbour is left out.

    Returns
    -------
    DataFrame
        film_id, title, year, pair_id, pair_title, ratio (of audiences), abroad,
        pair_abroad (bool).

    References
    ----------
    Stuart, Statistical Science 25 (2010), "Matching methods for causal inference".
    """
    ordered = frame.sort_values(["log_admissions", "film_id"])
    chosen, others = ordered[ordered["selected"]], ordered[~ordered["selected"]]
    columns = ["film_id", "title", "log_admissions", "abroad"]
    other = others[[*columns, "period", "kind"]].rename(
        columns={name: f"pair_{name}" for name in columns}
    )
    other["log_admissions"] = other["pair_log_admissions"]
    pairs = pd.merge_asof(
        chosen,
        other,
        on="log_admissions",
        by=["period", "kind"],
        direction="nearest",
        tolerance=float(np.log(at_most)),
    ).dropna(subset=["pair_film_id"])
    pairs["ratio"] = np.exp(pairs["log_admissions"] - pairs["pair_log_admissions"])
    pairs["pair_abroad"] = pairs["pair_abroad"].astype(bool)
    pairs = pairs.rename(columns={"pair_film_id": "pair_id"})
    columns = ["film_id", "title", "year", "pair_id", "pair_title", "ratio", "abroad"]
    result = pairs[[*columns, "pair_abroad"]].sort_values(["year", "film_id"])
    return carry(result.reset_index(drop=True), frame)


def selection_effects(frame: pd.DataFrame, at_most: float = 1.5) -> pd.DataFrame:
    """Compare selected with unselected films: at home, abroad, and in one territory.

    Audience and gross are compared on the log scale, so that a difference is a
    ratio; the adjusted ones by least squares with an effect for each five years
    and kind and heteroscedasticity-consistent (HC3) errors. Associations, not effects
    of being selected.

    Parameters
    ----------
    frame : DataFrame
        From :func:`comparable_films`.
    at_most : float
        As for :func:`matched_pairs`.

    Returns
    -------
    DataFrame
        outcome ("audience", "us_gross", "abroad"), comparison ("as they are",
        "like films"), unit ("ratio", "points"), value, low, high (95 per cent
        interval), n (films, or pairs), selected (films of them that were selected),
        p (permutation test; NaN where none was made). A comparison without enough films
        has no value.

    References
    ----------
    MacKinnon and White, Journal of Econometrics 29 (1985), on HC3.
    """
    chosen, others = frame[frame["selected"]], frame[~frame["selected"]]
    us = frame.dropna(subset=["us_gross"]).assign(log_us=lambda f: np.log(f["us_gross"]))
    rows = []

    def add(outcome: str, comparison: str, unit: str, found: inference.Estimate, k: int) -> None:
        change = np.exp if unit == "ratio" else (lambda x: x)
        ends = {name: float(change(getattr(found, name))) for name in ("value", "low", "high")}
        head = {"outcome": outcome, "comparison": comparison, "unit": unit}
        rows.append({**head, **ends, "n": found.n, "selected": k, "p": found.p})

    raw = inference.difference(chosen["log_admissions"], others["log_admissions"])
    add("audience", "as they are", "ratio", raw, len(chosen))
    labelled = frame[frame["kind"] != "unlabelled"]
    alike = _adjusted(labelled, "log_admissions ~ selected + C(period) + C(kind)")
    strata = labelled["period"] + labelled["kind"]
    test = inference.difference_within(
        labelled.groupby(["period", "kind"])["log_admissions"].rank(pct=True),
        labelled["selected"],
        strata,
    )
    alike = inference.Estimate(alike.value, alike.low, alike.high, alike.n, test.p)
    add("audience", "like films", "ratio", alike, int(labelled["selected"].sum()))
    part = inference.difference(us.loc[us["selected"], "log_us"], us.loc[~us["selected"], "log_us"])
    add("us_gross", "as they are", "ratio", part, int(us["selected"].sum()))
    add(
        "us_gross",
        "like films",
        "ratio",
        _adjusted(us, "log_us ~ selected + log_admissions"),
        int(us["selected"].sum()),
    )
    plain = inference.difference(chosen["abroad"].astype(float), others["abroad"].astype(float))
    add("abroad", "as they are", "points", plain, len(chosen))
    pairs = matched_pairs(frame, at_most)
    gaps = pairs["abroad"].astype(float) - pairs["pair_abroad"].astype(float)
    add("abroad", "like films", "points", inference.bootstrap(gaps), len(pairs))
    return carry(pd.DataFrame(rows), frame)


def streaming_bests(streaming: pd.DataFrame, films: pd.DataFrame) -> pd.DataFrame:
    """Give each film's best figure on Netflix, measure by measure.

    Only the service's own counts, worldwide. A week here is a row whose period is
    at most seven days; the first one of a film is often three days.

    Parameters
    ----------
    streaming : DataFrame
        Table ``streaming``.
    films : DataFrame
        Table ``films``.

    Returns
    -------
    DataFrame
        film_id, title, origin, start (date as known, else the first period's end),
        views, hours (best week), countries (most countries in whose top ten it was),
        weeks (at number one of its chart); NaN where no figure is in the table.
    """
    rows = streaming[(streaming["counted_by"] == "platform") & (streaming["area"] == "global")]
    rows = rows[rows["platform"] == "Netflix"].astype({"measure": "object", "span": "object"})
    days = (
        pd.to_datetime(rows["period_end"], errors="coerce", format="%Y-%m-%d")
        - pd.to_datetime(rows["period_start"], errors="coerce", format="%Y-%m-%d")
    ).dt.days
    weekly = rows[(rows["span"] == "period") & (days <= 6)]
    best = partial(_best, index=rows["film_id"].drop_duplicates())
    result = pd.DataFrame(
        {
            "views": best(weekly, "views"),
            "hours": best(weekly, "hours"),
            "countries": best(rows, "top10_countries"),
            "weeks": best(rows, "no1_weeks"),
        }
    )
    known = films.set_index("film_id")
    result["title"] = known["title_en"].reindex(result.index)
    result["origin"] = known["origin"].astype("object").reindex(result.index)
    starts, ends = rows.groupby("film_id")["release_date"].first(), rows.groupby("film_id")
    result["start"] = starts.reindex(result.index).fillna(ends["period_end"].min())
    result = (
        result.rename_axis("film_id")
        .reset_index()
        .dropna(subset=["views", "hours", "countries", "weeks"], how="all")
    )
    columns = ["film_id", "title", "origin", "start", "views", "hours", "countries", "weeks"]
    used = rows[rows["film_id"].isin(result["film_id"])]
    return carry(result[columns].sort_values("start").reset_index(drop=True), used)


def service_evidence(
    streaming: pd.DataFrame,
    films: pd.DataFrame,
    events: pd.DataFrame,
    services: Sequence[str] = ("Netflix", "Viu", "iQIYI"),
) -> pd.DataFrame:
    """List what the tables hold on each service: Korean titles carried, local originals.

    Parameters
    ----------
    streaming, films, events : DataFrame
        Tables ``streaming``, ``films``, ``influence_events``.
    services : sequence of str
        Services to look for.

    Returns
    -------
    DataFrame
        service, part ("carries Korean titles", "has local originals"), rows (events of
        kind streaming that name the service, of Korea for the first part and of
        Southeast Asian countries for the second), films (Korean films with a count of
        countries), countries (median of their highest counts, NaN without any).
    """
    korean = films[films["origin"] != "foreign"]["film_id"]
    reach = streaming[(streaming["measure"] == "top10_countries")]
    reach = reach[(reach["counted_by"] == "platform") & reach["film_id"].isin(korean)]
    told = events[events["kind"] == "streaming"]
    rows = []
    for service in services:
        named = told[told["who"].fillna("").str.split(";").map(lambda who, s=service: s in who)]
        most = reach[reach["platform"] == service].groupby("film_id")["value"].max()
        local = named["country"] != "KR"
        for part, count, seen in (
            (PARTS[0], int((~local).sum()), most),
            (PARTS[1], int(local.sum()), most.iloc[:0]),
        ):
            middle = float(seen.astype("float64").median()) if len(seen) else np.nan
            row = {"service": service, "part": part, "rows": count}
            rows.append({**row, "films": len(seen), "countries": middle})
    return pd.DataFrame(rows).pipe(carry, reach, told)


def footprint_measures(
    yearly: pd.DataFrame,
    count: pd.DataFrame,
    concentrated: pd.DataFrame,
    festivals: pd.DataFrame,
    grosses: pd.DataFrame,
    bests: pd.DataFrame,
    *,
    least: float = 1e6,
    until: int | None = None,
) -> pd.DataFrame:
    """Bring the measures of the footprint into one long frame.

    Completed films end where only one sum is published, since that sum is of another
    definition. All exports go on in it; as it hardly counts services, they may be too
    low at the end, which ``merged`` marks.

    Parameters
    ----------
    yearly : DataFrame
        From :func:`exports_by_year`.
    count : DataFrame
        From :func:`counts`.
    concentrated : DataFrame
        From :func:`concentration`.
    festivals : DataFrame
        From :func:`selections_by_year`.
    grosses : DataFrame
        From :func:`foreign_grosses`.
    bests : DataFrame
        From :func:`streaming_bests`.
    least : float
        Dollars of the newest price year from which a gross in US and Canada is counted.
    until : int, optional
        Last whole year of what is counted by film; the year before the newest edition
        of a festival without it.

    Returns
    -------
    DataFrame
        measure, year, value, until (the newest year that the measure could have; exports
        and what is counted with them reach to their last published sum).
    """
    # the one sum published for the newest years is of another definition than either series
    own = yearly[~yearly["merged"]]
    done, everything = own[own["series"] == "completed"], own[own["series"] == "all"]
    parts = [
        done.assign(measure="Exported films", value=done["real_usd"]),
        everything.assign(measure="All exports", value=everything["real_usd"]),
        count.assign(
            measure=count["measure"].map(
                {"titles": "Titles exported", "countries": "Countries sold to"}
            )
        ),
        concentrated.assign(measure="Spread over buyers", value=1 - concentrated["share"]),
    ]
    parts = [part.assign(until=yearly["year"].max()) for part in parts]
    until = int(festivals["year"].max()) - 1 if until is None else until
    span = festivals["year"] <= until
    by_year = festivals[span].groupby("year")[["competition", "prizes"]].sum().reset_index()
    parts += [
        by_year.assign(measure="Competition entries", value=by_year["competition"]),
        by_year.assign(measure="Festival prizes", value=by_year["prizes"]),
    ]
    korean = grosses[(grosses["origin"] != "foreign") & (grosses["territory"] == "US+CA")]
    amount = korean["real_usd"].fillna(korean["usd"])
    years = range(int(by_year["year"].min()), until + 1)
    hits = korean[amount >= least].groupby("year").size().reindex(years, fill_value=0)
    parts.append(
        hits.rename_axis("year")
        .rename("value")
        .reset_index()
        .assign(measure="Hits in US and Canada")
    )
    views = bests[bests["origin"] != "foreign"].dropna(subset=["views"])
    views = views.assign(year=views["start"].str[:4].astype("int64"), value=views["views"])
    parts.append(views.assign(measure="Netflix views, best week"))
    columns = ["measure", "year", "value", "until"]
    whole = [part.assign(until=part.get("until", until))[columns] for part in parts]
    kinds = {"value": "float64", "until": "int64"}
    result = pd.concat(whole).astype(kinds)
    inputs = (yearly, count, concentrated, festivals, grosses, bests)
    return carry(result.dropna().reset_index(drop=True), *inputs)


def growth(measures: pd.DataFrame, *, window: int = WINDOW, minimum: int = MINIMUM) -> pd.DataFrame:
    """Compare each measure's newest years, up to its ``until``, with as many before them.

    A measure grew or fell only if the interval of its ratio leaves out one, no change.

    Parameters
    ----------
    measures : DataFrame
        From :func:`footprint_measures`.
    window : int
        Years in each window.
    minimum : int
        Known years that each window needs.

    Returns
    -------
    DataFrame
        measure, newer_years, older_years (as "2020–2024"), newer, older (means),
        n_newer, n_older (known years), ratio, low, high (95 per cent bootstrap
        interval over years, not below 0), p (permutation test), state ("grew", "no clear
        change", "fell", "not known"), best (largest mean of any earlier window with enough years).
    """
    rows = []
    for name in measures["measure"].drop_duplicates():
        rows_of = measures[measures["measure"] == name]
        series, last = rows_of.groupby("year")["value"].mean(), int(rows_of["until"].max())
        recent = series[(series.index > last - window) & (series.index <= last)]
        before = series[(series.index > last - 2 * window) & (series.index <= last - window)]
        enough = min(len(recent), len(before)) >= minimum and before.mean() > 0
        gap = inference.difference(recent, before) if enough else None
        older = before.mean()
        low = max(1 + gap.low / older, 0.0) if gap else np.nan
        high = 1 + gap.high / older if gap else np.nan
        ratio = recent.mean() / older if enough else np.nan
        means = series.reindex(range(int(series.index.min()), last - window + 1))
        rolled = means.rolling(window, min_periods=minimum).mean()
        rows.append(
            {
                "measure": name,
                "newer_years": f"{last - window + 1}–{last}",
                "older_years": f"{last - 2 * window + 1}–{last - window}",
                "newer": recent.mean(),
                "older": older,
                "n_newer": len(recent),
                "n_older": len(before),
                "ratio": ratio,
                "low": low,
                "high": high,
                "p": gap.p if gap else np.nan,
                "state": _state(low, high),
                "best": rolled.max(),
            }
        )
    return carry(pd.DataFrame(rows), measures)


def growth_by_window(
    measures: pd.DataFrame, windows: Sequence[int] = (3, 4, 5, 6, 7)
) -> pd.DataFrame:
    """Compare newest with earlier years, as :func:`growth` does, for windows of other lengths.

    Parameters
    ----------
    measures : DataFrame
        From :func:`footprint_measures`.
    windows : sequence of int
        Years in each window; at least :data:`MINIMUM` of them must be known.

    Returns
    -------
    DataFrame
        measure, window ("3 years" and so on), ratio, low, high, state; without the rows that
        have too few known years.
    """
    found = [growth(measures, window=window).assign(window=f"{window} years") for window in windows]
    result = pd.concat(found).query("state != 'not known'").reset_index(drop=True)
    return carry(result[["measure", "window", "ratio", "low", "high", "state"]], measures)


def _state(low: float, high: float) -> str:
    if np.isnan(low):
        return "not known"
    return "grew" if low > 1 else "fell" if high < 1 else "no clear change"


def _kind(labels: set | float) -> str:
    if not isinstance(labels, set):
        return "unlabelled"
    return "thrills" if labels & set(THRILLS) else "light" if labels & set(LIGHT) else "drama"


def _adjusted(frame: pd.DataFrame, formula: str) -> inference.Estimate:
    """Give the coefficient of ``selected``, with HC3 interval; no value below twelve films."""
    if len(frame) < 12 or frame["selected"].nunique() < 2:
        return inference.Estimate(np.nan, np.nan, np.nan, len(frame))
    data = frame.assign(selected=frame["selected"].astype(float))
    fit = smf.ols(formula, data).fit(cov_type="HC3")
    low, high = fit.conf_int(1 - inference.LEVEL).loc["selected"]
    return inference.Estimate(float(fit.params["selected"]), float(low), float(high), len(frame))


def _best(rows: pd.DataFrame, measure: str, index: pd.Series) -> pd.Series:
    own = rows[rows["measure"] == measure].groupby("film_id")["value"].max()
    return own.reindex(index).astype("float64")
