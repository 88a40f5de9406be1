"""Rules on exports, production, distributors, policy and AI-made films."""

import pandas as pd

from analysis.rules import Finding, faults_where, rule
from analysis.schema import Fault

EXPORT_STEPS = {"exact": 1, "rounded": 20_000, "derived": 100_000}


@rule("exports")
def exports_add_up(exports: pd.DataFrame) -> Finding:
    """Completed films and services make the total of exports, within the rounding of the row."""
    slack = exports["precision"].astype("object").map(EXPORT_STEPS).astype(float)
    parts = exports["completed_usd"] + exports["services_usd"]
    total = exports["total_usd"]
    bad = (parts - total).abs() > slack
    yield from faults_where("exports.csv", "total_usd", total, bad, "completed films plus services")
    bad = exports["completed_usd"] > total
    yield from faults_where(
        "exports.csv", "completed_usd", exports["completed_usd"], bad, "no more than the total"
    )


@rule("exports")
def export_amounts_fit_their_definition(exports: pd.DataFrame) -> Finding:
    """Services and a total apart from completed films stand only where the definition has them."""
    kind = exports["definition"].astype("object")
    services = exports["services_usd"]
    bad = services.notna() & (kind != "completed_and_services")
    yield from faults_where(
        "exports.csv", "services_usd", services, bad, "services only where they are reported apart"
    )
    total = exports["total_usd"]
    bad = total.notna() & (kind == "completed")
    yield from faults_where(
        "exports.csv", "total_usd", total, bad, "no total where completed films alone are reported"
    )


@rule("exports")
def average_export_prices_fit(exports: pd.DataFrame) -> Finding:
    """An average price by title times the titles is the sum of completed films."""
    price = exports["avg_price_usd"]
    product = price * exports["titles_exported"]
    by_title = exports["avg_price_basis"].astype("object") == "title"
    bad = by_title & ((product / exports["completed_usd"] - 1).abs() > 0.01)
    yield from faults_where(
        "exports.csv", "avg_price_usd", price, bad, "completed films over titles"
    )


@rule("exports", "reference_yearly")
def export_dollars_fit_won(exports: pd.DataFrame, reference: pd.DataFrame) -> Finding:
    """Exports in won are the dollars at the year's rate, within 5 per cent."""
    rate = exports["year"].map(reference.set_index("year")["krw_per_usd"])
    bad = (exports["total_krw"] / exports["total_usd"] / rate - 1).abs() > 0.05
    yield from faults_where(
        "exports.csv", "total_krw", exports["total_krw"], bad, "dollars at the year's rate"
    )


def _export_base(rows: pd.DataFrame, exports: pd.DataFrame) -> pd.Series:
    years = exports.set_index("year")
    whole = years["total_usd"].where(years["definition"] == "merged", years["completed_usd"])
    return rows["year"].map(whole)


@rule("export_destinations", "exports")
def destinations_are_parts_of_exports(rows: pd.DataFrame, exports: pd.DataFrame) -> Finding:
    """Countries of a year add up to no more than its exports, and so do regions."""
    file = "export_destinations.csv"
    kind = rows["destination_type"].astype("object")
    # North-East and South-East Asia are parts of Asia
    kind = kind.where(
        ~rows["destination"].isin(["northeast_asia", "southeast_asia"]), "part of Asia"
    )
    groups = [rows["year"], kind]
    final = rows["usd"].where(rows["stage"].astype("object") == "final")
    bad = final.notna() & (
        final.fillna(0).groupby(groups).transform("sum") > _export_base(rows, exports) * 1.002
    )
    yield from faults_where(file, "usd", rows["usd"], bad, "amounts within the year's exports")
    share = rows["share_pct"]
    bad = share.notna() & (share.fillna(0).groupby(groups).transform("sum") > 100.5)
    yield from faults_where(file, "share_pct", share, bad, "shares of no more than 100 together")


