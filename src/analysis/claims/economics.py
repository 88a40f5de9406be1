"""Verdicts on claims about cost, return, public money, independent films and streaming."""

from collections.abc import Callable

import pandas as pd

from analysis import economics, market
from analysis.claims import Finding, claim
from analysis.inference import Estimate
from analysis.prose import fill, listing


@claim(
    "reach-03",
    rule=(
        "thresholds of ours: a robust sector has 20 per cent of Korean releases and 5 per cent of "
        "Korean admissions. The floor counts films that a source calls independent, the ceiling "
        "all releases outside the study of commercial films. That the sector feeds the pipeline "
        "is not tested, so that the claim is at most partly supported: if both floors reach these "
        "shares in at least five years. Contradicted if the ceiling of releases lies below 20 per "
        "cent in at least five years; not settled otherwise."
    ),
    section="08_economics#how-large-is-the-independent-sector",
)
def the_independent_sector_is_robust(
    bounds: pd.DataFrame,
    *,
    of_releases: float = 0.2,
    of_admissions: float = 0.05,
    at_least: int = 5,
) -> Finding:
    """Decide whether a robust independent sector feeds the pipeline.

    Parameters
    ----------
    bounds : DataFrame
        From :func:`analysis.economics.independents`.
    of_releases, of_admissions : float
        Shares from which the sector counts as robust.
    at_least : int
        Years in which they must be reached.

    Returns
    -------
    Finding
        Over the years with a count of releases and of commercial films.
    """
    known = bounds.dropna(subset=["floor", "ceiling", "admissions_floor"])
    wide = (known["floor"] >= of_releases) & (known["admissions_floor"] >= of_admissions)
    narrow = known["ceiling"] < of_releases
    outcome = (
        "partly supported"
        if wide.sum() >= at_least
        else "contradicted"
        if narrow.sum() >= at_least
        else "not settled"
    )
    if known.empty:
        return Finding(outcome, "No year has both counts.", 0, "weak", "years")
    evidence = fill(
        "In the {n} years with both counts, films called independent by a source make up "
        "{least:.1%} to {low:.1%} of Korean releases and {unseen:.1%} to {seen:.1%} of Korean "
        "admissions, a floor; releases outside the study of commercial films make up {a:.0%} to "
        "{b:.0%}, a ceiling. Whether the sector feeds the pipeline, no table counts.",
        n=len(known),
        least=known["floor"].min(),
        low=known["floor"].max(),
        unseen=known["admissions_floor"].min(),
        a=known["ceiling"].min(),
        b=known["ceiling"].max(),
        seen=known["admissions_floor"].max(),
    )
    return Finding(outcome, evidence, len(known), "weak", "years")


@claim(
    "reach-10",
    rule=(
        "the incentives count as documented if the tables hold an amount or a rate for each of "
        "three kinds: tax credits, production support, and export, location or co-production "
        "support. Risk-taking is stood in for by volume: the rank correlation, over years, of "
        "commercial films of one definition with the Film Council's programme money in constant "
        "won. As volume is not risk, the claim is at most partly supported: if all three kinds "
        "are documented and the 95 per cent interval lies above zero. Contradicted if no kind is "
        "documented or the interval lies below zero; not settled otherwise, and below eight years."
    ),
    section="08_economics#did-public-money-change-and-production-with-it",
)
def incentives_back_risk_taking(
    kinds: pd.DataFrame, with_volume: Estimate, *, at_least: int = 8
) -> Finding:
    """Decide whether government incentives back risk-taking.

    Parameters
    ----------
    kinds : DataFrame
        From :func:`analysis.economics.incentives`.
    with_volume : Estimate
        From :func:`analysis.economics.association`, of programme money and films.
    at_least : int
        Years that the correlation needs.

    Returns
    -------
    Finding
        Over the years with both figures.
    """
    found = kinds[kinds["lines"] > 0]
    outcome = "not settled"
    if found.empty:
        outcome = "contradicted"
    elif with_volume.n >= at_least:
        if with_volume.high < 0:
            outcome = "contradicted"
        elif with_volume.low > 0 and len(found) == len(kinds):
            outcome = "partly supported"
    if len(found):
        documented = fill(
            "Documented are {what:list}.",
            what=[
                f"{row.kind} ({row.lines} amounts or rates, {row.first}–{row.last})"
                for row in found.itertuples()
            ],
        )
    else:
        documented = "No incentive is documented."
    volume = (
        fill(
            "{n} years have both programme money and a count of commercial films; their rank "
            "correlation is {value:.2f} (95% interval {low:.2f} to {high:.2f}).",
            n=with_volume.n,
            value=with_volume.value,
            low=with_volume.low,
            high=with_volume.high,
        )
        if with_volume.low == with_volume.low
        else fill(
            "{n} years have both programme money and a count of commercial films, too few for "
            "an interval.",
            n=with_volume.n,
        )
    )
    evidence = f"{documented} {volume} Whether support backs risk, no table measures directly."
    return Finding(outcome, evidence, with_volume.n, "weak", "years with both figures")


