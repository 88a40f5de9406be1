"""The KOBIS client against a local server that answers in the API's documented form."""

import itertools
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from analysis import datasets
from analysis.kobis import command, update
from analysis.kobis.client import Client, KobisError, days
from analysis.schema import DataError
from tests.conftest import ROOT

KEY = "a-key-of-nobody"
DAY = date(2026, 1, 5)


def listed(code: str, title: str, admissions: str, opened: str = "2026-01-01") -> dict:
    return {
        "rnum": "1",
        "rank": "1",
        "rankOldAndNew": "OLD",
        "movieCd": code,
        "movieNm": title,
        "openDt": opened,
        "salesAmt": "1000",
        "salesAcc": str(int(admissions) * 9_000) if admissions.isdigit() else "9000",
        "audiCnt": "10",
        "audiAcc": admissions,
        "scrnCnt": "300",
        "showCnt": "900",
    }


def daily(*rows: dict) -> dict:
    return {
        "boxOfficeResult": {
            "boxofficeType": "일별 박스오피스",
            "showRange": "20260105~20260105",
            "dailyBoxOfficeList": list(rows),
        }
    }


def film(code: str, title: str, english: str) -> dict:
    return {
        "movieInfoResult": {
            "movieInfo": {
                "movieCd": code,
                "movieNm": title,
                "movieNmEn": english,
                "showTm": "105",
                "prdtYear": "2025",
                "openDt": "20260101",
                "prdtStatNm": "개봉",
                "typeNm": "장편",
                "nations": [{"nationNm": "한국"}],
                "genres": [{"genreNm": "드라마"}],
                "directors": [{"peopleNm": "아무개", "peopleNmEn": "AMU Gae"}],
                "companys": [
                    {"companyNm": "만든곳", "companyNmEn": "Maker", "companyPartNm": "제작사"},
                    {"companyNm": "나눈곳", "companyNmEn": "", "companyPartNm": "배급사"},
                ],
            },
            "source": "영화진흥위원회",
        }
    }


def fault(code: str, message: str) -> dict:
    return {"faultInfo": {"message": message, "errorCode": code}}


class Server:
    """Gives the answers it was told to, the last one again and again, and notes each request."""

    def __init__(self) -> None:
        self.answers: dict[str, list] = {}
        self.seen: list[tuple[float, str, dict]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.reply(self)

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def tell(self, what: str, *answers: object) -> None:
        self.answers[what] = list(answers)

    def reply(self, handler: BaseHTTPRequestHandler) -> None:
        address = urlsplit(handler.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        self.seen.append((time.monotonic(), address.path, query))
        which = query.get("movieCd") or query.get("targetDt")
        known = self.answers.get(which, self.answers.get("any"))
        answer = known.pop(0) if len(known) > 1 else known[0]
        if callable(answer):
            answer = answer()
        status, body = answer if isinstance(answer, tuple) else (200, answer)
        text = body if isinstance(body, str) else json.dumps(body)
        try:
            handler.send_response(status)
            handler.send_header("Content-Type", "application/json;charset=utf-8")
            handler.end_headers()
            handler.wfile.write(text.encode())
        except OSError:
            pass  # the client has left


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


@pytest.fixture
def client(server, tmp_path) -> Callable[..., Client]:
    def make(**settings) -> Client:
        given = {"base": server.base, "pause": 0.001, "timeout": 5, **settings}
        return Client(KEY, tmp_path / "kept", **given)

    return make


def test_a_daily_list_becomes_a_frame(server, client):
    server.tell("any", daily(listed("1", "하나", "1200"), listed("2", "둘", "30", "")))
    found = client().daily(DAY)
    assert found["admissions"].tolist() == [1200, 30]
    assert found["gross_krw"].tolist() == [10_800_000, 270_000]
    assert found["opened"].tolist()[0] == pd.Timestamp("2026-01-01")
    assert pd.isna(found["opened"].tolist()[1])
    assert found["day"].unique().tolist() == [pd.Timestamp(DAY)]
    (_, path, query) = server.seen[0]
    assert path == "/boxoffice/searchDailyBoxOfficeList.json"
    assert query == {"key": KEY, "targetDt": "20260105", "repNationCd": "K"}


def test_film_details_are_read(server, client):
    server.tell("any", film("7", "일곱", "Seven"))
    found = client().film("7")
    assert found["opened"] == pd.Timestamp("2026-01-01")
    assert found["runtime_min"] == 105
    assert found["directors"] == ["AMU Gae"]
    assert found["distributors"] == ["나눈곳"], "the Korean name where there is no English one"


def test_an_answer_is_asked_for_once_and_kept_without_the_key(server, client, tmp_path):
    server.tell("any", daily(listed("1", "하나", "1200")))
    client().daily(DAY)
    client().daily(DAY)
    assert len(server.seen) == 1
    kept = list((tmp_path / "kept").iterdir())
    assert [path.name for path in kept] == ["daily-20260105.json"]
    assert KEY not in kept[0].read_text(encoding="utf-8")
    assert KEY not in repr(client())


def test_requests_keep_their_distance(server, client):
    server.tell("any", daily())
    slow = client(pause=0.1)
    for day in days(DAY, DAY + timedelta(days=2)):
        slow.daily(day)
    times = [moment for moment, _, _ in server.seen]
    assert min(b - a for a, b in itertools.pairwise(times)) >= 0.09


@pytest.mark.parametrize(
    "bad", [(503, "busy"), (429, "slow down"), "<html>", (500, "")], ids=lambda bad: str(bad)[:9]
)
def test_a_passing_fault_is_tried_again(server, client, bad):
    server.tell("any", bad, bad, daily(listed("1", "하나", "5")))
    assert len(client().daily(DAY)) == 1
    assert len(server.seen) == 3


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ((503, ""), "daily-20260105: KOBIS answers with status 503, after 3 attempts"),
        ("<html>", "daily-20260105: the answer is not JSON, after 3 attempts"),
    ],
)
def test_a_lasting_fault_is_told(server, client, tmp_path, bad, message):
    server.tell("any", bad)
    with pytest.raises(KobisError, match=message):
        client(attempts=3).daily(DAY)
    assert len(server.seen) == 3
    assert not (tmp_path / "kept").exists()


