"""Verdicts on claims about Southeast Asia."""

from collections.abc import Callable

import pandas as pd

from analysis import market, places, southeast_asia
from analysis.claims import Finding, claim
from analysis.prose import fill, listing

SECTION = "06_southeast_asia#"
NAMED = ("ID", "PH", "TH", "VN")
COUNTS = {  # measures of southeast_asia.influence, in words
    "remakes": "remakes",
    "coproductions": "co-productions",
    "hits": "linked hits",
    "events": "other events",
    "screened": "Korean films recorded",
}


def _name(code: str) -> str:
    """Name a country as a sentence does."""
    return {"PH": "the Philippines"}.get(code) or places.name(code)


def _places(codes: str) -> str:
    """Write codes joined by a semicolon as a list of names."""
    return listing(_name(code) for code in codes.split(";")) if codes else "no market of the region"


@claim(
    "sea-01",
    rule=(
        "only the second half can be tested: that the three films named reached cinemas abroad, "
        "Southeast Asia included. Supported if each has a gross or admissions both in a Southeast "
        "Asian market and in another one abroad, partly supported if at least one has both; not "
        "settled otherwise, or below three figures, since a figure not found does not show that a "
        "film was not shown. That series and pop music came first, and that films carried the "
        "wave, no table tells."
    ),
    section=SECTION + "what-did-korean-films-themselves-earn-in-the-region",
)
def films_carried_the_wave(named: pd.DataFrame, *, at_least: int = 3) -> Finding:
    """Decide whether the films that the claim names reached the world, Southeast Asia included.

    Parameters
    ----------
    named : DataFrame
        From :func:`analysis.southeast_asia.named_films`.
    at_least : int
        Figures abroad that a verdict needs.

    Returns
    -------
    Finding
        Over the territories where the films have a figure.
    """
    n = int(named["figures"].sum())
    both = (named["region"] != "") & (named["elsewhere"] != "")
    if n < at_least or not both.any():
        outcome = "not settled"
    else:
        outcome = "supported" if both.all() else "partly supported"
    parts = [
        "{} in {} and {} elsewhere".format(
            row.film_id if pd.isna(row.title) else f"*{row.title}* ({row.year:.0f})",
            _places(row.region),
            sum(map(bool, row.elsewhere.split(";"))) or "none",
        )
        for row in named.itertuples()
    ]
    evidence = (
        "Figures found, gross or admissions, by territory: "
        + "; ".join(parts)
        + ". A film without a figure may still have been shown there."
    )
    return Finding(outcome, evidence, n, "weak", "territories with a figure")


@claim(
    "sea-03",
    rule=(
        "for Thailand and Indonesia each: labelled local hits carry more genre labels from 2020 "
        "than before, permutation p below 0.05. Supported if both do, partly supported if one does "
        "and the other does not carry significantly fewer, contradicted if neither carries more on "
        "average; not settled otherwise, or with fewer than ten labelled films in any of the four "
        "groups."
    ),
    section=SECTION + "do-local-hits-mix-genres",
)
def genre_mixing_caught_on(
    change: pd.DataFrame,
    blending: pd.DataFrame,
    *,
    countries: tuple[str, ...] = ("TH", "ID"),
    at_least: int = 10,
    level: float = 0.05,
) -> Finding:
    """Decide whether genre mixing caught on in Thailand and Indonesia.

    Parameters
    ----------
    change : DataFrame
        From :func:`analysis.southeast_asia.blending_change`.
    blending : DataFrame
        From :func:`analysis.southeast_asia.blending`; for the named pairs of genres.
    countries : tuple of str
        Countries that the claim names.
    at_least : int
        Labelled films that each period of each country needs.
    level : float
        Level of the test.

    Returns
    -------
    Finding
        Over labelled local hits.
    """
    own = change.set_index("country").reindex(list(countries))
    n = int(own[["before", "after"]].fillna(0).sum().sum())
    up = (own["change"] > 0) & (own["p"] < level)
    down = (own["change"] < 0) & (own["p"] < level)
    if own[["before", "after"]].fillna(0).min(axis=None) < at_least:
        outcome = "not settled"
    elif up.all():
        outcome = "supported"
    elif up.any() and not down.any():
        outcome = "partly supported"
    elif (own["change"] <= 0).all():
        outcome = "contradicted"
    else:
        outcome = "not settled"
    there = blending[blending["country"].isin(countries)]
    parts = [
        fill(
            "{place} {change:+.2f} labels a film (p = {p:.2f}, {a} films before 2020 and {b} from "
            "then)",
            place=places.name(code),
            change=row.change,
            p=row.p,
            a=int(row.before),
            b=int(row.after),
        )
        for code, row in own.dropna(subset=["change", "p"]).iterrows()
    ]
    evidence = fill(
        "{parts}. Horror with comedy stands on {hc} of the {n} labelled films, thriller with drama "
        "on {td}.",
        parts="; ".join(parts) or "No change can be computed",
        hc=there["horror+comedy"].sum(),
        td=there["thriller+drama"].sum(),
        n=there["n"].sum(),
    )
    return Finding(outcome, evidence, n, "weak", "labelled local hits")


