"""The site: builds without warnings, carries alternative texts, needs nothing from elsewhere."""

import shutil
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from bs4 import BeautifulSoup

from analysis import datasets
from analysis.publishing import notebooks, site
from analysis.publishing.errors import PublishingError


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


def test_a_warning_stops_the_build(tmp_path, monkeypatch):
    docs = shutil.copytree(site.ROOT / "docs", tmp_path / "docs")
    (docs / "method.md").write_text("# Method\n\n[nowhere](nowhere.md)\n")
    monkeypatch.setattr(site, "ROOT", tmp_path)
    read = {path: notebooks.read(path) for path in notebooks.find()}
    with pytest.raises(PublishingError, match="warnings"):
        site.build(read, tmp_path / "html")
