"""Verdicts on claims about films, hidden gems and film-makers."""

from collections.abc import Callable, Sequence

import pandas as pd

from analysis import films, inference
from analysis.claims import Finding, claim
from analysis.prose import fill, listing


@claim(
    "gems-01",
    rule=(
        "a film joins both if it is in the first tenth of the films with a national total by "
        "tickets sold and in the first tenth by acclaim (equal weights). Supported if Train to "
        "Busan and Parasite both do, contradicted if neither does, partly supported if one does; "
        "not settled if either has no total or fewer than 100 films have one."
    ),
    section="02_films#do-the-biggest-hits-have-acclaim",
)
def blockbusters_joined_acclaim(
    scored: pd.DataFrame,
    *,
    named: Sequence[str] = ("train-to-busan-2016", "parasite-2019"),
    share: float = 0.1,
    fewest: int = 100,
) -> Finding:
    """Decide whether the named blockbusters joined commercial success with acclaim.

    Parameters
    ----------
    scored : DataFrame
        From :func:`analysis.films.gem_scores`.
    named : sequence of str
        The blockbusters.
    share : float
        Share of the films that counts as the first places.
    fewest : int
        Films that must have a total.

    Returns
    -------
    Finding
        Over the named films.
    """
    if len(scored) < fewest or not set(named) <= set(scored["film_id"]):
        evidence = fill("{n} films have a total; not all named ones may.", n=len(scored))
        return Finding("not settled", evidence, 0, "weak", "films")
    top = len(scored) * share
    places = [films.place(scored, film_id) for film_id in named]
    both = [place for place in places if place.rank <= top and place.acclaim_rank <= top]
    outcome = (
        "supported" if len(both) == len(places) else "partly supported" if both else "contradicted"
    )
    ranks = scored[["admissions", "acclaim"]].rank(ascending=False, method="min")
    large = ranks[ranks["admissions"] <= top]
    evidence = fill(
        "{where}, of {n} films. Of the {m} films in the first tenth by tickets sold, {k} are also "
        "in the first tenth by acclaim.",
        where=listing(
            fill(
                "{title} is {a} by tickets sold and {b} by acclaim",
                title=place.title,
                a=f"number {place.rank}",
                b=f"number {place.acclaim_rank}",
            )
            for place in places
        ),
        n=len(scored),
        m=len(large),
        k=int((large["acclaim"] <= top).sum()),
    )
    return Finding(outcome, evidence, len(places), "moderate", "films named by the claim")


@claim(
    "gems-03",
    rule=(
        "an acclaimed film is on a list of best films, was shown or nominated at a festival, or "
        "took a prize; it is outside the hits if it is not among the ten largest Korean films of "
        "its year. Supported if at least 30 such films are outside and the lower end of the 95 per "
        "cent interval of their share is above one half; contradicted if the upper end is below "
        "one half; partly supported otherwise; not settled below 30 acclaimed films whose place is "
        "known."
    ),
    section="02_films#where-are-the-hidden-gems",
)
def acclaim_lies_beyond_the_hits(
    acclaimed: pd.DataFrame, *, at_least: int = 30, share: float = 0.5
) -> Finding:
    """Decide whether there is a wealth of acclaimed films beyond the blockbusters.

    Parameters
    ----------
    acclaimed : DataFrame
        From :func:`analysis.films.acclaimed_places`.
    at_least : int
        Films outside the hits that make a wealth, and films that settle the question.
    share : float
        Share of the acclaimed films that must be outside.

    Returns
    -------
    Finding
        Over the acclaimed films whose place is known.
    """
    count = acclaimed["place"].value_counts()
    outside, hits = int(count.get("outside", 0)), int(count.get("hit", 0))
    found = inference.share(outside, outside + hits)
    if found.n < at_least:
        evidence = fill("The place of only {n} acclaimed films is known.", n=found.n)
        return Finding("not settled", evidence, found.n, "weak", "acclaimed films")
    outcome = (
        "supported"
        if outside >= at_least and found.low > share
        else "contradicted"
        if found.high < share
        else "partly supported"
    )
    evidence = fill(
        "{k} of {n} acclaimed films ({value:.0%}, interval {low:.0%} to {high:.0%}) were not among "
        "the ten largest Korean films of their year; of {open} more the place is not known.",
        k=outside,
        n=found.n,
        value=found.value,
        low=found.low,
        high=found.high,
        open=int(count.get("not known", 0)),
    )
    return Finding(outcome, evidence, found.n, "moderate", "acclaimed films")


