"""Verdicts on claims about genres and their blends."""

from collections.abc import Callable

import pandas as pd

from analysis import genres
from analysis.claims import Finding, claim
from analysis.inference import Estimate
from analysis.prose import fill, listing

WAYS = {
    "remade": "remade films",
    "selected": "films selected at festivals",
    "abroad": "films counted in foreign cinemas",
}
NAMED_FILMS = {"oldboy-2003": "action", "my-sassy-girl-2001": "romance"}  # gems-08


@claim(
    "reach-01",
    rule=(
        "the genres that the claim names decide: the change over twenty years of the share of "
        "films with two or more of horror, thriller, romance and comedy. Labels per film, which "
        "users write, stand beside it as a sign of blending of any kind. A measure rises if its 95 "
        "per cent interval lies above zero, and falls if it lies below. Contradicted if the share "
        "falls; supported if both rise; partly supported if only one rises and none falls; not "
        "settled otherwise, or if a measure has fewer than 100 films. Social critique is not "
        "tested, so that supported speaks of the mixing alone."
    ),
    section="03_genres#are-horror-thriller-romance-and-comedy-combined-more-often",
)
def blending_became_a_hallmark(
    labels: Estimate,
    crossing: Estimate,
    *,
    sizes: tuple[float, float] = (0.0, 0.0),
    at_least: int = 100,
) -> Finding:
    """Decide whether blending genres has become a hallmark over two decades.

    The claim names four genres, so that their share weighs more than the number of labels: a
    rise in the number does not make up for a fall in the share. It names no size, so that the
    rule asks for none; ``sizes`` shows what a stricter reading would give. Social critique,
    which the claim adds, is no label of the scheme.

    Parameters
    ----------
    labels, crossing : Estimate
        From :func:`analysis.genres.trend`, over twenty years: labels per film, and share of
        films that cross the named genres.
    sizes : tuple of float
        Least rise that counts: in labels per film, and in the share of films (a fraction).
    at_least : int
        Films that each measure needs.

    Returns
    -------
    Finding
        Over the films of the measure that has more of them.
    """
    n = max(labels.n, crossing.n)
    if min(labels.n, crossing.n) < at_least or pd.isna([labels.low, crossing.low]).any():
        evidence = f"A measure rests on fewer than {at_least} films."
        return Finding("not settled", evidence, n, "weak", "films")
    found = (labels, crossing)
    rises = [each.low > 0 and each.value >= size for each, size in zip(found, sizes, strict=True)]
    outcome = (
        "contradicted"
        if crossing.high < 0
        else "supported"
        if all(rises)
        else "partly supported"
        if any(rises) and labels.high >= 0
        else "not settled"
    )
    evidence = fill(
        "The share of Korean films that combine two or more of horror, thriller, romance and "
        "comedy changed by {b:+.0f} percentage points over twenty years (95% interval {c:+.0f} to "
        "{d:+.0f}, n = {m}); labels per film, which users write, by {a.value:+.2f} ({a.low:+.2f} "
        "to {a.high:+.2f}, n = {a.n}). Social critique is not tested.",
        a=labels,
        b=crossing.value * 100,
        c=crossing.low * 100,
        d=crossing.high * 100,
        m=crossing.n,
    )
    return Finding(outcome, evidence, n, "weak", "films")


