"""Pages of the site on the package: what each module offers, from its docstrings."""

import pkgutil
from importlib import import_module
from pathlib import Path

import analysis
from analysis.publishing.files import write

# command line, and what only the command line calls
LEFT_OUT = ("analysis.__main__", "analysis.rules", "analysis.publishing", "analysis.kobis")


def lay_out(folder: Path) -> None:
    """Write a page for each public module, and their index.

    Parameters
    ----------
    folder : Path
        Folder to fill.
    """
    names = [
        found.name
        for found in pkgutil.walk_packages(analysis.__path__, "analysis.")
        if not found.name.startswith(LEFT_OUT)
    ]
    listed = []
    for name in sorted(names):
        summary = (import_module(name).__doc__ or "").strip().splitlines()[0]
        listed.append(f"- [{name}]({name}.md): {summary}")
        members = f".. automodule:: {name}\n   :members:\n   :ignore-module-all:\n"
        write(folder / f"{name}.md", f"# {name}\n\n```{{eval-rst}}\n{members}```\n")
    entries = "\n".join(sorted(names))
    write(
        folder / "index.md",
        "# Package\n\nThe helper package `analysis`, module by module: a subject, its charts and "
        "its verdicts share a name.\n\n" + "\n".join(listed) + "\n\n"
        f"```{{toctree}}\n:hidden:\n\n{entries}\n```\n",
    )
