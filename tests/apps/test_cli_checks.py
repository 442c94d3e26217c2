"""`factcheck checks` and `factcheck explain`: what is looked for, and why."""

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]


def test_every_check_is_listed_with_its_severity_and_what_it_flags(run: Run) -> None:
    status, out, _ = run("checks")
    assert status == 0
    lines = dict(line.split(maxsplit=1) for line in out.splitlines())
    assert {"FC101", "FC102", "FC103", "FC104", "FC105", "FC110", "FC201", "FC203", "FC209"} <= set(lines)
    assert lines["FC201"].startswith("warning  denominator-choice")
    assert all(len(line.split()) > 4 for line in lines.values())


def test_a_check_is_explained(run: Run) -> None:
    status, out, _ = run("explain", "fc201")
    assert status == 0
    assert out.startswith("FC201 denominator-choice")
    assert "147" in out


def test_a_check_that_is_not_there(run: Run) -> None:
    status, out, err = run("explain", "FC999")
    assert (status, out) == (2, "")
    assert "factcheck checks" in err
