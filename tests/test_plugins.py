"""Plug-ins: the example package adds one of each; a broken one is told with the name of its package."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import factcheck
from factcheck import checks, plugins, render
from factcheck.errors import FactcheckError, SettingsError
from factcheck.model.article import Article
from factcheck.model.report import Coverage, Report
from factcheck.quantities import kinds

EXAMPLE = Path(__file__).parents[1] / "examples" / "plugin"
EMPTY = Report(Article("None."), (), (), (), (), (), Coverage(0, 0, 0, 0, ()))


def _installed(site: Path, package: str, groups: dict[str, dict[str, str]]) -> None:
    """What an installer leaves of a package's entry points."""
    info = site / f"{package.replace('-', '_')}-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n", "utf-8")
    lines = (f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in points.items()) for group, points in groups.items())
    (info / "entry_points.txt").write_text("\n".join(lines), "utf-8")


@pytest.fixture
def fresh() -> Iterator[Callable[[], None]]:
    """Forgets which plug-ins there are, before and after."""

    def forget() -> None:
        for remembered in (plugins._points, plugins.plugins, checks.all_checks, kinds.readers):
            remembered.cache_clear()

    yield forget
    forget()


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: Callable[[], None]) -> Callable[..., None]:
    """Puts a package `acme-checks` on the path: one entry point, and the source of its module."""

    def put(group: str, module: str, source: str, name: str = "thing", attribute: str = "") -> None:
        (tmp_path / f"{module}.py").write_text(source, "utf-8")
        _installed(tmp_path, "acme-checks", {group: {name: module + attribute}})
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, module, raising=False)
        fresh()

    return put


def _example(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a new process where the example package is installed."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]
    if not list(tmp_path.glob("*.dist-info")):
        _installed(tmp_path, project["name"], project["entry-points"])
    command = [sys.executable, "-m", "factcheck.apps.cli", *arguments]
    path = os.pathsep.join([str(tmp_path), str(EXAMPLE), str(EXAMPLE.parents[1])])
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": path}
    )


def test_the_example_adds_a_check_a_kind_and_a_table(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("The race over 6f drew 2,345,678 people. Alderley had 4,830 ferry passengers in 2024.", "utf-8")
    done = _example(tmp_path, "check", str(draft), "--format", "json", "--reference", "harbour")
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)
    assert {"text": "6f", "kind": "measure", "unit": "furlong"}.items() <= report["quantities"][0].items()
    assert [(f["text"], f["message"]) for f in report["findings"] if f["code"] == "FC901"] == [
        ("2,345,678", "2,345,678 is 2.3 million to a reader.")
    ]
    (lookup,) = (r for r in report["recalculations"] if r["reference"])
    assert lookup["reference"]["dataset"] == "harbour"
    assert not lookup["holds"]


def test_the_example_adds_a_format_and_a_manual_page(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Of the 565 people referred, 49 engaged, or 9.7 per cent.", "utf-8")
    done = _example(tmp_path, "check", str(draft), "--format", "brief", "--no-reference")
    assert done.stdout.startswith("FC101 9.7 per cent: ")
    assert "A count of seven digits" in _example(tmp_path, "explain", "FC901").stdout


GOOD_CHECK = "from factcheck.model.relation import Story\nSEVERITY = 'note'\n"
BROKEN_CHECKS = {
    "fc902_gone": ("import no_such_library", "cannot be imported.*no_such_library"),
    "fc903_graver": ("def check(story): ...", "has no SEVERITY"),
    "house_rule": (GOOD_CHECK + "def check(story: Story): ...", "is not a module named as a check"),
    "fc101_ours": (GOOD_CHECK + "def check(story: Story): ...", "takes the code FC101"),
    "fc904_untyped": (GOOD_CHECK + "def check(story): ...", "fails with KeyError"),
}


@pytest.mark.parametrize("module", BROKEN_CHECKS)
def test_a_broken_check_is_told_with_its_package(add: Callable[..., None], module: str) -> None:
    source, told = BROKEN_CHECKS[module]
    add("factcheck.checks", module, source)
    with pytest.raises(FactcheckError, match=f"acme-checks .*{told}.*Update or uninstall acme-checks"):
        checks.all_checks()


def test_a_check_that_fails_at_work_is_told_without_a_word_of_the_article(add: Callable[..., None]) -> None:
    add("factcheck.checks", "fc905_works", GOOD_CHECK + "def check(story: Story):\n    yield int(story.article.text)")
    with pytest.raises(FactcheckError, match="acme-checks fails with ValueError") as refused:
        factcheck.verify("Secret: 14 people.", reference=False)
    assert "Secret" not in str(refused.value)


def test_a_broken_kind_is_told_with_its_package(add: Callable[..., None]) -> None:
    add("factcheck.quantities", "acme_kind", "ORDER = 1\nSTARTS = frozenset()")
    with pytest.raises(FactcheckError, match="acme-checks has no read"):
        kinds.readers()


def test_a_format_of_a_plugin_stands_beside_ours(add: Callable[..., None]) -> None:
    add("factcheck.renderers", "acme_format", "def render(report): return report.article.text", name="plain")
    assert "plain" in render.names()
    assert render.render_all("plain", [EMPTY, EMPTY], many=True) == "None.\nNone."


def test_a_format_of_a_plugin_does_not_replace_ours(add: Callable[..., None]) -> None:
    add("factcheck.renderers", "acme_json", "def render(report): return 'mine'", name="json")
    assert json.loads(render.renderer("json")(EMPTY))["text"] == "None."


def test_a_broken_format_is_told_only_where_it_is_asked_for(add: Callable[..., None]) -> None:
    add("factcheck.renderers", "acme_broken", "def render(report): return 1 / 0", name="plain")
    assert render.renderer("json")(EMPTY)
    with pytest.raises(FactcheckError, match="acme-checks fails with ZeroDivisionError"):
        render.renderer("plain")(EMPTY)


def test_a_format_that_nobody_brings_is_told(fresh: Callable[[], None]) -> None:
    fresh()
    with pytest.raises(SettingsError, match=r"no format “pigeon”.*sarif"):
        render.renderer("pigeon")


def test_a_table_may_be_a_folder_or_a_function(add: Callable[..., None]) -> None:
    add("factcheck.reference", "acme_tables", f"HERE = {str(EXAMPLE / 'factcheck_house_style/tables')!r}", "t", ":HERE")
    assert [dataset.name for dataset in factcheck.load_catalogue("t").datasets] == ["harbour"]


def test_a_table_that_is_none_is_told(add: Callable[..., None]) -> None:
    add("factcheck.reference", "acme_tables", "def give(): return 7", "t", ":give")
    with pytest.raises(FactcheckError, match="acme-checks gives int, not a folder"):
        factcheck.verify("Of 4 people 2 came.", reference="t")


def test_importing_the_library_looks_for_no_plugin() -> None:
    script = "import sys, factcheck; print('importlib.metadata' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == "False"