@claim(
    "ai-05",
    rule=(
        "‘much’ is taken by us to be at least 25 per cent over the year before, in current won, "
        "of the ministry's film budget; money for AI and other new technology is set aside if at "
        "least one line for it in the newest year has an amount. Supported if both hold, partly "
        "supported if one does, contradicted if neither; not settled without the film budget of "
        "two years in a row."
    ),
    section="08_economics#what-does-the-newest-budget-add",
)
def the_film_budget_was_raised_much(lines: pd.DataFrame, *, much: float = 0.25) -> Finding:
    """Decide whether the film budget was raised much, with money for new technology.

    Parameters
    ----------
    lines : DataFrame
        From :func:`analysis.economics.newest_lines`.
    much : float
        Rise that counts as much, as a fraction.

    Returns
    -------
    Finding
        Over the lines of the newest year.
    """
    whole = lines[lines["whole"]].dropna(subset=["change"])
    new = lines[lines["new_technology"]].dropna(subset=["krw"])
    new = new[new["krw"] > 0]
    if whole.empty:
        evidence = "The ministry's film budget is not known for two years in a row."
        return Finding("not settled", evidence, 0, "weak", "budget lines")
    total = whole.iloc[0]
    raised, aside = round(total["change"], 9) >= much, len(new) > 0
    outcome = (
        "supported"
        if raised and aside
        else "partly supported"
        if raised or aside
        else "contradicted"
    )
    parts = lines[~lines["whole"]].dropna(subset=["change"])
    named = (
        fill(
            "{k} of its lines name AI or new technology: {what:list}.",
            k=len(new),
            what=[
                fill("{name} ({krw:won})", name=row.programme, krw=row.krw)
                for row in new.itertuples()
            ],
        )
        if aside
        else "No line of the year names AI or new technology."
    )
    evidence = fill(
        "The ministry's film budget goes from {a:won} in {y} to {b:won} in {z} ({change:+.0%}"
        "{draft}); of {n} other lines known for both years, {up} rose.",
        a=total["before_krw"],
        b=total["krw"],
        y=total["before_year"],
        z=total["year"],
        change=total["change"],
        draft=", of a draft budget" if total["drafts"] else "",
        n=len(parts),
        up=int((parts["change"] > 0).sum()),
    )
    named = named.replace("of its lines", f"lines of {total['year']}")
    earlier = (
        fill(
            "No year before {y} has a figure of this budget in the table, so that a return to an "
            "earlier level is not ruled out.",
            y=total["before_year"],
        )
        if pd.isna(total["earlier_krw"])
        else fill(
            "The largest figure of the years before {y} is {krw:won} ({year}), {times:.0%} of that "
            "of {z}.",
            y=total["before_year"],
            krw=total["earlier_krw"],
            year=int(total["earlier_year"]),
            times=total["earlier_krw"] / total["krw"],
            z=total["year"],
        )
    )
    n = len(parts) + len(new) + 1
    return Finding(outcome, f"{evidence} {earlier} {named}", n, "moderate", "budget lines")


@claim(
    "ai-07",
    rule=(
        "the newest figure from 2022 on against the newest before 2020, both of commercial films "
        "by the new definition (a net cost of three billion won or more), with thresholds of ours. "
        "Fewer films: their "
        "number is at least 20 per cent lower. Smaller budgets: their mean total and mean net "
        "cost are both at least 10 per cent lower in constant won. Supported if both hold, partly "
        "supported if one does, contradicted if neither; not settled if a figure of either side "
        "is missing. That weak revenue is the reason is not tested."
    ),
    section="08_economics#how-many-commercial-films-and-at-what-cost",
)
def studios_make_fewer_and_cheaper_films(
    made: pd.DataFrame, costs: pd.DataFrame, *, fewer: float = 0.2, smaller: float = 0.1
) -> Finding:
    """Decide whether there are fewer films and smaller budgets than before the pandemic.

    Parameters
    ----------
    made : DataFrame
        From :func:`analysis.economics.commercial_films`.
    costs : DataFrame
        From :func:`analysis.economics.mean_costs`.
    fewer, smaller : float
        Falls that count, as fractions.

    Returns
    -------
    Finding
        Over the yearly figures compared.
    """
    counted = made[made["definition"] == "new"].rename(columns={"films": "value"})
    paid = costs[costs["films"] == "commercial"].rename(columns={"krw_real": "value"})
    pairs = {
        "films": _before_and_after(counted),
        "total": _before_and_after(paid[paid["cost"] == "total"]),
        "net": _before_and_after(paid[paid["cost"] == "net"]),
    }
    if any(pair is None for pair in pairs.values()):
        missing = listing(name for name, pair in pairs.items() if pair is None)
        evidence = f"No comparable pair of years for: {missing}."
        known = 2 * sum(pair is not None for pair in pairs.values())
        return Finding("not settled", evidence, known, "weak", "yearly figures")
    change = {  # rounded, so that a fall by exactly the threshold counts
        name: round(after["value"] / before["value"] - 1, 9)
        for name, (before, after) in pairs.items()
    }
    down = change["films"] <= -fewer
    cheap = max(change["total"], change["net"]) <= -smaller
    outcome = (
        "supported" if down and cheap else "partly supported" if down or cheap else ("contradicted")
    )
    evidence = fill(
        "There were {a:.0f} commercial films in {y} and {b:.0f} in {z} ({films:+.0%}{early}). "
        "Their mean cost changed in constant won by {total:+.1%} from {u} to {v} with prints and "
        "advertising, and by {net:+.1%} from {s} to {t} without.",
        a=pairs["films"][0]["value"],
        b=pairs["films"][1]["value"],
        y=int(pairs["films"][0]["year"]),
        z=int(pairs["films"][1]["year"]),
        u=int(pairs["total"][0]["year"]),
        v=int(pairs["total"][1]["year"]),
        s=int(pairs["net"][0]["year"]),
        t=int(pairs["net"][1]["year"]),
        early=", counted before the end of the year"
        if pairs["films"][1].get("partial", False)
        else "",
        **change,
    )
    return Finding(outcome, evidence, 2 * len(pairs), "weak", "yearly figures")


