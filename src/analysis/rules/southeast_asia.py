"""Rules on Southeast Asian hits, markets and events."""

import pandas as pd

from analysis.rules import Finding, faults_where, not_in_the_future, rule
from analysis.schema import Fault

SEA_CURRENCY = {"ID": "IDR", "MY": "MYR", "PH": "PHP", "SG": "SGD", "TH": "THB", "VN": "VND"}
# plausible average price of a ticket, in local currency
SEA_TICKET = {"ID": (20_000, 60_000), "MY": (10, 30), "VN": (45_000, 110_000)}
# local films as printed and as computed may count other films or days
SEA_SHARE_POINTS = 4


def _sea_unit(films: pd.DataFrame) -> pd.Series:
    """Return the figure that orders a list: admissions in Indonesia, else gross."""
    counts = films["country"] == "ID"
    return films["admissions"].astype(float).where(counts, films["gross_local"].astype(float))


def _sea_year(dates: pd.Series) -> pd.Series:
    return dates.str[:4].astype(float)


@rule("sea_top_films")
def sea_ranks_are_given_once(films: pd.DataFrame) -> Finding:
    """Within a country, list and year no two films share a rank, and comparators have none."""
    ranked = films[films["rank"].notna()]
    bad = ranked.duplicated(["country", "list", "list_year", "rank"], keep=False)
    yield from faults_where(
        "sea_top_films.csv",
        "rank",
        ranked["rank"],
        bad,
        "a rank that no other film of the list has",
    )
    bad = ranked["list"] == "comparator"
    yield from faults_where(
        "sea_top_films.csv", "rank", ranked["rank"], bad, "no rank outside the lists"
    )


@rule("sea_top_films")
def sea_ranks_follow_the_figures(films: pd.DataFrame) -> Finding:
    """A better rank has no smaller figure, unless its own is rounded or a lower bound."""
    known = films.assign(figure=_sea_unit(films))
    known = known[known["rank"].notna() & known["figure"].notna()].sort_values("rank")
    later = known.groupby(["country", "list", "list_year"], observed=True)["figure"]
    best_after = later.transform(lambda figures: figures[::-1].cummax()[::-1])
    loose = known["figure_basis"].isin(["rounded", "lower_bound"])
    bad = (known["figure"] < best_after) & ~loose
    yield from faults_where(
        "sea_top_films.csv", "rank", known["rank"], bad, "ranks in the order of the figures"
    )


@rule("sea_top_films")
def sea_currency_fits_the_country(films: pd.DataFrame) -> Finding:
    """A gross is in the currency of its country, and stands with its currency."""
    own = films["country"].astype("object").map(SEA_CURRENCY)
    currency = films["currency"].astype("object")
    bad = currency.notna() & (currency != own)
    yield from faults_where(
        "sea_top_films.csv", "currency", currency, bad, "the country's currency"
    )
    bad = films["gross_local"].notna() != currency.notna()
    yield from faults_where(
        "sea_top_films.csv", "currency", currency, bad, "a currency exactly where a gross stands"
    )


@rule("sea_top_films")
def sea_ranks_and_figures_have_a_basis(films: pd.DataFrame) -> Finding:
    """A rank has its basis; a figure has its basis and its scope."""
    figure = films[["gross_local", "gross_usd", "admissions"]].notna().any(axis=1)
    for column, given in (
        ("rank_basis", films["rank"].notna()),
        ("figure_basis", figure),
        ("gross_scope", figure),
    ):
        bad = films[column].notna() != given
        yield from faults_where(
            "sea_top_films.csv",
            column,
            films[column].astype("object"),
            bad,
            "a basis exactly where what it qualifies stands",
        )
    running = films["figure_basis"] == "running"
    bad = running & films["as_of"].isna() & films["note"].isna()
    yield from faults_where(
        "sea_top_films.csv", "as_of", films["as_of"], bad, "a date or a note at a running count"
    )


@rule("sea_top_films")
def sea_links_fit_each_other(films: pd.DataFrame) -> Finding:
    """Remakes name the Korean original or say why not, Korean links name the company."""
    link = films["korean_link"].astype("object")
    original = films["korean_original_film_id"]
    bad = (link == "remake") & original.isna() & films["note"].isna()
    yield from faults_where(
        "sea_top_films.csv", "korean_original_film_id", original, bad, "the original, or a note"
    )
    bad = (link != "remake") & (original.notna() | films["remake_id"].notna())
    yield from faults_where(
        "sea_top_films.csv", "korean_link", link, bad, "'remake' where an original or remake stands"
    )
    bad = films["film_id"].notna() & link.isin(["none", "unknown"])
    yield from faults_where(
        "sea_top_films.csv", "korean_link", link, bad, "a Korean link where a co-production stands"
    )
    bad = link.isin(["coproduction", "korean_backed"]) & films["korean_company"].isna()
    yield from faults_where(
        "sea_top_films.csv", "korean_company", films["korean_company"], bad, "the Korean company"
    )


