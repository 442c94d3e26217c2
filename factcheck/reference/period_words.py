"""The wordings of periods, in the order in which they are tried."""

from typing import Literal

from factcheck.words import words

Grain = Literal[
    "year", "month", "quarter", "day", "financial", "range", "since", "length", "same", "decade", "to", "months",
    "again", "until", "final", "before", "years",
]  # fmt: skip
YEAR = r"(?:1[89]|20)[0-9]{2}"
MONTHS = {name.casefold(): number for number, name in enumerate(words("reference")["calendar"][:12], start=1)}
MONTH = "|".join(words("reference")["calendar"][:12])
COUNT: dict[str, int] = words("reference")["small_numbers"]
_NUMBER = r"(?:[0-9]{1,3}|" + "|".join(COUNT) + ")"

_WITHIN = r"(?:mid-|early |late |the (?:start|beginning|middle|end) of )?(?:[0-9]{1,2} )?"


def _edge(number: int) -> str:
    """A month with its year, at one end of a period."""
    return rf"{_WITHIN}(?P<m{number}>{MONTH}) (?P<y{number}>{YEAR})\b"


_ENDING = r"(?:that |which )?(?:to|ending|ended|ends|closed|finished|through)(?: in| on| with)?"
_CLOSING = rf"(?:to|ending|ended|through) (?:in )?(?:the end of )?(?:[0-9]{{1,2}} )?(?:{MONTH})(?: {YEAR})?\b"

_STRETCH = (
    r"(?:first|second|last|latter|early|late|mid|middle|start|beginning|end)[- ]?(?:half|part|months?|weeks?|days?)?"
)

_KINDS = r"(?:calendar|financial|fiscal|school|academic|tax|budget)"
_SPELL = rf"(?:{_NUMBER} years?,? )?"  # "in five years, from 2019 to 2024"
_LAST = r"(?:(?P<y2>" + YEAR + r")|(?P<rel>last|this) year)\b"
_SEASON = rf"(?:quarter|period|months?|season|half|stretch|(?:{_NUMBER}) months)"

_OFYEAR = rf"(?:,? of|,? in|,)? {_LAST}(?![/–-]\d)"

