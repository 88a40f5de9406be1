"""Verdicts on claims about co-productions."""

from collections.abc import Callable

import pandas as pd

from analysis import coproductions, places
from analysis.claims import Finding, claim
from analysis.coproductions import ASIA, Breadth
from analysis.inference import Estimate
from analysis.prose import fill, listing

NAMES_RULE = (
    "each name is looked up on the pages read on the film. It is right if pages of at least two "
    "publishers give it the stated role{right}; wrong if they give it only another role{wrong}, or "
    "if none of them names it and at least one page names it with another film; not found in any "
    "other case. Supported if all names are right; contradicted if more than half are "
    "wrong{lead}; partly supported if some are right otherwise; not settled if none is right, or "
    "below three pages read on the film."
)
WORDS = {"rises": "rises", "falls": "falls", "open": "no clear change", "too few": "too few"}


@claim(
    "remake-03",
    rule=NAMES_RULE.format(right="", wrong="", lead=" or the stated lead is"),
    section="05_coproductions#who-made-leaving-mom",
)
def the_cast_is_as_stated(
    checked: pd.DataFrame, *, publishers: int = 2, away: int = 1, most: float = 0.5, pages: int = 3
) -> Finding:
    """Decide whether director and cast of Leaving Mom are those that an article names.

    Parameters
    ----------
    checked : DataFrame
        From :func:`analysis.coproductions.check_names`; the people are taken.
    publishers : int
        Publishers that a right name needs.
    away : int
        Pages on another film that a wrong name needs, where no page on this one has it.
    most : float
        Share of wrong names above which the claim is contradicted.
    pages : int
        Pages read on the film that a verdict needs.

    Returns
    -------
    Finding
        Over the people.
    """
    return _names(checked[checked["what"] == "person"], publishers, away, most, pages)


@claim(
    "remake-04",
    rule=NAMES_RULE.format(right=" and country", wrong=" or country", lead=""),
    section="05_coproductions#who-made-leaving-mom",
)
def the_companies_are_as_stated(
    checked: pd.DataFrame, *, publishers: int = 2, away: int = 1, most: float = 0.5, pages: int = 3
) -> Finding:
    """Decide whether the companies behind Leaving Mom are those that an article names.

    Parameters
    ----------
    checked : DataFrame
        From :func:`analysis.coproductions.check_names`; the companies are taken.
    publishers : int
        Publishers that a right name needs.
    away : int
        Pages on another film that a wrong name needs, where no page on this one has it.
    most : float
        Share of wrong names above which the claim is contradicted.
    pages : int
        Pages read on the film that a verdict needs.

    Returns
    -------
    Finding
        Over the companies.
    """
    return _names(checked[checked["what"] == "company"], publishers, away, most, pages)


def _names(checked: pd.DataFrame, publishers: int, away: int, most: float, pages: int) -> Finding:
    read, film = len(set(";".join(checked["read_ids"]).split(";")) - {""}), checked["film"].iloc[0]
    if read < pages:
        evidence = fill("Only {n} pages read on {film} bear on these names.", n=read, film=film)
        return Finding("not settled", evidence, len(checked), "weak", "names")
    found, lost = checked["found"], checked["found"] == "in no list"
    right = (found == "confirmed") & (checked["publisher_count"] >= publishers)
    strayed = lost & (checked["elsewhere_pages"] >= max(away, 1))
    wrong = strayed | found.isin(["other country", "other role"])
    if right.all():
        outcome = "supported"
    elif wrong.mean() > most or (wrong & (checked["role"] == "lead")).any():
        outcome = "contradicted"
    else:
        outcome = "partly supported" if right.any() else "not settled"
    parts = [
        fill(
            "{film}: {k} of {n} names right{names}, {w} wrong.",
            film=film,
            k=right.sum(),
            n=len(checked),
            names=f" ({listing(checked.loc[right, 'name'])})" if right.any() else "",
            w=wrong.sum(),
        )
    ]
    for other, part in checked[strayed].groupby("elsewhere", sort=False):
        told = "On no page read on the film, but named with another film, {other}: {names}."
        parts.append(fill(told, other=other, names=listing(_as_stated(part))))
    for row in checked[found == "other country"].itertuples():
        told = "{name} is a company of {found}, not of {stated}."
        where = {"found": _country(row.credited_country), "stated": _country(row.country)}
        parts.append(fill(told, name=row.name, **where))
    for row in checked[found == "other role"].itertuples():
        told = "{name} has another role there ({found}, not {stated})."
        parts.append(fill(told, name=row.name, found=row.credited, stated=row.role))
    for words, part in (
        ("Not found: {names}.", checked[lost & ~strayed]),
        ("Named by too few publishers: {names}.", checked[(found == "confirmed") & ~right]),
    ):
        if len(part):
            parts.append(fill(words, names=listing(part["name"])))
    parts.append(fill("{n} pages on the film were read.", n=read))
    strength = "moderate" if read >= 2 * pages else "weak"
    return Finding(outcome, " ".join(parts), len(checked), strength, "names")


