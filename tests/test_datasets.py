"""The data layer: typed loading, and every fault named by file, line, column and value."""

import csv
import json
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import datasets
from analysis.schema import DataError, read_rows, read_table

RESOURCE = {
    "name": "films",
    "schema": {
        "fields": [
            {"name": "film", "type": "string", "constraints": {"required": True}},
            {"name": "year", "type": "year"},
            {"name": "released", "type": "date"},
            {"name": "since", "type": "string", "partialDate": True},
            {"name": "month", "type": "yearmonth"},
            {"name": "admissions", "type": "integer", "constraints": {"minimum": 0}},
            {"name": "score", "type": "number", "constraints": {"maximum": 10}},
            {"name": "basis", "type": "string", "constraints": {"enum": ["final", "running"]}},
            {"name": "tags", "type": "list"},
        ],
        "primaryKey": ["film"],
    },
}
HEADER = "film,year,released,since,month,admissions,score,basis,tags\n"
GOOD = 'Oldboy,2003,2003-11-21,2003-11,2003-11,3000000,8.4,final,"a;b"\n'


def faults_of(tmp_path, content: str | bytes) -> list[tuple[int, str, str, str]]:
    path = tmp_path / "films.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [(f.line, f.column, f.value, f.expected) for f in read_table(path, RESOURCE)[1]]


def test_a_sound_file_loads_typed(tmp_path):
    path = tmp_path / "films.csv"
    path.write_text(HEADER + GOOD + "Mother,,,,,,,,\n")
    frame, faults = read_table(path, RESOURCE)
    assert faults == []
    assert [str(kind) for kind in frame.dtypes] == [
        *(
            "str",
            "Int64",
            "datetime64[s]",
            "str",
            "period[M]",
            "Int64",
            "Float64",
            "category",
            "str",
        )
    ]
    assert frame.index.tolist() == [2, 3]
    assert frame.loc[2, "admissions"] == 3_000_000
    assert frame.loc[3].drop("film").isna().all()


@pytest.mark.parametrize(
    ("old", "new", "column", "value", "expected"),
    [
        ("3000000", "3,0", "", "10 fields", "9 fields"),
        ("3000000", "many", "admissions", "many", "a whole number"),
        ("3000000", "-5", "admissions", "-5", "at least 0"),
        ("3000000", "2.5", "admissions", "2.5", "a whole number"),
        ("3000000", "1e6", "admissions", "1e6", "a whole number"),
        ("8.4", "8,4", "", "10 fields", "9 fields"),
        ("8.4", "eight", "score", "eight", "a number"),
        ("8.4", "nan", "score", "nan", "a number"),
        ("8.4", "11", "score", "11", "at most 10"),
        ("final", "finl", "basis", "finl", "one of final, running"),
        ("2003-11-21", "2003-02-30", "released", "2003-02-30", "a date in the calendar"),
        ("2003-11-21", "21.11.2003", "released", "21.11.2003", "a date as YYYY-MM-DD"),
        ("2003-11,2003-11,", "2003-13,2003-11,", "since", "2003-13", "a date in the calendar"),
        (",2003-11,3", ",2003-00,3", "month", "2003-00", "a date in the calendar"),
        ("2003,2", "03,2", "year", "03", "a year of four digits"),
        ("Oldboy", "", "film", "", "a value"),
        ("Oldboy", " Oldboy", "film", " Oldboy", "no blanks at the ends"),
        ("a;b", "a;;b", "tags", "a;;b", "values parted by ';'"),
    ],
)
def test_a_bad_cell_is_named(tmp_path, old, new, column, value, expected):
    assert (HEADER + GOOD).count(old) == 1
    (fault,) = faults_of(tmp_path, HEADER + GOOD.replace(old, new))
    assert fault[:3] == (2, column, value)
    assert fault[3].startswith(expected)


