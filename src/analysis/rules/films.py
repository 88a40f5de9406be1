"""Rules on films, their admissions, screens and titles."""

import pandas as pd

from analysis.rules import Finding, faults_where, not_in_the_future, rule


def _num(values: pd.Series) -> pd.Series:
    return values.astype("Float64")


@rule("films")
def one_row_per_film(films: pd.DataFrame) -> Finding:
    """No two films have the same Korean title and the same year."""
    title = films["title_ko"].str.replace(r"[\s.:,-]", "", regex=True)
    twin = title.notna() & films.assign(t=title).duplicated(["t", "year"], keep="first")
    yield from faults_where(
        "films.csv", "title_ko", films["title_ko"], twin, "a title no other film of the year has"
    )


@rule("films")
def every_film_has_a_title(films: pd.DataFrame) -> Finding:
    """A film has an English or a Korean title."""
    bad = films["title_en"].isna() & films["title_ko"].isna()
    yield from faults_where(
        "films.csv", "title_en", films["title_en"], bad, "a title in English or Korean"
    )


@rule("films")
def the_release_lies_in_the_year(films: pd.DataFrame) -> Finding:
    """The year is that of the release date, and a date stands where its basis is known."""
    date = films["release_date"]
    bad = date.notna() & (date.str[:4] != films["year"].astype("string"))
    yield from faults_where("films.csv", "year", films["year"], bad, "the release date's year")
    bad = date.notna() == (films["date_basis"].astype("object") == "unknown")
    yield from faults_where(
        "films.csv",
        "date_basis",
        films["date_basis"],
        bad,
        "unknown where no date stands, and only there",
    )


@rule("films")
def figures_have_a_basis(films: pd.DataFrame) -> Finding:
    """Admissions, gross and budget have a basis where they stand, and only there."""
    budget = films["budget_krw"].notna() | films["budget_usd"].notna()
    for column, stands in (
        ("admissions_basis", films["admissions"].notna()),
        ("gross_basis", films["gross_krw"].notna()),
        ("budget_basis", budget),
    ):
        bad = films[column].notna() != stands
        yield from faults_where(
            "films.csv",
            column,
            films[column].astype("object"),
            bad,
            "a basis where a figure stands, and only there",
        )
    for column, stands in (
        ("admissions_as_of", films["admissions"].notna()),
        ("gross_as_of", films["gross_krw"].notna()),
    ):
        bad = films[column].notna() & ~stands
        yield from faults_where(
            "films.csv", column, films[column], bad, "a date only with a figure"
        )


@rule("films")
def running_counts_have_a_date(films: pd.DataFrame) -> Finding:
    """A running count names its day, and no count is of a day before the release or to come."""
    for name in ("admissions", "gross"):
        date = films[f"{name}_as_of"]
        bad = (films[f"{name}_basis"].astype("object") == "running") & date.isna()
        yield from faults_where(
            "films.csv", f"{name}_as_of", date, bad, "the day of a running count"
        )
        short = [
            a < b[: len(a)] if isinstance(a, str) and isinstance(b, str) else False
            for a, b in zip(date, films["release_date"], strict=True)
        ]
        bad = pd.Series(short, index=films.index)
        yield from faults_where("films.csv", f"{name}_as_of", date, bad, "a day after the release")
        yield from not_in_the_future("films.csv", f"{name}_as_of", date)


@rule("films")
def a_ticket_costs_what_tickets_cost(films: pd.DataFrame) -> Finding:
    """Gross over admissions is a ticket price of its time, where both are of one day."""
    basis = films["admissions_basis"].astype("object") == films["gross_basis"].astype("object")
    day = films["admissions_as_of"].fillna("") == films["gross_as_of"].fillna("")
    price = _num(films["gross_krw"]) / _num(films["admissions"])
    low = films["year"].map(lambda year: 4_500 if year < 2013 else 5_500 if year < 2021 else 8_500)
    high = films["year"].map(
        lambda year: 9_500 if year < 2013 else 13_500 if year < 2021 else 12_500
    )
    # concert films are dearer
    bad = (price < low) | (price > high)
    wide = (price < 2_500) | (price > 16_000)
    bad = (basis & day & bad) | wide
    yield from faults_where(
        "films.csv", "gross_krw", films["gross_krw"], bad, "the price of a ticket per admission"
    )


