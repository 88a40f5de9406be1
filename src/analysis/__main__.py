"""Command line: ``python -m analysis check | notebooks | site | update-kobis | new-notebook``."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from analysis.schema import DataError


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-01-31") from None


def _cores() -> int:
    return max(1, os.cpu_count() or 1)


def _check(options: argparse.Namespace) -> int:
    from analysis import datasets

    faults = datasets.check(options.data)
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} faults found" if len(faults) > 1 else "1 fault found")
        return 1
    names = datasets.tables(options.data)
    rows = sum(len(datasets.load(name, options.data)) for name in names)
    print(f"{len(names)} tables, {rows} rows: sound")
    return 0


def _notebooks(options: argparse.Namespace) -> int:
    from analysis.publishing import notebooks, readme

    paths = notebooks.find(options.names)
    changed = 0
    for path, new in _run(paths, options.workers).items():
        old = notebooks.read(path)
        before, after = path.read_text(encoding="utf-8"), notebooks.to_text(new)
        if before == after:
            continue
        changed += 1
        if options.check:
            for change in notebooks.changes(path.name, old, new):
                print(change)
        else:
            path.write_text(after, encoding="utf-8")
            print(f"rewritten: {path.name}")
    if not options.check:
        for path in readme.refresh():
            print(f"rewritten: {path.name}")
    verb = "would change" if options.check else "changed"
    print(f"{changed} of {len(paths)} notebooks {verb}")
    return 1 if options.check and changed else 0


def _site(options: argparse.Namespace) -> int:
    from analysis.publishing import notebooks, site

    paths = notebooks.find()
    if options.committed:
        read = {path: notebooks.canonical(notebooks.read(path)) for path in paths}
    else:
        read = _run(paths, options.workers)
    home = site.build(read, options.output)
    print(f"The site is ready: {home.as_uri()}")
    return 0


def _new_notebook(options: argparse.Namespace) -> int:
    from analysis.publishing import notebooks

    path = notebooks.create(options.name)
    print(
        f"made notebooks/{path.name}; edit it, then run: python -m analysis notebooks {path.stem}"
    )
    return 0


def _update_kobis(options: argparse.Namespace) -> int:
    from analysis.kobis import command
    from analysis.kobis.client import Client, KobisError

    try:
        first, last = command.span(options.first, options.last, options.year)
        key = os.environ.get("KOBIS_KEY", "")
        api = Client(key, options.kept, base=options.base or Client.base)
        command.run(api, first, last, options.data, write=options.write)
    except KobisError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def _run(paths: list[Path], workers: int) -> dict:
    """Run notebooks with a progress bar, or a line each where there is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from analysis.publishing import notebooks

    console = Console()
    bar = Progress(
        TextColumn("running notebooks"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
        console=console,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=len(paths))

        def done(path: Path) -> None:
            bar.update(task, advance=1, description=path.stem)
            if not console.is_terminal:
                print(f"ran {path.name}", flush=True)

        return notebooks.run(paths, workers, done)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Check the tables, run the notebooks, render the site.",
    )
    commands = parser.add_subparsers(required=True, metavar="command")

    check = commands.add_parser("check", help="validate every table and the rules across them")
    from analysis.datasets import DATA

    check.add_argument(
        "--data", type=Path, default=DATA, help="folder with datapackage.json (default: data/)"
    )
    check.set_defaults(run=_check)

    run = commands.add_parser("notebooks", help="run notebooks and write them in canonical form")
    run.add_argument("names", nargs="*", help="notebooks to run, e.g. 01_market (default: all)")
    run.add_argument(
        "--check", action="store_true", help="write nothing; show what would change, exit 1 if any"
    )
    run.add_argument("--workers", type=int, default=_cores(), help="how many run at once")
    run.set_defaults(run=_notebooks)

    site = commands.add_parser("site", help="run every notebook and render the site")
    site.add_argument(
        "--committed", action="store_true", help="render the outputs in the files, run nothing"
    )
    site.add_argument("--output", type=Path, help="folder for the site (default: build/site)")
    site.add_argument("--workers", type=int, default=_cores(), help="how many run at once")
    site.set_defaults(run=_site)

    kobis = commands.add_parser(
        "update-kobis", help="compare films with newer counts of KOFIC's KOBIS open API"
    )
    kobis.add_argument("--from", dest="first", type=_day, help="first day (default: yesterday)")
    kobis.add_argument("--to", dest="last", type=_day, help="last day (default: yesterday)")
    kobis.add_argument("--year", type=int, help="read each day of a year (365 requests)")
    kobis.add_argument("--write", action="store_true", help="write the differences to the tables")
    kobis.add_argument("--data", type=Path, default=DATA, help="folder with the tables")
    kobis.add_argument("--base", help="address of the API, where it is not KOFIC's own")
    kobis.add_argument(
        "--kept", type=Path, default=DATA.parent / "build" / "kobis", help="folder for answers"
    )
    kobis.set_defaults(run=_update_kobis)

    new = commands.add_parser("new-notebook", help="start a notebook from the template")
    new.add_argument("name", help="two digits and a subject, e.g. 11_music")
    new.set_defaults(run=_new_notebook)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : list of str, optional
        Command line without the program's name; that of the process by default.

    Returns
    -------
    int
        0 when all is well, 1 when a check found something or a run failed.
        Wrong usage exits with 2.
    """
    options = _parser().parse_args(arguments)
    from analysis.publishing.errors import PublishingError

    try:
        return options.run(options)
    except (DataError, PublishingError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
