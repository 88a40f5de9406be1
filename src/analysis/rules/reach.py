"""Rules on films abroad, festivals, canon lists, scores and streaming."""

import pandas as pd

from analysis.rules import Finding, faults_where, not_in_the_future, rule
from analysis.schema import Fault


def _earlier(dates: pd.Series, others: pd.Series) -> pd.Series:
    """Tell where an ISO text, whole or partial, surely lies before another."""
    return pd.Series(
        [
            pd.notna(a) and pd.notna(b) and a[: min(len(a), len(b))] < b[: min(len(a), len(b))]
            for a, b in zip(dates, others, strict=True)
        ],
        index=dates.index,
        dtype=bool,
    )


FIGURES = ["gross_usd", "gross_local", "admissions"]
PRIZES = ["oscars", "bafta", "golden-globes"]
CURRENCIES = {
    "CN": "CNY",
    "FR": "EUR",
    "GB": "GBP",
    "HK": "HKD",
    "ID": "IDR",
    "JP": "JPY",
    "MY": "MYR",
    "SG": "SGD",
    "TH": "THB",
    "TR": "TRY",
    "TW": "TWD",
    "VN": "VND",
}


@rule("films_abroad")
def a_whole_is_no_less_than_a_territory(abroad: pd.DataFrame) -> Finding:
    """A film's gross worldwide, or abroad, is at least that of each territory in it."""
    weak = ["unsettled", "opening", "partial"]
    for whole, outside in (("WW", ["WW"]), ("INTL", ["WW", "INTL"])):
        parts = abroad[~abroad["territory"].isin(outside)]
        most = parts.groupby("film_id")["gross_usd"].max()
        wholes = abroad[(abroad["territory"] == whole) & ~abroad["figure_basis"].isin(weak)]
        gross = wholes["gross_usd"]
        bad = gross < wholes["film_id"].map(most)
        yield from faults_where(
            "films_abroad.csv", "gross_usd", gross, bad, "at least the largest territory's gross"
        )


@rule("films_abroad", "exchange_rates")
def dollars_abroad_fit_the_local_gross(abroad: pd.DataFrame, rates: pd.DataFrame) -> Finding:
    """Dollars are the local gross at the year's exchange rate, within 15 per cent."""
    year = pd.to_numeric(abroad["release_date"].fillna(abroad["as_of"]).str[:4])
    known = rates.set_index(["currency", "year"])["per_usd"].astype(float).to_dict()
    pairs = zip(abroad["currency"].astype("object"), year, strict=True)
    rate = pd.Series([known.get(pair) for pair in pairs], index=abroad.index, dtype=float)
    apart = abroad["of_another_day"].fillna("").str.contains("gross_").astype(bool)
    dollars = abroad["gross_usd"]
    bad = ((dollars * rate / abroad["gross_local"] - 1).abs() > 0.15) & ~apart
    yield from faults_where(
        "films_abroad.csv", "gross_usd", dollars, bad, "the local gross at the year's rate"
    )


@rule("films_abroad")
def a_local_gross_is_in_local_currency(abroad: pd.DataFrame) -> Finding:
    """A local gross has a currency, that of its territory."""
    currency = abroad["currency"].astype("object")
    home = abroad["territory"].astype("object").map(CURRENCIES)
    bad = (currency.notna() != abroad["gross_local"].notna()) | (
        currency.notna() & home.notna() & (currency != home)
    )
    yield from faults_where(
        "films_abroad.csv", "currency", currency, bad, "the territory's currency, with a gross"
    )


@rule("films_abroad")
def a_basis_stands_with_a_figure(abroad: pd.DataFrame) -> Finding:
    """A row without figures says so and has no precision; one with figures has both."""
    any_figure = abroad[FIGURES].notna().any(axis=1)
    basis = abroad["figure_basis"].astype("object")
    bad = (basis != "none") != any_figure
    yield from faults_where("films_abroad.csv", "figure_basis", basis, bad, "none without figures")
    precision = abroad["precision"].astype("object")
    bad = precision.notna() != any_figure
    yield from faults_where("films_abroad.csv", "precision", precision, bad, "one, with figures")


