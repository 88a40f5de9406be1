"""Films: how the audience is spread over them, which are acclaimed, and who made them.

Frames in, frames out. A film's audience is its national total of tickets sold
in its first run. The table of films was gathered by success and fame, so that
what is said of "tabled films" is not said of all films released.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from analysis import inference
from analysis.datasets import carry, explode_list
from analysis.periods import five_years

FORMATS = ("feature", "documentary", "animation")
# The all-time list of the ticketing system that the table was filled from, and the years of
# release for which no total above its last place is known from elsewhere only
LIST_SOURCE = "kobis-top500"
LISTED = (2003, 2019)
# The full five-year periods for which the table has enough films
PERIODS = (2005, 2024)
PARTS = ("canon", "selections", "prizes", "critics", "users")
DRAWS = 2_000


def universe(films: pd.DataFrame, since: int = 1990) -> pd.DataFrame:
    """Give Korean films and co-productions of feature length, with a title for each.

    Parameters
    ----------
    films : DataFrame
        Table ``films``.
    since : int
        First year. Directors whose first film is older count from then on.

    Returns
    -------
    DataFrame
        film_id, title (English, or the romanised Korean one of the id), year,
        month (1 to 12; NaN where the Korean release is not dated to the month),
        released (as in the table), directors, admissions (NaN if not known),
        basis (of the admissions), independent (marked as such; most films are not marked
        either way), source_ids.
    """
    kept = films[films["origin"].isin(["korean", "coproduction"]) & films["format"].isin(FORMATS)]
    kept = kept[kept["year"] >= since]
    romanised = kept["film_id"].str.replace(r"-\d{4}$", "", regex=True).str.replace("-", " ")
    dated = kept["release_date"].where(kept["date_basis"] == "korean_release")
    result = pd.DataFrame(
        {
            "film_id": kept["film_id"],
            "title": kept["title_en"].fillna(romanised.str.capitalize()),
            "year": kept["year"].astype("int64"),
            "month": pd.to_numeric(dated.str[5:7], errors="coerce").astype("float64"),
            "released": kept["release_date"],
            "directors": kept["directors"],
            "admissions": kept["admissions"].astype("float64"),
            "basis": kept["admissions_basis"].astype("object"),
            "independent": kept["is_independent"].eq("yes").fillna(value=False).astype(bool),
            "source_ids": kept["source_ids"],
        }
    )
    return carry(result.reset_index(drop=True), kept)


def counted(films: pd.DataFrame) -> pd.DataFrame:
    """Keep the films with a national total, the largest first.

    Parameters
    ----------
    films : DataFrame
        From :func:`universe`.

    Returns
    -------
    DataFrame
        As ``films``, with rank (1 is the largest audience; equal totals share a place).
    """
    known = films.dropna(subset=["admissions"])
    known = known.sort_values(["admissions", "film_id"], ascending=[False, True])
    rank = known["admissions"].rank(ascending=False, method="min").astype("int64")
    return carry(known.assign(rank=rank).reset_index(drop=True), known)


def list_floor(films: pd.DataFrame, source: str = LIST_SOURCE) -> float:
    """Give the smallest total of a list of the largest films.

    A film of the list's years that has no total in the table sold fewer tickets.

    Parameters
    ----------
    films : DataFrame
        From :func:`universe`.
    source : str
        Source that is the list.

    Returns
    -------
    float
        Admissions.

    Raises
    ------
    ValueError
        If no film with a total cites the list.
    """
    cites = explode_list(films, "source_ids")
    totals = cites.loc[cites["source_ids"] == source, "admissions"].dropna()
    if totals.empty:
        raise ValueError(f"no film with a total cites {source}")
    return float(totals.min())


def club(
    pool: pd.DataFrame, reference: pd.DataFrame, threshold: float = 10_000_000
) -> pd.DataFrame:
    """List the films above a number of tickets, against the population of their year.

    Parameters
    ----------
    pool : DataFrame
        From :func:`counted`.
    reference : DataFrame
        Table ``reference_yearly``.
    threshold : float
        Admissions that a member has at least.

    Returns
    -------
    DataFrame
        film_id, title, released, year, admissions, rank (among all counted films),
        basis, population, population_year (the year itself or, where it is missing,
        the nearest one known), per_100 (admissions per hundred inhabitants), in order
        of release.
    """
    people = reference.dropna(subset=["population_kr"]).set_index("year")["population_kr"]
    people = people.astype("float64").sort_index()
    members = pool[pool["admissions"] >= threshold].copy()
    distance = np.abs(members["year"].to_numpy()[:, None] - people.index.to_numpy(dtype="int64"))
    nearest = people.index.to_numpy(dtype="int64")[distance.argmin(axis=1)]
    members["population"] = people.reindex(nearest).to_numpy()
    members["population_year"] = nearest
    members["per_100"] = 100 * members["admissions"] / members["population"]
    members = members.sort_values(["released", "film_id"])
    columns = ["film_id", "title", "released", "year", "admissions", "rank", "basis"]
    result = members[[*columns, "population", "population_year", "per_100"]]
    return carry(
        result.reset_index(drop=True),
        members,
        reference[reference["year"].isin(members["population_year"])],
    )


def coverage(pool: pd.DataFrame, years: pd.DataFrame, top: int = 10) -> pd.DataFrame:
    """Hold the totals of each year's films against the admissions of the whole market.

    A film's total is put to its year of release, the market's admissions to the
    year of the visit: a film released in December counts in full in one and half
    in the other, so that a share can pass one in a strong December.

    Parameters
    ----------
    pool : DataFrame
        From :func:`counted`.
    years : DataFrame
        From :func:`analysis.market.annual`.
    top : int
        How many of the largest films.

    Returns
    -------
    DataFrame
        year; films (with a total); tabled, largest (admissions of all of them, of the
        ``top`` largest); smallest_of_top (admissions); complete (the year has that many
        films, all counted to the end of the run); share_tabled, share_top (of admissions
        of Korean films), share_top_all (of all admissions), largest_film (share of the
        largest film in admissions of Korean films), largest_title.
    """
    ordered = pool.sort_values(["year", "admissions"], ascending=[True, False])
    place = ordered.groupby("year").cumcount()
    head = ordered[place < top]
    result = pd.DataFrame(
        {
            "films": ordered.groupby("year").size(),
            "tabled": ordered.groupby("year")["admissions"].sum(),
            "largest": head.groupby("year")["admissions"].sum(),
            "smallest_of_top": head.groupby("year")["admissions"].min(),
            "final": head["basis"].eq("final").groupby(head["year"]).all(),
            "first": head.groupby("year")["admissions"].first(),
            "largest_title": head.groupby("year")["title"].first(),
        }
    )
    market = years.set_index("year")[["admissions_total", "admissions_korean"]]
    result = result.join(market, how="inner").rename_axis("year").reset_index()
    result["complete"] = result.pop("final") & (result["films"] >= top)
    result["share_tabled"] = result["tabled"] / result["admissions_korean"]
    result["share_top"] = result["largest"] / result["admissions_korean"]
    result["share_top_all"] = result["largest"] / result["admissions_total"]
    result["largest_film"] = result.pop("first") / result["admissions_korean"]
    used = result["year"]
    return carry(result, pool[pool["year"].isin(used)], years[years["year"].isin(used)])


def gini(values: np.ndarray, axis: int = -1) -> np.ndarray:
    """Give the Gini coefficient: 0 if all are equal, towards 1 if one has all.

    Half the mean absolute difference between any two, over the mean.

    Parameters
    ----------
    values : array
        Positive numbers.
    axis : int
        Axis along which they lie.

    Returns
    -------
    array
        The coefficient, without correction for small samples.

    References
    ----------
    Cowell, Measuring Inequality (2011), chapter 2.
    """
    ordered = np.sort(np.asarray(values, dtype="float64"), axis=axis)
    ordered = np.moveaxis(ordered, axis, -1)
    n = ordered.shape[-1]
    weight = 2 * np.arange(1, n + 1) - n - 1
    return (ordered * weight).sum(axis=-1) / (n * ordered.sum(axis=-1))


def lorenz(pool: pd.DataFrame, at_least: float, since: int, until: int) -> pd.DataFrame:
    """Order the films of five years by audience and add their admissions up.

    Parameters
    ----------
    pool : DataFrame
        From :func:`counted`.
    at_least : float
        Admissions that a film must have: one floor for all periods makes them comparable.
    since, until : int
        First and last year of release.

    Returns
    -------
    DataFrame
        period, films (share of the period's films, smallest first), admissions (share
        that they sold together), from (0, 0) to (1, 1).
    """
    kept = _of_periods(pool, at_least, since, until).sort_values(["period", "admissions"])
    groups = kept.groupby("period")["admissions"]
    curve = pd.DataFrame(
        {
            "period": kept["period"],
            "films": (groups.cumcount() + 1) / groups.transform("size"),
            "admissions": groups.cumsum() / groups.transform("sum"),
        }
    )
    start = pd.DataFrame({"period": kept["period"].unique(), "films": 0.0, "admissions": 0.0})
    result = pd.concat([start, curve]).sort_values(["period", "films"], kind="stable")
    return carry(result.reset_index(drop=True), kept)


def concentration(pool: pd.DataFrame, at_least: float, since: int, until: int) -> pd.DataFrame:
    """Measure how unequal the audiences of films above a floor are, period by period.

    Parameters
    ----------
    pool : DataFrame
        From :func:`counted`.
    at_least : float
        Admissions that a film must have.
    since, until : int
        First and last year of release.

    Returns
    -------
    DataFrame
        period, n (films), gini with low and high (95 per cent bootstrap interval),
        top_tenth (share of admissions that the largest tenth of the films sold),
        not_final (films whose count is not that of the whole run).
    """
    kept = _of_periods(pool, at_least, since, until)
    rows = []
    for period, group in kept.groupby("period"):
        sold = np.sort(group["admissions"].to_numpy())[::-1]
        found = inference.bootstrap(sold, gini)
        tenth = sold[: max(round(len(sold) / 10), 1)].sum() / sold.sum()
        rows.append(
            {
                "period": period,
                "n": found.n,
                "gini": found.value,
                "low": found.low,
                "high": found.high,
                "top_tenth": tenth,
                "not_final": int((group["basis"] != "final").sum()),
            }
        )
    return carry(pd.DataFrame(rows), kept)


def _of_periods(pool: pd.DataFrame, at_least: float, since: int, until: int) -> pd.DataFrame:
    kept = pool[(pool["admissions"] >= at_least) & pool["year"].between(since, until)]
    kept = kept.assign(period=five_years(kept["year"]).astype("object"))
    return carry(kept, kept)


def by_month(pool: pd.DataFrame, hit: float = 5_000_000) -> pd.DataFrame:
    """Compare audiences by the month of release.

    Parameters
    ----------
    pool : DataFrame
        From :func:`counted`; films without a month of release are left out.
    hit : float
        Admissions of a hit.

    Returns
    -------
    DataFrame
        month (1 to 12), n (films), median (admissions) with low and high (95 per cent
        bootstrap interval), hits (films with at least ``hit``).
    """
    dated = pool.dropna(subset=["month"])
    rows = []
    for month, group in dated.groupby("month"):
        found = inference.bootstrap(group["admissions"], np.median)
        rows.append(
            {
                "month": int(month),
                "n": found.n,
                "median": found.value,
                "low": found.low,
                "high": found.high,
                "hits": int((group["admissions"] >= hit).sum()),
            }
        )
    return carry(pd.DataFrame(rows), dated)


def season_effect(pool: pd.DataFrame, months: Sequence[int]) -> inference.Estimate:
    """Compare films released in some months with the other films of the same years.

    Parameters
    ----------
    pool : DataFrame
        From :func:`counted`.
    months : sequence of int
        The season.

    Returns
    -------
    Estimate
        Ratio of the geometric means of admissions, each film's taken against the mean of
        its year, season over rest, with its interval; n films; p of a permutation of the
        months within each year.
    """
    dated = pool.dropna(subset=["month"])
    logs = np.log(dated["admissions"])
    found = inference.difference_within(
        logs - logs.groupby(dated["year"]).transform("mean"),
        dated["month"].isin(list(months)),
        dated["year"],
    )
    return inference.Estimate(
        float(np.exp(found.value)),
        float(np.exp(found.low)),
        float(np.exp(found.high)),
        found.n,
        found.p,
    )


def share_below(values: pd.Series) -> pd.Series:
    """Give the share of the others that have less: 0 for the least, 1 for the most.

    Parameters
    ----------
    values : Series
        Numbers; missing ones stay missing and are no others.

    Returns
    -------
    Series
        Fractions; equal values have equal shares; missing below two known values.
    """
    known = values.notna().sum()
    if known < 2:
        return pd.Series(np.nan, index=values.index)
    return (values.rank(method="min") - 1) / (known - 1)


def acclaim(
    films: pd.DataFrame,
    canon: pd.DataFrame,
    selections: pd.DataFrame,
    scores: pd.DataFrame,
    fewest: int = 5,
) -> pd.DataFrame:
    """Measure five kinds of acclaim, each as the share of the other films that have less.

    Scores of different sites are never added: a film's score is placed among the
    films that the same site scored, by the same kind of voter, and the places are averaged.
    A film that is on no list and at no festival found has none of that kind; a film
    that no site scored has no value there.

    Parameters
    ----------
    films : DataFrame
        From :func:`universe`.
    canon : DataFrame
        Table ``canon``.
    selections : DataFrame
        Table ``festival_selections``; late showings and national submissions do not count.
    scores : DataFrame
        Table ``critics_scores``.
    fewest : int
        Films that a site must have scored to be used.

    Returns
    -------
    DataFrame
        As ``films``, with lists (publishers that name it), festivals (that showed or
        nominated it), won (prizes), awarded (festivals and academies that gave it a prize);
        canon, selections, prizes, critics, users (fractions;
        the last two NaN where there is no score).
    """
    ids = films["film_id"]
    shown = selections[(selections["timing"] == "current") & (selections["result"] != "submitted")]
    prizes = shown[shown["result"] == "won"]
    counts = {
        "lists": canon.groupby("film_id")["publisher"].nunique(),
        "festivals": shown.groupby("film_id")["festival"].nunique(),
        "won": prizes.groupby("film_id").size(),
        "awarded": prizes.groupby("film_id")["festival"].nunique(),
    }
    result = films.assign(
        **{name: ids.map(count).fillna(0).astype("int64") for name, count in counts.items()}
    )
    for part, count in zip(PARTS[:3], counts, strict=False):
        result[part] = share_below(result[count])
    given = scores[scores["film_id"].isin(ids)].astype({"score": "float64"})
    by_site = given.groupby(["scored_by", "source_name"], observed=True)["score"]
    given = given.assign(place=by_site.transform(share_below))
    given = given[by_site.transform("size") >= fewest]
    for part in PARTS[3:]:
        mine = given[given["scored_by"] == part].groupby("film_id")["place"].mean()
        result[part] = ids.map(mine).astype("float64")
    used = [frame[frame["film_id"].isin(ids)] for frame in (canon, shown, scores)]
    return carry(result.drop(columns="source_ids"), films, *used)


def gem_scores(
    parts: pd.DataFrame,
    weights: Mapping[str, float] | None = None,
    audience_weight: float = 1.0,
    missing: str = "known",
    by_period: bool = False,
) -> pd.DataFrame:
    """Score films as gems: their place by acclaim less their place by audience.

    Parameters
    ----------
    parts : DataFrame
        From :func:`acclaim`.
    weights : mapping of str to float, optional
        Weight of each kind of acclaim; all equal without it. A kind that is left out
        weighs nothing.
    audience_weight : float
        Weight of the audience against acclaim.
    missing : {"known", "zero"}
        Whether a missing score is left out of a film's mean or counts as none.
    by_period : bool
        Whether a film's audience is placed among the films of its five years only.

    Returns
    -------
    DataFrame
        The films with a national total: as ``parts``, with acclaim (weighted mean of the
        kinds, fraction), audience (share of the other films with fewer admissions),
        acclaim_place (share of the others with less acclaim), score (from
        -``audience_weight`` to 1), gem_rank (1 is the highest score), the highest first.

    Raises
    ------
    ValueError
        If ``missing`` or a weight's name is not known, or no weight is above zero.
    """
    known = parts.dropna(subset=["admissions"])
    chosen = dict.fromkeys(PARTS, 1.0) if weights is None else dict(weights)
    if missing not in ("known", "zero"):
        raise ValueError(f"missing is 'known' or 'zero', not {missing!r}")
    if set(chosen) - set(PARTS) or sum(chosen.values()) <= 0 or min(chosen.values()) < 0:
        raise ValueError(f"weights of {', '.join(PARTS)}, none below and one above zero")
    weight = np.array([[chosen.get(part, 0.0) for part in PARTS]])
    sold = known["admissions"]
    audience = (
        sold.groupby(five_years(known["year"])).transform(share_below)
        if by_period
        else share_below(sold)
    )
    result = known.assign(acclaim=_weighted(known, weight, missing)[:, 0], audience=audience)
    result["acclaim_place"] = share_below(result["acclaim"])
    result["score"] = result["acclaim"] - audience_weight * result["audience"]
    result["gem_rank"] = result["score"].round(12).rank(ascending=False, method="min").astype(int)
    result = result.sort_values(["gem_rank", "film_id"]).reset_index(drop=True)
    return carry(result, known)


def _weighted(films: pd.DataFrame, weights: np.ndarray, missing: str = "known") -> np.ndarray:
    """Give the weighted mean of acclaim, a row a film and a column a set of weights."""
    kinds = films[list(PARTS)].to_numpy(dtype="float64")
    there = ~np.isnan(kinds) if missing == "known" else np.ones(kinds.shape, dtype=bool)
    total = there @ weights.T
    sums = np.nan_to_num(kinds) @ weights.T
    return np.divide(sums, total, out=np.zeros_like(sums), where=total > 0)


def rank_intervals(
    scored: pd.DataFrame, draws: int = DRAWS, missing: str = "known"
) -> pd.DataFrame:
    """Rank gems under random weights.

    The weights of the five kinds are drawn evenly from all that add up to one
    (Dirichlet distribution), the audience's weight evenly between one half and
    one and a half.

    Parameters
    ----------
    scored : DataFrame
        From :func:`gem_scores`.
    draws : int
        Sets of weights.
    missing : {"known", "zero"}
        As for :func:`gem_scores`.

    Returns
    -------
    DataFrame
        film_id, low, middle, high (2.5, 50 and 97.5 per cent points of the rank),
        positive (share of draws in which the score is above zero).
    """
    random = np.random.default_rng(inference.SEED)
    weights = random.dirichlet(np.ones(len(PARTS)), draws)
    audience = random.uniform(0.5, 1.5, draws)
    acclaimed = _weighted(scored, weights, missing)
    score = acclaimed - scored["audience"].to_numpy(dtype="float64")[:, None] * audience
    ranks = stats.rankdata(-score.round(12), method="min", axis=0)
    low, middle, high = np.percentile(ranks, [2.5, 50, 97.5], axis=1)
    result = pd.DataFrame(
        {
            "film_id": scored["film_id"],
            "low": low,
            "middle": middle,
            "high": high,
            "positive": (score.round(12) > 0).mean(axis=1),
        }
    )
    return carry(result, scored)


def leave_one_out(
    films: pd.DataFrame, canon: pd.DataFrame, selections: pd.DataFrame, scores: pd.DataFrame
) -> pd.DataFrame:
    """Rank gems anew, each time without one publisher of lists, one festival or one site.

    Parameters
    ----------
    films, canon, selections, scores : DataFrame
        As for :func:`acclaim`.

    Returns
    -------
    DataFrame
        film_id, without (what was left out), score, gem_rank; a row a film and source.
    """
    without = {
        ("canon", "publisher"): canon,
        ("selections", "festival"): selections,
        ("scores", "source_name"): scores,
    }
    frames = []
    for (name, column), table in without.items():
        for source in sorted(table.loc[table["film_id"].isin(films["film_id"]), column].unique()):
            rest = {"canon": canon, "selections": selections, "scores": scores}
            rest[name] = table[table[column] != source]
            ranked = gem_scores(acclaim(films, **rest))
            frames.append(ranked[["film_id", "score", "gem_rank"]].assign(without=source))
    result = pd.concat(frames, ignore_index=True)
    return carry(
        result[["film_id", "without", "score", "gem_rank"]], films, canon, selections, scores
    )


def gems(
    scored: pd.DataFrame, intervals: pd.DataFrame, without: pd.DataFrame, often: float = 0.95
) -> pd.DataFrame:
    """Say which gems stay gems whatever the weights.

    A film with a score above zero is a gem: its place by acclaim is above its place
    by audience.

    Parameters
    ----------
    scored : DataFrame
        From :func:`gem_scores`.
    intervals : DataFrame
        From :func:`rank_intervals`.
    without : DataFrame
        From :func:`leave_one_out`.
    often : float
        Share of the random weights under which a film must be a gem.

    Returns
    -------
    DataFrame
        As ``scored``, with low, middle, high, positive; worst and worst_without (the
        lowest place when one source is left out, and that source), lowest (the lowest
        score then); stays (bool: a gem under ``often`` of the random weights, and
        without any one source).
    """
    last = without.sort_values(["gem_rank", "without"], ascending=[False, True])
    last = last.drop_duplicates("film_id").set_index("film_id")
    result = scored.merge(intervals, on="film_id", how="left", validate="1:1")
    result["worst"] = result["film_id"].map(last["gem_rank"])
    result["worst_without"] = result["film_id"].map(last["without"])
    result["lowest"] = result["film_id"].map(without.groupby("film_id")["score"].min())
    result["stays"] = (result["positive"] >= often) & (result["lowest"].round(12) > 0)
    return carry(result, scored, intervals, without)


def variants(parts: pd.DataFrame, first: int = 20) -> pd.DataFrame:
    """Compare the ranking with equal weights to rankings made otherwise.

    Parameters
    ----------
    parts : DataFrame
        From :func:`acclaim`.
    first : int
        Places at the top that are compared.

    Returns
    -------
    DataFrame
        variant (in words), shared (films in the first places of both rankings),
        correlation (Spearman, over the films that any source names or scores), n.
    """
    base = gem_scores(parts)
    named = base.loc[base["acclaim"] > 0, "film_id"]
    top = set(base.loc[base["gem_rank"] <= first, "film_id"])
    no_scores = dict.fromkeys(PARTS[:3], 1.0)
    made = {
        "a missing score counts as none": {"missing": "zero"},
        "without scores of any site": {"weights": no_scores},
        "lists only": {"weights": {"canon": 1.0}},
        "festivals and prizes only": {"weights": {"selections": 1.0, "prizes": 1.0}},
        "audience weighs half": {"audience_weight": 0.5},
        "audience weighs one and a half": {"audience_weight": 1.5},
        "audience among the films of the same five years": {"by_period": True},
    }
    rows = []
    score = base.set_index("film_id")["score"]
    for words, settings in made.items():
        other = gem_scores(parts, **settings).set_index("film_id")
        found = inference.rank_correlation(score.reindex(named), other["score"].reindex(named))
        rows.append(
            {
                "variant": words,
                "shared": len(top & set(other.index[other["gem_rank"] <= first])),
                "correlation": found.value,
                "n": found.n,
            }
        )
    return carry(pd.DataFrame(rows), parts)


def uncounted(parts: pd.DataFrame, scored: pd.DataFrame, floor: float) -> pd.DataFrame:
    """Bound the gem score of acclaimed films whose national total is not known.

    A film released in the years that the all-time list covers, and not on it, sold
    fewer tickets than the list's last film; it may have sold almost none.

    Parameters
    ----------
    parts : DataFrame
        From :func:`acclaim`.
    scored : DataFrame
        From :func:`gem_scores`.
    floor : float
        From :func:`list_floor`.

    Returns
    -------
    DataFrame
        film_id, title, year, lists, festivals, won, acclaim, score_low (audience just
        below the floor), score_high (no audience), rank_low and rank_high (places that
        these scores would have among the scored films); films with a list, a festival
        or a prize; the highest score_low first.
    """
    open_ = parts[parts["admissions"].isna() & parts["year"].between(*LISTED)]
    open_ = open_[(open_[["lists", "festivals", "won"]] > 0).any(axis=1)]
    acclaimed = _weighted(open_, np.ones((1, len(PARTS))))[:, 0]
    below = float((scored["admissions"] < floor).mean())
    result = open_[["film_id", "title", "year", "lists", "festivals", "won"]].assign(
        acclaim=acclaimed, score_low=acclaimed - below, score_high=acclaimed
    )
    ordered = np.sort(scored["score"].to_numpy())
    for name in ("low", "high"):
        above = len(ordered) - np.searchsorted(ordered, result[f"score_{name}"], side="right")
        result[f"rank_{name}"] = above + 1
    result = result.sort_values(["score_low", "film_id"], ascending=[False, True])
    return carry(result.reset_index(drop=True), parts, scored)


def acclaimed_places(parts: pd.DataFrame, floor: float, top: int = 10) -> pd.DataFrame:
    """Say of each acclaimed film whether it was among the largest of its year.

    Parameters
    ----------
    parts : DataFrame
        From :func:`acclaim`.
    floor : float
        From :func:`list_floor`.
    top : int
        How many films of a year count as its hits.

    Returns
    -------
    DataFrame
        film_id, title, year, lists, festivals, won, admissions, place ("hit", "outside",
        "not known"): films on a list, at a festival or with a prize. A film without a
        total is outside where the list covers its year and the year's last hit sold
        more than the list's last film.
    """
    order = parts.groupby("year")["admissions"].rank(ascending=False, method="min")
    tenth = (
        parts.dropna(subset=["admissions"])
        .sort_values("admissions", ascending=False)
        .groupby("year")["admissions"]
        .nth(top - 1)
    )
    last_hit = parts["year"].map(pd.Series(tenth.to_numpy(), parts.loc[tenth.index, "year"]))
    listed = parts["year"].between(*LISTED) & (last_hit >= floor)
    place = np.select(
        [order <= top, order > top, parts["admissions"].isna() & listed],
        ["hit", "outside", "outside"],
        "not known",
    )
    result = parts.assign(place=place)[(parts[["lists", "festivals", "won"]] > 0).any(axis=1)]
    columns = ["film_id", "title", "year", "lists", "festivals", "won", "admissions", "place"]
    return carry(result[columns].reset_index(drop=True), parts)


def later_life(
    films: pd.DataFrame,
    canon: pd.DataFrame,
    remakes: pd.DataFrame,
    others: pd.DataFrame,
    floor: float,
    lag: int = 5,
) -> pd.DataFrame:
    """List what came to films long after their release: places on lists, and remakes.

    Parameters
    ----------
    films : DataFrame
        From :func:`universe`.
    canon : DataFrame
        Table ``canon``; lists without a year are left out.
    remakes : DataFrame
        Table ``remakes``; only those released, with a date.
    others : DataFrame
        Table ``film_admissions``: national counts of part of a run, where there is no total.
    floor : float
        From :func:`list_floor`.
    lag : int
        Years after the release from which on an event counts as late.

    Returns
    -------
    DataFrame
        A row an event: film_id, title, year, audience (admissions: the total; else the
        largest national count of part of the run; else NaN), known ("total", "part",
        "below floor", "not known"), at_most (the most that the audience can have been: the
        total, or the floor; else NaN), event ("list", "remake"), event_year, what, lag
        (years).
    """
    listed = canon.dropna(subset=["year"])
    made = remakes[(remakes["status"] == "released") & remakes["release_date"].notna()]
    events = pd.concat(
        [
            pd.DataFrame(
                {
                    "film_id": listed["film_id"],
                    "event": "list",
                    "event_year": listed["year"].astype("int64"),
                    "what": listed["list_name"],
                }
            ),
            pd.DataFrame(
                {
                    "film_id": made["original_film_id"],
                    "event": "remake",
                    "event_year": made["release_date"].str[:4].astype("int64"),
                    "what": made["remake_title"],
                }
            ),
        ]
    )
    runs = others[(others["scope"] == "national") & others["measure"].isin(RUNNING_COUNTS)]
    part = runs.groupby("film_id")["admissions"].max().astype("float64")
    base = films[["film_id", "title", "year", "admissions"]].copy()
    base["audience"] = base["admissions"].fillna(base["film_id"].map(part))
    listed_year = base["year"].between(*LISTED)
    base["known"] = np.select(
        [base["admissions"].notna(), base["audience"].notna(), listed_year],
        ["total", "part", "below floor"],
        "not known",
    )
    base["at_most"] = base["admissions"].fillna(
        pd.Series(np.where(listed_year, floor, np.nan), index=base.index)
    )
    result = base.drop(columns="admissions").merge(events, on="film_id")
    result["lag"] = result["event_year"] - result["year"]
    result = result[result["lag"] >= lag]
    result = result.sort_values(["year", "film_id", "event_year", "what"])
    seen = result["film_id"]
    return carry(
        result.reset_index(drop=True),
        films[films["film_id"].isin(seen)],
        listed[listed["film_id"].isin(seen)],
        made[made["original_film_id"].isin(seen)],
        runs[runs["film_id"].isin(result.loc[result["known"] == "part", "film_id"])],
    )


RUNNING_COUNTS = ("total", "opening_day", "opening_weekend", "opening_week")


def cult(events: pd.DataFrame, small: float = 500_000) -> pd.DataFrame:
    """Count the late lists and remakes of films that stayed small, or may have.

    Parameters
    ----------
    events : DataFrame
        From :func:`later_life`.
    small : float
        Admissions below which a film stayed small.

    Returns
    -------
    DataFrame
        film_id, title, year, known, audience, at_most, lists, remakes (late ones), state
        ("small": total below ``small``; "open": no total, so that it may be small);
        films with a larger total are left out.
    """
    whole = (events["known"] == "total") & (events["audience"] >= small)
    kept = events[~whole]
    key = ["film_id", "title", "year", "known"]
    result = (
        kept.assign(list=kept["event"] == "list", remake=kept["event"] == "remake")
        .groupby(key)
        .agg(
            audience=("audience", "first"),
            at_most=("at_most", "first"),
            lists=("list", "sum"),
            remakes=("remake", "sum"),
        )
        .reset_index()
    )
    result["state"] = np.where(result["known"] == "total", "small", "open")
    result = result.sort_values(["year", "film_id"]).reset_index(drop=True)
    return carry(result, events)


def came_back(
    pool: pd.DataFrame, events: pd.DataFrame, small: float = 500_000, lag: int = 5
) -> tuple[inference.Estimate, inference.Estimate]:
    """Give the share of small and of larger films that came back.

    Parameters
    ----------
    pool : DataFrame
        From :func:`counted`.
    events : DataFrame
        From :func:`later_life`.
    small : float
        Admissions below which a film stayed small.
    lag : int
        As for :func:`later_life`: films younger than that cannot have come back.

    Returns
    -------
    tuple of Estimate
        Of the small and of the larger films that were released at least ``lag`` years
        before the newest event.
    """
    old = pool[pool["year"] <= events["event_year"].max() - lag]
    back = old["film_id"].isin(events["film_id"])
    little = old["admissions"] < small
    return tuple(
        inference.share(int((back & kind).sum()), int(kind.sum())) for kind in (little, ~little)
    )


def name_key(name: pd.Series) -> pd.Series:
    """Bring spellings of a name together: Bong Joon Ho, Bong Joon-ho.

    Parameters
    ----------
    name : Series
        Names in Latin letters.

    Returns
    -------
    Series
        The name in lower case without hyphens, points and spaces.
    """
    return name.str.casefold().str.replace(r"[\s.\-]", "", regex=True)


def credits(films: pd.DataFrame) -> pd.DataFrame:
    """Give a row to each director of each film.

    Parameters
    ----------
    films : DataFrame
        From :func:`universe`; films without a named director are left out.

    Returns
    -------
    DataFrame
        As ``films``, with key (see :func:`name_key`), director (the spelling met most
        often) and debut (year of the director's first film in ``films``).
    """
    rows = explode_list(films.dropna(subset=["directors"]), "directors")
    rows = rows.assign(spelling=rows["directors"].str.strip()).drop(columns="directors")
    rows["key"] = name_key(rows["spelling"])
    counts = rows.groupby(["key", "spelling"]).size().reset_index(name="n")
    counts = counts.sort_values(["n", "spelling"], ascending=[False, True])
    usual = counts.drop_duplicates("key").set_index("key")["spelling"]
    rows["director"] = rows["key"].map(usual)
    rows["debut"] = rows.groupby("key")["year"].transform("min")
    return carry(rows.drop(columns="spelling").reset_index(drop=True), films)


def directors(parts: pd.DataFrame, fewest: int = 3, bodies: int = 2) -> pd.DataFrame:
    """Sum up each director's films: audiences, festivals, prizes, lists.

    Parameters
    ----------
    parts : DataFrame
        From :func:`acclaim`, with ``directors``.
    fewest : int
        Films that a director must have.
    bodies : int
        Bodies that must single a film out for it to count as a canonical one: publishers
        whose lists name it, festivals and academies that gave it a prize.

    Returns
    -------
    DataFrame
        director, key, films, counted (films with a national total), admissions (sum of
        these totals), median (of these totals; NaN where there are none), selected
        (films shown or nominated at a festival), won (prizes), listed (films on a list),
        singled (films that a body singled out), canonical (films that at least ``bodies``
        bodies did), the most films first.
    """
    rows = credits(parts)
    rows["singled"] = rows["lists"] + rows["awarded"] > 0
    rows["canonical"] = rows["lists"] + rows["awarded"] >= bodies
    groups = rows.assign(selected=rows["festivals"] > 0, listed=rows["lists"] > 0).groupby(
        ["key", "director"]
    )
    result = groups.agg(
        films=("film_id", "nunique"),
        counted=("admissions", "count"),
        admissions=("admissions", "sum"),
        median=("admissions", "median"),
        selected=("selected", "sum"),
        won=("won", "sum"),
        listed=("listed", "sum"),
        singled=("singled", "sum"),
        canonical=("canonical", "sum"),
    ).reset_index()
    result = result[result["films"] >= fewest].sort_values(
        ["films", "director"], ascending=[False, True]
    )
    return carry(result.reset_index(drop=True), parts)


def newcomers(
    parts: pd.DataFrame, since: int, until: int, window: int = 1, hit: float = 1_000_000
) -> pd.DataFrame:
    """Give the share of films by directors who are new to the table.

    A film is a newcomer's if each director named came to the table less than ``window``
    years before; with a window of one year, if none has an
    earlier film in it.

    Parameters
    ----------
    parts : DataFrame
        From :func:`acclaim`, with all films that may be a director's first.
    since, until : int
        First and last year of release.
    window : int
        Years for which a director is new.
    hit : float
        Admissions of a hit.

    Returns
    -------
    DataFrame
        period, group ("films", "hits", "selected"), n (films with a director named),
        new (films by newcomers), share with low and high (Wilson's interval), admissions
        (share of the group's admissions that newcomers' films sold).
    """
    rows = credits(parts)
    age = rows["year"] - rows["debut"]
    oldest = age.groupby(rows["film_id"]).max()
    films = rows.drop_duplicates("film_id").set_index("film_id")
    films = films[films["year"].between(since, until)]
    films = films.assign(
        new=oldest.reindex(films.index) < window, period=five_years(films["year"]).astype("object")
    )
    groups = {
        "films": films,
        "hits": films[films["admissions"] >= hit],
        "selected": films[films["festivals"] > 0],
    }
    result = []
    for name, members in groups.items():
        for period, chosen in members.groupby("period"):
            found = inference.share(int(chosen["new"].sum()), len(chosen))
            sold = chosen["admissions"].sum()
            result.append(
                {
                    "period": period,
                    "group": name,
                    "n": found.n,
                    "new": int(chosen["new"].sum()),
                    "share": found.value,
                    "low": found.low,
                    "high": found.high,
                    "admissions": chosen.loc[chosen["new"], "admissions"].sum() / sold
                    if sold
                    else np.nan,
                }
            )
    return carry(pd.DataFrame(result), parts)


def newest_against_before(shares: pd.DataFrame, group: str = "hits") -> inference.Estimate:
    """Compare newcomers' share in the newest period with that in the period before.

    Older periods are left out: the earlier the period, the fewer older films the
    table has, and the newer its directors look.

    Parameters
    ----------
    shares : DataFrame
        From :func:`newcomers`.
    group : {"films", "hits", "selected"}
        Films compared.

    Returns
    -------
    Estimate
        Difference of the shares, newest less the one before, interval, n films, p of a
        permutation test.
    """
    rows = shares[shares["group"] == group].sort_values("period")
    newest, before = rows.iloc[-1:], rows.iloc[-2:-1]
    marks = [
        np.repeat([1.0, 0.0], [part["new"].sum(), (part["n"] - part["new"]).sum()])
        for part in (newest, before)
    ]
    return inference.difference(*marks)


@dataclass(frozen=True)
class Placed:
    """Where one film stands among the films with a total.

    Attributes
    ----------
    title : str
        The film.
    year : int
        Year of release.
    admissions : float
        Tickets sold.
    rank : int
        Place by admissions.
    acclaim_rank : int
        Place by acclaim.
    n : int
        Films compared.
    """

    title: str
    year: int
    admissions: float
    rank: int
    acclaim_rank: int
    n: int


def place(scored: pd.DataFrame, film_id: str) -> Placed:
    """Place one film among all films with a total, by audience and by acclaim.

    Parameters
    ----------
    scored : DataFrame
        From :func:`gem_scores`.
    film_id : str
        The film.

    Returns
    -------
    Placed
        Its places.

    Raises
    ------
    KeyError
        If the film is not among them.
    """
    if film_id not in set(scored["film_id"]):
        raise KeyError(f"{film_id} has no national total")
    ranks = scored.set_index("film_id")[["admissions", "acclaim"]]
    ranks = ranks.rank(ascending=False, method="min").loc[film_id].astype(int)
    row = scored.set_index("film_id").loc[film_id]
    return Placed(
        str(row["title"]),
        int(row["year"]),
        float(row["admissions"]),
        int(ranks["admissions"]),
        int(ranks["acclaim"]),
        len(scored),
    )