@rule("export_destinations", "exports")
def destination_shares_fit(rows: pd.DataFrame, exports: pd.DataFrame) -> Finding:
    """A share with a clear base is the amount over the year's exports, within 1.5 points."""
    share = rows["share_pct"]
    clear = (rows["share_base"].astype("object") != "unclear") & (
        rows["stage"].astype("object") == "final"
    )
    bad = clear & ((rows["usd"] / _export_base(rows, exports) * 100 - share).abs() > 1.5)
    yield from faults_where(
        "export_destinations.csv", "share_pct", share, bad, "amount over the year's exports"
    )


@rule("export_destinations")
def destination_ranks_follow_amounts(rows: pd.DataFrame) -> Finding:
    """A lower rank has no larger share than a higher one of the same year."""
    known = rows.dropna(subset=["rank", "share_pct"]).sort_values(["year", "rank"])
    before = known.groupby("year")["share_pct"].shift()
    bad = known["share_pct"] > before
    yield from faults_where(
        "export_destinations.csv", "rank", known["rank"], bad, "ranks in the order of shares"
    )


@rule("production_years")
def costs_of_films_add_up(years: pd.DataFrame) -> Finding:
    """Average total cost is net cost plus prints and advertising, and above net cost."""
    file = "production_years.csv"
    total, net = years["avg_total_cost_krw"], years["avg_net_cost_krw"]
    same = years["total_cost_films"].astype("object") == years["net_cost_films"].astype("object")
    bad = same & (((net + years["avg_pa_cost_krw"]) / total - 1).abs() > 0.01)
    yield from faults_where(
        file, "avg_total_cost_krw", total, bad, "net cost plus prints and advertising"
    )
    yield from faults_where(
        file, "avg_net_cost_krw", net, same & (net >= total), "less than the total cost"
    )


@rule("production_years")
def no_more_films_break_even_than_there_are(years: pd.DataFrame) -> Finding:
    """Films that broke even are some of the commercial ones, and their share fits."""
    file = "production_years.csv"
    even, commercial = years["films_broke_even"], years["films_commercial"]
    yield from faults_where(
        file, "films_broke_even", even, even > commercial, "no more than the commercial films"
    )
    bad = commercial > years["films_all_released"]
    yield from faults_where(file, "films_commercial", commercial, bad, "no more than all films")
    share = years["share_profitable_pct"]
    bad = (even / commercial * 100 - share).abs() > 0.1
    yield from faults_where(
        file, "share_profitable_pct", share, bad, "films that broke even over commercial films"
    )


@rule("production_years")
def returns_follow_the_definition_of_their_time(years: pd.DataFrame) -> Finding:
    """Returns to 2015 are on the old definition, from 2017 on the new, of 2016 on both."""
    kind = years["roi_definition"].astype("object")
    time = years["year"].map(
        lambda year: "old" if year < 2016 else "new" if year > 2016 else "old_then_new"
    )
    bad = kind.notna() & (kind != time)
    yield from faults_where(
        "production_years.csv", "roi_definition", kind, bad, "old to 2015, new from 2017"
    )


@rule("distributor_shares")
def distributors_share_one_market(shares: pd.DataFrame) -> Finding:
    """Shares of single distributors of one count add up to no more than 100."""
    share = shares["share_pct"]
    one = share.where(shares["members"].astype("object") == "one", 0)
    groups = [shares[name].astype("object") for name in ("year", "period", "measure", "scope")]
    bad = one.groupby(groups).transform("sum") > 100.5
    yield from faults_where(
        "distributor_shares.csv", "share_pct", share, bad, "shares of no more than 100 together"
    )


@rule("distributor_shares")
def a_group_holds_its_members(shares: pd.DataFrame) -> Finding:
    """Several distributors counted together have no less than those counted alone."""
    company = shares["company"].astype("object")
    names = ["year", "period", "measure", "scope"]
    one = shares[shares["members"].astype("object") == "one"]
    for line in shares.index[shares["members"].astype("object") == "group"]:
        same = (one[names].astype("object") == shares.loc[line, names].astype("object")).all(axis=1)
        parts = one[same & company[one.index].isin(company[line].split("+"))]["share_pct"].sum()
        if parts > shares.loc[line, "share_pct"] + 0.5:
            yield Fault(
                "distributor_shares.csv",
                line,
                "share_pct",
                str(shares.loc[line, "share_pct"]),
                f"at least the {parts} of its members",
            )


