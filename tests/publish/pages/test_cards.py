import pytest

from remnant.publish.pages.cards import citation, file_of
from tests.factory import make_capture, make_document
from tests.publish.pages.documents import report


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
