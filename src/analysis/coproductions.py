"""International co-productions: partners, kinds, leaders, money, agreements, and names checked.

Frames in, frames out. Shares are fractions (0.53). Money is nominal: what was printed,
or changed into US dollars at the average rate of the year of release.

The tables hold what a search found and not a census. Intervals say how far chance alone
would carry counts of this size; they say nothing of films that no page was found for.
"""

from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd
import statsmodels.formula.api as smf
from scipy import stats

from analysis import inference, places
from analysis.datasets import carry, explode_list
from analysis.inference import Estimate
from analysis.periods import five_years
from analysis.prose import listing

KINDS = ("treaty", "equity", "local_language", "service", "unknown")
EU = (
    "AT",
    "BE",
    "BG",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
)
# Regions of the UN's M49 list; Asia parted further, because most partners lie there
REGIONS = {
    "Southeast Asia": places.SOUTHEAST_ASIA,
    "East Asia": ("CN", "HK", "JP", "KP", "MN", "MO", "TW"),
    "other Asia": ("AE", "BD", "IL", "IN", "IR", "KG", "KZ", "LK", "NP", "PK", "TR", "UZ"),
    "Europe": (*EU, "CH", "GB", "IS", "NO", "RS", "RU", "UA"),
    "North America": ("CA", "US"),
    "elsewhere": ("AR", "AU", "BR", "CL", "EG", "MA", "MX", "NZ", "ZA"),
}
ASIA = ("East Asia", "Southeast Asia", "other Asia")
WEST = ("Europe", "North America")
HALVES = (2000, 2013, 2026)  # first year of each half, and the year after the last

# Who made Leaving Mom (2025) according to a news brief of 2025: claims remake-03 and remake-04
STATED = pd.DataFrame(
    [
        ("Mo Hong-jin", "person", "director", None),
        ("Lee Kwang-soo", "person", "lead", None),
        ("Hoang Ha", "person", "cast", None),
        ("Tuan Tran", "person", "cast", None),
        ("Hong Dao", "person", "cast", None),
        ("Jerrygood Company", "company", "producer", "KR"),
        ("Film Company Lee Chang", "company", "producer", "KR"),
        ("Motif Pictures", "company", "producer", "VN"),
        ("Anh Teu Studio", "company", "producer", "VN"),
        ("SATE", "company", "producer", "VN"),
    ],
    columns=["name", "what", "role", "country"],
)
# credits that bear out a stated role
CREDITS = {
    "director": {"director"},
    "lead": {"lead_cast"},
    "cast": {"lead_cast", "cast"},
    "producer": {"producer"},
}


def region(country: pd.Series) -> pd.Series:
    """Name the region of each country.

    Parameters
    ----------
    country : Series
        ISO 3166-1 codes.

    Returns
    -------
    Series
        Keys of :data:`REGIONS`.

    Raises
    ------
    ValueError
        If a country lies in none of them.
    """
    lookup = {code: name for name, codes in REGIONS.items() for code in codes}
    found = country.map(lookup)
    if found.isna().any():
        missing = ", ".join(sorted(country[found.isna()].unique()))
        raise ValueError(f"no region for {missing}: add it to coproductions.REGIONS")
    return found


def half(year: pd.Series, halves: tuple[int, int, int] = HALVES) -> pd.Series:
    """Say in which half of the years compared a year lies.

    Parameters
    ----------
    year : Series
        Years.
    halves : tuple of int
        First year of the earlier half, first of the later, first after both.

    Returns
    -------
    Series
        "earlier", "later", or missing outside.
    """
    start, split, end = halves
    year = year.astype("int64")
    inside = year.between(start, end - 1)
    return pd.Series(np.where(year < split, "earlier", "later"), index=year.index).where(inside)


def _period(year: pd.Series) -> pd.Series:
    """Name five years; the newest ends with its last film, so that it reads as unfinished."""
    names = five_years(year).astype("object")
    newest = names == names.max()
    last = int(year.max())
    return names.where(~newest, f"{last // 5 * 5}–{last}" if last % 5 else str(last))


def released(films: pd.DataFrame) -> pd.DataFrame:
    """Give the films that came out, or for which a page gives a date of coming out.

    Parameters
    ----------
    films : DataFrame
        Table ``coproductions``.

    Returns
    -------
    DataFrame
        film_id; title; year; period (five years, the newest up to its last film); half; kind;
        lead ("Korea", "partner", or "none or not known"); lead_country; date_basis; source_ids.
        Films known from an announcement only are left out.
    """
    kept = films[films["date_basis"] != "announced"]
    lead = kept["lead_country"].astype("object")
    result = pd.DataFrame(
        {
            "film_id": kept["film_id"],
            "title": kept["title_en"],
            "year": kept["year"].astype("int64"),
            "period": _period(kept["year"]),
            "half": half(kept["year"]),
            "kind": kept["kind"].astype("object"),
            "lead": np.select(
                [lead.isna(), lead == "KR"], ["none or not known", "Korea"], "partner"
            ),
            "lead_country": lead,
            "date_basis": kept["date_basis"].astype("object"),
            "source_ids": kept["source_ids"],
        }
    )
    return carry(result.sort_values(["year", "film_id"]).reset_index(drop=True), kept)


