"""Rules on co-productions, their countries, companies and people, and treaties."""

import pandas as pd

from analysis.rules import Finding, faults_where, not_in_the_future, rule

FILE = "coproductions.csv"


def _text(column: pd.Series) -> pd.Series:
    return column.astype("object")


def _together(frame: pd.DataFrame, one: str, other: str) -> Finding:
    bad = frame[one].notna() != frame[other].notna()
    yield from faults_where(
        FILE, other, _text(frame[other]), bad, f"a value just where {one} has one"
    )


def _missing_without_note(films: pd.DataFrame, found: pd.Series, word: str, what: str) -> Finding:
    note = films["note"]
    bad = ~found & ~note.fillna("").str.contains(word)
    yield from faults_where(FILE, "note", note, bad, f"{what}, or a note on it")


@rule("coproductions", "coproduction_countries")
def korea_is_among_the_countries(films: pd.DataFrame, countries: pd.DataFrame) -> Finding:
    """Each co-production has South Korea among its countries."""
    korean = countries.loc[countries["country"] == "KR", "film_id"]
    for file, frame, column in (
        (FILE, films, "film_id"),
        ("coproduction_countries.csv", countries, "country"),
    ):
        bad = ~frame["film_id"].isin(korean)
        yield from faults_where(file, column, frame[column], bad, "KR among the film's countries")


@rule("coproductions", "coproduction_countries")
def the_lead_is_among_the_countries(films: pd.DataFrame, countries: pd.DataFrame) -> Finding:
    """The lead country is one of the film's countries, and the one whose role is lead."""
    pairs = set(zip(countries["film_id"], countries["country"], strict=True))
    lead = films["lead_country"]
    bad = lead.notna() & ~pd.Series(
        [pair in pairs for pair in zip(films["film_id"], lead, strict=True)], index=films.index
    )
    yield from faults_where(FILE, "lead_country", lead, bad, "one of the film's countries")
    role = _text(countries["role"])
    named = countries["film_id"].map(films.set_index("film_id")["lead_country"])
    bad = (role == "lead") != (countries["country"] == named)
    yield from faults_where(
        "coproduction_countries.csv", "role", role, bad, "lead just where coproductions says so"
    )


@rule("coproduction_companies", "coproduction_countries")
def companies_are_of_the_films_countries(
    companies: pd.DataFrame, countries: pd.DataFrame
) -> Finding:
    """A company's country, where known, is one of the film's countries."""
    pairs = set(zip(countries["film_id"], countries["country"], strict=True))
    country = companies["country"]
    bad = country.notna() & ~pd.Series(
        [pair in pairs for pair in zip(companies["film_id"], country, strict=True)],
        index=companies.index,
    )
    yield from faults_where(
        "coproduction_companies.csv", "country", country, bad, "one of the film's countries"
    )


@rule("coproductions", "coproduction_countries")
def a_coproduction_has_two_countries(films: pd.DataFrame, countries: pd.DataFrame) -> Finding:
    """Each co-production has two countries or more, or a note."""
    many = films["film_id"].map(countries.groupby("film_id").size()) >= 2
    yield from _missing_without_note(
        films, many.fillna(False).astype(bool), "countr", "two countries"
    )


@rule("coproductions", "coproduction_people")
def a_coproduction_has_a_director(films: pd.DataFrame, people: pd.DataFrame) -> Finding:
    """Each co-production has a director in coproduction_people, or a note."""
    sound = (_text(people["role"]) == "director") & (_text(people["status"]) != "not_found")
    found = films["film_id"].isin(people.loc[sound, "film_id"])
    yield from _missing_without_note(films, found, "director", "a director")


@rule("coproductions")
def amounts_say_what_they_are(films: pd.DataFrame) -> Finding:
    """An amount stands with its currency, its territory and its basis."""
    for other in ("currency", "gross_territory", "gross_basis"):
        yield from _together(films, "gross_local", other)
    yield from _together(films, "gross_usd_worldwide", "gross_usd_basis")
    yield from _together(films, "budget_local", "budget_currency")
    basis = _text(films["budget_basis"])
    budget = films["budget_usd"].notna() | films["budget_local"].notna()
    yield from faults_where(
        FILE, "budget_basis", basis, budget != basis.notna(), "a value just where there is a budget"
    )
    lone = films["gross_local_usd"].notna() & films["gross_local"].isna()
    yield from faults_where(
        FILE, "gross_local_usd", films["gross_local_usd"], lone, "none without a local gross"
    )


