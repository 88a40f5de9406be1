"""Films made with generative AI: what is printed on them, and what that can be held against.

Frames in, frames out. The films are few and the figures fewer, so that results keep one row a
film or statement and say how each figure is known; a middle value is given only of the
conventional films they are compared with. Amounts in ``_real_krw`` are won of the newest year of
the price index.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis import inference
from analysis.datasets import carry

FACTS = {
    "runtime_min": "minutes",
    "budget_krw": "budget",
    "team_size": "team",
    "shoot_days": "shooting days",
    "production_months": "months",
    "admissions": "audience",
    "break_even_admissions": "break-even",
}
# hours of work, by convention: eight in a day, 21 days in a month
HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 8.0, "month": 8.0 * 21}
BINDING = ("law", "judgment")


def _cite(frame: pd.DataFrame, *tables: pd.DataFrame, by: str = "film_id") -> pd.Series:
    """Join the sources of the rows that other tables have on each row's film or year."""
    parts = [
        frame[by]
        .map(table.drop_duplicates(by).set_index(by)["source_ids"])
        .astype("object")
        .fillna("")
        for table in tables
    ]
    return (
        parts[0].str.cat(parts[1:], sep=";").str.replace(r";{2,}", ";", regex=True).str.strip(";")
    )


def printed_facts(
    ai_films: pd.DataFrame, films: pd.DataFrame, statements: pd.DataFrame
) -> pd.DataFrame:
    """Say for each work made with AI which facts are printed, and how they are known.

    Parameters
    ----------
    ai_films, films, statements : DataFrame
        Tables ``ai_films``, ``films`` and ``ai_statements``.

    Returns
    -------
    DataFrame
        One row per work and fact: film_id, title, format, status, date (release or first showing),
        role (what AI made), fact, value (in the fact's unit), state ("printed"; "statement":
        only said in passing, in ``ai_statements``; "no shoot": AI made all pictures; "not in
        cinemas": no release there, so no audience; "not known"), source_ids. Features first,
        then series and shorts, each by date.
    """
    table = ai_films.assign(
        date=ai_films["release_date"].fillna(ai_films["first_shown"]),
        role=ai_films["ai_role"].str.replace(";", ", "),
    )
    table = table.merge(
        films[["film_id", "title_en", "runtime_min"]].rename(columns={"runtime_min": "catalogue"}),
        on="film_id",
        how="left",
    )
    table["runtime_min"] = table["runtime_min"].fillna(table["catalogue"].astype("Float64"))
    rows = table.melt(
        ["film_id", "title_en", "format", "status", "date", "role"], list(FACTS), "fact", "value"
    )
    rows["value"] = rows["value"].astype("float64")
    rows["state"] = np.where(rows["value"].notna(), "printed", "not known")
    empty = rows["value"].isna()
    rows.loc[empty & (rows["fact"] == "shoot_days") & (rows["role"] == "all"), "state"] = "no shoot"
    cinema = (rows["status"] == "released") & ~rows["film_id"].isin(
        ai_films.loc[ai_films["platform"].notna(), "film_id"]
    )
    result_of_cinema = rows["fact"].isin(["admissions", "break_even_admissions"])
    rows.loc[empty & result_of_cinema & ~cinema, "state"] = "not in cinemas"
    said = _said(statements, "money", "budget_krw", ["KRW"])
    said = pd.concat(
        [said, _said(statements, "audience", "admissions", ["admissions", "share of break-even"])]
    )
    found = pd.MultiIndex.from_frame(rows[["film_id", "fact"]]).isin(
        pd.MultiIndex.from_frame(said[["film_id", "fact"]])
    )
    rows.loc[empty & found, "state"] = "statement"
    rank = rows["format"].astype("object").map({"feature": 0, "series": 1, "short": 2})
    order = {fact: place for place, fact in enumerate(FACTS)}
    rows = rows.assign(rank=rank, place=rows["fact"].map(order))
    rows = rows.sort_values(["rank", "date", "film_id", "place"], na_position="last")
    result = rows.rename(columns={"title_en": "title"}).drop(columns=["rank", "place"])
    result["title"] = result["title"].fillna(result["film_id"])
    result["source_ids"] = _cite(result, ai_films, _by_film(statements))
    return carry(result.reset_index(drop=True), ai_films, films, statements)


