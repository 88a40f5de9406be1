"""Run notebooks, write them in one canonical form, and say what a rerun changes.

The canonical form holds nothing that differs between two runs or two machines:
no timings, no kernel versions, sorted keys, execution counts from 1 on.
"""

import asyncio
import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from analysis.publishing.errors import PublishingError

NOTEBOOKS = Path(__file__).resolve().parents[3] / "notebooks"
TIMEOUT = 60
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
NAME = re.compile(r"\d{2}_[a-z][a-z0-9_]*")


class NotebookError(PublishingError):
    """A notebook that does not run or cannot be read, with file and cell."""


@dataclass(frozen=True)
class Change:
    """What a rerun changes in one cell.

    Attributes
    ----------
    notebook : str
        File name.
    cell : int
        Number of the cell, counted from 1.
    source : str
        Its first line.
    detail : str
        The difference, line by line, old (-) and new (+).
    """

    notebook: str
    cell: int
    source: str
    detail: str

    def __str__(self) -> str:
        return f"{self.notebook}, cell {self.cell}: {self.source}\n{self.detail}"


def find(names: Sequence[str] = (), folder: Path = NOTEBOOKS) -> list[Path]:
    """List notebooks.

    Parameters
    ----------
    names : sequence of str
        Names with or without ``.ipynb``; all notebooks without them.
    folder : Path
        Where they are.

    Returns
    -------
    list of Path
        In order of name.

    Raises
    ------
    NotebookError
        If a name is not there, with the nearest one that is.
    """
    known = {path.stem: path for path in sorted(folder.glob("*.ipynb"))}
    stems = [Path(name).stem for name in names]
    for stem in stems:
        if stem not in known:
            close = difflib.get_close_matches(stem, known, n=1, cutoff=0.3) or sorted(known)
            raise NotebookError(f"no notebook {stem!r} in {folder.name}/; is it {close[0]!r}?")
    return [known[stem] for stem in stems] if stems else list(known.values())


def read(path: Path) -> NotebookNode:
    """Read a notebook.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    NotebookNode
        The notebook.

    Raises
    ------
    NotebookError
        If the file is not a notebook.
    """
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        raise NotebookError(f"{path.name}: not a readable notebook ({error})") from error


def run(
    paths: Iterable[Path], workers: int, done: Callable[[Path], None] = lambda path: None
) -> dict[Path, NotebookNode]:
    """Run notebooks side by side, each in a kernel of its own in this environment.

    Parameters
    ----------
    paths : iterable of Path
        The notebooks; the files are not changed.
    workers : int
        How many run at once.
    done : callable
        Called with each path when it is finished.

    Returns
    -------
    dict of Path to NotebookNode
        The executed notebooks in canonical form.

    Raises
    ------
    NotebookError
        If a cell fails, times out or kills its kernel; names file and cell.
    """

    async def everything() -> dict[Path, NotebookNode]:
        room = asyncio.Semaphore(workers)
        tasks = [asyncio.create_task(_run_one(path, room, done)) for path in paths]
        try:
            return dict(await asyncio.gather(*tasks))
        except NotebookError:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            raise

    return asyncio.run(everything())


async def _run_one(
    path: Path, room: asyncio.Semaphore, done: Callable[[Path], None]
) -> tuple[Path, NotebookNode]:
    notebook = read(path)
    # without folders to look in, the specification left is that of this environment's kernel
    manager = AsyncKernelManager(kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))
    client = NotebookClient(
        notebook,
        km=manager,
        timeout=TIMEOUT,
        record_timing=False,
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
    )
    async with room:
        try:
            await client.async_execute()
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            raise NotebookError(_failure(path, notebook, error)) from error
    done(path)
    return path, canonical(notebook)


def _failure(path: Path, notebook: NotebookNode, error: Exception) -> str:
    """Say which cell failed and why, with the end of the traceback."""
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                trace = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(output.traceback))
                tail = "\n".join(trace.splitlines()[-15:])
                return f"{path.name}, cell {number}: {output.ename}: {output.evalue}\n{tail}"
    return f"{path.name}: {error}"


