"""A lesson: from 64 to 72 per cent is eight points, and it is not eight per cent.

Prints the page; `python examples/points_and_per_cent.py examples/lessons` writes it with its pictures.

    python examples/points_and_per_cent.py
"""

from fractions import Fraction

from classroom import Drawings, joined, picture, printed, quoted, report_on, run, table, value

from factcheck.model.display import number, percent
from factcheck.render.pictures import line

NAME = "points-and-per-cent"


def page() -> str:
    """The lesson, in Markdown."""
    report, buses = report_on("hospital-waits"), report_on("night-buses")
    old, new = value(report, "64 per cent"), value(report, "72 per cent")
    said = printed(report, "8 per cent").text
    early, late = value(buses, "80 per cent"), value(buses, "85 per cent")
    answer = table((f"From {number(early)} to {number(late)}", "The sum", "Result"), _both(early, late))
    return joined(
        "# Points and per cent",
        quoted(report, "72 per cent"),
        quoted(report, "64 per cent"),
        quoted(report, "8 per cent"),
        f"The chairman calls it {said}. Is it?",
        "## The working",
        table((f"From {number(old)} to {number(new)}", "The sum", "Result"), _both(old, new)),
        picture(NAME, "A number line: what the text says, and what the sum makes"),
        f"{number(new - old)} is the distance in **points**: one share less the other. In **per cent** the question is "
        f"how much of the old share was added: {number(new - old)} is {percent((new - old) / old)} of {number(old)}.",
        "## Your turn",
        quoted(buses, "five percentage points"),
        "This article has it right. What would the rise be in per cent?",
        f"<details><summary>The answer</summary>\n\n{answer}\n\n</details>",
        "## Remember",
        "Between two percentages, the plain difference is in points. Write “points”, or write “from … to …”.",
    )


def drawings() -> Drawings:
    """What is said against what is so."""
    report = report_on("hospital-waits")
    old, new = value(report, "64 per cent"), value(report, "72 per cent")
    said, rise = printed(report, "8 per cent"), (new - old) / old
    assert said.stated is not None
    return {NAME: line.draw(said.stated, said.text, rise * 100, percent(rise)) or ""}


def _both(old: Fraction, new: Fraction) -> list[tuple[str, str, str]]:
    return [
        ("in points", f"{number(new)} − {number(old)}", f"{number(new - old)} points"),
        ("in per cent", f"({number(new)} − {number(old)}) ÷ {number(old)}", percent((new - old) / old)),
    ]


if __name__ == "__main__":
    run(NAME, page(), drawings())