@rule("films_abroad")
def only_figures_are_of_another_day(abroad: pd.DataFrame) -> Finding:
    """A figure said to be of another day is there, and so is another of the row's day."""
    other = abroad["of_another_day"]
    given = abroad[FIGURES].notna()
    bad = pd.Series(False, index=abroad.index)
    for line in other.dropna().index:
        named = set(other[line].split(";"))
        filled = {name for name in FIGURES if given.loc[line, name]}
        bad[line] = not named < filled
    yield from faults_where(
        "films_abroad.csv", "of_another_day", other, bad, "some of the row's figures, not all"
    )


@rule("films_abroad")
def counts_abroad_follow_the_release(abroad: pd.DataFrame) -> Finding:
    """No figure is older than the release, and none is from the future."""
    bad = _earlier(abroad["as_of"], abroad["release_date"])
    yield from faults_where(
        "films_abroad.csv", "as_of", abroad["as_of"], bad, "a date after the release"
    )
    yield from not_in_the_future("films_abroad.csv", "as_of", abroad["as_of"])


@rule("festival_selections", "films")
def editions_follow_the_film(selections: pd.DataFrame, films: pd.DataFrame) -> Finding:
    """A new film is shown within two years of its year, and takes prizes within three after it."""
    edition = selections["edition_year"]
    gap = edition - selections["film_id"].map(films.set_index("film_id")["year"])
    prize = selections["festival"].isin(PRIZES)
    bad = (gap.abs() > 2).where(~prize, (gap < 0) | (gap > 3)) & (selections["timing"] == "current")
    yield from faults_where(
        "festival_selections.csv", "edition_year", edition, bad, "a year that fits the film's"
    )


@rule("festival_selections")
def a_result_names_its_prize(selections: pd.DataFrame) -> Finding:
    """A prize or nomination has a name; a mere selection has none."""
    award = selections["award"]
    bad = award.notna() == (selections["result"] == "selected")
    yield from faults_where(
        "festival_selections.csv", "award", award, bad, "a prize, unless merely selected"
    )


@rule("festival_selections")
def prizes_without_a_festival_have_no_section(selections: pd.DataFrame) -> Finding:
    """Oscars, BAFTA and Golden Globes have categories, no sections."""
    section = selections["section"].astype("object")
    bad = section.notna() & selections["festival"].isin(PRIZES)
    yield from faults_where(
        "festival_selections.csv", "section", section, bad, "nothing; the category is the award"
    )


@rule("festival_selections")
def one_stage_a_category(selections: pd.DataFrame) -> Finding:
    """A film, festival, edition and award stand once for the same recipients."""
    key = ["film_id", "festival", "edition_year", "section", "award", "recipients"]
    text = selections[key].astype("object").fillna("")
    identity = selections["selection_id"]
    yield from faults_where(
        "festival_selections.csv", "selection_id", identity, text.duplicated(), "one row for each"
    )


@rule("canon")
def places_are_held_once_or_tied(canon: pd.DataFrame) -> Finding:
    """No two films share a place on a list unless both are tied."""
    ranked = canon[canon["rank"].notna()]
    shared = ranked.duplicated(["list_id", "rank"], keep=False)
    bad = shared & (ranked["tied"] != "yes")
    yield from faults_where(
        "canon.csv", "rank", ranked["rank"], bad, "a place that no other film has, or a tie"
    )


@rule("canon")
def a_place_stands_where_ranked(canon: pd.DataFrame) -> Finding:
    """A place, and whether it is shared, stand where the film is ranked and nowhere else."""
    ranked = canon["rank_status"] == "ranked"
    for column in ("rank", "tied"):
        values = canon[column].astype("object")
        bad = values.notna() != ranked
        yield from faults_where("canon.csv", column, values, bad, "a value where ranked, only")


@rule("canon")
def a_list_has_one_name(canon: pd.DataFrame) -> Finding:
    """The rows of a list agree on its name, publisher and year."""
    for column in ("list_name", "publisher", "year"):
        values = canon[column].astype("object").fillna("")
        bad = values != values.groupby(canon["list_id"].astype("object")).transform("first")
        yield from faults_where("canon.csv", column, values, bad, "what the list's other rows have")


