"""Read KOFIC's KOBIS open API with the user's own key: daily box office and film details.

The API has no yearly list. A year is read day by day: each day's list gives a
film's admissions and gross since its opening, so that the last day on which a
film is listed gives its count up to then.

Answers are kept in a folder, without the key, so that a run that was
interrupted or met the daily quota goes on where it stopped.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import httpx
import pandas as pd
from tenacity import (
    RetryError,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
)

BASE = "http://www.kobis.or.kr/kobisopenapi/webservice/rest"
DAILY = "boxoffice/searchDailyBoxOfficeList"
FILM = "movie/searchMovieInfo"
KOREAN = "K"
REFUSED, SPENT = "320010", "320011"  # fault codes of the API: key not valid, quota used up
WHERE = "get one at https://www.kobis.or.kr/kobisopenapi"


class KobisError(Exception):
    """The API could not be read, with what to do about it."""


class _TryAgainError(Exception):
    """An answer that may be better a moment later."""


@dataclass
class Client:
    """Reads the API slowly, again where it fails, and never twice.

    Parameters
    ----------
    key : str
        The user's key; it is sent and never stored or shown.
    kept : Path
        Folder for answers.
    base : str
        Address of the API.
    pause : float
        Least number of seconds between two requests.
    timeout : float
        Seconds to wait for an answer.
    attempts : int
        How often a request is made before giving up.
    """

    key: str = field(repr=False)
    kept: Path
    base: str = BASE
    pause: float = 0.2
    timeout: float = 10
    attempts: int = 4
    requests: int = field(default=0, init=False)
    _last: float = field(default=float("-inf"), init=False, repr=False)

    def __post_init__(self) -> None:
        if not self.key.strip():
            raise KobisError(f"no key: set the environment variable KOBIS_KEY ({WHERE})")

    def daily(self, day: date) -> pd.DataFrame:
        """Read the ten Korean films with most admissions on a day.

        Parameters
        ----------
        day : date
            A day that is over.

        Returns
        -------
        DataFrame
            code (of the film in KOBIS), title_ko, opened (date or missing),
            admissions and gross_krw (since the opening), screens (that day), day.

        Raises
        ------
        KobisError
            If the API refuses, cannot be reached or answers in another form.
        """
        name = f"daily-{day:%Y%m%d}"
        answer = self._read(DAILY, name, targetDt=f"{day:%Y%m%d}", repNationCd=KOREAN)
        rows = [
            {
                "code": _text(row, "movieCd", name),
                "title_ko": _text(row, "movieNm", name),
                "opened": _day(row.get("openDt", "")),
                "admissions": _count(row, "audiAcc", name),
                "gross_krw": _count(row, "salesAcc", name),
                "screens": _count(row, "scrnCnt", name),
                "day": pd.Timestamp(day),
            }
            for row in _part(answer, name, "boxOfficeResult", "dailyBoxOfficeList")
        ]
        columns = ["code", "title_ko", "opened", "admissions", "gross_krw", "screens", "day"]
        return pd.DataFrame(rows, columns=columns)

    def film(self, code: str) -> dict:
        """Read what KOBIS knows of a film.

        Parameters
        ----------
        code : str
            The film's code in KOBIS.

        Returns
        -------
        dict
            code, title_ko, title_en, opened (Timestamp or NaT), runtime_min (or
            None), kind, nations, genres, directors, distributors (lists of str).

        Raises
        ------
        KobisError
            As for :meth:`daily`.
        """
        name = f"film-{code}"
        answer = self._read(FILM, name, movieCd=code)
        found = _part(answer, name, "movieInfoResult", "movieInfo")
        if not isinstance(found, dict):
            raise _malformed(name, "movieInfo is not an object")
        minutes = str(found.get("showTm", ""))
        return {
            "code": _text(found, "movieCd", name),
            "title_ko": _text(found, "movieNm", name),
            "title_en": str(found.get("movieNmEn", "")),
            "opened": _day(found.get("openDt", "")),
            "runtime_min": int(minutes) if minutes.isdigit() and int(minutes) else None,
            "kind": str(found.get("typeNm", "")),
            "nations": _names(found, "nations", "nationNm"),
            "genres": _names(found, "genres", "genreNm"),
            "directors": _names(found, "directors", "peopleNmEn"),
            "distributors": [
                company.get("companyNmEn") or company.get("companyNm", "")
                for company in found.get("companys", [])
                if company.get("companyPartNm") == "배급사"
            ],
        }

    def _read(self, what: str, name: str, **parameters: str) -> dict:
        path = self.kept / f"{name}.json"
        if path.exists():
            return json.loads(path.read_text(encoding="utf-8"))
        try:
            for attempt in Retrying(
                retry=retry_if_exception_type(_TryAgainError),
                stop=stop_after_attempt(self.attempts),
                wait=wait_exponential(multiplier=self.pause, max=30),
            ):
                with attempt:
                    answer = self._ask(what, name, parameters)
        except RetryError as error:
            reason = error.last_attempt.exception()
            raise KobisError(f"{name}: {reason}, after {self.attempts} attempts") from None
        self.kept.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".part")
        new.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
        new.replace(path)
        return answer

    def _ask(self, what: str, name: str, parameters: dict[str, str]) -> dict:
        time.sleep(max(0, self._last + self.pause - time.monotonic()))
        self._last = time.monotonic()
        self.requests += 1
        address = f"{self.base}/{what}.json"
        try:
            answer = httpx.get(
                address, params={"key": self.key, **parameters}, timeout=self.timeout
            )
        except httpx.TimeoutException:
            raise _TryAgainError(f"no answer within {self.timeout:g} seconds") from None
        except httpx.TransportError as error:
            # the error's text names the host and not the address with the key
            raise _TryAgainError(f"KOBIS cannot be reached ({type(error).__name__})") from None
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS or answer.is_server_error:
            raise _TryAgainError(f"KOBIS answers with status {answer.status_code}")
        if not answer.is_success:
            raise KobisError(f"{name}: KOBIS answers with status {answer.status_code}")
        try:
            content = answer.json()
        except ValueError:
            raise _TryAgainError("the answer is not JSON") from None
        if not isinstance(content, dict):
            raise _malformed(name, "it is not an object")
        if "faultInfo" in content:
            raise _fault(name, content["faultInfo"])
        return content


def days(first: date, last: date) -> Iterator[date]:
    """List the days from one to another.

    Parameters
    ----------
    first, last : date
        Both are part of the list.

    Yields
    ------
    date
        Each day.
    """
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)


def _fault(name: str, fault: dict) -> KobisError:
    code, message = str(fault.get("errorCode", "")), str(fault.get("message", ""))
    if code == REFUSED:
        return KobisError(f"KOBIS refuses the key in KOBIS_KEY: {message} ({WHERE})")
    if code == SPENT:
        return KobisError(
            f"{name}: the key's quota of the day is used up: {message} Run the same command "
            "tomorrow; what was read so far is kept"
        )
    return KobisError(f"{name}: KOBIS reports fault {code}: {message}")


def _malformed(name: str, what: str) -> KobisError:
    return KobisError(f"{name}: the answer has not the documented form: {what}")


def _part(answer: dict, name: str, *path: str) -> list | dict:
    for step in path:
        if not isinstance(answer, dict) or step not in answer:
            raise _malformed(name, f"no {step}")
        answer = answer[step]
    return answer


def _text(row: dict, column: str, name: str) -> str:
    value = row.get(column)
    if not isinstance(value, str) or not value:
        raise _malformed(name, f"{column} is {value!r}")
    return value


def _count(row: dict, column: str, name: str) -> int:
    value = str(row.get(column))
    if not value.isdigit():
        raise _malformed(name, f"{column} is {row.get(column)!r}, not a whole number")
    return int(value)


def _day(text: str) -> pd.Timestamp:
    return pd.to_datetime(text.replace("-", "").strip(), format="%Y%m%d", errors="coerce")


def _names(found: dict, part: str, column: str) -> list[str]:
    return [item[column] for item in found.get(part, []) if item.get(column)]