@rule("films", "film_admissions")
def second_totals_agree_with_the_first(
    films: pd.DataFrame, film_admissions: pd.DataFrame
) -> Finding:
    """A second national total is within five per cent of the first, or a note says why not."""
    own = _num(film_admissions["film_id"].map(films.set_index("film_id")["admissions"]))
    total = (
        (film_admissions["scope"].astype("object") == "national")
        & (film_admissions["measure"].astype("object") == "total")
        & (film_admissions["status"].astype("object") == "final")
    )
    count = _num(film_admissions["admissions"])
    far = (count / own - 1).abs() > 0.05
    bad = total & far & film_admissions["note"].isna()
    yield from faults_where(
        "film_admissions.csv",
        "admissions",
        film_admissions["admissions"],
        bad,
        "the film's total within five per cent, or a note",
    )
    bad = total & own.isna()
    yield from faults_where(
        "film_admissions.csv",
        "admissions",
        film_admissions["admissions"],
        bad,
        "a first total in films, of which this is the second",
    )


@rule("films", "film_admissions")
def parts_are_not_above_the_total(films: pd.DataFrame, film_admissions: pd.DataFrame) -> Finding:
    """Seoul, the first days, a month or an early count hold no more than the nation's total."""
    own = _num(film_admissions["film_id"].map(films.set_index("film_id")["admissions"]))
    total = (
        (film_admissions["scope"].astype("object") == "national")
        & film_admissions["measure"].astype("object").isin(["total", "total_all_versions"])
        & (film_admissions["status"].astype("object") == "final")
    )
    bad = ~total & (_num(film_admissions["admissions"]) > own * 1.005)
    yield from faults_where(
        "film_admissions.csv",
        "admissions",
        film_admissions["admissions"],
        bad,
        "no more than the film's total",
    )


@rule("film_admissions")
def the_first_days_grow(film_admissions: pd.DataFrame) -> Finding:
    """A film's first day holds no more than its first weekend or week."""
    table = film_admissions[film_admissions["scope"].astype("object") == "national"]
    size = {"opening_day": 1, "opening_weekend": 2, "opening_week": 3}
    step = table["measure"].astype("object").map(size)
    first = table[step.notna()].assign(step=step)
    for _, rows in first.groupby("film_id"):
        rows = rows.sort_values("step")
        bad = _num(rows["admissions"]) < _num(rows["admissions"]).cummax()
        yield from faults_where(
            "film_admissions.csv",
            "admissions",
            rows["admissions"],
            bad,
            "no less than the shorter period",
        )


@rule("film_admissions")
def dated_counts_lie_in_the_past(film_admissions: pd.DataFrame) -> Finding:
    """No count is of a day to come, and a month or quarter names itself."""
    yield from not_in_the_future("film_admissions.csv", "as_of", film_admissions["as_of"])
    part = film_admissions["measure"].astype("object").isin(["month", "quarter", "directors_cut"])
    bad = part & film_admissions["as_of"].isna()
    yield from faults_where(
        "film_admissions.csv", "as_of", film_admissions["as_of"], bad, "the period of the count"
    )


@rule("films", "film_aliases")
def an_alias_is_another_name(films: pd.DataFrame, film_aliases: pd.DataFrame) -> Finding:
    """An alias is neither a title the film has in films nor the id of a film."""
    table = films.set_index("film_id")
    for column in ("title_en", "title_ko"):
        own = film_aliases["film_id"].map(table[column])
        bad = (film_aliases["alias"] == own).fillna(False)
        yield from faults_where(
            "film_aliases.csv", "alias", film_aliases["alias"], bad, "another name than in films"
        )
    bad = (film_aliases["kind"].astype("object") == "id") & film_aliases["alias"].isin(
        films["film_id"]
    )
    yield from faults_where(
        "film_aliases.csv", "alias", film_aliases["alias"], bad, "an id that no film has"
    )


@rule("films", "film_screens")
def screens_opened_are_not_above_the_most(
    films: pd.DataFrame, film_screens: pd.DataFrame
) -> Finding:
    """A film opens on no more screens than KOBIS ever counts for it in the nation."""
    kobis = film_screens[
        (film_screens["measure"].astype("object") == "kobis_screens")
        & (film_screens["scope"].astype("object") == "national")
    ].set_index("film_id")["screens"]
    bad = _num(films["opening_screens"]) > _num(films["film_id"].map(kobis)) * 1.02
    yield from faults_where(
        "films.csv",
        "opening_screens",
        films["opening_screens"],
        bad,
        "no more than the KOBIS count",
    )
