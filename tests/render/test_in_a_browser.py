"""The page in a real browser: nothing runs, nothing is asked of the outside, and it can be read.

pip install '.[test,browser]' && pytest -m browser
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from factcheck.render.html import render, render_many
from factcheck.report import Report

pytestmark = pytest.mark.browser

CALLS = ["alert(1)", "window.ran=1", "document.title='ran'", "fetch('https://evil.example/')"]
CARRIERS = [
    "<script>{0}</script>",
    "</style><script>{0}</script>",
    "</title><script>{0}</script>",
    "--><script>{0}</script>",
    "<img src=x onerror={0}>",
    "<svg onload={0}>",
    '"><svg/onload={0}>',
    "'><img src=x onerror={0}>",
    '" onmouseover="{0}',
    "' autofocus onfocus='{0}",
    "<iframe srcdoc='<script>{0}</script>'>",
    "<a href=javascript:{0}>x</a>",
    "javascript:{0}",
    "data:text/html,<script>{0}</script>",
    "<math><mi xlink:href='javascript:{0}'>",
    "<details open ontoggle={0}>",
    "<body onload={0}>",
    "<style>@import 'javascript:{0}'</style>",
    "<link rel=stylesheet href=javascript:{0}>",
    "<meta http-equiv=refresh content='0;url=javascript:{0}'>",
    "<form action=javascript:{0}><button>",
    "<embed src=javascript:{0}>",
    "<object data=javascript:{0}>",
    "<video><source onerror={0}></video>",
    "<marquee onstart={0}>",
    "<input autofocus onfocus={0}>",
    "{{{{ {0} }}}}",
    "{{% {0} %}}",
    "${{{0}}}",
    "<!--><script>{0}</script>",
    "<noscript><p title='</noscript><img src=x onerror={0}>'>",
    "\u2028<script>{0}</script>",
    "<scr\x00ipt>{0}</scr\x00ipt>",
    "&lt;script&gt;{0}&lt;/script&gt;",
    "%3Cscript%3E{0}%3C/script%3E",
    "<base href=https://evil.example/><img src=x>",
    "<svg><animate onbegin={0} attributeName=x>",
    "<svg><script>{0}</script>",
    "<table background=javascript:{0}>",
    "<div style=background:url(javascript:{0})>",
    "<x onclick={0} tabindex=1 autofocus>",
    "]]><script>{0}</script>",
    "</text></svg><script>{0}</script>",
    "</a><script>{0}</script>",
    "<a ping=https://evil.example/ href=#>x</a>",
    "<img srcset='https://evil.example/a 1x'>",
    "<link rel=prefetch href=https://evil.example/>",
    "<audio src=https://evil.example/a>",
    "\"'`><script>{0}</script>",
    "<template><script>{0}</script></template>",
    "\ud83d<script>{0}</script>",
]
PAYLOADS = [carrier.replace("{0}", call) for carrier, call in product(CARRIERS, CALLS)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on the path")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., tuple[Any, list[str]]]]:
    """Open a page from a file; gives it with everything that went wrong or was asked for."""
    contexts = []

    def open_page(html: str, **options: Any) -> tuple[Any, list[str]]:
        path = tmp_path / "report.html"
        path.write_text(html, "utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        page, trouble = context.new_page(), []
        page.on("console", lambda message: trouble.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (trouble.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: trouble.append(request.url) if request.url != path.as_uri() else None)
        page.goto(path.as_uri())
        return page, trouble

    yield open_page
    for context in contexts:
        context.close()


def _with(report: Report, payload: str) -> Report:
    """The report with a payload wherever words come from."""
    finding = report.findings[2]
    assert finding.reference
    evil = replace(
        finding, message=payload, plainly=payload, suggestion=payload, cause=payload, name=payload,
        reference=replace(finding.reference, dataset=payload, source=payload, note=payload, formula=payload),
    )  # fmt: skip
    steps = tuple(replace(step, label=payload, of_previous=payload) for step in report.findings[0].funnel)
    drawn = replace(report.findings[0], funnel=steps, message=payload)
    quantities = tuple(replace(q, text=payload, hedge=payload) for q in report.quantities)
    article = replace(report.article, title=payload, source=payload, text=report.article.text + "\n" + payload)
    return replace(report, article=article, quantities=quantities, findings=(drawn, evil))


def test_two_hundred_payloads_none_runs(report: Report, opened: Any) -> None:
    assert len(PAYLOADS) >= 200
    for start in range(0, len(PAYLOADS), 20):
        page, trouble = opened(render_many([_with(report, payload) for payload in PAYLOADS[start : start + 20]]))
        page.mouse.move(200, 200)
        page.keyboard.press("Tab")
        assert page.evaluate("window.ran") is None
        assert page.title().endswith(" reports · factcheck")
        assert trouble == []


def test_a_report_opens_without_a_word_on_the_console(report: Report, opened: Any) -> None:
    page, trouble = opened(render(report))
    assert trouble == []
    assert page.locator("h1").count() == 1
    assert page.locator(".note-card").count() == 3
    assert page.locator("svg.picture").count() >= 3


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_nothing_runs_over_the_edge(report: Report, opened: Any, width: int) -> None:
    page, _ = opened(render(report), viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


CONTRAST = """() => {
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                       return .2126 * r + .7152 * g + .0722 * b; };
  const parts = s => s.match(/[\\d.]+/g).map(Number);
  const ground = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor);
                        if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
  const poor = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg') || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const [a, b] = [light(parts(getComputedStyle(e).color).slice(0, 3)), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) poor.push([e.className, e.textContent.trim().slice(0, 20), ratio.toFixed(2)].join(' '));
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_has_the_contrast_that_wcag_asks_for(report: Report, opened: Any, scheme: str) -> None:
    page, _ = opened(render(report), color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []


def test_the_keyboard_goes_from_a_number_to_its_note(report: Report, opened: Any) -> None:
    page, _ = opened(render(report))
    seen = []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent"))
    assert seen == ["Nine in ten", "Open the source", "1.7 per cent", "2.7 per cent"]
    page.keyboard.press("Enter")
    assert "FC101" in page.locator(":target").inner_text()
