from tests.factory import make_capture, make_document, make_metadata


def test_a_document_is_called_by_its_title() -> None:
    """The title comes before the name of the file."""
    metadata = make_metadata(title="Ban Policy")
    assert make_document("Text.", metadata=metadata).called == "Ban Policy"


def test_a_document_without_title_is_called_by_its_file() -> None:
    """Folders of somebody's machine are no part of the name."""
    capture = make_capture(origin="reports/2020/one.txt")
    assert make_document("Text.", capture=capture).called == "one.txt"
