"""Genres and their blends: labels per film, pairs of labels, diversity, and who sells and travels.

Frames in, frames out. A blend is measured on the labels of one scheme at a time; the number of
labels that a user-written catalogue gives a film grows with how well known the film is, so that
every comparison of such counts compares fame as well. Shares are fractions (0.53).
"""

from collections.abc import Collection, Iterable
from itertools import combinations

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.regression.linear_model import OLS

from analysis import inference
from analysis.datasets import carry
from analysis.inference import LEVEL, RESAMPLES, SEED
from analysis.periods import five_years

NAMED = ("horror", "thriller", "romance", "comedy")  # the genres that the claim names
FANTASTIC = ("sci-fi", "fantasy")
WAYS = ("remade", "selected", "abroad")
UNKNOWN = "not known"


def catalogue(
    film_genres: pd.DataFrame, films: pd.DataFrame, scheme: str = "tmdb", since: int = 1996
) -> pd.DataFrame:
    """Give one row per Korean feature film with what one scheme calls it.

    Animated films and documentaries are left out: there the label names a
    technique. So are co-productions.

    Parameters
    ----------
    film_genres : DataFrame
        Table ``film_genres``.
    films : DataFrame
        Table ``films``.
    scheme : str
        The labelling scheme; labels of two schemes are never joined.
    since : int
        First year taken in.

    Returns
    -------
    DataFrame
        By year and film: film_id, title, year, period (five years), admissions (Korea,
        NaN where not known), genres (labels in alphabetical order, parted by ';'),
        labels (how many), besides_drama (how many without drama), three (three or more),
        crossing (two or more of horror, thriller, romance and comedy), source_ids.

    Raises
    ------
    ValueError
        If the scheme labels no such film.
    """
    rows = film_genres[film_genres["scheme"] == scheme]
    kept = films[
        (films["origin"] == "korean") & (films["format"] == "feature") & (films["year"] >= since)
    ].set_index("film_id")
    rows = rows[rows["film_id"].isin(kept.index)]
    if rows.empty:
        raise ValueError(f"scheme {scheme!r} labels no Korean feature film since {since}")
    rows = rows.assign(label=rows["label"].astype("object"), key=rows["film_id"].astype("object"))
    grouped = rows.sort_values(["key", "label"]).groupby("key")
    result = pd.DataFrame(
        {"genres": grouped["label"].agg(";".join), "cited": grouped["source_ids"].agg(";".join)}
    )
    known = kept.loc[result.index]
    result["title"] = known["title_en"].fillna(known["title_ko"]).astype("object")
    result["year"] = known["year"].astype("int64")
    result["period"] = five_years(result["year"]).astype("object")
    result["admissions"] = known["admissions"].astype("float64")
    named = result["genres"].str.split(";")
    result["labels"] = named.str.len()
    result["besides_drama"] = result["labels"] - named.map(lambda names: "drama" in names)
    result["three"] = result["labels"] >= 3
    result["crossing"] = named.map(lambda names: len(set(names) & set(NAMED)) >= 2)
    result["source_ids"] = known["source_ids"].astype("object") + ";" + result.pop("cited")
    result = result.rename_axis("film_id").reset_index().sort_values(["year", "film_id"])
    return carry(result.reset_index(drop=True), result, rows, kept)


def incidence(films: pd.DataFrame) -> pd.DataFrame:
    """Spread the labels of each film over one column a label.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.

    Returns
    -------
    DataFrame
        Indexed as ``films``; one column of 0 and 1 per label, in alphabetical order.
    """
    return films["genres"].str.get_dummies(";").astype("int64")


def by_period(films: pd.DataFrame, measure: str = "labels", partial: int = 2025) -> pd.DataFrame:
    """Give the mean of a measure, or the share of films that have it, per five years.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    measure : str
        A column: a number, averaged with its bootstrap interval, or a truth value,
        given as a share with Wilson's interval.
    partial : int
        Periods that end after this year's start count as incomplete.

    Returns
    -------
    DataFrame
        By period: period, measure, value, low, high (95 per cent interval), n (films),
        partial (whether the period is not over).
    """
    rows = []
    for period, group in films.groupby("period", sort=True):
        values = group[measure]
        found = (
            inference.share(values.sum(), len(values))
            if pd.api.types.is_bool_dtype(values)
            else inference.bootstrap(values)
        )
        end = int(period[-4:])
        rows.append((period, measure, found.value, found.low, found.high, found.n, end > partial))
    columns = ["period", "measure", "value", "low", "high", "n", "partial"]
    return carry(pd.DataFrame(rows, columns=columns), films)


