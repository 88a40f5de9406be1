"""Each rule on claims about Southeast Asia, on made-up frames that give each verdict."""

import pandas as pd
import pytest

from analysis.claims import REGISTRY
from analysis.claims import southeast_asia as verdicts


def named(*rows: tuple) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["title", "region", "elsewhere", "records"])
    count = (frame["region"] + ";" + frame["elsewhere"]).str.findall(r"[^;]+").str.len()
    return frame.assign(film_id="a-film-2000", year=2000.0, figures=count)


BOTH, HOME, AWAY = ("A", "SG;VN", "FR", "VN"), ("B", "PH", "", ""), ("C", "", "FR;US+CA;JP", "")


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ((BOTH, BOTH), "supported"),
        ((BOTH, AWAY), "partly supported"),
        ((BOTH, HOME), "partly supported"),
        ((HOME, AWAY), "not settled"),
        ((("A", "VN", "FR", ""),), "not settled"),
        ((("A", "", "", ""),), "not settled"),
    ],
)
def test_films_carried_the_wave(rows, outcome):
    assert verdicts.films_carried_the_wave(named(*rows)).finding.outcome == outcome


def test_films_carried_the_wave_names_markets():
    found = verdicts.films_carried_the_wave(named(BOTH, HOME, AWAY)).finding
    assert found.n == 7
    assert found.evidence == (
        "Figures found, gross or admissions, by territory: *A* (2000) in Singapore and Vietnam and "
        "1 elsewhere; *B* (2000) in the Philippines and none elsewhere; *C* (2000) in no market of "
        "the region and 3 elsewhere. A film without a figure may still have been shown there."
    )


def change(*rows: tuple) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["change", "p", "before", "after"])
    return frame.assign(country=["TH", "ID"])


def blending() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "country": ["TH", "ID", "VN"],
            "n": [20, 20, 9],
            "horror+comedy": [3, 1, 9],
            "thriller+drama": [0, 2, 9],
        }
    )


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        (((0.5, 0.01, 12, 12), (0.4, 0.02, 12, 12)), "supported"),
        (((0.5, 0.01, 12, 12), (0.1, 0.6, 12, 12)), "partly supported"),
        (((0.5, 0.01, 12, 12), (-0.4, 0.01, 12, 12)), "not settled"),
        (((-0.1, 0.7, 12, 12), (-0.2, 0.4, 12, 12)), "contradicted"),
        (((0.1, 0.7, 12, 12), (0.2, 0.4, 12, 12)), "not settled"),
        (((0.5, 0.01, 12, 9), (0.4, 0.02, 12, 12)), "not settled"),
    ],
)
def test_genre_mixing(rows, outcome):
    found = verdicts.genre_mixing_caught_on(change(*rows), blending()).finding
    assert found.outcome == outcome
    assert "Horror with comedy stands on 4 of the 40 labelled films" in found.evidence


def test_genre_mixing_without_a_country():
    only = change((0.5, 0.01, 12, 12), (0.4, 0.02, 12, 12)).head(1)
    assert verdicts.genre_mixing_caught_on(only, blending()).finding.outcome == "not settled"


def chosen(family: tuple, drama: tuple, n: int = 30) -> pd.DataFrame:
    frame = pd.DataFrame([family, drama], columns=["difference", "p"])
    return frame.assign(label=["family", "drama"], share=0.5, other_share=0.3, n_chosen=n)


@pytest.mark.parametrize(
    ("family", "drama", "n", "outcome"),
    [
        ((0.2, 0.01), (0.2, 0.01), 30, "supported"),
        ((0.2, 0.01), (0.2, 0.3), 30, "partly supported"),
        ((0.2, 0.01), (-0.2, 0.01), 30, "partly supported"),
        ((-0.2, 0.01), (0.1, 0.3), 30, "contradicted"),
        ((0.1, 0.3), (0.1, 0.3), 30, "not settled"),
        ((0.2, 0.01), (0.2, 0.01), 19, "not settled"),
    ],
)
def test_family_stories(family, drama, n, outcome):
    found = verdicts.family_stories_resonate(chosen(family, drama, n)).finding
    assert found.outcome == outcome
    assert "Family 50% of films taken up against 30% of others" in found.evidence


def readings(value: float, p: float, others: tuple, linked: int = 12) -> pd.DataFrame:
    rows = [("main", value, p), *(("sensitivity", other, 0.5) for other in others)]
    frame = pd.DataFrame(rows, columns=["group", "value", "p"])
    return frame.assign(
        measure="standing", low=value - 0.1, high=value + 0.1, n=70, linked=linked, lists=9
    )


