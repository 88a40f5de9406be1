"""Writing the site's source files."""

from pathlib import Path


def write(path: Path, text: str) -> None:
    """Write a text file, and the folder that it goes to.

    Parameters
    ----------
    path : Path
        The file.
    text : str
        Its text.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
