"""Rules on the tables of the theatrical market."""

import pandas as pd

from analysis.rules import Finding, faults_where, not_in_the_future, rule
from analysis.schema import Fault

# Half a step of the figures that reports print: 10,000 admissions, 100 million won.
STEP = {"admissions": 10_000, "gross_krw": 100_000_000}
PRECISION_STEPS = {"exact": 0, "totals_exact": 1, "rounded": 1.5, "derived": 2.5}


def _slack(frame: pd.DataFrame, measure: str) -> pd.Series:
    return frame["precision"].astype("object").map(PRECISION_STEPS).astype(float) * STEP[measure]


@rule("market_yearly")
def parts_make_the_total(market: pd.DataFrame) -> Finding:
    """Korean and foreign add up to the total, within the rounding of the row."""
    for measure in ("admissions", "gross_krw"):
        total = f"{measure}_total"
        parts = market[f"{measure}_korean"] + market[f"{measure}_foreign"]
        bad = (parts - market[total]).abs() > _slack(market, measure)
        yield from faults_where(
            "market_yearly.csv", total, market[total], bad, "the sum of Korean and foreign"
        )
    parts = market["releases_korean"] + market["releases_foreign"]
    bad = parts != market["releases_total"]
    yield from faults_where(
        "market_yearly.csv",
        "releases_total",
        market["releases_total"],
        bad,
        "the sum of Korean and foreign",
    )


@rule("market_yearly")
def printed_shares_fit_yearly(market: pd.DataFrame) -> Finding:
    """A yearly Korean share as printed is the printed part over the printed total."""
    yield from _shares_fit("market_yearly.csv", market)


@rule("market_monthly")
def printed_shares_fit_monthly(market: pd.DataFrame) -> Finding:
    """A printed Korean share is the printed part over the printed total."""
    yield from _shares_fit("market_monthly.csv", market)


def _shares_fit(file: str, market: pd.DataFrame) -> Finding:
    for measure, share in (
        ("admissions", "korean_share_admissions_pct"),
        ("gross_krw", "korean_share_gross_pct"),
    ):
        total = market[f"{measure}_total"]
        computed = market[f"{measure}_korean"] / total * 100
        slack = 0.15 + _slack(market, measure) / total * 100
        bad = (computed - market[share]).abs() > slack
        yield from faults_where(file, share, market[share], bad, "Korean over total, in per cent")


@rule("market_yearly")
def tickets_cost_what_tickets_cost(market: pd.DataFrame) -> Finding:
    """Gross per admission is a plausible average ticket price, and fits the printed one."""
    price = market["gross_krw_total"] / market["admissions_total"]
    bad = (price < 5_000) | (price > 15_000)
    gross = market["gross_krw_total"]
    yield from faults_where(
        "market_yearly.csv", "gross_krw_total", gross, bad, "5,000 to 15,000 won per admission"
    )
    printed = market["avg_ticket_price_krw"]
    bad = (printed / price - 1).abs() > 0.005
    yield from faults_where(
        "market_yearly.csv", "avg_ticket_price_krw", printed, bad, "gross over admissions"
    )


@rule("market_monthly")
def tickets_cost_what_tickets_cost_monthly(market: pd.DataFrame) -> Finding:
    """Gross per admission is a plausible average ticket price in every month."""
    gross = market["gross_krw_total"]
    price = gross / market["admissions_total"]
    bad = (price < 5_000) | (price > 15_000)
    yield from faults_where(
        "market_monthly.csv", "gross_krw_total", gross, bad, "5,000 to 15,000 won per admission"
    )


@rule("market_yearly")
def periods_are_what_they_say(market: pd.DataFrame) -> Finding:
    """A period's text, year and type agree."""
    form = {"year": r"\d{4}", "half": r"\d{4}H[12]", "quarter": r"\d{4}Q[1-4]"}
    period = market["period"]
    kind = market["period_type"].astype("object")
    for name, pattern in form.items():
        bad = (kind == name) & ~period.str.fullmatch(pattern)
        yield from faults_where(
            "market_yearly.csv", "period", period, bad, f"a {name} of the form {pattern}"
        )
    bad = period.str[:4] != market["year"].astype("string")
    yield from faults_where("market_yearly.csv", "year", market["year"], bad, "the period's year")


@rule("market_yearly")
def a_part_is_no_more_than_its_year(market: pd.DataFrame) -> Finding:
    """A quarter or half year holds no more than its whole year."""
    whole = market[(market["period_type"] == "year") & (market["basis"] == "national")]
    whole = whole.set_index("year")
    part = market[market["period_type"] != "year"]
    for column in ("admissions_total", "admissions_korean", "gross_krw_total", "gross_krw_korean"):
        bad = part[column] > part["year"].map(whole[column])
        yield from faults_where(
            "market_yearly.csv", column, part[column], bad, "no more than the whole year's"
        )


