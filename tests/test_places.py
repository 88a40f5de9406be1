"""Names of countries and territories."""

import pytest

from analysis import places


@pytest.mark.parametrize(
    ("code", "name"),
    [("VN", "Vietnam"), ("KR", "South Korea"), ("HK", "Hong Kong"), ("US+CA", "US and Canada")],
)
def test_a_code_has_its_name(code, name):
    assert places.name(code) == name


def test_an_unknown_code_is_refused():
    with pytest.raises(KeyError, match="QQ"):
        places.name("QQ")


def test_southeast_asia_is_its_eleven_countries():
    assert len({places.name(code) for code in places.SOUTHEAST_ASIA}) == 11
