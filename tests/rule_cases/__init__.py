"""Broken copies, one or more for each rule; a module for each module of rules.

A case is: rule, file, the row as column and value, the column to break, the new
text or a function of the old one, and the column that the rule must name.
"""

from collections.abc import Callable


def times(factor: float) -> Callable[[str], str]:
    """Multiply a whole number."""
    return lambda old: str(round(float(old) * factor))


def plus(points: float) -> Callable[[str], str]:
    """Add to a number of one decimal."""
    return lambda old: f"{float(old) + points:.1f}"
