from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.errors import PublishError
from remnant.knowledge import load_knowledge
from remnant.model.assessment import Assessment, Grade
from remnant.model.claim import Ballot, ClaimKind, Membership, Slot, Stance
from remnant.model.incident import Scope
from remnant.model.record import DocumentResult, MemoryRecord, Reconciliation
from remnant.model.value import DateInterval, Quantity
from remnant.publish.pages.prose import refs_of
from remnant.publish.profile import Profile, incident_summary, profile, profiles
from remnant.publish.profile_check import check_profile
from remnant.publish.profile_values import Sentence
from tests.factory import make_event, make_incident
from tests.publish.records import (
    AMNESTY,
    ARMENIA,
    AZERBAIJAN,
    BARDA,
    CCM,
    CLUSTER,
    HADRUT,
    HRW,
    KARABAKH,
    REGION,
    Says,
    harm,
    record,
    result,
    target,
    use,
    weapon,
)

KNOWLEDGE = load_knowledge()

REPORT = result(
    "Azerbaijan used M095 in Hadrut on 3 October 2020. Azerbaijan denied it. "
    "Smerch rockets were fired by Armenian or Nagorno-Karabakh forces at Barda, "
    "killing at least 21 civilians. Azerbaijan is not party to the convention. "
    "It voted in favour. It inherited a stockpile from the Soviet Union. "
    "Previously, bombs were used in 1988–1994.",
    [
        use(
            "Azerbaijan used M095 in Hadrut on 3 October 2020",
            weapons=(weapon("M095"), CLUSTER),
            places=(HADRUT,),
            dates=("2020-10-03",),
        ),
        use("Azerbaijan denied it", stance=Stance.DENIED, speakers=(AZERBAIJAN,)),
        use(
            "Smerch rockets were fired by Armenian or Nagorno-Karabakh forces at Barda",
            actors=(ARMENIA, KARABAKH),
            weapons=(weapon("Smerch"), CLUSTER),
            places=(BARDA,),
            dates=("2020-10-28",),
        ),
        harm(
            "killing at least 21 civilians",
            Quantity(21, None),
            weapon=(CLUSTER,),
            place=(BARDA,),
            date=(DateInterval("2020-10-28"),),
            target=(target("civilians"),),
        ),
        Says(
            "Azerbaijan is not party to the convention",
            ClaimKind.TREATY,
            values={Slot.ACTOR: (AZERBAIJAN,), Slot.TREATY: (CCM,)},
            membership=Membership.NOT_PARTY,
        ),
        Says(
            "It voted in favour",
            ClaimKind.VOTE,
            values={
                Slot.ACTOR: (AZERBAIJAN,),
                Slot.TREATY: (CCM,),
                Slot.DATE: (DateInterval("2020-12"),),
            },
            ballot=Ballot.YES,
        ),
        Says(
            "inherited a stockpile from the Soviet Union",
            ClaimKind.POSSESSION,
            values={Slot.ACTOR: (AZERBAIJAN,), Slot.WEAPON: (CLUSTER,)},
        ),
        use(
            "Previously, bombs were used in 1988–1994",
            actors=(),
            places=(REGION,),
            dates=("1988/1994",),
        ),
    ],
    publisher="Landmine and Cluster Munition Monitor",
    published="2021-09-15",
    title="Azerbaijan",
)
NEWS = result(
    "Cluster bombs appear to have been fired by Azerbaijan at Hadrut, Amnesty says.",
    [
        use(
            "Cluster bombs appear to have been fired by Azerbaijan at Hadrut",
            stance=Stance.HEDGED,
            speakers=(AMNESTY,),
            places=(HADRUT,),
            dates=("2020-10-03",),
        )
    ],
    publisher="Middle East Eye",
    published="2020-10-06",
    title="Bombs used",
)


def made(*results: DocumentResult, state: str = "azerbaijan") -> Profile:
    """Return the profile of a state over some documents."""
    return profile(record(*results), state=state, knowledge=KNOWLEDGE)


def text_of(found: Profile, title: str) -> str:
    """Return the text of one section."""
    sections = {section.title: section for section in found.sections}
    return " ".join(one.text for part in sections[title].paragraphs for one in part)


def test_sections_stand_in_the_order_of_a_ban_policy_profile() -> None:
    """Summary, policy, production, use with the latest year first, previous use."""
    assert [section.title for section in made(REPORT, NEWS).sections] == [
        "Summary",
        "Policy",
        "Production, transfer, and stockpiling",
        "Use in 2020",
        "Previous use",
    ]


