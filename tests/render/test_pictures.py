"""The pictures show what the numbers say, and say so in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

import factcheck
from factcheck.apps.cli import app
from factcheck.model.finding import Step
from factcheck.model.interval import Interval
from factcheck.render.pictures import WIDTH, funnel, icons, line, periods, rates, standalone
from factcheck.render.pictures.of_finding import pictures

ROOT = Path(__file__).parents[2]


def _widths(svg: str) -> list[int]:
    return [int(width) for width in re.findall(r'<rect x="0" y="\d+" width="(\d+)"', svg)]


def test_a_funnel_bar_is_as_long_as_its_count() -> None:
    drawn = funnel.draw([Step(i, "people", Fraction(n), None, None) for i, n in enumerate((8586, 959, 147))])
    first, second, third = _widths(drawn)
    assert (first, second, third) == (420, 47, 7)
    assert "<title>Funnel</title><desc>8,586 people; 959 people; 147 people</desc>" in drawn


def test_a_funnel_of_nothing_can_be_drawn() -> None:
    assert "0 people" in funnel.draw([Step(0, "people", Fraction(0), None, None)])


@pytest.mark.parametrize(
    ("shares", "of"),
    [(("1/2", "1/4"), 100), (("147/8586", "147/959"), 1000), (("1/100000",), None)],
)
def test_icons_have_one_denominator_that_tells_them_all(shares: tuple[str, ...], of: int | None) -> None:
    assert icons.denominator([Fraction(share) for share in shares]) == of


def test_icons_say_how_many_in_how_many() -> None:
    drawn = icons.draw([("of 8586", Fraction(147, 8586)), ("of 959", Fraction(147, 959))])
    assert drawn
    assert "of 8586: 17 in 1,000; of 959: 153 in 1,000" in drawn
    assert _squares(drawn, "accent") == [17, 153]
    assert _squares(drawn, "bar") == [983, 847]
    assert icons.draw([("of all", Fraction(1, 100_000))]) is None
    assert icons.sentence(Fraction(1, 5841), None) == "1 in 5,841"


def _squares(svg: str, role: str) -> list[int]:
    """How many squares each path of a kind draws: dashes of its lines."""
    paths = re.findall(rf'class="{role} squares" stroke-width="\d+" stroke-dasharray="(\d+) (\d+)" d="([^"]*)"', svg)
    return [
        sum((int(length) + int(gap)) // (int(side) + int(gap)) for length in re.findall(r"h(\d+)", path))
        for side, gap, path in paths
    ]


@given(st.fractions(0, 1))
def test_every_icon_panel_has_all_its_icons(share: Fraction) -> None:
    drawn = icons.draw([("of all", share)])
    of = icons.denominator([share])
    assert drawn is None or sum(_squares(drawn, "accent") + _squares(drawn, "bar")) == of


@given(st.fractions(-1000, 1000), st.fractions(0, 1000), st.fractions(-1000, 1000))
def test_the_point_lies_in_the_band_only_where_the_value_does(low: Fraction, width: Fraction, value: Fraction) -> None:
    drawn = line.draw(Interval(low, low + width), "stated", value, "computed")
    assert drawn
    left, size = map(int, re.findall(r'x="(-?\d+)" y="25" width="(\d+)"', drawn)[0])
    point = int(re.findall(r'cx="(-?\d+)"', drawn)[0])
    assert 0 <= point <= WIDTH
    if low <= value <= low + width:
        assert left - 1 <= point <= left + size + 1


def test_no_line_for_an_interval_without_end() -> None:
    assert line.draw(Interval(Fraction(25), None), "more than 25", Fraction(3), "3") is None


BREAK_INS = "Police recorded 640 break-ins in the 18 months to June, compared with 510 in the 12 months before that."
FARMS = (
    "Sheep farms are the dangerous ones, the union says: 310 people were hurt on sheep farms last year, "
    "against 90 on fruit farms. The region has 9,300 sheep farms and 1,100 fruit farms."
)
FLIGHTS = (
    "The proportion of flights that left late fell from 12 per cent to 10 per cent. "
    "The airport handled 40,000 flights in 2018 and 60,000 flights last year."
)


def _drawn(text: str) -> dict[str, str]:
    report = factcheck.verify(text, reference=False)
    return {name: picture for finding in report.findings for name, picture in pictures(report, finding)}


def _bars(picture: str, role: str) -> list[tuple[int, int]]:
    """Width and height of each bar of a kind."""
    found = re.findall(rf'<rect x="0" y="\d+" width="(\d+)" height="(\d+)" rx="2" class="{role}"', picture)
    return [(int(width), int(height)) for width, height in found]


def test_two_periods_are_as_wide_as_their_time_and_as_high_as_their_rate() -> None:
    picture = _drawn(BREAK_INS)["periods"]
    (wide, low), (narrow, high) = _bars(picture, "accent")[0], _bars(picture, "bar")[0]
    assert narrow / wide == pytest.approx(12 / 18, abs=0.01)
    assert low / high == pytest.approx(35.6 / 42.5, abs=0.02)
    assert "<desc>640 in 18 months: 35.6 a month; 510 in a year: 42.5 a month</desc>" in picture


def test_the_longer_bar_changes_place_between_counts_and_rates() -> None:
    picture = _drawn(FARMS)["rates"]
    (sheep, _), (fruit, _) = _bars(picture, "bar")
    (sheep_rate, _), (fruit_rate, _) = _bars(picture, "accent")
    assert sheep > fruit
    assert sheep_rate < fruit_rate
    assert sheep_rate / fruit_rate == pytest.approx((310 / 9300) / (90 / 1100), abs=0.01)
    assert "310 of 9,300 sheep farms: 3.33 per cent" in picture


def test_a_falling_share_of_a_growing_whole_shows_both() -> None:
    picture = _drawn(FLIGHTS)["rates"]
    (then, _), (now, _) = _bars(picture, "bar")
    (share_then, _), (share_now, _) = _bars(picture, "accent")
    assert then / now == pytest.approx(4800 / 6000, abs=0.01)
    assert share_now / share_then == pytest.approx(10 / 12, abs=0.01)


def _pages(*codes: str) -> Iterator[str]:
    """The prose that the pages of some checks flag."""
    for code in codes:
        page = next((Path(__file__).parents[1] / "checks").glob(f"{code.lower()}_*.md"))
        flags = page.read_text("utf-8").partition("## Passes")[0]
        quotes = (block for block in flags.split("\n\n") if block.startswith(">"))
        yield from (" ".join(row.lstrip("> ") for row in quote.splitlines()) for quote in quotes)


@pytest.mark.parametrize(("code", "kind"), [("FC204", "periods"), ("FC207", "rates"), ("FC217", "rates")])
def test_every_such_finding_can_be_drawn_from_its_numbers_alone(code: str, kind: str) -> None:
    found = [(r, f) for r in factcheck.verify_many(_pages(code), reference=False, select=[code]) for f in r.findings]
    assert found
    assert not [
        finding.message for report, finding in found if kind not in dict(pictures(report, replace(finding, message="")))
    ]


def test_a_change_is_drawn_in_the_unit_of_what_is_stated() -> None:
    text = (ROOT / "corpus/hospital-waits.md").read_text("utf-8")
    report = factcheck.verify(text, reference=False, select=["FC107"])
    drawn = next(picture for name, picture in pictures(report, report.findings[0]) if name == "line")
    point = int(re.findall(r'cx="(\d+)"', drawn)[0])
    band = int(re.findall(r'class="bar" x="(\d+)"', drawn)[0])
    assert "The text: 8 per cent" in drawn
    assert "The sum: 12.5 %" in drawn
    assert point > band


@pytest.mark.parametrize("picture", [periods.draw([]), rates.draw([]), *_drawn(BREAK_INS).values()])
def test_a_file_is_whole_has_its_words_and_its_colours_for_the_dark(picture: str) -> None:
    root = ElementTree.fromstring(standalone(picture))
    names = [child.tag.rpartition("}")[2] for child in root]
    assert {"title", "desc", "style"} <= set(names)
    assert "prefers-color-scheme:dark" in standalone(picture)
    assert not re.search(r"<script|https?://(?!www\.w3\.org/2000/svg)", standalone(picture))


def test_what_is_written_in_an_article_stays_text() -> None:
    block = periods.Block("</text><script>1</script>", Fraction(1), Fraction(1), "&")
    assert "<script" not in periods.draw([block])


def _text_fits(picture: str) -> bool:
    return all(len(words) * 8 <= WIDTH for words in re.findall(r"<text[^>]*>([^<]*)", picture))


@given(st.text("abc ", max_size=120), st.fractions(0, 1000), st.fractions(0, 1000))
def test_no_text_runs_over_the_edge(label: str, size: Fraction, rate: Fraction) -> None:
    assert _text_fits(periods.draw([periods.Block(label, size, rate, label)]))
    assert _text_fits(rates.draw([rates.Row(size, label, rate, label)]))


def _draw(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["draw", *map(str, arguments), "--no-reference"])


def test_draw_writes_every_picture_of_a_report_by_name(tmp_path: Path) -> None:
    done = _draw(ROOT / "corpus/drug-law-referrals.md", "--select", "FC201", "--output", tmp_path / "new/deep")
    assert done.exit_code == 0, done.output
    names = sorted(path.name for path in (tmp_path / "new/deep").iterdir())
    kinds = [(number, kind) for number in (1, 2) for kind in ("funnel", "icons")]
    assert names == [f"drug-law-referrals-{number}-fc201-{kind}.svg" for number, kind in kinds]
    assert done.output.count(".svg") == len(names)


def test_draw_ends_as_check_does(tmp_path: Path) -> None:
    article = ROOT / "corpus/hospital-waits.md"
    assert _draw(article, "--select", "FC107", "--output", tmp_path).exit_code == 1
    assert _draw(article, "--select", "FC107", "--output", tmp_path, "--fail-on", "never").exit_code == 0
    assert _draw(tmp_path / "none.md", "--output", tmp_path).exit_code == 2


def test_two_articles_of_one_name_keep_their_pictures_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.md").write_text(BREAK_INS, "utf-8")
    _draw(tmp_path / "a/story.md", tmp_path / "b/story.md", "--output", tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["story-1-fc204-periods-2.svg", "story-1-fc204-periods.svg"]
