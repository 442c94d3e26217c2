"""The report that callers hold: the data of `factcheck.model.report`, and what it can be turned into."""

from importlib import import_module
from typing import Any

from factcheck.model import report as data


class Report(data.Report):
    """What `factcheck.verify` returns. Immutable; every `to_…` gives the same bytes for the same text."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as plain dicts and lists, in the shape of the published JSON Schema."""
        return self._render("dict")  # type: ignore[no-any-return]

    def to_json(self) -> str:
        """The report as JSON, ending in a newline."""
        return self._render("json")  # type: ignore[no-any-return]

    def to_text(self) -> str:
        """The report for a terminal or an e-mail, without colours."""
        return self._render("text")  # type: ignore[no-any-return]

    def _render(self, name: str, **options: object) -> Any:
        return import_module(f"factcheck.render.{name}").render(self, **options)
