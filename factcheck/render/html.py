"""Report → one self-contained page: the article with its numbers marked, the working in the margin.

It needs no script, loads nothing (a content security policy forbids both), and escapes everything.
Shape tells the verdicts apart as well as colour does; it prints, and follows the reader's light or dark.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model.finding import Finding
from factcheck.model.relation import NO_QUANTITY
from factcheck.model.report import Report
from factcheck.render._page import Page
from factcheck.render._places import Places
from factcheck.render._sums import evidence, step_name, sum_line
from factcheck.render._values import desk_line, fixed, tally
from factcheck.render.pictures import funnel, icons, line
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
        is_address=_is_address, factor=_factor,
    )  # fmt: skip
    return environment


def _factor(factor: Fraction) -> str:
    return fixed(factor, 1)


def _is_address(source: str) -> bool:
    """Whether a source may become a link: nothing but the web's two schemes."""
    return source.startswith(("https://", "http://"))


def _pictures(report: Report, finding: Finding) -> list[str]:
    """The pictures that a finding's numbers make, as SVG that is already safe."""
    from markupsafe import Markup

    drawn = [funnel.draw(finding.funnel)] if finding.funnel else []
    drawn += [picture for picture in (_icons(finding), _line(report, finding)) if picture]
    return [Markup(picture) for picture in drawn]


def _icons(finding: Finding) -> str | None:
    """The part of the first step and of the step before it, side by side."""
    if len(finding.funnel) < 3 or not finding.funnel[0].count or not finding.funnel[-2].count:
        return None
    first, previous, part = finding.funnel[0], finding.funnel[-2], finding.funnel[-1]
    panels = [(f"of {step_name(base)}", part.count / base.count) for base in (first, previous)]
    return icons.draw(panels)


def _line(report: Report, finding: Finding) -> str | None:
    """Stated against computed, where the sum does not come out and both are in one unit."""
    if finding.severity != "error" or len(finding.recalculations) != 1:
        return None
    recalculation = finding.recalculations[0]
    if recalculation.stated == NO_QUANTITY:
        return None
    stated = report.quantities[recalculation.stated]
    if recalculation.holds or recalculation.value is None or stated.stated is None:
        return None
    scale = 100 if stated.unit == "percent" and recalculation.kind == "share" else 1
    return line.draw(stated.stated, stated.text, recalculation.value * scale, recalculation.display)
