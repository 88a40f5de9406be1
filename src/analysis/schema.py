"""Read one CSV file and hold it against its Table Schema.

The descriptor in ``data/datapackage.json`` follows the Data Package standard,
version 2 (https://datapackage.org). Everything found wrong in a file is
collected as a :class:`Fault`; nothing is dropped or coerced.
"""

import csv
import difflib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

INTEGER = r"-?(?:0|[1-9]\d{0,17})"
NUMBER = r"-?(?:0|[1-9]\d*)(?:\.\d+)?"
RECORD = re.compile(r'(?:[^",\n]*|"(?:[^"]|"")*")(?:,(?:[^",\n]*|"(?:[^"]|"")*"))*\n?')


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in the data, and where.

    Attributes
    ----------
    file : str
        File name, relative to the data folder.
    line : int
        Line in the file, counted from 1; 0 where the fault is not on a line.
    column : str
        Column name; empty where the fault is not in one column.
    value : str
        What stands there.
    expected : str
        What should.
    """

    file: str
    line: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        where = [self.file]
        if self.line:
            where.append(f"line {self.line}")
        if self.column:
            where.append(f"column {self.column}")
        found = f"found {self.value!r}, " if self.value else ""
        return f"{', '.join(where)}: {found}expected {self.expected}"


class DataError(ValueError):
    """Bad data, with every fault found.

    Parameters
    ----------
    faults : list of Fault
        What is wrong.
    """

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(f"{count} in the data\n" + "\n".join(f"  {fault}" for fault in faults))


def nearest(name: str, names: list[str]) -> str:
    """Say which of the known names is meant, or list them."""
    close = difflib.get_close_matches(name, names, n=1)
    return f"{close[0]!r}" if close else "one of " + ", ".join(names)


def read_rows(path: Path) -> tuple[pd.DataFrame, list[Fault]]:
    """Read a CSV file as text, without interpreting a cell.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    tuple of (DataFrame, list of Fault)
        All cells as text, indexed by line number, and what is wrong with the
        file as a file. With faults the frame is empty: a file is read whole or
        not at all.
    """
    if not path.is_file():
        return pd.DataFrame(), [Fault(path.name, 0, "", "", "this file to exist")]
    stamp = path.stat()
    frame, faults = _read_rows(path, stamp.st_mtime_ns, stamp.st_size)
    return frame.copy(), list(faults)


@lru_cache(maxsize=128)
def _read_rows(path: Path, _changed: int, _size: int) -> tuple[pd.DataFrame, list[Fault]]:
    text, faults = _decode(path)
    if faults:
        return pd.DataFrame(), faults
    header, rows, numbers = [], [], []
    for number, raw, row in _records(text):
        if isinstance(row, str):
            return pd.DataFrame(), [*faults, Fault(path.name, number, "", row, "closed quotes")]
        if '"' in raw and not RECORD.fullmatch(raw):
            faults.append(
                Fault(
                    path.name, number, "", raw.strip(), 'fields with quotes written as "a ""b"" c"'
                )
            )
        elif not header:
            header = row
        elif len(row) != len(header):
            found = f"{len(row)} fields" if row else "a blank line"
            faults.append(Fault(path.name, number, "", found, f"{len(header)} fields"))
        else:
            rows.append(row)
            numbers.append(number)
    if faults:
        return pd.DataFrame(), faults
    index = pd.Index(numbers, dtype="int64", name="line")
    return pd.DataFrame(rows, columns=header, index=index, dtype="object"), []


def _decode(path: Path) -> tuple[str, list[Fault]]:
    raw = path.read_bytes()

    def fault(offset: int, value: str, expected: str) -> tuple[str, list[Fault]]:
        line = raw.count(b"\n", 0, offset) + 1
        return "", [Fault(path.name, line, "", value, expected)]

    if not raw:
        return fault(0, "an empty file", "a header line and rows")
    if raw.startswith(b"\xef\xbb\xbf"):
        return fault(0, "a byte-order mark", "UTF-8 without one (save as 'UTF-8', not 'UTF-8 BOM')")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return fault(0, "UTF-16", "UTF-8")
    if b"\r" in raw:
        return fault(raw.index(b"\r"), "a carriage return", "line ends LF, not CRLF or CR")
    if b"\0" in raw:
        return fault(raw.index(b"\0"), "a NUL byte", "text")
    if not raw.endswith(b"\n"):
        return fault(len(raw), "no line end after the last row", "a whole last line")
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return fault(error.start, f"byte 0x{raw[error.start]:02x}", "UTF-8 text")


def _records(text: str) -> Iterator[tuple[int, str, list[str] | str]]:
    """Yield line number, raw text and fields; a text in place of fields is an error."""
    taken: list[str] = []

    def feed() -> Iterator[str]:
        for line in io.StringIO(text):  # unlike splitlines, breaks at LF alone
            taken.append(line)
            yield line

    reader = csv.reader(feed(), strict=True)
    number = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield number, "".join(taken), taken[0].strip()[:60]
            return
        yield number, "".join(taken), row
        number += len(taken)
        taken.clear()


def read_table(path: Path, resource: dict) -> tuple[pd.DataFrame, list[Fault]]:
    """Read a table and hold each cell against its column's declaration.

    Parameters
    ----------
    path : Path
        The CSV file.
    resource : dict
        Its resource in the data package.

    Returns
    -------
    tuple of (DataFrame, list of Fault)
        Typed columns in declared order, indexed by line number; and the faults.
        The frame is empty where the file or its header is unsound.
    """
    text, faults = read_rows(path)
    fields = resource["schema"]["fields"]
    if not faults:
        faults = _header_faults(path.name, list(text.columns), [field["name"] for field in fields])
    if faults:
        return pd.DataFrame(), faults
    columns = {}
    for field in fields:
        columns[field["name"]], found = _convert(text[field["name"]], field, path.name)
        faults += found
    key = resource["schema"].get("primaryKey", [])
    faults += _key_faults(path.name, text, [key] if isinstance(key, str) else key)
    return pd.DataFrame(columns, index=text.index), sorted(faults)


def _header_faults(file: str, found: list[str], declared: list[str]) -> list[Fault]:
    missing = [name for name in declared if name not in found]
    extra = [name for name in found if name not in declared]
    twice = sorted({name for name in found if found.count(name) > 1})
    faults = [Fault(file, 1, name, "twice in the header", "each column once") for name in twice]
    for name in extra:
        close = difflib.get_close_matches(name, missing, n=1)
        expected = f"{close[0]!r}" if close else "only columns that datapackage.json declares"
        faults.append(Fault(file, 1, name, name, expected))
        missing = [other for other in missing if other not in close]
    return faults + [Fault(file, 1, name, "", "this column in the header") for name in missing]


def _key_faults(file: str, text: pd.DataFrame, key: list[str]) -> list[Fault]:
    if not key:
        return []
    first = pd.Series(text.index, index=text.index).groupby([text[name] for name in key])
    before = first.transform("first")
    return [
        Fault(
            file,
            line,
            ", ".join(key),
            "; ".join(text.loc[line, key]),
            f"a key that no other row has (line {before[line]} has it)",
        )
        for line in text.index[before != text.index]
    ]


def _convert(text: pd.Series, field: dict, file: str) -> tuple[pd.Series, list[Fault]]:
    """Turn one column of text into its declared type and list the cells that refuse."""
    rules = field.get("constraints", {})
    kind = field["type"]
    given = text != ""
    faults: list[Fault] = []

    def refuse(bad: pd.Series, expected: str) -> None:
        faults.extend(
            Fault(file, line, field["name"], text[line], expected) for line in bad.index[bad]
        )

    if rules.get("required"):
        refuse(~given, "a value")
    padded = given & (text != text.str.strip())
    refuse(padded, "no blanks at the ends")
    sound = given & ~padded
    pattern, meaning = _pattern(field)
    if pattern:
        wrong = sound & ~text.str.fullmatch(pattern)
        refuse(wrong, meaning)
        sound &= ~wrong
    if "enum" in rules:
        wrong = sound & ~text.isin(rules["enum"])
        refuse(wrong, "one of " + ", ".join(rules["enum"]))
        sound &= ~wrong
    if kind in ("date", "yearmonth") or field.get("partialDate"):
        days = text + text.str.len().map({4: "-01-01", 7: "-01"}).fillna("")
        wrong = sound & pd.to_datetime(days, format="%Y-%m-%d", errors="coerce").isna()
        refuse(wrong, "a date in the calendar")
        sound &= ~wrong
    values = text.where(sound)
    if kind in ("integer", "number", "year"):
        values = values.astype("string").astype("Float64" if kind == "number" else "Int64")
        for bound, compare, word in (("minimum", "lt", "least"), ("maximum", "gt", "most")):
            if bound in rules:
                beyond = getattr(values, compare)(rules[bound]).fillna(False).astype(bool)
                refuse(beyond, f"at {word} {rules[bound]}")
    elif kind == "date":
        values = pd.to_datetime(values, format="%Y-%m-%d").astype("datetime64[s]")
    elif kind == "yearmonth":
        values = pd.Series(pd.PeriodIndex(values, freq="M"), index=values.index)
    elif "enum" in rules:
        values = values.astype(pd.CategoricalDtype(rules["enum"]))
    else:
        values = values.astype("str")
    return values.rename(field["name"]), faults


def _pattern(field: dict) -> tuple[str, str]:
    rules = field.get("constraints", {})
    kind = field["type"]
    if field.get("partialDate"):
        return r"\d{4}(?:-\d{2}){0,2}", "a date as YYYY-MM-DD, YYYY-MM or YYYY"
    if "pattern" in rules:
        return rules["pattern"], f"the form {rules['pattern']}"
    known = {
        "integer": (INTEGER, "a whole number, without separators"),
        "number": (NUMBER, "a number, with a point and without separators"),
        "year": (r"\d{4}", "a year of four digits"),
        "yearmonth": (r"\d{4}-\d{2}", "a month as YYYY-MM"),
        "date": (r"\d{4}-\d{2}-\d{2}", "a date as YYYY-MM-DD"),
        "list": (r"[^;\s][^;]*(?:;[^;\s][^;]*)*", "values parted by ';'"),
        "string": ("", ""),
    }
    return known[kind]
