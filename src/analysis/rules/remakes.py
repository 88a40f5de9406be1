"""Rules on remakes abroad and localisation programmes."""

import pandas as pd

from analysis.rules import Finding, faults_where, not_in_the_future, rule


@rule("remakes", "films")
def remakes_follow_their_originals(remakes: pd.DataFrame, films: pd.DataFrame) -> Finding:
    """No remake is released or announced in a year before its original's."""
    original = remakes["original_film_id"].map(films.set_index("film_id")["year"])
    released = pd.to_numeric(remakes["release_date"].str[:4]).astype("Int64")
    for column, year in (("release_date", released), ("announced_year", remakes["announced_year"])):
        bad = year < original
        yield from faults_where(
            "remakes.csv", column, remakes[column], bad, "no year before the original's"
        )


@rule("remakes")
def only_released_remakes_earn(remakes: pd.DataFrame) -> Finding:
    """What is not released has neither a release date nor gross, admissions or rank."""
    waiting = remakes["status"] != "released"
    for column in ("release_date", "gross_local", "gross_usd", "admissions", "local_rank"):
        bad = waiting & remakes[column].notna()
        yield from faults_where(
            "remakes.csv", column, remakes[column], bad, "nothing before the release"
        )


@rule("remakes")
def releases_have_a_date_or_a_word_why_not(remakes: pd.DataFrame) -> Finding:
    """A released remake without a date says in its note that the date was not found."""
    told = (
        remakes["note"]
        .str.contains("release date|date not found|title not found", regex=True)
        .fillna(False)
        .astype(bool)
    )
    bad = (remakes["status"] == "released") & remakes["release_date"].isna() & ~told
    yield from faults_where(
        "remakes.csv",
        "release_date",
        remakes["release_date"],
        bad,
        "a date, or a note on why there is none",
    )


@rule("remakes")
def remakes_are_not_announced_after_their_release(remakes: pd.DataFrame) -> Finding:
    """The announcement lies in the year of the release or before it."""
    released = pd.to_numeric(remakes["release_date"].str[:4]).astype("Int64")
    bad = remakes["announced_year"] > released
    yield from faults_where(
        "remakes.csv", "announced_year", remakes["announced_year"], bad, "no year after the release"
    )


@rule("remakes")
def a_local_gross_names_its_currency(remakes: pd.DataFrame) -> Finding:
    """A gross in local currency and its currency stand together."""
    bad = remakes["gross_local"].notna() != remakes["currency"].notna()
    yield from faults_where(
        "remakes.csv",
        "currency",
        remakes["currency"],
        bad,
        "a currency where there is a local gross, and only there",
    )


@rule("remakes")
def figures_say_what_they_cover(remakes: pd.DataFrame) -> Finding:
    """Gross and admissions have a basis, running counts a date, and empty ones neither."""
    gross = remakes["gross_local"].notna() | remakes["gross_usd"].notna()
    for measure, given in (("gross", gross), ("admissions", remakes["admissions"].notna())):
        basis, as_of = f"{measure}_basis", f"{measure}_as_of"
        bad = given != remakes[basis].notna()
        yield from faults_where(
            "remakes.csv",
            basis,
            remakes[basis],
            bad,
            "a basis where there is a figure, and only there",
        )
        bad = remakes[as_of].notna() & ~given
        yield from faults_where(
            "remakes.csv", as_of, remakes[as_of], bad, "no date without a figure"
        )
        bad = (remakes[basis] == "running") & remakes[as_of].isna()
        yield from faults_where(
            "remakes.csv", as_of, remakes[as_of], bad, "the date of a running count"
        )
    bad = remakes["gross_territory"].notna() & ~gross
    yield from faults_where(
        "remakes.csv",
        "gross_territory",
        remakes["gross_territory"],
        bad,
        "no territory without a gross",
    )


@rule("remakes")
def counts_come_after_the_release(remakes: pd.DataFrame) -> Finding:
    """Gross, admissions and ranks are counted on the release date or later.

    And not in the future.
    """
    for column in ("release_date", "gross_as_of", "admissions_as_of", "local_rank_as_of"):
        yield from not_in_the_future("remakes.csv", column, remakes[column])
        both = remakes[remakes[column].notna() & remakes["release_date"].notna()]
        pairs = zip(both[column], both["release_date"], strict=True)
        early = [counted[: len(opened)] < opened[: len(counted)] for counted, opened in pairs]
        bad = pd.Series(early, index=both.index, dtype=bool)
        yield from faults_where(
            "remakes.csv", column, both[column], bad, "no date before the release"
        )


@rule("remakes")
def a_rank_says_among_what(remakes: pd.DataFrame) -> Finding:
    """A rank and its scope stand together; a rank of all years has a date.

    Others need a rank for one.
    """
    rank, scope, as_of = "local_rank", "local_rank_scope", "local_rank_as_of"
    bad = remakes[rank].notna() != remakes[scope].notna()
    yield from faults_where(
        "remakes.csv", scope, remakes[scope], bad, "a scope where there is a rank, and only there"
    )
    bad = ((remakes[scope] == "all_time_local") & remakes[as_of].isna()) | (
        remakes[rank].isna() & remakes[as_of].notna()
    )
    yield from faults_where(
        "remakes.csv",
        as_of,
        remakes[as_of],
        bad,
        "a date where the rank is of all years, none without a rank",
    )