@claim(
    "sea-06",
    rule=(
        "the share of Korean features labelled family, and of those labelled drama, is higher "
        "among films remade or recorded in Southeast Asia than among all others (permutation p "
        "below 0.05). Supported if both are, partly supported if one is, contradicted if one is "
        "significantly lower and none higher; not settled otherwise, or with fewer than twenty "
        "films taken up. Labels do not tell social pressure or class, so that the strength is weak."
    ),
    section=SECTION + "which-korean-genres-does-the-region-take-up",
)
def family_stories_resonate(
    chosen: pd.DataFrame,
    *,
    labels: tuple[str, ...] = ("family", "drama"),
    at_least: int = 20,
    level: float = 0.05,
) -> Finding:
    """Decide whether stories of family, social pressure and class resonate in the region.

    Parameters
    ----------
    chosen : DataFrame
        From :func:`analysis.southeast_asia.chosen_genres`.
    labels : tuple of str
        Labels that stand for such stories.
    at_least : int
        Films taken up that a verdict needs.
    level : float
        Level of the test.

    Returns
    -------
    Finding
        Over Korean features that the region took up.
    """
    own = chosen[chosen["label"].isin(labels)]
    n = int(chosen["n_chosen"].max())
    up = (own["difference"] > 0) & (own["p"] < level)
    down = (own["difference"] < 0) & (own["p"] < level)
    if n < at_least or len(own) < len(labels):
        outcome = "not settled"
    elif up.all():
        outcome = "supported"
    elif up.any():
        outcome = "partly supported"
    elif down.any():
        outcome = "contradicted"
    else:
        outcome = "not settled"
    parts = [
        fill(
            "{label} {a:.0%} of films taken up against {b:.0%} of others (p = {p:.2f})",
            label=row.label.capitalize(),
            a=row.share,
            b=row.other_share,
            p=row.p,
        )
        for row in own.itertuples()
    ]
    return Finding(outcome, "; ".join(parts) + ".", n, "weak", "films taken up")