def pairs(productions: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    """Give one row per film and partner country.

    Parameters
    ----------
    productions : DataFrame
        From :func:`released`.
    countries : DataFrame
        Table ``coproduction_countries``.

    Returns
    -------
    DataFrame
        film_id, title, year, period, half, kind, lead, lead_country; country (of the
        partner), region; leads (whether the partner leads); source_ids. A film whose
        partners no page names has no row.
    """
    partners = countries.loc[countries["country"] != "KR", ["film_id", "country", "source_ids"]]
    columns = ["film_id", "title", "year", "period", "half", "kind", "lead", "lead_country"]
    both = productions[columns].merge(partners, on="film_id", validate="1:m")
    both["country"] = both["country"].astype("object")
    both["region"] = region(both["country"])
    both["leads"] = both["lead_country"] == both["country"]
    return carry(both, productions[productions["film_id"].isin(both["film_id"])], both)


def partners(pairs: pd.DataFrame) -> pd.DataFrame:
    """Sum up each partner country.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`pairs`.

    Returns
    -------
    DataFrame
        country, name, region; films; earlier, later (films of each half); first, last
        (years); korea_leads, partner_leads,
        other_lead (films led by a third country, by none, or not known); shared
        (films with a further partner); most films first.
    """
    many = pairs.groupby("film_id")["country"].transform("size") > 1
    flags = pairs.assign(
        earlier=pairs["half"] == "earlier",
        later=pairs["half"] == "later",
        korea_leads=pairs["lead"] == "Korea",
        partner_leads=pairs["leads"],
        shared=many,
    )
    found = (
        flags.groupby(["country", "region"])
        .agg(
            films=("film_id", "size"),
            earlier=("earlier", "sum"),
            later=("later", "sum"),
            first=("year", "min"),
            last=("year", "max"),
            korea_leads=("korea_leads", "sum"),
            partner_leads=("partner_leads", "sum"),
            shared=("shared", "sum"),
        )
        .reset_index()
    )
    found["other_lead"] = found["films"] - found["korea_leads"] - found["partner_leads"]
    found.insert(1, "name", found["country"].map(places.name))
    ordered = found.sort_values(["films", "name"], ascending=[False, True])
    return carry(ordered.reset_index(drop=True), pairs)


def by_period(pairs: pd.DataFrame) -> pd.DataFrame:
    """Count films per partner country and five years.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`pairs`.

    Returns
    -------
    DataFrame
        country, period, films; each country with each period, 0 where none.
    """
    counts = pd.crosstab(pairs["country"], pairs["period"]).reset_index()
    long = counts.melt("country", var_name="period", value_name="films")
    return carry(long.sort_values(["country", "period"]).reset_index(drop=True), pairs)


def by_region(pairs: pd.DataFrame, productions: pd.DataFrame) -> pd.DataFrame:
    """Give the share of films with a partner from each region, per five years.

    A film with partners in two regions counts in both, so shares can add up to more than one.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`pairs`.
    productions : DataFrame
        From :func:`released`; all its films make the whole.

    Returns
    -------
    DataFrame
        region, period; films (with a partner there), n (all films); share, low, high
        (fractions, Wilson's interval).
    """
    n = productions.groupby("period").size()
    found = pairs.drop_duplicates(["film_id", "region"]).groupby(["region", "period"]).size()
    grid = pd.MultiIndex.from_product([REGIONS, n.index], names=["region", "period"])
    result = found.reindex(grid, fill_value=0).rename("films").reset_index()
    result["n"] = result["period"].map(n)
    return carry(_with_share(result, "films", "n"), productions, pairs)


def _with_share(frame: pd.DataFrame, count: str, n: str) -> pd.DataFrame:
    """Add share, low and high to counts."""
    found = [inference.share(k, m) for k, m in zip(frame[count], frame[n], strict=True)]
    return frame.assign(
        share=[one.value for one in found],
        low=[one.low for one in found],
        high=[one.high for one in found],
    )


def region_shift(productions: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Compare the halves in the share of films with a partner from each region.

    Parameters
    ----------
    productions : DataFrame
        From :func:`released`.
    pairs : DataFrame
        From :func:`pairs`.

    Returns
    -------
    DataFrame
        name (region); earlier, later (shares, fractions); n_earlier, n_later (films);
        change (difference of shares), low, high, p (permutation of films); direction.
    """
    flags = {
        name: productions["film_id"].isin(pairs.loc[pairs["region"] == name, "film_id"])
        for name in REGIONS
    }
    return carry(_shifts(flags, productions["half"]), productions, pairs)


def lead_shift(productions: pd.DataFrame) -> pd.DataFrame:
    """Compare the halves in the share of films that Korea leads.

    Parameters
    ----------
    productions : DataFrame
        From :func:`released`; films without a leading country are left out.

    Returns
    -------
    DataFrame
        As :func:`region_shift`, with name "all" or "without local-language".
    """
    known = productions[productions["lead"].isin(["Korea", "partner"])]
    korean = known["lead"] == "Korea"
    flags = {"all": korean, "without local-language": korean[known["kind"] != "local_language"]}
    return carry(_shifts(flags, known["half"]), known)


def _shifts(flags: dict[str, pd.Series], halves: pd.Series) -> pd.DataFrame:
    """Compare the halves in the share of films with each flag."""
    rows = []
    for name, flag in flags.items():
        parts = {
            part: flag[halves.reindex(flag.index) == part].astype("float64")
            for part in ("earlier", "later")
        }
        found = inference.difference(parts["later"], parts["earlier"])
        rows.append(
            {
                "name": name,
                **{part: values.mean() for part, values in parts.items()},
                **{f"n_{part}": len(values) for part, values in parts.items()},
                "change": found.value,
                "low": found.low,
                "high": found.high,
                "p": found.p,
            }
        )
    result = pd.DataFrame(rows)
    return result.assign(direction=direction(result["low"], result["high"]))


@dataclass(frozen=True)
class Breadth:
    """How many partner countries equally many films reach.

    Attributes
    ----------
    draw : int
        Films drawn.
    earlier, later : float
        Expected number of partner countries among that many films of each half.
    change : Estimate
        Later less earlier, with interval and p of a permutation of films.
    films_earlier, films_later : int
        Films of each half with a named partner.
    """

    draw: int
    earlier: float
    later: float
    change: Estimate
    films_earlier: int
    films_later: int


def breadth(pairs: pd.DataFrame, draw: int = 20) -> Breadth:
    """Compare the spread over partner countries between the halves at equal numbers of films.

    More films name more countries by their number alone. Rarefaction takes that out: it is
    the number of countries to be expected among ``draw`` films drawn at random.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`pairs`.
    draw : int
        Films drawn from each half.

    Returns
    -------
    Breadth
        Both halves and their difference; not a number if a half has fewer films than
        are drawn.

    References
    ----------
    Gotelli and Colwell, Ecology Letters 4 (2001): sample-based rarefaction.
    """
    inside = pairs.dropna(subset=["half"])
    members = pd.crosstab(inside["film_id"], inside["country"]).to_numpy()
    halves = inside.drop_duplicates("film_id").sort_values("film_id")["half"].to_numpy()
    early, late = (np.flatnonzero(halves == name) for name in ("earlier", "later"))
    if min(len(early), len(late)) < draw:
        nothing = Estimate(np.nan, np.nan, np.nan, len(early) + len(late))
        return Breadth(draw, np.nan, np.nan, nothing, len(early), len(late))

    def richness(films: np.ndarray, axis: int = 0) -> np.ndarray:
        drawn = np.moveaxis(films.astype("int64"), axis, -1)
        n = drawn.shape[-1]
        seen = members[drawn].sum(axis=-2)
        missed = stats.hypergeom.pmf(0, n, np.arange(n + 1), draw)
        return (1 - missed[seen]).sum(axis=-1)

    change = inference.difference(late, early, richness)
    return Breadth(
        draw, float(richness(early)), float(richness(late)), change, len(early), len(late)
    )


def by_kind(productions: pd.DataFrame) -> pd.DataFrame:
    """Count films per kind and five years.

    Parameters
    ----------
    productions : DataFrame
        From :func:`released`.

    Returns
    -------
    DataFrame
        period, kind, films; each period with each kind, 0 where none.
    """
    counts = pd.crosstab(productions["period"], productions["kind"])
    counts = counts.reindex(columns=list(KINDS), fill_value=0).reset_index()
    long = counts.melt("period", var_name="kind", value_name="films")
    long = long.sort_values("period", kind="stable").reset_index(drop=True)
    return carry(long, productions)


def kinds_by_partner(pairs: pd.DataFrame) -> pd.DataFrame:
    """Count films per partner country and kind.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`pairs`.

    Returns
    -------
    DataFrame
        country, name; treaty, equity, local_language, service, unknown (films); films;
        most films first.
    """
    counts = pd.crosstab(pairs["country"], pairs["kind"]).reindex(columns=list(KINDS), fill_value=0)
    counts["films"] = counts.sum(axis=1)
    result = counts.rename_axis(columns=None).reset_index()
    result.insert(1, "name", result["country"].map(places.name))
    ordered = result.sort_values(["films", "name"], ascending=[False, True])
    return carry(ordered.reset_index(drop=True), pairs)


def network(pairs: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Join countries that took part in the same film.

    Films and countries form a bipartite graph; its projection on countries weighs each
    tie by the films shared.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`pairs`.

    Returns
    -------
    nodes : DataFrame
        country, name, region ("Korea" for Korea itself), films, shared (films with
        three countries or more), ties (other countries met in a film); Korea first, then
        by region.
    edges : DataFrame
        a, b (countries, Korea first), films (shared).

    References
    ----------
    Newman, Physical Review E 64 (2001), 016132: weighted collaboration networks.
    """
    graph = nx.Graph()
    films = pairs["film_id"].unique()
    graph.add_edges_from(("film:" + film, "KR") for film in films)
    graph.add_edges_from(
        ("film:" + film, country)
        for film, country in zip(pairs["film_id"], pairs["country"], strict=True)
    )
    listed = pairs.drop_duplicates("country").assign(
        place=lambda frame: frame["region"].map(list(REGIONS).index),
        name=lambda frame: frame["country"].map(places.name),
    )
    ring = listed.sort_values(["place", "name"])["country"].tolist()
    shared = nx.bipartite.weighted_projected_graph(graph, ["KR", *ring])
    regions = dict(zip(listed["country"], listed["region"], strict=True)) | {"KR": "Korea"}
    nodes = pd.DataFrame(
        {
            "country": code,
            "name": places.name(code),
            "region": regions[code],
            "films": graph.degree(code),
            "shared": sum(graph.degree(film) > 2 for film in graph.neighbors(code)),
            "ties": shared.degree(code),
        }
        for code in ["KR", *ring]
    )
    order = {code: place for place, code in enumerate(["KR", *ring])}
    edges = pd.DataFrame(
        [
            (*sorted((a, b), key=order.__getitem__), int(weight))
            for a, b, weight in shared.edges(data="weight")
        ],
        columns=["a", "b", "films"],
    )
    edges = edges.sort_values(["a", "b"], key=lambda column: column.map(order))
    return carry(nodes, pairs), carry(edges.reset_index(drop=True), pairs)


def leads(productions: pd.DataFrame) -> pd.DataFrame:
    """Give the share of films that Korea leads, per five years.

    Local-language films are led by the market they are made for almost by definition, so
    the share is given with and without them.

    Parameters
    ----------
    productions : DataFrame
        From :func:`released`.

    Returns
    -------
    DataFrame
        scope ("all" or "without local-language"), period; korean (films led by Korea),
        n (films with a leading country), open (films without one, or not known);
        share, low, high (fractions, Wilson's interval).
    """
    rows = []
    for scope, part in (
        ("all", productions),
        ("without local-language", productions[productions["kind"] != "local_language"]),
    ):
        known = part["lead"].isin(["Korea", "partner"])
        found = part.assign(
            korean=part["lead"] == "Korea", n=known, open=~known, scope=scope
        ).groupby(["scope", "period"])[["korean", "n", "open"]]
        rows.append(found.sum().reset_index())
    return carry(_with_share(pd.concat(rows, ignore_index=True), "korean", "n"), productions)


def budgets(
    coproductions: pd.DataFrame, films: pd.DataFrame, costs: pd.DataFrame, rates: pd.DataFrame
) -> pd.DataFrame:
    """Give the known budgets of co-productions and of purely Korean films in US dollars.

    A figure printed in dollars is taken as it is; one in another currency is changed at
    the average rate of the film's year, and left out where that year has no rate.

    Parameters
    ----------
    coproductions : DataFrame
        Table ``coproductions``.
    films : DataFrame
        Table ``films``; Korean features and animated films are taken.
    costs : DataFrame
        Table ``film_costs``; it goes before ``films`` where both have a budget.
    rates : DataFrame
        Table ``exchange_rates``.

    Returns
    -------
    DataFrame
        film_id, title, year, period; group ("co-production" or "Korean film"); lead (of
        :func:`released`; "Korea" for Korean films); budget_usd (nominal), printed
        ("USD" or the currency changed), basis ("net", "total" or "not said"); source_ids.
    """
    joint = coproductions[coproductions["date_basis"] != "announced"]
    joint = joint.assign(
        title=joint["title_en"],
        group="co-production",
        lead=np.where(
            joint["lead_country"].isna(),
            "none or not known",
            np.where(joint["lead_country"] == "KR", "Korea", "partner"),
        ),
        amount=joint["budget_local"],
        currency=joint["budget_currency"].astype("object"),
    )
    pure = films[(films["origin"] == "korean") & films["format"].isin(["feature", "animation"])]
    pure = pure.assign(
        title=pure["title_en"].fillna(pure["title_ko"]),
        group="Korean film",
        lead="Korea",
        currency="KRW",
    )
    keyed = ["budget_krw", "budget_usd", "budget_basis", "source_ids"]
    known = costs[costs["budget_krw"].notna() | costs["budget_usd"].notna()]
    better = known.drop_duplicates("film_id").set_index("film_id")[keyed].astype("object")
    better = better.reindex(pure["film_id"]).set_index(pure.index)
    has = better["budget_krw"].notna() | better["budget_usd"].notna()
    for column in keyed:
        pure[column] = pure[column].astype("object").where(~has, better[column])
    pure["amount"] = pure["budget_krw"]
    columns = ["film_id", "title", "year", "group", "lead", "budget_usd", "amount", "currency"]
    both = pd.concat(
        [
            frame[[*columns, "budget_basis", "source_ids"]].astype("object")
            for frame in (joint, pure)
        ]
    )
    both = both[both["year"].notna()]
    both["year"] = both["year"].astype("int64")
    rate = rates.set_index(["currency", "year"])["per_usd"].astype("float64")
    per_usd = rate.reindex(pd.MultiIndex.from_frame(both[["currency", "year"]])).to_numpy()
    direct, changed = _number(both["budget_usd"]), _number(both["amount"]) / per_usd
    both["printed"] = np.where(direct.notna(), "USD", both["currency"])
    both["budget_usd"] = direct.fillna(changed)
    both["basis"] = both["budget_basis"].where(both["budget_basis"].isin(["net", "total"]))
    both["basis"] = both["basis"].fillna("not said")
    both["period"] = five_years(both["year"]).astype("object")
    found = both[both["budget_usd"].notna()].sort_values(["group", "year", "film_id"])
    columns = ["film_id", "title", "year", "period", "group", "lead", "budget_usd", "printed"]
    result = found[[*columns, "basis", "source_ids"]].reset_index(drop=True)
    return carry(result, result, _tables(coproductions, films, costs, rates))


def _number(column: pd.Series) -> pd.Series:
    return pd.to_numeric(column.astype("object").where(column.notna(), np.nan))


def _tables(*frames: pd.DataFrame) -> pd.DataFrame:
    """Carry the names of tables without the sources of rows that were not used."""
    result = pd.DataFrame({"source_ids": pd.Series(dtype="str")})
    return carry(result, *(frame.iloc[:0] for frame in frames))


def budget_ratio(budgets: pd.DataFrame) -> Estimate:
    """Compare budgets of co-productions with Korean films of the same five years.

    Least squares on the logarithm of the budget with one level a period; the interval
    allows for unequal spread (HC3). The result is a ratio of geometric means.

    Parameters
    ----------
    budgets : DataFrame
        From :func:`budgets`.

    Returns
    -------
    Estimate
        Ratio (1 where budgets are alike), interval, films, and p of the test of 1; not a
        number unless some period holds two films of both groups.

    References
    ----------
    MacKinnon and White, Journal of Econometrics 29 (1985): HC3.
    """
    groups = budgets.groupby("period")["group"]
    used = budgets[groups.transform("nunique") == 2]
    if used.empty or used["group"].value_counts().min() < 2:
        return Estimate(np.nan, np.nan, np.nan, len(used))
    frame = used.assign(
        log=np.log(used["budget_usd"].astype("float64")),
        joint=(used["group"] == "co-production").astype("int64"),
    )
    several = len(frame["period"].unique()) > 1
    formula = "log ~ joint" + (" + C(period)" if several else "")
    fit = smf.ols(formula, frame).fit(cov_type="HC3")
    low, high = fit.conf_int(1 - inference.LEVEL).loc["joint"]
    return Estimate(
        float(np.exp(fit.params["joint"])),
        float(np.exp(low)),
        float(np.exp(high)),
        len(frame),
        float(fit.pvalues["joint"]),
    )


def standing(coproductions: pd.DataFrame, films: pd.DataFrame) -> pd.DataFrame:
    """Place co-productions among the Korean films of their year by admissions in Korea.

    Parameters
    ----------
    coproductions : DataFrame
        Table ``coproductions``.
    films : DataFrame
        Table ``films``; its Korean features and animated films are the field.

    Returns
    -------
    DataFrame
        film_id, title, year; group; admissions (in Korea), basis; place (fraction of the
        year's Korean films with fewer admissions, ties counted half), rivals (Korean films
        of the year with a figure, without the film itself); source_ids. Years without a
        co-production are left out.
    """
    own = coproductions[["film_id", "admissions_kr", "admissions_basis"]].rename(
        columns={"admissions_basis": "basis_kr"}
    )
    joint = films[films["film_id"].isin(coproductions["film_id"])].merge(own, on="film_id")
    filled = joint["admissions"].fillna(joint["admissions_kr"])
    basis = joint["admissions_basis"].astype("object")
    joint = joint.assign(
        basis=basis.where(joint["admissions"].notna(), joint["basis_kr"].astype("object")),
        admissions=filled,
        group="co-production",
    )
    pure = films[(films["origin"] == "korean") & films["format"].isin(["feature", "animation"])]
    pure = pure.assign(group="Korean film", basis=pure["admissions_basis"].astype("object"))
    columns = ["film_id", "title_en", "year", "group", "admissions", "basis", "source_ids"]
    both = pd.concat([joint[columns].astype("object"), pure[columns].astype("object")])
    both = both[both["admissions"].notna() & both["year"].notna()].rename(
        columns={"title_en": "title"}
    )
    both[["year", "admissions"]] = both[["year", "admissions"]].astype("int64")
    both = both[both["year"].isin(both.loc[both["group"] == "co-production", "year"])]
    both = both.sort_values(["year", "film_id"]).reset_index(drop=True)
    place, rivals = pd.Series(np.nan, index=both.index), pd.Series(0, index=both.index)
    for _, part in both.groupby("year"):
        field = part.loc[part["group"] == "Korean film", "admissions"]
        inside = (part["group"] == "Korean film").astype("int64")
        counts = part["admissions"].to_numpy()[:, None] - field.to_numpy()[None, :]
        # a film of the field is not its own rival, and ties with itself once
        lower = (counts > 0).sum(axis=1) + ((counts == 0).sum(axis=1) - inside) / 2
        rivals.loc[part.index] = len(field) - inside
        place.loc[part.index] = lower / (len(field) - inside).replace(0, np.nan)
    return carry(both.assign(place=place, rivals=rivals), both, _tables(coproductions, films))


def place_gap(standing: pd.DataFrame) -> Estimate:
    """Compare the places of co-productions with those of Korean films of the same year.

    Parameters
    ----------
    standing : DataFrame
        From :func:`standing`.

    Returns
    -------
    Estimate
        Mean place of co-productions less that of Korean films (fractions), interval, films,
        and p of a permutation within years.
    """
    return inference.difference_within(
        standing["place"], standing["group"] == "co-production", standing["year"]
    )


def returns(coproductions: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Set the worldwide gross of co-productions against their budget.

    Parameters
    ----------
    coproductions : DataFrame
        Table ``coproductions``.
    rates : DataFrame
        Table ``exchange_rates``.

    Returns
    -------
    DataFrame
        title, year, lead_country; budget_usd, gross_usd (nominal), basis (of the gross),
        ratio (gross over budget), source_ids; films with both, best ratio first. Cinemas
        keep about half of a gross, and prints and advertising are not in most budgets, so
        a ratio of 1 is no break-even.
    """
    rate = rates.set_index(["currency", "year"])["per_usd"].astype("float64")
    keys = coproductions[["budget_currency", "year"]].astype("object")
    per_usd = rate.reindex(pd.MultiIndex.from_frame(keys)).to_numpy()
    changed = _number(coproductions["budget_local"]) / per_usd
    found = pd.DataFrame(
        {
            "title": coproductions["title_en"],
            "year": coproductions["year"].astype("int64"),
            "lead_country": coproductions["lead_country"].astype("object"),
            "budget_usd": _number(coproductions["budget_usd"]).fillna(changed),
            "gross_usd": _number(coproductions["gross_usd_worldwide"]),
            "basis": coproductions["gross_usd_basis"].astype("object"),
            "source_ids": coproductions["source_ids"],
        }
    ).dropna(subset=["budget_usd", "gross_usd"])
    found.insert(6, "ratio", found["gross_usd"] / found["budget_usd"])
    found = found.sort_values(["ratio", "title"], ascending=[False, True]).reset_index(drop=True)
    return carry(found, found, _tables(coproductions, rates))


def agreements(treaties: pd.DataFrame, pairs: pd.DataFrame, years: int = 5) -> pd.DataFrame:
    """Count films with each partner before and after an agreement.

    Parameters
    ----------
    treaties : DataFrame
        Table ``treaties``. The year is that of signing, else that of entry into force.
    pairs : DataFrame
        From :func:`pairs`. Films of the European Union are those with any member state.
    years : int
        Years of each window; the year of the agreement itself is in neither.

    Returns
    -------
    DataFrame
        treaty_id, partner, name, type, covers_film, bloc (whether a bloc of states), year;
        films (all with the partner), before, after (films in each window; missing where a
        window reaches outside the years compared, :data:`HALVES`); source_ids; by year.
    """
    signed, force = treaties["signed"].str[:4], treaties["in_force"].str[:4]
    year = signed.fillna(force).astype("int64")
    first, _, end = HALVES
    rows = []
    for row, when in zip(treaties.itertuples(), year, strict=True):
        partner = row.partner
        members = EU if partner == "EU" else (partner,)
        film_years = pairs[pairs["country"].isin(members)].drop_duplicates("film_id")["year"]
        whole = when - years >= first and when + years < end
        before = film_years.between(when - years, when - 1).sum()
        after = film_years.between(when + 1, when + years).sum()
        rows.append(
            {
                "treaty_id": row.treaty_id,
                "partner": partner,
                "name": {"EU": "European Union", "EFTA": "EFTA"}.get(partner)
                or places.name(partner),
                "type": str(row.type).replace("_", " "),
                "covers_film": "film" in row.covers.split(";"),
                "bloc": partner in ("EU", "EFTA"),
                "year": when,
                "films": len(film_years),
                "before": before if whole else pd.NA,
                "after": after if whole else pd.NA,
                "source_ids": row.source_ids,
            }
        )
    result = pd.DataFrame(rows).astype({"before": "Int64", "after": "Int64"})
    result = result.sort_values(["year", "treaty_id"]).reset_index(drop=True)
    return carry(result, treaties, pairs)


def around(agreements: pd.DataFrame) -> Estimate:
    """Give the share of films that fall in the years after agreements on film.

    Windows before and after are equally long, so without any change half of the films of
    both would fall after.

    Parameters
    ----------
    agreements : DataFrame
        From :func:`agreements`. Blocs are left out, since their members may have a row too.

    Returns
    -------
    Estimate
        Share, interval, and films of both windows.
    """
    used = agreements[agreements["covers_film"] & ~agreements["bloc"]].dropna(
        subset=["before", "after"]
    )
    after = int(used["after"].sum())
    return inference.share(after, after + int(used["before"].sum()))


def timeline(
    agreements: pd.DataFrame, pairs: pd.DataFrame, without: int = 4
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give films by partner and year, for partners with an agreement and the largest without.

    Parameters
    ----------
    agreements : DataFrame
        From :func:`agreements`.
    pairs : DataFrame
        From :func:`pairs`.
    without : int
        How many partners without an agreement of their own are added, most films first.

    Returns
    -------
    rows : DataFrame
        partner, name, agreed (year of the first agreement; missing without one), films, in
        the order to show.
    films : DataFrame
        partner, year, films.
    """
    first = agreements.drop_duplicates("partner")[["partner", "name", "year", "films"]]
    first = first.rename(columns={"year": "agreed"})
    counts = pairs["country"].value_counts().rename_axis("partner").rename("films").reset_index()
    rest = counts[~counts["partner"].isin(first["partner"])]
    rest = rest.sort_values(["films", "partner"], ascending=[False, True]).head(without)
    rest = rest.assign(name=rest["partner"].map(places.name), agreed=pd.NA)
    rows = pd.concat([first.astype({"agreed": "Int64"}), rest.astype({"agreed": "Int64"})])
    union = pairs[pairs["country"].isin(EU)].drop_duplicates("film_id").assign(country="EU")
    everyone = pd.concat([pairs, union])
    found = everyone[everyone["country"].isin(rows["partner"])]
    years = found.groupby(["country", "year"]).size().rename("films").reset_index()
    years = years.rename(columns={"country": "partner"})
    columns = ["partner", "name", "agreed", "films"]
    return (carry(rows[columns].reset_index(drop=True), agreements, pairs), carry(years, pairs))


def check_names(
    stated: pd.DataFrame,
    people: pd.DataFrame,
    companies: pd.DataFrame,
    sources: pd.DataFrame,
    films: pd.DataFrame,
    countries: pd.DataFrame,
    film_id: str = "leaving-mom-2025",
) -> pd.DataFrame:
    """Look up stated names in the credits that pages give for a film.

    Parameters
    ----------
    stated : DataFrame
        name, what ("person" or "company"), role, country (of a company); as :data:`STATED`.
    people, companies : DataFrame
        Tables ``coproduction_people`` and ``coproduction_companies``. A name is also found
        under its other spellings.
    sources : DataFrame
        Table ``sources``.
    films, countries : DataFrame
        Tables ``coproductions`` and ``coproduction_countries``; films are written with their
        title, year and countries.
    film_id : str
        The film.

    Returns
    -------
    DataFrame
        film (title, year, countries); name, what, role, country as stated; credited (roles
        found), credited_country; found
        ("confirmed", "other role", "other country", or "in no list"); pages (that name it
        with the film, in the stated role if any does), publishers (of those pages),
        publisher_count; searched (pages on the film read in vain); read_ids (both kinds of
        pages); elsewhere (other films with which pages name it), elsewhere_pages; source_ids.
    """
    named = [
        people.rename(columns={"person": "name"}).assign(what="person", country=None),
        companies.rename(columns={"company": "name"}).assign(what="company"),
    ]
    columns = ["film_id", "name", "what", "role", "country", "status", "source_ids"]
    credits = pd.concat([f[[*columns, "also_written"]].astype("object") for f in named])
    spelled = credits.assign(
        also=(credits["name"] + ";" + credits["also_written"].fillna("")).str.split(";")
    ).explode("also")
    publisher = sources.set_index("source_id")["publisher"]
    written = _written(films, countries)
    rows = []
    for claim in stated.itertuples():
        mine = spelled[(spelled["also"] == claim.name) & (spelled["what"] == claim.what)]
        here = mine[mine["film_id"] == film_id]
        seen, absent = here[here["status"] != "not_found"], here[here["status"] == "not_found"]
        other = mine[(mine["film_id"] != film_id) & (mine["status"] == "confirmed")]
        fits = seen[seen["role"].isin(CREDITS[claim.role])]
        places_ = fits["country"].dropna().unique().tolist()
        outcome = (
            "in no list"
            if seen.empty
            else "other role"
            if fits.empty
            else "other country"
            if pd.notna(claim.country) and claim.country not in places_
            else "confirmed"
        )
        pages, away = _ids(seen if fits.empty else fits), _ids(other)
        vain = sorted(set(_ids(absent)) - set(away))
        rows.append(
            {
                "film": written[film_id],
                "name": claim.name,
                "what": claim.what,
                "role": claim.role,
                "country": claim.country,
                "credited": ", ".join(sorted(seen["role"].unique())).replace("_", " "),
                "credited_country": ", ".join(sorted(seen["country"].dropna().unique())),
                "found": outcome,
                "pages": len(pages),
                "publishers": ", ".join(sorted(publisher.loc[pages].unique())),
                "publisher_count": publisher.loc[pages].nunique(),
                "searched": len(vain),
                "read_ids": ";".join(sorted({*pages, *vain})),
                "elsewhere": "; ".join(sorted(written[other["film_id"].unique()])),
                "elsewhere_pages": len(away),
                "source_ids": ";".join(sorted({*pages, *_ids(absent), *away})),
            }
        )
    result = pd.DataFrame(rows)
    return carry(result, result, _tables(people, companies))


def _written(films: pd.DataFrame, countries: pd.DataFrame) -> pd.Series:
    """Write each film as ``Title (year, countries)``, by its id."""
    told = countries.assign(name=countries["country"].astype("object").map(places.name))
    joined = told.sort_values(["film_id", "name"]).groupby("film_id")["name"].agg(listing)
    rows = films.set_index("film_id")
    where = (", " + joined.reindex(rows.index)).fillna("")
    return rows["title_en"].astype("object") + " (" + rows["year"].astype("str") + where + ")"


def _ids(frame: pd.DataFrame) -> list[str]:
    return sorted(set(explode_list(frame, "source_ids")["source_ids"].dropna()))


def reporting(productions: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Say how well each period's films are reported.

    Parameters
    ----------
    productions : DataFrame
        From :func:`released`.
    sources : DataFrame
        Table ``sources``.

    Returns
    -------
    DataFrame
        period; films; pages (cited per film, mean); prompt (share of films cited from a
        page of the year of release, the year after, or before); partial (share of films
        whose year rests on no dated release).
    """
    published = pd.to_numeric(sources.set_index("source_id")["published"].str[:4])
    cited = explode_list(productions, "source_ids")
    cited = cited.assign(lag=cited["source_ids"].map(published) - cited["year"])
    films = cited.groupby(["period", "film_id"]).agg(
        pages=("source_ids", "size"), lag=("lag", "min")
    )
    found = films.groupby("period").agg(
        films=("pages", "size"), pages=("pages", "mean"), prompt=("lag", lambda s: (s <= 1).mean())
    )
    undated = productions["date_basis"].isin(["planned", "source_year"])
    found["partial"] = undated.groupby(productions["period"]).mean()
    return carry(found.reset_index(), productions)


def korean_backed(
    pairs: pd.DataFrame,
    remakes: pd.DataFrame,
    hits: pd.DataFrame,
    countries: tuple[str, ...] = ("VN", "PH"),
) -> pd.DataFrame:
    """Gather the films that local film-makers made with a Korean company, from three tables.

    Parameters
    ----------
    pairs : DataFrame
        From :func:`pairs`.
    remakes : DataFrame
        Table ``remakes``; released films with a Korean partner are taken.
    hits : DataFrame
        Table ``sea_top_films``; its links join the ids of the other tables, and films that
        it calls co-productions or Korean-backed are taken.
    countries : tuple of str
        Countries looked at.

    Returns
    -------
    DataFrame
        country, film (id), title, year, from_table (the first that names it), source_ids;
        each film once.
    """
    links = hits.dropna(subset=["film_id", "remake_id"]).drop_duplicates("remake_id")
    same = links.set_index("remake_id")["film_id"]
    joint = pairs[["country", "film_id", "title", "year", "source_ids"]].rename(
        columns={"film_id": "film"}
    )
    made = remakes[
        (remakes["status"] == "released")
        & (remakes["format"] == "film")
        & (remakes["korean_partner"] == "yes")
    ]
    made = pd.DataFrame(
        {
            "country": made["country"].astype("object"),
            "film": made["remake_id"].map(same).fillna(made["remake_id"]),
            "title": made["remake_title"],
            "year": made["release_date"].str[:4].astype("Int64"),
            "source_ids": made["source_ids"],
        }
    )
    linked = hits[hits["korean_link"].isin(["coproduction", "korean_backed"])]
    linked = pd.DataFrame(
        {
            "country": linked["country"].astype("object"),
            "film": linked["film_id"].fillna(linked["title_en"]),
            "title": linked["title_en"],
            "year": linked["release_date"].str[:4].astype("Int64"),
            "source_ids": linked["source_ids"],
        }
    )
    found = pd.concat(
        [
            frame.assign(from_table=name)
            for name, frame in (
                ("coproductions", joint),
                ("remakes", made),
                ("sea_top_films", linked),
            )
        ]
    ).astype({"year": "Int64"})
    found = found[found["country"].isin(countries)].drop_duplicates(["country", "film"])
    found = found.dropna(subset=["year"]).sort_values(["country", "year", "film"])
    return carry(found.reset_index(drop=True), found, _tables(pairs, remakes, hits))


def trend(
    backed: pd.DataFrame,
    productions: pd.DataFrame,
    pairs: pd.DataFrame,
    windows: tuple[int, ...] = tuple(range(5, 14)),
    end: int = HALVES[2],
) -> pd.DataFrame:
    """Compare the last complete years of a country with as many years before.

    Two measures: the number of films, which grows with reporting; and the share of the
    co-productions on the list that have a partner there, which does not as long as
    countries are reported alike.

    Parameters
    ----------
    backed : DataFrame
        From :func:`korean_backed`; its films are counted.
    productions : DataFrame
        From :func:`released`; its films are the whole of the share.
    pairs : DataFrame
        From :func:`pairs`.
    windows : tuple of int
        Lengths of the windows in years.
    end : int
        The first year that is not complete.

    Returns
    -------
    DataFrame
        country, years (length of each window), since (first year of the later one);
        before, after (films), n (both), share (of both that fall after; one half without
        change), low, high (Wilson's interval), direction ("rises", "falls" or "open":
        interval above, below or across one half); list_before, list_after (co-productions
        on the list), part_before, part_after (share of them with the country), part_change,
        part_low, part_high, part_p, part_direction (the same for the difference of shares).
    """
    rows = []
    for country, part in backed.groupby("country"):
        there = productions["film_id"].isin(pairs.loc[pairs["country"] == country, "film_id"])
        for years in windows:
            spans = (end - 2 * years, end - years - 1), (end - years, end - 1)
            before, after = (part["year"].between(*span).sum() for span in spans)
            listed = [there[productions["year"].between(*span)].astype("float64") for span in spans]
            change = inference.difference(listed[1], listed[0])
            rows.append(
                {
                    "country": country,
                    "years": years,
                    "since": end - years,
                    "before": before,
                    "after": after,
                    "list_before": len(listed[0]),
                    "list_after": len(listed[1]),
                    "part_before": listed[0].mean(),
                    "part_after": listed[1].mean(),
                    "part_change": change.value,
                    "part_low": change.low,
                    "part_high": change.high,
                    "part_p": change.p,
                }
            )
    head = ["country", "years", "since", "before", "after", "list_before", "list_after"]
    part = ["part_before", "part_after", "part_change", "part_low", "part_high", "part_p"]
    result = pd.DataFrame(rows, columns=[*head, *part])
    result["n"] = result["before"] + result["after"]
    result = _with_share(result, "after", "n")
    result["direction"] = direction(result["low"], result["high"], 0.5)
    result["part_direction"] = direction(result["part_low"], result["part_high"])
    return carry(result, backed, productions, pairs)


def direction(low: pd.Series, high: pd.Series, still: float = 0.0) -> np.ndarray:
    """Say whether an interval lies above, below or across the value of no change.

    Parameters
    ----------
    low, high : Series
        Ends of intervals.
    still : float
        The value of no change.

    Returns
    -------
    array of str
        "rises", "falls" or "open"; open also where there is no interval.
    """
    low, high = np.asarray(low, dtype="float64"), np.asarray(high, dtype="float64")
    return np.select([low > still, high < still], ["rises", "falls"], "open")


def west(
    productions: pd.DataFrame, pairs: pd.DataFrame, budgets: pd.DataFrame, least: int = 5
) -> pd.DataFrame:
    """Compare the halves in films with a partner in Europe or North America.

    Parameters
    ----------
    productions : DataFrame
        From :func:`released`.
    pairs : DataFrame
        From :func:`pairs`.
    budgets : DataFrame
        From :func:`budgets`.
    least : int
        Fewest films of each half that a comparison of shares or budgets needs; the count of
        films needs twice as many in both halves together.

    Returns
    -------
    DataFrame
        measure ("films", "share of all films", "budget"); earlier, later (films; fractions;
        geometric mean in US dollars), n_earlier, n_later (films behind each); change (share
        of films falling in the later half, where one half is no change; difference of
        shares; ratio of budgets), low, high, direction ("rises", "falls", "open", or "too
        few").
    """
    inside = productions.dropna(subset=["half"])
    western = set(pairs.loc[pairs["region"].isin(WEST), "film_id"])
    flag = inside["film_id"].isin(western)
    early, late = inside["half"] == "earlier", inside["half"] == "later"
    k, m = int((flag & early).sum()), int((flag & late).sum())
    counted = inference.share(m, k + m)
    gap = inference.difference(flag[late].astype("int64"), flag[early].astype("int64"))
    money = budgets[budgets["film_id"].isin(western)].assign(
        half=lambda frame: half(frame["year"]), log=lambda frame: np.log(frame["budget_usd"])
    )
    logs = {name: money.loc[money["half"] == name, "log"] for name in ("earlier", "later")}
    cost = inference.difference(logs["later"], logs["earlier"])
    rows = [
        ("films", k, m, k, m, counted.value, counted.low, counted.high, 0.5),
        (
            "share of all films",
            flag[early].mean(),
            flag[late].mean(),
            int(early.sum()),
            int(late.sum()),
            gap.value,
            gap.low,
            gap.high,
            0.0,
        ),
        (
            "budget",
            np.exp(logs["earlier"].mean()),
            np.exp(logs["later"].mean()),
            len(logs["earlier"]),
            len(logs["later"]),
            np.exp(cost.value),
            np.exp(cost.low),
            np.exp(cost.high),
            1.0,
        ),
    ]
    columns = ["measure", "earlier", "later", "n_earlier", "n_later", "change", "low", "high"]
    result = pd.DataFrame(rows, columns=[*columns, "still"])
    result["direction"] = [
        str(direction([row.low], [row.high], row.still)[0]) for row in result.itertuples()
    ]
    smaller = result[["n_earlier", "n_later"]].min(axis=1)
    both = result["n_earlier"] + result["n_later"]
    few = np.where(result["measure"] == "films", both < 2 * least, smaller < least)
    result.loc[few, "direction"] = "too few"
    return carry(result.drop(columns="still"), productions, pairs, budgets)
