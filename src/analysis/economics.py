"""What films cost and return, who distributes them, and what public money does.

Frames in, frames out. Shares and returns are fractions (0.1 is ten per cent),
amounts are won, and ``_real`` marks won of the year given by ``prices_of``.
"""

import numpy as np
import pandas as pd

from analysis import inference
from analysis.datasets import carry

LEVY = 0.03
SIZES = {"large": "large firms", "mid-sized": "mid-sized firms", "small": "small and medium firms"}
NEW_TECHNOLOGY = r"\bAI\b|advanced-technology|virtual production"
INCENTIVES = {
    "tax credit": r"tax credit",
    "production support": r"production support|film production$",
    "export, location and co-production": r"export|overseas|co-?production|location",
}
PERIODS = ("year", "jan_nov", "first_half")


def deflate(
    frame: pd.DataFrame, reference: pd.DataFrame, *columns: str, prices_of: int | None = None
) -> pd.DataFrame:
    """Add amounts in constant won, deflated by consumer prices.

    Parameters
    ----------
    frame : DataFrame
        Any frame with ``year`` and the amounts.
    reference : DataFrame
        Table ``reference_yearly``.
    *columns : str
        Columns with amounts in current won.
    prices_of : int, optional
        The year whose prices are used; by default the newest with an index.

    Returns
    -------
    DataFrame
        As ``frame``, with ``<column>_real`` (won of ``prices_of``) for each column;
        missing where the year has no index, as a budget of a year to come has none.

    Raises
    ------
    ValueError
        If ``prices_of`` has no index.

    Notes
    -----
    Consumer prices of all goods and services: no index of production costs is known.
    """
    index = reference.set_index("year")["cpi_kr"].astype("float64").dropna()
    target = index.index.max() if prices_of is None else prices_of
    if target not in index.index:
        raise ValueError(f"no consumer price index for {target}")
    factor = index[target] / frame["year"].astype("Int64").map(index).astype("float64")
    real = {f"{column}_real": frame[column].astype("float64") * factor for column in columns}
    result = frame.assign(**real)
    if "source_ids" in frame:
        cited = reference.set_index("year")["source_ids"]
        extra = frame["year"].astype("Int64").map(cited)
        joined = frame["source_ids"] + ";" + extra
        result["source_ids"] = joined.fillna(frame["source_ids"])
    return carry(result, frame, reference)


def commercial_films(production: pd.DataFrame) -> pd.DataFrame:
    """Count the commercial films a year that the Film Council's study of returns looks at.

    Parameters
    ----------
    production : DataFrame
        Table ``production_years``.

    Returns
    -------
    DataFrame
        year, films, definition ("old": a cost of 1 billion won or 100 screens;
        "new": a net cost of 3 billion won; "followed": all films followed up),
        partial (bool: by its note, the count is of before the end of the year),
        source_ids; years with a count only.
    """
    known = production.dropna(subset=["films_commercial"])
    result = pd.DataFrame(
        {
            "year": known["year"].astype("int64"),
            "films": known["films_commercial"].astype("float64"),
            "definition": known["commercial_definition"].astype("object"),
            "partial": known["note"].astype("object").str.contains("count as of").eq(True),
            "source_ids": known["source_ids"],
        }
    )
    return carry(result.reset_index(drop=True), known)


