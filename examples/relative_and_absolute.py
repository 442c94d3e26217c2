"""A lesson: "a third less" and "four fewer in every thousand" are the same news, and do not sound it.

Prints the page; `python examples/relative_and_absolute.py examples/lessons` writes it with its pictures.

    python examples/relative_and_absolute.py
"""

from fractions import Fraction

from classroom import Drawings, joined, picture, quoted, report_on, run, table, value

from factcheck.model.display import number, percent
from factcheck.model.frequencies import in_every, natural_base
from factcheck.render.pictures import icons
from factcheck.report import Report

NAME = "relative-and-absolute"
BASES = tuple(Fraction(1, n) for n in (10, 100, 1_000))
GROWN = ("If the risk is", "it becomes", "extra people in 1,000")


def page() -> str:
    """The lesson, in Markdown."""
    report = report_on("eye-camps")
    then, now = _shares(report)
    base = natural_base(then, now) or 10_000
    return joined(
        "# Relative and absolute",
        quoted(report, "0.8 per cent"),
        quoted(report, "1.2 per cent"),
        quoted(report, "a third"),
        "The article says it both ways, and both are right. Which would you put in the headline? Which would a friend "
        "understand?",
        "## The working",
        table(
            ("The change", "The sum", "Result"),
            [
                ("relative", f"({percent(then)} − {percent(now)}) ÷ {percent(then)}", percent((then - now) / then, 3)),
                ("absolute", f"{percent(then)} − {percent(now)}", f"{number((then - now) * 100)} points"),
                ("in people", f"{in_every(then, base)}, then {in_every(now, base)}", _fewer(then - now, base)),
            ],
        ),
        picture(NAME, "Squares: how many people in a thousand were blind, then and now"),
        _your_turn(),
        "## Remember",
        "A relative change sounds the same whether the thing is common or rare. Ask: from what, to what?",
    )


def _your_turn() -> str:
    """A relative risk without its base, and what it would be on several."""
    hospital = report_on("hospital-waits")
    more = value(hospital, "40 per cent") / 100
    return joined(
        "## Your turn",
        quoted(hospital, "40 per cent"),
        f"{percent(more)} more than what? The study's own starting point is not given. Fill in the last two columns.",
        table(GROWN, [(_odds(b), "", "") for b in BASES]),
        f"<details><summary>The answers</summary>\n\n{table(GROWN, [_grown(b, more) for b in BASES])}\n\n"
        "The words in the article are the same for all three.\n\n</details>",
    )


def drawings() -> Drawings:
    """Then and now, on one base."""
    then, now = _shares(report_on("eye-camps"))
    return {NAME: icons.draw([("in the first survey", then), ("in the second survey", now)]) or ""}


def _shares(report: Report) -> tuple[Fraction, Fraction]:
    """The part that was blind in the first survey and in the second: from the counts, not from the percentages."""
    asked = value(report, "6,000")
    return value(report, "72") / asked, value(report, "48") / asked


def _fewer(less: Fraction, base: int) -> str:
    return f"{number(less * base)} fewer in every {base:,}"


def _odds(share: Fraction) -> str:
    return f"1 in {number(1 / share)}"


def _grown(share: Fraction, more: Fraction) -> tuple[str, str, str]:
    return _odds(share), percent(share * (1 + more)), number(share * more * 1_000)


if __name__ == "__main__":
    run(NAME, page(), drawings())
