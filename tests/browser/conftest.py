"""A site published from a record made by hand, and a browser to read it with."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

from remnant.knowledge import load_knowledge
from remnant.model.searching import Search
from remnant.publish import Material, publish
from tests.publish.pages.record import record

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a published site."""
    folder = tmp_path_factory.mktemp("published") / "site"
    search = Search(
        id="s-1",
        place="mfa.gov.az",
        languages=("az", "en"),
        until="2020-12-31",
        by="E. K.",
        at="2021-01-05T10:00:00Z",
        words=("kaset",),
        found=0,
        note="The archive before 2012 was not reachable.",
    )
    knowledge = load_knowledge(None)
    publish(Material(record(), knowledge, (search,)), folder=folder, title="A record")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser that this machine has."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine: the published pages were not opened")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


class Reader:
    """Somebody who reads the site: opens pages and remembers what went wrong."""

    def __init__(self, context: BrowserContext, site: Path) -> None:
        self._context = context
        self._site = site
        self.errors: list[str] = []
        self.requests: list[str] = []

    def open(self, path: str) -> Page:
        """Open a page of the site from the folder."""
        page = self._context.new_page()
        page.on("console", lambda said: self._heard(said.type, said.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._asked)
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(f"{self._site.as_uri()}/{path}")
        return page

    def _asked(self, dialog: Dialog) -> None:
        self.errors.append(dialog.message)
        dialog.dismiss()

    def _heard(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(text)


@pytest.fixture
def wide(browser: Browser, site: Path) -> Iterator[Reader]:
    """Read in light colours on a wide screen."""
    with browser.new_context(viewport={"width": 1400, "height": 900}) as context:
        yield Reader(context, site)


@pytest.fixture
def phone(browser: Browser, site: Path) -> Iterator[Reader]:
    """Read on a telephone."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield Reader(context, site)


@pytest.fixture
def dark(browser: Browser, site: Path) -> Iterator[Reader]:
    """Read in dark colours."""
    size = {"width": 1400, "height": 900}
    with browser.new_context(viewport=size, color_scheme="dark") as context:  # type: ignore[arg-type] # a plain dict is accepted
        yield Reader(context, site)


def pages(site: Path) -> list[str]:
    """Return the paths of all pages of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