def canonical(notebook: NotebookNode) -> NotebookNode:
    """Bring a notebook into the one form in which it is committed.

    Parameters
    ----------
    notebook : NotebookNode
        Any notebook, executed or not.

    Returns
    -------
    NotebookNode
        A copy: minimal metadata, tags only on cells, execution counts from 1 on,
        neighbouring texts on one stream joined.
    """
    cells = []
    count = 0
    for number, cell in enumerate(notebook.cells, start=1):
        new = NotebookNode(
            id=cell.get("id", f"cell-{number}"),
            cell_type=cell.cell_type,
            metadata={"tags": sorted(cell.metadata["tags"])} if cell.metadata.get("tags") else {},
            source=cell.source.strip("\n"),
        )
        if cell.cell_type == "code":
            executed = cell.get("execution_count") is not None
            count += executed
            new.execution_count = count if executed else None
            new.outputs = list(_outputs(cell.outputs, new.execution_count))
        cells.append(new)
    return NotebookNode(
        cells=cells, metadata=nbformat.from_dict(METADATA), nbformat=4, nbformat_minor=5
    )


def _outputs(outputs: list[NotebookNode], count: int | None) -> Iterator[NotebookNode]:
    joined: list[NotebookNode] = []
    for output in outputs:
        new = nbformat.from_dict({k: v for k, v in output.items() if k != "transient"})
        before = joined[-1] if joined else {}
        if new.output_type == "stream" and new.name == before.get("name"):
            before.text += new.text
            continue
        if "execution_count" in new:
            new.execution_count = count
        joined.append(new)
    yield from joined


def to_text(notebook: NotebookNode) -> str:
    """Write a notebook as the text of its file.

    Parameters
    ----------
    notebook : NotebookNode
        In canonical form.

    Returns
    -------
    str
        JSON with sorted keys and a final line end.
    """
    return nbformat.writes(notebook, version=4) + "\n"


def changes(name: str, old: NotebookNode, new: NotebookNode) -> list[Change]:
    """List the cells that differ between two runs of a notebook.

    Parameters
    ----------
    name : str
        File name.
    old, new : NotebookNode
        The notebook before and after.

    Returns
    -------
    list of Change
        One a cell; empty where both are the same to the byte.
    """
    found = []
    for number, (before, after) in enumerate(zip(old.cells, new.cells, strict=True), start=1):
        if before == after:
            continue
        lines = list(
            difflib.unified_diff(_lines(before), _lines(after), n=0, lineterm="", fromfile="")
        )[2:]
        told = [f"  {line}" for line in lines if not line.startswith("@@")]
        if images(before) != images(after):
            told.append("  (the image is drawn anew)")
        first = after.source.splitlines()[0] if after.source else "(empty)"
        found.append(Change(name, number, first, "\n".join(told or ["  (form only)"])))
    if not found and to_text(old) != to_text(new):
        found.append(Change(name, 0, "metadata of the file", "  (form only)"))
    return found


def _lines(cell: NotebookNode) -> list[str]:
    texts = [] if cell.cell_type != "code" else cell.outputs
    lines = []
    for output in texts:
        if output.output_type == "stream":
            lines += output.text.splitlines()
        elif output.output_type == "error":
            lines.append(f"{output.ename}: {output.evalue}")
        else:
            data = output.data
            lines += data.get("text/markdown", data.get("text/plain", "")).splitlines()
    return lines


def images(cell: NotebookNode) -> list[tuple[str, str]]:
    """List the images that a cell shows.

    Parameters
    ----------
    cell : NotebookNode
        Any cell.

    Returns
    -------
    list of tuple of (str, str)
        Alternative text and PNG in base 64, in order.
    """
    return [
        (output.metadata.get("image/png", {}).get("alt", ""), output.data["image/png"])
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]


def create(name: str, folder: Path = NOTEBOOKS) -> Path:
    """Make a new notebook from the template.

    Parameters
    ----------
    name : str
        Two digits and a subject, as ``11_music``.
    folder : Path
        Where the template is and the new notebook goes.

    Returns
    -------
    Path
        The new file, not yet executed.

    Raises
    ------
    NotebookError
        If the name has another form, or its number or name is taken.
    """
    stem = Path(name).stem
    if not NAME.fullmatch(stem):
        raise NotebookError(f"{name!r} is not two digits and a subject, like 11_music")
    taken = [path.stem for path in folder.glob("*.ipynb") if path.stem[:2] == stem[:2]]
    if taken:
        raise NotebookError(f"number {stem[:2]} is taken by {taken[0]}")
    notebook = read(folder / "_template.ipynb")
    for cell in notebook.cells:
        cell.source = cell.source.replace("_template", stem)
        if cell.cell_type == "code":
            cell.execution_count, cell.outputs = None, []
    path = folder / f"{stem}.ipynb"
    path.write_text(to_text(canonical(notebook)), encoding="utf-8")
    return path
