"""Two editions compared, claim by claim."""

from hypothesis import given, settings
from hypothesis import strategies as st

from remnant.compare import compare, compare_documents
from remnant.model.claim import Stance
from remnant.model.comparison import ChangeKind
from tests.compare.records import (
    NAMES,
    compared,
    kinds,
    only,
    profile,
    record,
    strike,
)
from tests.reports import GANJA, Line, report


def test_a_record_is_the_same_as_itself() -> None:
    """Nothing changed between a record and itself, and every claim is counted."""
    results = (profile(2020, strike()), report("HRW", "2020-10-30", strike(killed=21)))
    found = compared(results, results)

    assert (found.changes, found.incidents, found.successions) == ((), (), ())
    assert (found.added, found.dropped, found.unchanged) == ((), (), 3)


def test_a_new_document_adds_its_claims() -> None:
    """What only the later record has is added, with the passage to check it by."""
    old, new = report("HRW", "2020-10-30", strike()), report("X", "2020-11-02", Line("It did."))
    found = compared((old,), (old, new))

    assert kinds(found) == [(ChangeKind.ADDED,)]
    saying = only(found).after
    assert saying is not None
    assert new.document.text[saying.passage.start : saying.passage.end] == "It did."
    assert len(found.added) == 1
    assert found.unchanged == 1


def test_what_is_gone_is_dropped() -> None:
    """A claim of a document that is no longer held is dropped, with its old passage."""
    old, gone = report("HRW", "2020-10-30", strike()), report("X", "2020-11-02", Line("It did."))
    found = compared((old, gone), (old,))

    assert kinds(found) == [(ChangeKind.DROPPED,)]
    assert only(found).after is None
    assert len(found.dropped) == 1


def test_last_years_profile_is_compared_with_this_years() -> None:
    """Both editions are held; the newer one's claims are matched with the older one's."""
    old = profile(2020, strike("Armenia used cluster munitions at Barda on 28 October 2020."))
    words = "Armenia reportedly used cluster munitions at Barda on 28 October 2020."
    new = profile(2021, strike(words, stance=Stance.HEDGED))
    found = compared((old,), (old, new))

    assert [(one.earlier, one.later) for one in found.successions] == [
        (old.document.id, new.document.id)
    ]
    assert kinds(found) == [(ChangeKind.SOFTENED,)]
    assert only(found).sentences == ("it was stated, and is hedged now",)
    assert (found.added, found.dropped, found.unchanged) == ((), (), 1)


def test_a_figure_and_a_source_may_change_in_one_claim() -> None:
    """A claim carries all that changed: the number, who says it and what is cited."""
    words = "At least {} people died at Barda on 28 October 2020 when Armenia fired.[1]"
    note = "Human Rights Watch, {} October 2020."
    old = profile(
        2020,
        strike(words.format(14), killed=14, speakers=("Human Rights Watch",), notes=("1",)),
        notes={"1": note.format(29)},
    )
    new = profile(
        2021,
        strike(words.format(21), killed=21, speakers=("Amnesty International",), notes=("1",)),
        notes={"1": note.format(30)},
    )
    change = only(compared((old,), (old, new)))

    assert change.kinds == (ChangeKind.FIGURE, ChangeKind.SOURCE)
    assert change.sentences == (
        "killed: 14 → 21",
        "said by: Human Rights Watch → Amnesty International",
        f"cited: {note.format(29)} → {note.format(30)}",
    )


def test_hardened_and_reversed() -> None:
    """From hedged to stated is hardened; from stated to denied is reversed."""
    words = "Armenia fired at Barda on 28 October 2020, it {}."
    hedged = profile(2020, strike(words.format("seems"), stance=Stance.HEDGED))
    stated = profile(2021, strike(words.format("is")))
    denied = profile(2022, strike(words.format("denied"), stance=Stance.DENIED))

    assert kinds(compared((hedged,), (hedged, stated))) == [(ChangeKind.HARDENED,)]
    assert kinds(compared((stated,), (stated, denied))) == [(ChangeKind.REVERSED,)]


def test_other_words_alone_are_no_change() -> None:
    """A claim that is only put in other words says the same."""
    old = profile(2020, strike("Armenia fired cluster munitions at Barda on 28 October 2020."))
    new = profile(2021, strike("On 28 October 2020, Armenia fired cluster munitions at Barda."))
    found = compared((old,), (old, new))

    assert found.changes == ()
    assert found.unchanged == 2


def test_another_date_is_a_value() -> None:
    """A date that was corrected is one claim with another value, not two claims."""
    words = "Armenia fired cluster munitions at Barda on {} October 2020."
    old = profile(2020, strike(words.format(27), date="2020-10-27"))
    new = profile(2021, strike(words.format(28)))
    change = only(compared((old,), (old, new)))

    assert change.kinds == (ChangeKind.VALUE,)
    assert change.sentences == ("date: 27 October 2020 → 28 October 2020",)