@rule("sea_top_films")
def sea_a_film_has_one_link(films: pd.DataFrame) -> Finding:
    """A film in two lists has the same local title, link and ids in both."""
    for column in ("title_local", "korean_link", "remake_id", "film_id", "korean_original_film_id"):
        text = films[column].astype("object").fillna("")
        first = text.groupby([films["country"].astype("object"), films["title_en"]])
        bad = text != first.transform("first")
        yield from faults_where(
            "sea_top_films.csv", column, text, bad, "what the film's other row has"
        )


@rule("sea_top_films")
def sea_two_figures_of_a_film_are_explained(films: pd.DataFrame) -> Finding:
    """Where two lists give a film different figures, each note prints the other one."""
    for column in ("gross_local", "admissions"):
        known = films[films[column].notna()]
        for _, group in known.groupby(["country", "title_en"], observed=True):
            if group[column].nunique() < 2:
                continue
            for line, row in group.iterrows():
                for other in group[column]:
                    shown = f"{float(other):,.2f}".rstrip("0").rstrip(".")
                    if other != row[column] and shown not in str(row["note"]):
                        yield Fault(
                            "sea_top_films.csv",
                            line,
                            column,
                            str(row[column]),
                            f"the film's other figure ({shown}), or a note that prints it",
                        )


@rule("sea_top_films")
def sea_tickets_cost_what_tickets_cost(films: pd.DataFrame) -> Finding:
    """Gross per admission is a plausible average ticket price of the country."""
    price = films["gross_local"].astype(float) / films["admissions"].astype(float)
    country = films["country"].astype("object")
    low = country.map({name: pair[0] for name, pair in SEA_TICKET.items()}).astype(float)
    high = country.map({name: pair[1] for name, pair in SEA_TICKET.items()}).astype(float)
    bad = (price < low) | (price > high)
    yield from faults_where(
        "sea_top_films.csv",
        "gross_local",
        films["gross_local"],
        bad,
        "a gross that makes a plausible ticket price",
    )


@rule("sea_top_films", "exchange_rates")
def sea_dollars_fit_the_rate(films: pd.DataFrame, rates: pd.DataFrame) -> Finding:
    """Local gross and dollars agree within 15 per cent at the rate of the release year."""
    per_usd = {
        (row.currency, int(row.year)): float(row.per_usd) for row in rates.itertuples(index=False)
    }
    both = films[films["gross_local"].notna() & films["gross_usd"].notna()]
    year = _sea_year(both["release_date"])
    year = year.fillna(both["list_year"].astype(float).where(both["list"] != "all_time"))
    keys = zip(both["currency"].astype("object"), year, strict=True)
    rate = pd.Series(
        [per_usd.get((currency, int(at))) if at == at else None for currency, at in keys],
        index=both.index,
        dtype=float,
    )
    ratio = both["gross_usd"].astype(float) * rate / both["gross_local"].astype(float)
    over = (ratio > 1.15) & (both["figure_basis"] != "lower_bound")
    yield from faults_where(
        "sea_top_films.csv",
        "gross_usd",
        both["gross_usd"],
        over | (ratio < 0.85),
        "what the local gross makes at the rate of the year",
    )


@rule("sea_top_films")
def sea_dates_are_in_order(films: pd.DataFrame) -> Finding:
    """Films open in the year of their list or the December before, figures count from then on."""
    for column in ("release_date", "as_of"):
        yield from not_in_the_future("sea_top_films.csv", column, films[column])
    released, listed = _sea_year(films["release_date"]), films["list_year"].astype(float)
    month = films["release_date"].str[5:7]
    eve = (released == listed - 1) & (month == "12")
    own = (films["list"] != "all_time") & (released != listed) & ~eve
    bad = released.notna() & (own | (released > listed))
    yield from faults_where(
        "sea_top_films.csv", "release_date", films["release_date"], bad, "the year of the list"
    )
    both = films[films["release_date"].notna() & films["as_of"].notna()]
    bad = pd.Series(
        [
            a[: len(b)] < b[: len(a)]
            for a, b in zip(both["as_of"], both["release_date"], strict=True)
        ],
        index=both.index,
        dtype=bool,
    )
    yield from faults_where(
        "sea_top_films.csv", "as_of", both["as_of"], bad, "no earlier than release"
    )


