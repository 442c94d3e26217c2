"""The house rules, read from the source: which room knows which, where the libraries live, how long things are."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import factcheck
from factcheck.checks import all_checks

PACKAGE = Path(factcheck.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
PAGES = Path(__file__).parent / "checks"

STAGES = ("text", "quantities", "claims", "relations", "reference", "checks")
KNOWS = {
    "model": {"model"},
    "words": {"words"},
    **{stage: {"model", "words", "errors", "plugins", stage} for stage in STAGES},
    "render": {"model", "errors", "plugins", "version", "render"},
    # the command lists the checks and looks after the tables, so it may see these two rooms
    "apps": {
        "",
        "apps",
        "checks",
        "reference",
        "documents",
        "errors",
        "model",
        "plugins",
        "render",
        "report",
        "settings",
        "silence",
        "version",
    },
}
LIBRARIES = {
    "spacy": {"text", "quantities", "claims", "apps/spacy_component.py"},
    "pandas": {"reference", "render/frame.py", "report.py"},
    "rapidfuzz": {"reference"},
    "quantulum3": {"quantities"},
}


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{_name(path)}: imports are absolute here"
            submodules = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from submodules if node.module == "factcheck" else (node.module,)


def _rooms(path: Path) -> Iterator[str]:
    """The rooms that a file imports from; "" is the public face."""
    for module in _imported(path):
        if module.split(".")[0] == "factcheck":
            room = [*module.split("."), ""][1]
            yield room if (PACKAGE / room).is_dir() or (PACKAGE / f"{room}.py").exists() else ""


@pytest.mark.parametrize("room", KNOWS)
def test_a_room_knows_only_its_own(room: str) -> None:
    inside = (path for path in FILES if _name(path).startswith(f"{room}/"))
    strangers = {f"{_name(path)} imports {other or 'the face'}" for path in inside for other in _rooms(path)}
    assert not {line for line in strangers if line.rpartition(" ")[2].replace("face", "") not in KNOWS[room]}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_stays_in_its_rooms(library: str) -> None:
    users = {_name(path) for path in FILES if library in {module.split(".")[0] for module in _imported(path)}}
    assert not {user for user in users if not user.startswith(tuple(LIBRARIES[library]))}


def _functions() -> Iterator[tuple[str, int]]:
    """Every function, with how many lines its body has, docstring not counted."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                if body:
                    yield f"{_name(path)} {node.name}", (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_no_function_is_longer_than_forty_lines() -> None:
    assert [(name, lines) for name, lines in _functions() if lines > 40] == []


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {_name(path): path.read_text("utf-8").count("\n") for path in FILES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_nothing_is_caught_and_forgotten() -> None:
    nodes = chain.from_iterable(ast.walk(ast.parse(path.read_text("utf-8"))) for path in FILES)
    handlers = (node for node in nodes if isinstance(node, ast.ExceptHandler))
    broad = [h for h in handlers if h.type is None or getattr(h.type, "id", "") in ("Exception", "BaseException")]
    assert not [h.lineno for h in broad if all(isinstance(line, ast.Pass) for line in h.body)]


def test_the_public_face_is_what_it_was() -> None:
    assert factcheck.__all__ == sorted(factcheck.__all__)
    promised = {"Article", "FactcheckError", "explain", "quantities", "verify", "verify_many"}
    assert promised <= set(factcheck.__all__)
    assert all(hasattr(factcheck, name) for name in factcheck.__all__)


def test_every_check_has_a_page_that_flags_and_passes() -> None:
    for check in all_checks():
        pages = list(PAGES.glob(f"{check.code.lower()}_*.md"))
        assert len(pages) == 1, f"{check.code}: one page under tests/checks"
        headings = [line.strip("# ").lower() for line in pages[0].read_text("utf-8").splitlines() if line[:1] == "#"]
        assert {"flags", "passes"} <= set(headings), pages[0].name