@claim(
    "reach-09",
    rule=(
        "labels of films that travelled in three ways (remade, selected at festivals, counted in "
        "foreign cinemas) less those of films of the same period and home audience. Supported if "
        "the 95 per cent interval lies above zero in all three, partly supported if in one or two, "
        "contradicted if in none and every interval ends below half a label; not settled "
        "otherwise, or if a way has fewer than 20 films that travelled."
    ),
    section="03_genres#do-blends-travel",
)
def blends_travel(effects: pd.DataFrame, *, worth: float = 0.5, at_least: int = 20) -> Finding:
    """Decide whether films of mixed genres are those that cross borders.

    Parameters
    ----------
    effects : DataFrame
        From :func:`analysis.genres.travels`.
    worth : float
        Difference in labels that would matter.
    at_least : int
        Films that travelled, per way.

    Returns
    -------
    Finding
        Over the films compared in the way that has most of them; weak, as the labels are
        given by users of an international catalogue after the film has travelled.
    """
    same = effects[(effects["measure"] == "labels") & (effects["comparison"] == "comparable")]
    n = int(same["n"].max()) if len(same) else 0
    if len(same) < len(WAYS) or same["marked"].min() < at_least or same["low"].isna().any():
        evidence = f"A way of travelling has fewer than {at_least} films to compare."
        return Finding("not settled", evidence, n, "weak", "films")
    above = same["low"] > 0
    outcome = (
        "supported"
        if above.all()
        else "partly supported"
        if above.any()
        else "contradicted"
        if (same["high"] < worth).all()
        else "not settled"
    )
    parts = [
        fill(
            "{way} {r.value:+.2f} ({r.low:+.2f} to {r.high:+.2f}, n = {r.marked})",
            way=WAYS[row.way],
            r=row,
        )
        for row in same.itertuples()
    ]
    evidence = (
        "Difference in labels from films of the same period and home audience, with 95% interval: "
        f"{listing(parts)}."
    )
    return Finding(outcome, evidence, n, "weak", "films in the largest comparison")


@claim(
    "reach-11",
    rule=(
        "the claim is a forecast; tested is whether the move had begun. Share of science fiction "
        "and fantasy among films, and among their known admissions, in 2020–2024 less that in "
        "2000–2019. Supported if both intervals (95 per "
        "cent) lie above zero, partly supported if one does, contradicted if none does and one "
        "lies below; not settled otherwise, or if a share rests on fewer than 30 films."
    ),
    section="03_genres#is-there-more-science-fiction-and-fantasy",
)
def science_fiction_and_fantasy_grow(changes: pd.DataFrame, *, at_least: int = 30) -> Finding:
    """Decide whether films move towards science fiction and fantasy.

    Parameters
    ----------
    changes : DataFrame
        From :func:`analysis.genres.change_of_share`.
    at_least : int
        Films that each share needs.

    Returns
    -------
    Finding
        Over the films of both spans.
    """
    by = changes.set_index("measure").loc[["films", "admissions"]]
    n = int(by.loc["films", ["n", "n_before"]].sum())
    if by[["n", "n_before"]].min().min() < at_least or by["low"].isna().any():
        evidence = f"A share rests on fewer than {at_least} films."
        return Finding("not settled", evidence, n, "weak", "films")
    above, below = by["low"] > 0, by["high"] < 0
    outcome = (
        "supported"
        if above.all()
        else "partly supported"
        if above.any()
        else "contradicted"
        if below.any()
        else "not settled"
    )
    films, seen = by.loc["films"], by.loc["admissions"]
    evidence = fill(
        "Science fiction and fantasy were {a:.1%} of films of 2000–2019 and {b:.1%} of those of "
        "2020–2024 ({c:+.1f} percentage points, 95% interval {d:+.1f} to {e:+.1f}); of known "
        "admissions, {f:.1%} and {g:.1%} ({h:+.1f}, {i:+.1f} to {j:+.1f}, n = {k}).",
        a=films["before"],
        b=films["newest"],
        c=films["change"] * 100,
        d=films["low"] * 100,
        e=films["high"] * 100,
        f=seen["before"],
        g=seen["newest"],
        h=seen["change"] * 100,
        i=seen["low"] * 100,
        j=seen["high"] * 100,
        k=int(seen[["n", "n_before"]].sum()),
    )
    return Finding(outcome, evidence, n, "weak", "films")


