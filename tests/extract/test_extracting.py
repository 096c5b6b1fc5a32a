import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remnant.extract import EXTRACTOR, extract
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.claim import Claim, ClaimKind, Slot, Stance
from remnant.model.document import Document, Note, Quotation, Section, SectionKind
from remnant.model.span import Span
from tests.factory import make_document, make_metadata

REPORT = (
    "Rockets over Barda\n\n"
    "Russian-made Smerch rockets were fired at Barda on 28 October 2020, killing at least "
    "21 people, Human Rights Watch said. Armenia denied using cluster munitions in Barda.\n\n"
    "The attack also destroyed a hospital."
)
PIECES = st.sampled_from(
    [
        "Russia",
        "Armenia",
        "used",
        "denied",
        "using",
        "cluster munitions",
        "in Barda",
        "on 4 October 2020",
        ", Amnesty International said",
        "killing three people",
        "and",
        "was hit by",
        "a rocket",
        "that",
        "(",
        "“",
        "”",
        ".",
        "\n\n",
        ":",
        "it",
        "the attack",
        "is not party to",
        "the Mine Ban Treaty",
        "condemned",
        "-made",
    ]
)


@pytest.fixture(scope="module", name="knowledge")
def _knowledge() -> Knowledge:
    return load_knowledge()


def _spans(claim: Claim) -> list[Span]:
    found = [claim.passage, *claim.also]
    found += [mention.span for mention in claim.mentions]
    found += [mention.referent for mention in claim.mentions if mention.referent]
    found += [claim.attribution.cue] if claim.attribution.cue else []
    return found


def test_every_span_re_reads(knowledge: Knowledge) -> None:
    """Every span of every claim is in the document, to the letter."""
    document = make_document(REPORT)
    claims = extract(document, knowledge=knowledge)
    assert claims
    for claim in claims:
        for span in _spans(claim):
            document.check(span)


def test_extraction_is_repeatable(knowledge: Knowledge) -> None:
    """The same document gives the same claims, in the same order."""
    document = make_document(REPORT)
    assert extract(document, knowledge=knowledge) == extract(document, knowledge=knowledge)


def test_a_copy_gives_equal_claims(knowledge: Knowledge) -> None:
    """Two documents of the same text give claims of the same words."""
    first = extract(make_document(REPORT), knowledge=knowledge)
    second = extract(make_document(REPORT), knowledge=knowledge)
    assert [claim.passage.quote for claim in first] == [claim.passage.quote for claim in second]


def test_claims_are_in_order_of_passage(knowledge: Knowledge) -> None:
    """Claims come in the order of their passages, each once, and name their extractor."""
    claims = extract(make_document(REPORT), knowledge=knowledge)
    starts = [claim.passage.start for claim in claims]
    assert starts == sorted(starts)
    assert len({claim.id for claim in claims}) == len(claims)
    assert {claim.extractor for claim in claims} == {EXTRACTOR}


@pytest.mark.parametrize("text", ["", "\n\n", "The school choir sang well.", "1 2 3"])
def test_a_text_off_the_subject_gives_nothing(text: str, knowledge: Knowledge) -> None:
    """A text without a word of the subject gives no claim."""
    assert extract(make_document(text), knowledge=knowledge) == ()


def test_boilerplate_gives_nothing(knowledge: Knowledge) -> None:
    """Nothing that the reader calls boilerplate is a claim."""
    text = "Russia bombed Idlib."
    section = Section(SectionKind.BOILERPLATE, 0, len(text))
    assert extract(make_document(text, sections=(section,)), knowledge=knowledge) == ()


def test_a_printed_list_takes_its_introduction(knowledge: Knowledge) -> None:
    """Items of a list take actor, weapon and notes from the paragraph that introduces it."""
    head = "Azerbaijan used cluster munitions in attacks on these places:[1]"
    items = ("Hadrut on 3 October 2020;", "Martakert on 4 October 2020.")
    text = "\n\n".join((head, *items))
    first, second = text.index(items[0]), text.index(items[1])
    sections = (
        Section(SectionKind.PARAGRAPH, 0, len(head)),
        Section(SectionKind.LIST_ITEM, first, first + len(items[0]), 1, introduced_by=0),
        Section(SectionKind.LIST_ITEM, second, second + len(items[1]), 1, introduced_by=0),
    )
    note = Note("1", None, None, ((len(head) - 3, len(head)),))
    document = Document(
        id="d-1", capture=make_document(text).capture, text=text, sections=sections, notes=(note,)
    )
    claims = extract(document, knowledge=knowledge)
    assert [_quotes(claim, Slot.PLACE) for claim in claims] == [["Hadrut"], ["Martakert"]]
    assert {tuple(_quotes(claim, Slot.ACTOR)) for claim in claims} == {("Azerbaijan",)}
    assert {claim.notes for claim in claims} == {("1",)}


