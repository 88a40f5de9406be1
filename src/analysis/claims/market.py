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


def _name(row: tuple) -> str:
    return fill(
        "{measure} against {base} ({change:.1%})",
        measure=row.measure,
        base=row.baseline.replace("-", "–"),
        change=row.change,
    )