@rule("coproductions")
def running_counts_have_a_day(films: pd.DataFrame) -> Finding:
    """A running gross or count of admissions says up to when, after the release."""
    for basis, day in (
        ("gross_basis", "gross_as_of"),
        ("gross_usd_basis", "gross_usd_as_of"),
        ("admissions_basis", "admissions_as_of"),
    ):
        bad = (_text(films[basis]) == "running") & films[day].isna()
        yield from faults_where(FILE, day, films[day], bad, "a date, the count being a running one")
        early = films[day].notna() & (films[day].str[:4].astype("Int64") < films["year"])
        yield from faults_where(FILE, day, films[day], early, "no earlier than the release")


@rule("coproductions")
def admissions_say_where_and_what(films: pd.DataFrame) -> Finding:
    """Partner admissions have a country, not South Korea; admissions have a basis."""
    yield from _together(films, "admissions_partner", "admissions_partner_country")
    country = _text(films["admissions_partner_country"])
    yield from faults_where(
        FILE, "admissions_partner_country", country, country == "KR", "another country than KR"
    )
    basis = _text(films["admissions_basis"])
    known = films["admissions_partner"].notna() | films["admissions_kr"].notna()
    yield from faults_where(
        FILE, "admissions_basis", basis, known != basis.notna(), "a value just where admissions are"
    )


@rule("coproductions")
def a_territory_is_no_more_than_the_world(films: pd.DataFrame) -> Finding:
    """The dollars of one territory are no more than the worldwide gross."""
    dollars = films["gross_local_usd"].fillna(
        films["gross_local"].where(_text(films["currency"]) == "USD")
    )
    bad = dollars > films["gross_usd_worldwide"]
    yield from faults_where(
        FILE, "gross_usd_worldwide", films["gross_usd_worldwide"], bad, "at least the territory's"
    )


@rule("coproductions", "exchange_rates")
def coproduction_dollars_fit_the_rate(films: pd.DataFrame, rates: pd.DataFrame) -> Finding:
    """Local amount and US dollars agree within 15 per cent at the exchange rate of the year."""
    table = {
        (currency, year): rate
        for currency, year, rate in zip(
            _text(rates["currency"]), rates["year"], rates["per_usd"], strict=True
        )
    }
    world = films["gross_usd_worldwide"].where(_text(films["gross_territory"]) == "worldwide")
    for local, currency, dollars, column in (
        ("gross_local", "currency", films["gross_local_usd"].fillna(world), "gross_local"),
        ("budget_local", "budget_currency", films["budget_usd"], "budget_local"),
    ):
        keys = zip(_text(films[currency]), films["year"], strict=True)
        rate = pd.Series([table.get(key) for key in keys], index=films.index, dtype="Float64")
        bad = (films[local] / rate / dollars - 1).abs() > 0.15
        yield from faults_where(
            FILE, column, films[local], bad, "the dollars of the row at the year's rate"
        )


@rule("coproductions")
def a_release_fits_its_year(films: pd.DataFrame) -> Finding:
    """A dated film has the year of its date; one without a release has no date."""
    date, basis = films["first_release_date"], _text(films["date_basis"])
    bad = date.notna() & (date.str[:4] != films["year"].astype("string"))
    yield from faults_where(FILE, "year", films["year"], bad, "the year of first_release_date")
    undated = basis.isin(["source_year", "announced"])
    bad = undated == date.notna()
    yield from faults_where(FILE, "date_basis", basis, bad, "what the date says")


@rule("coproductions")
def released_films_are_not_from_the_future(films: pd.DataFrame) -> Finding:
    """No release that happened lies after today."""
    past = films.loc[_text(films["date_basis"]) != "planned", "first_release_date"]
    yield from not_in_the_future(FILE, "first_release_date", past)


@rule("coproduction_people", "coproduction_companies")
def names_not_found_say_what_was_searched(people: pd.DataFrame, companies: pd.DataFrame) -> Finding:
    """A name that was not found has a note of the search."""
    for file, frame in (
        ("coproduction_people.csv", people),
        ("coproduction_companies.csv", companies),
    ):
        bad = (_text(frame["status"]) == "not_found") & frame["note"].isna()
        yield from faults_where(file, "note", frame["note"], bad, "what was searched")