@claim(
    "sea-07",
    rule=(
        "on yearly lists that hold both kinds, linked films outsold a larger share of their list "
        "than the other films did, unknown links taken as none (permutation within lists, p below "
        "0.05). Supported if so and every other reading points the same way; partly supported if "
        "so but not every reading does; contradicted if they outsold a smaller share (p below "
        "0.05); not settled otherwise, or with fewer than ten linked films. The other readings "
        "treat unknown links, short lists, all-time lists and linked films outside the lists "
        "otherwise."
    ),
    section=SECTION + "does-the-answer-depend-on-what-is-unknown-and-on-the-flops",
)
def korean_touch_does_better(
    readings: pd.DataFrame, *, at_least: int = 10, level: float = 0.05
) -> Finding:
    """Decide whether a local film with a Korean touch tends to do better.

    Parameters
    ----------
    readings : DataFrame
        From :func:`analysis.southeast_asia.standing_readings`.
    at_least : int
        Linked films that a verdict needs.
    level : float
        Level of the test.

    Returns
    -------
    Finding
        Over films on yearly lists that hold linked and other films.
    """
    rank = readings[readings["measure"] == "standing"]
    main = rank[rank["group"] == "main"].iloc[0]
    rest = rank[(rank["group"] == "sensitivity") & rank["value"].notna()]
    if pd.isna(main["value"]):
        return Finding("not settled", "No list holds linked and other films.", 0, "weak", "films")
    if not (main["p"] < level and main["linked"] >= at_least):
        outcome = "not settled"
    elif main["value"] < 0:
        outcome = "contradicted"
    elif (rest["value"] > 0).all():
        outcome = "supported"
    else:
        outcome = "partly supported"
    evidence = fill(
        "The share of their list that linked films outsold differs from that of the other films "
        "by {v:+.0f} percentage points ({interval}permutation p = {p:.2f}; {k} linked of {n} "
        "films, {lists} lists)",
        v=main["value"] * 100,
        interval=_interval(main),
        p=main["p"],
        k=main["linked"],
        n=main["n"],
        lists=main["lists"],
    )
    countries = rank[(rank["group"] == "country") & rank["value"].notna()]
    if len(countries):
        evidence += ": " + listing(
            fill(
                "{v:+.0f} in {at} ({interval}{k} of {n})",
                v=row["value"] * 100,
                at=_name(row["reading"]),
                interval=_interval(row),
                k=row["linked"],
                n=row["n"],
            )
            for _, row in countries.iterrows()
        )
    evidence += "."
    if len(rest):
        evidence += fill(
            " The {m} other readings lie between {a:+.0f} and {b:+.0f} points.",
            m=len(rest),
            a=rest["value"].min() * 100,
            b=rest["value"].max() * 100,
        )
    return Finding(outcome, evidence, int(main["n"]), "weak", "films on lists with both kinds")


def _interval(row: pd.Series) -> str:
    """Write a difference's interval in points, or nothing where there is none."""
    if pd.isna(row["low"]):
        return ""
    return fill("95% interval {a:+.0f} to {b:+.0f}; ", a=row["low"] * 100, b=row["high"] * 100)


def _taught(events: pd.DataFrame, countries: tuple[str, ...], pattern: str, what: str) -> Finding:
    """Look among the training events of the countries for words that a claim needs."""
    own = events[events["country"].isin(countries) & (events["kind"] == "training")]
    hits = own[own["words"].str.contains(pattern, case=False, regex=True)]
    k = hits["country"].nunique()
    outcome = "supported" if k == len(countries) else "partly supported" if k else "not settled"
    evidence = fill(
        "Of {n} training events in {places}, {k} name{s} {what}{which}.",
        n=len(own),
        places=listing(_name(code) for code in countries),
        k=len(hits) or "none",
        s="s" if len(hits) < 2 else "",
        what=what,
        which=": " + "; ".join(f"{row.what} ({row.date})" for row in hits.itertuples())
        if len(hits)
        else "",
    )
    return Finding(outcome, evidence, len(own), "weak", "training events")


@claim(
    "sea-09",
    rule=(
        "the table's training events in Vietnam and Thailand whose words name acting, actors or "
        "performance. Supported if there is one in each country, partly supported if in one, not "
        "settled if in none: that a search found no such event does not show that there is none."
    ),
    section=SECTION + "when-did-what-happen",
)
def acting_programmes_appear(
    events: pd.DataFrame,
    *,
    countries: tuple[str, ...] = ("VN", "TH"),
    pattern: str = r"\b(?:acting|actors?|actress(?:es)?|performances?)\b",
) -> Finding:
    """Decide whether acting programmes on Korean lines appear in Vietnam and Thailand.

    Parameters
    ----------
    events : DataFrame
        From :func:`analysis.southeast_asia.dated_events`.
    countries : tuple of str
        Countries that the claim names.
    pattern : str
        Regular expression that an event's words must match.

    Returns
    -------
    Finding
        Over training events in those countries.
    """
    return _taught(events, countries, pattern, "acting")