def test_use_at_a_time_not_stated_stands_apart() -> None:
    """What no date is known of, in a document without one, is not put under earlier wars."""
    words = "Azerbaijan used cluster bombs in Hadrut."
    told = [use(words.removesuffix("."), speakers=(AMNESTY,), places=(HADRUT,))]
    undated = result(words, told, publisher="Middle East Eye", published="", title="Bombs")
    found = made(REPORT, undated)
    assert [section.title for section in found.sections][-2:] == [
        "Previous use",
        "Use at a time not stated",
    ]
    assert "Amnesty" in text_of(found, "Use at a time not stated")
    assert "Amnesty" not in text_of(found, "Previous use")


def test_a_denial_follows_the_accusation() -> None:
    """The state's denial is told behind what it denies, before the use by others."""
    text = text_of(made(REPORT, NEWS), "Use in 2020")
    used, denied = text.index("used M095"), text.index("Azerbaijan denied")
    assert used < denied < text.index("Armenian or Nagorno-Karabakh forces")


def test_use_by_others_on_the_territory_is_told_with_its_casualties() -> None:
    """An attack on the state's ground is in its profile, the dead in the same sentence."""
    assert (
        "Armenian or Nagorno-Karabakh forces fired Smerch cluster munitions in Barda on "
        "28 October 2020, killing at least 21 civilians."
    ) in text_of(made(REPORT), "Use in 2020")


def test_a_hedged_report_stays_hedged_beside_an_affirmed_one() -> None:
    """Amnesty's `appear` is not merged into the Monitor's finding."""
    text = text_of(made(REPORT, NEWS), "Use in 2020")
    assert "According to Amnesty International, Azerbaijan appears to have fired" in text
    assert "Monitor reports that Azerbaijan used M095 cluster munitions in Hadrut" in text


def test_standing_from_the_table_is_marked_and_cited() -> None:
    """What the reviewed tables say is told as theirs, with a note of its own."""
    found = made(REPORT)
    tables = [one for one in found.sentences if one.table]
    assert tables
    assert all(one.text.startswith("By the table of ") for one in tables)
    notes = {note.number: note for note in found.notes}
    assert all(
        notes[number].text.startswith("Reviewed table") for one in tables for number in one.notes
    )


def test_notes_are_numbered_in_order_of_first_appearance() -> None:
    """The first note cited is 1, and each new one is the next number."""
    found = made(REPORT, NEWS)
    seen: list[int] = []
    for sentence in found.sentences:
        seen.extend(number for number in sentence.notes if number not in seen)
    assert seen == sorted(seen)
    assert seen == [note.number for note in found.notes]


def test_notes_hold_the_original_words() -> None:
    """Each claim of a sentence can be read in the passage that its note gives."""
    found = made(REPORT, NEWS)
    quoted = {claim: span for note in found.notes for claim, span in note.passages}
    for sentence in found.sentences:
        for claim in sentence.claims:
            assert quoted[claim].quote in (REPORT.document.text, NEWS.document.text) or (
                quoted[claim].quote in REPORT.document.text + NEWS.document.text
            )


def test_a_missing_upstream_note_is_told() -> None:
    """A citation names the document's own note, and says when its text is missing."""
    claim = replace(use("Azerbaijan used them", places=(HADRUT,)), notes=("12", "13"))
    found = made(result("Azerbaijan used them.", [claim]))
    assert found.notes[0].text.endswith("citing its notes 12 and 13, whose texts are missing.")


def test_bodies_named_often_are_abbreviated_after_the_first_time() -> None:
    """The Monitor is named in full once, with its short name, and by that later."""
    text = " ".join(one.text for one in made(REPORT).sentences)
    assert text.count("Landmine and Cluster Munition Monitor") == 1
    assert "(the Monitor)" in text


def test_stocks_are_no_use() -> None:
    """Bombs seen in an abandoned stockpile are told with the holdings."""
    words = "RBK-250 bombs were observed among the abandoned stockpiles"
    claim = Says(words, ClaimKind.REMNANTS, values={Slot.WEAPON: (CLUSTER,), Slot.PLACE: (BARDA,)})
    found = made(result(f"{words}.", [claim]))
    assert "observed" in text_of(found, "Production, transfer, and stockpiling")


def test_used_or_supplied_is_one_open_sentence() -> None:
    """What a passage leaves open between firing and supplying is said as alternatives."""
    words = "It is unclear whether Armenian forces used them, or supplied them"
    claims = [
        use(
            "It is unclear whether Armenian forces used them", actors=(ARMENIA,), stance=Stance.OPEN
        ),
        Says(
            words,
            ClaimKind.TRANSFER,
            Stance.OPEN,
            values={
                Slot.SUPPLIER: (ARMENIA,),
                Slot.RECIPIENT: (KARABAKH,),
                Slot.WEAPON: (CLUSTER,),
            },
        ),
    ]
    found = made(result(f"{words}.", claims), state="armenia")
    assert (
        "it is unclear whether Armenia used cluster munitions or supplied them to Nagorno-Karabakh."
    ) in text_of(found, "Use in 2020")