@pytest.mark.parametrize(
    ("frame", "outcome"),
    [
        (readings(0.2, 0.01, (0.1, 0.2)), "supported"),
        (readings(0.2, 0.01, (0.1, -0.2)), "partly supported"),
        (readings(-0.2, 0.01, (-0.1, -0.2)), "contradicted"),
        (readings(0.2, 0.2, (0.1, 0.2)), "not settled"),
        (readings(0.2, 0.01, (0.1, 0.2), linked=9), "not settled"),
    ],
)
def test_korean_touch(frame, outcome):
    found = verdicts.korean_touch_does_better(frame).finding
    assert found.outcome == outcome
    assert found.n == 70


def test_korean_touch_gives_each_country_its_effect_and_interval():
    country = pd.DataFrame({"reading": ["PH", "TH"], "value": [-0.1, None], "group": "country"})
    country = country.assign(measure="standing", low=-0.3, high=0.1, n=16, linked=2, lists=2)
    frame = pd.concat([readings(0.2, 0.01, (0.1,)), country])
    evidence = verdicts.korean_touch_does_better(frame).finding.evidence
    assert "−10 in the Philippines (95% interval −30 to +10; 2 of 16)" in evidence
    assert "Thailand" not in evidence


def test_korean_touch_without_a_list_of_both_kinds_is_not_settled():
    none = readings(float("nan"), float("nan"), (float("nan"),), linked=0)
    assert verdicts.korean_touch_does_better(none).finding.outcome == "not settled"


def events(*rows: tuple) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["country", "words", "kind"])
    return frame.assign(what=frame["words"], date="2020")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (("An acting workshop", "Actors taught"), "supported"),
        (("An acting workshop", "A transacting office"), "partly supported"),
        (("A workshop", "A class"), "not settled"),
    ],
)
def test_acting_programmes(words, outcome):
    frame = events(
        ("VN", words[0], "training"),
        ("TH", words[1], "training"),
        ("TH", "An actor opens a cinema", "company"),
        ("ID", "Acting class", "training"),
    )
    found = verdicts.acting_programmes_appear(frame).finding
    assert (found.outcome, found.n) == (outcome, 2)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (("Course at a film school", "University course"), "supported"),
        (("Course at a film school", "School pupils"), "partly supported"),
        (("Class for school pupils", "Workshop"), "not settled"),
    ],
)
def test_film_schools(words, outcome):
    frame = events(("ID", words[0], "training"), ("PH", words[1], "training"))
    found = verdicts.film_schools_teach_korean_cinema(frame).finding
    assert found.outcome == outcome
    if outcome == "partly supported":
        assert "1 names a film school" in found.evidence
        assert found.evidence.endswith("Course at a film school (2020).")


def influence(counts: dict) -> pd.DataFrame:
    wide = pd.DataFrame(counts, index=list(verdicts.COUNTS)).T
    frame = wide.rename_axis("country").reset_index()
    return frame.melt("country", var_name="measure", value_name="count")


ABOVE = {"VN": [9] * 5, "ID": [8] * 5, "TH": [7] * 5, "PH": [6] * 5, "SG": [1] * 5}
FEW = {"VN": [1] * 5, "ID": [1] * 4 + [0], "TH": [0] * 5, "PH": [0] * 5, "SG": [0] * 5}
SECOND = {"SG": [5, 5, 6, 6, 6], "MY": [5, 5, 6, 6, 6]}


@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        (ABOVE, "supported"),
        (ABOVE | {"TH": [7, 7, 7, 7, 1]}, "partly supported"),
        (ABOVE | {"TH": [7, 7, 0, 0, 0]}, "partly supported"),
        (ABOVE | {"TH": [7, 0, 0, 0, 0]}, "contradicted"),
        (ABOVE | {"TH": [6, 6, 0, 0, 0], "PH": [6, 6, 0, 0, 0]} | SECOND, "contradicted"),
        (ABOVE | {"TH": [1] * 5, "PH": [1] * 5, "SG": [5] * 5}, "contradicted"),
        (FEW, "not settled"),
    ],
)
def test_four_countries(counts, outcome):
    found = verdicts.four_countries_lead(influence(counts)).finding
    assert (found.outcome, found.strength) == (outcome, "weak")


