"""What a reference table gives where the text gives no number: the whole of a share, or where a change began."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from factcheck.model.recalculation import Evidence


@dataclass(frozen=True, slots=True)
class TableLevel:
    """The table's figure behind the share or change whose index is `quantity`.

    It is the `whole` that the share is of, or the `start` that the change was from. `label` says in the table's
    words what is counted, where and when, `period` when alone; `value` and `after` are in `unit`. `after` is where
    the change led, if the table has that too. `dated` is False where the text says no time for a change: then
    the figure is the table's latest, and shows how much such a change is.
    """

    role: Literal["whole", "start"]
    quantity: int
    value: Fraction
    display: str
    unit: str | None
    label: str
    period: str
    evidence: Evidence
    after: Fraction | None = None
    dated: bool = True