@claim(
    "gems-04",
    rule=(
        "a film stands for a masterpiece if at least two bodies single it out: publishers whose "
        "lists of best films name it, festivals and academies that gave it a prize. Supported if "
        "Park Chan-wook, Bong Joon-ho and Lee Chang-dong each have at least three, contradicted if "
        "none of them has two, partly supported otherwise; not settled if any of them has fewer "
        "than three films in the table."
    ),
    section="02_films#which-directors-are-singled-out",
)
def three_directors_made_several_masterpieces(
    table: pd.DataFrame,
    *,
    named: Sequence[str] = ("Park Chan-wook", "Bong Joon-ho", "Lee Chang-dong"),
    several: int = 3,
) -> Finding:
    """Decide whether three directors each made several masterpieces.

    Parameters
    ----------
    table : DataFrame
        From :func:`analysis.films.directors`.
    named : sequence of str
        The directors.
    several : int
        Films that make several.

    Returns
    -------
    Finding
        Over the films of the named directors.
    """
    mine = table.set_index("key").reindex(films.name_key(pd.Series(named)))
    if mine["films"].isna().any():
        evidence = "Not all three directors have three films in the table."
        return Finding("not settled", evidence, int(mine["films"].sum()), "weak", "films")
    counts = mine["canonical"].astype(int)
    outcome = (
        "supported"
        if (counts >= several).all()
        else "contradicted"
        if (counts < several - 1).all()
        else "partly supported"
    )
    others = table[~table["key"].isin(mine.index)]
    evidence = fill(
        "{who} are singled out by two bodies; by at least one, {singled}. Among {n} other "
        "directors with three films or more, the number with {several} such films or more is {k}.",
        who=listing(
            f"{name}: {row.canonical:.0f} of {row.films:.0f} films"
            for name, row in zip(named, mine.itertuples(), strict=True)
        ),
        singled=listing(f"{count:.0f}" for count in mine["singled"]),
        n=len(others),
        k=int((others["canonical"] >= several).sum()),
        several=several,
    )
    return Finding(outcome, evidence, int(mine["films"].sum()), "moderate", "films")


@claim(
    "gems-05",
    rule=(
        "a film is more acclaimed than seen, which stands for underrated, if its acclaim (mean "
        "over five kinds of the share of films that have less) is above its place by audience "
        "(share of films with fewer admissions) under 95 per cent of random weights and with any "
        "one publisher, festival or site left out; a widely seen film can be one. Three tests: at "
        "least three films are more acclaimed than seen; at least three of these are marked as "
        "independent; at least three films below 500,000 admissions came back, on a list or as a "
        "remake, five or more years later. The second test is not known if fewer than 30 of the "
        "films with a national total and some acclaim carry the mark. Supported if all three hold, "
        "contradicted if none that is known does, partly supported otherwise; not settled below 30 "
        "films with a national total and some acclaim."
    ),
    section="02_films#where-are-the-hidden-gems",
)
def gems_wait_to_be_found(
    gems: pd.DataFrame,
    cult: pd.DataFrame,
    *,
    several: int = 3,
    fewest: int = 30,
    fewest_marked: int = 30,
) -> Finding:
    """Decide whether there are underrated films, independent ones and cult classics.

    Parameters
    ----------
    gems : DataFrame
        From :func:`analysis.films.gems`.
    cult : DataFrame
        From :func:`analysis.films.cult`.
    several : int
        Films of each kind that must be found.
    fewest : int
        Films with acclaim that settle the question.
    fewest_marked : int
        Films with acclaim that must carry the mark of an independent film; below it, the test
        of independent films is not known.

    Returns
    -------
    Finding
        Over the films with a total and some acclaim.
    """
    known = gems[gems["acclaim"] > 0]
    n = len(known)
    if n < fewest:
        evidence = fill("Only {n} films have both a total and acclaim.", n=n)
        return Finding("not settled", evidence, n, "weak", "films")
    lasting = gems[gems["stays"]]
    back = int((cult["state"] == "small").sum())
    own, marked = int(lasting["independent"].sum()), int(known["independent"].sum())
    tests = [len(lasting) >= several, own >= several, back >= several]
    if marked < fewest_marked:
        tests[1] = None
    outcome = "supported" if all(tests) else "partly supported" if any(tests) else "contradicted"
    evidence = fill(
        "{k} of {n} Korean films with a national total and some acclaim are more acclaimed than "
        "seen under nearly all weights{who}. {back} films below 500,000 admissions came back five "
        "or more years later, on a list or as a remake. {told}.",
        k=len(lasting),
        n=n,
        who=fill(
            ", with {least:people} to {most:people} admissions: {titles:list}",
            least=lasting["admissions"].min(),
            most=lasting["admissions"].max(),
            titles=_titled(lasting),
        )
        if len(lasting)
        else "",
        back=back,
        told=fill(
            "Whether several of the {k} are independent cannot be told: only {marked} of the {n} "
            "carry that mark, fewer than the {fewest} needed"
            if tests[1] is None
            else "{own} of the {k} are marked as independent, as are {marked} of the {n}",
            k=len(lasting),
            own=own,
            marked=marked,
            n=n,
            fewest=fewest_marked,
        ),
    )
    return Finding(outcome, evidence, n, "weak", "films with acclaim and a total")


