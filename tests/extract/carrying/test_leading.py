from remnant.extract import extract
from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind, Slot
from tests.factory import make_document, make_metadata

TITLE = "Makiivka barracks shelling"
LEAD = "On 1 January 2023, Ukraine shelled a barracks in Makiivka.\n\n"
TOLL = "Officials later said that in Makiivka 63 soldiers had died.\n\n"


def _doers(text: str, *, title: str) -> list[list[str]]:
    document = make_document(text, metadata=make_metadata(title=title))
    return [
        [one.span.quote for one in claim.filling(Slot.ACTOR)]
        for claim in extract(document, knowledge=load_knowledge())
        if claim.kind is ClaimKind.HARM
    ]


def test_harm_in_a_text_named_after_an_attack_is_that_of_its_attacker() -> None:
    """The dead are those of the attack of the title, whose first sentence says who made it."""
    assert _doers(LEAD + TOLL, title=TITLE) == [["Ukraine"]]


def test_a_text_named_otherwise_leaves_open_who_did_it() -> None:
    """A text that is named after no attack tells of many, and harm goes to none of them."""
    assert _doers(LEAD + TOLL, title="War crimes in Ukraine") == [[]]


def test_an_attack_with_which_another_is_charged_too_has_no_attacker() -> None:
    """Where a second party is charged with the attack, the first sentence is not the last word."""
    other = "Russia shelled the barracks in Makiivka, Kyiv said.\n\n"
    assert _doers(LEAD + other + TOLL, title=TITLE) == [[]]


def test_harm_of_another_attack_is_not_that_of_the_title() -> None:
    """The dead of a strike on another town are not those of the attack of the title."""
    text = LEAD + "On 3 January 2023, a missile hit Druzhkivka and two people died.\n"
    assert _doers(text, title=TITLE) == [[]]
