"""Values from a table: a cell, a sum, a share of two cells, a change, a multiple, a rate; always exact."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.model.recalculation import Evidence
from factcheck.reference.exact import display, last_digit
from factcheck.reference.gazetteer import shown
from factcheck.reference.labels import Target
from factcheck.reference.table import Cell, Key
from factcheck.reference.when import DAY, Span


@dataclass(frozen=True, slots=True)
class Subject:
    """A measure (or the share of one in another), a place and a group: a row but for its period."""

    target: Target
    place: str | None
    members: tuple[str, ...]
    base: str | None = None  # a denominator other than the measure's own

    def key(self, measure: str) -> Key:
        return Key(measure, self.place, self.members)

    @property
    def label(self) -> str:
        measure = self.target.measure
        words = measure.labels[0]
        if self.base is not None:
            words = f"{words} as a share of {self.target.dataset.measures[self.base].labels[0]}"
        totals = {self.target.dataset.total(name) for name in self.target.dataset.dimensions}
        groups = [member for member in self.members if member not in totals]
        return ", ".join([words, *groups, *([shown(self.place)] if self.place else [])])


@dataclass(frozen=True, slots=True)
class Result:
    """A value worked out of cells. `slack` is what the source's own precision leaves open either way."""

    value: Fraction
    unit: str | None
    cells: tuple[Cell, ...]
    formula: str
    label: str
    span: Span
    slack: Fraction = Fraction(0)

    @property
    def display(self) -> str:
        return display(self.value, self.unit)


def spans_of(subject: Subject) -> list[Span]:
    """The periods for which there is a figure, in order."""
    measure = subject.target.measure
    own = subject.target.dataset.series(subject.key(subject.target.key)) if subject.base is None else {}
    if own or not (measure.derived or subject.base):
        return list(own)
    parts = [_series(subject, name) for name in _parts(subject)]
    return [span for span in parts[0] if span in parts[1]]


def _parts(subject: Subject) -> tuple[str, str]:
    measure = subject.target.measure
    if subject.base is not None and measure.kind == "count":
        return subject.target.key, subject.base
    return measure.numerator or subject.target.key, subject.base or measure.denominator or ""


def _series(subject: Subject, measure: str) -> dict[Span, Cell]:
    return subject.target.dataset.series(subject.key(measure))


def level(subject: Subject, span: Span) -> Result | None:
    """The figure of one period: its cell, a share of two, or the sum of the rows that make the period up."""
    measure = subject.target.measure
    if subject.base is None:
        series = _series(subject, subject.target.key)
        if span in series:
            return _of_cell(subject, series[span])
        if "time" in measure.additive:
            return _sum(subject, _run(list(series.values()), span), span)
        if not measure.derived:
            return None
    return _share(subject, span)


def _of_cell(subject: Subject, cell: Cell) -> Result:
    measure = subject.target.measure
    slack = measure.precision or Fraction(0)
    if measure.multiplier > 1:
        slack = max(slack, last_digit(cell.raw) * measure.multiplier)
    formula = f"{subject.target.key}({', '.join([*_arguments(subject), cell.span.text])})"
    label = f"{subject.label}, {cell.span.text}"
    return Result(cell.value, measure.unit, (cell,), formula, label, cell.span, slack / 2)


def _arguments(subject: Subject) -> list[str]:
    return [*([shown(subject.place)] if subject.place else []), *subject.members]


def _share(subject: Subject, span: Span) -> Result | None:
    over, under = _parts(subject)
    part, whole = (_value(subject, name, span) for name in (over, under))
    if part is None or whole is None or whole.value == 0:
        return None
    unit = subject.target.measure.unit if subject.target.measure.derived else "percent"
    factor = 100 if unit == "percent" else 1
    return Result(
        part.value / whole.value * factor, unit, (*part.cells, *whole.cells),
        f"{part.formula} / {whole.formula}", f"{subject.label}, {span.text}", span,
    )  # fmt: skip


def _value(subject: Subject, measure: str, span: Span) -> Result | None:
    return level(replace(subject, target=Target(subject.target.dataset, measure), base=None), span)


def _run(cells: Sequence[Cell], span: Span) -> tuple[Cell, ...]:
    """The disjoint cells that together are a period, or none."""
    by_start: dict[object, list[Cell]] = {}
    for cell in cells:
        if span.holds(cell.span):
            by_start.setdefault(cell.span.start, []).append(cell)
    found: list[Cell] = []
    start = span.start
    while start <= span.end and by_start.get(start):
        best = max(by_start[start], key=lambda cell: cell.span.days)
        found.append(best)
        start = best.span.end + DAY
    return tuple(found) if found and found[-1].span.end == span.end else ()


