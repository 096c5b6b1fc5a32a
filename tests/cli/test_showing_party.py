"""What `show` says of a party."""

from remnant.cli.showing_party import years_lines
from remnant.model.claim import ClaimKind
from tests.compare.records import record, strike
from tests.reports import Line, knowledge, report

WORDS = Line("Armenia condemns them.", ClaimKind.POSITION, actors=("Armenia",))
HELD = record(report("HRW", "2020-10-30", strike()), report("Armenia", "2020-11-25", WORDS))


def test_words_and_votes_are_told_with_the_words() -> None:
    """A year with words is followed by them and by their claim."""
    heading, silent, year, words = years_lines(HELD, "armenia", knowledge=knowledge())

    assert heading == "what it said of the ban on cluster munitions, and how it voted:"
    assert "from 2015 to 2019" in silent
    assert "it voted in favour of A/RES/75/62. The vote goes with what it said" in year
    assert words.strip().startswith("“Armenia condemns them.” [c-")


def test_a_party_without_a_position_has_no_such_lines() -> None:
    """A state that said nothing, and a party that is in no register, have none."""
    for party in ("azerbaijan", "somebody"):
        assert list(years_lines(HELD, party, knowledge=knowledge())) == []