@rule("film_policy")
def cuts_are_negative(policy: pd.DataFrame) -> Finding:
    """A cut is negative, and nothing else is."""
    cut = policy["kind"].astype("object") == "cut"
    for column in ("amount_krw", "amount_usd", "rate_pct"):
        bad = ((policy[column] < 0) & ~cut) | ((policy[column] >= 0) & cut)
        yield from faults_where(
            "film_policy.csv", column, policy[column], bad, "a minus for a cut, and only for one"
        )


@rule("film_policy")
def a_programme_stands_once_a_year(policy: pd.DataFrame) -> Finding:
    """A programme has one row a year, whoever pays it."""
    programme = policy["programme"]
    bad = policy.assign(programme=programme.str.casefold()).duplicated(["year", "programme"])
    yield from faults_where(
        "film_policy.csv", "programme", programme, bad, "one row for a programme and year"
    )


@rule("film_policy")
def policy_rows_say_how_much(policy: pd.DataFrame) -> Finding:
    """A row has an amount or a rate, and a precision stands with an amount."""
    file = "film_policy.csv"
    amount = policy["amount_krw"].notna() | policy["amount_usd"].notna()
    rate = policy["kind"].astype("object") == "rate"
    bad = ~amount & policy["rate_pct"].isna()
    yield from faults_where(file, "amount_krw", policy["amount_krw"], bad, "an amount or a rate")
    bad = rate & (amount | policy["rate_pct"].isna())
    yield from faults_where(
        file, "kind", policy["kind"], bad, "a rate with a percentage and no amount"
    )
    bad = amount != policy["precision"].notna()
    yield from faults_where(
        file, "precision", policy["precision"], bad, "a precision where there is an amount"
    )


@rule("film_policy", "reference_yearly")
def policy_dollars_fit_won(policy: pd.DataFrame, reference: pd.DataFrame) -> Finding:
    """Policy amounts in won and dollars agree within 10 per cent at the year's rate."""
    rate = policy["year"].map(reference.set_index("year")["krw_per_usd"])
    bad = (policy["amount_krw"] / policy["amount_usd"] / rate - 1).abs() > 0.1
    yield from faults_where(
        "film_policy.csv", "amount_usd", policy["amount_usd"], bad, "won at the year's rate"
    )


@rule("secondary_market")
def values_fit_their_measure(rows: pd.DataFrame) -> Finding:
    """Shares are in per cent and no more than 100, and one measure has one unit."""
    file = "secondary_market.csv"
    measure, unit = rows["measure"].astype("object"), rows["unit"].astype("object")
    percent = measure.str.endswith("_pct")
    bad = percent != (unit == "per cent")
    yield from faults_where(
        file, "unit", unit, bad, "per cent for a measure that ends in _pct, and only there"
    )
    bad = percent & (rows["value"] > 100)
    yield from faults_where(file, "value", rows["value"], bad, "no more than 100 per cent")
    bad = unit.groupby(measure).transform("first") != unit
    yield from faults_where(file, "unit", unit, bad, "the unit of the measure's other rows")


@rule("secondary_market")
def payers_are_some_of_the_users(rows: pd.DataFrame) -> Finding:
    """Fewer people pay for streaming than use it."""
    wide = rows[rows["item"] == "all"].assign(measure=rows["measure"].astype("object"))
    users = wide[wide["measure"] == "ott_users_pct"].set_index("year")["value"]
    paid = wide[wide["measure"] == "ott_paid_users_pct"]
    bad = paid["value"] > paid["year"].map(users)
    yield from faults_where(
        "secondary_market.csv", "value", paid["value"], bad, "no more than all users"
    )


