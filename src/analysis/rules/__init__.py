"""Rules across columns, rows and tables, run by ``python -m analysis check``.

A rule is a function of typed tables, indexed by line number, that yields what
it finds wrong. ``@rule("films", "remakes")`` registers it and names the tables
it takes; it runs when all of them are sound. One module a subject.
"""

from collections.abc import Callable, Iterator
from datetime import date

import pandas as pd

from analysis.schema import Fault

Finding = Iterator[Fault]
RULES: list[tuple[tuple[str, ...], Callable[..., Finding]]] = []


def rule(*tables: str) -> Callable:
    """Register a rule over the named tables."""

    def register(function: Callable[..., Finding]) -> Callable[..., Finding]:
        RULES.append((tables, function))
        return function

    return register


def apply(sound: dict[str, pd.DataFrame]) -> list[Fault]:
    """Run every rule whose tables are sound.

    Parameters
    ----------
    sound : dict of str to DataFrame
        Typed tables by name, indexed by line number.

    Returns
    -------
    list of Fault
        What the rules found.
    """
    return [
        fault
        for names, function in RULES
        if all(name in sound for name in names)
        for fault in function(*(sound[name] for name in names))
    ]


def faults_where(
    file: str, column: str, values: pd.Series, bad: pd.Series, expected: str
) -> Finding:
    """Yield a fault for each line where ``bad`` is true; missing counts as sound.

    Parameters
    ----------
    file, column : str
        Where the values stand.
    values : Series
        What stands there, indexed by line number.
    bad : Series
        Which of them break the rule.
    expected : str
        What should stand there.
    """
    for line in bad.index[bad.fillna(False).astype(bool)]:
        yield Fault(file, line, column, str(values[line]), expected)


def not_in_the_future(file: str, column: str, dates: pd.Series) -> Finding:
    """Yield a fault for each date after today.

    Parameters
    ----------
    file, column : str
        Where the dates stand.
    dates : Series
        ISO texts, whole or partial, indexed by line number.
    """
    # ISO texts of different length compare right when cut to the shorter one
    today = date.today().isoformat()
    known = dates.dropna()
    bad = known.map(lambda text: text > today[: len(text)]).astype(bool)
    yield from faults_where(file, column, known, bad, f"no later than {today}")


from analysis.rules import (  # noqa: E402, F401
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
