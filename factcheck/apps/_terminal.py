"""The text report on a screen: colours on a terminal only, and none where NO_COLOR is set."""

import sys

from factcheck.model.report import Report
from factcheck.render._layout import Line, plain
from factcheck.render.text import WIDTH, lines, render

_STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold blue",
    "mark": "bold",
    "tick": "green",
    "cross": "red",
    "quiet": "dim",
    "label": "dim",
    "heading": "bold",
    "message": "bold",
    "suggestion": "cyan",
    "desk": "bold",
}


def print_report(report: Report, *, why: bool) -> None:
    """Print one report, in colour where the screen has it; letters that it has not become question marks."""
    if sys.stdout.isatty():
        _print_coloured(report, why)
        return
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(render(report, why=why).encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def _print_coloured(report: Report, why: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, emoji=False, markup=False, soft_wrap=True)
    for line in lines(report, why=why, width=min(console.width, WIDTH)):
        console.print(Text.assemble(*_styled(line)) if plain(line) else "")


def _styled(line: Line) -> list[tuple[str, str]]:
    return [(text, _STYLES.get(role, "")) for text, role in line]
