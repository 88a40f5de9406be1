"""Hold what KOBIS counts against the table ``films``, and write the differences when asked to."""

import csv
import re
import shutil
import tempfile
from pathlib import Path

import pandas as pd

from analysis import datasets
from analysis.schema import DataError

FORMATS = {"장편": "feature", "단편": "short"}
KINDS = {"다큐멘터리": "documentary", "애니메이션": "animation"}
KOREA = "한국"
API = "http://www.kobis.or.kr/kobisopenapi/webservice/rest/boxoffice/searchDailyBoxOfficeList.json"


def newest(lists: pd.DataFrame) -> pd.DataFrame:
    """Take each film's newest count from daily lists.

    Parameters
    ----------
    lists : DataFrame
        From :meth:`analysis.kobis.client.Client.daily`, several days joined.

    Returns
    -------
    DataFrame
        One row a film, that of the last day on which it is listed. The film may
        have sold more tickets since: the lists hold ten films a day.
    """
    return lists.sort_values("day").groupby("code", sort=True).tail(1).reset_index(drop=True)


def compare(films: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Match KOBIS's films with those of the table and say what differs.

    A film matches where the Korean title, spaces and marks left aside, is the
    same and the years of opening lie at most one apart.

    Parameters
    ----------
    films : DataFrame
        Table ``films``.
    counts : DataFrame
        From :func:`newest`.

    Returns
    -------
    DataFrame
        The rows of ``counts`` with film_id (missing where none matches), ours and
        ours_as_of (the table's admissions and their day), and action: "same",
        "update" (KOBIS counts more, on a later day), "keep" (the table has the
        later or larger count), "new" (no film of that title), "look" (the title
        is there in another year or more than once: a person has to decide).
    """
    known = films.assign(plain=_plain(films["title_ko"])).dropna(subset=["plain"])
    rows = []
    for row in counts.assign(plain=_plain(counts["title_ko"])).to_dict("records"):
        named = known[known["plain"] == row["plain"]]
        year = row["opened"].year if pd.notna(row["opened"]) else row["day"].year
        near = named[(named["year"] - year).abs() <= 1]
        film = near.iloc[0] if len(near) == 1 else None
        rows.append(
            {
                **{name: value for name, value in row.items() if name != "plain"},
                "film_id": None if film is None else film["film_id"],
                "ours": None if film is None else film["admissions"],
                "ours_as_of": None if film is None else film["admissions_as_of"],
                "action": _action(row, film, len(named)),
            }
        )
    columns = [*counts.columns, "film_id", "ours", "ours_as_of", "action"]
    return pd.DataFrame(rows, columns=columns)


def _plain(title: pd.Series) -> pd.Series:
    return title.str.replace(r"[^\w]", "", regex=True).str.casefold()


def _action(row: dict, film: pd.Series | None, same_title: int) -> str:
    if film is None:
        return "look" if same_title else "new"
    ours, as_of = film["admissions"], film["admissions_as_of"]
    if pd.isna(ours):
        return "update"
    if ours == row["admissions"]:
        return "same"
    later = pd.isna(as_of) or str(as_of) < f"{row['day']:%Y-%m-%d}"
    return "update" if later and row["admissions"] > ours else "keep"


def write(changes: pd.DataFrame, details: dict[str, dict], data: Path = datasets.DATA) -> list[str]:
    """Write updates and new films with their source, or nothing if a check fails.

    Parameters
    ----------
    changes : DataFrame
        From :func:`compare`.
    details : dict of str to dict
        By code, from :meth:`analysis.kobis.client.Client.film`, for new films.
    data : Path
        Folder with the data package.

    Returns
    -------
    list of str
        Ids of the films written.

    Raises
    ------
    DataError
        If the tables would not be sound; the files stay as they were.
    """
    wanted = changes[changes["action"].isin(["update", "new"])]
    if wanted.empty:
        return []
    source = _source(wanted)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(shutil.copytree(data, Path(folder) / "data"))
        films, sources = _Table(trial / "films.csv"), _Table(trial / "sources.csv")
        ids = [
            _update(films, row, source["source_id"])
            if row["action"] == "update"
            else _add(films, row, details[row["code"]], source["source_id"])
            for row in wanted.to_dict("records")
        ]
        sources.put("source_id", source)
        for table in (films, sources):
            table.save()
        faults = datasets.check(trial)
        if faults:
            raise DataError(faults)
        for table in (films, sources):
            shutil.copyfile(table.path, data / table.path.name)
    return ids


class _Table:
    """A CSV file as text, so that nothing but the changed cells is rewritten."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle)
            self.columns = list(reader.fieldnames or [])
            self.rows = list(reader)

    def put(self, key: str, row: dict[str, str]) -> None:
        self.rows = [old for old in self.rows if old[key] != row[key]]
        self.rows.append({name: row.get(name, "") for name in self.columns})
        self.rows.sort(key=lambda old: old[key])

    def save(self) -> None:
        with self.path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, self.columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.rows)


def _counted(row: dict) -> dict[str, str]:
    day = f"{row['day']:%Y-%m-%d}"
    return {
        "admissions": str(row["admissions"]),
        "admissions_basis": "running",
        "admissions_as_of": day,
        "gross_krw": str(row["gross_krw"]),
        "gross_basis": "running",
        "gross_as_of": day,
    }


def _update(films: _Table, row: dict, source_id: str) -> str:
    (film,) = [old for old in films.rows if old["film_id"] == row["film_id"]]
    film.update(_counted(row))
    cited = film["source_ids"].split(";")
    film["source_ids"] = ";".join([*cited, *([] if source_id in cited else [source_id])])
    return row["film_id"]


def _add(films: _Table, row: dict, film: dict, source_id: str) -> str:
    opened = film["opened"] if pd.notna(film["opened"]) else row["opened"]
    dated = pd.notna(opened)
    year = opened.year if dated else row["day"].year
    kind = next((KINDS[genre] for genre in film["genres"] if genre in KINDS), None)
    words = re.findall(r"[a-z0-9]+", (film["title_en"] or row["code"]).lower().replace("'", ""))
    new = {
        "film_id": "-".join([*words, str(year)]),
        "title_en": film["title_en"],
        "title_ko": film["title_ko"],
        "origin": "korean" if film["nations"] == [KOREA] else "coproduction",
        "format": FORMATS.get(film["kind"], "feature") if kind is None else kind,
        "release_date": f"{opened:%Y-%m-%d}" if dated else "",
        "year": str(year),
        "date_basis": "korean_release" if dated else "unknown",
        "directors": ";".join(_surname_first(name) for name in film["directors"]),
        "distributor": ";".join(film["distributors"]),
        "runtime_min": str(film["runtime_min"] or ""),
        "source_ids": source_id,
        **_counted(row),
    }
    films.put("film_id", new)
    return new["film_id"]


def _surname_first(name: str) -> str:
    """Write KOBIS's ``LEE Byung-hun`` as ``Lee Byung-hun``."""
    return " ".join(word.capitalize() if word.isupper() else word for word in name.split())


def _source(wanted: pd.DataFrame) -> dict[str, str]:
    first, last = (f"{day:%Y-%m-%d}" for day in (wanted["day"].min(), wanted["day"].max()))
    return {
        "source_id": f"kobis-api-{last}",
        "publisher": "Korean Film Council (KOFIC)",
        "title": f"(KOBIS open API: daily box office of Korean films, {first} to {last})",
        "url": API,
        "published": last,
        "kind": "official",
    }
