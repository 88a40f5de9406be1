"""Sentences and small tables computed from data, so that no result is typed by hand."""

import string
from collections.abc import Iterable
from numbers import Real
from typing import Any

import pandas as pd

MINUS = "−"
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def people(value: float, digits: int = 1) -> str:
    """Write a count of admissions or persons: ``226.7 million``, ``9,300``.

    Parameters
    ----------
    value : float
        The count.
    digits : int
        Decimals where the count is scaled.

    Returns
    -------
    str
        The count in words a reader can say.
    """
    for scale, word in SCALES[1:]:
        if abs(value) >= scale:
            return f"{value / scale:,.{digits}f} {word}".replace("-", MINUS)
    return f"{value:,.0f}".replace("-", MINUS)


def won(value: float, digits: int = 2) -> str:
    """Write an amount of won: ``1.91 trillion won``, ``104.7 billion won``.

    Parameters
    ----------
    value : float
        The amount.
    digits : int
        Decimals of trillions; billions and millions get one fewer.

    Returns
    -------
    str
        The amount with its unit.
    """
    for scale, word in SCALES:
        if abs(value) >= scale:
            places = digits if scale == 1e12 else max(digits - 1, 0)
            return f"{value / scale:,.{places}f} {word} won".replace("-", MINUS)
    return f"{value:,.0f} won".replace("-", MINUS)


def percent(value: float, digits: int = 0, sign: str = "") -> str:
    """Write a fraction as a percentage: ``−53%``.

    Parameters
    ----------
    value : float
        The fraction; 0.5 is 50 per cent.
    digits : int
        Decimals.
    sign : {"", "+"}
        Whether a plus is written.

    Returns
    -------
    str
        The percentage, with a typographic minus.
    """
    return _minus(f"{value:{sign}.{digits}%}")


def listing(items: Iterable[object], last: str = "and") -> str:
    """Join items as in a sentence: ``A, B and C``.

    Parameters
    ----------
    items : iterable
        What to list; must not be empty.
    last : str
        Word before the last item.

    Returns
    -------
    str
        The list in words.
    """
    words = [str(item) for item in items]
    if not words:
        raise ValueError("nothing to list; say in words that there is none")
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


class _Formatter(string.Formatter):
    """As ``str.format``, with the formats ``people``, ``won``, ``list`` and typographic minus."""

    def get_value(self, key: int | str, args: tuple, kwargs: dict) -> Any:
        value = super().get_value(key, args, kwargs)
        if pd.api.types.is_scalar(value) and pd.isna(value):
            raise ValueError(f"{key!r} has no value; a sentence needs one")
        return value

    def format_field(self, value: Any, format_spec: str) -> str:
        words = {"people": people, "won": won, "list": listing}
        if format_spec in words:
            return words[format_spec](value)
        text = super().format_field(value, format_spec)
        return _minus(text) if isinstance(value, Real) else text


def _minus(number: str) -> str:
    """Set a typographic minus, and none before a number that rounds to zero."""
    return number.replace("-", MINUS if any(digit in number for digit in "123456789") else "")


class Prose:
    """Markdown made from values; shown in a notebook as text.

    Parameters
    ----------
    markdown : str
        The text.
    """

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown

    def __repr__(self) -> str:
        return self.markdown

    def _repr_markdown_(self) -> str:
        return self.markdown


def fill(template: str, **values: Any) -> str:
    """Fill a sentence's places with values.

    Parameters
    ----------
    template : str
        As for ``str.format``; further formats are ``people`` (1.2 million),
        ``won`` (1.05 trillion won) and ``list`` (A, B and C).
    **values
        What the places stand for.

    Returns
    -------
    str
        The sentence.

    Raises
    ------
    ValueError
        If a value is missing (NA): a sentence must not state it.
    KeyError
        If a place has no value.

    Examples
    --------
    >>> fill("{n:people} admissions, {change:+.1%}", n=106_088_895, change=-0.532)
    '106.1 million admissions, −53.2%'
    """
    return _Formatter().format(template, **values)


def say(*templates: str, **values: Any) -> Prose:
    """Show computed sentences in a notebook.

    Parameters
    ----------
    *templates : str
        As for :func:`fill`; several are joined to one paragraph.
    **values
        What their places stand for.

    Returns
    -------
    Prose
        The paragraph.
    """
    return Prose(fill(" ".join(templates), **values))


def findings(*templates: str, **values: Any) -> Prose:
    """Show computed sentences as a bulleted list.

    Parameters
    ----------
    *templates : str
        As for :func:`fill`, one a point.
    **values
        What their places stand for.

    Returns
    -------
    Prose
        The list.
    """
    return Prose("\n".join(f"- {fill(template, **values)}" for template in templates))


def table(frame: pd.DataFrame, caption: str, formats: dict[str, str] | None = None) -> Prose:
    """Show a small table with a caption.

    Parameters
    ----------
    frame : DataFrame
        What to show; column names become the header, the index is left out.
    caption : str
        What the table holds, with units.
    formats : dict of str to str, optional
        A format for :func:`fill` by column, such as ``{"gross": "won"}``.
        A missing value shows as "not known".

    Returns
    -------
    Prose
        A Markdown table.
    """
    shown = frame.astype("object")
    for column in frame:
        spec = (formats or {}).get(column, "")
        shown[column] = [
            "not known" if pd.isna(value) else fill(f"{{value:{spec}}}", value=value)
            for value in frame[column]
        ]
    numeric = [pd.api.types.is_numeric_dtype(frame[column]) for column in frame]
    body = shown.to_markdown(
        index=False,
        disable_numparse=True,
        colalign=["right" if number else "left" for number in numeric],
    )
    return Prose(f"*{caption}*\n\n{body}")


def source_list(sources: pd.DataFrame) -> Prose:
    """List sources, each with publisher, title, date and address.

    Parameters
    ----------
    sources : DataFrame
        As :func:`analysis.datasets.sources` returns it.

    Returns
    -------
    Prose
        A bulleted list, by publisher.
    """
    ordered = sources.sort_values(["publisher", "published", "source_id"], na_position="last")
    return Prose(
        "\n".join(
            f"- {row.publisher}, [{_escape(row.title)}](<{row.url}>)"
            + ("" if pd.isna(row.published) else f", {row.published}")
            + ("" if pd.isna(row.seen_in) else f" (read in: {_escape(row.seen_in)})")
            for row in ordered.itertuples()
        )
    )


def _escape(text: str) -> str:
    return "".join("\\" + mark if mark in "[]*_`<>|" else mark for mark in text)
