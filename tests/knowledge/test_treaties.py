"""The ledgers of treaties and votes."""

from datetime import date

import pytest

from remnant.errors import KnowledgeError
from remnant.knowledge import load_knowledge
from remnant.model.assessment import Standing
from remnant.model.claim import Ballot

LEDGER = load_knowledge().treaties


@pytest.mark.parametrize(
    ("on", "parties", "signatories"),
    [
        (date(2010, 8, 1), 38, 70),
        (date(2015, 8, 10), 93, 24),
        (date(2016, 9, 1), 100, 19),
        (date(2018, 8, 1), 103, 17),
        (date(2020, 11, 1), 110, 13),
        (date(2022, 8, 31), 110, 13),
        (date(2023, 12, 31), 112, 12),
        (date(2025, 3, 6), 111, 12),
        (date(2025, 9, 5), 112, 12),
    ],
)
def test_members_are_as_the_monitor_counted(on: date, parties: int, signatories: int) -> None:
    """States Parties and signatories by deposit agree with the Monitor's published counts."""
    assert LEDGER.members("ccm", on) == parties
    assert LEDGER.signatories("ccm", on) == signatories


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
    assert votes.ballot("armenia", "unga-75-62") is None
    years = [resolution.date[:4] for resolution, _ in votes.of_state("azerbaijan")]
    assert years == ["2015", "2016", "2017", "2018", "2019", "2020"]
