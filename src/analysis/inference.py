"""Intervals and tests, all from scipy, with one seed and one level for the collection.

Percentile bootstrap: Efron and Tibshirani, An Introduction to the Bootstrap
(1993), chapter 13. Permutation tests: Good, Permutation, Parametric and
Bootstrap Tests of Hypotheses (2005). Wilson's interval: Wilson, JASA 22 (1927).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats

LEVEL = 0.95
RESAMPLES = 4_999
SEED = 20_260_101


@dataclass(frozen=True)
class Estimate:
    """A value with its interval.

    Attributes
    ----------
    value : float
        The estimate.
    low, high : float
        Ends of the 95 per cent interval; not a number where it cannot be given.
    n : int
        Observations behind it.
    p : float
        Two-sided p-value of a permutation test; not a number where none was made.
    """

    value: float
    low: float
    high: float
    n: int
    p: float = float("nan")


def share(count: int, n: int) -> Estimate:
    """Give a proportion with Wilson's interval.

    Parameters
    ----------
    count : int
        How many have the property.
    n : int
        Of how many.

    Returns
    -------
    Estimate
        Value and interval as fractions; all not a number if ``n`` is 0.
    """
    if n == 0:
        return Estimate(np.nan, np.nan, np.nan, 0)
    interval = stats.binomtest(int(count), int(n)).proportion_ci(LEVEL, method="wilson")
    return Estimate(count / n, interval.low, interval.high, int(n))


def bootstrap(values: ArrayLike, statistic: Callable = np.mean) -> Estimate:
    """Give a statistic of one sample with its percentile bootstrap interval.

    Parameters
    ----------
    values : array-like
        Observations; missing ones are left out.
    statistic : callable
        Takes an array and ``axis``, as ``numpy.mean`` or ``numpy.median`` do.

    Returns
    -------
    Estimate
        No interval below two observations; no value below one.
    """
    sample = _known(values)
    if len(sample) < 2:
        value = float(statistic(sample, axis=0)) if len(sample) else np.nan
        return Estimate(value, np.nan, np.nan, len(sample))
    result = stats.bootstrap(
        (sample,),
        statistic,
        n_resamples=RESAMPLES,
        batch=500,
        confidence_level=LEVEL,
        method="percentile",
        rng=np.random.default_rng(SEED),
    )
    interval = result.confidence_interval
    return Estimate(
        float(statistic(sample, axis=0)), float(interval.low), float(interval.high), len(sample)
    )


def difference(a: ArrayLike, b: ArrayLike, statistic: Callable = np.mean) -> Estimate:
    """Compare two independent samples: statistic of the first less that of the second.

    Parameters
    ----------
    a, b : array-like
        Observations; missing ones are left out.
    statistic : callable
        Takes an array and ``axis``.

    Returns
    -------
    Estimate
        Difference, bootstrap interval, n of both together, and p of a
        permutation test; no interval or p if either has fewer than two.
    """
    first, second = _known(a), _known(b)
    n = len(first) + len(second)

    def gap(x: np.ndarray, y: np.ndarray, axis: int = 0) -> np.ndarray:
        return statistic(x, axis=axis) - statistic(y, axis=axis)

    if min(len(first), len(second)) < 2:
        value = float(gap(first, second)) if min(len(first), len(second)) else np.nan
        return Estimate(value, np.nan, np.nan, n)
    settings = {"n_resamples": RESAMPLES, "batch": 500}
    interval = stats.bootstrap(
        (first, second),
        gap,
        confidence_level=LEVEL,
        method="percentile",
        rng=np.random.default_rng(SEED),
        **settings,
    ).confidence_interval
    test = stats.permutation_test(
        (first, second), gap, vectorized=True, rng=np.random.default_rng(SEED), **settings
    )
    value = float(gap(first, second))
    return Estimate(value, float(interval.low), float(interval.high), n, float(test.pvalue))


def difference_within(
    values: ArrayLike, marked: ArrayLike, strata: ArrayLike, statistic: Callable = np.mean
) -> Estimate:
    """Compare marked with other observations, permuting marks only within strata.

    Values should already be comparable across strata, such as ranks within each.

    Parameters
    ----------
    values : array-like
        One number an observation.
    marked : array-like of bool
        Which observations are compared with the rest.
    strata : array-like
        Group of each observation, such as country and year; marks are exchanged
        only within a group.
    statistic : callable
        Takes an array and ``axis``.

    Returns
    -------
    Estimate
        Difference marked less unmarked over the strata that hold both, bootstrap
        interval of it (both samples drawn anew), n, and two-sided p. All not a
        number if no stratum holds both.
    """
    frame = pd.DataFrame(
        {
            "value": np.asarray(values, dtype="float64"),
            "marked": np.asarray(marked, dtype=bool),
            "stratum": pd.Series(np.asarray(strata, dtype=object)).to_numpy(),
        }
    ).dropna(subset=["value"])
    kinds = frame.groupby("stratum")["marked"].transform("nunique")
    frame = frame[kinds == 2].sort_values("stratum", kind="stable")
    if frame.empty:
        return Estimate(np.nan, np.nan, np.nan, 0)
    value, mark = frame["value"].to_numpy(), frame["marked"].to_numpy()
    groups = list(frame.groupby("stratum", sort=False).indices.values())
    random = np.random.default_rng(SEED)

    def shuffled(size: tuple[int, ...]) -> np.ndarray:
        drawn = np.tile(mark, (size[0], 1)) if len(size) > 1 else mark.copy()[None, :]
        for places in groups:
            drawn[:, places] = random.permuted(drawn[:, places], axis=1)
        return drawn.reshape(size)

    def gap(marks: np.ndarray, axis: int = -1) -> np.ndarray:
        flags = np.atleast_2d(marks).astype(bool)
        gaps = [statistic(value[row], axis=0) - statistic(value[~row], axis=0) for row in flags]
        return np.array(gaps) if np.ndim(marks) > 1 else np.float64(gaps[0])

    test = stats.monte_carlo_test(
        mark.astype("float64"),
        lambda size: shuffled(size).astype("float64"),
        gap,
        vectorized=True,
        n_resamples=RESAMPLES,
        batch=500,
    )
    plain = difference(value[mark], value[~mark], statistic)
    return Estimate(plain.value, plain.low, plain.high, len(frame), float(test.pvalue))


def rank_correlation(x: ArrayLike, y: ArrayLike) -> Estimate:
    """Give Spearman's rank correlation, with the interval of Fisher's transformation.

    Parameters
    ----------
    x, y : array-like
        Pairs of observations; pairs with a missing one are left out.

    Returns
    -------
    Estimate
        Correlation, interval, pairs and p of a permutation test; all but n not a
        number below four pairs.
    """
    pairs = pd.DataFrame({"x": np.asarray(x), "y": np.asarray(y)}).astype("float64").dropna()
    if len(pairs) < 4:
        return Estimate(np.nan, np.nan, np.nan, len(pairs))
    method = stats.PermutationMethod(
        n_resamples=RESAMPLES, batch=500, rng=np.random.default_rng(SEED)
    )
    ranks = pairs.rank()
    found = stats.pearsonr(ranks["x"], ranks["y"], method=method)
    interval = stats.pearsonr(ranks["x"], ranks["y"]).confidence_interval(LEVEL)
    return Estimate(
        float(found.statistic),
        float(interval.low),
        float(interval.high),
        len(pairs),
        float(found.pvalue),
    )


def _known(values: ArrayLike) -> np.ndarray:
    sample = pd.Series(np.asarray(values)).astype("float64").to_numpy()
    return sample[~np.isnan(sample)]
