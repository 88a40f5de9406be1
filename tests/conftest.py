"""What several test modules share."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from analysis import datasets

ROOT = Path(__file__).resolve().parents[1]

# the same examples on every run, however slow the machine
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data folder that a test may break."""
    return Path(shutil.copytree(datasets.DATA, tmp_path / "data"))


@pytest.fixture
def change(data: Path) -> Callable[..., int]:
    """Change one cell of a table's copy; returns its line.

    ``new`` is the new text or a function of the old one, so that a test does
    not depend on the figures that stand in the data.
    """

    def write(file: str, where: dict[str, str], column: str, new: str | Callable) -> int:
        path = data / file
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        hits = [i for i, row in enumerate(rows) if all(row[k] == v for k, v in where.items())]
        assert len(hits) == 1, f"{where} names {len(hits)} rows of {file}"
        old = rows[hits[0]][column]
        rows[hits[0]][column] = new(old) if callable(new) else new
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return hits[0] + 2

    return write


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a check of ``ChartChecks`` once for each chart of its class."""
    if "drawn" in metafunc.fixturenames:
        subject = metafunc.cls.module.__name__.rsplit(".", 1)[1]
        names = list(metafunc.cls.makers)
        metafunc.parametrize("drawn", names, ids=[f"{subject}-{name}" for name in names])