@rule("treaties")
def treaty_shares_are_in_order(treaties: pd.DataFrame) -> Finding:
    """The least share is no more than the largest, and both are given or neither."""
    least, largest = treaties["minimum_share_pct"], treaties["maximum_share_pct"]
    bad = (least > largest).fillna(False) | (least.notna() != largest.notna())
    yield from faults_where(
        "treaties.csv", "minimum_share_pct", least, bad, "no more than the largest share"
    )


@rule("treaties")
def treaties_come_into_force_after_signing(treaties: pd.DataFrame) -> Finding:
    """An agreement is in force no earlier than it was signed, and has one of the dates."""
    signed, force = treaties["signed"], treaties["in_force"]
    both = signed.notna() & force.notna()
    early = [
        bool(known) and after[: len(before)] < before[: len(after)]
        for known, before, after in zip(both, signed, force, strict=True)
    ]
    bad = pd.Series(early, index=treaties.index) | (signed.isna() & force.isna())
    yield from faults_where("treaties.csv", "in_force", force, bad, "a date after the signing")
    yield from not_in_the_future("treaties.csv", "signed", signed)


@rule("coproduction_support", "korean_companies_sea")
def measures_have_their_unit(support: pd.DataFrame, companies: pd.DataFrame) -> Finding:
    """Shares and rates are per cent of no more than 100; amounts of money are in a currency."""
    shares = {"rate", "rate_maximum", "minimum_korean_share", "minimum_foreign_share"}
    money = {"budget", "grant", "maximum_per_film", "minimum_spend", "local_spend", "spent"}
    sea_shares = {"market_share", "share_of_films_distributed"}
    sea_money = {"revenue", "revenue_q1", "operating_profit", "operating_profit_q1", "net_profit"}
    for file, frame, share, amount in (
        ("coproduction_support.csv", support, shares, money),
        ("korean_companies_sea.csv", companies, sea_shares, sea_money | {"acquisition_price"}),
    ):
        measure, unit = _text(frame["measure"]), _text(frame["unit"])
        bad = measure.isin(share) != (unit == "per cent")
        bad |= measure.isin(amount) != unit.str.fullmatch("[A-Z]{3}")
        yield from faults_where(file, "unit", unit, bad, "the unit of its measure")
        bad = (unit == "per cent") & (frame["value"] > 100)
        yield from faults_where(file, "value", frame["value"], bad, "no more than 100 per cent")


@rule("coproductions", "films_abroad")
def coproductions_earned_abroad_what_films_abroad_say(
    films: pd.DataFrame, abroad: pd.DataFrame
) -> Finding:
    """A closed run in a territory has the gross that films_abroad has, within 10 per cent."""
    closed = films[films["gross_basis"].isin(["final", "rounded"])]
    whole = abroad[abroad["figure_basis"].isin(["final", "total"])]
    yield from _other_gross(
        closed.assign(territory=closed["gross_territory"].astype("object")),
        whole.assign(territory=whole["territory"].astype("object")),
        ["film_id", "territory"],
        0.10,
    )


@rule("coproductions", "remakes")
def a_coproduced_remake_has_one_gross(films: pd.DataFrame, remakes: pd.DataFrame) -> Finding:
    """A film that stands here and in remakes has the same local gross, within 6 per cent."""
    yield from _other_gross(films, remakes.assign(film_id=remakes["remake_id"]), ["film_id"], 0.06)


def _other_gross(
    films: pd.DataFrame, others: pd.DataFrame, key: list[str], slack: float
) -> Finding:
    """Compare the local gross of films with that of the same films in another table."""
    columns = [*key, "currency", "gross_local"]
    both = (
        films[columns]
        .astype({"currency": "object"})
        .reset_index()
        .merge(
            others[columns].astype({"currency": "object"}),
            on=[*key, "currency"],
            suffixes=("", "_other"),
        )
        .set_index("line")
    )
    bad = (both["gross_local"] / both["gross_local_other"] - 1).abs() > slack
    yield from faults_where(
        FILE, "gross_local", both["gross_local"], bad, "the gross that the other table has"
    )
