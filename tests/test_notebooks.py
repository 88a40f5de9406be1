"""Notebooks: committed executed and canonical, by the conventions, run without a network."""

import json
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from analysis.publishing import notebooks
from analysis.publishing.errors import PublishingError
from analysis.schema import DataError
from tests.conftest import ROOT

PATHS = notebooks.find()
each = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
# numbers that typed text may hold beside years: a claim's wording, and the level of intervals
TYPED = {"45", "95"}


def code(path: Path) -> list:
    return [cell for cell in notebooks.read(path).cells if cell.cell_type == "code"]


def typed(path: Path) -> list[str]:
    return [cell.source for cell in notebooks.read(path).cells if cell.cell_type == "markdown"]


@each
def test_it_is_committed_executed_and_clean(path):
    cells = code(path)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    for cell in cells:
        assert not cell.metadata.get("tags"), "no cell is left out of a comparison"
        assert "NBVAL" not in cell.source
        for output in cell.outputs:
            assert output.output_type != "error"
            assert output.get("name") != "stderr", output.get("text")


@each
def test_it_is_in_canonical_form(path):
    text = path.read_text(encoding="utf-8")
    assert text == notebooks.to_text(notebooks.canonical(notebooks.read(path)))


@each
def test_cells_are_short_and_text_accompanies_them(path):
    lengths = [len(cell.source.splitlines()) for cell in code(path)]
    assert statistics.median(lengths) <= 6
    assert max(lengths) <= 25
    assert not any(re.search(r"^\s*def ", cell.source, re.MULTILINE) for cell in code(path))
    assert len(typed(path)) >= len(lengths)


@each
def test_it_opens_and_ends_as_the_conventions_say(path):
    text = typed(path)
    assert text[0].startswith("# ")
    assert text[0].splitlines()[0].endswith("?")
    headings = [line for cell in text for line in cell.splitlines() if line.startswith("## ")]
    assert headings[0] == "## Key findings"
    assert [heading.split()[1] for heading in headings[-3:]] == ["Claims", "Tables", "Extend"]
    assert any("**Data used.**" in cell and "**Previous and next.**" in cell for cell in text)


@each
def test_typed_text_holds_no_results(path):
    for cell in typed(path):
        # code and the names of notebooks may hold digits
        plain = re.sub(r"`[^`]*`|\[\d\d_\w+\]\(\d\d_\w+\.ipynb\)", "", cell)
        numbers = set(re.findall(r"\d[\d.,]*\d|\d", plain))
        years = {number for number in numbers if re.fullmatch(r"(19|20)\d\d", number)}
        assert numbers - years <= TYPED, cell


@each
def test_every_chart_is_stored_with_its_text_and_read_aloud_after(path):
    cells = notebooks.read(path).cells
    for place, cell in enumerate(cells):
        images = [o for o in cell.get("outputs", []) if "image/png" in o.get("data", {})]
        assert len(images) <= 1
        for image in images:
            alt = image.metadata["image/png"]["alt"]
            assert 60 <= len(alt) <= 300
            assert alt in image.data["text/plain"]
            assert re.search(r"\[values [0-9a-f]{12}, \d+ rows?\]", image.data["text/plain"])
            after = cells[place + 1]
            assert after.cell_type == "markdown" or after.outputs, "a reading follows the chart"


def notebook(*sources: str) -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{i}") for i, source in enumerate(sources)]
    return nbformat.v4.new_notebook(cells=cells)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notebooks").mkdir()
    return tmp_path / "notebooks"


def put(folder: Path, name: str, *sources: str) -> Path:
    path = folder / name
    nbformat.write(notebook(*sources), path)
    return path


def test_executing_twice_changes_nothing(folder):
    path = put(folder, "01_a.ipynb", "print('a')", "import sys\nprint('b', flush=True)\n1 + 1", "")
    first = notebooks.run([path], 1)[path]
    path.write_text(notebooks.to_text(first), encoding="utf-8")
    second = notebooks.run([path], 1)[path]
    assert notebooks.to_text(first) == notebooks.to_text(second)
    assert notebooks.changes(path.name, first, second) == []
    stored = json.loads(path.read_text())
    assert stored["metadata"] == notebooks.METADATA
    assert [cell["execution_count"] for cell in stored["cells"]] == [1, 2, None]
    assert "timing" not in path.read_text()


def test_a_notebook_runs_in_this_environment(folder):
    path = put(folder, "01_a.ipynb", "import sys; print(sys.executable)")
    (output,) = notebooks.run([path], 1)[path].cells[0].outputs
    assert Path(output.text.strip()).parent == Path(sys.executable).parent


def test_canonical_form_drops_what_differs_between_runs():
    raw = notebook("1")
    raw.metadata["signature"] = "x"
    cell = raw.cells[0]
    cell.execution_count = 7
    cell.metadata.update({"execution": {"iopub.status.busy": "now"}, "tags": ["b", "a"]})
    texts = [nbformat.v4.new_output("stream", name="stdout", text=part) for part in ("a", "b")]
    result = nbformat.v4.new_output("execute_result", {"text/plain": "1"}, execution_count=7)
    cell.outputs = [*texts, result]
    new = notebooks.canonical(raw)
    assert new.metadata == notebooks.METADATA
    assert new.cells[0].metadata == {"tags": ["a", "b"]}
    assert [output.get("text") for output in new.cells[0].outputs] == ["ab", None]
    assert new.cells[0].outputs[1].execution_count == new.cells[0].execution_count == 1
    assert notebooks.to_text(notebooks.canonical(new)) == notebooks.to_text(new)


