"""Verdicts on claims about the theatrical market."""

import pandas as pd

from analysis.claims import Finding, claim
from analysis.prose import fill, listing


@claim(
    "ai-01",
    rule=(
        "of the newest year's readings (admissions, gross, real gross; against 2019 and against "
        "the mean of 2017 to 2019), supported if all lie within the tolerance of the stated "
        "change, contradicted if none does, partly supported otherwise; not settled below three "
        "readings."
    ),
    section="01_market#about-45-per-cent-below",
)
def box_office_is_45_per_cent_below(grid: pd.DataFrame) -> Finding:
    """Decide whether sales are about 45 per cent below the level before the pandemic.

    Parameters
    ----------
    grid : DataFrame
        From :func:`analysis.market.below_baseline`.

    Returns
    -------
    Finding
        Over the readings of the newest year.
    """
    newest = grid[grid["year"] == grid["year"].max()].dropna(subset=["change"])
    if len(newest) < 3:
        evidence = fill("Only {n} readings of the newest year are known.", n=len(newest))
        return Finding("not settled", evidence, len(newest), "weak", "readings")
    holds = newest[newest["holds"]]
    outcome = (
        "contradicted"
        if holds.empty
        else "supported"
        if len(holds) == len(newest)
        else "partly supported"
    )
    fits = listing(_name(row) for row in holds.itertuples()) if len(holds) else "none of them"
    misses = newest[~newest["holds"]]
    rest = (
        " It does not hold for " + listing(_name(row) for row in misses.itertuples()) + "."
        if len(misses)
        else ""
    )
    evidence = fill(
        "For {year} it holds for {fits} ({k} of {n} readings).",
        year=int(newest["year"].iloc[0]),
        fits=fits,
        k=len(holds),
        n=len(newest),
    )
    return Finding(outcome, evidence + rest, len(newest), "moderate", "readings of one year")


@claim(
    "reach-02",
    rule=(
        "two tests over the last ten years of the table: Korean films hold more than half of "
        "admissions in most years; and those that lack it do not lie in the last five years more "
        "often than in the five before. Supported if both hold, partly supported if one does, "
        "contradicted if none; not settled below ten years."
    ),
    section="01_market#do-korean-films-hold-their-half",
)
def home_market_is_loyal(
    years: pd.DataFrame, *, half: float = 0.5, most: float = 0.5, span: int = 10
) -> Finding:
    """Decide whether the home market is a base that is loyal to local films.

    How large the market is beside others, the notebook shows; the claim names no
    size, so that none is tested.

    Parameters
    ----------
    years : DataFrame
        From :func:`analysis.market.annual`.
    half : float
        Share of admissions that counts as holding the market.
    most : float
        Share of years above which the market counts as loyal.
    span : int
        How many of the newest years are looked at.

    Returns
    -------
    Finding
        Over the newest years.
    """
    known = years.dropna(subset=["korean_share"]).sort_values("year").tail(span)
    if len(known) < span:
        evidence = fill("Only {n} years have a share.", n=len(known))
        return Finding("not settled", evidence, len(known), "weak", "years")
    above = known["korean_share"] > half
    early, late = above.iloc[: span // 2], above.iloc[span // 2 :]
    tests = (above.mean() > most, (~late).sum() <= (~early).sum())
    outcome = ("contradicted", "partly supported", "supported")[sum(tests)]
    evidence = fill(
        "Korean films had more than {half:.0%} of admissions in {k} of the {n} years from {first} "
        "to {last}: in {a} of the first {m} and {b} of the last {r}. In {last} the share was "
        "{share:.1%}.",
        half=half,
        k=above.sum(),
        n=len(known),
        first=known["year"].iloc[0],
        last=known["year"].iloc[-1],
        a=early.sum(),
        m=len(early),
        b=late.sum(),
        r=len(late),
        share=known["korean_share"].iloc[-1],
    )
    return Finding(outcome, evidence, len(known), "moderate", "years")


def _name(row: tuple) -> str:
    return fill(
        "{measure} against {base} ({change:.1%})",
        measure=row.measure,
        base=row.baseline.replace("-", "–"),
        change=row.change,
    )