@rule("secondary_market", "market_yearly", "exports")
def film_industry_revenue_adds_up(
    rows: pd.DataFrame, market: pd.DataFrame, exports: pd.DataFrame
) -> Finding:
    """Industry revenue is cinema gross, secondary revenue and exports, within 0.2 per cent."""
    measure = rows["measure"].astype("object")
    industry = rows[measure == "film_industry_revenue"]
    secondary = rows[measure == "secondary_revenue"].set_index("year")["value"]
    years = market[market["period_type"] == "year"].groupby("year")["gross_krw_total"].max()
    inland = industry["year"].map(years) + industry["year"].map(secondary)
    whole = inland + industry["year"].map(exports.set_index("year")["total_krw"])
    value = industry["value"]
    bad = ((whole / value - 1).abs() > 0.002) | (inland > value)
    yield from faults_where(
        "secondary_market.csv", "value", value, bad, "cinema gross, secondary revenue and exports"
    )


@rule("ai_films")
def dates_of_ai_films_fit_their_status(films: pd.DataFrame) -> Finding:
    """Only released films have a release date, an audience or a platform."""
    file = "ai_films.csv"
    released = films["status"].astype("object") == "released"
    for column in ("release_date", "admissions", "platform"):
        values = films[column].astype("object").where(films[column].notna())
        yield from faults_where(
            file, column, values, values.notna() & ~released, "none before a release"
        )
    shown = films["status"].astype("object") == "shown"
    values = films["first_shown"]
    yield from faults_where(
        file,
        "first_shown",
        values,
        values.notna() & ~shown,
        "a first showing only of works shown and not released",
    )
    bad = films["admissions"].notna() != films["admissions_basis"].notna()
    yield from faults_where(
        file,
        "admissions_basis",
        films["admissions_basis"],
        bad,
        "a basis where there are admissions",
    )


@rule("ai_films")
def statements_on_savings_have_a_speaker(films: pd.DataFrame) -> Finding:
    """A statement on time or money saved stands with who said it."""
    for claim, speaker in (("speedup_claim", "speedup_by"), ("cost_claim", "cost_by")):
        bad = films[claim].notna() != films[speaker].notna()
        yield from faults_where(
            "ai_films.csv", speaker, films[speaker], bad, "a speaker where there is a statement"
        )


@rule("ai_films", "reference_yearly")
def ai_budgets_fit_in_both_currencies(films: pd.DataFrame, reference: pd.DataFrame) -> Finding:
    """An AI film's budget in won and dollars agree within 20 per cent at the year's rate."""
    rates = reference.set_index("year")["krw_per_usd"]
    day = films["release_date"].where(films["release_date"].notna(), films["first_shown"])
    year = pd.to_numeric(day.str[:4]).clip(upper=rates.index.max())
    bad = (films["budget_krw"] / films["budget_usd"] / year.map(rates) - 1).abs() > 0.2
    yield from faults_where(
        "ai_films.csv", "budget_usd", films["budget_usd"], bad, "won at the year's rate"
    )


@rule("ai_films", "film_costs")
def a_film_is_conventional_or_not(films: pd.DataFrame, costs: pd.DataFrame) -> Finding:
    """No film made with AI stands among the conventional films it is compared with."""
    ids = costs["film_id"]
    yield from faults_where(
        "film_costs.csv", "film_id", ids, ids.isin(films["film_id"]), "no film of ai_films"
    )


@rule("film_costs")
def budgets_say_what_they_are(costs: pd.DataFrame) -> Finding:
    """A budget has a basis, and a total beside it only where it is net and smaller."""
    file = "film_costs.csv"
    budget = costs["budget_krw"].notna() | costs["budget_usd"].notna()
    basis = costs["budget_basis"].astype("object")
    yield from faults_where(
        file, "budget_basis", basis, budget != basis.notna(), "a basis where there is a budget"
    )
    total = costs["total_cost_krw"]
    bad = total.notna() & ((basis != "net") | (costs["budget_krw"] >= total).fillna(False))
    yield from faults_where(
        file, "total_cost_krw", total, bad, "a total only beside a smaller net budget"
    )
    bad = ~budget & costs["shooting_sessions"].isna()
    yield from faults_where(
        file, "budget_krw", costs["budget_krw"], bad, "a budget or shooting sessions"
    )


