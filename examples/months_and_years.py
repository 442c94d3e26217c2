"""A lesson: counts over times of different length are not to be compared until they are rates.

Prints the page; `python examples/months_and_years.py examples/lessons` writes it with its pictures.

    python examples/months_and_years.py
"""

from fractions import Fraction

from classroom import Drawings, joined, picture, printed, quoted, report_on, run, table, value

from factcheck.model.display import number
from factcheck.render.pictures import periods
from factcheck.report import Report

NAME = "months-and-years"
MONTHS = {"year": 12, "month": 1}


def page() -> str:
    """The lesson, in Markdown."""
    report = report_on("trap-lines")
    rows = [(f"{number(n)} times", f"{number(months)} months", number(n / months, 3)) for n, months in _heard(report)]
    (after, _), (before, _) = _heard(report)
    return joined(
        "# Months and years",
        quoted(report, "96"),
        quoted(report, "60"),
        f"Have the birds become more common? {number(after)} is more than {number(before)}. "
        "Look at how long the rangers listened each time, and divide before you read on. Which numbers go together?",
        "## The working",
        table(("Heard", "In", "A month"), rows),
        picture(NAME, "Two blocks on one scale: as wide as the time, as high as the rate"),
        f"By the month it is {rows[0][2]} after the traps against {rows[1][2]} before. "
        f"{number(after)} was the larger count only because it took longer to reach.",
        "There is one more thing to ask. The twelve months hold every season; the six hold only some of them. A bird "
        "may call more in one season than in another, so even the rates may not be alike.",
        _your_turn(),
        "## Remember",
        "A count grows with the time it is taken over. Divide first, compare afterwards.",
    )


def _your_turn() -> str:
    """The same question of another article, with its answer folded away."""
    charged = report_on("drug-law-referrals")
    first, longer = value(charged, "5484"), value(charged, "8586")
    span = value(charged, "22 months")
    return joined(
        "## Your turn",
        quoted(charged, "5484"),
        quoted(charged, "8586"),
        f"In the first year {number(first)} people, in {number(span)} months {number(longer)}. Did the police deal "
        "with more people a month in the first year, or over the whole time?",
        f"<details><summary>The answer</summary>\n\n{number(first)} ÷ {MONTHS['year']} = "
        f"{number(first / MONTHS['year'], 3)} a month, {number(longer)} ÷ {number(span)} = {number(longer / span, 3)} "
        "a month: fewer over the whole time than in its first year.\n\n</details>",
    )


def drawings() -> Drawings:
    """Both periods on one scale."""
    heard = _heard(report_on("trap-lines"))
    blocks = [
        periods.Block(f"{number(n)} in {number(months)} months", months, n / months, f"{number(n / months, 3)} a month")
        for n, months in heard
    ]
    return {NAME: periods.draw(blocks)}


def _heard(report: Report) -> list[tuple[Fraction, Fraction]]:
    """How often the rangers heard the birds, and in how many months: after the traps, before them."""
    times = [("96", "12 months"), ("60", "six months")]
    return [(value(report, n), _months(report, length)) for n, length in times]


def _months(report: Report, length: str) -> Fraction:
    return value(report, length) * MONTHS[printed(report, length).unit or "month"]


if __name__ == "__main__":
    run(NAME, page(), drawings())