@rule("sea_top_films", "remakes")
def sea_remakes_are_those_of_remakes(films: pd.DataFrame, remakes: pd.DataFrame) -> Finding:
    """A hit that is a remake has the original and the country of its row of remakes."""
    known = remakes.set_index("remake_id")
    for column, other in (("korean_original_film_id", "original_film_id"), ("country", "country")):
        mine = films[films["remake_id"].notna()]
        theirs = mine["remake_id"].map(known[other].astype("object"))
        bad = theirs.notna() & (mine[column].astype("object") != theirs)
        yield from faults_where(
            "sea_top_films.csv",
            column,
            mine[column].astype("object"),
            bad,
            "what the row of remakes has",
        )


@rule("sea_top_films", "coproductions")
def sea_coproductions_earned_the_same(films: pd.DataFrame, coproductions: pd.DataFrame) -> Finding:
    """A gross at home, once the run is over, is that of coproductions within two per cent."""
    loose = ["running", "partial", "lower_bound"]
    known = coproductions[~coproductions["gross_basis"].isin(loose)].set_index("film_id")
    mine = films[films["film_id"].notna() & ~films["figure_basis"].isin(loose)]
    money = mine["film_id"].map(known["gross_local"].astype(float))
    same = mine["film_id"].map(known["currency"].astype("object")) == mine["currency"]
    same &= mine["film_id"].map(known["gross_territory"].astype("object")) == mine["country"]
    bad = same & ((mine["gross_local"].astype(float) / money - 1).abs() > 0.02)
    yield from faults_where(
        "sea_top_films.csv", "gross_local", mine["gross_local"], bad, "the gross in coproductions"
    )


@rule("sea_markets")
def sea_local_films_are_part_of_the_market(markets: pd.DataFrame) -> Finding:
    """Local films make no more than all films, and the printed share where both are counted."""
    for part, whole, basis in (
        ("local_admissions", "admissions", "admissions"),
        ("local_gross_local", "gross_local", "gross"),
        ("local_gross_usd", "gross_usd", "gross"),
    ):
        bad = markets[part] > markets[whole]
        yield from faults_where(
            "sea_markets.csv", part, markets[part], bad, "no more than all films"
        )
        computed = markets[part].astype(float) / markets[whole].astype(float) * 100
        printed = markets["local_share_pct"].astype(float)
        known = markets["local_share_basis"].isin([basis, "unknown"])
        bad = known & ((computed - printed).abs() > SEA_SHARE_POINTS)
        yield from faults_where(
            "sea_markets.csv",
            "local_share_pct",
            markets["local_share_pct"],
            bad,
            "about local over all films",
        )
    bad = markets["local_share_pct"].notna() != markets["local_share_basis"].notna()
    yield from faults_where(
        "sea_markets.csv",
        "local_share_basis",
        markets["local_share_basis"].astype("object"),
        bad,
        "a basis exactly where a share stands",
    )


@rule("sea_markets")
def sea_market_money_fits(markets: pd.DataFrame) -> Finding:
    """Currency and precision stand where they must, a ticket costs 1.5 to 5 dollars."""
    currency = markets["currency"].astype("object")
    money = markets[["gross_local", "local_gross_local"]].notna().any(axis=1)
    own = markets["country"].astype("object").map(SEA_CURRENCY)
    bad = (currency.notna() != money) | (currency.notna() & (currency != own))
    yield from faults_where(
        "sea_markets.csv", "currency", currency, bad, "the country's currency where money stands"
    )
    total = markets[["admissions", "gross_usd", "gross_local"]].notna().any(axis=1)
    bad = markets["precision"].notna() != total
    yield from faults_where(
        "sea_markets.csv",
        "precision",
        markets["precision"].astype("object"),
        bad,
        "a precision exactly where a total stands",
    )
    price = markets["gross_usd"].astype(float) / markets["admissions"].astype(float)
    bad = (price < 1.5) | (price > 5)
    yield from faults_where(
        "sea_markets.csv", "gross_usd", markets["gross_usd"], bad, "1.5 to 5 dollars an admission"
    )
    bad = (markets["coverage"] != "year") & (
        markets["coverage"].str[:4] != markets["year"].astype("string")
    )
    yield from faults_where(
        "sea_markets.csv", "coverage", markets["coverage"], bad, "months of the year"
    )


