"""The kinds of quantity, one a file, found by looking: a new kind is a new file, or a plug-in (`factcheck.quantities`).

A kind's module has `ORDER` (lower is asked first), `STARTS` (the small-letter words and the classes
"digits", "glyph" and "number" with which it may begin) and `read(line, i)`, which gives a `Reading`
that begins at token `i`, or None.
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from factcheck.plugins import QUANTITIES, plugins
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line, number_words
from factcheck.words import words

Reader = Callable[[Line, int], Reading | None]


@cache
def readers() -> dict[str, tuple[Reader, ...]]:
    """Who may read a quantity that begins with this word, in the order to ask them."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    kinds = [(module.ORDER, module.__name__, module.STARTS, module.read) for module in modules]
    for added in plugins(QUANTITIES, "ORDER", "STARTS", "read"):
        kinds.append((added.thing.ORDER, added.name, added.thing.STARTS, added.guarded(added.thing.read)))
    index: dict[str, list[Reader]] = {}
    for _, _, starts, read in sorted(kinds, key=lambda kind: kind[:2]):
        for start in _starts(starts):
            index.setdefault(start, []).append(read)
    return {start: tuple(found) for start, found in index.items()}


def _starts(starts: frozenset[str]) -> frozenset[str]:
    """The class "number" stands for everything with which a numeral may begin."""
    if "number" not in starts:
        return starts
    numerals = {"digits", "glyph", "minus", "negative", "-", "a", "an", "half", "quarter", "+"}
    scales = frozenset(words("numbers")["scales"])
    return starts - {"number"} | numerals | number_words() | scales