@claim(
    "gems-06",
    rule=(
        "a film stayed small if its national total is below 500,000, and came back if a list of "
        "best films named it or a remake was released five or more years after its release. "
        "Supported if at least three small films came back, contradicted if none did, partly "
        "supported if one or two did; not settled below ten small films of that age."
    ),
    section="02_films#which-small-films-came-back",
)
def small_films_became_cult_classics(
    cult: pd.DataFrame, old_small: int, *, at_least: int = 3, fewest: int = 10
) -> Finding:
    """Decide whether some films that stayed small at release became cult classics.

    Parameters
    ----------
    cult : DataFrame
        From :func:`analysis.films.cult`.
    old_small : int
        Films with a total below the same limit that are old enough to have come back.
    at_least : int
        Small films that must have come back.
    fewest : int
        Small films of that age that settle the question.

    Returns
    -------
    Finding
        Over the small films that are old enough.
    """
    back = cult[cult["state"] == "small"]
    if old_small < fewest:
        evidence = fill("Only {n} small films are old enough.", n=old_small)
        return Finding("not settled", evidence, old_small, "weak", "small films")
    outcome = (
        "supported"
        if len(back) >= at_least
        else "partly supported"
        if len(back)
        else "contradicted"
    )
    evidence = fill(
        "{k} of {n} small films came back{who}. {open} more films came back whose total is not "
        "known.",
        k=len(back),
        n=old_small,
        who=f": {listing(_titled(back))}" if len(back) else "",
        open=len(cult) - len(back),
    )
    return Finding(outcome, evidence, old_small, "weak", "small films of five years and more")


@claim(
    "gems-07",
    rule=(
        "taken is the share of films by directors whose first film in the table is less than five "
        "years older, among the films of a million admissions or more and among the films at "
        "festivals, in the newest full five years and in the five before. A new generation is "
        "there if the lower end of the share's 95 per cent interval is above a fifth; it is coming "
        "forward if the 95 per cent interval of the change lies above zero, and falling back if it "
        "lies below. Contradicted if a share falls back and none comes forward; supported if both "
        "shares pass both tests; partly supported if some of the four tests are passed, not all; "
        "not settled if none is, or below 20 films of either kind in either period."
    ),
    section="02_films#are-new-directors-coming-forward",
)
def a_new_generation_comes_forward(
    recent: pd.DataFrame, *, share: float = 0.2, fewest: int = 20
) -> Finding:
    """Decide whether a new generation of film-makers is coming forward.

    Parameters
    ----------
    recent : DataFrame
        From :func:`analysis.films.newcomers` with a window of five years.
    share : float
        Share of the films that the interval of newcomers' share must lie above.
    fewest : int
        Films of each kind that each period must have.

    Returns
    -------
    Finding
        Over the films of the newest period.
    """
    kinds = {"hits": "hits of a million admissions or more", "selected": "films at festivals"}
    chosen = recent[recent["group"].isin(list(kinds))]
    last = sorted(chosen["period"].unique())[-2:]
    sizes = chosen[chosen["period"].isin(last)].groupby("period")["n"]
    n = int(sizes.sum().reindex(last[-1:]).sum())
    if len(last) < 2 or (sizes.size() < len(kinds)).any() or (sizes.min() < fewest).any():
        evidence = fill("The newest two periods have too few films: {n} in the newest.", n=n)
        return Finding("not settled", evidence, n, "weak", "films")
    newest = chosen[chosen["period"] == last[-1]].set_index("group")
    changes = {group: films.newest_against_before(chosen, group) for group in kinds}
    there = [newest.loc[group, "low"] > share for group in kinds]
    forward = [changes[group].low > 0 for group in kinds]
    back = [changes[group].high < 0 for group in kinds]
    outcome = (
        "contradicted"
        if any(back) and not any(forward)
        else "supported"
        if all(there + forward)
        else "partly supported"
        if any(there + forward)
        else "not settled"
    )
    ordered = sorted(kinds, key=lambda group: (changes[group].high >= 0, changes[group].value))
    evidence = fill(
        "Held against {before}, the share of Korean films by directors whose first film in the "
        "table is less than five years older was {moves:list} in {period}. It then was "
        "{levels:list}.",
        before=last[0],
        period=last[-1],
        moves=[_move(changes[group], kinds[group]) for group in ordered],
        levels=[
            fill(
                "{share:.0%} of {n} {words} ({low:.0%} to {high:.0%})",
                share=newest.loc[group, "share"],
                n=int(newest.loc[group, "n"]),
                words=kinds[group],
                low=newest.loc[group, "low"],
                high=newest.loc[group, "high"],
            )
            for group in kinds
        ],
    )
    return Finding(outcome, evidence, n, "weak", "films of the newest period")


