"""The pages under `pages/`: a sentence an item, and below it what must be read in it.

    - Only six to seven drug users a month engage.
      - `six to seven` rate 6..7; noun drug users; per month

After the span: its kind, its value (two values with ".." for a range, "-" for none) and its unit; then,
where they are not as usual, `bound`, `noun`, `per`, `up` or `down`. A date has its first and last day, or
only its `granularity`.
Dates, ordinals and identifiers need not be listed, everything else must. "|" in a span is a line break.
A noun that is not listed is not asked for.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from factcheck.model.quantity import Quantity
from factcheck.quantities import find
from factcheck.text.sentences import split

PAGES = Path(__file__).parent / "pages"
OPTIONAL = ("date", "ordinal", "identifier")


@dataclass(slots=True)
class Expected:
    text: str
    kind: str
    value: tuple[Fraction, ...] = ()
    unit: str | None = None
    days: str | None = None
    bound: str = "="
    noun: str | None = None
    per: str | None = None
    direction: str | None = None
    granularity: str | None = None


@dataclass(slots=True)
class Item:
    """One sentence of a page with what it must give."""

    page: str
    sentence: str
    expected: list[Expected] = field(default_factory=list)


def items(page: Path) -> list[Item]:
    """The items of one page, in order."""
    found: list[Item] = []
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("- "):
            found.append(Item(page.stem, line[2:]))
        elif line.startswith("  - `"):
            found[-1].expected.append(_expected(line[4:]))
        elif line.strip() and not line.startswith("#") and found:
            found[-1].sentence += "\n" + line
    return found


def all_items() -> list[Item]:
    return [item for page in sorted(PAGES.glob("*.md")) for item in items(page)]


def _expected(line: str) -> Expected:
    text, _, rest = line[1:].partition("`")
    head, *fields = [part.strip() for part in rest.split(";")]
    kind, *value = head.split(maxsplit=2)
    expected = Expected(text.replace("|", "\n"), kind)
    if kind == "date":
        expected.days = value[0] if value else None
    elif value and value[0] != "-":
        expected.value = tuple(Fraction(number) for number in value[0].split(".."))
        expected.unit = value[1] if len(value) > 1 else None
    for one in fields:
        name, _, content = one.partition(" ")
        if name in ("up", "down"):
            expected.direction = name
        else:
            setattr(expected, name, content)
    return expected


def read(item: Item) -> list[Quantity]:
    return list(find(split(item.sentence)))


def faults(item: Item) -> list[tuple[str, str]]:
    """(what is wrong, the particulars) of one item; none if all is read as it should be."""
    quantities = {quantity.text: quantity for quantity in read(item)}
    wanted = {expected.text for expected in item.expected}
    wrong = [("extra", str(q)) for q in quantities.values() if q.text not in wanted and q.kind not in OPTIONAL]
    for expected in item.expected:
        quantity = quantities.get(expected.text)
        if quantity is None:
            wrong.append(("missed", expected.text))
        else:
            wrong.extend(_differences(expected, quantity))
    return wrong


def _differences(want: Expected, got: Quantity) -> list[tuple[str, str]]:
    values = got.ends or (() if got.value is None else (got.value,))
    days = f"{got.start_date}..{got.end_date}" if got.start_date else None
    pairs = [
        ("kind", want.kind, got.kind), ("value", want.value, values), ("unit", want.unit, got.unit),
        ("days", want.days, days if want.days else None), ("bound", want.bound, got.bound),
        ("direction", want.direction, got.direction), ("per", want.per, got.per),
        ("noun", want.noun, got.noun if want.noun else None),
        ("granularity", want.granularity, got.granularity if want.granularity else None),
    ]  # fmt: skip
    return [
        (name, f"{want.text!r}: {wanted} expected, {read_as} read")
        for name, wanted, read_as in pairs
        if wanted != read_as
    ]