PATTERNS: tuple[tuple[str, Grain], ...] = (
    (rf"\b(?:from|between) {_edge(1)} (?:to|until|and) {_edge(2)}", "months"),
    (rf"\b(?:(?:from|between|in|over) )?(?P<m1>{MONTH})(?: to | until | through | and |[-–])(?P<m2>{MONTH}),?"
     rf"(?: of| in)? {_LAST}", "months"),
    (rf"\b(?:from|between) (?P<m1>{MONTH}) (?:to|until|through|and) (?P<m2>{MONTH})\b", "months"),
    (rf"\b(?:the )?(?:same|comparable|corresponding|equivalent|matching) {_SEASON}"
     rf"(?:,? (?:of|in|a)\b|,)? (?P<a>{YEAR})\b", "again"),
    (rf"\b(?P<n>{_NUMBER})[ -](?P<unit>months?|years?) (?:from|since|after) {_edge(1)}", "months"),
    (rf"\b(?P<n>{_NUMBER})[ -](?P<unit>months?|years?) {_ENDING} {_edge(2)}", "months"),
    (rf"\b(?P<unit>year|quarter) {_ENDING} {_edge(2)}", "months"),
    (rf"\b(?:the )?(?P<half>first|opening|second|latter|last|final|closing) (?:half|six months){_OFYEAR}", "months"),
    (rf"\b(?:the )?(?P<open>first|opening) (?P<n>{_NUMBER}) (?P<unit>months?|quarters?){_OFYEAR}", "months"),
    (rf"\b(?:the )?(?P<close>last|final|closing) (?P<n>{_NUMBER}) (?P<unit>months?|quarters?){_OFYEAR}", "months"),
    (rf"\b(?:the )?(?P<m>{MONTH}) (?P<a>{YEAR}) quarter\b", "quarter"),
    (rf"\b(?:the )?(?P<m>{MONTH}) quarter(?:{_OFYEAR})?\b", "quarter"),
    (rf"\b{_NUMBER}[ -](?:months?|years?|weeks?) {_CLOSING}", "to"),
    (rf"\b(?:year|quarter|month) {_CLOSING}", "to"),
    (r"\bthe (?P<unit>month|quarter) (?:before|earlier)\b(?! last)"
     r"|\b(?:the )?(?:previous|preceding|prior|foregoing) (?P<unit2>month|quarter)\b"
     r"|\b(?:a|one) (?P<unit3>month|quarter) (?:before|earlier)\b", "before"),
    (r"(?<!the )\blast (?P<latest>month|quarter)\b(?! of)", "month"),
    (r"\bthe (?:past|last|previous|preceding) (?:month|week|quarter|fortnight|day|30 days|decade)\b(?! of)", "to"),
    (rf"\b(?P<n>{_NUMBER}) (?:{_KINDS} )?(?P<unit>years) (?:to|ending|ended|through|up to) (?:in )?(?:the end of )?"
     rf"(?P<till>{YEAR})\b(?![/–-]\d)", "months"),
    (rf"\b(?:between|from) (?P<a>{YEAR})[/–-][0-9]{{2}} (?:and|to|until) (?P<b>{YEAR})[/–-][0-9]{{2}}\b", "years"),
    (rf"\b(?:by|until|till|up to|through) (?:the )?end of (?P<a>{YEAR})\b", "until"),
    (rf"\b(?:by|until|till|up to|through) (?:(?:the )?(?:end|close) of )?(?P<m>{MONTH}),? (?P<a>{YEAR})\b", "until"),
    (rf"\b(?:the |its |their )?(?:final|last|latest) (?P<n>{_NUMBER}) (?:calendar |full |financial |whole )?years\b",
     "final"),
    (rf"\b{_STRETCH}(?: of)? {YEAR}\b", "to"),
    (rf"\b(?:{_NUMBER}|both) (?:calendar )?years (?P<a>{YEAR}) and (?P<b>{YEAR})\b", "range"),
    (rf"\b{_SPELL}between (?P<a>{YEAR}) and (?P<b>{YEAR})\b", "range"),
    (rf"\b{_SPELL}from (?P<a>{YEAR}) (?:to|until|through) (?P<b>{YEAR})\b", "range"),
    (rf"\b(?P<a>{YEAR}) to (?P<b>{YEAR})\b", "range"),
    (rf"\b(?P<a>{YEAR})[-–—](?P<b>{YEAR})\b", "range"),
    (rf"\b(?P<a>{YEAR})[/–-](?P<short>[0-9]{{2}})\b(?: {_KINDS}(?: year)?\b)?", "financial"),
    (rf"\b(?P<a>{YEAR})s\b", "decade"),
    (rf"\b(?:the )?(?P<nth>first|second|third|fourth|final|last) quarter of"
     rf" (?:(?P<a>{YEAR})|(?P<rel>last|this) year)\b", "quarter"),
    (rf"\bQ(?P<q>[1-4])[ -](?P<a>{YEAR})\b", "quarter"),
    (r"\bthe (?P<nth>first|second|third|fourth) quarter\b(?! of)", "quarter"),
    (rf"\b(?P<d>[0-9]{{1,2}}) (?P<m>{MONTH}),? (?P<a>{YEAR})\b", "day"),
    (rf"\b(?P<m>{MONTH}) (?P<d>[0-9]{{1,2}}),? (?P<a>{YEAR})\b", "day"),
    (rf"\b(?P<m>{MONTH}),? (?P<a>{YEAR})\b", "month"),
    (rf"\b[Ss]ince (?P<a>{YEAR})\b", "since"),
    (rf"(?<![\w.,$£€-])(?P<a>{YEAR})(?![\w]|[.,][0-9])", "year"),
    (r"\b(?P<rel>(?:last|this) year|the past year)\b", "year"),
    (rf"\b(?P<back>{_NUMBER}) years? (?:ago|earlier|before)\b", "year"),
    (rf"\b(?:the (?:{_KINDS} )?year (?:before|earlier)|the (?:previous|preceding|prior|foregoing) (?:{_KINDS} )?year)"
     r"\b(?! last)", "year"),
    (rf"\b(?:that|the same|this same) (?:{_KINDS} )?(?:year|quarter|period|month)\b"
     r"|\bwas a year (?:in which|when)\b", "same"),
    (r"\bat (?:that|the) time\b", "same"),
    (rf"\b(?P<m>(?-i:{MONTH}))\b", "month"),
    (rf"\b(?P<first>first|opening|initial) (?:(?P<n>{_NUMBER}) )?(?P<unit>months?|years?)\b(?! since)", "length"),
    (
        rf"(?<![\w.,])(?P<n>{_NUMBER})(?P<half> and a half)?[ -](?P<unit>months?|years?)\b(?![ -]old)",
        "length",
    ),
)  # fmt: skip
