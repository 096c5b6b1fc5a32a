import pytest

from remnant.extract import extract
from remnant.extract.parsing.parser import word_classes
from remnant.extract.parsing.recasing import recased
from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind
from tests.factory import make_document


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        (
            "REBELS ATTACKED THE VILLAGE OF SAN ISIDRO ON 3 MAY, COL JUAN PEREZ SAID.",
            "Rebels attacked the village of San Isidro on 3 May, Col Juan Perez said.",
        ),
        (
            "THE POPULAR FRONT (FPX) DENIED IT. THE FPX SAID THAT SYRIA FIRED THE ROCKETS.",
            "The popular front (FPX) denied it. The FPX said that Syria fired the rockets.",
        ),
        (
            "PRESIDENT HECTOR LARIOS LEFT BOGOTA FOR THE CAMP.",
            "President Hector Larios left Bogota for the camp.",
        ),
    ],
)
def test_words_of_the_dictionary_go_into_small_letters(shouted: str, written: str) -> None:
    """Names, titles before them, dates and abbreviations once bracketed keep their capitals."""
    document = make_document(shouted)

    found = recased(document, document.text, knowledge=load_knowledge(), known=word_classes)

    assert found == written


def test_text_in_usual_letters_stays_as_it_is() -> None:
    """A few words in capitals do not make a text one that is printed in them."""
    document = make_document("NATO and the UN said that Russia BOMBED the market in Idlib.")

    found = recased(document, document.text, knowledge=load_knowledge(), known=word_classes)

    assert found == document.text


def test_a_claim_in_capitals_quotes_the_capitals() -> None:
    """Recasing helps the parser only: the passage is what the document has."""
    document = make_document("RUSSIAN WARPLANES BOMBED A HOSPITAL IN IDLIB ON 2 MAY 2019.")

    (claim,) = extract(document, knowledge=load_knowledge())

    assert claim.kind is ClaimKind.USE
    assert claim.passage.quote == "RUSSIAN WARPLANES BOMBED A HOSPITAL IN IDLIB ON 2 MAY 2019"
