"""How often: "every 20 minutes". Other rates are counts with a per-phrase, read by `per`."""

from factcheck.quantities.amounts import amount
from factcheck.quantities.kinds import duration
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line

ORDER = 15
STARTS = frozenset({"every", "each"})


def read(line: Line, i: int) -> Reading | None:
    found = amount(line, i + 1, duration.tail)
    if found is None:
        return None
    return Reading(i, found.stop, "rate", found.value, found.ends, found.step, unit=found.unit)
