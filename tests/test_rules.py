"""Each rule passes on the data and catches a broken copy, naming the cell."""

import pandas as pd
import pytest

from analysis import datasets, rules
from analysis.schema import read_table
from tests.rule_cases import (
    claims,
    coproductions,
    economics,
    films,
    market,
    reach,
    reference,
    remakes,
    southeast_asia,
)

CASES = [
    *claims.CASES,
    *coproductions.CASES,
    *economics.CASES,
    *reference.CASES,
    *films.CASES,
    *market.CASES,
    *reach.CASES,
    *remakes.CASES,
    *southeast_asia.CASES,
]
# these name another line than the broken one: the last of those that belong together
ELSEWHERE = {"a_programme_stands_once_a_year", "months_make_the_year"}


def test_the_data_keep_every_rule():
    assert datasets.check() == []


def test_every_rule_has_a_broken_copy():
    assert {case[0] for case in CASES} == {function.__name__ for _, function in rules.RULES}


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    resources = datasets.descriptor()["resources"]
    return {one["name"]: read_table(datasets.DATA / one["path"], one)[0] for one in resources}


@pytest.mark.parametrize(("rule", "file", "where", "column", "new", "named"), CASES)
def test_a_broken_copy_is_caught(data, change, tables, rule, file, where, column, new, named):
    ((names, function),) = [one for one in rules.RULES if one[1].__name__ == rule]
    assert list(function(*(tables[name] for name in names))) == []
    line = change(file, where, column, new)
    (resource,) = [one for one in datasets.descriptor()["resources"] if one["path"] == file]
    broken = {**tables, resource["name"]: read_table(data / file, resource)[0]}
    faults = list(function(*(broken[name] for name in names)))
    assert (file, named) in {(fault.file, fault.column) for fault in faults}
    if rule not in ELSEWHERE:
        assert line in {fault.line for fault in faults}
