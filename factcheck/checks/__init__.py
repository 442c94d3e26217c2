"""Relations → findings, one check a file.

A check's file is named by its code and name (`fc101_ratio_mismatch.py`) and holds `SEVERITY`, one
function `check`, and perhaps `REPLACES`, the codes that hold their tongue where it speaks on the same
stated value. The type of `check`'s parameter says what it reads: one kind of `Relation`, or the whole
`Story`. Its docstring is its manual. A new check is a new file here and its page in `tests/checks/`; another
package adds one by the entry point `factcheck.checks`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from inspect import signature
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, get_type_hints

from factcheck.checks.fingerprint import fingerprint
from factcheck.errors import SettingsError
from factcheck.model.finding import Finding, Severity
from factcheck.model.relation import Story
from factcheck.plugins import CHECKS, Plugin, plugins

_FILE = re.compile(r"fc(\d{3})_(\w+)$")
_FINGERPRINT = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its code, its name, how bad it is, its manual, and the function that finds it."""

    code: str
    name: str
    severity: Severity
    manual: str
    reads: type
    function: Callable[..., Iterator[Finding]]
    replaces: frozenset[str]

    @property
    def summary(self) -> str:
        return self.manual.partition("\n")[0]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by code."""
    names = (module.name for module in walk_packages(__path__, f"{__name__}."))
    ours = {check.code: check for check in (_load(import_module(name)) for name in names if _FILE.search(name))}
    for plugin in plugins(CHECKS, "SEVERITY", "check"):
        added = _added(plugin)
        if ours.setdefault(added.code, added) is not added:
            raise plugin.refusal(f"takes the code {added.code}, which another check has")
    return tuple(sorted(ours.values(), key=lambda check: check.code))


def _added(plugin: Plugin) -> Check:
    """The check of a plug-in."""
    if not _FILE.search(getattr(plugin.thing, "__name__", "")):
        raise plugin.refusal("is not a module named as a check: fc901_what_is_wrong")

    def findings(subject: Any) -> Iterator[Finding]:
        yield from plugin.guarded(lambda: tuple(plugin.thing.check(subject)))()

    rule: Check = plugin.guarded(_load)(plugin.thing)
    return replace(rule, function=findings)


def _load(module: ModuleType) -> Check:
    number, name = _FILE.search(module.__name__).groups()  # type: ignore[union-attr]
    (parameter,) = signature(module.check).parameters
    return Check(
        f"FC{number}",
        name.replace("_", "-"),
        module.SEVERITY,
        (module.__doc__ or "").strip(),
        get_type_hints(module.check)[parameter],
        module.check,
        frozenset(getattr(module, "REPLACES", ())),
    )


def chosen(select: Iterable[str] | None, ignore: Iterable[str] | None) -> tuple[Check, ...]:
    """The checks whose code begins with one of `select` (None: all) and none of `ignore`, fingerprints apart."""
    wanted, unwanted = (
        _prefixes(select),
        _prefixes([entry for entry in ignore or () if not _FINGERPRINT.fullmatch(entry)]) or (),
    )
    return tuple(
        check
        for check in all_checks()
        if (wanted is None or check.code.startswith(wanted)) and not check.code.startswith(unwanted)
    )


def fingerprints(ignore: Iterable[str]) -> frozenset[str]:
    """The fingerprints of findings among what is to be ignored."""
    return frozenset(entry for entry in ignore if _FINGERPRINT.fullmatch(entry))


def _prefixes(codes: Iterable[str] | None) -> tuple[str, ...] | None:
    if codes is None:
        return None
    prefixes = tuple([codes] if isinstance(codes, str) else codes)
    for prefix in prefixes:
        if not any(check.code.startswith(prefix) for check in all_checks()):
            known = ", ".join(check.code for check in all_checks())
            raise SettingsError(f"No check begins with {prefix!r}. The checks are {known}.")
    return prefixes


def explain(code: str) -> str:
    """The manual page of one check."""
    for check in all_checks():
        if check.code == code.upper():
            return f"{check.code} {check.name} ({check.severity})\n\n{check.manual}\n"
    raise SettingsError(f"There is no check {code!r}. `factcheck checks` lists them all.")


def run(story: Story, checks: Iterable[Check]) -> tuple[Finding, ...]:
    """The findings of `checks` on a story, in reading order, the less specific ones left out."""
    found = [_signed(finding, check, story) for check in checks for finding in _findings(check, story)]
    kept = _arbitrated(found, {check.code: check.replaces for check in all_checks()})
    return tuple(sorted(kept, key=lambda f: (f.where != "title", f.start, f.end, f.code)))


def _findings(check: Check, story: Story) -> Iterator[Finding]:
    if check.reads is Story:
        yield from check.function(story)
        return
    for relation in (*story.relations, *story.phrases):
        if isinstance(relation, check.reads):
            yield from check.function(relation)


def _signed(finding: Finding, check: Check, story: Story) -> Finding:
    return replace(
        finding,
        code=check.code,
        name=check.name,
        severity=finding.severity or check.severity,
        fingerprint=fingerprint(check.code, finding, story),
    )


def _arbitrated(found: list[Finding], replaces: dict[str, frozenset[str]]) -> list[Finding]:
    """What is left when, for each stated value, every finding that a present one replaces is dropped."""
    silenced = {(f.where, f.stated, code) for f in found if f.stated is not None for code in replaces[f.code]}
    kept: dict[tuple[object, ...], Finding] = {}
    for finding in found:
        if (finding.where, finding.stated, finding.code) not in silenced:
            kept.setdefault((finding.code, finding.where, finding.start, finding.end), finding)
    return list(kept.values())
