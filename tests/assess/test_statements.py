"""Statements on treaties and votes, beside the tables."""

from dataclasses import replace

import pytest

from remnant.assess.statements import check, checked, statement
from remnant.model.claim import Ballot, Claim, ClaimKind, Membership, Mention, Slot, Stance
from remnant.model.finding import Reason
from remnant.model.lineage import Derivation, Named, Work
from remnant.model.obligation import Accord, Checked
from remnant.model.record import MemoryRecord
from remnant.model.resolution import Resolution, ResolvedClaim
from remnant.model.value import DateInterval, Quantity, Reference, ReferenceKind
from remnant.pipeline import reconcile
from tests.factory import make_resolution
from tests.reports import BARDA, Line, knowledge, record_of, report


def said(  # noqa: PLR0913 - one argument per thing a claim says
    kind: ClaimKind,
    *,
    actor: str = "Azerbaijan",
    treaty: str = "CCM",
    published: str = "2020-10-30",
    dates: tuple[str, ...] = (),
    membership: Membership | None = None,
    ballot: Ballot | None = None,
    count: Quantity | None = None,
    stance: Stance = Stance.AFFIRMED,
    weapons: tuple[str, ...] = (),
) -> tuple[Checked, ...]:
    """Return what the tables say beside one claim."""
    actors = (actor,) if actor else ()
    line = Line("It is so.", kind, stance, actors=actors, weapons=weapons, dates=dates)
    result = report("HRW", published, line)
    (resolved,) = result.resolved
    claim = replace(resolved.claim, membership=membership, ballot=ballot)
    resolutions = [*resolved.resolutions]
    if treaty:
        resolutions.append(_filled(claim, Slot.TREATY, Reference(ReferenceKind.TREATY, treaty)))
    if count is not None:
        resolutions.append(_filled(claim, Slot.COUNT, count))
    whole = ResolvedClaim(claim, tuple(resolutions))
    found = statement(whole, result.document, knowledge())
    return tuple(check(found)) if found else ()


def _filled(claim: Claim, slot: Slot, value: Reference | Quantity) -> Resolution:
    return make_resolution(claim, Mention(slot, claim.passage), value)


@pytest.mark.parametrize(
    ("actor", "membership", "accord"),
    [
        ("Azerbaijan", Membership.NON_SIGNATORY, Accord.AGREES),
        ("Azerbaijan", Membership.NOT_PARTY, Accord.AGREES),
        ("Azerbaijan", Membership.PARTY, Accord.DIFFERS),
        ("Azerbaijan", Membership.WITHDREW, Accord.DIFFERS),
        ("Angola", Membership.SIGNATORY, Accord.AGREES),
        ("Angola", Membership.NON_SIGNATORY, Accord.DIFFERS),
        ("Norway", Membership.PARTY, Accord.AGREES),
        ("Norway", Membership.SIGNATORY, Accord.AGREES),
        ("Norway", Membership.NOT_PARTY, Accord.DIFFERS),
    ],
)
def test_a_standing_is_checked_on_the_day_of_publication(
    actor: str, membership: Membership, accord: Accord
) -> None:
    """What a document says of a state's standing is compared with its acts by then."""
    (one,) = said(ClaimKind.TREATY, actor=actor, membership=membership)

    assert (one.accord, one.on) == (accord, "2020-10-30")
    assert one.citation.startswith("United Nations Treaty Collection")


def test_either_way_of_counting_makes_a_party() -> None:
    """Vanuatu had deposited and was not bound: both "party" and "not party" can be borne out."""
    for membership in (Membership.PARTY, Membership.NOT_PARTY):
        (one,) = said(
            ClaimKind.TREATY, actor="Vanuatu", membership=membership, published="2025-10-01"
        )
        assert one.accord is Accord.AGREES


def test_a_treaty_without_recorded_acts_says_nothing() -> None:
    """Where the table is empty, nothing agrees and nothing differs."""
    (one,) = said(
        ClaimKind.TREATY, treaty="Chemical Weapons Convention", membership=Membership.PARTY
    )

    assert one.accord is Accord.UNRECORDED


@pytest.mark.parametrize(
    ("count", "membership", "accord", "words"),
    [
        (Quantity(123, 123), Membership.PARTY, Accord.AGREES, "states that had signed or joined."),
        (Quantity(101, None), Membership.SIGNATORY, Accord.AGREES, "states that had signed or"),
        (Quantity(110, 110), Membership.PARTY, Accord.AGREES, "fits the States Parties by deposit"),
        (
            Quantity(108, 108),
            Membership.SIGNATORY,
            Accord.AGREES,
            "fits the states that had signed",
        ),
        (Quantity(150, None), Membership.PARTY, Accord.DIFFERS, "fits none of these"),
        (Quantity(110, 110), Membership.SIGNATORY, Accord.DIFFERS, "fits none of these"),
    ],
)
def test_the_verb_decides_which_number_is_meant(
    count: Quantity, membership: Membership, accord: Accord, words: str
) -> None:
    """Signed, joined, party and bound are different counts; the one that fits is named."""
    (one,) = said(ClaimKind.TREATY, actor="", membership=membership, count=count)

    assert one.accord is accord
    assert words in one.sentence
    assert "110 States Parties by deposit, 108 states bound" in one.sentence


