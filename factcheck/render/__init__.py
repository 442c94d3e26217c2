"""Report → something to hold: one renderer a file, each a `render(report, **options)`.

`names()` lists them by looking at this folder, so a new format is a new file. Files that begin with
an underscore are shared between renderers. Another package adds a format by the entry point
`factcheck.renderers`.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from factcheck.errors import SettingsError
from factcheck.model.report import Report
from factcheck.plugins import RENDERERS, plugin
from factcheck.plugins import names as plugin_names


def names() -> tuple[str, ...]:
    """The formats there are, in alphabetical order."""
    return tuple(sorted({*_own(), *plugin_names(RENDERERS)}))


def renderer(name: str) -> Callable[..., Any]:
    """The `render` function of a format; raises `SettingsError` where there is none of that name."""
    if name in _own():
        return import_module(f"{__name__}.{name}").render  # type: ignore[no-any-return]
    added = plugin(RENDERERS, name, "render")
    if added is None:
        raise SettingsError(f"There is no format “{name}”. Choose one of: {', '.join(names())}.")
    return added.guarded(added.thing.render)


def _own() -> frozenset[str]:
    found = (module.name for module in iter_modules(__path__))
    return frozenset(name for name in found if not name.startswith("_") and name != "pictures")


def render_all(name: str, reports: Sequence[Report], *, many: bool, **options: object) -> str:
    """One report, or `many` as one document, as text: by the format's own `render_many`, else one after the other."""
    render = renderer(name)
    together = getattr(import_module(render.__module__), "render_many", None)
    if many and together:
        return _as_text(together(reports, **options))
    rendered = [render(report, **options) for report in reports]
    if many and rendered and not isinstance(rendered[0], str):
        return _as_text(rendered)
    return "\n".join(map(_as_text, rendered))


def _as_text(rendered: Any) -> str:
    """Data as JSON; text as it is."""
    from factcheck.render.json import dump

    return rendered if isinstance(rendered, str) else dump(rendered)
