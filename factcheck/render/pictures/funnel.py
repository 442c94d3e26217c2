"""A funnel: one bar a step, each as long as its count, so that the eye sees what is a share of what."""

from collections.abc import Sequence

from factcheck.model.finding import Step
from factcheck.render._sums import step_name, step_shares
from factcheck.render.pictures import WIDTH, bar, fitted, svg, words

_BARE, _FULL = 48, 70
_SHORTEST = 2


def draw(steps: Sequence[Step]) -> str:
    """The funnel of some steps, the first of them the widest."""
    widest = max((step.count for step in steps), default=0) or 1
    inside, top = "", 0
    for i, step in enumerate(steps):
        length = max(_SHORTEST, round(step.count / widest * WIDTH))
        inside += _row(step, top, length, last=i == len(steps) - 1)
        top += _FULL if any(step_shares(step)) else _BARE
    return svg(top - 10, "Funnel", "; ".join(map(_sentence, steps)), inside)


def _row(step: Step, top: int, length: int, *, last: bool) -> str:
    shares = fitted(", ".join(step_shares(step)))
    return (
        words(0, top + 15, fitted(step_name(step)))
        + bar(top + 22, length, 14, "accent" if last else "bar")
        + (words(0, top + 53, shares, role="quiet") if shares else "")
    )


def _sentence(step: Step) -> str:
    return ", ".join([step_name(step), *step_shares(step)])
