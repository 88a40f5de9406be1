"""Each rule passes on the data and catches a broken copy, naming the cell."""

import pytest

from analysis import datasets, rules
from tests.rule_cases import market

CASES = [*market.CASES]
# these name another line than the broken one: the last of those that add up
ELSEWHERE = {"months_make_the_year"}


def test_the_data_keep_every_rule():
    assert datasets.check() == []


def test_every_rule_has_a_broken_copy():
    assert {case[0] for case in CASES} == {function.__name__ for _, function in rules.RULES}


@pytest.mark.parametrize(("rule", "file", "where", "column", "new", "named"), CASES)
def test_a_broken_copy_is_caught(data, change, monkeypatch, rule, file, where, column, new, named):
    one = [entry for entry in rules.RULES if entry[1].__name__ == rule]
    monkeypatch.setattr(rules, "RULES", one)
    assert datasets.check(data) == []
    line = change(file, where, column, new)
    faults = datasets.check(data)
    assert (file, named) in {(fault.file, fault.column) for fault in faults}
    if rule not in ELSEWHERE:
        assert line in {fault.line for fault in faults}