def mean_costs(production: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """List the mean cost of a film by year, what it includes and of which films it is.

    Parameters
    ----------
    production : DataFrame
        Table ``production_years``.
    reference : DataFrame
        Table ``reference_yearly``.

    Returns
    -------
    DataFrame
        year, cost ("total": with prints and advertising, "net": without), films
        ("all", "commercial", "unclear"), krw (current won), krw_real (won of the
        newest year with an index), source_ids.
    """
    parts = []
    for cost in ("total", "net"):
        part = production.dropna(subset=[f"avg_{cost}_cost_krw"])
        parts.append(
            pd.DataFrame(
                {
                    "year": part["year"].astype("int64"),
                    "cost": cost,
                    "films": part[f"{cost}_cost_films"].astype("object"),
                    "krw": part[f"avg_{cost}_cost_krw"].astype("float64"),
                    "source_ids": part["source_ids"],
                }
            )
        )
    long = pd.concat(parts).sort_values(["cost", "year"], ascending=[False, True])
    return deflate(carry(long.reset_index(drop=True), production), reference, "krw")


def returns(production: pd.DataFrame) -> pd.DataFrame:
    """Give the return on investment of each year's commercial films.

    The final figure where one was found, else the first estimate. A year that was
    estimated by the old definition and restated by the new one counts as new.

    Parameters
    ----------
    production : DataFrame
        Table ``production_years``.

    Returns
    -------
    DataFrame
        year, roi (fraction: -0.1 loses ten won of a hundred), stage ("final",
        "first"), definition ("old", "new"), source_ids; years with a figure only.
    """
    known = production.dropna(subset=["roi_first_pct", "roi_final_pct"], how="all")
    final = known["roi_final_pct"].notna()
    roi = known["roi_final_pct"].fillna(known["roi_first_pct"]).astype("float64") / 100
    definition = known["roi_definition"].astype("object")
    changed = definition == "old_then_new"
    result = pd.DataFrame(
        {
            "year": known["year"].astype("int64"),
            "roi": roi,
            "stage": np.where(final, "final", "first"),
            "definition": np.where(changed, np.where(final, "new", "old"), definition),
            "source_ids": known["source_ids"],
        }
    )
    return carry(result.reset_index(drop=True), known)


def revisions(production: pd.DataFrame) -> pd.DataFrame:
    """Hold the first estimate of a year's return against the final figure.

    Parameters
    ----------
    production : DataFrame
        Table ``production_years``.

    Returns
    -------
    DataFrame
        year, first, final, change (final less first), all fractions;
        same_definition (bool: both are of the same films), source_ids.
    """
    both = production.dropna(subset=["roi_first_pct", "roi_final_pct"])
    first, final = (both[f"roi_{s}_pct"].astype("float64") / 100 for s in ("first", "final"))
    result = pd.DataFrame(
        {
            "year": both["year"].astype("int64"),
            "first": first,
            "final": final,
            "change": final - first,
            "same_definition": both["roi_definition"].astype("object") != "old_then_new",
            "source_ids": both["source_ids"],
        }
    )
    return carry(result.reset_index(drop=True), both)


def film_results(films: pd.DataFrame, costs: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """Put a film's budget and break-even point beside its admissions.

    Budgets of ``film_costs`` go before those of ``films``; budgets printed in
    dollars only are left out, and so are films without national admissions and
    foreign films. Co-productions are kept.

    Parameters
    ----------
    films, costs, reference : DataFrame
        Tables ``films``, ``film_costs``, ``reference_yearly``.

    Returns
    -------
    DataFrame
        film_id, title, year, budget_krw, budget_krw_real (won of the newest year
        with an index; current won where the film's year has none), deflated (bool),
        basis ("net", "total", "unknown"), precision, admissions, counted (bool: the
        total of a run that was over), break_even, times (admissions over break-even),
        source_ids.
    """
    both = films.merge(costs, on="film_id", how="left", suffixes=("", "_costs"))
    own = both["budget_krw_costs"].notna()
    budget = both["budget_krw_costs"].fillna(both["budget_krw"]).astype("float64")
    basis = both["budget_basis_costs"].astype("object").where(own, both["budget_basis"])
    cited = both["source_ids"] + (";" + both["source_ids_costs"]).fillna("")
    result = pd.DataFrame(
        {
            "film_id": both["film_id"],
            "title": both["title_en"].fillna(both["film_id"]),
            "year": both["year"],
            "budget_krw": budget,
            "basis": basis,
            "precision": both["budget_precision"].astype("object"),
            "admissions": both["admissions"].astype("float64"),
            "counted": both["admissions_basis"].astype("object") == "final",
            "break_even": both["break_even_admissions"].astype("float64"),
            "source_ids": cited,
        }
    )
    some = result["budget_krw"].notna() | result["break_even"].notna()
    some &= both["origin"].astype("object").isin(["korean", "coproduction"])
    result = result[some & result["admissions"].notna()].reset_index(drop=True)
    result = deflate(carry(result, films, costs), reference, "budget_krw")
    result["deflated"] = result["budget_krw_real"].notna()
    result["budget_krw_real"] = result["budget_krw_real"].fillna(result["budget_krw"])
    result["times"] = result["admissions"] / result["break_even"]
    return result


def concentration(shares: pd.DataFrame, at_least: int = 3) -> pd.DataFrame:
    """Bound how concentrated distribution is, from the shares that were published.

    The Herfindahl-Hirschman index is the sum of squared shares. What is not
    published lies between a crowd of tiny companies, which adds nothing, and as
    few large ones as possible. ``high`` lets none of them be larger than the
    largest one named; ``highest`` makes the whole rest one company.

    Parameters
    ----------
    shares : DataFrame
        Table ``distributor_shares``.
    at_least : int
        Single companies that must be named for a year to count.

    Returns
    -------
    DataFrame
        year, period, measure (one set a year: admissions before shares whose
        measure is not stated, whole years before parts), companies (named), named
        (their share together), leader (name as printed), leader_share, low, high,
        highest (index from 0 to 1), source_ids.

    References
    ----------
    Hirschman, The Paternity of an Index, American Economic Review 54 (1964).
    """
    single = shares[(shares["scope"] == "all") & (shares["members"] == "one")]
    single = single[single["measure"].isin(["admissions", "unstated"])]
    single = single.astype({"measure": "object", "period": "object", "scope": "object"})
    rows = []
    for (year, period, measure), group in single.groupby(["year", "period", "measure"]):
        if len(group) < at_least:
            continue
        part = group["share_pct"].astype("float64") / 100
        rest, largest = max(1 - part.sum(), 0.0), part.max()
        whole = np.floor(rest / largest)
        low = float((part**2).sum())
        rows.append(
            {
                "year": int(year),
                "period": period,
                "measure": measure,
                "companies": len(group),
                "named": part.sum(),
                "leader": group.loc[part.idxmax(), "distributor"],
                "leader_share": largest,
                "low": low,
                "high": low + whole * largest**2 + (rest - whole * largest) ** 2,
                "highest": low + rest**2,
                "source_ids": ";".join(group["source_ids"]),
            }
        )
    if not rows:
        raise ValueError(f"no year has shares of {at_least} or more companies")
    result = pd.DataFrame(rows)
    result["order"] = result["period"].map(PERIODS.index)
    result = result.sort_values(["year", "measure", "order"]).drop_duplicates("year")
    return carry(result.drop(columns="order").reset_index(drop=True), single)


def levy(policy: pd.DataFrame, years: pd.DataFrame, rate: float = LEVY) -> pd.DataFrame:
    """Hold the printed income from the ticket levy against the rate times gross.

    Parameters
    ----------
    policy : DataFrame
        Table ``film_policy``.
    years : DataFrame
        From :func:`analysis.market.in_constant_won`.
    rate : float
        The levy, as a share of the ticket price.

    Returns
    -------
    DataFrame
        One row per year of ``years`` from the first with a printed income on: year,
        gross_krw, price_krw, levy_per_ticket (rate times price), implied_krw (rate
        times gross), implied_krw_real (won of the years' price base), income_krw
        (printed, missing where none was found), ratio (printed over implied),
        source_ids.
    """
    income = policy[policy["programme"].astype("object").str.startswith("ticket levy income")]
    printed = income.set_index("year")
    later = years[years["year"] >= income["year"].min()]
    paid = later["year"].map(printed["amount_krw"].astype("float64"))
    cited = (";" + later["year"].map(printed["source_ids"])).fillna("")
    implied = later["gross_krw_total"] * rate
    result = pd.DataFrame(
        {
            "year": later["year"].astype("int64"),
            "gross_krw": later["gross_krw_total"],
            "price_krw": later["price_krw"],
            "levy_per_ticket": later["price_krw"] * rate,
            "implied_krw": implied,
            "implied_krw_real": later["gross_real_krw_total"] * rate,
            "income_krw": paid,
            "ratio": paid / implied,
            "source_ids": later["source_ids"] + cited,
        }
    )
    return carry(result.reset_index(drop=True), income, later)


def budget_series(policy: pd.DataFrame, reference: pd.DataFrame, at_least: int = 2) -> pd.DataFrame:
    """Pick the lines of public money that can be compared over years, in constant won.

    A line is one body, one programme and one kind; money of extra budgets, caps,
    cuts, rates and plans are no part of it.

    Parameters
    ----------
    policy, reference : DataFrame
        Tables ``film_policy`` and ``reference_yearly``.
    at_least : int
        Years with an amount that a line must have.

    Returns
    -------
    DataFrame
        body, programme, kind, year, status ("final", "draft"), krw (current won),
        krw_real (won of the newest year with an index; missing where the year has
        none), new_technology (bool), source_ids; in order of line and year.
    """
    rows = policy[
        policy["kind"].isin(["yearly_budget", "programme", "fund"])
        & policy["status"].isin(["final", "draft"])
    ].dropna(subset=["amount_krw"])
    result = pd.DataFrame(
        {
            "body": rows["body"].astype("object"),
            "programme": rows["programme"].astype("object"),
            "kind": rows["kind"].astype("object"),
            "year": rows["year"].astype("int64"),
            "status": rows["status"].astype("object"),
            "krw": rows["amount_krw"].astype("float64"),
            "new_technology": _new_technology(rows),
            "source_ids": rows["source_ids"],
        }
    )
    key = ["body", "programme", "kind"]
    long = result.groupby(key)["year"].transform("nunique") >= at_least
    result = result[long].sort_values([*key, "year"]).reset_index(drop=True)
    return deflate(carry(result, rows), reference, "krw")


def newest_lines(policy: pd.DataFrame) -> pd.DataFrame:
    """List the newest year's lines of public money for film, beside the year before.

    Lines of both years, and lines for new technology of either; money of extra
    budgets is taken in for new technology only. What is not only for film is left
    out: the whole ministry, the content sector, the Culture Day.

    Parameters
    ----------
    policy : DataFrame
        Table ``film_policy``.

    Returns
    -------
    DataFrame
        body, programme, drafts (bool: an amount is of a draft budget), before_year,
        before_krw, year, krw (current won, missing where the line has no amount in that
        year), change (fraction), new_technology (bool), whole (bool: the ministry's film
        budget, of which others are part), earlier_krw and earlier_year (the line's largest
        amount of the years before those two and its year; missing where there is none),
        source_ids; by newest amount.
    """
    wide = r"whole ministry|content sector|Culture Day"
    rows = policy[
        policy["kind"].isin(["yearly_budget", "programme", "fund"])
        & ~policy["programme"].astype("object").str.contains(wide, regex=True)
    ].dropna(subset=["amount_krw"])
    newest = int(rows["year"].max()) if len(rows) else 0
    rows = rows.assign(new_technology=lambda f: _new_technology(f))
    rows = rows[rows["new_technology"] | (rows["status"] != "extra")]
    key = ["body", "programme"]
    rows = rows.astype({"body": "object", "programme": "object", "status": "object"})
    rows["krw"] = rows["amount_krw"].astype("float64")
    before = rows[rows["year"] < newest - 1].sort_values("krw", kind="stable")
    before = before.drop_duplicates(key, keep="last").set_index(key)
    rows = rows[rows["year"] >= newest - 1]
    amounts = rows.pivot(index=key, columns="year", values="krw").reindex(
        columns=[newest - 1, newest]
    )
    rows = rows.sort_values([*key, "year"])
    about = rows.groupby(key).agg(
        drafts=("status", lambda status: bool((status == "draft").any())),
        new_technology=("new_technology", "any"),
        source_ids=("source_ids", ";".join),
    )
    result = about.assign(
        before_year=newest - 1,
        before_krw=amounts[newest - 1],
        year=newest,
        krw=amounts[newest],
        change=amounts[newest] / amounts[newest - 1] - 1,
        earlier_krw=before["krw"],
        earlier_year=before["year"],
    ).reset_index()
    result["whole"] = (result["body"] == "MCST") & (result["programme"] == "film budget")
    result = result[result["change"].notna() | result["new_technology"]]
    order = result["krw"].fillna(result["before_krw"])
    result = result.iloc[np.argsort(-order.to_numpy(), kind="stable")]
    return carry(result.reset_index(drop=True), rows)


def rates(policy: pd.DataFrame, support: pd.DataFrame) -> pd.DataFrame:
    """List the rates of tax credit and of the rebate for shooting in Korea.

    Parameters
    ----------
    policy, support : DataFrame
        Tables ``film_policy`` and ``coproduction_support``.

    Returns
    -------
    DataFrame
        scheme ("tax credit", "location rebate"), size ("large", "mid-sized", "small";
        "all" for the rebate), year, rate (fraction; the highest where a range is
        printed), status ("final", "plan"), source_ids. A year stands for the rate that
        a source states for it; rates of years between are not known to be the same.
    """
    named = policy.assign(programme=policy["programme"].astype("object"))
    credit = named[named["programme"].str.contains("tax credit") & named["rate_pct"].notna()]
    rebate = named[(named["programme"] == "location incentive") & named["rate_pct"].notna()]
    other = support[
        (support["programme"] == "location_incentive")
        & support["measure"].astype("object").isin(["rate", "rate_maximum"])
        & (support["status"] == "stated")
    ].dropna(subset=["year"])
    size = credit["programme"].map(
        lambda name: next(key for key, words in SIZES.items() if name.endswith(words))
    )
    parts = [
        _rates(credit, "tax credit", size, credit["rate_pct"], credit["status"]),
        _rates(rebate, "location rebate", "all", rebate["rate_pct"], rebate["status"]),
        _rates(other, "location rebate", "all", other["value"], "final"),
    ]
    result = pd.concat(parts).sort_values(
        ["scheme", "size", "year", "rate"], ascending=[False, True, True, False]
    )
    key = ["scheme", "size", "year"]
    cited = result.groupby(key)["source_ids"].transform(";".join)
    result = result.assign(source_ids=cited).drop_duplicates(key).reset_index(drop=True)
    return carry(result, credit, rebate, other)


def _rates(rows: pd.DataFrame, scheme: str, size: object, rate: pd.Series, status: object):
    return pd.DataFrame(
        {
            "scheme": scheme,
            "size": size,
            "year": rows["year"].astype("int64"),
            "rate": rate.astype("float64") / 100,
            "status": status,
            "source_ids": rows["source_ids"],
        }
    ).astype({"status": "object", "size": "object", "scheme": "object"})


def policy_and_volume(
    series: pd.DataFrame, production: pd.DataFrame, market: pd.DataFrame
) -> pd.DataFrame:
    """Put the Film Council's programme money beside what was made and what it returned.

    Parameters
    ----------
    series : DataFrame
        From :func:`budget_series`.
    production, market : DataFrame
        Tables ``production_years`` and ``market_yearly``.

    Returns
    -------
    DataFrame
        year, budget_real (won of the newest year with an index), budget_status,
        films (commercial films by the new definition), films_partial (bool: counted
        before the end of the year), releases (Korean films in the ticketing system),
        roi (fraction, new definition), roi_first (bool: a first estimate only),
        source_ids; years with any.
    """
    money = series[
        (series["programme"] == "yearly programme budget") & (series["body"] == "KOFIC")
    ].set_index("year")
    made = commercial_films(production).query("definition == 'new'").set_index("year")
    earned = returns(production).query("definition == 'new'").set_index("year")
    system = market[
        (market["basis"] == "kobis")
        & (market["coverage"] == "full")
        & (market["period_type"] == "year")
    ].dropna(subset=["releases_korean"])
    counted = system.astype({"year": "int64"}).set_index("year")
    result = pd.DataFrame(
        {
            "budget_real": money["krw_real"],
            "budget_status": money["status"],
            "films": made["films"],
            "films_partial": made["partial"],
            "releases": counted["releases_korean"].astype("float64"),
            "roi": earned["roi"],
            "roi_first": earned["stage"] == "first",
        }
    ).sort_index()
    for flag in ("films_partial", "roi_first"):
        result[flag] = result[flag].eq(True)
    cited = [frame["source_ids"] for frame in (money, made, counted, earned)]
    joined = pd.concat(cited).groupby(level=0).agg(";".join)
    result = result.assign(source_ids=joined).rename_axis("year").reset_index()
    return carry(result, series, production, market)


def association(pairs: pd.DataFrame, x: str, y: str) -> inference.Estimate:
    """Give the rank correlation of two yearly figures, with its interval and n.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`policy_and_volume` or :func:`film_results`.
    x, y : str
        Columns.

    Returns
    -------
    Estimate
        Spearman's correlation; missing below four pairs. It says nothing of cause,
        and yearly figures that both drift can go together for no other reason.
    """
    return inference.rank_correlation(
        pairs[x].astype("float64").to_numpy(), pairs[y].astype("float64").to_numpy()
    )


def incentives(policy: pd.DataFrame, support: pd.DataFrame) -> pd.DataFrame:
    """Count the documented lines of tax credit, production support and export support.

    Parameters
    ----------
    policy, support : DataFrame
        Tables ``film_policy`` and ``coproduction_support``; public lines with an
        amount or a rate.

    Returns
    -------
    DataFrame
        kind ("tax credit", "production support", "export, location and co-production"),
        lines, first, last (years; missing without a line), source_ids.
    """
    private = support["programme"].astype("object") == "cj_enm_slate"
    both = pd.concat(
        [
            policy[policy["amount_krw"].notna() | policy["rate_pct"].notna()][
                ["programme", "year", "source_ids"]
            ],
            support[~private & support["unit"].isin(["KRW", "USD", "per cent"])][
                ["programme", "year", "source_ids"]
            ],
        ]
    ).dropna(subset=["year"])
    name = both["programme"].astype("string").str.replace("_", " ")
    rows = []
    for kind, pattern in INCENTIVES.items():
        hits = both[name.str.contains(pattern, regex=True)]
        rows.append(
            {
                "kind": kind,
                "lines": len(hits),
                "first": hits["year"].min() if len(hits) else pd.NA,
                "last": hits["year"].max() if len(hits) else pd.NA,
                "source_ids": ";".join(hits["source_ids"]) or pd.NA,
            }
        )
    result = pd.DataFrame(rows).astype({"first": "Int64", "last": "Int64"})
    return carry(result, policy, support)


def independents(
    films: pd.DataFrame, production: pd.DataFrame, market: pd.DataFrame, years: pd.DataFrame
) -> pd.DataFrame:
    """Bound the share of independent films in Korean releases, and give its floor in admissions.

    The floor counts the films that a source calls independent. The ceiling counts
    all releases outside the study of commercial films, which holds every independent
    film but also dubbed, reissued and token releases.

    Parameters
    ----------
    films, production, market : DataFrame
        Tables ``films``, ``production_years``, ``market_yearly``.
    years : DataFrame
        From :func:`analysis.market.annual`.

    Returns
    -------
    DataFrame
        One row per year with releases in the ticketing system and a count of
        commercial films: year, releases, commercial, definition, named (films called
        independent), floor, ceiling (shares of releases), named_admissions,
        admissions_floor (share of Korean admissions), source_ids.
    """
    called = films[films["is_independent"].notna() & (films["origin"] == "korean")]
    by_year = called.assign(admissions=called["admissions"].astype("float64")).groupby("year")
    count = by_year.size()
    seen = by_year["admissions"].sum()
    commercial = commercial_films(production).query("definition != 'followed'")
    commercial = commercial.set_index("year")
    system = market[
        (market["basis"] == "kobis")
        & (market["coverage"] == "full")
        & (market["period_type"] == "year")
    ].dropna(subset=["releases_korean"])
    system = system[system["year"].isin(commercial.index)]
    year = system["year"].astype("int64")
    releases = system["releases_korean"].astype("float64")
    held = year.map(commercial["films"])
    named = year.map(count).fillna(0).astype("float64")
    total = year.map(years.set_index("year")["admissions_korean"])
    watched = year.map(seen).fillna(0).astype("float64")
    cited = by_year["source_ids"].agg(";".join)
    result = pd.DataFrame(
        {
            "year": year,
            "releases": releases,
            "commercial": held,
            "definition": year.map(commercial["definition"]),
            "named": named,
            "floor": named / releases,
            "ceiling": 1 - held / releases,
            "named_admissions": watched,
            "admissions_floor": watched / total,
            "source_ids": system["source_ids"]
            + ";"
            + year.map(commercial["source_ids"])
            + (";" + year.map(cited)).fillna(""),
        }
    ).sort_values("year")
    return carry(result.reset_index(drop=True), called, production, system, years)


def outside_cinemas(secondary: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """Give what films earned outside cinemas, and how many people stream, by year.

    Parameters
    ----------
    secondary, reference : DataFrame
        Tables ``secondary_market`` and ``reference_yearly``.

    Returns
    -------
    DataFrame
        year, measure ("revenue": won of the newest year with an index; "users": share
        of the population that uses streaming), value, basis, source_ids.
    """
    kinds = {"secondary_revenue": "revenue", "ott_users_pct": "users"}
    rows = secondary[
        secondary["measure"].isin(list(kinds)) & (secondary["period"] == "year")
    ].sort_values(["measure", "year"])
    measure = rows["measure"].astype("object").map(kinds)
    frame = pd.DataFrame(
        {
            "year": rows["year"].astype("int64"),
            "measure": measure,
            "krw": rows["value"].astype("float64"),
            "basis": rows["basis"].astype("object"),
            "source_ids": rows["source_ids"],
        }
    )
    money = deflate(carry(frame[measure == "revenue"], rows), reference, "krw")
    money = money.rename(columns={"krw_real": "value"})
    users = frame[measure == "users"].assign(value=lambda f: f["krw"] / 100)
    columns = ["year", "measure", "value", "basis", "source_ids"]
    result = pd.concat([money[columns], users[columns]], ignore_index=True)
    return carry(result, rows, reference)


def services(secondary: pd.DataFrame) -> pd.DataFrame:
    """List the monthly users of streaming services, month by month and panel by panel.

    Parameters
    ----------
    secondary : DataFrame
        Table ``secondary_market``.

    Returns
    -------
    DataFrame
        tracker (the panel), month (2021-02), service, users, share (of the users
        counted in that month; people who use two services count twice), source_ids;
        by month, largest first.
    """
    rows = secondary[secondary["measure"] == "ott_monthly_users"]
    month = rows["year"].astype("string") + "-" + rows["period"].astype("string").str[-2:]
    users = rows["value"].astype("float64")
    result = pd.DataFrame(
        {
            "tracker": rows["tracker"].astype("object"),
            "month": month.astype("object"),
            "service": rows["item"].astype("object"),
            "users": users,
            "source_ids": rows["source_ids"],
        }
    )
    result["share"] = users / result.groupby(["tracker", "month"])["users"].transform("sum")
    order = ["month", "tracker", "users"]
    result = result.sort_values(order, ascending=[True, True, False])
    return carry(result.reset_index(drop=True), rows)


def crowding(counted: pd.DataFrame, users: float = 1e6) -> pd.DataFrame:
    """Say for each panel's month how many services are large and how users are spread.

    Parameters
    ----------
    counted : DataFrame
        From :func:`services`.
    users : float
        Monthly users from which a service counts as large.

    Returns
    -------
    DataFrame
        tracker, month, services (counted), large, leader, leader_share, three (share of
        the three largest), hhi (sum of squared shares of the users counted), newest
        (bool: the panel's newest month).
    """
    groups = counted.groupby(["month", "tracker"], sort=True)
    rows = [
        {
            "tracker": tracker,
            "month": month,
            "services": len(group),
            "large": int((group["users"] >= users).sum()),
            "leader": group["service"].iloc[0],
            "leader_share": group["share"].iloc[0],
            "three": group["share"].head(3).sum(),
            "hhi": (group["share"] ** 2).sum(),
        }
        for (month, tracker), group in groups
    ]
    columns = ["tracker", "month", "services", "large", "leader", "leader_share", "three", "hhi"]
    result = pd.DataFrame(rows, columns=columns)
    result["newest"] = result["month"] == result.groupby("tracker")["month"].transform("max")
    return carry(result, counted)


def _new_technology(policy: pd.DataFrame) -> pd.Series:
    return policy["programme"].astype("object").str.contains(NEW_TECHNOLOGY, regex=True)
