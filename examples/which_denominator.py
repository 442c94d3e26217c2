"""A lesson: the same 147 people as a share of everybody, and of those who were asked.

Prints the page; `python examples/which_denominator.py examples/lessons` writes it with its pictures.

    python examples/which_denominator.py
"""

from classroom import Drawings, joined, picture, quoted, report_on, run, table, value

from factcheck.model.display import number, percent
from factcheck.render.pictures import icons

NAME = "which-denominator"
STEPS = ("8586", "959", "147")


def page() -> str:
    """The lesson, in Markdown."""
    report = report_on("drug-law-referrals")
    faced, referred, answered = (value(report, text) for text in STEPS)
    shares = [
        [f"{number(base)} {who}", percent(answered / base, 3), f"1 in {round(base / answered)}"]
        for base, who in ((faced, "who faced a possible charge"), (referred, "who were referred"))
    ]
    return joined(
        "# Per cent of whom?",
        quoted(report, "1.7 per cent"),
        "The sum is right. Before you print it, ask three things.",
        "1. Who could have answered the message?\n"
        "2. Who was sent one?\n"
        "3. Which of these two numbers is under the line of the fraction?",
        "## The working",
        f"{number(answered)} people answered. Of whom?",
        table(("Of the", "Per cent", "About"), shares),
        picture(NAME, "Squares: the same people as a share of everybody, and of those who were referred"),
        f"The second share is {number(faced / referred, 2)} times the first, and nobody has made a mistake. The first "
        "says how far help reaches. The second says how people take it when they are offered it.",
        "## Remember",
        "A per cent is a fraction with its lower number hidden. Say of whom, in the same sentence.",
    )


def drawings() -> Drawings:
    """The same people, on two bases."""
    report = report_on("drug-law-referrals")
    faced, referred, answered = (value(report, text) for text in STEPS)
    panels = [
        (f"of the {number(faced)} who faced a charge", answered / faced),
        (f"of the {number(referred)} who were referred", answered / referred),
    ]
    return {NAME: icons.draw(panels) or ""}


if __name__ == "__main__":
    run(NAME, page(), drawings())