def test_changes_show_old_and_new_sentences(folder):
    path = put(folder, "01_a.ipynb", "print('same')", "x = 1\nprint(f'It was {x}.')")
    before = notebooks.run([path], 1)[path]
    put(folder, "01_a.ipynb", "print('same')", "x = 2\nprint(f'It was {x}.')")
    (change,) = notebooks.changes(path.name, before, notebooks.run([path], 1)[path])
    assert (change.notebook, change.cell) == ("01_a.ipynb", 2)
    assert change.detail.splitlines() == ["  -It was 1.", "  +It was 2."]


def test_a_failing_cell_is_named(folder):
    path = put(folder, "01_a.ipynb", "1", "1 / 0")
    with pytest.raises(PublishingError, match=r"01_a\.ipynb, cell 2: ZeroDivisionError"):
        notebooks.run([path, put(folder, "02_b.ipynb", "1")], 2)


def test_a_cell_that_hangs_is_stopped(folder, monkeypatch):
    monkeypatch.setattr(notebooks, "TIMEOUT", 1)
    path = put(folder, "01_a.ipynb", "import time; time.sleep(60)")
    with pytest.raises(PublishingError, match=r"01_a\.ipynb.*timed out"):
        notebooks.run([path], 1)


def test_a_file_that_is_no_notebook_is_named(folder):
    (folder / "01_a.ipynb").write_text("{")
    with pytest.raises(PublishingError, match=r"01_a\.ipynb: not a readable notebook"):
        notebooks.run([folder / "01_a.ipynb"], 1)


def test_an_unknown_name_gets_the_nearest():
    with pytest.raises(PublishingError, match="'01_market'"):
        notebooks.find(["01_markets"])
    assert [path.stem for path in notebooks.find(["01_market.ipynb"])] == ["01_market"]


def test_a_new_notebook_starts_from_the_template(folder):
    template = (notebooks.NOTEBOOKS / "_template.ipynb").read_text(encoding="utf-8")
    (folder / "_template.ipynb").write_text(template, encoding="utf-8")
    path = notebooks.create("11_music", folder)
    cells = notebooks.read(path).cells
    assert path.name == "11_music.ipynb"
    assert all(cell.execution_count is None for cell in cells if cell.cell_type == "code")
    assert len(cells) == len(notebooks.read(folder / "_template.ipynb").cells)
    with pytest.raises(PublishingError, match="taken by 11_music"):
        notebooks.create("11_dance", folder)
    with pytest.raises(PublishingError, match="two digits and a subject"):
        notebooks.create("music", folder)


BLOCK = """
import socket
connect = socket.socket.connect
def local_only(self, address):
    host = address[0] if isinstance(address, tuple) else ""
    if self.family != socket.AF_UNIX and host not in ("127.0.0.1", "::1", "localhost"):
        raise OSError(f"no network in notebooks: {address}")
    return connect(self, address)
socket.socket.connect = local_only
"""


def test_no_notebook_needs_the_network(folder, tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(BLOCK)
    search = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    monkeypatch.setenv("PYTHONPATH", search)
    probe = put(folder, "01_a.ipynb", "import socket; socket.create_connection(('192.0.2.1', 80))")
    with pytest.raises(PublishingError, match="no network in notebooks"):
        notebooks.run([probe], 1)
    notebooks.run(PATHS, 2)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what notebook 01 needs, whose data a test may change."""
    for part in ("src", "data", "notebooks", "docs", "README.md"):
        subprocess.run(["cp", "-R", ROOT / part, tmp_path / part], check=True)
    return tmp_path


def in_copy(copy: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "analysis", *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_changed_figure_shows_as_old_and_new_sentences(copy):
    assert in_copy(copy, "notebooks", "01_market").returncode == 0
    unchanged = in_copy(copy, "notebooks", "--check", "01_market")
    assert unchanged.returncode == 0, unchanged.stdout + unchanged.stderr
    assert "0 of 1 notebooks would change" in unchanged.stdout
    path = copy / "data" / "ticket_prices.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    (place,) = [i for i, row in enumerate(rows) if row.startswith("2022-04-04,CGV,")]
    fields = rows[place].split(",")
    fields[4] = str(int(fields[4]) + 1_000)
    rows[place] = ",".join(fields)
    path.write_text("".join(rows), encoding="utf-8")
    changed = in_copy(copy, "notebooks", "--check", "01_market")
    assert changed.returncode == 1
    lines = changed.stdout.splitlines()
    assert any(line.startswith("  -") and "list price" in line for line in lines)
    assert any(line.startswith("  +") and "list price" in line for line in lines)
    assert any("[values " in line for line in lines)
    cells = {line.split(":")[0] for line in lines if line.startswith("01_market.ipynb, cell")}
    assert len(cells) == 2, "the chart and the sentence that rest on list prices, and only they"


def test_bad_data_stop_a_notebook_with_the_fault(copy):
    path = copy / "data" / "ticket_prices.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2009-07-03,CGV", "2009-02-30,CGV"), encoding="utf-8")
    result = in_copy(copy, "notebooks", "01_market")
    assert result.returncode == 1
    assert DataError.__name__ in result.stderr
    assert "ticket_prices.csv, line 2, column date: found '2009-02-30'" in result.stderr
