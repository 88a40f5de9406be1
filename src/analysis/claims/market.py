"""Verdicts on claims about the theatrical market."""

from collections.abc import Callable

import pandas as pd

from analysis import market
from analysis.claims import Finding, claim
from analysis.prose import fill, listing


@claim(
    "ai-01",
    rule=(
        "‘sales’ is gross in current won, ‘pre-pandemic’ either 2019 or the mean of 2017 to 2019, "
        "‘about’ within three percentage points. Of the newest year's two readings: supported if "
        "both lie that near the stated change, partly supported if one does, contradicted if "
        "none; not settled if one is missing. Admissions and gross in constant won are reported "
        "and do not decide."
    ),
    section="01_market#about-45-per-cent-below",
)
def box_office_is_45_per_cent_below(
    grid: pd.DataFrame, *, stated: float = -0.45, about: float = 0.03
) -> Finding:
    """Decide whether sales are about 45 per cent below the level before the pandemic.

    Parameters
    ----------
    grid : DataFrame
        From :func:`analysis.market.below_baseline`.
    stated : float
        The change that is claimed, as a fraction.
    about : float
        How far a reading may lie from it.

    Returns
    -------
    Finding
        Over the two readings of gross of the newest year.
    """
    newest = grid[grid["year"] == grid["year"].max()].dropna(subset=["change"])
    sales = newest[newest["measure"] == "gross"]
    if len(sales) < 2:
        evidence = fill("Only {n} of two readings of gross is known.", n=len(sales))
        return Finding("not settled", evidence, len(sales), "weak", "readings")
    near = (sales["change"] - stated).abs() <= about
    outcome = ("contradicted", "partly supported", "supported")[near.sum()]
    others = newest[newest["measure"] != "gross"]
    rest = "; other measures: " + listing(_name(row) for row in others.itertuples())
    evidence = fill(
        "Changes in {year}: {readings}{rest}.",
        year=int(newest["year"].iloc[0]),
        readings=listing(_name(row) for row in sales.itertuples()),
        rest=rest if len(others) else "",
    )
    return Finding(outcome, evidence, len(sales), "moderate", "readings of one year")


@claim(
    "reach-02",
    rule=(
        "the size of the market is not tested, loyalty is, over the last ten years of the table: "
        "Korean films hold more than half of admissions in most years; and years without it are "
        "no more frequent in the last five than in the five before. Partly supported if at least "
        "one test holds, contradicted if none; not settled below ten years."
    ),
    section="01_market#do-korean-films-hold-their-half",
)
def home_market_is_loyal(
    years: pd.DataFrame, *, half: float = 0.5, most: float = 0.5, span: int = 10
) -> Finding:
    """Decide whether the home market is a base that is loyal to local films.

    The claim names no size, so that none is tested and the claim is at best partly
    supported.

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
    outcome = "partly supported" if any(tests) else "contradicted"
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


def inputs(load: Callable[[str], pd.DataFrame]) -> dict[str, tuple]:
    """Compute what the functions of this module take.

    Parameters
    ----------
    load : callable
        Gives a table by name.

    Returns
    -------
    dict of str to tuple
        Arguments by claim.
    """
    annual = market.annual(load("market_yearly"))
    years = market.in_constant_won(annual, load("reference_yearly"))
    return {"ai-01": (market.below_baseline(years),), "reach-02": (annual,)}


def _name(row: tuple) -> str:
    return fill(
        "{measure} against {base} ({change:.1%})",
        measure=row.measure,
        base=row.baseline.replace("-", "–"),
        change=row.change,
    )
