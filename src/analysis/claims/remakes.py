"""Verdicts on claims about remakes abroad."""

from collections.abc import Callable

import pandas as pd

from analysis import places, remakes
from analysis.claims import Finding, Outcome, claim
from analysis.prose import fill, listing

LAST_FULL_YEAR = 2025
CHAINS = ("miss-granny-2014", "sunny-2011")
# what the news brief prints on the remake of Save the Green Planet!
PRINTED = {
    "remake_id": "bugonia-2025",
    "director": "Jang Joon-hwan",
    "original_year": 2003,
    "country": "US",
    "company": "CJ ENM",
    "begun": 2018,
    "years": 7,
}


@claim(
    "remake-01",
    rule=(
        "three parts: Hollywood remakes, co-productions led by Vietnam, and Vietnam's market have "
        "grown. Films have grown if the last ten full years hold at least three releases and more "
        "than the ten years before (remakes led by the US: all of them, and also those with a "
        "Korean company); the market, if its newest size in local money, prices not taken out, is "
        "above that of 2019. Supported if all three have grown, contradicted if none has, partly "
        "supported otherwise; not settled below ten releases in all or without a market size."
    ),
    section="04_remakes#where-and-when-were-korean-films-remade",
)
def korea_expands_in_two_ways(
    ways: pd.DataFrame, growth: pd.DataFrame, *, at_least: int = 3, minimum: int = 10
) -> Finding:
    """Decide whether Korea expands by Hollywood remakes and by co-productions as in Vietnam.

    Parameters
    ----------
    ways : DataFrame
        From :func:`analysis.remakes.ways`.
    growth : DataFrame
        From :func:`analysis.remakes.growth`.
    at_least : int
        Films in the later span from which a way can have grown.
    minimum : int
        Films of both spans and ways from which the claim is decided.

    Returns
    -------
    Finding
        Over the released films of both spans.
    """
    row = ways.set_index("way")
    remade, joint = row.loc["remakes"], row.loc["co-productions"]
    backed = row.loc["remakes with a Korean company"]
    n = int(remade[["earlier", "later"]].sum() + joint[["earlier", "later"]].sum())
    market = growth[growth["territory"].isin(joint["countries"].split(";"))]
    if n < minimum or market.empty:
        evidence = fill("{n} films; sizes of the market known: {m}.", n=n, m=len(market))
        return Finding("not settled", evidence, n, "weak", "released films")
    grown = {
        way: bool(
            row.loc[way, "later"] >= at_least and row.loc[way, "later"] > row.loc[way, "earlier"]
        )
        for way in row.index
    }
    parts = [
        grown["remakes"] and grown["remakes with a Korean company"],
        grown["co-productions"],
        bool((market["level"] > 1).all()),
    ]
    evidence = fill(
        "From {a} to {b}, {later} Hollywood remakes were released ({klater} with a Korean "
        "company), after {earlier} ({kearlier}) in the ten years before; {jlater} co-productions "
        "were led by {where:list}, after {jearlier}. The market there stood at {level:.0%} of "
        "2019 in {year}.",
        a=int(remade["from"]),
        b=int(remade["to"]),
        later=int(remade["later"]),
        earlier=int(remade["earlier"]),
        klater=int(backed["later"]),
        kearlier=int(backed["earlier"]),
        where=[places.name(code) for code in joint["countries"].split(";")],
        jlater=int(joint["later"]),
        jearlier=int(joint["earlier"]),
        level=market["level"].min(),
        year=int(market["year"].max()),
    )
    return Finding(_of_parts(parts), evidence, n, "weak", "released films")


@claim(
    "remake-02",
    rule=(
        "the statements of the sentence (director and year of the original, lead country, "
        "release, company, year of the start, years of development) are held against the tables. "
        "Supported if all are confirmed, contradicted if the company, the start or the release "
        "is found otherwise, partly supported if any other is, if sources differ on one or if one "
        "has no source; not settled if fewer than four have a source."
    ),
    section="04_remakes#what-is-known-of-bugonia",
)
def save_the_green_planet_took_seven_years(account: pd.DataFrame, *, minimum: int = 4) -> Finding:
    """Decide whether the account of the remake of Save the Green Planet! holds.

    Parameters
    ----------
    account : DataFrame
        From :func:`analysis.remakes.account`.
    minimum : int
        Statements with a source from which the claim is decided.

    Returns
    -------
    Finding
        Over the statements.
    """
    sourced = account[account["verdict"] != "no source"]
    held = account[account["verdict"] == "confirmed"]
    wrong = account[account["verdict"] == "contradicted"]
    core = {"Korean company that began it", "year of the start", "remake released"}
    if len(sourced) < minimum:
        outcome: Outcome = "not settled"
    elif len(held) == len(account):
        outcome = "supported"
    elif core & set(wrong["statement"]):
        outcome = "contradicted"
    else:
        outcome = "partly supported"
    evidence = fill(
        "{remake}, the remake of {original}: {k} of {n} statements are confirmed{what}.",
        remake=account["remake"].iloc[0],
        original=account["original"].iloc[0],
        k=len(held),
        n=len(account),
        what=f": {listing('that ' + held['words'])}" if len(held) else "",
    )
    for row in wrong.itertuples():
        evidence += f" Not so: that {row.words} ({row.statement}: found {row.found})."
    open_ones = account.loc[account["verdict"] == "no source", "words"]
    if len(open_ones):
        evidence += fill(" No source says {what:list}.", what="that " + open_ones)
    differ = account[account["verdict"] == "sources differ"]
    if len(differ):
        evidence += fill(" In dispute: {what:list}", what="that " + differ["words"])
        why = differ["note"].dropna().unique()
        evidence += f" ({listing(why)})." if len(why) else "."
    strength = "moderate" if outcome != "not settled" else "weak"
    return Finding(outcome, evidence, len(account), strength, "statements on one film")