def test_four_countries_with_two_of_the_first_four():
    counts = ABOVE | {"TH": [6, 6, 0, 0, 0], "PH": [6, 6, 0, 0, 0]} | SECOND
    found = verdicts.four_countries_lead(influence(counts), leading=2).finding
    assert found.outcome == "partly supported"


def test_four_countries_names_the_counts():
    found = verdicts.four_countries_lead(influence(ABOVE | {"TH": [7, 7, 0, 1, 1]})).finding
    assert found.evidence == (
        "Found by search, all years together: Vietnam, Indonesia, the Philippines and Thailand "
        "each stand above every other country in 2 of 5 counts (remakes and co-productions). "
        "Counts in this order (remakes, co-productions, linked hits, other events and Korean films "
        "recorded): Vietnam 9, 9, 9, 9, 9; Indonesia 8, 8, 8, 8, 8; the Philippines 6, 6, 6, 6, 6; "
        "Thailand 7, 7, 0, 1, 1; most in any other country 1, 1, 1, 1, 1. By mean rank 4 of the "
        "first 4 are among the four."
    )


def test_four_countries_without_a_fifth_are_not_settled():
    four = influence({code: [9] * 5 for code in ("VN", "ID", "TH", "PH")})
    found = verdicts.four_countries_lead(four).finding
    assert found.outcome == "not settled"
    assert "most in any other" not in found.evidence


def linked(on: int, out: int) -> pd.DataFrame:
    """Give remakes, one on a list in the Philippines, all others in Indonesia."""
    frame = pd.DataFrame({"on_list": [True] * on + [False] * out, "country": "ID"})
    frame.loc[frame.index[:1], "country"] = "PH"
    frame = frame.assign(
        kind="remake",
        tested=True,
        remake_id="a-remake",
        year=range(2015, 2015 + on + out),
        listed=range(10, 10 + on + out),
    )
    other = frame.head(1).assign(on_list=False, country="VN")
    return pd.concat(
        [
            frame,
            other.assign(kind="coproduction"),
            other.assign(tested=False),
            other.assign(remake_id=None),  # a sequel, or the remake of a series
        ]
    )


def pairs(ratios: tuple) -> pd.DataFrame:
    frame = pd.DataFrame({"ratio": pd.Series(ratios, dtype="float64")})
    return frame.assign(country="ID", year=[2019.0 + i for i in range(len(ratios))])


@pytest.mark.parametrize(
    ("on", "out", "ratios", "outcome"),
    [
        (6, 2, (0.1, 0.2, 0.9, 1.5, 1.1), "partly supported"),
        (6, 2, (0.6, 0.7, 0.9, 1.5, 1.1), "not settled"),
        (7, 1, (0.1, 0.2, 0.9, 1.5, 1.1), "not settled"),
        (7, 1, (0.6, 0.7, 0.9, 1.5, 1.1), "contradicted"),
        (2, 2, (0.1, 0.2, 0.9, 1.5, 1.1), "not settled"),
        (6, 2, (0.1, 0.2, 0.9, 1.5), "not settled"),
        (0, 0, (), "not settled"),
    ],
)
def test_not_every_imitation_works(on, out, ratios, outcome):
    frame = linked(on, out) if on else linked(1, 0).head(0)
    found = verdicts.not_every_imitation_works(frame, pairs(ratios)).finding
    assert (found.outcome, found.n) == (outcome, on + out)


def test_not_every_imitation_works_says_where_and_what_is_not_tested():
    found = verdicts.not_every_imitation_works(linked(2, 4), pairs((0.1, 0.2, 0.9, 1.5))).finding
    assert found.evidence == (
        "Remakes of Korean films outside their year's list of local hits: in Indonesia 4 of 5 "
        "(2016 to 2020; lists of 11 to 15 films); in the Philippines none of 1 (2015; list of 10 "
        "films). The lists are short and do not show how other local films fared. Remakes that "
        "took less than 50% of the share of all tickets that the original took in Korea: 2 of 4 in "
        "Indonesia (2019 to 2022). That imitation is the cause is not tested."
    )
    none = verdicts.not_every_imitation_works(linked(1, 0).head(0), pairs(())).finding
    assert "no remake has a list" in none.evidence
    assert "no pair of figures is known" in none.evidence


def test_every_claim_of_the_subject_is_registered():
    ids = ("01", "03", "06", "07", "09", "12", "13", "14")
    assert {f"sea-{number}" for number in ids} <= set(REGISTRY)