@rule("market_yearly")
def the_ticketing_system_is_not_above_the_nation(market: pd.DataFrame) -> Finding:
    """KOBIS counts never exceed the national series by more than rounding."""
    years = market[market["period_type"] == "year"]
    nation = years[years["basis"] == "national"].set_index("year")
    system = years[years["basis"] == "kobis"]
    for column in ("admissions_total", "gross_krw_total"):
        bad = system[column] > system["year"].map(nation[column]) * 1.003
        yield from faults_where(
            "market_yearly.csv", column, system[column], bad, "no more than the national series"
        )


@rule("market_monthly", "market_yearly")
def months_make_the_year(months: pd.DataFrame, market: pd.DataFrame) -> Finding:
    """Months add up to no more than their year, and to the year where all twelve are there."""
    years = market[market["period_type"] == "year"]
    for column in ("admissions_total", "gross_krw_total"):
        known = months.dropna(subset=[column])
        sums = known.groupby(known["month"].dt.year)[column].agg(["sum", "count"])
        total = years.groupby("year")[column].max().reindex(sums.index)
        over = sums["sum"] > total * 1.002
        short = (sums["count"] == 12) & (sums["sum"] < total * 0.995)
        for year in sums.index[(over | short).fillna(False).astype(bool)]:
            line = int(known.index[known["month"].dt.year == year].max())
            yield Fault(
                "market_monthly.csv",
                line,
                column,
                f"{sums.loc[year, 'sum']} in {sums.loc[year, 'count']} months of {year}",
                f"months that fit the year's {total[year]}",
            )


@rule("world_markets")
def a_share_says_of_what(world: pd.DataFrame) -> Finding:
    """A local share and its basis stand together."""
    basis = world["local_share_basis"]
    bad = world["local_share_pct"].notna() != basis.notna()
    yield from faults_where(
        "world_markets.csv", "local_share_basis", basis, bad, "a basis where there is a share"
    )


@rule("world_markets")
def a_territory_has_one_currency(world: pd.DataFrame) -> Finding:
    """A territory's gross is in one currency throughout."""
    currency = world["currency"].astype("object")
    bad = currency.groupby(world["territory"], observed=True).transform("first") != currency
    yield from faults_where(
        "world_markets.csv", "currency", currency, bad, "the currency of the territory's other rows"
    )


@rule("world_markets", "market_yearly", "reference_yearly")
def dollars_fit_won(world: pd.DataFrame, market: pd.DataFrame, reference: pd.DataFrame) -> Finding:
    """Dollars are won at the exchange rate of the year, within 5 per cent."""
    korea = world[world["territory"] == "KR"]
    years = market[market["period_type"] == "year"]
    won = korea["year"].map(years.groupby("year")["gross_krw_total"].max())
    rate = korea["year"].map(reference.set_index("year")["krw_per_usd"])
    bad = (korea["gross_usd"] * rate / won - 1).abs() > 0.05
    yield from faults_where(
        "world_markets.csv", "gross_usd", korea["gross_usd"], bad, "won at the year's rate"
    )


@rule("ticket_prices")
def weekends_cost_no_less(prices: pd.DataFrame) -> Finding:
    """A weekend ticket costs at least as much as a weekday ticket."""
    weekend = prices["weekend_price_krw"]
    bad = weekend < prices["weekday_price_krw"]
    yield from faults_where(
        "ticket_prices.csv", "weekend_price_krw", weekend, bad, "at least the weekday price"
    )


@rule("sources")
def sources_are_not_from_the_future(sources: pd.DataFrame) -> Finding:
    """No page was published after today."""
    yield from not_in_the_future("sources.csv", "published", sources["published"])


@rule("market_events")
def events_are_not_in_the_future(events: pd.DataFrame) -> Finding:
    """No event lies after today."""
    yield from not_in_the_future("market_events.csv", "date", events["date"])


@rule("ticket_prices")
def prices_are_not_from_the_future(prices: pd.DataFrame) -> Finding:
    """No price takes effect after today."""
    yield from not_in_the_future("ticket_prices.csv", "date", prices["date"])


@rule("pandemic_claims")
def statements_are_not_from_the_future(claims: pd.DataFrame) -> Finding:
    """No statement was published after today."""
    yield from not_in_the_future("pandemic_claims.csv", "published", claims["published"])


@rule("market_monthly")
def months_are_over(months: pd.DataFrame) -> Finding:
    """No month of the market lies after today."""
    yield from not_in_the_future("market_monthly.csv", "month", months["month"].astype("string"))