@claim(
    "remake-05",
    rule=(
        "remakes of Sunny and Miss Granny released from 2010 to 2019 with a company of the CJ "
        "group. Three parts: each of the two was released in at least three countries; Miss "
        "Granny was a success in at least two; Sunny was a success in at least two. A remake is a "
        "success if a known result says so: a printed place among the first ten local films of "
        "the year or of all years, at least half of the figure of the year's best other local "
        "film (of three listed ones or more), at least the original's admissions per head, or a "
        "gross of the whole home run of at least that of the original in Korea, both in dollars at "
        "the average rate of their year; a smaller gross may come from a smaller market and shows "
        "no failure. Supported if all three parts hold, contradicted if the first fails or both "
        "others do, partly supported otherwise; not settled while remakes without a result that "
        "can be judged could still decide a part."
    ),
    section="04_remakes#how-far-did-miss-granny-and-sunny-spread",
)
def one_source_many_territories(
    results: pd.DataFrame,
    *,
    countries: int = 3,
    successes: int = 2,
    near: float = 0.5,
    best: int = 10,
    beside: int = 3,
    gross: float = 1.0,
) -> Finding:
    """Decide whether Sunny and Miss Granny were remade with success in several countries.

    Parameters
    ----------
    results : DataFrame
        From :func:`analysis.remakes.results_of_chains`, of both originals.
    countries : int
        Countries in which each was to be released.
    successes : int
        Countries in which each was to succeed.
    near, best, beside, gross : float, int, int, float
        As for :func:`analysis.remakes.successes`.

    Returns
    -------
    Finding
        Over the remakes with a result that can be judged.
    """
    judged = remakes.successes(results, near, best, beside, gross)
    known = judged[judged["known"]]
    won = known[known["success"].fillna(value=False).astype(bool)]
    lost = known[~known["remake_id"].isin(won["remake_id"])]
    hopeful = judged[~judged["remake_id"].isin(lost["remake_id"])]  # won or unknown
    spread = _countries(judged)
    wide = len(spread) == len(CHAINS) and bool((spread >= countries).all())
    sure = _countries(won).reindex(spread.index, fill_value=0) >= successes
    possible = _countries(hopeful).reindex(spread.index, fill_value=0) >= successes
    if judged.empty or (wide and (sure != possible).any()):
        outcome: Outcome = "not settled"
    elif not wide or not sure.any():
        outcome = "contradicted"
    else:
        outcome = "supported" if sure.all() else "partly supported"
    if judged.empty:
        return Finding(outcome, "No such remake is known.", 0, "weak", "remakes")
    short = judged[~judged["known"] & judged["money"].notna()]
    below = " A final home gross below the original's, which leaves success open: {films}."
    evidence = fill(
        "{n} remakes of {originals} with a CJ company were released in {places} countries from {a} "
        "to {b}. A result that the rule can judge is known of {k}. A success, {won}{good}; "
        "not one, {lost}{bad}.{short}",
        n=len(judged),
        originals=listing(judged["original"].drop_duplicates()),
        places=judged["country"].nunique(),
        a=int(judged["year"].min()),
        b=int(judged["year"].max()),
        k=len(known),
        won=len(won),
        good=f": {_each(won, _result)}" if len(won) else "",
        lost=len(lost),
        bad=f": {_each(lost, _result)}" if len(lost) else "",
        short=fill(below, films=_each(short, _money)) if len(short) else "",
    )
    return Finding(
        outcome, evidence, len(known), "weak", "remakes with a result that can be judged"
    )