def test_no_answer_in_time(server, client):
    server.tell("any", lambda: time.sleep(0.5) or daily())
    with pytest.raises(KobisError, match=r"no answer within 0\.1 seconds, after 2 attempts"):
        client(timeout=0.1, attempts=2).daily(DAY)


def test_no_network(client):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(KobisError, match="KOBIS cannot be reached") as told:
        client(base=closed, attempts=2).daily(DAY)
    assert KEY not in str(told.value)


def test_a_missing_key_is_told_before_anything_is_asked(server, tmp_path):
    with pytest.raises(KobisError, match="set the environment variable KOBIS_KEY"):
        Client(" ", tmp_path, base=server.base)
    assert not server.seen


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (fault("320010", "유효하지않은 키값입니다."), "refuses the key in KOBIS_KEY: 유효하지않은"),
        (fault("320011", "초과"), "quota of the day is used up.*Run the same command tomorrow"),
        (fault("999", "그 밖"), "reports fault 999: 그 밖"),
        ((404, ""), "status 404"),
        ([], "not the documented form: it is not an object"),
        ({}, "not the documented form: no boxOfficeResult"),
        ({"boxOfficeResult": {}}, "no dailyBoxOfficeList"),
        (daily(listed("1", "하나", "many")), "audiAcc is 'many', not a whole number"),
        (daily(listed("", "하나", "5")), "movieCd is ''"),
    ],
)
def test_a_fault_is_told_at_once(server, client, answer, message):
    server.tell("any", answer)
    with pytest.raises(KobisError, match=message) as told:
        client().daily(DAY)
    assert KEY not in str(told.value)
    assert len(server.seen) == 1


def test_a_run_that_met_the_quota_goes_on_where_it_stopped(server, client):
    server.tell("20260105", daily(listed("1", "하나", "5")))
    server.tell("20260106", fault("320011", "초과"), daily(listed("1", "하나", "9")))
    span = list(days(DAY, DAY + timedelta(days=1)))
    with pytest.raises(KobisError, match="quota"):
        [client().daily(day) for day in span]
    assert [client().daily(day)["admissions"].item() for day in span] == [5, 9]
    asked = [query["targetDt"] for _, _, query in server.seen]
    assert asked == ["20260105", "20260106", "20260106"]


def count(**values) -> dict:
    row = {"code": "1", "title_ko": "하나", "opened": pd.Timestamp("2026-01-01"), "admissions": 50}
    return {**row, "gross_krw": 450_000, "screens": 3, "day": pd.Timestamp(DAY), **values}


def table(**values) -> pd.DataFrame:
    row = {"film_id": "one-2026", "title_ko": "하 나", "year": 2026, "admissions": 40}
    row = {**row, "admissions_as_of": "2026-01-03", **values}
    return pd.DataFrame([row]).astype({"year": "Int64", "admissions": "Int64"})


def test_the_newest_day_counts():
    lists = pd.DataFrame(
        [count(admissions=90, day=pd.Timestamp("2026-01-09")), count(), count(code="2")]
    )
    assert update.newest(lists).set_index("code")["admissions"].to_dict() == {"1": 90, "2": 50}


@pytest.mark.parametrize(
    ("theirs", "ours", "action"),
    [
        ({}, {}, "update"),
        ({}, {"admissions": 50}, "same"),
        ({}, {"admissions": 60}, "keep"),
        ({}, {"admissions_as_of": "2026-01-06"}, "keep"),
        ({}, {"admissions": None, "admissions_as_of": None}, "update"),
        ({}, {"year": 2025}, "update"),
        ({}, {"year": 2011}, "look"),
        ({"title_ko": "셋"}, {}, "new"),
        ({"opened": pd.NaT}, {}, "update"),
    ],
)
def test_what_is_to_be_done_with_a_film(theirs, ours, action):
    found = update.compare(table(**ours), pd.DataFrame([count(**theirs)]))
    assert found["action"].item() == action
    assert pd.isna(found["film_id"].item()) == (action in ("look", "new"))


