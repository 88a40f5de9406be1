"""The site: builds without warnings, carries alternative texts, needs nothing from elsewhere."""

import shutil
import zipfile
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from bs4 import BeautifulSoup

from analysis import datasets
from analysis.publishing import data_pages, notebook_pages, notebooks, site
from analysis.publishing.errors import PublishingError
from tests.browser import driver


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    read = {path: notebooks.read(path) for path in notebooks.find()}
    return site.build(read, tmp_path_factory.mktemp("site") / "html")


@pytest.fixture(scope="module")
def pages(home) -> dict[Path, BeautifulSoup]:
    return {
        path: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in sorted(home.parent.rglob("*.html"))
    }


def test_every_notebook_and_table_has_a_page(home, pages):
    for path in notebooks.find():
        expected = not path.stem.startswith("_")
        assert (home.parent / "notebooks" / f"{path.stem}.html" in pages) == expected
    for name in datasets.tables():
        assert home.parent / "data" / f"{name}.html" in pages


def test_every_chart_arrives_with_its_alternative_text(home, pages):
    for path in notebooks.find():
        if path.stem.startswith("_"):
            continue
        stored = [
            output.metadata["image/png"]["alt"]
            for cell in notebooks.read(path).cells
            for output in cell.get("outputs", [])
            if "image/png" in output.get("data", {})
        ]
        page = pages[home.parent / "notebooks" / f"{path.stem}.html"]
        shown = [image["alt"] for image in page.select(".cell_output img")]
        assert shown == stored
        assert stored


def test_every_image_has_a_text(pages):
    for path, page in pages.items():
        for image in page.find_all("img"):
            assert len(image.get("alt", "")) >= 60, f"{path.name}: {image}"


def test_code_is_folded_and_there(home, pages):
    page = pages[home.parent / "notebooks" / "01_market.html"]
    cells = page.select("div.cell")
    assert cells
    for cell in cells:
        folded = cell.select_one("details")
        assert not folded.has_attr("open")
        assert folded.select_one("pre").get_text().strip()


def test_pages_are_well_formed(pages):
    for path, page in pages.items():
        if path.name in ("search.html", "genindex.html"):
            continue
        assert page.html["lang"] == "en", path.name
        assert len(page.find_all("h1")) == 1, path.name
        levels = [int(tag.name[1]) for tag in page.select("article h1, article h2, article h3")]
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, path.name


def test_nothing_is_loaded_from_another_host(home, pages):
    for path, page in pages.items():
        loaded = [
            *(tag.get("src") for tag in page.find_all(["script", "img", "iframe"])),
            *(tag["href"] for tag in page.find_all("link") if "canonical" not in tag["rel"]),
        ]
        for address in filter(None, loaded):
            assert "//" not in address or address.startswith("data:"), f"{path.name}: {address}"
    for sheet in home.parent.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "url(http" not in text.replace('"', "").replace("'", ""), sheet.name
        assert "@import" not in text or "http" not in text.split("@import")[1][:80], sheet.name


def test_links_inside_the_site_lead_somewhere(pages):
    anchors = {path: {tag["id"] for tag in page.find_all(id=True)} for path, page in pages.items()}
    for path, page in pages.items():
        for link in page.find_all("a", href=True):
            address, anchor = urldefrag(unquote(link["href"]))
            if "://" in address or address.startswith("mailto:"):
                continue
            target = (path.parent / address).resolve() if address else path
            assert target.is_file(), f"{path.name}: {link['href']}"
            if anchor and target in anchors:
                assert anchor in anchors[target], f"{path.name}: {link['href']}"


def test_a_data_page_has_every_column_and_the_file(home, pages):
    for resource in datasets.descriptor()["resources"]:
        page = pages[home.parent / "data" / f"{resource['name']}.html"]
        text = " ".join(page.get_text().split()).replace("’", "'")
        for field in resource["schema"]["fields"]:
            assert field["name"] in text
            assert field["description"] in text
        (link,) = page.select(f'a.download[href$="{resource["path"]}"]')
        file = home.parent / "data" / link["href"]
        assert file.read_bytes() == (datasets.DATA / resource["path"]).read_bytes()
        assert f"{len(datasets.load(resource['name']))} rows" in text


def test_search_knows_the_words_of_notebooks_and_tables(home):
    index = (home.parent / "searchindex.js").read_text(encoding="utf-8")
    assert "decompos" in index or "constant" in index
    assert "01_market" in index
    assert "market_monthly" in index


