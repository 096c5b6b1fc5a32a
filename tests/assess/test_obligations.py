import pytest

from remnant.assess.obligations import obligations
from remnant.model.claim import Ballot
from remnant.model.obligation import DeadlineStatus, Obligation, Standing
from tests.reports import BARDA, Line, incidents_of, knowledge, report


def _found(actor: str, day: str, weapon: str = "cluster munition") -> dict[str, Obligation]:
    dates = (day,) if day else ()
    line = Line("It was used.", actors=(actor,), weapons=(weapon,), places=(BARDA,), dates=dates)
    (incident,) = incidents_of(report("HRW", "2025-10-30", line))
    return {one.treaty: one for one in obligations(incident, knowledge=knowledge())}


def test_state_outside() -> None:
    """A state that never joined was bound by none of the articles."""
    found = _found("Azerbaijan", "2020-10-28")["CCM"]
    assert found.standing is Standing.NEITHER
    assert found.articles == ()
    assert found.on == "2020-10-28"
    assert "28 October 2020" in found.sentence


def test_party_before_and_after() -> None:
    """A party is bound from the entry into force for it until its withdrawal takes effect."""
    assert _found("Lithuania", "2010-01-01")["CCM"].standing is not Standing.PARTY
    bound = _found("Lithuania", "2020-10-28")["CCM"]
    assert bound.standing is Standing.PARTY
    assert bound.articles
    assert "forbade" in bound.sentence
    assert _found("Lithuania", "2025-04-01")["CCM"].standing is not Standing.PARTY


def test_territory() -> None:
    """A territory that cannot join is said to be not eligible."""
    found = _found("Nagorno-Karabakh", "2020-10-28")["CCM"]
    assert found.standing is Standing.NOT_ELIGIBLE


def test_three_treaties() -> None:
    """The three treaties are looked up, each with its source."""
    found = _found("Armenia", "2020-10-28")
    assert list(found) == ["CCM", "MBT", "CCW"]
    assert all(one.citation for one in found.values())


def test_undated_incident() -> None:
    """For an undated incident the day it was known by is used."""
    assert _found("Armenia", "")["CCM"].on == "2025-10-30"


@pytest.mark.parametrize(
    ("actor", "day", "words"),
    [
        ("Azerbaijan", "1992-05-08", "did not exist on 8 May 1992; it was adopted on 30 May 2008"),
        ("Nagorno-Karabakh", "1992-05-08", "did not exist on 8 May 1992"),
        ("Croatia", "2008-08-01", "adopted but was not open for signature on 1 August 2008"),
        ("Croatia", "2009-12-01", "deposited its instrument on 17 August 2009"),
        ("Croatia", "2009-12-01", "bound it only from 1 August 2010"),
        ("Azerbaijan", "2009-12-01", "treaty itself entered into force on 1 August 2010"),
        ("Angola", "2020-10-03", "Vienna Convention on the Law of Treaties, Article 18"),
        ("Vanuatu", "2025-10-01", "was not yet bound"),
        (
            "Lithuania",
            "2025-05-01",
            "withdrawn from the Convention on Cluster Munitions with effect",
        ),
        ("Lithuania", "2025", "It depends on the day. Lithuania was party"),
    ],
)
def test_each_standing_has_its_sentence(actor: str, day: str, words: str) -> None:
    """A treaty not yet there, not open, not in force, signed, pending or left is said so."""
    assert words in _found(actor, day)["CCM"].sentence


@pytest.mark.parametrize(
    ("actor", "day", "words"),
    [
        ("Israel", "2012-05-01", "Amended Protocol II and Protocol IV bound it that day and Prot"),
        ("Russia", "2020-10-28", "Amended Protocol II, Protocol IV and Protocol V bound it"),
        ("Lebanon", "2020-10-28", "Which of its protocols bound it is not recorded here."),
    ],
)
def test_protocols_that_bound_a_party_are_named(actor: str, day: str, words: str) -> None:
    """The standing under the CCW names its protocols, as far as consents are recorded."""
    assert words in _found(actor, day)["CCW"].sentence


def test_consents_to_protocols_are_reasons() -> None:
    """The consents stand below the standing under the whole treaty, with their source."""
    told = [one.sentence for one in _found("Israel", "2012-05-01")["CCW"].reasons]
    assert any("consented to be bound by the Amended Protocol II on 30 Oct" in one for one in told)


def test_a_treaty_that_did_not_exist_gives_no_standing() -> None:
    """Nobody was a non-signatory of a treaty that was not there."""
    assert _found("Azerbaijan", "1992-05-08")["CCM"].standing is Standing.NOT_OPEN