@rule("canon", "films")
def lists_hold_films_that_existed(canon: pd.DataFrame, films: pd.DataFrame) -> Finding:
    """No list names a film of a later year than its own."""
    year = canon["year"]
    bad = year < canon["film_id"].map(films.set_index("film_id")["year"])
    yield from faults_where("canon.csv", "year", year, bad, "no year before the film's")


@rule("critics_scores")
def scores_are_on_the_scale(scores: pd.DataFrame) -> Finding:
    """No score is above its scale, and a site's scale is one."""
    score = scores["score"]
    scale = pd.to_numeric(scores["scale_max"].astype("object"))
    yield from faults_where(
        "critics_scores.csv", "score", score, score > scale, "no more than the scale"
    )
    first = scale.groupby(scores["source_name"].astype("object")).transform("first")
    yield from faults_where(
        "critics_scores.csv", "scale_max", scale, scale != first, "the site's scale"
    )


@rule("critics_scores")
def scores_are_not_from_the_future(scores: pd.DataFrame) -> Finding:
    """No score was read after today."""
    yield from not_in_the_future("critics_scores.csv", "as_of", scores["as_of"])


@rule("streaming")
def streaming_periods_end_after_they_start(streaming: pd.DataFrame) -> Finding:
    """A period ends no earlier than it starts, has a start where it is one, and is over."""
    start, end = streaming["period_start"], streaming["period_end"]
    bad = _earlier(end, start)
    yield from faults_where("streaming.csv", "period_end", end, bad, "no date before the start")
    bad = start.isna() & (streaming["span"] == "period")
    yield from faults_where("streaming.csv", "period_start", start, bad, "the period's start")
    yield from not_in_the_future("streaming.csv", "period_end", end)


@rule("streaming")
def views_since_release_hold_each_week(streaming: pd.DataFrame) -> Finding:
    """What was viewed since release is no less than any period within."""
    sums = streaming[streaming["span"] == "since release"]
    for line, row in sums.iterrows():
        same = streaming[
            (streaming["film_id"] == row["film_id"])
            & (streaming["measure"] == row["measure"])
            & (streaming["span"] == "period")
            & (streaming["period_end"] <= row["period_end"])
        ]
        if (same["value"] > row["value"]).any():
            yield Fault(
                "streaming.csv", line, "value", str(row["value"]), "no less than any week's"
            )


@rule("streaming")
def views_are_hours_over_running_time(streaming: pd.DataFrame) -> Finding:
    """Hours per view in the same span are a film's running time: one to three hours."""
    key = ["film_id", "platform", "span", "period_start", "period_end"]
    text = streaming[key].astype("object").fillna("").agg("|".join, axis=1)
    hours = streaming[streaming["measure"] == "hours"]
    views = streaming[streaming["measure"] == "views"]
    by_span = pd.Series(views["value"].to_numpy(), index=text[views.index])
    ratio = hours["value"] / text[hours.index].map(by_span)
    bad = (ratio < 1) | (ratio > 3)
    yield from faults_where(
        "streaming.csv", "value", hours["value"], bad, "one to three hours for each view"
    )


@rule("streaming")
def a_chart_stands_with_a_rank(streaming: pd.DataFrame) -> Finding:
    """Ranks and weeks in first place name their chart; other measures have none."""
    chart = streaming["chart"].astype("object")
    bad = chart.notna() != streaming["measure"].isin(["rank", "no1_weeks"])
    yield from faults_where("streaming.csv", "chart", chart, bad, "a chart for a rank, only")


@rule("streaming")
def a_film_starts_once_on_a_service(streaming: pd.DataFrame) -> Finding:
    """The rows of a film agree on its start, and no period ends before it."""
    start = streaming["release_date"]
    keys = [streaming["film_id"], streaming["platform"].astype("object")]
    values = start.fillna("")
    bad = values != values.groupby(keys).transform("first")
    yield from faults_where(
        "streaming.csv", "release_date", start, bad, "what the film's other rows have"
    )
    bad = _earlier(streaming["period_end"], start)
    yield from faults_where(
        "streaming.csv", "period_end", streaming["period_end"], bad, "no date before the start"
    )


ABROAD, FESTIVALS, CANON = "films_abroad.csv", "festival_selections.csv", "canon.csv"
SCORES, STREAMING = "critics_scores.csv", "streaming.csv"