@claim(
    "gems-02",
    rule=(
        "the range counts as wide if the thirty largest hits of five years are at least as varied "
        "as six equally common genres (effective number of genres). Supported if the lower end of "
        "the 95 per cent interval reaches six in every period, contradicted if the upper end stays "
        "below six in every period, partly supported otherwise; not settled below three periods."
    ),
    section="03_genres#how-wide-is-the-range-of-genres",
)
def genres_are_many(hits: pd.DataFrame, *, wide: float = 6, at_least: int = 3) -> Finding:
    """Decide whether hits span a wide range of genres.

    Parameters
    ----------
    hits : DataFrame
        From :func:`analysis.genres.diversity`, on :func:`analysis.genres.hits`.
    wide : float
        Effective number of genres that counts as wide.
    at_least : int
        Periods needed.

    Returns
    -------
    Finding
        Over the hits of all periods.
    """
    n = int(hits["n"].sum())
    if len(hits) < at_least:
        evidence = f"Only {len(hits)} periods have enough hits."
        return Finding("not settled", evidence, n, "weak", "hits")
    sure, never = hits["low"] >= wide, hits["high"] < wide
    outcome = "supported" if sure.all() else "contradicted" if never.all() else "partly supported"
    evidence = fill(
        "Hits were as varied as {a:.1f} to {b:.1f} equally common genres. The interval lies above "
        "{wide:g} in {k} of {m} periods; its lowest end is {c:.1f} ({when}).",
        a=hits["value"].min(),
        b=hits["value"].max(),
        wide=wide,
        k=int(sure.sum()),
        m=len(hits),
        c=hits["low"].min(),
        when=hits.loc[hits["low"].idxmin(), "period"],
    )
    return Finding(outcome, evidence, n, "weak", "hits")


@claim(
    "gems-08",
    rule=(
        "three tests: each film carries the label it is said to stand for; they share no more than "
        "half of the labels that either carries; and each was seen by more people than "
        "half of the other films of its label. Supported if all three hold, contradicted if "
        "neither film carries its label, partly supported otherwise; not settled if a film has no "
        "labels or admissions, or its label fewer than 20 other films."
    ),
    section="03_genres#do-oldboy-and-my-sassy-girl-stand-for-different-genres",
)
def two_films_two_genres(
    films: pd.DataFrame, *, shared: float = 0.5, higher: float = 0.5, at_least: int = 20
) -> Finding:
    """Decide whether two films of different genres both stand for their genre.

    Parameters
    ----------
    films : DataFrame
        From :func:`analysis.genres.portraits`, two rows.
    shared : float
        Part of their labels together that they may share.
    higher : float
        Part of the other films of the label that must have had a smaller audience.
    at_least : int
        Other films of the label needed.

    Returns
    -------
    Finding
        Over the two films; weak, as two films say little of a cinema.
    """
    if (
        films.empty
        or films["genres"].isna().any()
        or films["higher"].isna().any()
        or films["n"].min() < at_least
    ):
        evidence = "A film lacks labels, admissions or films to compare it with."
        return Finding("not settled", evidence, len(films), "weak", "films")
    first, second = (set(labels.split(";")) for labels in films["genres"])
    common = len(first & second) / len(first | second)
    tests = [films["carries"].all(), common <= shared, *(films["higher"] > higher)]
    outcome = (
        "contradicted"
        if not films["carries"].any()
        else "supported"
        if all(tests)
        else "partly supported"
    )
    parts = [
        fill(
            "{title} ({year}) is labelled {genres} and was seen by more people than {higher:.0%} "
            "of {n} other {label} films",
            title=row.title,
            year=int(row.year),
            genres=listing(row.genres.split(";")),
            higher=row.higher,
            n=row.n,
            label=row.label,
        )
        for row in films.itertuples()
    ]
    evidence = fill(
        "{parts}; they share {k} of {m} labels.",
        parts="; ".join(parts),
        k=len(first & second),
        m=len(first | second),
    )
    return Finding(outcome, evidence, len(films), "weak", "films")


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
    films = genres.with_audience(genres.catalogue(load("film_genres"), load("films")))
    films = genres.journeys(
        films, load("remakes"), load("festival_selections"), load("films_abroad")
    )
    return {
        "reach-01": (genres.trend(films), genres.trend(films, "crossing")),
        "reach-09": (genres.travels(films),),
        "reach-11": (genres.change_of_share(films),),
        "gems-02": (genres.diversity(genres.hits(films)),),
        "gems-08": (genres.portraits(films, NAMED_FILMS),),
    }
