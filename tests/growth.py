"""A function of each subject on tables that are repeated with other keys, for the benchmark."""

from collections.abc import Callable
from functools import cache, partial

import numpy as np
import pandas as pd

from analysis import (
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
from analysis.datasets import carry, load

# the columns that tell one row from another, or join it to another table
KEYS = {"market_yearly": ["year"], "sea_top_films": ["title", "film_id", "remake_id"]}


def grow(name: str, times: int) -> pd.DataFrame:
    """Repeat a table, each time with other keys: ids get a number, years move on."""
    frame = _table(name)
    keys = KEYS.get(name, [column for column in frame if column.endswith("_id")])
    copies = pd.concat([frame] * times, ignore_index=True)
    number = pd.Series(np.arange(len(copies)) // len(frame))
    changed = {
        key: copies[key] + number * 50
        if pd.api.types.is_integer_dtype(copies[key])
        else copies[key].astype("str") + "~" + number.astype("str")
        for key in keys
        if key in copies
    }
    return carry(copies.assign(**changed), frame)


@cache
def _table(name: str) -> pd.DataFrame:
    return load(name)


def _case(function: Callable, grown: list[str], fixed: tuple[str, ...] = ()) -> Callable:
    """Give what prepares a call of a function at a size."""

    def at(size: int) -> Callable[[], object]:
        frames = [grow(name, size) for name in grown]
        return partial(function, *frames, *(_table(name) for name in fixed))

    return at


CASES = {
    "market.annual": _case(market.annual, ["market_yearly"]),
    "films.universe": _case(films.universe, ["films"]),
    "genres.catalogue": _case(genres.catalogue, ["film_genres", "films"]),
    "remakes.chronology": _case(remakes.chronology, ["remakes", "films"]),
    "coproductions.released": _case(coproductions.released, ["coproductions"]),
    "southeast_asia.local_lists": _case(
        southeast_asia.local_lists, ["sea_top_films"], ("exchange_rates",)
    ),
    "reach.foreign_grosses": _case(
        reach.foreign_grosses, ["films_abroad", "films"], ("exchange_rates", "us_prices")
    ),
    "economics.film_results": _case(
        economics.film_results, ["films", "film_costs"], ("reference_yearly",)
    ),
    "generative_ai.printed_facts": _case(
        generative_ai.printed_facts, ["ai_films"], ("films", "ai_statements")
    ),
}