def test_what_one_speaker_repeats_is_said_once() -> None:
    """Of an attack that one document tells twice, the fuller telling is printed."""
    claims = [
        use("fired at Barda", places=(BARDA,), dates=("2020-10-28",)),
        use(
            "fired Smerch rockets at Barda",
            weapons=(weapon("Smerch"), CLUSTER),
            places=(BARDA,),
            dates=("2020-10-28",),
        ),
    ]
    text = text_of(
        made(result("It fired at Barda; it fired Smerch rockets at Barda.", claims)), "Use in 2020"
    )
    assert text == (
        "HRW reports that Azerbaijan fired Smerch cluster munitions in Barda on 28 October 2020."
    )


def test_an_incident_without_a_sentence_is_quoted() -> None:
    """Where the values of no claim make a sentence, the document's words are shown as such."""
    claim = harm("the civilian casualties", None)
    found = result("It spoke of the civilian casualties.", [claim])
    incident = make_incident([make_event(found.document, [found.resolved[0].claim.id])])
    told = incident_summary(
        incident, Assessment("R-0001", Grade.UNASSESSED), record(found), knowledge=KNOWLEDGE
    )
    assert [one.text for one in told.sentences] == [
        "Human Rights Watch writes: “… the civilian casualties …”"
    ]


def test_states_without_claims_have_no_profile() -> None:
    """Only states and territories that a claim concerns are listed."""
    assert profiles(record(REPORT, NEWS), KNOWLEDGE) == (
        "armenia",
        "azerbaijan",
        "nagorno-karabakh",
    )


def test_a_sentence_without_a_claim_is_refused() -> None:
    """Nothing is printed that no claim and no table is behind."""
    with pytest.raises(PublishError, match="no claim behind it"):
        Sentence("Azerbaijan used cluster munitions.", ())


def _with(found: Profile, sentence: Sentence) -> Profile:
    section = found.sections[0]
    first = replace(section, paragraphs=((sentence,),))
    return replace(found, sections=(first, *found.sections[1:]))


def test_publishing_fails_when_a_claim_is_withdrawn() -> None:
    """A profile kept from before fails once the document is gone from the record."""
    found = made(REPORT, NEWS)
    with pytest.raises(PublishError, match="missing or was withdrawn"):
        check_profile(found, record(REPORT), knowledge=KNOWLEDGE)


def test_publishing_fails_when_a_claim_changed() -> None:
    """A profile kept from before fails once a claim under the same identifier says otherwise."""
    found = made(NEWS)
    old = NEWS.resolved[0]
    changed = replace(old, resolutions=old.resolutions[:-1])
    later = replace(NEWS, resolved=(changed,))
    with pytest.raises(PublishError, match="changed"):
        check_profile(found, record(later), knowledge=KNOWLEDGE)


def test_publishing_fails_when_a_sentence_is_stronger_than_its_claim() -> None:
    """An edited sentence may not affirm what its claim hedges."""
    found = made(NEWS)
    hedged = next(one for one in found.sentences if one.stance is Stance.HEDGED)
    text = "Amnesty International said that Azerbaijan used cluster munitions."
    upgraded = replace(hedged, text=text, stance=Stance.AFFIRMED)
    with pytest.raises(PublishError, match="weaken the sentence"):
        check_profile(_with(found, upgraded), record(NEWS), knowledge=KNOWLEDGE)
    unhedged = replace(hedged, text=text)
    with pytest.raises(PublishError, match="lacks the hedge"):
        check_profile(_with(found, unhedged), record(NEWS), knowledge=KNOWLEDGE)


def test_publishing_fails_when_a_sentence_names_nobody() -> None:
    """An edited sentence must still name who says so."""
    found = made(NEWS)
    hedged = next(one for one in found.sentences if one.stance is Stance.HEDGED)
    nameless = replace(hedged, text="Azerbaijan appears to have used cluster munitions.")
    with pytest.raises(PublishError, match="does not name who says so"):
        check_profile(_with(found, nameless), record(NEWS), knowledge=KNOWLEDGE)


