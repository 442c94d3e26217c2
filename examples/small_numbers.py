"""A lesson: per cent of a handful, where one more or one fewer changes the story.

Prints the page; `python examples/small_numbers.py examples/lessons` writes it with its pictures.

    python examples/small_numbers.py
"""

from fractions import Fraction
from math import ceil, floor

from classroom import Drawings, joined, picture, quoted, report_on, run, table, value

from factcheck.model.display import number, percent
from factcheck.model.sampling import wilson
from factcheck.render.pictures import icons
from factcheck.report import Report

NAME = "small-numbers"
MORE = Fraction(10)


def page() -> str:
    """The lesson, in Markdown."""
    report = report_on("trap-lines")
    old, new = value(report, "four"), value(report, "seven")
    return joined(
        "# Small numbers",
        quoted(report, "75 per cent"),
        f"The sum is right: ({number(new)} − {number(old)}) ÷ {number(old)} = {percent((new - old) / old)}. Now let "
        "one pair of birds more, or one fewer, turn up on the beach.",
        "## The working",
        table(("Pairs now", "Rise"), [(number(n), percent((n - old) / old)) for n in (new - 1, new, new + 1)]),
        f"Each pair is worth {number(100 / old)} points of it. “From {number(old)} to {number(new)}” says all that "
        "there is, and is shorter.",
        "## How sure is a share?",
        quoted(report, "60 per cent"),
        quoted(report, "30 per cent"),
        "Had the birds had the same luck, but in other nests, the shares would have come out a little different. "
        "These are the ranges that such chance leaves open, 95 times in 100:",
        table(("Nests", "Share", "Anywhere from", "to"), _ranges(report)),
        picture(NAME, "Squares: the share of nests that brought up a chick, two summers ago and last summer"),
        f"Do the two ranges overlap? With {number(MORE)} times as many nests they would be {_narrower(report)} times "
        "as narrow.",
        _your_turn(),
        "## Remember",
        "Under about thirty, print the counts. Per cent means “in a hundred”: have at least a hundred to count.",
    )


def _your_turn() -> str:
    """A per cent of people that no number of people makes."""
    council = report_on("traffic-stops")
    members, share = value(council, "34"), value(council, "40 percent") / 100
    return joined(
        "## Your turn",
        quoted(council, "40 percent"),
        f"How many members is that? Can it be so?\n\n<details><summary>The answer</summary>\n\n{percent(share)} of "
        f"{number(members)} is {number(share * members)} members, and people come whole: {_nearest(share, members)}."
        "\n\n</details>",
    )


def drawings() -> Drawings:
    """Two summers, on one base."""
    panels = [
        (f"{number(part)} of {number(whole)} nests", part / whole) for part, whole in _nests(report_on("trap-lines"))
    ]
    return {NAME: icons.draw(panels) or ""}


def _nests(report: Report) -> list[tuple[Fraction, Fraction]]:
    return [(value(report, part), value(report, whole)) for part, whole in (("12", "40"), ("27", "45"))]


def _ranges(report: Report) -> list[tuple[str, ...]]:
    rows = []
    for part, whole in _nests(report):
        low, high = wilson(int(part), int(whole))
        rows.append((f"{number(part)} of {number(whole)}", percent(part / whole), percent(low, 3), percent(high, 3)))
    return rows


def _narrower(report: Report) -> str:
    """How many times narrower the first range would be with more nests and the same luck."""
    part, whole = _nests(report)[0]
    (low, high), (inner_low, inner_high) = (wilson(int(part * n), int(whole * n)) for n in (Fraction(1), MORE))
    return number((high - low) / (inner_high - inner_low), 2)


def _nearest(share: Fraction, members: Fraction) -> str:
    """The whole numbers on either side, with the per cent that they would be."""
    sides = [Fraction(side(share * members)) for side in (floor, ceil)]
    return " and ".join(f"{number(n)} members are {percent(n / members, 3)}" for n in sides)


if __name__ == "__main__":
    run(NAME, page(), drawings())
