import pytest

from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind, Membership, Slot
from remnant.publish.profile_doubts import doubtful
from remnant.publish.sentences_claims import cited, said
from remnant.publish.sentences_names import Names
from tests.publish.records import ARMENIA, AZERBAIJAN, CCM, HRW, Says, actor, result, use

NAMES = Names(load_knowledge())


def holds(words: str) -> Says:
    """Return an affirmed claim on holdings."""
    return Says(words, ClaimKind.POSSESSION, values={Slot.ACTOR: (ARMENIA,)})


def joined(words: str) -> Says:
    """Return an affirmed claim of membership."""
    values = {Slot.ACTOR: (AZERBAIJAN,), Slot.TREATY: (CCM,)}
    return Says(words, ClaimKind.TREATY, values=values, membership=Membership.PARTY)


@pytest.mark.parametrize(
    ("claim", "doubt"),
    [
        (use("Azerbaijan used them", speakers=(HRW,)), False),
        (use("Azerbaijan used them", speakers=(AZERBAIJAN,)), True),
        (use("Azerbaijan admitted that it used them", speakers=(AZERBAIJAN,)), False),
        (use("Armenia used them", actors=(ARMENIA,), speakers=(AZERBAIJAN,)), False),
        (use("attacks by the watchdog", actors=(HRW,)), True),
        (use("Geneva – it was used", speakers=(actor("Geneva"),)), False),
        (use("Each used them", speakers=(actor("Each"),)), True),
        (holds("No evidence indicates that Armenia has them"), True),
        (holds("Armenia has them"), False),
        (holds("is not known to produce them, but it inherited a stockpile"), False),
        (joined("Azerbaijan is not party to the treaty"), True),
        (joined("Azerbaijan is party to the treaty"), False),
    ],
)
def test_likely_misreadings_make_no_sentence(claim: Says, doubt: bool) -> None:  # noqa: FBT001 - from the table
    """A self-accusation, an attack by an observer, a pronoun and a lost negation are left out."""
    found = result(f"{claim.words}.", [claim])
    item = said(found.resolved[0], cited(found.document, NAMES), NAMES)
    assert doubtful(item, NAMES) is doubt


def test_a_dateline_is_no_speaker() -> None:
    """A speaker without an entry whose name is a place makes no sentence."""
    place = actor("Geneva")
    claim = use("Geneva said", speakers=(type(place)(place.kind, place.name),))
    found = result("Geneva said.", [claim])
    item = said(found.resolved[0], cited(found.document, NAMES), NAMES)
    assert doubtful(item, NAMES)
