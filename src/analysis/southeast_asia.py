"""Southeast Asia: local hits with a Korean link, Korean films' own results, markets, events.

A film is linked if it remakes a Korean work, is produced jointly with a Korean
company, or has Korean money behind an original story. ``unknown`` means that no
source names the producers; it is never read as no link without saying so.

Frames in, frames out. Shares and levels are fractions (0.53).
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from analysis import inference
from analysis.datasets import carry
from analysis.periods import five_years
from analysis.places import SOUTHEAST_ASIA

LINKS = ("remake", "coproduction", "korean_backed")
BY_ADMISSIONS = ("ID",)  # countries whose lists count tickets and not money
UNFINISHED = ("running", "partial", "lower_bound", "estimate")  # of figure_basis
ALL_TIME = "all time"
FILM_EVENTS = ("remake", "coproduction")  # kinds of influence_events that are films
CARRIERS = ("oldboy-2003", "train-to-busan-2016", "parasite-2019")  # named in claim sea-01
PAIRS = (("horror", "comedy"), ("thriller", "drama"))
TOTALS = ("INTL", "WW")  # territories of films_abroad that are sums over many


def _link(korean_link: pd.Series) -> pd.Series:
    """Fold the kinds of link into linked, none and unknown."""
    kind = korean_link.astype("object")
    return kind.where(~kind.isin(LINKS), "linked")


def _rate(currency: pd.Series, year: pd.Series, rates: pd.DataFrame) -> pd.Series:
    """Look up units of a currency per US dollar; not a number where the table has none."""
    table = rates.set_index(["currency", "year"])["per_usd"].astype("float64")
    table.index = table.index.set_levels(table.index.levels[0].astype("object"), level=0)
    keys = pd.MultiIndex.from_arrays(
        [currency.astype("object"), pd.to_numeric(year).astype("float64")]
    )
    return pd.Series(table.reindex(keys).to_numpy(), index=currency.index)


def _year(date: pd.Series) -> pd.Series:
    return pd.to_numeric(date.astype("string").str[:4]).astype("float64")


def _figures(top: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Give each film the figure that orders its list, and say where dollars were converted."""
    year = _year(top["release_date"]).fillna(top["list_year"].astype("float64"))
    unit = top.groupby("country", observed=True)["currency"].transform("first")
    local = top["gross_local"].astype("float64")
    converted = top["gross_usd"].astype("float64") * _rate(unit, year, rates)
    tickets = top["country"].astype("object").isin(BY_ADMISSIONS)
    figure = local.fillna(converted).where(~tickets, top["admissions"].astype("float64"))
    return pd.DataFrame(
        {
            "country": top["country"].astype("object"),
            "list": top["list"].astype("object"),
            "year": top["list_year"].astype("int64"),
            "title": top["title_en"].astype("object"),
            "released": year,
            "kind": top["korean_link"].astype("object"),
            "link": _link(top["korean_link"]),
            "figure": figure,
            "unit": unit.astype("object").where(~tickets, "admissions"),
            "converted": local.isna() & converted.notna() & ~tickets,
            "unfinished": top["figure_basis"].isin(UNFINISHED),
            "rank": top["rank"].astype("float64"),
            "remake_id": top["remake_id"].astype("object"),
            "film_id": top["film_id"].astype("object"),
            "source_ids": top["source_ids"].astype("object"),
        }
    )


def place(films: pd.DataFrame) -> pd.DataFrame:
    """Order the films of each list, and say how many of the others each one outsold.

    Films stand in the order of their figures; one without a figure stands at its
    printed rank, one with neither is left without a place. Equal places are
    averaged.

    Parameters
    ----------
    films : DataFrame
        list_id, figure, rank.

    Returns
    -------
    DataFrame
        As ``films``, with placed (films of the list that have a place), place (1 is
        first), standing (share of the list's other films that it outsold, 0 to 1; not
        a number where there is no other), level (figure over the list's largest) and
        log_level (natural logarithm of figure over the list's median).
    """
    lists = films["list_id"]
    by_figure = films.groupby(lists)["figure"].rank(ascending=False, method="average")
    order = by_figure.fillna(films["rank"])
    position = order.groupby(lists).rank(method="average")
    placed = position.groupby(lists).transform("count")
    figures = films.groupby(lists)["figure"]
    result = films.assign(
        placed=placed.astype("int64"),
        place=position,
        standing=((placed - position) / (placed - 1)).where(placed > 1),
        level=films["figure"] / figures.transform("max"),
        log_level=np.log(films["figure"] / figures.transform("median")),
    )
    return carry(result, films)


