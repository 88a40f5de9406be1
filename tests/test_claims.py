"""Claims: the registry."""

import pytest

from analysis import claims
from analysis.claims import market  # noqa: F401, registers ai-01


def test_a_claim_is_decided_once():
    with pytest.raises(ValueError, match="ai-01 is decided twice"):
        claims.claim("ai-01", rule="", section="")(lambda: None)
