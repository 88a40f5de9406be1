"""The repository: one set of versions, nothing of one machine, licences in place."""

import re
import subprocess
import tomllib
from itertools import chain

import pytest
import yaml

from analysis.publishing import readme
from tests.conftest import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, re.MULTILINE))
CONDA_NAMES = {"matplotlib-base": "matplotlib"}


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_every_pin_has_hashes_and_no_address():
    assert "://" not in LOCK
    assert "--index-url" not in LOCK
    for block in re.split(r"\n(?=[a-z])", LOCK.split("\n", 2)[2]):
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_everything_the_project_asks_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = chain(project["dependencies"], *project["optional-dependencies"].values())
    assert {re.split(r"[<>=]", name)[0] for name in wanted} <= set(PINS)


def test_conda_gets_the_versions_of_the_lock():
    wanted = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    assert wanted["channels"] == ["conda-forge", "nodefaults"]
    names = set()
    for entry in wanted["dependencies"]:
        name, _, version = entry.partition("=")
        if name in ("python", "pip"):
            continue
        name = CONDA_NAMES.get(name, name)
        assert PINS[name] == version, entry
        names.add(name)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = chain(project["dependencies"], *project["optional-dependencies"].values())
    assert {re.split(r"[<>=]", name)[0] for name in asked} <= names


def test_nothing_of_one_machine_is_in_the_tree():
    local = re.compile(r"(?<![\w.])/(?:work|root|home|farm|Users|tmp)/\w")
    hosts = re.compile("|".join(["pythonhosted", r"pypi\.org/simple", "registry\\.npm" + "js"]))
    shared = re.compile(r"\.\./" + "shared")
    keys = re.compile(r"(?i)(api[_-]?key|secret|token)\s*[=:]\s*['\"][A-Za-z0-9]{16,}")
    for name in tracked():
        if name.endswith((".png", ".ttf", ".lock")) or name == "tests/test_repository.py":
            continue
        text = (ROOT / name).read_text(encoding="utf-8")
        for what in (local, hosts, shared, keys):
            assert not what.search(text), f"{name}: {what.search(text)}"


def test_no_file_is_left_over():
    allowed = {
        *("README.md", "LICENSE", "LICENSE-DATA", "CITATION.cff", "Makefile", "pyproject.toml"),
        *("requirements.lock", "environment.yml", ".gitignore", "CONTRIBUTING.md"),
        *("data", "notebooks", "src", "tests", "docs", ".ci"),
    }
    assert {name.split("/")[0] for name in tracked()} <= allowed


def test_the_citation_is_whole():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == project["version"]
    assert {"cff-version", "title", "authors", "message", "license"} <= set(citation)


def test_the_readme_shows_what_the_notebooks_hold(tmp_path):
    for part in ("README.md", "docs", "notebooks"):
        subprocess.run(["cp", "-R", ROOT / part, tmp_path / part], check=True)
    assert readme.refresh(tmp_path) == [], "run python -m analysis notebooks"
    page = tmp_path / "README.md"
    text = page.read_text(encoding="utf-8")
    for file in readme.PICTURES:
        assert f"(docs/_static/{file})" in text
    sentence = readme.SENTENCE.search(text)[0]
    assert sentence.startswith("Of ")
    page.write_text(text.replace(sentence, "Of old claims, none."), encoding="utf-8")
    assert readme.refresh(tmp_path) == [page]
    assert page.read_text(encoding="utf-8") == text


def test_the_readme_names_commands_and_files_that_exist():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"`make ([a-z]+)", readme)) | set(
        re.findall(r"^make ([a-z]+)", readme, re.MULTILINE)
    )
    assert {"site", "test"} <= targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for address in re.findall(r"\]\(([^)#]+)\)", readme):
        if "://" not in address:
            assert (ROOT / address).exists(), address
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