def local_lists(top: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Give the lists of local hits, with each film's place and Korean link.

    All-time lists of one country that stand at different years are joined; a film
    on several counts once, as on the newest. The figure that orders a list is
    admissions in Indonesia and gross in local currency elsewhere; a gross printed
    in dollars alone is converted at the year's mean rate.

    Parameters
    ----------
    top : DataFrame
        Table ``sea_top_films``.
    rates : DataFrame
        Table ``exchange_rates``.

    Returns
    -------
    DataFrame
        list_id, country, list ("all_time", "yearly"), year (of the list), title,
        released (year), kind (as the table's korean_link), link ("linked", "none",
        "unknown"), figure, unit (currency or "admissions"), converted, unfinished
        (bool: counted while running, partial, at least, or estimated), rank (printed),
        the columns of :func:`place`, remake_id, film_id, source_ids.
    """
    films = _figures(top, rates)
    films = films[films["list"].isin(["all_time", "yearly"])].sort_values(
        ["country", "list", "year"], kind="stable"
    )
    ever = films["list"] == "all_time"
    again = films.duplicated(["country", "list", "title"], keep="last")
    films = films[~(ever & again)]
    ever = films["list"] == "all_time"
    name = films["year"].astype(str).where(~ever, ALL_TIME)
    result = place(films.assign(list_id=films["country"] + " " + name))
    result = result.sort_values(["country", "list", "list_id", "place"], kind="stable")
    return carry(result.reset_index(drop=True), top)


def linked_films(top: pd.DataFrame, rates: pd.DataFrame, at_least: int = 5) -> pd.DataFrame:
    """List the linked films of ``sea_top_films``, hits and others, against their year's top.

    Parameters
    ----------
    top : DataFrame
        Table ``sea_top_films``; its comparator rows are linked films outside the lists.
    rates : DataFrame
        Table ``exchange_rates``.
    at_least : int
        Films that a year's list must hold for being outside it to say something.

    Returns
    -------
    DataFrame
        country, year, title, kind, figure, unit, unfinished, best and least (largest and
        smallest figure on the country's list of that year, not a number where there is no
        list), level (figure over best), listed (films on that list), on_list (bool), tested
        (bool: the list is long enough), remake_id, film_id, source_ids; by level.
    """
    films = _figures(top, rates)
    yearly = films[films["list"] == "yearly"].groupby(["country", "year"])
    found = films[(films["link"] == "linked") & films["list"].isin(["yearly", "comparator"])]
    keys = ["country", "year"]
    ends = yearly["figure"].agg(best="max", least="min", listed="size")
    result = found.join(ends, on=keys)
    result["listed"] = result["listed"].fillna(0).astype("int64")
    result["level"] = result["figure"] / result["best"]
    result["on_list"] = result["list"] == "yearly"
    result["tested"] = result["listed"] >= at_least
    columns = [
        *keys,
        "title",
        "kind",
        "figure",
        "unit",
        "unfinished",
        "best",
        "least",
        "level",
        "listed",
        "on_list",
        "tested",
        "remake_id",
        "film_id",
        "source_ids",
    ]
    result = result[columns].sort_values(["level", "title"], ascending=[False, True])
    return carry(result.reset_index(drop=True), top)


def yearly_shares(lists: pd.DataFrame) -> pd.DataFrame:
    """Count the linked films on each country's list of each year.

    Parameters
    ----------
    lists : DataFrame
        From :func:`local_lists`.

    Returns
    -------
    DataFrame
        country, year, films (on the list), linked, unknown, share (linked over films).
    """
    yearly = lists[lists["list"] == "yearly"]
    result = (
        yearly.assign(
            linked=yearly["link"] == "linked", unknown=yearly["link"] == "unknown", films=1
        )
        .groupby(["country", "year"], as_index=False)[["films", "linked", "unknown"]]
        .sum()
    )
    result["share"] = result["linked"] / result["films"]
    return carry(result, yearly)


def pooled_shares(shares: pd.DataFrame, by: str = "country") -> pd.DataFrame:
    """Pool the shares of linked films over countries or five-year periods.

    Parameters
    ----------
    shares : DataFrame
        From :func:`yearly_shares`.
    by : {"country", "period"}
        What the places are pooled by.

    Returns
    -------
    DataFrame
        country or period, films (places on yearly lists), linked, unknown, share, low
        and high (Wilson's 95 per cent interval), at_most (share if every film of unknown
        link were linked).
    """
    frame = shares.assign(period=five_years(shares["year"]))
    result = frame.groupby(by, as_index=False)[["films", "linked", "unknown"]].sum()
    found = [inference.share(row.linked, row.films) for row in result.itertuples()]
    result["share"] = [one.value for one in found]
    result["low"] = [one.low for one in found]
    result["high"] = [one.high for one in found]
    result["at_most"] = (result["linked"] + result["unknown"]) / result["films"]
    return carry(result, shares)


def standing_readings(lists: pd.DataFrame, linked: pd.DataFrame, at_least: int = 5) -> pd.DataFrame:
    """Compare linked with other films on the same list, under several readings of what is open.

    Marks are exchanged only within a list of one country and year
    (:func:`analysis.inference.difference_within`). Two measures: standing (share of
    the list's other films outsold) and the logarithm of the figure over the list's
    median, whose difference is given back as a ratio.

    Parameters
    ----------
    lists : DataFrame
        From :func:`local_lists`.
    linked : DataFrame
        From :func:`linked_films`; its films outside a list that is long enough are put
        below that list in one reading.
    at_least : int
        Films that a list must hold in the reading that leaves short ones out.

    Returns
    -------
    DataFrame
        reading, group ("main", "sensitivity", "country"), measure ("standing": difference
        of shares; "figure": ratio of geometric means), value, low, high (95 per cent
        interval), p (two-sided, permutation), n (films on lists that hold both kinds),
        linked (of them), lists.

    Notes
    -----
    A list holds successes only. A film that failed is not on it, whatever its link, so
    that no reading compares linked films with all films.
    """
    yearly = lists[lists["list"] == "yearly"]
    outside = linked[~linked["on_list"] & linked["tested"]]
    outside = outside.assign(
        list_id=outside["country"] + " " + outside["year"].astype(str), link="linked", rank=np.inf
    )
    readings = [
        ("unknown taken as not linked", "main", yearly, ("linked",)),
        ("unknown left out", "sensitivity", yearly[yearly["link"] != "unknown"], ("linked",)),
        ("unknown taken as linked", "sensitivity", yearly, ("linked", "unknown")),
        (
            f"lists of at least {at_least} films",
            "sensitivity",
            yearly[yearly["placed"] >= at_least],
            ("linked",),
        ),
        ("all-time lists", "sensitivity", lists[lists["list"] == "all_time"], ("linked",)),
        (
            "with linked films outside the lists",
            "sensitivity",
            pd.concat([yearly, outside]),
            ("linked",),
        ),
    ]
    countries = yearly.loc[yearly["link"] == "linked", "country"].value_counts().index
    readings += [
        (country, "country", yearly[yearly["country"] == country], ("linked",))
        for country in countries
    ]
    rows = []
    for name, group, films, marked in readings:
        placed = place(films.reset_index(drop=True))
        for measure, column in (("standing", "standing"), ("figure", "log_level")):
            used = placed.dropna(subset=[column])
            mark = used["link"].isin(marked)
            found = inference.difference_within(used[column], mark, used["list_id"])
            kinds = mark.groupby(used["list_id"]).transform("nunique") == 2
            value, low, high = found.value, found.low, found.high
            if measure == "figure":
                value, low, high = np.exp([value, low, high])
            rows.append(
                {
                    "reading": name,
                    "group": group,
                    "measure": measure,
                    "value": value,
                    "low": low,
                    "high": high,
                    "p": found.p,
                    "n": found.n,
                    "linked": int(mark[kinds].sum()),
                    "lists": int(used.loc[kinds, "list_id"].nunique()),
                }
            )
    return carry(pd.DataFrame(rows), lists, linked)


def registry(
    linked: pd.DataFrame,
    remakes: pd.DataFrame,
    coproductions: pd.DataFrame,
    countries: pd.DataFrame,
) -> pd.DataFrame:
    """Gather all linked films of the region in three tables, with what is known of each.

    Parameters
    ----------
    linked : DataFrame
        From :func:`linked_films`.
    remakes : DataFrame
        Table ``remakes``; released films are taken.
    coproductions : DataFrame
        Table ``coproductions``; announced ones are left out.
    countries : DataFrame
        Table ``coproduction_countries``.

    Returns
    -------
    DataFrame
        country, title, year, outcome: "on a list", "outside its list" (and the list is
        long enough to say so), "not placed" (no figure, no list, or a list too short);
        source_ids.
    """
    first = linked.assign(
        outcome=np.select(
            [linked["on_list"], linked["tested"]], ["on a list", "outside its list"], "not placed"
        )
    )
    other = remakes[
        remakes["country"].isin(SOUTHEAST_ASIA)
        & (remakes["status"] == "released")
        & (remakes["format"] == "film")
        & ~remakes["remake_id"].isin(linked["remake_id"].dropna())
    ]
    second = pd.DataFrame(
        {
            "country": other["country"].astype("object"),
            "title": other["remake_title"].astype("object"),
            "year": _year(other["release_date"]),
            "outcome": "not placed",
            "source_ids": other["source_ids"].astype("object"),
        }
    )
    places = countries[countries["country"].isin(SOUTHEAST_ASIA)]
    made = coproductions[
        (coproductions["date_basis"].astype("object") != "announced")
        & ~coproductions["film_id"].isin(linked["film_id"].dropna())
    ]
    third = made.merge(places[["film_id", "country"]], on="film_id")
    third = pd.DataFrame(
        {
            "country": third["country"].astype("object"),
            "title": third["title_en"].astype("object"),
            "year": third["year"].astype("float64"),
            "outcome": "not placed",
            "source_ids": third["source_ids"].astype("object"),
        }
    )
    columns = ["country", "title", "year", "outcome", "source_ids"]
    result = pd.concat([first[columns], second, third], ignore_index=True)
    return carry(
        result.sort_values(["country", "year", "title"]).reset_index(drop=True), linked, other, made
    )


def against_original(
    remakes: pd.DataFrame, films: pd.DataFrame, markets: pd.DataFrame, korea: pd.DataFrame
) -> pd.DataFrame:
    """Hold remakes against their originals, both as a share of all tickets of their year.

    Parameters
    ----------
    remakes : DataFrame
        Table ``remakes``.
    films : DataFrame
        Table ``films``; gives the originals' admissions.
    markets : DataFrame
        Table ``sea_markets``; rows of whole years with admissions are used.
    korea : DataFrame
        From :func:`analysis.market.annual`.

    Returns
    -------
    DataFrame
        country, title, year, original_year, share and original_share (of all tickets sold
        in the country in the year), ratio (share over original_share), source_ids; only
        pairs for which all four figures are known.
    """
    rows = remakes[remakes["country"].isin(SOUTHEAST_ASIA) & remakes["admissions"].notna()]
    whole = markets[(markets["coverage"] == "year") & markets["admissions"].notna()]
    sold = whole.set_index(["country", "year"])["admissions"].astype("float64")
    sold.index = pd.MultiIndex.from_arrays(
        [whole["country"].astype("object"), whole["year"].astype("float64")]
    )
    original = films.set_index("film_id")
    home = korea.set_index("year")["admissions_total"]
    year = _year(rows["release_date"])
    keys = pd.MultiIndex.from_arrays([rows["country"].astype("object"), year])
    original_year = rows["original_film_id"].map(original["year"]).astype("float64")
    result = pd.DataFrame(
        {
            "country": rows["country"].astype("object"),
            "title": rows["remake_title"].astype("object"),
            "year": year,
            "original_year": original_year,
            "share": rows["admissions"].astype("float64") / sold.reindex(keys).to_numpy(),
            "original_share": rows["original_film_id"].map(original["admissions"]).astype("float64")
            / original_year.map(home),
            "source_ids": rows["source_ids"].astype("object"),
        }
    ).dropna(subset=["share", "original_share"])
    result["ratio"] = result["share"] / result["original_share"]
    return carry(result.sort_values("ratio", ascending=False).reset_index(drop=True), rows, whole)


def korean_films(abroad: pd.DataFrame, films: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """List the results of Korean films in Southeast Asian cinemas, in US dollars.

    A dollar figure that is of another day than the row is left for the local one,
    converted at the mean rate of the year of release. Co-productions are left out:
    they count as local films there.

    Parameters
    ----------
    abroad : DataFrame
        Table ``films_abroad``.
    films : DataFrame
        Table ``films``.
    rates : DataFrame
        Table ``exchange_rates``.

    Returns
    -------
    DataFrame
        film_id, title, territory, year (of the release there, else of the film), usd
        (current US dollars; not a number where none is known), admissions, converted (bool),
        complete (bool: final or total), record (bool: a source calls it a record), source_ids.
    """
    known = films.set_index("film_id")
    rows = abroad[
        abroad["territory"].isin(SOUTHEAST_ASIA)
        & (abroad["film_id"].map(known["origin"]).astype("object") == "korean")
    ]
    made = rows["film_id"].map(known["year"]).astype("float64")
    year = _year(rows["release_date"]).fillna(made)
    local = rows["gross_local"].astype("float64") / _rate(rows["currency"], year, rates)
    printed = rows["gross_usd"].astype("float64")
    other_day = rows["of_another_day"].astype("string").str.contains("gross_usd").fillna(False)
    usd = printed.where(~other_day.astype(bool) | local.isna(), local).fillna(local)
    result = pd.DataFrame(
        {
            "film_id": rows["film_id"].astype("object"),
            "title": rows["film_id"].map(known["title_en"]).astype("object"),
            "territory": rows["territory"].astype("object"),
            "year": year.astype("int64"),
            "usd": usd,
            "admissions": rows["admissions"].astype("float64"),
            "converted": usd.notna() & (usd != printed),
            "complete": rows["figure_basis"].isin(["final", "total"]),
            "record": rows["record_note"].astype("string").str.contains("record").fillna(False),
            "source_ids": rows["source_ids"].astype("object"),
        }
    )
    result["record"] = result["record"].astype(bool)
    return carry(result.sort_values(["year", "film_id", "territory"]).reset_index(drop=True), rows)


def named_films(
    abroad: pd.DataFrame, films: pd.DataFrame, named: Sequence[str] = CARRIERS
) -> pd.DataFrame:
    """Say where abroad each of some Korean films has a gross or admissions.

    Parameters
    ----------
    abroad : DataFrame
        Table ``films_abroad``; sums over many countries are left out.
    films : DataFrame
        Table ``films``.
    named : sequence of str
        Film ids; each gets a row, with or without a figure.

    Returns
    -------
    DataFrame
        film_id, title, year, region (codes of Southeast Asian markets with a figure, joined
        by a semicolon), elsewhere (those of other territories), records (Southeast Asian
        markets where a source calls it a record), figures (territories with one), source_ids.
    """
    figure = abroad[["gross_usd", "gross_local", "admissions"]].notna().any(axis=1)
    rows = abroad[figure & abroad["film_id"].isin(named) & ~abroad["territory"].isin(TOTALS)]
    rows = rows.assign(code=rows["territory"].astype("object"))
    there = rows["code"].isin(SOUTHEAST_ASIA)
    best = rows["record_note"].astype("object").fillna("").str.contains("record")
    known = films.drop_duplicates("film_id").set_index("film_id")
    result = pd.DataFrame({"film_id": list(named)})
    result["title"] = result["film_id"].map(known["title_en"]).astype("object")
    result["year"] = result["film_id"].map(known["year"]).astype("float64")
    for column, part in (("region", there), ("elsewhere", ~there), ("records", there & best)):
        codes = rows[part].groupby("film_id")["code"].agg(lambda own: ";".join(sorted(set(own))))
        result[column] = result["film_id"].map(codes).astype("object").fillna("")
    count = rows.groupby("film_id")["code"].nunique()
    result["figures"] = result["film_id"].map(count).fillna(0).astype("int64")
    cited = rows.groupby("film_id")["source_ids"].agg(";".join)
    result["source_ids"] = result["film_id"].map(cited).astype("object").fillna("")
    return carry(result, rows)


def export_series(exports: pd.DataFrame) -> pd.DataFrame:
    """Part the exports of Korean films into series that count one thing each.

    Parameters
    ----------
    exports : DataFrame
        Table ``exports``.

    Returns
    -------
    DataFrame
        year, series ("completed films"; "films and services": a sum of both; "one sum":
        published as one since the definition was merged), usd (current dollars),
        exact (bool), source_ids; a year without a dollar figure has no row.
    """
    merged = exports["definition"] == "merged"
    frames = [
        exports[~merged].assign(series="completed films", usd=exports["completed_usd"]),
        exports[exports["definition"] == "completed_and_services"].assign(
            series="films and services", usd=exports["total_usd"]
        ),
        exports[merged].assign(series="one sum", usd=exports["total_usd"]),
    ]
    result = pd.concat(frames).dropna(subset=["usd"])
    result = result.assign(
        usd=result["usd"].astype("float64"),
        year=result["year"].astype("int64"),
        exact=(result["precision"] == "exact").fillna(False).astype(bool),
    )[["year", "series", "usd", "exact", "source_ids"]]
    return carry(result.reset_index(drop=True), exports)


def markets_in_usd(markets: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Give the yearly gross of each market in current US dollars.

    Parameters
    ----------
    markets : DataFrame
        Table ``sea_markets``; rows that cover part of a year are left out.
    rates : DataFrame
        Table ``exchange_rates``.

    Returns
    -------
    DataFrame
        country, year, usd, converted (bool: from local currency at the year's mean rate),
        rounded (bool: printed as rounded, estimate or bound), source_ids.
    """
    rows = markets[markets["coverage"] == "year"]
    local = rows["gross_local"].astype("float64") / _rate(rows["currency"], rows["year"], rates)
    printed = rows["gross_usd"].astype("float64")
    result = pd.DataFrame(
        {
            "country": rows["country"].astype("object"),
            "year": rows["year"].astype("int64"),
            "usd": printed.fillna(local),
            "converted": printed.isna(),
            "rounded": (rows["precision"] != "stated").fillna(True).astype(bool),
            "source_ids": rows["source_ids"].astype("object"),
        }
    ).dropna(subset=["usd"])
    result = result.sort_values(["country", "year"]).reset_index(drop=True)
    return carry(result, rows)


def growth(markets: pd.DataFrame) -> pd.DataFrame:
    """Say how far each market's newest year lies from its first.

    Parameters
    ----------
    markets : DataFrame
        From :func:`markets_in_usd`.

    Returns
    -------
    DataFrame
        country, first, last (years), times (last over first), yearly (constant rate of
        growth a year that leads from one to the other, a fraction), years (with a figure).
    """
    ordered = markets.sort_values("year").groupby("country")
    result = ordered.agg(
        first=("year", "first"),
        last=("year", "last"),
        start=("usd", "first"),
        end=("usd", "last"),
        years=("usd", "size"),
    ).reset_index()
    result = result[result["years"] > 1].reset_index(drop=True)
    result["times"] = result["end"] / result["start"]
    result["yearly"] = result["times"] ** (1 / (result["last"] - result["first"])) - 1
    return carry(result.drop(columns=["start", "end"]), markets)


def labelled_films(
    top: pd.DataFrame, genres: pd.DataFrame, films: pd.DataFrame, split: int = 2020
) -> pd.DataFrame:
    """List local hits and Korean films with the genres that a text names.

    Local hits carry the labels that a source names; beside them stand Korean films
    with the labels of the scheme ``press``, the one that is made the same way.

    Parameters
    ----------
    top : DataFrame
        Table ``sea_top_films``; comparators are left out, a film counts once.
    genres : DataFrame
        Table ``film_genres``.
    films : DataFrame
        Table ``films``.
    split : int
        First year of the later period.

    Returns
    -------
    DataFrame
        country (KR for Korean films), title, year, period ("before 2020", "from 2020"),
        genres (joined by a semicolon; missing where no source names any), labels (count),
        source_ids.
    """
    hits = top[top["list"].isin(["all_time", "yearly"])].sort_values("list_year", kind="stable")
    # the row with genres is kept where a film stands on several lists
    hits = hits.sort_values("genres", key=lambda column: column.isna(), kind="stable")
    hits = hits.drop_duplicates(["country", "title_en"])
    local = pd.DataFrame(
        {
            "country": hits["country"].astype("object"),
            "title": hits["title_en"].astype("object"),
            "year": _year(hits["release_date"]).fillna(hits["list_year"].astype("float64")),
            "genres": hits["genres"].astype("object"),
            "source_ids": hits["source_ids"].astype("object"),
        }
    )
    known = films.set_index("film_id")
    named = genres[
        (genres["scheme"] == "press")
        & (genres["film_id"].map(known["origin"]).astype("object") == "korean")
    ]
    named = named.astype({"label": "object", "source_ids": "object"}).sort_values(
        ["film_id", "label"]
    )
    korea = named.groupby("film_id").agg(
        genres=("label", ";".join), source_ids=("source_ids", "first")
    )
    korea = korea.reset_index().assign(
        country="KR",
        title=lambda rows: rows["film_id"].map(known["title_en"]).astype("object"),
        year=lambda rows: rows["film_id"].map(known["year"]).astype("float64"),
    )
    result = pd.concat([local, korea[local.columns]], ignore_index=True)
    late = result["year"] >= split
    result["period"] = np.where(late, f"from {split}", f"before {split}")
    result["labels"] = result["genres"].str.split(";").str.len().astype("float64")
    columns = ["country", "title", "year", "period", "genres", "labels", "source_ids"]
    return carry(result[columns], hits, named)


def blending(labelled: pd.DataFrame) -> pd.DataFrame:
    """Measure how many films carry more than one genre label, by country and period.

    Parameters
    ----------
    labelled : DataFrame
        From :func:`labelled_films`.

    Returns
    -------
    DataFrame
        country, period, films, n (films with a label), mean (labels a film), share (films
        with two labels or more), low, high (Wilson's interval of the share), and
        one column for each pair of :data:`PAIRS` (films with both, as "horror+comedy").
    """
    parts = labelled["genres"].str.split(";")
    frame = labelled.assign(
        **{
            "+".join(pair): parts.map(
                lambda own, pair=pair: isinstance(own, list) and set(pair) <= set(own)
            )
            for pair in PAIRS
        },
        several=labelled["labels"] > 1,
    )
    pairs = ["+".join(pair) for pair in PAIRS]
    result = frame.groupby(["country", "period"], as_index=False).agg(
        films=("title", "size"),
        n=("labels", "count"),
        mean=("labels", "mean"),
        several=("several", "sum"),
        **{pair: (pair, "sum") for pair in pairs},
    )
    found = [inference.share(row.several, row.n) for row in result.itertuples()]
    result["share"] = [one.value for one in found]
    result["low"] = [one.low for one in found]
    result["high"] = [one.high for one in found]
    return carry(result, labelled)


def blending_change(labelled: pd.DataFrame) -> pd.DataFrame:
    """Compare the number of labels a film between the two periods, country by country.

    Parameters
    ----------
    labelled : DataFrame
        From :func:`labelled_films`.

    Returns
    -------
    DataFrame
        country, change (mean labels of the later period less those of the earlier),
        low, high, p (permutation), before and after (films with a label).
    """
    known = labelled.dropna(subset=["labels"])
    rows = []
    for country, films in known.groupby("country"):
        late = films["period"].str.startswith("from")
        found = inference.difference(films.loc[late, "labels"], films.loc[~late, "labels"])
        rows.append(
            {
                "country": country,
                "change": found.value,
                "low": found.low,
                "high": found.high,
                "p": found.p,
                "before": int((~late).sum()),
                "after": int(late.sum()),
            }
        )
    return carry(pd.DataFrame(rows), labelled)


def chosen_genres(
    genres: pd.DataFrame,
    films: pd.DataFrame,
    remakes: pd.DataFrame,
    abroad: pd.DataFrame,
    scheme: str = "tmdb",
) -> pd.DataFrame:
    """Compare the labels of Korean films that the region took up with those of all others.

    Taken up: remade in Southeast Asia, or with a result in its cinemas in
    ``films_abroad``.

    Parameters
    ----------
    genres : DataFrame
        Table ``film_genres``.
    films : DataFrame
        Table ``films``; features of Korean origin are compared.
    remakes : DataFrame
        Table ``remakes``; released ones are counted.
    abroad : DataFrame
        Table ``films_abroad``.
    scheme : str
        The one labelling scheme that is used.

    Returns
    -------
    DataFrame
        label, chosen and others (films with the label), n_chosen, n_others (films with any
        label), share (with share_low and share_high, Wilson's interval) and other_share,
        difference, low, high (95 per cent interval of the difference), p (permutation); by
        share.
    """
    korean = films.loc[films["origin"].astype("object") == "korean", "film_id"]
    labels = genres[(genres["scheme"] == scheme) & genres["film_id"].isin(korean)]
    there = abroad[abroad["territory"].isin(SOUTHEAST_ASIA)]
    made = remakes[remakes["country"].isin(SOUTHEAST_ASIA) & (remakes["status"] == "released")]
    taken = {*there["film_id"], *made["original_film_id"]}
    table = pd.crosstab(labels["film_id"], labels["label"].astype("object")) > 0
    chosen = table.index.isin(list(taken))
    rows = []
    for label in table:
        own, rest = table.loc[chosen, label], table.loc[~chosen, label]
        found = inference.difference(own.astype(float), rest.astype(float))
        part = inference.share(int(own.sum()), len(own))
        rows.append(
            {
                "label": label,
                "chosen": int(own.sum()),
                "n_chosen": len(own),
                "others": int(rest.sum()),
                "n_others": len(rest),
                "share": part.value,
                "share_low": part.low,
                "share_high": part.high,
                "other_share": rest.mean(),
                "difference": found.value,
                "low": found.low,
                "high": found.high,
                "p": found.p,
            }
        )
    result = pd.DataFrame(rows).sort_values(["share", "label"], ascending=[False, True])
    return carry(result.reset_index(drop=True), labels, there, made)


def dated_events(events: pd.DataFrame) -> pd.DataFrame:
    """Put the events on a time scale.

    Parameters
    ----------
    events : DataFrame
        Table ``influence_events``.

    Returns
    -------
    DataFrame
        country, kind, date, when (year with its fraction; a bare year stands at its
        middle, a bare month at its middle), year, what, words (what, who and note in one text),
        source_ids; in order of time.
    """
    date = events["date"].astype("string")
    year = _year(date)
    month = pd.to_numeric(date.str[5:7], errors="coerce").astype("float64")
    day = pd.to_numeric(date.str[8:10], errors="coerce").astype("float64")
    fraction = ((month - 1) + (day.fillna(15) - 1) / 31) / 12
    words = events[["what", "who", "note"]].astype("object").fillna("")
    result = pd.DataFrame(
        {
            "country": events["country"].astype("object"),
            "kind": events["kind"].astype("object"),
            "date": date.astype("object"),
            "when": year + fraction.fillna(0.5),
            "year": year.astype("int64"),
            "what": events["what"].astype("object"),
            "words": words["what"] + ". " + words["who"] + ". " + words["note"],
            "source_ids": events["source_ids"].astype("object"),
        }
    )
    return carry(result.sort_values("when", kind="stable").reset_index(drop=True), events)


def influence(
    lists: pd.DataFrame,
    remakes: pd.DataFrame,
    coproductions: pd.DataFrame,
    countries: pd.DataFrame,
    events: pd.DataFrame,
    korean: pd.DataFrame,
) -> pd.DataFrame:
    """Count the traces of Korean cinema in each Southeast Asian country, and rank by each.

    Parameters
    ----------
    lists : DataFrame
        From :func:`local_lists`.
    remakes : DataFrame
        Table ``remakes``.
    coproductions : DataFrame
        Table ``coproductions``.
    countries : DataFrame
        Table ``coproduction_countries``.
    events : DataFrame
        From :func:`dated_events`.
    korean : DataFrame
        From :func:`korean_films`.

    Returns
    -------
    DataFrame
        One row per country and measure: country, measure ("remakes": released;
        "coproductions": not merely announced; "hits": linked films on any list; "events": not
        a film; "screened": Korean films recorded in its cinemas), count, rank (1 is most,
        equal counts share the mean rank), and over all measures mean_rank, best and worst.
    """
    made = remakes[remakes["country"].isin(SOUTHEAST_ASIA) & (remakes["status"] == "released")]
    joint = coproductions[coproductions["date_basis"].astype("object") != "announced"]
    partners = countries[
        countries["country"].isin(SOUTHEAST_ASIA) & countries["film_id"].isin(joint["film_id"])
    ]
    hits = lists[lists["link"] == "linked"].drop_duplicates(["country", "title"])
    other = events[~events["kind"].isin(FILM_EVENTS) & events["country"].isin(SOUTHEAST_ASIA)]
    counts = pd.DataFrame(
        {
            "remakes": made["country"].astype("object").value_counts(),
            "coproductions": partners["country"].astype("object").value_counts(),
            "hits": hits["country"].value_counts(),
            "events": other["country"].value_counts(),
            "screened": korean["territory"].value_counts(),
        },
        index=sorted(SOUTHEAST_ASIA),
    )
    counts = counts.fillna(0).astype("int64")
    counts = counts[counts.sum(axis=1) > 0].rename_axis("country")
    ranks = counts.rank(ascending=False, method="average")
    result = counts.reset_index().melt("country", var_name="measure", value_name="count")
    result = result.merge(
        ranks.reset_index().melt("country", var_name="measure", value_name="rank")
    )
    over = ranks.agg(["mean", "min", "max"], axis=1)
    over.columns = ["mean_rank", "best", "worst"]
    result = result.join(over, on="country").sort_values(["mean_rank", "country"], kind="stable")
    return carry(result.reset_index(drop=True), made, partners, hits, other, korean)


def agreement(influence: pd.DataFrame) -> inference.Estimate:
    """Say how far the measures rank the countries alike: Kendall's W.

    W is 1 if all measures give one order and 0 if they have nothing in common. It
    follows from Friedman's statistic, with ties corrected: W = chi2 / (m (k - 1)) for m
    measures of k countries (Kendall and Babington Smith, Annals of Mathematical
    Statistics 10, 1939).

    Parameters
    ----------
    influence : DataFrame
        From :func:`influence`.

    Returns
    -------
    Estimate
        W, no interval, n (countries), p of Friedman's test.

    Raises
    ------
    ValueError
        If there are fewer than three countries or two measures.
    """
    wide = influence.pivot(index="country", columns="measure", values="count")
    k, m = wide.shape
    if k < 3 or m < 2:
        raise ValueError(f"agreement needs three countries and two measures, not {k} and {m}")
    test = stats.friedmanchisquare(*wide.to_numpy(dtype="float64"))
    value = float(test.statistic) / (m * (k - 1))
    return inference.Estimate(value, np.nan, np.nan, k, float(test.pvalue))


def leave_one_out(influence: pd.DataFrame, first: int = 4) -> pd.DataFrame:
    """Name the leading countries with each measure left out in turn.

    Parameters
    ----------
    influence : DataFrame
        From :func:`influence`.
    first : int
        How many countries lead.

    Returns
    -------
    DataFrame
        left_out (measure, or "none"), leading (codes in order of mean rank, joined by
        a semicolon).
    """
    wide = influence.pivot(index="country", columns="measure", values="rank")
    measures: Sequence[str | None] = [None, *dict.fromkeys(influence["measure"])]
    rows = []
    for measure in measures:
        mean = wide.drop(columns=[measure] if measure else []).mean(axis=1)
        ordered = mean.sort_values(kind="stable").index[:first]
        rows.append({"left_out": measure or "none", "leading": ";".join(ordered)})
    return carry(pd.DataFrame(rows), influence)