def trend(
    films: pd.DataFrame,
    measure: str = "labels",
    per: int = 20,
    until: int = 2024,
    within: str | None = None,
) -> inference.Estimate:
    """Give the change of a measure over so many years, by least squares on the year.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    measure : str
        A column of numbers or truth values.
    per : int
        Years that the change is given for.
    until : int
        Last year taken in, so that a year that is not over does not weigh.
    within : str, optional
        A column of groups that are held constant, such as the audience.

    Returns
    -------
    Estimate
        Change over ``per`` years in units of the measure (shares as fractions), with the
        interval of heteroscedasticity-robust errors (HC3), and n.

    References
    ----------
    Long and Ervin, The American Statistician 54 (2000), on HC3.
    """
    known = films[films["year"] <= until]
    held = [] if within is None else [within]
    return _ols(known[measure], known["year"] / per, known[held])


def trends(
    films: pd.DataFrame,
    measures: Iterable[str] = ("labels", "besides_drama", "three", "crossing"),
    per: int = 20,
    until: int = 2024,
) -> pd.DataFrame:
    """Give the change of several measures, over all films and among films of like admissions.

    Parameters
    ----------
    films : DataFrame
        From :func:`with_audience`.
    measures : iterable of str
        Columns of numbers or truth values.
    per : int
        Years that the change is given for.
    until : int
        Last year taken in.

    Returns
    -------
    DataFrame
        By measure and sample ("all films", "admissions known", "like admissions": the
        last two of the same films, the last within fifths by size): measure, sample, value,
        low, high, n, as in :func:`trend`.
    """
    known = films[films["admissions"].notna()]
    samples = {
        "all films": (films, None),
        "admissions known": (known, None),
        "like admissions": (known, "size"),
    }
    rows = []
    for measure in measures:
        for sample, (used, within) in samples.items():
            found = trend(used, measure, per, until, within)
            rows.append((measure, sample, found.value, found.low, found.high, found.n))
    columns = ["measure", "sample", "value", "low", "high", "n"]
    return carry(pd.DataFrame(rows, columns=columns), films)


def pairs(films: pd.DataFrame, prior: float = 5.0) -> pd.DataFrame:
    """Hold how often two labels meet on one film against what their use leads to expect.

    Expected is the count under quasi-independence: each label is combined as often as it
    is, but with no preference among the others (a Poisson model with one effect a label
    and no diagonal). The ratio is shrunk towards one by a gamma prior of mean one, as if
    ``prior`` further pairs had been expected and seen.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    prior : float
        Weight of the prior in pairs.

    Returns
    -------
    DataFrame
        One row per pair of labels that are combined at all: a, b (alphabetical),
        observed, expected (films), ratio (shrunk), low, high (95 per cent posterior
        interval of the ratio), log2 (of the ratio; the pointwise mutual information of the
        pair, in bits, shrunk).

    Raises
    ------
    ValueError
        If fewer than three labels are ever combined.

    References
    ----------
    Agresti, Categorical Data Analysis (2013), section 11.4, on quasi-independence;
    DuMouchel, The American Statistician 53 (1999), on the gamma-Poisson shrinker.
    """
    together = incidence(films)
    joint = together.T @ together
    counts = joint.to_numpy().copy()
    np.fill_diagonal(counts, 0)
    used = joint.index[counts.sum(axis=1) > 0]
    if len(used) < 3:
        raise ValueError("fewer than three labels are combined: no pair can be expected")
    found = pd.DataFrame(list(combinations(used, 2)), columns=["a", "b"])
    found["observed"] = [int(joint.loc[a, b]) for a, b in zip(found["a"], found["b"], strict=True)]
    design = np.column_stack([(found[["a", "b"]] == label).any(axis=1) for label in used])
    model = GLM(found["observed"].to_numpy(), design.astype("float64"), family=Poisson())
    found["expected"] = model.fit(maxiter=200).fittedvalues
    posterior = stats.gamma(found["observed"] + prior, scale=1 / (found["expected"] + prior))
    found["ratio"] = posterior.mean()
    found["low"], found["high"] = posterior.interval(LEVEL)
    found["log2"] = np.log2(found["ratio"])
    return carry(found, films)


