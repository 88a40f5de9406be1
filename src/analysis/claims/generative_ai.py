"""Verdicts on claims about films made with generative AI."""

from collections.abc import Callable

import pandas as pd

from analysis import generative_ai
from analysis.claims import Finding, claim
from analysis.prose import fill, listing

POSITIONS = {  # of ai_copyright, as a sentence says them
    "human_part": "only what a person adds is protected",
    "ai_output": "the output itself is protected",
}


@claim(
    "ai-02",
    rule=(
        "four tests, each in real won, each passed at no more than half: the film's budget beside "
        "KOFIC's newest mean cost of commercial films, beside its newest mean of all films, and "
        "beside the median of conventional live-action features whose printed budget is net or "
        "unsaid; its budget per minute beside the median of theirs. Supported if all are passed, "
        "partly supported if some are, contradicted if none; not settled if one cannot be made, or "
        "below ten conventional features in a test. Strength is weak: one film, one figure."
    ),
    section="09_generative_ai#was-the-house-made-for-a-fraction-of-an-ordinary-budget",
)
def house_cost_a_fraction(
    costs: pd.DataFrame,
    ordinary: pd.DataFrame,
    *,
    film_id: str = "the-house-2026",
    fraction: float = 0.5,
    fewest: int = 10,
) -> Finding:
    """Decide whether The House was made for a fraction of an ordinary budget.

    Parameters
    ----------
    costs : DataFrame
        From :func:`analysis.generative_ai.budgets`.
    ordinary : DataFrame
        From :func:`analysis.generative_ai.ordinary_cost`.
    film_id : str
        The film.
    fraction : float
        Most that counts as a fraction.
    fewest : int
        Fewest conventional features that a median may rest on.

    Returns
    -------
    Finding
        Over four comparisons of one film.
    """
    unit = "conventional features beside one"
    own = costs.loc[costs["film_id"] == film_id, ["budget_real_krw", "cost_per_minute_krw"]]
    means = ordinary.set_index("films")
    if own.dropna().empty or not {"commercial", "all"} <= set(means.index):
        evidence = "The film's budget and running time, or KOFIC's means, are not known."
        return Finding("not settled", evidence, 0, "weak", unit)
    whole = generative_ai.standing(costs, film_id)
    minute = generative_ai.standing(costs, film_id, "cost_per_minute_krw")
    n = min(whole.n, minute.n)
    if n < fewest:
        evidence = fill("Only {n} conventional features can be compared.", n=n)
        return Finding("not settled", evidence, n, "weak", unit)
    commercial, every = (
        whole.value / means.loc[films, "cost_real_krw"] for films in ("commercial", "all")
    )
    levels = (commercial, every, whole.ratio, minute.ratio)
    held = sum(level <= fraction for level in levels)
    outcome = ("contradicted", *["partly supported"] * 3, "supported")[held]
    evidence = fill(
        "The budget of {value:won}, as printed, is {commercial:.0%} of KOFIC's mean for commercial "
        "films ({a}), {every:.0%} of its mean for all films ({b}) and {median:.0%} of the median "
        "of {n} conventional features (95% interval of that median {low:won} to {high:won}); per "
        "minute it is {minute:.0%} of the median of {m}. All four tests are passed by any budget "
        "up to {most:won}.",
        value=whole.value,
        commercial=commercial,
        every=every,
        a=means.loc["commercial", "year"],
        b=means.loc["all", "year"],
        median=whole.ratio,
        n=whole.n,
        low=whole.low,
        high=whole.high,
        minute=minute.ratio,
        m=minute.n,
        most=whole.value * fraction / max(levels),
    )
    return Finding(outcome, evidence, whole.n, "weak", unit)


