"""The paper's own tables: `factcheck check --reference harbour`."""

from pathlib import Path


def folder() -> Path:
    """Where the data packages are."""
    return Path(__file__).parent