@claim(
    "remake-06",
    rule=(
        "two parts. The largest market (the highest newest gross in dollars) is reached if at "
        "least one remake with a Korean company, led by that country, was released in the last "
        "ten full years. Partnerships are built in fast-growing markets if at least five "
        "co-productions led by markets of Southeast Asia that stand above their size of 2019, "
        "prices not taken out, were released in those years. Supported if both hold, contradicted "
        "if neither does, partly supported otherwise; not settled if fewer than ten remakes with a "
        "Korean company, plans included, are documented for the largest market, or without a "
        "market size of Southeast Asia."
    ),
    section="04_remakes#where-and-when-were-korean-films-remade",
)
def both_prongs_reach(
    chronology: pd.DataFrame,
    coproductions: pd.DataFrame,
    growth: pd.DataFrame,
    last: int,
    *,
    reached: int = 1,
    joint: int = 5,
    level: float = 1.0,
    years: int = 10,
    minimum: int = 10,
) -> Finding:
    """Decide whether the strategy reaches the largest market and builds in growing ones.

    Parameters
    ----------
    chronology : DataFrame
        From :func:`analysis.remakes.chronology`.
    coproductions : DataFrame
        Table ``coproductions``.
    growth : DataFrame
        From :func:`analysis.remakes.growth`.
    last : int
        Last full year.
    reached : int
        Remakes to be released in the largest market.
    joint : int
        Co-productions with growing markets to be released.
    level : float
        Size against the base year above which a market grows.
    years : int
        Years that count, up to ``last``.
    minimum : int
        Documented remakes of the largest market from which the claim is decided.

    Returns
    -------
    Finding
        Over the released remakes and co-productions of both parts.
    """
    sized = growth.dropna(subset=["gross_usd"])
    near = growth[growth["territory"].isin(places.SOUTHEAST_ASIA)]
    if sized.empty or near.empty:
        return Finding("not settled", "No market sizes are known.", 0, "weak", "released films")
    largest = sized.loc[sized["gross_usd"].idxmax(), "territory"]
    plans = chronology[(chronology["country"] == largest.split("+")[0]) & chronology["korean"]]
    done = plans[~plans["waiting"]]
    since = last - years + 1
    late = done[done["release_year"].between(since, last)].sort_values("release_year")
    up = near.loc[near["level"] > level, "territory"]
    made = coproductions[
        coproductions["lead_country"].isin(up)
        & coproductions["year"].between(since, last)
        & ~coproductions["date_basis"].isin(["planned", "announced"])
    ]
    n = len(late) + len(made)
    if len(plans) < minimum:
        evidence = fill(
            "Only {k} remakes with a Korean company are documented for {where}, the largest market "
            "with a known size.",
            k=len(plans),
            where=places.name(largest),
        )
        return Finding("not settled", evidence, n, "weak", "released films")
    outcome = _of_parts([len(late) >= reached, len(made) >= joint])
    titles = [f"{row.title} ({row.release_year})" for row in late.itertuples()]
    evidence = fill(
        "From {a} to {b}, {late} remakes with a Korean company were released in the largest "
        "market, {where}{titles}; of all years, {k} of {n} documented plans for it were released. "
        "Of {sea} markets of Southeast Asia with a known size {up} stood above 2019{names}; {made} "
        "co-productions led from there were released in those years.",
        where=places.name(largest),
        titles=f": {listing(titles)}" if titles else "",
        n=len(plans),
        k=len(done),
        late=len(late),
        a=since,
        b=last,
        up=len(up),
        sea=len(near),
        names=f" ({listing(places.name(code) for code in up)})" if len(up) else "",
        made=len(made),
    )
    return Finding(outcome, evidence, n, "weak", "released films")


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
    listed, films, joint = load("remakes"), load("films"), load("coproductions")
    every = remakes.chronology(listed, films)
    growth = remakes.growth(load("sea_markets"), load("world_markets"))
    heads = remakes.per_head(listed, films, load("populations"), load("reference_yearly"))
    standing = remakes.local_standing(remakes.local_field(load("sea_top_films")))
    programmes = load("localisation_programmes")
    dollars = remakes.home_gross(listed, films, load("exchange_rates"))
    results = remakes.results_of_chains(listed, CHAINS, "CJ", heads, standing, dollars)
    account = remakes.account(remakes=listed, films=films, programmes=programmes, **PRINTED)
    return {
        "remake-01": (remakes.ways(every, joint, last=LAST_FULL_YEAR), growth),
        "remake-02": (account,),
        "remake-05": (results,),
        "remake-06": (every, joint, growth, LAST_FULL_YEAR),
    }


def _countries(remakes: pd.DataFrame) -> pd.Series:
    return remakes.groupby("original_film_id")["country"].nunique()


def _each(remakes: pd.DataFrame, told: Callable) -> str:
    return listing(
        f"{row.title} ({places.name(row.country)}, {row.year}: {told(row)})"
        for row in remakes.itertuples()
    )


def _result(row: tuple) -> str:
    """Say what is known of a remake, as far as the rule judges it."""
    parts = {
        "printed place {:.0f} among local films": row.rank,
        "{:.0%} of the best other local film": row.level,
        "{:.1%} of the original's tickets per head": row.ratio,
    }
    told = [text.format(value) for text, value in parts.items() if pd.notna(value)]
    return listing(told) if told else _money(row)


def _money(row: tuple) -> str:
    return fill(
        "{currency} {gross:people}, in dollars {part:.0%} of the original's gross in Korea",
        gross=row.gross_local,
        currency=row.currency,
        part=row.money,
    )


def _of_parts(parts: list[bool]) -> Outcome:
    if all(parts):
        return "supported"
    return "partly supported" if any(parts) else "contradicted"
