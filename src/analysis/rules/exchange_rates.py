"""Rules on exchange rates."""

import pandas as pd

from analysis.rules import Finding, faults_where, rule

RATES = "exchange_rates.csv"


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
