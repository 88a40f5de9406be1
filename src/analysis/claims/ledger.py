"""All claims with their verdicts, and how far the verdicts hang on thresholds and rough figures.

Every module of verdicts offers ``inputs(load)``: what each of its functions
takes, computed from tables that ``load`` gives. A notebook on a subject, the
ledger and the checks of sensitivity therefore call the same functions on the
same frames.
"""

import inspect
from collections.abc import Callable

import pandas as pd

from analysis.claims import (
    REGISTRY,
    Verdict,
    coproductions,
    economics,
    films,
    generative_ai,
    genres,
    market,
    reach,
    remakes,
    southeast_asia,
)
from analysis.datasets import carry

SUBJECTS = (
    market,
    films,
    genres,
    remakes,
    coproductions,
    southeast_asia,
    reach,
    economics,
    generative_ai,
)
Load = Callable[[str], pd.DataFrame]
LOOSE = (
    *("rounded", "approximate", "estimate", "lower_bound"),
    *("running", "partial", "preliminary", "sum_of_weekends"),
)
UNTESTABLE = "cannot be tested"


def inputs(load: Load) -> dict[str, tuple]:
    """Compute what every registered function takes.

    Parameters
    ----------
    load : callable
        Gives a table by name, as :func:`analysis.datasets.load` does.

    Returns
    -------
    dict of str to tuple
        Arguments by claim.
    """
    return {claim: given for subject in SUBJECTS for claim, given in subject.inputs(load).items()}


def decide(given: dict[str, tuple]) -> dict[str, Verdict]:
    """Decide every claim that has a rule.

    Parameters
    ----------
    given : dict of str to tuple
        From :func:`inputs`.

    Returns
    -------
    dict of str to Verdict
        By claim.
    """
    return {claim: REGISTRY[claim](*arguments) for claim, arguments in given.items()}


def ledger(claims: pd.DataFrame, given: dict[str, tuple]) -> pd.DataFrame:
    """Put claims and verdicts side by side.

    Parameters
    ----------
    claims : DataFrame
        Table ``claims``.
    given : dict of str to tuple
        From :func:`inputs`.

    Returns
    -------
    DataFrame
        The columns of ``claims`` and verdict ("cannot be tested" where the claim
        is not testable), evidence (or the reason why not), n, unit, strength,
        rule, section (notebook and heading; missing where there is none).

    Raises
    ------
    ValueError
        If a testable claim has no verdict, or a verdict no testable claim.
    """
    wanted = set(claims.loc[claims["testable"] != "no", "claim_id"])
    for what, odd in (
        ("testable claims without a rule and its inputs", wanted - set(given)),
        ("rules without a testable claim", set(given) - wanted),
    ):
        if odd:
            raise ValueError(f"{what}: {', '.join(sorted(odd))}")
    decided = pd.DataFrame(
        {
            "claim_id": claim,
            "verdict": verdict.finding.outcome,
            "evidence": verdict.finding.evidence,
            "n": verdict.finding.n,
            "unit": verdict.finding.unit,
            "strength": verdict.finding.strength,
            "rule": verdict.rule,
            "section": verdict.section,
        }
        for claim, verdict in decide(given).items()
    ).astype({"n": "Int64"})
    whole = claims.merge(decided, on="claim_id", how="left", validate="one_to_one")
    whole["verdict"] = whole["verdict"].fillna(UNTESTABLE)
    whole["evidence"] = whole["evidence"].fillna(whole["why_not_testable"])
    return carry(whole, *_frames(given))


def firm(load: Load) -> Load:
    """Leave out figures that their table marks as rounded, estimated or counted before the end.

    Parameters
    ----------
    load : callable
        Gives a table by name.

    Returns
    -------
    callable
        Gives the same tables without the rows whose ``precision``, and the
        figures whose ``_basis``, is one of :data:`LOOSE`.
    """

    def only_firm(name: str) -> pd.DataFrame:
        frame = load(name)
        if "precision" in frame:
            frame = frame[~frame["precision"].isin(LOOSE)]
        for basis in frame.columns[frame.columns.str.endswith("_basis")]:
            stem = basis.removesuffix("_basis")
            starts = ("admissions", "gross") if stem == "figure" else (stem,)
            figures = frame.select_dtypes("number").columns
            loose = frame[basis].isin(LOOSE)
            blank = {
                column: frame[column].mask(loose) for column in figures if column.startswith(starts)
            }
            frame = frame.assign(**blank)
        return frame

    return only_firm


def thresholds(claim: str, step: float = 0.25) -> list[dict[str, float]]:
    """List a claim's thresholds, each a step lower and a step higher.

    Parameters
    ----------
    claim : str
        A claim with a rule.
    step : float
        The move as a fraction; whole numbers move by one at least.

    Returns
    -------
    list of dict
        Keyword arguments for the claim's function, one moved threshold each.
    """
    moved = []
    for name, parameter in inspect.signature(REGISTRY[claim]).parameters.items():
        value = parameter.default
        if parameter.kind is not parameter.KEYWORD_ONLY or isinstance(value, bool):
            continue
        if isinstance(value, int):
            by = max(1, round(abs(value) * step))
            moved += [{name: value - by}, {name: value + by}]
        elif isinstance(value, float):
            moved += [{name: value * (1 - step)}, {name: value * (1 + step)}]
    return moved


def sensitivity(
    given: dict[str, tuple], without: dict[str, tuple], step: float = 0.25
) -> pd.DataFrame:
    """Decide every claim again with moved thresholds, and without rough figures.

    Parameters
    ----------
    given : dict of str to tuple
        From :func:`inputs`.
    without : dict of str to tuple
        From :func:`inputs` with :func:`firm`.
    step : float
        How far a threshold is moved, as a fraction.

    Returns
    -------
    DataFrame
        claim_id, change (in words), was and verdict (before and after), differs.
    """
    rows = []
    for claim, arguments in given.items():
        was = REGISTRY[claim](*arguments).finding.outcome
        trials = [
            (f"{name} {value:g}", REGISTRY[claim](*arguments, **{name: value}))
            for moved in thresholds(claim, step)
            for name, value in moved.items()
        ]
        trials.append(("rough figures left out", REGISTRY[claim](*without[claim])))
        rows += [
            {"claim_id": claim, "change": what, "was": was, "verdict": trial.finding.outcome}
            for what, trial in trials
        ]
    result = pd.DataFrame(rows, columns=["claim_id", "change", "was", "verdict"])
    result["differs"] = result["was"] != result["verdict"]
    return carry(result, *_frames(given))


def _frames(given: dict[str, tuple]) -> list[pd.DataFrame]:
    return [
        item for arguments in given.values() for item in arguments if isinstance(item, pd.DataFrame)
    ]
