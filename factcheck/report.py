"""The report that callers hold: the data of `factcheck.model.report`, and what it can be turned into."""

from typing import TYPE_CHECKING, Any

from factcheck.model import report as data
from factcheck.render import renderer

if TYPE_CHECKING:
    from pandas import DataFrame


class Report(data.Report):
    """What `factcheck.verify` returns. Immutable; every `to_…` gives the same bytes for the same text."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as plain dicts and lists, in the shape of the published JSON Schema."""
        return self._render("dict")  # type: ignore[no-any-return]

    def to_json(self, *, indent: int | None = 2) -> str:
        """The report as JSON, ending in a newline; `indent=None` puts it on one line."""
        return self._render("json", indent=indent)  # type: ignore[no-any-return]

    def to_text(self, *, why: bool = False, width: int = 88) -> str:
        """The report for a terminal or an e-mail, without colours; `why` adds every sum and every number left alone."""
        return self._render("text", why=why, width=width)  # type: ignore[no-any-return]

    def to_html(self) -> str:
        """The report as one self-contained page: the article marked, the working beside it; no script."""
        return self._render("html")  # type: ignore[no-any-return]

    def to_sarif(self) -> dict[str, Any]:
        """The findings as a SARIF 2.1.0 log, as data."""
        return self._render("sarif")  # type: ignore[no-any-return]

    def to_annotations(self) -> dict[str, Any]:
        """The findings as a page of W3C Web Annotations, as data."""
        return self._render("annotations")  # type: ignore[no-any-return]

    def to_claim_review(self) -> dict[str, Any]:
        """The judged claims as schema.org ClaimReview drafts (JSON-LD), as data."""
        return self._render("claim_review")  # type: ignore[no-any-return]

    def to_frame(self, what: str = "findings") -> "DataFrame":
        """A pandas table of the `findings`, `quantities`, `claims` or `recalculations`, a row each."""
        table: DataFrame = self._render("frame", what=what)
        return table

    def _repr_html_(self) -> str:
        from factcheck.render.html import fragment

        return fragment(self)

    def _render(self, name: str, **options: object) -> Any:
        return renderer(name)(self, **options)
