"""Small pictures as SVG text: the same bytes for the same numbers, no script, nothing loaded.

Colours come from the page (`--fact-…` custom properties, with fallbacks), so that one picture serves
light, dark and print. Each carries a title that says in words what it shows.
"""

from html import escape

_LETTER = 7


def svg(width: int, height: int, title: str, inside: str) -> str:
    """An SVG element that scales with its column."""
    return (
        f'<svg class="picture" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>{inside}</svg>'
    )


def words(x: int, y: int, text: str, *, anchor: str = "start", role: str = "ink") -> str:
    """One line of text; `role` names its colour."""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" class="{role}">{escape(text)}</text>'


def fitted(text: str, width: int) -> str:
    """`text`, cut short where it would run over so many units."""
    room = width // _LETTER
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
