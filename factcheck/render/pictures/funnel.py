"""A funnel: one bar a step, each as long as its count, so that the eye sees what is a share of what."""

from collections.abc import Sequence

from factcheck.model.finding import Step
from factcheck.render._sums import step_name, step_shares
from factcheck.render.pictures import fitted, svg, words

WIDTH = 420
_ROW = 46
_SHORTEST = 2


def draw(steps: Sequence[Step]) -> str:
    """The funnel of some steps, the first of them the widest."""
    widest = max((step.count for step in steps), default=0) or 1
    rows = [
        _row(step, i * _ROW, max(_SHORTEST, round(step.count / widest * WIDTH)), last=i == len(steps) - 1)
        for i, step in enumerate(steps)
    ]
    return svg(WIDTH, _ROW * len(steps), "Funnel: " + "; ".join(map(_sentence, steps)), "".join(rows))


def _row(step: Step, top: int, length: int, *, last: bool) -> str:
    colour = "accent" if last else "bar"
    bar = f'<rect x="0" y="{top + 22}" width="{length}" height="14" rx="2" class="{colour}"/>'
    share = f"{step.of_previous} of the step before" if step.of_previous else ""
    name = fitted(step_name(step), WIDTH - 160 if share else WIDTH)
    return words(0, top + 15, name) + words(WIDTH, top + 15, share, anchor="end", role="quiet") + bar


def _sentence(step: Step) -> str:
    return ", ".join([step_name(step), *step_shares(step)])
