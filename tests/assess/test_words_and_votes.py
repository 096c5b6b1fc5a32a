"""What a state said of the ban, year by year, beside how it voted."""

from dataclasses import replace

import pytest

from remnant.assess.statements import check, statement
from remnant.assess.words_and_votes import LEANINGS, leaning_of, years_of_words
from remnant.model.claim import Ballot, ClaimKind, Membership, Stance
from remnant.model.obligation import Checked, Leaning, YearOfWords
from tests.reports import Line, knowledge, report


def _said(words: str, published: str, *, actor: str = "Armenia", out: bool = False) -> Checked:
    line = Line(words, ClaimKind.POSITION, actors=(actor,))
    result = report(actor, published, line)
    (resolved,) = result.resolved
    if out:
        claim = replace(resolved.claim, membership=Membership.CANNOT_JOIN)
        resolved = replace(resolved, claim=claim)
    found = statement(resolved, result.document, knowledge())
    assert found is not None
    (one,) = check(found)
    return one


def _years(*said: Checked, state: str = "armenia") -> dict[int, YearOfWords]:
    found = years_of_words(knowledge().actors.get(state), said, knowledge=knowledge())
    return {one.year: one for one in found}


@pytest.mark.parametrize(
    ("words", "leaning"),
    [
        ("Armenia condemns any use of them.", Leaning.AGAINST_USE),
        ("Armenia voiced concern at their use.", Leaning.AGAINST_USE),
        ("Armenia supports the aims of the Convention.", Leaning.FOR_BAN),
        ("Armenia criticised the treaty as flawed.", Leaning.AGAINST_BAN),
        ("Armenia refused to condemn their use.", None),
        ("Armenia did not welcome the Convention.", None),
        ("Armenia spoke about cluster munitions.", None),
    ],
)
def test_words_lean_as_their_verb_does(words: str, leaning: Leaning | None) -> None:
    """A verb that is undone, or that takes no side, leaves the leaning open."""
    assert _said(words, "2020-11-25").leaning is leaning


def test_staying_out_comes_before_what_else_is_said() -> None:
    """A state that praises the treaty and says that it cannot join stays out."""
    one = _said("Armenia supports the Convention but cannot join.", "2020-11-25", out=True)
    assert one.leaning is Leaning.STAYS_OUT


def test_a_denied_position_leans_nowhere() -> None:
    """What a state denies to hold is no position of it, and neither is a claim of another kind."""
    line = Line("Armenia condemns them.", ClaimKind.POSITION, Stance.DENIED, actors=("Armenia",))
    attack = Line("They condemn and fire.", actors=("Armenia",))
    for resolved in report("Armenia", "2020-11-25", line, attack).resolved:
        assert leaning_of(resolved.claim) is None


def test_every_leaning_has_its_sentence() -> None:
    """The rules read as sentences, and no two of them give one leaning."""
    assert all((holds.__doc__ or "").endswith(".") for holds, _ in LEANINGS)
    assert len({leaning for _, leaning in LEANINGS}) == len(Leaning)


def test_words_and_votes_stand_together_by_year() -> None:
    """Armenia condemned use and abstained in 2019; in 2020 it stayed out and voted in favour."""
    years = _years(
        _said("Armenia condemns any use of them.", "2019-09-02"),
        _said("Armenia cannot join it.", "2020-11-25", out=True),
    )

    assert list(years) == [2015, 2019, 2020]
    assert years[2019].ballot is Ballot.ABSTAIN
    assert years[2019].sentence == (
        "In 2019 Armenia spoke against the use of cluster munitions; it abstained on A/RES/74/62. "
        "What it said of the weapon did not bring it to vote in favour."
    )
    assert years[2020].leanings == (Leaning.STAYS_OUT,)
    assert "it voted in favour of A/RES/75/62. The text that it voted for urges" in (
        years[2020].sentence
    )
    assert "United Nations General Assembly Voting Data" in years[2020].citation


def test_silent_years_with_one_vote_are_told_together() -> None:
    """Votes without words are told, and the silence is that of the documents."""
    years = _years(_said("Armenia condemns any use of them.", "2022-11-25"))

    assert [(one.year, one.until) for one in years.values()] == [
        (2015, 2019),
        (2020, 2021),
        (2022, 2022),
    ]
    assert years[2015].claims == ()
    assert years[2015].sentence == (
        "Nothing that Armenia said of the ban from 2015 to 2019 is in these documents; each year "
        "it abstained on the resolution."
    )


def test_one_silent_year_names_its_resolution() -> None:
    """A year alone between two with words says on what was voted."""
    years = _years(
        _said("Armenia condemns any use of them.", "2015-11-25"),
        _said("Armenia condemns every use of them.", "2017-11-25"),
    )
    assert years[2016].sentence == (
        "Nothing that Armenia said of the ban in 2016 is in these documents; it abstained on "
        "A/RES/71/45."
    )


def test_a_year_without_a_vote_or_a_record_of_it() -> None:
    """Before 2015 there was none to cast, and where a ballot is missing it is said."""
    early = _years(_said("Armenia cannot join it.", "2010-08-02", out=True))
    assert list(early) == [2010]
    assert early[2010].sentence.endswith("no resolution on the Convention was put to the vote "
                                         "that year.")  # fmt: skip
    words = _said("Zimbabwe condemns any use of them.", "2016-09-02", actor="Zimbabwe")
    unknown = _years(words, state="zimbabwe")[2016]
    assert unknown.ballot is None
    assert unknown.sentence.endswith("how it voted on A/RES/71/45 is not recorded.")


@pytest.mark.parametrize(
    ("words", "out", "ending"),
    [
        ("Russia condemns their use.", False, "did not bring it to vote in favour."),
        ("Russia criticised the treaty.", False, "The vote goes with its words."),
        ("Russia will not join.", True, "That it stays out goes with its vote."),
        ("Russia spoke of cluster munitions.", False, "voted against A/RES/74/62."),
    ],
)
def test_the_vote_goes_with_the_words_or_does_not(words: str, out: bool, ending: str) -> None:  # noqa: FBT001 - drawn
    """A vote against goes with words against, not with words for; of others nothing is said."""
    one = _years(_said(words, "2019-09-02", actor="Russia", out=out), state="russia")[2019]
    assert one.sentence.endswith(ending)


def test_without_a_position_there_is_no_year() -> None:
    """Votes alone are in the list of votes; they are set beside words only where there are some."""
    assert _years() == {}