def _quotes(claim: Claim, slot: Slot) -> list[str]:
    return [mention.span.quote for mention in claim.filling(slot)]


def test_a_statement_after_a_colon_is_its_speakers(knowledge: Knowledge) -> None:
    """What follows `The minister said:` is the minister's, not the publisher's."""
    text = "Foreign Minister Jane Doe said:\n\nSyrian forces dropped barrel bombs on Aleppo."
    claims = extract(make_document(text), knowledge=knowledge)
    speakers = [claim.attribution.innermost[0].span.quote for claim in claims]
    assert [speaker.endswith("Jane Doe") for speaker in speakers] == [True]


def test_a_quotation_over_two_paragraphs_keeps_its_speaker(knowledge: Knowledge) -> None:
    """A quotation that fills the next paragraph goes on from the one before."""
    text = "“Russia bombed Idlib,” said Amnesty International.\n\n“Russia bombed Homs.”"
    closing = text.index("”") + 1
    opening = text.rindex("“")
    quotations = (Quotation(0, closing), Quotation(opening, len(text)))
    base = make_document(text)
    document = Document(
        id=base.id,
        capture=base.capture,
        text=text,
        sections=base.sections,
        quotations=quotations,
    )
    claims = extract(document, knowledge=knowledge)
    speakers = [claim.attribution.innermost[0].entry for claim in claims]
    assert speakers == ["amnesty", "amnesty"]


def test_the_publisher_speaks_in_its_own_voice(knowledge: Knowledge) -> None:
    """A state's own statement has an empty chain, in the first person and by name."""
    document = make_document(
        "We condemn the attack on Barda by Armenia.",
        metadata=make_metadata(publisher="Republic of Azerbaijan"),
    )
    claims = extract(document, knowledge=knowledge)
    assert {claim.kind for claim in claims} == {ClaimKind.POSITION, ClaimKind.USE}
    assert all(not claim.attribution.chain for claim in claims)


def test_an_outer_denial_stands_beside_the_denied_claim(knowledge: Knowledge) -> None:
    """A rejected allegation is two claims: the denial, and what the other alleges."""
    text = (
        "Azerbaijan rejected the allegations made by Amnesty International on the use of "
        "cluster munitions by Azerbaijan in Hadrut."
    )
    claims = extract(make_document(text), knowledge=knowledge)
    stances = sorted(claim.stance for claim in claims if claim.kind is ClaimKind.USE)
    assert stances == [Stance.AFFIRMED, Stance.DENIED]


def test_a_very_long_run_is_read(knowledge: Knowledge) -> None:
    """A text without full stops is read in bounded pieces, and its claims are anchored."""
    document = make_document("Russia bombed Idlib and " * 2000)
    for claim in extract(document, knowledge=knowledge):
        document.check(claim.passage)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, min_size=1, max_size=30))
def test_any_run_of_words_is_survived(pieces: list[str]) -> None:
    """Whatever the words, nothing is raised and every span re-reads."""
    document = make_document(" ".join(pieces))
    for claim in extract(document, knowledge=load_knowledge()):
        for span in _spans(claim):
            document.check(span)


def test_the_sentence_that_supplies_a_carried_value_stands_beside_the_passage(
    knowledge: Knowledge,
) -> None:
    """Place and date of `the attack` come from the sentence before, which the claim keeps too."""
    first = "A missile struck Kramatorsk on 8 April 2022."
    document = make_document(f"{first} The attack killed 52 people.")

    use, harm = extract(document, knowledge=knowledge)

    assert use.also == ()
    assert [span.quote for span in harm.also] == [first]
    assert all(mention.carried for mention in harm.filling(Slot.PLACE))