def test_two_films_of_one_title_need_a_person():
    both = pd.concat([table(), table(film_id="other-2026")])
    assert update.compare(both, pd.DataFrame([count()]))["action"].item() == "look"


@pytest.fixture
def run(server, data, tmp_path):
    """Run the command on a copy of the tables."""

    def start(*arguments: str, key: str = KEY) -> subprocess.CompletedProcess:
        options = ["--data", str(data), "--base", server.base, "--kept", str(tmp_path / "kept")]
        return subprocess.run(
            [sys.executable, "-m", "analysis", "update-kobis", *arguments, *options],
            env={**os.environ, "KOBIS_KEY": key, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=False,
        )

    return start


SPAN = ("--from", "2026-01-05", "--to", "2026-01-06")


def test_the_command_shows_and_writes_what_is_newer(server, run, data):
    known = datasets.load("films").query("year == 2025").dropna(subset=["admissions", "title_ko"])
    known = known[known["admissions_as_of"].fillna("") < "2026-01-06"].iloc[0]
    more = str(known["admissions"] + 1_000)
    row = listed("5", known["title_ko"], more, "2025-12-01")
    server.tell("any", daily(row, listed("9", "새로운 시험용 제목", "70000")))
    server.tell("9", film("9", "새로운 시험용 제목", "A Title Made Up"))

    before = (data / "films.csv").read_text(encoding="utf-8")
    shown = run(*SPAN)
    assert shown.returncode == 0, shown.stderr
    assert f"update: {known['film_id']}: " in shown.stdout
    assert (
        "new: 새로운 시험용 제목: no count in films, 70,000 in KOBIS on 2026-01-06" in shown.stdout
    )
    assert "2 films from 2026-01-05 to 2026-01-06, 2 requests" in shown.stdout
    assert (data / "films.csv").read_text(encoding="utf-8") == before

    written = run(*SPAN, "--write")
    assert written.returncode == 0, written.stderr
    assert "2 rows written" in written.stdout
    after = datasets.load("films", data).set_index("film_id")
    assert after.loc[known["film_id"], "admissions"] == int(more)
    assert after.loc[known["film_id"], "admissions_as_of"] == "2026-01-06"
    new = after.loc["a-title-made-up-2026"]
    assert (new["directors"], new["runtime_min"], new["origin"]) == ("Amu Gae", 105, "korean")
    assert new["source_ids"] == "kobis-api-2026-01-06"
    assert "kobis-api-2026-01-06" in set(datasets.load("sources", data)["source_id"])
    assert datasets.check(data) == []
    old = {line for line in before.splitlines() if not line.startswith(known["film_id"])}
    assert old <= set((data / "films.csv").read_text(encoding="utf-8").splitlines())
    assert KEY not in "".join(path.read_text("utf-8") for path in data.glob("*.csv"))

    again = run(*SPAN, "--write")
    assert "2 same" in again.stdout
    assert "0 rows written" in again.stdout


def test_what_does_not_fit_is_not_written(data):
    changes = update.compare(datasets.load("films", data), pd.DataFrame([count(title_ko="시험")]))
    details = {**_detail(), "directors": [], "kind": "장편", "runtime_min": 100_000_000}
    before = (data / "films.csv").read_bytes(), (data / "sources.csv").read_bytes()
    changes["gross_krw"] = 10**15
    with pytest.raises(DataError, match=r"films\.csv"):
        update.write(changes, {"1": details}, data)
    assert ((data / "films.csv").read_bytes(), (data / "sources.csv").read_bytes()) == before


def _detail() -> dict:
    return {
        "title_ko": "시험",
        "title_en": "Trial",
        "opened": pd.Timestamp("2026-01-01"),
        "nations": ["한국"],
        "genres": ["드라마"],
        "distributors": [],
    }


def test_the_command_tells_faults_in_a_line(server, run):
    server.tell("any", fault("320010", "유효하지않은 키값입니다."))
    refused = run(*SPAN)
    assert refused.returncode == 1
    assert refused.stderr.startswith("error: KOBIS refuses the key")
    assert "Traceback" not in refused.stderr
    missing = run(*SPAN, key="")
    assert missing.returncode == 1
    assert "KOBIS_KEY" in missing.stderr


def test_a_year_is_its_days_that_are_over():
    assert command.span(None, None, 2024) == (date(2024, 1, 1), date(2024, 12, 31))
    yesterday = date.today() - timedelta(days=1)
    assert command.span(None, None, None) == (yesterday, yesterday)
    with pytest.raises(KobisError, match="days that are over"):
        command.span(date.today(), date.today(), None)
    with pytest.raises(KobisError, match="the earlier one first"):
        command.span(date(2026, 2, 1), date(2026, 1, 1), None)


def test_nothing_of_the_key_reaches_the_repository(server, run, tmp_path):
    server.tell("any", daily())
    run(*SPAN)
    kept = "".join(path.read_text("utf-8") for path in Path(tmp_path / "kept").iterdir())
    assert KEY not in kept
