from dataclasses import replace
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.link import compare, link
from remnant.link.weights import FEATURES, PRIOR_BITS, SAME_FROM, WORDING
from remnant.link.wording import stem, stems, telling, wording
from remnant.model.claim import Slot
from remnant.model.incident import EventMention, Link, Scope, Verdict
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, Quantity
from tests.factory import make_claim, make_document, make_event, make_mention
from tests.reports import BARDA, Line, report

BULLETIN = "Units shelled the town, and residential quarters, a school and two shops burned down."
WORDS = tuple(sorted(telling(stems(BULLETIN))))


def _bulletin(document: str, known: str, **changes: object) -> EventMention:
    """Return what a bulletin of a day tells of the town without saying when."""
    event = make_event(document, [f"{document}-claim"], places=(BARDA,), date="")
    event = replace(event, words=WORDS, known_by=DateInterval(known))
    return replace(event, **changes)  # type: ignore[arg-type]  # any field may be changed


def _link(*mentions: EventMention) -> Link:
    (found,) = compare(mentions)
    return found


def test_endings_fall_off() -> None:
    """Two forms of one word have one stem, and a short word is left as it is."""
    assert stem("strikes") == stem("striked") == "strik"
    assert stem("rockets") == stem("rocket") == "rocket"
    assert stem("used") == "used"


def test_common_words_tell_nothing() -> None:
    """Words that every text has are left out."""
    assert telling(stems("They were at the market")) == {"market"}


def test_values_are_no_wording() -> None:
    """The words for party, weapon, place and day are compared by themselves, so not again."""
    text = "Armenia struck Barda's market on 28 October, and 21 died."
    document = make_document(text)
    filled = {
        Slot.ACTOR: "Armenia",
        Slot.PLACE: "Barda",
        Slot.DATE: "28 October",
        Slot.KILLED: "21",
    }
    mentions = [make_mention(document, slot, words) for slot, words in filled.items()]
    claim = make_claim(document, text, mentions=mentions)
    assert wording([ResolvedClaim(claim)], text=text) == ("21", "died", "market", "struck")


def test_a_value_from_another_sentence_takes_no_words() -> None:
    """A place that a claim takes from the sentence before leaves the claim's own words alone."""
    text = "Barda has a market. Rockets struck the hospital at noon."
    document = make_document(text)
    place = make_mention(document, Slot.PLACE, "Barda")
    claim = make_claim(document, "Rockets struck the hospital", mentions=[place])
    assert wording([ResolvedClaim(claim)], text=text) == ("hospital", "noon", "rocket", "struck")


def test_the_whole_sentence_is_compared() -> None:
    """A claim's passage is as short as can be; its sentence is compared, and no other."""
    text = "The harvest was poor. Armenia struck Barda, whose hospital burned. It rained."
    document = make_document(text)
    claim = make_claim(document, "Armenia struck Barda")
    assert wording([ResolvedClaim(claim)], text=text) == (
        "armenia",
        "barda",
        "burn",
        "hospital",
        "struck",
        "whose",
    )


def test_episodes_have_no_wording() -> None:
    """Only incidents are compared by their words."""
    found = report(
        "Human Rights Watch", "2020-10-31", Line("Armenia used rockets.", actors=("Armenia",))
    )
    assert all(one.words == () for one in found.mentions if one.scope is Scope.EPISODE)
    assert any(one.scope is Scope.EPISODE for one in found.mentions)


def test_bulletins_of_two_days_are_two_incidents() -> None:
    """What one reporter tells of two days in the same words is asked, never made one."""
    mentions = [
        _bulletin("d1", "2020-10-05", killed=Quantity(2, 2)),
        _bulletin("d2", "2020-10-28", killed=Quantity(2, 2)),
        _bulletin("d3", "2020-10-06", killed=Quantity(2, 2)),
    ]
    assert {one.verdict for one in compare(mentions)} == {Verdict.ASK}
    linked = link(mentions, decisions=(), foundings=())
    assert len(linked.incidents) == len(mentions)


def test_dated_bulletins_are_not_asked_for_their_words() -> None:
    """Where both sides name a day their wording weighs nothing, however alike it is."""
    first = _bulletin("d1", "2020-10-05", date=DateInterval("2020-10-04"))
    second = _bulletin("d2", "2020-10-06", date=DateInterval("2020-10-05"))
    other = replace(second, words=())
    assert _link(first, second) == _link(first, other)
    assert _link(first, second).verdict is Verdict.ASK


def test_one_text_printed_twice_is_one_incident() -> None:
    """An agency's undated text in two documents of one day is one event."""
    found = _link(_bulletin("d1", "2020-10-05"), _bulletin("d2", "2020-10-05"))
    assert found.verdict is Verdict.SAME
    assert found.reasons[-1].sentence == (
        f"Two documents of one day tell it word for word: {len(WORDS)} of the {len(WORDS)} "
        "telling words of the one that has fewer (+7.2 bits)."
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"words": WORDS[:6]},
        {"words": (*WORDS, "40", "bus", "driver")},
        {"known_by": DateInterval("2020-10")},
        {"date": DateInterval("2020-10-04")},
    ],
    ids=["too few words", "other words too", "known by a month", "a day"],
)
def test_what_is_less_than_one_text_is_asked(changes: dict[str, object]) -> None:
    """A stock phrase, an account with more in it, or one of an unknown day is for a person."""
    found = _link(_bulletin("d1", "2020-10-05"), _bulletin("d2", "2020-10-05", **changes))
    assert found.verdict is Verdict.ASK


def test_one_document_repeats_itself() -> None:
    """The same words twice in one document are no text printed twice."""
    first = _bulletin("d1", "2020-10-05")
    second = replace(first, id="e-other", claims=("other",))
    assert _link(first, second).verdict is Verdict.ASK


def test_few_words_weigh_nothing() -> None:
    """Passages with hardly a word beside their values are not compared, and that is said."""
    short = _bulletin("d2", "2020-10-28", words=("fell", "shell"))
    found = _link(_bulletin("d1", "2020-10-05"), short)
    assert found.reasons[-1].weight == 0.0
    assert "This weighs nothing" in found.reasons[-1].sentence


def test_alike_words_raise_a_question() -> None:
    """Of two undated reports the one in like words is the likelier question."""
    first = _bulletin("d1", "2020-10-05")
    alike = _bulletin("d2", "2020-10-20")
    unlike = _bulletin("d2", "2020-10-20", words=("crops", "fail", "farmer", "harvest", "poor"))
    assert _link(first, alike).probability > _link(first, unlike).probability


def test_no_agreement_makes_alike_words_suffice() -> None:
    """Without a day, all other features at their best leave alike words short of a link."""
    best = [one.levels[0].bits for one in FEATURES if one.name not in {"date", "wording"}]
    bits = PRIOR_BITS + sum(best) + WORDING.levels[1].bits
    assert bits < log2(SAME_FROM / (1 - SAME_FROM))


def test_grouping_gives_the_words() -> None:
    """A mention of several claims has the words of all."""
    found = report(
        "Human Rights Watch",
        "2020-10-31",
        Line("Rockets hit Barda's market.", places=(BARDA,), dates=("2020-10-28",)),
        Line("Barda's hospital burned.", places=(BARDA,), dates=("2020-10-28",)),
    )
    (mention,) = found.mentions
    assert {"market", "hospital"} <= set(mention.words)


@given(st.text())
def test_words_are_stems_in_order(text: str) -> None:
    """Telling words come from the text, none of them common."""
    assert telling(stems(text)) <= set(stems(text))
    assert "the" not in telling(stems(text))
