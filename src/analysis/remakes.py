"""Remakes abroad of Korean films: where, when, how many follow one original, and how they did.

Frames in, frames out. A remake's result is compared with its original's only in
measures that mean the same on both sides: admissions per head, or the share of a
year's market; gross is held only against local films of the same country and year.
Worldwide grosses are never set against home grosses.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis import inference, places
from analysis.datasets import carry, explode_list
from analysis.periods import five_years

# figures of a whole run; the others cover a part of it, give a bound or do not say
WHOLE = ("final", "rounded")
KNOWN = ("whole run at home", "part of the run or a bound", "worldwide or not said", "no figure")
REST = "other countries"


def chronology(remakes: pd.DataFrame, films: pd.DataFrame) -> pd.DataFrame:
    """Place every documented remake in time, next to its original.

    Parameters
    ----------
    remakes : DataFrame
        Table ``remakes``.
    films : DataFrame
        Table ``films``; the originals' titles and years are taken from it.

    Returns
    -------
    DataFrame
        remake_id, title, original_film_id, original, original_year, country, status,
        waiting (not released), format, licence, release_year, announced_year,
        year (of release, or of the announcement where there was none; missing if neither is
        known), delay (years from the original's release to the remake's), korean (whether a
        Korean company takes part as far as documented; False also stands for "no source says"),
        period (five years of the release), source_ids.

    Raises
    ------
    ValueError
        If an original is not in ``films``.
    """
    known = films.set_index("film_id")
    lost = sorted(set(remakes["original_film_id"]) - set(known.index))
    if lost:
        raise ValueError(f"originals not in films: {', '.join(lost)}")
    released = _year(remakes["release_date"])
    original = remakes["original_film_id"].map(known["year"]).astype("Int64")
    result = pd.DataFrame(
        {
            "remake_id": remakes["remake_id"],
            "title": remakes["remake_title"],
            "original_film_id": remakes["original_film_id"],
            "original": remakes["original_film_id"].map(known["title_en"]),
            "original_year": original,
            "country": remakes["country"].astype("object"),
            "status": remakes["status"].astype("object"),
            "waiting": remakes["status"] != "released",
            "format": remakes["format"].astype("object"),
            "licence": remakes["licence"].astype("object"),
            "release_year": released,
            "announced_year": remakes["announced_year"].astype("Int64"),
            "delay": released - original,
            "korean": remakes["korean_partner"] == "yes",
            "source_ids": remakes["source_ids"],
        }
    )
    plan = result["announced_year"].where(result["waiting"])
    result["year"] = released.fillna(plan)
    result["period"] = five_years(released)
    return carry(result.reset_index(drop=True), remakes, films)


def destinations(chronology: pd.DataFrame) -> pd.DataFrame:
    """Count the remakes of each country, most first.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`chronology`.

    Returns
    -------
    DataFrame
        country, name, remakes (all rows), released, waiting (announced or in production),
        originals (different Korean films), first and last (years of release).
    """
    groups = chronology.groupby("country")
    result = groups.agg(
        remakes=("remake_id", "size"),
        waiting=("waiting", "sum"),
        originals=("original_film_id", "nunique"),
        first=("release_year", "min"),
        last=("release_year", "max"),
    ).reset_index()
    result.insert(1, "name", result["country"].map(places.name))
    result.insert(3, "released", result["remakes"] - result["waiting"])
    result = result.sort_values(["remakes", "country"], ascending=[False, True])
    return carry(result.reset_index(drop=True), chronology)


def chains(chronology: pd.DataFrame, at_least: int = 3) -> pd.DataFrame:
    """List the originals that were remade several times.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`chronology`.
    at_least : int
        Documented remakes, plans included, from which an original counts.

    Returns
    -------
    DataFrame
        original_film_id, original, original_year, remakes, released, countries (of released
        ones, different), korean (released with a Korean company), first and last (years of
        release); most remakes first.
    """
    out = chronology.assign(
        released=~chronology["waiting"],
        place=chronology["country"].where(~chronology["waiting"]),
        partner=chronology["korean"] & ~chronology["waiting"],
    )
    result = (
        out.groupby("original_film_id")
        .agg(
            original=("original", "first"),
            original_year=("original_year", "first"),
            remakes=("remake_id", "size"),
            released=("released", "sum"),
            countries=("place", "nunique"),
            korean=("partner", "sum"),
            first=("release_year", "min"),
            last=("release_year", "max"),
        )
        .reset_index()
    )
    result = result[result["remakes"] >= at_least]
    result = result.sort_values(
        ["remakes", "released", "original"], ascending=[False, False, True]
    ).reset_index(drop=True)
    rows = chronology[chronology["original_film_id"].isin(result["original_film_id"])]
    return carry(result, rows)


def chain_grid(chronology: pd.DataFrame, at_least: int = 3) -> pd.DataFrame:
    """Cross the most remade originals with the countries that remade them.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`chronology`.
    at_least : int
        As for :func:`chains`.

    Returns
    -------
    DataFrame
        One row per original and country: original_film_id, original, original_year, country,
        released and waiting (remakes), korean (a released one with a Korean
        company, or a planned one where none was released), year (of the
        first release; missing if none or not dated), source_ids.
    """
    order = chains(chronology, at_least)["original_film_id"]
    rows = chronology[chronology["original_film_id"].isin(order)]
    out = rows.assign(released=~rows["waiting"], backed=rows["korean"] & ~rows["waiting"])
    result = (
        out.groupby(["original_film_id", "original", "original_year", "country"])
        .agg(
            released=("released", "sum"),
            waiting=("waiting", "sum"),
            planned=("korean", "max"),
            korean=("backed", "max"),
            year=("release_year", "min"),
            source_ids=("source_ids", ";".join),
        )
        .reset_index()
    )
    result["korean"] = result["korean"] | (result["planned"] & (result["released"] == 0))
    result = result.drop(columns="planned")
    place = dict(zip(order, range(len(order)), strict=True))
    result = result.sort_values("original_film_id", key=lambda key: key.map(place), kind="stable")
    return carry(result.reset_index(drop=True), rows)


def figures(remakes: pd.DataFrame) -> pd.DataFrame:
    """Say which box-office figure is known of each released remake, and what it covers.

    Admissions go before gross, a home gross before a worldwide one, local currency before
    dollars.

    Parameters
    ----------
    remakes : DataFrame
        Table ``remakes``.

    Returns
    -------
    DataFrame
        One row per released remake: remake_id, title, original_film_id, country, year, measure
        ("admissions", "gross" or missing), value, unit ("admissions" or a currency), basis,
        known (one of ``KNOWN``), source_ids.
    """
    rows = remakes[remakes["status"] == "released"].reset_index(drop=True)
    seats = rows["admissions"].notna()
    local = rows["gross_local"].notna()
    money = local | rows["gross_usd"].notna()
    gross = rows["gross_local"].astype("Float64").fillna(rows["gross_usd"].astype("Float64"))
    basis = rows["admissions_basis"].astype("object").where(seats, rows["gross_basis"])
    home = seats | (rows["gross_territory"].astype("object") == "home")
    part = ~basis.isin(WHOLE)
    result = pd.DataFrame(
        {
            "remake_id": rows["remake_id"],
            "title": rows["remake_title"],
            "original_film_id": rows["original_film_id"],
            "country": rows["country"].astype("object"),
            "year": _year(rows["release_date"]),
            "measure": np.select([seats, money], ["admissions", "gross"], None),
            "value": rows["admissions"].astype("Float64").where(seats, gross),
            "unit": np.select(
                [seats, local, money],
                ["admissions", rows["currency"].astype("object"), "USD"],
                None,
            ),
            "basis": basis,
            "known": np.select(
                [~seats & ~money, home & part, home], [KNOWN[3], KNOWN[1], KNOWN[0]], KNOWN[2]
            ),
            "source_ids": rows["source_ids"],
        }
    )
    return carry(result, remakes)


def known_by_country(figures: pd.DataFrame, at_least: int = 4) -> pd.DataFrame:
    """Count what is known of the box office of each country's released remakes.

    Parameters
    ----------
    figures : DataFrame
        From :func:`figures`.
    at_least : int
        Released remakes from which a country stands by itself; the others are added up.

    Returns
    -------
    DataFrame
        name, one column for each of ``KNOWN`` (remakes), released; most first, the others last.
    """
    many = figures["country"].map(figures["country"].value_counts()) >= at_least
    name = figures["country"].map(places.name).where(many, REST)
    counts = pd.crosstab(name, figures["known"]).reindex(columns=list(KNOWN), fill_value=0)
    counts["released"] = counts.sum(axis=1)
    counts.index.name = "name"
    last = counts.index == REST
    result = counts.assign(last=last).sort_values(["last", "released"], ascending=[True, False])
    result = result.drop(columns="last").reset_index().rename_axis(columns=None)
    return carry(result, figures)


def per_head(
    remakes: pd.DataFrame, films: pd.DataFrame, populations: pd.DataFrame, reference: pd.DataFrame
) -> pd.DataFrame:
    """Compare remakes with their originals in admissions per head of population.

    Each side is divided by its country's population in its year of release; where the table
    ends earlier, by that of its last year.

    Parameters
    ----------
    remakes : DataFrame
        Table ``remakes``.
    films : DataFrame
        Table ``films``.
    populations : DataFrame
        Table ``populations``, of the destinations.
    reference : DataFrame
        Table ``reference_yearly``, with Korea's population.

    Returns
    -------
    DataFrame
        One row per remake with admissions of both sides: remake_id, title, original, country,
        year, original_year, admissions, original_admissions, rate and original_rate
        (admissions per head), ratio (rate over original_rate), whole (whole run known of
        both), source_ids.
    """
    people = populations.set_index(["territory", "year"])["population"].astype("float64")
    korea = reference.set_index("year")["population_kr"].astype("float64").dropna()
    rows = _beside_originals(remakes[remakes["admissions"].notna()], films)
    rows = rows[rows["original_admissions"].notna()]
    rows["population"] = [
        _at(people.get(place), year)
        for place, year in zip(rows["country"], rows["year"], strict=True)
    ]
    rows["population_kr"] = [_at(korea, year) for year in rows["original_year"]]
    rows["rate"] = rows["admissions"] / rows["population"]
    rows["original_rate"] = rows["original_admissions"] / rows["population_kr"]
    rows["ratio"] = rows["rate"] / rows["original_rate"]
    rows["whole"] = rows["admissions_basis"].isin(WHOLE)
    rows["source_ids"] = _cite(
        rows["source_ids"],
        rows["country"].map(populations.groupby("territory")["source_ids"].agg(";".join)),
        rows["original_year"].map(reference.set_index("year")["source_ids"]),
    )
    columns = [
        "remake_id",
        "title",
        "original",
        "country",
        "year",
        "original_year",
        "admissions",
        "original_admissions",
        "rate",
        "original_rate",
        "ratio",
        "whole",
        "source_ids",
    ]
    result = rows[rows["ratio"].notna()].sort_values("ratio", ascending=False)
    result = result[columns].reset_index(drop=True)
    return carry(result, result, populations, reference)


def home_gross(
    remakes: pd.DataFrame, films: pd.DataFrame, exchange_rates: pd.DataFrame
) -> pd.DataFrame:
    """Compare home grosses in dollars: the remake's in its country, the original's in Korea.

    Both at the average rate of their year; a remake without a gross in local currency counts
    with the dollars printed. Prices and sizes of markets differ: this is not a measure of how
    large a share of its public a film reached.

    Parameters
    ----------
    remakes : DataFrame
        Table ``remakes``.
    films : DataFrame
        Table ``films``.
    exchange_rates : DataFrame
        Table ``exchange_rates``.

    Returns
    -------
    DataFrame
        remake_id, title, original, country, year, original_year, gross_usd and
        original_gross_usd (home, dollars of the time), ratio, whole, source_ids; highest ratio
        first.
    """
    rates = exchange_rates.set_index(["currency", "year"])["per_usd"].astype("float64")
    rows = _beside_originals(remakes[remakes["gross_territory"] == "home"], films)
    own = pd.Series(
        [
            rates.get((code, year), np.nan)
            for code, year in zip(rows["currency"], rows["year"], strict=True)
        ],
        index=rows.index,
        dtype="float64",
    )
    won = rows["original_year"].map(rates.get("KRW", pd.Series(dtype="float64")))
    rows["gross_usd"] = (rows["gross_local"] / own).fillna(rows["gross_usd"].astype("float64"))
    rows["original_gross_usd"] = rows["original_gross"] / won.astype("float64")
    rows["ratio"] = rows["gross_usd"] / rows["original_gross_usd"]
    rows["whole"] = rows["gross_basis"].isin(WHOLE)
    cited = exchange_rates.set_index(["currency", "year"])["source_ids"]
    pairs = zip(rows["currency"], rows["year"], strict=True)
    own_cited = pd.Series([cited.get(pair) for pair in pairs], index=rows.index, dtype="object")
    won_cited = rows["original_year"].map(cited.get("KRW", pd.Series(dtype="object")))
    rows["source_ids"] = _cite(rows["source_ids"], own_cited, won_cited)
    columns = ["remake_id", "title", "original", "country", "year", "original_year"]
    columns += ["gross_usd", "original_gross_usd", "ratio", "whole", "source_ids"]
    result = rows.loc[rows["ratio"].notna(), columns].sort_values("ratio", ascending=False)
    result = result.reset_index(drop=True)
    return carry(result, result, exchange_rates.iloc[:0])


def market_share(
    remakes: pd.DataFrame,
    films: pd.DataFrame,
    years: pd.DataFrame,
    sea_markets: pd.DataFrame,
    world_markets: pd.DataFrame,
) -> pd.DataFrame:
    """Compare remakes with their originals in the share of the year's market.

    Of admissions where both the remake and its market have them, else of gross in local
    currency; only figures of the lead country's cinemas count.

    Parameters
    ----------
    remakes : DataFrame
        Table ``remakes``.
    films : DataFrame
        Table ``films``.
    years : DataFrame
        From :func:`analysis.market.annual`: the Korean market.
    sea_markets, world_markets : DataFrame
        Tables of those names: the destinations' markets.

    Returns
    -------
    DataFrame
        remake_id, title, original, country, year, original_year, measure ("admissions" or
        "gross"), share and original_share (fractions of the year's market), ratio, whole,
        source_ids.
    """
    whole = sea_markets[sea_markets["coverage"] == "year"].rename(columns={"country": "territory"})
    keep = ["territory", "year", "admissions", "gross_local", "source_ids"]
    markets = pd.concat(
        [
            whole[keep].astype({"territory": "object"}),
            world_markets[keep].astype({"territory": "object"}),
        ]
    )
    markets = markets.drop_duplicates(["territory", "year"]).rename(
        columns={
            "territory": "country",
            "admissions": "market_admissions",
            "gross_local": "market_gross",
            "source_ids": "market_sources",
        }
    )
    korea = years.rename(columns={"year": "original_year", "source_ids": "korean_sources"})
    rows = _beside_originals(remakes[remakes["status"] == "released"], films)
    rows = rows.merge(markets, on=["country", "year"], how="inner").merge(
        korea[["original_year", "admissions_total", "gross_krw_total", "korean_sources"]],
        on="original_year",
        how="left",
    )
    home = rows["gross_territory"].astype("object") == "home"
    seats = rows["admissions"] / rows["market_admissions"].astype("float64")
    money = rows["gross_local"].where(home) / rows["market_gross"].astype("float64")
    seats_there = rows["original_admissions"] / rows["admissions_total"]
    money_there = rows["original_gross"] / rows["gross_krw_total"]
    by_seats = seats.notna() & seats_there.notna()
    rows["measure"] = np.where(by_seats, "admissions", "gross")
    rows["share"] = seats.where(by_seats, money)
    rows["original_share"] = seats_there.where(by_seats, money_there)
    rows["ratio"] = rows["share"] / rows["original_share"]
    basis = rows["admissions_basis"].where(by_seats, rows["gross_basis"])
    rows["whole"] = basis.isin(WHOLE)
    rows["source_ids"] = _cite(
        *(rows[f"{part}_sources"] for part in ("market", "korean")), rows["source_ids"]
    )
    columns = [
        "remake_id",
        "title",
        "original",
        "country",
        "year",
        "original_year",
        "measure",
        "share",
        "original_share",
        "ratio",
        "whole",
        "source_ids",
    ]
    result = rows.loc[rows["ratio"].notna(), columns].sort_values("ratio", ascending=False)
    result = result.reset_index(drop=True)
    return carry(result, result, remakes.iloc[:0], films.iloc[:0], years.iloc[:0])


def local_field(sea_top_films: pd.DataFrame, at_least: int = 1) -> pd.DataFrame:
    """Put remakes of Southeast Asia among the best local films of their year.

    The measure is admissions in Indonesia and gross in local currency elsewhere, as in the
    lists. Values are relative to the best local film of the year other than the remake, so
    that a remake above it stands above one.

    Parameters
    ----------
    sea_top_films : DataFrame
        Table ``sea_top_films``.
    at_least : int
        Other listed films of the year with a figure from which a remake is compared.

    Returns
    -------
    DataFrame
        One row per remake and film of its year: remake_id, remake, country, year, title,
        is_remake (the remake itself), value, level (value over the best other's), whole (a
        whole run at home), source_ids. Remakes without a figure or with fewer other films of the
        year are left out.
    """
    table = sea_top_films[sea_top_films["list"].isin(["yearly", "comparator"])]
    by_seats = table["country"] == "ID"
    value = table["admissions"].astype("Float64").where(by_seats, table["gross_local"])
    table = pd.DataFrame(
        {
            "remake_id": table["remake_id"],
            "country": table["country"].astype("object"),
            "year": table["list_year"].astype("Int64"),
            "listed": table["list"] == "yearly",
            "title": table["title_en"],
            "value": value.astype("float64"),
            "whole": ~table["figure_basis"].isin(["running", "partial", "lower_bound", "estimate"])
            & (table["gross_scope"] == "domestic"),
            "source_ids": table["source_ids"],
        }
    ).dropna(subset=["value"])
    own = table[table["remake_id"].notna()].drop_duplicates("remake_id")
    others = table[table["listed"]].rename(columns={"remake_id": "other_id"})
    pairs = own[["remake_id", "title", "country", "year"]].rename(columns={"title": "remake"})
    field = pairs.merge(others.drop(columns="listed"), on=["country", "year"])
    field = field[field["other_id"].isna() | (field["other_id"] != field["remake_id"])]
    field = field[field.groupby("remake_id")["title"].transform("size") >= at_least]
    field = field.drop(columns="other_id").assign(is_remake=False)
    self = own.assign(remake=own["title"], is_remake=True)
    self = self[self["remake_id"].isin(field["remake_id"])][field.columns]
    result = pd.concat([self, field], ignore_index=True)
    best = field.groupby("remake_id")["value"].max()
    result["level"] = result["value"] / result["remake_id"].map(best)
    order = self.set_index("remake_id")["value"] / best
    result = result.sort_values(
        ["remake_id", "value"],
        key=lambda key: key.map(order) if key.name == "remake_id" else key,
        ascending=False,
        kind="stable",
    ).reset_index(drop=True)
    return carry(result, result, sea_top_films.iloc[:0])


def local_standing(field: pd.DataFrame) -> pd.DataFrame:
    """Sum up each remake's place among the best local films of its year.

    Parameters
    ----------
    field : DataFrame
        From :func:`local_field`.

    Returns
    -------
    DataFrame
        remake_id, remake, country, year, level (value over the best other's), to_median (value
        over the median of the others), others (listed films of the year with a figure), above
        (how many of them have more), whole, source_ids.
    """
    own = field[field["is_remake"]].set_index("remake_id")
    others = field[~field["is_remake"]].copy()
    others["above"] = others["value"] > others["remake_id"].map(own["value"])
    sums = others.groupby("remake_id").agg(
        median=("value", "median"), others=("value", "size"), above=("above", "sum")
    )
    result = own[["remake", "country", "year", "level", "value", "whole", "source_ids"]].join(sums)
    result["to_median"] = result["value"] / result["median"]
    columns = ["remake", "country", "year", "level", "to_median", "others", "above", "whole"]
    result = result[[*columns, "source_ids"]].reset_index()
    return carry(result, field)


def delays(chronology: pd.DataFrame, by: str, at_least: int = 4) -> pd.DataFrame:
    """Give the median time from an original to its remake, by group.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`chronology`.
    by : {"country", "period"}
        Group by destination or by the five years of the remake's release.
    at_least : int
        Dated remakes from which a group stands by itself; smaller ones are left out.

    Returns
    -------
    DataFrame
        group (name), value (median years), low and high (95 per cent bootstrap interval of the
        median), n; by country sorted by the median, by period in order of time.
    """
    dated = chronology[chronology["delay"].notna()]
    rows = []
    for group, part in dated.groupby(by):
        if len(part) >= at_least:
            found = inference.bootstrap(part["delay"], np.median)
            name = places.name(group) if by == "country" else group
            rows.append((name, found.value, found.low, found.high, found.n))
    result = pd.DataFrame(rows, columns=["group", "value", "low", "high", "n"])
    order = ["value", "group"] if by == "country" else ["group"]
    return carry(result.sort_values(order).reset_index(drop=True), dated)


def completion(chronology: pd.DataFrame, at_least: int = 4) -> pd.DataFrame:
    """Give the share of each destination's documented remakes that were released.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`chronology`.
    at_least : int
        Documented remakes from which a country stands by itself; the others are added up.

    Returns
    -------
    DataFrame
        name, countries (codes of the group), value (share released), low and high (Wilson's
        interval), released, n; lowest share last, the added-up countries after it.
    """
    many = chronology["country"].map(chronology["country"].value_counts()) >= at_least
    name = chronology["country"].map(places.name).where(many, REST)
    rows = []
    for group, part in chronology.groupby(name):
        found = inference.share(int((~part["waiting"]).sum()), len(part))
        codes = ";".join(sorted(part["country"].unique()))
        done = int((~part["waiting"]).sum())
        rows.append((group, codes, found.value, found.low, found.high, done, found.n))
    columns = ["name", "countries", "value", "low", "high", "released", "n"]
    result = pd.DataFrame(rows, columns=columns)
    result = result.assign(last=result["name"] == REST)
    result = result.sort_values(["last", "value", "n"], ascending=[True, False, False])
    return carry(result.drop(columns="last").reset_index(drop=True), chronology)


def open_plans(chronology: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """List the plans without a known release, with the years since their announcement.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`chronology`.
    as_of : int
        The year to count to.

    Returns
    -------
    DataFrame
        remake_id, title, original, country, status, announced_year, age (years), korean,
        source_ids; oldest first. Plans without a dated announcement are left out.
    """
    rows = chronology[chronology["waiting"] & chronology["announced_year"].notna()]
    columns = ["remake_id", "title", "original", "country", "status", "announced_year"]
    result = rows[[*columns, "korean", "source_ids"]].assign(age=as_of - rows["announced_year"])
    result = result.sort_values(["announced_year", "remake_id"]).reset_index(drop=True)
    return carry(result, rows)


def partners(chronology: pd.DataFrame, at_least: int = 5) -> pd.DataFrame:
    """Give the share of released remakes with a documented Korean company, by five years.

    The share is a lower bound: a remake of which no source says so counts as without.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`chronology`.
    at_least : int
        Dated releases from which a period counts.

    Returns
    -------
    DataFrame
        period, value (share), low and high (Wilson's interval), korean, n; undated releases
        are left out.
    """
    rows = chronology[~chronology["waiting"] & chronology["period"].notna()]
    found = {
        period: (int(part["korean"].sum()), inference.share(int(part["korean"].sum()), len(part)))
        for period, part in rows.groupby("period")
        if len(part) >= at_least
    }
    result = pd.DataFrame(
        [
            (period, share.value, share.low, share.high, count, share.n)
            for period, (count, share) in found.items()
        ],
        columns=["period", "value", "low", "high", "korean", "n"],
    )
    return carry(result, rows)


def worldwide(remakes: pd.DataFrame, coproductions: pd.DataFrame, country: str) -> pd.DataFrame:
    """List the worldwide grosses of a country's remakes, with the budget where a table has it.

    Parameters
    ----------
    remakes : DataFrame
        Table ``remakes``.
    coproductions : DataFrame
        Table ``coproductions``, for budgets; matched where its film_id is the remake_id.
    country : str
        Lead country.

    Returns
    -------
    DataFrame
        remake_id, title, year, gross_usd (worldwide, dollars of the time), gross_basis,
        budget_usd, source_ids; largest gross first.
    """
    rows = remakes[(remakes["country"] == country) & (remakes["gross_territory"] == "worldwide")]
    rows = rows[rows["gross_usd"].notna()]
    known = coproductions.set_index("film_id")
    budget = known["budget_usd"].astype("float64")
    result = pd.DataFrame(
        {
            "remake_id": rows["remake_id"],
            "title": rows["remake_title"],
            "year": _year(rows["release_date"]),
            "gross_usd": rows["gross_usd"].astype("float64"),
            "gross_basis": rows["gross_basis"].astype("object"),
            "budget_usd": rows["remake_id"].map(budget),
            "source_ids": _cite(rows["source_ids"], rows["remake_id"].map(known["source_ids"])),
        }
    ).sort_values("gross_usd", ascending=False)
    result = result.reset_index(drop=True)
    used = coproductions[coproductions["film_id"].isin(result["remake_id"])]
    return carry(result, result, used)


def account(
    remake_id: str,
    remakes: pd.DataFrame,
    films: pd.DataFrame,
    programmes: pd.DataFrame,
    *,
    director: str,
    original_year: int,
    country: str,
    company: str,
    begun: int,
    years: int,
) -> pd.DataFrame:
    """Check a printed account of one remake, statement by statement.

    Parameters
    ----------
    remake_id : str
        The remake.
    remakes, films, programmes : DataFrame
        Tables ``remakes``, ``films`` and ``localisation_programmes``; the earliest programme
        that names the remake dates its start.
    director : str
        Director of the original, as printed.
    original_year : int
        Year of the original, as printed.
    country : str
        Lead country of the remake, as printed.
    company : str
        Korean company that began it, as printed.
    begun : int
        Year of the start, as printed.
    years : int
        Years of development, as printed.

    Returns
    -------
    DataFrame
        statement, printed, found (missing if the tables do not say), verdict ("confirmed",
        "contradicted", "sources differ" where the year of the start is unsettled, or "no
        source"), words (the printed statement as a clause), remake and original (title, year),
        note (of the programme, where sources differ), source_ids.
    """
    row = remakes.set_index("remake_id").loc[remake_id]
    film = films.set_index("film_id").loc[row["original_film_id"]]
    named = programmes["remake_ids"].fillna("").str.split(";")
    starts = programmes[[remake_id in ids for ids in named]]
    start = starts.loc[starts["year"].idxmin()] if len(starts) else None
    first = int(start["year"]) if start is not None else None
    released = _text(row["release_date"])
    done = int(released[:4]) if released else None
    began_by = _text(start["companies"]) if start is not None else None
    lasted = done - first if done and first else None
    sources = row["source_ids"]
    dated = start["source_ids"] if start is not None else sources
    statements = [
        ("director of the original", director, _text(film["directors"]), film["source_ids"]),
        ("year of the original", original_year, int(film["year"]), film["source_ids"]),
        ("lead country of the remake", country, row["country"], sources),
        ("remake released", "yes", "yes" if row["status"] == "released" else "no", sources),
        ("Korean company that began it", company, began_by, dated),
        ("year of the start", begun, first, dated),
        ("years from start to release", years, lasted, dated),
    ]
    result = pd.DataFrame(statements, columns=["statement", "printed", "found", "source_ids"])
    same = [
        str(a) in str(b).split(";") for a, b in zip(result["printed"], result["found"], strict=True)
    ]
    result["verdict"] = np.where(same, "confirmed", "contradicted")
    result["verdict"] = result["verdict"].where(result["found"].notna(), "no source")
    unsettled = start is not None and _text(start["year_basis"]) == "unsettled"
    open_ones = result["statement"].str.contains("start") & unsettled
    result["verdict"] = result["verdict"].mask(open_ones, "sources differ")
    result["note"] = [_text(start["note"]) if differs else None for differs in open_ones]
    lead = places.name(country)
    result["words"] = [
        f"{director} directed the original",
        f"the original is of {original_year}",
        f"the lead country of the remake is {'the ' * lead.isupper()}{lead}",
        "the remake was released",
        f"{company} began it",
        f"it was begun in {begun}",
        f"it took {years} years from start to release",
    ]
    result["remake"] = f"{row['remake_title']} ({done})" if done else row["remake_title"]
    result["original"] = f"{film['title_en']} ({int(film['year'])})"
    for column in ("printed", "found"):
        result[column] = [None if pd.isna(value) else str(value) for value in result[column]]
    return carry(result, result, remakes.iloc[:0], films.iloc[:0], programmes.iloc[:0])


def ways(
    chronology: pd.DataFrame,
    coproductions: pd.DataFrame,
    last: int,
    hollywood: str = "US",
    growing: Sequence[str] = ("VN",),
    span: int = 10,
) -> pd.DataFrame:
    """Count the two ways abroad in two spans of equal length.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`chronology`.
    coproductions : DataFrame
        Table ``coproductions``; what is only planned is left out.
    last : int
        Last year of the later span.
    hollywood : str
        Lead country of the remakes counted as the first way.
    growing : sequence of str
        Lead countries of the co-productions counted as the second way.
    span : int
        Years a span.

    Returns
    -------
    DataFrame
        way ("remakes", "remakes with a Korean company" or "co-productions"), countries,
        earlier and later (released films), from and to (years of the later span).
    """
    own = chronology[(chronology["country"] == hollywood) & chronology["release_year"].notna()]
    joint = coproductions[
        coproductions["lead_country"].isin(list(growing))
        & ~coproductions["date_basis"].isin(["planned", "announced"])
    ]
    rows = []
    for way, codes, years in (
        ("remakes", (hollywood,), own["release_year"]),
        ("remakes with a Korean company", (hollywood,), own.loc[own["korean"], "release_year"]),
        ("co-productions", tuple(growing), joint["year"]),
    ):
        rows.append(
            {
                "way": way,
                "countries": ";".join(codes),
                "earlier": int(years.between(last - 2 * span + 1, last - span).sum()),
                "later": int(years.between(last - span + 1, last).sum()),
                "from": last - span + 1,
                "to": last,
            }
        )
    return carry(pd.DataFrame(rows), own, joint)


def growth(
    sea_markets: pd.DataFrame, world_markets: pd.DataFrame, base: int = 2019
) -> pd.DataFrame:
    """Give each market's newest size against a base year.

    Gross in local currency, current prices, where both years have it; else admissions.

    Parameters
    ----------
    sea_markets, world_markets : DataFrame
        Tables of those names; of the first, whole years only.
    base : int
        Base year.

    Returns
    -------
    DataFrame
        territory, year (newest), measure ("gross" or "admissions"), level (newest over base
        year), gross_usd (newest printed in dollars, of any year), usd_year, source_ids.
        Territories without a base or a newer year are left out.
    """
    whole = sea_markets[sea_markets["coverage"] == "year"].rename(columns={"country": "territory"})
    keep = ["territory", "year", "admissions", "gross_local", "gross_usd", "source_ids"]
    table = pd.concat(
        [part[keep].astype({"territory": "object"}) for part in (whole, world_markets)]
    )
    rows = []
    for territory, part in table.groupby("territory"):
        dollars = part.dropna(subset=["gross_usd"]).sort_values("year").tail(1)
        for measure, column in (("gross", "gross_local"), ("admissions", "admissions")):
            known = part.dropna(subset=[column]).set_index("year").sort_index()
            if base in known.index and known.index.max() > base:
                newest = known.iloc[-1]
                rows.append(
                    {
                        "territory": territory,
                        "year": int(known.index.max()),
                        "measure": measure,
                        "level": float(newest[column]) / float(known.loc[base, column]),
                        "gross_usd": float(dollars["gross_usd"].iloc[0])
                        if len(dollars)
                        else np.nan,
                        "usd_year": int(dollars["year"].iloc[0]) if len(dollars) else None,
                        "source_ids": f"{newest['source_ids']};{known.loc[base, 'source_ids']}",
                    }
                )
                break
    columns = ["territory", "year", "measure", "level", "gross_usd", "usd_year", "source_ids"]
    return carry(pd.DataFrame(rows, columns=columns), sea_markets, world_markets)


def company_rows(remakes: pd.DataFrame, company: str) -> pd.Series:
    """Say which remakes name a company among the Korean ones taking part.

    Parameters
    ----------
    remakes : DataFrame
        Table ``remakes``.
    company : str
        Start of the company's name: ``CJ`` matches CJ E&M, CJ ENM and CJ HK Entertainment.

    Returns
    -------
    Series of bool
        By row of ``remakes``.
    """
    named = explode_list(remakes, "korean_companies")["korean_companies"].fillna("")
    return named.str.startswith(company).groupby(level=0).any().reindex(remakes.index)


def results_of_chains(
    remakes: pd.DataFrame,
    originals: Sequence[str],
    company: str,
    per_head: pd.DataFrame,
    standing: pd.DataFrame,
    dollars: pd.DataFrame,
    decade: tuple[int, int] = (2010, 2019),
) -> pd.DataFrame:
    """Collect every result the tables carry of the released remakes of some originals.

    Parameters
    ----------
    remakes : DataFrame
        Table ``remakes``.
    originals : sequence of str
        Film ids of the originals.
    company : str
        Only remakes with a Korean company whose name starts so.
    per_head : DataFrame
        From :func:`per_head`.
    standing : DataFrame
        From :func:`local_standing`.
    dollars : DataFrame
        From :func:`home_gross`; figures of whole runs are taken.
    decade : tuple of int
        First and last year of release that count.

    Returns
    -------
    DataFrame
        remake_id, title, original_film_id, country, year, rank (printed, among local films of
        the year or of all years), level (over the best other local film of the year), others
        (listed films of the year beside it), ratio (admissions per head over the original's),
        money (gross of the whole home run over the original's in Korea, in dollars, each at the
        rate of its year), gross_local and currency (of that gross), source_ids.
    """
    year = _year(remakes["release_date"])
    rows = remakes[
        remakes["original_film_id"].isin(list(originals))
        & (remakes["status"] == "released")
        & company_rows(remakes, company)
        & year.between(*decade).fillna(value=False)
    ]
    ranked = rows["local_rank_scope"].isin(["all_time_local", "year_local", "year_all"])
    money = dollars[dollars["whole"]].set_index("remake_id")["ratio"]
    home = rows["remake_id"].isin(money.index)
    result = pd.DataFrame(
        {
            "remake_id": rows["remake_id"],
            "title": rows["remake_title"],
            "original_film_id": rows["original_film_id"],
            "original": rows["original_title_en"],
            "country": rows["country"].astype("object"),
            "year": year[rows.index],
            "rank": rows["local_rank"].where(ranked).astype("float64"),
            "level": rows["remake_id"].map(standing.set_index("remake_id")["level"]),
            "others": rows["remake_id"].map(standing.set_index("remake_id")["others"]),
            "ratio": rows["remake_id"].map(per_head.set_index("remake_id")["ratio"]),
            "money": rows["remake_id"].map(money),
            "gross_local": rows["gross_local"].where(home).astype("float64"),
            "currency": rows["currency"].astype("object").where(home),
            "source_ids": rows["source_ids"],
        }
    ).astype(dict.fromkeys(["level", "others", "ratio", "money"], "float64"))
    result = result.sort_values(["original_film_id", "year", "remake_id"]).reset_index(drop=True)
    return carry(result, rows)


def successes(
    results: pd.DataFrame, near: float = 0.5, best: int = 10, beside: int = 3, gross: float = 1.0
) -> pd.DataFrame:
    """Judge remakes by the results that are known of them.

    A remake is a success if one of its results says so: a printed rank among the ``best`` local
    films of its year or of all years, a figure of at least ``near`` times that of the best other
    local film of the year, at least as many admissions per head as the original had, or at least
    ``gross`` times the original's home gross in dollars. A list with fewer than ``beside`` other
    films is no comparison and leaves the result unknown. So does a smaller gross: it may come
    from a smaller market or lower prices, and shows no failure.

    Parameters
    ----------
    results : DataFrame
        From :func:`results_of_chains`.
    near : float
        Share of the year's best other local film.
    best : int
        Places that count.
    beside : int
        Other listed films of the year from which a remake is compared with them.
    gross : float
        Share of the original's gross.

    Returns
    -------
    DataFrame
        The columns of ``results``, level (missing where too few films stand beside), known (a
        result that can be judged is known) and success (missing if none is known).
    """
    result = results.assign(level=results["level"].where(results["others"] >= beside))
    earned = result["money"] >= gross
    result["known"] = result[["rank", "level", "ratio"]].notna().any(axis=1) | earned
    won = (result["rank"] <= best) | (result["level"] >= near) | (result["ratio"] >= 1) | earned
    result["success"] = won.astype("boolean").where(result["known"])
    return carry(result, results)


def _beside_originals(remakes: pd.DataFrame, films: pd.DataFrame) -> pd.DataFrame:
    """Remakes with their originals' figures, numbers as float64, sources of both joined."""
    original = films.set_index("film_id").reindex(remakes["original_film_id"])
    original.index = remakes.index
    return remakes.assign(
        title=remakes["remake_title"],
        country=remakes["country"].astype("object"),
        year=_year(remakes["release_date"]),
        original=original["title_en"],
        original_year=original["year"].astype("Int64"),
        admissions=remakes["admissions"].astype("float64"),
        gross_local=remakes["gross_local"].astype("float64"),
        admissions_basis=remakes["admissions_basis"].astype("object"),
        gross_basis=remakes["gross_basis"].astype("object"),
        original_admissions=original["admissions"].astype("float64"),
        original_gross=original["gross_krw"].astype("float64"),
        source_ids=remakes["source_ids"] + ";" + original["source_ids"],
    )


def _cite(*columns: pd.Series) -> pd.Series:
    """Join the source ids of several columns, each named once."""
    parts = zip(*(column.fillna("") for column in columns), strict=True)
    joined = [";".join(sorted(set(";".join(row).split(";")) - {""})) for row in parts]
    return pd.Series(joined, index=columns[0].index, dtype="object")


def _at(series: pd.Series | None, year: int | None) -> float:
    """A year's value, or that of the last year before it."""
    if series is None or pd.isna(year):
        return np.nan
    earlier = series[series.index <= year]
    return float(earlier.sort_index().iloc[-1]) if len(earlier) else np.nan


def _year(dates: pd.Series) -> pd.Series:
    return pd.to_numeric(dates.str[:4]).astype("Int64")


def _text(value: object) -> str | None:
    return None if pd.isna(value) else str(value)
