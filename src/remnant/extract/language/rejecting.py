"""Rejecting: denials and rejections by which nobody denies that something happened.

Who rejects criticism, or denies somebody access, denies no act; nor does somebody of whom
another says that he will deny it.
"""

from remnant.extract.language.grammar import is_passive, subject
from remnant.extract.language.words import Word, lemmas


def is_foretold(verb: Word) -> bool:
    """Say whether a denial is only said to come, or to be possible: `the regime will deny`."""
    return any(one.dep == "aux" and one.lower in _FORETELLING for one in verb.children)


_FORETELLING = lemmas("will would may might can could should 'll ’ll")


def rejects_no_act(verb: Word) -> bool:
    """Say whether what is rejected is a reaction and no claim: `dismissed the outcry over`."""
    noun = subject(verb) if is_passive(verb) else verb.child("dobj")
    return noun is not None and noun.lemma in _REACTIONS


_REACTIONS = lemmas(
    "excuse justification pretext criticism outcry condemnation outrage call demand appeal "
    "concern pressure resolution ban "
    "proposal offer request plea objection protest complaint ultimatum deal plan truce ceasefire "
    "draft treaty convention warning advice petition motion amendment bid access entry aid "
    "permission visa passage treatment right request bail justice asylum safety"
)
"""What can be rejected without denying what it is about."""