@pytest.mark.parametrize(
    ("content", "line", "value", "expected"),
    [
        (b"", 1, "an empty file", "a header line"),
        (b"\xef\xbb\xbf" + (HEADER + GOOD).encode(), 1, "a byte-order mark", "UTF-8 without"),
        ((HEADER + GOOD).encode("utf-16"), 1, "UTF-16", "UTF-8"),
        ((HEADER + GOOD).replace("\n", "\r\n").encode(), 1, "a carriage return", "line ends LF"),
        ((HEADER + GOOD).encode() + b"Caf\xe9,,,,,,,,\n", 3, "byte 0xe9", "UTF-8"),
        ((HEADER + GOOD).encode()[:-1], 2, "no line end after the last row", "a whole last line"),
        ((HEADER + "\n" + GOOD).encode(), 2, "a blank line", "9 fields"),
        ((HEADER + 'Old"boy",,,,,,,,\n').encode(), 2, 'Old"boy",,,,,,,,', "fields with quotes"),
        ((HEADER + '"Old"boy,,,,,,,,\n').encode(), 2, '"Old"boy,,,,,,,,', "closed quotes"),
        ((HEADER + GOOD + '"Old,,,,,,,,\n').encode(), 3, '"Old,,,,,,,,', "closed quotes"),
        ((HEADER + "Old\0boy,,,,,,,,\n").encode(), 2, "a NUL byte", "text"),
    ],
)
def test_a_bad_file_is_refused_whole(tmp_path, content, line, value, expected):
    (fault,) = faults_of(tmp_path, content)
    assert fault[0] == line
    assert fault[2] == value
    assert fault[3].startswith(expected)
    assert read_table(tmp_path / "films.csv", RESOURCE)[0].empty


def test_misspelt_missing_and_extra_columns_are_told_apart(tmp_path):
    header = HEADER.replace("admissions", "admisions").replace("tags", "colour,film")
    found = faults_of(tmp_path, header + "Oldboy,,,,,,,,,\n")
    assert (1, "admisions", "admisions", "'admissions'") in found
    assert (1, "tags", "", "this column in the header") in found
    assert (1, "film", "twice in the header", "each column once") in found
    assert any(fault[1] == "colour" for fault in found)


def test_columns_may_stand_in_another_order(tmp_path):
    path = tmp_path / "films.csv"
    path.write_text(
        "\n".join(",".join(line.split(",")[::-1]) for line in (HEADER + GOOD).split()) + "\n"
    )
    frame, faults = read_table(path, RESOURCE)
    assert faults == []
    assert list(frame.columns) == HEADER.strip().split(",")


def test_a_duplicate_key_names_both_lines(tmp_path):
    (fault,) = faults_of(tmp_path, HEADER + GOOD + GOOD)
    assert fault[:3] == (3, "film", "Oldboy")
    assert "line 2" in fault[3]


def test_lines_are_counted_through_cells_with_line_breaks(tmp_path):
    multi = '"two\nlines",x,,,,,,,\n'
    found = faults_of(tmp_path, HEADER + multi + "Mother,y,,,,,,,\n")
    assert [fault[:3] for fault in found] == [(2, "year", "x"), (4, "year", "y")]
    unsound = faults_of(tmp_path, HEADER + multi + 'Old"boy,2003,,,,,,,\n')
    assert unsound[0][0] == 4


def test_several_faults_are_listed_together(tmp_path):
    bad = GOOD.replace("3000000", "many").replace("final", "finl").replace("8.4", "11")
    assert len(faults_of(tmp_path, HEADER + bad)) == 3


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=8)))
def test_any_text_survives_being_written_and_read(cells):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerows([["a", "b"], *([cell, "x"] for cell in cells)])
        frame, faults = read_rows(path)
        assert faults == []
        assert frame["a"].tolist() == cells


def test_every_table_loads_and_knows_its_sources():
    for name in datasets.tables():
        frame = datasets.load(name)
        assert len(frame)
        assert frame.attrs["provenance"].tables == (name,)
        if "source_ids" in frame:
            cited = datasets.sources(frame)["source_id"]
            assert set(cited) == set(frame["source_ids"].dropna().str.split(";").explode())


def test_a_missing_file_is_named(data):
    (data / "ticket_prices.csv").unlink()
    with pytest.raises(DataError, match=r"ticket_prices\.csv: expected this file to exist"):
        datasets.load("ticket_prices", data)


