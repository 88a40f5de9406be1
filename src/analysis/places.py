"""Names of countries and of the territories that box-office figures are reported for."""

import functools

from babel import Locale

# Unicode's names, except where the trade says it shorter or reports on two countries at once
NAMES = {
    "GB": "UK",
    "GB+IE": "UK and Ireland",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "TR": "Turkey",
    "US": "US",
    "US+CA": "US and Canada",
}
SOUTHEAST_ASIA = ("BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN")


@functools.cache
def _english() -> dict[str, str]:
    return dict(Locale("en").territories)


def name(code: str) -> str:
    """Name a country or territory in English.

    Parameters
    ----------
    code : str
        ISO 3166 code of two letters, or a territory of the trade such as ``US+CA``.

    Returns
    -------
    str
        Its name: Unicode's (CLDR), or the shorter one that the trade uses.

    Raises
    ------
    KeyError
        If the code is not known.

    Examples
    --------
    >>> name("VN"), name("US+CA")
    ('Vietnam', 'US and Canada')
    """
    return NAMES[code] if code in NAMES else _english()[code]
