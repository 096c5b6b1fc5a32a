from pathlib import Path

from remnant.assess import ledgers
from remnant.knowledge import load_knowledge
from remnant.publish import Material, publish
from remnant.publish.pages.catalogue import read_catalogue
from remnant.publish.pages.parties import (
    parties_page,
    party_links,
    party_page,
    party_path,
    silence,
    summary,
)
from tests.publish.pages.record import record

KNOWLEDGE = load_knowledge()
BOOKS = ledgers(record(), knowledge=KNOWLEDGE)
(ARMENIA,) = (one for one in BOOKS if one.party == "armenia")


def test_a_charge_stands_under_its_incident() -> None:
    """The accusations of one incident stand together, with where they stand."""
    page = party_page(read_catalogue(record()), ARMENIA)
    numbers = [one.about.note for one in page.charges]
    assert numbers == sorted(numbers)
    assert "R-0001" in numbers
    assert all(one.accusations and one.standing for one in page.charges)


def test_every_accusation_is_on_the_page() -> None:
    """No accusation of the ledger is left out of the page."""
    page = party_page(read_catalogue(record()), ARMENIA)
    shown = {a.source.claim.id for one in page.charges for a in one.accusations}
    shown |= {one.source.claim.id for one in (*page.loose, *page.holdings)}
    assert shown == {one.claim for one in ARMENIA.accusations}
    assert {one.source.claim.id for one in page.answers} == {one.claim for one in ARMENIA.answers}


def test_silence_is_said_with_care() -> None:
    """Where nothing at hand answers, the words say so and say that it admits nothing."""
    words = silence(ARMENIA)
    assert "in the documents of this dossier" in words
    assert words.endswith("silence here admits nothing.")


def test_summary_counts() -> None:
    """The summary counts claims, incidents and speakers."""
    assert summary(ARMENIA).startswith("Armenia is accused in ")


def test_the_index_adds_up() -> None:
    """What is answered and what is not are together what is alleged."""
    for row in parties_page(BOOKS).rows:
        assert row.answered + row.unanswered == row.accusations


def test_pages_lead_to_the_ledger(tmp_path: Path) -> None:
    """The incident's page and the state's page lead to the page of the party."""
    publish(Material(record(), KNOWLEDGE), folder=tmp_path)
    path = party_path("armenia")
    assert (tmp_path / path).is_file()
    for name in ("incidents/R-0001.html", "countries/armenia.html"):
        assert f"../{path}" in (tmp_path / name).read_text("utf-8")
    assert party_links(BOOKS)["Armenia"].href == path
