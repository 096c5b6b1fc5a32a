import pytest

from remnant.assess.speakers import Speaker
from remnant.assess.wires import credits_in
from tests.factory import make_document, make_metadata
from tests.reports import knowledge

PAPER = Speaker("la-stampa", "La Stampa")
BODY = "Rockets struck the market of Barda on Wednesday."


@pytest.mark.parametrize(
    ("text", "rule", "name"),
    [
        (f"A strike\n\nBARDA, Oct. 28 (AFP) – {BODY}", "dateline", "Agence France-Presse"),
        (f"A strike\n\nBAKU, October 28. /TASS/ {BODY}", "dateline", "TASS"),
        (f"{BODY}\n\n(Reporting by A. Smith; Editing by B. Jones)", "editors", "Reuters"),
        (
            f"{BODY}\n\nAssociated Press writer A. Smith contributed to this report.",
            "helpers",
            "Associated Press",
        ),
        (f"{BODY}\n\nh/t: The Hill", "credit", "The Hill"),
        (
            f"{BODY}\n\nThis article was first published by Middle East Eye.",
            "credit",
            "Middle East Eye",
        ),
    ],
)
def test_a_text_says_whose_it_is(text: str, rule: str, name: str) -> None:
    """A dateline, an editors' line, thanks to writers and a credit each name a source."""
    (found,) = credits_in(make_document(text), PAPER, knowledge())

    assert (found.rule, found.speaker.name) == (rule, name)
    assert found.end > found.start


def test_a_byline_of_an_agency() -> None:
    """An agency given as the author is whose text it is, though no words of it say so."""
    document = make_document(BODY, metadata=make_metadata(author="AFP"))

    (found,) = credits_in(document, PAPER, knowledge())

    assert (found.rule, found.speaker.key) == ("byline", "afp")


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} It was the worst day (Reuters had warned of it), he said.",
        f"A strike\n\nBARDA, Oct. 28 (four dead) — {BODY}",
        f"{BODY} The Associated Press reported it.",
    ],
)
def test_a_plain_mention_is_no_credit(text: str) -> None:
    """An agency named in the text, and brackets without an agency, give none."""
    assert credits_in(make_document(text), PAPER, knowledge()) == ()


def test_an_agency_does_not_repeat_itself() -> None:
    """The agency's own page carries its own dateline."""
    agency = Speaker("afp", "Agence France-Presse")
    document = make_document(f"BARDA, Oct. 28 (AFP) – {BODY}")

    assert credits_in(document, agency, knowledge()) == ()