def _said(statements: pd.DataFrame, topic: str, fact: str, units: list[str]) -> pd.DataFrame:
    with_figure = statements["low"].notna() | statements["high"].notna()
    rows = statements[
        (statements["topic"] == topic)
        & statements["film_id"].notna()
        & statements["unit"].astype("object").isin(units)
        & with_figure
    ]
    return rows[["film_id"]].assign(fact=fact)


def _by_film(statements: pd.DataFrame) -> pd.DataFrame:
    """Give one row per film, with the sources of all that was said on it."""
    rows = statements[statements["film_id"].notna()]
    return rows.groupby("film_id")["source_ids"].agg(";".join).reset_index()


def completeness(facts: pd.DataFrame) -> pd.DataFrame:
    """Count how many facts are printed, by format.

    Parameters
    ----------
    facts : DataFrame
        From :func:`printed_facts`.

    Returns
    -------
    DataFrame
        format, works, asked (facts that a work of this kind has), printed, said (known from a
        statement only), share (printed as a fraction of asked).
    """
    asked = facts[~facts["state"].isin(["no shoot", "not in cinemas"])]
    by = asked.groupby(asked["format"].astype("object"), sort=False)
    result = pd.DataFrame(
        {
            "works": by["film_id"].nunique(),
            "asked": by.size(),
            "printed": by["state"].agg(lambda state: int((state == "printed").sum())),
            "said": by["state"].agg(lambda state: int((state == "statement").sum())),
        }
    )
    result["share"] = result["printed"] / result["asked"]
    return carry(result.rename_axis("format").reset_index(), facts)