def with_rarity(films: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Add to each film how rare its pairs of labels are.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    found : DataFrame
        From :func:`pairs`.

    Returns
    -------
    DataFrame
        As ``films``, with rarity: minus the mean log2 ratio of the film's pairs (1: they are half
        as frequent as expected); NaN for films with one label.
    """
    score = {(row.a, row.b): -row.log2 for row in found.itertuples()}
    rarity = [
        np.mean([score[pair] for pair in combinations(names, 2)]) if len(names) > 1 else np.nan
        for names in films["genres"].str.split(";")
    ]
    return carry(films.assign(rarity=rarity), films)


def first_pairs(films: pd.DataFrame) -> pd.DataFrame:
    """Name the first film of each pair of labels.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.

    Returns
    -------
    DataFrame
        By year: a, b, year, film_id, title (of the first film; of several in one
        year, the first by id), films (with that pair).
    """
    ordered = films.sort_values(["year", "film_id"])
    named = ordered["genres"].str.split(";").map(lambda names: list(combinations(names, 2)))
    each = ordered[["year", "film_id", "title"]].assign(pair=named).explode("pair")
    each = each.dropna(subset=["pair"])
    grouped = each.groupby("pair", sort=False)
    result = grouped[["year", "film_id", "title"]].first().assign(films=grouped.size())
    result = result.reset_index()
    result.insert(0, "a", result["pair"].str[0])
    result.insert(1, "b", result.pop("pair").str[1])
    return carry(result.sort_values(["year", "a", "b"]).reset_index(drop=True), films)


def accumulation(films: pd.DataFrame, orders: int = 999) -> pd.DataFrame:
    """Count the different pairs seen so far, and how many the number of films leads to expect.

    More films show more pairs. Expected is the count when the same films come in
    random order: a pair count below it means that pairs came later than chance has it.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    orders : int
        Random orders drawn.

    Returns
    -------
    DataFrame
        By year: year, films, pairs (both up to and with the year), new (pairs first seen
        in the year), expected, low, high (mean and middle 95 per cent of the random orders).

    References
    ----------
    Gotelli and Colwell, Ecology Letters 4 (2001), on accumulation curves.
    """
    firsts = first_pairs(films)
    years = films["year"].to_numpy()
    order = np.sort(films["year"].unique())
    upto = np.array([(years <= year).sum() for year in order])
    table = incidence(films)
    holders = [
        np.flatnonzero(table[a].to_numpy() & table[b].to_numpy())
        for a, b in zip(firsts["a"], firsts["b"], strict=True)
    ]
    random = np.random.default_rng(SEED)
    places = random.permuted(np.tile(np.arange(len(films)), (orders, 1)), axis=1)
    seen = np.column_stack([places[:, rows].min(axis=1) for rows in holders])
    counts = np.stack([(seen < number).sum(axis=1) for number in upto])
    low, high = np.quantile(counts, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=1)
    new = firsts.groupby("year").size().reindex(order, fill_value=0).to_numpy()
    result = pd.DataFrame(
        {
            "year": order,
            "films": upto,
            "pairs": new.cumsum(),
            "new": new,
            "expected": counts.mean(axis=1),
            "low": low,
            "high": high,
        }
    )
    return carry(result, films)


def effective_number(films: pd.DataFrame) -> float:
    """Give the number of equally common genres that would be as varied as these films.

    Each film counts once, shared out among its labels.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.

    Returns
    -------
    float
        The exponential of Shannon's entropy.

    References
    ----------
    Hill, Ecology 54 (1973); Jost, Oikos 113 (2006).
    """
    weights = incidence(films)
    return float(np.exp(stats.entropy(weights.div(weights.sum(axis=1), axis=0).sum())))


def hits(films: pd.DataFrame, top: int = 30) -> pd.DataFrame:
    """Keep the films with the largest audiences of each five years.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    top : int
        How many per period.

    Returns
    -------
    DataFrame
        The rows with the ``top`` largest known admissions of their period.
    """
    rank = films.groupby("period")["admissions"].rank(ascending=False, method="first")
    return films[rank <= top]


def diversity(films: pd.DataFrame, size: int = 30, partial: int = 2025) -> pd.DataFrame:
    """Give the effective number of genres per five years, for equal numbers of films.

    More films show more genres, so that the value is a mean over draws of ``size``
    different films of the period: comparable between periods, and of a period of just so
    many films its own number.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`, or some of its rows.
    size : int
        Films a draw.
    partial : int
        Periods that end after this year's start count as incomplete.

    Returns
    -------
    DataFrame
        By period of at least ``size`` films: period, value (effective number of genres),
        low, high (95 per cent bootstrap interval), entropy (Shannon's, of all films of the
        period, in bits), n (films), size, partial.

    Notes
    -----
    The bootstrap draws ``size`` films with repetition. Repeated films make a draw less
    varied, so that the draws are moved by their mean distance from the value; the interval
    ends at the number of labels in use.

    References
    ----------
    Hurlbert, Ecology 52 (1971), and Gotelli and Colwell, Ecology Letters 4 (2001), on
    comparing samples of unequal size; Efron and Tibshirani, An Introduction to the Bootstrap
    (1993), chapter 10, on the bias of bootstrap draws.
    """
    weights = incidence(films)
    weights = weights.div(weights.sum(axis=1), axis=0).to_numpy()
    random = np.random.default_rng(SEED)
    rows = []
    for period, places in films.reset_index(drop=True).groupby("period", sort=True).indices.items():
        if len(places) < size:
            continue
        different = random.permuted(np.tile(places, (RESAMPLES, 1)), axis=1)[:, :size]
        value = _effective(weights, different).mean()
        numbers = _effective(weights, random.choice(places, (RESAMPLES, size)))
        numbers = np.minimum(numbers + value - numbers.mean(), weights.any(axis=0).sum())
        low, high = np.quantile(numbers, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
        entropy = stats.entropy(weights[places].sum(axis=0), base=2)
        end = int(period[-4:])
        rows.append((period, value, low, high, entropy, len(places), size, end > partial))
    columns = ["period", "value", "low", "high", "entropy", "n", "size", "partial"]
    return carry(pd.DataFrame(rows, columns=columns), films)


def share_of(
    films: pd.DataFrame, labels: Collection[str] = FANTASTIC, partial: int = 2025
) -> pd.DataFrame:
    """Give the share of films, and of their admissions, that carry one of some labels.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    labels : collection of str
        The labels; one of them suffices.
    partial : int
        Periods that end after this year's start count as incomplete.

    Returns
    -------
    DataFrame
        By period and measure ("films", "admissions"): period, measure, value, low, high
        (95 per cent interval: Wilson's for films, bootstrap over films for admissions),
        n (films), marked (films with the label), partial. Admissions are
        of the films whose number is known.
    """
    chosen = carries(films, labels)
    rows = []
    for period, group in films.groupby("period", sort=True):
        mark, end = chosen[group.index], int(period[-4:])
        known = group["admissions"].notna()
        seen, held = group.loc[known, "admissions"].to_numpy(), mark[known].to_numpy()
        for measure, found, marked in (
            ("films", inference.share(mark.sum(), len(mark)), mark.sum()),
            ("admissions", _share_of_sum(seen, held), held.sum()),
        ):
            rows.append(
                (
                    period,
                    measure,
                    found.value,
                    found.low,
                    found.high,
                    found.n,
                    marked,
                    end > partial,
                )
            )
    columns = ["period", "measure", "value", "low", "high", "n", "marked", "partial"]
    return carry(pd.DataFrame(rows, columns=columns), films)


def carries(films: pd.DataFrame, labels: Iterable[str]) -> pd.Series:
    """Say which films carry at least one of some labels.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    labels : iterable of str
        The labels.

    Returns
    -------
    Series of bool
        Indexed as ``films``.
    """
    wanted = set(labels)
    return films["genres"].str.split(";").map(lambda names: bool(wanted & set(names))).astype(bool)


def change_of_share(
    films: pd.DataFrame,
    labels: Collection[str] = FANTASTIC,
    newest: str = "2020–2024",
    since: str = "2000–2004",
) -> pd.DataFrame:
    """Compare the share of some labels in one period with that of the periods before.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    labels : collection of str
        The labels; one of them suffices.
    newest : str
        The period compared.
    since : str
        The first of the earlier periods, which are taken together.

    Returns
    -------
    DataFrame
        By measure ("films", "admissions"): measure, newest, before (shares), change
        (their difference), low, high (95 per cent bootstrap interval of it), n (films of
        the newest period), n_before.
    """
    frame = films.assign(marked=carries(films, labels))
    late = frame[frame["period"] == newest]
    early = frame[(frame["period"] >= since) & (frame["period"] < newest)]
    rows = []
    for measure in ("films", "admissions"):
        parts = [late, early]
        if measure == "admissions":
            parts = [part.dropna(subset=["admissions"]) for part in parts]
        samples = [
            (
                np.ones(len(part)) if measure == "films" else part["admissions"].to_numpy(),
                part["marked"].to_numpy(dtype="float64"),
            )
            for part in parts
        ]
        shares = [
            np.average(mark, weights=weight) if len(mark) else np.nan for weight, mark in samples
        ]
        gap = _share_gap(*samples)
        sizes = [len(part) for part in parts]
        rows.append((measure, *shares, shares[0] - shares[1], gap.low, gap.high, *sizes))
    columns = ["measure", "newest", "before", "change", "low", "high", "n", "n_before"]
    return carry(pd.DataFrame(rows, columns=columns), films)


def with_audience(films: pd.DataFrame, groups: int = 5) -> pd.DataFrame:
    """Add which part of the films a film's home audience belongs to.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    groups : int
        Groups of equal size.

    Returns
    -------
    DataFrame
        As ``films``, with audience (1 smallest to ``groups`` largest, by rank among the films
        of the period whose admissions are known; NA where they are not), stratum (period and
        audience) and size (as audience, among the films of all periods).
    """
    ranks = {
        "audience": films.groupby("period")["admissions"].rank(pct=True, method="first"),
        "size": films["admissions"].rank(pct=True, method="first"),
    }
    added = {
        name: np.ceil((rank * groups).round(9)).astype("Int64") for name, rank in ranks.items()
    }
    words = added["audience"].astype("string").fillna(UNKNOWN)
    stratum = (films["period"].astype("string") + " " + words).astype("object")
    return carry(films.assign(**added, stratum=stratum), films)


def by_audience(films: pd.DataFrame) -> pd.DataFrame:
    """Give the labels per film by size of the home audience.

    Parameters
    ----------
    films : DataFrame
        From :func:`with_audience`.

    Returns
    -------
    DataFrame
        By group, those not known first: audience ("not known", "1", ...), value (mean labels),
        low, high (bootstrap interval), n, least, most (admissions; NaN where not known).
    """
    words = films["audience"].astype("string").fillna(UNKNOWN)
    order = [UNKNOWN, *sorted(set(words) - {UNKNOWN}, key=int)]
    rows = []
    for group in order:
        held = films[words == group]
        if held.empty:
            continue
        found = inference.bootstrap(held["labels"])
        seen = held["admissions"]
        rows.append((group, found.value, found.low, found.high, found.n, seen.min(), seen.max()))
    columns = ["audience", "value", "low", "high", "n", "least", "most"]
    return carry(pd.DataFrame(rows, columns=columns), films)


def fame(films: pd.DataFrame) -> inference.Estimate:
    """Correlate labels with home audience, both ranked within the period.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.

    Returns
    -------
    Estimate
        Spearman's rank correlation over the films with known admissions.
    """
    known = films.dropna(subset=["admissions"])
    ranks = known.groupby("period")[["labels", "admissions"]].rank(pct=True)
    return inference.rank_correlation(ranks["labels"], ranks["admissions"])


def sells(
    films: pd.DataFrame,
    genre: pd.Series | None = None,
    measures: Iterable[str] = ("labels", "crossing", "rarity"),
    fewest: int = 5,
) -> pd.DataFrame:
    """Regress the logarithm of admissions on measures of blending, one at a time.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`, with the measures as columns.
    genre : Series, optional
        One genre a film from another scheme, indexed by film_id. With it a third model
        holds that genre constant, over the films that have one.
    measures : iterable of str
        Columns of numbers or truth values.
    fewest : int
        Genres of fewer films than this are taken together.

    Returns
    -------
    DataFrame
        By measure and model ("alone", "period", "period and genre"): measure, model, value
        (admissions of films with one unit more over those of films with one unit less,
        less one: 0.1 is ten per cent more), low, high (95 per cent interval of HC3
        errors), n (films).

    Notes
    -----
    Ordinary least squares; a coefficient b of the log outcome is given as exp(b) - 1.
    The labels were given after the release: an association is not an effect of blending.
    """
    known = films.dropna(subset=["admissions"])
    controls = {"alone": [], "period": ["period"]}
    if genre is not None:
        other = known["film_id"].map(genre)
        rare = other.notna() & (other.map(other.value_counts()) < fewest)
        known = known.assign(genre=other.astype("object").mask(rare, "other"))
        controls["period and genre"] = ["period", "genre"]
    rows = []
    for measure in measures:
        for model, held in controls.items():
            found = _ols(np.log(known["admissions"]), known[measure], known[held])
            ratio = np.expm1([found.value, found.low, found.high])
            rows.append((measure, model, *ratio, found.n))
    columns = ["measure", "model", "value", "low", "high", "n"]
    return carry(pd.DataFrame(rows, columns=columns), films)


def journeys(
    films: pd.DataFrame,
    remakes: pd.DataFrame,
    festival_selections: pd.DataFrame,
    films_abroad: pd.DataFrame,
) -> pd.DataFrame:
    """Add whether a film was remade, selected at a festival, or counted in foreign cinemas.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    remakes : DataFrame
        Table ``remakes``; released remakes count, films and series.
    festival_selections : DataFrame
        Table ``festival_selections``; late showings and mere submissions do not count.
    films_abroad : DataFrame
        Table ``films_abroad``; a row counts if it has a gross or admissions.

    Returns
    -------
    DataFrame
        As ``films``, with remade, selected and abroad (truth values).
    """
    released = remakes.loc[remakes["status"] == "released", "original_film_id"]
    shown = festival_selections[
        (festival_selections["timing"] == "current")
        & (festival_selections["result"] != "submitted")
    ]["film_id"]
    figures = films_abroad[["gross_usd", "gross_local", "admissions"]].notna().any(axis=1)
    counted = films_abroad.loc[figures, "film_id"]
    ids = films["film_id"]
    result = films.assign(
        remade=ids.isin(set(released)), selected=ids.isin(set(shown)), abroad=ids.isin(set(counted))
    )
    return carry(result, films, remakes, festival_selections, films_abroad)


def travels(
    films: pd.DataFrame,
    measures: Iterable[str] = ("labels", "crossing"),
    ways: Iterable[str] = WAYS,
) -> pd.DataFrame:
    """Compare films that travelled with others: with all, and with comparable ones.

    Parameters
    ----------
    films : DataFrame
        From :func:`with_audience` and :func:`journeys`.
    measures : iterable of str
        Columns of numbers or truth values.
    ways : iterable of str
        Columns of truth values: the ways of travelling.

    Returns
    -------
    DataFrame
        By measure, way and comparison ("all", "comparable"): measure, way,
        comparison, value (mean of the films that travelled less that of the others, in
        units of the measure; of comparable films, within their group), low, high
        (95 per cent interval of HC3 errors), n (films), marked (of them, those that
        travelled). Comparable films are of the same period and audience group; groups
        without both kinds, and films without known admissions, are left out there.
    """
    rows = []
    for measure in measures:
        for way in ways:
            seen = films[films["audience"].notna()]
            both = seen.groupby("stratum")[way].transform("nunique") == 2
            for comparison, used, held in (
                ("all", films, []),
                ("comparable", seen[both], ["stratum"]),
            ):
                found = _ols(used[measure], used[way], used[held])
                ends = (found.value, found.low, found.high)
                rows.append((measure, way, comparison, *ends, found.n, int(used[way].sum())))
    columns = ["measure", "way", "comparison", "value", "low", "high", "n", "marked"]
    return carry(pd.DataFrame(rows, columns=columns), films)


def placed(films: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    """Place films among those of the same label by home audience.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    labels : dict of str to str
        The label that each film is said to stand for, by film_id.

    Returns
    -------
    DataFrame
        One row per film and film of its label with known admissions: label, film_id,
        title, year, admissions, named (whether it is the film itself), source_ids.
    """
    seen = films.dropna(subset=["admissions"])
    parts = [
        seen[carries(seen, [label])].assign(
            label=label, named=lambda held, key=key: held.film_id == key
        )
        for key, label in labels.items()
    ]
    columns = ["label", "film_id", "title", "year", "admissions", "named", "source_ids"]
    return carry(pd.concat(parts)[columns].reset_index(drop=True), films)


def portraits(films: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    """Say what named films are labelled, and how they did among films of their label.

    Parameters
    ----------
    films : DataFrame
        From :func:`catalogue`.
    labels : dict of str to str
        The label that each film is said to stand for, by film_id.

    Returns
    -------
    DataFrame
        By film, in the order of ``labels``: film_id, title, year, label, genres (its own labels),
        carries (whether label is among them), admissions, higher (share of films of that label
        with known admissions that had fewer), n (those films, without itself).
        A film that the scheme does not label has neither genres nor title.
    """
    own = films.set_index("film_id").reindex(list(labels))
    result = own[["title", "year", "genres", "admissions"]].reset_index()
    result.insert(3, "label", list(labels.values()))
    among = placed(films, labels)
    peers = [among[(among["label"] == label) & ~among["named"]] for label in labels.values()]
    result["carries"] = [
        isinstance(genres, str) and label in genres.split(";")
        for genres, label in zip(result["genres"], result["label"], strict=True)
    ]
    result["n"] = [len(peer) for peer in peers]
    result["higher"] = [
        (peer["admissions"] < seen).mean() if len(peer) and seen == seen else np.nan
        for peer, seen in zip(peers, result["admissions"], strict=True)
    ]
    return carry(result, films)


def _ols(y: pd.Series, x: pd.Series, groups: pd.DataFrame) -> inference.Estimate:
    """Give the coefficient of x, the columns of groups held constant by dummies.

    Rows with a missing value are left out, and so are those alone in their group, which
    fit themselves and have no error. No value if x does not vary or no error can be given.
    """
    frame = groups.astype("object").assign(y=y.astype("float64"), x=x.astype("float64")).dropna()
    names = list(groups)
    while len(frame) and names:
        sizes = [frame[name].map(frame[name].value_counts()) for name in names]
        alone = np.logical_or.reduce([size == 1 for size in sizes])
        if not alone.any():
            break
        frame = frame[~alone]
    nothing = inference.Estimate(np.nan, np.nan, np.nan, len(frame))
    if frame["x"].nunique() < 2:
        return nothing
    dummies = pd.get_dummies(frame[names], drop_first=True, dtype="float64") if names else None
    design = pd.concat([frame[["x"]].assign(constant=1.0), dummies], axis=1)
    if len(frame) <= np.linalg.matrix_rank(design.to_numpy()):
        return nothing
    result = OLS(frame["y"].to_numpy(), design.to_numpy()).fit(cov_type="HC3", use_t=True)
    low, high = result.conf_int(1 - LEVEL)[0]
    return inference.Estimate(float(result.params[0]), float(low), float(high), len(frame))


def _effective(weights: np.ndarray, draws: np.ndarray) -> np.ndarray:
    """Give the effective number of genres of each draw of films."""
    totals = np.stack([weights[draw].sum(axis=0) for draw in draws])
    return np.exp(stats.entropy(totals, axis=1))


def _share_of_sum(values: np.ndarray, marks: np.ndarray) -> inference.Estimate:
    if not len(values) or values.sum() == 0:
        return inference.Estimate(np.nan, np.nan, np.nan, len(values))
    places = np.arange(len(values))

    def part(drawn: np.ndarray, axis: int = -1) -> np.ndarray:
        rows = drawn.astype(int)
        return (values * marks)[rows].sum(axis=axis) / values[rows].sum(axis=axis)

    return inference.bootstrap(places, part)


def _share_gap(
    late: tuple[np.ndarray, np.ndarray], early: tuple[np.ndarray, np.ndarray]
) -> inference.Estimate:
    """Compare two weighted shares; each sample is a pair of weights and marks."""
    weights = np.concatenate([late[0], early[0]])
    marked = weights * np.concatenate([late[1], early[1]])

    def part(drawn: np.ndarray, axis: int = -1) -> np.ndarray:
        rows = drawn.astype(int)
        return marked[rows].sum(axis=axis) / weights[rows].sum(axis=axis)

    edge = len(late[0])
    return inference.difference(np.arange(edge), np.arange(edge, len(weights)), part)
