"""The ledgers of treaties and votes."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from remnant.errors import KnowledgeError
from remnant.knowledge import load_knowledge
from remnant.model.claim import Ballot
from remnant.model.obligation import Standing

LEDGER = load_knowledge().treaties


@pytest.mark.parametrize(
    ("on", "parties", "signatories", "joined"),
    [
        (date(2010, 8, 1), 38, 70, 108),
        (date(2015, 8, 10), 93, 24, 117),
        (date(2016, 9, 1), 100, 19, 119),
        (date(2018, 8, 1), 103, 17, 120),
        (date(2020, 11, 1), 110, 13, 123),
        (date(2022, 8, 31), 110, 13, 123),
        (date(2023, 12, 31), 112, 12, 124),
        (date(2024, 9, 15), 112, 12, 124),
        (date(2025, 3, 6), 111, 12, 123),
        (date(2025, 9, 5), 112, 12, 124),
    ],
)
def test_members_are_as_the_monitor_counted(
    on: date, parties: int, signatories: int, joined: int
) -> None:
    """States Parties and signatories by deposit agree with the Monitor's published counts."""
    assert LEDGER.members("ccm", on) == parties
    assert LEDGER.signatories("ccm", on) == signatories
    assert LEDGER.members("ccm", on) + LEDGER.signatories("ccm", on) == joined


@pytest.mark.parametrize(
    ("on", "deposit", "force"),
    [
        (date(2010, 7, 31), 38, 0),
        (date(2010, 8, 1), 38, 30),
        (date(2020, 11, 1), 110, 108),
        (date(2025, 9, 5), 112, 111),
        (date(2026, 3, 1), 112, 112),
    ],
)
def test_the_two_ways_of_counting_part_until_a_treaty_is_in_force(
    on: date, deposit: int, force: int
) -> None:
    """A state counts from its deposit, and is bound only later; nobody is before the treaty is."""
    assert LEDGER.members("ccm", on, "deposit") == deposit
    assert LEDGER.members("ccm", on, "force") == force


def test_signing_is_counted_for_ever() -> None:
    """108 states signed before signature closed, whatever they did after."""
    assert LEDGER.ever_signed("ccm", date(2008, 12, 2)) == 0
    assert LEDGER.ever_signed("ccm", date(2010, 8, 1)) == 108
    assert LEDGER.ever_signed("ccm", date(2025, 9, 5)) == 108


def test_counts_change_only_on_days_of_acts() -> None:
    """Between two days on which somebody acted, every count is the same."""
    days = LEDGER.changes("ccm")
    for day, following in pairwise(days):
        before = following - timedelta(days=1)
        for by in ("deposit", "force"):
            assert LEDGER.members("ccm", day, by) == LEDGER.members("ccm", before, by)


def test_a_treaty_that_is_not_open_has_no_members() -> None:
    """Before it was opened for signature nobody could be anything under it."""
    assert LEDGER.standing("norway", "ccm", date(2008, 12, 2)) is Standing.NOT_OPEN
    assert LEDGER.standing("norway", "ccm", date(2008, 12, 3), "deposit") is Standing.PARTY


def test_sources_are_those_of_the_acts() -> None:
    """A standing is from where its acts are; without an act, from where most acts are."""
    assert LEDGER.sources("lithuania", "ccm")[0].startswith("United Nations Treaty Collection")
    assert LEDGER.sources("azerbaijan", "ccm")[0].startswith("United Nations Treaty Collection")


def test_a_deposit_binds_only_after_six_months() -> None:
    """By deposit Vanuatu counts in 2025; by force it is bound from 1 March 2026."""
    day = date(2025, 9, 5)
    assert LEDGER.standing("vanuatu", "ccm", day, "deposit") is Standing.PARTY
    assert LEDGER.standing("vanuatu", "ccm", day) is Standing.NEITHER
    assert LEDGER.standing("vanuatu", "ccm", date(2026, 3, 1)) is Standing.PARTY


def test_a_withdrawal_counts_from_when_it_takes_effect() -> None:
    """Lithuania was a State Party until 5 March 2025."""
    assert LEDGER.standing("lithuania", "ccm", date(2025, 3, 5)) is Standing.PARTY
    assert LEDGER.standing("lithuania", "ccm", date(2025, 3, 6)) is Standing.NEITHER


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("azerbaijan", Standing.NEITHER),
        ("armenia", Standing.NEITHER),
        ("nagorno-karabakh", Standing.NOT_ELIGIBLE),
        ("angola", Standing.SIGNATORY),
        ("norway", Standing.PARTY),
    ],
)
def test_standing_in_october_2020(actor: str, expected: Standing) -> None:
    """Parties, signatories, others and territories are told apart on a day."""
    assert LEDGER.standing(actor, "ccm", date(2020, 10, 4)) is expected


