"""The command run in this process, with a checker that needs no model."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

import factcheck
from factcheck.apps import cli
from factcheck.errors import InputError, SettingsError
from factcheck.model.article import Article
from factcheck.model.finding import Finding
from factcheck.model.report import Coverage
from factcheck.report import Report
from factcheck.silence import silence
from factcheck.text.sentences import split

CODES = {"error": "FC101", "warning": "FC201", "note": "FC209"}


@dataclass
class Asked:
    """What `verify` was called with."""

    articles: list[Article] = field(default_factory=list)
    options: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A stand-in for `verify`: it finds the words "error", "warning" and "note", and refuses "Deutsch"."""
    seen = Asked()

    def verify(article: Article, **options: Any) -> Report:
        seen.articles.append(article)
        seen.options.append(options)
        if "Deutsch" in article.text:
            raise InputError("This text is not English.")
        if options["select"] == ["FC9"]:
            raise SettingsError("There is no check “FC9”.")
        findings = tuple(
            Finding(article.text.index(word), article.text.index(word) + len(word), word, f"A {word}.", word, code=code)
            for word, code in CODES.items()
            if word in article.text
        )
        report = Report(article, split(article.text), (), (), (), findings, Coverage(0, 0, 0, 0, ()))
        return silence(report, ())

    monkeypatch.setattr(factcheck, "verify", verify, raising=False)
    return seen


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Run the command; gives exit status, standard output and standard error."""

    def command(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["factcheck", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        printed = capsys.readouterr()
        return int(stopped.value.code or 0), printed.out, printed.err

    return command