@pytest.mark.parametrize(
    ("actor", "ballot", "dates", "accord"),
    [
        ("Azerbaijan", Ballot.YES, ("2020-12-07",), Accord.AGREES),
        ("Azerbaijan", Ballot.ABSTAIN, ("2020-12-07",), Accord.DIFFERS),
        ("Armenia", Ballot.YES, ("2020-12-07",), Accord.AGREES),
        ("Zimbabwe", Ballot.NO, ("2016-12-05",), Accord.UNRECORDED),
        ("Azerbaijan", Ballot.YES, ("2015/..",), Accord.AGREES),
        ("Armenia", Ballot.ABSTAIN, ("2015/2019",), Accord.AGREES),
        ("Armenia", Ballot.ABSTAIN, ("2015/..",), Accord.DIFFERS),
        ("Russia", Ballot.NO, ("2015/..",), Accord.DIFFERS),
    ],
)
def test_a_vote_is_checked_and_so_is_every_year_since(
    actor: str, ballot: Ballot, dates: tuple[str, ...], accord: Accord
) -> None:
    """A vote of one day, or of every year since 2015; Russia abstained once, in 2018."""
    (one,) = said(ClaimKind.VOTE, actor=actor, ballot=ballot, dates=dates, published="2021-09-15")

    assert one.accord is accord


def test_gaps_in_the_table_of_votes_are_said() -> None:
    """Of the years since 2015, how Zimbabwe voted is recorded but for 2016."""
    (one,) = said(
        ClaimKind.VOTE,
        actor="Zimbabwe",
        ballot=Ballot.NO,
        dates=("2015/..",),
        published="2018-12-31",
    )

    assert "voted against A/RES/70/54 (2015), A/RES/72/54 (2017)" in one.sentence
    assert "How it voted on A/RES/71/45 (2016) is not recorded" in one.sentence


def test_a_position_stands_beside_acts_and_votes() -> None:
    """No table can bear out that a state condemns: its standing and votes are put beside it."""
    (one,) = said(
        ClaimKind.POSITION, treaty="", weapons=("cluster munition",), published="2020-11-25"
    )

    assert one.accord is Accord.BESIDE
    assert "neither signed nor joined" in one.sentence
    assert "voted in favour of A/RES/75/62 (2020)" in one.sentence


def test_words_of_a_cited_title_count_for_the_day_of_that_work() -> None:
    """A position in the title of an older work that a report cites is of that work's day."""
    line = Line("It will not join.", ClaimKind.POSITION, actors=("Azerbaijan",))
    result = report("HRW", "2021-09-15", line)
    (resolved,) = result.resolved
    claim = replace(resolved.claim, membership=Membership.NOT_PARTY)
    treaty = _filled(claim, Slot.TREATY, Reference(ReferenceKind.TREATY, "CCM"))
    whole = ResolvedClaim(claim, (*resolved.resolutions, treaty))
    work = Work("w-1", "Zerkalo, “It will not join.”", "zerkalo", DateInterval("2010-08-03"))
    span = whole.claim.passage
    naming = Named(work, Derivation.CITES, (span,), (claim.id,), Reason("note", "It cites."))
    printed = replace(result.fingerprint, named=(naming,))
    cited = replace(result, resolved=(whole,), fingerprint=printed)

    (one,) = checked(record_of(cited), knowledge=knowledge())

    assert one.on == "2010-08-03"


def test_what_no_table_can_speak_to_gives_nothing() -> None:
    """A position on other weapons, a denial, a party that is no state, a claim without a day."""
    assert said(ClaimKind.POSITION, treaty="", weapons=("missile",)) == ()
    assert said(ClaimKind.TREATY, membership=Membership.PARTY, stance=Stance.DENIED) == ()
    assert said(ClaimKind.TREATY, actor="Nagorno-Karabakh", membership=Membership.PARTY) == ()
    assert said(ClaimKind.TREATY, membership=Membership.PARTY, published="soon") == ()
    assert said(ClaimKind.POSITION, membership=None, actor="Azerbaijan", treaty="MBT") == ()


def test_words_stand_beside_what_the_state_is_accused_of() -> None:
    """A state that condemns use, and is accused of it in that year, has both in one line."""
    strike = Line("It fired at Barda.", actors=("Armenia",), places=(BARDA,), dates=("2020-10-28",))
    words = Line("It condemns their use.", ClaimKind.POSITION, actors=("Armenia",))
    results = (report("HRW", "2020-10-30", strike), report("Armenia", "2020-11-25", words))
    made = reconcile(results, decisions=(), foundings=(), knowledge=knowledge())
    (one,) = checked(MemoryRecord(results, made), knowledge=knowledge())

    assert one.incidents == ("R-0001",)
    assert one.sentence.endswith("In 2020 it is accused of using cluster munitions in 1 incident "
                                 "of this record.")  # fmt: skip
