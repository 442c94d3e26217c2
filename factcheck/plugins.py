"""What other installed packages add, by entry points.

    factcheck.checks       a module named fcNNN_name with SEVERITY and check (and perhaps REPLACES)
    factcheck.quantities   a module with ORDER, STARTS and read(line, i)
    factcheck.renderers    a module with render(report, **options); the entry point's name is the format's
    factcheck.reference    a folder of data packages, or a function that gives one, or gives a Catalogue;
                           `reference="name"` asks for it by the entry point's name

What is ours comes first: a plug-in adds, and replaces nothing. A plug-in that is broken raises a
`FactcheckError` that names its package, so that nobody takes silence for a clean text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

CHECKS = "factcheck.checks"
QUANTITIES = "factcheck.quantities"
RENDERERS = "factcheck.renderers"
REFERENCE = "factcheck.reference"


@dataclass(frozen=True, slots=True)
class Plugin:
    """One thing that a package adds: under which name, from which package, and the thing."""

    name: str
    package: str
    thing: Any

    def refusal(self, why: str) -> FactcheckError:
        """The error that says what is wrong with it, and whom to ask."""
        return _refusal(self.name, self.package, why)

    def guarded(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function of the plug-in whose failure is told as the plug-in's, without a word of the article."""

        @wraps(function)
        def call(*arguments: Any, **options: Any) -> Any:
            try:
                return function(*arguments, **options)
            except FactcheckError:
                raise
            except Exception as error:
                raise self.refusal(f"fails with {type(error).__name__}") from error

        return call


@cache
def plugins(group: str, *needed: str) -> tuple[Plugin, ...]:
    """The plug-ins of a group, by name, each with the attributes that are `needed`."""
    return tuple(_loaded(point, needed) for point in sorted(_points(group), key=lambda p: p.name))


def plugin(group: str, name: str, *needed: str) -> Plugin | None:
    """The plug-in of that name; the others are not imported."""
    return next((_loaded(point, needed) for point in _points(group) if point.name == name), None)


def names(group: str) -> frozenset[str]:
    """How the plug-ins of a group are called; none is imported."""
    return frozenset(point.name for point in _points(group))


@cache
def _points(group: str) -> "EntryPoints":
    from importlib.metadata import entry_points  # slow to import

    return entry_points(group=group)


def _loaded(point: Any, needed: tuple[str, ...]) -> Plugin:
    package = point.dist.name if point.dist else point.module
    try:
        found = Plugin(point.name, package, point.load())
    except Exception as error:
        raise _refusal(point.name, package, f"cannot be imported ({type(error).__name__}: {error})") from error
    for name in needed:
        if not hasattr(found.thing, name):
            raise found.refusal(f"has no {name}")
    return found


def _refusal(name: str, package: str, why: str) -> FactcheckError:
    return FactcheckError(f"The plug-in “{name}” of the package {package} {why}. Update or uninstall {package}.")