def test_an_unknown_table_gets_the_nearest_name():
    with pytest.raises(DataError, match="'market_yearly'"):
        datasets.load("market_year")


def test_a_broken_descriptor_is_named(data):
    (data / "datapackage.json").write_text("{")
    with pytest.raises(DataError, match=r"datapackage\.json, line 1"):
        datasets.tables(data)
    (data / "datapackage.json").unlink()
    with pytest.raises(DataError, match=r"datapackage\.json: expected this file"):
        datasets.tables(data)


def test_a_dangling_source_is_named(data, change):
    where = {"date": "2009-07-03", "chain": "CGV"}
    line = change("ticket_prices.csv", where, "source_ids", "hankyung-2009-tickets")
    with pytest.raises(DataError, match=f"ticket_prices.csv, line {line}, column source_ids"):
        datasets.load("ticket_prices", data)
    found = [(fault.file, fault.line, fault.value) for fault in datasets.check(data)]
    assert ("ticket_prices.csv", line, "hankyung-2009-tickets") in found


def test_an_uncited_source_and_an_undeclared_table_are_found(data):
    with (data / "sources.csv").open("a") as file:
        file.write("zzz-new,Nobody,Nothing,https://example.org/,2020,other,,\n")
    (data / "extra.csv").write_text("a\n1\n")
    found = {(fault.file, fault.value) for fault in datasets.check(data)}
    assert found == {("sources.csv", "zzz-new"), ("extra.csv", "")}


def test_provenance_follows_the_rows_that_are_left():
    prices = datasets.load("ticket_prices")
    few = prices[prices["chain"] == "Megabox"]
    result = datasets.carry(pd.DataFrame({"x": [1]}), few)
    provenance = result.copy().attrs["provenance"]
    assert provenance.tables == ("ticket_prices",)
    assert set(provenance.source_ids) == set(few["source_ids"].str.split(";").explode())
    assert datasets.provenance(prices, result) == datasets.provenance(prices)


def test_explode_list_gives_each_value_a_row():
    frame = pd.DataFrame({"id": [1, 2], "source_ids": ["a;b", "c"]})
    assert datasets.explode_list(frame, "source_ids")["source_ids"].tolist() == ["a", "b", "c"]


def test_the_dictionary_is_whole():
    package = datasets.descriptor()
    frame = datasets.describe()
    assert set(frame["table"]) == set(datasets.tables())
    assert (frame["description"].str.len() > 0).all()
    assert frame["filled"].between(0, 1).all()
    counted = frame["type"].isin(["integer", "number"])
    assert (frame.loc[counted, "unit"] != "").all(), "a number has a unit"
    for resource in package["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert len(set(names)) == len(names)
        assert set(resource["schema"]["primaryKey"]) <= set(names)
        assert "note" in names
        # the claims are what the articles themselves say; their sources are in the verdicts
        if resource["name"] not in ("sources", "claims"):
            assert "source_ids" in names
            assert any(key["fields"] == "source_ids" for key in resource["schema"]["foreignKeys"])


def test_the_descriptor_is_written_in_one_form():
    path = datasets.DATA / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_coverage_counts_filled_cells_by_period(data):
    (data / "ticket_prices.csv").write_text(
        "date,chain,ticket_type,weekday_price_krw,weekend_price_krw,change_krw,source_ids,note\n"
        "2013-07,CGV,standard,9000,10000,,donga-2018-ticket,\n"
        "2014,CGV,standard,,10000,,donga-2018-ticket,\n"
        "2016,CGV,standard,9000,,,donga-2018-ticket,\n"
    )
    frame = datasets.coverage("ticket_prices", data).set_index(["column", "period"])
    assert frame.loc[("weekday_price_krw", "2010–2014")].tolist() == [2, 0.5]
    assert frame.loc[("weekday_price_krw", "2015–2019")].tolist() == [1, 1.0]


def test_footprint_counts_rows_and_sources():
    row = datasets.footprint("ticket_prices").iloc[0]
    prices = datasets.load("ticket_prices")
    assert row["rows"] == len(prices)
    assert row["sources"] == prices["source_ids"].str.split(";").explode().nunique()
