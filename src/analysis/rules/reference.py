"""Rules on the reference tables: exchange rates, populations, prices in the United States."""

import pandas as pd

from analysis.rules import Finding, faults_where, rule

RATES, PEOPLE, PRICES = "exchange_rates.csv", "populations.csv", "us_prices.csv"


@rule("exchange_rates")
def rates_are_positive(rates: pd.DataFrame) -> Finding:
    """No currency is worth an infinite number of dollars."""
    yield from faults_where(
        RATES, "per_usd", rates["per_usd"], rates["per_usd"] <= 0, "more than 0"
    )


@rule("exchange_rates")
def rates_move_by_less_than_two_and_a_half(rates: pd.DataFrame) -> Finding:
    """From one year to the next a rate moves by a factor of less than 2.5."""
    ordered = rates.sort_values(["currency", "year"])
    groups = ordered.groupby("currency", observed=True)
    step = ordered["per_usd"] / groups["per_usd"].shift()
    next_year = groups["year"].diff() == 1
    same = ordered["basis"].astype("str") == groups["basis"].shift().astype("str")
    bad = next_year.fillna(False) & same & ((step >= 2.5) | (step <= 1 / 2.5))
    yield from faults_where(
        RATES, "per_usd", ordered["per_usd"], bad, "0.4 to 2.5 times the rate of the year before"
    )


@rule("exchange_rates")
def rates_have_no_gap(rates: pd.DataFrame) -> Finding:
    """The years of a currency follow each other without a hole."""
    ordered = rates.sort_values(["currency", "year"])
    step = ordered.groupby("currency", observed=True)["year"].diff()
    yield from faults_where(
        RATES, "year", ordered["year"], step > 1, "the year after the one before"
    )


@rule("exchange_rates", "reference_yearly")
def won_rates_agree(rates: pd.DataFrame, reference: pd.DataFrame) -> Finding:
    """The won agrees with the yearly reference within 0.5 per cent."""
    won = rates[(rates["currency"] == "KRW") & (rates["basis"] == "annual_average")]
    known = reference.set_index("year")["krw_per_usd"]
    other = won["year"].map(known).astype("Float64")
    bad = ((won["per_usd"] / other - 1).abs() > 0.005).fillna(False)
    yield from faults_where(
        RATES, "per_usd", won["per_usd"], bad, "krw_per_usd of reference_yearly within 0.5 per cent"
    )


@rule("populations")
def populations_have_no_gap(populations: pd.DataFrame) -> Finding:
    """The years of a country follow each other without a hole."""
    ordered = populations.sort_values(["territory", "year"])
    step = ordered.groupby("territory", observed=True)["year"].diff()
    yield from faults_where(
        PEOPLE, "year", ordered["year"], step > 1, "the year after the one before"
    )


@rule("populations")
def populations_change_by_less_than_three_per_cent(populations: pd.DataFrame) -> Finding:
    """From one year to the next a population moves by less than 3 per cent."""
    ordered = populations.sort_values(["territory", "year"])
    people = ordered["population"].astype("float64")
    groups = ordered.groupby("territory", observed=True)
    step = people / people.groupby(ordered["territory"], observed=True).shift() - 1
    bad = (groups["year"].diff() == 1).fillna(False) & (step.abs() >= 0.03)
    yield from faults_where(
        PEOPLE,
        "population",
        ordered["population"],
        bad,
        "less than 3 per cent from the year before",
    )


@rule("remakes", "populations")
def counted_remakes_have_a_population(remakes: pd.DataFrame, populations: pd.DataFrame) -> Finding:
    """The country of a remake with admissions has a population of its year or an earlier one."""
    first = populations.assign(territory=populations["territory"].astype("object"))
    first = remakes["country"].astype("object").map(first.groupby("territory")["year"].min())
    released = pd.to_numeric(remakes["release_date"].str[:4]).astype("Int64")
    bad = remakes["admissions"].notna() & (first.isna() | (released < first).fillna(False))
    yield from faults_where(
        "remakes.csv", "country", remakes["country"], bad, "a country with rows in populations"
    )


@rule("us_prices")
def us_prices_have_no_gap(prices: pd.DataFrame) -> Finding:
    """Each year stands once and follows the one before: the index is a chain."""
    ordered = prices.sort_values("year")
    bad = ordered["year"].diff() != 1
    bad.iloc[:1] = False
    yield from faults_where(PRICES, "year", ordered["year"], bad, "the year after the one before")


@rule("us_prices")
def us_inflation_is_plausible(prices: pd.DataFrame) -> Finding:
    """Inflation lies between the lowest and highest of a year since 1960, with a margin."""
    rate = prices["inflation_us_pct"]
    bad = ~rate.between(-3, 15)
    yield from faults_where(PRICES, "inflation_us_pct", rate, bad, "-3 to 15 per cent")


@rule("exports", "us_prices")
def exports_have_consumer_prices(exports: pd.DataFrame, prices: pd.DataFrame) -> Finding:
    """Each year of exports has consumer prices, by which its dollars are made constant."""
    year = exports["year"]
    bad = ~year.isin(prices["year"])
    yield from faults_where("exports.csv", "year", year, bad, "a year of us_prices")