def test_the_acts_are_reasons_with_their_source() -> None:
    """The acts of the state and the beginning of the treaty are given with how sure they are."""
    told = [one.sentence for one in _found("Lithuania", "2020-10-28")["CCM"].reasons]

    assert told[0].startswith("Lithuania signed the Convention on Cluster Munitions on 3 December")
    assert any("24 March 2011, which bound it from 1 September 2011 (United" in one for one in told)
    assert any("adopted on 30 May 2008" in one for one in told)


def test_deadlines_of_a_party() -> None:
    """Germany had destroyed its stockpile in time, and had more time for clearance."""
    found = {one.article: one for one in reversed(_found("Germany", "2020-10-28")["CCM"].deadlines)}

    assert (found["3"].status, found["3"].due) == (DeadlineStatus.MET, "2018-08-01")
    assert (found["4"].status, found["4"].first) == (DeadlineStatus.RUNNING, "2020-08-01")
    assert "extended to 1 August 2025" in found["4"].sentence
    assert found["7"].status is DeadlineStatus.MET
    assert "27 January 2011" in found["7"].sentence


def test_a_passed_deadline_is_not_called_missed() -> None:
    """Where nothing is recorded, the sentence says so and what was not looked up."""
    stockpile = _found("Lithuania", "2020-10-28")["CCM"].deadlines[0]

    assert stockpile.status is DeadlineStatus.PASSED
    assert "no completion is recorded" in stockpile.sentence
    assert "missed" not in stockpile.sentence


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        ("Colombia", "extended to 1 March 2021"),
        ("Venezuela", "extended to 1 October 2014"),
        ("Chad", "no completion or further extension is recorded"),
    ],
)
def test_clearance_of_mines_with_extensions(actor: str, words: str) -> None:
    """Extensions under the Mine Ban Treaty are told, and that later ones may be missing."""
    (clearance,) = (
        one for one in _found(actor, "2016-01-01")["MBT"].deadlines if one.article == "5"
    )
    assert words in clearance.sentence


def test_who_is_not_bound_has_no_deadline() -> None:
    """A signatory, a stranger and a state that left have none."""
    for actor, day in (("Angola", "2020-10-03"), ("Azerbaijan", "2020-10-03")):
        assert _found(actor, day)["CCM"].deadlines == ()


def test_the_vote_of_the_year() -> None:
    """Azerbaijan voted in favour in 2020; that Zimbabwe's vote of 2016 is not recorded is said."""
    (yes,) = _found("Azerbaijan", "2020-10-28")["CCM"].votes
    (unknown,) = _found("Zimbabwe", "2016-10-28")["CCM"].votes
    (abstained,) = _found("Armenia", "2016-04-05")["CCM"].votes

    assert (yes.resolution, yes.ballot) == ("A/RES/75/62", Ballot.YES)
    assert "147 in favour, none against and 38 abstaining" in yes.sentence
    assert unknown.ballot is None
    assert "how Zimbabwe voted is not recorded here" in unknown.sentence
    assert abstained.ballot is Ballot.ABSTAIN


def test_a_vote_names_all_that_it_is_from() -> None:
    """The ballot and the counts of 2020 are from two sources, and the sentence names both."""
    (yes,) = _found("Armenia", "2020-10-28")["CCM"].votes

    assert yes.ballot is Ballot.YES
    for source in ("United Nations General Assembly Voting Data", "Implementation Support Unit"):
        assert source in yes.sentence
        assert source in yes.citation


def test_no_vote_in_a_year_without_one() -> None:
    """The first resolution was put to the vote in 2015."""
    assert _found("Azerbaijan", "2014-10-28")["CCM"].votes == ()


def test_the_governing_treaty_comes_first() -> None:
    """Of an antipersonnel mine the Mine Ban Treaty is given first, of M095 the CCM."""
    assert list(_found("Armenia", "2020-10-28", "antipersonnel mine")) == ["MBT", "CCM", "CCW"]
    found = _found("Armenia", "2020-10-28", "M095")
    assert [one.governed for one in found.values()] == [True, False, False]


def test_a_party_is_told_every_article_that_bound_it() -> None:
    """Use, transfer, assistance, stockpiles, clearance, victims and reports all bind a party."""
    (told,) = (
        one.sentence
        for one in _found("Lithuania", "2020-10-28")["CCM"].reasons
        if one.rule == "articles"
    )

    assert "1(1)(b) (production, stockpile and transfer), 1(1)(c) (assistance), 3 (destr" in told
    rules = [one.rule for one in _found("Azerbaijan", "2020-10-28")["CCM"].reasons]
    assert "articles" not in rules


def test_provisional_application_is_said() -> None:
    """Between its deposit and its being bound, Lithuania applied the treaty provisionally."""
    told = _found("Lithuania", "2011-05-01")["CCM"]

    assert told.standing is Standing.SIGNATORY
    assert "Meanwhile it applied it provisionally, from 24 March 2011" in told.sentence
    assert "provisionally" not in _found("Lithuania", "2011-01-01")["CCM"].sentence