@claim(
    "reach-08",
    rule=(
        "the flow is steady if films by directors with no earlier film in the table are at least a "
        "fifth of the films of a million admissions or more in each of four or more five-year "
        "periods and the highest share is at most twice the lowest. New to the table is not new to "
        "film. At best partly supported, since no table says who went to a film school or "
        "had a mentor: partly supported if steady, contradicted if the newest share is below half "
        "of the mean of those before, not settled otherwise, below four periods or below 20 such "
        "films in any."
    ),
    section="02_films#are-new-directors-coming-forward",
)
def new_directors_flow_steadily(
    first: pd.DataFrame, *, share: float = 0.2, times: float = 2.0, fewest: int = 20
) -> Finding:
    """Decide whether new directors come in a steady flow; the schools' part is not tested.

    Parameters
    ----------
    first : DataFrame
        From :func:`analysis.films.newcomers` with a window of one year.
    share : float
        Share of the hits that such films must have in each period.
    times : float
        How many times the lowest share the highest may be.
    fewest : int
        Hits that each period must have.

    Returns
    -------
    Finding
        Over the hits of all periods.
    """
    hits = first[first["group"] == "hits"].sort_values("period")
    n = int(hits["n"].sum())
    if len(hits) < 4 or (hits["n"] < fewest).any():
        evidence = fill("{k} periods with {n} hits are too few.", k=len(hits), n=n)
        return Finding("not settled", evidence, n, "weak", "hits")
    low, high = hits["share"].min(), hits["share"].max()
    newest, before = hits["share"].iloc[-1], hits["share"].iloc[:-1].mean()
    outcome = (
        "partly supported"
        if low >= share and high <= times * low
        else "contradicted"
        if newest < before / 2
        else "not settled"
    )
    evidence = fill(
        "Films by directors with no earlier film in the table were {low:.0%} to {high:.0%} of the "
        "Korean hits of a million admissions or more in each of {k} five-year periods (n = {n}), "
        "{newest:.0%} in {period}. Such a director need not be new to film, and schools and "
        "mentors are not in the tables.",
        low=low,
        high=high,
        k=len(hits),
        n=n,
        newest=newest,
        period=hits["period"].iloc[-1],
    )
    return Finding(outcome, evidence, n, "weak", "hits with a director named")


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
    signs = load("canon"), load("festival_selections"), load("critics_scores")
    every = films.universe(load("films"))
    floor = films.list_floor(every)
    parts = films.acclaim(every, *signs)
    scored = films.gem_scores(parts)
    without = films.leave_one_out(every, *signs)
    gems = films.gems(scored, films.rank_intervals(scored), without)
    events = films.later_life(every, signs[0], load("remakes"), load("film_admissions"), floor)
    cult = films.cult(events)
    small, _ = films.came_back(films.counted(every), events)
    first, recent = (films.newcomers(parts, *films.PERIODS, window=years) for years in (1, 5))
    return {
        "gems-01": (scored,),
        "gems-03": (films.acclaimed_places(parts, floor),),
        "gems-04": (films.directors(parts),),
        "gems-05": (gems, cult),
        "gems-06": (cult, small.n),
        "gems-07": (recent,),
        "reach-08": (first,),
    }


def _move(change: inference.Estimate, words: str) -> str:
    side = "lower" if change.value < 0 else "higher"
    return fill(
        "{value:.1f} points {side} among {words} ({sure}: interval {low:+.1f} to {high:+.1f}, "
        "n = {n})",
        value=abs(change.value) * 100,
        side=side,
        words=words,
        sure=f"clearly {side}" if change.high < 0 or change.low > 0 else f"not clearly {side}",
        low=change.low * 100,
        high=change.high * 100,
        n=change.n,
    )


def _titled(frame: pd.DataFrame) -> list[str]:
    return [f"{row.title} ({row.year})" for row in frame.itertuples()]
