"""Following a value to its words, by link, by click and by key."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Reader
from tests.publish.pages.record import record

pytestmark = pytest.mark.browser


def test_a_value_leads_to_its_words(wide: Reader) -> None:
    """The weapon in an incident's heading leads to the very word in the document."""
    page = wide.open("incidents/R-0001.html")
    page.locator(".sub a", has_text="Smerch").click()
    page.wait_for_selector(".hit")
    assert page.locator(".hit").all_text_contents() == ["Smerch"]
    assert page.locator(".hit").first.is_visible()


def test_every_claim_link_lights_its_passage(wide: Reader) -> None:
    """A link to a claim lights exactly its passage, however other claims overlap it."""
    for result in record().results:
        page = wide.open(f"documents/{result.document.id}.html")
        for claim in result.claims:
            page.evaluate("name => { location.hash = name; }", claim.id)
            page.wait_for_selector(f"[data-card='{claim.id}'].on")
            lit = "".join(page.locator("mark.on").all_text_contents())
            shown = claim.passage.quote.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd")
            assert lit == shown
        page.close()


def test_keys_walk_the_claims(wide: Reader) -> None:
    """`j` goes to the next claim, `k` back, and the place is said aloud."""
    page = wide.open("documents/d-report.html")
    page.keyboard.press("j")
    page.wait_for_selector("[data-card].on .c-no:text('1')")
    page.keyboard.press("j")
    page.wait_for_selector("[data-card].on .c-no:text('2')")
    page.keyboard.press("k")
    page.wait_for_selector("[data-card].on .c-no:text('1')")
    assert "Claim 1 of 3" in (page.locator("[data-live]").text_content() or "")


def test_a_click_on_overlapping_claims_goes_through_them(wide: Reader) -> None:
    """Clicking words that two claims share shows the inner one first, then the outer."""
    page = wide.open("documents/d-report.html")
    shared = page.locator("mark.m2").first
    shared.click()
    inner = page.locator(".card.on").get_attribute("data-card")
    shared.click()
    outer = page.locator(".card.on").get_attribute("data-card")
    assert inner != outer


def test_a_note_leads_there_and_back(wide: Reader) -> None:
    """A note's marker leads to the note, and the note leads back."""
    page = wide.open("documents/d-report.html")
    page.locator("a.marker", has_text="[1]").click()
    assert page.url.endswith("#n-1")
    page.locator("#n-1 .back").click()
    assert page.url.endswith("#m-1-1")


def test_the_skip_link_comes_first(wide: Reader) -> None:
    """The first stop of the Tab key is the link to the content, and it is visible there."""
    page = wide.open("index.html")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.text_content() == "Skip to the content"
    box = focused.bounding_box()
    assert box is not None
    assert box["x"] >= 0


def test_filters_leave_what_fits(wide: Reader) -> None:
    """Filters by grade and by words leave the incidents that fit, and say how many."""
    page = wide.open("index.html")
    page.locator("select[name=grade]").select_option("single-origin")
    assert page.locator("[data-list] > li:visible").count() == 1
    assert page.locator("[data-count]").text_content() == "1 of 2 incidents, in order of date"
    page.locator("input[name=text]").fill("nowhere")
    assert page.locator("[data-none]").is_visible()
    page.locator("[data-clear]").click()
    expect(page.locator("[data-list] > li:visible")).to_have_count(2)


def test_filters_take_dates(wide: Reader) -> None:
    """Dates leave the incidents that may lie between them."""
    page = wide.open("index.html")
    page.locator("input[name=from]").fill("2020-10-27")
    assert page.locator("[data-list] > li:visible").count() == 1


def test_a_long_list_shows_its_first_rows_and_the_filters_reach_all(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """Of 602 incidents 500 are listed, with the count; a filter finds the last one."""
    copy = shutil.copytree(site, tmp_path / "site")
    text = (copy / "index.html").read_text(encoding="utf-8")
    row = re.search(r'<li data-n="R-0002".*?</li>', text, re.DOTALL)
    assert row is not None
    more = [row.group().replace("R-0002", f"R-{number:04d}") for number in range(1000, 1600)]
    (copy / "index.html").write_text(
        text.replace(row.group(), row.group() + "".join(more)), encoding="utf-8"
    )
    with browser.new_context() as context:
        page = Reader(context, copy).open("index.html")
        expect(page.locator("[data-list] > li:visible")).to_have_count(500)
        assert "602 incidents, in order of date. The first 500 are listed" in (
            page.locator("[data-count]").text_content() or ""
        )
        page.locator("input[name=text]").fill("R-1599")
        expect(page.locator("[data-list] > li:visible")).to_have_count(1)


def test_the_map_holds_a_marker_for_each_place(wide: Reader) -> None:
    """Each place has a marker that names its incidents and leads to them."""
    page = wide.open("index.html")
    markers = page.locator(".leaflet-marker-icon")
    assert markers.count() == 2
    page.locator(".leaflet-marker-icon[title*='Barda']").press("Enter")
    popup = page.locator(".leaflet-popup-content a")
    assert popup.get_attribute("href") == "incidents/R-0001.html"


def test_search_folds_accents_and_needs_every_word(wide: Reader) -> None:
    """Search finds words in any case and without accents, and only where all of them are."""
    page = wide.open("search.html")
    page.locator("#q").fill("BÁRDA smerch")
    page.wait_for_selector(".result")
    assert page.locator(".result").count() > 1
    page.locator("#q").fill("barda smerch likely")
    expect(page.locator(".result")).to_have_count(1)
    page.locator(".result a.words").click(position={"x": 20, "y": 12})
    page.wait_for_selector("mark.on")


def test_a_joined_number_still_leads_somewhere(wide: Reader) -> None:
    """The page of a number that was joined with another leads to it."""
    page = wide.open("incidents/R-0004.html")
    page.locator("main a").click()
    assert page.url.endswith("incidents/R-0001.html")