@claim(
    "sea-12",
    rule=(
        "the table's training events in Indonesia and the Philippines whose words name a film "
        "school, film institute, university or college. Supported if there is one in each country, "
        "partly supported if in one, not settled if in none: that a search found no such event "
        "does not show that there is none."
    ),
    section=SECTION + "when-did-what-happen",
)
def film_schools_teach_korean_cinema(
    events: pd.DataFrame,
    *,
    countries: tuple[str, ...] = ("ID", "PH"),
    pattern: str = r"\b(?:film (?:school|institute)|universit|college)",
) -> Finding:
    """Decide whether film schools in cities such as Jakarta and Manila teach Korean cinema.

    Parameters
    ----------
    events : DataFrame
        From :func:`analysis.southeast_asia.dated_events`.
    countries : tuple of str
        Countries of the cities that the claim names.
    pattern : str
        Regular expression that an event's words must match.

    Returns
    -------
    Finding
        Over training events in those countries.
    """
    return _taught(events, countries, pattern, "a film school, institute, university or college")


@claim(
    "sea-13",
    rule=(
        "five counts by country: remakes released, co-productions, linked films on lists of local "
        "hits, dated events other than films, and Korean films whose run there was recorded. "
        "Supported if Vietnam, Thailand, the Philippines and Indonesia each stand above every "
        "other country in all five; partly supported if they do in at least two and at least three "
        "of them are among the first four by mean rank over the five counts; contradicted "
        "otherwise; not settled below ten entries or below five countries. The entries were found "
        "by search and the countries were not searched alike, so that the strength is weak."
    ),
    section=SECTION + "which-countries-are-most-influenced-and-does-the-order-hold",
)
def four_countries_lead(
    influence: pd.DataFrame,
    *,
    named: tuple[str, ...] = NAMED,
    measures: tuple[str, ...] = tuple(COUNTS),
    counts: int = 2,
    leading: int = 3,
    at_least: int = 10,
) -> Finding:
    """Decide whether four countries are the most influenced.

    Parameters
    ----------
    influence : DataFrame
        From :func:`analysis.southeast_asia.influence`.
    named : tuple of str
        Countries that the claim names.
    measures : tuple of str
        Measures that decide.
    counts : int
        Measures in which all of them must stand above the rest for part of the claim.
    leading : int
        How many of them must be among the first by mean rank for part of the claim.
    at_least : int
        Entries that must be counted in all.

    Returns
    -------
    Finding
        Over the entries counted.
    """
    own = influence[influence["measure"].isin(measures)]
    wide = own.pivot(index="country", columns="measure", values="count")
    wide = wide.reindex(
        index=wide.index.union(list(named)), columns=list(measures), fill_value=0
    ).fillna(0)
    n = int(wide.sum().sum())
    inside = wide.index.isin(list(named))
    above = wide[inside].min() > wide[~inside].max()
    order = wide.rank(ascending=False).mean(axis=1).sort_values(kind="stable")
    lead = [code for code in order.index[: len(named)] if code in named]
    if n < at_least or len(wide) < len(named) + 1:
        outcome = "not settled"
    elif above.all():
        outcome = "supported"
    elif above.sum() >= counts and len(lead) >= leading:
        outcome = "partly supported"
    else:
        outcome = "contradicted"
    ordered = [code for code in order.index if code in named]
    rows = [(_name(code), wide.loc[code]) for code in ordered]
    if not inside.all():
        rows.append(("most in any other country", wide[~inside].max()))
    held = [COUNTS[name] for name in measures if above[name]]
    evidence = fill(
        "Found by search, all years together: {named:list} each stand above every other country "
        "in {k} of {m} counts{held}. Counts in this order ({words:list}): {counts}. By mean rank "
        "{lead} of the first {first} are among the four.",
        named=[_name(code) for code in ordered],
        k=len(held) or "none",
        m=len(above),
        held=f" ({listing(held)})" if held else "",
        words=[COUNTS[name] for name in measures],
        counts="; ".join(f"{what} {', '.join(f'{k:.0f}' for k in own)}" for what, own in rows),
        lead=len(lead) or "none",
        first=len(named),
    )
    return Finding(outcome, evidence, n, "weak", "entries, some films in several counts")