def _sum(subject: Subject, cells: tuple[Cell, ...], span: Span) -> Result | None:
    if not cells:
        return None
    terms = " + ".join(f"{subject.target.key}({', '.join([*_arguments(subject), c.span.text])})" for c in cells)
    total = sum((cell.value for cell in cells), Fraction(0))
    return Result(total, subject.target.measure.unit, cells, terms, f"{subject.label}, {span.text}", span)


def total(subject: Subject, spans: Iterable[Span]) -> Result | None:
    """The sum over several periods that do not overlap."""
    results = [level(subject, span) for span in spans]
    found = [result for result in results if result is not None]
    if len(found) != len(results) or "time" not in subject.target.measure.additive:
        return None
    whole = Span(min(r.span.start for r in found), max(r.span.end for r in found))
    return combined("+", found, sum((r.value for r in found), Fraction(0)), found[0].unit, whole)


def stretches(subject: Subject) -> list[Span]:
    """The periods of the rows, and those that rows make up together where they may be added over time.
    A long series has too many of these to try."""
    spans = spans_of(subject)
    if "time" not in subject.target.measure.additive or len(spans) > 40:
        return spans
    joined = {Span(first.start, last.end) for first in spans for last in spans if first.end < last.start}
    return [*spans, *sorted(span for span in joined if span not in spans and level(subject, span) is not None)]


def runs_of_length(subject: Subject, months: Fraction) -> list[Span]:
    """Every stretch of the series that is so many months long; where a single row is, those alone."""
    exact = [span for span in spans_of(subject) if is_long(span, months)]
    return exact or [span for span in stretches(subject) if is_long(span, months)]


def is_long(span: Span, months: Fraction) -> bool:
    return abs(Fraction(span.days) * 100 / Fraction("3043.75") - months) <= Fraction(1, 2)


def months_of(span: Span) -> Fraction:
    """A period's length: whole months where it ends on the day before it began, else by days."""
    whole = (span.end + DAY).day == span.start.day
    if whole:
        after = span.end + DAY
        return Fraction((after.year - span.start.year) * 12 + after.month - span.start.month)
    return Fraction(span.days) * 100 / Fraction("3043.75")


def combined(sign: str, parts: Sequence[Result], value: Fraction, unit: str | None, span: Span | None = None) -> Result:
    """A formula over results."""
    cells = tuple(cell for part in parts for cell in part.cells)
    label = " against ".join(part.label for part in parts) if sign != "+" else " plus ".join(p.label for p in parts)
    slack = max((part.slack for part in parts), default=Fraction(0)) if sign in ("-", "+") else Fraction(0)
    return Result(value, unit, cells, f" {sign} ".join(p.formula for p in parts), label, span or parts[0].span, slack)


def difference(now: Result, then: Result) -> Result:
    """How much more the first is; in percentage points for shares and rates in per cent."""
    unit = "points" if now.unit == "percent" else now.unit
    return combined("-", (now, then), now.value - then.value, unit)


def relative(now: Result, then: Result) -> Result | None:
    """The first as a change of the second, in per cent."""
    if then.value <= 0:
        return None
    result = combined("/", (now, then), (now.value / then.value - 1) * 100, "percent")
    return replace(result, formula=f"({result.formula} - 1) * 100")


def multiple(now: Result, then: Result) -> Result | None:
    """How many times the second the first is."""
    if then.value <= 0 or now.value < 0:
        return None
    return combined("/", (now, then), now.value / then.value, "times")


def per_month(result: Result, months: Fraction) -> Result:
    """The rate over the period."""
    length = months_of(result.span)
    value = result.value * months / length
    unit = f"{result.unit or ''} a {'month' if months == 1 else 'year'}".strip()
    text = f"{result.formula} / {display(length)} months" + ("" if months == 1 else f" * {months}")
    return replace(result, value=value, unit=unit, formula=text, slack=Fraction(0))


def evidence(subject: Subject, result: Result, note: str | None = None) -> Evidence:
    """Where the figure stands, for the report."""
    dataset = subject.target.dataset
    source = next((s for s in dataset.package.sources if s.path or s.title), None)
    checked = next((t.meaning.checked_on for t in dataset.tables if t.meaning.checked_on), None)
    return Evidence(
        dataset=dataset.name,
        resource=", ".join(dict.fromkeys(cell.resource for cell in result.cells)),
        rows=tuple(dict.fromkeys(cell.row for cell in result.cells)),
        column=", ".join(dict.fromkeys(cell.column for cell in result.cells)),
        period=result.span.text,
        formula=result.formula,
        source=(source.path or source.title or "") if source else "",
        retrieved=(source.retrieved if source and source.retrieved else str(checked) if checked else None),
        note=note,
    )
