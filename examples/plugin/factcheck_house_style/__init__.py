"""One paper's house style, as plug-ins for factcheck. The entry points are in `pyproject.toml`."""