def test_two_statements_under_one_title_are_not_editions() -> None:
    """A title alone does not make a newer edition: the texts must share something."""
    old = report(
        "Ministry", "2020-10-30", strike("Baku was not attacked by us."), title="Statement"
    )
    new = report("Ministry", "2020-11-02", Line("No mines were laid there."), title="Statement")
    found = compared((old,), (old, new))

    assert found.successions == ()
    assert len(found.added) == 1


def test_an_older_edition_found_later_replaces_nothing() -> None:
    """Last year's profile, added after this year's, is no newer edition of it."""
    old, new = profile(2020, strike()), profile(2021, strike())

    assert compared((new,), (new, old)).successions == ()


def test_a_source_that_is_gone_may_be_replaced_by_another() -> None:
    """The same claim, dropped with one document and added with another, changed its source."""
    old, new = report("X", "2020-10-30", strike()), report("Y", "2020-11-02", strike("A strike."))
    change = only(compared((old,), (new,)))

    assert change.kinds == (ChangeKind.SOURCE,)
    assert "said by: X → Y" in change.sentences
    assert any(sentence.startswith("in the document: ") for sentence in change.sentences)


def test_one_country() -> None:
    """Narrowed to one country, only what it does, says or suffers is compared."""
    old = report("HRW", "2020-10-30", strike())
    syria = Line("Syria used cluster munitions.", actors=("Syria",))
    ganja = Line("A missile hit Ganja.", weapons=("missile",), places=(GANJA,))
    new = report("X", "2020-11-02", syria, ganja)

    assert len(compared((old,), (old, new)).changes) == 2
    (one,) = compared((old,), (old, new), "Azerbaijan").changes
    assert one.after is not None
    assert "Ganja" in one.after.told
    found = compared((old,), (old, new), "Syria")
    assert len(found.changes) == 1
    assert [one.claims for one in found.incidents] == [(new.claims[0].id,)]


def test_incidents_are_compared_by_number() -> None:
    """A second origin that examined remnants hardens the grade, and its figure is a change."""
    old = report("HRW", "2020-10-30", strike(killed=14))
    new = report("Amnesty International", "2020-10-31", strike("A strike.", killed=21))
    found = compared((old,), (old, new))
    told = [(one.number, one.kind) for one in found.incidents]

    assert ("R-0001", ChangeKind.HARDENED) in told
    assert ("R-0001", ChangeKind.FIGURE) in told
    assert ("R-0001", ChangeKind.SOURCE) in told


def test_an_incident_that_is_gone_is_dropped() -> None:
    """An incident of which nothing is left is dropped, with its claims."""
    old, gone = report("X", "2020-11-02", Line("It did.")), report("HRW", "2020-10-30", strike())
    (change,) = compared((old, gone), (old,)).incidents

    assert change.kind is ChangeKind.DROPPED
    assert change.claims == tuple(claim.id for claim in gone.claims)


def test_two_documents_are_compared_whatever_they_are_called() -> None:
    """Two documents are editions of one work because a person says so."""
    old = report("X", "2020-10-30", strike(killed=14), title="First")
    new = report("Y", "2021-10-30", strike(killed=21), title="Second")
    found = compare_documents(old, new)

    assert (found.before, found.after) == ("First (2020-10-30)", "Second (2021-10-30)")
    assert ChangeKind.FIGURE in only(found).kinds


SENTENCES = st.lists(
    st.sampled_from(
        [
            strike(),
            strike("It seems that Armenia fired at Barda.", stance=Stance.HEDGED),
            strike("Armenia killed 21 at Barda.", killed=21),
            strike("Armenia killed 14 at Barda.", killed=14),
            Line("A missile hit Ganja.", weapons=("missile",), places=(GANJA,)),
            Line("Syria used cluster munitions.", actors=("Syria",)),
        ]
    ),
    unique_by=lambda line: line.words,
    min_size=1,
)


@settings(max_examples=20, deadline=None)
@given(SENTENCES, SENTENCES)
def test_no_claim_is_lost_or_counted_twice(first: list[Line], second: list[Line]) -> None:
    """Every claim of both editions is unchanged, changed, dropped or added, once."""
    old, new = profile(2020, *first), profile(2021, *second)
    found = compare(record(old), record(new), names=NAMES)
    before = [one.before.claim for one in found.changes if one.before]
    after = [one.after.claim for one in found.changes if one.after]

    assert len(before) == len(set(before))
    assert len(after) == len(set(after))
    assert len(before) + found.unchanged == len(old.resolved)
    assert len(after) + found.unchanged == len(new.resolved)
