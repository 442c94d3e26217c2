"""Report → one self-contained page: the article with its numbers marked, the working in the margin.

It needs no script, loads nothing (a content security policy forbids both), and escapes everything.
Shape tells the verdicts apart as well as colour does; it prints, and follows the reader's light or dark.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.render._page import Page
from factcheck.render._places import Places
from factcheck.render._sums import base_line, evidence, suggestions, sum_line
from factcheck.render._values import desk_line, tally
from factcheck.render.pictures.of_finding import pictures
from factcheck.version import VERSION

if TYPE_CHECKING:
    from jinja2 import Environment


def render(report: Report) -> str:
    """A whole page."""
    return render_many([report])


def render_many(reports: Sequence[Report]) -> str:
    """Several reports on one page, with a table of contents."""
    pages = [Page(report, number) for number, report in enumerate(reports, start=1)]
    return _writable(_environment().get_template("page.html.j2").render(pages=pages, version=VERSION))


def fragment(report: Report) -> str:
    """The same inside an element, for a notebook."""
    return _writable(_environment().get_template("fragment.html.j2").render(page=Page(report), version=VERSION))


def _writable(page: str) -> str:
    """Without lone surrogates, which no file can hold."""
    return page.encode("utf-8", "replace").decode("utf-8")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("factcheck.render"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.globals.update(
        desk_line=desk_line, tally=tally, sum_line=sum_line, evidence=evidence, pictures=_pictures, Places=Places,
        is_address=_is_address, base_line=base_line, suggestions=suggestions,
    )  # fmt: skip
    return environment


def _is_address(source: str) -> bool:
    """Whether a source may become a link: nothing but the web's two schemes."""
    return source.startswith(("https://", "http://"))


def _pictures(report: Report, finding: Finding) -> list[str]:
    """The pictures that a finding's numbers make, as SVG that is already safe."""
    from markupsafe import Markup

    return [Markup(picture) for _, picture in pictures(report, finding)]