def test_an_incident_is_summed_up_with_its_denial() -> None:
    """The summary says who says what, and ends with the denial that the assessment ties to it."""
    ids = [one.claim.id for one in REPORT.resolved]
    event = make_event(REPORT.document, [ids[0]])
    incident = make_incident([event, make_event(NEWS.document, [NEWS.resolved[0].claim.id])])
    base = record(REPORT, NEWS)
    denied = make_incident([make_event(REPORT.document, [ids[0], ids[1]])])
    graded = Assessment("R-0001", Grade.PROBABLE)
    short = incident_summary(incident, graded, base, knowledge=KNOWLEDGE)
    assert [one.stance for one in short.sentences] == [Stance.HEDGED, Stance.AFFIRMED]
    full = incident_summary(denied, graded, base, knowledge=KNOWLEDGE)
    assert full.sentences[-1].text == "Azerbaijan denied using cluster munitions."
    assert all(one.notes for one in full.sentences)


def test_a_claim_with_several_dates_is_told_with_the_incident_s_date() -> None:
    """Of a claim on two days, the incident's summary gives the day of the incident."""
    claim = use("used in Hadrut", places=(HADRUT,), dates=("2020-10-03", "2020-10-04"))
    found = result("Azerbaijan used in Hadrut on both days.", [claim])
    event = make_event(found.document, [found.resolved[0].claim.id], date="2020-10-04")
    incident = make_incident([event], scope=Scope.INCIDENT)
    told = incident_summary(
        incident, Assessment("R-0001", Grade.UNASSESSED), record(found), knowledge=KNOWLEDGE
    )
    assert "in Hadrut on 4 October 2020" in told.sentences[0].text


CLAIMS = st.lists(
    st.builds(
        use,
        st.sampled_from(
            ["Azerbaijan used", "appear to have been fired", "denied", "unclear whether"]
        ),
        stance=st.sampled_from(Stance),
        speakers=st.sampled_from([(), (HRW,), (AMNESTY, HRW), (AZERBAIJAN,)]),
        actors=st.sampled_from([(), (AZERBAIJAN,), (ARMENIA, KARABAKH)]),
        weapons=st.sampled_from([(CLUSTER,), (weapon("M095"), weapon("LAR-160"))]),
        places=st.sampled_from([(), (HADRUT,), (REGION,), (BARDA, HADRUT)]),
        dates=st.sampled_from([(), ("2020-10-03",), ("2016",), ("2020-10-03", "2020-10-04")]),
    ),
    min_size=1,
    max_size=6,
)
TEXT = "Azerbaijan used, appear to have been fired, denied, unclear whether."


@given(CLAIMS, CLAIMS, st.booleans())
def test_every_sentence_follows_from_claims_of_the_record(
    first: list[Says],
    second: list[Says],
    swap: bool,  # noqa: FBT001 - drawn by the strategy
) -> None:
    """Over any claims, a profile passes the gate, and the order of documents changes nothing."""
    one = result(TEXT, _once(first), publisher="Human Rights Watch")
    other = result(TEXT, _once(second), publisher="Amnesty International")
    base = record(one, other)
    turned = record(other, one) if swap else base
    for state in profiles(base, KNOWLEDGE):
        found = profile(base, state=state, knowledge=KNOWLEDGE)
        check_profile(found, base, knowledge=KNOWLEDGE)
        assert found == profile(turned, state=state, knowledge=KNOWLEDGE)


def _once(claims: list[Says]) -> list[Says]:
    return list({repr(claim): claim for claim in claims}.values())


def test_an_empty_record_has_no_profiles() -> None:
    """Nothing said gives nothing to publish."""
    empty = MemoryRecord((), Reconciliation((), record().lineage(), (), ()))
    assert profiles(empty, KNOWLEDGE) == ()


def test_a_document_without_publisher_is_called_by_its_title() -> None:
    """Sentence and note name the title once, not the file."""
    told = made(
        result(
            "Azerbaijan used cluster munitions in Hadrut on 3 October 2020.",
            [
                use(
                    "Azerbaijan used cluster munitions in Hadrut on 3 October 2020",
                    places=(HADRUT,),
                    dates=("2020-10-03",),
                )
            ],
            publisher="",
            title="Ban Policy",
        )
    )
    assert text_of(told, "Use in 2020").startswith("The document “Ban Policy” reports that")
    assert told.notes[0].text == "The document “Ban Policy”, 30 October 2020."


def test_a_sentence_leads_to_its_own_passages_of_a_note() -> None:
    """Each reference of a sentence names the passages in the note that bear that sentence."""
    found = made(REPORT, NEWS)
    for sentence in found.sentences:
        if sentence.table:
            continue
        refs = refs_of(sentence, found.notes)
        anchors = {anchor for ref in refs for anchor in ref.anchors}
        assert anchors == {f"said-{claim}" for claim in sentence.claims}
        assert [ref.number for ref in refs] == list(sentence.notes)