def _as_stated(names: pd.DataFrame) -> pd.Series:
    """Add to the names of leads that they were stated as such."""
    return names["name"] + names["role"].map({"lead": " (stated as the lead)"}).fillna("")


def _country(codes: str) -> str:
    return listing(places.name(code) for code in codes.split(", "))


@claim(
    "reach-04",
    rule=(
        "two tests on funding between 2000 to 2012 and 2013 to 2025: each of Asia, Europe "
        "and North America is partner in at least five films of the later half; and equally"
        " many films reach more partner countries than before, the 95 per cent interval of "
        "the change lying above nought. Partly supported if both hold; contradicted if a "
        "region is partner in no film of the later half or the interval lies below nought; "
        "not settled otherwise, or below twenty films a half. The tables hold casts "
        "of hardly any film, so that more than partly supported cannot be given."
    ),
    section="05_coproductions#with-which-parts-of-the-world",
)
def coproductions_widened(
    pairs: pd.DataFrame, breadth: Breadth, *, least: int = 5, films: int = 20
) -> Finding:
    """Decide whether co-productions with Asia, Europe and North America widened funding.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`analysis.coproductions.pairs`.
    breadth : Breadth
        From :func:`analysis.coproductions.breadth`.
    least : int
        Films with a region that count as taking part.
    films : int
        Films of each half that a verdict needs.

    Returns
    -------
    Finding
        Over the films of both halves.
    """
    later = pairs[pairs["half"] == "later"]
    groups = {"Asia": ASIA, "Europe": ("Europe",), "North America": ("North America",)}
    counts = {
        name: later.loc[later["region"].isin(part), "film_id"].nunique()
        for name, part in groups.items()
    }
    n = breadth.films_earlier + breadth.films_later
    change = breadth.change
    if min(breadth.films_earlier, breadth.films_later) < films or pd.isna(change.low):
        evidence = fill(
            "Partners are known of {a} films of the earlier and {b} of the later half only.",
            a=breadth.films_earlier,
            b=breadth.films_later,
        )
        return Finding("not settled", evidence, n, "weak", "films")
    evidence = fill(
        "Films of the later half with a partner in {regions}. Equally many films ({draw}) "
        "reach {a:.1f} partner countries in the earlier and {b:.1f} in the later half, a change "
        "of {c:+.1f} ({low:+.1f} to {high:+.1f}).",
        regions=listing(f"{name}: {count}" for name, count in counts.items()),
        draw=breadth.draw,
        a=breadth.earlier,
        b=breadth.later,
        c=change.value,
        low=change.low,
        high=change.high,
    )
    if min(counts.values()) == 0 or change.high < 0:
        outcome = "contradicted"
    elif min(counts.values()) >= least and change.low > 0:
        outcome = "partly supported"
    else:
        outcome = "not settled"
    return Finding(outcome, evidence, n, "weak", "films")


@claim(
    "reach-06",
    rule=(
        "the ratio of budgets of co-productions to those of Korean films of the same five "
        "years (geometric means): partly supported if its 95 per cent interval lies above "
        "one, contradicted if below, not settled otherwise or below ten films on either "
        "side. Risk, the spread of results, cannot be tested, because the tables hold "
        "worldwide results of Korean hits only; more than partly supported can therefore "
        "not be given."
    ),
    section="05_coproductions#do-co-productions-cost-more-than-korean-films",
)
def cofinancing_goes_with_larger_budgets(
    budgets: pd.DataFrame, ratio: Estimate, *, least: int = 10
) -> Finding:
    """Decide whether co-financed films are the more ambitious ones, read as their budget.

    Parameters
    ----------
    budgets : DataFrame
        From :func:`analysis.coproductions.budgets`.
    ratio : Estimate
        From :func:`analysis.coproductions.budget_ratio`.
    least : int
        Films that each side needs.

    Returns
    -------
    Finding
        Over the films with a budget.
    """
    counts = budgets["group"].value_counts()
    joint, pure = counts.get("co-production", 0), counts.get("Korean film", 0)
    if min(joint, pure) < least or pd.isna(ratio.low):
        evidence = fill("Comparable budgets are known of {a} and {b} films only.", a=joint, b=pure)
        return Finding("not settled", evidence, len(budgets), "weak", "films")
    outcome = (
        "partly supported" if ratio.low > 1 else "contradicted" if ratio.high < 1 else "not settled"
    )
    evidence = fill(
        "Co-productions cost {r:.2f} times as much as Korean films of the same five years (95 per "
        "cent interval {low:.2f} to {high:.2f}; {a} against {b} films).",
        r=ratio.value,
        low=ratio.low,
        high=ratio.high,
        a=joint,
        b=pure,
    )
    return Finding(outcome, evidence, len(budgets), "weak", "films with a budget")


