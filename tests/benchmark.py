"""Measure speed and memory; ``make bench`` writes the results to docs/benchmark.md.

Every result is a ratio of two measurements of one run on one machine. Nothing
here is a test: a slow machine fails nothing.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import nbformat
import pandas as pd
from nbclient import NotebookClient

from analysis import datasets
from analysis.prose import fill, table
from analysis.publishing import notebooks
from tests import growth

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmark.md"
SIZES = (1, 100, 1000)


def seconds(work: Callable[[], object], least: int = 1) -> float:
    """Time a piece of work: the fastest of some runs."""
    times = []
    for _ in range(least):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def cell_times(path: Path) -> tuple[float, float]:
    """Run a notebook alone; give the time of its cells and that of all the rest (kernel start)."""
    notebook = notebooks.read(path)
    client = NotebookClient(
        notebook, timeout=notebooks.TIMEOUT, resources={"metadata": {"path": str(path.parent)}}
    )
    whole = seconds(client.execute)
    cells = 0.0
    for cell in notebook.cells:
        stamps = cell.metadata.get("execution", {})
        if "shell.execute_reply" in stamps:
            start, end = (
                pd.Timestamp(stamps[name]) for name in ("iopub.status.busy", "shell.execute_reply")
            )
            cells += (end - start).total_seconds()
    return cells, whole - cells


def notebook_run() -> str:
    """Compare the notebook run with its floor and with nbconvert, one after another."""
    paths = notebooks.find()
    cores = os.cpu_count() or 1
    ours = seconds(lambda: notebooks.run(paths, cores))
    empty = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
    kernel = seconds(lambda: NotebookClient(nbformat.from_dict(empty)).execute(), 3)
    cells = {path.stem: cell_times(path)[0] for path in paths}
    floor = max((sum(cells.values()) + kernel * len(paths)) / cores, max(cells.values()) + kernel)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "jupyter", "nbconvert", "--to", "notebook", "--execute"]
        options = ["--log-level=ERROR", "--output-dir", folder]
        plain = seconds(
            lambda: [
                subprocess.run([*command, *options, str(path)], check=True, capture_output=True)
                for path in paths
            ]
        )
    slowest = max(cells, key=cells.__getitem__)
    return fill(
        "Running all {n} notebooks took {ratio:.2f} times its floor: the start of a kernel "
        "({kernel:.1f} s) and the time of the cells of each notebook, imports included, spread "
        "over {cores} cores. Notebook by notebook with `jupyter nbconvert --execute` it took "
        "{plain:.1f} times as long. The notebook with the longest cells is {slowest} ({share:.0%} "
        "of all cell time). The run itself took {ours:.0f} s.",
        n=len(paths),
        ratio=ours / floor,
        kernel=kernel,
        cores=cores,
        plain=plain / ours,
        slowest=slowest,
        share=cells[slowest] / sum(cells.values()),
        ours=ours,
    )


def loading() -> str:
    """Compare loading with validation against reading the same files with pandas alone."""
    names = datasets.tables()
    paths = [datasets.DATA / one["path"] for one in datasets.descriptor()["resources"]]
    ours = seconds(lambda: [datasets.load(name) for name in names], 3)
    plain = seconds(lambda: [pd.read_csv(path, dtype="str") for path in paths], 3)
    checked = seconds(datasets.check, 3)
    return fill(
        "Loading all {n} tables typed and validated took {load:.1f} times as long as reading the "
        "files as text with pandas; checking them with every rule across tables {check:.1f} times. "
        "Loading took {ours:.2f} s.",
        n=len(names),
        load=ours / plain,
        check=checked / plain,
        ours=ours,
    )


def subject(name: str, work: Callable[[int], Callable[[], object]]) -> dict[str, object]:
    """Time one subject function at each size, and its peak memory at the two smaller ones."""
    times, peaks = {}, {}
    for size in SIZES:
        call = work(size)
        times[size] = seconds(call, 3 if size < max(SIZES) else 1)
        if size < max(SIZES):  # tracing makes the largest size take minutes
            tracemalloc.start()
            call()
            peaks[size] = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
    small, middle, large = SIZES
    return {
        "function": name,
        "seconds at 1x": times[small],
        "100x over 1x": times[middle] / times[small],
        "1000x over 100x": times[large] / times[middle],
        "memory, 100x over 1x": peaks[middle] / peaks[small],
    }


def subjects() -> str:
    """Time a function of each subject on its tables, and on copies with other keys."""
    rows = pd.DataFrame([subject(name, work) for name, work in growth.CASES.items()])
    shown = table(
        rows,
        "Time at 1, 100 and 1000 times the rows, peak memory at 1 and 100; cost in line with rows "
        "gives at most 100 and 10",
        {
            "seconds at 1x": ".4f",
            "100x over 1x": ".1f",
            "1000x over 100x": ".1f",
            "memory, 100x over 1x": ".1f",
        },
    )
    return shown.markdown


def machine() -> str:
    """Describe where this ran, without naming the machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return fill(
        "{system} on {kind}, {cores} cores, {memory:.0f} GiB of memory, Python {python}, "
        "pandas {pandas}.",
        system=platform.system(),
        kind=platform.machine(),
        cores=os.cpu_count(),
        memory=memory,
        python=platform.python_version(),
        pandas=pd.__version__,
    )


def main() -> None:
    """Measure everything and write the page."""
    parts = ["# Speed"]
    parts.append(
        "Written by `make bench`. Ratios compare two measurements of one run; seconds are of the "
        f"machine named here and no promise. {machine()}"
    )
    for title, measure in (
        ("Notebooks", notebook_run),
        ("Tables", loading),
        ("Subject functions", subjects),
    ):
        print(f"measuring: {title.lower()}", flush=True)
        parts.append(f"## {title}\n\n{measure()}")
    PAGE.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(f"written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