@claim(
    "ai-03",
    rule=(
        "statements with times on the film, each turned into times less; a ratio that a maker "
        "states is the claim itself and left out. Not settled below three others, or if none comes "
        "from outside the production. Else supported if each comes within a quarter of ten, "
        "contradicted if none does, partly supported otherwise."
    ),
    section="09_generative_ai#ten-times-faster",
)
def effects_were_ten_times_faster(
    saved: pd.DataFrame, *, times: float = 10.0, tolerance: float = 0.25, fewest: int = 3
) -> Finding:
    """Decide whether AI effects of Run to the West were about ten times faster.

    Parameters
    ----------
    saved : DataFrame
        From :func:`analysis.generative_ai.ratios`, of one film.
    times : float
        The ratio that the claim states.
    tolerance : float
        How far from it a statement may lie, as a fraction of it.
    fewest : int
        Fewest statements beside the claim's own.

    Returns
    -------
    Finding
        Over the statements with times.
    """
    said = saved[saved["topic"] == "time"]
    own = (said["kind"] == "ratio stated") & (said["speaker_kind"] == "maker")
    claimed, rest = said[own], said[~own]
    outside = int((rest["speaker_kind"] != "maker").sum())
    near = (rest["low"] <= times * (1 + tolerance)) & (rest["high"] >= times * (1 - tolerance))
    if len(rest) < fewest or not outside:
        outcome = "not settled"
    elif near.all():
        outcome = "supported"
    else:
        outcome = "partly supported" if near.any() else "contradicted"
    by = listing(dict.fromkeys(claimed["speaker"])) if len(claimed) else "nobody in the tables"
    spread = (
        fill(
            "The {n} other statements with times run from {low:,.0f} to {high:,.0f} times; "
            "{k} of them come within a quarter of it",
            n=len(rest),
            low=rest["low"].min(),
            high=rest["high"].max(),
            k=int(near.sum()) or "none",
        )
        if len(rest)
        else "No other statement with times is known"
    )
    evidence = fill(
        "‘{times:g} times faster’ is the word of {by}. {spread}, and {outside} come from outside "
        "the production.",
        times=times,
        by=by,
        spread=spread,
        outside=outside or "none",
    )
    return Finding(outcome, evidence, len(rest), "weak", "other statements")


@claim(
    "ai-04",
    rule=(
        "features released to cinemas whose pictures, creatures or effects AI made. One did poorly "
        "if its audience is below half of its printed break-even point and below the median of "
        "conventional films within three times its budget, as far as these are known. Supported if "
        "all with an audience did poorly, partly supported if most did, contradicted otherwise; "
        "not settled below three such features with an audience and a yardstick."
    ),
    section="09_generative_ai#who-came-to-see-them",
)
def ai_features_did_poorly(
    audience: pd.DataFrame, *, half: float = 0.5, fewest: int = 3
) -> Finding:
    """Decide whether early features led by AI did poorly at the box office.

    Parameters
    ----------
    audience : DataFrame
        From :func:`analysis.generative_ai.audiences`.
    half : float
        Share of the break-even point below which a film did poorly.
    fewest : int
        Fewest features with an audience.

    Returns
    -------
    Finding
        Over features led by AI.
    """
    led = audience[audience["led"]]
    scale = led["break_even"].notna() | led["like_median"].notna()
    known = led[led["admissions"].notna() & scale]
    below = (known["level"] < half) | known["level"].isna()
    under = (known["admissions"] < known["like_median"]) | known["like_median"].isna()
    poor = known[below & under]
    if len(known) < fewest:
        outcome = "not settled"
    elif len(poor) == len(known):
        outcome = "supported"
    else:
        outcome = "partly supported" if len(poor) > len(known) / 2 else "contradicted"
    named = " ".join(
        fill(
            "{title} ({year}) drew {about}{seats:people}{level}{by}.",
            title=row.title,
            year=row.year,
            by=", as the press states" if row.known == "statement" else "",
            about="about " if row.known == "statement" else "",
            # what follows from a stated share is no exact count
            seats=round(row.admissions, -3) if row.known == "statement" else row.admissions,
            level=""
            if pd.isna(row.level)
            else fill(", {level:.0%} of its break-even point", level=row.level),
        )
        for row in known.itertuples()
    )
    evidence = fill(
        "An audience is known for {n} of the {all} features led by AI that cinemas showed; {k} did "
        "poorly by this rule. {named}",
        n=len(known),
        all=len(led),
        k=len(poor),
        named=named,
    ).strip()
    return Finding(outcome, evidence, len(known), "weak", "feature" + "s" * (len(known) != 1))