@rule("sea_markets", "exchange_rates")
def sea_market_dollars_fit_the_rate(markets: pd.DataFrame, rates: pd.DataFrame) -> Finding:
    """Local gross and dollars of a market agree within 15 per cent at the rate of the year."""
    per_usd = {
        (row.currency, int(row.year)): float(row.per_usd) for row in rates.itertuples(index=False)
    }
    keys = zip(markets["currency"].astype("object"), markets["year"].astype(int), strict=True)
    rate = pd.Series([per_usd.get(key) for key in keys], index=markets.index, dtype=float)
    ratio = markets["gross_usd"].astype(float) * rate / markets["gross_local"].astype(float)
    yield from faults_where(
        "sea_markets.csv",
        "gross_usd",
        markets["gross_usd"],
        (ratio - 1).abs() > 0.15,
        "what the local gross makes at the rate of the year",
    )


@rule("sea_top_films", "sea_markets")
def sea_a_hit_is_smaller_than_its_market(films: pd.DataFrame, markets: pd.DataFrame) -> Finding:
    """No local hit of a year took more than all local films, or all films, of its country."""
    hits = films[films["list"] == "yearly"]
    known = {
        (row.country, int(row.year)): row
        for row in markets[markets["coverage"] == "year"].itertuples(index=False)
    }
    for line, row in hits.iterrows():
        market = known.get((row["country"], int(row["list_year"])))
        if market is None or str(row["release_date"])[5:7] == "12":
            continue
        for column, totals in (
            ("admissions", (market.local_admissions, market.admissions)),
            ("gross_local", (market.local_gross_local, market.gross_local)),
        ):
            limits = [total for total in totals if not pd.isna(total)]
            if not pd.isna(row[column]) and limits and row[column] > min(limits):
                yield Fault(
                    "sea_top_films.csv",
                    line,
                    column,
                    str(row[column]),
                    f"no more than the market's {min(limits)}",
                )


@rule("influence_events")
def sea_events_are_past_and_named_right(events: pd.DataFrame) -> Finding:
    """Events are not in the future, and their id begins with country and year."""
    yield from not_in_the_future("influence_events.csv", "date", events["date"])
    start = events["country"].astype("object").str.lower() + "-" + events["date"].str[:4] + "-"
    bad = pd.Series(
        [not name.startswith(part) for name, part in zip(events["event_id"], start, strict=True)],
        index=events.index,
        dtype=bool,
    )
    yield from faults_where(
        "influence_events.csv", "event_id", events["event_id"], bad, "country and year first"
    )


@rule("influence_events")
def sea_event_values_say_of_what(events: pd.DataFrame) -> Finding:
    """A value has a unit, shares end at 100, and a count of a film stands at a film."""
    unit = events["value_unit"].astype("object")
    bad = events["value"].notna() != unit.notna()
    yield from faults_where(
        "influence_events.csv", "value_unit", unit, bad, "a unit where a value stands"
    )
    bad = (unit == "percent") & (events["value"] > 100)
    yield from faults_where(
        "influence_events.csv", "value", events["value"], bad, "at most 100 per cent"
    )
    film = events["film_id"].notna() | events["remake_id"].notna()
    bad = unit.notna() & events["value_meaning"].isna() & ~film
    yield from faults_where(
        "influence_events.csv", "value_meaning", events["value_meaning"], bad, "what is counted"
    )


@rule("influence_events", "sea_top_films")
def sea_event_figures_are_the_films(events: pd.DataFrame, films: pd.DataFrame) -> Finding:
    """The total at a film's event is the film's own, and the event not before its release."""
    column = {"admissions": "admissions", "USD": "gross_usd"}
    column |= dict.fromkeys(SEA_CURRENCY.values(), "gross_local")
    for line, row in events.iterrows():
        for key in ("remake_id", "film_id"):
            same = films[films[key] == row[key]] if not pd.isna(row[key]) else films[:0]
            if same.empty:
                continue
            dates = [date for date in same["release_date"] if not pd.isna(date)]
            if (
                row["country"] == same["country"].iloc[0]
                and dates
                and all(date[: len(row["date"])] != row["date"][: len(date)] for date in dates)
            ):
                yield Fault(
                    "influence_events.csv", line, "date", row["date"], f"release on {dates[0]}"
                )
            if pd.isna(row["value"]) or not pd.isna(row["value_meaning"]):
                continue
            figures = set(same[column[str(row["value_unit"])]].dropna().astype(float))
            if figures and float(row["value"]) not in figures:
                yield Fault(
                    "influence_events.csv",
                    line,
                    "value",
                    str(row["value"]),
                    f"the figure of the film, {sorted(figures)}",
                )
            break


_T, _M, _E = "sea_top_films.csv", "sea_markets.csv", "influence_events.csv"