def _before_and_after(frame: pd.DataFrame) -> tuple[pd.Series, pd.Series] | None:
    known = frame.dropna(subset=["value"]).sort_values("year")
    before, after = known[known["year"] < 2020], known[known["year"] >= 2022]
    return None if before.empty or after.empty else (before.iloc[-1], after.iloc[-1])


@claim(
    "ai-08",
    rule=(
        "two tests in the newest month of each panel, with thresholds of ours. Many services: at "
        "least five have a million monthly users or more. No few that hold the market: the three "
        "largest have less than 75 per cent of the users counted, the share from which Korean "
        "competition law presumes that they dominate. What studios do is not tested, so that the "
        "claim is at most partly supported: if both hold in every panel. Contradicted if neither "
        "holds in any; not settled otherwise, and with fewer than two panels."
    ),
    section="08_economics#how-crowded-is-streaming",
)
def the_streaming_market_is_crowded(
    panels: pd.DataFrame, *, services: int = 5, three: float = 0.75, at_least: int = 2
) -> Finding:
    """Decide whether the streaming market is crowded.

    Parameters
    ----------
    panels : DataFrame
        From :func:`analysis.economics.crowding`; its ``large`` counts services with a
        million users by default.
    services : int
        Large services that make a crowd.
    three : float
        Share of the three largest from which they hold the market.
    at_least : int
        Panels needed.

    Returns
    -------
    Finding
        Over the newest month of each panel.
    """
    newest = panels[panels["newest"]]
    if newest.empty:
        return Finding("not settled", "No panel is known.", 0, "weak", "panels")
    many, spread = newest["large"] >= services, newest["three"] < three
    outcome = "not settled"
    if len(newest) >= at_least:
        if (many & spread).all():
            outcome = "partly supported"
        elif not (many | spread).any():
            outcome = "contradicted"
    seen = "; ".join(
        fill(
            "in {month}, {large} of the {n} services printed have a million monthly users or more "
            "and the three largest hold {three:.0%} of the users counted",
            large=row.large,
            n=row.services,
            month=pd.Period(row.month).strftime("%B %Y"),
            three=row.three,
        )
        for row in newest.itertuples()
    )
    evidence = fill(
        "I{seen}. By number {k} of {n} panels show a crowd, by spread {j}. What studios do for an "
        "edge, no table measures.",
        seen=seen[1:],
        k=int(many.sum()),
        j=int(spread.sum()),
        n=len(newest),
    )
    return Finding(outcome, evidence, len(newest), "weak", "panels")


def inputs(load: Callable[[str], pd.DataFrame]) -> dict[str, tuple]:
    """Compute what the functions of this module take.

    Parameters
    ----------
    load : callable
        Gives a table by name.

    Returns
    -------
    dict of str to tuple
        Arguments by claim.
    """
    production, reference = load("production_years"), load("reference_yearly")
    policy, support = load("film_policy"), load("coproduction_support")
    market_years = load("market_yearly")
    years = market.in_constant_won(market.annual(market_years), reference)
    made, costs = (
        economics.commercial_films(production),
        economics.mean_costs(production, reference),
    )
    series = economics.budget_series(policy, reference)
    pairs = economics.policy_and_volume(series, production, market_years)
    counted = economics.services(load("secondary_market"))
    return {
        "reach-03": (economics.independents(load("films"), production, market_years, years),),
        "reach-10": (
            economics.incentives(policy, support),
            economics.association(pairs, "budget_real", "films"),
        ),
        "ai-05": (economics.newest_lines(policy),),
        "ai-07": (made, costs),
        "ai-08": (economics.crowding(counted),),
    }