@rule("remakes")
def korean_partners_are_named(remakes: pd.DataFrame) -> Finding:
    """Korean companies are named where one takes part, and only there."""
    bad = remakes["korean_companies"].notna() != (remakes["korean_partner"] == "yes")
    yield from faults_where(
        "remakes.csv",
        "korean_companies",
        remakes["korean_companies"],
        bad,
        "the companies where korean_partner is yes, and only there",
    )


@rule("remakes")
def remakes_are_made_abroad(remakes: pd.DataFrame) -> Finding:
    """No remake has Korea as its lead country, and none lists its lead country as a partner."""
    partners = remakes["partner_countries"].fillna("").str.split(";")
    own = [country in listed for country, listed in zip(remakes["country"], partners, strict=True)]
    bad = pd.Series(own, index=remakes.index) | (remakes["country"] == "KR")
    yield from faults_where(
        "remakes.csv",
        "partner_countries",
        remakes["partner_countries"],
        bad,
        "countries other than the lead country, and a lead country other than KR",
    )


@rule("remakes", "exchange_rates")
def dollars_fit_local_grosses(remakes: pd.DataFrame, exchange_rates: pd.DataFrame) -> Finding:
    """Dollars are the local gross at the rate of the release year, within 15 per cent.

    Where the rate is known.
    """
    both = remakes[
        remakes["gross_local"].notna()
        & remakes["gross_usd"].notna()
        & remakes["release_date"].notna()
    ]
    rates = exchange_rates.set_index(["currency", "year"])["per_usd"]
    years = pd.to_numeric(both["release_date"].str[:4])
    places = zip(both["currency"].astype("object"), years, strict=True)
    rate = pd.Series([rates.get(place) for place in places], index=both.index, dtype="Float64")
    bad = (
        both["gross_usd"].astype("Float64") * rate / both["gross_local"].astype("Float64") - 1
    ).abs() > 0.15
    yield from faults_where(
        "remakes.csv", "gross_usd", both["gross_usd"], bad, "the local gross at the year's rate"
    )


@rule("remakes", "sea_top_films")
def remakes_agree_with_the_top_lists(remakes: pd.DataFrame, sea_top_films: pd.DataFrame) -> Finding:
    """A remake in a local list of Southeast Asia has the release date.

    Gross and admissions it has here.
    """
    own = remakes.set_index("remake_id")
    listed = sea_top_films[sea_top_films["remake_id"].isin(own.index)]
    for column in ("release_date", "gross_local", "gross_usd", "admissions"):
        here = [own[column][key] for key in listed["remake_id"]]
        pairs = list(zip(here, listed[column], strict=True))
        if column == "release_date":
            pairs = [
                (a, b) if pd.isna(a) or pd.isna(b) else (a[: len(b)], b[: len(a)]) for a, b in pairs
            ]
        wrong = [not (pd.isna(a) or pd.isna(b)) and a != b for a, b in pairs]
        bad = pd.Series(wrong, index=listed.index, dtype=bool)
        yield from faults_where(
            "sea_top_films.csv", column, listed[column], bad, "what remakes.csv has"
        )


@rule("localisation_programmes")
def programme_figures_are_described(localisation_programmes: pd.DataFrame) -> Finding:
    """An amount says of what it is, and a number of titles or an amount how exact it is."""
    programmes = localisation_programmes
    amount = programmes["amount_krw"].notna() | programmes["amount_usd"].notna()
    bad = amount != programmes["amount_of"].notna()
    yield from faults_where(
        "localisation_programmes.csv",
        "amount_of",
        programmes["amount_of"],
        bad,
        "what the amount is, where there is one",
    )
    bad = (amount | programmes["titles"].notna()) != programmes["figure_precision"].notna()
    yield from faults_where(
        "localisation_programmes.csv",
        "figure_precision",
        programmes["figure_precision"],
        bad,
        "a precision where there is a figure, and only there",
    )


@rule("localisation_programmes")
def only_the_industry_has_no_company(localisation_programmes: pd.DataFrame) -> Finding:
    """A programme names its companies unless it is the industry's."""
    bad = localisation_programmes["companies"].isna() != (
        localisation_programmes["actor"] == "industry"
    )
    yield from faults_where(
        "localisation_programmes.csv",
        "companies",
        localisation_programmes["companies"],
        bad,
        "companies, unless the actor is the industry",
    )


@rule("localisation_programmes", "remakes")
def programmes_name_remakes_of_their_territories(
    localisation_programmes: pd.DataFrame, remakes: pd.DataFrame
) -> Finding:
    """Remakes that a programme names are made in its territories."""
    country = dict(zip(remakes["remake_id"], remakes["country"].astype("object"), strict=True))
    named = localisation_programmes[
        localisation_programmes["remake_ids"].notna()
        & localisation_programmes["territories"].notna()
    ]
    pairs = zip(
        named["remake_ids"].str.split(";"), named["territories"].str.split(";"), strict=True
    )
    bad = pd.Series(
        [any(country.get(key, places[0]) not in places for key in keys) for keys, places in pairs],
        index=named.index,
        dtype=bool,
    )
    yield from faults_where(
        "localisation_programmes.csv",
        "remake_ids",
        named["remake_ids"],
        bad,
        "remakes made in the programme's territories",
    )


R, P = "remakes.csv", "localisation_programmes.csv"