def test_the_package_holds_every_table(home):
    (file,) = home.parent.rglob(data_pages.PACKAGE)
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            assert package.read(name) == (datasets.DATA / name).read_bytes()
        files = {path.name for path in datasets.DATA.glob("*.csv")}
        assert set(package.namelist()) == {"datapackage.json", *files}


def test_every_chart_has_its_values(home, pages):
    for path in notebooks.find():
        shown = list(notebook_pages.charts(path.stem, notebooks.read(path)))
        if path.stem.startswith("_"):
            continue
        page = pages[home.parent / "notebooks" / f"{path.stem}.html"]
        folded = page.select("details.values")
        assert len(folded) == len(shown)
        for chart, block in zip(shown, folded, strict=True):
            file = home.parent / "notebooks" / block.select_one("a[download]")["href"]
            assert file.read_text(encoding="utf-8") == chart.csv
            rows = len(chart.csv.splitlines()) - 1
            assert len(block.select("tbody tr")) == min(rows, notebook_pages.SHOWN_ROWS)


def test_the_gallery_shows_every_chart(home, pages):
    page = pages[home.parent / "gallery" / "index.html"]
    pictures = page.select("article .card a img")
    stems = [path.stem for path in notebooks.find() if not path.stem.startswith("_")]
    wanted = [
        chart.alt
        for path in notebooks.find(stems)
        for chart in notebook_pages.charts(path.stem, notebooks.read(path))
    ]
    assert [picture["alt"] for picture in pictures] == wanted
    for picture in pictures:
        assert "#" in picture.find_parent("a")["href"], "a picture leads to its section"


@pytest.fixture(scope="module")
def chromium():
    browser = driver.start()
    yield browser
    browser.quit()


LOOKED_AT = [
    "index",
    "gallery/index",
    "notebooks/01_market",
    "notebooks/06_southeast_asia",
    "notebooks/10_claims",
    "data/index",
    "data/coverage",
    "data/exchange_rates",
    "reference/analysis.inference",
    "rerun",
    "extend",
    "method",
    "search",
]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", LOOKED_AT)
def test_no_serious_fault_of_accessibility(home, chromium, name, width):
    chromium.set_window_size(width, 900)
    chromium.get((home.parent / f"{name}.html").as_uri())
    assert driver.findings(chromium) == []


@pytest.mark.parametrize("name", LOOKED_AT)
def test_no_page_is_wider_than_a_phone(home, chromium, name):
    chromium.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True},
    )
    chromium.get((home.parent / f"{name}.html").as_uri())
    wide = chromium.execute_script("return document.documentElement.scrollWidth")
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= 390


def test_the_claims_can_be_filtered(home, chromium):
    chromium.get((home.parent / "notebooks" / "10_claims.html").as_uri())
    shown = "return document.querySelectorAll('table.ledger tbody tr:not([hidden])').length"
    assert chromium.execute_script(shown) == len(datasets.load("claims"))
    chromium.execute_script(
        "const choice = document.querySelector('.filters select');"
        "choice.value = 'gems'; choice.dispatchEvent(new Event('change'));"
    )
    of_one = (datasets.load("claims")["article"] == "gems").sum()
    assert chromium.execute_script(shown) == of_one
    told = chromium.execute_script("return document.querySelector('.filters output').textContent")
    assert told.startswith(f"{of_one} of ")


def test_the_dark_theme_keeps_its_contrast(home, chromium):
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": dark})
    chromium.get((home.parent / "notebooks" / "01_market.html").as_uri())
    found = driver.findings(chromium)
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert found == []


def test_a_warning_stops_the_build(tmp_path, monkeypatch, capfd):
    docs = shutil.copytree(site.ROOT / "docs", tmp_path / "docs")
    shutil.copy(site.ROOT / "CONTRIBUTING.md", tmp_path)
    (docs / "method.md").write_text("# Method\n\n[nowhere](nowhere.md)\n")
    monkeypatch.setattr(site, "ROOT", tmp_path)
    path = notebooks.find(["_template"])[0]
    with pytest.raises(PublishingError, match="warnings"):
        site.build({path: notebooks.read(path)}, tmp_path / "html")
    assert "'myst' cross-reference target not found: 'nowhere.md'" in capfd.readouterr().err
