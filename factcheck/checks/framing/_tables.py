"""A reference table's figure for what the text leaves out, in words: the whole of a share, the start of a change.

The finding stands all the same: the reader of the text is still not told. The table's figure goes into its message,
its plain words and its suggestion, for whoever mends the sentence.
"""

from dataclasses import dataclass
from fractions import Fraction

from factcheck.checks.framing._changes import plain_factor
from factcheck.checks.framing._sums import as_share
from factcheck.model.display import number
from factcheck.model.frequencies import in_every, natural_base, of_every
from factcheck.model.level import TableLevel
from factcheck.model.recalculation import Evidence, Recalculation
from factcheck.model.relation import Mention, Story


@dataclass(frozen=True, slots=True)
class Told:
    """What a table adds to a finding: a sentence for the message, plain words, a bracket for the text, the proof."""

    sentence: str
    plainly: str
    bracket: str
    sums: tuple[Recalculation, ...]
    evidence: Evidence


def whole_told(share: Mention, story: Story) -> Told | None:
    """How many a share is of, and how many it is."""
    level = _level(share, "whole", story)
    if level is None:
        return None
    part = f"{_figure((as_share(share) or Fraction(0)) * level.value, level)} of {level.display}"
    return _told(share, story, level, f"it is of {level.display} ({level.label})", f"That is {part}.", part)


def start_told(change: Mention, story: Story) -> Told | None:
    """From how many a change was, and to how many; by the table's latest figure where nothing says when."""
    level, times = _level(change, "start", story), plain_factor(change)
    if level is None or times is None:
        return None
    after = level.after if level.after is not None else level.value * times
    end = _shown(after, level) if level.after is not None else _figure(after, level)
    latest, for_instance, as_in = ("", "", "") if level.dated else (
        ", the latest figure,", "for instance ", f", as in {level.period},"
    )  # fmt: skip
    return _told(
        change, story, level,
        f"it {'is' if level.dated else 'would be'} from {level.display} ({level.label}){latest} to {end}",
        _from_to(level, after, end), f"{for_instance}from {level.display}{as_in} to {end}",
    )  # fmt: skip


def _told(mention: Mention, story: Story, level: TableLevel, clause: str, plainly: str, bracket: str) -> Told:
    """With the table's own sum, where it has the share or the change itself."""
    held = (r.recalculation for r in story.relations if r.stated.index == mention.index and r.holds)
    sums = tuple(s for s in held if s.reference is not None)
    proof = next((s.reference for s in sums if s.reference is not None), level.evidence)
    return Told(f"By a reference table ({level.evidence.dataset}), {clause}.", plainly, bracket, sums, proof)


def _level(mention: Mention, role: str, story: Story) -> TableLevel | None:
    return next((level for level in story.levels if (level.quantity, level.role) == (mention.index, role)), None)


def _figure(value: Fraction, level: TableLevel) -> str:
    """A figure worked out from the table's: no finer than the text's rounding lets it be."""
    return f"about {_shown(Fraction(round(value)) if _counts(level) and value >= 1 else value, level)}"


def _counts(level: TableLevel) -> bool:
    return level.value.denominator == 1 and level.unit != "percent" and "per " not in (level.unit or "")


def _shown(value: Fraction, level: TableLevel) -> str:
    return f"{number(value, 3)} %" if level.unit == "percent" else number(value, 3)


def _from_to(level: TableLevel, after: Fraction, end: str) -> str:
    """ "From 30 fires to 26: 4 fewer"; shares as so many in every hundred or thousand."""
    if level.unit == "percent":
        before, then = level.value / 100, after / 100
        base = natural_base(before, then) or 10_000
        return f"From {in_every(before, base)} to {of_every(then, base)}."
    size, way = abs(after - level.value), "more" if after > level.value else "fewer"
    return f"From {level.display} to {end}: {(_shown if level.after is not None else _figure)(size, level)} {way}."
