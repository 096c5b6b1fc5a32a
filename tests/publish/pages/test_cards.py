import pytest

from remnant.publish.pages.cards import citation, claim_card, file_of
from tests.factory import make_capture, make_document
from tests.publish.pages.documents import report
from tests.publish.records import result, use


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        ("/srv/private/report.txt", "report.txt"),
        ("C:\\private\\report.txt", "report.txt"),
        ("https://example.org/a/report", "https://example.org/a/report"),
    ],
)
def test_folders_of_a_machine_are_not_published(origin: str, shown: str) -> None:
    """Of a file only its name is shown; an address is shown whole."""
    assert file_of(origin) == shown


def test_a_citation_is_made_of_what_there_is() -> None:
    """Publisher and date where known; the name of the file where nothing is."""
    assert citation(report().document) == "Human Rights Watch, 30 October 2020"
    nameless = make_document("text", capture=make_capture(b"text", origin="/srv/scan.pdf"))
    assert citation(nameless) == "scan.pdf"


def test_a_quotation_that_a_passage_opens_is_closed() -> None:
    """Words that stop before the mark that ends their quotation are shown with it."""
    found = result("He called it “fake news.”", [use("He called it “fake news")])
    card = claim_card(found.resolved[0], found.document.text)
    assert card.quote == "He called it “fake news”"
