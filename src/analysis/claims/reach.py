"""Verdicts on claims about exports, festivals, streaming and the footprint abroad."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from analysis import inference, reach
from analysis.claims import Finding, claim
from analysis.prose import fill, listing

AWARD = 2020  # ceremony at which Parasite won


@claim(
    "reach-05",
    rule=(
        "two parts. Cinemas: at least three quarters of the dated foreign releases come seven days "
        "or more after the Korean release (at least twenty releases). Services: at least three "
        "quarters of the films with both dates were in Korean cinemas before they started on a "
        "service (at least ten films). Supported if both hold, partly supported if one does, "
        "contradicted if none does and at least one has enough films; not settled if neither has."
    ),
    section="07_reach#in-what-order-do-films-reach-the-world",
)
def windows_are_sequenced(
    lags: pd.DataFrame,
    platforms: pd.DataFrame,
    *,
    days: int = 7,
    share: float = 0.75,
    least_releases: int = 20,
    least_films: int = 10,
) -> Finding:
    """Decide whether releases follow one another from home to abroad to streaming.

    Parameters
    ----------
    lags : DataFrame
        From :func:`analysis.reach.release_lags`.
    platforms : DataFrame
        From :func:`analysis.reach.platform_dates`.
    days : int
        Days after the Korean release from which a release counts as later.
    share : float
        Share that must come later.
    least_releases, least_films : int
        Fewest observations for either part.

    Returns
    -------
    Finding
        Over dated releases abroad and starts on services.
    """
    later = inference.share(int((lags["days"] >= days).sum()), len(lags))
    dated = platforms[platforms["order"].isin(["cinema first", "service first"])]
    first = int((dated["order"] == "cinema first").sum())
    parts = [
        later.value >= share if later.n >= least_releases else None,
        first / len(dated) >= share if len(dated) >= least_films else None,
    ]
    cinemas = (
        fill(
            "{k} of {n} dated foreign releases ({v:.0%}, 95 per cent interval {low:.0%} to "
            "{high:.0%}) came {days} days or more after Korea's",
            k=int((lags["days"] >= days).sum()),
            n=later.n,
            v=later.value,
            low=later.low,
            high=later.high,
            days=days,
        )
        if later.n
        else "No foreign release is dated to the day"
    )
    evidence = cinemas + fill(
        "; {c} of {m} films with both dates {verb} in Korean cinemas before a service{few}.",
        c=first,
        m=len(dated),
        verb="was" if first == 1 else "were",
        few="" if len(dated) >= least_films else ", too few to decide that part",
    )
    known = [part for part in parts if part is not None]
    outcome = (
        "not settled"
        if not known
        else "supported"
        if all(parts)
        else "partly supported"
        if any(known)
        else "contradicted"
    )
    return Finding(outcome, evidence, later.n + len(dated), "weak", "dated releases and starts")


@claim(
    "reach-07",
    rule=(
        "two comparisons of festival films with films of the same five years and kind: audience in "
        "Korea, and (also of like audience) the share with a figure abroad. Supported if both 95 "
        "per cent intervals lie above no difference, contradicted if at least one lies below and "
        "none above, partly supported if one lies above; not settled otherwise, or with fewer than "
        "twenty festival films in either."
    ),
    section="07_reach#does-a-selection-go-with-a-larger-audience",
)
def selections_accelerate(effects: pd.DataFrame, *, at_least: int = 20) -> Finding:
    """Decide whether festival selection goes with a larger audience and more reach abroad.

    Parameters
    ----------
    effects : DataFrame
        From :func:`analysis.reach.selection_effects`.
    at_least : int
        Fewest festival films in each comparison.

    Returns
    -------
    Finding
        Over the compared festival films.
    """
    alike = effects[effects["comparison"] == "like films"].set_index("outcome")
    home, away = alike.loc["audience"], alike.loc["abroad"]
    n = int(min(home["selected"], away["selected"]))
    if n < at_least or pd.isna(home["low"]) or pd.isna(away["low"]):
        evidence = fill("Only {n} festival films can be compared on both sides.", n=n)
        return Finding("not settled", evidence, n, "weak", "festival films")
    above = int(home["low"] > 1) + int(away["low"] > 0)
    below = int(home["high"] < 1) + int(away["high"] < 0)
    outcome = (
        "supported"
        if above == 2
        else "partly supported"
        if above
        else "contradicted"
        if below
        else "not settled"
    )
    evidence = fill(
        "Against like films, festival films have {a:.2f} times the audience (95 per cent interval "
        "{b:.2f} to {c:.2f}, n = {g} films); the share with a figure abroad differs by {d:+.0f} "
        "points ({e:+.0f} to {f:+.0f}, n = {h} pairs). Which caused which is open.",
        a=home["value"],
        b=home["low"],
        c=home["high"],
        d=away["value"] * 100,
        e=away["low"] * 100,
        f=away["high"] * 100,
        g=int(home["n"]),
        h=int(away["n"]),
    )
    return Finding(outcome, evidence, n, "weak", "festival films")


@claim(
    "reach-12",
    rule=(
        "each measure's mean of the newest five years against that of the five before, at least "
        "three known years in each; it grew or fell only if the 95 per cent interval of the ratio "
        "leaves out no change. Supported if more than half of the measures that can be compared "
        "grew and none fell, contradicted if none grew and at least one fell, partly supported in "
        "any other case in which at least one grew; not settled if none grew or fell, or with "
        "fewer than three measures that can be compared."
    ),
    section="07_reach#does-the-footprint-keep-growing",
)
def the_footprint_keeps_growing(
    measures: pd.DataFrame,
    *,
    window: int = reach.WINDOW,
    minimum: int = reach.MINIMUM,
    at_least: int = 3,
) -> Finding:
    """Decide measure by measure whether the footprint keeps growing.

    Parameters
    ----------
    measures : DataFrame
        From :func:`analysis.reach.footprint_measures`.
    window, minimum
        As for :func:`analysis.reach.growth`.
    at_least : int
        Fewest measures that can be compared.

    Returns
    -------
    Finding
        Over the measures with enough years.
    """
    changes = reach.growth(measures, window=window, minimum=minimum)
    known = changes[changes["state"] != "not known"].sort_values("ratio", ascending=False)
    n, left = len(known), len(changes) - len(known)
    outcome = _footprint(changes, at_least)
    if n < at_least:
        evidence = fill(
            "Only {n} of {m} measures of South Korean films abroad have enough years.",
            n=n,
            m=len(changes),
        )
        return Finding(outcome, evidence, n, "weak", "measures")
    evidence = fill(
        "Of {all} measures of South Korean films abroad {left} cannot be told for lack of years; "
        "of the other {n}, {k} grew, {f} fell and {u} had no clear change. Means of the newest "
        "{window} years over the {window} before, with 95 per cent intervals (exports in constant "
        "dollars): {names}. {low} of "
        "the {n} are below their best earlier {window} years.",
        all=len(changes),
        left=left,
        n=n,
        k=int((known["state"] == "grew").sum()),
        f=int((known["state"] == "fell").sum()),
        u=int((known["state"] == "no clear change").sum()),
        window=window,
        names=listing(
            fill(
                "{a} {b:.2f}× ({c:.2f} to {d:.2f}, {e})",
                a=row.measure,
                b=row.ratio,
                c=row.low,
                d=row.high,
                e=row.newer_years,
            )
            for row in known.itertuples()
        ),
        low=int((known["newer"] < known["best"]).sum()),
    )
    return Finding(outcome, evidence, n, "weak", "measures")


@claim(
    "sea-10",
    rule=(
        "the claim is about independent film-makers of Asia, and what can be counted is how far "
        "South Korea's entries for the Academy Award for an international film came; entries of "
        "other countries are not in the tables, so that no result supports or contradicts the "
        "whole claim. Partly supported if the 95 per cent interval of the difference in the share "
        "shortlisted or better, after 2020 less before, lies above zero, with at least ten entries "
        "on either side; not settled otherwise. The year 2020, that of Parasite itself, counts on "
        "neither side."
    ),
    section="07_reach#what-changed-at-the-academy-awards-after-parasite",
)
def parasite_proved_what_is_possible(entries: pd.DataFrame, *, at_least: int = 10) -> Finding:
    """Decide whether entries came further after Parasite's awards; the tables hold Korea's only.

    Parameters
    ----------
    entries : DataFrame
        From :func:`analysis.reach.academy_entries`.
    at_least : int
        Fewest entries on either side; the year of the award counts on neither.

    Returns
    -------
    Finding
        Over the entries; never contradicted, since other countries' entries are not known.
    """
    before, after = entries[entries["year"] < AWARD], entries[entries["year"] > AWARD]
    further = [int((part["step"] > 0).sum()) for part in (before, after)]
    n = len(before) + len(after)
    evidence = fill(
        "South Korea's entries for the Academy Award for an international film that were "
        "shortlisted or better: {a} of {n} before {event} and {b} of {m} after; {event}, the year "
        "of Parasite, counts on neither side, and entries of other Asian countries are not in the "
        "tables.",
        a=further[0],
        n=len(before),
        b=further[1],
        m=len(after),
        event=AWARD,
    )
    if min(len(before), len(after)) < at_least:
        few = fill(" Fewer than {k} on one side are too few to decide.", k=at_least)
        return Finding("not settled", evidence + few, n, "weak", "entries")
    gap = inference.difference(
        (after["step"] > 0).astype(float), (before["step"] > 0).astype(float)
    )
    evidence += fill(
        " The share differs by {d:+.0%} (95 per cent interval {low:+.0%} to {high:+.0%}).",
        d=gap.value,
        low=gap.low,
        high=gap.high,
    )
    outcome = "partly supported" if gap.low > 0 else "not settled"
    return Finding(outcome, evidence, n, "weak", "entries")


@claim(
    "sea-11",
    rule=(
        "six cells: three services times two parts. A service carries Korean titles widely if the "
        "median film of at least three was in its top ten in at least twenty countries, or a dated "
        "event of Korea names it; it has a part in Southeast Asian titles if a dated event of such "
        "a country names it. Supported if all six cells are documented, partly supported if some "
        "are, contradicted if none is and at least one measured median is below twenty countries; "
        "not settled if nothing is documented or measured."
    ),
    section="07_reach#what-do-streaming-figures-show-and-what-can-they-not",
)
def services_carry_and_fund(
    services: pd.DataFrame, *, countries: int = 20, films: int = 3
) -> Finding:
    """Decide whether the services named carry Korean titles widely and fund local ones.

    Parameters
    ----------
    services : DataFrame
        From :func:`analysis.reach.service_evidence`.
    countries : int
        Countries that count as wide.
    films : int
        Fewest films for a median.

    Returns
    -------
    Finding
        Over service and part.
    """
    enough = services["films"] >= films
    wide = enough & (services["countries"] >= countries)
    narrow = enough & (services["countries"] < countries)
    cells = services.assign(wide=wide, held=wide | (services["rows"] > 0))
    held, rest = cells[cells["held"]], cells[~cells["held"]]
    outcome = (
        "supported"
        if rest.empty
        else "partly supported"
        if len(held)
        else "contradicted"
        if narrow.any()
        else "not settled"
    )
    shown = listing(_documented(row) for row in held.itertuples()) if len(held) else "nothing"
    evidence = " ".join([f"Documented: {shown}.", *_undocumented(rest)])
    return Finding(outcome, evidence, len(cells), "weak", "cells of service and part")


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
    films, abroad, selections = load("films"), load("films_abroad"), load("festival_selections")
    streaming, exports, prices = load("streaming"), load("exports"), load("us_prices")
    shares = reach.destination_shares(load("export_destinations"), exports)
    grosses = reach.foreign_grosses(abroad, films, load("exchange_rates"), prices)
    pool = reach.comparable_films(films, selections, load("film_genres"), abroad, grosses)
    measures = reach.footprint_measures(
        reach.exports_by_year(exports, load("reference_yearly"), prices),
        reach.counts(exports),
        reach.concentration(shares),
        reach.selections_by_year(selections, films),
        grosses,
        reach.streaming_bests(streaming, films),
    )
    lags, starts = reach.release_lags(abroad, films), reach.platform_dates(streaming, films)
    return {
        "reach-05": (lags, starts),
        "reach-07": (reach.selection_effects(pool),),
        "reach-12": (measures,),
        "sea-10": (reach.academy_entries(selections, films),),
        "sea-11": (reach.service_evidence(streaming, films, load("influence_events")),),
    }


def _footprint(changes: pd.DataFrame, at_least: int) -> str:
    """Give the outcome for measures that :func:`analysis.reach.growth` compared."""
    states = changes.loc[changes["state"] != "not known", "state"]
    grew, fell = int((states == "grew").sum()), int((states == "fell").sum())
    if len(states) < at_least or not grew + fell:
        return "not settled"
    if not grew:
        return "contradicted"
    return "supported" if grew > len(states) / 2 and not fell else "partly supported"


def _documented(row: NamedTuple) -> str:
    """Say what the tables hold on one service and part, with how many rows."""
    counts = []
    if row.wide:
        median = "n = {n} films, the median in its top ten in {m:.0f} countries"
        counts.append(fill(median, n=row.films, m=row.countries))
    if row.rows:
        counts.append(fill("n = {n} dated {e}", n=row.rows, e=_plural("event", row.rows)))
    carries = row.part == reach.PARTS[0]
    part = "carries Korean titles" if carries else "has a part in Southeast Asian titles"
    return f"{row.service} {part} ({'; '.join(counts)})"


def _undocumented(rest: pd.DataFrame) -> list[str]:
    """Say in sentences what the tables do not hold."""
    carry = rest["part"] == reach.PARTS[0]
    seen = carry & (rest["films"] > 0)
    said = [
        fill(
            "{s}: n = {n} {f} with a count of countries (median {m:.0f}) and no dated event of "
            "Korea, which is not enough.",
            s=row.service,
            n=row.films,
            f=_plural("film", row.films),
            m=row.countries,
        )
        for row in rest[seen].itertuples()
    ]
    bare, unfunded = rest.loc[carry & ~seen, "service"], rest.loc[~carry, "service"]
    if len(bare):
        names = listing(bare, "or")
        said.append(f"No count of countries and no dated event has {names} carrying Korean titles.")
    if len(unfunded):
        names = listing(unfunded, "or")
        said.append(f"No dated event in the tables has {names} funding a Southeast Asian title.")
    return said


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
