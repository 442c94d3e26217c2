"""quantulum3 behind a door, for units that news hardly ever uses: becquerels, lumens, pounds per square inch.

It never sees the text nor its digits, only "2" and the few words behind a number, and only where the
first of them is in `words/en/unusual_units.toml`. It is quadratic in length and cubic in digits, takes
seconds to load, and its classifier does not run on today's scikit-learn, so it is loaded when first
needed and runs without the classifier. Without the library there are no unusual units.
"""

import logging
import warnings
from functools import cache
from typing import Any

_LONGEST = 60


@cache
def named(words: str) -> tuple[str, int] | None:
    """(the unit's singular name, how many characters of `words` it takes), or None if it is no unit."""
    parse = _parser()
    if parse is None or len(words) > _LONGEST:
        return None
    try:
        found = parse(f"2 {words}")
    except Exception:  # the library raises whatever its tables make it raise
        return None
    first = next((quantity for quantity in found if quantity.span[0] == 0), None)
    if first is None or first.unit.name == "dimensionless":
        return None
    return str(first.unit.name), int(first.span[1]) - 2


@cache
def _parser() -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it complains of the classifier that we do not want
            from quantulum3 import classifier, parser
    except ImportError:
        return None
    classifier.USE_CLF = False
    logging.getLogger("quantulum3").setLevel(logging.CRITICAL)
    return parser.parse
