"""Number formats, sentences that refuse missing values, tables and source lists."""

import doctest

import pandas as pd
import pytest

from analysis import datasets, prose


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("{v:people}", 226_678_780, "226.7 million"),
        ("{v:people}", 9_300, "9,300"),
        ("{v:people}", 1_194_000_000, "1.2 billion"),
        ("{v:won}", 1.913989e12, "1.91 trillion won"),
        ("{v:won}", 104.7e9, "104.7 billion won"),
        ("{v:won}", 9_869, "9,869 won"),
        ("{v:+.1%}", -0.5321, "−53.2%"),
        ("{v:+.1%}", -0.0004, "0.0%"),
        ("{v:list}", ["a", "b", "c"], "a, b and c"),
        ("{v:list}", ["a"], "a"),
        ("{v}", "a-b", "a-b"),
    ],
)
def test_formats(template, value, text):
    assert prose.fill(template, v=value) == text


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT])
def test_a_sentence_refuses_a_missing_value(missing):
    with pytest.raises(ValueError, match="'x' has no value"):
        prose.say("It was {x}.", x=missing)


def test_a_sentence_refuses_a_forgotten_value():
    with pytest.raises(KeyError):
        prose.say("It was {x}.", y=1)


def test_an_empty_list_is_not_a_list():
    with pytest.raises(ValueError, match="nothing to list"):
        prose.listing([])


def test_templates_are_joined_or_listed():
    assert prose.say("One {a}", "two.", a=1).markdown == "One 1 two."
    assert prose.findings("A {a}.", "B {a}.", a=1).markdown == "- A 1.\n- B 1."


def test_a_table_says_what_is_not_known():
    frame = pd.DataFrame({"year": [2024, 2025], "gross": [1.5e12, None]})
    text = prose.table(frame, "Gross", {"gross": "won"}).markdown
    assert text.splitlines()[0] == "*Gross*"
    assert "1.50 trillion won" in text
    assert "not known" in text
    assert "2024" in text


def test_sources_are_listed_with_working_markdown():
    sources = pd.DataFrame(
        {
            "source_id": ["a"],
            "publisher": ["P"],
            "title": ["[Focus] A_b"],
            "url": ["https://example.org/a(b)"],
            "published": ["2024"],
            "seen_in": ["a mirror"],
        }
    )
    text = prose.source_list(sources).markdown
    assert text == (r"- P, [\[Focus\] A\_b](<https://example.org/a(b)>), 2024 (read in: a mirror)")


@pytest.mark.parametrize("module", [prose, datasets])
def test_examples_in_docstrings_run(module):
    assert doctest.testmod(module).failed == 0
