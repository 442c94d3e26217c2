"""Small pictures as SVG text: the same bytes for the same numbers, no script, nothing loaded.

Colours come from the page (`--fact-…` custom properties), so that one picture serves light, dark and
print; `standalone` gives a picture colours of its own for a file. Light against dark tells the parts
apart, not hue alone. Each carries a title (what kind of picture) and a description (every number in it).
"""

from html import escape

WIDTH = 420
LETTER = 8
_STYLE = """
svg{--paper:#fffdf9;--ink:#1c1b19;--quiet:#5d5a54;--bar:#cfc8ba;--accent:#b4560f;
background:var(--paper);max-width:100%;height:auto;font:15px system-ui,sans-serif}
@media(prefers-color-scheme:dark){svg{--paper:#191817;--ink:#ece8e1;--quiet:#aba59a;--bar:#55504a;--accent:#f0a050}}
.ink,.strong{fill:var(--ink)}.strong{font-weight:700}.quiet{fill:var(--quiet)}.accent{fill:var(--accent)}
.bar{fill:var(--bar)}rect.bar{stroke:var(--quiet)}.axis{stroke:var(--quiet)}
.squares{fill:none}.bar.squares{stroke:var(--bar)}.accent.squares{stroke:var(--accent)}
"""


def svg(height: int, title: str, description: str, inside: str) -> str:
    """An SVG element that scales with its column."""
    return (
        f'<svg class="picture" viewBox="-4 -2 {WIDTH + 8} {height + 6}" width="{WIDTH + 8}" height="{height + 6}" '
        f'role="img" xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>'
        f"<desc>{escape(description)}</desc>{inside}</svg>"
    )


def standalone(picture: str) -> str:
    """A picture as a file of its own: with its colours, for light and for dark."""
    return picture.replace("<title>", f"<style>{_STYLE}</style><title>", 1) + "\n"


def words(x: int, y: int, text: str, *, anchor: str = "start", role: str = "ink") -> str:
    """One line of text; `role` names its colour."""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" class="{role}">{escape(text)}</text>'


def bar(top: int, width: int, height: int, role: str) -> str:
    """A bar from the left edge."""
    return f'<rect x="0" y="{top}" width="{width}" height="{height}" rx="2" class="{role}"/>'


def fitted(text: str, width: int = WIDTH) -> str:
    """`text`, cut short where it would run over so many units; the description has it in full."""
    room = width // LETTER
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