@claim(
    "reach-13",
    rule=(
        "three comparisons of films with a partner in Europe or North America between 2000 "
        "to 2012 and 2013 to 2025: their number, their share of all co-productions, their "
        "budget. One is made with at least five films of each half (for the number, ten in "
        "both together), and rises or falls if its 95 per cent interval leaves out no "
        "change. Supported if at least two are made and all made rise; partly supported if "
        "some rise otherwise; contradicted if none rises and one falls; not settled "
        "otherwise."
    ),
    section="05_coproductions#with-which-parts-of-the-world",
)
def western_collaboration_deepens(west: pd.DataFrame) -> Finding:
    """Decide whether collaboration with studios of Europe and North America deepens.

    Parameters
    ----------
    west : DataFrame
        From :func:`analysis.coproductions.west`.

    Returns
    -------
    Finding
        Over the films with such a partner.
    """
    made = west[west["direction"] != "too few"]
    rises, falls = (made["direction"] == "rises").sum(), (made["direction"] == "falls").sum()
    if len(made) >= 2 and rises == len(made):
        outcome = "supported"
    elif rises:
        outcome = "partly supported"
    elif falls:
        outcome = "contradicted"
    else:
        outcome = "not settled"
    rows = west.set_index("measure")
    films, share, budget = (rows.loc[name] for name in ("films", "share of all films", "budget"))
    n = int(films["n_earlier"] + films["n_later"])
    evidence = fill(
        "{a:.0f} films of the earlier and {b:.0f} of the later half have such a partner, {p} "
        "and {q} of all (number: {one}; share: {two}). Budgets are known of {k} and {m} of "
        "them ({three}).",
        a=films["earlier"],
        b=films["later"],
        p=_share(share["earlier"]),
        q=_share(share["later"]),
        k=budget["n_earlier"],
        m=budget["n_later"],
        one=WORDS[films["direction"]],
        two=WORDS[share["direction"]],
        three=WORDS[budget["direction"]],
    )
    return Finding(outcome, evidence, n, "weak", "films")


@claim(
    "sea-05",
    rule=(
        "for Vietnam and the Philippines, the last ten complete years against the ten before, in "
        "two measures: films with a Korean partner, and the share of all co-productions on the "
        "list made with the country. A measure rises or falls if its 95 per cent interval leaves "
        "out no change; a country rises if both do, and falls if one falls and none rises; it is "
        "not judged below five films. Supported if both countries rise; partly supported if one "
        "does; contradicted if none rises and one falls; not settled otherwise."
    ),
    section="05_coproductions#do-vietnam-and-the-philippines-work-with-korea-more-often",
)
def southeast_asian_film_makers_increasingly_join(
    trend: pd.DataFrame, *, least: int = 5, years: int = 10
) -> Finding:
    """Decide whether Vietnamese and Philippine film-makers increasingly work with Korean firms.

    Parameters
    ----------
    trend : DataFrame
        From :func:`analysis.coproductions.trend`.
    least : int
        Films of both windows that a country needs.
    years : int
        Length of each window; one of those in ``trend``.

    Returns
    -------
    Finding
        Over the films of both windows.
    """
    rows = trend[trend["years"] == years].set_index("country")
    ways, parts = [], []
    for country in ("VN", "PH"):
        place = places.name(country)
        if country not in rows.index:
            parts.append(fill("{place}: no films.", place=place))
            continue
        row = rows.loc[country]
        found = {row["direction"], row["part_direction"]}
        judged = row["n"] >= least
        if judged:
            ways.append("rises" if found == {"rises"} else _falls(found))
        parts.append(
            fill(
                "{place}: {a} films in {years} years and {b} in the {years} from {since} ({one}), "
                "{p} and {q} of all co-productions listed ({two}){few}.",
                place=place,
                a=row["before"],
                b=row["after"],
                years=years,
                since=row["since"],
                one=WORDS[row["direction"]],
                p=_share(row["part_before"]),
                q=_share(row["part_after"]),
                two=WORDS[row["part_direction"]],
                few="" if judged else "; too few to judge",
            )
        )
    rises = ways.count("rises")
    outcome = (
        "supported"
        if rises == 2
        else "partly supported"
        if rises
        else "contradicted"
        if "falls" in ways
        else "not settled"
    )
    return Finding(outcome, " ".join(parts), int(rows["n"].sum()), "weak", "films")


def _share(value: float) -> str:
    return "no share" if pd.isna(value) else fill("{value:.0%}", value=value)


def _falls(found: set[str]) -> str:
    return "falls" if "falls" in found and "rises" not in found else "open"


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
    films = load("coproductions")
    made = coproductions.released(films)
    pairs = coproductions.pairs(made, load("coproduction_countries"))
    budgets = coproductions.budgets(
        films, load("films"), load("film_costs"), load("exchange_rates")
    )
    backed = coproductions.korean_backed(pairs, load("remakes"), load("sea_top_films"))
    checked = coproductions.check_names(
        coproductions.STATED,
        load("coproduction_people"),
        load("coproduction_companies"),
        load("sources"),
        films,
        load("coproduction_countries"),
    )
    return {
        "remake-03": (checked,),
        "remake-04": (checked,),
        "reach-04": (pairs, coproductions.breadth(pairs)),
        "reach-06": (budgets, coproductions.budget_ratio(budgets)),
        "reach-13": (coproductions.west(made, pairs, budgets),),
        "sea-05": (coproductions.trend(backed, made, pairs),),
    }
