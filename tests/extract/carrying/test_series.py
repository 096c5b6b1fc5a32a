import pytest

from remnant.extract import extract
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.claim import Claim, ClaimKind, Slot
from remnant.model.document import Document, Section, SectionKind
from tests.factory import make_document


@pytest.fixture(scope="module", name="knowledge")
def _knowledge() -> Knowledge:
    return load_knowledge()


def _words(claim: Claim, slot: Slot) -> list[str]:
    return [mention.span.quote for mention in claim.filling(slot)]


def _headed(heading: str, text: str) -> Document:
    whole = f"{heading}\n\n{text}"
    start = len(heading) + 2
    sections = (
        Section(SectionKind.HEADING, 0, len(heading), 2),
        Section(SectionKind.PARAGRAPH, start, len(whole), heading=0),
    )
    return make_document(whole, sections=sections)


def test_a_passive_use_goes_on_with_the_party_before(knowledge: Knowledge) -> None:
    """A use without an agent takes the party of the use told right before, marked as carried."""
    text = (
        "Russia fired cluster munition rockets into Ukraine. "
        "Smerch rockets were used in an attack on Kharkiv."
    )
    claims = extract(make_document(text), knowledge=knowledge)
    (actor,) = claims[-1].filling(Slot.ACTOR)
    assert (actor.span.quote, actor.carried) == ("Russia", True)


def test_another_weapon_does_not_go_on_with_the_party_before(knowledge: Knowledge) -> None:
    """A use of a weapon that cannot be the one before takes no party from it."""
    text = "Russia fired Smerch rockets into Ukraine. Chlorine was used in Douma."
    claims = extract(make_document(text), knowledge=knowledge)
    assert _words(claims[-1], Slot.WEAPON) == ["Chlorine"]
    assert _words(claims[-1], Slot.ACTOR) == []


def test_a_pronoun_takes_up_what_was_shown_before(knowledge: Knowledge) -> None:
    """`They were found` is a find of the weapons of the sentence before."""
    text = (
        "Amnesty International published photographs of the remains of 9N235 submunitions. "
        "They were found in Kharkiv."
    )
    claims = extract(make_document(text), knowledge=knowledge)
    assert [claim.kind for claim in claims] == [ClaimKind.REMNANTS, ClaimKind.REMNANTS]
    assert _words(claims[1], Slot.WEAPON) == _words(claims[0], Slot.WEAPON)


def test_a_pronoun_without_weapons_before_is_no_find(knowledge: Knowledge) -> None:
    """`They were found` says nothing of weapons where none were named."""
    text = "Two hikers were lost. They were found in Kharkiv. Rockets hit Kharkiv."
    claims = extract(make_document(text), knowledge=knowledge)
    assert ClaimKind.REMNANTS not in {claim.kind for claim in claims}


def test_a_bare_heading_sets_the_scene(knowledge: Knowledge) -> None:
    """A heading of a place and a day gives both to the sentences under it that have none."""
    document = _headed("Douma, 7 April 2018", "A missile attack killed 12 people.")
    for claim in extract(document, knowledge=knowledge):
        assert _words(claim, Slot.PLACE) == ["Douma"]
        assert _words(claim, Slot.DATE) == ["7 April 2018"]


def test_a_telling_heading_sets_no_scene(knowledge: Knowledge) -> None:
    """A heading with other words may be about something else, and gives no place."""
    document = _headed("How the people of Douma live", "A missile attack killed 12 people.")
    for claim in extract(document, knowledge=knowledge):
        assert _words(claim, Slot.PLACE) == []


def test_semicolons_make_a_list(knowledge: Knowledge) -> None:
    """Short paragraphs after a colon, closed by semicolons, are read as items of a list."""
    text = (
        "Russia fired Smerch rockets at these places:\n\n"
        "Kharkiv on 3 May 2022 and 4 May 2022;\n\nIzium on 5 May 2022."
    )
    claims = extract(make_document(text), knowledge=knowledge)
    assert [_words(claim, Slot.PLACE) for claim in claims] == [["Kharkiv"], ["Izium"]]
    assert [len(_words(claim, Slot.DATE)) for claim in claims] == [2, 1]
    assert {tuple(_words(claim, Slot.ACTOR)) for claim in claims} == {("Russia",)}


def test_the_title_of_a_source_line_is_read(knowledge: Knowledge) -> None:
    """Of a source line at the head of a text, the quoted title is a passage; the rest is not."""
    text = "Digest of: “Cluster munitions used in Kharkiv”, Human Rights Watch, 3 May 2022"
    section = Section(SectionKind.BOILERPLATE, 0, len(text))
    claims = extract(make_document(text, sections=(section,)), knowledge=knowledge)
    assert [claim.passage.quote for claim in claims] == ["Cluster munitions used in Kharkiv"]
