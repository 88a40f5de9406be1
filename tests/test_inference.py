"""Intervals and tests on samples whose answers are known."""

import itertools
import math

import numpy as np
import pytest

from analysis import inference


def test_a_share_has_wilsons_interval():
    found = inference.share(5, 10)
    z = 1.959964
    middle, reach = 0.5, z * math.sqrt(0.25 / 10 + z**2 / 400) / (1 + z**2 / 10)
    assert (found.value, found.n) == (0.5, 10)
    assert found.low == pytest.approx(middle - reach, abs=1e-5)
    assert found.high == pytest.approx(middle + reach, abs=1e-5)


def test_a_share_of_nothing_is_not_known():
    assert math.isnan(inference.share(0, 0).value)
    assert math.isnan(inference.share(0, 0).low)


def test_the_bootstrap_of_equal_values_has_no_width():
    found = inference.bootstrap([3.0] * 8)
    assert (found.value, found.low, found.high, found.n) == (3, 3, 3, 8)


def test_the_bootstrap_interval_is_near_the_normal_one():
    values = np.random.default_rng(1).normal(10, 2, 400)
    found = inference.bootstrap(values)
    reach = 1.96 * values.std() / 20
    assert found.low == pytest.approx(values.mean() - reach, abs=0.03)
    assert found.high == pytest.approx(values.mean() + reach, abs=0.03)


def test_missing_values_are_left_out_and_counted_so():
    assert inference.bootstrap([1.0, None, 3.0]).n == 2
    assert inference.difference([1, 2, np.nan], [4, 5, 6]).n == 5


def test_one_value_has_no_interval():
    assert inference.bootstrap([7.0]).value == 7
    assert math.isnan(inference.bootstrap([7.0]).low)
    assert math.isnan(inference.bootstrap([]).value)
    assert math.isnan(inference.difference([7.0], [1.0, 2.0]).p)


def test_the_permutation_test_counts_all_orders_of_a_small_sample():
    a, b = [8.0, 9.0, 10.0], [1.0, 2.0, 3.0]
    found = inference.difference(a, b)
    extreme = [
        order
        for order in itertools.combinations(a + b, 3)
        if abs(sum(order) / 3 - (33 - sum(order)) / 3) >= 7
    ]
    assert found.value == 7
    assert found.p == pytest.approx(len(extreme) / 20)


def test_strata_take_out_a_difference_between_groups():
    random = np.random.default_rng(5)
    strata = np.repeat(["A", "B"], 200)
    marked = np.concatenate([np.arange(200) < 180, np.arange(200) < 20])
    values = random.normal(size=400) + np.where(strata == "A", 5, 0)
    assert inference.difference(values[marked], values[~marked]).p < 0.01
    within = values - np.where(strata == "A", values[:200].mean(), values[200:].mean())
    assert inference.difference_within(within, marked, strata).p > 0.05


def test_marks_move_only_within_their_stratum():
    values = [2, 1, 20, 10, 5, 6]
    marked = [True, False, True, False, True, True]
    found = inference.difference_within(values, marked, list("aabbcc"))
    assert found.n == 4, "a stratum without both kinds says nothing"
    assert found.value == 5.5
    assert found.p == pytest.approx(0.5, abs=0.05), "two of the four orders are as extreme"


def test_no_stratum_with_both_kinds_gives_no_answer():
    assert math.isnan(inference.difference_within([1, 2], [True, False], ["a", "b"]).value)


def test_the_rank_correlation_of_one_order_is_one():
    found = inference.rank_correlation([1, 2, 3, 4, 5], [1, 4, 9, 16, 25])
    assert found.value == pytest.approx(1)
    assert found.n == 5
    assert found.p == pytest.approx(2 / 120, abs=0.01)
    assert math.isnan(inference.rank_correlation([1, 2], [2, 1]).value)


def test_the_same_sample_gives_the_same_answer():
    sample = [1.0, 4.0, 2.0, 8.0], [3.0, 1.0, 0.0]
    assert inference.difference(*sample) == inference.difference(*sample)
