"""The ledger: every claim has a verdict or a reason, and what verdicts hang on is found."""

import pandas as pd
import pytest

from analysis import claims, datasets
from analysis.claims import Finding, ledger
from analysis.publishing import notebooks


@pytest.fixture(scope="module")
def given() -> dict[str, tuple]:
    return ledger.inputs(datasets.load)


@pytest.fixture(scope="module")
def whole(given) -> pd.DataFrame:
    return ledger.ledger(datasets.load("claims"), given)


def test_every_claim_has_a_verdict_or_a_reason(whole):
    assert whole["claim_id"].tolist() == datasets.load("claims")["claim_id"].tolist()
    assert (
        whole["verdict"]
        .isin(["supported", "partly supported", "contradicted", "not settled", ledger.UNTESTABLE])
        .all()
    )
    assert (whole["evidence"].str.len() > 20).all()
    tested = whole["verdict"] != ledger.UNTESTABLE
    assert whole.loc[tested, ["n", "strength", "rule", "section"]].notna().all(axis=None)
    assert whole.loc[~tested, "would_settle"].notna().all()


def test_a_verdict_names_a_section_that_is_there(whole):
    from mdit_py_plugins.anchors.index import slugify

    for row in whole.dropna(subset=["section"]).itertuples():
        stem, anchor = row.section.split("#")
        assert stem == row.notebook, row.claim_id
        (path,) = notebooks.find([stem])
        typed = [c.source for c in notebooks.read(path).cells if c.cell_type == "markdown"]
        lines = [line for text in typed for line in text.splitlines() if line.startswith("## ")]
        assert anchor in {slugify(line.removeprefix("## ")) for line in lines}, row.claim_id


def test_a_subject_notebook_shows_the_same_verdict(given):
    for claim, verdict in ledger.decide(given).items():
        (path,) = notebooks.find([verdict.section.split("#")[0]])
        shown = [
            output.data.get("text/markdown", "")
            for cell in notebooks.read(path).cells
            for output in cell.get("outputs", [])
            if "data" in output
        ]
        assert verdict.show().markdown in shown, claim


def test_a_claim_without_a_verdict_is_named():
    table = pd.DataFrame({"claim_id": ["a-01", "a-02"], "testable": ["yes", "no"]})
    with pytest.raises(ValueError, match="a-01"):
        ledger.ledger(table, {})


@pytest.fixture
def made_up(monkeypatch):
    """A registry with one claim: more than ``at_least`` of the values lie above ``level``."""
    monkeypatch.setattr(claims, "REGISTRY", {})
    monkeypatch.setattr(ledger, "REGISTRY", claims.REGISTRY)

    @claims.claim("a-01", rule="r", section="01_a#b")
    def rule(frame, *, level: float = 10.0, at_least: int = 2, exact: bool = True):
        count = int((frame["value"] > level).sum())
        return Finding("supported" if count >= at_least else "contradicted", "e", count, "weak")

    return rule


def test_thresholds_move_by_a_stated_step(made_up):
    assert ledger.thresholds("a-01") == [
        {"level": 7.5},
        {"level": 12.5},
        {"at_least": 1},
        {"at_least": 3},
    ]


def test_what_a_verdict_hangs_on_is_found(made_up):
    frame, fewer = pd.DataFrame({"value": [11, 12, 1]}), pd.DataFrame({"value": [11]})
    found = ledger.sensitivity({"a-01": (frame,)}, {"a-01": (fewer,)}).set_index("change")
    assert found["differs"].to_dict() == {
        "level 7.5": False,
        "level 12.5": True,
        "at_least 1": False,
        "at_least 3": True,
        "rough figures left out": True,
    }
    assert set(found["was"]) == {"supported"}


def test_rough_figures_are_left_out():
    tables = {
        "rows": pd.DataFrame({"value": [1, 2], "precision": ["exact", "rounded"]}),
        "cells": pd.DataFrame(
            {
                "admissions": [5, 6, 7],
                "admissions_basis": ["final", "running", None],
                "gross_krw": [1.0, 2.0, 3.0],
                "gross_basis": ["rounded", "final", "final"],
                "screens": [9, 9, 9],
            }
        ),
        "figures": pd.DataFrame({"gross_local": [1.0, 2.0], "figure_basis": ["final", "estimate"]}),
    }
    load = ledger.firm(tables.__getitem__)
    assert load("rows")["value"].tolist() == [1]
    cells = load("cells")
    assert cells["admissions"].isna().tolist() == [False, True, False]
    assert cells["gross_krw"].isna().tolist() == [True, False, False]
    assert cells["screens"].tolist() == [9, 9, 9]
    assert load("figures")["gross_local"].isna().tolist() == [False, True]