def budgets(
    ai_films: pd.DataFrame,
    costs: pd.DataFrame,
    films: pd.DataFrame,
    statements: pd.DataFrame,
    reference: pd.DataFrame,
    rates: pd.DataFrame,
) -> pd.DataFrame:
    """Put the budgets of features made with AI beside those of conventional Korean films.

    Conventional are live-action fiction features whose budget is net of prints and advertising, or
    of which nothing is said; documentaries, animation and total costs are left out. A budget
    printed in dollars only is turned into won at the average rate of the film's year. A budget of
    ``film_costs`` goes before one of ``films``. Of a work made with AI without a budget, the
    amounts of statements are taken and marked. Films of a year after the newest price index keep
    their amount.

    Parameters
    ----------
    ai_films, costs, films, statements, reference, rates : DataFrame
        Tables ``ai_films``, ``film_costs``, ``films``, ``ai_statements``, ``reference_yearly`` and
        ``exchange_rates``.

    Returns
    -------
    DataFrame
        film_id, title, year, ai (made with AI), led (AI made its pictures, creatures or effects),
        budget_krw, budget_real_krw, budget_high_real_krw (another amount only where statements
        differ; the rest is of the lower one), budget_basis, known ("printed", "rounded", "lower
        bound", "statement"), runtime_min, admissions, cost_per_minute_krw and
        cost_per_admission_krw (both of the real budget), source_ids. Sorted by real budget.
    """
    keep = ["film_id", "title_en", "year", "format", "runtime_min", "admissions"]
    known = films[[*keep, "budget_krw", "budget_usd", "budget_basis"]]
    own = costs[["film_id", "budget_krw", "budget_usd", "budget_basis", "budget_precision"]]
    own = own[own["budget_krw"].notna() | own["budget_usd"].notna()]
    ours = known["film_id"].isin(ai_films["film_id"])
    rest = known[~ours & (known["format"].astype("object") == "feature")]
    other = rest[~rest["film_id"].isin(own["film_id"])].assign(budget_precision="exact")
    first = own.merge(rest[keep], on="film_id", how="inner")
    conventional = pd.concat([_plain(first), _plain(other)], ignore_index=True, sort=False).assign(
        ai=False, led=False
    )
    features = ai_films[ai_films["format"].astype("object") == "feature"]
    made = features[["film_id", "budget_krw", "budget_usd", "ai_role"]].merge(
        known[["film_id", "title_en", "year"]], on="film_id", how="left"
    )
    made["runtime_min"] = (
        features.set_index("film_id")["runtime_min"].reindex(made["film_id"]).to_numpy()
    )
    made["admissions"] = (
        features.set_index("film_id")["admissions"].reindex(made["film_id"]).to_numpy()
    )
    amounts = statements[
        (statements["topic"] == "money") & (statements["unit"].astype("object") == "KRW")
    ].astype({"low": "float64", "high": "float64"})
    spoken = amounts.groupby("film_id").agg({"low": "min", "high": "max"})
    made["budget_precision"] = np.where(made["budget_krw"].isna(), "statement", "exact")
    printed = made["budget_krw"].astype("float64")
    made["budget_krw"] = printed.fillna(made["film_id"].map(spoken["low"]))
    made["budget_high"] = printed.fillna(made["film_id"].map(spoken["high"]))
    conventional = conventional[conventional["budget_basis"] != "total"]
    made = _plain(made.assign(ai=True, led=made["ai_role"] != "other", budget_basis="unknown"))
    both = pd.concat([made, conventional], ignore_index=True, sort=False)
    won = rates[rates["currency"] == "KRW"].set_index("year")["per_usd"].astype("float64")
    year = both["year"].astype("float64")
    rate = year.clip(upper=won.index.max()).map(won)
    both["budget_krw"] = both["budget_krw"].fillna(both["budget_usd"] * rate)
    cpi = reference.set_index("year")["cpi_kr"].astype("float64").dropna()
    factor = cpi.loc[cpi.index.max()] / year.clip(upper=cpi.index.max()).map(cpi)
    both["budget_real_krw"] = both["budget_krw"] * factor
    both["budget_high_real_krw"] = both["budget_high"].fillna(both["budget_krw"]) * factor
    both["known"] = (
        both["budget_precision"]
        .map({"exact": "printed", "rounded": "rounded", "lower_bound": "lower bound"})
        .fillna("statement")
    )
    both = both[both["budget_real_krw"].notna()]
    both["cost_per_minute_krw"] = both["budget_real_krw"] / both["runtime_min"]
    both["cost_per_admission_krw"] = both["budget_real_krw"] / both["admissions"]
    both["title"] = both["title_en"].fillna(both["film_id"])
    both["source_ids"] = _cite(both, costs, ai_films, _by_film(statements), films)
    columns = [
        *("film_id", "title", "year", "ai", "led", "budget_krw", "budget_real_krw"),
        *("budget_high_real_krw", "budget_basis", "known", "runtime_min", "admissions"),
        *("cost_per_minute_krw", "cost_per_admission_krw", "source_ids"),
    ]
    result = both[columns].sort_values(["budget_real_krw", "film_id"]).reset_index(drop=True)
    result["year"] = result["year"].astype("int64")
    return carry(result, ai_films, costs, films, statements, reference, rates)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn nullable numbers and categories into plain ones, so that frames can be stacked."""
    numbers = ["budget_krw", "budget_usd", "runtime_min", "admissions", "year"]
    words = ["budget_basis", "budget_precision"]
    return frame.astype(
        {name: "float64" for name in numbers if name in frame}
        | {name: "object" for name in words if name in frame}
    )


def ordinary_cost(production: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """Give the newest mean costs that KOFIC printed, net of prints and advertising where known.

    Parameters
    ----------
    production, reference : DataFrame
        Tables ``production_years`` and ``reference_yearly``.

    Returns
    -------
    DataFrame
        Up to two rows: films ("commercial", those with a net cost of at least 3 billion won, then
        "all"), year, basis ("net", or "total" with prints and advertising), cost_real_krw,
        source_ids.
    """
    parts = [
        production[["year", "source_ids"]].assign(
            films=production[f"{basis}_cost_films"].astype("object"),
            basis=basis,
            cost=production[f"avg_{basis}_cost_krw"].astype("float64"),
        )
        for basis in ("total", "net")
    ]
    rows = pd.concat(parts).dropna(subset=["cost"]).sort_values("year", kind="stable")
    newest = rows.drop_duplicates("films", keep="last").set_index("films")
    newest = newest.reindex([films for films in ("commercial", "all") if films in newest.index])
    cpi = reference.set_index("year")["cpi_kr"].astype("float64").dropna()
    year = newest["year"].astype("int64")
    factor = cpi.loc[cpi.index.max()] / year.clip(upper=cpi.index.max()).map(cpi)
    result = newest.assign(year=year, cost_real_krw=newest["cost"] * factor).reset_index()
    result = result[["films", "year", "basis", "cost_real_krw", "source_ids"]]
    return carry(result, production, reference)


@dataclass(frozen=True)
class Standing:
    """Where one film stands among the conventional ones.

    Attributes
    ----------
    title : str
        The film.
    value : float
        Its amount.
    median, low, high : float
        Median of the conventional films, and its 95 per cent bootstrap interval.
    ratio : float
        Value over median.
    cheaper : int
        Conventional films with a smaller amount.
    n : int
        Conventional films with the amount.
    """

    title: str
    value: float
    median: float
    low: float
    high: float
    ratio: float
    cheaper: int
    n: int


def standing(costs: pd.DataFrame, film_id: str, column: str = "budget_real_krw") -> Standing:
    """Say where one film stands among the conventional ones.

    Parameters
    ----------
    costs : DataFrame
        From :func:`budgets` or :func:`with_audience`.
    film_id : str
        The film.
    column : str
        The amount to compare.

    Returns
    -------
    Standing
        The film's amount beside the median of the conventional films.

    Raises
    ------
    KeyError
        If the film has no such amount.
    """
    own = costs.loc[costs["film_id"] == film_id, ["title", column]].dropna()
    if own.empty:
        raise KeyError(f"no {column} of {film_id}")
    value = float(own[column].iloc[0])
    others = costs.loc[~costs["ai"], column].dropna()
    middle = inference.bootstrap(others, np.median)
    return Standing(
        title=own["title"].iloc[0],
        value=value,
        median=middle.value,
        low=middle.low,
        high=middle.high,
        ratio=value / middle.value,
        cheaper=int((others < value).sum()),
        n=middle.n,
    )


def like_budget(costs: pd.DataFrame, film_id: str, factor: float = 3.0) -> pd.DataFrame:
    """Pick the conventional films whose real budget is within a factor of one film's.

    Where statements on the film's budget differ, from the lowest to the highest.

    Parameters
    ----------
    costs : DataFrame
        From :func:`budgets`.
    film_id : str
        The film.
    factor : float
        How many times as large or as small a budget may be.

    Returns
    -------
    DataFrame
        Rows of ``costs``; empty where the film has no budget.
    """
    own = costs[costs["film_id"] == film_id]
    if own.empty:
        return costs.iloc[:0]
    low, high = own["budget_real_krw"].iloc[0], own["budget_high_real_krw"].iloc[0]
    near = costs["budget_real_krw"].between(low / factor, high * factor)
    return carry(costs[near & ~costs["ai"]].reset_index(drop=True), costs)


def shoots(ai_films: pd.DataFrame, costs: pd.DataFrame, films: pd.DataFrame) -> pd.DataFrame:
    """List shooting days of works made with AI and shooting sessions of conventional films.

    A session, the Korean unit, is about one working day.

    Parameters
    ----------
    ai_films, costs, films : DataFrame
        Tables ``ai_films``, ``film_costs`` and ``films``.

    Returns
    -------
    DataFrame
        film_id, title, year, ai, days, runtime_min, source_ids; fewest days first.
    """
    made = ai_films.loc[ai_films["shoot_days"].notna(), ["film_id", "shoot_days", "runtime_min"]]
    made = made.rename(columns={"shoot_days": "days"}).assign(ai=True)
    other = costs.loc[costs["shooting_sessions"].notna(), ["film_id", "shooting_sessions"]]
    other = other.rename(columns={"shooting_sessions": "days"}).assign(ai=False)
    minutes = films.set_index("film_id")["runtime_min"]
    other["runtime_min"] = other["film_id"].map(minutes)
    both = pd.concat(
        [part.astype({"days": "float64", "runtime_min": "float64"}) for part in (made, other)]
    ).merge(films[["film_id", "title_en", "year"]], on="film_id", how="left")
    both["title"] = both["title_en"].fillna(both["film_id"])
    both["year"] = both["year"].astype("int64")
    both["source_ids"] = _cite(both, costs, ai_films)
    result = both[["film_id", "title", "year", "ai", "days", "runtime_min", "source_ids"]]
    return carry(
        result.sort_values(["days", "film_id"]).reset_index(drop=True), ai_films, costs, films
    )


def ratios(
    statements: pd.DataFrame, film_id: str, topics: Sequence[str] = ("time", "money")
) -> pd.DataFrame:
    """Turn what was said on time and money saved into one measure: how many times less.

    A statement with both sides gives an interval, from the smallest usual figure over the largest
    with AI to the largest usual over the smallest with AI. A working day counts eight hours, a
    month 21 days. A share saved ``s`` is ``1 / (1 - s)`` times less. Where a statement holds the
    usual cost alone, the cost printed elsewhere for the same film is taken and marked.

    Parameters
    ----------
    statements : DataFrame
        Table ``ai_statements``.
    film_id : str
        The film.
    topics : sequence of str
        Topics to take.

    Returns
    -------
    DataFrame
        statement_id, topic, speaker, speaker_kind, scope, date, low, high (times less), kind
        ("ratio stated", "share stated", "both figures stated", "two statements"), what,
        source_ids; by topic, then low.
    """
    rows = statements[
        (statements["film_id"] == film_id) & statements["topic"].astype("object").isin(topics)
    ].astype({"unit": "object", "usual_unit": "object", "topic": "object"})
    numbers = ["low", "high", "usual_low", "usual_high"]
    rows = rows.astype(dict.fromkeys(numbers, "float64")).reset_index(drop=True)
    cost = rows.loc[(rows["unit"] == "KRW") & rows["low"].notna(), ["low", "high"]]
    scale = rows["usual_unit"].map(HOURS) / rows["unit"].map(HOURS)
    amount = (rows["usual_unit"] == "KRW") & rows["low"].isna()
    kinds = {
        "ratio stated": rows["unit"] == "times",
        "share stated": rows["unit"] == "share saved",
        "both figures stated": scale.notna(),
        "two statements": amount & (len(cost) > 0),
    }
    lows = [
        rows["low"],
        1 / (1 - rows["low"]),
        rows["usual_low"] * scale / rows["high"],
        rows["usual_low"] / cost["high"].max(),
    ]
    highs = [
        rows["high"],
        1 / (1 - rows["high"]),
        rows["usual_high"] * scale / rows["low"],
        rows["usual_high"] / cost["low"].min(),
    ]
    keep = ["statement_id", "topic", "speaker", "speaker_kind", "scope", "date"]
    result = rows[[*keep, "what", "source_ids"]].assign(
        low=np.select(list(kinds.values()), lows, np.nan),
        high=np.select(list(kinds.values()), highs, np.nan),
        kind=np.select(list(kinds.values()), list(kinds), ""),
    )
    result = result.dropna(subset=["low"])
    order = result["topic"].map({topic: place for place, topic in enumerate(topics)})
    result = result.assign(order=order).sort_values(["order", "low", "statement_id"])
    return carry(result.drop(columns="order").reset_index(drop=True), statements)


def audiences(
    ai_films: pd.DataFrame,
    costs: pd.DataFrame,
    films: pd.DataFrame,
    statements: pd.DataFrame,
    budget: pd.DataFrame,
) -> pd.DataFrame:
    """Hold audiences against break-even points, of works made with AI and of conventional films.

    Where the audience of a film made with AI is only stated as a share of its break-even point, it
    is that share times the printed point.

    Parameters
    ----------
    ai_films, costs, films, statements : DataFrame
        Tables ``ai_films``, ``film_costs``, ``films`` and ``ai_statements``.
    budget : DataFrame
        From :func:`budgets`; gives the films of like budget.

    Returns
    -------
    DataFrame
        film_id, title, year, ai, led (AI made its pictures, creatures or effects), admissions,
        break_even, level (admissions over break-even), known ("count", "running", "rounded",
        "statement", "not known"), like_median (median admissions of conventional films within
        three times the budget), like_n, source_ids. Features released to cinemas, and
        conventional films with both figures. Lowest level first, unknown last.
    """
    made = ai_films[
        (ai_films["format"].astype("object") == "feature")
        & (ai_films["status"].astype("object") == "released")
        & ai_films["platform"].isna()
    ]
    share = (
        statements[statements["unit"].astype("object") == "share of break-even"]
        .groupby("film_id")["high"]
        .max()
        .astype("float64")
    )
    stated = made["film_id"].map(share) * made["break_even_admissions"].astype("float64")
    counted = made["admissions"].astype("float64")
    mine = pd.DataFrame(
        {
            "film_id": made["film_id"],
            "ai": True,
            "led": made["ai_role"] != "other",
            "admissions": counted.fillna(stated),
            "break_even": made["break_even_admissions"].astype("float64"),
            "known": np.select(
                [counted.notna(), stated.notna()],
                [made["admissions_basis"].astype("object").fillna("count"), "statement"],
                "not known",
            ),
        }
    )
    basis = films.set_index("film_id")[["admissions", "admissions_basis"]]
    other = costs.loc[costs["break_even_admissions"].notna(), ["film_id", "break_even_admissions"]]
    other = other[~other["film_id"].isin(ai_films["film_id"])]
    theirs = pd.DataFrame(
        {
            "film_id": other["film_id"],
            "ai": False,
            "led": False,
            "admissions": other["film_id"].map(basis["admissions"]).astype("float64"),
            "break_even": other["break_even_admissions"].astype("float64"),
            "known": other["film_id"]
            .map(basis["admissions_basis"].astype("object"))
            .replace({"final": "count"}),
        }
    ).dropna(subset=["admissions"])
    both = pd.concat([mine, theirs], ignore_index=True)
    both = both.merge(films[["film_id", "title_en", "year"]], on="film_id", how="left")
    both["title"] = both["title_en"].fillna(both["film_id"])
    both["level"] = both["admissions"] / both["break_even"]
    near = [
        like_budget(budget, film)["admissions"].dropna() if ai else pd.Series(dtype="float64")
        for film, ai in zip(both["film_id"], both["ai"], strict=True)
    ]
    both["like_median"] = [group.median() if len(group) else np.nan for group in near]
    both["like_n"] = [len(group) for group in near]
    both["year"] = both["year"].astype("int64")
    both["source_ids"] = _cite(both, costs, ai_films, _by_film(statements), films)
    columns = [
        *("film_id", "title", "year", "ai", "led", "admissions", "break_even", "level", "known"),
        *("like_median", "like_n", "source_ids"),
    ]
    result = both[columns].sort_values(["level", "film_id"]).reset_index(drop=True)
    return carry(result, ai_films, costs, films, statements, budget)


def with_audience(costs: pd.DataFrame, audience: pd.DataFrame) -> pd.DataFrame:
    """Add the audiences that are only stated to the costs of films made with AI.

    Parameters
    ----------
    costs : DataFrame
        From :func:`budgets`.
    audience : DataFrame
        From :func:`audiences`.

    Returns
    -------
    DataFrame
        As ``costs``, with admissions and cost_per_admission_krw filled where ``audience`` knows
        them of a film made with AI; cost_per_minute_high_krw and cost_per_admission_high_krw, of
        the higher amount where statements differ.
    """
    seats = costs["film_id"].map(audience[audience["ai"]].set_index("film_id")["admissions"])
    result = costs.assign(admissions=costs["admissions"].fillna(seats))
    result["cost_per_admission_krw"] = result["budget_real_krw"] / result["admissions"]
    result["cost_per_minute_high_krw"] = result["budget_high_real_krw"] / result["runtime_min"]
    result["cost_per_admission_high_krw"] = result["budget_high_real_krw"] / result["admissions"]
    return carry(result, costs, audience)


def public_money(policy: pd.DataFrame) -> pd.DataFrame:
    """Pick the public money that is named as being for AI.

    Parameters
    ----------
    policy : DataFrame
        Table ``film_policy``.

    Returns
    -------
    DataFrame
        year, body, programme, status, amount_krw, field ("film", or "all content" for the content
        agency, whose money goes to other video as well), only_ai (the programme is named after AI;
        else AI is one of several technologies), what, source_ids. Rows are not to be added up.
    """
    words = policy["programme"].fillna("") + " " + policy["what"].fillna("")
    rows = policy[words.str.contains(r"\bAI\b") & policy["amount_krw"].notna()]
    result = rows[
        ["year", "body", "programme", "status", "amount_krw", "what", "source_ids"]
    ].astype({"year": "int64", "amount_krw": "float64", "body": "object", "status": "object"})
    result["field"] = np.where(result["body"] == "KOCCA", "all content", "film")
    result["only_ai"] = result["programme"].str.contains(r"\bAI\b")
    return carry(result.sort_values(["year", "amount_krw"]).reset_index(drop=True), policy)


def work(statements: pd.DataFrame) -> pd.DataFrame:
    """List what was said on work with AI and on work lost to it.

    Parameters
    ----------
    statements : DataFrame
        Table ``ai_statements``.

    Returns
    -------
    DataFrame
        statement_id, topic ("work"; "team", the people who made one work, which counts no new
        job; or "threat"), date, speaker, speaker_kind, scope, people (a count; NaN where there is
        none), independent (said neither by a maker nor, of one, by the press), what, source_ids;
        by topic, largest counts first.
    """
    topics = ("work", "team", "threat")
    rows = statements[statements["topic"].astype("object").isin(topics)]
    people = rows["high"].astype("float64").where(rows["unit"].astype("object") == "people")
    kind = rows["speaker_kind"].astype("object")
    result = rows[["statement_id", "topic", "date", "speaker", "scope", "what", "source_ids"]]
    result = result.astype({"topic": "object"}).assign(
        speaker_kind=kind,
        people=people,
        independent=kind.isin(["survey", "outsider"]),
        place=result["topic"].astype("object").map({name: i for i, name in enumerate(topics)}),
    )
    order = ["place", "people", "date", "statement_id"]
    result = result.sort_values(order, ascending=[True, False, True, True]).drop(columns="place")
    return carry(result.reset_index(drop=True), statements)


def acts(copyright_acts: pd.DataFrame) -> pd.DataFrame:
    """Order what authorities did on copyright in AI output.

    Parameters
    ----------
    copyright_acts : DataFrame
        Table ``ai_copyright``.

    Returns
    -------
    DataFrame
        act_id, date (as printed), when (first day of the date's span), body, kind, subject,
        position, authority (False for an overview by a law firm), binding (a law or judgment),
        what, source_ids; by when.
    """
    result = copyright_acts.astype({"kind": "object", "subject": "object", "position": "object"})
    start = result["date"].str.len().map({4: "-01-01", 7: "-01", 10: ""})
    result["when"] = pd.to_datetime(result["date"] + start)
    result["authority"] = result["kind"] != "overview"
    result["binding"] = result["kind"].isin(BINDING)
    columns = [
        *("act_id", "date", "when", "body", "kind", "subject", "position", "authority", "binding"),
        *("what", "source_ids"),
    ]
    result = result[columns].sort_values(["when", "act_id"]).reset_index(drop=True)
    return carry(result, copyright_acts)