def test_a_treaty_without_recorded_acts_gives_no_standing() -> None:
    """Nothing is concluded from an empty table."""
    assert LEDGER.standing("azerbaijan", "cwc", date(2020, 1, 1)) is Standing.UNKNOWN


@pytest.mark.parametrize(
    ("actor", "treaty", "day", "expected"),
    [
        ("israel", "ccw-p2", "2012-01-01", Standing.PARTY),
        ("israel", "ccw-p5", "2012-01-01", Standing.NEITHER),
        ("israel", "ccw-p5", "2020-01-01", Standing.UNKNOWN),
        ("israel", "ccw-p2", "2020-01-01", Standing.PARTY),
        ("georgia", "ccw-p5", "2009-06-21", Standing.NEITHER),
        ("georgia", "ccw-p5", "2009-06-22", Standing.PARTY),
        ("georgia", "ccw-p3", "2012-01-01", Standing.UNKNOWN),
    ],
)
def test_consents_to_protocols_are_recorded_up_to_a_day(
    actor: str, treaty: str, day: str, expected: Standing
) -> None:
    """After the last recorded act nothing is concluded of a state without one."""
    assert LEDGER.standing(actor, treaty, date.fromisoformat(day)) is expected


def test_counts_end_where_the_acts_do() -> None:
    """No count is given of a day after which acts are missing."""
    for treaty in ("ccw-p2", "ccw-p4", "ccw-p5"):
        assert str(LEDGER.changes(treaty)[-1]) <= LEDGER.get(treaty).recorded_until
    assert LEDGER.members("ccw-p5", date(2013, 9, 26)) == 84


def test_articles_are_found_by_topic() -> None:
    """The article on use, and the deadline for clearance."""
    assert [article.number for article in LEDGER.articles("ccm", "use")] == ["1(1)(a)"]
    assert LEDGER.articles("ccm", "clearance")[0].years == 10


@pytest.mark.parametrize("name", ["CCM", "Convention on Cluster Munitions", "the Oslo Convention"])
def test_a_treaty_has_many_names(name: str) -> None:
    """Acronym, title and short names lead to one entry."""
    assert [treaty.id for treaty in LEDGER.named(name)] == ["ccm"]


def test_an_unknown_treaty_is_an_error() -> None:
    """Asking for a treaty that is not recorded says so."""
    with pytest.raises(KnowledgeError, match="no entry"):
        LEDGER.get("none")


def test_ballots_are_those_recorded() -> None:
    """A recorded ballot is returned; what is not recorded is not guessed."""
    votes = load_knowledge().votes
    assert votes.ballot("azerbaijan", "unga-75-62") is Ballot.YES
    assert votes.ballot("armenia", "unga-70-54") is Ballot.ABSTAIN
    assert votes.ballot("zimbabwe", "unga-71-45") is None
    assert votes.ballot("turkey", "unga-78-32") is None


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("azerbaijan", "YYYYYYYYY"),
        ("armenia", "AAAAAYYYY"),
        ("russia", "NNNANANNN"),
        ("norway", "YYYYYYYYY"),
        ("united-states", "AAAAAAAAA"),
        ("zimbabwe", "N?NNAAAA?"),
    ],
)
def test_votes_from_2015_to_2023(state: str, expected: str) -> None:
    """How a state voted in the plenary each year from 2015: yes, no, abstaining or unrecorded."""
    votes = load_knowledge().votes
    letters = {Ballot.YES: "Y", Ballot.NO: "N", Ballot.ABSTAIN: "A", None: "?"}
    held = [one for one in votes if one.stage == "plenary" and one.object == "whole text"]

    assert [one.date[:4] for one in held] == [str(year) for year in range(2015, 2024)]
    assert "".join(letters[votes.ballot(state, one.id)] for one in held) == expected


@pytest.mark.parametrize(
    "resolution",
    ["unga-70-54", "unga-72-54", "unga-73-54", "unga-74-62", "unga-75-62", "unga-76-47"],
)
def test_a_whole_roll_call_adds_up_to_the_published_counts(resolution: str) -> None:
    """Ballots are as many as were counted, and with the absent they are all 193 members."""
    votes = load_knowledge().votes
    entry = votes.get(resolution)
    cast = Counter(votes.ballot(state, resolution) for state in votes.voters())

    assert (cast[Ballot.YES], cast[Ballot.NO]) == (entry.yes, entry.no)
    assert cast[Ballot.ABSTAIN] == entry.abstain
    assert sum(cast[ballot] for ballot in Ballot) == 193


def test_of_the_vote_of_2016_one_ballot_is_missing() -> None:
    """The roll call of 2016 lacks one of two negative votes, and nobody is made to fill it."""
    votes = load_knowledge().votes
    cast = Counter(votes.ballot(state, "unga-71-45") for state in votes.voters())

    assert (cast[Ballot.YES], cast[Ballot.NO], cast[Ballot.ABSTAIN]) == (141, 1, 39)
    assert sum(cast[ballot] for ballot in Ballot) == 192
