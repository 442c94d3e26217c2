"""The stretch of a series that a superlative or a trend speaks of: "since 2018", "in the last three quarters"."""

from dataclasses import dataclass
from functools import lru_cache

from factcheck.reference.when import Span
from factcheck.words import words

YEAR = r"(?:1[89]|20)[0-9]{2}"
KINDS = r"(?:calendar|financial|fiscal|school|academic|tax|budget)"
MONTH = "|".join(words("reference")["calendar"][:12])
STEP = r"(?:year|quarter|month)"
STEPS = {"year": 12, "annual": 12, "quarter": 3, "month": 1}
PACES = {"annual": 12, "annually": 12, "yearly": 12, "quarterly": 3, "monthly": 1}
_MONTHS = {name.casefold(): number for number, name in enumerate(words("reference")["calendar"][:12])}
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

Groups = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Window:
    """Which periods count: those after the month `after`, up to the month `until`, the last `months`, or all.
    Months are counted from the year 0. `step` is how many months one period has, where the text says so."""

    after: int | None = None
    months: int | None = None
    until: int | None = None
    season: bool = False  # only the same quarter or month of each year
    step: int | None = None

    def first(self, last: int, length: int) -> int | None:
        """The first period that counts where `last` is the last; None where all do."""
        if self.after is not None:
            return self.after // length + 1
        return last - self.months // length + 1 if self.months is not None else None


def ordinal(span: Span, length: int) -> int:
    """Which period of its length a span is; a financial year goes by the year in which it begins."""
    return span.start.year if length == 12 else (span.start.year * 12 + span.start.month - 1) // length


def length_of(span: Span) -> int | None:
    """The months of a year, a quarter or a month; None for anything else."""
    return next((months for months, days in ((12, 365), (3, 91), (1, 30)) if abs(span.days - days) <= 3), None)


@lru_cache(maxsize=1)
def number() -> str:
    return "[0-9]{1,3}|" + "|".join(words("reference")["small_numbers"])


def count(word: str) -> int:
    return int(words("reference")["small_numbers"].get(word.lower(), 0) or word)


def nth(word: str) -> int:
    return _NTH.index(word.lower()) + 1


def since(tag: str = "") -> str:
    """A pattern of "since 2018", "since the start of 2020", "since the June quarter of 2023", "since May 2021"."""
    return (
        rf"since (?:at least )?(?:the )?(?:(?P<edge{tag}>start|beginning) of )?(?:the )?"
        rf"(?:(?P<month{tag}>{MONTH})(?: quarter)?(?:,? of| in|,)? |"
        rf"(?P<nth{tag}>first|second|third|fourth) quarter of |Q(?P<q{tag}>[1-4])[ -])?"
        rf"(?P<since{tag}>{YEAR})(?:[/–-][0-9]{{2}}\b)?(?: quarter\b)?"
    )


def after(group: Groups, tag: str = "") -> int | None:
    """The last month that does not count."""
    year = group.get(f"since{tag}")
    if year is None:
        return None
    month, quarter = group.get(f"month{tag}"), group.get(f"nth{tag}")
    told = group.get(f"q{tag}")
    last, length = 11, 12
    if month:
        last, length = _MONTHS[month.casefold()], 1
    elif quarter or told:
        last, length = 3 * (nth(quarter) if quarter else int(told or 1)) - 1, 3
    return int(year) * 12 + last - (length if group.get(f"edge{tag}") else 0)


def end_of(year: str | int) -> int:
    return int(year) * 12 + 11


def lasting(number_: str, unit: str) -> int:
    """So many years, quarters, months or decades, in months."""
    return count(number_) * {"decade": 120, "generation": 300, **STEPS}[unit.lower().removesuffix("s")]
