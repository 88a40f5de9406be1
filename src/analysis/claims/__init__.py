"""Verdicts on what the starting articles assert, one function a claim.

``@claim("ai-01", rule=..., section=...)`` registers a function that looks at
computed frames and returns its finding; calling it gives a :class:`Verdict`.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from analysis.prose import Prose

Outcome = Literal["supported", "partly supported", "contradicted", "not settled"]
Strength = Literal["strong", "moderate", "weak"]


@dataclass(frozen=True)
class Finding:
    """What a claim's function found.

    Attributes
    ----------
    outcome : {"supported", "partly supported", "contradicted", "not settled"}
        The rule's answer.
    evidence : str
        A computed sentence.
    n : int
        How many observations the answer rests on.
    strength : {"strong", "moderate", "weak"}
        How far the evidence carries.
    unit : str
        What is counted by ``n``.
    """

    outcome: Outcome
    evidence: str
    n: int
    strength: Strength
    unit: str = "observations"


@dataclass(frozen=True)
class Verdict:
    """A finding together with the claim it answers.

    Attributes
    ----------
    claim_id : str
        The claim.
    rule : str
        What decides between the outcomes.
    section : str
        Notebook and heading where the evidence stands.
    finding : Finding
        The answer.
    """

    claim_id: str
    rule: str
    section: str
    finding: Finding

    def show(self) -> Prose:
        """Give the verdict as text for a notebook.

        Returns
        -------
        Prose
            Outcome, evidence, strength with n, and rule.
        """
        found = self.finding
        return Prose(
            f"**Claim {self.claim_id}: {found.outcome}.** {found.evidence}\n\n"
            f"*Evidence: {found.strength}, n = {found.n} {found.unit}. Rule: {self.rule}*"
        )


REGISTRY: dict[str, Callable[..., Verdict]] = {}


def claim(claim_id: str, *, rule: str, section: str) -> Callable:
    """Register the function that decides a claim.

    Parameters
    ----------
    claim_id : str
        Id of the claim.
    rule : str
        The decision rule, in words.
    section : str
        Where the evidence stands, as ``01_market#heading``.

    Returns
    -------
    callable
        Decorator for a function from computed frames to :class:`Finding`; the
        decorated function returns a :class:`Verdict`.
    """

    def register(function: Callable[..., Finding]) -> Callable[..., Verdict]:
        @functools.wraps(function)
        def decide(*args: object, **kwargs: object) -> Verdict:
            return Verdict(claim_id, rule, section, function(*args, **kwargs))

        if claim_id in REGISTRY:
            raise ValueError(f"claim {claim_id} is decided twice")
        REGISTRY[claim_id] = decide
        return decide

    return register
