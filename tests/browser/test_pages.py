"""Every page, opened from a folder in a real browser."""

import json
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlparse

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Reader, pages

pytestmark = pytest.mark.browser

AXE = "axe_playwright_python"
"""The package that carries axe-core; only its script is used."""

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


def accessible(page: Page) -> list[str]:
    """Return what axe-core finds wrong with a page."""
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true; }")
    if find_spec(AXE) is None:
        pytest.skip(f"{AXE} is not installed: axe-core did not look at the pages")
    page.evaluate(files(AXE).joinpath("axe.min.js").read_text("utf-8"))
    found: dict[str, Any] = page.evaluate(f"axe.run(document, {json.dumps(RULES)})")
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def test_nothing_is_reported_and_nothing_is_called(wide: Reader, site: Path) -> None:
    """No page reports an error, runs a dialog, or asks for anything outside its folder."""
    for path in pages(site):
        wide.open(path).close()
    assert not wide.errors
    assert {urlparse(url).scheme for url in wide.requests} <= {"file", "data"}
    assert all(url.startswith(site.as_uri()) for url in wide.requests if url.startswith("file:"))


def test_every_link_resolves(wide: Reader, site: Path) -> None:
    """Every link within the site leads to a page that exists and to an anchor that is there."""
    anchors: dict[str, set[str]] = {}
    links: list[tuple[str, str]] = []
    for path in pages(site):
        page = wide.open(path)
        anchors[page.url] = set(page.eval_on_selector_all("[id]", "all => all.map(one => one.id)"))
        hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        links += [(page.url, urljoin(page.url, href)) for href in hrefs]
        page.close()
    inside = [(at, to) for at, to in links if to.startswith("file:")]
    assert inside
    for at, to in inside:
        target, anchor = urldefrag(to)
        assert Path(unquote(urlparse(target).path)).is_file(), f"{at} leads to {to}"
        if anchor and target.endswith(".html"):
            assert anchor in anchors[target], f"{at} leads to {to}"


@pytest.mark.parametrize("path", ["index.html", "incidents/R-0001.html", "episodes/R-0003.html"])
def test_axe_finds_nothing_in_light(wide: Reader, path: str) -> None:
    """Landmarks, names, order and contrast of the main pages hold in light colours."""
    assert not accessible(wide.open(path))


@pytest.mark.parametrize(
    "path",
    [
        "about.html",
        "countries/armenia.html",
        "countries/index.html",
        "documents/d-hostile.html",
        "documents/d-report.html",
        "casualties.html",
        "lineage.html",
        "parties/armenia.html",
        "parties/index.html",
        "search.html",
        "sources.html",
        "treaties.html",
    ],
)
def test_axe_finds_nothing_in_light_on_other_pages(wide: Reader, path: str) -> None:
    """The same holds for the pages of documents, states, sources and method."""
    assert not accessible(wide.open(path))


@pytest.mark.parametrize(
    "path", ["index.html", "incidents/R-0001.html", "documents/d-report.html", "about.html"]
)
def test_axe_finds_nothing_in_dark(dark: Reader, path: str) -> None:
    """Contrast holds in dark colours too."""
    page = dark.open(path)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 26)"
    assert not accessible(page)


def test_a_telephone_never_scrolls_sideways(phone: Reader, site: Path) -> None:
    """At 390 pixels no page is wider than the screen."""
    for path in pages(site):
        page = phone.open(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, f"{path} is {width} pixels wide"
        page.close()


def test_colours_can_be_chosen(wide: Reader) -> None:
    """The button turns the colours dark, and the next page remembers."""
    page = wide.open("index.html")
    page.get_by_role("button", name="Dark colours").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    following = wide.open("about.html")
    assert following.locator("html").get_attribute("data-theme") == "dark"


def test_pages_read_without_scripts(browser: Browser, site: Path) -> None:
    """Without scripts the list, the text and the claims are all there."""
    with browser.new_context(java_script_enabled=False) as context:
        reader = Reader(context, site)
        page = reader.open("index.html")
        assert page.locator(".incidents > li").count() == 3
        page = reader.open("documents/d-report.html")
        assert "Smerch rockets" in (page.locator(".doc").text_content() or "")
        assert page.locator(".card").count() == 3


def test_hostile_text_stays_text(wide: Reader) -> None:
    """Markup, template signs and overrides in a document are shown, not obeyed."""
    page = wide.open("documents/d-hostile.html")
    text = page.locator(".doc").text_content() or ""
    assert "<script>alert(1)</script> ]]> {{ 7*7 }} {% raw %}" in text
    assert "\u202e" not in text
    assert page.locator("main script, main img").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0
    assert not wide.errors