@claim(
    "sea-14",
    rule=(
        "two tests on released remakes of Korean films (sequels and remakes of series left out): "
        "of those whose country has a list of at least five local hits of their year, at least a "
        "quarter stand outside it; and of those whose tickets and original's tickets are known, at "
        "least a quarter took less than half of the original's share of all tickets. The tests say "
        "how remakes fared and not why: that imitation is the cause is not tested, so that the "
        "claim is at most partly supported, namely if both hold. Contradicted if none does; not "
        "settled if only one does, or below five remakes in either."
    ),
    section=SECTION + "what-became-of-the-linked-films-outside-the-lists",
)
def not_every_imitation_works(
    linked: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    at_least: int = 5,
    share: float = 0.25,
    part: float = 0.5,
) -> Finding:
    """Decide whether not every Korean-inspired film works.

    Parameters
    ----------
    linked : DataFrame
        From :func:`analysis.southeast_asia.linked_films`.
    pairs : DataFrame
        From :func:`analysis.southeast_asia.against_original`.
    at_least : int
        Remakes that each test needs.
    share : float
        Share of remakes from which a test holds.
    part : float
        Part of the original's share of tickets below which a remake fell short.

    Returns
    -------
    Finding
        Over remakes that a list can judge.
    """
    tested = linked[(linked["kind"] == "remake") & linked["remake_id"].notna() & linked["tested"]]
    n, out = len(tested), int((~tested["on_list"]).sum())
    m, short = len(pairs), int((pairs["ratio"] < part).sum())
    if min(n, m) < at_least:
        outcome = "not settled"
    else:
        tests = (out / n >= share, short / m >= share)
        outcome = ("contradicted", "not settled", "partly supported")[sum(tests)]
    lists = [
        fill(
            "in {at} {k} of {n} ({years}; list{s} of {size} films)",
            s="s" * (len(own) != 1),
            at=_name(code),
            k=int((~own["on_list"]).sum()) or "none",
            n=len(own),
            years=_span(own["year"]),
            size=_span(own["listed"]),
        )
        for code, own in sorted(tested.groupby("country"), key=lambda item: -len(item[1]))
    ]
    tickets = [
        fill(
            "{k} of {n} in {at} ({years})",
            k=int((own["ratio"] < part).sum()) or "none",
            n=len(own),
            at=_name(code),
            years=_span(own["year"]),
        )
        for code, own in pairs.groupby("country")
    ]
    evidence = fill(
        "Remakes of Korean films outside their year's list of local hits: {lists}. The lists are "
        "short and do not show how other local films fared. Remakes that took less than {part:.0%} "
        "of the share of all tickets that the original took in Korea: {tickets}. That imitation is "
        "the cause is not tested.",
        lists="; ".join(lists) or "no remake has a list",
        part=part,
        tickets="; ".join(tickets) or "no pair of figures is known",
    )
    return Finding(outcome, evidence, n, "weak", "remake" + "s" * (n != 1) + " with a list")


def _span(numbers: pd.Series) -> str:
    """Write the least and the largest of some whole numbers."""
    least, most = int(numbers.min()), int(numbers.max())
    return f"{least}" if least == most else f"{least} to {most}"


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
    rates, films, remakes = load("exchange_rates"), load("films"), load("remakes")
    joint, partners = load("coproductions"), load("coproduction_countries")
    top, genres, abroad = load("sea_top_films"), load("film_genres"), load("films_abroad")
    lists = southeast_asia.local_lists(top, rates)
    linked = southeast_asia.linked_films(top, rates)
    labelled = southeast_asia.labelled_films(top, genres, films)
    events = southeast_asia.dated_events(load("influence_events"))
    korean = southeast_asia.korean_films(abroad, films, rates)
    counts = southeast_asia.influence(lists, remakes, joint, partners, events, korean)
    korea = market.annual(load("market_yearly"))
    pairs = southeast_asia.against_original(remakes, films, load("sea_markets"), korea)
    return {
        "sea-01": (southeast_asia.named_films(abroad, films),),
        "sea-03": (southeast_asia.blending_change(labelled), southeast_asia.blending(labelled)),
        "sea-06": (southeast_asia.chosen_genres(genres, films, remakes, abroad),),
        "sea-07": (southeast_asia.standing_readings(lists, linked),),
        "sea-09": (events,),
        "sea-12": (events,),
        "sea-13": (counts,),
        "sea-14": (linked, pairs),
    }