@claim(
    "ai-09",
    rule=(
        "new work: at least two companies, by their own word or the press on them, count people "
        "taken on for work with AI; the team of one work is no such count. Confirmed: an "
        "independent count of such people, or of jobs lost to AI, in film. Supported if both hold, "
        "partly supported if only the first does; contradicted if independent counts of such "
        "people find nobody; not settled otherwise."
    ),
    section="09_generative_ai#new-work-or-lost-work",
)
def ai_makes_new_kinds_of_work(said: pd.DataFrame, *, makers: int = 2) -> Finding:
    """Decide whether AI makes new kinds of work beside the jobs it threatens.

    Parameters
    ----------
    said : DataFrame
        From :func:`analysis.generative_ai.work`.
    makers : int
        Fewest companies with a count.

    Returns
    -------
    Finding
        Over counts of people.
    """
    counts = said[said["people"].notna() & (said["topic"] != "team")]
    own = counts[~counts["independent"] & (counts["topic"] == "work")]
    outside = counts[counts["independent"]]
    firms = own["speaker"].nunique()
    found = outside.loc[outside["topic"] == "work", "people"]
    if len(found) and (found == 0).all():
        outcome = "contradicted"
    elif firms >= makers:
        outcome = "supported" if len(outside) else "partly supported"
    else:
        outcome = "not settled"
    stated = "; ".join(
        fill("{people:.0f} by {speaker}", **row._asdict()) for row in own.itertuples()
    )
    evidence = fill(
        "People taken on for work with AI, counted by companies: {stated}. Independent counts of "
        "film jobs gained or lost: {outside}. Statements on lost work without a count: {threats}.",
        stated=stated or "none",
        outside=len(outside) or "none",
        threats=int(((said["topic"] == "threat") & said["people"].isna()).sum()) or "none",
    )
    return Finding(outcome, evidence, len(counts), "weak", "count" + "s" * (len(counts) != 1))


@claim(
    "ai-10",
    rule=(
        "two tests over the acts on authorship: none is a law or a court ruling; and the newest "
        "act of an authority leaves the question open instead of taking a position. Supported if "
        "both hold, partly supported if only the first does, contradicted if there is a law or a "
        "ruling; not settled below four acts of authorities."
    ),
    section="09_generative_ai#who-is-the-author",
)
def authorship_is_unsettled(history: pd.DataFrame, *, fewest: int = 4) -> Finding:
    """Decide whether authorship of AI-made film content is unsettled.

    Parameters
    ----------
    history : DataFrame
        From :func:`analysis.generative_ai.acts`.
    fewest : int
        Fewest acts of authorities on authorship.

    Returns
    -------
    Finding
        Over acts of authorities on authorship.
    """
    rows = history[history["authority"] & (history["subject"] == "authorship")]
    if len(rows) < fewest:
        evidence = fill("Only {n} acts of authorities are known.", n=len(rows))
        return Finding("not settled", evidence, len(rows), "weak", "acts")
    newest = rows.sort_values("when").iloc[-1]
    stated = rows[rows["position"] != "open"]
    if rows["binding"].any():
        outcome = "contradicted"
    else:
        outcome = "supported" if newest["position"] == "open" else "partly supported"
    binding = int(rows["binding"].sum())
    waiting = rows[rows["position"] == "open"]
    held = [
        fill(
            "{n} held that {position} ({acts})",
            n=len(own),
            position=POSITIONS.get(position, position),
            acts=", ".join(f"{row.kind} of {row.date}" for row in own.itertuples()),
        )
        for position, own in stated.groupby("position", sort=False)
    ]
    evidence = fill(
        "South Korea: {n} acts of {bodies:list} on who is author of what AI makes, from {first} to "
        "{last}; {binding} a law or a court ruling. {held}; {open} left the question open or put "
        "it to discussion{dates}. The newest, a {kind} of {last}, {state}.",
        n=len(rows),
        bodies=[f"the {body}" for body in sorted(set(rows["body"].str.split(";").explode()))],
        first=rows.loc[rows["when"].idxmin(), "date"],
        last=newest["date"],
        binding=f"{binding or 'none'} {'are' if binding > 1 else 'is'}",
        held="; ".join(held) or "None took a position",
        open=len(waiting) or "none",
        dates=fill(" ({when:list})", when=waiting["date"]) if len(waiting) else "",
        kind=newest["kind"],
        state="left it open" if newest["position"] == "open" else "took a position",
    )
    return Finding(outcome, evidence, len(rows), "weak", "acts")


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
    made, said, films = load("ai_films"), load("ai_statements"), load("films")
    costs, reference = load("film_costs"), load("reference_yearly")
    budgets = generative_ai.budgets(made, costs, films, said, reference, load("exchange_rates"))
    ordinary = generative_ai.ordinary_cost(load("production_years"), reference)
    return {
        "ai-02": (budgets, ordinary),
        "ai-03": (generative_ai.ratios(said, "run-to-the-west-2025"),),
        "ai-04": (generative_ai.audiences(made, costs, films, said, budgets),),
        "ai-09": (generative_ai.work(said),),
        "ai-10": (generative_ai.acts(load("ai_copyright")),),
    }
