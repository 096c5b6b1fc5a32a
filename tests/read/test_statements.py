import pytest

from remnant.model.source import Metadata, Provenance, Stated
from remnant.read import read
from tests.read.making import document, original

REPORT = "The army fired on the town, and the report says that two people were killed in it."


def _value(stated: Stated[str] | None) -> str:
    return stated.value if stated is not None else ""


@pytest.mark.parametrize(
    ("front", "edtf", "provenance"),
    [
        ("Last updated: 15 September 2021", "2021-09-15", Provenance.STATED),
        ("31 October 2020", "2020-10-31", Provenance.STATED),
        ("Example Press, October 26, 2020", "2020-10-26", Provenance.STATED),
        ("**Geneva, 25 November 2020**", "2020-11-25", Provenance.STATED),
        ("Fri 07 Apr 2017 at 0914", "2017-04-07", Provenance.STATED),
        (
            "(Geneva, 3 May 2019) – The Example Coalition condemns it.",
            "2019-05-03",
            Provenance.STATED,
        ),
        ("30 Apr 2017 Rescue workers were hit.", "2017-04-30", Provenance.INFERRED),
        ("Published September 23 2016 Heavy shelling.", "2016-09-23", Provenance.STATED),
    ],
)
def test_dates_of_publication_are_read(front: str, edtf: str, provenance: Provenance) -> None:
    """Date lines, labels and datelines give the date of publication, with their words."""
    published = document(f"{front}\n\n{REPORT}").metadata.published
    assert published is not None
    assert (published.value, published.provenance) == (edtf, provenance)
    assert published.words


def test_a_date_in_a_sentence_is_no_date_of_publication() -> None:
    """The date of an event is not when the document was published."""
    assert document(f"{REPORT} It was on 3 May 2019.").metadata.published is None


def test_title_and_byline_are_read() -> None:
    """The heading before all text is the title, and `By` names the author."""
    found = document(
        f"Skip to main content\n\nStrike on a market\n\nBy Jane Doe\n\n{REPORT}"
    ).metadata
    assert (_value(found.title), _value(found.author)) == ("Strike on a market", "Jane Doe")


def test_a_heading_after_text_is_no_title() -> None:
    """A section's heading is not taken for the title."""
    assert document(f"{REPORT}\n\nAftermath\n\n{REPORT}").metadata.title is None


@pytest.mark.parametrize(
    ("tail", "publisher"),
    [
        ("The original source of this article is Example Press", "Example Press"),
        ("Copyright © Jane Doe, Example Press, 2020", "Example Press"),
        ("© 2018 Example World.", "Example World"),
        ("It burned. (Source: Example Agency)", "Example Agency"),
        (
            "Middle Eye delivers news of the region. More about the Eye can be found here.",
            "Middle Eye",
        ),
    ],
)
def test_publishers_are_read(tail: str, publisher: str) -> None:
    """Statements of source and copyright name the publisher."""
    assert _value(document(f"Strike\n\n{REPORT}\n\n{tail}").metadata.publisher) == publisher


def test_a_statement_is_published_by_whom_it_speaks_for() -> None:
    """Who delivers a statement is its author, and the state is the publisher, inferred."""
    found = document(
        "Statement\ndelivered by Amb. Jo Doe,\nPermanent Representative of the Republic of Utopia"
        f"\n\n{REPORT}"
    ).metadata
    assert _value(found.author) == "Amb. Jo Doe"
    assert found.publisher is not None
    assert found.publisher.value == "Republic of Utopia"
    assert found.publisher.provenance is Provenance.INFERRED


def test_a_press_release_is_published_by_its_subject() -> None:
    """Who opens both title and dateline of a press release is its publisher, inferred."""
    found = document(
        "Example Coalition Condemns Attack\n\n"
        "(Geneva, 3 May 2019) – The Example Coalition (EC) condemns the attack on the town."
    ).metadata
    assert _value(found.publisher) == "Example Coalition"


def test_what_a_person_gives_wins() -> None:
    """Metadata that a person gave wins over what the document states."""
    given = Metadata(title=Stated("Mine", Provenance.GIVEN, "Mine"))
    found = read(original(f"Theirs\n\n{REPORT}", given=given)).metadata
    assert found.title == given.title


def test_a_digest_names_its_work() -> None:
    """The work after `Digest of:` is what the document summarises; its heading is the title."""
    found = document(
        "Digest of: “Strike on a market”, Example Press,\n3 May 2019\n\nWritten in other words.\n\n"
        f"# Two rockets\n\n{REPORT}"
    ).metadata
    assert _value(found.digest_of) == "“Strike on a market”, Example Press, 3 May 2019"
    assert _value(found.title) == "Two rockets"
    assert found.published is None


@pytest.mark.parametrize(
    ("front", "kind"),
    [("PRESS RELEASE", "press release"), ("Statement\ndelivered by Jo Doe", "statement")],
)
def test_the_kind_is_read_where_it_is_printed(front: str, kind: str) -> None:
    """A kind of document printed on a line of its own is metadata."""
    assert _value(document(f"{front}\n\nA title\n\n{REPORT}").metadata.kind) == kind
    assert document(f"The statement\n\n{REPORT}").metadata.kind is None