@rule("film_costs", "reference_yearly")
def budgets_fit_in_both_currencies(costs: pd.DataFrame, reference: pd.DataFrame) -> Finding:
    """A budget in won and dollars agree within 20 per cent at the year's rate."""
    rates = reference.set_index("year")["krw_per_usd"]
    year = costs["year"].clip(upper=rates.index.max())
    bad = (costs["budget_krw"] / costs["budget_usd"] / year.map(rates) - 1).abs() > 0.2
    yield from faults_where(
        "film_costs.csv", "budget_usd", costs["budget_usd"], bad, "won at the year's rate"
    )


@rule("film_costs", "films")
def budgets_agree_with_films(costs: pd.DataFrame, films: pd.DataFrame) -> Finding:
    """A budget on the same basis is the same in films, within 10 per cent."""
    other = films.set_index("film_id")[["budget_krw", "budget_basis"]].reindex(costs["film_id"])
    other.index = costs.index
    same = costs["budget_basis"].astype("object") == other["budget_basis"].astype("object")
    bound = costs["budget_precision"].astype("object") == "lower_bound"
    budget = costs["budget_krw"]
    bad = same & ~bound & ((budget / other["budget_krw"] - 1).abs() > 0.1)
    yield from faults_where("film_costs.csv", "budget_krw", budget, bad, "the budget in films")


@rule("ai_films", "films")
def ai_budgets_agree_with_films(rows: pd.DataFrame, films: pd.DataFrame) -> Finding:
    """A budget of an AI film is the same in films, within 1 per cent."""
    for column in ("budget_krw", "budget_usd"):
        other = rows["film_id"].map(films.set_index("film_id")[column])
        bad = (rows[column] / other - 1).abs() > 0.01
        yield from faults_where("ai_films.csv", column, rows[column], bad, "the budget in films")


@rule("film_costs")
def a_cost_is_of_the_year_of_its_film(costs: pd.DataFrame) -> Finding:
    """The year of a film is the year in its id, so that the rate is of the right year."""
    bad = costs["film_id"].str[-4:] != costs["year"].astype("string")
    yield from faults_where(
        "film_costs.csv", "year", costs["year"], bad, "the year that the id ends in"
    )


@rule("ai_films", "films")
def ai_admissions_agree_with_films(rows: pd.DataFrame, films: pd.DataFrame) -> Finding:
    """An AI film has the admissions that it has in films, within 1 per cent."""
    other = rows["film_id"].map(films.set_index("film_id")["admissions"])
    bad = (rows["admissions"] / other - 1).abs() > 0.01
    yield from faults_where(
        "ai_films.csv", "admissions", rows["admissions"], bad, "the admissions in films"
    )


@rule("ai_statements", "ai_films")
def statements_on_ai_have_a_unit_and_a_film(said: pd.DataFrame, films: pd.DataFrame) -> Finding:
    """A figure has a unit and its ends in order, a share is a share, a film is one made with AI."""
    file = "ai_statements.csv"
    for low, high, unit in (("low", "high", "unit"), ("usual_low", "usual_high", "usual_unit")):
        figure = said[low].notna() | said[high].notna()
        yield from faults_where(
            file, unit, said[unit], figure != said[unit].notna(), "a unit where there is a figure"
        )
        yield from faults_where(file, high, said[high], said[high] < said[low], "no less than low")
    share = said["unit"].astype("object").str.startswith("share", na=False)
    yield from faults_where(
        file, "high", said["high"], share & (said["high"] > 1), "a fraction of no more than 1"
    )
    bad = said["film_id"].notna() & ~said["film_id"].isin(films["film_id"])
    yield from faults_where(file, "film_id", said["film_id"], bad, "a film of ai_films")


@rule("ai_copyright")
def acts_on_copyright_fit_their_kind(acts: pd.DataFrame) -> Finding:
    """Councils and consultations leave the question open; what binds or registers does not."""
    kind, position = acts["kind"].astype("object"), acts["position"].astype("object")
    asks = kind.isin(["council", "consultation"]) & (position != "open")
    settles = kind.isin(["registration", "clarification", "law", "judgment"]) & (position == "open")
    yield from faults_where(
        "ai_copyright.csv", "position", position, asks | settles, "a position that fits the kind"
    )
